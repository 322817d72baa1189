//! The vote on an act: who is named is a member, who is counted is counted once.

use std::collections::BTreeMap;

use super::super::raw;
use super::membres::{Annuaire, Trouve};
use super::{Lower, Nombre, Presence};
use crate::model::{
    Candidat, CauseNonParticipation, IdConseiller, Lieu, NonParticipation, Scrutin, Tour, Voix,
    Vote,
};
use crate::read::codes;
use crate::read::fault::Secondaire;
use crate::read::forme::Voix as RawVoix;

/// Lowers the vote that stands at `base`; `presences` is the attendance, which counts the votes that nothing else does.
pub(crate) fn lower(
    raw: raw::vote::Vote,
    base: &str,
    annuaire: &Annuaire,
    presences: Presence<()>,
    l: &mut Lower<'_>,
) -> Vote {
    let faults = l.faults();
    coherent(&raw, base, l);
    let uncounted = matches!(presences, Presence::Absente(_)) && incomplet(&raw);
    let mut seen = Places::default();
    let mut voix = |voix: Option<RawVoix>, cle: &'static str, l: &mut Lower<'_>| {
        voix.and_then(|v| self::voix(v, &format!("{base}.{cle}"), annuaire, &mut seen, l))
    };
    let pour = voix(raw.pour, "pour", l);
    let contre = voix(raw.contre, "contre", l);
    let abstentions = voix(raw.abstentions, "abstentions", l);
    let mut non_participations = Vec::with_capacity(raw.non_participations.len());
    for (i, n) in raw.non_participations.into_iter().enumerate() {
        let chemin = format!("{base}.non_participations[{i}].membre");
        let Some(membre) = l.membre(&n.membre, &chemin, annuaire) else { continue };
        seen.note(&membre, chemin, "ici, sans prendre part au vote", annuaire, l);
        non_participations.push(NonParticipation {
            membre,
            cause: n.cause.map_or(CauseNonParticipation::Refus, |c| c.0),
            motif: n.motif,
            quitte_la_salle: n.quitte_la_salle.unwrap_or(false),
        });
    }
    let mut count = |n: Option<i64>, cle: &str| {
        n.and_then(|n| l.nombre(n, &format!("{base}.{cle}"), Nombre::VOIX)).unwrap_or(0)
    };
    let (blancs, nuls) = (count(raw.blancs, "blancs"), count(raw.nuls, "nuls"));
    let tours = raw.tours.into_iter().enumerate();
    let tours = tours.map(|(i, t)| tour(t, &format!("{base}.tours[{i}]"), annuaire, l)).collect();
    // What a wrong count makes wrong is not told again.
    if uncounted && l.faults() == faults {
        let message = "ce vote ne dit pas combien de voix il y a pour";
        let fault = l.fault(codes::VOTE_INCOMPLET, base, message);
        fault.etiquette = "ni « pour », ni présences dont le déduire".to_owned();
        fault.aide =
            Some("ajoutez pour = …, ou à seance.toml les présences : [presences]".to_owned());
    }
    Vote {
        scrutin: raw.scrutin.map_or(Scrutin::Ordinaire, |s| s.0),
        motif: raw.motif,
        pour,
        contre,
        abstentions,
        blancs,
        nuls,
        non_participations,
        president: raw.president.map(|s| s.0),
        majorite: raw.majorite.map(|m| m.0).unwrap_or_default(),
        base: raw.base,
        resultat: raw.resultat.map(|r| r.0),
        poste: raw.poste,
        tours,
    }
}

