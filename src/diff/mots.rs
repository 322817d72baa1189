//! What changed inside a text, word by word, in a time that grows with its length.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// They stand in both texts.
    Garde,
    /// They are no more.
    Retire,
    /// They are new.
    Ajoute,
}

/// Some words of one text or of both (*fragment*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fragment {
    /// What became of them.
    pub sort: Sort,
    /// The words, with their spaces.
    pub texte: String,
}

/// Compares two texts word by word: read without what is new, the fragments give the first one; without what is no more,
/// the second one.
///
/// ```
/// use delibere::diff::{Sort, mots};
///
/// let fragments = mots("une journée par an", "deux journées par an");
/// let struck: String =
///     fragments.iter().filter(|f| f.sort == Sort::Retire).map(|f| f.texte.as_str()).collect();
/// assert_eq!(struck, "une journée");
/// ```
#[must_use]
pub fn mots(avant: &str, apres: &str) -> Vec<Fragment> {
    let (a, b) = (couper(avant), couper(apres));
    let mut out: Vec<Fragment> = Vec::new();
    for etape in etapes(&a, &b, |w| w.chars().all(|c| !c.is_alphanumeric())) {
        let (sort, texte) = match etape {
            Etape::Garde(x, _) => (Sort::Garde, a[x].concat()),
            Etape::Retire(x) => (Sort::Retire, a[x].concat()),
            Etape::Ajoute(y) => (Sort::Ajoute, b[y].concat()),
        };
        out.push(Fragment { sort, texte });
    }
    out
}

/// Cuts a text in words, and what stands between them sign by sign; runs of spaces stay whole.
pub(super) fn couper(texte: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut last: Option<u8> = None;
    for (i, c) in texte.char_indices() {
        let kind = if c.is_alphanumeric() {
            1
        } else if c.is_whitespace() {
            2
        } else {
            3
        };
        // « l’action » is cut after its apostrophe, so that « l’action » and « l’opération » share it.
        if last.is_some_and(|l| l != kind || kind == 3) {
            out.push(&texte[start..i]);
            start = i;
        }
        last = Some(kind);
    }
    if start < texte.len() {
        out.push(&texte[start..]);
    }
    out
}

/// One step from a list to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Etape {
    /// Both have these.
    Garde(Range<usize>, Range<usize>),
    /// Only the first one has these.
    Retire(Range<usize>),
    /// Only the second one has these.
    Ajoute(Range<usize>),
}

/// How many differences are looked for before the rest is taken as a whole, so that a text that has nothing in common
/// with another one costs no more than its length.
const DIFFERENCES: usize = 200;

/// How many pairs are compared one by one rather than by their hash.
const PEU: usize = 256;

/// The steps from a list to another: of each hunk, what is no more, then what is new.
///
/// What is kept between two changes and is only `liant` (spaces, signs) is taken with them: a rewritten phrase is one
/// change, not a dozen.
pub(super) fn etapes<T: Eq + Hash>(a: &[T], b: &[T], liant: impl Fn(&T) -> bool) -> Vec<Etape> {
    let mut kept = communs(a, b);
    kept.retain_mut(|(x, y, n)| {
        let inside = (*x > 0 || *y > 0) && (*x + *n < a.len() || *y + *n < b.len());
        !(inside && a[*x..*x + *n].iter().all(&liant))
    });
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (x, y, n) in kept.into_iter().chain(std::iter::once((a.len(), b.len(), 0))) {
        if i < x {
            out.push(Etape::Retire(i..x));
        }
        if j < y {
            out.push(Etape::Ajoute(j..y));
        }
        if n > 0 {
            out.push(Etape::Garde(x..x + n, y..y + n));
        }
        (i, j) = (x + n, y + n);
    }
    out
}

/// The runs that two lists have in common, in order: where they start in each, and their length.
fn communs<T: Eq + Hash>(a: &[T], b: &[T]) -> Vec<(usize, usize, usize)> {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (ra, rb) = (&a[head..], &b[head..]);
    let tail = ra.iter().rev().zip(rb.iter().rev()).take_while(|(x, y)| x == y).count();
    let (ma, mb) = (&ra[..ra.len() - tail], &rb[..rb.len() - tail]);
    let mut out = Vec::new();
    if head > 0 {
        out.push((0, 0, head));
    }
    let (fa, fb) = partages(ma, mb);
    for (x, y) in myers(&fa, &fb) {
        let (x, y) = (head + fa[x].1, head + fb[y].1);
        match out.last_mut() {
            Some((lx, ly, n)) if *lx + *n == x && *ly + *n == y => *n += 1,
            _ => out.push((x, y, 1)),
        }
    }
    if tail > 0 {
        let (x, y) = (a.len() - tail, b.len() - tail);
        match out.last_mut() {
            Some((lx, ly, n)) if *lx + *n == x && *ly + *n == y => *n += tail,
            _ => out.push((x, y, tail)),
        }
    }
    out
}

/// Something under a number that is the same for equal ones, with its rank in its list.
type Rang = (u32, usize);

