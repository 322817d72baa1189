//! A day of executory force that is not that of the later formality.

use super::dates;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Etat, Lieu, Severite};
use crate::typographie::date::date_longue;

pub(in crate::check) static CARACTERE_EXECUTOIRE_FAUX: Regle = Regle {
    code: "EXEC-01",
    nom: "caractere-executoire-faux",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(2005, 1, 1),
    genres: &[],
    base: Some("CGCT, art. L. 2131-1, L. 3131-1, L. 4141-1 et L. 5211-3"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Un acte est exécutoire une fois rendu public et transmis à la préfecture : le jour où \
          la seconde de ces formalités est faite, celui de la transmission ou de son accusé. Il ne \
          peut l’être avant. S’il l’est plus tard, c’est que l’acte le dit : vérifiez-le. Les dates \
          sont celles de vie.toml, sinon celles de [mentions].",
    exemple: Exemple {
        faux: "[mentions]\ntransmission = 2026-06-22\npublication = 2026-06-23\nexecutoire = 2026-06-22",
        juste: "[mentions]\ntransmission = 2026-06-22\npublication = 2026-06-23\nexecutoire = 2026-06-23",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let declared = dossier.deliberation.mentions.executoire;
    let Some(declared) = declared.filter(|_| comptes.etat == Etat::Adoptee) else { return };
    let m = dates::dates(dossier, comptes);
    // What vie.toml makes of it is compared with what is declared by another rule, and is what is printed.
    if !dossier.vie.etapes.is_empty() && m.executoire.is_some() {
        return;
    }
    let here = Lieu::new("deliberation.toml", "mentions.executoire");
    let shown = m.publication.or(m.notification);
    let (Some(sent), Some(shown)) = (m.transmission.or(m.reception), shown) else {
        let (what, severite, aide) = match shown {
            // Some acts need no transmission.
            Some(_) => (
                "l’acte est dit exécutoire, et sa transmission à la préfecture n’est pas datée",
                Severite::Avertissement,
                "ajoutez transmission dans [mentions], sauf si l’acte n’y est pas soumis",
            ),
            None => (
                "l’acte est dit exécutoire, et sa publication n’est pas datée",
                Severite::Erreur,
                "ajoutez publication dans [mentions], ou retirez executoire",
            ),
        };
        out.push(regle.constat(here, what).au_plus(severite).etiquette("exécutoire").aide(aide));
        return;
    };
    // The day of the transmission is enough; that of the acknowledgement, which proves it, is used as well.
    let received = m.reception.unwrap_or(sent).max(sent);
    let (first, last) = (sent.max(shown), received.max(shown));
    if (first..=last).contains(&declared) {
        return;
    }
    let early = declared < first;
    let message = if early {
        format!("l’acte ne peut être exécutoire avant le {}", date_longue(first))
    } else {
        format!(
            "l’acte est exécutoire dès le {}, sauf s’il en dispose autrement",
            date_longue(first)
        )
    };
    let transmission = if m.transmission.is_some() { "transmission" } else { "reception" };
    let publication = if m.publication.is_some() { "publication" } else { "notification" };
    let lieu = |cle| dates::lieu(dossier, comptes, cle);
    out.push(
        regle
            .constat(here, message)
            .au_plus(if early { Severite::Erreur } else { Severite::Avertissement })
            .etiquette(format!("exécutoire le {}", date_longue(declared)))
            .aide("il l’est le jour où il est à la fois rendu public et transmis")
            .secondaire(lieu(transmission), format!("transmis le {}", date_longue(sent)))
            .secondaire(lieu(publication), format!("rendu public le {}", date_longue(shown))),
    );
}
