//! The package for the prefecture.

use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;
use delibere::check::{Controle, controler};
use delibere::droit::Generation;
use delibere::export::Fichier;
use delibere::export::actes::{
    self, Envoi, Identifiant, MAX_ARCHIVE, Paquet, PieceJointe, annulation, depot, transmission,
};
use delibere::model::{
    CodeIgnore, Dossier, Etat, NatureActe, Referent, Severite, Teletransmission,
};

use crate::support;

const PDF: &[u8] = b"%PDF-1.7\n% a page\n%%EOF\n";

/// A day that every fixture precedes.
fn jour() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 7, 1).expect("a day")
}

/// A fixture as it would be once voted and its budget put right: what has an error does not leave.
pub fn ready(case: &Path) -> Dossier {
    let mut dossier = support::read_well(case);
    if dossier.deliberation.etat == Some(Etat::Projet) {
        dossier.deliberation.etat = Some(Etat::Adoptee);
    }
    if let Some(budget) = &mut dossier.budget {
        budget.totaux.iter_mut().for_each(|t| t.montants = None);
    }
    // Rules of law are not what is judged here: what they find in a draft that is said to be voted is set aside, as a
    // file may do.
    dossier.deliberation.verifications.ignorer = delibere::check::REGLES
        .iter()
        // What judges that setting aside cannot be set aside itself.
        .filter(|r| !r.code.starts_with("VERI"))
        .map(|r| CodeIgnore { code: r.code.to_owned(), motif: "pour cet essai".to_owned() })
        .collect();
    complete(&mut dossier);
    dossier
}

/// The same once its transmission is declared, which an annulment supposes.
fn sent(case: &Path) -> Dossier {
    let mut dossier = ready(case);
    let day = dossier.seance.date;
    dossier.deliberation.mentions.transmission.get_or_insert(day);
    dossier
}

/// What a fixture that was written for something else does not tell the prefecture.
fn complete(dossier: &mut Dossier) {
    dossier.deliberation.matiere.get_or_insert_with(|| "7.10".parse().expect("a matière"));
    let c = collectivite(dossier);
    c.siren.get_or_insert_with(|| "241400415".parse().expect("a SIREN"));
    c.siret.get_or_insert_with(|| "24140041500014".parse().expect("a SIRET"));
    c.code_departement.get_or_insert_with(|| "14".parse().expect("a code"));
    c.teletransmission.get_or_insert_with(|| Teletransmission {
        arrondissement: 1,
        nature: Some(31),
        prefecture: None,
        trigramme: Some("abc".to_owned()),
        referent: Referent::default(),
        adresses_retour: vec!["actes@exemple.fr".parse().expect("an address")],
        classification: None,
    });
}

pub fn controle(dossier: Dossier) -> Controle<Dossier> {
    let comptes = delibere::compute(&dossier);
    controler(dossier, comptes).expect("an act without error")
}

fn annexes(dossier: &Dossier) -> Vec<PieceJointe> {
    let one = |a: &delibere::model::Annexe| PieceJointe {
        octets: PDF.to_vec(),
        type_piece: a.type_piece.clone(),
    };
    dossier.deliberation.annexes.iter().map(one).collect()
}

fn envoi(generation: Generation) -> Envoi {
    Envoi { generation: Some(generation), ..Envoi::du(jour()) }
}

fn made(case: &Path, generation: Generation) -> Paquet {
    let dossier = ready(case);
    let annexes = annexes(&dossier);
    transmission(&controle(dossier), PDF, &annexes, &envoi(generation)).expect("a package")
}

/// The schema of a generation, where the norms stand.
fn xsd(generation: Generation) -> Option<PathBuf> {
    let folder = match generation {
        Generation::V1 => "actes/xsd/lutece/actesv1_1.xsd",
        Generation::V2 => "actes/xsd/actesv1_1.xsd",
    };
    support::norme(folder).filter(|_| support::judge("xmllint"))
}

