//! The budget annex.

use super::super::choix::NatureTotalCle;
use super::super::raw;
use super::{Actions, Lower, Presence};
use crate::model::{
    AnnexeBudgetaire, Autorisation, Exercice, Ligne, Montant, NatureTotal, Sens, Total,
};
use crate::read::codes;

/// Lowers the budget; `programme` holds the exercices of the programme, which are its own when it has none.
pub(crate) fn lower(
    raw: raw::budget::Budget,
    actions: Actions<'_>,
    programme: Presence<&[Exercice]>,
    l: &mut Lower<'_>,
) -> AnnexeBudgetaire {
    if raw.lignes.is_empty() {
        let fault = l.fault(codes::VIDE, "", "le budget n’a aucune ligne");
        fault.etiquette = "aucune table [[lignes]]".to_owned();
        fault.aide = Some(
            "ajoutez [[lignes]] avec section, sens et montants, ou retirez ce fichier".to_owned(),
        );
    }
    let own = l.exercices(&raw.exercices, "exercices");
    let exercices = match programme {
        _ if !own.is_empty() => own,
        Presence::La(exercices) => exercices.to_vec(),
        _ => own,
    };
    if exercices.is_empty() && !matches!(programme, Presence::Illisible) {
        let fault = l.fault(codes::CLE_ABSENTE, "", "il manque « exercices »");
        fault.etiquette = "le budget ne dit pas sur quelles années il porte".to_owned();
        fault.aide = Some(
            "ajoutez en tête du fichier, ou de programme.toml : exercices = [2013, 2014, 2015]"
                .to_owned(),
        );
    }
    let places = exercices.len();
    let count = raw.lignes.len();
    let lignes = raw
        .lignes
        .into_iter()
        .enumerate()
        .map(|(i, ligne)| {
            let base = format!("lignes[{i}]");
            amounts(&ligne.montants, places, &format!("{base}.montants"), l);
            let commentaire_lignes = comment_span(ligne.commentaire_lignes, count - i, &base, l);
            Ligne {
                action: ligne.action.map(|id| l.action(&id, &format!("{base}.action"), actions)),
                libelle: ligne.libelle,
                detail: ligne.detail,
                section: ligne.section.0,
                sens: ligne.sens.0,
                chapitre: ligne.chapitre.filter(|c| !c.trim().is_empty()),
                montants: ligne.montants,
                porteur: ligne.porteur,
                financeur: ligne.financeur,
                commentaire: ligne.commentaire,
                commentaire_lignes,
            }
        })
        .collect();
    let totaux = raw
        .totaux
        .into_iter()
        .enumerate()
        .filter_map(|(i, t)| {
            let base = format!("totaux[{i}]");
            if let Some(montants) = &t.montants {
                amounts(montants, places, &format!("{base}.montants"), l);
            }
            let nature = nature(&t, &base, actions, l)?;
            Some(Total {
                nature,
                libelle: t.libelle,
                chapitre: t.chapitre,
                montants: t.montants,
                tolerance: t.tolerance.map(|t| tolerance(t, &format!("{base}.tolerance"), l)),
                commentaire: t.commentaire,
            })
        })
        .collect();
    let autorisations = raw
        .autorisations
        .into_iter()
        .enumerate()
        .map(|(i, a)| {
            let base = format!("autorisations[{i}]");
            amounts(&a.credits, places, &format!("{base}.credits"), l);
            Autorisation {
                nature: a.nature.0,
                libelle: a.libelle,
                actions: a
                    .actions
                    .iter()
                    .enumerate()
                    .map(|(j, id)| l.action(id, &format!("{base}.actions[{j}]"), actions))
                    .collect(),
                montant: a.montant,
                credits: a.credits,
            }
        })
        .collect();
    AnnexeBudgetaire {
        titre: raw.titre.unwrap_or_else(|| "Annexe budgétaire".to_owned()),
        exercices,
        nomenclature: raw.nomenclature.map(|n| n.0),
        porteur: raw.porteur,
        lignes,
        totaux,
        tolerance: raw.tolerance.map(|t| tolerance(t, "tolerance", l)).unwrap_or_default(),
        inscription_annuelle: raw.inscription_annuelle.unwrap_or(false),
        autorisations,
        note: raw.note,
    }
}

