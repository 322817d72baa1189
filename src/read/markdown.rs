//! Markdown to rich text, with the place of what has no room there.

use std::collections::BTreeMap;
use std::ops::Range;

use comrak::nodes::{AstNode, ListType, NodeValue, Sourcepos, TableAlignment};
use comrak::{Arena, Options, parse_document};

use super::balise::Balise;
use super::codes;
use super::couverture::drawn;
use super::fault::Fault;
use super::forme::nearest;
use crate::model::texte::{Alignement, Bloc, Inline, Insertion, Liste, Tableau, inlines_plain};
use crate::model::{Lieu, Terme, Texte};

/// How deep lists, quotations and emphases may be nested.
const PROFONDEUR: usize = 12;

/// How many times a note may be called: it is printed whole each time.
const APPELS: usize = 20;

/// The words of the insertion lines.
const INSERTIONS: &[&str] = &["orientations", "actions", "calendrier", "comite", "subventions"];

/// Characters that a backslash protects; before any other, a backslash is a backslash.
const PROTEGES: &str = "*_~^[]`#|{}<>+-.!()";

/// Whether a character is invisible or unprintable, and so refused.
///
/// Control characters, directional overrides (U+202A–202E, U+2066–2069), the byte-order mark inside a text, private
/// use areas and noncharacters: PDF/A refuses some, and all of them hide something from the reader.
pub(crate) fn forbidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
        || matches!(c, '\u{fdd0}'..='\u{fdef}')
        || (c as u32 & 0xfffe) == 0xfffe
}

/// The characters of a text that cannot be printed, each at its place.
pub(crate) fn characters(source: &str, fichier: &str, chemin: &str, faults: &mut Vec<Fault>) {
    let found = source.char_indices().filter(|(_, c)| forbidden(*c)).take(20);
    faults.extend(found.map(|(at, c)| {
        Fault::new(
            codes::CARACTERE,
            fichier,
            chemin,
            format!("caractère interdit : U+{:04X}", c as u32),
        )
        .etiquette("caractère invisible, qui ne peut pas être imprimé")
        .aide("supprimez ce caractère (il vient souvent d’un copier-coller)")
        .decalage(at..at + c.len_utf8())
    }));
    undrawn(source, fichier, chemin, faults);
}

/// Lines that Markdown keeps for itself and never prints: the target of a link written apart, a footnote that nothing
/// calls or that stands twice. In an act, no word may vanish.
fn swallowed(source: &str, fichier: &str, chemin: &str, faults: &mut Vec<Fault>) {
    let mut fence: Option<&str> = None;
    let mut notes: Vec<&str> = Vec::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let body = line.trim_start_matches(' ');
        let marker = ["```", "~~~"].into_iter().find(|m| body.starts_with(m));
        match (fence, marker) {
            (Some(open), Some(m)) if open == m => fence = None,
            (None, Some(m)) => fence = Some(m),
            _ => {}
        }
        if fence.is_some() || line.len() - body.len() > 3 {
            continue;
        }
        let Some((label, _)) = body.strip_prefix('[').and_then(|b| b.split_once("]:")) else {
            continue;
        };
        if label.contains(['[', ']']) {
            continue;
        }
        let (message, aide) = if let Some(name) = label.strip_prefix('^') {
            let calls = source.matches(&format!("[^{name}]")).count();
            let definitions = source.matches(&format!("[^{name}]:")).count();
            if notes.contains(&name) {
                (
                    "cette note est écrite deux fois : la seconde ne serait pas imprimée",
                    "gardez-en une, ou changez son nom",
                )
            } else if calls <= definitions {
                (
                    "aucun texte n’appelle cette note : elle ne serait pas imprimée",
                    "appelez-la là où elle s’applique, ou retirez-la",
                )
            } else {
                notes.push(name);
                continue;
            }
        } else {
            (
                "cette ligne ne serait pas imprimée : Markdown y lit l’adresse d’un lien",
                "écrivez le lien dans le texte, [mots](https://…), ou protégez le crochet : \\[",
            )
        };
        let from = at + line.len() - body.len();
        faults.push(
            Fault::new(codes::MARKDOWN, fichier, chemin, message)
                .etiquette("ligne qui ne serait pas imprimée")
                .aide(aide)
                .decalage(from..from + body.trim_end().len()),
        );
    }
}

