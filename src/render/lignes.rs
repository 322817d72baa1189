//! What stands on the pages, as lines of text: to search a document, compare two of them, or show it without a screen.

use std::fmt;

use typst::layout::{Frame, FrameItem, Point};

use super::MiseEnPage;

/// How far two baselines may stand apart in one line, in points: superscripts do not make a line of their own.
const MEME_LIGNE: f64 = 3.0;
/// The gap that is a space, and the one that is a column, in parts of the text size.
const ESPACE: f64 = 0.12;
const COLONNE: f64 = 1.2;

/// One page (*page*) as lines of text.
#[derive(Debug, Clone, PartialEq)]
pub struct PageTexte {
    /// Its width in points.
    pub largeur: f64,
    /// Its height in points.
    pub hauteur: f64,
    /// Its lines, header and footer included, in the order in which they are laid out: the reading order, but for a
    /// cell that covers several rows, which comes after the first of them.
    pub lignes: Vec<Ligne>,
}

/// One line (*ligne*) of text; in points from the top left corner of its page.
#[derive(Debug, Clone, PartialEq)]
pub struct Ligne {
    /// Its words. A tab stands where the page leaves the room of a column; a word cut at the end keeps its hyphen.
    pub texte: String,
    /// Where its words start.
    pub gauche: f64,
    /// Where its words end.
    pub droite: f64,
    /// Its baseline.
    pub base: f64,
}

impl fmt::Display for PageTexte {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.lignes.iter().try_for_each(|ligne| writeln!(f, "{}", ligne.texte))
    }
}

impl MiseEnPage {
    /// The text of every page, in order, as it is laid out.
    #[must_use]
    pub fn texte(&self) -> Vec<PageTexte> {
        self.document
            .pages()
            .iter()
            .map(|page| {
                let size = page.frame.size();
                let mut lignes = Vec::new();
                walk(&page.frame, Point::zero(), &mut lignes);
                PageTexte { largeur: size.x.to_pt(), hauteur: size.y.to_pt(), lignes }
            })
            .collect()
    }
}

fn walk(frame: &Frame, origin: Point, lignes: &mut Vec<Ligne>) {
    for (position, item) in frame.items() {
        let at = origin + *position;
        match item {
            FrameItem::Group(group) => {
                let shift = Point::new(group.transform.tx, group.transform.ty);
                walk(&group.frame, at + shift, lignes);
            }
            FrameItem::Text(text) => {
                // A break that was offered and not taken does not show.
                let words: String =
                    text.text.chars().filter(|c| !matches!(c, '\u{200b}' | '\u{ad}')).collect();
                let (gauche, base) = (at.x.to_pt(), at.y.to_pt());
                let droite = gauche + text.width().to_pt();
                add(lignes, &words, gauche, droite, base, text.size.to_pt());
            }
            _ => {}
        }
    }
}

fn add(lignes: &mut Vec<Ligne>, words: &str, gauche: f64, droite: f64, base: f64, size: f64) {
    match lignes.last_mut() {
        Some(last) if (last.base - base).abs() <= MEME_LIGNE && gauche >= last.droite - size => {
            let gap = (gauche - last.droite) / size;
            if gap > COLONNE {
                last.texte.push('\t');
            } else if gap > ESPACE && !last.texte.ends_with(char::is_whitespace) {
                last.texte.push(' ');
            }
            last.texte.push_str(words);
            last.droite = last.droite.max(droite);
        }
        _ => lignes.push(Ligne { texte: words.to_owned(), gauche, droite, base }),
    }
}
