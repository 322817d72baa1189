//! What changed of a sheet, field by field.

use super::changement::{Changement, ecart, under};
use super::liste::{self, Cle, EcartListe, Repere};
use crate::model::{Champ, FicheAction, Largeur, Lieu, NatureChamp, Texte};

/// What changed of a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EcartFiche<'a> {
    /// Its heading and its title.
    pub tete: EcartTete,
    /// Its fields.
    pub champs: EcartListe<Cle, Champ, EcartChamp<'a>>,
}

ecart! {
    /// What changed at the head of a sheet.
    pub struct EcartTete of FicheAction {
        /// Its printed heading.
        intitule: Option<String>,
        /// Its printed title.
        titre: Option<String>,
    }
}

/// What changed of a field; texts, the longest part of a programme, are not copied.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EcartChamp<'a> {
    /// What it is called and how it stands.
    pub tete: EcartTeteChamp,
    /// What it says.
    pub texte: Option<Changement<&'a Texte>>,
}

ecart! {
    /// What changed of a field, its text apart.
    pub struct EcartTeteChamp of Champ {
        /// What it speaks of.
        nature: NatureChamp,
        /// What it is called.
        libelle: String,
        /// How wide it is printed.
        largeur: Largeur,
    }
}

impl Repere for Champ {
    const REPERES: usize = 2;

    fn repere(&self, rang: usize) -> Option<String> {
        let nature = NatureChamp::ALL.iter().find(|(n, ..)| *n == self.nature).map(|(_, c, _)| *c);
        let nature = nature.unwrap_or_default();
        match rang {
            0 => Some(format!("{nature}|{}", self.libelle)),
            1 => (self.nature != NatureChamp::Autre).then(|| nature.to_owned()),
            _ => None,
        }
    }
}

impl<'a> EcartChamp<'a> {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tete.is_empty() && self.texte.is_none()
    }

    fn entre(a: &'a Champ, b: &'a Champ) -> Self {
        Self { tete: EcartTeteChamp::entre(a, b), texte: Changement::entre(&&a.texte, &&b.texte) }
    }

    fn appliquer(&self, champ: &mut Champ, lieu: &Lieu, conflits: &mut Vec<Lieu>) {
        self.tete.appliquer(champ, lieu, conflits);
        if let Some(c) = &self.texte {
            if champ.texte != *c.avant && champ.texte != *c.apres {
                conflits.push(under(lieu, "texte"));
            }
            champ.texte.clone_from(c.apres);
        }
    }
}

impl<'a> EcartFiche<'a> {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tete.is_empty() && self.champs.is_empty()
    }

    pub(super) fn entre(a: &'a FicheAction, b: &'a FicheAction) -> Self {
        if a == b {
            return Self::default();
        }
        let (ka, kb) = liste::apparier(&a.champs, &b.champs);
        Self {
            tete: EcartTete::entre(a, b),
            champs: EcartListe::entre(
                &liste::sous(ka, &a.champs),
                &liste::sous(kb, &b.champs),
                |x: &&'a Champ, y: &&'a Champ| {
                    Some(EcartChamp::entre(x, y)).filter(|e| !e.is_empty())
                },
            ),
        }
    }

    pub(super) fn appliquer(&self, fiche: &mut FicheAction, conflits: &mut Vec<Lieu>) {
        let lieu = Lieu::new(format!("fiches/{}", fiche.action), "");
        self.tete.appliquer(fiche, &lieu, conflits);
        if self.champs.is_empty() {
            return;
        }
        let champs = std::mem::take(&mut fiche.champs);
        let keyed = liste::avec(liste::cles(&champs), champs);
        let at = |k: &Cle| under(&lieu, &format!("champs[{}]", k.repere));
        let changed = self.champs.appliquer(keyed, at, conflits, |e, champ, conflits| {
            let place = at(&Cle { repere: champ.libelle.clone(), rang: 0 });
            e.appliquer(champ, &place, conflits);
        });
        fiche.champs = changed.into_iter().map(|(_, c)| c).collect();
    }
}
