//! A table that shows what changed in it, cell by cell: a column or a row that is new or gone is marked whole.

use super::{Marque, cellule, inlines};
use crate::diff::mots::{Etape, etapes};
use crate::model::texte::{Alignement, Inline, Tableau, inlines_plain};

type Cellule = Vec<Inline>;

/// A column or a row of the table that is shown: its rank in the former one, in the new one, in both.
type Place = (Option<usize>, Option<usize>);

/// Whether two tables are two states of one: they share a heading, or have as many columns.
pub(super) fn akin(a: &Tableau, b: &Tableau) -> bool {
    a.entete.len() == b.entete.len()
        || a.entete.iter().any(|c| !c.is_empty() && b.entete.contains(c))
}

/// Shows in one table what changed between two.
pub(super) fn corrige(a: &Tableau, b: &Tableau) -> Tableau {
    // Columns that changed their heading follow each other in the same order.
    let columns = places(&a.entete, &b.entete, |_, _| true);
    let rows = places(&a.lignes, &b.lignes, |x, y| akin_rows(x, y));
    let alignement = |(x, y): &Place| {
        let of = |t: &Tableau, i: Option<usize>| t.alignements.get(i?).copied();
        of(b, *y).or_else(|| of(a, *x)).unwrap_or(Alignement::Defaut)
    };
    let row = |x: Option<&Vec<Cellule>>, y: Option<&Vec<Cellule>>| -> Vec<Cellule> {
        let of =
            |cells: Option<&Vec<Cellule>>, i: Option<usize>| cells.and_then(|c| c.get(i?)).cloned();
        let one = |(i, j): &Place| match (of(x, *i), of(y, *j)) {
            (Some(was), Some(is)) => inlines(&was, &is),
            (Some(was), None) => cellule(Marque::Retire, &was),
            (None, Some(is)) => cellule(Marque::Ajoute, &is),
            (None, None) => Vec::new(),
        };
        columns.iter().map(one).collect()
    };
    Tableau {
        alignements: columns.iter().map(alignement).collect(),
        entete: row(Some(&a.entete), Some(&b.entete)),
        lignes: rows
            .iter()
            .map(|(x, y)| row(x.and_then(|i| a.lignes.get(i)), y.and_then(|i| b.lignes.get(i))))
            .collect(),
    }
}

/// Whether two rows are two states of one: the same label, or half of their cells at least.
fn akin_rows(a: &[Cellule], b: &[Cellule]) -> bool {
    let label = |r: &[Cellule]| r.first().map(|c| inlines_plain(c)).unwrap_or_default();
    let same = a.iter().zip(b).filter(|(x, y)| !x.is_empty() && x == y).count();
    (!label(a).is_empty() && label(a) == label(b)) || same * 2 >= a.len().max(b.len())
}

/// Two lists as one: what is the same in both, what is akin beside each other, what is gone before what is new.
fn places<T: Eq + std::hash::Hash>(a: &[T], b: &[T], akin: impl Fn(&T, &T) -> bool) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    let mut gone: Vec<usize> = Vec::new();
    let flush = |gone: &mut Vec<usize>, out: &mut Vec<Place>| {
        out.extend(gone.drain(..).map(|i| (Some(i), None)));
    };
    for etape in etapes(a, b, |_| false) {
        match etape {
            Etape::Garde(x, y) => {
                flush(&mut gone, &mut out);
                out.extend(x.zip(y).map(|(i, j)| (Some(i), Some(j))));
            }
            Etape::Retire(x) => gone.extend(x),
            Etape::Ajoute(y) => {
                for j in y {
                    match gone.iter().position(|i| akin(&a[*i], &b[j])) {
                        Some(at) => {
                            out.extend(gone.drain(..at).map(|i| (Some(i), None)));
                            out.extend(gone.drain(..1).map(|i| (Some(i), Some(j))));
                        }
                        None => out.push((None, Some(j))),
                    }
                }
                flush(&mut gone, &mut out);
            }
        }
    }
    flush(&mut gone, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::corrige as texts;
    use crate::model::Texte;
    use crate::model::texte::Bloc;

    fn table(head: &[&str], rows: &[&[&str]]) -> Texte {
        let cell = |t: &&str| match *t {
            "" => Vec::new(),
            t => vec![Inline::Texte(t.to_owned())],
        };
        Texte {
            blocs: vec![Bloc::Tableau(Tableau {
                alignements: vec![Alignement::Defaut; head.len()],
                entete: head.iter().map(cell).collect(),
                lignes: rows.iter().map(|r| r.iter().map(cell).collect()).collect(),
            })],
        }
    }

    fn told(a: &Texte, b: &Texte) -> Vec<String> {
        let shown = texts(a, b);
        let [Bloc::Tableau(t)] = shown.blocs.as_slice() else { panic!("one table: {shown:?}") };
        assert_eq!(t.alignements.len(), t.entete.len());
        let line =
            |r: &Vec<Cellule>| r.iter().map(|c| inlines_plain(c)).collect::<Vec<_>>().join(" | ");
        std::iter::once(&t.entete).chain(&t.lignes).map(line).collect()
    }

    #[test]
    fn one_cell_is_shown_in_its_row() {
        let a = table(&["Poste", "2026"], &[&["Vélos", "10"], &["Abris", "20"]]);
        let b = table(&["Poste", "2026"], &[&["Vélos", "10"], &["Abris", "25"]]);
        assert_eq!(
            told(&a, &b),
            ["Poste | 2026", "Vélos | 10", "Abris | [supprimé : 20] [ajouté : 25]"]
        );
        assert_eq!(texts(&a, &a), a);
    }

    #[test]
    fn a_row_is_added_and_another_one_is_gone() {
        let a = table(&["Poste", "2026"], &[&["Vélos", "10"], &["Abris", "20"], &["Fin", "1"]]);
        let b = table(&["Poste", "2026"], &[&["Vélos", "10"], &["Fin", "1"], &["Cartes", "5"]]);
        assert_eq!(
            told(&a, &b),
            [
                "Poste | 2026",
                "Vélos | 10",
                "[supprimé : Abris] | [supprimé : 20]",
                "Fin | 1",
                "[ajouté : Cartes] | [ajouté : 5]",
            ]
        );
    }

    #[test]
    fn a_column_is_added() {
        let a = table(&["Poste", "2026"], &[&["Vélos", "10"], &["Abris", ""]]);
        let b = table(&["Poste", "2026", "2027"], &[&["Vélos", "10", "11"], &["Abris", "", ""]]);
        assert_eq!(
            told(&a, &b),
            ["Poste | 2026 | [ajouté : 2027]", "Vélos | 10 | [ajouté : 11]", "Abris |  | "]
        );
    }
}
