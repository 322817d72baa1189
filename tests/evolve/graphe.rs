//! What is wrong in a set of acts, each with its place.

use delibere::evolve::graphe::CODES;
use delibere::evolve::{Acte, Faute, Graphe};
use delibere::model::Dossier;

use super::actes::Petit;
use crate::support;

fn act(
    numero: &'static str,
    date: &'static str,
    liens: Vec<(&'static str, &'static str)>,
) -> Dossier {
    Petit { numero, date, liens, actions: vec![("a", "A", 1)] }.read()
}

fn fautes(acts: &[Dossier]) -> Vec<Faute> {
    let named: Vec<Acte<'_>> =
        acts.iter().map(|d| Acte { nom: &d.deliberation.numero.affiche, dossier: d }).collect();
    Graphe::of(&named).err().unwrap_or_default()
}

#[test]
fn each_fault_has_its_place() {
    let first = || act("1", "2026-01-10", vec![]);
    for (acts, code, at) in [
        (vec![first(), act("2", "2026-02-10", vec![("modifie", "9")])], "EVOL-03", "2"),
        (
            vec![first(), first_again(), act("2", "2026-02-10", vec![("modifie", "1")])],
            "EVOL-03",
            "2",
        ),
        (vec![first(), act("0", "2025-02-10", vec![("modifie", "1")])], "EVOL-01", "0"),
        (
            vec![
                first(),
                act("2", "2026-02-10", vec![("remplace", "1")]),
                act("3", "2026-03-10", vec![("remplace", "1")]),
            ],
            "EVOL-05",
            "3",
        ),
        (
            vec![
                act("1", "2026-01-10", vec![("modifie", "2")]),
                act("2", "2026-01-10", vec![("modifie", "1")]),
            ],
            "EVOL-04",
            "2",
        ),
    ] {
        let found = fautes(&acts);
        assert_eq!(found.len(), 1, "{code}: {found:#?}");
        assert_eq!((found[0].constat.code, &*found[0].acte), (code, at));
        assert_eq!(found[0].constat.lieu.chemin, "actes_anterieurs[0]");
        assert!(found[0].constat.aide.is_some());
    }
}

/// The same number, another day.
fn first_again() -> Dossier {
    act("1", "2026-01-20", vec![])
}

#[test]
fn a_bis_of_the_same_sitting_follows_what_it_changes() {
    let acts = [act("1 bis", "2026-01-10", vec![("modifie", "1")]), act("1", "2026-01-10", vec![])];
    assert!(fautes(&acts).is_empty());
}

#[test]
fn every_code_is_documented() {
    let text = std::fs::read_to_string(support::root().join("docs/guide.md")).expect("guide");
    for code in CODES {
        assert!(text.contains(code.code) && text.contains(code.nom), "{}", code.code);
    }
}
