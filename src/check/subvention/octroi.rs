//! What an act grants, as far as its words and its budget annex tell.

use crate::check::passages::{self, Passage};
use crate::model::{Dossier, Lieu, Montant, Sens};

/// The amount beyond which a convention is made, in euros a year (decree no. 2001-495, article 1).
pub(super) const SEUIL: i32 = 23_000;

const OCTROI: &[&str] = &["subvention", "subventions", "aide financiere", "aide exceptionnelle"];
const PRIVES: &[&str] = &[
    "association",
    "associations",
    "fondation",
    "societe",
    "cooperative",
    "entreprise",
    "entreprises",
    "sarl",
    "scop",
    "scic",
    "club",
];

/// A grant, with the place of its amount.
pub(super) struct Octroi {
    pub(super) lieu: Lieu,
    pub(super) montant: Montant,
}

/// Whether a passage grants something to a private body.
pub(super) fn accorde(passage: &Passage) -> bool {
    passage.has(OCTROI) && passage.has(PRIVES)
}

/// The grants to a private body beyond the threshold, in what is decided and in the budget annex.
pub(super) fn au_dela_du_seuil(dossier: &Dossier) -> Vec<Octroi> {
    let decided = passages::dispositif(&dossier.deliberation).into_iter().map(|d| d.texte);
    let mut out: Vec<Octroi> = decided
        .filter(accorde)
        .flat_map(|p| amounts(&p))
        .filter(|o| o.montant > Montant::from(SEUIL))
        .collect();
    out.extend(lines(dossier));
    out
}

/// The amounts in euros of a passage.
fn amounts(passage: &Passage) -> Vec<Octroi> {
    let flat = passage.plat();
    let mut out = Vec::new();
    for (at, _) in flat.match_indices(['€']).chain(flat.match_indices(" euros")) {
        let before = flat[..at].trim_end();
        let figure = |c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '.');
        let start = before.trim_end_matches(figure).len();
        let figures = before[start..].trim_start_matches([' ', ',', '.']);
        let start = before.len() - figures.len();
        let Ok(montant) = figures.parse::<Montant>() else { continue };
        out.push(Octroi { lieu: passage.trouve(start, figures.len()).lieu, montant });
    }
    out
}

/// The lines of expense whose words grant something, a year beyond the threshold.
fn lines(dossier: &Dossier) -> Vec<Octroi> {
    const MOTS: &[&str] = &[
        "subvention",
        "subventions",
        "soutien",
        "aide aux entreprises",
        "aides aux entreprises",
        "appel a projets",
    ];
    let Some(budget) = &dossier.budget else { return Vec::new() };
    let mut out = Vec::new();
    for (i, ligne) in budget.lignes.iter().enumerate() {
        // Grants stand in chapters 65 and 204; a line without a chapter may be one.
        let chapter = ligne.chapitre.as_deref().is_none_or(|c| ["65", "204", "67"].contains(&c));
        let label = [ligne.detail.as_deref(), ligne.libelle.as_deref()];
        let label = label.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let label = Passage::new(Lieu::new("budget.toml", ""), label);
        if ligne.sens != Sens::Depense || !chapter || !label.has(MOTS) {
            continue;
        }
        for (j, montant) in ligne.montants.iter().enumerate() {
            let Some(montant) = montant.filter(|m| *m > Montant::from(SEUIL)) else { continue };
            let lieu = Lieu::new("budget.toml", format!("lignes[{i}].montants[{j}]"));
            out.push(Octroi { lieu, montant });
        }
    }
    out
}

/// Whether the act speaks of a convention, or has one among its annexes.
pub(super) fn convention(dossier: &Dossier) -> bool {
    let acte = &dossier.deliberation;
    let named = |p: &Passage| p.has(&["convention", "conventions", "conventionnement"]);
    let titles = acte.annexes.iter().map(|a| Passage::new(Lieu::new("", ""), a.titre.as_str()));
    passages::objet(acte).iter().chain(&passages::textes(acte)).any(named)
        || titles.into_iter().any(|p| named(&p))
}
