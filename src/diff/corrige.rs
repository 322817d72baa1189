//! A text that shows what changed in it: removed words struck through, added ones underlined, both announced in words.

mod tableau;

use super::mots::{Etape, couper, etapes};
use crate::model::Texte;
use crate::model::texte::{Bloc, Inline, Liste, Tableau};

/// What announces removed words, to who does not see that they are struck through.
const RETIRE: &str = "[supprimé : ";
/// What announces added words.
const AJOUTE: &str = "[ajouté : ";
/// What ends either.
const FIN: &str = "]";

/// Shows in one text what changed between two.
///
/// Removed words are struck through and stand between « [supprimé : » and « ] », added ones are underlined and stand
/// between « [ajouté : » and « ] »: nothing is said by colour alone, and a screen reader reads the change aloud.
#[must_use]
pub fn corrige(avant: &Texte, apres: &Texte) -> Texte {
    Texte { blocs: blocs(&avant.blocs, &apres.blocs) }
}

fn blocs(a: &[Bloc], b: &[Bloc]) -> Vec<Bloc> {
    let mut out = Vec::new();
    let mut gone: Vec<&Bloc> = Vec::new();
    for etape in etapes(a, b, |_| false) {
        match etape {
            Etape::Garde(_, y) => {
                out.extend(gone.drain(..).map(|g| marked(g, Marque::Retire)));
                out.extend(b[y].iter().cloned());
            }
            Etape::Retire(x) => gone.extend(&a[x]),
            Etape::Ajoute(y) => pairs(&std::mem::take(&mut gone), &b[y], &mut out),
        }
    }
    out.extend(gone.into_iter().map(|g| marked(g, Marque::Retire)));
    out
}

/// Blocks that stand at the same place: each new one beside the next former one of its kind.
fn pairs(gone: &[&Bloc], new: &[Bloc], out: &mut Vec<Bloc>) {
    let mut left = gone.iter();
    for bloc in new {
        let mut rest = left.clone();
        let twin = rest.by_ref().position(|g| same_kind(g, bloc));
        match twin {
            Some(skipped) => {
                out.extend(left.by_ref().take(skipped).map(|g| marked(g, Marque::Retire)));
                if let Some(g) = left.next() {
                    out.push(both(g, bloc));
                }
            }
            None => out.push(marked(bloc, Marque::Ajoute)),
        }
    }
    out.extend(left.map(|g| marked(g, Marque::Retire)));
}

fn same_kind(a: &Bloc, b: &Bloc) -> bool {
    match (a, b) {
        (Bloc::Paragraphe(_), Bloc::Paragraphe(_)) | (Bloc::Citation(_), Bloc::Citation(_)) => true,
        (Bloc::Titre { niveau: x, .. }, Bloc::Titre { niveau: y, .. }) => x == y,
        (Bloc::Liste(x), Bloc::Liste(y)) => x.debut.is_some() == y.debut.is_some(),
        (Bloc::Tableau(x), Bloc::Tableau(y)) => tableau::akin(x, y),
        _ => false,
    }
}

fn both(a: &Bloc, b: &Bloc) -> Bloc {
    match (a, b) {
        (Bloc::Paragraphe(x), Bloc::Paragraphe(y)) => Bloc::Paragraphe(inlines(x, y)),
        (Bloc::Titre { texte: x, .. }, Bloc::Titre { niveau, texte: y }) => {
            Bloc::Titre { niveau: *niveau, texte: inlines(x, y) }
        }
        (Bloc::Citation(x), Bloc::Citation(y)) => Bloc::Citation(blocs(x, y)),
        (Bloc::Liste(x), Bloc::Liste(y)) => Bloc::Liste(listes(x, y)),
        (Bloc::Tableau(x), Bloc::Tableau(y)) => Bloc::Tableau(tableau::corrige(x, y)),
        (_, other) => other.clone(),
    }
}

