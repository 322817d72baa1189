//! The grants of an act, and the table that a text of the act prints of them.

use super::super::raw;
use super::Lower;
use crate::model::texte::{Alignement, Bloc, Inline, Insertion, Tableau};
use crate::model::{
    Deliberation, Dispositif, Lieu, Montant, NatureSubvention, Piece, Siren, Subvention, Texte,
};
use crate::read::codes;
use crate::read::fault::{Secondaire, cite};
use crate::typographie::nombre;

/// The whole of a grant, in hundredths.
const ENTIERE: u8 = 100;

/// Lowers the grants.
pub(super) fn lower(raw: Vec<raw::deliberation::Subvention>, l: &mut Lower<'_>) -> Vec<Subvention> {
    let out: Vec<Subvention> =
        raw.into_iter().enumerate().map(|(i, s)| one(s, &format!("subventions[{i}]"), l)).collect();
    for (i, s) in out.iter().enumerate() {
        let same = |other: &&Subvention| {
            other.beneficiaire.trim() == s.beneficiaire.trim() && other.objet == s.objet
        };
        let Some(first) = out[..i].iter().position(|o| same(&o)) else { continue };
        let message = format!(
            "« {} » reçoit deux subventions pour le même objet",
            cite(s.beneficiaire.trim())
        );
        let lieu = Lieu::new("deliberation.toml", format!("subventions[{first}].beneficiaire"));
        let chemin = format!("subventions[{i}].beneficiaire");
        let fault = l.fault(codes::IDENTIFIANT_DOUBLE, &chemin, message);
        fault.etiquette = "déjà bénéficiaire".to_owned();
        let etiquette = "première subvention".to_owned();
        fault.secondaires.push(Secondaire { lieu, plage: None, etiquette });
        fault.aide =
            Some("donnez à chacune son « objet », ou gardez-en une seule avec la somme".to_owned());
    }
    out
}

fn one(raw: raw::deliberation::Subvention, base: &str, l: &mut Lower<'_>) -> Subvention {
    l.filled(&raw.beneficiaire, &format!("{base}.beneficiaire"));
    if let Some(objet) = &raw.objet {
        l.filled(objet, &format!("{base}.objet"));
    }
    if raw.montant <= Montant::ZERO {
        let fault = l.fault(
            codes::BORNES,
            &format!("{base}.montant"),
            "une subvention est d’un montant supérieur à zéro",
        );
        fault.etiquette = "rien n’est attribué".to_owned();
        fault.aide = Some(
            "donnez le montant attribué, ou retirez cette subvention ; une aide en nature s’évalue en euros"
                .to_owned(),
        );
    }
    let part = match raw.part {
        None => ENTIERE,
        Some(typed) => {
            u8::try_from(typed).ok().filter(|p| (1..=ENTIERE).contains(p)).unwrap_or_else(|| {
                let fault = l.fault(
                    codes::BORNES,
                    &format!("{base}.part"),
                    "une part s’écrit en centièmes du montant, de 1 à 100",
                );
                fault.etiquette = "de 1 à 100 ici".to_owned();
                fault.aide = Some("écrivez part = 45 pour 45 % du montant".to_owned());
                ENTIERE
            })
        }
    };
    match (raw.versement, raw.versement_fin) {
        (None, Some(_)) => {
            let fault = l.fault(
                codes::CLE_ABSENTE,
                base,
                "il manque « versement », le premier jour de la période de versement",
            );
            fault.etiquette = "la période n’a pas de début".to_owned();
            fault.aide = Some("ajoutez : versement = 2026-09-01".to_owned());
        }
        (Some(debut), Some(fin)) if fin < debut => {
            let fault = l.fault(
                codes::BORNES,
                &format!("{base}.versement_fin"),
                "la période de versement finit avant de commencer",
            );
            fault.etiquette = "ce jour précède « versement »".to_owned();
            fault.aide = Some("vérifiez les deux jours, et leur année".to_owned());
        }
        _ => {}
    }
    Subvention {
        siret: number(raw.siret.as_deref(), &format!("{base}.siret"), "un numéro SIRET", l),
        rna: number(raw.rna.as_deref(), &format!("{base}.rna"), "un numéro RNA", l),
        beneficiaire: raw.beneficiaire,
        objet: raw.objet,
        montant: raw.montant,
        nature: raw.nature.map_or_else(Default::default, |n| n.0),
        part,
        convention: raw.convention,
        conditions: raw.conditions,
        versement: raw.versement,
        versement_fin: raw.versement_fin,
        minimis: raw.minimis.unwrap_or(false),
    }
}

