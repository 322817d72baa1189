//! The act that changes an earlier one, drafted from the two states of the programme.
//!
//! ```text
//! enonce       one decision, sayable as a verb, as an article and as a proposal
//! noms         how acts, actions, sheets, lines and amounts are named in a sentence
//! dispositif   what is decided: one paragraph for each kind of change
//!   actions      added, ended, renamed, moved; their sheets
//!   calendrier   measures and stages, and the rest of the programme
//!   montants     lines and totals
//!   presence     a programme or an annex that is new, or no more
//!   autorisations  authorisations over several years, how the annex is presented
//!   rectification  a material error, « au lieu de …, lire … »
//! expose       what was adopted, what is proposed, what it costs
//! annexes      the comparative table, and the sheets that changed
//! comparaison  the same and all that changed, between any two acts
//! texte_acte   the text of an act, part by part, beside that of another one
//! reprise      the paragraphs that the drafter wrote instead
//! ```

mod actions;
mod annexes;
mod autorisations;
mod calendrier;
mod comparaison;
mod dispositif;
mod enonce;
mod expose;
mod montants;
mod noms;
mod presence;
mod rectification;
mod reprise;
mod texte_acte;

use std::borrow::Cow;

use crate::diff::{Ecarts, Sommes, diff, sommes};
use crate::model::{
    ActeAnterieur, ArticleDispositif, Decision, Dispositif, Dossier, DossierSeance, Effet,
    FormeDispositif, Paragraphe, Texte,
};
pub use annexes::{fiches_modifiees, tableau_comparatif};
pub use autorisations::{Mention, MontantAutorise, mentions, montants_autorises};
pub use comparaison::{Comparatif, Partie, comparatif};
pub use enonce::Enonce;
pub use noms::{acte, action, ligne_seule, publiee};
pub use reprise::{Cite, cites};
pub use texte_acte::{PartieActe, textes};

/// The two states from which an act is drafted.
#[derive(Debug)]
pub(crate) struct Etats<'a> {
    /// The act that is drafted.
    dossier: &'a Dossier,
    /// The earlier act whose programme is compared.
    base: &'a Dossier,
    /// What changed.
    ecarts: Ecarts<'a>,
    /// What it comes to.
    sommes: Sommes,
}

impl<'a> Etats<'a> {
    /// Nothing when no earlier act was read from its folder.
    fn of(dossier: &'a Dossier) -> Option<Self> {
        let d = &dossier.deliberation;
        let read = |a: &&'a ActeAnterieur| a.acte.is_some();
        let kept = |a: &&'a ActeAnterieur| a.effet != Effet::Abroge;
        let anterieurs = || d.actes_anterieurs.iter().filter(read);
        let base = anterieurs().find(kept).or_else(|| anterieurs().next())?.acte.as_deref()?;
        Some(Self::between(base, dossier))
    }

    /// Any two acts.
    fn between(base: &'a Dossier, dossier: &'a Dossier) -> Self {
        Self {
            dossier,
            base,
            ecarts: diff(base, dossier),
            sommes: sommes(base.budget.as_ref(), dossier.budget.as_ref()),
        }
    }

    fn has(&self, effet: Effet) -> bool {
        self.dossier.deliberation.actes_anterieurs.iter().any(|a| a.effet == effet)
    }
}

/// A paragraph of an act that changes another one (*paragraphe rédigé*).
#[derive(Debug, Clone, PartialEq)]
pub struct Redige {
    /// Which one.
    pub paragraphe: Paragraphe,
    /// What the program says in it: one sentence or more; nothing when nothing changed of that kind.
    pub enonces: Vec<Enonce>,
    /// What the drafter wrote instead; an empty text leaves it out.
    pub reprise: Option<Texte>,
}

/// The paragraphs of an act that asks to be drafted, in its order; nothing for another act.
#[must_use]
pub fn paragraphes(dossier: &Dossier) -> Vec<Redige> {
    let Some(redaction) = &dossier.deliberation.redaction else { return Vec::new() };
    let Some(etats) = Etats::of(dossier) else { return Vec::new() };
    let decisions = dispositif::paragraphes(&etats);
    let mut out = Vec::new();
    for (paragraphe, _) in Paragraphe::ALL {
        let reprise = redaction.reprises.iter().find(|(p, _)| p == paragraphe);
        let enonces = match paragraphe {
            p if p.de_l_expose() => expose::paragraphe(&etats, *p, &decisions),
            p => decisions
                .iter()
                .filter(|(q, _)| q == p)
                .flat_map(|(_, e)| e.iter().cloned())
                .collect(),
        };
        let reprise = reprise.map(|(_, texte)| texte.clone());
        if !enonces.is_empty() || reprise.is_some() {
            out.push(Redige { paragraphe: *paragraphe, enonces, reprise });
        }
    }
    out
}

/// The act with what it asks to be drafted; the same one when it asks for nothing.
///
/// Its own statement of reasons comes after what was adopted and before what is proposed; its own decisions come last.
#[must_use]
pub fn completer(dossier: &Dossier) -> Cow<'_, Dossier> {
    let Some(redaction) = &dossier.deliberation.redaction else { return Cow::Borrowed(dossier) };
    let redige = paragraphes(dossier);
    let mut out = dossier.clone();
    let d = &mut out.deliberation;
    d.redaction = None;
    let own = std::mem::take(&mut d.expose.blocs);
    for p in redige.iter().filter(|p| p.paragraphe == Paragraphe::Rappel) {
        d.expose.blocs.extend(p.texte().blocs);
    }
    d.expose.blocs.extend(own);
    let after = |p: &&Redige| p.paragraphe.de_l_expose() && p.paragraphe != Paragraphe::Rappel;
    for p in redige.iter().filter(after) {
        d.expose.blocs.extend(p.texte().blocs);
    }
    let decided: Vec<&Redige> = redige.iter().filter(|p| !p.paragraphe.de_l_expose()).collect();
    d.dispositif = match forme(dossier, redaction.forme) {
        FormeDispositif::Verbes => verbes(dossier, &decided),
        FormeDispositif::Articles => articles(dossier, &decided),
    };
    Cow::Owned(out)
}

