//! Cells that no spreadsheet takes for a formula.

/// A text as a cell of a CSV: one that starts like a formula gets an apostrophe before it.
///
/// Source: OWASP, *CSV Injection*: `=`, `+`, `-`, `@`, a tabulation, a carriage return, and their full-width forms.
#[must_use]
pub fn cellule(texte: &str) -> String {
    let plain: String = texte.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let first = plain.trim_start().chars().next();
    if matches!(first, Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\u{2212}')) {
        format!("'{}", plain.trim_start())
    } else {
        plain
    }
}

/// The lines of a CSV in UTF-8, commas between cells, as RFC 4180 writes it.
pub(super) fn write<R: AsRef<[u8]>>(
    rows: impl IntoIterator<Item = Vec<R>>,
    separateur: u8,
) -> Vec<u8> {
    let mut out = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .delimiter(separateur)
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        // A writer in memory refuses nothing.
        let _ = out.write_record(row);
    }
    out.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_cell_is_a_formula(texte in any::<String>()) {
            let cell = cellule(&texte);
            let first = cell.trim_start().chars().next();
            prop_assert!(!matches!(first, Some('=' | '+' | '-' | '@')), "{cell:?}");
            prop_assert!(!cell.starts_with(['\t', '\r', '\n']));
        }
    }

    #[test]
    fn other_texts_are_left_alone() {
        for texte in ["Tarifs", "", "l’été – l’hiver", "1DL15494"] {
            assert_eq!(cellule(texte), texte);
        }
        assert_eq!(cellule("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(cellule(" \t-1+1"), "'-1+1");
    }
}
