//! `deliberation.toml` of the next act, from that of the former one.

use toml_edit::{ArrayOfTables, Datetime, DocumentMut, Item, Table, value};

use super::Ouverture;
use crate::compute;
use crate::model::{Dossier, NatureEtape, PartNumero};
use crate::redaction::evolution::publiee;
use crate::typographie::date::date_longue;

/// Keys that belong to the former act alone.
const PASSES: [&str; 9] = [
    "numero_transmis",
    "expose",
    "expose_fichier",
    "considerants",
    "mentions",
    "vote",
    "actes_anterieurs",
    "redaction",
    "subventions",
];

/// Natures of visas that hold from one act to the next; opinions and reports are given again each time.
const DURABLES: [&str; 7] =
    ["code", "loi", "ordonnance", "decret", "arrete", "deliberation", "statuts"];

/// What is said over the object, which is still that of the former act.
const OBJET: &str = "À REVOIR : l’objet est celui de l’acte antérieur ; dites ce que celui-ci décide (« Modification du programme »).";

/// What is said under the tables that are added.
const GUIDE: &str = r#"
# Le programme rédige l’exposé et le dispositif en comparant ce dossier à celui de l’acte antérieur : changez
# programme.toml, budget.toml et fiches/, puis « delibere comparer » ou « delibere produire » pour lire le texte.
#
# Pour reprendre un paragraphe, écrivez-le ici ; "" le retire. Exposé : rappel, proposition, moyens. Dispositif : annule,
# abroge, rectifie, modifie, prolonge, ajoute, supprime, renumerote, remplace, calendrier, document, fixe, inchange.
# Ce que vous écrivez dans « expose », en tête du fichier, s’imprime après le rappel ; vos [[decisions]] ou vos
# [[articles]] s’impriment après ce qui est rédigé.
[redaction]
# fixe = "…"
"#;