/// The same for all the acts of a sitting.
#[must_use]
pub fn completer_seance(seance: &DossierSeance) -> Cow<'_, DossierSeance> {
    if seance.actes.iter().all(|a| a.deliberation.redaction.is_none()) {
        return Cow::Borrowed(seance);
    }
    let mut out = seance.clone();
    for acte in &mut out.actes {
        *acte = completer(acte).into_owned();
    }
    Cow::Owned(out)
}

/// How the dispositif is laid out: as asked, as the act writes it itself, as the earlier act.
fn forme(dossier: &Dossier, asked: Option<FormeDispositif>) -> FormeDispositif {
    let of = |dispositif: &Dispositif| match dispositif {
        Dispositif::Verbes(v) => (!v.is_empty()).then_some(FormeDispositif::Verbes),
        Dispositif::Articles(v) => (!v.is_empty()).then_some(FormeDispositif::Articles),
    };
    let earlier = || {
        let acts = dossier.deliberation.actes_anterieurs.iter().filter_map(|a| a.acte.as_ref());
        acts.filter_map(|a| of(&a.deliberation.dispositif)).next()
    };
    of(&dossier.deliberation.dispositif)
        .or(asked)
        .or_else(earlier)
        .unwrap_or(FormeDispositif::Verbes)
}

/// The mood and the letters of the verbs that an authority is used to, seen in its decisions.
#[derive(Debug, Clone, Copy)]
struct Usage {
    infinitif: bool,
    minuscules: bool,
}

impl Usage {
    fn of(dossier: &Dossier) -> Self {
        let acts = dossier.deliberation.actes_anterieurs.iter().filter_map(|a| a.acte.as_deref());
        let verbs: Vec<&str> = std::iter::once(dossier)
            .chain(acts)
            .filter_map(|d| match &d.deliberation.dispositif {
                Dispositif::Verbes(v) if !v.is_empty() => Some(v),
                _ => None,
            })
            .flatten()
            .map(|d| d.verbe.trim())
            .collect();
        let all = |is: &dyn Fn(&str) -> bool| !verbs.is_empty() && verbs.iter().all(|v| is(v));
        let first = |v: &str| v.split_whitespace().next().unwrap_or("").to_lowercase();
        Self {
            infinitif: all(&|v| ["er", "ir", "re", "oir"].iter().any(|e| first(v).ends_with(e))),
            minuscules: all(&|v| v.chars().next().is_some_and(char::is_lowercase)),
        }
    }

    fn verbe(self, enonce: &Enonce) -> String {
        // « d’annuler et de remplacer », but « décide de : annuler et remplacer ».
        let infinitif = enonce.infinitif.replace(" et de ", " et ");
        let verbe = if self.infinitif { &infinitif } else { enonce.present };
        if self.minuscules { verbe.to_owned() } else { verbe.to_uppercase() }
    }
}

fn verbes(dossier: &Dossier, decided: &[&Redige]) -> Dispositif {
    let usage = Usage::of(dossier);
    let mut out = Vec::new();
    for p in decided {
        match (&p.reprise, p.enonces.first()) {
            (Some(texte), _) if texte.is_empty() => {}
            (Some(texte), first) => {
                let verbe =
                    first.map_or_else(|| usage.verbe(&Enonce::decide()), |e| usage.verbe(e));
                out.push(Decision { verbe, texte: texte.clone() });
            }
            (None, _) => out.extend(
                p.enonces.iter().map(|e| Decision { verbe: usage.verbe(e), texte: e.suite() }),
            ),
        }
    }
    if let Dispositif::Verbes(own) = &dossier.deliberation.dispositif {
        out.extend(own.iter().cloned());
    }
    Dispositif::Verbes(out)
}

fn articles(dossier: &Dossier, decided: &[&Redige]) -> Dispositif {
    let mut texts = Vec::new();
    for p in decided {
        match &p.reprise {
            Some(texte) if texte.is_empty() => {}
            Some(texte) => texts.push(texte.clone()),
            None => texts.extend(p.enonces.iter().map(Enonce::article)),
        }
    }
    let mut out: Vec<ArticleDispositif> = texts
        .into_iter()
        .map(|texte| ArticleDispositif { numero: String::new(), titre: None, texte })
        .collect();
    let drafted = out.len();
    if let Dispositif::Articles(own) = &dossier.deliberation.dispositif {
        out.extend(own.iter().cloned());
    }
    let alone = out.len() == 1;
    let of_own = out.len() - drafted;
    for (i, article) in out.iter_mut().enumerate() {
        // A number written by hand stands; one that was given by rank follows what is drafted before it.
        let given =
            i.checked_sub(drafted).is_none_or(|own| article.numero == numero(own, of_own == 1));
        if given {
            article.numero = numero(i, alone);
        }
    }
    Dispositif::Articles(out)
}

fn numero(rang: usize, alone: bool) -> String {
    match rang {
        0 if alone => "Article unique".to_owned(),
        0 => "Article 1er".to_owned(),
        _ => format!("Article {}", rang + 1),
    }
}

impl Redige {
    /// What is printed of a paragraph of the statement of reasons.
    #[must_use]
    pub fn texte(&self) -> Texte {
        match &self.reprise {
            Some(texte) => texte.clone(),
            None => Texte { blocs: self.enonces.iter().flat_map(|e| e.suite().blocs).collect() },
        }
    }
}