/// The keys that exclude each other.
fn coherent(raw: &raw::vote::Vote, base: &str, l: &mut Lower<'_>) {
    let scrutin = raw.scrutin.map_or(Scrutin::Ordinaire, |s| s.0);
    let sides = [
        ("pour", raw.pour.as_ref()),
        ("contre", raw.contre.as_ref()),
        ("abstentions", raw.abstentions.as_ref()),
    ];
    let ballots = [("blancs", raw.blancs.is_some()), ("nuls", raw.nuls.is_some())];
    let mut idle = |cle: &str, message: &str, aide: &str| {
        let fault = l.fault(codes::CLE_SANS_OBJET, &format!("{base}.{cle}"), message);
        fault.etiquette = "clé sans objet".to_owned();
        fault.aide = Some(aide.to_owned());
    };
    if !raw.tours.is_empty() {
        let counted = sides.iter().map(|(cle, v)| (*cle, v.is_some())).chain(ballots);
        for (cle, _) in counted.filter(|(_, given)| *given) {
            let message =
                format!("« {cle} » n’a pas de sens à côté des tours de scrutin d’une élection");
            idle(cle, &message, "comptez les voix dans chaque tour : [[vote.tours]]");
        }
        if raw.scrutin.is_some() && scrutin != Scrutin::Secret {
            let message = "les tours d’une élection sont au scrutin secret";
            idle("scrutin", message, "écrivez scrutin = \"secret\", ou retirez cette clé");
        }
        return;
    }
    if scrutin == Scrutin::Secret {
        for (cle, _) in sides.iter().filter(|(_, v)| matches!(v, Some(RawVoix::Noms(_)))) {
            let message = format!("« {cle} » nomme des votants, au scrutin secret");
            idle(cle, &message, "au scrutin secret, donnez des nombres : contre = 3");
        }
        if raw.president.is_some() {
            let message = "« president » n’a pas de sens au scrutin secret";
            idle(
                "president",
                message,
                "retirez-la : au scrutin secret, nul n’a de voix prépondérante",
            );
        }
    } else {
        for (cle, _) in ballots.iter().filter(|(_, given)| *given) {
            let message = format!("« {cle} » n’a de sens qu’au scrutin secret");
            idle(cle, &message, "retirez-la, ou écrivez scrutin = \"secret\"");
        }
    }
}

/// Whether only the attendance can say how many voted for, so that without it the result could only be believed.
fn incomplet(raw: &raw::vote::Vote) -> bool {
    let counted = raw.contre.is_some()
        || raw.abstentions.is_some()
        || raw.blancs.is_some()
        || raw.nuls.is_some();
    raw.pour.is_none() && raw.tours.is_empty() && (counted || raw.resultat.is_none())
}

