//! Deliberations 2.1.5: one row for each adopted act.

use super::{Schema, refus};
use crate::compute::{self, Comptes};
use crate::droit;
use crate::export::constat::{absent, refused};
use crate::export::csv::cellule;
use crate::model::{Constat, Dossier, Lieu, NatureEtape};

/// The columns of the schema of deliberations, in its order.
pub const COLONNES: [&str; 17] = [
    "COLL_NOM",
    "COLL_SIRET",
    "DELIB_ID",
    "DELIB_DATE",
    "DELIB_MATIERE_CODE",
    "DELIB_MATIERE_NOM",
    "DELIB_OBJET",
    "BUDGET_ANNEE",
    "BUDGET_NOM",
    "PREF_ID",
    "PREF_DATE",
    "VOTE_EFFECTIF",
    "VOTE_REEL",
    "VOTE_POUR",
    "VOTE_CONTRE",
    "VOTE_ABSTENTION",
    "DELIB_URL",
];

/// The schema: a row is known by who, which act, which day.
pub const SCHEMA: Schema = Schema { colonnes: &COLONNES, cle: &[1, 2, 3] };

/// The row of an adopted act.
///
/// # Errors
/// What the schema asks for and the dossier lacks.
pub fn ligne(dossier: &Dossier, comptes: &Comptes) -> Result<[String; 17], Vec<Constat>> {
    let (c, d) = (&dossier.collectivite, &dossier.deliberation);
    let mut constats =
        refus(dossier, comptes, "seule une délibération adoptée entre dans les données ouvertes");
    if d.matiere.is_none() {
        constats.push(absent(
            "deliberation.toml",
            "",
            "il manque la matière de l’acte, que les données ouvertes demandent",
            "ajoutez en tête du fichier : matiere = \"7.4\" ; « delibere transmettre --matieres » en donne la liste",
        ));
    }
    let known = d.matiere.as_ref().map(crate::model::Matiere::nationale);
    let libelle = known.as_ref().and_then(|m| droit::classification().libelle(m));
    if let (Some(m), None) = (&known, libelle) {
        constats.push(refused(
            Lieu::new("deliberation.toml", "matiere"),
            format!("la nomenclature nationale n’a pas de matière {m}"),
            "« delibere transmettre --matieres » en donne la liste",
        ));
    }
    let (Some(siret), Some(matiere), Some(libelle), true) =
        (&c.siret, known, libelle, constats.is_empty())
    else {
        return Err(constats);
    };
    let mentions = compute::mentions(dossier, comptes.etat);
    let reception = mentions.reception.filter(|r| *r >= dossier.seance.date);
    let prefecture = c.teletransmission.as_ref().and_then(|t| t.prefecture.clone());
    let (annee, budget) = budget(dossier);
    let [effectif, reel, pour, contre, abstention] = votes(dossier, comptes);
    let url = dossier
        .vie
        .derniere(NatureEtape::Publiee)
        .and_then(|e| e.preuve.as_deref())
        .filter(|p| is_url(p));
    Ok([
        cellule(&c.nom),
        siret.to_string(),
        cellule(&d.numero.affiche),
        dossier.seance.date.to_string(),
        matiere.to_string(),
        // The check of the schema wants no space after the stroke.
        format!("{}/{}", droit::theme(&matiere), libelle.replace("/ ", "/")),
        cellule(&d.objet.join(" – ").split_whitespace().collect::<Vec<_>>().join(" ")),
        annee,
        cellule(&budget),
        prefecture.unwrap_or_default(),
        reception.map_or_else(String::new, |r| r.to_string()),
        effectif,
        reel,
        pour,
        contre,
        abstention,
        url.unwrap_or("").to_owned(),
    ])
}

/// The years and the name of the budget, both or none.
fn budget(dossier: &Dossier) -> (String, String) {
    let Some(b) = &dossier.budget else { return Default::default() };
    match (b.exercices.first(), b.exercices.last()) {
        (Some(first), Some(last)) if first == last => (first.to_string(), b.titre.clone()),
        (Some(first), Some(last)) => (format!("{first}/{last}"), b.titre.clone()),
        _ => Default::default(),
    }
}

/// Members, voters, for, against, abstentions: all five or none.
///
/// None for an election, whose votes go to candidates; nor for a ballot with blank or void papers, which the schema
/// counts nowhere while it wants the three to make the number of voters.
fn votes(dossier: &Dossier, comptes: &Comptes) -> [String; 5] {
    let read = || {
        let vote = comptes.vote.as_ref().filter(|v| v.election.is_none())?;
        (vote.blancs == 0 && vote.nuls == 0).then_some(())?;
        let seance = &dossier.seance;
        let office = u32::try_from(seance.en_exercice().count()).ok().filter(|n| *n > 0);
        let effectif = office.or(seance.effectif)?;
        let counts = [vote.pour.nombre, vote.contre.nombre, vote.abstentions.nombre];
        let reel: u32 = counts.iter().sum();
        (reel > 0 && effectif >= reel).then_some([effectif, reel, counts[0], counts[1], counts[2]])
    };
    read().map_or_else(Default::default, |n| n.map(|n| n.to_string()))
}

/// Whether a proof is an address that the schema takes.
fn is_url(texte: &str) -> bool {
    (texte.starts_with("https://") || texte.starts_with("http://"))
        && texte.len() > 10
        // A spreadsheet may cut an address there, and take what follows for a formula.
        && cellule(texte) == texte
        && texte.chars().all(|c| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c))
}
