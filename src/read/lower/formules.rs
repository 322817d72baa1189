//! The wording of the authority, and the variables in braces that it may name.

use super::super::raw;
use super::Lower;
use crate::model::Formules;
use crate::read::codes;
use crate::read::fault::cite;
use crate::read::forme::nearest;

/// Lowers the wording: a variable that nothing fills would be printed as it was typed.
pub(crate) fn lower(raw: raw::collectivite::Formules, l: &mut Lower<'_>) -> Formules {
    for (cle, texte) in [
        ("convocation", &raw.convocation),
        ("politesse", &raw.politesse),
        ("ouverture", &raw.ouverture),
        ("delibere", &raw.delibere),
        ("conforme", &raw.conforme),
        ("cloture", &raw.cloture),
        ("recours", &raw.recours),
        ("base_vote", &raw.base_vote),
    ] {
        if let Some(texte) = texte {
            variables(texte, &format!("theme.formules.{cle}"), l);
        }
    }
    Formules {
        convocation: raw.convocation,
        politesse: raw.politesse,
        ouverture: raw.ouverture,
        delibere: raw.delibere,
        conforme: raw.conforme,
        cloture: raw.cloture,
        recours: raw.recours,
        base_vote: raw.base_vote,
    }
}

fn variables(texte: &str, chemin: &str, l: &mut Lower<'_>) {
    let known: Vec<&str> = Formules::VARIABLES.iter().map(|(nom, _)| *nom).collect();
    for (at, _) in texte.match_indices('{') {
        let rest = &texte[at + 1..];
        let (name, end) = match rest.find(['{', '}']) {
            Some(end) if rest[end..].starts_with('}') => (&rest[..end], at + end + 2),
            _ => {
                let fault = l.fault(codes::VARIABLE, chemin, "cette accolade n’est pas fermée");
                fault.etiquette = "accolade ouverte".to_owned();
                fault.decalage = Some(at..at + 1);
                fault.aide = Some("une variable s’écrit entre accolades : {date}".to_owned());
                continue;
            }
        };
        if known.contains(&name) {
            continue;
        }
        let message = format!("la variable « {{{}}} » n’existe pas", cite(name));
        let fault = l.fault(codes::VARIABLE, chemin, message);
        fault.etiquette = "variable inconnue".to_owned();
        fault.decalage = Some(at..end);
        fault.aide = Some(match nearest(name, &known) {
            Some(near) => format!("vouliez-vous écrire « {{{near}}} » ?"),
            None => {
                let all: Vec<String> = known.iter().map(|n| format!("{{{n}}}")).collect();
                format!("variables possibles : {}", all.join(", "))
            }
        });
    }
}
