//! A sitting beside what is computed of it, point by point.

use serde_json::{Value, json};

use super::super::formules::{self, Variables};
use super::super::presences::Assistance;
use super::super::texte::{maybe, prose, words};
use crate::compute::{Comptes, ComptesSeance};
use crate::model::{
    Conseiller, Dossier, DossierSeance, GenreCollectivite, IdConseiller, NaturePoint, Point,
    SortPoint,
};
use crate::redaction::Instance;

/// A sitting and what is computed of it.
#[derive(Clone, Copy)]
pub(super) struct Reunion<'a> {
    pub(super) dossier: &'a DossierSeance,
    pub(super) comptes: &'a ComptesSeance,
}

impl<'a> Reunion<'a> {
    /// The points with their ranks, in the order of the agenda.
    pub(super) fn points(self) -> impl Iterator<Item = (usize, &'a Point)> {
        self.dossier.seance.points.iter().enumerate()
    }

    /// Those of the summons: what was added in session was not in it, what was withdrawn since was.
    pub(super) fn convoques(self) -> impl Iterator<Item = (usize, &'a Point)> {
        self.points().filter(|(_, p)| p.sort != SortPoint::Ajoute)
    }

    /// The act of a point, and what is computed of it.
    pub(super) fn acte(self, point: usize) -> Option<(&'a Dossier, &'a Comptes)> {
        let rank = self.dossier.acte_of(point)?;
        Some((self.dossier.actes.get(rank)?, self.comptes.actes.get(rank)?))
    }

    /// The printed number of the act of a point, which a withdrawn one keeps.
    pub(super) fn numero_acte(self, point: usize) -> Option<&'a str> {
        if let Some((acte, _)) = self.acte(point) {
            return Some(&acte.deliberation.numero.affiche);
        }
        let numero = self.dossier.seance.points.get(point)?.acte.as_ref()?;
        Some(&numero.affiche)
    }

    /// « 3. Tarifs de la restauration scolaire ».
    pub(super) fn titre(self, point: usize) -> String {
        let numero = self.dossier.seance.points.get(point).map_or("", |p| &p.numero);
        let titre = self.dossier.titre(point);
        if numero.is_empty() { titre } else { format!("{numero}. {titre}") }
    }

    /// Who reports on a point.
    pub(super) fn rapporteur(self, point: usize) -> Option<&'a str> {
        let own = self.dossier.seance.points.get(point)?.rapporteur.as_deref();
        own.or_else(|| self.acte(point)?.0.deliberation.rapporteur.as_deref())
    }

    /// « Rapporteur : … ».
    pub(super) fn rapporteur_nomme(self, point: usize) -> Value {
        maybe(self.rapporteur(point).map(|r| format!("Rapporteur : {r}")).as_deref())
    }

    /// A member by full name, quality included.
    pub(super) fn nomme(self, id: &IdConseiller) -> String {
        self.dossier.seance.conseiller(id).map_or_else(|| id.0.clone(), Conseiller::nom_complet)
    }

    /// The body that sits.
    pub(super) fn instance(self) -> Instance<'a> {
        let DossierSeance { collectivite, seance, .. } = self.dossier;
        Instance::of(collectivite, seance)
    }

    /// The opening sentence, in the words of the authority or the usual ones.
    pub(super) fn ouverture(self) -> String {
        formules::ouverture(&self.dossier.collectivite, &self.dossier.seance, None)
    }

    /// A wording of the authority, its variables filled.
    pub(super) fn formule(self, texte: &str) -> String {
        let DossierSeance { collectivite, seance, .. } = self.dossier;
        formules::formule(texte, &Variables::of(collectivite, seance, None))
    }

    /// The attendance at the opening, as it is printed.
    pub(super) fn presences(self) -> Value {
        let seance = &self.dossier.seance;
        self.comptes.ouverture.as_ref().map_or(Value::Null, |presence| {
            Assistance { seance, presence, point: None, votants: None }.presences()
        })
    }

    /// Who signs the minutes.
    pub(super) fn signatures(self) -> Value {
        let seance = &self.dossier.seance;
        let block = |c: &Conseiller, masculin: &str, feminin: &str| {
            json!({
                "qualite": words(if c.feminin() { feminin } else { masculin }),
                "nom": words(&c.signature()),
            })
        };
        let president = seance
            .president_of(None)
            .map(|c| block(c, "Le président de séance", "La présidente de séance"));
        let secretaires = seance.secretaires_of(None);
        let secretaires = secretaires
            .into_iter()
            .map(|c| block(c, "Le secrétaire de séance", "La secrétaire de séance"));
        Value::Array(president.into_iter().chain(secretaires).collect())
    }

    /// Whether the code says of this authority what it says of a commune (CGCT, L. 5211-1 for the groupings).
    pub(super) fn communal(self) -> bool {
        use GenreCollectivite as G;
        matches!(
            self.dossier.collectivite.genre,
            G::Commune
                | G::CommunauteCommunes
                | G::CommunauteAgglomeration
                | G::CommunauteUrbaine
                | G::Metropole
                | G::SyndicatIntercommunal
        )
    }

    /// A point as a row of an agenda.
    pub(super) fn rang(self, point: usize, suite: &[String]) -> Value {
        let p = &self.dossier.seance.points[point];
        let suite: Vec<Value> = suite.iter().map(|s| words(s)).collect();
        json!({
            "numero": words(&p.numero),
            "titre": words(&self.dossier.titre(point)),
            "rapporteur": maybe(self.rapporteur(point)),
            "nature": words(match p.nature {
                NaturePoint::Deliberation => "Délibération",
                NaturePoint::Information => "Information",
            }),
            "suite": suite,
        })
    }
}

/// What became of a point that the summons does not tell: « Point retiré de l’ordre du jour : … ».
pub(super) fn sort(point: &Point) -> Option<String> {
    let fait = match point.sort {
        SortPoint::Inscrit => return None,
        SortPoint::Ajoute => "Point ajouté en séance",
        SortPoint::Retire => "Point retiré de l’ordre du jour",
        SortPoint::Reporte => "Point reporté",
    };
    Some(motive(fait, point.motif.as_deref()))
}

/// What was done, and why: after a colon, or in a sentence of its own when it is written as one.
pub(super) fn motive(fait: &str, motif: Option<&str>) -> String {
    match motif.map(str::trim).filter(|m| !m.is_empty()) {
        Some(motif) if motif.starts_with(char::is_uppercase) => {
            format!("{fait}. {}", phrase(motif))
        }
        Some(motif) => phrase(&format!("{fait} : {motif}")),
        None => phrase(fait),
    }
}

/// Words that end as a sentence does.
pub(super) fn phrase(texte: &str) -> String {
    let texte = texte.trim_end();
    if texte.ends_with(['.', '!', '?', '…']) { texte.to_owned() } else { format!("{texte}.") }
}

/// Paragraphs of plain words, where names are not cut.
pub(super) fn paragraphes<S: AsRef<str>>(textes: &[S]) -> Value {
    Value::Array(textes.iter().map(|t| prose(t.as_ref())).collect())
}