/// Items that are the same stand once; one that changed is looked for among the former ones in order.
fn listes(a: &Liste, b: &Liste) -> Liste {
    let mut elements = Vec::new();
    let mut gone: Vec<&Vec<Bloc>> = Vec::new();
    let struck =
        |e: &Vec<Bloc>| -> Vec<Bloc> { e.iter().map(|b| marked(b, Marque::Retire)).collect() };
    for etape in etapes(&a.elements, &b.elements, |_| false) {
        match etape {
            Etape::Garde(_, y) => {
                elements.extend(gone.drain(..).map(struck));
                elements.extend(b.elements[y].iter().cloned());
            }
            Etape::Retire(x) => gone.extend(&a.elements[x]),
            Etape::Ajoute(y) => {
                let mut left = std::mem::take(&mut gone).into_iter();
                for e in &b.elements[y] {
                    elements.push(match left.next() {
                        Some(before) => blocs(before, e),
                        None => e.iter().map(|b| marked(b, Marque::Ajoute)).collect(),
                    });
                }
                elements.extend(left.map(struck));
            }
        }
    }
    elements.extend(gone.into_iter().map(struck));
    Liste { debut: b.debut, elements }
}

#[derive(Clone, Copy)]
enum Marque {
    Retire,
    Ajoute,
}

fn wrap(marque: Marque, words: Vec<Inline>) -> Vec<Inline> {
    let (opens, words) = match marque {
        Marque::Retire => (RETIRE, Inline::Barre(words)),
        Marque::Ajoute => (AJOUTE, Inline::Souligne(words)),
    };
    vec![Inline::Texte(opens.to_owned()), words, Inline::Texte(FIN.to_owned())]
}

/// A cell marked whole; an empty one has nothing to be marked.
fn cellule(marque: Marque, words: &[Inline]) -> Vec<Inline> {
    if words.is_empty() { Vec::new() } else { wrap(marque, words.to_vec()) }
}

fn marked(bloc: &Bloc, marque: Marque) -> Bloc {
    let all = |list: &[Bloc]| list.iter().map(|b| marked(b, marque)).collect::<Vec<_>>();
    match bloc {
        Bloc::Paragraphe(v) => Bloc::Paragraphe(wrap(marque, v.clone())),
        Bloc::Titre { niveau, texte } => {
            Bloc::Titre { niveau: *niveau, texte: wrap(marque, texte.clone()) }
        }
        Bloc::Liste(l) => Bloc::Liste(Liste {
            debut: l.debut,
            elements: l.elements.iter().map(|e| all(e)).collect(),
        }),
        Bloc::Tableau(t) => {
            let cell = |c: &Vec<Inline>| cellule(marque, c);
            Bloc::Tableau(Tableau {
                alignements: t.alignements.clone(),
                entete: t.entete.iter().map(cell).collect(),
                lignes: t.lignes.iter().map(|l| l.iter().map(cell).collect()).collect(),
            })
        }
        Bloc::Citation(v) => Bloc::Citation(all(v)),
        Bloc::Code(t) => Bloc::Paragraphe(wrap(marque, vec![Inline::Code(t.clone())])),
        Bloc::Filet | Bloc::Insertion(_) => bloc.clone(),
    }
}

/// A word with the emphases around it, so that a change of emphasis alone is one too.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Mot<'a> {
    /// The emphases around it, by their rank.
    styles: usize,
    /// Nothing for what is not words.
    texte: &'a str,
    /// Something that is not words: a note, a link, code, a line break.
    atome: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Style {
    Gras,
    Italique,
    Barre,
    Souligne,
    Exposant,
    Indice,
}

/// What stands beside the words of two texts: each thing once, under its rank.
#[derive(Default)]
struct Magasin<'a> {
    /// What is not words.
    atomes: Vec<&'a Inline>,
    /// Emphases inside each other, from the outside.
    styles: Vec<Vec<Style>>,
}

fn rank<T: PartialEq>(list: &mut Vec<T>, one: T) -> usize {
    list.iter().position(|x| *x == one).unwrap_or_else(|| {
        list.push(one);
        list.len() - 1
    })
}

