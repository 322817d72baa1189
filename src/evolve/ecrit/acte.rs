//! The act of a consolidated dossier, and the table of what comes from where.

use chrono::NaiveDate;

use super::{numero, toml};
use crate::evolve::{Consolide, Graphe};
use crate::model::{Montant, Piece};
use crate::redaction::evolution::{action, ligne_seule};
use crate::typographie::date::date_longue;
use crate::typographie::nombre;

fn day(date: NaiveDate) -> String {
    date_longue(date).replace('\u{a0}', " ")
}

/// « la délibération n° C-12-05-01 du 7 décembre 2012 ».
fn named(graphe: &Graphe<'_>, acte: usize) -> String {
    let date = graphe.actes.get(acte).map_or_else(String::new, |a| day(a.dossier.seance.date));
    format!("la délibération n° {} du {date}", numero(graphe, acte))
}

/// What is not an act says so, and says where it comes from.
pub(super) fn deliberation(c: &Consolide, graphe: &Graphe<'_>, au: NaiveDate) -> String {
    let founder = graphe.actes.get(c.fondateur).map(|a| &a.dossier.deliberation);
    let mut objet: Vec<String> = founder.map(|d| d.objet.clone()).unwrap_or_default();
    objet.push(format!("Version consolidée au {}", day(au)));
    let objet: Vec<String> = objet.iter().map(|o| format!("  {},\n", toml(o))).collect();
    let mut expose = format!("Programme en vigueur au {}, établi d’après :\n\n", day(au));
    for acte in &c.actes {
        expose.push_str(&format!("- {}\n", named(graphe, *acte)));
    }
    if !c.conflits.is_empty() {
        expose.push_str("\nPoints à vérifier, parce qu’un acte antérieur ne compte plus :\n\n");
        for (acte, lieu) in &c.conflits {
            let place = super::markdown::echappe(&format!("{}, {}", lieu.fichier, lieu.chemin));
            expose.push_str(&format!(
                "- {} changeait ce qui n’est plus comme elle l’a trouvé ({})\n",
                named(graphe, *acte),
                place.trim_end_matches([',', ' ']),
            ));
        }
    }
    let numero = founder.map_or("", |d| d.numero.affiche.as_str());
    let mut out = format!(
        "# Version consolidée, écrite par « delibere consolider » : ce n’est pas un acte.\n\n\
         numero = {}\nconsolidee = {au}\nobjet = [\n{}]\nexpose = {}\nformule = \"\"\n\n\
         [[articles]]\nnumero = \"Portée\"\ntexte = {}\n",
        toml(numero),
        objet.concat(),
        toml(&expose),
        toml(
            "Ce document est une version consolidée, établie pour information : il n’a pas la valeur d’un acte, et seules font foi les délibérations dont il est issu."
        ),
    );
    let title = |wanted: &Piece| {
        founder.and_then(|d| d.annexes.iter().find(|a| a.piece == *wanted)).map(|a| a.titre.clone())
    };
    let mut annexe = |cle: &str, titre: Option<String>, fichier: Option<&str>| {
        out.push_str(&format!("\n[[annexes]]\npiece = \"{cle}\"\n"));
        if let Some(titre) = titre {
            out.push_str(&format!("titre = {}\n", toml(&titre)));
        }
        if let Some(fichier) = fichier {
            out.push_str(&format!("fichier = \"{fichier}\"\n"));
        }
    };
    if c.contenu.programme.as_ref().is_some_and(|p| !p.document.is_empty()) {
        annexe("programme", title(&Piece::Programme), None);
    }
    if !c.contenu.fiches.is_empty() {
        annexe("fiches", title(&Piece::Fiches), None);
    }
    if c.contenu.budget.is_some() {
        annexe("budget", title(&Piece::Budget), None);
    }
    annexe("texte", Some("Origine des actions et des montants".to_owned()), Some("origines.md"));
    out
}

/// Which act each action and each amount comes from.
pub(super) fn origines(c: &Consolide, graphe: &Graphe<'_>) -> String {
    let safe = |t: &str| super::markdown::echappe(t);
    let mut out = String::from(
        "Chaque action et chaque montant est issu de la délibération qui est nommée à côté de lui. Un montant est suivi du numéro de l’acte qui l’a fixé.\n",
    );
    if let Some(programme) = c.contenu.programme.as_deref() {
        out.push_str("\n# Actions\n\n| Action | Origine |\n|:--|:--|\n");
        for a in &programme.actions {
            let Some(origine) = c.actions.get(&a.id) else { continue };
            let mut from = format!("issue de {}", named(graphe, origine.creation));
            if let Some(m) = origine.modification {
                from.push_str(&format!(", modifiée par {}", named(graphe, m)));
            }
            out.push_str(&format!("| {} | {} |\n", safe(&action(a)), safe(&from)));
        }
    }
    if let Some(budget) = c.contenu.budget.as_deref() {
        let years: Vec<String> = budget.exercices.iter().map(ToString::to_string).collect();
        out.push_str(&format!(
            "\n# Montants\n\n| Ligne | {} |\n|:--|{}\n",
            years.join(" | "),
            "--:|".repeat(years.len())
        ));
        for (l, origins) in budget.lignes.iter().zip(&c.montants) {
            let cells: Vec<String> = budget
                .exercices
                .iter()
                .zip(&l.montants)
                .map(|(x, m)| match (m, origins.get(x)) {
                    (Some(m), Some(acte)) => {
                        format!("{} ({})", euros(*m), safe(numero(graphe, *acte)))
                    }
                    _ => "–".to_owned(),
                })
                .collect();
            let name = ligne_seule(l, c.contenu.programme.as_deref());
            out.push_str(&format!("| {} | {} |\n", safe(&name), cells.join(" | ")));
        }
    }
    out
}

fn euros(montant: Montant) -> String {
    format!("{} €", nombre::montant(montant.decimal()))
}
