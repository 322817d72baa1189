//! The majority that a vote reached or missed, in the words of the law that asks for it.

use super::{Depouillement, Instance};
use crate::model::Majorite;

/// What is cast, for the law (CGCT, L. 2121-20).
const EXPRIMES: &str = "des suffrages exprimés";

/// « à la majorité des suffrages exprimés », with its comma or space before it; empty when nothing can be said of it.
pub(super) fn atteinte(d: Depouillement<'_>) -> String {
    let c = d.comptes;
    if !d.complet() {
        return String::new();
    }
    match Requise::of(d) {
        None if c.unanimite => format!(" à l’unanimité {}", base(d)),
        None => format!(" à la majorité {}", base(d)),
        // Of the votes cast, unanimity says more than the majority that was asked for.
        Some(r) if c.unanimite && r.suffrages => {
            format!(" à l’unanimité {}, {} étant exigée{}", base(d), r.nue(), r.pourquoi)
        }
        Some(r) => format!(" à {}", r.entiere()),
    }
}

/// Why a proposal is rejected although as many or more voted for it than against.
pub(super) fn faute(d: Depouillement<'_>) -> String {
    match Requise::of(d) {
        Some(r) if manquee(d) => format!(", faute d’avoir réuni {}", r.entiere()),
        None if manquee(d) => format!(", faute d’avoir réuni l’unanimité {}", base(d)),
        _ => String::new(),
    }
}

/// Whether a majority voted for, but not the one that was wanted.
pub(super) fn manquee(d: Depouillement<'_>) -> bool {
    let c = d.comptes;
    d.complet()
        && c.seuil.majorite != Majorite::Absolue
        && c.exprimes > 0
        && c.pour.nombre >= c.contre.nombre
        && c.pour.nombre < c.seuil.requis
}

/// The same in a few words: « à l’unanimité », « à la majorité des deux tiers ».
pub(super) fn courte(d: Depouillement<'_>) -> String {
    let c = d.comptes;
    if !d.complet() {
        return String::new();
    }
    match Requise::of(d) {
        // Who abstains is not unanimous with those who vote.
        _ if c.unanimite && c.pour.nombre == c.votants => " à l’unanimité".to_owned(),
        Some(r) if !r.suffrages => format!(" à la majorité {}", r.part),
        _ if c.unanimite => format!(" à l’unanimité {EXPRIMES}"),
        Some(r) => format!(" à la majorité {}", r.part),
        None => " à la majorité".to_owned(),
    }
}

/// A majority that is not the ordinary one, in words.
struct Requise {
    /// « des deux tiers », « absolue ».
    part: &'static str,
    /// Of what: « des suffrages exprimés », « de l’effectif du conseil ».
    de: String,
    /// Whether it is counted on the votes cast, which the counts show.
    suffrages: bool,
    /// « 31 voix requises, pour 46 sièges ».
    chiffres: String,
    /// « pour déterminer l’intérêt communautaire », after the participle; empty when nothing is known of it.
    pourquoi: &'static str,
}

impl Requise {
    /// The majority that was wanted; nothing for the ordinary one, nor for unanimity, which has its own words.
    fn of(d: Depouillement<'_>) -> Option<Self> {
        let seuil = d.comptes.seuil;
        let (part, members) = match seuil.majorite {
            Majorite::Absolue | Majorite::InteretCommunautaire | Majorite::Unanimite => {
                return None;
            }
            Majorite::AbsoluePresents | Majorite::AbsolueMembres => ("absolue", true),
            Majorite::DeuxTiersMembres => ("des deux tiers", true),
            Majorite::DeuxTiersSuffrages => ("des deux tiers", false),
            Majorite::TroisCinquiemesSuffrages => ("des trois cinquièmes", false),
        };
        let du = Instance::of(d.collectivite, d.seance).du();
        let wanted = super::vote::count(seuil.requis, "voix requise", "voix requises");
        let of =
            |one, many| format!("{wanted}, pour {}", super::vote::count(seuil.base, one, many));
        let (de, chiffres) = match seuil.majorite {
            Majorite::AbsoluePresents => {
                ("des membres présents ou représentés".to_owned(), of("membre", "membres"))
            }
            Majorite::AbsolueMembres => {
                (format!("des membres en exercice {du}"), of("membre", "membres"))
            }
            Majorite::DeuxTiersMembres => (format!("de l’effectif {du}"), of("siège", "sièges")),
            _ => (EXPRIMES.to_owned(), wanted.clone()),
        };
        let pourquoi = if seuil.interet_communautaire {
            " pour déterminer l’intérêt communautaire"
        } else {
            ""
        };
        Some(Self { part, de, suffrages: !members, chiffres, pourquoi })
    }

    /// « la majorité des deux tiers ».
    fn nue(&self) -> String {
        format!("la majorité {}", self.part)
    }

    /// The same, of what, and in figures.
    fn entiere(&self) -> String {
        let Self { part, de, chiffres, pourquoi, .. } = self;
        let why = if pourquoi.is_empty() { String::new() } else { format!(", exigée{pourquoi}") };
        format!("la majorité {part} {de} ({chiffres}){why}")
    }
}

/// The base as it is printed after « majorité » or « unanimité ».
///
/// What the act says is printed as it is. What the house says of all its acts is said only of those of which it is true:
/// where a member abstains, « à l’unanimité des membres présents » would be false, and the law counts the votes cast.
fn base(d: Depouillement<'_>) -> &str {
    let c = d.comptes;
    if let Some(own) = &d.vote.base {
        return own;
    }
    let house = d.collectivite.theme.formules.base_vote.as_deref();
    let Some(house) = house else { return EXPRIMES };
    let of_members = !house.contains("suffrage") && !house.contains("exprimé");
    let members = if house.contains("exercice") {
        u32::try_from(d.seance.en_exercice().count()).unwrap_or(u32::MAX)
    } else {
        c.votants
    };
    let holds = d.complet()
        && if c.unanimite {
            c.pour.nombre == members
        } else {
            c.pour.nombre.saturating_mul(2) > members
        };
    if of_members && !holds { EXPRIMES } else { house }
}
