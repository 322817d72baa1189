//! The same dossier gives the same bytes.

use delibere::render::{Document, Image, Norme};

use crate::support::{dossier_in, laid, moteur, pdf, root};

const DOCUMENTS: [Document; 2] = [Document::Deliberation, Document::AnnexeBudgetaire];

fn case() -> std::path::PathBuf {
    root().join("fixtures/valid/caen-la-mer-2012")
}

#[test]
fn twice_and_in_a_thread() {
    for document in DOCUMENTS {
        let first = pdf(&case(), document);
        let again = move || {
            let (dossier, comptes) = dossier_in(&case());
            moteur().pdf(&dossier, &comptes, document, &Norme::default()).expect("a PDF")
        };
        assert!(*first == again(), "{document}");
        assert!(
            *first == std::thread::spawn(again).join().expect("a thread"),
            "{document} in a thread"
        );
    }
}

#[test]
fn in_a_new_engine() {
    let (dossier, comptes) = dossier_in(&case());
    let moteur = delibere::render::Moteur::default();
    let again = moteur.pdf(&dossier, &comptes, Document::Deliberation, &Norme::default());
    assert!(*pdf(&case(), Document::Deliberation) == again.expect("a PDF"));
}

#[test]
fn images_too() {
    let laid = laid(&case(), Document::Deliberation);
    for format in [Image::Png(40), Image::Svg] {
        assert!(laid.images(format).expect("images") == laid.images(format).expect("images"));
    }
}

#[cfg(feature = "cli")]
#[test]
fn in_another_process_and_from_another_place() {
    use crate::support::{copy, delibere};

    let folder = tempfile::tempdir().expect("temporary folder");
    let elsewhere = folder.path().join("un autre été").join("acte");
    copy(&case(), &elsewhere);
    for (zone, lang, threads) in
        [("Pacific/Auckland", "tr_TR.UTF-8", "1"), ("America/Caracas", "C", "4")]
    {
        let run = delibere()
            .args(["produire", "acte", "--sortie", "pdf"])
            .args(DOCUMENTS.iter().map(|d| format!("--document={d}")))
            .current_dir(elsewhere.parent().expect("a parent"))
            .env("TZ", zone)
            .env("LANG", lang)
            .env("LC_ALL", lang)
            .env("RAYON_NUM_THREADS", threads)
            .output()
            .expect("the command runs");
        assert!(run.status.success(), "{run:?}");
        for document in DOCUMENTS {
            let path = folder.path().join("un autre été/pdf").join(format!("{document}.pdf"));
            assert!(
                std::fs::read(path).expect("a file") == *pdf(&case(), document),
                "{document} in {zone}"
            );
        }
    }
}
