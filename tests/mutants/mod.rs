//! The proof by mutation: right dossiers, broken in one place at a time, and what the rules say of each.
//!
//! A mutant is caught when a diagnostic appears that the dossier did not have; at the right line when that diagnostic
//! shows the line that was changed, as its place or as another one. The shares of `docs/mutants.md` are a floor.

mod acte;
mod argent;
mod noms;
mod phrases;
mod reunion;
mod toml;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use delibere::read::{Diagnostic, Memory};

use crate::support;

/// The dossiers of `fixtures/valid` that are broken.
const DOSSIERS: &[&str] = &[
    "ardenelle-2026",
    "caen-la-mer-2012",
    "commune-articles",
    "departement-cinq-exercices",
    "lourdain-2012",
    "saint-aubin-2026-06",
];

/// What is not right in one of them, and is put right before it is broken: file, text, right text.
const CORRECTIONS: &[(&str, &str, &str, &str)] = &[
    (
        "caen-la-mer-2012",
        "budget.toml",
        "montants = [23000, 22000, 23000]",
        "montants = [23000, 22000, 22500]",
    ),
    (
        "caen-la-mer-2012",
        "budget.toml",
        "montants = [80000, 109000, 74000]",
        "montants = [80000, 109000, 74500]",
    ),
];

/// What is not a mutant, and why.
const EQUIVALENTS: &[(&str, &str)] = &[
    (
        "un mot changé dans un texte libre",
        "rien d’autre dans le dossier ne le dit : l’acte reste juste ; un compte, un nom, un libellé, une année que \
         d’autres pièces disent aussi sont, eux, cassés",
    ),
    (
        "un numéro d’article de loi changé pour un autre",
        "aucune pièce du dossier ne dit lequel est le bon, et le programme n’a pas les codes",
    ),
    (
        "un montant de ligne, quand aucun total n’est déclaré",
        "les totaux sont alors calculés : ils suivent la ligne",
    ),
    (
        "un chapitre changé pour un autre de la même section et du même sens",
        "les deux sont possibles",
    ),
    (
        "une ligne donnée à une autre action, quand aucun sous-total ne les distingue",
        "aucun chiffre imprimé ne change",
    ),
    ("une ligne de zéros retirée, doublée ou déplacée", "aucune somme ne change"),
    ("une espace, un saut de ligne, un commentaire", "rien n’est imprimé autrement"),
];

/// The text files of a dossier, by their path in it.
pub type Fichiers = Vec<(String, String)>;

/// A dossier broken in one place.
#[derive(Debug)]
pub struct Mutant {
    /// What kind of thing was broken.
    pub genre: &'static str,
    pub fichier: String,
    /// The text of that file, broken.
    pub texte: String,
    /// The lines that it is right to show: file, line from 1.
    pub lignes: Vec<(String, usize)>,
    /// What was done, for the report.
    pub quoi: String,
}

/// A dossier to break.
pub struct Sujet {
    pub nom: String,
    pub fichiers: Fichiers,
    seance: bool,
    /// Whether it is another dossier with its totals declared: only its money is broken again.
    double: bool,
}

impl Sujet {
    pub fn texte(&self, nom: &str) -> Option<&str> {
        self.fichiers.iter().find(|(f, _)| f == nom).map(|(_, t)| t.as_str())
    }

    fn memory(&self, mutant: Option<&Mutant>) -> Memory {
        self.fichiers.iter().fold(Memory::new(), |memory, (nom, texte)| {
            let broken = mutant.filter(|m| m.fichier == *nom).map(|m| m.texte.as_str());
            memory.with(nom, broken.unwrap_or(texte))
        })
    }

    /// Everything that is said of it.
    fn juger(&self, mutant: Option<&Mutant>) -> Vec<Diagnostic> {
        let files = self.memory(mutant);
        if self.seance {
            let lecture = delibere::read_seance(&files).expect("memory does not fail");
            let mut out = lecture.diagnostics;
            if let Some(seance) = &lecture.seance {
                let comptes = delibere::compute_seance(seance);
                let constats = delibere::check_seance(seance, &comptes);
                out.extend(lecture.sources.locate_all(&constats));
            }
            return out;
        }
        let lecture = delibere::read(&files).expect("memory does not fail");
        let mut out = lecture.diagnostics;
        if let Some(dossier) = &lecture.dossier {
            let constats = delibere::check(dossier, &delibere::compute(dossier));
            out.extend(lecture.sources.locate_all(&constats));
        }
        out
    }
}

