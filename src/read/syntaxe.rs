//! The TOML parser's messages, in French.

use std::ops::Range;

use super::codes;
use super::fault::Fault;

/// English message of the parser → what to say, and a hint. Every string literal of `toml_parser` that can reach a
/// user is here; an unknown one falls back on « syntaxe incorrecte ».
const MESSAGES: &[(&str, &str, &str)] = &[
    ("missing opening quote", "guillemet ouvrant manquant", "mettez le texte entre guillemets : \"…\""),
    ("missing comma between array elements", "virgule manquante entre deux éléments de la liste", "séparez-les par une virgule"),
    ("missing comma between key-value pairs", "virgule manquante entre deux clés", "séparez-les par une virgule"),
    ("missing assignment between key-value pairs", "signe = manquant après la clé", "écrivez : clé = valeur"),
    ("missing key for inline table element", "clé manquante", "écrivez : clé = valeur"),
    ("missing inline table opening", "accolade ouvrante manquante", "ajoutez {"),
    ("missing array opening", "crochet ouvrant manquant", "ajoutez ["),
    ("missing escaped value", "barre oblique inverse sans suite", "doublez-la : \\\\, ou mettez le texte entre apostrophes"),
    ("missing value for key", "valeur manquante après le signe =", "écrivez : clé = \"…\""),
    ("missing value", "valeur manquante", "écrivez : clé = \"…\""),
    ("missing table open", "crochet ouvrant manquant", "écrivez [nom] ou [[nom]]"),
    ("missing comment start", "texte hors de toute clé", "commencez un commentaire par #"),
    ("unclosed array table", "double crochet non fermé", "écrivez [[nom]]"),
    ("unclosed table", "crochet non fermé", "écrivez [nom]"),
    ("unclosed inline table", "accolade non fermée", "ajoutez }"),
    ("unclosed array", "liste non fermée", "ajoutez ]"),
    ("unexpected key or value", "clé ou valeur inattendue", "mettez chaque « clé = valeur » sur sa ligne, et les textes entre guillemets"),
    ("unexpected content between comment and newline", "contenu inattendu après le commentaire", ""),
    ("unexpected content", "contenu inattendu", ""),
    ("unexpected `=` in array", "signe = dans une liste", "une liste ne contient que des valeurs"),
    ("unexpected leading zero", "zéro en tête d’un nombre", "mettez la valeur entre guillemets : \"011\""),
    ("unexpected sign", "signe inattendu", ""),
    ("unquoted keys cannot be empty", "clé vide", "écrivez : clé = valeur"),
    ("invalid unquoted key", "clé mal écrite", "une clé s’écrit en minuscules sans accent ni espace"),
    ("invalid key-value pair", "« clé = valeur » mal écrit", ""),
    ("invalid inline table element", "élément de table mal écrit", ""),
    ("invalid comment character", "caractère interdit dans un commentaire", "supprimez-le"),
    ("invalid value", "valeur mal écrite", "mettez les textes entre guillemets"),
    ("invalid basic string", "texte entre guillemets mal formé", "fermez les guillemets sur la même ligne, ou utilisez \"\"\""),
    ("invalid multi-line basic string", "texte sur plusieurs lignes mal formé", "fermez-le par \"\"\""),
    ("invalid literal string", "texte entre apostrophes mal formé", "fermez l’apostrophe sur la même ligne, ou utilisez '''"),
    ("invalid multi-line literal string", "texte sur plusieurs lignes mal formé", "fermez-le par '''"),
    ("invalid boolean", "texte sans guillemets", "mettez le texte entre guillemets : \"…\" ; un oui ou non s’écrit true ou false"),
    ("string values must be quoted", "texte sans guillemets", "mettez le texte entre guillemets : \"…\""),
    ("key with no value", "clé sans valeur", "écrivez : clé = valeur"),
    ("extra comma in inline table", "virgule en trop", "retirez-la"),
    ("extra comma in array", "virgule en trop", "retirez-la"),
    ("extra assignment between key-value pairs", "signe = en trop", "retirez-le"),
    ("extra `=`", "signe = en trop", "retirez-le"),
    ("carriage return must be followed by newline", "retour de chariot isolé", "enregistrez le fichier avec des fins de ligne ordinaires"),
    ("integers with a radix cannot be signed", "nombre mal écrit", ""),
    ("radix must be lowercase", "nombre mal écrit", ""),
    ("redundant numeric sign", "signe en double", ""),
    ("redundant integer number prefix", "nombre mal écrit", ""),
    ("`_` may only go between digits", "tiret bas mal placé dans un nombre", "écrivez le montant entre guillemets : \"1 234,56\""),
    ("too few unicode value digits", "code de caractère incomplet", "écrivez \\u suivi de quatre chiffres, ou le caractère lui-même"),
    ("cannot recurse further; max recursion depth met", "listes imbriquées trop profondément", ""),
    ("duplicate key", "clé écrite deux fois", "gardez-en une"),
    ("could not allocate for string", "texte trop long", ""),
];

