//! A day of executory force that is not that of the later formality.

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
          la seconde de ces formalités est faite. Il ne peut l’être avant. S’il l’est plus tard, \
          c’est que l’acte le dit : vérifiez-le.",
    exemple: Exemple {
        faux: "[mentions]\ntransmission = 2026-06-22\npublication = 2026-06-23\nexecutoire = 2026-06-22",
        juste: "[mentions]\ntransmission = 2026-06-22\npublication = 2026-06-23\nexecutoire = 2026-06-23",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let m = &dossier.deliberation.mentions;
    let Some(declared) = m.executoire.filter(|_| comptes.etat == Etat::Adoptee) else { return };
    let lieu = |cle: &str| Lieu::new("deliberation.toml", format!("mentions.{cle}"));
    let here = lieu("executoire");
    let sent = m.reception.or(m.transmission);
    let shown = m.publication.or(m.notification);
    let (Some(sent), Some(shown)) = (sent, shown) else {
        let (what, severite, aide) = match (sent, shown) {
            // Some acts need no transmission.
            (None, Some(_)) => (
                "l’acte est dit exécutoire, et sa transmission à la préfecture n’est pas datée",
                Severite::Avertissement,
                "ajoutez transmission dans [mentions], sauf si l’acte n’y est pas soumis",
            ),
            _ => (
                "l’acte est dit exécutoire, et sa publication n’est pas datée",
                Severite::Erreur,
                "ajoutez publication dans [mentions], ou retirez executoire",
            ),
        };
        out.push(regle.constat(here, what).au_plus(severite).etiquette("exécutoire").aide(aide));
        return;
    };
    let day = sent.max(shown);
    if declared == day {
        return;
    }
    let early = declared < day;
    let mut constat = regle
        .constat(
            here,
            if early {
                format!("l’acte ne peut être exécutoire avant le {}", date_longue(day))
            } else {
                format!(
                    "l’acte est exécutoire dès le {}, sauf s’il en dispose autrement",
                    date_longue(day)
                )
            },
        )
        .au_plus(if early { Severite::Erreur } else { Severite::Avertissement })
        .etiquette(format!("exécutoire le {}", date_longue(declared)))
        .aide("il l’est le jour où il est à la fois rendu public et transmis");
    let transmission = if m.reception.is_some() { "reception" } else { "transmission" };
    constat = constat.secondaire(lieu(transmission), format!("transmis le {}", date_longue(sent)));
    let publication = if m.publication.is_some() { "publication" } else { "notification" };
    constat =
        constat.secondaire(lieu(publication), format!("rendu public le {}", date_longue(shown)));
    out.push(constat);
}
