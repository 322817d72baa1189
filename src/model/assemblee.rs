//! Who sits: the members of an assembly.

/// The stable identifier of a member, `leroy`: what the attendance and the votes name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdConseiller(pub String);

/// A member of the assembly (*conseiller*), in office on the day of the sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conseiller {
    /// What names this member, unique in the assembly.
    pub id: IdConseiller,
    /// The printed title, « M. », « Mme »; it gives the gender of agreements.
    pub civilite: Option<String>,
    /// First name.
    pub prenom: Option<String>,
    /// Family name, in the capitals or not that the authority uses.
    pub nom: String,
    /// Quality, « maire », « 2e adjointe ».
    pub qualite: Option<String>,
    /// Political group (*groupe*).
    pub groupe: Option<String>,
    /// The commune that the member represents in a grouping.
    pub commune: Option<String>,
    /// Place in the order of the table (*ordre du tableau*), from 1.
    pub rang: u32,
    /// For a substitute (*suppléant*), the member whose seat is taken when that member is not there. A substitute is no
    /// member in office by itself.
    pub suppleant_de: Option<IdConseiller>,
}

impl Conseiller {
    /// Whether agreements with this member are feminine.
    #[must_use]
    pub fn feminin(&self) -> bool {
        let title = self.civilite.as_deref().unwrap_or("").to_lowercase();
        ["mme", "mlle", "madame", "mademoiselle"].iter().any(|f| title.starts_with(f))
    }

    /// « Mme Claire LEROY »: title, first name and name.
    #[must_use]
    pub fn nom_complet(&self) -> String {
        let parts = [self.civilite.as_deref(), self.prenom.as_deref(), Some(self.nom.as_str())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// « Claire LEROY », as a member signs: nobody gives oneself a title, save in want of a first name.
    #[must_use]
    pub fn signature(&self) -> String {
        match &self.prenom {
            Some(prenom) => format!("{prenom} {}", self.nom),
            None => self.nom_complet(),
        }
    }

    /// « Mme LEROY »: title and name; the first name too when it has no title.
    #[must_use]
    pub fn nom_court(&self) -> String {
        match &self.civilite {
            Some(title) => format!("{title} {}", self.nom),
            None => self.nom_complet(),
        }
    }
}
