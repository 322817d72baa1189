//! One text of a dossier, with its tokens and the place of its words.

use std::ops::Range;
use std::sync::OnceLock;

use memchr::memmem;

use super::jeton::{self, GenreJeton, Jeton};
use crate::model::Lieu;

/// Every text of a dossier (*relevé*), in the order of its pieces.
#[derive(Debug, Clone, Default)]
pub struct Releve {
    /// The texts.
    pub ecrits: Vec<Ecrit>,
}

/// A text of a dossier (*écrit*): the words of one value of its files.
#[derive(Debug, Clone)]
pub struct Ecrit {
    /// What it is in the dossier.
    pub ecriture: Ecriture,
    /// The value that holds it.
    pub lieu: Lieu,
    /// Its words, a line for each paragraph, heading, item and cell.
    pub texte: String,
    /// Its tokens.
    pub jetons: Vec<Jeton>,
    /// The rank of the key of each token, [`jeton::rang`]: a search goes through these bytes first.
    rangs: Vec<u8>,
    /// The ranks that it has, a bit each.
    presence: u64,
    /// Whether its spaces are all plain ones, each alone.
    simple: OnceLock<bool>,
    /// The tokens that end a sentence, by their ranks.
    fins: Vec<usize>,
    /// Its headings, by their bytes.
    pub titres: Vec<Range<usize>>,
    /// Its tables.
    pub grilles: Vec<Grille>,
    /// Its paragraphs that a list or an insertion follows.
    pub annonces: Vec<Annonce>,
}

/// What a text is in a dossier; ranks are from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of the model")]
pub enum Ecriture {
    Objet(usize),
    Expose,
    Visa(usize),
    Considerant(usize),
    Dispositif(usize),
    Annexe(usize),
    TitreProgramme,
    Orientation(usize),
    Echeance(usize),
    Mesure(usize, usize),
    Document,
    Fiche(usize),
    Champ(usize, usize),
    TitreBudget,
    Ligne(usize),
    Total(usize),
    NoteBudget,
    Preliminaires,
    Point(usize),
    Debats(usize),
}

/// A table (*grille*): the bytes of its cells, header first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grille {
    /// The rows, all of the same width.
    pub rangs: Vec<Vec<Range<usize>>>,
}

/// A paragraph that a list follows (*annonce*), « … à savoir : ».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annonce {
    /// The bytes of the paragraph.
    pub plage: Range<usize>,
    /// How many items the list has.
    pub elements: usize,
    /// Where it comes from.
    pub source: Source,
}

/// Where a list comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The text itself: the bytes of its first line.
    Ici(Range<usize>),
    /// The programme, at that path.
    Programme(String),
}

impl Ecrit {
    pub(super) fn new(ecriture: Ecriture, lieu: Lieu, texte: String) -> Self {
        let jetons = jeton::tokens(&texte);
        let fins = sentences(&texte, &jetons);
        let rangs: Vec<u8> = jetons.iter().map(|j| jeton::rang(j.clef)).collect();
        let presence = rangs.iter().fold(0, |bits, rang| bits | 1 << rang);
        let (titres, grilles, annonces) = (Vec::new(), Vec::new(), Vec::new());
        Self {
            ecriture,
            lieu,
            texte,
            jetons,
            rangs,
            presence,
            fins,
            simple: OnceLock::new(),
            titres,
            grilles,
            annonces,
        }
    }

    /// The characters of a token; nothing beyond the last one.
    #[must_use]
    pub fn mot(&self, i: usize) -> &str {
        self.jetons.get(i).map_or("", |j| &self.texte[j.debut..j.fin])
    }

    /// What a token is.
    #[must_use]
    pub fn genre(&self, i: usize) -> Option<GenreJeton> {
        self.jetons.get(i).map(|j| j.genre)
    }

    /// Whether a token is that word, given in lower case without accents.
    #[must_use]
    pub fn est(&self, i: usize, mot: &str) -> bool {
        self.may_start(i, mot) && jeton::is(self.mot(i), mot)
    }

