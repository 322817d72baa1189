//! One value before and after, and the tables of such changes.

use crate::model::{Exercice, Lieu};

/// A value that changed (*changement*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changement<T> {
    /// What it was.
    pub avant: T,
    /// What it is now.
    pub apres: T,
}

impl<T: Clone + PartialEq> Changement<T> {
    /// The change between two values, when they differ.
    #[must_use]
    pub fn entre(avant: &T, apres: &T) -> Option<Self> {
        (avant != apres).then(|| Self { avant: avant.clone(), apres: apres.clone() })
    }

    /// Makes the change; a value that is neither what it was nor what it becomes is a conflict at `lieu`.
    pub(super) fn appliquer(
        &self,
        value: &mut T,
        lieu: impl FnOnce() -> Lieu,
        conflits: &mut Vec<Lieu>,
    ) {
        if *value != self.avant && *value != self.apres {
            conflits.push(lieu());
        }
        value.clone_from(&self.apres);
    }
}

/// The exercices after a change of them: what it adds is added, what it takes away is taken away.
pub(super) fn exercices(
    change: Option<&Changement<Vec<Exercice>>>,
    base: &[Exercice],
) -> Vec<Exercice> {
    match change {
        None => base.to_vec(),
        Some(c) if c.avant == base => c.apres.clone(),
        Some(c) => {
            let mut out: Vec<Exercice> = base
                .iter()
                .filter(|e| !c.avant.contains(e) || c.apres.contains(e))
                .chain(c.apres.iter().filter(|e| !c.avant.contains(e)))
                .copied()
                .collect();
            out.sort_unstable();
            out.dedup();
            out
        }
    }
}

/// Declares the changes of the fields of a type, compared one by one.
macro_rules! ecart {
    (
        $(#[$doc:meta])*
        pub struct $nom:ident of $source:ty {
            $( $(#[$champ_doc:meta])* $champ:ident : $ty:ty ),* $(,)?
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $nom {
            $( $(#[$champ_doc])* pub $champ: Option<$crate::diff::Changement<$ty>>, )*
        }

        impl $nom {
            /// What changed between two of them.
            #[must_use]
            pub fn entre(a: &$source, b: &$source) -> Self {
                Self { $( $champ: $crate::diff::Changement::entre(&a.$champ, &b.$champ), )* }
            }

            /// Whether nothing changed.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                true $( && self.$champ.is_none() )*
            }

            /// Makes the changes in a value that stands at `lieu`.
            pub(super) fn appliquer(
                &self,
                value: &mut $source,
                lieu: &$crate::model::Lieu,
                conflits: &mut Vec<$crate::model::Lieu>,
            ) {
                $( if let Some(c) = &self.$champ {
                    let place = || $crate::diff::changement::under(lieu, stringify!($champ));
                    c.appliquer(&mut value.$champ, place, conflits);
                } )*
            }
        }
    };
}
pub(super) use ecart;

/// The place of a key under another place.
pub(super) fn under(lieu: &Lieu, cle: &str) -> Lieu {
    let dot = if lieu.chemin.is_empty() { "" } else { "." };
    Lieu::new(&*lieu.fichier, format!("{}{dot}{cle}", lieu.chemin))
}
