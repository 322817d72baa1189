//! Two lists of things that are told apart: added, removed, changed, put in another order.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use crate::model::Lieu;

/// What tells a thing without identifier apart (*clé*): what it says, and which time it is said.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cle {
    /// Its surest mark, in the words of the file.
    pub repere: String,
    /// Which of those that have the same, from 0.
    pub rang: usize,
}

/// What changed between two lists.
#[derive(Debug, Clone, PartialEq)]
pub struct EcartListe<K, V, E> {
    /// What is no more, in the order of the first list.
    pub retires: Vec<(K, V)>,
    /// What is new, in the order of the second list.
    pub ajoutes: Vec<(K, V)>,
    /// What changed, in the order of the second list.
    pub modifies: Vec<(K, E)>,
    /// The whole order of the second list, when it is not that of the first one less what is no more, then what is new.
    pub ordre: Option<Vec<K>>,
}

impl<K, V, E> Default for EcartListe<K, V, E> {
    fn default() -> Self {
        Self { retires: Vec::new(), ajoutes: Vec::new(), modifies: Vec::new(), ordre: None }
    }
}

impl<K: Ord + Clone, V: Clone, E> EcartListe<K, V, E> {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.retires.is_empty()
            && self.ajoutes.is_empty()
            && self.modifies.is_empty()
            && self.ordre.is_none()
    }

    /// What changed of one that stands in both lists.
    #[must_use]
    pub fn modifie(&self, cle: &K) -> Option<&E> {
        self.modifies.iter().find(|(k, _)| k == cle).map(|(_, e)| e)
    }

    /// Compares two lists whose keys are unique; `ecart` gives nothing for two equal values, and may borrow from what they
    /// refer to.
    pub(super) fn entre<R: Borrow<V>>(
        a: &[(K, R)],
        b: &[(K, R)],
        ecart: impl Fn(&R, &R) -> Option<E>,
    ) -> Self {
        // Mostly the same things at the same places: nothing is looked for then.
        if a.len() == b.len() && a.iter().zip(b).all(|((x, _), (y, _))| x == y) {
            let pairs = a.iter().zip(b);
            let modifies = pairs.filter_map(|((_, x), (k, y))| Some((k.clone(), ecart(x, y)?)));
            return Self { modifies: modifies.collect(), ..Self::default() };
        }
        let first: BTreeMap<&K, &R> = a.iter().map(|(k, v)| (k, v)).collect();
        let second: BTreeSet<&K> = b.iter().map(|(k, _)| k).collect();
        let mut out = Self::default();
        for (k, v) in a.iter().filter(|(k, _)| !second.contains(k)) {
            out.retires.push((k.clone(), v.borrow().clone()));
        }
        for (k, v) in b {
            match first.get(k) {
                None => out.ajoutes.push((k.clone(), v.borrow().clone())),
                Some(before) => {
                    if let Some(e) = ecart(before, v) {
                        out.modifies.push((k.clone(), e));
                    }
                }
            }
        }
        let kept = a.iter().map(|(k, _)| k).filter(|k| second.contains(k));
        let natural = kept.chain(out.ajoutes.iter().map(|(k, _)| k));
        if !natural.eq(b.iter().map(|(k, _)| k)) {
            out.ordre = Some(b.iter().map(|(k, _)| k.clone()).collect());
        }
        out
    }

    /// Makes the changes in a list; `lieu` says where a thing stands, for what was not as expected.
    pub(super) fn appliquer(
        &self,
        base: Vec<(K, V)>,
        lieu: impl Fn(&K) -> Lieu,
        conflits: &mut Vec<Lieu>,
        appliquer: impl Fn(&E, &mut V, &mut Vec<Lieu>),
    ) -> Vec<(K, V)> {
        let order: Vec<K> = base.iter().map(|(k, _)| k.clone()).collect();
        let mut values: BTreeMap<K, V> = base.into_iter().collect();
        for (k, _) in &self.retires {
            // Gone already: what is asked for is done.
            values.remove(k);
        }
        for (k, e) in &self.modifies {
            match values.get_mut(k) {
                Some(value) => appliquer(e, value, conflits),
                None => conflits.push(lieu(k)),
            }
        }
        for (k, v) in &self.ajoutes {
            if values.insert(k.clone(), v.clone()).is_some() {
                conflits.push(lieu(k));
            }
        }
        let wanted = match &self.ordre {
            None => {
                let mut out = order;
                let known: BTreeSet<K> = out.iter().cloned().collect();
                out.extend(
                    self.ajoutes.iter().map(|(k, _)| k).filter(|k| !known.contains(k)).cloned(),
                );
                out
            }
            Some(wanted) => merged(wanted, &order),
        };
        wanted.into_iter().filter_map(|k| values.remove(&k).map(|v| (k, v))).collect()
    }
}