fn judge(xsd: &Path, fichier: &Fichier) -> (bool, String) {
    let folder = tempfile::tempdir().expect("temporary folder");
    let path = folder.path().join(&fichier.nom);
    std::fs::write(&path, &fichier.octets).expect("written");
    let run = Command::new("xmllint")
        .args(["--nonet", "--noout", "--schema"])
        .arg(xsd)
        .arg(&path)
        .output()
        .expect("xmllint runs");
    (run.status.success(), String::from_utf8_lossy(&run.stderr).into_owned())
}

#[test]
fn every_message_of_every_fixture_is_valid() {
    for generation in [Generation::V1, Generation::V2] {
        let Some(xsd) = xsd(generation) else { return };
        let mut judged = 0;
        for case in support::acts() {
            // What the assembly put off was not voted: nothing leaves.
            if delibere::compute(&ready(&case)).etat == Etat::Projet {
                continue;
            }
            let paquet = made(&case, generation);
            let off = annulation(&controle(sent(&case)), &envoi(generation)).expect("6-1");
            for f in [&paquet.enveloppe, &paquet.message, &off.enveloppe, &off.message] {
                let (good, said) = judge(&xsd, f);
                assert!(good, "{} {generation:?} {}: {said}", case.display(), f.nom);
                judged += 1;
            }
        }
        assert!(judged > 4 * 15, "{judged} messages");
    }
}

/// The judge sees a fault: one generation's message is not the other's.
#[test]
fn the_schemas_tell_the_generations_apart() {
    let case = support::root().join("fixtures/valid/commune-articles");
    for (made_for, judged_by) in
        [(Generation::V1, Generation::V2), (Generation::V2, Generation::V1)]
    {
        let Some(xsd) = xsd(judged_by) else { return };
        assert!(!judge(&xsd, &made(&case, made_for).message).0, "{made_for:?}");
    }
}

#[test]
fn names_are_those_of_the_norm() {
    let case = support::root().join("fixtures/valid/departement-cinq-exercices");
    let id = "099-229900013-20251212-CD_2025_12_07-DE";
    let paquet = made(&case, Generation::V2);
    let id = id.replace("229900013", &paquet.identifiant.siren);
    let names: Vec<&str> = paquet.fichiers().map(|f| f.nom.as_str()).collect();
    let siren = &paquet.identifiant.siren;
    let expected = [
        format!("EACT--{siren}--20270701-1.xml"),
        format!("{id}-1-1_0.xml"),
        format!("99_DE-{id}-1-1_1.pdf"),
        format!("21_RP-{id}-1-1_2.pdf"),
        format!("99_DE-{id}-1-1_3.pdf"),
        format!("99_DE-{id}-1-1_4.pdf"),
        format!("99_DE-{id}-1-1_5.pdf"),
        format!("abc-EACT--{siren}--20270701-1.tar.gz"),
    ];
    assert_eq!(names, expected);
    let old = made(&case, Generation::V1);
    assert_eq!(old.pieces[0].nom, format!("{id}-1-1_1.pdf"));
    let essai = Envoi { essai: true, rang: 12, ..envoi(Generation::V2) };
    let never = annulation(&controle(ready(&case)), &essai).expect_err("never sent");
    assert!(never[0].message.contains("aucune transmission"), "{never:#?}");
    let paquet = annulation(&controle(sent(&case)), &essai).expect("6-1");
    assert_eq!(paquet.enveloppe.nom, format!("TACT--{siren}--20270701-12.xml"));
    assert_eq!(paquet.message.nom, format!("{id}-6-1_0.xml"));
}