/// Characters that no embedded font draws, a fault for each run of them.
fn undrawn(source: &str, fichier: &str, chemin: &str, faults: &mut Vec<Fault>) {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, c) in source.char_indices().filter(|(_, c)| !forbidden(*c) && !drawn(*c)) {
        let end = at + c.len_utf8();
        if let Some(last) = runs.last_mut().filter(|last| last.end == at) {
            last.end = end;
        } else if runs.len() == 20 {
            break;
        } else {
            runs.push(at..end);
        }
    }
    faults.extend(runs.into_iter().map(|run| {
        let shown: String = source[run.clone()].chars().take(12).collect();
        Fault::new(
            codes::SANS_DESSIN,
            fichier,
            chemin,
            format!("aucune police du programme ne dessine « {shown} »"),
        )
        .etiquette("caractère sans dessin")
        .aide("remplacez-le par des mots, ou supprimez-le")
        .decalage(run)
    }));
}

/// An insertion and its place, for the one who knows whether it inserts something.
#[derive(Debug, Clone)]
pub(crate) struct Insere {
    pub(crate) insertion: Insertion,
    pub(crate) lieu: Lieu,
    /// The bytes inside the value at `lieu`, or inside the file.
    pub(crate) decalage: Range<usize>,
}

/// What reading texts gathers beside them.
#[derive(Debug, Default)]
pub(crate) struct Recueil {
    pub(crate) faults: Vec<Fault>,
    pub(crate) insertions: Vec<Insere>,
}

impl Recueil {
    /// Turns the insertions found since into faults, where they have no place.
    pub(crate) fn refuse_insertions(&mut self, since: usize, message: &str, etiquette: &str) {
        for insere in self.insertions.split_off(since) {
            let Insere { lieu, decalage, .. } = insere;
            self.faults.push(
                Fault::new(codes::INSERTION, &lieu.fichier, &lieu.chemin, message)
                    .decalage(decalage)
                    .etiquette(etiquette)
                    .aide("écrivez ces mots, sans accolades"),
            );
        }
    }
}

/// Reads a text; faults and insertions are at `fichier` and `chemin`, each with its bytes inside `source`.
pub(crate) fn parse(
    source: &str,
    titres: bool,
    fichier: &str,
    chemin: &str,
    recueil: &mut Recueil,
) -> Texte {
    if source.trim().is_empty() {
        return Texte::default();
    }
    swallowed(source, fichier, chemin, &mut recueil.faults);
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.superscript = true;
    options.extension.subscript = true;
    options.extension.footnotes = true;
    options.extension.inline_footnotes = true;
    options.parse.escaped_char_spans = true;
    let arena = Arena::new();
    let root = parse_document(&arena, source, &options);
    let mut lower = Lower {
        source,
        lines: std::iter::once(0).chain(source.match_indices('\n').map(|(i, _)| i + 1)).collect(),
        titres,
        niveau: 0,
        notes: Vec::new(),
        fichier,
        chemin,
        appels: BTreeMap::new(),
        dans_note: false,
        recueil,
    };
    characters(source, fichier, chemin, &mut lower.recueil.faults);
    for node in root.children() {
        if let NodeValue::FootnoteDefinition(definition) = &node.data.borrow().value {
            lower.notes.push((definition.name.clone(), node));
        }
    }
    Texte { blocs: lower.blocs(root, 0) }
}

struct Lower<'a, 'f> {
    source: &'a str,
    lines: Vec<usize>,
    titres: bool,
    niveau: u8,
    notes: Vec<(String, &'a AstNode<'a>)>,
    fichier: &'f str,
    chemin: &'f str,
    /// How many times each note is called.
    appels: BTreeMap<String, usize>,
    dans_note: bool,
    recueil: &'f mut Recueil,
}

