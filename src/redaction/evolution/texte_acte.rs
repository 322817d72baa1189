//! The text of an act, part by part, beside that of another one.

use std::borrow::Cow;

use super::annexes::cell;
use super::completer;
use crate::model::texte::{Bloc, Inline, Liste};
use crate::model::{Dispositif, Dossier, Effet, Texte};

/// A part of an act with its text in each of two: its name, before, after.
pub type PartieActe = (&'static str, Texte, Texte);

/// The parts of the text of two acts that differ, as they are printed; none where the second one modifies or repeals the
/// first: it is another text then, and what it changes is told by the rest.
#[must_use]
pub fn textes(avant: &Dossier, apres: &Dossier) -> Vec<PartieActe> {
    let other = apres
        .deliberation
        .actes_anterieurs
        .iter()
        .any(|a| !matches!(a.effet, Effet::Remplace) && a.designe(avant));
    if other {
        return Vec::new();
    }
    let (a, b): (Cow<'_, Dossier>, Cow<'_, Dossier>) = (completer(avant), completer(apres));
    let (a, b) = (parts(&a), parts(&b));
    let both = a.into_iter().zip(b).map(|((nom, x), (_, y))| (nom, x, y));
    both.filter(|(_, x, y)| x != y).collect()
}

/// The parts of the text of an act.
fn parts(d: &Dossier) -> [(&'static str, Texte); 5] {
    let d = &d.deliberation;
    let after = |mot: &str, texte: &Texte| {
        let mut blocs = texte.blocs.clone();
        let start = Inline::Texte(format!("{mot} "));
        match blocs.first_mut() {
            Some(Bloc::Paragraphe(v)) => match v.first_mut() {
                Some(Inline::Texte(t)) => t.insert_str(0, &format!("{mot} ")),
                _ => v.insert(0, start),
            },
            _ => blocs.insert(0, Bloc::Paragraphe(vec![start])),
        }
        blocs
    };
    let decided = match &d.dispositif {
        Dispositif::Verbes(v) => v.iter().map(|x| after(&x.verbe, &x.texte)).collect(),
        Dispositif::Articles(v) => v
            .iter()
            .map(|x| {
                let titre = x.titre.as_ref().map_or_else(String::new, |t| format!(" ({t})"));
                after(&format!("{}{titre} :", x.numero), &x.texte)
            })
            .collect(),
    };
    let objet = Texte { blocs: vec![Bloc::Paragraphe(cell(d.objet.join(" – ")))] };
    [
        ("Objet", objet),
        ("Exposé des motifs", d.expose.clone()),
        ("Visas", liste(d.visas.iter().map(|v| after("VU", &v.texte)).collect())),
        (
            "Considérants",
            liste(d.considerants.iter().map(|c| after(c.nature.mot(), &c.texte)).collect()),
        ),
        ("Dispositif", liste(decided)),
    ]
}

pub(super) fn liste(elements: Vec<Vec<Bloc>>) -> Texte {
    if elements.is_empty() {
        return Texte::default();
    }
    Texte { blocs: vec![Bloc::Liste(Liste { debut: None, elements })] }
}
