//! The documents of a sitting: what each must hold, and what the law of the date changes.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use delibere::compute::compute_seance;
use delibere::model::texte::{Bloc, Inline};
use delibere::model::{
    Conseiller, Convocation, Dossier, DossierSeance, IdConseiller, Mouvement, NaturePoint, Point,
    Pouvoir, Presences, Scrutin, Seance, SensMouvement, SortPoint, Texte, Urgence, Voix, Vote,
};
use delibere::read::Memory;
use delibere::render::{DocumentSeance, MiseEnPage, Norme};

use crate::support::{dossier, moteur};

const COLLECTIVITE: &str = r#"
nom = "Saint-Aubin-sur-Orne"
genre = "commune"
departement = "Calvados"
adresse = ["Hôtel de ville", "2, place de la Liberté", "14200 Saint-Aubin-sur-Orne"]
executif = { qualite = "La maire", prenom = "Claire", nom = "LEROY" }
"#;

pub fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).expect("a day")
}

fn hour(h: u32, m: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(h, m, 0)
}

fn id(nom: &str) -> IdConseiller {
    IdConseiller(nom.to_owned())
}

fn texte(words: &str) -> Texte {
    Texte { blocs: vec![Bloc::Paragraphe(vec![Inline::Texte(words.to_owned())])] }
}

/// A sitting of nine members: the first presides, the second keeps the record, the seventh is represented.
pub fn seance(date: NaiveDate) -> Seance {
    let names = [
        ("Mme", "Claire", "LEROY", Some("maire")),
        ("M.", "Karim", "BENALI", Some("1er adjoint")),
        ("Mme", "Aïcha", "DIALLO", Some("2e adjointe")),
        ("M.", "Jean", "MARTIN", None),
        ("Mme", "Louise", "PETIT", None),
        ("M.", "Paul", "DURAND", None),
        ("Mme", "Inès", "MOREAU", None),
        ("M.", "Hugo", "ROUX", None),
        ("Mme", "Anne", "GIRARD", None),
    ];
    let conseillers: Vec<Conseiller> = names
        .iter()
        .zip(1..)
        .map(|((civilite, prenom, nom, qualite), rang)| Conseiller {
            id: id(&nom.to_lowercase()),
            civilite: Some((*civilite).to_owned()),
            prenom: Some((*prenom).to_owned()),
            nom: (*nom).to_owned(),
            qualite: qualite.map(str::to_owned),
            groupe: None,
            commune: None,
            rang,
            suppleant_de: None,
        })
        .collect();
    let ids = |names: &[&str]| names.iter().map(|n| id(n)).collect::<Vec<_>>();
    Seance {
        date,
        heure: hour(19, 30),
        heure_fin: hour(22, 10),
        lieu: Some("salle du conseil".to_owned()),
        assemblee: None,
        rang: Some(4),
        huis_clos: false,
        vote_huis_clos: None,
        convocation: Some(Convocation {
            date: day(2026, 6, 12),
            affichage: Some(day(2026, 6, 13)),
            mode: None,
            urgence: None,
            seance_sans_quorum: None,
            rapports: None,
        }),
        conseillers,
        effectif: None,
        president: Some(id("leroy")),
        secretaires: ids(&["benali"]),
        auxiliaires: Vec::new(),
        presences: Some(Presences {
            presents: ids(&["leroy", "benali", "diallo", "martin", "petit", "durand"]),
            pouvoirs: vec![Pouvoir { mandant: id("moreau"), mandataire: id("diallo"), date: None }],
            excuses: ids(&["roux"]),
            absents: ids(&["girard"]),
        }),
        mouvements: vec![
            Mouvement {
                membre: id("girard"),
                sens: SensMouvement::Arrivee,
                point: 2,
                heure: hour(19, 52),
                pouvoir: None,
            },
            Mouvement {
                membre: id("durand"),
                sens: SensMouvement::Depart,
                point: 4,
                heure: hour(21, 5),
                pouvoir: Some(id("martin")),
            },
        ],
        points: Vec::new(),
        suites: delibere::model::Suites::default(),
        verifications: delibere::model::Verifications::default(),
        preliminaires: texte(
            "Mme la maire remercie les agents pour l’organisation de la fête des écoles.",
        ),
    }
}

fn point(rang: usize) -> Point {
    Point {
        numero: (rang + 1).to_string(),
        nature: NaturePoint::Deliberation,
        sort: SortPoint::Inscrit,
        motif: None,
        dossier: None,
        titre: None,
        rapporteur: None,
        acte: None,
        texte: Texte::default(),
        debats: Texte::default(),
        president: None,
        secretaires: Vec::new(),
    }
}

