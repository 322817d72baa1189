//! The TOML parser's messages, in French.

use std::ops::Range;

use chrono::Datelike as _;
use toml::de::{DeTable, DeValue};

use super::codes;
use super::fault::{Fault, Secondaire, cite};
use super::forme::{date_typed, hour_typed};
use crate::typographie::date::MOIS;

/// English message of the parser → what to say, and a hint. Every string literal of `toml_parser` that can reach a
/// user is here; an unknown one falls back on « syntaxe incorrecte ».
const MESSAGES: &[(&str, &str, &str)] = &[
    (
        "missing opening quote",
        "guillemet ouvrant manquant",
        "mettez le texte entre guillemets : \"…\"",
    ),
    (
        "missing comma between array elements",
        "virgule manquante entre deux éléments de la liste",
        "séparez-les par une virgule",
    ),
    (
        "missing comma between key-value pairs",
        "virgule manquante entre deux clés",
        "séparez-les par une virgule",
    ),
    (
        "missing assignment between key-value pairs",
        "signe = manquant après la clé",
        "écrivez : clé = valeur",
    ),
    ("missing key for inline table element", "clé manquante", "écrivez : clé = valeur"),
    ("missing inline table opening", "accolade ouvrante manquante", "ajoutez {"),
    ("missing array opening", "crochet ouvrant manquant", "ajoutez ["),
    (
        "missing escaped value",
        "barre oblique inverse sans suite",
        "doublez-la : \\\\, ou mettez le texte entre apostrophes",
    ),
    ("missing value for key", "valeur manquante après le signe =", "écrivez : clé = \"…\""),
    ("missing value", "valeur manquante", "écrivez : clé = \"…\""),
    ("missing table open", "crochet ouvrant manquant", "écrivez [nom] ou [[nom]]"),
    ("missing comment start", "texte hors de toute clé", "commencez un commentaire par #"),
    ("unclosed array table", "double crochet non fermé", "écrivez [[nom]]"),
    ("unclosed table", "crochet non fermé", "écrivez [nom]"),
    ("unclosed inline table", "accolade non fermée", "ajoutez }"),
    ("unclosed array", "liste non fermée", "ajoutez ]"),
    (
        "unexpected key or value",
        "clé ou valeur inattendue",
        "mettez chaque « clé = valeur » sur sa ligne, et les textes entre guillemets",
    ),
    (
        "unexpected content between comment and newline",
        "contenu inattendu après le commentaire",
        "",
    ),
    ("unexpected content", "contenu inattendu", ""),
    ("unexpected `=` in array", "signe = dans une liste", "une liste ne contient que des valeurs"),
    (
        "unexpected leading zero",
        "zéro en tête d’un nombre",
        "mettez la valeur entre guillemets : \"011\"",
    ),
    ("unexpected sign", "signe inattendu", ""),
    ("unquoted keys cannot be empty", "clé vide", "écrivez : clé = valeur"),
    (
        "invalid unquoted key",
        "caractère interdit dans une clé",
        "une clé s’écrit en minuscules sans accent ni espace",
    ),
    ("invalid key-value pair", "« clé = valeur » mal écrit", ""),
    ("invalid inline table element", "élément de table mal écrit", ""),
    ("invalid comment character", "caractère interdit dans un commentaire", "supprimez-le"),
    ("invalid date", "texte sans guillemets", "mettez le texte entre guillemets : \"…\""),
    ("invalid value", "valeur mal écrite", "mettez les textes entre guillemets"),
    (
        "invalid basic string, expected non-double-quote visible characters",
        "texte avec un caractère interdit",
        "supprimez ce caractère (il vient souvent d’un copier-coller)",
    ),
    (
        "invalid basic string",
        "guillemet fermant manquant",
        "fermez le texte sur la même ligne, ou ouvrez-le et fermez-le par trois guillemets : \"\"\"",
    ),
    (
        "invalid multi-line basic string",
        "texte sur plusieurs lignes non fermé",
        "fermez-le par trois guillemets : \"\"\"",
    ),
    (
        "invalid literal string",
        "apostrophe fermante manquante",
        "entourez plutôt le texte de guillemets : \"…\"",
    ),
    (
        "invalid multi-line literal string",
        "texte sur plusieurs lignes non fermé",
        "fermez-le par trois apostrophes : '''",
    ),
    (
        "invalid boolean",
        "texte sans guillemets",
        "mettez le texte entre guillemets : \"…\" ; un oui ou non s’écrit true ou false",
    ),
    (
        "string values must be quoted",
        "texte sans guillemets",
        "mettez le texte entre guillemets : \"…\"",
    ),
    ("key with no value", "signe = manquant après la clé", "écrivez : clé = valeur"),
    ("extra comma in inline table", "virgule en trop", "retirez-la"),
    ("extra comma in array", "virgule en trop", "retirez-la"),
    ("extra assignment between key-value pairs", "signe = en trop", "retirez-le"),
    ("extra `=`", "signe = en trop", "retirez-le"),
    (
        "carriage return must be followed by newline",
        "retour de chariot isolé",
        "enregistrez le fichier avec des fins de ligne ordinaires",
    ),
    ("integers with a radix cannot be signed", "nombre mal écrit", ""),
    ("radix must be lowercase", "nombre mal écrit", ""),
    ("redundant numeric sign", "signe en double", ""),
    ("redundant integer number prefix", "nombre mal écrit", ""),
    (
        "`_` may only go between digits",
        "tiret bas mal placé dans un nombre",
        "écrivez le montant entre guillemets : \"1 234,56\"",
    ),
    (
        "too few unicode value digits",
        "code de caractère incomplet",
        "écrivez \\u suivi de quatre chiffres, ou le caractère lui-même",
    ),
    ("cannot recurse further; max recursion depth met", "listes imbriquées trop profondément", ""),
    ("could not allocate for string", "texte trop long", ""),
];

