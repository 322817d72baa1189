//! Economic development declared of intérêt communautaire, when the law no longer asks for it.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres, passages};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static DEVELOPPEMENT_ECONOMIQUE_COMMUNAUTAIRE: Regle = Regle {
    code: "EPCI-01",
    nom: "developpement-economique-communautaire",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(2017, 1, 1),
    genres: genres::COMMUNAUTES_D_AGGLOMERATION,
    base: Some("CGCT, art. L. 5216-5 I 1°"),
    lecture: Lecture::Lu,
    reserve: Some("La date d’effet (1er janvier 2017, loi n° 2015-991) est citée de mémoire."),
    doc: "Depuis le 1er janvier 2017, les actions de développement économique d’une communauté \
          d’agglomération ne sont plus soumises à la définition d’un intérêt communautaire, sauf \
          la politique locale du commerce : il n’y a rien à déclarer.",
    exemple: Exemple {
        faux: "objet = [\"Développement économique\", \"Déclaration d’intérêt communautaire\"]",
        juste: "objet = [\"Développement économique\", \"Programme d’actions\"]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let acte = &dossier.deliberation;
    let Some(found) = affaire::interet_communautaire(acte) else { return };
    let objet = passages::objet(acte);
    let economic = objet
        .iter()
        .any(|p| p.has(&["developpement economique", "action economique", "actions economiques"]));
    let trade = passages::textes(acte)
        .iter()
        .chain(&objet)
        .any(|p| p.has(&["commerce", "commerciale", "commerciales"]));
    if economic && !trade {
        out.push(
            regle
                .constat(
                    found.lieu,
                    "le développement économique n’est plus soumis à l’intérêt communautaire, sauf pour le commerce",
                )
                .etiquette("rien à déclarer ?")
                .aide("approuvez les actions, sans les déclarer d’intérêt communautaire"),
        );
    }
}
