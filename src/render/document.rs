//! Which documents a dossier gives.

use std::fmt;

use crate::model::{Dossier, Piece};

/// One of the documents that are made from a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Document {
    /// The act alone.
    Deliberation,
    /// The budget annex.
    AnnexeBudgetaire,
    /// The action sheets.
    FichesActions,
    /// The orientation document of the programme.
    Programme,
    /// Another annexed text, by its rank among the annexes, from 1.
    Annexe(usize),
    /// All of them bound in one, with cover, contents and continuous numbering.
    Dossier,
}

impl Document {
    /// The documents that this dossier gives, the bound one last when there is something to bind.
    #[must_use]
    pub fn of(dossier: &Dossier) -> Vec<Self> {
        let mut out = vec![Self::Deliberation];
        for (i, annexe) in dossier.deliberation.annexes.iter().enumerate() {
            let document = match annexe.piece {
                Piece::Budget => Self::AnnexeBudgetaire,
                Piece::Fiches => Self::FichesActions,
                Piece::Programme => Self::Programme,
                Piece::Texte(_) => Self::Annexe(i + 1),
            };
            if !out.contains(&document) {
                out.push(document);
            }
        }
        if out.len() > 1 {
            out.push(Self::Dossier);
        }
        out
    }

    /// The document of that name, as [`Document`] prints it.
    #[must_use]
    pub fn parse(nom: &str) -> Option<Self> {
        match nom {
            "deliberation" => Some(Self::Deliberation),
            "annexe-budgetaire" => Some(Self::AnnexeBudgetaire),
            "fiches-actions" => Some(Self::FichesActions),
            "programme" => Some(Self::Programme),
            "dossier" => Some(Self::Dossier),
            _ => {
                let rank = nom.strip_prefix("annexe-")?.parse().ok()?;
                (rank > 0).then_some(Self::Annexe(rank))
            }
        }
    }
}

impl fmt::Display for Document {
    /// Its name on the command line and in files: `annexe-budgetaire`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Deliberation => f.write_str("deliberation"),
            Self::AnnexeBudgetaire => f.write_str("annexe-budgetaire"),
            Self::FichesActions => f.write_str("fiches-actions"),
            Self::Programme => f.write_str("programme"),
            Self::Annexe(rank) => write!(f, "annexe-{rank}"),
            Self::Dossier => f.write_str("dossier"),
        }
    }
}
