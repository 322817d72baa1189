//! The wording of the authority, its variables filled.

use crate::model::{Collectivite, Conseiller, Formules, Seance};
use crate::redaction::{self, Instance};
use crate::typographie::date;

/// What stands for a variable that the sitting does not give: to be filled by hand.
const BLANC: &str = "…";

/// The variables of a wording and their values: those of [`Formules::VARIABLES`].
pub(super) struct Variables([(&'static str, Option<String>); Formules::VARIABLES.len()]);

impl Variables {
    /// The values for a sitting, or for one of its points, which may have its own president.
    pub(super) fn of(collectivite: &Collectivite, seance: &Seance, point: Option<usize>) -> Self {
        let assemblee = Instance::of(collectivite, seance).0;
        let convocation = seance.convocation.as_ref().map(|c| date::date_longue(c.date));
        Self([
            ("assemblee", Some(assemblee.to_owned())),
            ("collectivite", Some(collectivite.nom.clone())),
            ("date", Some(date::jour_date(seance.date))),
            ("date_lettres", Some(redaction::date_lettres(seance.date))),
            ("heure", seance.heure.map(date::heure)),
            ("heure_fin", seance.heure_fin.map(date::heure)),
            ("lieu", seance.lieu.clone()),
            ("convocation", convocation),
            ("president", seance.president_of(point).map(avec_qualite)),
        ])
    }
}

/// A wording with its variables filled.
pub(super) fn formule(texte: &str, vars: &Variables) -> String {
    vars.0.iter().fold(texte.to_owned(), |out, (nom, valeur)| {
        out.replace(&format!("{{{nom}}}"), valeur.as_deref().unwrap_or(BLANC))
    })
}

/// What opens an extract and the minutes, in the words of the authority or in the usual ones.
///
/// The usual ones say nothing that the sitting does not: no place, no summons, no president when it names none.
pub(super) fn ouverture(
    collectivite: &Collectivite,
    seance: &Seance,
    point: Option<usize>,
) -> String {
    let vars = Variables::of(collectivite, seance, point);
    if let Some(own) = &collectivite.theme.formules.ouverture {
        return formule(own, &vars);
    }
    let instance = Instance::of(collectivite, seance);
    let e = if instance.feminine() { "e" } else { "" };
    let mut out = "{date_lettres}".to_owned();
    if seance.heure.is_some() {
        out.push_str(", à {heure}");
    }
    out.push_str(&format!(", {}", instance.le()));
    if seance.convocation.is_some() {
        out.push_str(&format!(", légalement convoqué{e} le {{convocation}},"));
    }
    out.push_str(&format!(" s’est réuni{e}"));
    if seance.lieu.is_some() {
        out.push_str(" ({lieu})");
    }
    if seance.president_of(point).is_some() {
        out.push_str(", sous la présidence de {president}");
    }
    out.push('.');
    super::tete::capital(&formule(&out, &vars))
}

/// What is said of a sitting that the public does not attend.
pub(super) fn huis_clos(seance: &Seance) -> Option<&'static str> {
    seance.huis_clos.then_some("La séance se tient à huis clos.")
}

/// « Mme Claire LEROY, maire ».
pub(super) fn avec_qualite(membre: &Conseiller) -> String {
    match &membre.qualite {
        Some(qualite) => format!("{}, {qualite}", membre.nom_complet()),
        None => membre.nom_complet(),
    }
}
