//! The seed: every sentence and every figure of the original document is printed, but for what is listed as different.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use delibere::render::Document;
use unicode_normalization::UnicodeNormalization;

use crate::support::{judge, laid, pdf, root, variable};

const GRAINE: &str = "caen-la-mer-2012-12-07.txt";
const DOCUMENTS: [Document; 4] = [
    Document::Deliberation,
    Document::AnnexeBudgetaire,
    Document::FichesActions,
    Document::Programme,
];

/// Heights of the running header and footer, in points, less than the smallest margin.
const ENTETE: f64 = 60.0;
const PIED: f64 = 50.0;

#[test]
fn everything_is_printed() {
    let Some(folder) = variable("DELIBERE_GRAINE") else {
        crate::support::loud("!!! SKIPPED: DELIBERE_GRAINE is not set, the seed was not compared");
        return;
    };
    let seed = std::fs::read_to_string(PathBuf::from(folder).join(GRAINE)).expect("the seed");
    if !judge("pdftotext") {
        return;
    }
    let printed: String = DOCUMENTS.into_iter().map(printed).collect();
    // Joined by what no text holds, so that nothing is found astride two documents.
    let words = normal(&printed, false);
    let figures = normal(&printed, true);

    let fragments = fragments(&with_ecarts(seed));
    assert!(fragments.len() > 500, "{} fragments", fragments.len());
    let mut faults = Vec::new();
    for (fragment, wanted) in &fragments {
        let text = if fragment.chiffres { &figures } else { &words };
        let found = text.matches(&fragment.normal).count();
        if found < *wanted {
            faults.push(format!("{found} of {wanted}: {}", fragment.source));
        }
    }
    assert!(
        faults.is_empty(),
        "{} fragments are not printed:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// A piece of the seed that must be printed in one run.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Fragment {
    normal: String,
    /// Whether it is a run of figures, whose minus signs count.
    chiffres: bool,
    source: String,
}

/// Every paragraph and every cell, with how many times it stands in the seed.
fn fragments(seed: &str) -> BTreeMap<Fragment, usize> {
    let mut out = BTreeMap::new();
    let mut push = |source: &str, chiffres: bool| {
        let normal = normal(&tags(source), chiffres);
        if !normal.is_empty() {
            let fragment = Fragment { normal, chiffres, source: source.trim().to_owned() };
            *out.entry(fragment).or_insert(0) += 1;
        }
    };
    for line in seed.lines() {
        let line = line.replace("</li>", "\n").replace("<ul", "\n<ul");
        for piece in line.lines() {
            let cells: Vec<&str> = piece.split('\t').collect();
            cells.iter().for_each(|cell| push(cell, false));
            // Figures are read with what they are figures of: the last words before them, and all of the row.
            if let Some(first) = cells.iter().position(|c| figure(&tags(c))) {
                let of = cells[..first].iter().rev().find(|c| !c.is_empty()).copied();
                let row: Vec<&str> = of
                    .into_iter()
                    .chain(cells[first..].iter().copied().filter(|c| figure(&tags(c))))
                    .collect();
                push(&row.join(" "), true);
            }
        }
    }
    out
}

fn figure(cell: &str) -> bool {
    let cell = cell.trim();
    cell.contains(|c: char| c.is_ascii_digit())
        && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-'))
}

/// The seed with what is printed otherwise put in place of what it says; every difference must serve.
fn with_ecarts(mut seed: String) -> String {
    let path = root().join("fixtures/valid/caen-la-mer-2012/ecarts.toml");
    let text = std::fs::read_to_string(path).expect("ecarts.toml");
    let table: toml::Table = text.parse().expect("ecarts.toml");
    for ecart in table["ecarts"].as_array().expect("a list of ecarts") {
        let of = |key: &str| ecart[key].as_str().expect("a string");
        assert!(!of("motif").trim().is_empty());
        assert!(seed.contains(of("graine")), "this difference serves nothing: {:?}", of("graine"));
        seed = seed.replace(of("graine"), of("rendu"));
    }
    seed
}

fn tags(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

/// Without spaces, quotes, apostrophes, dashes and marks; minus signs are kept, as one character, when they count.
fn normal(text: &str, minus: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut last = ' ';
    for c in text.nfkc() {
        let sign = c == '\u{2212}' || c == '-' && last.is_whitespace();
        last = c;
        match c {
            _ if c.is_whitespace() => {}
            '-' | '\u{2212}' if minus && sign => out.push('\u{2212}'),
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}' | '\u{2022}' => {}
            '\'' | '’' | '‘' | '"' | '“' | '”' | '«' | '»' | '*' | '#' | '_' | '`' => {}
            c => out.push(c),
        }
    }
    out
}

/// The words of a PDF, in the order of its content, without running headers and footers.
fn printed(document: Document) -> String {
    let case = root().join("fixtures/valid/caen-la-mer-2012");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("graine-{document}.pdf"));
    std::fs::write(&path, &*pdf(&case, document)).expect("written");
    let mut out = String::new();
    for (i, page) in laid(&case, document).texte().iter().enumerate() {
        let rank = (i + 1).to_string();
        let size = |points: f64| (points.round() as u32).to_string();
        let got = Command::new("pdftotext")
            .args(["-raw", "-enc", "UTF-8", "-f", &rank, "-l", &rank])
            .args(["-x", "0", "-y", &size(ENTETE), "-W", &size(page.largeur)])
            .args(["-H", &size(page.hauteur - ENTETE - PIED)])
            .arg(&path)
            .arg("-")
            .output()
            .expect("pdftotext runs");
        assert!(got.status.success());
        out.push_str(&String::from_utf8(got.stdout).expect("UTF-8"));
    }
    out.push('\u{1e}');
    out
}
