//! A sheet that dates an action out of the years of the calendar or of the budget.

use std::ops::Range;

use super::branches::{Branches, annees_financees};
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{Constat, Dossier, Echeance, Lieu, NatureChamp, Programme, Severite};
use crate::reperage::{AnneesReperees, Ecrit, Ecriture, Releve, annees};

pub(in crate::check) static CALENDRIER_CONTRADICTOIRE: Regle = Regle {
    code: "COHE-03",
    nom: "calendrier-contradictoire",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Le calendrier d’une fiche ne tombe dans aucune des années où le programme place l’action, ou dans aucune de celles \
          où le budget la finance.\n\n\
          Il suffit qu’une année soit commune : une action lancée à l’automne et payée l’année suivante n’est pas une \
          contradiction. Ne sont lues que les années écrites en quatre chiffres dans le champ `calendrier`, et les termes \
          qui ont un `debut`.",
    exemple: Exemple {
        faux: "# fiche\n[[champs]]\nnature = \"calendrier\"\ntexte = \"Fin 2013\"\n# programme.toml, action : echeances = [\"moyen\"], terme qui va de 2014 à 2014",
        juste: "# fiche\n[[champs]]\nnature = \"calendrier\"\ntexte = \"Début 2014\"",
    },
    run: Examen::Ecrits(run),
};

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let (Some(programme), Some(branches)) = (&dossier.programme, Branches::new(dossier)) else {
        return;
    };
    for ecrit in releve.parmi(|e| matches!(e, Ecriture::Champ(..))) {
        let Ecriture::Champ(f, c) = ecrit.ecriture else { continue };
        let fiche = &dossier.fiches[f];
        if fiche.champs[c].nature != NatureChamp::Calendrier {
            continue;
        }
        let said = annees(ecrit, 0..ecrit.jetons.len());
        let (Some(first), Some(rank)) = (said.first(), branches.rang(&fiche.action)) else {
            continue;
        };
        let action = &programme.actions[rank];
        let terms = terms(programme, &branches, rank);
        // What is said is what is underlined.
        let plage = quoted(ecrit, first);
        let words = ecrit.mots(&plage);
        let place = ecrit.lieu_de(&plage);
        if !terms.is_empty() && !terms.iter().any(|t| said.iter().any(|s| meets(t.annees, s))) {
            let periods: Vec<String> = terms.iter().map(|t| period(t.echeance)).collect();
            let mut constat = regle
                .constat(
                    place,
                    format!(
                        "la fiche de l’action {} donne « {words} », et le calendrier du programme la place {}",
                        action.numero,
                        periods.join(" et ")
                    ),
                )
                .etiquette("calendrier de la fiche")
                .aide("mettez d’accord la fiche et le calendrier du programme");
            for term in &terms {
                constat = constat.secondaire(term.lieu("libelle"), "terme de l’action");
                if let Some(j) = term.mesure {
                    let lieu = term.lieu(&format!("mesures[{j}].texte"));
                    constat = constat.secondaire(lieu, "mesure de l’action dans ce terme");
                }
            }
            out.push(constat);
            continue;
        }
        let Some(budget) = &dossier.budget else { continue };
        let lines = branches.lignes(&fiche.action);
        let paid = annees_financees(budget, lines);
        let within = |y: &u16| said.iter().any(|s| (s.debut..=s.fin).contains(y));
        if let Some(line) = lines.first()
            && !paid.is_empty()
            && !paid.iter().any(within)
        {
            let years: Vec<String> = paid.iter().map(ToString::to_string).collect();
            out.push(
                regle
                    .constat(
                        place,
                        format!(
                            "la fiche de l’action {} donne « {words} », et le budget ne la finance qu’en {}",
                            action.numero,
                            years.join(", ")
                        ),
                    )
                    .etiquette("calendrier de la fiche")
                    .secondaire(
                        Lieu::new("budget.toml", format!("lignes[{line}].montants")),
                        "années financées",
                    )
                    .aide("mettez d’accord la fiche et le budget"),
            );
        }
    }
}

/// A term of an action that has years.
struct Place<'a> {
    rang: usize,
    echeance: &'a Echeance,
    /// The measure that places the action there, when it is one.
    mesure: Option<usize>,
    annees: (u16, u16),
}

impl Place<'_> {
    fn lieu(&self, chemin: &str) -> Lieu {
        Lieu::new("programme.toml", format!("calendrier[{}].{chemin}", self.rang))
    }
}

/// The terms of an action: those that it names, and those of its measures; none when one of them has no years.
fn terms<'a>(programme: &'a Programme, branches: &Branches<'_>, rank: usize) -> Vec<Place<'a>> {
    let action = &programme.actions[rank];
    let mesures = branches.mesures(&action.id);
    let mut out = Vec::new();
    for (rang, echeance) in programme.calendrier.iter().enumerate() {
        let mesure = mesures.iter().find(|(e, _)| *e == rang).map(|(_, j)| *j);
        if mesure.is_none() && !action.echeances.contains(&echeance.terme) {
            continue;
        }
        let Some(debut) = echeance.debut else { return Vec::new() };
        // A term without end goes on.
        let fin = echeance.fin.map_or(u16::MAX, |f| f.0);
        out.push(Place { rang, echeance, mesure, annees: (debut.0, fin) });
    }
    out
}

fn meets((debut, fin): (u16, u16), said: &AnneesReperees) -> bool {
    said.debut <= fin && debut <= said.fin
}

fn period(echeance: &Echeance) -> String {
    match (echeance.debut, echeance.fin) {
        (Some(debut), Some(fin)) if debut == fin => format!("en {debut}"),
        (Some(debut), Some(fin)) => format!("de {debut} à {fin}"),
        (Some(debut), None) => format!("à partir de {debut}"),
        _ => "à une autre date".to_owned(),
    }
}

/// The line that says the year, when it is short, or the year alone.
fn quoted(ecrit: &Ecrit, annees: &AnneesReperees) -> Range<usize> {
    let line = ecrit.ligne(annees.plage.start);
    let text = ecrit.mots(&line);
    let start = line.start + (text.len() - text.trim_start().len());
    if text.trim().chars().count() <= 60 {
        start..start + text.trim().len()
    } else {
        annees.plage.clone()
    }
}
