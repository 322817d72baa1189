//! What changed of a sheet, field by field.

use super::changement::{ecart, under};
use super::liste::{self, Cle, EcartListe, Repere};
use crate::model::{Champ, FicheAction, Largeur, Lieu, NatureChamp, Texte};

/// What changed of a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EcartFiche {
    /// Its heading and its title.
    pub tete: EcartTete,
    /// Its fields.
    pub champs: EcartListe<Cle, Champ, EcartChamp>,
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

ecart! {
    /// What changed of a field.
    pub struct EcartChamp of Champ {
        /// What it speaks of.
        nature: NatureChamp,
        /// What it is called.
        libelle: String,
        /// What it says.
        texte: Texte,
        /// How wide it is printed.
        largeur: Largeur,
    }
}

impl Repere for Champ {
    fn reperes(&self) -> Vec<Option<String>> {
        let nature = NatureChamp::ALL.iter().find(|(n, ..)| *n == self.nature).map(|(_, c, _)| *c);
        let nature = nature.unwrap_or_default();
        let alone = self.nature != NatureChamp::Autre;
        vec![Some(format!("{nature}|{}", self.libelle)), alone.then(|| nature.to_owned())]
    }
}

impl EcartFiche {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tete.is_empty() && self.champs.is_empty()
    }

    pub(super) fn entre(a: &FicheAction, b: &FicheAction) -> Self {
        if a == b {
            return Self::default();
        }
        let (ka, kb) = liste::apparier(&a.champs, &b.champs);
        // By reference: a field that did not change is not copied, however long it is.
        fn keyed(cles: Vec<Cle>, champs: &[Champ]) -> Vec<(Cle, &Champ)> {
            cles.into_iter().zip(champs).collect()
        }
        Self {
            tete: EcartTete::entre(a, b),
            champs: EcartListe::entre(
                &keyed(ka, &a.champs),
                &keyed(kb, &b.champs),
                |x: &Champ, y| Some(EcartChamp::entre(x, y)).filter(|e| !e.is_empty()),
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
