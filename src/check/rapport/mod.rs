//! The report of a verification: what a person reads and files, whatever it is printed on.

mod extrait;
mod html;
mod identite;
mod portee;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Compte, Verification};
use crate::model::{Collectivite, Severite};
use crate::read::Diagnostic;

pub use extrait::Extrait;
pub use html::html;
pub use identite::{ActeIdentifie, Identite};
pub use portee::{Ecartee, Portee};

/// The report (*rapport*) of what was verified.
#[derive(Debug, Clone)]
pub struct Rapport {
    /// Each folder, in the order in which they were given.
    pub dossiers: Vec<DossierVerifie>,
}

/// What is reported of a folder (*dossier vérifié*).
#[derive(Debug, Clone)]
pub struct DossierVerifie {
    /// The folder, as a person would type it.
    pub dossier: String,
    /// Whose act or sitting it is, when it reads.
    pub identite: Option<Identite>,
    /// Whether an error remains.
    pub bloque: bool,
    /// How many findings there are.
    pub compte: Compte,
    /// What is to be looked at, piece by piece.
    pub parties: Vec<Partie>,
    /// What is set aside, with its reason.
    pub ignores: Vec<Constate>,
    /// What was verified and what was not; nothing for a folder that does not read.
    pub portee: Option<Portee>,
    /// What the command left out, a sentence each.
    pub filtre: Vec<String>,
}

/// The findings of a piece (*partie*).
#[derive(Debug, Clone)]
pub struct Partie {
    /// The rank of its act among [`Identite::actes`], for a sitting.
    pub acte: Option<usize>,
    /// The piece.
    pub piece: PieceLue,
    /// What was found in it, the most serious first.
    pub constats: Vec<Constate>,
}

/// A piece of a dossier, as one speaks of it (*pièce lue*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names are those of the pieces")]
pub enum PieceLue {
    Deliberation,
    Seance,
    Collectivite,
    Programme,
    Fiches,
    Budget,
    Autre,
}

impl PieceLue {
    /// How it is called.
    #[must_use]
    pub fn nom(self) -> &'static str {
        match self {
            Self::Deliberation => "La délibération",
            Self::Seance => "La séance",
            Self::Collectivite => "La collectivité",
            Self::Programme => "Le programme",
            Self::Fiches => "Les fiches actions",
            Self::Budget => "L’annexe budgétaire",
            Self::Autre => "Les autres fichiers",
        }
    }

    /// The piece that a file belongs to, by its name in its own folder.
    fn of(fichier: &str) -> Self {
        let name = fichier.rsplit('/').next().unwrap_or(fichier);
        match name {
            _ if fichier.starts_with("fiches/") || fichier == "fiches" => Self::Fiches,
            "deliberation.toml" => Self::Deliberation,
            "seance.toml" | "assemblee.toml" => Self::Seance,
            "collectivite.toml" => Self::Collectivite,
            "programme.toml" => Self::Programme,
            "budget.toml" => Self::Budget,
            _ => Self::Autre,
        }
    }
}

/// A finding as it is reported (*constaté*): words that can be printed anywhere.
#[derive(Debug, Clone)]
pub struct Constate {
    /// Its code.
    pub code: &'static str,
    /// Its name.
    pub nom: &'static str,
    /// How serious it is.
    pub severite: Severite,
    /// What is wrong.
    pub message: String,
    /// Where, then the other places that make it wrong.
    pub extraits: Vec<Extrait>,
    /// The article of law.
    pub base: Option<&'static str>,
    /// What to do about it.
    pub aide: Option<String>,
    /// Who sets it aside, « deliberation.toml », and why.
    pub ignore: Option<(String, String)>,
}

impl Rapport {
    /// The report of some folders.
    #[must_use]
    pub fn new(verifications: &[Verification]) -> Self {
        Self { dossiers: verifications.iter().map(DossierVerifie::new).collect() }
    }

    /// Its title.
    pub const TITRE: &str = "Rapport de vérification";

    /// What it is about, « Délibération n° C-12-05-01 », « 3 dossiers »; empty for one folder that does not read.
    #[must_use]
    pub fn objet(&self) -> String {
        match self.dossiers.as_slice() {
            [one] => one.identite.as_ref().map(|i| capital(&i.titre())).unwrap_or_default(),
            several => super::compte::plural(several.len(), "dossier", "dossiers"),
        }
    }

    /// Both, for a heading that stands alone.
    #[must_use]
    pub fn titre(&self) -> String {
        match self.objet().as_str() {
            "" => Self::TITRE.to_owned(),
            objet => format!("{} – {objet}", Self::TITRE),
        }
    }