/// Messages after which the parser no longer knows where it is: what it reads next may be told of the wrong table.
const DEROUTANTS: &[&str] = &[
    "unclosed",
    "missing table",
    "missing array",
    "missing comma",
    "unexpected `=` in array",
    "invalid multi-line",
    "key with no value",
    "duplicate key",
    "invalid unquoted key",
    "cannot recurse",
];

/// The faults of syntax of a file, and what may still be said of its values.
pub(crate) struct Syntaxe {
    pub(crate) faults: Vec<Fault>,
    /// The lines with a fault of syntax, by their first byte.
    lignes: Vec<usize>,
    /// Where the reading lost its way.
    perdu: usize,
}

impl Syntaxe {
    /// What the parser says of a file, in the order of the text, one fault for each slip.
    pub(crate) fn new(
        errors: &[toml::de::Error],
        table: &DeTable<'_>,
        fichier: &str,
        texte: &str,
    ) -> Self {
        let mut errors: Vec<(Range<usize>, &str)> = errors
            .iter()
            .map(|e| (e.span().unwrap_or(0..0), e.message().lines().next().unwrap_or("")))
            .collect();
        errors.sort_by_key(|(plage, _)| plage.start);
        let ouvertes: Vec<usize> =
            errors.iter().filter(|(_, m)| leaves_open(m)).map(|(plage, _)| plage.start).collect();
        let mut out = Self { faults: Vec::new(), lignes: Vec::new(), perdu: usize::MAX };
        let mut swallowed = 0;
        for (plage, message) in &errors {
            if plage.start < swallowed {
                continue;
            }
            if out.faults.len() == MAX_FAUTES {
                out.perdu = out.perdu.min(plage.start);
                break;
            }
            let lost = DEROUTANTS.iter().any(|d| message.starts_with(d));
            // A list that nobody closed swallows the keys after it: the fault is at its bracket.
            if let Some(list) = unclosed(&ouvertes, plage.start, table, texte) {
                swallowed = list.end.max(plage.start) + 1;
                out.perdu = out.perdu.min(list.start);
                out.lignes.push(line(texte, list.start));
                out.faults.push(
                    Fault::new(
                        codes::SYNTAXE,
                        fichier,
                        "",
                        format!("{MAL_ECRIT} : liste non fermée"),
                    )
                    .etiquette("cette liste n’est pas fermée")
                    .aide("ajoutez ] à la fin de la liste")
                    .plage(list),
                );
                continue;
            }
            let here = line(texte, plage.start);
            if lost {
                out.perdu = out.perdu.min(plage.start);
            }
            if out.lignes.contains(&here) {
                continue;
            }
            out.lignes.push(here);
            out.faults.push(fault(message, plage.clone(), table, fichier, texte));
        }
        out
    }

