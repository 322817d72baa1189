//! The dossiers that are right: nothing at all is said of them, not even an information.

use delibere::check::{FAMILLES, REGLES, Sujet, Verification};
use delibere::model::{Etat, GenreCollectivite, Resultat};
use delibere::read::Disk;

use crate::support;

/// The acts, voted or not yet, with the year whose law judges them.
const ACTES: &[(&str, i32, Etat)] = &[
    ("ardenelle-2026", 2026, Etat::Adoptee),
    ("commune-articles", 2025, Etat::Adoptee),
    ("departement-cinq-exercices", 2025, Etat::Projet),
    ("lourdain-2012", 2012, Etat::Adoptee),
    ("mirevent-2025", 2025, Etat::Adoptee),
];

/// The sittings, with their acts.
const SEANCES: &[(&str, i32)] = &[("saint-aubin-2026-06", 2026)];

fn verify(nom: &str, seance: bool) -> Verification {
    let path = support::root().join("fixtures/valid").join(nom);
    let files = Disk::open(&path).expect("a folder");
    match seance {
        true => super::verifies::verify_seance(nom, &files),
        false => super::verifies::verify(nom, &files),
    }
}

#[test]
fn nothing_at_all_is_said_of_a_right_act() {
    for (nom, annee, etat) in ACTES {
        let v = verify(nom, false);
        assert_eq!(v.diagnostics, [], "{nom}");
        let Some(Sujet::Acte(acte)) = &v.sujet else { panic!("{nom} is no act") };
        let (dossier, comptes) = &**acte;
        assert_eq!(chrono::Datelike::year(&dossier.seance.date), *annee, "{nom}");
        assert_eq!(comptes.etat, *etat, "{nom}");
        assert!(dossier.deliberation.verifications.ignorer.is_empty(), "{nom} sets findings aside");
    }
}

#[test]
fn nothing_at_all_is_said_of_a_right_sitting() {
    for (nom, annee) in SEANCES {
        let v = verify(nom, true);
        assert_eq!(v.diagnostics, [], "{nom}");
        let Some(Sujet::Seance(seance)) = &v.sujet else { panic!("{nom} is no sitting") };
        assert_eq!(chrono::Datelike::year(&seance.0.seance.date), *annee, "{nom}");
        assert!(seance.0.actes.len() > 3, "{nom}");
    }
}

/// Silence proves nothing of an act that says little: those of 2012 and 2026 say all that the rules look at.
#[test]
fn the_right_acts_of_2012_and_2026_are_complete() {
    for (nom, annee, etat) in ACTES.iter().filter(|(_, a, _)| [2012, 2026].contains(a)) {
        assert_eq!(*etat, Etat::Adoptee, "{nom}");
        let v = verify(nom, false);
        let Some(Sujet::Acte(acte)) = &v.sujet else { panic!("{nom} is no act") };
        let (dossier, comptes) = &**acte;
        let (d, s) = (&dossier.deliberation, &dossier.seance);
        let programme = dossier.programme.as_ref().expect("a programme");
        assert!(!programme.calendrier.is_empty() && !programme.document.is_empty(), "{nom}");
        assert_eq!(dossier.fiches.len(), programme.actions.len(), "{nom}");
        assert!(comptes.budget.is_some() && d.annexes.len() == 3, "{nom}");
        assert!(d.visas.len() >= 5 && !d.considerants.is_empty() && !d.expose.is_empty(), "{nom}");
        assert!(s.convocation.is_some() && !s.secretaires.is_empty(), "{nom}");
        let there = comptes.presence.as_ref().expect("an attendance");
        assert!(there.quorum.atteint() && !there.pouvoirs.is_empty(), "{nom}");
        let vote = comptes.vote.as_ref().expect("a vote");
        assert_eq!(vote.resultat, Resultat::Adoptee, "{nom}");
        assert!(vote.contre.nombre > 0 && vote.abstentions.nombre > 0, "{nom}");
        let m = &d.mentions;
        assert!(m.transmission.is_some() && m.publication.is_some() && m.executoire.is_some());
        let old = (m.insertion.is_some(), m.recueil.is_some());
        assert_eq!(old, (*annee == 2012, *annee == 2012), "{nom}: publicity before July 2022");
    }
}

#[test]
fn each_family_of_authorities_has_a_right_act() {
    let genres: Vec<GenreCollectivite> = ACTES
        .iter()
        .filter_map(|(nom, ..)| match verify(nom, false).sujet? {
            Sujet::Acte(acte) => Some(acte.0.collectivite.genre),
            Sujet::Seance(_) => None,
        })
        .collect();
    for genre in [
        GenreCollectivite::Commune,
        GenreCollectivite::CommunauteCommunes,
        GenreCollectivite::CommunauteAgglomeration,
        GenreCollectivite::Departement,
    ] {
        assert!(genres.contains(&genre), "{genre:?}");
    }
}

/// The rules of each family are in force in a right act of 2012, and in one of 2026: their silence means something.
#[test]
fn each_family_of_rules_is_silent_on_a_right_act_of_2012_and_of_2026() {
    let acts: Vec<(i32, chrono::NaiveDate, GenreCollectivite)> = ACTES
        .iter()
        .filter_map(|(nom, annee, _)| match verify(nom, false).sujet? {
            Sujet::Acte(a) => Some((*annee, a.0.seance.date, a.0.collectivite.genre)),
            Sujet::Seance(_) => None,
        })
        .collect();
    // VERI speaks of findings that are set aside: a right act sets none aside.
    let families = FAMILLES.iter().map(|f| f.prefixe).filter(|p| *p != "VERI");
    let mut seen = 0;
    for prefixe in families {
        let rules: Vec<_> = REGLES.iter().filter(|r| r.code.starts_with(prefixe)).collect();
        seen += usize::from(!rules.is_empty());
        for year in [2012, 2026].into_iter().filter(|_| !rules.is_empty()) {
            let judged = acts.iter().filter(|(y, ..)| *y == year);
            let mut judged = judged.flat_map(|(_, d, g)| rules.iter().map(move |r| (r, d, g)));
            assert!(judged.any(|(r, d, g)| r.s_applique(*d, *g)), "{prefixe} in {year}");
        }
    }
    assert!(seen >= 12, "{seen} families have rules");
}
