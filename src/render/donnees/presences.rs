//! The attendance, as it is printed.

use serde_json::{Value, json};

use super::tete::jour;
use super::texte::words;
use crate::compute::{ComptesPresence, Quorum};
use crate::model::{Conseiller, IdConseiller, Mouvement, Seance, SensMouvement};
use crate::redaction;
use crate::typographie::date;

/// Who is there, beside the sitting that names them.
#[derive(Clone, Copy)]
pub(super) struct Assistance<'a> {
    pub(super) seance: &'a Seance,
    pub(super) presence: &'a ComptesPresence,
    /// The point at which it is counted; the opening when there is none.
    pub(super) point: Option<usize>,
    /// How many vote, once there is a vote.
    pub(super) votants: Option<u32>,
}

impl<'a> Assistance<'a> {
    /// The counts alone, and the day of the summons: what an act bears.
    pub(super) fn cartouche(self) -> Value {
        let p = self.presence;
        let count =
            |libelle: &str, n: usize| json!({ "libelle": words(libelle), "nombre": n.to_string() });
        let mut comptes = vec![
            count("Membres en exercice", p.en_exercice as usize),
            count(plural(p.presents.len(), "Présent"), p.presents.len()),
            count(plural(p.pouvoirs.len(), "Représenté"), p.pouvoirs.len()),
        ];
        if let Some(n) = self.votants {
            comptes.push(count(plural(n as usize, "Votant"), n as usize));
        }
        let convocation = self.seance.convocation.as_ref();
        json!({
            "comptes": comptes,
            "convocation": convocation.map(|c| words(&jour(c.date))),
        })
    }

    /// The counts, the names and what is to be known of them: what an extract and the minutes bear.
    pub(super) fn presences(self) -> Value {
        let mut out = self.cartouche();
        if let Value::Object(map) = &mut out {
            map.insert("listes".into(), Value::Array(self.listes()));
            let phrases: Vec<Value> = self.phrases().iter().map(|p| words(p)).collect();
            map.insert("phrases".into(), Value::Array(phrases));
        }
        out
    }

    fn membre(self, id: &IdConseiller) -> Option<&'a Conseiller> {
        self.seance.conseiller(id)
    }

    fn nom(self, id: &IdConseiller) -> String {
        self.membre(id).map_or_else(|| id.0.clone(), Conseiller::nom_complet)
    }

    fn listes(self) -> Vec<Value> {
        let p = self.presence;
        let replaced = |id: &IdConseiller| p.remplaces.iter().any(|(member, _)| member == id);
        let out_of_room = |id: &IdConseiller| p.sortis.contains(id);
        let own = |ids: &[IdConseiller]| -> Vec<(IdConseiller, String)> {
            ids.iter()
                .filter(|id| !replaced(id) && !out_of_room(id))
                .map(|id| (id.clone(), self.nom(id)))
                .collect()
        };
        let presents = p
            .presents
            .iter()
            .map(|id| {
                let titular = p.remplaces.iter().find(|(_, substitute)| substitute == id);
                let nom = match titular {
                    Some((member, _)) => {
                        let f = self.membre(id).is_some_and(Conseiller::feminin);
                        let word = if f { "suppléante" } else { "suppléant" };
                        format!("{} ({word} {})", self.nom(id), redaction::de(&self.nom(member)))
                    }
                    None => self.nom(id),
                };
                (id.clone(), nom)
            })
            .collect();
        let represented = p
            .pouvoirs
            .iter()
            .map(|(giver, holder)| {
                (giver.clone(), format!("{} (pouvoir à {})", self.nom(giver), self.nom(holder)))
            })
            .collect();
        let sortis = p.sortis.iter().map(|id| (id.clone(), self.nom(id))).collect();
        [
            ("Présent", presents),
            ("Représenté", represented),
            ("Excusé", own(&p.excuses)),
            ("Absent", own(&p.absents)),
            ("Hors de la salle pour ce point", sortis),
        ]
        .into_iter()
        .filter(|(_, noms): &(_, Vec<_>)| !noms.is_empty())
        .map(|(libelle, noms)| self.liste(libelle, &noms))
        .collect()
    }

    /// « Présents (24) : … », the label agreeing with who is named.
    fn liste(self, libelle: &str, noms: &[(IdConseiller, String)]) -> Value {
        let label = if libelle.contains(' ') {
            libelle.to_owned()
        } else {
            let all_women =
                noms.iter().all(|(id, _)| self.membre(id).is_some_and(Conseiller::feminin));
            let e = if all_women { "e" } else { "" };
            let s = if noms.len() > 1 { "s" } else { "" };
            format!("{libelle}{e}{s}")
        };
        let names: Vec<&str> = noms.iter().map(|(_, nom)| nom.as_str()).collect();
        json!({
            "libelle": words(&format!("{label} ({}) :", noms.len())),
            "noms": words(&format!("{}.", names.join(", "))),
        })
    }

    fn phrases(self) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        if let Some(point) = self.point {
            let until = |m: &&Mouvement| m.point <= point;
            out.extend(self.seance.mouvements.iter().filter(until).map(|m| self.mouvement(m)));
        }
        let secretaires = self.seance.secretaires_of(self.point);
        let noms: Vec<String> = secretaires.iter().map(|c| c.nom_complet()).collect();
        match noms.as_slice() {
            [] => {}
            [one] => out.push(format!("Secrétaire de séance : {one}.")),
            many => out.push(format!("Secrétaires de séance : {}.", redaction::enumeration(many))),
        }
        let auxiliaires = &self.seance.auxiliaires;
        if !auxiliaires.is_empty() {
            let word = if auxiliaires.len() > 1 { "Auxiliaires" } else { "Auxiliaire" };
            out.push(format!("{word} : {}.", redaction::enumeration(auxiliaires)));
        }
        out.push(self.quorum());
        out
    }

    fn mouvement(self, m: &Mouvement) -> String {
        let sens = match m.sens {
            SensMouvement::Arrivee => "Arrivée",
            SensMouvement::Depart => "Départ",
        };
        let heure = m.heure.map_or(String::new(), |h| format!(" à {}", date::heure(h)));
        let pouvoir =
            m.pouvoir.as_ref().map_or(String::new(), |id| format!(" (pouvoir à {})", self.nom(id)));
        format!("{sens} {}{heure}{pouvoir}.", redaction::de(&self.nom(&m.membre)))
    }

    fn quorum(self) -> String {
        let q: Quorum = self.presence.quorum;
        if q.dispense {
            let premiere = self.seance.convocation.as_ref().and_then(|c| c.seance_sans_quorum);
            let after = premiere
                .map_or(String::new(), |d| format!(", faute de quorum à la séance du {}", jour(d)));
            return format!(
                "Seconde convocation{after} : l’assemblée délibère sans condition de quorum."
            );
        }
        let word = plural(q.presents as usize, "présent");
        let counts = format!("{} {word}, {} requis", q.presents, q.requis);
        if q.atteint() {
            format!("Le quorum est atteint ({counts}).")
        } else {
            format!("Le quorum n’est pas atteint ({counts}).")
        }
    }
}

/// The word for so many: none and one take the singular.
fn plural(n: usize, word: &str) -> &str {
    match word {
        "Présent" if n > 1 => "Présents",
        "présent" if n > 1 => "présents",
        "Représenté" if n > 1 => "Représentés",
        "Votant" if n > 1 => "Votants",
        _ => word,
    }
}
