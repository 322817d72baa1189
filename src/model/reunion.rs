//! A sitting with all its acts: what one folder of a sitting says.

use std::sync::Arc;

use super::{Collectivite, Dossier, Point, Seance};

/// Everything that the folder of a sitting says (*dossier de séance*).
#[derive(Debug, Clone, PartialEq)]
pub struct DossierSeance {
    /// Who sits.
    pub collectivite: Arc<Collectivite>,
    /// The sitting.
    pub seance: Arc<Seance>,
    /// Its acts, in the order of the agenda; [`Dossier::point`] is the rank of its point.
    pub actes: Vec<Dossier>,
}

impl DossierSeance {
    /// The rank of the act of a point among [`DossierSeance::actes`].
    #[must_use]
    pub fn acte_of(&self, point: usize) -> Option<usize> {
        self.actes.iter().position(|a| a.point == Some(point))
    }

    /// The words of a point: its own, else the object of its act.
    #[must_use]
    pub fn titre(&self, point: usize) -> String {
        let own = self.seance.points.get(point).and_then(|p: &Point| p.titre.clone());
        own.or_else(|| {
            let acte = self.acte_of(point).and_then(|i| self.actes.get(i))?;
            Some(acte.deliberation.objet.join(" – "))
        })
        .unwrap_or_default()
    }
}
