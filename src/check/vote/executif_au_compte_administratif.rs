//! An executive that votes its own accounts, or presides over their vote.

use super::voix;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{CauseNonParticipation, Constat, Dossier, Etat, Lieu, Severite};

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
          L’exécutif est reconnu au nom que donne collectivite.toml : si le compte est celui d’un \
          prédécesseur, c’est à vous de le dire.",
    exemple: Exemple {
        faux: "objet = [\"Finances\", \"Compte administratif de l’exercice 2025\"]\n\n[vote]",
        juste: "objet = [\"Finances\", \"Compte administratif de l’exercice 2025\"]\n\n[vote]\n\n[[vote.non_participations]]\nmembre = \"VASSELIN\"\ncause = \"compte-administratif\"\nquitte_la_salle = true",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let acte = &dossier.deliberation;
    let (Some(vote), Some(counted)) = (&acte.vote, &comptes.vote) else { return };
    let mut causes = vote.non_participations.iter().map(|n| n.cause);
    let accounts = affaire::compte_administratif(acte);
    let declared = causes.any(|c| c == CauseNonParticipation::CompteAdministratif);
    if comptes.etat == Etat::Projet
        || accounts.is_none() && !declared
        || !affaire::pleniere(dossier)
    {
        return;
    }
    let Some(executif) = affaire::executif(dossier) else { return };
    let nom = executif.nom_court();
    let words = accounts.map(|t| t.lieu);
    let mut push = |lieu: Lieu, message: String, etiquette: &str, aide: String| {
        let mut constat = regle.constat(lieu, message).etiquette(etiquette).aide(aide);
        if let Some(words) = &words {
            constat = constat.secondaire(words.clone(), "les comptes de l’exécutif");
        }
        out.push(constat);
    };
    let typed =
        voix::noms(vote).into_iter().find(|(id, _)| **id == executif.id).map(|(_, lieu)| lieu);
    if typed.is_some() || counted.electeurs.contains(&executif.id) {
        push(
            typed.unwrap_or_else(|| voix::acte("")),
            format!(
                "{nom} se retire au moment du vote de ses comptes, et compte parmi les votants"
            ),
            "voix de l’exécutif",
            format!(
                "ajoutez [[vote.non_participations]] avec membre = \"{}\", cause = \"compte-administratif\" et \
                 quitte_la_salle = true",
                executif.nom
            ),
        );
    }
    if dossier.seance.president_of(dossier.point).is_some_and(|p| p.id == executif.id) {
        let own = dossier.point.map(|p| format!("points[{p}].dossier"));
        push(
            Lieu::new("seance.toml", own.unwrap_or_else(|| "president".to_owned())),
            format!("{nom} préside le vote de ses propres comptes"),
            "l’assemblée élit un autre président",
            "donnez au point son président : president = \"BELKACEM\"".to_owned(),
        );
    }
}
