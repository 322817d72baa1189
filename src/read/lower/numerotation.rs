//! The numbering scheme of an authority, and the numbers that it gives.

use chrono::{Datelike, NaiveDate};

use super::super::raw;
use super::Lower;
use crate::model::{NumeroActe, Numerotation, PartNumero};
use crate::read::codes;
use crate::read::fault::cite;
use crate::read::forme::nearest;

/// The variables of a scheme.
const VARIABLES: &[&str] = &["AAAA", "AA", "MM", "JJ", "RANG", "ORDRE"];

/// Digits of a rank or of an order at most.
const CHIFFRES: usize = 9;

pub(crate) fn lower(
    raw: raw::collectivite::Numerotation,
    l: &mut Lower<'_>,
) -> Option<Numerotation> {
    let affiche = scheme(&raw.modele, "numerotation.modele", l);
    if let (Some(parts), None) = (&affiche, &raw.transmis)
        && !tient(parts)
    {
        l.trop_long(
            "numerotation.modele",
            "les numéros de cette numérotation sont trop longs pour être transmis à la préfecture",
            "donnez « transmis », plus court : transmis = \"{AAAA}_{ORDRE:03}\"",
        );
    }
    let transmis = raw.transmis.as_deref().map(|t| transmitted(t, "numerotation.transmis", l));
    Some(Numerotation {
        affiche: affiche?,
        transmis: match transmis {
            Some(parts) => Some(parts?),
            None => None,
        },
    })
}

/// Whether the first act of the first sitting, whose number is the shortest, has one that can be transmitted.
fn tient(parts: &[PartNumero]) -> bool {
    let shortest = apply(parts, NaiveDate::default(), Some(1), 1).unwrap_or_default();
    NumeroActe::transmissible(&shortest).is_some()
}

/// Whether a scheme gives numbers that can be transmitted; otherwise that is said of the scheme itself, once.
pub(crate) fn transmet(scheme: &Numerotation) -> bool {
    scheme.transmis.is_some() || tient(&scheme.affiche)
}

/// The scheme of the transmitted number: its own signs are those that the prefecture takes.
fn transmitted(texte: &str, chemin: &str, l: &mut Lower<'_>) -> Option<Vec<PartNumero>> {
    let parts = scheme(texte, chemin, l)?;
    let plain = |p: &PartNumero| match p {
        PartNumero::Signes(signes) => NumeroActe::is_transmissible(signes),
        _ => true,
    };
    // The first act of the first sitting has the shortest number.
    let first = NaiveDate::default();
    let shortest = apply(&parts, first, Some(1), 1).unwrap_or_default();
    if !parts.iter().all(plain) || !NumeroActe::is_transmissible(&shortest) {
        l.intransmissible(texte, chemin);
        return None;
    }
    Some(parts)
}

fn scheme(texte: &str, chemin: &str, l: &mut Lower<'_>) -> Option<Vec<PartNumero>> {
    l.filled(texte, chemin);
    let mut parts = Vec::new();
    let mut sound = !texte.trim().is_empty();
    let mut at = 0;
    while at < texte.len() {
        let rest = &texte[at..];
        if !rest.starts_with('{') {
            let end = rest.find('{').unwrap_or(rest.len());
            parts.push(PartNumero::Signes(rest[..end].to_owned()));
            at += end;
            continue;
        }
        let Some(end) = rest.find('}') else {
            let fault = l.fault(codes::VARIABLE, chemin, "cette accolade n’est pas fermée");
            fault.etiquette = "accolade ouverte".to_owned();
            fault.decalage = Some(at..at + 1);
            fault.aide = Some("une variable s’écrit entre accolades : {ORDRE:03}".to_owned());
            return None;
        };
        match variable(&rest[1..end]) {
            Ok(part) => parts.push(part),
            Err(aide) => {
                sound = false;
                let message = format!("« {} » n’est pas une variable", cite(&rest[..=end]));
                let fault = l.fault(codes::VARIABLE, chemin, message);
                fault.etiquette = "variable inconnue".to_owned();
                fault.decalage = Some(at..at + end + 1);
                fault.aide = Some(aide);
            }
        }
        at += end + 1;
    }
    let ordered = parts.iter().any(|p| matches!(p, PartNumero::Ordre(_)));
    if sound && !ordered {
        let message = "cette numérotation donne le même numéro à tous les actes d’une séance";
        let fault = l.fault(codes::VARIABLE, chemin, message);
        fault.etiquette = "l’ordre de l’acte n’y est pas".to_owned();
        fault.aide = Some("ajoutez {ORDRE} : \"{AAAA}-{ORDRE:03}\"".to_owned());
    }
    (sound && ordered).then_some(parts)
}

