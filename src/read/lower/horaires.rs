//! The hours of a sitting and of who comes and goes: a sitting may go on after midnight.

use chrono::NaiveTime;

use super::Lower;
use crate::model::{Lieu, Mouvement, SensMouvement};
use crate::read::fault::Secondaire;
use crate::typographie::date::heure;

/// Seconds in a day.
const JOUR: i64 = 86_400;

/// Seconds after an hour beyond which another one is before it: no sitting goes on so long.
const AVANT: i64 = JOUR / 2;

const AIDE: &str = "vérifiez cette heure, celles de la séance, et le point du mouvement";

/// Compares the hours of the arrivals and departures, in the order of the points, with those of the sitting and with each
/// other; `rangs` are their ranks in the file.
pub(crate) fn check(
    ouverture: Option<NaiveTime>,
    fin: Option<NaiveTime>,
    mouvements: &[Mouvement],
    rangs: &[usize],
    l: &mut Lower<'_>,
) {
    let between = |from: NaiveTime, to: NaiveTime| (to - from).num_seconds().rem_euclid(JOUR);
    let mut last: Option<(&Mouvement, usize, NaiveTime)> = None;
    for (m, rang) in mouvements.iter().zip(rangs) {
        let Some(h) = m.heure else { continue };
        let chemin = format!("mouvements[{rang}].heure");
        if let Some(ouverture) = ouverture
            && between(ouverture, h) > fin.map_or(AVANT, |fin| between(ouverture, fin))
        {
            let quoi = match m.sens {
                SensMouvement::Arrivee => "cette arrivée",
                SensMouvement::Depart => "ce départ",
            };
            let etiquette = match fin {
                Some(fin) => format!("la séance va de {} à {}", heure(ouverture), heure(fin)),
                None => format!("la séance s’ouvre à {}", heure(ouverture)),
            };
            let message = format!("{quoi} est hors des heures de la séance");
            l.invraisemblable(&chemin, message, etiquette, AIDE);
            continue;
        }
        if let Some((before, rank, at)) = last
            && before.point < m.point
            && between(at, h) > AVANT
        {
            let message = "ce mouvement précède celui d’un point antérieur";
            let etiquette = format!("{}, à un point qui vient après…", heure(h));
            let fault = l.invraisemblable(&chemin, message, etiquette, AIDE);
            let lieu = Lieu::new(fault.lieu.fichier.clone(), format!("mouvements[{rank}].heure"));
            let etiquette = format!("… celui de {}", heure(at));
            fault.secondaires.push(Secondaire { lieu, plage: None, etiquette });
            continue;
        }
        if last.is_none_or(|(.., at)| between(at, h) <= AVANT) {
            last = Some((m, *rang, h));
        }
    }
}