#[test]
fn the_message_says_what_the_act_says() {
    let case = support::root().join("fixtures/valid/caen-la-mer-2012");
    let paquet = made(&case, Generation::V2);
    let message = latin1(&paquet.message.octets);
    assert!(message.starts_with("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n"));
    for wanted in [
        "actes:Date=\"2012-12-07\" actes:NumeroInterne=\"C_12_05_01\" actes:CodeNatureActe=\"1\"",
        "<actes:CodeMatiere1 actes:CodeMatiere=\"7\"/>\n <actes:CodeMatiere2 actes:CodeMatiere=\"4\"/>",
        "<actes:Objet>DÉVELOPPEMENT ÉCONOMIQUE, RECHERCHE ET EMPLOI &#8211; ",
        "<actes:ClassificationDateVersion>2012-01-01</actes:ClassificationDateVersion>",
        "<actes:Annexes actes:Nombre=\"3\">",
        "<actes:DocumentPapier>N</actes:DocumentPapier>",
    ] {
        assert!(message.contains(wanted), "{wanted} in:\n{message}");
    }
    // 2012: without being asked, the schema of that day.
    let sent = NaiveDate::from_ymd_opt(2012, 12, 10).expect("a day");
    let dossier = ready(&case);
    let paquet = transmission(&controle(dossier), PDF, &[], &Envoi::du(sent)).expect("a package");
    let message = latin1(&paquet.message.octets);
    assert!(!message.contains("DocumentPapier"), "{message}");
    assert!(message.contains("<actes:Annexes actes:Nombre=\"0\"/>"), "{message}");
}

fn latin1(octets: &[u8]) -> String {
    octets.iter().map(|b| char::from(*b)).collect()
}

#[test]
fn the_archive_is_flat_whole_and_always_the_same() {
    let case = support::root().join("fixtures/valid/departement-cinq-exercices");
    let paquet = made(&case, Generation::V2);
    assert_eq!(paquet, made(&case, Generation::V2));
    let folder = tempfile::tempdir().expect("temporary folder");
    let path = folder.path().join(&paquet.archive.nom);
    std::fs::write(&path, &paquet.archive.octets).expect("written");
    let run = Command::new("tar")
        .arg("xzf")
        .arg(&path)
        .arg("-C")
        .arg(folder.path())
        .output()
        .expect("tar runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    for f in paquet.fichiers().filter(|f| f.nom != paquet.archive.nom) {
        assert_eq!(std::fs::read(folder.path().join(&f.nom)).expect("in the archive"), f.octets);
    }
    let entries = std::fs::read_dir(folder.path()).expect("a folder").count();
    assert_eq!(entries, paquet.fichiers().count(), "flat, and nothing more");
}

#[test]
fn an_archive_beyond_the_limit_does_not_leave() {
    let case = support::root().join("fixtures/valid/commune-articles");
    let mut hasard = support::Hasard(42);
    // What does not compress, in eight bytes at a time.
    let mut octets = b"%PDF-1.7\n".to_vec();
    while octets.len() <= MAX_ARCHIVE {
        octets.extend(hasard.below(u64::MAX).to_le_bytes());
    }
    let refused = transmission(&controle(ready(&case)), &octets, &[], &envoi(Generation::V2));
    let constats = refused.expect_err("too large");
    assert!(constats[0].message.contains("150"), "{constats:#?}");
}

/// Changes the act, and gives the codes and places of what is then refused.
fn refusals(change: impl FnOnce(&mut Dossier)) -> Vec<(&'static str, String)> {
    let mut dossier = ready(&support::root().join("fixtures/valid/commune-articles"));
    change(&mut dossier);
    let constats =
        transmission(&controle(dossier), PDF, &[], &envoi(Generation::V2)).expect_err("a refusal");
    for c in &constats {
        assert!(!c.message.ends_with('.') && c.aide.is_some(), "{c:#?}");
    }
    constats
        .into_iter()
        .filter(|c| c.severite == Severite::Erreur)
        .map(|c| (c.code, format!("{} {}", c.lieu.fichier, c.lieu.chemin)))
        .collect()
}

