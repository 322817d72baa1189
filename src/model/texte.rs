//! Rich text: the closed tree that every Markdown field becomes.

/// A rich text (*texte riche*): blocks in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texte {
    /// The blocks, in reading order; empty for an empty text.
    pub blocs: Vec<Bloc>,
}

/// A block of rich text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Bloc {
    /// A paragraph.
    Paragraphe(Vec<Inline>),
    /// A heading, level 1 to 4; only orientation documents and annexed texts may have some.
    Titre {
        /// Level in the source, from 1 to 4.
        niveau: u8,
        /// Its words.
        texte: Vec<Inline>,
    },
    /// A list.
    Liste(Liste),
    /// A table with one header row.
    Tableau(Tableau),
    /// A quotation.
    Citation(Vec<Bloc>),
    /// A horizontal rule (*filet*).
    Filet,
    /// A preformatted block, printed as it stands.
    Code(String),
    /// A list drawn from the programme at this place.
    Insertion(Insertion),
}

/// A list, bulleted or numbered.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Liste {
    /// The number of the first item when the list is numbered.
    pub debut: Option<u32>,
    /// The items, each a sequence of blocks.
    pub elements: Vec<Vec<Bloc>>,
}

/// A table (*tableau*) of a text: one header row, then rows of the same width.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Tableau {
    /// Alignment of each column.
    pub alignements: Vec<Alignement>,
    /// Header cells.
    pub entete: Vec<Vec<Inline>>,
    /// Body rows; every row has as many cells as the header.
    pub lignes: Vec<Vec<Vec<Inline>>>,
}

/// The alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Alignement {
    /// None asked for: text to the left.
    #[default]
    Defaut,
    /// To the left.
    Gauche,
    /// Centred.
    Centre,
    /// To the right, for figures.
    Droite,
}

/// What a line such as `{actions}` in a text stands for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Insertion {
    /// The orientations of the programme, as a list.
    Orientations,
    /// The declared actions; or those whose identifiers are given, declared or not, in the order of the programme.
    Actions(Vec<String>),
    /// The measures of one term of the calendar.
    Calendrier(super::Terme),
    /// The members of the steering committee.
    Comite,
    /// The grants of the act: its reader puts their table there at once.
    Subventions,
}

/// A piece of text inside a block.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Inline {
    /// Plain words.
    Texte(String),
    /// Strong emphasis (*gras*).
    Gras(Vec<Inline>),
    /// Emphasis (*italique*).
    Italique(Vec<Inline>),
    /// Struck through (*barré*).
    Barre(Vec<Inline>),
    /// Underlined (*souligné*).
    Souligne(Vec<Inline>),
    /// Superscript (*exposant*).
    Exposant(Vec<Inline>),
    /// Subscript (*indice*).
    Indice(Vec<Inline>),
    /// Words printed as they stand, without typography.
    Code(String),
    /// A link (*lien*); only `http`, `https` and `mailto` addresses.
    Lien {
        /// The address.
        url: String,
        /// The words that carry it.
        texte: Vec<Inline>,
    },
    /// A footnote (*note de bas de page*).
    Note(Vec<Bloc>),
    /// A forced line break.
    Saut,
}

impl Texte {
    /// Whether the text says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocs.is_empty()
    }

    /// The words alone, blocks separated by a line feed, for searches and titles.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut out = String::new();
        blocs_plain(&self.blocs, &mut out);
        out
    }
}

/// The words of a run of inlines, without their styles; footnotes are left out.
#[must_use]
pub fn inlines_plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    push_inlines(inlines, &mut out);
    out
}

fn push_inlines(inlines: &[Inline], out: &mut String) {
    for i in inlines {
        match i {
            Inline::Texte(t) | Inline::Code(t) => out.push_str(t),
            Inline::Gras(v)
            | Inline::Italique(v)
            | Inline::Barre(v)
            | Inline::Souligne(v)
            | Inline::Exposant(v)
            | Inline::Indice(v)
            | Inline::Lien { texte: v, .. } => push_inlines(v, out),
            Inline::Note(_) => {}
            Inline::Saut => out.push(' '),
        }
    }
}

fn blocs_plain(blocs: &[Bloc], out: &mut String) {
    for b in blocs {
        if !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
        match b {
            Bloc::Paragraphe(v) | Bloc::Titre { texte: v, .. } => push_inlines(v, out),
            Bloc::Liste(l) => l.elements.iter().for_each(|e| blocs_plain(e, out)),
            Bloc::Tableau(t) => {
                for row in std::iter::once(&t.entete).chain(&t.lignes) {
                    for cell in row {
                        push_inlines(cell, out);
                        out.push('\n');
                    }
                }
            }
            Bloc::Citation(v) => blocs_plain(v, out),
            Bloc::Code(t) => out.push_str(t),
            Bloc::Filet | Bloc::Insertion(_) => {}
        }
    }
}
