//! Lines added and removed, amounts changed, what the whole comes to.

use super::enonce::Enonce;
use super::{Etats, noms};
use crate::diff::{EcartLigne, LigneSuivie, Somme};
use crate::model::{AnnexeBudgetaire, Exercice, IdAction, Ligne, Montant, Sens};
use crate::redaction::enumeration;

/// Whether an action is new, or is no more.
fn other(e: &Etats<'_>, id: Option<&IdAction>) -> bool {
    let p = &e.ecarts.programme.actions;
    let in_list = |list: &[(IdAction, crate::model::Action)]| {
        id.is_some_and(|id| list.iter().any(|(i, _)| i == id))
    };
    in_list(&p.ajoutes) || in_list(&p.retires)
}

/// A line with its list of amounts again.
fn whole(l: &LigneSuivie, budget: &AnnexeBudgetaire) -> Ligne {
    let cells = budget.exercices.iter().map(|x| l.montants.get(x).copied().flatten());
    Ligne { montants: cells.collect(), ..l.ligne.clone() }
}

/// « la ligne « Forum » (action n° 4), en dépenses de fonctionnement : 5 000 € en 2014 ».
///
/// `apres` says that « la ligne » stands before it.
fn named(
    e: &Etats<'_>,
    l: &LigneSuivie,
    budget: &AnnexeBudgetaire,
    credits: bool,
    apres: bool,
) -> String {
    let programme = e.dossier.programme.as_ref().or(e.base.programme.as_ref());
    let ligne = whole(l, budget);
    let place = noms::table(ligne.section, ligne.sens);
    let amounts =
        if credits { format!(" : {}", noms::credits(budget, &ligne)) } else { String::new() };
    let name =
        if apres { noms::ligne(&ligne, programme) } else { noms::ligne_seule(&ligne, programme) };
    format!("{name}, {place}{amounts}")
}

pub(super) fn lignes_ajoutees(e: &Etats<'_>) -> Vec<Enonce> {
    let Some(budget) = &e.dossier.budget else { return Vec::new() };
    let new: Vec<&LigneSuivie> = e
        .ecarts
        .budget
        .lignes
        .ajoutes
        .iter()
        .map(|(_, l)| l)
        .filter(|l| !other(e, l.ligne.action.as_ref()))
        .collect();
    if new.is_empty() || e.ecarts.budget.presence.is_some() {
        return Vec::new();
    }
    let n = new.len();
    let liste: Vec<String> = new.iter().map(|l| named(e, l, budget, true, n == 1)).collect();
    vec![match liste.as_slice() {
        [one] => Enonce {
            present: "ajoute",
            infinitif: "ajouter",
            suite: format!("à l’annexe budgétaire la ligne {one}"),
            article: format!("Est ajoutée à l’annexe budgétaire la ligne {one}"),
            propose: format!(
                "à l’annexe budgétaire la ligne {}",
                named(e, new[0], budget, false, true)
            ),
            ..Enonce::default()
        },
        _ => Enonce {
            present: "ajoute",
            infinitif: "ajouter",
            suite: "à l’annexe budgétaire les lignes suivantes".to_owned(),
            article: "Les lignes suivantes sont ajoutées à l’annexe budgétaire".to_owned(),
            propose: format!(
                "{} lignes à l’annexe budgétaire",
                crate::redaction::en_lettres(u32::try_from(n).unwrap_or(u32::MAX))
            ),
            liste,
            ..Enonce::default()
        },
    }]
}

pub(super) fn lignes_supprimees(e: &Etats<'_>) -> Vec<Enonce> {
    let Some(budget) = &e.base.budget else { return Vec::new() };
    let gone: Vec<&LigneSuivie> = e
        .ecarts
        .budget
        .lignes
        .retires
        .iter()
        .map(|(_, l)| l)
        .filter(|l| !other(e, l.ligne.action.as_ref()))
        .collect();
    if gone.is_empty() || e.ecarts.budget.presence.is_some() {
        return Vec::new();
    }
    let liste: Vec<String> =
        gone.iter().map(|l| named(e, l, budget, false, gone.len() == 1)).collect();
    let propose = match liste.as_slice() {
        [one] => format!("de l’annexe budgétaire la ligne {one}"),
        many => format!(
            "{} lignes de l’annexe budgétaire",
            crate::redaction::en_lettres(u32::try_from(many.len()).unwrap_or(u32::MAX))
        ),
    };
    vec![match liste.as_slice() {
        [one] => Enonce {
            present: "supprime",
            infinitif: "supprimer",
            suite: format!("de l’annexe budgétaire la ligne {one}"),
            article: format!("Est supprimée de l’annexe budgétaire la ligne {one}"),
            propose,
            ..Enonce::default()
        },
        _ => Enonce {
            present: "supprime",
            infinitif: "supprimer",
            suite: "de l’annexe budgétaire les lignes suivantes".to_owned(),
            article: "Les lignes suivantes sont supprimées de l’annexe budgétaire".to_owned(),
            propose,
            liste,
            ..Enonce::default()
        },
    }]
}

