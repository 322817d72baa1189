//! The programme of Caen la mer, changed by hand.

use delibere::diff::{Contenu, diff, diff_contenus, sommes};
use delibere::model::{Dossier, IdAction, Terme};

use crate::support::{read_well, root};

fn seed() -> Dossier {
    read_well(&root().join("fixtures/valid/caen-la-mer-2012"))
}

#[test]
fn a_renumbering_is_a_renumbering() {
    let (a, mut b) = (seed(), seed());
    let programme = b.programme.as_mut().expect("a programme");
    programme.actions[4].numero = "3.2".to_owned();
    let ecarts = diff(&a, &b);
    let actions = &ecarts.programme.actions;
    assert!(actions.ajoutes.is_empty() && actions.retires.is_empty());
    assert_eq!(actions.modifies.len(), 1);
    let (id, e) = &actions.modifies[0];
    let numero = e.etat.numero.as_ref().expect("renumbered");
    assert_eq!(
        (id.0.as_str(), &*numero.avant, &*numero.apres),
        ("sensibilisation-elus", "3.1", "3.2")
    );
    assert!(ecarts.fiches.is_empty() && ecarts.budget.is_empty());
}

#[test]
fn a_measure_that_goes_from_a_term_to_another_is_moved() {
    let (a, mut b) = (seed(), seed());
    let calendar = &mut b.programme.as_mut().expect("a programme").calendrier;
    let forum = calendar[2].mesures.remove(2);
    assert_eq!(forum.texte.plain(), "Créer un Forum ESS");
    calendar[1].mesures.push(forum);
    let ecarts = diff(&a, &b);
    let measures = &ecarts.programme.mesures;
    assert!(measures.ajoutes.is_empty() && measures.retires.is_empty());
    let moved: Vec<_> = measures.modifies.iter().filter_map(|(_, e)| e.echeance.as_ref()).collect();
    assert_eq!(moved.len(), 1);
    let mot = |t| Terme::ALL.iter().find(|(x, _)| *x == t).expect("a term").1;
    assert_eq!(
        (&*moved[0].avant.repere, &*moved[0].apres.repere),
        (mot(Terme::Long), mot(Terme::Moyen))
    );
}

#[test]
fn a_line_whose_amounts_or_words_change_is_the_same_line() {
    let (a, mut b) = (seed(), seed());
    let lines = &mut b.budget.as_mut().expect("a budget").lignes;
    lines[8].montants[1] = Some(25_000.into());
    lines[9].detail =
        Some("Soutien aux jeunes entreprises de l'Economie Sociale et Solidaire".to_owned());
    lines[2].chapitre = Some("65".to_owned());
    let ecarts = diff(&a, &b);
    let lignes = &ecarts.budget.lignes;
    assert!(lignes.ajoutes.is_empty() && lignes.retires.is_empty(), "{lignes:#?}");
    assert_eq!(lignes.modifies.len(), 3);
    let sums = sommes(a.budget.as_ref(), b.budget.as_ref());
    assert_eq!(sums.cout_net.periode.ecart(), 15_000.into());
    assert_eq!(
        sums.actions[&Some(IdAction("mise-en-reseau".to_owned()))].periode.ecart(),
        15_000.into()
    );
}

#[test]
fn headings_tell_where_the_text_changed() {
    let (a, mut b) = (seed(), seed());
    let document = &mut b.programme.as_mut().expect("a programme").document;
    let last = document.blocs.len() - 1;
    document.blocs.remove(last);
    let ecarts = diff(&a, &b);
    assert_eq!(
        ecarts.programme.document.modifies.len() + ecarts.programme.document.retires.len(),
        1
    );
    assert!(ecarts.programme.actions.is_empty());
}

#[test]
fn all_of_it_appears_and_goes() {
    let a = seed();
    let whole = Contenu::of(&a);
    let nothing = Contenu::vide();
    let ecarts = diff_contenus(&nothing, &whole);
    assert_eq!(ecarts.programme.actions.ajoutes.len(), 8);
    assert_eq!(ecarts.appliquer(&Contenu::vide()).0, whole.clone().into_owned());
    assert_eq!(diff_contenus(&whole, &Contenu::vide()).appliquer(&whole).0, Contenu::vide());
}
