//! What an act grants, and to whom.

use chrono::NaiveDate;

use super::{Montant, Rna, Siret};

/// A grant that the act gives (*subvention*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subvention {
    /// The body that receives it, by its official name.
    pub beneficiaire: String,
    /// Its establishment.
    pub siret: Option<Siret>,
    /// Its number, for an association.
    pub rna: Option<Rna>,
    /// What the grant is for; the object of the act when absent.
    pub objet: Option<String>,
    /// The whole grant, in euros, before it is shared when several bodies receive it together.
    pub montant: Montant,
    /// In money, in kind, or both.
    pub nature: NatureSubvention,
    /// The share of the amount that goes to this body, in hundredths: 1 to 100.
    pub part: u8,
    /// The day of the convention; that of the sitting when absent.
    pub convention: Option<NaiveDate>,
    /// How it is paid; by the days of payment when absent.
    pub conditions: Option<String>,
    /// The day on which it is paid, or the first one of a period.
    pub versement: Option<NaiveDate>,
    /// The last day of that period.
    pub versement_fin: Option<NaiveDate>,
    /// Whether it is a *de minimis* aid in the sense of European law.
    pub minimis: bool,
}

/// What a grant consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NatureSubvention {
    /// Money (*en numéraire*).
    #[default]
    Numeraire,
    /// Premises, staff, equipment (*en nature*).
    EnNature,
    /// Both.
    Mixte,
}

impl Subvention {
    /// Whether it says all that its open data ask for: the number of who receives, the day of payment.
    #[must_use]
    pub fn is_publiable(&self) -> bool {
        (self.siret.is_some() || self.rna.is_some()) && self.versement.is_some()
    }

    /// Whether who receives it is known to be no public body: associations are not, and the SIREN of a public body starts
    /// with 1 or 2.
    ///
    /// Source: INSEE, *numéro SIREN*, the first digit of the bodies of administrative law.
    #[must_use]
    pub fn privee(&self) -> Option<bool> {
        match (&self.rna, &self.siret) {
            (Some(_), _) => Some(true),
            (None, Some(siret)) => Some(!siret.to_string().starts_with(['1', '2'])),
            (None, None) => None,
        }
    }
}
