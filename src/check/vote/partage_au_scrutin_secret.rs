//! A tie in a secret vote taken for an adoption.

use super::voix;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Etat, Lieu, Resultat, Scrutin, Severite};

pub(in crate::check) static PARTAGE_AU_SCRUTIN_SECRET: Regle = Regle {
    code: "VOTE-03",
    nom: "partage-au-scrutin-secret",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: &[],
    base: Some("CGCT, art. L. 2121-20"),
    lecture: Lecture::Lu2008(true),
    reserve: Some(
        "La rédaction postérieure à 2008 n’a pas été relue ; les départements et les régions sont \
         jugés de même, sans que leur texte ait été lu sur ce point.",
    ),
    doc: "Au scrutin secret, la voix du président ne départage pas : à égalité, la proposition \
          n’est pas adoptée.",
    exemple: Exemple {
        faux: "[vote]\nscrutin = \"secret\"\npour = 12\ncontre = 12\nresultat = \"adoptee\"",
        juste: "[vote]\nscrutin = \"secret\"\npour = 12\ncontre = 12\nresultat = \"rejetee\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let (Some(vote), Some(counted)) = (&dossier.deliberation.vote, &comptes.vote) else { return };
    if !counted.partage || counted.scrutin != Scrutin::Secret {
        return;
    }
    let lieu = if vote.resultat == Some(Resultat::Adoptee) {
        voix::acte("resultat")
    } else if dossier.deliberation.etat == Some(Etat::Adoptee) {
        Lieu::new("deliberation.toml", "etat")
    } else {
        return;
    };
    out.push(
        regle
            .constat(
                lieu,
                format!(
                    "au scrutin secret, la voix du président ne départage pas : à {} voix contre {}, rien n’est adopté",
                    counted.pour.nombre, counted.contre.nombre
                ),
            )
            .etiquette("déclarée adoptée")
            .aide("écrivez resultat = \"rejetee\", ou corrigez les voix"),
    );
}
