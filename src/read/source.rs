//! From a path in the model to a line and a column in a file.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::extrait::Plat;
use super::fault::Fault;
use crate::model::{Constat, Ignore, Lieu, Severite};

/// The texts that were read, by file name.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    textes: BTreeMap<String, Source>,
    /// Names that the model uses (`seance.toml`, `fiches/charte`) → the file that holds it.
    alias: BTreeMap<String, String>,
    /// Texts that stand in a file of their own: file and path of what names it → that file.
    ailleurs: BTreeMap<(String, String), String>,
    /// A list that the model does not keep in the order of its file: the name and the path of the list → for each rank
    /// in the model, the one in the file.
    rangs: BTreeMap<(String, String), Vec<usize>>,
}

/// A text and where its lines start.
#[derive(Debug, Clone)]
struct Source {
    texte: String,
    lignes: Vec<usize>,
}

/// The files parsed so far and the texts made ready for words to be sought in them, so that a thousand faults do not
/// read theirs a thousand times.
#[derive(Default)]
struct Arbres<'a> {
    tables: BTreeMap<&'a str, Spanned<DeTable<'a>>>,
    plats: BTreeMap<(&'a str, usize, usize), Plat>,
}

/// A fault with its place in the text of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code, `LECT-04`.
    pub code: &'static str,
    /// The name of that fault, `cle-inconnue`.
    pub nom: &'static str,
    /// How serious it is.
    pub severite: Severite,
    /// One French sentence that states the fault.
    pub message: String,
    /// Where it is.
    pub place: Place,
    /// The other places that make it one.
    pub secondaires: Vec<Place>,
    /// The article of law, where there is one.
    pub base: Option<&'static str>,
    /// What to do about it.
    pub aide: Option<String>,
    /// Why it is set aside, when it is.
    pub ignore: Option<Ignore>,
}

impl Diagnostic {
    /// Whether it makes the dossier wrong: an error, unless a file of the dossier sets it aside and says why.
    #[must_use]
    pub fn bloque(&self) -> bool {
        self.severite.bloque(self.ignore.as_ref())
    }

    /// Its place, then the other ones.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        std::iter::once(&self.place).chain(&self.secondaires)
    }
}

/// A place in the text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// File name, relative to the dossier.
    pub fichier: String,
    /// The bytes it covers.
    pub plage: Range<usize>,
    /// Where it starts.
    pub debut: Position,
    /// Where it ends, excluded.
    pub fin: Position,
    /// A few words about that place; may be empty.
    pub etiquette: String,
}

/// A line and a column, both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "a line and a column")]
pub struct Position {
    pub ligne: usize,
    pub colonne: usize,
}

impl Sources {
    pub(crate) fn insert(&mut self, nom: &str, texte: String) {
        let lignes =
            std::iter::once(0).chain(texte.match_indices('\n').map(|(i, _)| i + 1)).collect();
        self.textes.insert(nom.to_owned(), Source { texte, lignes });
    }

    pub(crate) fn alias(&mut self, nom: &str, fichier: &str) {
        if nom != fichier {
            self.alias.insert(nom.to_owned(), fichier.to_owned());
        }
    }

    /// Says that the text of a path stands in another file: `expose` in `expose.md`.
    pub(crate) fn ailleurs(&mut self, lieu: Lieu, fichier: &str) {
        self.ailleurs.insert((lieu.fichier, lieu.chemin), fichier.to_owned());
    }

    /// Says in which order the model keeps a list of a file.
    pub(crate) fn reorder(&mut self, nom: &str, liste: &str, rangs: Vec<usize>) {
        self.rangs.insert((nom.to_owned(), liste.to_owned()), rangs);
    }

