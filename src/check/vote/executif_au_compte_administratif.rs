//! An executive that votes its own accounts, or presides over their vote.

use super::voix;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres, passages};
use crate::compute::Comptes;
use crate::model::{CauseNonParticipation, Constat, Deliberation, Dossier, Etat, Lieu, Severite};

pub(in crate::check) static EXECUTIF_AU_COMPTE_ADMINISTRATIF: Regle = Regle {
    code: "VOTE-12",
    nom: "executif-au-compte-administratif",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 2121-14"),
    lecture: Lecture::Lu2008(true),
    reserve: Some(
        "Que le compte financier unique suive la même règle est cité de mémoire. La rédaction \
         postérieure à 2008 n’a pas été relue.",
    ),
    doc: "L’assemblée vote le compte administratif sans le maire ou le président : il peut \
          assister à la discussion, il se retire au moment du vote, et un autre membre préside. \
          Il se note parmi les « non_participations », avec cause = \"compte-administratif\" ; le \
          point a son propre « president ».\n\
          \n\
          Ne pas voter ne suffit pas : il quitte la salle. Dans une séance, un point dont il est \
          sorti sans que rien ne dise qui préside reçoit un avertissement.\n\
          \n\
          L’exécutif est reconnu au nom que donne collectivite.toml : si le compte est celui d’un \
          prédécesseur, l’acte le dit (« le maire sortant », « son prédécesseur »).",
    exemple: Exemple {
        faux: "objet = [\"Finances\", \"Compte administratif de l’exercice 2025\"]\n\n[vote]",
        juste: "objet = [\"Finances\", \"Compte administratif de l’exercice 2025\"]\n\n[vote]\n\n[[vote.non_participations]]\nmembre = \"VASSELIN\"\ncause = \"compte-administratif\"\nquitte_la_salle = true",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let acte = &dossier.deliberation;
    let (Some(vote), Some(counted)) = (&acte.vote, &comptes.vote) else { return };
    let accounts = affaire::compte_administratif(acte);
    let mut causes = vote.non_participations.iter().map(|n| n.cause);
    let declared = causes.any(|c| c == CauseNonParticipation::CompteAdministratif);
    if comptes.etat == Etat::Projet
        || accounts.is_none() && !declared
        || !affaire::pleniere(dossier)
        || predecesseur(acte)
    {
        return;
    }
    let Some(executif) = affaire::executif(dossier) else { return };
    let nom = executif.nom_court();
    let words = accounts.map(|t| t.lieu);
    let told = |lieu: Lieu, message: String, etiquette: &str, aide: String| {
        let constat = regle.constat(lieu, message).etiquette(etiquette).aide(aide);
        match &words {
            Some(words) => constat.secondaire(words.clone(), "les comptes de l’exécutif"),
            None => constat,
        }
    };
    let before = out.len();
    let rang = vote.non_participations.iter().position(|n| n.membre == executif.id);
    let here = comptes.presence.as_ref().is_some_and(|p| p.presents.contains(&executif.id));
    let left = comptes.presence.as_ref().is_some_and(|p| p.sortis.contains(&executif.id));
    let typed = voix::noms(vote).into_iter().find(|(id, _)| **id == executif.id);
    if typed.is_some() || counted.electeurs.contains(&executif.id) {
        out.push(told(
            typed.map_or_else(|| voix::acte(""), |(_, lieu)| lieu),
            format!("{nom} se retire au moment du vote de ses comptes, et compte parmi les votants"),
            "voix de l’exécutif",
            format!(
                "ajoutez [[vote.non_participations]] avec membre = \"{}\", cause = \"compte-administratif\" et \
                 quitte_la_salle = true",
                executif.nom
            ),
        ));
    } else if let Some(rang) = rang.filter(|_| here) {
        out.push(told(
            voix::acte(&format!("non_participations[{rang}].membre")),
            format!("{nom} ne vote pas ses comptes, et reste dans la salle au moment du vote"),
            "ne se retire pas",
            "si ce membre est sorti, dites-le : cause = \"compte-administratif\" et quitte_la_salle = true"
                .to_owned(),
        ));
    }
    let presides = dossier.seance.president_of(dossier.point).is_some_and(|p| p.id == executif.id);
    // The folder of one act has no place that says who presides instead: that the executive leaves is enough.
    if !presides || dossier.point.is_none() && (left || out.len() > before) {
        return;
    }
    let other = comptes.presence.iter().flat_map(|p| &p.presents).find(|id| **id != executif.id);
    let other = other.and_then(|id| dossier.seance.conseiller(id)).map_or("…", |c| &c.nom);
    let message = match left {
        true => {
            let e = if executif.feminin() { "e" } else { "" };
            format!("{nom} s’est retiré{e}, et rien ne dit qui préside à ce moment")
        }
        false => format!("{nom} préside le vote de ses propres comptes"),
    };
    let aide = match dossier.point {
        Some(_) => {
            format!("donnez au point son président, sous [[points]] : president = \"{other}\"")
        }
        None => format!(
            "donnez à ce vote un autre président : president = \"{other}\", dans seance.toml"
        ),
    };
    let etiquette = "l’assemblée élit un autre président";
    let severite = if left { Severite::Avertissement } else { Severite::Erreur };
    out.push(told(voix::acte(""), message, etiquette, aide).au_plus(severite));
}

/// Whether the act says that the accounts are those of somebody who is no longer in office.
fn predecesseur(acte: &Deliberation) -> bool {
    let mut textes = passages::textes(acte);
    textes.extend(passages::objet(acte));
    textes.iter().any(|p| {
        p.has(&[
            "predecesseur",
            "ancien maire",
            "ancienne maire",
            "maire sortant",
            "maire sortante",
            "ancien president",
            "ancienne presidente",
            "president sortant",
            "presidente sortante",
        ])
    })
}
