//! Cells that no spreadsheet takes for a formula.

/// A text as a cell of a CSV: what starts like a formula gets an apostrophe before it.
///
/// So does what follows a comma or a semicolon: a spreadsheet that takes the other separator than the file's, as a French
/// one does, cuts the cell there. Source: OWASP, *CSV Injection*: `=`, `+`, `-`, `@`, a tabulation, a carriage return, and
/// their full-width forms.
#[must_use]
pub fn cellule(texte: &str) -> String {
    let plain: String = texte.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let first = plain.trim_start().chars().next();
    let mut out = String::with_capacity(plain.len());
    let mut head = false;
    for c in if first.is_some_and(is_formule) { plain.trim_start() } else { &plain }.chars() {
        if (head || out.is_empty()) && is_formule(c) {
            out.push('\'');
        }
        // Spaces and quotes do not save a cell.
        head = matches!(c, ',' | ';') || head && (c.is_whitespace() || c == '"');
        out.push(c);
    }
    out
}

/// Whether a cell that starts so is a formula.
fn is_formule(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\u{2212}')
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
            // Where the other separator cuts.
            for part in cell.split([',', ';']).skip(1) {
                let first = part.chars().find(|c| !c.is_whitespace() && *c != '"');
                prop_assert!(!matches!(first, Some('=' | '+' | '-' | '@')), "{cell:?}");
            }
        }
    }

    #[test]
    fn other_texts_are_left_alone() {
        for texte in ["Tarifs", "", "l’été – l’hiver", "1DL15494"] {
            assert_eq!(cellule(texte), texte);
        }
        assert_eq!(cellule("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(cellule(" \t-1+1"), "'-1+1");
        assert_eq!(cellule("Tarifs; \"=1+1"), "Tarifs; \"'=1+1");
        assert_eq!(cellule("Eau,@x ; a-b"), "Eau,'@x ; a-b");
    }
}
