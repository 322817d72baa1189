//! A declared result that the votes belie.

use super::{deux_tiers, voix};
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire};
use crate::compute::{Comptes, ComptesVote};
use crate::droit;
use crate::model::{Constat, Dossier, Etat, Lieu, Majorite, Resultat, Scrutin, Severite};

pub(in crate::check) static RESULTAT_DEMENTI: Regle = Regle {
    code: "VOTE-02",
    nom: "resultat-dementi",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("CGCT, art. L. 2121-20, L. 3121-15 et L. 4132-14"),
    lecture: Lecture::Lu2008(true),
    reserve: Some("La rédaction postérieure à 2008 n’a pas été relue."),
    doc: "Le résultat déclaré (« resultat », « etat ») n’est pas celui que les voix donnent. Une \
          proposition est adoptée à la majorité absolue des suffrages exprimés, sauf autre \
          majorité déclarée ; les abstentions, les blancs et les nuls ne sont pas des suffrages \
          exprimés ; en cas de partage, la voix du président l’emporte, sauf au scrutin secret.\n\
          \n\
          L’acte s’imprime d’après les voix : rien n’est jamais corrigé en silence.",
    exemple: Exemple {
        faux: "[vote]\npour = 7\ncontre = 15\nabstentions = 2\nresultat = \"adoptee\"",
        juste: "[vote]\npour = 7\ncontre = 15\nabstentions = 2\nresultat = \"rejetee\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let (Some(vote), Some(counted)) = (&dossier.deliberation.vote, &comptes.vote) else { return };
    // Without a count the declared result stands, and another rule asks for the count.
    let known = counted.exprimes > 0 || comptes.presence.is_some();
    let secret_tie = counted.partage && counted.scrutin == Scrutin::Secret;
    if !known || secret_tie {
        return;
    }
    let declared = match (vote.resultat, dossier.deliberation.etat) {
        (Some(resultat), _) => Some((voix::acte("resultat"), resultat)),
        (None, Some(Etat::Adoptee)) => {
            Some((Lieu::new("deliberation.toml", "etat"), Resultat::Adoptee))
        }
        (None, Some(Etat::Rejetee)) => {
            Some((Lieu::new("deliberation.toml", "etat"), Resultat::Rejetee))
        }
        _ => None,
    };
    let Some((lieu, declared)) = declared else { return };
    let adopted = counted.resultat == Resultat::Adoptee;
    // Nothing but a rejection that the declared majority belies is left to say there.
    let belied = adopted
        && vote.majorite == Majorite::InteretCommunautaire
        && deux_tiers::atteints(dossier, counted);
    if two_thirds(dossier) && !belied {
        return;
    }
    let wrong_tie = declared == Resultat::Partage && counted.resultat != Resultat::Partage;
    if (declared == Resultat::Adoptee) == adopted && !wrong_tie {
        return;
    }
    out.push(
        regle
            .constat(lieu, format!("d’après les voix, la proposition est {}", said(counted)))
            .etiquette("résultat déclaré")
            .aide("corrigez le résultat déclaré, ou les voix ; sans « resultat », le programme le calcule"),
    );
}

/// Whether the two thirds of the *intérêt communautaire* are what belies the result: that rule says it.
fn two_thirds(dossier: &Dossier) -> bool {
    let genre = dossier.collectivite.genre;
    droit::interet_communautaire(dossier.seance.date, genre).is_some()
        && affaire::declare_interet_communautaire(&dossier.deliberation)
}

fn said(counted: &ComptesVote) -> String {
    let result = match counted.resultat {
        Resultat::Adoptee => "adoptée",
        Resultat::Rejetee => "rejetée",
        Resultat::Partage => "rejetée, faute de départager les voix",
    };
    match counted.election {
        Some(_) if counted.resultat == Resultat::Adoptee => "suivie d’une élection".to_owned(),
        Some(_) => "restée sans élu".to_owned(),
        None => format!(
            "{result} : {} pour, {} contre, {} requises",
            counted.pour.nombre, counted.contre.nombre, counted.seuil.requis
        ),
    }
}
