//! Authorisations over several years, before and after.

use std::collections::BTreeMap;

use crate::model::{AnnexeBudgetaire, Autorisation, Exercice, Montant};

/// An authorisation over several years whose payment credits are told by exercice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AutorisationSuivie {
    /// The authorisation; its list of credits is empty.
    pub autorisation: Autorisation,
    /// Its payment credits; an exercice that is not there opens none.
    pub credits: BTreeMap<Exercice, Montant>,
}

pub(super) fn authorisations(b: &AnnexeBudgetaire) -> Vec<AutorisationSuivie> {
    b.autorisations
        .iter()
        .map(|a| AutorisationSuivie {
            credits: b
                .exercices
                .iter()
                .zip(&a.credits)
                .filter_map(|(x, m)| Some((*x, (*m)?)))
                .collect(),
            autorisation: Autorisation { credits: Vec::new(), ..a.clone() },
        })
        .collect()
}

/// An authorisation before and after; one of the two may not be there.
pub type Paire<'a> = (Option<&'a AutorisationSuivie>, Option<&'a AutorisationSuivie>);

/// The authorisations of two states that changed, each beside what it was: matched by nature and label, then by what they
/// pay for.
#[must_use]
pub fn autorisations_changees<'a>(
    avant: &'a [AutorisationSuivie],
    apres: &'a [AutorisationSuivie],
) -> Vec<Paire<'a>> {
    type Alike = fn(&Autorisation, &Autorisation) -> bool;
    let passes: [Alike; 2] = [|x, y| x.libelle == y.libelle, |x, y| x.actions == y.actions];
    let mut of: Vec<Option<usize>> = vec![None; apres.len()];
    for alike in passes {
        for (j, y) in apres.iter().enumerate() {
            if of[j].is_none() {
                let same = |x: &AutorisationSuivie| {
                    let (x, y) = (&x.autorisation, &y.autorisation);
                    x.nature == y.nature && alike(x, y)
                };
                of[j] = (0..avant.len()).find(|i| !of.contains(&Some(*i)) && same(&avant[*i]));
            }
        }
    }
    let gone = (0..avant.len()).filter(|i| !of.contains(&Some(*i))).map(|i| (avant.get(i), None));
    let now = apres.iter().enumerate().map(|(j, y)| (of[j].and_then(|i| avant.get(i)), Some(y)));
    now.chain(gone).filter(|(x, y)| x != y).collect()
}