/// What stands between two braces, or what to write instead.
fn variable(inside: &str) -> Result<PartNumero, String> {
    let (name, width) = match inside.split_once(':') {
        Some((name, width)) => (name.trim(), Some(width.trim())),
        None => (inside.trim(), None),
    };
    let digits = match width {
        None => Some(1),
        Some(w) if !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit()) => {
            w.parse::<usize>().ok().filter(|n| (1..=CHIFFRES).contains(n))
        }
        Some(_) => None,
    };
    match (name, digits) {
        ("RANG", Some(n)) => return Ok(PartNumero::Rang(n)),
        ("ORDRE", Some(n)) => return Ok(PartNumero::Ordre(n)),
        ("RANG" | "ORDRE", None) => {
            return Err(format!(
                "le nombre de chiffres va de 1 à {CHIFFRES} : {{{name}:03}}, ou {{{name}}}"
            ));
        }
        _ => {}
    }
    let part = match name {
        "AAAA" => PartNumero::Annee,
        "AA" => PartNumero::AnneeCourte,
        "MM" => PartNumero::Mois,
        "JJ" => PartNumero::Jour,
        _ => {
            let known: Vec<String> = VARIABLES.iter().map(|v| v.to_lowercase()).collect();
            let words: Vec<&str> = known.iter().map(String::as_str).collect();
            return Err(match nearest(name, &words) {
                Some(near) => format!("vouliez-vous écrire « {{{}}} » ?", near.to_uppercase()),
                None => {
                    let all: Vec<String> = VARIABLES.iter().map(|v| format!("{{{v}}}")).collect();
                    format!("variables possibles : {}", all.join(", "))
                }
            });
        }
    };
    match width {
        Some(_) => Err(format!("une date n’a pas de nombre de chiffres : {{{name}}}")),
        None => Ok(part),
    }
}

/// The number of the act of that order; nothing when the scheme wants a rank that the sitting does not give.
fn apply(parts: &[PartNumero], jour: NaiveDate, rang: Option<u32>, ordre: u32) -> Option<String> {
    let mut out = String::new();
    for part in parts {
        match part {
            PartNumero::Signes(signes) => out.push_str(signes),
            PartNumero::Annee => out.push_str(&format!("{:04}", jour.year())),
            PartNumero::AnneeCourte => out.push_str(&format!("{:02}", jour.year().rem_euclid(100))),
            PartNumero::Mois => out.push_str(&format!("{:02}", jour.month())),
            PartNumero::Jour => out.push_str(&format!("{:02}", jour.day())),
            PartNumero::Rang(n) => out.push_str(&format!("{:0n$}", rang?, n = *n)),
            PartNumero::Ordre(n) => out.push_str(&format!("{ordre:0n$}", n = *n)),
        }
    }
    Some(out)
}

/// Both numbers of the act of that order.
pub(crate) fn numero(
    scheme: &Numerotation,
    jour: NaiveDate,
    rang: Option<u32>,
    ordre: u32,
) -> Option<NumeroActe> {
    let affiche = apply(&scheme.affiche, jour, rang, ordre)?;
    let transmis = match &scheme.transmis {
        Some(parts) => apply(parts, jour, rang, ordre).filter(|t| NumeroActe::is_transmissible(t)),
        None => NumeroActe::transmissible(&affiche),
    };
    Some(NumeroActe { affiche, transmis, saisi: false })
}

