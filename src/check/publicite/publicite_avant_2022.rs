//! An act before 1 July 2022 that is not posted.

use super::dates;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres, seance};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, GenreCollectivite, Lieu, ModePublicite, Severite};

pub(in crate::check) static PUBLICITE_AVANT_2022: Regle = Regle {
    code: "PUBL-06",
    nom: "publicite-avant-2022",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24).jusqu_au(2022, 6, 30),
    genres: genres::ASSEMBLEES,
    base: Some("CGCT, art. L. 2131-1 (rédactions de 2005 et de 2015), L. 3131-1 et L. 4141-1"),
    lecture: Lecture::Lu,
    reserve: Some(
        "L. 3131-1 et L. 4141-1, qui disent la même chose des départements et des régions, n’ont pas \
         été lus dans leur rédaction d’avant 2022 : la règle n’y fait qu’avertir. Pendant l’état \
         d’urgence sanitaire, elle n’est qu’une information : une mise en ligne a pu suffire \
         (ordonnance n° 2020-391, art. 7, de mémoire).",
    ),
    doc: "Avant le 1er juillet 2022, un acte est rendu public par affichage ou par une \
          publication sur papier ; la mise en ligne ne fait que s’y ajouter. Le programme imprime \
          « Affiché le » : d’un projet dont la séance n’est pas encore décrite, il le rappelle.",
    exemple: Exemple {
        faux: "# en 2012\n[mentions]\npublication = 2012-12-14\nmode_publication = \"electronique\"",
        juste: "[mentions]\npublication = 2012-12-14\nmode_publication = \"affichage\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let m = dates::dates(dossier, comptes);
    let base = match dossier.collectivite.genre {
        GenreCollectivite::Departement => "CGCT, art. L. 3131-1 (avant le 1er juillet 2022)",
        GenreCollectivite::Region => "CGCT, art. L. 4141-1 (avant le 1er juillet 2022)",
        _ => "CGCT, art. L. 2131-1 (rédactions de 2005 et de 2015)",
    };
    let severite = match dossier.collectivite.genre {
        // Regulatory acts could then be put online alone, from memory: ordonnance n° 2020-391, art. 7.
        _ if seance::urgence_sanitaire(dossier.seance.date) => Severite::Information,
        GenreCollectivite::Departement | GenreCollectivite::Region => Severite::Avertissement,
        _ => Severite::Erreur,
    };
    let constat = if m.mode_publication == Some(ModePublicite::Electronique) {
        regle
            .constat(
                Lieu::new("deliberation.toml", "mentions.mode_publication"),
                "avant le 1er juillet 2022, une mise en ligne ne rend pas l’acte public à elle seule",
            )
            .au_plus(severite)
            .etiquette("mode sans effet")
            .aide("donnez la date de l’affichage, et mode_publication = \"affichage\"")
    } else if m.publication.is_none() && affaire::a_preparer(dossier, comptes.etat) {
        // Once the sitting is being filled in, whoever does it knows; a voted act is posted by hand.
        regle
            .constat(
                Lieu::new("seance.toml", "date"),
                "l’acte sera rendu public par affichage : « Affiché le » reste à remplir",
            )
            .au_plus(Severite::Information)
            .etiquette("avant le 1er juillet 2022")
            .aide("après le vote, ajoutez publication dans [mentions], le jour de l’affichage")
    } else {
        return;
    };
    out.push(Constat { base: Some(base), ..constat });
}
