//! What an act is about, as far as its words tell: some matters have rules of their own.
//!
//! A rule that rests on words alone says less than one that rests on a declared fact: see each of them. The classification
//! of the act (`matiere`), when it is given, comes first: words that it belies are not looked at.

use super::passages::{self, Trouve};
use crate::model::{Conseiller, Deliberation, Dossier, Etat, GenreCollectivite, Lieu, Majorite};

const COMPTES: &[&str] =
    &["compte administratif", "comptes administratifs", "compte financier unique"];
/// Bodies whose accounts are not those of the executive.
const AUTRUI: &[&str] = &[
    "du syndicat",
    "du sivu",
    "du sivom",
    "du ccas",
    "du centre",
    "du delegataire",
    "de l'association",
    "de l'office",
    "de la societe",
    "de la spl",
    "de la sem",
];
const VOTES: &[&str] = &["approbation", "adoption", "vote", "arret", "examen", "presentation"];

/// The words that say that the act votes the accounts of the executive, in its object.
///
/// « Affectation du résultat du compte administratif » is another matter: the words must open a segment, or follow the
/// name of a vote.
pub(super) fn compte_administratif(acte: &Deliberation) -> Option<Trouve> {
    if !matiere(acte, &[&[7]]) {
        return None;
    }
    passages::objet(acte).iter().find_map(|p| {
        let found = p.find(COMPTES)?;
        let before = p.plat()[..found.debut].trim();
        let opens = ["", "le", "les"].contains(&before);
        let words: Vec<&str> = before.split([' ', '\'']).collect();
        let voted = words.len() <= 3 && words.first().is_some_and(|w| VOTES.contains(w));
        let after = p.plat()[found.fin..].trim_start();
        let others = AUTRUI.iter().any(|w| after.starts_with(w));
        ((opens || voted) && !others).then_some(found)
    })
}

/// The words that say that the act votes a budget, in its object.
///
/// What prepares it, what spends before it, what changes it is another matter.
pub(super) fn budget_primitif(acte: &Deliberation) -> Option<Trouve> {
    const AUTRES: &[&str] = &[
        "orientation",
        "orientations",
        "avant le vote",
        "avant l'adoption",
        "autorisation",
        "autorisations",
        "decision modificative",
        "decisions modificatives",
        "preparation",
        "execution",
        "creation",
        "rapport",
        "subvention",
    ];
    let objet = passages::objet(acte);
    if !matiere(acte, &[&[7]]) || objet.iter().any(|p| p.has(AUTRES)) {
        return None;
    }
    objet.iter().find_map(|p| p.find(&["budget primitif", "budgets primitifs"]))
}

/// Whether the classification of the act (*matière*) is one of those, given by their first numbers, or is not given.
pub(super) fn matiere(acte: &Deliberation, admises: &[&[u8]]) -> bool {
    let given = acte.matiere.as_ref();
    given.is_none_or(|m| admises.iter().any(|a| m.niveaux().starts_with(a)))
}

/// The words by which the act says what is of *intérêt communautaire*, and not only cites it.
pub(super) fn interet_communautaire(acte: &Deliberation) -> Option<Trouve> {
    const OBJETS: &[&str] = &[
        "declaration d'interet communautaire",
        "declaration de l'interet communautaire",
        "definition de l'interet communautaire",
        "definition d'interet communautaire",
        "determination de l'interet communautaire",
        "modification de l'interet communautaire",
        "extension de l'interet communautaire",
        "reconnaissance d'interet communautaire",
        "reconnaissance de l'interet communautaire",
    ];
    const DEMANDES: &[&str] = &["propos", "sollicit", "emet", "invit", "demand", "prend acte"];
    const VERBES: &[&str] = &["declare", "defini", "determin", "reconna", "modifi"];
    const ARTICLES: &[&str] = &[
        "est declare d'interet communautaire",
        "est declaree d'interet communautaire",
        "sont declares d'interet communautaire",
        "sont declarees d'interet communautaire",
        "est reconnu d'interet communautaire",
        "est reconnue d'interet communautaire",
        "sont reconnus d'interet communautaire",
        "sont reconnues d'interet communautaire",
        "l'interet communautaire est defini",
    ];
    let decided = passages::dispositif(acte).into_iter().find_map(|d| {
        let opens = ["d'interet communautaire", "l'interet communautaire"]
            .into_iter()
            .find(|w| d.texte.plat().trim_start().starts_with(w));
        match opens {
            Some(words) if VERBES.iter().any(|v| d.verbe.starts_with(v)) => d.texte.find(&[words]),
            _ => d.texte.find(ARTICLES),
        }
    });
    decided.or_else(|| {
        // What is proposed to others, or asked of them, is not decided here.
        let asked = passages::dispositif(acte).iter().any(|d| {
            DEMANDES
                .iter()
                .any(|v| d.verbe.starts_with(v) || d.texte.plat().trim_start().starts_with(v))
                || d.texte.has(&["propose aux conseils municipaux", "propose aux communes"])
        });
        passages::objet(acte).iter().filter(|_| !asked).find_map(|p| p.find(OBJETS))
    })
}

