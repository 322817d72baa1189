//! The attendance at the opening: every member in office at one place, and one only.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::raw;
use super::Lower;
use super::membres::{Annuaire, SANS_ASSEMBLEE};
use crate::model::{Conseiller, IdConseiller, Lieu, Pouvoir, Presences};
use crate::read::codes;
use crate::read::fault::{Secondaire, enumerate};

/// Where the attendance names a member.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) chemin: String,
    liste: Liste,
}

/// The four lists of the attendance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Liste {
    Presents,
    Excuses,
    Absents,
    Representes,
}

impl Liste {
    fn etiquette(self) -> &'static str {
        match self {
            Self::Presents => "ici, parmi les présents",
            Self::Excuses => "ici, parmi les excusés",
            Self::Absents => "ici, parmi les absents",
            Self::Representes => "ici, parmi ceux qui donnent pouvoir",
        }
    }
}

/// Where each member that the attendance names stands in it.
pub(crate) type Places = BTreeMap<IdConseiller, Place>;

/// What the attendance is read with.
pub(crate) struct Contexte<'a> {
    pub(crate) jour: NaiveDate,
    pub(crate) conseillers: &'a [Conseiller],
    pub(crate) annuaire: &'a Annuaire,
}

impl Contexte<'_> {
    pub(crate) fn membre(&self, id: &IdConseiller) -> Option<&Conseiller> {
        self.conseillers.iter().find(|c| c.id == *id)
    }

    /// A member as a message names one.
    pub(crate) fn nom(&self, id: &IdConseiller) -> String {
        self.membre(id).map_or_else(|| id.0.clone(), Conseiller::nom_complet)
    }
}

/// Lowers the attendance; nothing when nobody says who sits.
pub(crate) fn lower(
    raw: raw::seance::Presences,
    ctx: &Contexte<'_>,
    l: &mut Lower<'_>,
) -> Option<(Presences, Places)> {
    if matches!(ctx.annuaire, Annuaire::Absent) {
        let fault = l.fault(
            codes::REFERENCE,
            "presences",
            "les présences ne disent rien : l’assemblée n’est pas décrite",
        );
        fault.etiquette = "présences d’une assemblée inconnue".to_owned();
        fault.aide = Some(SANS_ASSEMBLEE.to_owned());
        return None;
    }
    let faults = l.faults();
    let mut places = Places::new();
    let declares = raw.presents.is_some();
    let mut presents =
        liste(raw.presents.unwrap_or_default(), Liste::Presents, &mut places, ctx, l);
    let mut excuses = liste(raw.excuses, Liste::Excuses, &mut places, ctx, l);
    let absents = liste(raw.absents, Liste::Absents, &mut places, ctx, l);
    let pouvoirs = pouvoirs(raw.pouvoirs, &mut places, ctx, l);
    // A name that means nobody would make as many forgotten members.
    if l.faults() == faults {
        seats(&presents, &places, ctx, l);
        let replaced = |c: &Conseiller| {
            presents
                .iter()
                .filter_map(|p| ctx.membre(p))
                .any(|p| p.suppleant_de.as_ref() == Some(&c.id))
        };
        let nowhere: Vec<&Conseiller> = ctx
            .conseillers
            .iter()
            .filter(|c| c.suppleant_de.is_none() && !places.contains_key(&c.id))
            .collect();
        if declares {
            let (held, forgotten): (Vec<_>, Vec<_>) =
                nowhere.into_iter().partition(|c| replaced(c));
            excuses.extend(held.iter().map(|c| c.id.clone()));
            if !forgotten.is_empty() {
                let fault = l.fault(
                    codes::MEMBRE_OUBLIE,
                    "presences.presents",
                    "les présences oublient des membres en exercice",
                );
                fault.etiquette = "ni présents, ni représentés, ni excusés, ni absents".to_owned();
                let names = enumerate(forgotten.iter().map(|c| c.nom.as_str()));
                fault.aide = Some(format!("dites où sont : {names}"));
            }
        } else {
            presents = nowhere.iter().map(|c| c.id.clone()).collect();
        }
    }
    Some((Presences { presents, pouvoirs, excuses, absents }, places))
}

fn liste(
    noms: Vec<String>,
    liste: Liste,
    places: &mut Places,
    ctx: &Contexte<'_>,
    l: &mut Lower<'_>,
) -> Vec<IdConseiller> {
    let cle = match liste {
        Liste::Presents => "presents",
        Liste::Excuses => "excuses",
        Liste::Absents => "absents",
        Liste::Representes => "pouvoirs",
    };
    let mut out = Vec::with_capacity(noms.len());
    for (i, nom) in noms.iter().enumerate() {
        let chemin = format!("presences.{cle}[{i}]");
        if let Some(id) = l.membre(nom, &chemin, ctx.annuaire) {
            stand(&id, chemin, liste, places, ctx, l);
            out.push(id);
        }
    }
    out
}

