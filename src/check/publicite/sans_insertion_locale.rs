//! An economic intervention without its insertion in a local publication, before 1 July 2022.

use super::dates;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Etat, Severite};

pub(in crate::check) static SANS_INSERTION_LOCALE: Regle = Regle {
    code: "PUBL-12",
    nom: "sans-insertion-locale",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(1996, 2, 24).jusqu_au(2022, 6, 30),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 2121-24 (ancien)"),
    lecture: Lecture::Lu2008(false),
    reserve: Some("L’abrogation en 2022 est citée de mémoire."),
    doc: "Jusqu’au 30 juin 2022, le dispositif d’une délibération d’intervention économique est \
          inséré dans une publication locale diffusée sur le territoire. La règle lit la \
          matière de l’acte (7.4), ou son objet si elle n’est pas donnée : elle informe, et n’avertit que d’un acte voté qui dit comment il est publié \
          sans dire cette insertion.",
    exemple: Exemple {
        faux: "# en 2012\nobjet = [\"Développement économique\", \"Aide aux entreprises\"]\n\n[mentions]\npublication = 2012-12-14",
        juste: "objet = [\"Développement économique\", \"Aide aux entreprises\"]\n\n[mentions]\npublication = 2012-12-14\ninsertion = 2012-12-20",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let acte = &dossier.deliberation;
    if acte.mentions.insertion.is_some() || comptes.etat == Etat::Rejetee {
        return;
    }
    let Some(found) = affaire::intervention_economique(acte) else { return };
    let published =
        comptes.etat == Etat::Adoptee && dates::dates(dossier, comptes).publication.is_some();
    out.push(
        regle
            .constat(
                found,
                "le dispositif d’une intervention économique est inséré dans une publication locale",
            )
            .au_plus(if published { Severite::Avertissement } else { Severite::Information })
            .etiquette("intervention économique ?")
            .aide("le jour venu, ajoutez dans [mentions] la date de l’insertion : insertion = …"),
    );
}
