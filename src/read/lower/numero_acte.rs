//! The number of an act: its own, else what its point says by hand, else what the scheme gives.

use super::Lower;
use super::numerotation;
use super::ordre_du_jour::ALaMain;
use crate::model::{Lieu, NaturePoint, NumeroActe, Numerotation, Point};
use crate::read::codes;
use crate::read::fault::{Fault, Secondaire, cite};

/// What the sitting says of the number of an act.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Attribution<'a> {
    /// Its point of the agenda.
    Point {
        rang: usize,
        point: &'a Point,
        a_la_main: ALaMain,
        /// The scheme of the authority: when it gives no number, it wants the rank of the sitting.
        numerotation: Option<&'a Numerotation>,
    },
    /// No point is that of the act.
    Aucune,
    /// The sitting or the authority has faults: nothing is said of a number that is not there.
    Illisible,
}

pub(crate) fn lower(
    affiche: Option<String>,
    transmis: Option<String>,
    attribution: Attribution<'_>,
    l: &mut Lower<'_>,
) -> NumeroActe {
    let typed = transmis.is_some();
    let transmis = l.transmis(transmis, "numero_transmis");
    // A number typed by hand and refused has a fault of its own.
    let refuse = typed && transmis.is_none();
    let given = match attribution {
        Attribution::Point { rang, point, a_la_main, .. } => {
            let acte = point.acte.as_ref();
            for (cle, own, other, by_hand) in [
                (
                    "numero",
                    affiche.as_ref(),
                    acte.map(|a| &a.affiche),
                    a_la_main.numero_acte.then_some("numero_acte"),
                ),
                (
                    "numero_transmis",
                    transmis.as_ref(),
                    acte.and_then(|a| a.transmis.as_ref()),
                    a_la_main.numero_transmis.then_some("numero_transmis"),
                ),
            ] {
                if let (Some(own), Some(other), Some(by_hand)) = (own, other, by_hand)
                    && own != other
                {
                    contradiction(cle, other, &format!("points[{rang}].{by_hand}"), l);
                }
            }
            acte.map(|a| (a, a_la_main))
        }
        _ => None,
    };
    let Some(affiche) = affiche else {
        let Some((given, a_la_main)) = given else {
            missing(attribution, l);
            return NumeroActe { affiche: String::new(), transmis, saisi: typed };
        };
        let transmis = transmis.or_else(|| given.transmis.clone());
        // What the scheme gives too long is said of the scheme; a « bis » may be too long by itself.
        let of_the_scheme = matches!(
            attribution,
            Attribution::Point { numerotation: Some(n), .. } if !numerotation::transmet(n)
        );
        if transmis.is_none() && !refuse && (a_la_main.numero_acte || !of_the_scheme) {
            too_long(&given.affiche, "", l);
        }
        let saisi = typed || given.saisi;
        return NumeroActe { affiche: given.affiche.clone(), transmis, saisi };
    };
    l.filled(&affiche, "numero");
    let transmis = transmis.or_else(|| match given {
        Some((given, a_la_main)) if a_la_main.numero_transmis || given.affiche == affiche => {
            given.transmis.clone()
        }
        _ => NumeroActe::transmissible(&affiche),
    });
    if transmis.is_none() && !refuse && !affiche.trim().is_empty() {
        too_long(&affiche, "numero", l);
    }
    let saisi = typed || given.is_some_and(|(_, a_la_main)| a_la_main.numero_transmis);
    NumeroActe { affiche, transmis, saisi }
}

/// A number from which none can be sent to the prefecture, where nothing gives another.
fn too_long(affiche: &str, chemin: &str, l: &mut Lower<'_>) {
    l.trop_long(
        chemin,
        format!("le numéro « {} » est trop long pour être transmis à la préfecture", cite(affiche)),
        "donnez-en un plus court : numero_transmis = \"…\"",
    );
}

fn contradiction(cle: &str, other: &str, chemin: &str, l: &mut Lower<'_>) {
    let fault = l.fault(codes::NUMERO_ACTE, cle, "l’acte et son point n’ont pas le même numéro");
    fault.etiquette = "ici…".to_owned();
    fault.secondaires.push(Secondaire {
        lieu: Lieu::new("seance.toml", chemin),
        plage: None,
        etiquette: format!("… et là, « {} »", cite(other)),
    });
    fault.aide = Some("gardez-en un seul, dans l’acte ou sur son point".to_owned());
}

/// Nothing gives the number.
fn missing(attribution: Attribution<'_>, l: &mut Lower<'_>) {
    let mut aide = "ajoutez en tête du fichier : numero = \"…\"".to_owned();
    match attribution {
        Attribution::Illisible => return,
        // That point has a fault of its own.
        Attribution::Point { point, .. } if point.nature == NaturePoint::Information => return,
        Attribution::Point { numerotation: Some(_), .. } => {
            // One absence in the sitting, whatever the number of its acts.
            let message = "il manque « rang » : la numérotation des actes emploie {RANG}";
            let scheme = Lieu::new("collectivite.toml", "numerotation.modele");
            let fault = Fault::new(codes::CLE_ABSENTE, "seance.toml", "", message)
                .etiquette("« rang » est obligatoire ici")
                .secondaire(scheme, "la numérotation")
                .aide("ajoutez en tête du fichier le rang de la séance dans l’année : rang = 5");
            l.push(fault);
            return;
        }
        Attribution::Point { .. } => {
            aide.push_str(", ou à collectivite.toml une [numerotation]");
        }
        Attribution::Aucune => {}
    }
    let fault = l.fault(codes::CLE_ABSENTE, "", "il manque « numero »");
    fault.etiquette = "« numero » est obligatoire ici".to_owned();
    fault.aide = Some(aide);
}