    /// Whether a fault of a value is sure, although the file has faults of syntax: absent keys may be in what the
    /// parser skipped, and a value beside a slip is not what was meant.
    pub(crate) fn keeps(&self, fault: &Fault, texte: &str) -> bool {
        let Some(plage) = &fault.plage else { return fault.code != codes::CLE_ABSENTE };
        fault.code != codes::CLE_ABSENTE
            && plage.start < self.perdu
            && !self.lignes.contains(&line(texte, plage.start))
    }
}

/// Faults of syntax told of one file: beyond, it is another kind of file.
const MAX_FAUTES: usize = 50;

const MAL_ECRIT: &str = "le fichier est mal écrit";

/// The first byte of the line where a byte stands.
fn line(texte: &str, at: usize) -> usize {
    let at = (0..=at.min(texte.len())).rev().find(|i| texte.is_char_boundary(*i)).unwrap_or(0);
    texte[..at].rfind('\n').map_or(0, |i| i + 1)
}

/// Whether a message is that of a list that ends nowhere, or swallows a « clé = valeur ».
fn leaves_open(message: &str) -> bool {
    (message.starts_with("unclosed array") && !message.starts_with("unclosed array table"))
        || message.starts_with("unexpected `=` in array")
}

/// The list around a byte, if it is one of those that are left open.
fn unclosed(
    ouvertes: &[usize],
    at: usize,
    table: &DeTable<'_>,
    texte: &str,
) -> Option<Range<usize>> {
    if ouvertes.is_empty() {
        return None;
    }
    let list = around(table, at)?;
    let first = ouvertes.partition_point(|o| *o < list.start);
    ouvertes
        .get(first)
        .is_some_and(|o| *o <= list.end)
        .then_some(list)
        .filter(|l| texte[l.start..].starts_with('['))
}

/// The outermost list of values that covers a byte.
fn around(table: &DeTable<'_>, at: usize) -> Option<Range<usize>> {
    table.iter().find_map(|(_, value)| match value.get_ref() {
        DeValue::Array(items) => {
            let span = value.span();
            let tables = items.iter().filter_map(|i| i.get_ref().as_table());
            (span.start < at && at <= span.end)
                .then_some(span)
                .or_else(|| tables.into_iter().find_map(|t| around(t, at)))
        }
        DeValue::Table(inner) => around(inner, at),
        _ => None,
    })
}

/// The last key of that name before a byte: in a table where a key stands twice, the first of both.
fn earlier(table: &DeTable<'_>, name: &str, before: usize) -> Option<Range<usize>> {
    table
        .iter()
        .flat_map(|(key, value)| {
            let own = (key.get_ref() == name).then(|| key.span());
            let below = match value.get_ref() {
                DeValue::Table(inner) => earlier(inner, name, before),
                DeValue::Array(items) => items
                    .iter()
                    .filter_map(|i| i.get_ref().as_table())
                    .filter_map(|t| earlier(t, name, before))
                    .max_by_key(|r| r.start),
                _ => None,
            };
            [own, below]
        })
        .flatten()
        .filter(|span| span.end <= before)
        .max_by_key(|span| span.start)
}