impl<'a> Magasin<'a> {
    /// The words of inlines that stand within `styles`.
    fn flat(&mut self, inlines: &'a [Inline], styles: &[Style], out: &mut Vec<Mot<'a>>) {
        let here = rank(&mut self.styles, styles.to_vec());
        for inline in inlines {
            let (style, inside) = match inline {
                Inline::Texte(t) => {
                    let word = |texte| Mot { styles: here, texte, atome: None };
                    out.extend(couper(t).into_iter().map(word));
                    continue;
                }
                Inline::Gras(v) => (Style::Gras, v),
                Inline::Italique(v) => (Style::Italique, v),
                Inline::Barre(v) => (Style::Barre, v),
                Inline::Souligne(v) => (Style::Souligne, v),
                Inline::Exposant(v) => (Style::Exposant, v),
                Inline::Indice(v) => (Style::Indice, v),
                atome => {
                    let atome = Some(rank(&mut self.atomes, atome));
                    out.push(Mot { styles: here, texte: "", atome });
                    continue;
                }
            };
            let mut inner = styles.to_vec();
            inner.push(style);
            self.flat(inside, &inner, out);
        }
    }

    /// The emphasis that a word stands in, so many deep.
    fn style(&self, mot: &Mot<'_>, depth: usize) -> Option<Style> {
        self.styles.get(mot.styles)?.get(depth).copied()
    }