    /// Whose paper it is printed on: that of the authority of every folder that reads; nobody's when they have several.
    #[must_use]
    pub fn collectivite(&self) -> Option<&Arc<Collectivite>> {
        let mut all = self.dossiers.iter().filter_map(|d| Some(&d.identite.as_ref()?.collectivite));
        let first = all.next()?;
        all.all(|c| c.nom == first.nom).then_some(first)
    }

    /// The program that made it.
    #[must_use]
    pub fn outil() -> &'static str {
        concat!("Délibéré ", env!("CARGO_PKG_VERSION"))
    }
}

impl DossierVerifie {
    fn new(of: &Verification) -> Self {
        let identite = of.sujet.as_ref().map(Identite::new);
        let mut parties: BTreeMap<(Option<usize>, PieceLue), Vec<Constate>> = BTreeMap::new();
        let mut ignores = Vec::new();
        for d in &of.diagnostics {
            let constate = Constate::new(d, of);
            if constate.ignore.is_some() {
                ignores.push(constate);
                continue;
            }
            parties.entry(place(d, of, identite.as_ref())).or_default().push(constate);
        }
        let parties = parties
            .into_iter()
            .map(|((acte, piece), mut constats)| {
                constats.sort_by_key(|c| std::cmp::Reverse(c.severite));
                Partie { acte, piece, constats }
            })
            .collect();
        Self {
            dossier: extrait::visible(&of.dossier),
            identite,
            bloque: of.bloque(),
            compte: of.compte(),
            parties,
            ignores,
            portee: of.sujet.as_ref().map(Portee::new),
            filtre: filtre(of),
        }
    }

    /// What comes of it, in a sentence.
    #[must_use]
    pub fn verdict(&self) -> String {
        let count = self.compte.constats();
        match (self.identite.is_some(), self.bloque) {
            (false, _) => format!("Le dossier ne se lit pas : {count}"),
            (true, true) => format!("À corriger : {count}"),
            (true, false) if count.is_empty() => "Aucun constat".to_owned(),
            (true, false) => format!("Aucune erreur. À relire : {count}"),
        }
    }
}

/// The act and the piece that a finding is reported in.
fn place(
    d: &Diagnostic,
    of: &Verification,
    identite: Option<&Identite>,
) -> (Option<usize>, PieceLue) {
    // A text that stands in a file of its own belongs to the piece that names it.
    let named = |fichier: &str| of.sources.nommant(fichier).map(str::to_owned);
    let fichier = named(&d.place.fichier).unwrap_or_else(|| d.place.fichier.clone());
    let folders = identite.map_or(&[][..], |i| &i.actes);
    let own = folders.iter().enumerate().find_map(|(i, acte)| {
        let rest = fichier.strip_prefix(acte.dossier.as_deref()?)?.strip_prefix('/')?;
        Some((i, rest.to_owned()))
    });
    match own {
        Some((acte, rest)) => (Some(acte), PieceLue::of(&rest)),
        None => (None, PieceLue::of(&fichier)),
    }
}

/// What the command left out.
fn filtre(of: &Verification) -> Vec<String> {
    let mut out = Vec::new();
    if of.filtre.severite > Severite::Information {
        let known = Severite::ALL.iter().find(|(s, ..)| *s == of.filtre.severite);
        let word = known.map_or("", |(_, mot, _)| mot);
        let tus = match of.tus {
            0 => "aucun constat n’est tu".to_owned(),
            1 => "un constat moins grave est tu".to_owned(),
            n => format!("{n} constats moins graves sont tus"),
        };
        out.push(format!("La commande demande « --severite {word} » : {tus}."));
    }
    let tenaces = of.tenaces();
    for code in &of.filtre.ignorer {
        let code = extrait::visible(code);
        let suite = match tenaces.contains(&code.as_str()) {
            true => " ; l’erreur reste, car seul le dossier peut en ignorer une, avec sa raison",
            false => "",
        };
        out.push(format!("La commande demande « --ignorer {code} »{suite}."));
    }
    out
}

impl Constate {
    fn new(d: &Diagnostic, of: &Verification) -> Self {
        Self {
            code: d.code,
            nom: d.nom,
            severite: d.severite,
            message: extrait::visible(&d.message),
            extraits: d.places().map(|p| Extrait::new(p, of)).collect(),
            base: d.base,
            aide: d.aide.as_deref().map(extrait::visible),
            ignore: d.ignore.as_ref().map(|i| {
                let par = i.lieu.as_ref().map_or_else(
                    || "la commande".to_owned(),
                    |l| extrait::visible(&of.chemin(&of.sources.place(l, "").fichier)),
                );
                (par, extrait::visible(&i.motif))
            }),
        }
    }
}

/// With a capital first letter.
fn capital(texte: &str) -> String {
    let mut chars = texte.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
