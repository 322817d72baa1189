//! A nomination that is not voted by ballot.

use super::voix;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, affaire, genres, passages};
use crate::compute::Comptes;
use crate::model::{Constat, Deliberation, Dossier, Scrutin, Severite};

pub(in crate::check) static NOMINATION_SANS_SECRET: Regle = Regle {
    code: "VOTE-05",
    nom: "nomination-sans-secret",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(1996, 2, 24),
    genres: genres::COMMUNES_ET_GROUPEMENTS,
    base: Some("CGCT, art. L. 2121-21"),
    lecture: Lecture::Lu2008(true),
    reserve: Some(
        "L’alinéa qui dispense de vote une candidature unique a été ajouté après 2008 ; il est \
         connu de mémoire.",
    ),
    doc: "Une nomination ou une présentation se vote au scrutin secret, sauf si l’assemblée \
          décide à l’unanimité de ne pas y procéder, ou si un texte en dispose autrement. Un vote \
          qui pourvoit un poste (« poste ») dit donc pourquoi il n’est pas secret, dans « motif » \
          ; à défaut de « poste », un acte dont l’objet désigne un représentant, un délégué ou un \
          membre n’est qu’averti. La nomination d’un agent, le nom d’une rue ne sont pas des \
          élections ; `matiere`, si elle est donnée, le dit mieux que les mots.",
    exemple: Exemple {
        faux: "[vote]\nposte = \"délégué au syndicat des eaux\"",
        juste: "[vote]\nposte = \"délégué au syndicat des eaux\"\nmotif = \"le conseil ayant décidé à l’unanimité de ne pas procéder au scrutin secret\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let (Some(vote), Some(counted)) = (&dossier.deliberation.vote, &comptes.vote) else { return };
    if counted.scrutin == Scrutin::Secret || vote.motif.is_some() || !affaire::pleniere(dossier) {
        return;
    }
    if dit(&dossier.deliberation) {
        return;
    }
    let constat = if vote.poste.is_some() {
        regle
            .constat(voix::acte("poste"), "une nomination se vote au scrutin secret")
            .etiquette("scrutin non secret")
    } else if let Some(found) = nomination(dossier) {
        regle
            .constat(found, "une nomination se vote au scrutin secret, et ce vote ne l’est pas")
            .au_plus(Severite::Avertissement)
            .etiquette("une nomination ?")
    } else {
        return;
    };
    out.push(constat.aide(
        "écrivez scrutin = \"secret\", ou dites pourquoi il ne l’est pas : motif = \"le conseil ayant décidé à \
         l’unanimité de ne pas procéder au scrutin secret\"",
    ));
}

/// Whether the act says how the vote was taken, or why it needed none.
pub(super) fn dit(acte: &Deliberation) -> bool {
    const DITS: &[&str] = &[
        "scrutin secret",
        "a main levee",
        "bulletin secret",
        "bulletins secrets",
        "une seule candidature",
        "une seule liste",
        "candidature unique",
        "seul candidat",
        "seule candidate",
        "prend effet immediatement",
        "prennent effet immediatement",
    ];
    passages::textes(acte).iter().any(|p| p.has(DITS))
}

/// The words by which the act names somebody to sit or to hold an office: not an agent, not a street.
fn nomination(dossier: &Dossier) -> Option<crate::model::Lieu> {
    const OBJETS: &[&str] = &[
        "designation d'un representant",
        "designation d'une representante",
        "designation du representant",
        "designation des representants",
        "designation de representants",
        "designation d'un delegue",
        "designation d'une deleguee",
        "designation du delegue",
        "designation des delegues",
        "designation de delegues",
        "designation des membres",
        "nomination d'un representant",
        "nomination des representants",
        "nomination de representants",
        "nomination d'un delegue",
        "nomination des delegues",
        "nomination de delegues",
        "nomination des membres",
        "nomination d'un conseiller",
        "nomination d'une conseillere",
    ];
    // An agent is named by the executive, a place is given a name, a body appoints from outside the assembly.
    const AUTRES: &[&str] = &[
        "agent",
        "agents",
        "recenseur",
        "recenseurs",
        "recensement",
        "coordonnateur",
        "coordonnatrice",
        "coordonnateurs",
        "regisseur",
        "regisseuse",
        "regisseurs",
        "rue",
        "rues",
        "voie",
        "voies",
        "place",
        "places",
        "personnel",
        "prestataire",
        "delegue a la protection des donnees",
        "deleguee a la protection des donnees",
    ];
    let acte = &dossier.deliberation;
    // 5 is the life of institutions, 1.7 the commissions of public contracts; 4 is the staff, 3 and 9 are places.
    if !affaire::matiere(acte, &[&[5], &[1, 7]]) {
        return None;
    }
    let objet = passages::objet(acte);
    if objet.iter().any(|p| p.has(AUTRES)) {
        return None;
    }
    objet.iter().find_map(|p| p.find(OBJETS)).map(|t| t.lieu)
}
