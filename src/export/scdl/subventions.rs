//! Grants 2.1.1: one row for each body that receives one.

use std::collections::BTreeSet;

use super::{Schema, refus};
use crate::compute::Comptes;
use crate::export::constat::{absent, changed};
use crate::export::csv::cellule;
use crate::model::{Constat, Dossier, Lieu, NatureSubvention, Severite, Subvention};

/// The columns of the schema, in its order.
pub const COLONNES: [&str; 16] = [
    "nomAttribuant",
    "idAttribuant",
    "dateConvention",
    "referenceDecision",
    "nomBeneficiaire",
    "idBeneficiaire",
    "rnaBeneficiaire",
    "objet",
    "montant",
    "nature",
    "conditionsVersement",
    "datesPeriodeVersement",
    "idRAE",
    "notificationUE",
    "pourcentageSubvention",
    "dispositifAide",
];

/// The schema: a row is known by who grants, on which day, by which act, to whom and what for.
pub const SCHEMA: Schema = Schema { colonnes: &COLONNES, cle: &[1, 2, 3, 4, 5, 6, 7] };

/// Which rows of a file are of an act: who grants, on which days, by which act.
///
/// Never by the number alone: another sitting may give it again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Portee(BTreeSet<[String; 3]>);

impl Portee {
    /// Adds an act, on the day of its sitting and on those of its conventions.
    pub fn add(&mut self, dossier: &Dossier) {
        let Some(siret) = &dossier.collectivite.siret else { return };
        let d = &dossier.deliberation;
        let days = d.subventions.iter().filter_map(|s| s.convention);
        let numero = cellule(&d.numero.affiche);
        self.0.extend(
            days.chain([dossier.seance.date])
                .map(|day| [siret.to_string(), day.to_string(), numero.clone()]),
        );
    }

    /// Whether a row is of one of these acts.
    #[must_use]
    pub fn contains(&self, row: &[String]) -> bool {
        row.get(1..4)
            .and_then(|k| <[String; 3]>::try_from(k.to_vec()).ok())
            .is_some_and(|k| self.0.contains(&k))
    }
}

/// The longest text of a cell that the schema bounds, in characters.
const MAX: usize = 256;

/// The rows of the grants of an adopted act, and what is said of them: what was cut; or what is missing, and then no row.
#[must_use]
pub fn lignes(dossier: &Dossier, comptes: &Comptes) -> (Vec<[String; 16]>, Vec<Constat>) {
    let (c, d) = (&dossier.collectivite, &dossier.deliberation);
    if d.subventions.is_empty() {
        return Default::default();
    }
    let mut constats = refus(
        dossier,
        comptes,
        "seules les subventions d’une délibération adoptée entrent dans les données ouvertes",
    );
    let siret = c.siret.as_ref().map_or_else(String::new, ToString::to_string);
    let rows: Vec<[String; 16]> = d
        .subventions
        .iter()
        .enumerate()
        .map(|(i, s)| row(dossier, &siret, s, &format!("subventions[{i}]"), &mut constats))
        .collect();
    if constats.iter().any(|c| c.severite == Severite::Erreur) {
        return (Vec::new(), constats);
    }
    (rows, constats)
}

fn row(
    dossier: &Dossier,
    siret: &str,
    s: &Subvention,
    base: &str,
    out: &mut Vec<Constat>,
) -> [String; 16] {
    let d = &dossier.deliberation;
    let nom = s.beneficiaire.trim();
    if s.siret.is_none() && s.rna.is_none() {
        out.push(absent(
            "deliberation.toml",
            &format!("{base}.beneficiaire"),
            &format!(
                "il manque le SIRET ou le RNA de « {nom} », que les données ouvertes demandent"
            ),
            "ajoutez siret = \"…\" ou rna = \"W…\", que l’organisme donne avec sa demande",
        ));
    }
    let versement = match (s.versement, s.versement_fin) {
        (Some(day), None) => day.to_string(),
        (Some(debut), Some(fin)) => format!("{debut}/{fin}"),
        _ => {
            out.push(absent(
                "deliberation.toml",
                &format!("{base}.beneficiaire"),
                &format!(
                    "il manque le jour du versement à « {nom} », que les données ouvertes demandent"
                ),
                "ajoutez versement = 2026-09-30, et versement_fin si c’est une période",
            ));
            String::new()
        }
    };
    let objet = s.objet.clone().unwrap_or_else(|| d.objet.join(" – "));
    let objet = bounded(&objet, base, "objet", out);
    let conditions = match &s.conditions {
        Some(typed) => bounded(typed, base, "conditions", out),
        None if s.versement_fin.is_some() => "échelonné".to_owned(),
        None => "unique".to_owned(),
    };
    [
        cellule(&dossier.collectivite.nom),
        siret.to_owned(),
        s.convention.unwrap_or(dossier.seance.date).to_string(),
        cellule(&d.numero.affiche),
        cellule(nom),
        s.siret.as_ref().map_or_else(String::new, ToString::to_string),
        s.rna.as_ref().map_or_else(String::new, ToString::to_string),
        objet,
        s.montant.decimal().normalize().to_string(),
        match s.nature {
            NatureSubvention::Numeraire => "aide en numéraire",
            NatureSubvention::EnNature => "aide en nature",
            NatureSubvention::Mixte => "aide en numéraire;aide en nature",
        }
        .to_owned(),
        conditions,
        versement,
        String::new(),
        if s.minimis { "oui" } else { "non" }.to_owned(),
        format!("{}.{:02}", s.part / 100, s.part % 100),
        String::new(),
    ]
}

/// A cell in one line, cut at a word where the schema wants it shorter, which is said.
fn bounded(texte: &str, base: &str, cle: &str, out: &mut Vec<Constat>) -> String {
    let whole = cellule(&texte.split_whitespace().collect::<Vec<_>>().join(" "));
    if whole.chars().count() <= MAX {
        return whole;
    }
    let head: String = whole.chars().take(MAX - 1).collect();
    let head = head.rsplit_once(' ').map_or(head.as_str(), |(words, _)| words);
    out.push(changed(
        Lieu::new("deliberation.toml", format!("{base}.{cle}")),
        format!("« {cle} » dépasse {MAX} signes : les données ouvertes n’en auront que le début"),
        "raccourcissez-le si la fin compte",
    ));
    format!("{head}…")
}
