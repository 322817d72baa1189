//! The fixtures, judged by the law of their day.

use delibere::model::{Constat, Dossier, Etat, Severite};

use super::de_droit;
use crate::support::{self, root};

fn case(nom: &str) -> Dossier {
    support::read_well(&root().join("fixtures/valid").join(nom))
}

/// What the rules of law find in an act, but those that read its pieces together.
fn law(dossier: &Dossier) -> Vec<Constat> {
    let mut found = delibere::check(dossier, &delibere::compute(dossier));
    found.retain(|c| de_droit(c.code) && !["FORM-11", "FORM-12"].contains(&c.code));
    found
}

fn codes(constats: &[Constat]) -> Vec<(&'static str, Severite)> {
    constats.iter().map(|c| (c.code, c.severite)).collect()
}

use Severite::{Avertissement as A, Erreur as E, Information as I};

/// What must be said of the original draft, and nothing else: it is judged by the law of 2012.
#[test]
fn the_seed_is_told_what_it_lacks_and_no_more() {
    let found = law(&case("caen-la-mer-2012"));
    assert_eq!(
        codes(&found),
        [
            ("CONV-10", I),
            ("VOTE-09", I),
            ("FORM-04", I),
            ("FORM-08", A),
            ("ACTE-01", I),
            ("PUBL-06", I),
            ("PUBL-12", I),
            ("PUBL-14", I),
        ]
    );
    let visa = found.iter().find(|c| c.code == "FORM-08").expect("found");
    assert_eq!(visa.lieu.chemin, "visas[0].texte");
    let declared = found.iter().find(|c| c.code == "VOTE-09").expect("found");
    assert_eq!(declared.lieu.chemin, "decisions[0].texte");
    assert!(declared.message.contains("deux tiers de l’effectif"), "{}", declared.message);
}

/// The same, declared adopted while its sitting says nothing.
#[test]
fn the_seed_adopted_without_a_sitting_has_the_errors_of_it() {
    let mut dossier = case("caen-la-mer-2012");
    dossier.deliberation.etat = Some(Etat::Adoptee);
    let found = codes(&law(&dossier));
    for wanted in [
        ("CONV-03", E),
        ("CONV-10", A),
        ("QUOR-01", E),
        ("VOTE-15", E),
        ("FORM-07", A),
        ("FORM-08", A),
    ] {
        assert!(found.contains(&wanted), "{wanted:?} is not in {found:?}");
    }
    assert_eq!(found.iter().filter(|(_, s)| *s == E).count(), 3, "{found:?}");
}

#[test]
fn the_adopted_act_of_2012_has_no_error_of_law() {
    let found = law(&case("caen-la-mer-2012-adoptee"));
    assert_eq!(codes(&found), [("FORM-08", A), ("PUBL-12", I)], "{found:#?}");
}

/// The law of the day: two thirds of the seats in 2012, of the votes cast in 2026.
#[test]
fn the_same_vote_is_judged_by_the_law_of_its_day() {
    let mut dossier = case("caen-la-mer-2012-adoptee");
    let seance = std::sync::Arc::make_mut(&mut dossier.seance);
    seance.effectif = Some(66);
    let vote = dossier.deliberation.vote.as_mut().expect("a vote");
    vote.resultat = None;
    // 39 votes for: less than 44 of 66 seats, all the votes cast.
    let found = codes(&law(&dossier));
    assert!(found.contains(&("VOTE-09", E)), "{found:?}");
    let seance = std::sync::Arc::make_mut(&mut dossier.seance);
    let day = chrono::NaiveDate::from_ymd_opt(2026, 3, 12).expect("a day");
    seance.date = day;
    seance.convocation.as_mut().expect("a summons").date = day - chrono::Days::new(7);
    let found = codes(&law(&dossier));
    assert!(!found.iter().any(|(c, _)| c.starts_with("VOTE-")), "{found:?}");
    assert!(!found.iter().any(|(c, _)| ["FORM-07", "PUBL-06", "CONV-03"].contains(c)), "{found:?}");
}

/// Two thirds of the seats are there, and the act says that it is rejected: the rule of the two thirds has nothing to say.
#[test]
fn a_rejection_that_the_two_thirds_belie_is_told() {
    let mut dossier = case("lourdain-2012");
    let vote = dossier.deliberation.vote.as_mut().expect("a vote");
    vote.resultat = Some(delibere::model::Resultat::Rejetee);
    assert_eq!(codes(&law(&dossier)), [("VOTE-02", E)]);
}

#[test]
fn a_right_sitting_is_silent() {
    for case in support::sittings() {
        let seance = support::read_sitting(&case).seance.expect("a sitting");
        let mut found = delibere::check_seance(&seance, &delibere::compute_seance(&seance));
        // What a sitting sets aside, it says why.
        found.retain(|c| de_droit(c.code) && c.ignore.is_none());
        assert_eq!(found, [], "{}", case.display());
    }
}