    /// Whether a token is one of those words.
    #[must_use]
    pub fn est_un(&self, i: usize, mots: &[&str]) -> bool {
        self.jetons.get(i).is_some() && mots.iter().any(|m| self.est(i, m))
    }

    /// Whether a token starts with those letters, given in lower case without accents.
    #[must_use]
    pub fn commence(&self, i: usize, debut: &str) -> bool {
        self.may_start(i, debut) && jeton::starts(self.mot(i), debut)
    }

    /// The tokens that are one of those words, in order.
    pub fn trouver<'a>(&'a self, mots: &'a [&'a str]) -> impl Iterator<Item = usize> + 'a {
        let found: Vec<usize> = Cherches::new(mots).within(self).collect();
        found.into_iter().filter(|i| self.est_un(*i, mots))
    }

    /// Whether those words follow one another from a token on, with no more than signs between them.
    fn enchaine(&self, i: usize, mots: &[&str]) -> bool {
        let mut k = i;
        mots.iter().enumerate().all(|(rank, mot)| {
            while rank > 0 && self.genre(k) == Some(GenreJeton::Signe) {
                k += 1;
            }
            let here = match mot.strip_suffix('*') {
                Some(start) => self.commence(k, start),
                None => self.est(k, mot),
            };
            k += 1;
            here
        })
    }

    fn may_start(&self, i: usize, mot: &str) -> bool {
        self.jetons.get(i).map(|j| j.initiale) == mot.chars().next()
    }

    /// Whether the tokens from `i` on are those words; their number when they are.
    #[must_use]
    pub fn suite(&self, i: usize, mots: &[&str]) -> Option<usize> {
        mots.iter().enumerate().all(|(k, m)| self.est(i + k, m)).then_some(mots.len())
    }

    /// Whether nothing stands between a token and the next one.
    #[must_use]
    pub fn colle(&self, i: usize) -> bool {
        matches!((self.jetons.get(i), self.jetons.get(i + 1)), (Some(a), Some(b)) if a.fin == b.debut)
    }

    /// The bytes of the tokens from `i` to before `fin`.
    #[must_use]
    pub fn plage(&self, i: usize, fin: usize) -> Range<usize> {
        let start = self.jetons.get(i).map_or(self.texte.len(), |j| j.debut);
        let end = fin.checked_sub(1).and_then(|k| self.jetons.get(k)).map_or(start, |j| j.fin);
        start..end.max(start)
    }

    /// The rank of the first token at or after a byte.
    #[must_use]
    pub fn jeton_a(&self, octet: usize) -> usize {
        self.jetons.partition_point(|j| j.debut < octet)
    }

    /// The words of some bytes.
    #[must_use]
    pub fn mots(&self, plage: &Range<usize>) -> &str {
        self.texte.get(plage.clone()).unwrap_or("")
    }

    /// The place of some bytes: the words that they hold, by the time they stand there.
    #[must_use]
    pub fn lieu_de(&self, plage: &Range<usize>) -> Lieu {
        let words = flat(self.mots(plage));
        if words.is_empty() {
            return self.lieu.clone();
        }
        let before = self.texte.get(..plage.start).unwrap_or("");
        let count = |texte: &str| memmem::find_iter(texte.as_bytes(), words.as_bytes()).count();
        let simple = self.simple.get_or_init(|| simple(&self.texte));
        let rank = if *simple { count(before) } else { count(&flat(before)) };
        self.lieu.clone().mots(words, rank)
    }

    /// The bytes of the line on which a byte stands.
    #[must_use]
    pub fn ligne(&self, octet: usize) -> Range<usize> {
        let start = self.texte[..octet].rfind('\n').map_or(0, |i| i + 1);
        let end = self.texte[octet..].find('\n').map_or(self.texte.len(), |i| octet + i);
        start..end
    }

    /// The first token of the sentence of a token, and the one after its last.
    #[must_use]
    pub fn phrase(&self, i: usize) -> Range<usize> {
        let here = self.fins.partition_point(|k| *k < i);
        let start = here.checked_sub(1).map_or(0, |before| self.fins[before] + 1);
        start..self.fins.get(here).copied().unwrap_or(self.jetons.len())
    }
}