/// What tells a diagnostic from another one, wherever its lines have moved.
fn key(d: &Diagnostic) -> (&'static str, String, String) {
    (d.code, d.message.clone(), d.place.etiquette.clone())
}

/// What became of a mutant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Juste,
    Ailleurs,
    Echappe,
}

fn sort(sujet: &Sujet, propre: &BTreeSet<(&'static str, String, String)>, mutant: &Mutant) -> Sort {
    let new: Vec<Diagnostic> =
        sujet.juger(Some(mutant)).into_iter().filter(|d| !propre.contains(&key(d))).collect();
    let shows = |d: &Diagnostic| {
        std::iter::once(&d.place)
            .chain(&d.secondaires)
            .any(|p| mutant.lignes.iter().any(|(f, l)| *f == p.fichier && *l == p.debut.ligne))
    };
    match new.as_slice() {
        [] => Sort::Echappe,
        all if all.iter().any(shows) => Sort::Juste,
        _ => Sort::Ailleurs,
    }
}

/// The dossiers, and the same with every total declared where one lets them be computed.
fn sujets() -> Vec<Sujet> {
    let mut out = Vec::new();
    for nom in DOSSIERS {
        let path = support::root().join("fixtures/valid").join(nom);
        let seance = support::is_sitting(&path);
        let mut fichiers = support::texts(&path);
        fichiers
            .retain(|(f, _)| !f.starts_with("attendu/") && f != "ecarts.toml" && f != "README.md");
        for (_, file, wrong, right) in CORRECTIONS.iter().filter(|(d, ..)| d == nom) {
            let (_, texte) = fichiers.iter_mut().find(|(f, _)| f == file).expect("a file");
            assert!(texte.contains(wrong), "{nom}: nothing to put right");
            *texte = texte.replace(wrong, right);
        }
        let sujet = Sujet { nom: (*nom).to_owned(), fichiers, seance, double: false };
        let declared = argent::avec_totaux(&sujet);
        out.push(sujet);
        out.extend(declared);
    }
    out
}

/// What became of the mutants of a kind.
#[derive(Debug, Default, Clone, Copy)]
struct Compte {
    tous: usize,
    vus: usize,
    justes: usize,
}

impl Compte {
    fn add(&mut self, sort: Sort) {
        self.tous += 1;
        self.vus += usize::from(sort != Sort::Echappe);
        self.justes += usize::from(sort == Sort::Juste);
    }

    /// Shares in thousandths, caught and at the right line.
    fn parts(&self) -> (usize, usize) {
        (self.vus * 1000 / self.tous.max(1), self.justes * 1000 / self.tous.max(1))
    }
}

fn pour_mille(n: usize) -> String {
    format!("{},{} %", n / 10, n % 10)
}

#[test]
fn mutants_are_caught_at_their_line() {
    let sujets = sujets();
    let mut jobs: Vec<(usize, Mutant)> = Vec::new();
    let mut propres = Vec::new();
    for (i, sujet) in sujets.iter().enumerate() {
        let clean: BTreeSet<_> = sujet.juger(None).iter().map(key).collect();
        propres.push(clean);
        let mut all = argent::mutants(sujet);
        if !sujet.double {
            all.extend(acte::mutants(sujet));
            all.extend(reunion::mutants(sujet));
            all.extend(noms::mutants(sujet));
            all.extend(phrases::mutants(sujet));
        }
        for mutant in all {
            assert_ne!(
                Some(mutant.texte.as_str()),
                sujet.texte(&mutant.fichier),
                "nothing was broken: {} {}",
                mutant.genre,
                mutant.quoi
            );
            jobs.push((i, mutant));
        }
    }
    let (next, results) = (AtomicUsize::new(0), Mutex::new(vec![Sort::Echappe; jobs.len()]));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some((i, mutant)) = jobs.get(at) else { break };
                    let found = sort(&sujets[*i], &propres[*i], mutant);
                    results.lock().expect("results")[at] = found;
                }
            });
        }
    });
    let results = results.into_inner().expect("results");
    let mut kinds: BTreeMap<&str, Compte> = BTreeMap::new();
    let mut total = Compte::default();
    let mut missed: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for ((i, mutant), found) in jobs.iter().zip(&results) {
        kinds.entry(mutant.genre).or_default().add(*found);
        total.add(*found);
        if *found != Sort::Juste {
            let how = if *found == Sort::Echappe { "échappe" } else { "vu ailleurs" };
            let one = format!("{} : {}, {} ({how})", sujets[*i].nom, mutant.fichier, mutant.quoi);
            missed.entry(mutant.genre).or_default().push(one);
        }
    }
    assert!(total.tous >= 300, "{} mutants only", total.tous);
    let report = report(&kinds, total, &missed);
    let path = support::root().join("docs/mutants.md");
    if support::rewrite() {
        std::fs::write(&path, &report).expect("written");
        support::loud(&report);
        return;
    }
    let committed = std::fs::read_to_string(&path).expect("docs/mutants.md");
    let floors = floors(&committed);
    for (genre, floor) in &floors {
        let count = kinds.get(genre.as_str()).copied().unwrap_or_default();
        let (vus, justes) = count.parts();
        assert!(
            vus >= floor.0 && justes >= floor.1,
            "« {genre} »: {} caught, {} at the right line, less than docs/mutants.md says\n{}",
            pour_mille(vus),
            pour_mille(justes),
            missed.get(genre.as_str()).map_or_else(String::new, |m| m.join("\n"))
        );
    }
    for genre in kinds.keys() {
        assert!(
            floors.iter().any(|(g, _)| g == genre),
            "docs/mutants.md does not know « {genre} »"
        );
    }
}