/// Notes where a member stands; a second place is a fault.
fn stand(
    id: &IdConseiller,
    chemin: String,
    liste: Liste,
    places: &mut Places,
    ctx: &Contexte<'_>,
    l: &mut Lower<'_>,
) {
    let substitute = ctx.membre(id).is_some_and(|c| c.suppleant_de.is_some());
    if substitute && liste != Liste::Presents {
        let message = format!("un suppléant ne peut être que présent : {}", ctx.nom(id));
        let fault = l.fault(codes::SUPPLEANT, &chemin, message);
        fault.etiquette = "suppléant, hors des présents".to_owned();
        fault.aide =
            Some("nommez le titulaire : un suppléant n’est pas membre en exercice".to_owned());
        return;
    }
    if let Some(first) = places.get(id) {
        let message = format!("les présences nomment deux fois {}", ctx.nom(id));
        l.double(
            codes::MEMBRE_DOUBLE,
            &chemin,
            message,
            liste.etiquette(),
            &first.chemin,
            first.liste.etiquette(),
        )
        .aide = Some("laissez ce membre à une seule de ces deux places".to_owned());
        return;
    }
    places.insert(id.clone(), Place { chemin, liste });
}

fn pouvoirs(
    raw: Vec<raw::seance::Pouvoir>,
    places: &mut Places,
    ctx: &Contexte<'_>,
    l: &mut Lower<'_>,
) -> Vec<Pouvoir> {
    let mut out = Vec::with_capacity(raw.len());
    for (i, p) in raw.into_iter().enumerate() {
        let base = format!("presences.pouvoirs[{i}]");
        let giver = format!("{base}.mandant");
        let mandant = l.membre(&p.mandant, &giver, ctx.annuaire);
        if let Some(id) = &mandant {
            stand(id, giver.clone(), Liste::Representes, places, ctx, l);
        }
        let mandataire = l.membre(&p.mandataire, &format!("{base}.mandataire"), ctx.annuaire);
        if let Some(date) = p.date
            && date > ctx.jour
        {
            let fault = l.fault(
                codes::BORNES,
                &format!("{base}.date"),
                "le pouvoir est postérieur à la séance",
            );
            fault.etiquette = format!("après le {}", ctx.jour.format("%d/%m/%Y"));
            fault.aide = Some("vérifiez les deux dates, et leur année".to_owned());
        }
        let (Some(mandant), Some(mandataire)) = (mandant, mandataire) else { continue };
        if mandant == mandataire {
            l.soi_meme(&format!("{base}.mandataire"), &giver, &mandant, ctx);
        }
        out.push(Pouvoir { mandant, mandataire, date: p.date });
    }
    out
}

/// Each seat holds one member: a substitute sits when the other is neither there nor represented, and alone.
fn seats(presents: &[IdConseiller], places: &Places, ctx: &Contexte<'_>, l: &mut Lower<'_>) {
    let mut taken: BTreeMap<&IdConseiller, &str> = BTreeMap::new();
    for id in presents {
        let Some(titulaire) = ctx.membre(id).and_then(|c| c.suppleant_de.as_ref()) else {
            continue;
        };
        let Some(own) = places.get(id) else { continue };
        let held = places
            .get(titulaire)
            .filter(|p| matches!(p.liste, Liste::Presents | Liste::Representes))
            .map(|p| (p.chemin.as_str(), p.liste.etiquette()));
        let other =
            taken.insert(titulaire, &own.chemin).map(|c| (c, "ici, par un autre suppléant"));
        if let Some((chemin, etiquette)) = held.or(other) {
            let message = format!("un suppléant prend un siège déjà tenu : {}", ctx.nom(id));
            let own = format!("au siège de {}", ctx.nom(titulaire));
            let place = places[id].chemin.clone();
            l.double(codes::SUPPLEANT, &place, message, &own, chemin, etiquette).aide =
                Some("retirez le suppléant, ou dites le titulaire excusé".to_owned());
        }
    }
}

impl Lower<'_> {
    /// A fault that two places of the file make together.
    pub(crate) fn double(
        &mut self,
        code: codes::Code,
        chemin: &str,
        message: String,
        etiquette: &str,
        autre: &str,
        autre_etiquette: &str,
    ) -> &mut crate::read::fault::Fault {
        let fault = self.fault(code, chemin, message);
        fault.etiquette = etiquette.to_owned();
        let lieu = Lieu::new(fault.lieu.fichier.clone(), autre);
        fault.secondaires.push(Secondaire {
            lieu,
            plage: None,
            etiquette: autre_etiquette.to_owned(),
        });
        fault
    }

    /// A power that a member would hold from this very member.
    pub(crate) fn soi_meme(
        &mut self,
        chemin: &str,
        giver: &str,
        id: &IdConseiller,
        ctx: &Contexte<'_>,
    ) {
        let message = format!("un membre ne peut se donner pouvoir : {}", ctx.nom(id));
        self.double(codes::MEMBRE_DOUBLE, chemin, message, "le porte", giver, "le donne").aide =
            Some("nommez un autre membre".to_owned());
    }
}