    /// Takes in what was read of the act of a folder.
    pub(crate) fn absorb(&mut self, dossier: &str, acte: Self) {
        let here = |nom: &str| in_folder(dossier, nom);
        self.textes.extend(acte.textes.into_iter().map(|(nom, texte)| (here(&nom), texte)));
        self.alias.extend(acte.alias.into_iter().map(|(nom, f)| (here(&nom), here(&f))));
        let ailleurs = acte.ailleurs.into_iter();
        self.ailleurs.extend(ailleurs.map(|((nom, chemin), f)| ((here(&nom), chemin), here(&f))));
    }

    /// Whether a file has something at that very path.
    pub(crate) fn has(&self, nom: &str, chemin: &str) -> bool {
        let Some(texte) = self.texte(nom) else { return false };
        follow(texte, DeTable::parse_recoverable(texte).0.get_ref(), chemin).1
    }

    /// The text of one file alone, with what the model calls it.
    pub(crate) fn only(&self, nom: &str) -> Self {
        let fichier = self.fichier(nom);
        let mut out = Self::default();
        if let Some(source) = self.textes.get(fichier) {
            out.textes.insert(fichier.to_owned(), source.clone());
        }
        if fichier != nom {
            out.alias.insert(nom.to_owned(), fichier.to_owned());
        }
        out
    }