/// Where a vote names each member.
#[derive(Default)]
struct Places(BTreeMap<IdConseiller, (String, &'static str)>);

impl Places {
    /// Notes where a member is named; a second place is a fault.
    fn note(
        &mut self,
        id: &IdConseiller,
        chemin: String,
        etiquette: &'static str,
        annuaire: &Annuaire,
        l: &mut Lower<'_>,
    ) {
        let Some((first, there)) = self.0.get(id) else {
            self.0.insert(id.clone(), (chemin, etiquette));
            return;
        };
        let nom = match annuaire.find(&id.0) {
            Trouve::Un(membre) => membre.nom_complet(),
            _ => id.0.clone(),
        };
        let message = format!("ce vote nomme deux fois {nom}");
        l.double(codes::MEMBRE_DOUBLE, &chemin, message, etiquette, first, there).aide =
            Some("laissez ce membre à une seule de ces deux places".to_owned());
    }
}

fn voix(
    raw: RawVoix,
    chemin: &str,
    annuaire: &Annuaire,
    seen: &mut Places,
    l: &mut Lower<'_>,
) -> Option<Voix> {
    let etiquette = match chemin.rsplit('.').next() {
        Some("pour") => "ici, pour",
        Some("contre") => "ici, contre",
        _ => "ici, parmi les abstentions",
    };
    match raw {
        RawVoix::Nombre(n) => l.nombre(n, chemin, Nombre::VOIX).map(Voix::Nombre),
        RawVoix::Noms(noms) => {
            let mut out = Vec::with_capacity(noms.len());
            for (i, nom) in noms.iter().enumerate() {
                let place = format!("{chemin}[{i}]");
                if let Some(id) = l.membre(nom, &place, annuaire) {
                    seen.note(&id, place, etiquette, annuaire, l);
                    out.push(id);
                }
            }
            Some(Voix::Noms(out))
        }
    }
}

fn tour(raw: raw::vote::Tour, base: &str, annuaire: &Annuaire, l: &mut Lower<'_>) -> Tour {
    let faults = l.faults();
    let mut count =
        |n: i64, cle: &str| l.nombre(n, &format!("{base}.{cle}"), Nombre::VOIX).unwrap_or(0);
    let bulletins = count(raw.bulletins, "bulletins");
    let blancs = count(raw.blancs.unwrap_or(0), "blancs");
    let nuls = count(raw.nuls.unwrap_or(0), "nuls");
    let mut candidats: Vec<Candidat> = Vec::with_capacity(raw.candidats.len());
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for (i, c) in raw.candidats.into_iter().enumerate() {
        let place = format!("{base}.candidats[{i}]");
        let chemin = format!("{place}.nom");
        l.filled(&c.nom, &chemin);
        // A name that is no member is a list, or somebody who does not sit; one that several bear says too little.
        let membre = match annuaire.find(&c.nom) {
            Trouve::Un(membre) => Some(membre),
            Trouve::Plusieurs(_) => {
                l.membre(&c.nom, &chemin, annuaire);
                None
            }
            _ => {
                l.nom_approchant(&c.nom, &chemin, annuaire);
                None
            }
        };
        let nom = membre.map_or(c.nom, crate::model::Conseiller::nom_complet);
        if let Some(first) = seen.insert(nom.clone(), chemin.clone()) {
            let message = format!("un candidat a deux fois des voix dans ce tour : {nom}");
            l.double(codes::MEMBRE_DOUBLE, &chemin, message, "ici", &first, "et ici").aide =
                Some("donnez ses voix en une fois".to_owned());
        }
        candidats.push(Candidat {
            membre: membre.map(|m| m.id.clone()),
            nom,
            voix: l.nombre(c.voix, &format!("{place}.voix"), Nombre::VOIX).unwrap_or(0),
            naissance: c.naissance,
        });
    }
    // What a wrong number makes wrong is not told again.
    if l.faults() == faults {
        counted(bulletins, blancs + nuls, &candidats, base, l);
    }
    if candidats.is_empty() && l.faults() == faults {
        let fault =
            l.fault(codes::VIDE, &format!("{base}.candidats"), "ce tour n’a pas de candidat");
        fault.etiquette = "personne n’y a de voix".to_owned();
        let exemple = "candidats = [{ nom = \"LEROY\", voix = 12 }]";
        fault.aide = Some(format!("ajoutez ses candidats, ou retirez ce tour : {exemple}"));
    }
    Tour { bulletins, blancs, nuls, candidats }
}

/// What was in the box is enough for what was counted.
fn counted(bulletins: u32, perdus: u32, candidats: &[Candidat], base: &str, l: &mut Lower<'_>) {
    let voix: u64 = candidats.iter().map(|c| u64::from(c.voix)).sum();
    let (message, etiquette) = match bulletins.checked_sub(perdus) {
        None => (
            "il y a plus de bulletins blancs et nuls que de bulletins".to_owned(),
            format!("{perdus} blancs et nuls"),
        ),
        Some(exprimes) if voix > u64::from(exprimes) => (
            "les candidats ont plus de voix qu’il n’y a de suffrages exprimés".to_owned(),
            format!("{voix} voix pour {exprimes} suffrages exprimés"),
        ),
        Some(_) => return,
    };
    let fault = l.fault(codes::BORNES, &format!("{base}.bulletins"), message);
    fault.etiquette = etiquette;
    if bulletins >= perdus {
        let lieu = Lieu::new(fault.lieu.fichier.clone(), format!("{base}.candidats"));
        let etiquette = "voix de ce tour".to_owned();
        fault.secondaires.push(Secondaire { lieu, plage: None, etiquette });
    }
    fault.aide = Some(
        "suffrages exprimés : bulletins trouvés dans l’urne, moins les blancs et les nuls"
            .to_owned(),
    );
}
