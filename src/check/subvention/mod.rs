//! Rules of subsidies, and what tells a private subsidy in the words of a dossier.
//!
//! `[[subventions]]` says who receives; without it, a subsidy is known by the chapter of its line and by its words. What
//! the words do not say is left alone.

mod aide_entreprise;
mod donnees_essentielles;
mod engagement_republicain;
mod sans_convention;

pub(super) use aide_entreprise::AIDE_ENTREPRISE;
pub(super) use donnees_essentielles::DONNEES_ESSENTIELLES;
pub(super) use engagement_republicain::ENGAGEMENT_REPUBLICAIN;
pub(super) use sans_convention::SANS_CONVENTION;

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::mots::{self, Mots};
use crate::model::{Action, Dossier, IdAction, Lieu, Ligne, Montant, Sens, Subvention};

/// Words that name public bodies.
pub(super) const PUBLICS: &[&str] = &[
    "etat",
    "region*",
    "regional*",
    "departement*",
    "commune",
    "communes",
    "communaute",
    "communautes",
    "metropole*",
    "ville",
    "villes",
    "agglomeration*",
    "collectivite*",
    "intercommunalite*",
    "epci",
    "syndicat*",
    "ccas",
    "cias",
    "centre communal*",
    "centre intercommunal*",
    "budget annexe",
    "budgets annexes",
    "budget principal",
    "regie",
    "regies",
    "epic",
    "sivu",
    "sivom",
    "petr",
    "caisse des depots",
    "banque des territoires",
    "ademe",
    "agence de*",
    "agence nationale*",
    "agence regionale*",
    "europe",
    "europeen*",
    "union europeenne",
    "feder",
    "feader",
    "fse",
    "leader",
    "anru",
    "anah",
    "caf",
    "caisse d allocations*",
    "caisse nationale*",
    "msa",
    "cnsa",
    "prefecture*",
    "ministere*",
    "drac",
    "dreal",
    "dsil",
    "detr",
    "etablissement public",
    "etablissements publics",
    "college*",
    "lycee*",
    "ecole*",
    "universite*",
    "hopital*",
    "centre hospitalier*",
    "office public",
    "office de tourisme",
    "sdis",
    "parc naturel*",
    "chambre de*",
];

/// Words by which a decision gives to a public body, whatever that body does with it.
const VERS_UN_PUBLIC: &[&str] = &[
    "au ccas",
    "au cias",
    "au centre communal*",
    "au centre intercommunal*",
    "au budget*",
    "a la regie*",
    "a la caisse des ecoles",
    "a l office*",
    "au syndicat*",
    "au sivu",
    "au sivom",
    "a la commune",
    "aux communes",
    "a la communaute*",
    "au departement*",
    "a la region",
    "a l etat",
    "au college*",
    "au lycee*",
];

/// Words by which a decision gives to one private body.
const VERS_UN_PRIVE: &[&str] = &[
    "a l association",
    "a la fondation",
    "a la societe",
    "a l entreprise",
    "a la sarl",
    "a la sas",
    "a la scop",
    "a la scic",
];

/// Words by which a decision gives to several, or says what several receive together.
const ENSEMBLE: &[&str] = &[
    "aux association*",
    "aux entreprise*",
    "aux societe*",
    "aux fondation*",
    "total*",
    "enveloppe*",
    "global*",
    "ensemble des",
];

/// Words of a subsidy that is asked for, received, refused or given back.
const AUTRE_SENS: &[&str] = &[
    "sollicit*",
    "demande de subvention*",
    "demandes de subvention*",
    "demander",
    "aupres de*",
    "aupres du",
    "aupres des",
    "percev*",
    "percoit",
    "recevoir",
    "encaisser",
    "accordee par",
    "versee par",
    "attribuee par",
    "accordees par",
    "rejett*",
    "rejet",
    "refus*",
    "annul*",
    "reversement*",
    "rembours*",
];

/// Words that name private bodies.
const PRIVES: &[&str] = &[
    "association*",
    "fondation*",
    "entreprise*",
    "societe*",
    "sarl",
    "sas",
    "scop",
    "scic",
    "cooperative*",
    "mutuelle*",
    "federation*",
    "club*",
    "comite des fetes",
    "organisme* prive*",
    "porteurs de projets",
];

/// Words that name persons or households: a subsidy to them is not one to a body.
const PERSONNES: &[&str] = &[
    "menage*",
    "habitant*",
    "particulier*",
    "famille*",
    "eleve*",
    "etudiant*",
    "proprietaire*",
    "agents",
];

/// Words by which a line says that it is a subsidy.
const AIDES: &[&str] = &[
    "subvention*",
    "soutien*",
    "aide",
    "aides",
    "appel a projet*",
    "appels a projet*",
    "concours financier*",
];

/// The threshold beyond which a convention is due, in euros (decree n° 2001-495, art. 1).
const SEUIL: i32 = 23_000;

fn seuil() -> Decimal {
    Decimal::from(SEUIL)
}

/// Reads the lines of a budget: what they say, and whether they are private subsidies.
pub(super) struct Lecteur<'a>(HashMap<&'a IdAction, &'a Action>);

impl<'a> Lecteur<'a> {
    pub(super) fn new(dossier: &'a Dossier) -> Self {
        let actions = dossier.programme.iter().flat_map(|p| &p.actions);
        Self(actions.map(|a| (&a.id, a)).collect())
    }

    /// The words of a line; the label of its action in the budget when it has none of its own.
    fn said(&self, ligne: &Ligne) -> Mots {
        let own = [&ligne.libelle, &ligne.detail];
        let mut words: Vec<&str> = own.into_iter().flatten().map(String::as_str).collect();
        if words.is_empty()
            && let Some(action) = ligne.action.as_ref().and_then(|id| self.0.get(id))
        {
            words.push(action.libelles.budget.as_deref().unwrap_or(&action.libelle));
        }
        Mots::new(&words.join(" "))
    }

