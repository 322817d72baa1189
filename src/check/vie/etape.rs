//! A step of the life of an act that comes out of order, or out of time.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::{CauseEcart, Comptes, parcours};
use crate::model::{Constat, Dossier, Etat, Lieu, NatureEtape, Severite};
use crate::typographie::date::date_longue;

pub(in crate::check) static ETAPE_HORS_ORDRE: Regle = Regle {
    code: "VIE-01",
    nom: "etape-hors-ordre",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Une étape de la vie de l’acte vient sans celle qu’elle suppose, ou deux fois : un acte se vote avant d’être \
          transmis, se transmet avant d’être reçu, et ne se transmet pas deux fois tant que la préfecture ne l’a pas refusé.",
    exemple: Exemple {
        faux: "[[etapes]]\nnature = \"recue\"\ndate = 2026-03-16",
        juste: "[[etapes]]\nnature = \"transmise\"\ndate = 2026-03-16\n\n[[etapes]]\nnature = \"recue\"\ndate = 2026-03-16",
    },
    run: Examen::Acte(|regle, dossier, comptes, out| run(regle, dossier, comptes, true, out)),
};

pub(in crate::check) static ETAPE_HORS_TEMPS: Regle = Regle {
    code: "VIE-02",
    nom: "etape-hors-temps",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Une étape de la vie de l’acte porte une date impossible : avant la séance, ou avant l’étape qu’elle suppose. \
          Un vote a lieu le jour de la séance.",
    exemple: Exemple {
        faux: "# séance du 12 mars 2026\n[[etapes]]\nnature = \"publiee\"\ndate = 2026-03-10",
        juste: "[[etapes]]\nnature = \"publiee\"\ndate = 2026-03-13",
    },
    run: Examen::Acte(|regle, dossier, comptes, out| run(regle, dossier, comptes, false, out)),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, ordre: bool, out: &mut Vec<Constat>) {
    for ecart in parcours(dossier, comptes.etat).ecarts {
        if ecart.cause.is_ordre() != ordre {
            continue;
        }
        let etape = &dossier.vie.etapes[ecart.rang];
        let (quoi, quand) = (etape.nature.nom(), date_longue(etape.date));
        let (cle, message, aide) = match ecart.cause {
            CauseEcart::Avant(avant) => (
                "nature",
                format!(
                    "l’étape « {quoi} » suppose l’étape « {} », qui n’est pas notée",
                    avant.nom()
                ),
                format!("notez-la d’abord : delibere vie DOSSIER --{} AAAA-MM-JJ", avant.mot()),
            ),
            CauseEcart::Deja(deja) => {
                let other = &dossier.vie.etapes[deja];
                (
                    "nature",
                    format!(
                        "l’étape « {quoi} » ne peut pas suivre l’étape « {} » du {}",
                        other.nature.nom(),
                        date_longue(other.date)
                    ),
                    match other.nature {
                        NatureEtape::Retiree | NatureEtape::Abrogee | NatureEtape::Annulee => {
                            "plus rien n’arrive à un acte retiré, abrogé ou annulé ; si cette étape-là est fausse, corrigez-la dans vie.toml"
                        }
                        _ => "une étape ne se note qu’une fois ; après un refus ou une annulation de la transmission, l’acte peut être transmis de nouveau",
                    }
                    .to_owned(),
                )
            }
            CauseEcart::Contraire(etat) => (
                "nature",
                format!("l’étape « {quoi} » contredit l’acte, qui est {}", etat_nom(etat)),
                "corrigez l’état ou le vote dans deliberation.toml, si c’est lui qui est faux"
                    .to_owned(),
            ),
            CauseEcart::AvantSeance => (
                "date",
                format!(
                    "l’étape « {quoi} », le {quand}, précède la séance, du {}",
                    date_longue(dossier.seance.date)
                ),
                "vérifiez les deux dates, et leur année".to_owned(),
            ),
            CauseEcart::AvantTransmission(transmission) => (
                "date",
                format!(
                    "l’étape « {quoi} », le {quand}, précède la transmission que l’acte déclare, du {}",
                    date_longue(transmission)
                ),
                "vérifiez les deux dates, et leur année".to_owned(),
            ),
            CauseEcart::HorsSeance => (
                "date",
                format!(
                    "l’étape « {quoi} » est datée du {quand}, et la séance du {}",
                    date_longue(dossier.seance.date)
                ),
                "un vote a lieu le jour de la séance".to_owned(),
            ),
            CauseEcart::Anterieure(autre) => {
                let other = &dossier.vie.etapes[autre];
                (
                    "date",
                    format!(
                        "l’étape « {quoi} », le {quand}, précède l’étape « {} », du {}",
                        other.nature.nom(),
                        date_longue(other.date)
                    ),
                    "vérifiez les deux dates, et leur année".to_owned(),
                )
            }
        };
        let lieu = Lieu::new("vie.toml", format!("etapes[{}].{cle}", ecart.rang));
        out.push(regle.constat(lieu, message).etiquette("étape impossible ici").aide(aide));
    }
}

fn etat_nom(etat: Etat) -> &'static str {
    match etat {
        Etat::Projet => "un projet",
        Etat::Adoptee => "adopté",
        Etat::Rejetee => "rejeté",
    }
}
