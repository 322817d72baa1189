//! The register of a year.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::deliberation::{self, Support};
use super::formules::{self, avec_qualite};
use super::tete::jour;
use super::texte::{Composer, maybe, words};
use super::{envelope, tete};
use crate::compute::{Comptes, ComptesSeance};
use crate::droit::{self, Signataires};
use crate::model::{
    Collectivite, Conseiller, Dossier, DossierSeance, Etat, Point, Seance, SensMouvement, SortPoint,
};
use crate::redaction::{self, Instance};

/// The register (*registre*) of the deliberations of a year, filled sitting by sitting: what is kept of a sitting is what
/// is printed of it.
#[derive(Debug, Clone)]
pub struct Registre {
    collectivite: Arc<Collectivite>,
    annee: i32,
    /// The number of its first sheet.
    feuillet: u32,
    pieces: Vec<Value>,
    /// The acts sitting by sitting, for the tables.
    seances: Vec<Value>,
    /// The same acts, each with what sorts it by its object.
    objets: Vec<(String, Value)>,
}

impl Registre {
    /// An empty register, whose first sheet bears that number.
    #[must_use]
    pub fn new(collectivite: Arc<Collectivite>, annee: i32, feuillet: u32) -> Self {
        let (pieces, seances, objets) = (Vec::new(), Vec::new(), Vec::new());
        Self { collectivite, annee, feuillet, pieces, seances, objets }
    }

    /// Adds a sitting after those that are there: its acts in the order of the agenda, then its closing sheet.
    pub fn add(&mut self, dossier: &DossierSeance, comptes: &ComptesSeance) {
        let seance = &dossier.seance;
        let instance = Instance::of(&dossier.collectivite, seance);
        let titre = words(&format!("Séance {} du {}", instance.du(), jour(seance.date)));
        let mut tete =
            tete::tete_seance(&dossier.collectivite, seance, "Registre des délibérations");
        if let Value::Object(map) = &mut tete {
            map.insert("rappel".into(), titre.clone());
        }
        let mut entree = Some(titre.clone());
        let mut actes = Vec::new();
        let mut lignes = Vec::new();
        let mut signes = Signatures::default();
        for (acte, comptes) in dossier.actes.iter().zip(&comptes.actes) {
            let d = &acte.deliberation;
            let objet = d.objet.join(" – ");
            let point = acte.point.and_then(|p| seance.points.get(p));
            if !is_taken(comptes, point) {
                lignes.push(ligne(&d.numero.affiche, &objet, &pourquoi(point)));
                continue;
            }
            let rang = self.objets.len();
            let row =
                json!({ "numero": words(&d.numero.affiche), "objet": words(&objet), "rang": rang });
            let mut by_object = row.clone();
            by_object["date"] = words(&tete::jour_bref(seance.date));
            self.objets.push((cle(&objet), by_object));
            actes.push(row);
            lignes.push(ligne(&d.numero.affiche, &objet, &issue(acte, comptes)));
            signes.add(acte, comptes);
            let acte = crate::redaction::completer(acte);
            self.pieces.push(piece(&acte, comptes, &tete, entree.take()));
        }
        // A point that was withdrawn may have no act; its number is used all the same.
        for (i, point) in seance.points.iter().enumerate() {
            if let (None, Some(numero)) = (dossier.acte_of(i), &point.acte) {
                let why = pourquoi(Some(point));
                lignes.push(ligne(&numero.affiche, &dossier.titre(i), &why));
            }
        }
        let mut cloture = cloture(dossier, comptes, lignes, signes);
        cloture.insert("tete".into(), tete);
        cloture.insert("entree".into(), json!(entree));
        self.pieces.push(Value::Object(cloture));
        self.seances.push(json!({ "titre": titre, "actes": actes }));
    }

    /// Whose register it is.
    #[must_use]
    pub fn collectivite(&self) -> &Arc<Collectivite> {
        &self.collectivite
    }

    /// Its year.
    #[must_use]
    pub fn annee(&self) -> i32 {
        self.annee
    }

    pub(crate) fn donnees(&self) -> Value {
        let titre = format!("Registre des délibérations – année {}", self.annee);
        let first = chrono::NaiveDate::from_ymd_opt(self.annee, 1, 1).unwrap_or_default();
        let mut pieces = self.pieces.clone();
        pieces.push(self.tables());
        envelope(
            "registre",
            &self.collectivite,
            tete::describe(&self.collectivite, first, &titre, &titre, &["registre"]),
            self.tete(),
            pieces,
        )
    }

    /// The cover, and what the pages without a sitting recall.
    fn tete(&self) -> Value {
        let count = |n: usize, one: &str, many: &str| match n {
            0 | 1 => format!("{n} {one}"),
            _ => format!("{n} {many}"),
        };
        let content = format!(
            "{}, {}",
            count(self.seances.len(), "séance", "séances"),
            count(self.objets.len(), "délibération", "délibérations")
        );
        let mut tete = tete::tete_collectivite(&self.collectivite);
        let own = json!({
            "nature": words("Registre des délibérations"),
            "rappel": words(&format!("Registre des délibérations {}", self.annee)),
            "projet": false,
            "etat": null,
            "numero": "",
            "objet": [words(&format!("Année {}", self.annee))],
            "seance": words(&content),
            "lieu": null,
            "feuillet": self.feuillet,
            "avis": words("Les annexes des délibérations sont conservées à part."),
        });
        tete::extend(&mut tete, own);
        tete
    }

