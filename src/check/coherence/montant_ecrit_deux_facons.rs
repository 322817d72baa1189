//! Amounts that one dossier writes in two ways.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::reperage::{EcritureSomme, Releve, sommes};

pub(in crate::check) static MONTANT_ECRIT_DEUX_FACONS: Regle = Regle {
    code: "COHE-14",
    nom: "montant-ecrit-deux-facons",
    severite: Severite::Information,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Le même dossier écrit ses montants de plusieurs façons : `10.000 €` ou `20 K€` ici, `15 000 €` là.\n\n\
          Un point entre les milliers se lit aussi comme une virgule, et « K€ » n’est pas d’un acte. Les espaces sont mises \
          par le programme : `15000 €` et `15 000 €` s’impriment de même. Les montants en lettres (« 1,9 million d’euros ») \
          sont d’usage et ne sont pas signalés.",
    exemple: Exemple {
        faux: "texte = \"une aide de 10.000 €, puis de 15 000 €\"",
        juste: "texte = \"une aide de 10 000 €, puis de 15 000 €\"",
    },
    run: Examen::Ecrits(run),
};

fn run(regle: &Regle, _: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let mut usual: Option<Lieu> = None;
    let mut odd: [Vec<(Lieu, String)>; 2] = [Vec::new(), Vec::new()];
    for ecrit in &releve.ecrits {
        for somme in sommes(ecrit) {
            let words = ecrit.mots(&somme.plage);
            let rank = match somme.ecriture {
                EcritureSomme::Points => 0,
                EcritureSomme::Abregee => 1,
                // An amount under a thousand shows no manner.
                EcritureSomme::Usuelle if usual.is_none() && somme.valeur >= 1000.into() => {
                    usual = Some(ecrit.lieu_de(&somme.plage));
                    continue;
                }
                _ => continue,
            };
            odd[rank].push((ecrit.lieu_de(&somme.plage), words.to_owned()));
        }
    }
    let [points, short] = odd;
    for (list, other) in [(&points, &short), (&short, &points)] {
        let Some((lieu, words)) = list.first() else { continue };
        let twin = usual.clone().or_else(|| other.first().map(|o| o.0.clone()));
        let Some(twin) = twin else { continue };
        let more = match list.len() - 1 {
            0 => String::new(),
            1 => " (et un autre montant)".to_owned(),
            n => format!(" (et {n} autres montants)"),
        };
        out.push(
            regle
                .constat(
                    lieu.clone(),
                    format!("« {words} » n’est pas écrit comme les autres montants{more}"),
                )
                .etiquette("écrit ainsi ici")
                .secondaire(twin, "écrit autrement là")
                .aide("écrivez tous les montants de la même façon : 15 000 €"),
        );
    }
}
