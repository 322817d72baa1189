//! What follows from the life of an act: where it stands, when it is in force, which steps cannot be.

use chrono::NaiveDate;

use crate::droit;
use crate::model::{Dossier, Etape, Etat, Mentions, NatureEtape};

/// Where an act stands in its life (*parcours*).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parcours {
    /// The last day it was sent to the prefecture, unless that was refused or called off.
    pub transmission: Option<NaiveDate>,
    /// The day the prefecture received it.
    pub reception: Option<NaiveDate>,
    /// The first day it was public, published, or posted where the law takes that for publicity.
    pub publication: Option<NaiveDate>,
    /// The day it came into force, by the law of the sitting.
    pub executoire: Option<NaiveDate>,
    /// What put an end to it: withdrawn, repealed, annulled.
    pub fin: Option<(NatureEtape, NaiveDate)>,
    /// The steps that cannot be, in their order.
    pub ecarts: Vec<Ecart>,
}

/// A step that cannot be (*écart*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ecart {
    /// Its rank in the ledger, from 0.
    pub rang: usize,
    /// Why.
    pub cause: CauseEcart,
}

/// Why a step cannot be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CauseEcart {
    /// Another step must come before.
    Avant(NatureEtape),
    /// It, or what excludes it, is recorded already, at that rank.
    Deja(usize),
    /// The act says the contrary of itself.
    Contraire(Etat),
    /// It precedes the sitting.
    AvantSeance,
    /// It precedes the transmission that the act declares.
    AvantTransmission(NaiveDate),
    /// A vote takes place on the day of the sitting.
    HorsSeance,
    /// It precedes the step of that rank, on which it depends.
    Anterieure(usize),
}

impl CauseEcart {
    /// Whether the step is out of order, rather than out of time.
    #[must_use]
    pub fn is_ordre(&self) -> bool {
        matches!(self, Self::Avant(_) | Self::Deja(_) | Self::Contraire(_))
    }
}

/// Follows the life of an act; what the act declares in its mentions counts as done until the ledger says it.
#[must_use]
pub fn parcours(dossier: &Dossier, etat: Etat) -> Parcours {
    let mut suivi = Suivi {
        seance: dossier.seance.date,
        etat,
        etapes: &dossier.vie.etapes,
        declare: dossier.deliberation.mentions,
        affichage: droit::affichage_vaut_publicite(
            dossier.seance.date,
            dossier.collectivite.genre,
            dossier.collectivite.population,
        ),
        votee: None,
        transmise: None,
        recue: None,
        publication: None,
        fin: None,
    };
    let mut ecarts = Vec::new();
    for rang in 0..suivi.etapes.len() {
        match suivi.cause(rang) {
            Some(cause) => ecarts.push(Ecart { rang, cause }),
            None => suivi.take(rang),
        }
    }
    let date = |rang: Option<usize>| rang.map(|r| dossier.vie.etapes[r].date);
    let transmission = date(suivi.transmise);
    Parcours {
        transmission,
        reception: date(suivi.recue),
        publication: suivi.publication,
        executoire: (suivi.voted() == Some(Etat::Adoptee))
            .then(|| droit::executoire(dossier.seance.date, transmission, suivi.publication))
            .flatten(),
        fin: suivi.fin.map(|r| (dossier.vie.etapes[r].nature, dossier.vie.etapes[r].date)),
        ecarts,
    }
}

/// What became of an act: what it says of itself, else what its ledger says of its vote.
#[must_use]
pub fn etat(dossier: &Dossier, etat: Etat) -> Etat {
    // A vote is noted once: the first one stands, as in the course of the act.
    let voted = dossier.vie.etapes.iter().find_map(|e| match e.nature {
        NatureEtape::Adoptee => Some(Etat::Adoptee),
        NatureEtape::Rejetee => Some(Etat::Rejetee),
        _ => None,
    });
    match (etat, voted) {
        (Etat::Projet, Some(voted)) => voted,
        (etat, _) => etat,
    }
}

/// The mentions of an act as its documents print them: what its ledger says, else what it declares.
///
/// The day it came into force is computed; as soon as the ledger says that the act left or is public, a declared one is no
/// longer believed.
#[must_use]
pub fn mentions(dossier: &Dossier, etat: Etat) -> Mentions {
    let declared = dossier.deliberation.mentions;
    let parcours = parcours(dossier, etat);
    let transmission = parcours.transmission.or(declared.transmission);
    let publication = parcours.publication.or(declared.publication);
    let known = parcours.transmission.is_some() || parcours.publication.is_some();
    let computed = if etat == Etat::Adoptee {
        droit::executoire(dossier.seance.date, transmission, publication)
    } else {
        None
    };
    let mut mentions = declared;
    mentions.transmission = transmission;
    mentions.reception = parcours.reception.or(declared.reception);
    mentions.publication = publication;
    mentions.executoire = if known { computed } else { declared.executoire.or(computed) };
    mentions
}

