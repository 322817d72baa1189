//! A number that the prefecture does not take.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, NumeroActe, Severite};

pub(in crate::check) static NUMERO_TRANSMIS_INVALIDE: Regle = Regle {
    code: "ACTE-01",
    nom: "numero-transmis-invalide",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("norme d’échange ACTES, NumeroInterne"),
    lecture: Lecture::Schema,
    reserve: None,
    doc: "La préfecture reçoit un numéro de 1 à 15 signes : capitales, chiffres et « _ », ni \
          tiret ni espace. Il se déduit du numéro imprimé (C-12-05-01 devient C_12_05_01) : le \
          programme le dit quand le numéro est donné à la main. S’il ne peut pas s’en déduire, \
          c’est une erreur : donnez « numero_transmis ».",
    exemple: Exemple {
        faux: "numero = \"2026-06-18-CM-0001\"",
        juste: "numero = \"2026-06-18-CM-0001\"\nnumero_transmis = \"2026_CM_0001\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let numero = &dossier.deliberation.numero;
    if numero.affiche.is_empty() {
        return;
    }
    let lieu = |cle: &str| Lieu::new("deliberation.toml", cle);
    match numero.transmis.as_deref() {
        None => out.push(
            regle
                .constat(
                    lieu("numero"),
                    "aucun numéro ne peut être transmis à la préfecture : elle prend 15 signes au plus, capitales, \
                     chiffres et « _ »",
                )
                .etiquette(format!("{} signes", numero.affiche.chars().count()))
                .aide("ajoutez numero_transmis = \"2026_014\""),
        ),
        Some(given) if !NumeroActe::is_transmissible(given) => out.push(
            regle
                .constat(
                    lieu("numero_transmis"),
                    "la préfecture prend un numéro de 15 signes au plus, en capitales, chiffres et « _ »",
                )
                .etiquette("numéro refusé")
                .aide(match NumeroActe::transmissible(given) {
                    Some(good) => format!("écrivez numero_transmis = \"{good}\""),
                    None => "raccourcissez-le : numero_transmis = \"2026_014\"".to_owned(),
                }),
        ),
        // A scheme of the authority turns the signs of every act the same way: that needs no word.
        Some(given) if given != numero.affiche && dossier.collectivite.numerotation.is_none() => out.push(
            regle
                .constat(lieu("numero"), format!("le numéro sera transmis à la préfecture sous la forme {given}"))
                .au_plus(Severite::Information)
                .etiquette("la préfecture ne prend que capitales, chiffres et « _ »"),
        ),
        Some(_) => {}
    }
}
