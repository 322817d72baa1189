//! How the body that sits is named in a sentence.

use crate::model::Collectivite;

/// First words of the bodies whose name is feminine.
const FEMININES: [&str; 3] = ["assemblée", "commission", "délégation"];

/// The body that sits (*instance*), with its article.
pub(in crate::render::donnees) struct Instance<'a>(pub(in crate::render::donnees) &'a str);

impl Instance<'_> {
    /// « le conseil municipal », « l’assemblée de Corse », « la commission permanente ».
    pub(in crate::render::donnees) fn le(&self) -> String {
        self.with("le ", "la ", "l’")
    }

    /// The same at the start of a sentence.
    pub(super) fn le_capitale(&self) -> String {
        self.with("Le ", "La ", "L’")
    }

    /// « du conseil municipal ».
    pub(in crate::render::donnees) fn du(&self) -> String {
        self.with("du ", "de la ", "de l’")
    }

    /// « au conseil municipal ».
    pub(super) fn au(&self) -> String {
        self.with("au ", "à la ", "à l’")
    }

    /// Whether agreements with it are feminine.
    pub(in crate::render::donnees) fn feminine(&self) -> bool {
        FEMININES.contains(&self.0.split(' ').next().unwrap_or(""))
    }

    fn with(&self, masculin: &str, feminin: &str, elide: &str) -> String {
        let nom = self.0;
        let article = match nom.chars().next() {
            Some('a' | 'e' | 'é' | 'i' | 'o' | 'u' | 'A' | 'E' | 'É' | 'I' | 'O' | 'U') => elide,
            _ if self.feminine() => feminin,
            _ => masculin,
        };
        format!("{article}{nom}")
    }
}

/// The commune of the last line of an address, « 14750 Saint-Aubin-sur-Mer », which dates a letter.
pub(super) fn commune(collectivite: &Collectivite) -> Option<String> {
    collectivite.adresse.iter().rev().find_map(|line| {
        let (code, rest) = line.trim().split_once(' ')?;
        let postal = code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit());
        let name =
            rest.split(" CEDEX").next()?.split(" Cedex").next()?.split(" cedex").next()?.trim();
        (postal && !name.is_empty()).then(|| name.to_owned())
    })
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
