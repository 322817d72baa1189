//! How reading, computing and checking grow with a programme: one, two and four thousand actions, ten lines each.
//!
//! Without Typst: `cargo bench --no-default-features --bench ampleur`.

mod programme_geant;

use delibere::compute::Comptes;
use delibere::model::Dossier;
use divan::{Bencher, black_box};
use programme_geant::dossier;

fn main() {
    divan::main();
}

fn read(fois: usize) -> (Dossier, Comptes) {
    let lecture = delibere::read(&dossier(fois)).expect("memory does not fail");
    let dossier = lecture.dossier.expect("no fault");
    let comptes = delibere::compute(&dossier);
    (dossier, comptes)
}

#[divan::bench(args = [1, 2, 4], sample_count = 20)]
fn lecture(bencher: Bencher<'_, '_>, fois: usize) {
    let files = dossier(fois);
    bencher.bench(|| delibere::read(black_box(&files)).expect("memory does not fail"));
}

#[divan::bench(args = [1, 2, 4], sample_count = 20)]
fn calcul(bencher: Bencher<'_, '_>, fois: usize) {
    let (dossier, _) = read(fois);
    bencher.bench(|| delibere::compute(black_box(&dossier)));
}

#[divan::bench(args = [1, 2, 4], sample_count = 20)]
fn controle(bencher: Bencher<'_, '_>, fois: usize) {
    let (dossier, comptes) = read(fois);
    bencher.bench(|| delibere::check(black_box(&dossier), &comptes));
}

/// The same where every sub-total is wrong: a thousand findings, each with its place.
#[divan::bench(args = [1, 2, 4], sample_count = 10)]
fn controle_tout_faux(bencher: Bencher<'_, '_>, fois: usize) {
    let (mut dossier, _) = read(fois);
    for total in dossier.budget.iter_mut().flat_map(|b| &mut b.totaux) {
        for cell in total.montants.iter_mut().flatten().flatten() {
            *cell = *cell + 7.into();
        }
    }
    let comptes = delibere::compute(&dossier);
    bencher.bench(|| delibere::check(black_box(&dossier), &comptes));
}
