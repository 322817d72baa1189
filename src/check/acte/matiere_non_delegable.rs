//! A bureau that decides what only the assembly may decide.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres, passages};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};

pub(in crate::check) static MATIERE_NON_DELEGABLE: Regle = Regle {
    code: "EPCI-02",
    nom: "matiere-non-delegable",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: genres::GROUPEMENTS,
    base: Some("CGCT, art. L. 5211-10"),
    lecture: Lecture::Lu2008(true),
    reserve: Some("La rédaction postérieure à 2008 n’a pas été relue."),
    doc: "Le bureau d’un groupement ne peut recevoir délégation en certaines matières, que le \
          conseil garde : budget, comptes, taux et tarifs des taxes, modification des statuts, \
          adhésion à un établissement public, délégation d’un service public, orientations en \
          matière d’aménagement, d’habitat et de politique de la ville. La règle lit l’objet : \
          sûre pour le budget et les comptes, elle avertit seulement pour le reste.",
    exemple: Exemple {
        faux: "# seance.toml\nassemblee = \"bureau communautaire\"\n# deliberation.toml\nobjet = [\"Finances\", \"Budget primitif 2026\"]",
        juste: "# seance.toml, sans « assemblee » : le conseil siège\n# deliberation.toml\nobjet = [\"Finances\", \"Budget primitif 2026\"]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    const PROBABLES: &[&str] = &[
        "modification des statuts",
        "modification statutaire",
        "fixation des taux",
        "vote des taux",
        "adhesion au syndicat",
        "adhesion a un syndicat",
        "principe de la delegation de service public",
        "choix du mode de gestion",
        "choix du delegataire",
        "approbation du programme local de l'habitat",
        "adoption du programme local de l'habitat",
        "arret du programme local de l'habitat",
        "approbation du schema de coherence territoriale",
        "arret du schema de coherence territoriale",
    ];
    let bureau = dossier.seance.assemblee.as_deref().map(passages::plat);
    if !bureau.is_some_and(|b| b.contains("bureau")) {
        return;
    }
    let acte = &dossier.deliberation;
    let sure = affaire::budget_primitif(acte).or_else(|| affaire::compte_administratif(acte));
    let (found, severite) = match sure {
        Some(found) => (found, Severite::Erreur),
        None => match passages::objet(acte).iter().find_map(|p| p.find(PROBABLES)) {
            Some(found) => (found, Severite::Avertissement),
            None => return,
        },
    };
    out.push(
        regle
            .constat(
                found.lieu,
                "cette matière ne peut être déléguée au bureau : le conseil en délibère",
            )
            .au_plus(severite)
            .etiquette("matière réservée au conseil")
            .aide("inscrivez l’affaire à l’ordre du jour du conseil"),
    );
}