/// The number of a body; a faulty one is said, and given up.
fn number<T>(texte: Option<&str>, chemin: &str, quoi: &str, l: &mut Lower<'_>) -> Option<T>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    let texte = texte?;
    match texte.parse() {
        Ok(number) => Some(number),
        Err(error) => {
            let message = format!("« {} » n’est pas {quoi}", cite(texte));
            let fault = l.fault(codes::CODE_OFFICIEL, chemin, message);
            fault.etiquette = "numéro refusé".to_owned();
            fault.aide = Some(if texte.trim().parse::<Siren>().is_ok() {
                "c’est un SIREN : le SIRET y ajoute les cinq chiffres de l’établissement".to_owned()
            } else {
                error.to_string()
            });
            None
        }
    }
}

/// Puts the table of the grants wherever a text of the act calls for it: whoever reads the text then sees it.
pub(super) fn insert(acte: &mut Deliberation) {
    if acte.subventions.is_empty() {
        return;
    }
    let table = table(&acte.subventions, acte.objet.last().map_or("", String::as_str));
    let mut texts: Vec<&mut Texte> = vec![&mut acte.expose];
    texts.extend(acte.visas.iter_mut().map(|v| &mut v.texte));
    texts.extend(acte.considerants.iter_mut().map(|c| &mut c.texte));
    match &mut acte.dispositif {
        Dispositif::Verbes(decisions) => texts.extend(decisions.iter_mut().map(|d| &mut d.texte)),
        Dispositif::Articles(articles) => texts.extend(articles.iter_mut().map(|a| &mut a.texte)),
    }
    texts.extend(acte.annexes.iter_mut().filter_map(|a| match &mut a.piece {
        Piece::Texte(texte) => Some(texte),
        _ => None,
    }));
    for texte in texts {
        put(&mut texte.blocs, &table);
    }
}

fn put(blocs: &mut [Bloc], table: &Tableau) {
    for bloc in blocs {
        match bloc {
            Bloc::Insertion(Insertion::Subventions) => *bloc = Bloc::Tableau(table.clone()),
            Bloc::Liste(liste) => liste.elements.iter_mut().for_each(|e| put(e, table)),
            Bloc::Citation(inside) => put(inside, table),
            _ => {}
        }
    }
}

/// What is said after the object of a grant that is not only money.
fn kind(nature: NatureSubvention) -> &'static str {
    match nature {
        NatureSubvention::Numeraire => "",
        NatureSubvention::EnNature => " (aide en nature)",
        NatureSubvention::Mixte => " (en argent et en nature)",
    }
}

/// Who receives, what for, how much: one row each, then their sum when nothing is shared.
fn table(subventions: &[Subvention], objet: &str) -> Tableau {
    let cell = |texte: &str| vec![Inline::Texte(texte.to_owned())];
    // Units stand under units: cents for all as soon as one has some.
    let cents = subventions.iter().any(|s| s.montant.cents() % 100 != 0);
    let figure = if cents { nombre::montant_cents } else { nombre::montant };
    let euros = |m: Montant| format!("{} €", figure(m.decimal()));
    let bold = |texte: &str| vec![Inline::Gras(cell(texte))];
    let mut lignes: Vec<Vec<Vec<Inline>>> = subventions
        .iter()
        .map(|s| {
            let mut montant = euros(s.montant);
            if s.part < ENTIERE {
                montant.push_str(&format!(", dont {} %", s.part));
            }
            vec![
                cell(s.beneficiaire.trim()),
                cell(&format!("{}{}", s.objet.as_deref().unwrap_or(objet).trim(), kind(s.nature))),
                cell(&montant),
            ]
        })
        .collect();
    if subventions.len() > 1 && subventions.iter().all(|s| s.part == ENTIERE) {
        let total: Montant = subventions.iter().map(|s| s.montant).sum();
        lignes.push(vec![bold("Total"), Vec::new(), bold(&euros(total))]);
    }
    Tableau {
        alignements: vec![Alignement::Gauche, Alignement::Gauche, Alignement::Droite],
        entete: ["Bénéficiaire", "Objet", "Montant"].map(cell).to_vec(),
        lignes,
    }
}
