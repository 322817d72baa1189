//! A text that gives a term other years than the calendar does.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{Constat, Dossier, Lieu, Severite, Terme};
use crate::reperage::{Ecrit, Ecriture, GenreJeton, Releve, annees};

pub(in crate::check) static TERME_CONTRADICTOIRE: Regle = Regle {
    code: "COHE-04",
    nom: "terme-contradictoire",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un texte donne au court, au moyen ou au long terme d’autres années que le calendrier du programme : « moyen terme \
          début 2014-2015 » pour un terme qui va de 2014 à 2014.\n\n\
          Ne sont lues que les années qui suivent aussitôt les mots « court terme », « moyen terme » ou « long terme ».",
    exemple: Exemple {
        faux: "# document d’orientation\n- celles à moyen terme début 2014-2015\n# programme.toml : debut = 2014, fin = 2014",
        juste: "- celles à moyen terme en 2014",
    },
    run: Examen::Ecrits(run),
};

/// What may stand between a term and its years.
const LIENS: &[&str] =
    &["courant", "debut", "fin", "de", "en", "l", "annee", "annees", "a", "soit", "pour", "du"];

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let Some(programme) = &dossier.programme else { return };
    let speaks = |e: Ecriture| {
        e.de_l_acte()
            || matches!(e, Ecriture::Document | Ecriture::Champ(..) | Ecriture::Echeance(_))
    };
    for ecrit in releve.parmi(speaks) {
        for i in ecrit.trouver(&["terme"]).filter(|i| *i > 0) {
            let terme = match () {
                () if ecrit.est(i - 1, "court") => Terme::Court,
                () if ecrit.est(i - 1, "moyen") => Terme::Moyen,
                () if ecrit.est(i - 1, "long") => Terme::Long,
                () => continue,
            };
            let rank = programme.calendrier.iter().position(|e| e.terme == terme);
            let Some(rank) = rank else { continue };
            // A label of the calendar is that of its own term.
            if matches!(ecrit.ecriture, Ecriture::Echeance(e) if e != rank) {
                continue;
            }
            let echeance = &programme.calendrier[rank];
            let Some(debut) = echeance.debut else { continue };
            let fin = echeance.fin.map_or(u16::MAX, |f| f.0);
            let start = link(ecrit, i + 1);
            if ecrit.genre(start) != Some(GenreJeton::Chiffres) {
                continue;
            }
            let years = annees(ecrit, start..(start + 3).min(ecrit.jetons.len()));
            let Some(said) = years.first() else { continue };
            if (debut.0..=fin).contains(&said.debut) && (debut.0..=fin).contains(&said.fin) {
                continue;
            }
            let plage = ecrit.plage(i - 1, i).start..said.plage.end;
            let until = if fin == u16::MAX {
                format!("commence en {debut}")
            } else if fin == debut.0 {
                format!("est l’année {debut}")
            } else {
                format!("va de {debut} à {fin}")
            };
            let nom = ecrit.mot(i - 1).to_lowercase();
            out.push(
                regle
                    .constat(
                        ecrit.lieu_de(&plage),
                        format!(
                            "le texte donne « {} », et le {nom} terme du calendrier {until}",
                            ecrit.mots(&plage)
                        ),
                    )
                    .etiquette("années du texte")
                    .secondaire(
                        Lieu::new("programme.toml", format!("calendrier[{rank}].libelle")),
                        format!("« {} »", echeance.libelle),
                    )
                    .aide("mettez d’accord le texte et le calendrier"),
            );
        }
    }
}

/// The token after the words and signs that link a term to its years.
fn link(ecrit: &Ecrit, mut i: usize) -> usize {
    for _ in 0..5 {
        if ecrit.est_un(i, LIENS) || matches!(ecrit.mot(i), ":" | "(" | "," | "’" | "'" | "–") {
            i += 1;
        }
    }
    i
}