/// Words that are sought in many texts (*mots cherchés*), by their keys.
struct Cherches {
    clefs: Vec<u64>,
    /// The bits of the keys: most tokens are parted from them by one.
    bits: u64,
}

impl Cherches {
    fn new(mots: &[&str]) -> Self {
        let clefs: Vec<u64> = mots.iter().map(|m| jeton::clef(m)).collect();
        let bits = clefs.iter().fold(0, |bits, clef| bits | 1 << jeton::rang(*clef));
        Self { clefs, bits }
    }

    /// The tokens of a text that may be one of the words.
    fn within<'a>(&'a self, ecrit: &'a Ecrit) -> impl Iterator<Item = usize> + 'a {
        let rangs = if self.bits & ecrit.presence == 0 { &[][..] } else { &ecrit.rangs };
        let may = |i: &usize| ecrit.jetons.get(*i).is_some_and(|j| self.clefs.contains(&j.clef));
        let one = |(i, rang): (usize, &u8)| (self.bits >> rang & 1 != 0).then_some(i);
        rangs.iter().enumerate().filter_map(one).filter(may)
    }
}

/// The tokens that end a sentence: ends of lines, stops that nothing follows at once.
fn sentences(texte: &str, jetons: &[Jeton]) -> Vec<usize> {
    let ends = |i: usize, jeton: &Jeton| match jeton.genre {
        GenreJeton::Ligne => true,
        GenreJeton::Signe => match texte.as_bytes()[jeton.debut] {
            b';' | b'!' | b'?' => true,
            b'.' => jetons.get(i + 1).is_none_or(|next| next.debut > jeton.fin),
            _ => false,
        },
        GenreJeton::Mot | GenreJeton::Chiffres => false,
    };
    jetons.iter().enumerate().filter(|(i, j)| ends(*i, j)).map(|(i, _)| i).collect()
}

impl Releve {
    /// Whether one of those runs of words stands in a text of one kind, whatever signs part them; they are given folded,
    /// and a star at the end of a second or later word stands for any end of it.
    #[must_use]
    pub fn dit(&self, groupes: &[&str], garde: impl Fn(Ecriture) -> bool) -> bool {
        let runs: Vec<Vec<&str>> = groupes.iter().map(|g| g.split(' ').collect()).collect();
        let first: Vec<&str> = runs.iter().filter_map(|words| words.first().copied()).collect();
        let sought = Cherches::new(&first);
        self.parmi(garde).any(|ecrit| {
            sought.within(ecrit).any(|i| runs.iter().any(|words| ecrit.enchaine(i, words)))
        })
    }

    /// The texts that are of one kind.
    pub fn parmi(&self, garde: impl Fn(Ecriture) -> bool) -> impl Iterator<Item = &Ecrit> {
        self.ecrits.iter().filter(move |e| garde(e.ecriture))
    }
}

impl Ecriture {
    /// Whether it is a text of the act itself: its reasons or what it decides.
    #[must_use]
    pub fn de_l_acte(self) -> bool {
        matches!(self, Self::Expose | Self::Considerant(_) | Self::Dispositif(_))
    }
}

/// Whether the spaces of a text are all plain ones, each alone.
fn simple(texte: &str) -> bool {
    let odd = |(at, byte): (usize, u8)| match byte {
        b'\t' | b'\r' | 0x0B | 0x0C => true,
        // The first bytes of the other spaces.
        0xC2 | 0xE1..=0xE3 => texte[at..].starts_with(char::is_whitespace),
        _ => false,
    };
    memmem::find(texte.as_bytes(), b"  ").is_none() && !texte.bytes().enumerate().any(odd)
}

/// The words with any run of spaces as one space, as a place is looked for.
fn flat(texte: &str) -> String {
    let mut out = String::with_capacity(texte.len());
    for word in texte.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