/// The act edited: its comments and its layout stay.
pub(super) fn suivant(
    texte: &str,
    dossier: &Dossier,
    ouverture: &Ouverture,
) -> Result<String, String> {
    let mut doc: DocumentMut = texte.parse().map_err(|e: toml_edit::TomlError| e.to_string())?;
    let head = doc.iter().next().and_then(|(k, _)| doc.key(k)).map(|k| {
        let prefix = k.leaf_decor().prefix().and_then(|p| p.as_str());
        prefix.unwrap_or_default().to_owned()
    });
    for cle in PASSES {
        doc.remove(cle);
    }
    let (numero, comment) = numero(dossier, ouverture);
    doc.insert("numero", value(numero));
    doc.insert("etat", value("projet"));
    // A key that is added after a table would be read as a key of that table: root keys print first.
    visas(&mut doc, dossier);
    for (cle, kept) in [("decisions", "verbe"), ("articles", "texte")] {
        decided(&mut doc, cle, kept);
    }
    let mut out = doc.to_string();
    // The comment stands at the number, below what heads the file.
    if let Some(at) = line_of(&out, "numero") {
        out.insert_str(at, &format!("# {comment}\n"));
    }
    if let Some(at) = line_of(&out, "objet") {
        out.insert_str(at, &format!("# {OBJET}\n"));
    }
    if let Some(head) = head.filter(|h| !h.trim().is_empty() && !out.contains(h.trim())) {
        out.insert_str(0, &head);
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    out.push_str(&annexes(&out, dossier));
    out.push_str(&anterieur(ouverture));
    out.push_str(GUIDE);
    Ok(out)
}

/// The texts that are annexed to an act.
pub(super) fn fichiers(texte: &str) -> Vec<String> {
    let Ok(doc) = texte.parse::<DocumentMut>() else { return Vec::new() };
    let annexes = doc.get("annexes").and_then(Item::as_array_of_tables);
    annexes
        .into_iter()
        .flat_map(ArrayOfTables::iter)
        .filter_map(|t| t.get("fichier")?.as_str().map(str::to_owned))
        .collect()
}

/// Where the line of a root key starts.
fn line_of(texte: &str, cle: &str) -> Option<usize> {
    let mut at = 0;
    for line in texte.split_inclusive('\n') {
        if line.trim_start().strip_prefix(cle).is_some_and(|r| r.trim_start().starts_with('=')) {
            return Some(at);
        }
        if line.starts_with('[') {
            return None;
        }
        at += line.len();
    }
    None
}

/// The number as far as the scheme of the authority gives it, and what is to be done about it.
fn numero(dossier: &Dossier, ouverture: &Ouverture) -> (String, &'static str) {
    let Some(scheme) = &dossier.collectivite.numerotation else {
        return (
            "À ATTRIBUER".to_owned(),
            "À CHANGER : le numéro que la collectivité donnera à cet acte.",
        );
    };
    let mut out = String::new();
    for part in &scheme.affiche {
        let day = |format: &str, unknown: &str| {
            ouverture.date.map_or_else(|| unknown.to_owned(), |d| d.format(format).to_string())
        };
        out.push_str(&match part {
            PartNumero::Signes(s) => s.clone(),
            PartNumero::Annee => day("%Y", "XXXX"),
            PartNumero::AnneeCourte => day("%y", "XX"),
            PartNumero::Mois => day("%m", "XX"),
            PartNumero::Jour => day("%d", "XX"),
            PartNumero::Rang(n) | PartNumero::Ordre(n) => "X".repeat((*n).max(1)),
        });
    }
    (
        out,
        "À COMPLÉTER : chaque X, d’après la numérotation de la collectivité (rang de la séance, ordre de l’acte).",
    )
}

/// « la délibération n° C-12-05-01 du 7 décembre 2012 », with what is known of its life.
fn visa(dossier: &Dossier) -> String {
    let d = &dossier.deliberation;
    let day = |d| date_longue(d).replace('\u{a0}', " ");
    let objet = d.objet.iter().map(|o| o.trim()).collect::<Vec<_>>().join(" – ");
    let mut out = format!(
        "la délibération n° {} du {} ayant pour objet « {objet} »",
        d.numero.affiche,
        day(dossier.seance.date)
    );
    let m = compute::mentions(dossier, compute::compute(dossier).etat);
    if let Some(date) = m.transmission {
        out.push_str(&format!(", transmise au représentant de l’État le {}", day(date)));
        if let Some(transmis) = identifiant(dossier).or(d.numero.transmis.as_deref()) {
            out.push_str(&format!(" sous l’identifiant {transmis}"));
        }
    }
    if let Some(date) = m.publication {
        out.push_str(&format!(", {}", publiee(dossier, date)));
    }
    if let Some(date) = m.executoire {
        out.push_str(&format!(", exécutoire depuis le {}", day(date)));
    }
    out
}

/// The identifier that the prefecture knows an act by, from the acknowledgement that its life keeps:
/// « 014-241400415-20121207-C_12_05_01-DE » of « 014-241400415-20121207-C_12_05_01-DE-1-2_0.xml ».
fn identifiant(dossier: &Dossier) -> Option<&str> {
    let received = dossier.vie.etapes.iter().rev().filter(|e| e.nature == NatureEtape::Recue);
    let mut proofs = received.filter_map(|e| e.preuve.as_deref());
    proofs.find_map(|p| p.split_once("-1-2_").map(|(id, _)| id).filter(|id| !id.is_empty()))
}

fn visas(doc: &mut DocumentMut, dossier: &Dossier) {
    let mut own = Table::new();
    own.insert("nature", value("deliberation"));
    own.insert("texte", value(visa(dossier)));
    own.insert("numero", value(dossier.deliberation.numero.affiche.as_str()));
    if let Ok(date) = dossier.seance.date.to_string().parse::<Datetime>() {
        own.insert("date", value(date));
    }
    own.decor_mut().set_prefix("\n");
    let mut dropped = false;
    match doc.get_mut("visas").and_then(Item::as_array_of_tables_mut) {
        Some(list) => {
            let last = list.iter().filter_map(Table::position).max();
            let before = list.len();
            list.retain(|t| {
                t.get("nature").and_then(Item::as_str).is_some_and(|n| DURABLES.contains(&n))
            });
            dropped = list.len() < before;
            own.set_position(last);
            list.push(own);
        }
        None => {
            let mut list = ArrayOfTables::new();
            list.push(own);
            doc.insert("visas", Item::ArrayOfTables(list));
        }
    }
    if dropped
        && let Some(list) = doc.get_mut("visas").and_then(Item::as_array_of_tables_mut)
        && let Some(last) = list.len().checked_sub(1).and_then(|i| list.get_mut(i))
    {
        last.decor_mut().set_prefix(
            "\n# Les avis de l’acte antérieur ne sont pas repris : ajoutez ceux qui sont rendus sur celui-ci.\n",
        );
    }
}

/// Keeps of the decisions those that charge or authorise somebody: the others are drafted.
fn decided(doc: &mut DocumentMut, cle: &str, of: &str) {
    let Some(list) = doc.get_mut(cle).and_then(Item::as_array_of_tables_mut) else {
        // Written on one line, they are told by nothing that could be kept apart.
        doc.remove(cle);
        return;
    };
    list.retain(|t| {
        let said = t.get(of).and_then(Item::as_str).unwrap_or_default().to_lowercase();
        match of {
            "verbe" => said.starts_with("autoris") || said.starts_with("charg"),
            _ => said.contains("chargé de") || said.contains("est autorisé"),
        }
    });
    for table in list.iter_mut() {
        table.remove("numero");
    }
    if list.is_empty() {
        doc.remove(cle);
    }
}

/// What the next act annexes of its own; where the former one named no annexe, all that the dossier has is annexed, and
/// naming some would leave the others out.
fn annexes(texte: &str, dossier: &Dossier) -> String {
    let named = texte.lines().any(|l| l.trim() == "[[annexes]]");
    if !named || dossier.programme.is_none() && dossier.budget.is_none() {
        return String::new();
    }
    let mut out = String::from(
        "\n# Ce qui change : avant, après et écart ; puis les fiches modifiées, corrections apparentes.\n[[annexes]]\npiece = \"comparatif\"\n",
    );
    if !dossier.fiches.is_empty() {
        out.push_str(
            "\n# À RETIRER si aucune fiche ne change.\n[[annexes]]\npiece = \"fiches-modifiees\"\n",
        );
    }
    out
}

/// The former act, named.
fn anterieur(ouverture: &Ouverture) -> String {
    let lien = toml_edit::Value::from(ouverture.lien.as_str());
    format!(
        "\n# L’acte que celui-ci change. effet : modifie, remplace (annule et remplace), abroge ou rectifie.\n\
         [[actes_anterieurs]]\neffet = \"modifie\"\ndossier = {lien}\n"
    )
}