/// « 25 000 € en 2014 au lieu de 10 000 € »; an exercice that is new has no former amount, and what is the same each year
/// is said once, « 9 000 € par an de 2027 à 2029 au lieu de 6 000 € ».
fn cells(e: &Etats<'_>, change: &EcartLigne) -> String {
    let (avant, apres) = (years(e.base.budget.as_ref()), years(e.dossier.budget.as_ref()));
    let parts: Vec<(Exercice, Option<Montant>, Option<Montant>)> = change
        .montants
        .iter()
        .filter(|(x, _)| apres.contains(x))
        // Nothing in a year that is new is nothing to fix.
        .filter(|(x, c)| avant.contains(x) || c.apres.is_some_and(|m| !m.is_zero()))
        .map(|(x, c)| (*x, c.avant.filter(|_| avant.contains(x)), c.apres))
        .collect();
    let instead = |was: Option<Montant>| {
        was.map_or_else(String::new, |m| format!(" au lieu de {}", noms::euros(m)))
    };
    if let [(first, was, Some(is)), .., (last, ..)] = parts.as_slice()
        && parts.iter().all(|(_, a, b)| a == was && *b == Some(*is))
        && parts.windows(2).all(|w| w[0].0.0 + 1 == w[1].0.0)
        && !is.is_zero()
    {
        return format!("{}{}", noms::par_an(*is, *first, *last), instead(*was));
    }
    let parts: Vec<String> = parts
        .into_iter()
        .map(|(x, was, is)| format!("{} en {x}{}", noms::credit(is), instead(was)))
        .collect();
    enumeration(&parts)
}

fn years(budget: Option<&AnnexeBudgetaire>) -> &[Exercice] {
    budget.map_or(&[], |b| &b.exercices)
}

pub(super) fn fixe(e: &Etats<'_>) -> Vec<Enonce> {
    let Some(budget) = &e.dossier.budget else { return Vec::new() };
    let programme = e.dossier.programme.as_ref();
    let mut liste = Vec::new();
    // An annex that is new is read whole.
    let new_annex = e.ecarts.budget.presence.is_some();
    for (_, l) in &e.ecarts.budget.lignes.ajoutes {
        if !new_annex && other(e, l.ligne.action.as_ref()) {
            liste.push(named(e, l, budget, true, false));
        }
    }
    let lines = crate::diff::lignes_apres(e.base.budget.as_ref(), budget);
    for (cle, change) in &e.ecarts.budget.lignes.modifies {
        let after = lines.get(cle).map(|l| whole(l, budget));
        let Some(ligne) = after else { continue };
        let mut said = Vec::new();
        let amounts = cells(e, change);
        if !amounts.is_empty() {
            said.push(amounts);
        }
        let m = &change.mentions;
        if let Some(c) = &m.chapitre {
            said.push(match &c.apres {
                Some(chapter) => format!("imputation au chapitre {chapter}"),
                None => "imputation sans chapitre".to_owned(),
            });
        }
        if let Some(c) = &m.porteur {
            said.push(match &c.apres {
                Some(who) => format!("dépense portée par « {who} »"),
                None => "dépense portée par le service de l’annexe".to_owned(),
            });
        }
        if let Some(c) = &m.financeur {
            said.push(match &c.apres {
                Some(who) => format!("financement par « {who} »"),
                None => "financeur non précisé".to_owned(),
            });
        }
        for c in [&m.detail, &m.libelle].into_iter().flatten() {
            said.push(match (&c.avant, &c.apres) {
                (Some(was), Some(_)) => format!("libellé au lieu de « {} »", was.trim()),
                (None, Some(is)) => format!("libellé « {} »", is.trim()),
                (was, None) => {
                    format!("libellé « {} » supprimé", was.as_deref().unwrap_or("").trim())
                }
            });
        }
        if let Some(c) = &m.action {
            said.push(match &c.apres {
                Some(id) => format!("rattachement à l’{}", noms::action_courte(programme, id)),
                None => "rattachement à aucune action".to_owned(),
            });
        }
        if let Some(c) = &m.commentaire {
            said.push(match &c.apres {
                Some(is) => format!("commentaire « {} »", is.trim()),
                None => "commentaire supprimé".to_owned(),
            });
        }
        if !said.is_empty() {
            liste.push(format!(
                "{}, {} : {}",
                noms::ligne_seule(&ligne, programme),
                noms::table(ligne.section, ligne.sens),
                said.join(", ")
            ));
        }
    }
    let changed = e.sommes.cout_net.change() || e.sommes.cout_brut.change();
    let mut out = Vec::new();
    let only_words = |c: &EcartLigne| cells(e, c).is_empty();
    let lignes = &e.ecarts.budget.lignes;
    let new = lignes.ajoutes.iter().any(|(_, l)| other(e, l.ligne.action.as_ref()));
    if !liste.is_empty() && !new && lignes.modifies.iter().all(|(_, c)| only_words(c)) {
        out.push(Enonce {
            present: "modifie",
            infinitif: "modifier",
            suite: "comme suit les lignes de l’annexe budgétaire".to_owned(),
            article: "Les lignes de l’annexe budgétaire sont modifiées comme suit".to_owned(),
            propose: "les mentions de l’annexe budgétaire".to_owned(),
            liste,
            ..Enonce::default()
        });
    } else if !liste.is_empty() {
        out.push(Enonce {
            present: "fixe",
            infinitif: "fixer",
            suite: "comme suit les nouveaux montants de l’annexe budgétaire".to_owned(),
            article: "Les nouveaux montants de l’annexe budgétaire sont fixés comme suit"
                .to_owned(),
            propose: if changed {
                String::new()
            } else {
                format!(
                    "de nouveaux montants à l’annexe budgétaire, {} demeurant de {}",
                    cout(e),
                    noms::euros(e.sommes.cout_net.periode.apres)
                )
            },
            liste,
            ..Enonce::default()
        });
    }
    out.extend(super::autorisations::autorisations(e));
    out.extend(super::autorisations::presentation(e));
    let net = e.sommes.cout_net.periode;
    if changed {
        let (suite, article) = total(cout(e), net, new_annex);
        out.push(Enonce {
            present: "fixe",
            infinitif: "fixer",
            propose: suite.clone(),
            suite,
            article,
            ..Enonce::default()
        });
    }
    out
}