    /// Inlines again from words.
    fn rebuilt(&self, words: &[Mot<'_>], depth: usize) -> Vec<Inline> {
        let mut out: Vec<Inline> = Vec::new();
        let mut i = 0;
        while let Some(word) = words.get(i) {
            let Some(style) = self.style(word, depth) else {
                match (word.atome.and_then(|a| self.atomes.get(a)), out.last_mut()) {
                    (Some(atome), _) => out.push((*atome).clone()),
                    (None, Some(Inline::Texte(t))) => t.push_str(word.texte),
                    (None, _) => out.push(Inline::Texte(word.texte.to_owned())),
                }
                i += 1;
                continue;
            };
            let run = words[i..].iter().take_while(|w| self.style(w, depth) == Some(style)).count();
            let inside = self.rebuilt(&words[i..i + run], depth + 1);
            out.push(match style {
                Style::Gras => Inline::Gras(inside),
                Style::Italique => Inline::Italique(inside),
                Style::Barre => Inline::Barre(inside),
                Style::Souligne => Inline::Souligne(inside),
                Style::Exposant => Inline::Exposant(inside),
                Style::Indice => Inline::Indice(inside),
            });
            i += run;
        }
        out
    }

    /// Marks some words; the spaces at their edges stand outside of the mark.
    fn mark(&self, marque: Marque, words: &[Mot<'_>], out: &mut Vec<Inline>) {
        let space = |w: &Mot<'_>| w.atome.is_none() && w.texte.chars().all(char::is_whitespace);
        let head = words.iter().take_while(|w| space(w)).count();
        let tail = words[head..].iter().rev().take_while(|w| space(w)).count();
        let (before, rest) = words.split_at(head);
        let (inside, after) = rest.split_at(rest.len() - tail);
        out.extend(self.rebuilt(before, 0));
        if !inside.is_empty() {
            out.extend(wrap(marque, self.rebuilt(inside, 0)));
        }
        out.extend(self.rebuilt(after, 0));
    }
}

fn inlines(a: &[Inline], b: &[Inline]) -> Vec<Inline> {
    // Most paragraphs are plain, and most of their words are the same: those are not even told apart.
    let ([Inline::Texte(x)], [Inline::Texte(y)]) = (a, b) else { return marques(a, b) };
    let (head, tail) = bords(x, y);
    let inner = |t: &str| [Inline::Texte(t[head..t.len() - tail].to_owned())];
    let mut out = Vec::new();
    push(x[..head].to_owned(), &mut out);
    for inline in marques(&inner(x), &inner(y)) {
        match inline {
            Inline::Texte(t) => push(t, &mut out),
            other => out.push(other),
        }
    }
    push(x[x.len() - tail..].to_owned(), &mut out);
    out
}

/// Plain words after others; what announces a mark, or ends one, stays by itself.
fn push(texte: String, out: &mut Vec<Inline>) {
    let alone = |t: &str| [RETIRE, AJOUTE, FIN].contains(&t);
    match out.last_mut() {
        _ if texte.is_empty() => {}
        Some(Inline::Texte(t)) if !alone(t) && !alone(&texte) => t.push_str(&texte),
        _ => out.push(Inline::Texte(texte)),
    }
}

/// How many bytes two texts share at their start and at their end, cut where a word ends and a space starts, or the other
/// way round: what is compared word by word is then the same as in the whole texts.
fn bords(x: &str, y: &str) -> (usize, usize) {
    let shared = x.bytes().zip(y.bytes()).take_while(|(a, b)| a == b).count();
    let edge = |t: &str, i: usize| {
        let space = |c: Option<char>| c.is_some_and(char::is_whitespace);
        t.is_char_boundary(i) && space(t[..i].chars().next_back()) != space(t[i..].chars().next())
    };
    // The sign after the edge is shared too, whatever its length.
    let head = (1..shared.saturating_sub(3)).rev().find(|i| edge(x, *i)).unwrap_or(0);
    let most = x.len().min(y.len()) - head;
    let shared = x.bytes().rev().zip(y.bytes().rev()).take(most).take_while(|(a, b)| a == b);
    let shared = shared.count();
    let tail = (1..shared.saturating_sub(3)).rev().find(|n| edge(x, x.len() - n)).unwrap_or(0);
    (head, tail)
}

fn marques(a: &[Inline], b: &[Inline]) -> Vec<Inline> {
    let mut magasin = Magasin::default();
    let (mut wa, mut wb) = (Vec::new(), Vec::new());
    magasin.flat(a, &[], &mut wa);
    magasin.flat(b, &[], &mut wb);
    let binds = |w: &Mot<'_>| w.atome.is_none() && w.texte.chars().all(|c| !c.is_alphanumeric());
    let mut out = Vec::new();
    for etape in etapes(&wa, &wb, binds) {
        match etape {
            Etape::Garde(_, y) => out.extend(magasin.rebuilt(&wb[y], 0)),
            Etape::Retire(x) => magasin.mark(Marque::Retire, &wa[x], &mut out),
            Etape::Ajoute(y) => {
                // A struck phrase and the one that replaces it do not touch.
                if matches!(out.last(), Some(Inline::Texte(t)) if t == FIN) {
                    out.push(Inline::Texte(" ".to_owned()));
                }
                magasin.mark(Marque::Ajoute, &wb[y], &mut out);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::texte::inlines_plain;

    fn paragraph(texte: &str) -> Bloc {
        Bloc::Paragraphe(vec![Inline::Texte(texte.to_owned())])
    }

    #[test]
    fn changes_are_said_in_words() {
        let avant = Texte { blocs: vec![paragraph("Un forum par an."), paragraph("Fin.")] };
        let apres = Texte {
            blocs: vec![paragraph("Deux forums par an."), paragraph("Fin."), paragraph("Suite.")],
        };
        assert_eq!(
            corrige(&avant, &apres).plain(),
            "[supprimé : Un forum] [ajouté : Deux forums] par an.\nFin.\n[ajouté : Suite.]"
        );
        assert_eq!(corrige(&avant, &avant), avant);
    }

    #[test]
    fn emphases_stay_around_what_is_kept() {
        let of = |inside: &str| Texte {
            blocs: vec![Bloc::Paragraphe(vec![
                Inline::Texte("le ".to_owned()),
                Inline::Gras(vec![Inline::Texte(inside.to_owned())]),
            ])],
        };
        let Bloc::Paragraphe(out) = &corrige(&of("forum annuel"), &of("forum")).blocs[0] else {
            panic!("a paragraph")
        };
        assert_eq!(out[1], Inline::Gras(vec![Inline::Texte("forum".to_owned())]));
        assert_eq!(inlines_plain(out), "le forum [supprimé : annuel]");
    }

    #[test]
    fn items_are_compared_one_by_one() {
        let of = |items: &[&str]| Texte {
            blocs: vec![Bloc::Liste(Liste {
                debut: None,
                elements: items.iter().map(|i| vec![paragraph(i)]).collect(),
            })],
        };
        let out = corrige(&of(&["un", "deux", "trois"]), &of(&["un", "trois", "quatre"]));
        assert_eq!(out.plain(), "un\n[supprimé : deux]\ntrois\n[ajouté : quatre]");
    }
}
