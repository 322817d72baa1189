//! See `src/redaction`.

mod election;
mod formes;
mod proprietes;
mod seances;

use std::sync::Arc;

use chrono::NaiveDate;
use delibere::compute::{self, ComptesVote};
use delibere::model::{
    CauseNonParticipation, Collectivite, Conseiller, IdConseiller, NonParticipation, Pouvoir,
    Presences, Seance, Voix, Vote,
};
use delibere::read::Memory;
use delibere::redaction::{Depouillement, Issue};

fn id(nom: &str) -> IdConseiller {
    IdConseiller(nom.to_owned())
}

fn ids(noms: &[&str]) -> Vec<IdConseiller> {
    noms.iter().map(|n| id(n)).collect()
}

fn noms(noms: &[&str]) -> Option<Voix> {
    Some(Voix::Noms(ids(noms)))
}

fn nombre(n: u32) -> Option<Voix> {
    Some(Voix::Nombre(n))
}

/// A member, « Mme Anne LEROY ».
fn membre(rang: usize, nom_complet: &str) -> Conseiller {
    let mut words = nom_complet.splitn(3, ' ').map(str::to_owned);
    let (civilite, prenom) = (words.next(), words.next());
    let nom = words.next().expect("title, first name and name");
    Conseiller {
        id: id(&nom),
        civilite,
        prenom,
        nom,
        qualite: None,
        groupe: None,
        commune: None,
        rang: u32::try_from(rang + 1).expect("few"),
        suppleant_de: None,
    }
}

fn seance(date: (i32, u32, u32), conseillers: Vec<Conseiller>, presences: Presences) -> Seance {
    let (y, m, d) = date;
    Seance {
        date: NaiveDate::from_ymd_opt(y, m, d).expect("a day"),
        heure: None,
        heure_fin: None,
        lieu: None,
        assemblee: None,
        rang: None,
        huis_clos: false,
        vote_huis_clos: None,
        convocation: None,
        president: conseillers.first().map(|c| c.id.clone()),
        conseillers,
        effectif: None,
        secretaires: Vec::new(),
        auxiliaires: Vec::new(),
        presences: Some(presences),
        mouvements: Vec::new(),
        points: Vec::new(),
        verifications: delibere::model::Verifications::default(),
        preliminaires: delibere::model::Texte::default(),
        suites: delibere::model::Suites::default(),
    }
}

fn pouvoir(mandant: &str, mandataire: &str) -> Pouvoir {
    Pouvoir { mandant: id(mandant), mandataire: id(mandataire), date: None }
}

fn hors(
    membre: &str,
    cause: CauseNonParticipation,
    motif: Option<&str>,
    quitte: bool,
) -> NonParticipation {
    let motif = motif.map(str::to_owned);
    NonParticipation { membre: id(membre), cause, motif, quitte_la_salle: quitte }
}

/// An authority of that kind.
fn collectivite(genre: &str) -> Arc<Collectivite> {
    let files = Memory::new()
        .with(
            "collectivite.toml",
            format!(
                "nom = \"Ici\"\ngenre = \"{genre}\"\nexecutif = {{ qualite = \"Le maire\", nom = \"A\" }}\n"
            ),
        )
        .with("seance.toml", "date = 2026-03-12")
        .with(
            "deliberation.toml",
            "numero = \"1\"\netat = \"projet\"\nobjet = [\"a\"]\nexpose = \"a\"\narticles = [{ texte = \"a\" }]\n",
        );
    let lecture = delibere::read(&files).expect("files");
    let dossier = lecture.dossier.unwrap_or_else(|| panic!("{:#?}", lecture.diagnostics));
    dossier.collectivite
}

fn compter(seance: &Seance, c: &Collectivite, point: Option<usize>, vote: &Vote) -> ComptesVote {
    let presence = compute::presence::compute(seance, point, Some(vote));
    compute::vote::compute(vote, seance, c, point, presence.as_ref())
}

/// The sentences of a vote, then its short form.
fn rediger(seance: &Seance, c: &Collectivite, point: Option<usize>, vote: &Vote) -> Vec<String> {
    let comptes = &compter(seance, c, point, vote);
    let counted = Depouillement { collectivite: c, seance, point, vote, comptes };
    let mut out = counted.recit(&Issue::default());
    out.push(counted.court());
    out.iter().map(|phrase| plain(phrase)).collect()
}

/// What a number counts, in the sentences of a vote.
const COMPTES: [&str; 9] =
    ["voix", "contre", "abstention", "bulletin", "blanc", "nul", "siège", "membre", "suffrage"];

/// A sentence with plain spaces, once it is sure that no line can end between a number and what it counts.
fn plain(phrase: &str) -> String {
    for (at, _) in phrase.match_indices(' ') {
        let (before, after) = (&phrase[..at], &phrase[at + 1..]);
        let parted = before.ends_with(|c: char| c.is_ascii_digit())
            && COMPTES.iter().any(|mot| after.starts_with(mot));
        assert!(!parted, "a number may end a line before {after:?}: {phrase}");
    }
    phrase.replace('\u{a0}', " ")
}

/// A council of nine, all there, over which Mme LEROY presides.
fn conseil() -> Seance {
    let membres = [
        "Mme Anne LEROY",
        "M. Karim BENALI",
        "Mme Aïcha DIALLO",
        "M. Paul MOREAU",
        "Mme Julie MARTIN",
        "M. Pierre MARTIN",
        "Mme Rose PETIT",
        "M. Luc ROUX",
        "Mme Inès FAURE",
    ];
    let mut conseillers: Vec<Conseiller> =
        membres.iter().enumerate().map(|(i, nom)| membre(i, nom)).collect();
    conseillers[4].id = id("J. MARTIN");
    conseillers[5].id = id("P. MARTIN");
    let presents = conseillers.iter().map(|c| c.id.clone()).collect();
    seance((2026, 6, 18), conseillers, Presences { presents, ..Presences::default() })
}

/// What a vote of that council reads as, in a commune.
#[track_caller]
fn lit(vote: &Vote, attendu: &[&str]) {
    lit_in(&conseil(), &collectivite("commune"), vote, attendu);
}

#[track_caller]
fn lit_in(seance: &Seance, c: &Collectivite, vote: &Vote, attendu: &[&str]) {
    assert_eq!(rediger(seance, c, None, vote), attendu);
}
