//! How the body that sits is named in a sentence.

use super::{Collectivite, Seance};

/// First words of the bodies whose name is feminine.
const FEMININES: [&str; 3] = ["assemblée", "commission", "délégation"];

/// The body that sits (*instance*), with its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instance<'a>(pub &'a str);

impl<'a> Instance<'a> {
    /// The body that sits: the assembly, unless the sitting is that of another one.
    #[must_use]
    pub fn of(collectivite: &'a Collectivite, seance: &'a Seance) -> Self {
        Self(seance.assemblee.as_deref().unwrap_or(&collectivite.assemblee))
    }

    /// « le conseil municipal », « l’assemblée de Corse », « la commission permanente ».
    #[must_use]
    pub fn le(self) -> String {
        self.with("le ", "la ", "l’")
    }

    /// The same at the start of a sentence.
    #[must_use]
    pub fn le_capitale(self) -> String {
        self.with("Le ", "La ", "L’")
    }

    /// « du conseil municipal ».
    #[must_use]
    pub fn du(self) -> String {
        self.with("du ", "de la ", "de l’")
    }

    /// « au conseil municipal ».
    #[must_use]
    pub fn au(self) -> String {
        self.with("au ", "à la ", "à l’")
    }

    /// Whether agreements with it are feminine.
    #[must_use]
    pub fn feminine(self) -> bool {
        FEMININES.contains(&self.0.split(' ').next().unwrap_or(""))
    }

    fn with(self, masculin: &str, feminin: &str, elide: &str) -> String {
        let nom = self.0;
        let article = match nom.chars().next() {
            Some('a' | 'e' | 'é' | 'i' | 'o' | 'u' | 'A' | 'E' | 'É' | 'I' | 'O' | 'U') => elide,
            _ if self.feminine() => feminin,
            _ => masculin,
        };
        format!("{article}{nom}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_goes_with_the_name() {
        assert_eq!(Instance("conseil municipal").du(), "du conseil municipal");
        assert_eq!(Instance("assemblée départementale").au(), "à l’assemblée départementale");
        assert_eq!(Instance("commission permanente").le(), "la commission permanente");
        assert_eq!(Instance("bureau communautaire").le_capitale(), "Le bureau communautaire");
    }
}