/// Words of a parser message that speak of a day or an hour which does not exist.
fn is_date(message: &str) -> bool {
    message.contains("datetime") || message.contains("date") || message.contains("time")
}

/// A fault of syntax, from what the parser says and where; `texte` is the file.
pub(crate) fn fault(message: &str, plage: Option<Range<usize>>, fichier: &str, texte: &str) -> Fault {
    let first = message.lines().next().unwrap_or("");
    let plage = plage.unwrap_or(0..0);
    let typed = texte.get(plage.clone()).unwrap_or("");
    let starts_like_a_day =
        typed.len() >= 8 && typed.bytes().take(4).all(|b| b.is_ascii_digit()) && typed.contains('-');
    let mut fault = if is_date(first) || starts_like_a_day {
        Fault::new(codes::DATE, fichier, "", "cette date ou cette heure n’existe pas")
            .etiquette("date impossible")
            .aide("une date s’écrit année-mois-jour : 2012-12-07 ; une heure : 18:30:00")
    } else {
        let known = MESSAGES.iter().find(|(english, ..)| first.starts_with(english));
        let (french, hint) = known.map_or(("syntaxe incorrecte", ""), |(_, f, h)| (*f, *h));
        let mut fault = Fault::new(codes::SYNTAXE, fichier, "", format!("le fichier est mal écrit : {french}"))
            .etiquette(french);
        if !hint.is_empty() {
            fault = fault.aide(hint);
        }
        fault
    };
    fault.plage = Some(plage);
    fault
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each kind of slip, through the real parser: none may fall back on the vague message.
    #[test]
    fn slips_have_a_french_name() {
        for slip in [
            "a", "a =", "= 1", "a = 1 2", "a = x", "a = \"x", "a = '''x", "a = [1, 2", "a = [1 2]",
            "a = {b = 1", "a = {b}", "[a", "[[a]", "a = 1\na = 2", "a = 012", "a = \"\\q\"",
            "a = \"\\u12\"", "a = 1__0", "é = 1", "a == 1", "a = [1,,2]", "a = \"\"\"x", "a b = 1",
            "a = tru", "a = {,}", "a = 'x", "a.b = 1\na = 2", "[a]\n[a]", "a = +-1", "a = 0X1",
        ] {
            let (_, errors) = toml::de::DeTable::parse_recoverable(slip);
            assert!(!errors.is_empty(), "{slip:?} parses");
            for error in errors {
                let fault = fault(error.message(), error.span(), "f", slip);
                assert_ne!(fault.etiquette, "syntaxe incorrecte", "{slip:?}: {}", error.message());
            }
        }
    }

    #[test]
    fn impossible_days() {
        for slip in ["a = 2012-02-30", "a = 2012-13-01", "a = 25:00:00"] {
            let (table, errors) = toml::de::DeTable::parse_recoverable(slip);
            if let Some(error) = errors.first() {
                assert_eq!(fault(error.message(), error.span(), "f", slip).code, codes::DATE, "{slip}");
            } else {
                assert!(table.get_ref().get("a").is_some(), "{slip}");
            }
        }
    }
}