/// How many lines a comment stands beside, of those that are left.
fn comment_span(typed: Option<i64>, left: usize, base: &str, l: &mut Lower<'_>) -> usize {
    let Some(typed) = typed else { return 1 };
    usize::try_from(typed).ok().filter(|n| (1..=left).contains(n)).unwrap_or_else(|| {
        let chemin = format!("{base}.commentaire_lignes");
        let message = if typed < 1 {
            "un commentaire couvre au moins sa propre ligne"
        } else {
            "le commentaire couvre plus de lignes qu’il n’en reste"
        };
        let fault = l.fault(codes::BORNES, &chemin, message);
        fault.etiquette = match left {
            1 => "une seule ligne ici".to_owned(),
            _ => format!("de 1 à {left} lignes ici"),
        };
        1
    })
}

/// A gap has no sign.
fn tolerance(typed: Montant, chemin: &str, l: &mut Lower<'_>) -> Montant {
    if typed < Montant::ZERO {
        let fault = l.fault(codes::BORNES, chemin, "une tolérance n’est pas négative");
        fault.etiquette = "un écart, sans signe, est attendu ici".to_owned();
    }
    typed.abs()
}

fn amounts(montants: &[Option<Montant>], places: usize, chemin: &str, l: &mut Lower<'_>) {
    if places > 0 && montants.len() != places {
        let (found, plural) = (montants.len(), if montants.len() > 1 { "s" } else { "" });
        let fault = l.fault(
            codes::NOMBRE_MONTANTS,
            chemin,
            format!(
                "{found} montant{plural} pour {places} exercice{}",
                if places > 1 { "s" } else { "" }
            ),
        );
        fault.etiquette = "il faut un montant par exercice".to_owned();
        fault.aide = Some("une case vide s’écrit \"\", par exemple [1000, \"\", 500]".to_owned());
    }
}

/// What a total adds up, from its key and the keys that this one wants.
fn nature(
    raw: &raw::budget::Total,
    base: &str,
    actions: Actions<'_>,
    l: &mut Lower<'_>,
) -> Option<NatureTotal> {
    use NatureTotalCle as Cle;
    let cle = raw.nature.0;
    let (wants_action, wants_section, wants_sens, wants_porteurs) = match cle {
        Cle::SousTotal => (true, true, true, false),
        Cle::Solde => (true, true, false, false),
        Cle::TotalSection => (false, true, true, false),
        Cle::Bilan => (false, true, false, false),
        Cle::CoutBrut | Cle::CoutNet => (false, false, false, false),
        Cle::Porteurs => (false, false, false, true),
    };
    let nature = cle.mot();
    for (name, there, wanted, exemple) in [
        ("action", raw.action.is_some(), wants_action, "action = \"…\""),
        ("section", raw.section.is_some(), wants_section, "section = \"fonctionnement\""),
        ("sens", raw.sens.is_some(), wants_sens, "sens = \"depense\", ou \"recette\""),
        ("porteurs", !raw.porteurs.is_empty(), wants_porteurs, "porteurs = [\"…\"]"),
    ] {
        if there && !wanted {
            let fault = l.fault(
                codes::CLE_SANS_OBJET,
                &format!("{base}.{name}"),
                format!("« {name} » n’a pas de sens pour un total « {nature} »"),
            );
            fault.etiquette = "clé sans objet".to_owned();
            fault.aide = Some("retirez-la, ou changez « nature »".to_owned());
        } else if !there && wanted && (name != "sens" || cle == Cle::TotalSection) {
            let fault = l.fault(
                codes::CLE_ABSENTE,
                base,
                format!("il manque « {name} » pour un total « {nature} »"),
            );
            fault.etiquette = format!("« {name} » est obligatoire ici");
            fault.aide = Some(format!("ajoutez : {exemple}"));
        }
    }
    let action = raw.action.as_ref().map(|id| l.action(id, &format!("{base}.action"), actions));
    let section = raw.section.map(|s| s.0);
    let sens = raw.sens.map_or(Sens::Depense, |s| s.0);
    Some(match cle {
        Cle::SousTotal => NatureTotal::SousTotal { action: action?, section: section?, sens },
        Cle::Solde => NatureTotal::Solde { action: action?, section: section? },
        Cle::TotalSection => NatureTotal::TotalSection { section: section?, sens },
        Cle::Bilan => NatureTotal::Bilan { section: section? },
        Cle::CoutBrut => NatureTotal::CoutBrut,
        Cle::CoutNet => NatureTotal::CoutNet,
        Cle::Porteurs => NatureTotal::Porteurs(raw.porteurs.clone()),
    })
}