impl<'a> Lower<'a, '_> {
    fn fault(&mut self, code: codes::Code, at: Sourcepos, message: &str, label: &str, aide: &str) {
        let fault = Fault::new(code, self.fichier, self.chemin, message)
            .etiquette(label)
            .aide(aide)
            .decalage(self.range(at));
        self.recueil.faults.push(fault);
    }

    fn range(&self, at: Sourcepos) -> Range<usize> {
        let offset = |line: usize, column: usize| {
            let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
            (start + column.saturating_sub(1)).min(self.source.len())
        };
        let start = offset(at.start.line, at.start.column);
        // The end of a block is its last byte; only its first line is worth underlining.
        let end = if at.end.line == at.start.line {
            offset(at.end.line, at.end.column) + 1
        } else {
            self.source[start.min(self.source.len())..]
                .find('\n')
                .map_or(self.source.len(), |i| start + i)
        };
        start..end.clamp(start, self.source.len())
    }

    fn blocs(&mut self, parent: &'a AstNode<'a>, depth: usize) -> Vec<Bloc> {
        if depth > PROFONDEUR {
            let at = parent.data.borrow().sourcepos;
            self.fault(
                codes::MARKDOWN,
                at,
                "le texte est imbriqué trop profondément",
                "listes ou citations sur plus de douze niveaux",
                "rapprochez ces éléments du niveau supérieur",
            );
            return Vec::new();
        }
        parent.children().filter_map(|node| self.bloc(node, depth)).collect()
    }

    fn bloc(&mut self, node: &'a AstNode<'a>, depth: usize) -> Option<Bloc> {
        let data = node.data.borrow();
        let at = data.sourcepos;
        match &data.value {
            NodeValue::Paragraph => {
                let inlines = self.inlines(node, 0);
                let insertion = match inlines.as_slice() {
                    [Inline::Texte(t)] => {
                        t.strip_prefix('{').and_then(|t| t.strip_suffix('}')).map(str::to_owned)
                    }
                    _ => None,
                };
                let escaped = self.source.get(self.range(at)).is_some_and(|s| s.starts_with('\\'));
                match insertion {
                    Some(words) if !escaped => {
                        let insertion = self.insertion(&words, at)?;
                        self.recueil.insertions.push(Insere {
                            insertion: insertion.clone(),
                            lieu: Lieu::new(self.fichier, self.chemin),
                            decalage: self.range(at),
                        });
                        Some(Bloc::Insertion(insertion))
                    }
                    _ => {
                        self.glued_insertion(at);
                        Some(Bloc::Paragraphe(inlines))
                    }
                }
            }
            NodeValue::Heading(heading) => self.titre(node, heading.level, at),
            NodeValue::List(list) => {
                let debut = (list.list_type == ListType::Ordered)
                    .then(|| u32::try_from(list.start).unwrap_or(1));
                let elements = node.children().map(|item| self.blocs(item, depth + 1)).collect();
                Some(Bloc::Liste(Liste { debut, elements }))
            }
            NodeValue::BlockQuote => Some(Bloc::Citation(self.blocs(node, depth + 1))),
            NodeValue::Table(table) => {
                let alignements = table
                    .alignments
                    .iter()
                    .map(|a| match a {
                        TableAlignment::None => Alignement::Defaut,
                        TableAlignment::Left => Alignement::Gauche,
                        TableAlignment::Center => Alignement::Centre,
                        TableAlignment::Right => Alignement::Droite,
                    })
                    .collect();
                let mut lignes: Vec<Vec<Vec<Inline>>> = node
                    .children()
                    .map(|row| row.children().map(|cell| self.inlines(cell, 0)).collect())
                    .collect();
                let entete = if lignes.is_empty() { Vec::new() } else { lignes.remove(0) };
                Some(Bloc::Tableau(Tableau { alignements, entete, lignes }))
            }
            NodeValue::ThematicBreak => Some(Bloc::Filet),
            NodeValue::CodeBlock(code) => {
                Some(Bloc::Code(code.literal.trim_end_matches('\n').to_owned()))
            }
            // Only its words: a text is data, a tag in it is printed as it stands.
            NodeValue::HtmlBlock(html) => {
                Some(Bloc::Paragraphe(vec![Inline::Texte(html.literal.trim().to_owned())]))
            }
            NodeValue::FootnoteDefinition(_) => None,
            _ => {
                self.fault(
                    codes::MARKDOWN,
                    at,
                    "cet élément n’est pas accepté",
                    "élément de Markdown inconnu ici",
                    "écrivez-le en paragraphes, listes ou tableaux",
                );
                None
            }
        }
    }

    fn titre(&mut self, node: &'a AstNode<'a>, niveau: u8, at: Sourcepos) -> Option<Bloc> {
        let texte = self.inlines(node, 0);
        let (message, aide) = if !self.titres {
            (
                "un titre n’a pas sa place dans ce texte",
                "mettez ces mots en gras : **…**".to_owned(),
            )
        } else if inlines_plain(&texte).trim().is_empty() {
            (
                "ce titre est vide",
                "écrivez le titre après les dièses, ou supprimez la ligne".to_owned(),
            )
        } else if niveau > 4 {
            (
                "un document a quatre niveaux de titres au plus",
                "utilisez #### ou du gras".to_owned(),
            )
        } else if niveau > self.niveau + 1 {
            let wanted = "#".repeat(usize::from(self.niveau) + 1);
            (
                "ce titre saute un niveau",
                format!("utilisez {wanted}, le niveau qui suit le précédent"),
            )
        } else {
            self.niveau = niveau;
            return Some(Bloc::Titre { niveau, texte });
        };
        self.fault(codes::MARKDOWN, at, message, "ce titre", &aide);
        None
    }

    /// An insertion on a line of its own but inside a paragraph would be printed with its braces.
    fn glued_insertion(&mut self, at: Sourcepos) {
        if at.start.line == at.end.line {
            return;
        }
        let mut columns = 0;
        for number in at.start.line..=at.end.line {
            let start = self.lines.get(number.saturating_sub(1)).copied().unwrap_or(0);
            let line = self.source[start..].lines().next().unwrap_or("");
            let dashes = line.contains("---") && line.chars().all(|c| "|-: ".contains(c));
            if dashes && columns > 0 {
                let fault = Fault::new(
                    codes::MARKDOWN,
                    self.fichier,
                    self.chemin,
                    "ce tableau est mal formé : ses barres seraient imprimées",
                )
                .etiquette("la ligne de tirets n’a pas autant de colonnes que l’en-tête")
                .aide("mettez autant de « |---| » que de titres de colonne")
                .decalage(start..start + line.trim_end().len());
                self.recueil.faults.push(fault);
            }
            columns = line.matches('|').count();
            let word = line.trim().strip_prefix('{').and_then(|l| l.strip_suffix('}'));
            let verb = word.and_then(|w| w.split([' ', ':']).next()).unwrap_or("");
            if INSERTIONS.contains(&verb) {
                let indent = line.len() - line.trim_start().len();
                let fault = Fault::new(
                    codes::INSERTION,
                    self.fichier,
                    self.chemin,
                    "cette insertion est collée à un paragraphe : ses accolades seraient imprimées",
                )
                .etiquette("insertion collée au texte")
                .aide("laissez une ligne vide avant et après elle")
                .decalage(start + indent..start + indent + line.trim().len());
                self.recueil.faults.push(fault);
            }
        }
    }

    fn insertion(&mut self, words: &str, at: Sourcepos) -> Option<Insertion> {
        let (verb, rest) = words.split_once([' ', ':']).unwrap_or((words, ""));
        let rest = rest.trim_start_matches([' ', ':']).trim();
        let (message, aide) = match (verb.trim(), rest) {
            ("orientations", "") => return Some(Insertion::Orientations),
            ("comite", "") => return Some(Insertion::Comite),
            ("subventions", "") => return Some(Insertion::Subventions),
            ("actions", ids) => {
                let ids = ids.split(',').map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned);
                return Some(Insertion::Actions(ids.collect()));
            }
            ("calendrier", terme) => {
                if let Some((terme, _)) = Terme::ALL.iter().find(|(_, mot)| *mot == terme) {
                    return Some(Insertion::Calendrier(*terme));
                }
                ("{calendrier} attend un terme", "écrivez {calendrier court}, {calendrier moyen} ou {calendrier long}".to_owned())
            }
            (other, _) => (
                "cette insertion n’existe pas",
                match nearest(other, INSERTIONS) {
                    Some(near) => format!("vouliez-vous écrire {{{near}}} ? pour imprimer l’accolade, écrivez \\{{"),
                    None => "insertions possibles : {orientations}, {actions}, {calendrier court}, {comite}, {subventions} ; pour imprimer l’accolade, écrivez \\{".to_owned(),
                },
            ),
        };
        self.fault(codes::INSERTION, at, message, "insertion inconnue", &aide);
        None
    }

    fn inlines(&mut self, parent: &'a AstNode<'a>, depth: usize) -> Vec<Inline> {
        let mut open: Vec<(Balise, Vec<Inline>)> = Vec::new();
        let mut out: Vec<Inline> = Vec::new();
        for node in parent.children() {
            let data = node.data.borrow();
            if let NodeValue::HtmlInline(html) = &data.value {
                match Balise::parse(html) {
                    Some((balise, false)) => {
                        open.push((balise, std::mem::take(&mut out)));
                        continue;
                    }
                    Some((balise, true)) if open.last().is_some_and(|(b, _)| *b == balise) => {
                        if let Some((_, outer)) = open.pop() {
                            let inner = std::mem::replace(&mut out, outer);
                            out.push(balise.wrap(inner));
                        }
                        continue;
                    }
                    _ => {}
                }
            }
            self.inline(node, depth, &mut out);
        }
        // A tag that is never closed is not one: its words are printed as they stand.
        while let Some((balise, mut outer)) = open.pop() {
            push_text(&mut outer, balise.ouvrante());
            outer.append(&mut out);
            out = outer;
        }
        out
    }

    fn inline(&mut self, node: &'a AstNode<'a>, depth: usize, out: &mut Vec<Inline>) {
        let data = node.data.borrow();
        let at = data.sourcepos;
        if depth > PROFONDEUR {
            self.fault(
                codes::MARKDOWN,
                at,
                "le texte est imbriqué trop profondément",
                "mises en valeur sur plus de douze niveaux",
                "retirez des étoiles",
            );
            return;
        }
        let inlines = match &data.value {
            NodeValue::Text(texte) => return push_text(out, texte),
            NodeValue::SoftBreak => return push_text(out, " "),
            NodeValue::LineBreak => Inline::Saut,
            NodeValue::Code(code) => Inline::Code(code.literal.clone()),
            NodeValue::Strong => Inline::Gras(self.inlines(node, depth + 1)),
            NodeValue::Emph => Inline::Italique(self.inlines(node, depth + 1)),
            NodeValue::Strikethrough => Inline::Barre(self.inlines(node, depth + 1)),
            NodeValue::Superscript => Inline::Exposant(self.inlines(node, depth + 1)),
            NodeValue::Subscript => Inline::Indice(self.inlines(node, depth + 1)),
            NodeValue::Escaped => {
                let inner = inlines_plain(&self.inlines(node, depth + 1));
                if !inner.starts_with(|c| PROTEGES.contains(c)) {
                    push_text(out, "\\");
                }
                return push_text(out, &inner);
            }
            NodeValue::HtmlInline(html) if is_break(html) => Inline::Saut,
            NodeValue::HtmlInline(html) => return push_text(out, html),
            NodeValue::Link(link) => {
                let texte = self.inlines(node, depth + 1);
                let scheme = link.url.split(':').next().unwrap_or("").to_ascii_lowercase();
                if !matches!(scheme.as_str(), "http" | "https" | "mailto") {
                    self.fault(
                        codes::MARKDOWN,
                        at,
                        "ce lien ne mène nulle part une fois imprimé",
                        "adresse refusée",
                        "une adresse commence par https://, http:// ou mailto:",
                    );
                }
                Inline::Lien { url: link.url.clone(), texte }
            }
            NodeValue::FootnoteReference(reference) => {
                // A note inside a note would have no place on the page.
                if self.dans_note {
                    return self.nested_note(at);
                }
                let Some((_, definition)) =
                    self.notes.iter().find(|(name, _)| *name == reference.name).cloned()
                else {
                    return push_text(out, &format!("[^{}]", reference.name));
                };
                let calls = self.appels.entry(reference.name.clone()).or_default();
                *calls += 1;
                if *calls > APPELS {
                    return self.fault(
                        codes::MARKDOWN,
                        at,
                        "cette note est appelée trop de fois",
                        "note répétée",
                        "une note est imprimée à chaque appel : vingt fois au plus",
                    );
                }
                self.dans_note = true;
                let blocs = self.blocs(definition, depth + 1);
                self.dans_note = false;
                Inline::Note(blocs)
            }
            NodeValue::Image(_) => {
                return self.fault(
                    codes::MARKDOWN,
                    at,
                    "une image n’a pas sa place dans un texte",
                    "image",
                    "joignez-la en annexe, ou décrivez-la",
                );
            }
            _ => {
                return self.fault(
                    codes::MARKDOWN,
                    at,
                    "cet élément n’est pas accepté",
                    "élément de Markdown inconnu ici",
                    "écrivez-le en toutes lettres",
                );
            }
        };
        out.push(inlines);
    }

    fn nested_note(&mut self, at: Sourcepos) {
        self.fault(
            codes::MARKDOWN,
            at,
            "une note n’a pas sa place ici",
            "note dans une note",
            "mettez ce texte dans la première note",
        );
    }
}

