//! Reading, computing and checking grow with a programme, not with its square.

use std::time::{Duration, Instant};

use delibere::model::Severite;

#[path = "../../benches/programme_geant.rs"]
mod programme_geant;

/// The least time that a programme of that many actions takes, of three; `faux` makes each of its totals wrong.
fn least(actions: usize, faux: bool) -> Duration {
    let files = programme_geant::of(actions);
    let once = || {
        let start = Instant::now();
        let lecture = delibere::read(&files).expect("memory does not fail");
        let mut dossier = lecture.dossier.expect("no fault");
        if faux {
            for total in dossier.budget.iter_mut().flat_map(|b| &mut b.totaux) {
                total.montants.iter_mut().flatten().flatten().for_each(|m| *m = *m + 7.into());
            }
        }
        let constats = delibere::check(&dossier, &delibere::compute(&dossier));
        // A draft that names nobody is told so, for information.
        let told = constats.iter().find(|c| c.severite > Severite::Information);
        assert_eq!(told.is_none(), !faux, "{told:?}");
        assert_eq!(lecture.sources.locate_all(&constats).len(), constats.len());
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

/// Whether four times the work takes less than ten times as long: a square would take sixteen times. A machine that does
/// something else at once may hold one run back, and not three.
fn in_proportion(time: impl Fn(usize) -> Duration, what: &str) {
    let mut runs = Vec::new();
    for _ in 0..3 {
        let (one, four) = (time(1), time(4));
        if four < one * 10 {
            return;
        }
        runs.push((one, four));
    }
    panic!("{runs:?}: {what}");
}

#[test]
fn a_larger_programme_takes_time_in_proportion() {
    for faux in [false, true] {
        in_proportion(|fois| least(60 * fois, faux), &format!("a programme, wrong: {faux}"));
    }
}

/// The act of a programme with a statement of reasons that is one sentence, some words so many times.
fn sentence(words: &str, times: usize) -> Duration {
    let acte = format!(
        "numero = \"2026_014\"\nobjet = [\"Programme\"]\nexpose = \"Nous voulons {}rien de plus\"\n\
         [[articles]]\ntexte = \"Le programme est approuvé.\"\n",
        words.repeat(times)
    );
    let files = programme_geant::of(1).with("deliberation.toml", acte);
    let once = || {
        let start = Instant::now();
        let lecture = delibere::read(&files).expect("memory does not fail");
        let dossier = lecture.dossier.unwrap_or_else(|| panic!("{:?}", lecture.diagnostics));
        let constats = delibere::check(&dossier, &delibere::compute(&dossier));
        assert_eq!(lecture.sources.locate_all(&constats).len(), constats.len());
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

#[test]
fn a_long_sentence_takes_time_in_proportion() {
    for words in [
        "l’annexe n° 7 et l’annexe 3, ",
        "l’action 1.1 et l’action 9, ",
        "les trois actions et les six orientations du programme, ",
        "à court terme 2013, à moyen terme 2014, ",
        "le lundi 7 septembre 2026 et le 31 avril 2026, ",
        "12 500 € puis 10.000 € et 20 K€, ",
        "la délibération n° 2025-062 du 26 juin 2025, ",
        "le plan triennal 2024-2027 et le plan 2026-2028, ",
        "la mise en place de ce dispositif, ",
        "le CCAS, la CRESS, le PLUI et le SCOT, ",
        "Une subvention de 12 500 € est versée. Le coût net du programme : 5 €. ",
    ] {
        in_proportion(|fois| sentence(words, 300 * fois), words);
    }
}
