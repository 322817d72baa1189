//! The sitting.

use super::super::raw;
use super::assemblee::{self, Assemblee};
use super::membres::{Annuaire, Trouve};
use super::ordre_du_jour::{self, ALaMain};
use super::{Lower, Nombre, Presence, convocation, horaires, mouvement, presence, vote};
use crate::model::{
    Executif, IdConseiller, Majorite, Numerotation, Presences, Seance, Suites, Texte, Vote,
};
use crate::read::codes;

/// What the sitting is read with.
pub(crate) struct Contexte<'a> {
    pub(crate) assemblee: Assemblee,
    pub(crate) executif: Option<&'a Executif>,
    pub(crate) numerotation: Option<&'a Numerotation>,
    /// The folders that hold an act, by name; nothing when the sitting is that of one act alone.
    pub(crate) dossiers: Option<Vec<String>>,
    pub(crate) debats: Vec<Option<Texte>>,
}

/// The sitting, and what its file says that the model does not keep.
pub(crate) struct Lue {
    pub(crate) seance: Seance,
    pub(crate) a_la_main: Vec<ALaMain>,
    /// The ranks, in the file, of the arrivals and departures of the model.
    pub(crate) mouvements: Vec<usize>,
}

pub(crate) fn lower(raw: raw::seance::Seance, ctx: Contexte<'_>, l: &mut Lower<'_>) -> Lue {
    let Assemblee { conseillers, annuaire, effectif, .. } = ctx.assemblee;
    let jour = raw.date;
    let counted = match raw.presences {
        Some(_) => Presence::La(()),
        None => Presence::Absente(""),
    };
    let convocation = raw.convocation.map(|c| convocation::lower(c, jour, &annuaire, counted, l));
    // Closed doors are decided by the members present or represented, and not by those who vote (CGCT, L. 2121-18).
    let vote_huis_clos = raw.vote_huis_clos.map(|v| {
        let majorite = v.majorite.as_ref().map_or(Majorite::AbsoluePresents, |m| m.0);
        Vote { majorite, ..vote::lower(v, "vote_huis_clos", &annuaire, counted, l) }
    });
    if vote_huis_clos.is_some() && raw.huis_clos.is_none() {
        let message = "il manque « huis_clos » : le vote est donné, et non ce qui en est venu";
        let fault = l.fault(codes::CLE_ABSENTE, "vote_huis_clos", message);
        fault.etiquette = "vote sur le huis clos".to_owned();
        fault.aide = Some(
            "ajoutez en tête du fichier : huis_clos = true, ou false s’il est refusé".to_owned(),
        );
    }
    let seats = conseillers.iter().filter(|c| c.suppleant_de.is_none()).count();
    let effectif = raw.effectif.and_then(|n| assemblee::effectif(n, seats, l)).or(effectif);
    let rang = raw.rang.and_then(|n| l.nombre(n, "rang", Nombre::RANG));
    let premier_ordre = raw.premier_ordre.and_then(|n| l.nombre(n, "premier_ordre", Nombre::ORDRE));
    let alone = ctx.dossiers.is_none();
    let dossiers = ctx.dossiers.unwrap_or_default();
    let points = match raw.points.is_empty() && !alone {
        true => ordre_du_jour::by_folders(&dossiers),
        false => raw.points,
    };
    let agenda = ordre_du_jour::Contexte {
        jour,
        rang,
        premier_ordre: premier_ordre.unwrap_or(1),
        numerotation: ctx.numerotation,
        dossiers: &dossiers,
        annuaire: &annuaire,
        debats: ctx.debats,
    };
    let (points, a_la_main) = ordre_du_jour::lower(points, agenda, l);
    let room = presence::Contexte { jour, conseillers: &conseillers, annuaire: &annuaire };
    let faults = l.faults();
    let presences = raw.presences.and_then(|p| presence::lower(p, &room, l));
    let ouverture = match &presences {
        // What a wrong attendance makes wrong is not told again.
        _ if l.faults() > faults => Presence::Illisible,
        Some(opening) => Presence::La(opening),
        None => Presence::Absente(""),
    };
    let (mouvements, rangs) = mouvement::lower(raw.mouvements, &points, ouverture, &room, l);
    horaires::check(raw.heure, raw.heure_fin, &mouvements, &rangs, l);
    let presences = presences.map(|(p, _)| p);
    let president = match raw.president {
        Some(nom) => l.membre(&nom, "president", &annuaire),
        None => default_president(ctx.executif, presences.as_ref(), &annuaire),
    };
    let secretaires = l.membres(&raw.secretaires, "secretaires", &annuaire);
    let preliminaires = raw.preliminaires.map(|t| l.markdown_seance(&t, "preliminaires"));
    Lue {
        seance: Seance {
            date: jour,
            heure: raw.heure,
            heure_fin: raw.heure_fin,
            lieu: raw.lieu,
            assemblee: raw.assemblee,
            rang,
            huis_clos: raw.huis_clos.unwrap_or(false),
            vote_huis_clos,
            convocation,
            conseillers,
            effectif,
            president,
            secretaires,
            auxiliaires: raw.auxiliaires,
            presences,
            mouvements,
            points,
            preliminaires: preliminaires.unwrap_or_default(),
            verifications: super::verifications::lower(raw.verifications, l),
            suites: raw.suites.map_or_else(Suites::default, |s| Suites {
                liste: s.liste,
                liste_transmise: s.liste_transmise,
                pv_arrete: s.pv_arrete,
                pv_publie: s.pv_publie,
                pv_transmis: s.pv_transmis,
            }),
        },
        a_la_main,
        mouvements: rangs,
    }
}

/// The executive, who presides when it is a member and is there (CGCT, L. 2121-14).
fn default_president(
    executif: Option<&Executif>,
    presences: Option<&Presences>,
    annuaire: &Annuaire,
) -> Option<IdConseiller> {
    let executif = executif?;
    let nom = executif.nom.as_deref()?;
    let full = executif.prenom.as_deref().map(|prenom| format!("{prenom} {nom}"));
    let Trouve::Un(membre) = annuaire.find(full.as_deref().unwrap_or(nom)) else { return None };
    presences?.presents.contains(&membre.id).then(|| membre.id.clone())
}
