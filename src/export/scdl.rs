//! The common schemas of local open data (*socle commun des données locales*): deliberations 2.1.5.
//!
//! Source: datagouv/schema.data.gouv.fr, commit 0bd884a05d7c64c4143307b22c5e09f2612e3389. `SCDL.md`, beside this file, says
//! what is covered.

use super::constat::{absent, refused};
use super::csv::{cellule, write};
use crate::compute::{self, Comptes};
use crate::droit;
use crate::model::{Constat, Dossier, Etat, Lieu, NatureEtape};

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

/// The row of an adopted act.
///
/// # Errors
/// What the schema asks for and the dossier lacks.
pub fn ligne(dossier: &Dossier, comptes: &Comptes) -> Result<[String; 17], Vec<Constat>> {
    let (c, d) = (&dossier.collectivite, &dossier.deliberation);
    let mut constats = Vec::new();
    if comptes.etat != Etat::Adoptee {
        constats.push(refused(
            Lieu::new("deliberation.toml", "etat"),
            "seule une délibération adoptée entre dans les données ouvertes",
            "notez le vote, ou écrivez etat = \"adoptee\"",
        ));
    }
    if c.siret.is_none() {
        constats.push(absent(
            "collectivite.toml",
            "",
            "il manque le SIRET de la collectivité, que les données ouvertes demandent",
            "ajoutez en tête du fichier : siret = \"…\", quatorze chiffres",
        ));
    }
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
        && texte.chars().all(|c| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c))
}

/// Why rows cannot be added to a file; said to a clerk as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AjoutError {
    /// Not UTF-8, or not a CSV.
    #[error("ce fichier n’est pas un CSV en UTF-8")]
    Illisible,
    /// A CSV of other columns.
    #[error("ce fichier n’a pas les colonnes du schéma ({0} attendue, {1} trouvée)")]
    Colonnes(String, String),
}

/// What became of the rows that were added to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ajout {
    /// New ones.
    pub ajoutees: usize,
    /// Those that took the place of a row of the same act.
    pub remplacees: usize,
    /// Those that were there, word for word.
    pub presentes: usize,
}

/// The key of a row: who, which act, which day.
const CLE: [usize; 3] = [1, 2, 3];

/// A file of deliberations with these rows added to what it holds, each act once; a new file when there is none.
///
/// The separator and the byte-order mark of the file are kept, and the rows of other acts.
///
/// # Errors
/// When the file is not one of that schema.
pub fn ajouter(
    existant: Option<&[u8]>,
    lignes: &[[String; 17]],
) -> Result<(Vec<u8>, Ajout), AjoutError> {
    ajouter_a(existant, &COLONNES, &CLE, lignes.iter().map(|l| l.to_vec()))
}

/// The same for any schema of the family.
pub(super) fn ajouter_a(
    existant: Option<&[u8]>,
    colonnes: &[&str],
    cle: &[usize],
    lignes: impl Iterator<Item = Vec<String>>,
) -> Result<(Vec<u8>, Ajout), AjoutError> {
    const MARQUE: &[u8] = b"\xef\xbb\xbf";
    let existant = existant.unwrap_or_default();
    let (marque, texte) = match existant.strip_prefix(MARQUE) {
        Some(rest) => (MARQUE, rest),
        None => (&b""[..], existant),
    };
    let texte = std::str::from_utf8(texte).map_err(|_| AjoutError::Illisible)?;
    let first = texte.lines().next().unwrap_or("");
    let separateur = if first.contains(';') && !first.contains(',') { b';' } else { b',' };
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(separateur)
        .flexible(true)
        .from_reader(texte.as_bytes());
    for record in reader.records() {
        let record = record.map_err(|_| AjoutError::Illisible)?;
        rows.push(record.iter().map(str::to_owned).collect());
    }
    let header: Vec<String> = colonnes.iter().map(|c| (*c).to_owned()).collect();
    match rows.first() {
        None => rows.push(header),
        Some(found) if *found == header => {}
        Some(found) => {
            let at = (0..header.len().max(found.len())).find(|i| header.get(*i) != found.get(*i));
            let one = |names: &[String]| {
                at.and_then(|i| names.get(i)).map_or_else(
                    || "aucune".to_owned(),
                    |n| n.chars().filter(|c| !c.is_control()).take(40).collect(),
                )
            };
            return Err(AjoutError::Colonnes(one(&header), one(found)));
        }
    }
    let mut done = Ajout::default();
    for ligne in lignes {
        let key = |row: &Vec<String>| cle.iter().map(|i| row.get(*i).cloned()).collect::<Vec<_>>();
        let wanted = key(&ligne);
        match rows.iter().skip(1).position(|r| key(r) == wanted) {
            Some(i) if rows[i + 1] == ligne => done.presentes += 1,
            Some(i) => {
                rows[i + 1] = ligne;
                done.remplacees += 1;
            }
            None => {
                rows.push(ligne);
                done.ajoutees += 1;
            }
        }
    }
    let mut out = marque.to_vec();
    out.extend(write(rows, separateur));
    Ok((out, done))
}
