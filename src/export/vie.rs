//! The ledger of an act, as it is written: a header once, then one table for each step, never changed.

use std::fmt::Write as _;

use crate::model::{Etape, Vie};

/// What the ledger starts with.
pub const ENTETE: &str =
    "# La vie de l’acte. « delibere vie » y ajoute des étapes ; rien ne s’y efface.\n";

/// A step as the ledger takes it, to be added at its end.
#[must_use]
pub fn etape(etape: &Etape) -> String {
    let mut out =
        format!("\n[[etapes]]\nnature = \"{}\"\ndate = {}\n", etape.nature.mot(), etape.date);
    for (cle, valeur) in [("acteur", &etape.acteur), ("preuve", &etape.preuve)] {
        if let Some(valeur) = valeur {
            // Control characters would not be read back; a line holds no line break.
            let plain: String =
                valeur.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            let _ = writeln!(out, "{cle} = {}", toml::Value::String(plain));
        }
    }
    out
}

/// A whole ledger.
#[must_use]
pub fn registre(vie: &Vie) -> String {
    vie.etapes.iter().fold(ENTETE.to_owned(), |out, e| out + &etape(e))
}