/// What two lists share: what only one of them has cannot be kept, and would only lengthen the search.
fn partages<T: Eq + Hash>(a: &[T], b: &[T]) -> (Vec<Rang>, Vec<Rang>) {
    if a.is_empty() || b.is_empty() {
        return (Vec::new(), Vec::new());
    }
    // A few are compared faster than they are hashed.
    if a.len() * b.len() <= PEU {
        let first = |t: &T| b.iter().position(|x| x == t).and_then(|i| u32::try_from(i).ok());
        let of = |list: &[T], is: &dyn Fn(&T) -> bool| -> Vec<Rang> {
            let list = list.iter().enumerate().filter(|(_, t)| is(t));
            list.filter_map(|(i, t)| Some((first(t)?, i))).collect()
        };
        return (of(a, &|_| true), of(b, &|t| a.contains(t)));
    }
    let mut known: HashMap<&T, u32> = HashMap::with_capacity(a.len());
    let ia: Vec<u32> = a
        .iter()
        .map(|t| {
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            *known.entry(t).or_insert(next)
        })
        .collect();
    let mut shared = vec![false; known.len()];
    let mut fb = Vec::new();
    for (i, t) in b.iter().enumerate() {
        if let Some(number) = known.get(t) {
            fb.push((*number, i));
            if let Some(s) = shared.get_mut(*number as usize) {
                *s = true;
            }
        }
    }
    let has = |n: u32| shared.get(n as usize).copied().unwrap_or(false);
    let fa = ia.into_iter().enumerate().filter(|(_, n)| has(*n)).map(|(i, n)| (n, i)).collect();
    (fa, fb)
}

/// The pairs of a shortest script (E. Myers, « An O(ND) difference algorithm and its variations », 1986); none when it
/// is longer than [`DIFFERENCES`].
fn myers(a: &[Rang], b: &[Rang]) -> Vec<(usize, usize)> {
    if a.is_empty() || b.is_empty() {
        return Vec::new();
    }
    let (n, m) = (signed(a.len()), signed(b.len()));
    let most = signed((a.len() + b.len()).min(DIFFERENCES));
    let at = |k: isize| (k + most + 1).unsigned_abs();
    // How far each diagonal goes; the reach of the diagonals −d, −d + 2 … d is kept for each number d of differences, to
    // walk back: d (d + 1) / 2 of them stand before.
    let mut ends = vec![0_isize; at(most) + 2];
    let mut trace: Vec<isize> = Vec::new();
    let mut found = None;
    'search: for d in 0..=most {
        for k in (-d..=d).step_by(2) {
            let down = k == -d || (k != d && ends[at(k - 1)] < ends[at(k + 1)]);
            let mut x = if down { ends[at(k + 1)] } else { ends[at(k - 1)] + 1 };
            while x < n && x - k < m && a[x.unsigned_abs()].0 == b[(x - k).unsigned_abs()].0 {
                x += 1;
            }
            ends[at(k)] = x;
            if x == n && x - k == m {
                found = Some(d);
                break 'search;
            }
        }
        trace.extend((-d..=d).step_by(2).map(|k| ends[at(k)]));
    }
    let Some(last) = found else { return Vec::new() };
    let reach = |d: isize, k: isize| trace[(d * (d + 1) / 2 + (k + d) / 2).unsigned_abs()];
    let mut pairs = Vec::new();
    let (mut x, mut y) = (n, m);
    for d in (0..=last).rev() {
        let k = x - y;
        let (px, py) = if d == 0 {
            (0, 0)
        } else {
            let down = k == -d || (k != d && reach(d - 1, k - 1) < reach(d - 1, k + 1));
            let from = if down { k + 1 } else { k - 1 };
            (reach(d - 1, from), reach(d - 1, from) - from)
        };
        while x > px && y > py {
            x -= 1;
            y -= 1;
            pairs.push((x.unsigned_abs(), y.unsigned_abs()));
        }
        (x, y) = (px, py);
    }
    pairs.reverse();
    pairs
}

/// A length, which no list makes larger than this.
fn signed(n: usize) -> isize {
    isize::try_from(n).unwrap_or(isize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(avant: &str, apres: &str) -> String {
        mots(avant, apres)
            .iter()
            .map(|f| match f.sort {
                Sort::Garde => f.texte.clone(),
                Sort::Retire => format!("[-{}]", f.texte),
                Sort::Ajoute => format!("[+{}]", f.texte),
            })
            .collect()
    }

    #[test]
    fn words_are_compared() {
        for (avant, apres, attendu) in [
            ("", "", ""),
            ("a", "", "[-a]"),
            ("", "a", "[+a]"),
            ("un forum", "un forum", "un forum"),
            ("un forum par an", "deux forums par an", "[-un forum][+deux forums] par an"),
            ("l’action n° 3", "l’action n° 3.1", "l’action n° 3[+.1]"),
            ("le maire, le préfet", "le maire", "le maire[-, le préfet]"),
            ("20 000 € en 2014", "35 000 € en 2014", "[-20][+35] 000 € en 2014"),
        ] {
            assert_eq!(told(avant, apres), attendu);
        }
    }

    #[test]
    fn what_has_nothing_in_common_is_taken_as_a_whole() {
        let a: Vec<u32> = (0..5000).collect();
        let b: Vec<u32> = (5000..10_000).collect();
        assert_eq!(etapes(&a, &b, |_| false), [Etape::Retire(0..5000), Etape::Ajoute(0..5000)]);
    }
}