    /// A path of the model as its file has it.
    fn typed<'a>(&self, lieu: &'a Lieu) -> Cow<'a, Lieu> {
        let moved = lieu.chemin.split_once('[').and_then(|(liste, rest)| {
            let rangs = self.rangs.get(&(lieu.fichier.clone(), liste.to_owned()))?;
            let (rank, rest) = rest.split_once(']')?;
            let rank = rangs.get(rank.parse::<usize>().ok()?)?;
            Some(Lieu { chemin: format!("{liste}[{rank}]{rest}"), ..lieu.clone() })
        });
        moved.map_or(Cow::Borrowed(lieu), Cow::Owned)
    }

    /// The text of a file, by the name that the model or a diagnostic gives it.
    #[must_use]
    pub fn texte(&self, nom: &str) -> Option<&str> {
        self.textes.get(self.fichier(nom)).map(|s| s.texte.as_str())
    }

    /// The names and texts of the files that were read.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.textes.iter().map(|(nom, texte)| (nom.as_str(), texte.texte.as_str()))
    }

    /// The file whose text stands in that one, `deliberation.toml` for `expose.md`; nothing for a file of its own.
    #[must_use]
    pub fn nommant(&self, fichier: &str) -> Option<&str> {
        self.ailleurs.iter().find(|(_, f)| *f == fichier).map(|((nommant, _), _)| nommant.as_str())
    }

    fn fichier<'a>(&'a self, nom: &'a str) -> &'a str {
        self.alias.get(nom).map_or(nom, String::as_str)
    }

    /// The place of a path of the model, or of the nearest thing above it that the file has.
    ///
    /// A rank is that of the model, which puts the members in the order of the table (`assemblee.toml`,
    /// `conseillers[3]`, wherever they are described) and the arrivals and departures in that of the points
    /// (`seance.toml`, `mouvements[1]`); every other list is in the order of its file.
    #[must_use]
    pub fn place(&self, lieu: &Lieu, etiquette: &str) -> Place {
        self.place_in(&self.typed(lieu), etiquette, &mut Arbres::default())
    }

    fn place_in<'a>(&'a self, lieu: &Lieu, etiquette: &str, arbres: &mut Arbres<'a>) -> Place {
        let key = (lieu.fichier.clone(), lieu.chemin.clone());
        let (fichier, plage) = match (&lieu.mots, self.ailleurs.get(&key)) {
            // The whole of such a text is shown where it is named, its words where they are.
            (Some(_), Some(fichier)) => {
                (fichier.as_str(), 0..self.texte(fichier).map_or(0, str::len))
            }
            (Some(_), None) if lieu.chemin.is_empty() => {
                (lieu.fichier.as_str(), 0..self.texte(&lieu.fichier).map_or(0, str::len))
            }
            _ => (lieu.fichier.as_str(), self.locate_in(&lieu.fichier, &lieu.chemin, arbres)),
        };
        let inside = lieu.mots.as_ref().and_then(|m| {
            let (nom, source) = self.textes.get_key_value(self.fichier(fichier))?;
            let raw = source.texte.get(plage.clone())?;
            let plat = arbres.plats.entry((nom, plage.start, plage.end));
            let found = plat.or_insert_with(|| Plat::new(raw)).find(&m.texte, m.rang)?;
            Some(plage.start + found.start..plage.start + found.end)
        });
        let missing = lieu.mots.is_some() && inside.is_none() && self.ailleurs.contains_key(&key);
        if missing {
            let plage = self.locate_in(&lieu.fichier, &lieu.chemin, arbres);
            return self.at(&lieu.fichier, plage, etiquette);
        }
        self.at(fichier, inside.unwrap_or(plage), etiquette)
    }

    fn locate_in<'a>(&'a self, nom: &str, chemin: &str, arbres: &mut Arbres<'a>) -> Range<usize> {
        let Some((fichier, source)) = self.textes.get_key_value(self.fichier(nom)) else {
            return 0..0;
        };
        if chemin.is_empty() {
            let head = head(&source.texte);
            return head..head;
        }
        let arbre = arbres
            .tables
            .entry(fichier)
            .or_insert_with(|| DeTable::parse_recoverable(&source.texte).0);
        locate(&source.texte, arbre.get_ref(), chemin)
    }

    /// The place of some bytes of a file, on one line: more would underline half of the file.
    #[must_use]
    pub fn at(&self, nom: &str, plage: Range<usize>, etiquette: &str) -> Place {
        let fichier = self.fichier(nom);
        let source = self.textes.get(fichier);
        let texte = source.map_or("", |s| s.texte.as_str());
        let lignes = source.map_or(&[0][..], |s| &s.lignes);
        let start = floor(texte, plage.start);
        let end = floor(texte, plage.end).max(start);
        let line = texte[start..end].split(['\n', '\r']).next().unwrap_or("");
        let end = start + line.trim_end().len();
        Place {
            fichier: fichier.to_owned(),
            plage: start..end,
            debut: position(texte, lignes, start),
            fin: position(texte, lignes, end),
            etiquette: etiquette.to_owned(),
        }
    }

    /// The faults of a reading, each with its place.
    pub(crate) fn diagnostics(&self, faults: &[Fault]) -> Vec<Diagnostic> {
        let mut arbres = Arbres::default();
        faults.iter().map(|fault| self.diagnostic(fault, &mut arbres)).collect()
    }

    fn diagnostic<'a>(&'a self, fault: &Fault, arbres: &mut Arbres<'a>) -> Diagnostic {
        let Lieu { fichier, chemin, .. } = &fault.lieu;
        let plage = match (&fault.plage, &fault.decalage) {
            (Some(plage), _) => plage.clone(),
            (None, Some(inside)) if chemin.is_empty() => inside.clone(),
            (None, Some(inside)) => {
                let value = self.locate_in(fichier, chemin, arbres);
                let raw = self.texte(fichier).and_then(|t| t.get(value.clone())).unwrap_or("");
                value.start + raw_offset(raw, inside.start)
                    ..value.start + raw_offset(raw, inside.end)
            }
            (None, None) => self.locate_in(fichier, chemin, arbres),
        };
        Diagnostic {
            code: fault.code.code,
            nom: fault.code.nom,
            severite: fault.code.severite,
            message: fault.message.clone(),
            place: self.at(fichier, plage, &fault.etiquette),
            secondaires: fault
                .secondaires
                .iter()
                .map(|s| match &s.plage {
                    Some(plage) => self.at(&s.lieu.fichier, plage.clone(), &s.etiquette),
                    None => self.place_in(&s.lieu, &s.etiquette, arbres),
                })
                .collect(),
            base: None,
            aide: fault.aide.clone(),
            ignore: None,
        }
    }

    /// A finding of a rule, with its place.
    #[must_use]
    pub fn locate(&self, constat: &Constat) -> Diagnostic {
        self.located(constat, &mut Arbres::default())
    }

    /// The findings of rules, each with its place: each file is parsed once, however many there are.
    #[must_use]
    pub fn locate_all<'c>(
        &self,
        constats: impl IntoIterator<Item = &'c Constat>,
    ) -> Vec<Diagnostic> {
        let mut arbres = Arbres::default();
        constats.into_iter().map(|constat| self.located(constat, &mut arbres)).collect()
    }

    fn located<'a>(&'a self, constat: &Constat, arbres: &mut Arbres<'a>) -> Diagnostic {
        Diagnostic {
            code: constat.code,
            nom: constat.nom,
            severite: constat.severite,
            message: constat.message.clone(),
            place: self.place_in(&constat.lieu, &constat.etiquette, arbres),
            secondaires: constat
                .secondaires
                .iter()
                .map(|(lieu, words)| self.place_in(lieu, words, arbres))
                .collect(),
            base: constat.base,
            aide: constat.aide.clone(),
            ignore: constat.ignore.clone(),
        }
    }
}

