//! The minutes, and what the other papers of a sitting say of the same facts.

use std::sync::Arc;

use delibere::compute::compute_seance;
use delibere::model::{CauseNonParticipation, DossierSeance, NonParticipation, Seance, Voix, Vote};
use delibere::render::{Document, DocumentSeance, Registre};

use super::seance::{apres, holds, laid, lu};
use crate::support::moteur;

/// The same sitting, changed: every act sees the change.
fn with(mut dossier: DossierSeance, change: impl FnOnce(&mut Seance)) -> DossierSeance {
    change(Arc::make_mut(&mut dossier.seance));
    for acte in &mut dossier.actes {
        acte.seance = Arc::clone(&dossier.seance);
    }
    dossier
}

fn register(dossier: &DossierSeance) -> String {
    let mut registre = Registre::new(Arc::clone(&dossier.collectivite), 2026, 1);
    registre.add(dossier, &compute_seance(dossier));
    lu(&moteur().compose_registre(&registre).expect("a layout"))
}

#[test]
fn what_was_voted_down_is_no_decision() {
    let minutes = lu(&laid(&apres(), DocumentSeance::ProcesVerbal));
    holds(
        &minutes,
        &[
            "Projet de délibération n° 2026-046",
            "Proposition mise aux voix et rejetée :",
            "Rejetée",
        ],
    );
}

#[test]
fn who_renders_accounts_leaves_for_the_vote_and_others_for_the_point() {
    let mut dossier = apres();
    let out = |membre: &str, cause| NonParticipation {
        membre: delibere::model::IdConseiller(membre.to_owned()),
        cause,
        motif: None,
        quitte_la_salle: true,
    };
    let vote = dossier.actes[1].deliberation.vote.as_mut().expect("a vote");
    vote.non_participations = vec![
        out("leroy", CauseNonParticipation::CompteAdministratif),
        out("benali", CauseNonParticipation::Interet),
        out("diallo", CauseNonParticipation::Interet),
    ];
    let minutes = lu(&laid(&dossier, DocumentSeance::ProcesVerbal));
    holds(
        &minutes,
        &[
            "2. Tarifs",
            "M. Karim BENALI et Mme Aïcha DIALLO quittent la salle pendant l’examen de ce point.",
            "Mme Claire LEROY se retire au moment du vote.",
        ],
    );
}

#[test]
fn nobody_reports_on_what_is_withdrawn_and_a_president_has_a_quality() {
    let dossier = with(apres(), |s| {
        s.points[2].president = Some(s.conseillers[2].id.clone());
        s.points[3].motif = Some("L’avis des domaines manque".to_owned());
    });
    let minutes = lu(&laid(&dossier, DocumentSeance::ProcesVerbal));
    holds(&minutes, &["3. Subvention", "Sous la présidence de Mme Aïcha DIALLO, 2e adjointe."]);
    let from = minutes.find("4. Cession").expect("point 4");
    let point = &minutes[from..minutes.find("5. Convention").expect("point 5")];
    // An end written as a sentence is one; nobody reports.
    assert!(point.contains("ordre du jour. L’avis des domaines manque."), "{point}");
    assert!(!point.contains("Rapporteur"), "{point}");
}

#[test]
fn the_agenda_of_the_minutes_is_that_of_the_summons() {
    let minutes = lu(&laid(&apres(), DocumentSeance::ProcesVerbal));
    holds(
        &minutes,
        &["Ordre du jour", "7 Décisions prises", "Point ajouté en séance :", "6 Motion"],
    );
}

#[test]
fn nobody_knows_before_an_election_who_is_elected() {
    let mut dossier = apres();
    let vote = dossier.actes[1].deliberation.vote.as_mut().expect("a vote");
    vote.poste = Some("deuxième adjointe".to_owned());
    let note = lu(&laid(&dossier, DocumentSeance::NoteSynthese));
    let from = note.rfind("2. Tarifs").expect("point 2");
    let point = &note[from..note.rfind("3. Subvention").expect("point 3")];
    assert!(point.contains("est appelé à procéder à cette élection."), "{point}");
    assert!(!point.contains("APPROUVE"), "{point}");
}

