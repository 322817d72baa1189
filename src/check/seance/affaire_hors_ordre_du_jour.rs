//! An act on a matter that was not on the agenda of the summons.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Etat, Lieu, NaturePoint, Severite, SortPoint};

pub(in crate::check) static AFFAIRE_HORS_ORDRE_DU_JOUR: Regle = Regle {
    code: "CONV-07",
    nom: "affaire-hors-ordre-du-jour",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: &[],
    base: Some("CGCT, art. L. 2121-10"),
    lecture: Lecture::Lu2008(true),
    reserve: Some(
        "La tolérance pour les questions sans importance est une jurisprudence citée de mémoire. \
         La rédaction postérieure à 2008 n’a pas été relue.",
    ),
    doc: "L’assemblée ne délibère que sur les affaires de l’ordre du jour joint à la convocation. \
          Un point ajouté à l’ouverture de la séance ne donne pas lieu à une délibération, sauf \
          s’il est sans importance (« questions diverses ») ; avec un « motif », le constat n’est \
          qu’un avertissement.",
    exemple: Exemple {
        faux: "[[points]]\ndossier = \"04-emprunt\"\nsort = \"ajoute\"",
        juste: "[[points]]\nnature = \"information\"\ntitre = \"Emprunt : présentation du projet\"\nsort = \"ajoute\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let Some((p, point)) = dossier.point.and_then(|p| Some((p, dossier.seance.points.get(p)?)))
    else {
        return;
    };
    if point.sort != SortPoint::Ajoute
        || point.nature != NaturePoint::Deliberation
        || comptes.etat == Etat::Projet
        || !affaire::pleniere(dossier)
    {
        return;
    }
    let constat = regle
        .constat(
            Lieu::new("seance.toml", format!("points[{p}].sort")),
            format!(
                "l’assemblée a délibéré sur le point {}, qui n’était pas à l’ordre du jour de la convocation",
                point.numero
            ),
        )
        .etiquette("ajouté à l’ouverture de la séance")
        .aide("reportez cette affaire à une séance dont la convocation la porte");
    let excused = point.motif.is_some();
    out.push(if excused { constat.au_plus(Severite::Avertissement) } else { constat });
}