    fn tables(&self) -> Value {
        let mut objets: Vec<&(String, Value)> = self.objets.iter().collect();
        objets.sort_by(|a, b| a.0.cmp(&b.0));
        let objets: Vec<&Value> = objets.into_iter().map(|(_, row)| row).collect();
        json!({ "piece": "tables", "seances": self.seances, "objets": objets })
    }
}

/// Whether the assembly came to a decision on an act.
fn is_taken(comptes: &Comptes, point: Option<&Point>) -> bool {
    comptes.etat != Etat::Projet && point.is_none_or(|p| p.sort.examine())
}

/// Why a number bears no decision.
fn pourquoi(point: Option<&Point>) -> String {
    let word = match point.map(|p| p.sort) {
        Some(SortPoint::Retire) => "Retirée de l’ordre du jour",
        Some(SortPoint::Reporte) => "Reportée",
        _ => "Non soumise au vote",
    };
    word.to_owned()
}

/// What came of an act, in the words of the list that is posted.
fn issue(acte: &Dossier, comptes: &Comptes) -> String {
    match (&comptes.vote, comptes.etat) {
        (Some(vote), _) => redaction::resultat_court(acte, vote),
        (None, Etat::Adoptee) => "Adoptée".to_owned(),
        (None, Etat::Rejetee) => "Rejetée".to_owned(),
        (None, Etat::Projet) => String::new(),
    }
}

/// Who signs the acts of a sitting, in the order in which they come, and for which acts.
#[derive(Default)]
struct Signatures {
    blocs: Vec<(Value, Vec<String>)>,
    actes: usize,
}

impl Signatures {
    fn add(&mut self, acte: &Dossier, comptes: &Comptes) {
        let numero = &acte.deliberation.numero.affiche;
        self.actes += 1;
        for mut bloc in deliberation::signataires(acte, comptes) {
            // The same hand signs wherever each act says that it was made.
            if let Value::Object(map) = &mut bloc {
                map.remove("lieu");
            }
            match self.blocs.iter_mut().find(|(known, _)| *known == bloc) {
                Some((_, actes)) => actes.push(numero.clone()),
                None => self.blocs.push((bloc, vec![numero.clone()])),
            }
        }
    }

    /// Their blocks, those of the sitting itself when no act has any: who does not sign for most of the acts has the numbers of those that it signs.
    fn blocs(self, seance: &Seance) -> Vec<Value> {
        if self.blocs.is_empty() {
            return deliberation::bureau(seance, None);
        }
        let all = self.actes;
        let named = |(mut bloc, actes): (Value, Vec<String>)| {
            let several = if actes.len() > 1 { "délibérations" } else { "délibération" };
            bloc["actes"] = maybe(
                (2 * actes.len() <= all && all > 1)
                    .then(|| format!("({several} n° {})", redaction::enumeration(&actes)))
                    .as_deref(),
            );
            bloc
        };
        self.blocs.into_iter().map(named).collect()
    }
}

fn ligne(numero: &str, objet: &str, issue: &str) -> Value {
    json!({ "numero": words(numero), "objet": words(objet), "issue": words(issue) })
}

fn piece(acte: &Dossier, comptes: &Comptes, seance: &Value, entree: Option<Value>) -> Value {
    let composer = Composer { programme: acte.programme.as_ref() };
    let mut piece = deliberation::piece(acte, comptes, &composer, Support::Registre);
    let mut own = tete::tete(acte, comptes);
    own["rappel"] = seance["rappel"].clone();
    if let Value::Object(map) = &mut piece {
        map.insert("tete".into(), own);
        map.insert("decalage".into(), json!(2));
        map.insert("entree".into(), json!(entree));
    }
    piece
}

/// The sheet that closes a sitting (CGCT, R. 2121-9).
fn cloture(
    dossier: &DossierSeance,
    comptes: &ComptesSeance,
    lignes: Vec<Value>,
    signes: Signatures,
) -> Map<String, Value> {
    let seance = &dossier.seance;
    let presents = presents(seance, comptes);
    let names: Vec<Value> = presents.iter().map(|c| words(&avec_qualite(c))).collect();
    let par_tous = droit::seance(seance.date, dossier.collectivite.genre).signataires
        == Some(Signataires::Presents);
    let signataires = if par_tous { Vec::new() } else { signes.blocs(seance) };
    let value = json!({
        "piece": "cloture",
        "titre": words("Feuillet de clôture"),
        "huis_clos": maybe(formules::huis_clos(seance)),
        "lignes": lignes,
        "presents": names,
        "emargement": par_tous,
        "signataires": signataires,
    });
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// Whoever sat, from the opening or later, in the order of the table.
fn presents<'a>(seance: &'a Seance, comptes: &ComptesSeance) -> Vec<&'a Conseiller> {
    let Some(opening) = &comptes.ouverture else { return Vec::new() };
    let arrives = |c: &Conseiller| {
        seance.mouvements.iter().any(|m| m.membre == c.id && m.sens == SensMouvement::Arrivee)
    };
    seance.conseillers.iter().filter(|c| opening.presents.contains(&c.id) || arrives(c)).collect()
}

/// What sorts words as a French index does: without case or accents.
fn cle(objet: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    let objet = objet.replace(['œ', 'Œ'], "oe").replace(['æ', 'Æ'], "ae");
    let folded = objet.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    folded.filter(|c| c.is_alphanumeric() || c.is_whitespace()).collect()
}
