//! A number that changes on its way to the prefecture.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::{self, Comptes};
use crate::model::{Constat, Dossier, Lieu, ModeTransmission, Severite};

pub(in crate::check) static NUMERO_CONVERTI: Regle = Regle {
    code: "ACTE-01",
    nom: "numero-converti",
    severite: Severite::Information,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("norme d’échange ACTES, NumeroInterne"),
    lecture: Lecture::Schema,
    reserve: None,
    doc: "La préfecture reçoit un numéro de 1 à 15 signes : capitales, chiffres et « _ », ni \
          tiret ni espace. Il se déduit du numéro imprimé : C-12-05-01 devient C_12_05_01. Le \
          programme le dit, sauf si « numero_transmis » est donné, si la collectivité a une \
          numérotation, ou si l’acte est déjà transmis, ou l’est sur papier. (Un numéro dont rien ne se déduit est dit à la lecture : LECT-44.)",
    exemple: Exemple {
        faux: "numero = \"C-12-05-01\"",
        juste: "numero = \"C-12-05-01\"\nnumero_transmis = \"C_12_05_01\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let numero = &dossier.deliberation.numero;
    let mentions = compute::mentions(dossier, comptes.etat);
    // Nothing is left to be sent, or nothing that has such a number.
    if mentions.transmission.is_some()
        || mentions.mode_transmission == Some(ModeTransmission::Papier)
    {
        return;
    }
    let Some(given) = numero.transmis.as_deref().filter(|t| *t != numero.affiche) else { return };
    // Who gives it by hand knows it, and a scheme of the authority turns the signs of every act the same way.
    if !numero.saisi && dossier.collectivite.numerotation.is_none() {
        out.push(
            regle
                .constat(
                    Lieu::new("deliberation.toml", "numero"),
                    format!("le numéro sera transmis à la préfecture sous la forme {given}"),
                )
                .etiquette("la préfecture ne prend que capitales, chiffres et « _ »"),
        );
    }
}
