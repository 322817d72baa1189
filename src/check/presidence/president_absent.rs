//! A president who is not in the room.

use super::absence::{Absence, absence};
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};

pub(in crate::check) static PRESIDENT_ABSENT: Regle = Regle {
    code: "PRES-01",
    nom: "president-absent",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Qui préside un point est dans la salle. Les présences, les mouvements ou le vote disent \
          le contraire : il est excusé, il est parti, ou il sort pour ce vote. Sa voix ne départage \
          alors rien.\n\
          \n\
          Un point qui a son propre président le nomme : `president`, sous `[[points]]`.",
    exemple: Exemple {
        faux: "president = \"MARTIN\"\n\n[presences]\nexcuses = [\"MARTIN\"]",
        juste: "president = \"ROUX\"\n\n[presences]\nexcuses = [\"MARTIN\"]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let seance = &dossier.seance;
    if !affaire::examinee(dossier) {
        return;
    }
    let Some(president) = seance.president_of(dossier.point) else { return };
    let Some(absence) = absence(dossier, comptes, &president.id) else { return };
    let nom = president.nom_complet();
    let point = dossier.point.and_then(|p| Some((p, seance.points.get(p)?)));
    let own = point.filter(|(_, p)| p.president.is_some());
    let chemin = own.map_or("president".to_owned(), |(p, _)| format!("points[{p}].president"));
    let aide = match own {
        Some(_) => "nommez un membre qui est là, ou corrigez les présences et les mouvements",
        None => {
            "donnez aux points dont il est absent leur président : president = \"…\", sous [[points]]"
        }
    };
    let (message, autre) = match absence {
        Absence::Parti(lieu) => {
            (format!("qui préside est déjà parti : {nom}"), Some((lieu, "départ")))
        }
        Absence::Sorti(lieu) => (
            format!("qui préside sort de la salle pour ce vote : {nom}"),
            Some((lieu, "sort de la salle")),
        ),
        Absence::Pas(lieu) => (
            format!("qui préside n’est pas dans la salle : {nom}"),
            lieu.map(|lieu| (lieu, "à l’ouverture")),
        ),
    };
    let mut constat =
        regle.constat(Lieu::new("seance.toml", chemin), message).etiquette("préside").aide(aide);
    if let Some((lieu, etiquette)) = autre {
        constat = constat.secondaire(lieu, etiquette);
    }
    out.push(constat);
}
