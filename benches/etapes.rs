//! What each stage costs, in one process: reading, computing and checking the seed, laying out, exporting, and a small
//! edit of a document already laid out. Whole commands beside other tools: `mesure.sh`.

use std::path::Path;

use delibere::compute::Comptes;
use delibere::model::Dossier;
use delibere::read::{Disk, Memory};
use delibere::render::{Document, Moteur, MoteurOptions, Norme};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

fn seed() -> Dossier {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/valid/caen-la-mer-2012");
    let disk = Disk::open(&path).expect("the fixture is there");
    delibere::read(&disk).expect("it can be read").dossier.expect("it has no fault")
}

/// The seed and the same with one word changed.
fn two_states() -> [(Dossier, Comptes); 2] {
    let before = seed();
    let mut after = before.clone();
    after.deliberation.objet[3].push_str(" bis");
    [before, after].map(|d| {
        let comptes = delibere::compute(&d);
        (d, comptes)
    })
}

/// The files in memory: what is measured is our work, not the disk's.
fn files() -> Memory {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/valid/caen-la-mer-2012");
    let mut files = Memory::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name =
                    path.strip_prefix(&root).expect("under it").to_string_lossy().into_owned();
                files = files.with(&name, std::fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

/// Read, compute and check the whole seed.
#[divan::bench]
fn lecture_calcul_controle(bencher: Bencher<'_, '_>) {
    let files = files();
    bencher.bench(|| {
        let dossier = delibere::read(black_box(&files)).expect("read").dossier.expect("no fault");
        let comptes = delibere::compute(&dossier);
        delibere::check(&dossier, &comptes)
    });
}

/// Every rule on the whole seed: it is to take less than a hundredth of what its documents take to be laid out.
#[divan::bench]
fn toutes_les_regles(bencher: Bencher<'_, '_>) {
    let dossier = seed();
    let comptes = delibere::compute(&dossier);
    bencher.bench(|| delibere::check(black_box(&dossier), &comptes));
}

/// Lay out with nothing remembered.
#[divan::bench(args = ["deliberation", "annexe-budgetaire", "dossier"])]
fn composition_a_froid(bencher: Bencher<'_, '_>, document: &str) {
    let moteur = Moteur::new(MoteurOptions { memoire: 0, ..MoteurOptions::default() });
    let [(dossier, comptes), _] = two_states();
    let document = Document::parse(document).expect("a document");
    bencher.bench(|| moteur.compose(&dossier, &comptes, document).expect("laid out"));
}

/// Export a document that is laid out.
#[divan::bench(args = ["deliberation", "annexe-budgetaire", "dossier"])]
fn export(bencher: Bencher<'_, '_>, document: &str) {
    let moteur = Moteur::default();
    let [(dossier, comptes), _] = two_states();
    let document = Document::parse(document).expect("a document");
    let laid = moteur.compose(&dossier, &comptes, document).expect("laid out");
    bencher.bench(|| laid.pdf(&Norme::default()).expect("exported"));
}

/// From a small edit to new PDF bytes, in a process that has made the document before.
#[divan::bench(args = ["deliberation", "dossier"])]
fn petite_retouche(bencher: Bencher<'_, '_>, document: &str) {
    let moteur = Moteur::default();
    let states = two_states();
    let document = Document::parse(document).expect("a document");
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        // A word that was never there: remembering the other state would be no edit.
        let (mut dossier, comptes) = states[0].clone();
        dossier.deliberation.objet[3] = format!("Objet retouché {turn}");
        moteur.pdf(&dossier, &comptes, document, &Norme::default()).expect("made")
    });
}