fn collectivite(dossier: &mut Dossier) -> &mut delibere::model::Collectivite {
    std::sync::Arc::make_mut(&mut dossier.collectivite)
}

#[test]
fn everything_that_is_missing_is_said_at_once() {
    let found = refusals(|d| {
        let c = collectivite(d);
        c.siren = None;
        c.code_departement = None;
        c.teletransmission = None;
        d.deliberation.matiere = None;
        d.deliberation.numero.transmis = None;
        d.deliberation.etat = Some(Etat::Projet);
        d.deliberation.vote = None;
        d.vie.etapes.clear();
    });
    let expected = [
        ("ENVOI-01", "collectivite.toml "),
        ("ENVOI-01", "collectivite.toml "),
        ("ENVOI-02", "deliberation.toml numero"),
        ("ENVOI-02", "deliberation.toml etat"),
        ("ENVOI-01", "deliberation.toml "),
        ("ENVOI-01", "collectivite.toml "),
    ];
    assert_eq!(found, expected.map(|(c, l)| (c, l.to_owned())));
}

#[test]
fn what_the_norm_refuses_is_refused() {
    let at = |chemin: &str| vec![("ENVOI-02", format!("deliberation.toml {chemin}"))];
    let matiere = |m: &str| {
        let m = m.parse().expect("a matière");
        refusals(|d| d.deliberation.matiere = Some(m))
    };
    assert_eq!(matiere("7.11"), at("matiere"));
    assert_eq!(matiere("9.4.5"), at("matiere"));
    let numero = |n: &str| refusals(|d| d.deliberation.numero.transmis = Some(n.to_owned()));
    for n in ["_2025", "2025_", "2025-034", "2025 034", "délib", "0123456789ABCDEF", ""] {
        assert_eq!(numero(n), at("numero_transmis"), "{n}");
    }
    let typed = refusals(|d| {
        d.deliberation.transmission.type_piece = Some("99_AU".parse().expect("a type"));
    });
    assert_eq!(typed, at("transmission.type_piece"));
    let remplace = refusals(|d| d.deliberation.transmission.remplace = Some("2025_001".to_owned()));
    assert_eq!(remplace, at("transmission.remplace"));
}

#[test]
fn files_that_the_norm_refuses_do_not_leave() {
    let dossier = || ready(&support::root().join("fixtures/valid/commune-articles"));
    let try_with = |dossier: Dossier, acte: &[u8], annexe: &[u8]| {
        let piece = PieceJointe { octets: annexe.to_vec(), type_piece: None };
        transmission(&controle(dossier), acte, &[piece], &envoi(Generation::V2))
    };
    let png = b"\x89PNG\r\n\x1a\n...";
    let xml = b"<?xml version=\"1.0\"?><DocumentBudgetaire/>";
    let locked = b"%PDF-1.7\ntrailer <</Root 1 0 R /Encrypt 5 0 R>>\n%%EOF";
    assert!(try_with(dossier(), png, PDF).is_err());
    assert!(try_with(dossier(), xml, PDF).is_err());
    assert!(try_with(dossier(), locked, PDF).is_err());
    assert!(try_with(dossier(), PDF, b"MZ a program").is_err());
    let paquet = try_with(dossier(), PDF, png).expect("an image may be an annex");
    assert!(paquet.pieces[1].nom.ends_with("_2.png"), "{}", paquet.pieces[1].nom);

    let mut budget = dossier();
    budget.deliberation.transmission.nature = NatureActe::DocumentBudgetaire;
    budget.deliberation.matiere = Some("7.1".parse().expect("7.1"));
    let paquet = try_with(budget.clone(), xml, PDF).expect("a budget may be in XML");
    assert!(paquet.pieces[0].nom.starts_with("99_BU-") && paquet.pieces[0].nom.ends_with(".xml"));
    assert!(try_with(budget.clone(), xml, png).is_err(), "PDF alone beside an act in XML");
    // 7.10 is not 7.1.
    budget.deliberation.matiere = Some("7.10".parse().expect("7.10"));
    assert!(try_with(budget, xml, PDF).is_err());
}