/// What an act is about, who votes against it and who abstains.
type Affaire = (&'static str, &'static [&'static str], &'static [&'static str]);

const AFFAIRES: [Affaire; 6] = [
    ("Approbation du procès-verbal de la séance du 21 mai 2026", &[], &[]),
    ("Tarifs de la restauration scolaire à compter du 1er septembre 2026", &["martin"], &["petit"]),
    ("Subvention à l’association Les Amis du livre", &[], &["petit"]),
    ("Cession d’une parcelle communale rue des Tilleuls", &[], &[]),
    ("Convention avec le syndicat départemental d’énergie", &[], &[]),
    (
        "Motion pour le maintien de la ligne de bus n° 7",
        &["leroy", "benali", "diallo", "moreau", "martin"],
        &[],
    ),
];

/// A sitting with its acts: the third is voted by roll call, the fourth withdrawn, the sixth added; then an information.
pub fn reunion(date: NaiveDate) -> DossierSeance {
    let mut seance = seance(date);
    seance.points = (0..7).map(point).collect();
    seance.points[1].debats = texte(
        "M. MARTIN demande si un tarif social est prévu. Mme DIALLO répond que trois tranches sont créées.",
    );
    seance.points[3].sort = SortPoint::Retire;
    seance.points[3].motif = Some("dans l’attente de l’avis des domaines".to_owned());
    seance.points[5].sort = SortPoint::Ajoute;
    seance.points[5].motif = Some("accepté à l’unanimité à l’ouverture de la séance".to_owned());
    seance.points[6].nature = NaturePoint::Information;
    seance.points[6].titre = Some("Décisions prises par délégation".to_owned());
    seance.points[6].texte = texte("Décision n° 2026-12 : contrat d’entretien des ascenseurs.");
    let ids = |names: &[&str]| Voix::Noms(names.iter().map(|n| id(n)).collect());
    let mut actes: Vec<Dossier> = AFFAIRES
        .iter()
        .enumerate()
        .map(|(i, (objet, contre, abstentions))| {
            let objet = toml::Value::String((*objet).to_owned());
            let acte = format!(
                "numero = \"2026-{:03}\"\nobjet = [{objet}]\nrapporteur = \"Mme Aïcha DIALLO\"\n\
                 expose = \"Le rapport expose l’affaire et ses motifs à l’assemblée.\"\n\
                 formule = \"Le conseil municipal, après en avoir délibéré :\"\n\
                 visas = [{{ nature = \"code\", texte = \"le code général des collectivités territoriales\" }}]\n\
                 considerants = [{{ texte = \"l’intérêt communal\" }}]\n\
                 [[decisions]]\nverbe = \"APPROUVE\"\ntexte = \"la proposition qui lui est faite.\"\n\
                 [[decisions]]\nverbe = \"AUTORISE\"\ntexte = \"la maire à signer les actes qui s’y rapportent.\"\n\
                 {}",
                i + 41,
if i == 1 { "[[annexes]]\npiece = \"texte\"\ntitre = \"Grille des tarifs\"\nfichier = \"tarifs.md\"\n" } else { "" },
            );
            let files = Memory::new()
                .with("collectivite.toml", COLLECTIVITE)
                .with("seance.toml", "date = 2026-06-18")
                .with("tarifs.md", "| Tranche | Prix |\n|---|--:|\n| A | 1,00 € |\n| B | 3,20 € |\n")
                .with("deliberation.toml", acte);
            let (mut dossier, _) = dossier(&files);
            dossier.point = Some(i);
            dossier.deliberation.vote = (i != 3).then(|| Vote {
                scrutin: if i == 2 { Scrutin::Public } else { Scrutin::Ordinaire },
                motif: (i == 2).then(|| "à la demande du quart des membres présents".to_owned()),
                contre: Some(ids(contre)),
                abstentions: Some(ids(abstentions)),
                ..Vote::default()
            });
            dossier
        })
        .collect();
    let seance = Arc::new(seance);
    for acte in &mut actes {
        acte.seance = Arc::clone(&seance);
    }
    let collectivite = Arc::clone(&actes[0].collectivite);
    DossierSeance { collectivite, seance, actes }
}

pub fn laid(dossier: &DossierSeance, document: DocumentSeance) -> MiseEnPage {
    let comptes = compute_seance(dossier);
    moteur()
        .compose_seance(dossier, &comptes, document)
        .unwrap_or_else(|e| panic!("{document}: {e}"))
}

/// The words of a document, as they are read aloud: plain spaces, lines joined.
pub fn lu(laid: &MiseEnPage) -> String {
    let pages: Vec<String> = laid.texte().iter().map(ToString::to_string).collect();
    pages.join("\n").split_whitespace().collect::<Vec<_>>().join(" ")
}

const DOCUMENTS: [DocumentSeance; 7] = [
    DocumentSeance::Convocation,
    DocumentSeance::OrdreDuJour,
    DocumentSeance::NoteSynthese,
    DocumentSeance::ListeDeliberations,
    DocumentSeance::CompteRendu,
    DocumentSeance::ProcesVerbal,
    DocumentSeance::Cahier,
];

pub fn apres() -> DossierSeance {
    reunion(day(2026, 6, 18))
}

fn avant() -> DossierSeance {
    let mut dossier = reunion(day(2021, 6, 17));
    let seance = Arc::make_mut(&mut dossier.seance);
    seance.convocation.as_mut().expect("a summons").date = day(2021, 6, 11);
    let seance = Arc::clone(&dossier.seance);
    for acte in &mut dossier.actes {
        acte.seance = Arc::clone(&seance);
    }
    dossier
}

/// Asserts that a text holds these words, in this order.
pub fn holds(texte: &str, words: &[&str]) {
    let mut rest = texte;
    for word in words {
        let at =
            rest.find(word).unwrap_or_else(|| panic!("« {word} » is not there in order: {texte}"));
        rest = &rest[at + word.len()..];
    }
}

#[test]
fn a_document_is_named_as_it_prints() {
    for document in DOCUMENTS {
        assert_eq!(DocumentSeance::parse(&document.to_string()), Some(document));
    }
    assert_eq!(DocumentSeance::parse("proces"), None);
}

#[test]
fn the_law_of_the_date_says_what_is_posted() {
    let (before, after) = (DocumentSeance::of(&avant()), DocumentSeance::of(&apres()));
    assert!(before.contains(&DocumentSeance::CompteRendu));
    assert!(!before.contains(&DocumentSeance::ListeDeliberations));
    assert!(after.contains(&DocumentSeance::ListeDeliberations));
    assert!(!after.contains(&DocumentSeance::CompteRendu));
}

#[test]
fn every_document_has_its_title_and_its_standard() {
    for (dossier, day) in [(apres(), "18 juin 2026"), (avant(), "17 juin 2021")] {
        for document in DocumentSeance::of(&dossier) {
            let laid = laid(&dossier, document);
            let octets = laid.pdf(&Norme::default()).unwrap_or_else(|e| panic!("{document}: {e}"));
            let pdf = lopdf::Document::load_mem(&octets).expect("a PDF");
            let info =
                pdf.trailer.get(b"Info").and_then(lopdf::Object::as_reference).expect("info");
            let title = pdf.get_dictionary(info).and_then(|d| d.get(b"Title")).expect("a title");
            let title = lopdf::decode_text_string(title).expect("text").replace('\u{a0}', " ");
            assert!(title.ends_with(&format!("– séance du conseil municipal du {day}")), "{title}");
            assert_eq!(pdf.get_pages().len(), laid.pages(), "{document}");
        }
    }
}

#[test]
fn the_summons_is_a_letter_with_its_agenda_and_a_form_of_power() {
    let dossier = apres();
    let lettre = lu(&laid(&dossier, DocumentSeance::Convocation));
    holds(
        &lettre,
        &[
            "Saint-Aubin-sur-Orne, le 12 juin 2026",
            "Mesdames et Messieurs les membres du conseil",
            "Convocation du conseil municipal",
            "J’ai l’honneur de vous convier à la séance du conseil municipal qui se tiendra le jeudi 18 juin 2026 à 19 h 30",
            "Ordre du jour",
            "4 Cession d’une parcelle",
            "5 Convention",
            "Je vous prie d’agréer",
            "Convocation affichée le 13 juin 2026",
            "La maire",
            "Claire LEROY",
            "Pouvoir",
            "Je soussigné(e)",
            "donne pouvoir à",
            "à la séance du jeudi 18 juin 2026",
            "L. 2121-20",
        ],
    );
    assert!(!lettre.contains("Motion pour le maintien"), "added in session: {lettre}");
    assert!(!lettre.contains("retiré"), "withdrawn since: {lettre}");
}

#[test]
fn an_urgent_or_second_summons_says_so() {
    let mut dossier = apres();
    let convocation = Arc::make_mut(&mut dossier.seance).convocation.as_mut().expect("a summons");
    convocation.seance_sans_quorum = Some(day(2026, 6, 8));
    convocation.urgence =
        Some(Urgence { motif: Some("mise en sécurité de l’école".to_owned()), vote: None });
    let lettre = lu(&laid(&dossier, DocumentSeance::Convocation));
    holds(&lettre, &["urgence : mise en sécurité de l’école.", "se prononcera sur l’urgence"]);
    holds(&lettre, &["à la séance du 8 juin 2026", "sans condition de quorum"]);
    let minutes = lu(&laid(&dossier, DocumentSeance::ProcesVerbal));
    holds(&minutes, &["sans condition de quorum", "en urgence : mise en sécurité de l’école."]);
}

#[test]
fn the_agenda_says_what_was_added_and_withdrawn() {
    let texte = lu(&laid(&apres(), DocumentSeance::OrdreDuJour));
    holds(
        &texte,
        &["Objet", "Rapporteur", "Nature", "Point retiré de l’ordre du jour", "Information"],
    );
    assert!(texte.contains("Point ajouté en séance"), "{texte}");
}

#[test]
fn the_note_has_the_reasons_and_the_proposals_of_the_summons() {
    let mut dossier = apres();
    dossier.actes[2].deliberation.expose = Texte::default();
    let texte = lu(&laid(&dossier, DocumentSeance::NoteSynthese));
    holds(
        &texte,
        &[
            "L. 2121-12",
            "Sommaire",
            "2. Tarifs de la restauration",
            "Le rapport expose l’affaire",
            "Il est proposé au conseil municipal d’adopter le dispositif suivant :",
            "APPROUVE la proposition",
            "3. Subvention",
            "CONSIDÉRANT l’intérêt communal",
            "7. Décisions prises par délégation",
            "contrat d’entretien des ascenseurs",
        ],
    );
    assert!(!texte.contains("Motion pour le maintien"), "{texte}");
}

#[test]
fn infinitives_follow_de() {
    use delibere::model::Dispositif;
    let mut dossier = apres();
    let Dispositif::Verbes(v) = &mut dossier.actes[0].deliberation.dispositif else { panic!() };
    for (decision, verbe) in v.iter_mut().zip(["approuver", "autoriser"]) {
        decision.verbe = verbe.to_owned();
    }
    let texte = lu(&laid(&dossier, DocumentSeance::NoteSynthese));
    holds(&texte, &["Il est proposé au conseil municipal de :", "approuver la proposition"]);
}

#[test]
fn the_list_gives_each_result() {
    let laid = laid(&apres(), DocumentSeance::ListeDeliberations);
    assert_eq!(laid.pages(), 1);
    let texte = lu(&laid);
    holds(
        &texte,
        &[
            "L. 2121-25",
            "2026-041 Approbation",
            "Adoptée à l’unanimité",
            "2026-042 Tarifs",
            "Adoptée à la majorité",
            "2026-044 Cession",
            "Retirée de l’ordre du jour",
            "2026-046 Motion",
            "Rejetée",
            "Information, sans vote",
            "Affichée le",
            "Mise en ligne le",
        ],
    );
}

#[test]
fn the_book_binds_every_act_that_was_dealt_with() {
    let laid = laid(&apres(), DocumentSeance::Cahier);
    let texte = lu(&laid);
    holds(
        &texte,
        &["Cahier de séance", "Sommaire", "2. Tarifs", "Grille des tarifs", "Ordre du jour"],
    );
    assert!(!texte.contains("Délibération n° 2026-044"), "{texte}");
    for (page, numero) in laid.texte().iter().zip(1..).skip(1) {
        let pied = format!("page {numero} / {}", laid.pages());
        assert!(page.to_string().replace('\u{a0}', " ").contains(&pied), "{pied}");
    }
    let octets = laid.pdf(&Norme::default()).expect("a PDF");
    let pdf = lopdf::Document::load_mem(&octets).expect("a PDF");
    let toc = pdf.get_toc().expect("bookmarks").toc;
    let seen: Vec<(usize, String)> =
        toc.iter().map(|t| (t.level, t.title.replace(['\u{a0}', '\u{202f}'], " "))).collect();
    let at = seen.iter().position(|(n, t)| *n == 1 && t.starts_with("2. Tarifs")).expect("point 2");
    assert_eq!(seen[at + 1], (2, "Délibération n° 2026-042".to_owned()));
    let annexe = seen[at..].iter().find(|(_, t)| t == "Grille des tarifs").expect("the annex");
    assert_eq!(annexe.0, 2);
}
