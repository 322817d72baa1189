//! The identifier of an act for the prefecture.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use super::{CodeDepartement, Dossier, NatureActe, NumeroActe, Siren};

/// The identifier of an act (*IDActe*), `014-241400415-20121207-C_12_05_01-DE`: 41 signs at most.
///
/// ```
/// use delibere::model::Identifiant;
/// let id: Identifiant = "014-241400415-20121207-C_12_05_01-DE".parse().unwrap();
/// assert_eq!(id.numero, "C_12_05_01");
/// assert_eq!(id.to_string(), "014-241400415-20121207-C_12_05_01-DE");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Identifiant {
    /// The département.
    pub departement: CodeDepartement,
    /// The nine digits of the authority, kept as text: test platforms use some whose key is wrong.
    pub siren: String,
    /// The day of the decision.
    pub date: NaiveDate,
    /// The transmitted number.
    pub numero: String,
    /// The two letters of its nature.
    pub nature: String,
}

/// A text is not the identifier of an act.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("« {0} » n’est pas l’identifiant d’un acte : 014-241400415-20121207-C_12_05_01-DE")]
pub struct IdentifiantError(pub String);

impl Identifiant {
    /// Of an act.
    #[must_use]
    pub fn new(
        departement: &CodeDepartement,
        siren: Siren,
        date: NaiveDate,
        numero: &str,
        nature: NatureActe,
    ) -> Self {
        Self {
            departement: departement.clone(),
            siren: siren.to_string(),
            date,
            numero: numero.to_owned(),
            nature: nature.abrege().to_owned(),
        }
    }

    /// Whether a transmitted number is one that both schemas and the operators take: capitals, digits and `_`, 15 at
    /// most, a letter or a digit at both ends.
    #[must_use]
    pub fn is_numero(numero: &str) -> bool {
        NumeroActe::is_transmissible(numero) && !numero.starts_with('_') && !numero.ends_with('_')
    }

    /// That of an act whose dossier says all of it.
    #[must_use]
    pub fn of(dossier: &Dossier) -> Option<Self> {
        let (c, d) = (&dossier.collectivite, &dossier.deliberation);
        let numero = d.numero.transmis.as_deref()?;
        let departement = c.code_departement.as_ref()?;
        Some(Self::new(departement, c.siren?, dossier.seance.date, numero, d.transmission.nature))
    }
}

impl fmt::Display for Identifiant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { departement, siren, date, numero, nature } = self;
        write!(f, "{departement}-{siren}-{}-{numero}-{nature}", date.format("%Y%m%d"))
    }
}

impl FromStr for Identifiant {
    type Err = IdentifiantError;

    fn from_str(texte: &str) -> Result<Self, IdentifiantError> {
        let read = || {
            let mut steps = texte.splitn(4, '-');
            let departement = steps.next()?.parse().ok()?;
            let siren = steps.next().filter(|s| digits(s, 9))?;
            let date = steps.next().filter(|s| digits(s, 8))?;
            // The first schema let numbers hold hyphens and spaces: the nature is what follows the last one.
            let (numero, nature) = steps.next()?.rsplit_once('-')?;
            let good = (1..=NumeroActe::MAX).contains(&numero.len())
                && numero.bytes().all(|b| b.is_ascii_alphanumeric() || b"_- ".contains(&b))
                && nature.len() == 2
                && nature.bytes().all(|b| b.is_ascii_uppercase());
            good.then_some(())?;
            Some(Self {
                departement,
                siren: siren.to_owned(),
                date: NaiveDate::parse_from_str(date, "%Y%m%d").ok()?,
                numero: numero.to_owned(),
                nature: nature.to_owned(),
            })
        };
        read().ok_or_else(|| IdentifiantError(texte.chars().take(60).collect()))
    }
}

fn digits(texte: &str, length: usize) -> bool {
    texte.len() == length && texte.bytes().all(|b| b.is_ascii_digit())
}
