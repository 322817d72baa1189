//! The rows of a budget table, and how their last column is merged.

use serde_json::{Value, json};

use crate::render::donnees::texte::words;

/// Longest text of a line, in characters, that may hold with its sub-total on one page: a cell that may not be cut must
/// fit on one.
const TENABLE: usize = 500;
/// Rows that one comment may hold together.
const RANGS: usize = 10;

/// A row of a budget table.
pub(super) struct Rang {
    /// `ligne`, `sous-total`, `total`, `bilan` or `cumul`.
    pub(super) genre: &'static str,
    pub(super) action: String,
    pub(super) libelle: String,
    pub(super) detail: String,
    pub(super) chapitre: String,
    pub(super) montants: Vec<String>,
    pub(super) commentaire: String,
    /// Rows that the action and label stand beside; 0 when an upper one covers this row.
    pub(super) etendue_action: usize,
    /// Lines that the comment stands beside; 0 when an upper one covers this row.
    pub(super) etendue_commentaire: usize,
}

impl Rang {
    fn texts(&self) -> impl Iterator<Item = &str> {
        [&self.libelle, &self.detail, &self.commentaire].into_iter().map(String::as_str)
    }
}

/// A table: its title, its rows, and the length of its longest word, which decides whether words may be cut.
pub(super) fn table(titre: &str, rangs: Vec<Rang>) -> Value {
    let mot = rangs
        .iter()
        .filter(|r| r.genre == "ligne")
        .flat_map(Rang::texts)
        .flat_map(|t| t.split([' ', '-', '\'']))
        .map(|word| word.chars().count())
        .max()
        .unwrap_or(0);
    let spans = merge(&rangs);
    let lignes: Vec<Value> =
        rangs.into_iter().zip(spans).map(|(rang, span)| row(rang, &span)).collect();
    json!({ "titre": words(titre), "mot": mot, "lignes": lignes })
}

/// How many rows a comment cell covers, and whether a page break may fall inside it.
struct Span {
    rangs: usize,
    solidaire: bool,
}

/// A total without a comment shares the comment cell of the row above, which no page break may cut: the last line and
/// its sub-total hold together. A comment over several lines also covers the sub-totals between them.
fn merge(rangs: &[Rang]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::with_capacity(rangs.len());
    let mut source = 0;
    let mut lines_left = 0;
    let mut longest = 0;
    for (i, rang) in rangs.iter().enumerate() {
        let ligne = rang.genre == "ligne";
        if ligne {
            longest = rang.texts().map(|t| t.chars().count()).max().unwrap_or(0);
        }
        let covered = if ligne {
            rang.etendue_commentaire == 0 && i > 0
        } else {
            i > 0
                && rang.commentaire.is_empty()
                && (lines_left > 0 || (out[source].rangs < RANGS && longest < TENABLE))
        };
        if covered {
            out[source].rangs += 1;
            out[source].solidaire |= !ligne && lines_left == 0;
            out.push(Span { rangs: 0, solidaire: false });
        } else {
            source = i;
            lines_left = rang.etendue_commentaire;
            out.push(Span { rangs: 1, solidaire: false });
        }
        if ligne {
            lines_left = lines_left.saturating_sub(1);
        } else if !covered {
            lines_left = 0;
        }
    }
    out
}

fn row(rang: Rang, span: &Span) -> Value {
    json!({
        "genre": rang.genre,
        "action": words(&rang.action),
        "libelle": words(&rang.libelle),
        "detail": words(&rang.detail),
        "chapitre": rang.chapitre,
        "montants": rang.montants,
        "commentaire": words(&rang.commentaire),
        "etendue_action": rang.etendue_action,
        "etendue_commentaire": span.rangs,
        "solidaire": span.solidaire,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rang(genre: &'static str, commentaire: &str, lignes: usize) -> Rang {
        Rang {
            genre,
            action: String::new(),
            libelle: String::new(),
            detail: String::new(),
            chapitre: String::new(),
            montants: Vec::new(),
            commentaire: commentaire.to_owned(),
            etendue_action: 1,
            etendue_commentaire: lignes,
        }
    }

    fn spans(rangs: &[Rang]) -> Vec<usize> {
        merge(rangs).iter().map(|s| s.rangs).collect()
    }

    #[test]
    fn a_sub_total_holds_with_its_line() {
        let rangs = [rang("ligne", "a", 1), rang("ligne", "", 1), rang("sous-total", "", 1)];
        assert_eq!(spans(&rangs), [1, 2, 0]);
        let rangs = [rang("ligne", "a", 1), rang("sous-total", "b", 1), rang("total", "", 1)];
        assert_eq!(spans(&rangs), [1, 2, 0]);
    }

    #[test]
    fn a_comment_over_lines_covers_the_sub_total_between_them() {
        let rangs = [
            rang("ligne", "a", 3),
            rang("ligne", "", 0),
            rang("sous-total", "", 1),
            rang("ligne", "", 0),
            rang("sous-total", "", 1),
            rang("ligne", "c", 1),
        ];
        assert_eq!(spans(&rangs), [5, 0, 0, 0, 0, 1]);
    }
}