/// « le coût net » where there are receipts, « le coût » where there are none.
pub(super) fn cout(e: &Etats<'_>) -> &'static str {
    let receipts = [&e.base.budget, &e.dossier.budget]
        .into_iter()
        .flatten()
        .any(|b| b.lignes.iter().any(|l| l.sens == Sens::Recette));
    if receipts { "le coût net du programme" } else { "le coût du programme" }
}

fn total(cout: &str, net: Somme, new_annex: bool) -> (String, String) {
    let (was, is) = (noms::euros(net.avant), noms::euros(net.apres));
    let article = super::dispositif::capitale(cout);
    if new_annex {
        return (
            format!("{cout} à {is} sur l’ensemble de la période"),
            format!("{article} est fixé à {is} sur l’ensemble de la période"),
        );
    }
    if net.ecart().is_zero() {
        return (
            format!("{} à {is}, inchangé sur l’ensemble de la période", cout),
            format!("{article} demeure fixé à {is} sur l’ensemble de la période"),
        );
    }
    (
        format!("{cout} à {is}, au lieu de {was}, sur l’ensemble de la période"),
        format!("{article} est fixé à {is}, au lieu de {was}, sur l’ensemble de la période"),
    )
}

/// What it costs, exercice by exercice.
pub(super) fn par_exercice(e: &Etats<'_>) -> String {
    let (avant, apres) = (years(e.base.budget.as_ref()), years(e.dossier.budget.as_ref()));
    let parts: Vec<String> = e
        .sommes
        .cout_net
        .exercices
        .iter()
        .filter(|(x, _)| apres.contains(x))
        .map(|(x, s)| {
            let now = format!("{} en {x}", noms::euros(s.apres));
            if !avant.contains(x) {
                now
            } else if s.ecart().is_zero() {
                format!("{now} (sans changement)")
            } else {
                format!("{now} (au lieu de {})", noms::euros(s.avant))
            }
        })
        .collect();
    enumeration(&parts)
}

/// « soit 15 000 € de plus ».
pub(super) fn soit(net: Somme) -> String {
    let gap = net.ecart();
    if gap < crate::model::Montant::ZERO {
        format!("soit {} de moins", noms::euros(-gap))
    } else {
        format!("soit {} de plus", noms::euros(gap))
    }
}