/// The numbers of a point that takes again those of the one before it, « 2026-032 bis ».
pub(crate) fn suite(scheme: Option<&Numerotation>, first: &NumeroActe, mot: &str) -> NumeroActe {
    let affiche = format!("{} {mot}", first.affiche);
    let transmis = match scheme.and_then(|s| s.transmis.as_ref()) {
        Some(_) => first
            .transmis
            .as_ref()
            .map(|t| format!("{t}_{}", mot.to_uppercase()))
            .filter(|t| NumeroActe::is_transmissible(t)),
        None => NumeroActe::transmissible(&affiche),
    };
    NumeroActe { affiche, transmis, saisi: first.saisi }
}

impl Lower<'_> {
    /// A number for the prefecture, typed by hand.
    pub(crate) fn transmis(&mut self, typed: Option<String>, chemin: &str) -> Option<String> {
        let typed = typed?;
        if NumeroActe::is_transmissible(&typed) {
            return Some(typed);
        }
        self.intransmissible(&typed, chemin);
        None
    }

    /// A number from which none can be transmitted.
    pub(crate) fn trop_long(&mut self, chemin: &str, message: impl Into<String>, aide: &str) {
        let fault = self.fault(codes::NUMERO_TROP_LONG, chemin, message);
        fault.etiquette = format!("{} signes au plus à la préfecture", NumeroActe::MAX);
        fault.aide = Some(aide.to_owned());
    }

    fn intransmissible(&mut self, typed: &str, chemin: &str) {
        let message = format!("« {} » ne peut pas être transmis à la préfecture", cite(typed));
        let fault = self.fault(codes::NUMERO_TRANSMIS, chemin, message);
        fault.etiquette = format!(
            "de 1 à {} signes : capitales sans accent, chiffres et tirets bas",
            NumeroActe::MAX
        );
        fault.aide = NumeroActe::transmissible(typed)
            .filter(|_| !typed.contains('{'))
            .map(|near| format!("écrivez : \"{near}\""));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::markdown::Recueil;

    fn parsed(modele: &str, transmis: Option<&str>) -> Result<Numerotation, usize> {
        let mut recueil = Recueil::default();
        let raw = raw::collectivite::Numerotation {
            modele: modele.to_owned(),
            transmis: transmis.map(str::to_owned),
        };
        lower(raw, &mut Lower::new("f", &mut recueil)).ok_or(recueil.faults.len())
    }

    #[test]
    fn schemes_give_numbers() {
        let jour = NaiveDate::from_ymd_opt(2012, 5, 7).expect("a day");
        let given = |modele: &str| {
            let scheme = parsed(modele, None).expect("a scheme");
            numero(&scheme, jour, Some(5), 1).expect("a number").affiche
        };
        assert_eq!(given("C-{AA}-{RANG:02}-{ORDRE:02}"), "C-12-05-01");
        assert_eq!(given("{AAAA}-{ORDRE:003}"), "2012-001");
        assert_eq!(given("{ORDRE}/{JJ}.{MM}"), "1/07.05");
        let scheme = parsed("{AAAA}-{RANG}-{ORDRE}", None).expect("a scheme");
        assert_eq!(numero(&scheme, jour, None, 1), None);
    }

    #[test]
    fn what_follows_takes_the_number_before() {
        let jour = NaiveDate::from_ymd_opt(2026, 6, 18).expect("a day");
        let scheme = parsed("{AAAA}-{ORDRE:03}", None).expect("a scheme");
        let first = numero(&scheme, jour, None, 32).expect("a number");
        let bis = suite(Some(&scheme), &first, "bis");
        assert_eq!(bis.affiche, "2026-032 bis");
        assert_eq!(bis.transmis.as_deref(), Some("2026_032_BIS"));
    }

    #[test]
    fn a_wrong_scheme_is_a_fault() {
        for (modele, transmis) in [
            ("", None),
            ("{AAAA}-{ORDRES}", None),
            ("{AAAA:2}-{ORDRE}", None),
            ("{ORDRE:99999999999999999999}", None),
            ("{ORDRE:0}", None),
            ("{ORDRE", None),
            ("{AAAA}", None),
            ("{ORDRE}", Some("n-{ORDRE}")),
            ("{ORDRE}", Some("DELIBERATION_{AAAA}_{ORDRE}")),
        ] {
            assert_eq!(parsed(modele, transmis), Err(1), "{modele} {transmis:?}");
        }
    }
}
