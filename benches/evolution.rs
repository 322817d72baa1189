//! What it takes to compare two programmes, and how that grows.

use delibere::diff::{Contenu, corrige, diff_contenus};
use delibere::model::texte::{Bloc, Inline};
use delibere::model::{
    Action, AnnexeBudgetaire, Champ, Exercice, FicheAction, IdAction, Largeur, Libelles, Ligne,
    NatureChamp, Programme, Section, Sens, Texte,
};
use divan::{Bencher, black_box};
use std::borrow::Cow;

fn main() {
    divan::main();
}

/// About three pages of words, the same ones for the same numbers.
fn prose(action: usize, champ: usize, version: usize) -> Texte {
    let paragraphs = (0..6).map(|p| {
        let words: Vec<String> = (0..60)
            .map(|w| {
                // One word in forty is another one in the second version.
                let changed = if (action + champ + p + w).is_multiple_of(40) { version } else { 0 };
                format!("mot{}", (action * 31 + champ * 17 + p * 13 + w * 7 + changed * 101) % 997)
            })
            .collect();
        Bloc::Paragraphe(vec![Inline::Texte(words.join(" "))])
    });
    Texte { blocs: paragraphs.collect() }
}

/// A programme of so many actions, each with a sheet of four long fields and three lines.
fn contenu(actions: usize, version: usize) -> Contenu<'static> {
    let id = |i: usize| IdAction(format!("action-{i}"));
    let exercices: Vec<Exercice> = (2026..2029).map(Exercice).collect();
    let programme = Programme {
        titre: "Programme".to_owned(),
        exercices: exercices.clone(),
        orientations: Vec::new(),
        actions: (0..actions)
            .map(|i| Action {
                id: id(i),
                numero: (i + version).to_string(),
                libelle: format!("Action {i}"),
                libelles: Libelles::default(),
                parent: None,
                orientations: Vec::new(),
                declaree: true,
                echeances: Vec::new(),
            })
            .collect(),
        calendrier: Vec::new(),
        comite: None,
        document: Texte::default(),
    };
    let natures = [
        NatureChamp::Objectif,
        NatureChamp::Contexte,
        NatureChamp::Contenu,
        NatureChamp::Methodologie,
    ];
    let fiches: Vec<FicheAction> = (0..actions)
        .map(|i| FicheAction {
            action: id(i),
            intitule: None,
            titre: None,
            champs: natures
                .iter()
                .enumerate()
                .map(|(c, nature)| Champ {
                    nature: *nature,
                    libelle: nature.libelle().to_owned(),
                    texte: prose(i, c, version),
                    largeur: Largeur::Pleine,
                })
                .collect(),
        })
        .collect();
    let lignes = (0..actions * 3)
        .map(|i| Ligne {
            action: Some(id(i / 3)),
            libelle: None,
            detail: Some(format!("Dépense {i}")),
            section: Section::Fonctionnement,
            sens: Sens::Depense,
            chapitre: Some("011".to_owned()),
            montants: exercices
                .iter()
                .map(|e| {
                    Some(i32::from(e.0).wrapping_add(i32::try_from(version).unwrap_or(0)).into())
                })
                .collect(),
            porteur: None,
            financeur: None,
            commentaire: None,
            commentaire_lignes: 1,
        })
        .collect();
    let budget = AnnexeBudgetaire {
        titre: "Budget".to_owned(),
        exercices,
        lignes,
        porteur: None,
        totaux: Vec::new(),
        note: None,
        nomenclature: None,
        tolerance: 0.into(),
        inscription_annuelle: false,
        autorisations: Vec::new(),
    };
    Contenu {
        programme: Some(Cow::Owned(programme)),
        budget: Some(Cow::Owned(budget)),
        fiches: Cow::Owned(fiches),
    }
}

/// Everything changed: each number, each field, each amount.
#[divan::bench(args = [125, 250, 500, 1000])]
fn comparer(bencher: Bencher<'_, '_>, actions: usize) {
    let (a, b) = (contenu(actions, 0), contenu(actions, 1));
    bencher.bench(|| diff_contenus(black_box(&a), black_box(&b)));
}

/// The same two programmes, word by word in every field.
#[divan::bench(args = [125, 250, 500, 1000])]
fn mot_a_mot(bencher: Bencher<'_, '_>, actions: usize) {
    let (a, b) = (contenu(actions, 0), contenu(actions, 1));
    let ecarts = diff_contenus(&a, &b);
    bencher.bench(|| {
        let fields = ecarts.fiches.modifies.iter().flat_map(|(_, e)| &e.champs.modifies);
        fields
            .filter_map(|(_, c)| c.texte.as_ref())
            .map(|t| corrige(black_box(t.avant), t.apres).blocs.len())
            .sum::<usize>()
    });
}

/// Two programmes that have nothing in common but their identifiers: the worst of word by word.
#[divan::bench(args = [125, 250, 500, 1000])]
fn rien_de_commun(bencher: Bencher<'_, '_>, actions: usize) {
    let (a, b) = (contenu(actions, 0), contenu(actions, 1));
    let other = |t: &Texte| Texte {
        blocs: t
            .blocs
            .iter()
            .map(|b| match b {
                Bloc::Paragraphe(v) => Bloc::Paragraphe(vec![Inline::Texte(
                    delibere::model::texte::inlines_plain(v).replace("mot", "autre"),
                )]),
                b => b.clone(),
            })
            .collect(),
    };
    let pairs: Vec<(Texte, Texte)> = a
        .fiches
        .iter()
        .zip(b.fiches.iter())
        .flat_map(|(x, y)| x.champs.iter().zip(&y.champs))
        .map(|(x, y)| (x.texte.clone(), other(&y.texte)))
        .collect();
    bencher
        .bench(|| pairs.iter().map(|(x, y)| corrige(black_box(x), y).blocs.len()).sum::<usize>());
}