#[test]
fn every_paper_says_that_the_public_is_kept_out() {
    let dossier = with(apres(), |s| s.huis_clos = true);
    let comptes = compute_seance(&dossier);
    let extract = moteur()
        .compose(&dossier.actes[0], &comptes.actes[0], Document::Extrait)
        .expect("a layout");
    let said = "La séance se tient à huis clos.";
    assert!(lu(&extract).contains(said));
    for document in [DocumentSeance::ListeDeliberations, DocumentSeance::ProcesVerbal] {
        assert!(lu(&laid(&dossier, document)).contains(said), "{document}");
        assert!(!lu(&laid(&apres(), document)).contains(said), "{document}");
    }
    assert!(register(&dossier).contains(said));
}

#[test]
fn the_minutes_say_how_the_public_was_kept_out() {
    let dossier = with(apres(), |s| {
        let against = Voix::Noms(vec![s.conseillers[3].id.clone()]);
        s.huis_clos = true;
        s.vote_huis_clos = Some(Vote { contre: Some(against), ..Vote::default() });
    });
    let minutes = lu(&laid(&dossier, DocumentSeance::ProcesVerbal));
    // Six are there, and one is represented.
    let said = ["Le conseil municipal décide le huis clos", "6 voix pour, 1 contre (M. MARTIN)"];
    holds(&minutes, &said);
}

/// The members cut the form of power off the letter: nine points leave it its room.
#[test]
fn the_form_of_power_stands_under_the_letter() {
    let case = crate::support::root().join("fixtures/valid/saint-aubin-2026-06");
    let both = super::ouvrages::sitting(&case);
    assert_eq!(both.0.seance.points.len(), 9);
    assert_eq!(laid(&both.0, DocumentSeance::Convocation).pages(), 1);
}

#[test]
fn the_contents_say_why_a_point_is_not_there() {
    let book = lu(&laid(&apres(), DocumentSeance::Cahier));
    let contents = &book[book.find("Sommaire").expect("contents")..];
    holds(contents, &["7. Décisions", "4. Cession", "Point retiré", "avis des domaines"]);
}

/// Who presides over one point signs for its act, on the closing sheet as on the act.
#[test]
fn whoever_signs_an_act_signs_the_closing_sheet() {
    let dossier = with(apres(), |s| {
        s.points[1].president = Some(s.conseillers[2].id.clone());
    });
    let texte = register(&dossier);
    let sheet = &texte[texte.find("Feuillet de clôture").expect("the sheet")..];
    holds(
        sheet,
        &[
            "2026-042",
            "Adoptée à la majorité",
            "2026-044",
            "Retirée",
            "2026-046",
            "Rejetée",
            "La maire Claire LEROY Le secrétaire de séance Karim BENALI",
            "La présidente de séance Aïcha DIALLO (délibération n° 2026-042)",
        ],
    );
    assert!(!sheet.contains("Non adoptée"), "{sheet}");
}

#[test]
fn the_table_by_object_sorts_a_ligature_as_its_letters() {
    let mut dossier = apres();
    dossier.actes[1].deliberation.objet = vec!["Œuvres sociales".to_owned()];
    let texte = register(&dossier);
    let table = &texte[texte.find("Table par objet").expect("the table")..];
    holds(table, &["Motion", "Œuvres", "Subvention"]);
}

/// A page is named as it is printed: the cover has no number.
#[test]
fn the_pages_of_a_register_are_named_by_their_sheet() {
    let dossier = apres();
    let mut registre = Registre::new(Arc::clone(&dossier.collectivite), 2026, 41);
    registre.add(&dossier, &compute_seance(&dossier));
    let laid = moteur().compose_registre(&registre).expect("a layout");
    let octets = laid.pdf(&delibere::render::Norme::default()).expect("a PDF");
    let pdf = lopdf::Document::load_mem(&octets).expect("a PDF");
    let labels = pdf.catalog().and_then(|c| c.get(b"PageLabels")).expect("labels");
    let labels = pdf.dereference(labels).expect("labels").1.as_dict().expect("labels");
    let nums = labels.get(b"Nums").and_then(lopdf::Object::as_array).expect("numbers");
    assert_eq!(nums[2].as_i64().ok(), Some(1));
    let first = pdf.dereference(&nums[3]).expect("a label").1.as_dict().expect("a label");
    assert_eq!(first.get(b"St").and_then(lopdf::Object::as_i64).ok(), Some(41));
    let toc = pdf.get_toc().expect("bookmarks").toc;
    let second = toc.iter().find(|t| t.title.contains("2026-042")).expect("a bookmark");
    assert!(second.title.contains("Tarifs de la restauration"), "{}", second.title);
    assert!(!toc.iter().any(|t| t.title.contains("après en avoir délibéré")));
}
