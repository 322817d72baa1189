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
    /// The table of what changes from an earlier act.
    TableauComparatif,
    /// The sheets that change from an earlier act, with what is removed and added.
    FichesModifiees,
    /// Another annexed text, by its rank among the annexes, from 1.
    Annexe(usize),
    /// The extract of the register (*extrait du registre*): the act, with the attendance as it stood for it.
    Extrait,
    /// The act and its annexes one after the other, without cover or contents: what is sent or signed as one file.
    Acte,
    /// All of them bound in one, with cover, contents and continuous numbering.
    Dossier,
}

impl Document {
    /// The documents that are made of this dossier when none is named, the bound one when there is something to bind, the
    /// extract once the assembly has voted; [`Document::Acte`] is made only when it is named.
    #[must_use]
    pub fn of(dossier: &Dossier) -> Vec<Self> {
        let mut out = vec![Self::Deliberation];
        for (i, annexe) in dossier.deliberation.annexes.iter().enumerate() {
            let document = Self::of_annexe(i, &annexe.piece);
            if !out.contains(&document) {
                out.push(document);
            }
        }
        if out.len() > 1 {
            out.push(Self::Dossier);
        }
        if dossier.deliberation.vote.is_some() {
            out.push(Self::Extrait);
        }
        out
    }

    /// The document that an annexe is, by its rank from 0 among the annexes.
    #[must_use]
    pub fn of_annexe(rang: usize, piece: &Piece) -> Self {
        match piece {
            Piece::Budget => Self::AnnexeBudgetaire,
            Piece::Fiches => Self::FichesActions,
            Piece::Programme => Self::Programme,
            Piece::Comparatif => Self::TableauComparatif,
            Piece::FichesModifiees => Self::FichesModifiees,
            Piece::Texte(_) => Self::Annexe(rang + 1),
        }
    }

    /// Whether this dossier gives that document.
    #[must_use]
    pub fn is_of(self, dossier: &Dossier) -> bool {
        self == Self::Acte || Self::of(dossier).contains(&self)
    }

    /// The document of that name, as [`Document`] prints it.
    #[must_use]
    pub fn parse(nom: &str) -> Option<Self> {
        match nom {
            "deliberation" => Some(Self::Deliberation),
            "annexe-budgetaire" => Some(Self::AnnexeBudgetaire),
            "fiches-actions" => Some(Self::FichesActions),
            "programme" => Some(Self::Programme),
            "tableau-comparatif" => Some(Self::TableauComparatif),
            "fiches-modifiees" => Some(Self::FichesModifiees),
            "extrait" => Some(Self::Extrait),
            "acte" => Some(Self::Acte),
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
            Self::TableauComparatif => f.write_str("tableau-comparatif"),
            Self::FichesModifiees => f.write_str("fiches-modifiees"),
            Self::Annexe(rank) => write!(f, "annexe-{rank}"),
            Self::Extrait => f.write_str("extrait"),
            Self::Acte => f.write_str("acte"),
            Self::Dossier => f.write_str("dossier"),
        }
    }
}