    /// Whether a line is a subsidy that may go to a private body: by its chapter and its words.
    pub(super) fn privee(&self, ligne: &Ligne) -> bool {
        // Without chapter, its words alone tell.
        let chapter =
            ligne.chapitre.as_deref().is_none_or(|c| c.starts_with("65") || c.starts_with("204"));
        if ligne.sens != Sens::Depense || !chapter {
            return false;
        }
        let words = self.said(ligne);
        words.un_de(AIDES)
            && !words.un_de(PERSONNES)
            && (!words.un_de(PUBLICS) || words.un_de(PRIVES))
    }
}

/// An amount that a line or a decision gives to a private body.
struct Aide<'a> {
    lieu: Lieu,
    montant: Decimal,
    mots: Mots,
    /// The budget year, for a line.
    exercice: Option<String>,
    /// Whether several receive it together.
    partagee: bool,
    /// The grant that says so, when the act has it.
    subvention: Option<&'a Subvention>,
}

impl Aide<'_> {
    /// Whether one body may receive more than the threshold.
    fn depasse(&self) -> bool {
        self.montant > seuil() && !self.partagee
    }
}

/// The subsidies to private bodies: the grants of the act, the cells of the lines, the amounts of the decisions.
///
/// Once the act says who receives what, its sentences are not guessed at any more, nor are the lines that those grants
/// explain.
fn aides(dossier: &Dossier) -> Vec<Vec<Aide<'_>>> {
    let mut out: Vec<Vec<Aide<'_>>> = granted(dossier);
    let subventions = &dossier.deliberation.subventions;
    let explained: Montant = subventions.iter().map(|s| s.montant).sum();
    let reader = Lecteur::new(dossier);
    if let Some(budget) = &dossier.budget {
        for (i, ligne) in budget.lignes.iter().enumerate().filter(|(_, l)| reader.privee(l)) {
            let cells = ligne.montants.iter().zip(&budget.exercices).enumerate();
            let aides = cells.filter_map(|(j, (cell, year))| {
                let montant = (*cell)?;
                (subventions.is_empty() || montant > explained).then_some(Aide {
                    lieu: Lieu::new("budget.toml", format!("lignes[{i}].montants[{j}]")),
                    montant: montant.decimal(),
                    mots: reader.said(ligne),
                    exercice: Some(year.to_string()),
                    partagee: false,
                    subvention: None,
                })
            });
            out.push(aides.collect());
        }
    }
    // 7.5.1: subsidies that the authority asks for.
    let asked = dossier.deliberation.matiere.as_ref();
    if !subventions.is_empty() || asked.is_some_and(|m| m.niveaux().starts_with(&[7, 5, 1])) {
        return out;
    }
    for (chemin, verbe, texte) in mots::decisions(dossier) {
        for phrase in texte.split(['\n', ';']).flat_map(|p| p.split(". ")) {
            let words = Mots::new(&format!("{verbe} {phrase}"));
            if !words.un_de(&["subvention*", "aide financiere", "concours financier"])
                || !words.un_de(&[
                    "association*",
                    "fondation*",
                    "societe*",
                    "sarl",
                    "sas",
                    "scop",
                    "scic",
                    "entreprise*",
                ])
                || words.un_de(AUTRE_SENS)
                || words.un_de(VERS_UN_PUBLIC) && !words.un_de(VERS_UN_PRIVE)
            {
                continue;
            }
            let shared = words.un_de(ENSEMBLE) && !words.un_de(VERS_UN_PRIVE);
            let lieu = |typed: &str| Lieu::new("deliberation.toml", chemin.as_str()).mots(typed, 0);
            let given = mots::montants(phrase).into_iter().map(|(typed, montant)| Aide {
                lieu: lieu(&typed),
                montant: montant.decimal(),
                mots: words.clone(),
                exercice: None,
                partagee: shared,
                subvention: None,
            });
            let given: Vec<Aide> = given.collect();
            if !given.is_empty() {
                out.push(given);
            }
        }
    }
    out
}

/// What the act grants to private bodies, all that one receives together: those that their number says private, else those
/// that their name does not say public.
fn granted(dossier: &Dossier) -> Vec<Vec<Aide<'_>>> {
    let subventions = &dossier.deliberation.subventions;
    let same = |a: &Subvention, b: &Subvention| {
        a.beneficiaire.trim() == b.beneficiaire.trim()
            || (a.siret.is_some() && a.siret == b.siret)
            || (a.rna.is_some() && a.rna == b.rna)
    };
    let mut out = Vec::new();
    for (i, subvention) in subventions.iter().enumerate() {
        let mots = Mots::new(&subvention.beneficiaire);
        let privee = subvention.privee().unwrap_or(!mots.un_de(PUBLICS) || mots.un_de(PRIVES));
        if !privee || subventions[..i].iter().any(|s| same(s, subvention)) {
            continue;
        }
        let all = subventions[i..].iter().filter(|s| same(s, subvention));
        let share = |s: &Subvention| s.montant.decimal() * Decimal::new(s.part.into(), 2);
        out.push(vec![Aide {
            lieu: Lieu::new("deliberation.toml", format!("subventions[{i}].montant")),
            montant: all.map(share).sum(),
            mots,
            exercice: None,
            partagee: false,
            subvention: Some(subvention),
        }]);
    }
    out
}

/// Whether the act speaks of a convention.
fn convention(acte: &Mots) -> bool {
    acte.un_de(&["convention", "conventions"])
}