/// A fault of syntax, from what the parser says and where; `texte` is the file.
fn fault(
    message: &str,
    plage: Range<usize>,
    table: &DeTable<'_>,
    fichier: &str,
    texte: &str,
) -> Fault {
    let typed = texte.get(plage.clone()).unwrap_or("");
    let fault = if let Some(fault) = moment(message, typed, fichier) {
        fault
    } else if message.starts_with("duplicate key") {
        let first = earlier(table, typed.trim_matches(['"', '\'']), plage.start);
        let mut fault = Fault::new(
            codes::SYNTAXE,
            fichier,
            "",
            format!("« {} » est écrit deux fois", cite(typed)),
        )
        .etiquette("deuxième fois")
        .aide("gardez-en un seul");
        if let Some(first) = first {
            let lieu = fault.lieu.clone();
            fault.secondaires.push(Secondaire {
                lieu,
                plage: Some(first),
                etiquette: "première fois".to_owned(),
            });
        }
        fault
    } else {
        let known = MESSAGES.iter().find(|(english, ..)| message.starts_with(english));
        let (french, hint) = known.map_or(("syntaxe incorrecte", ""), |(_, f, h)| (*f, *h));
        let (french, hint) = refine(french, hint, &plage, texte);
        let mut fault = Fault::new(codes::SYNTAXE, fichier, "", format!("{MAL_ECRIT} : {french}"))
            .etiquette(french);
        if !hint.is_empty() {
            fault = fault.aide(hint);
        }
        fault
    };
    // A long text that nobody closed runs to the end of the file: the fault is where it opens.
    let plage = match message.starts_with("invalid multi-line") && typed.is_empty() {
        true => opening(table, plage.start).unwrap_or(plage),
        false => plage,
    };
    fault.plage(plage)
}

/// The opening marks of the text that runs to a byte.
fn opening(table: &DeTable<'_>, at: usize) -> Option<Range<usize>> {
    table.iter().find_map(|(_, value)| match value.get_ref() {
        DeValue::String(_) => {
            let span = value.span();
            (span.start < at && at <= span.end).then_some(span.start..span.start + 3)
        }
        DeValue::Table(inner) => opening(inner, at),
        DeValue::Array(items) => {
            items.iter().filter_map(|i| i.get_ref().as_table()).find_map(|t| opening(t, at))
        }
        _ => None,
    })
}

/// A day or an hour that does not exist, or is not written as a file wants it.
fn moment(message: &str, typed: &str, fichier: &str) -> Option<Fault> {
    // « 2026-014 » is a number of an act, not a day.
    if typed.matches('-').count() == 1 {
        return None;
    }
    let said =
        ["invalid date", "invalid time", "invalid datetime"].iter().any(|m| message.starts_with(m));
    let (what, hint) = if let Some(day) = date_typed(typed) {
        ("cette date est mal écrite", format!("écrivez : {day}"))
    } else if let Some(hour) = hour_typed(typed).filter(|_| !message.starts_with("invalid time")) {
        ("cette heure est mal écrite", format!("écrivez : {hour}"))
    } else if said && typed.contains('-') {
        (
            "cette date n’existe pas",
            last_day(typed)
                .unwrap_or_else(|| "une date s’écrit année-mois-jour : 2012-12-07".to_owned()),
        )
    } else if said {
        (
            "cette heure n’existe pas",
            "une heure s’écrit heures:minutes:secondes : 18:30:00".to_owned(),
        )
    } else {
        return None;
    };
    let label =
        if what.contains("date") { "date impossible à lire" } else { "heure impossible à lire" };
    Some(Fault::new(codes::DATE, fichier, "", what).etiquette(label).aide(hint))
}

/// How many days the month of an impossible day has.
fn last_day(typed: &str) -> Option<String> {
    let mut parts = typed.get(..10)?.split('-');
    let year: i32 = parts.next()?.parse().ok()?;
    let month: u32 = parts.next()?.parse().ok()?;
    let first = chrono::NaiveDate::from_ymd_opt(year, month, 1)?;
    let days = first.num_days_in_month();
    let name = MOIS.get(usize::try_from(month).ok()?.checked_sub(1)?)?;
    Some(format!("le mois de {name} {year} a {days} jours"))
}

