//! The two thirds that the *intérêt communautaire* asks for, which three rules verify, each for its period.

use super::voix;
use crate::check::{Regle, affaire};
use crate::compute::{Comptes, ComptesVote};
use crate::droit;
use crate::model::{Constat, Dossier, Etat, Lieu, Majorite, Severite};

/// What must be reached.
struct Seuil {
    /// What the base counts: seats, or votes cast.
    base: u32,
    requis: u32,
    /// « de l’effectif du conseil », « des suffrages exprimés ».
    nom: &'static str,
}

/// Finds an act that defines the *intérêt communautaire* without two thirds; of a draft, says how many it will need.
pub(super) fn check(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let acte = &dossier.deliberation;
    if !affaire::declare_interet_communautaire(acte) || !affaire::pleniere(dossier) {
        return;
    }
    let genre = dossier.collectivite.genre;
    let Some(droit) = droit::interet_communautaire(dossier.seance.date, genre) else { return };
    let words = affaire::interet_communautaire(acte).map(|t| t.lieu);
    let Some(vote) = comptes.vote.as_ref() else {
        if comptes.etat == Etat::Projet {
            out.push(announce(regle, dossier, droit.majorite, words));
        }
        return;
    };
    let seuil = seuil(dossier, vote, droit.majorite);
    if seuil.base == 0 {
        out.push(
            regle
                .constat(
                    voix::acte(""),
                    "la déclaration d’intérêt communautaire demande les deux tiers, qui ne se vérifient pas",
                )
                .au_plus(Severite::Avertissement)
                .etiquette("effectif ou voix inconnus")
                .aide("donnez effectif = 46 dans seance.toml, ou nommez les membres ; et comptez les voix"),
        );
    } else if vote.pour.nombre < seuil.requis {
        let mut constat = regle
            .constat(
                if acte.vote.as_ref().is_some_and(|v| v.pour.is_some()) {
                    voix::acte("pour")
                } else {
                    voix::acte("")
                },
                format!(
                    "la déclaration d’intérêt communautaire demande les deux tiers {}, soit {} voix sur {} : il y en a {}",
                    seuil.nom, seuil.requis, seuil.base, vote.pour.nombre
                ),
            )
            .etiquette("majorité non atteinte")
            .aide("l’acte ne vaut pas déclaration ; l’assemblée peut en délibérer de nouveau");
        if let Some(lieu) = words {
            constat = constat.secondaire(lieu, "ce que l’acte déclare");
        }
        out.push(constat);
    }
}

/// What a draft will need.
fn announce(regle: &Regle, dossier: &Dossier, majorite: Majorite, words: Option<Lieu>) -> Constat {
    let seats = seats(dossier);
    let message = match majorite {
        Majorite::DeuxTiersMembres if seats > 0 => format!(
            "l’acte déclare d’intérêt communautaire : il lui faudra les deux tiers de l’effectif du conseil, soit {} voix \
             sur {seats}",
            (2 * seats).div_ceil(3)
        ),
        Majorite::DeuxTiersMembres => "l’acte déclare d’intérêt communautaire : il lui faudra les deux tiers de l’effectif \
                                       du conseil, et non des suffrages"
            .to_owned(),
        _ => "l’acte déclare d’intérêt communautaire : il lui faudra les deux tiers des suffrages exprimés".to_owned(),
    };
    regle
        .constat(words.unwrap_or_else(|| Lieu::new("deliberation.toml", "objet")), message)
        .au_plus(Severite::Information)
        .etiquette("majorité des deux tiers")
        .aide("au vote, écrivez majorite = \"interet-communautaire\" dans [vote] : le seuil est calculé et imprimé")
}

/// The seats of the assembly, 0 when nobody says how many.
fn seats(dossier: &Dossier) -> u32 {
    let members = || u32::try_from(dossier.seance.en_exercice().count()).unwrap_or(u32::MAX);
    dossier.seance.effectif.unwrap_or_else(members)
}

fn seuil(dossier: &Dossier, vote: &ComptesVote, majorite: Majorite) -> Seuil {
    let (base, nom) = match majorite {
        Majorite::DeuxTiersMembres => (seats(dossier), "de l’effectif du conseil"),
        _ => (vote.exprimes, "des suffrages exprimés"),
    };
    Seuil { base, requis: base.saturating_mul(2).div_ceil(3), nom }
}