/// The steps taken so far, each by its rank in the ledger.
struct Suivi<'a> {
    seance: NaiveDate,
    etat: Etat,
    etapes: &'a [Etape],
    declare: Mentions,
    /// Whether posting makes it public.
    affichage: bool,
    votee: Option<usize>,
    transmise: Option<usize>,
    recue: Option<usize>,
    publication: Option<NaiveDate>,
    fin: Option<usize>,
}

impl Suivi<'_> {
    /// What came of the vote, by the ledger or by the act itself.
    fn voted(&self) -> Option<Etat> {
        match (self.votee.map(|r| self.etapes[r].nature), self.etat) {
            (Some(NatureEtape::Adoptee), _) => Some(Etat::Adoptee),
            (Some(_), _) => Some(Etat::Rejetee),
            (None, Etat::Projet) => None,
            (None, etat) => Some(etat),
        }
    }

    fn before(&self, rang: usize, nature: NatureEtape) -> Option<usize> {
        self.etapes[..rang].iter().rposition(|e| e.nature == nature)
    }

    /// Why the step of that rank cannot be.
    fn cause(&self, rang: usize) -> Option<CauseEcart> {
        use NatureEtape as N;
        let Etape { nature, date, .. } = self.etapes[rang];
        if let Some(fin) = self.fin
            && !(nature == N::Recue
                || (nature == N::Annulee && self.etapes[fin].nature == N::Abrogee))
        {
            return Some(CauseEcart::Deja(fin));
        }
        let needs_vote = !matches!(nature, N::Projet | N::Adoptee | N::Rejetee);
        if needs_vote && self.voted().is_none() {
            return Some(CauseEcart::Avant(N::Adoptee));
        }
        if needs_vote && date < self.seance {
            return Some(CauseEcart::AvantSeance);
        }
        let after = |other: Option<usize>| {
            other.filter(|r| date < self.etapes[*r].date).map(CauseEcart::Anterieure)
        };
        match nature {
            N::Projet => (rang > 0).then_some(CauseEcart::Deja(0)),
            N::Adoptee | N::Rejetee => {
                let said = if nature == N::Adoptee { Etat::Adoptee } else { Etat::Rejetee };
                match self.etat {
                    _ if self.votee.is_some() => self.votee.map(CauseEcart::Deja),
                    Etat::Projet => None,
                    etat if etat != said => Some(CauseEcart::Contraire(etat)),
                    _ => None,
                }
                .or((date != self.seance).then_some(CauseEcart::HorsSeance))
            }
            N::Transmise => self.transmise.map(CauseEcart::Deja),
            N::Recue => match (self.recue, self.transmise) {
                (Some(recue), _) => Some(CauseEcart::Deja(recue)),
                (None, None) => match self.declare.transmission {
                    None => Some(CauseEcart::Avant(N::Transmise)),
                    Some(sent) => (date < sent).then_some(CauseEcart::AvantTransmission(sent)),
                },
                (None, sent) => after(sent),
            },
            N::Anomalie | N::TransmissionAnnulee => match (self.transmise, nature, self.recue) {
                (None, ..) if self.declare.transmission.is_none() => {
                    Some(CauseEcart::Avant(N::Transmise))
                }
                (_, N::Anomalie, Some(recue)) => Some(CauseEcart::Deja(recue)),
                (sent, ..) => after(sent),
            },
            N::Publiee | N::Affichee => self
                .before(rang, nature)
                .map(CauseEcart::Deja)
                .or((self.voted() == Some(Etat::Rejetee))
                    .then_some(CauseEcart::Contraire(Etat::Rejetee))),
            // Nothing happens to an act before what has happened to it already.
            N::Retiree | N::Abrogee | N::Annulee => (self.voted() == Some(Etat::Rejetee))
                .then_some(CauseEcart::Contraire(Etat::Rejetee))
                .or_else(|| {
                    let done = [N::Transmise, N::Recue, N::Publiee, N::Affichee];
                    let before = |r: &usize| {
                        done.contains(&self.etapes[*r].nature) && date < self.etapes[*r].date
                    };
                    (0..rang).rfind(before).map(CauseEcart::Anterieure)
                }),
        }
    }

    fn take(&mut self, rang: usize) {
        use NatureEtape as N;
        let Etape { nature, date, .. } = self.etapes[rang];
        match nature {
            N::Projet => {}
            N::Adoptee | N::Rejetee => self.votee = Some(rang),
            N::Transmise => {
                self.transmise = Some(rang);
                self.recue = None;
            }
            N::Recue => self.recue = Some(rang),
            N::Anomalie | N::TransmissionAnnulee => {
                self.transmise = None;
                self.recue = None;
                self.declare.transmission = None;
            }
            N::Affichee if !self.affichage => {}
            N::Publiee | N::Affichee => {
                self.publication = Some(self.publication.map_or(date, |p| p.min(date)));
            }
            N::Retiree | N::Abrogee | N::Annulee => self.fin = Some(rang),
        }
    }
}