/// The shares of each kind that a report gives.
fn floors(report: &str) -> Vec<(String, (usize, usize))> {
    let rows = report.lines().filter_map(|l| l.strip_prefix("| ")?.strip_suffix(" |"));
    rows.filter_map(|row| {
        let cells: Vec<&str> = row.split(" | ").collect();
        let [genre, _, vus, justes] = cells.try_into().ok()?;
        let part = |s: &str| -> Option<usize> {
            let (a, b) = s.trim_matches('*').strip_suffix(" %")?.split_once(',')?;
            Some(a.parse::<usize>().ok()? * 10 + b.parse::<usize>().ok()?)
        };
        let genre = genre.trim_matches('*').to_owned();
        (genre != "ensemble").then_some((genre, (part(vus)?, part(justes)?)))
    })
    .collect()
}

fn report(
    kinds: &BTreeMap<&str, Compte>,
    total: Compte,
    missed: &BTreeMap<&str, Vec<String>>,
) -> String {
    let mut out = String::from(
        "# La preuve par mutation\n\n\
         <!-- Fichier produit par les tests (`tests/mutants/`, DELIBERE_REECRIRE=1) : ne pas le modifier à la main. -->\n\n\
         Des dossiers justes de `fixtures/valid` sont cassés, une chose à la fois : un montant, un total, un chapitre, une \
         date… Un mutant est *vu* quand un constat apparaît que le dossier n’avait pas ; *à la bonne ligne* quand ce \
         constat montre la ligne cassée. Pour ce qui est retiré, la bonne ligne est celle qui s’en trouve fausse : l’en-tête \
         de la table, ou le total. Les deux totaux faux de \
         `caen-la-mer-2012` sont d’abord corrigés. Les tests échouent sous ces parts.\n\n",
    );
    let (vus, justes) = total.parts();
    let row = |genre: &str, c: &Compte| {
        let (vus, justes) = c.parts();
        format!("| {genre} | {} | {} | {} |\n", c.tous, pour_mille(vus), pour_mille(justes))
    };
    writeln!(
        out,
        "{} mutants, {} vus, {} à la bonne ligne.\n",
        total.tous,
        pour_mille(vus),
        pour_mille(justes)
    )
    .expect("a string takes it");
    out.push_str("| ce qui est cassé | mutants | vus | à la bonne ligne |\n|---|--:|--:|--:|\n");
    for (genre, count) in kinds {
        out.push_str(&row(genre, count));
    }
    out.push_str(&row("**ensemble**", &total));
    out.push_str("\n## Ce qui échappe, ou se montre ailleurs\n");
    if missed.is_empty() {
        out.push_str("\nRien.\n");
    }
    for (genre, ones) in missed {
        writeln!(out, "\n**{genre}**\n").expect("a string takes it");
        for one in ones.iter().take(8) {
            writeln!(out, "- {one}").expect("a string takes it");
        }
        if ones.len() > 8 {
            writeln!(out, "- et {} autres", ones.len() - 8).expect("a string takes it");
        }
    }
    out.push_str("\n## Ce qui n’est pas un mutant\n\n");
    for (quoi, pourquoi) in EQUIVALENTS {
        writeln!(out, "- {quoi} : {pourquoi}").expect("a string takes it");
    }
    out
}