/// Whether the act defines what is of *intérêt communautaire*: its vote declares that majority, or its words say so.
pub(super) fn declare_interet_communautaire(acte: &Deliberation) -> bool {
    acte.vote.as_ref().is_some_and(|v| v.majorite == Majorite::InteretCommunautaire)
        || interet_communautaire(acte).is_some()
}

/// Where the act says that it is an intervention in favour of enterprises: its classification, else its object.
pub(super) fn intervention_economique(acte: &Deliberation) -> Option<Lieu> {
    const INTERVENTIONS: &[&[u8]] = &[&[7, 4]];
    const MOTS: &[&str] = &[
        "developpement economique",
        "intervention economique",
        "interventions economiques",
        "aide economique",
        "aides economiques",
        "aide aux entreprises",
        "aides aux entreprises",
        "soutien aux entreprises",
        "immobilier d'entreprise",
    ];
    match &acte.matiere {
        Some(_) => matiere(acte, INTERVENTIONS).then(|| Lieu::new("deliberation.toml", "matiere")),
        None => passages::objet(acte).iter().find_map(|p| p.find(MOTS)).map(|t| t.lieu),
    }
}

/// Whether the assembly has come to the act: its point was neither withdrawn nor postponed.
pub(super) fn examinee(dossier: &Dossier) -> bool {
    let point = dossier.point.and_then(|p| dossier.seance.points.get(p));
    point.is_none_or(|p| p.sort.examine())
}

/// Whether the act is a draft whose sitting is not described yet: what is to come may be recalled, once.
pub(super) fn a_preparer(dossier: &Dossier, etat: Etat) -> bool {
    let seance = &dossier.seance;
    etat == Etat::Projet && seance.convocation.is_none() && seance.presences.is_none()
}

/// Whether the assembly itself sits, and not its bureau or a commission, which its own rules govern.
pub(super) fn pleniere(dossier: &Dossier) -> bool {
    let other = dossier.seance.assemblee.as_deref().map(passages::plat);
    other.is_none_or(|nom| !nom.contains("bureau") && !nom.contains("commission"))
}

/// Whether the authority is a commune of Bas-Rhin, Haut-Rhin or Moselle (CGCT, L. 2541-1).
pub(super) fn alsace_moselle(dossier: &Dossier) -> bool {
    let departement = dossier.collectivite.departement.as_deref().map(passages::plat);
    dossier.collectivite.genre == GenreCollectivite::Commune
        && departement.is_some_and(|d| ["bas-rhin", "haut-rhin", "moselle"].contains(&d.trim()))
}

/// The executive, when it is a member that the sitting names.
pub(super) fn executif(dossier: &Dossier) -> Option<&Conseiller> {
    let executif = &dossier.collectivite.executif;
    let nom = passages::plat(executif.nom.as_deref()?);
    let prenom = executif.prenom.as_deref().map(passages::plat);
    let mut same = dossier.seance.conseillers.iter().filter(|c| {
        let first = c.prenom.as_deref().map(passages::plat);
        let whole = format!("{} {}", first.as_deref().unwrap_or(""), passages::plat(&c.nom));
        whole.trim() == nom
            || passages::plat(&c.nom) == nom
                && (prenom.is_none() || first.is_none() || first == prenom)
    });
    let one = same.next();
    one.filter(|_| same.next().is_none())
}