/// The name of a file of an act, as seen from its sitting; what all the acts share keeps its own.
pub(crate) fn in_folder(dossier: &str, fichier: &str) -> String {
    match fichier {
        "" | "seance.toml" | "assemblee.toml" | "collectivite.toml" => fichier.to_owned(),
        _ => match fichier.strip_prefix("../") {
            Some(above) => above.to_owned(),
            None => format!("{dossier}/{fichier}"),
        },
    }
}

/// Puts diagnostics in the order of the files and of their text, the same fault once.
pub(crate) fn in_order(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.sort_by(|a, b| {
        let key = |d: &Diagnostic| (d.place.fichier.clone(), d.place.plage.start, d.code);
        key(a).cmp(&key(b))
    });
    diagnostics.dedup();
}

fn floor(texte: &str, at: usize) -> usize {
    let mut at = at.min(texte.len());
    while !texte.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn position(texte: &str, lignes: &[usize], at: usize) -> Position {
    let ligne = lignes.partition_point(|start| *start <= at).max(1);
    let start = lignes.get(ligne - 1).copied().unwrap_or(0);
    Position { ligne, colonne: texte[start..at].chars().count() + 1 }
}

/// Where the first key of a file stands, below its comments.
pub(crate) fn head(texte: &str) -> usize {
    let mut at = 0;
    for line in texte.split_inclusive('\n') {
        if !line.trim().is_empty() && !line.trim_start().starts_with('#') {
            return at + line.len() - line.trim_start().len();
        }
        at += line.len();
    }
    0
}

/// The bytes of the value at a path; of the nearest value above when there is none.
fn locate(texte: &str, root: &DeTable<'_>, chemin: &str) -> Range<usize> {
    follow(texte, root, chemin).0
}

/// The same, and whether there is a value at that very path.
fn follow(texte: &str, root: &DeTable<'_>, chemin: &str) -> (Range<usize>, bool) {
    let head = head(texte);
    let mut plage = head..head;
    let mut current: Option<&DeValue<'_>> = None;
    for step in chemin.split(['.', '[']).filter(|s| !s.is_empty()) {
        let next = match (step.strip_suffix(']'), current) {
            (Some(rank), Some(DeValue::Array(array))) => {
                rank.parse::<usize>().ok().and_then(|i| array.get(i))
            }
            (None, None) => root.get(step),
            (None, Some(DeValue::Table(table))) => table.get(step),
            _ => None,
        };
        let Some(next) = next else { return (plage, false) };
        plage = next.span();
        current = Some(next.get_ref());
    }
    (plage, true)
}

/// Where, in the raw text of a TOML string, stands the byte `decoded` of its value.
fn raw_offset(raw: &str, decoded: usize) -> usize {
    let (quote, multi) = match raw {
        r if r.starts_with("\"\"\"") => ('"', true),
        r if r.starts_with("'''") => ('\'', true),
        r if r.starts_with('"') => ('"', false),
        r if r.starts_with('\'') => ('\'', false),
        _ => return decoded,
    };
    let mut at = if multi { 3 } else { 1 };
    if multi {
        at += match &raw[at..] {
            r if r.starts_with("\r\n") => 2,
            r if r.starts_with('\n') => 1,
            _ => 0,
        };
    }
    let mut seen = 0;
    let mut chars = raw[at..].char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        // A line that continues gives nothing: what is looked for comes after the break.
        let continues = || raw[at + i + 1..].starts_with([' ', '\t', '\r', '\n']);
        if seen >= decoded && (c != '\\' || quote == '\'' || !continues()) {
            return at + i;
        }
        if c != '\\' || quote == '\'' {
            seen += c.len_utf8();
            continue;
        }
        match chars.next().map(|(_, e)| e) {
            Some(e @ ('x' | 'u' | 'U')) => {
                let length = match e {
                    'x' => 2,
                    'u' => 4,
                    _ => 8,
                };
                let hex: String = (0..length).map_while(|_| chars.next().map(|(_, h)| h)).collect();
                let code = u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32);
                seen += code.map_or(0, char::len_utf8);
            }
            Some(' ' | '\t' | '\r' | '\n') => {
                while chars.peek().is_some_and(|(_, w)| matches!(w, ' ' | '\t' | '\r' | '\n')) {
                    chars.next();
                }
            }
            Some(_) => seen += 1,
            None => {}
        }
    }
    raw.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_the_value_or_in_the_file_that_holds_it() {
        let mut sources = Sources::default();
        sources.insert("d", "expose_fichier = \"e.md\"\nv = \"un deux trois\"\n".to_owned());
        sources.insert("e.md", "Un.\n\nDeux\ntrois.\n".to_owned());
        sources.ailleurs(Lieu::new("d", "expose"), "e.md");
        let at = |chemin: &str, mots: &str| {
            let place = sources.place(&Lieu::new("d", chemin).mots(mots, 0), "");
            (place.fichier, place.debut)
        };
        assert_eq!(at("v", "deux"), ("d".to_owned(), Position { ligne: 2, colonne: 9 }));
        assert_eq!(
            at("expose", "Deux trois"),
            ("e.md".to_owned(), Position { ligne: 3, colonne: 1 })
        );
        assert_eq!(at("v", "absent"), ("d".to_owned(), Position { ligne: 2, colonne: 5 }));
    }

    #[test]
    fn finds_values_by_path() {
        let texte = "a = 1\n[[l]]\nx = [10, 20]\n[[l]]\nx = [30, 40]\n";
        let root = DeTable::parse(texte).expect("TOML");
        let find = |chemin: &str| &texte[locate(texte, root.get_ref(), chemin)];
        assert_eq!(find("l[1].x[1]"), "40");
        assert_eq!(find("l[1].absent"), "[[l]]");
        assert_eq!(find("absent"), "");
    }

    #[test]
    fn a_place_stays_on_its_line() {
        let mut sources = Sources::default();
        sources.insert("f", "# é\r\na = \"\"\"\r\nx\r\n\"\"\"\r\n".to_owned());
        let place = sources.place(&Lieu::new("f", "a"), "");
        assert_eq!(
            (place.debut, place.fin),
            (Position { ligne: 2, colonne: 5 }, Position { ligne: 2, colonne: 8 },)
        );
    }

    #[test]
    fn follows_escapes() {
        let raw = r#""l\u00e9 *x*""#;
        // Decoded: « lé *x* », the star is at byte 4.
        assert_eq!(&raw[raw_offset(raw, 4)..][..3], "*x*");
        let raw = "\"\"\"\nab\\\n   cd\"\"\"";
        assert_eq!(&raw[raw_offset(raw, 1)..][..1], "b");
        assert_eq!(&raw[raw_offset(raw, 2)..][..1], "c");
        assert_eq!(&raw[raw_offset(raw, 3)..][..1], "d");
    }
}
