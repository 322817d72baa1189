//! The report on two acts.

use delibere::evolve::Comparaison;

use super::actes::{caen, case};
use crate::support;

#[test]
fn an_act_compared_with_itself_has_nothing_to_say() {
    let [a, ..] = caen();
    let c = Comparaison::of(&a, &a);
    assert!(c.rubriques().is_empty());
    assert_eq!(c.json()["identiques"], true);
}

#[test]
fn reports_are_as_expected() {
    let [a, b, c] = caen();
    for (avant, apres, nom) in
        [(&a, &b, "caen-la-mer-2013-evolution"), (&b, &c, "caen-la-mer-2014-remplacement")]
    {
        let report = Comparaison::of(avant, apres);
        let mut out = String::new();
        for rubrique in report.rubriques() {
            out.push_str(&format!("{}\n", rubrique.titre));
            rubrique.lignes.iter().for_each(|l| out.push_str(&format!("  {l}\n")));
        }
        let out = out.replace(['\u{a0}', '\u{202f}'], " ");
        support::expect_file(&case(nom).join("comparaison.txt"), &out);
        let json = format!("{:#}\n", report.json());
        support::expect_file(&case(nom).join("comparaison.json"), &json);
    }
}

#[test]
fn json_gaps_are_exact() {
    let [a, b, _] = caen();
    let json = Comparaison::of(&a, &b).json();
    assert_eq!(json["budget"]["sommes"]["cout_net"]["periode"]["ecart"], "116000");
    assert_eq!(json["actions"]["modifiees"][0]["changements"][0]["apres"], "3.2");
}
