//! Reading, computing and checking grow with a programme, not with its square.

use std::time::{Duration, Instant};

#[path = "../../benches/programme_geant.rs"]
mod programme_geant;

/// The least time that a programme of that many actions takes, of three.
fn least(actions: usize) -> Duration {
    let files = programme_geant::of(actions);
    let once = || {
        let start = Instant::now();
        let dossier = delibere::read(&files).expect("memory does not fail").dossier;
        let dossier = dossier.expect("no fault");
        let constats = delibere::check(&dossier, &delibere::compute(&dossier));
        assert_eq!(constats, [], "a right programme");
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

#[test]
fn a_larger_programme_takes_time_in_proportion() {
    let (one, four) = (least(60), least(240));
    // Four times the work; a square would be sixteen times.
    assert!(four < one * 10, "{one:?} for 600 lines, {four:?} for 2 400");
}