/// An order, with what it does not know after what it follows in another one.
fn merged<K: Ord + Clone>(wanted: &[K], base: &[K]) -> Vec<K> {
    let known: BTreeSet<&K> = wanted.iter().collect();
    let mut followers: BTreeMap<Option<&K>, Vec<&K>> = BTreeMap::new();
    let mut anchor = None;
    for k in base {
        if known.contains(k) {
            anchor = Some(k);
        } else {
            followers.entry(anchor).or_default().push(k);
        }
    }
    let mut out: Vec<K> = followers.remove(&None).into_iter().flatten().cloned().collect();
    for k in wanted {
        out.push(k.clone());
        out.extend(followers.remove(&Some(k)).into_iter().flatten().cloned());
    }
    out
}

/// What can be told apart without an identifier.
pub(super) trait Repere {
    /// How many marks it may have.
    const REPERES: usize;

    /// One of its marks, from 0, the surest, to the least; the first one is its key. They are written only when they are
    /// looked for: most things are told by their key.
    fn repere(&self, rang: usize) -> Option<String>;

    /// Among which others a reworded one is looked for, and its words.
    fn mots(&self) -> Option<(String, String)> {
        None
    }
}

/// How many are looked at to find one that is reworded.
const CANDIDATS: usize = 16;

/// The keys of a list alone.
pub(super) fn cles<T: Repere>(list: &[T]) -> Vec<Cle> {
    let mut out: Vec<Cle> =
        list.iter().map(|t| Cle { repere: t.repere(0).unwrap_or_default(), rang: 0 }).collect();
    let mut seen: HashMap<&str, usize> = HashMap::with_capacity(out.len());
    let ranks: Vec<usize> = out
        .iter()
        .map(|cle| {
            let next = seen.entry(&cle.repere).or_default();
            *next += 1;
            *next - 1
        })
        .collect();
    for (cle, rang) in out.iter_mut().zip(ranks) {
        cle.rang = rang;
    }
    out
}

/// The keys of two lists, the same key for what is the same thing in both.
pub(super) fn apparier<T: Repere>(a: &[T], b: &[T]) -> (Vec<Cle>, Vec<Cle>) {
    let (first, mut second) = (cles(a), cles(b));
    let mut of_b: Vec<Option<usize>> = vec![None; b.len()];
    let mut free_a: Vec<bool> = vec![true; a.len()];
    // What has the same key has the same rank among those that have it.
    let known: HashMap<&Cle, usize> = first.iter().enumerate().map(|(i, k)| (k, i)).collect();
    for (j, cle) in second.iter().enumerate() {
        if let Some(i) = known.get(cle) {
            of_b[j] = Some(*i);
            free_a[*i] = false;
        }
    }
    drop(known);
    for pass in 1..T::REPERES {
        let mut waiting: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for (i, t) in a.iter().enumerate().filter(|(i, _)| free_a[*i]) {
            if let Some(mark) = t.repere(pass) {
                waiting.entry(mark).or_default().push_back(i);
            }
        }
        if waiting.is_empty() {
            continue;
        }
        for (j, t) in b.iter().enumerate() {
            if of_b[j].is_none()
                && let Some(mark) = t.repere(pass)
                && let Some(i) = waiting.get_mut(&mark).and_then(VecDeque::pop_front)
            {
                of_b[j] = Some(i);
                free_a[i] = false;
            }
        }
    }
    let mut waiting: BTreeMap<String, Vec<(usize, BTreeSet<String>)>> = BTreeMap::new();
    for (i, t) in a.iter().enumerate().filter(|(i, _)| free_a[*i]) {
        if let Some((group, texte)) = t.mots() {
            waiting.entry(group).or_default().push((i, words(&texte)));
        }
    }
    for (j, t) in b.iter().enumerate().filter(|(j, _)| of_b[*j].is_none()).collect::<Vec<_>>() {
        let Some((group, texte)) = t.mots() else { continue };
        let Some(candidates) = waiting.get_mut(&group) else { continue };
        let wanted = words(&texte);
        let best = candidates
            .iter()
            .enumerate()
            .take(CANDIDATS)
            .map(|(rank, (_, w))| {
                (w.intersection(&wanted).count() * 2, w.len() + wanted.len(), rank)
            })
            // Half of the words at least, so that two texts on one subject are not taken for each other.
            .filter(|(common, all, _)| common * 2 >= *all && *all > 0)
            .max_by(|x, y| (x.0 * y.1).cmp(&(y.0 * x.1)).then(y.2.cmp(&x.2)));
        if let Some((.., rank)) = best {
            of_b[j] = Some(candidates.remove(rank).0);
        }
    }
    for (j, i) in of_b.iter().enumerate() {
        if let Some(i) = i {
            second[j] = first[*i].clone();
        }
    }
    (first, second)
}

fn words(texte: &str) -> BTreeSet<String> {
    texte
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Values under their keys, where they stand.
pub(super) fn sous<T>(cles: Vec<Cle>, list: &[T]) -> Vec<(Cle, &T)> {
    cles.into_iter().zip(list).collect()
}

/// Values under their keys.
pub(super) fn avec<T>(cles: Vec<Cle>, list: Vec<T>) -> Vec<(Cle, T)> {
    cles.into_iter().zip(list).collect()
}
