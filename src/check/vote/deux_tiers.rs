//! The two thirds that the *intérêt communautaire* asks for, which three rules verify, each for its period.

use super::voix;
use crate::check::{Regle, affaire};
use crate::compute::{Comptes, ComptesVote};
use crate::droit::{self, InteretCommunautaire};
use crate::model::{Constat, Dossier, Etat, Lieu, Majorite, Resultat, Severite};

/// What must be reached.
struct Seuil {
    /// What the base counts: seats, or votes cast.
    base: u32,
    requis: u32,
    /// « de l’effectif du conseil », « des suffrages exprimés ».
    nom: &'static str,
    /// What it means when they are not reached.
    aide: &'static str,
}

impl Seuil {
    /// Whether its base is known, and too few voted for.
    fn manque(&self, vote: &ComptesVote) -> bool {
        self.base > 0 && vote.pour.nombre < self.requis
    }
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
    if rejetee(dossier, vote) {
        return;
    }
    // Where the base was debated, each of both that is missed is told: the votes cast first.
    let seuils = seuils(dossier, vote, droit);
    if seuils.iter().all(|s| s.base == 0) {
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
        return;
    }
    let Some(seuil) = seuils.into_iter().find(|s| s.manque(vote)) else { return };
    let counted = acte.vote.as_ref().is_some_and(|v| v.pour.is_some());
    let mut constat = regle
        .constat(
            voix::acte(if counted { "pour" } else { "" }),
            format!(
                "la déclaration d’intérêt communautaire demande les deux tiers {}, soit {} voix sur {} : il y en a {}",
                seuil.nom, seuil.requis, seuil.base, vote.pour.nombre
            ),
        )
        .etiquette("majorité non atteinte")
        .aide(seuil.aide);
    if let Some(lieu) = words {
        constat = constat.secondaire(lieu, "ce que l’acte déclare");
    }
    out.push(constat);
}

/// Whether the act is rejected, by what it declares, or because no majority at all voted for.
fn rejetee(dossier: &Dossier, vote: &ComptesVote) -> bool {
    let acte = &dossier.deliberation;
    let declared = match acte.vote.as_ref().and_then(|v| v.resultat) {
        Some(resultat) => Some(resultat != Resultat::Adoptee),
        None => acte.etat.map(|e| e == Etat::Rejetee),
    };
    declared.unwrap_or(vote.exprimes > 0 && vote.pour.nombre <= vote.contre.nombre)
}

/// Whether the two thirds are reached whatever their base on that day.
pub(super) fn atteints(dossier: &Dossier, vote: &ComptesVote) -> bool {
    let genre = dossier.collectivite.genre;
    droit::interet_communautaire(dossier.seance.date, genre)
        .is_some_and(|droit| !seuils(dossier, vote, droit).iter().any(|s| s.manque(vote)))
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
        .constat(words.unwrap_or_else(|| Lieu::new("deliberation.toml", "objet[0]")), message)
        .au_plus(Severite::Information)
        .etiquette("majorité des deux tiers")
        .aide("au vote, écrivez majorite = \"interet-communautaire\" dans [vote] : le seuil est calculé et imprimé")
}

/// The seats of the assembly, 0 when nobody says how many.
fn seats(dossier: &Dossier) -> u32 {
    let members = || u32::try_from(dossier.seance.en_exercice().count()).unwrap_or(u32::MAX);
    dossier.seance.effectif.unwrap_or_else(members)
}

/// What must be reached, on each base that the law of the day, or its readers, take.
fn seuils(dossier: &Dossier, vote: &ComptesVote, droit: InteretCommunautaire) -> Vec<Seuil> {
    let new = |base: u32, nom, aide| Seuil {
        base,
        requis: base.saturating_mul(2).div_ceil(3),
        nom,
        aide,
    };
    let missed = "l’acte ne vaut pas déclaration : s’il est rejeté, écrivez resultat = \"rejetee\" ; l’assemblée peut en \
                  délibérer de nouveau";
    let of_seats = "de l’effectif du conseil";
    match droit.majorite {
        Majorite::DeuxTiersMembres => vec![new(seats(dossier), of_seats, missed)],
        _ => {
            let mut out = vec![new(vote.exprimes, "des suffrages exprimés", missed)];
            if droit.debattue {
                let doubt = "les deux tiers des suffrages exprimés sont atteints, et la doctrine s’en contentait ; les services \
                             de l’État demandaient ceux de l’effectif";
                out.push(new(seats(dossier), of_seats, doubt));
            }
            out
        }
    }
}