fn push_text(out: &mut Vec<Inline>, texte: &str) {
    if let Some(Inline::Texte(last)) = out.last_mut() {
        last.push_str(texte);
    } else if !texte.is_empty() {
        out.push(Inline::Texte(texte.to_owned()));
    }
}

fn is_break(html: &str) -> bool {
    matches!(html.to_ascii_lowercase().as_str(), "<br>" | "<br/>" | "<br />")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> (Texte, Vec<Fault>) {
        let mut recueil = Recueil::default();
        let texte = parse(source, true, "t.md", "", &mut recueil);
        (texte, recueil.faults)
    }

    fn text(t: &str) -> Inline {
        Inline::Texte(t.to_owned())
    }

    #[test]
    fn hostile_text_is_words() {
        for source in [
            "#read(\"/etc/passwd\") et $x$ et @ref et <label> et \\n et C:\\temp\\$HOME",
            "]#read(\"x\")[",
            "}} #{ while true {} }",
        ] {
            let (texte, faults) = read(source);
            assert!(faults.is_empty(), "{source}: {faults:?}");
            assert_eq!(texte.blocs, [Bloc::Paragraphe(vec![text(source)])]);
        }
    }

    #[test]
    fn html_remnants_mean_something() {
        let (texte, _) = read("1<sup>er</sup> appel<br>x <sup>y");
        let expected = vec![
            text("1"),
            Inline::Exposant(vec![text("er")]),
            text(" appel"),
            Inline::Saut,
            text("x <sup>y"),
        ];
        // The unclosed tag splits the run of words in two; together they read the same.
        assert_eq!(inlines_plain(&expected), texte.plain());
    }

    #[test]
    fn insertions() {
        assert_eq!(read("{orientations}").0.blocs, [Bloc::Insertion(Insertion::Orientations)]);
        assert_eq!(
            read("{actions: a, b}").0.blocs,
            [Bloc::Insertion(Insertion::Actions(vec!["a".into(), "b".into()]))]
        );
        assert_eq!(read("{oriantations}").1[0].code, codes::INSERTION);
        assert_eq!(read("\\{x}").0.blocs, [Bloc::Paragraphe(vec![text("{x}")])]);
    }

    #[test]
    fn deep_nesting_is_a_fault_not_a_crash() {
        let deep = "> ".repeat(5000) + "x";
        assert_eq!(read(&deep).1[0].code, codes::MARKDOWN);
        let stars = "*a **b ".repeat(200) + &"** *".repeat(200);
        let _ = read(&stars);
    }

    #[test]
    fn faults_have_their_bytes() {
        let (_, faults) = read("bon\n\n![x](y.png)\n");
        assert_eq!(faults[0].decalage, Some(5..16));
    }
}
