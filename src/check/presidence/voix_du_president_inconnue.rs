//! A tie that the vote of who presides would decide, and that nothing tells.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};

pub(in crate::check) static VOIX_DU_PRESIDENT_INCONNUE: Regle = Regle {
    code: "PRES-03",
    nom: "voix-du-president-inconnue",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("CGCT, art. L. 2121-20, L. 3121-15 et L. 4132-14"),
    lecture: Lecture::Lu2008(true),
    reserve: Some("La rédaction postérieure à 2008 n’a pas été relue."),
    doc: "Autant de voix pour que contre : celle de qui préside est prépondérante, sauf au scrutin \
          secret, et rien ne dit comment il a voté. Le résultat n’est donc pas connu ; l’acte \
          s’imprime comme non adopté.\n\
          \n\
          `president` le dit, quand aucun nom ne le fait. `resultat = \"partage\"` dit que personne \
          n’a départagé les voix.",
    exemple: Exemple {
        faux: "[vote]\npour = 11\ncontre = 11\nabstentions = 3",
        juste: "[vote]\npour = 11\ncontre = 11\nabstentions = 3\npresident = \"pour\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, _: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let Some(vote) = comptes.vote.as_ref().filter(|v| v.a_departager) else { return };
    out.push(
        regle
            .constat(
                Lieu::new("deliberation.toml", "vote"),
                "les voix sont également partagées, et rien ne dit comment a voté qui préside",
            )
            .etiquette(format!("{} voix pour, {} contre", vote.pour.nombre, vote.contre.nombre))
            .aide("ajoutez president = \"pour\", \"contre\" ou \"abstention\""),
    );
}
