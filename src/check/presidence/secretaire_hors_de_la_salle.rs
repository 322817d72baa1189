//! A secretary who is not in the room.

use super::absence::{Absence, absence};
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};

pub(in crate::check) static SECRETAIRE_HORS_DE_LA_SALLE: Regle = Regle {
    code: "PRES-02",
    nom: "secretaire-hors-de-la-salle",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Le secrétaire de séance est un membre présent : il signe ce qu’il a vu. Les présences le \
          disent excusé, absent ou représenté. S’il part en cours de séance, ce n’est qu’un \
          avertissement : les points qui suivent peuvent avoir leur secrétaire, `secretaires`, sous \
          `[[points]]`.",
    exemple: Exemple {
        faux: "secretaires = [\"GIRARD\"]\n\n[presences]\nexcuses = [\"GIRARD\"]",
        juste: "secretaires = [\"ROUX\"]\n\n[presences]\nexcuses = [\"GIRARD\"]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let seance = &dossier.seance;
    if !affaire::examinee(dossier) {
        return;
    }
    let point = dossier.point.and_then(|p| Some((p, seance.points.get(p)?)));
    let own = point.filter(|(_, p)| !p.secretaires.is_empty());
    let base = own.map_or("secretaires".to_owned(), |(p, _)| format!("points[{p}].secretaires"));
    for (i, secretaire) in seance.secretaires_of(dossier.point).into_iter().enumerate() {
        let nom = secretaire.nom_complet();
        let lieu = Lieu::new("seance.toml", format!("{base}[{i}]"));
        let (message, autre, severite) = match absence(dossier, comptes, &secretaire.id) {
            None | Some(Absence::Sorti(_)) => continue,
            Some(Absence::Parti(autre)) => (
                format!("qui tient la plume est déjà parti : {nom}"),
                Some((autre, "départ")),
                Severite::Avertissement,
            ),
            Some(Absence::Pas(autre)) => (
                format!("qui tient la plume n’est pas dans la salle : {nom}"),
                autre.map(|lieu| (lieu, "à l’ouverture")),
                Severite::Erreur,
            ),
        };
        let mut constat = regle
            .constat(lieu, message)
            .au_plus(severite)
            .etiquette("secrétaire de séance")
            .aide("nommez un membre qui est là, ou corrigez les présences et les mouvements");
        if let Some((lieu, etiquette)) = autre {
            constat = constat.secondaire(lieu, etiquette);
        }
        out.push(constat);
    }
}