#[test]
fn the_flat_deposit_needs_no_envelope() {
    let mut dossier = ready(&support::root().join("fixtures/valid/departement-cinq-exercices"));
    collectivite(&mut dossier).teletransmission = None;
    let annexes = annexes(&dossier);
    let files = depot(&controle(dossier), PDF, &annexes, &envoi(Generation::V2)).expect("files");
    let meta: serde_json::Value = serde_json::from_slice(&files[0].octets).expect("JSON");
    assert_eq!(meta["matiere"]["code"], "8.1");
    assert_eq!(meta["numero_transmis"], "CD_2025_12_07");
    let pieces = meta["pieces"].as_array().expect("pieces");
    assert_eq!(pieces.len(), files.len() - 1);
    for (piece, file) in pieces.iter().zip(&files[1..]) {
        assert_eq!(piece["fichier"], file.nom.as_str());
        assert!(piece["type_piece"].is_string(), "{piece}");
    }
    assert_eq!(pieces[1]["titre"], "Document d'orientation");
}

#[test]
fn the_classification_of_a_prefecture_takes_the_place_of_ours() {
    for (fichier, date, matieres, types) in [
        ("pastell_s2low_classification-exemple.xml", "2019-03-01", 172, 115),
        ("megalis_classification.xml", "2017-11-13", 0, 0),
        ("pastell_codeception_classification.xml", "2004-04-01", 0, 0),
    ] {
        let Some(path) = support::norme(&format!("actes/samples/{fichier}")) else { return };
        let octets = std::fs::read(path).expect("a sample");
        let c = actes::classification(&octets).expect("a classification");
        assert_eq!(c.date.to_string(), date);
        if matieres > 0 {
            assert_eq!((c.matieres.len(), c.types_piece.len()), (matieres, types));
            // The program's own is this very message, label by label.
            let own = delibere::droit::classification();
            assert!(own.matieres.iter().all(|(m, l)| c.libelle(m) == Some(l)));
        }
        assert!(c.libelle(&"7.4".parse().expect("7.4")).is_some(), "{fichier}");
    }
    let message = b"<?xml version=\"1.0\"?><a/>";
    assert!(actes::classification(message).is_err());
}

/// The identifiers of the real messages are read and written back.
#[test]
fn identifiers_are_read_and_written_back() {
    for id in [
        "034-491011698-20171207-CL20171227_06-DE",
        "069-123456789-20130601-20130623C-AI",
        "02A-241400415-20121207-A-1 b-DE",
    ] {
        assert_eq!(id.parse::<Identifiant>().expect("an identifier").to_string(), id);
    }
    for id in [
        "",
        "014-241400415-20121307-A-DE",
        "014-24140041-20121207-A-DE",
        "014-241400415-20121207--DE",
        "014-241400415-20121207-0123456789ABCDEF-DE",
    ] {
        assert!(id.parse::<Identifiant>().is_err(), "{id}");
    }
}

mod any_number {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whatever the printed number, the names that follow from the transmitted one are those of the norm.
        #[test]
        fn makes_names_of_the_norm(affiche in "\\PC{1,24}") {
            let transmis = delibere::model::NumeroActe::transmissible(&affiche);
            if let Some(numero) = transmis {
                prop_assert!(Identifiant::is_numero(&numero), "{numero}");
                let id: Identifiant = format!("014-241400415-20121207-{numero}-DE").parse().expect("an identifier");
                prop_assert!(id.to_string().len() <= 41);
                let name = id.piece(Some(&"99_DE".parse().expect("a type")), 12, "pdf");
                prop_assert!(name.len() <= 100, "a name fits in the header of an archive");
                let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-.".contains(&b));
                prop_assert!(plain, "{name}");
            }
        }
    }
}