/// A better name and hint, from what stands around the slip.
fn refine(
    french: &'static str,
    hint: &'static str,
    plage: &Range<usize>,
    texte: &str,
) -> (&'static str, &'static str) {
    let typed = texte.get(plage.clone()).unwrap_or("");
    let before = texte.get(..plage.start).unwrap_or("");
    if typed.starts_with(['“', '”', '«', '„']) {
        return (
            "guillemets qui ne sont pas ceux du format",
            "entourez le texte de guillemets droits : \"…\" ; à l’intérieur, les « » sont permis",
        );
    }
    if french == "texte sans guillemets"
        && typed.starts_with(|c: char| c.is_ascii_digit())
        && typed.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || ",.€".contains(c))
    {
        return (
            "nombre avec une espace ou une virgule",
            "mettez le montant entre guillemets : \"1 234,56\"",
        );
    }
    if french == "contenu inattendu" || french == "clé ou valeur inattendue" {
        if before.ends_with("\"\"\"") {
            return (
                "texte après trois guillemets fermants",
                "un texte plus haut n’est sans doute pas fermé par trois guillemets",
            );
        }
        if before.ends_with('"') {
            return (
                "texte après un guillemet fermant",
                "un guillemet droit ferme le texte : à l’intérieur, écrivez « » ou \\\"",
            );
        }
        if before.ends_with('\'') {
            return (
                "texte après une apostrophe fermante",
                "une apostrophe droite ferme un texte ouvert par une apostrophe : entourez-le de guillemets",
            );
        }
    }
    if typed.chars().any(char::is_control) && french.starts_with("texte") {
        return (
            "caractère interdit",
            "supprimez ce caractère (il vient souvent d’un copier-coller)",
        );
    }
    (french, hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each kind of slip, through the real parser: none may fall back on the vague message.
    #[test]
    fn slips_have_a_french_name() {
        for slip in [
            "a",
            "a =",
            "= 1",
            "a = 1 2",
            "a = x",
            "a = \"x",
            "a = '''x",
            "a = [1, 2",
            "a = [1 2]",
            "a = {b = 1",
            "a = {b}",
            "[a",
            "[[a]",
            "a = 1\na = 2",
            "a = 012",
            "a = \"\\q\"",
            "a = \"\\u12\"",
            "a = 1__0",
            "é = 1",
            "a == 1",
            "a = [1,,2]",
            "a = \"\"\"x",
            "a b = 1",
            "a = tru",
            "a = {,}",
            "a = 'x",
            "a.b = 1\na = 2",
            "[a]\n[a]",
            "a = +-1",
            "a = 0X1",
        ] {
            let (table, errors) = DeTable::parse_recoverable(slip);
            assert!(!errors.is_empty(), "{slip:?} parses");
            let faults = Syntaxe::new(&errors, table.get_ref(), "f", slip).faults;
            assert!(!faults.is_empty(), "{slip:?}");
            for fault in faults {
                assert_ne!(fault.etiquette, "syntaxe incorrecte", "{slip:?}: {errors:?}");
            }
        }
    }

    #[test]
    fn impossible_days() {
        for (slip, aide) in [
            ("a = 2012-02-30", "le mois de février 2012 a 29 jours"),
            ("a = 2012-13-01", "une date s’écrit année-mois-jour : 2012-12-07"),
            ("a = 2012-2-3", "écrivez : 2012-02-03"),
            ("a = 07/12/2012", "écrivez : 2012-12-07"),
            ("a = 18h30", "écrivez : 18:30:00"),
            ("a = 25:00:00", "une heure s’écrit heures:minutes:secondes : 18:30:00"),
        ] {
            let (table, errors) = DeTable::parse_recoverable(slip);
            let faults = Syntaxe::new(&errors, table.get_ref(), "f", slip).faults;
            assert_eq!(faults.len(), 1, "{slip}: {faults:?}");
            assert_eq!(faults[0].code, codes::DATE, "{slip}");
            assert_eq!(faults[0].aide.as_deref(), Some(aide), "{slip}");
        }
    }

    #[test]
    fn a_list_left_open_is_one_fault() {
        let texte = "a = [1, 2\nb = 3\nc = 4\n";
        let (table, errors) = DeTable::parse_recoverable(texte);
        let faults = Syntaxe::new(&errors, table.get_ref(), "f", texte).faults;
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(faults[0].plage.as_ref().map(|r| r.start), Some(4));
    }
}
