//! What every document of every valid case looks like, beside the case: `attendu/<document>.txt` (laid-out text),
//! `.balises.txt` (tags) and `.png` (pages). `DELIBERE_REECRIRE=1` writes them again. In texts, « ␣ » is a no-break space
//! and « ⎵ » a narrow one.

use std::fs;
use std::path::{Path, PathBuf};

use delibere::render::{Document, Image};

use super::balises::outline;
use crate::support::{dossier_in, laid, name, pdf, rewrite, root, valid};

/// Pages of one document that are pictured, and what is compared of the bound one: its other pages are those of the
/// other documents.
const PAGES: usize = 8;
const PAGES_DOSSIER: usize = 3;
/// Pixels per inch of a picture.
const RESOLUTION: u32 = 36;
/// Grey levels of a picture: black, dark, light, white.
const NIVEAUX: u8 = 4;
/// Pages side by side in a picture.
const COLONNES: usize = 4;
/// Share of the pixels of a picture that may differ by one level: rounding may differ from one processor to another.
const TOLERANCE: f64 = 0.001;

#[test]
fn texts() {
    compare("txt", |case, document| {
        let pages = laid(case, document).texte();
        let mut out = format!("{} pages\n", pages.len());
        for (i, page) in pages.iter().take(shown(document, usize::MAX)).enumerate() {
            out.push_str(&format!(
                "\n=== page {}, {:.0} × {:.0} pt\n",
                i + 1,
                page.largeur,
                page.hauteur
            ));
            // No-break spaces show: they are what most often changes.
            out.push_str(&page.to_string().replace('\u{a0}', "␣").replace('\u{202f}', "⎵"));
        }
        Some(out.into_bytes())
    });
}

#[test]
fn tags() {
    compare("balises.txt", |case, document| {
        (document != Document::Dossier).then(|| outline(&pdf(case, document)).into_bytes())
    });
}

#[test]
fn pictures() {
    each(|case, document, path| {
        let made = Picture::of(case, document);
        let path = path.with_extension("png");
        if rewrite() {
            return write(&path, &made.encode());
        }
        let Ok(octets) = fs::read(&path) else { panic!("{} is missing", path.display()) };
        let wanted = Picture::decode(&octets);
        if let Some(fault) = made.differs(&wanted) {
            let seen = seen(&path);
            write(&seen, &made.encode());
            panic!("{}: {fault}; now {}", path.display(), seen.display());
        }
    });
}

#[test]
fn nothing_else_is_expected() {
    // Nor is anything judged while it is being written.
    if rewrite() {
        return;
    }
    for case in valid() {
        let (dossier, _) = dossier_in(&case);
        let documents: Vec<String> =
            Document::of(&dossier).iter().map(ToString::to_string).collect();
        for entry in fs::read_dir(case.join("attendu")).expect("attendu").filter_map(Result::ok) {
            let file = name(&entry.path());
            let document = file.split('.').next().expect("a name");
            assert!(
                documents.iter().any(|d| d == document),
                "{} serves nothing",
                entry.path().display()
            );
        }
    }
}

fn shown(document: Document, others: usize) -> usize {
    if document == Document::Dossier { PAGES_DOSSIER } else { others }
}

fn each(mut act: impl FnMut(&Path, Document, PathBuf)) {
    for case in valid() {
        let (dossier, _) = dossier_in(&case);
        for document in Document::of(&dossier) {
            act(&case, document, case.join("attendu").join(document.to_string()));
        }
    }
}

fn compare(kind: &str, make: impl Fn(&Path, Document) -> Option<Vec<u8>>) {
    let mut faults = Vec::new();
    each(|case, document, path| {
        let path = path.with_extension(kind);
        let Some(made) = make(case, document) else { return };
        if rewrite() {
            return write(&path, &made);
        }
        let wanted = fs::read(&path).unwrap_or_default();
        if wanted == made {
            return;
        }
        let seen = seen(&path);
        write(&seen, &made);
        let (wanted, made) = (String::from_utf8_lossy(&wanted), String::from_utf8_lossy(&made));
        let first = wanted.lines().zip(made.lines()).position(|(a, b)| a != b);
        let line = first.unwrap_or(wanted.lines().count().min(made.lines().count()));
        faults.push(format!(
            "{} line {}\n- {}\n+ {}\nnow {}",
            path.display(),
            line + 1,
            wanted.lines().nth(line).unwrap_or(""),
            made.lines().nth(line).unwrap_or(""),
            seen.display()
        ));
    });
    assert!(faults.is_empty(), "{}\nDELIBERE_REECRIRE=1 writes them again", faults.join("\n"));
}

/// Where what was made instead is left to be looked at.
fn seen(path: &Path) -> PathBuf {
    let inside = path.strip_prefix(root().join("fixtures/valid")).expect("a fixture");
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("attendus").join(inside)
}

fn write(path: &Path, octets: &[u8]) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("folder");
    fs::write(path, octets).expect("written");
}

/// The first pages of a document, side by side, in a few greys.
struct Picture {
    largeur: usize,
    hauteur: usize,
    /// One level by pixel, row by row.
    niveaux: Vec<u8>,
}

impl Picture {
    fn of(case: &Path, document: Document) -> Self {
        let laid = laid(case, document);
        let images = laid.images(Image::Png(RESOLUTION)).expect("images");
        let pages: Vec<Self> =
            images.iter().take(shown(document, PAGES)).map(|png| Self::decode(png)).collect();
        let (l, h) = pages.iter().fold((0, 0), |(l, h), p| (p.largeur.max(l), p.hauteur.max(h)));
        let columns = pages.len().min(COLONNES);
        let (largeur, hauteur) = (l * columns, h * pages.len().div_ceil(columns));
        let mut niveaux = vec![NIVEAUX - 1; largeur * hauteur];
        for (i, page) in pages.iter().enumerate() {
            let (x, y) = (i % columns * l, i / columns * h);
            for (row, line) in page.niveaux.chunks(page.largeur).enumerate() {
                let start = (y + row) * largeur + x;
                niveaux[start..start + line.len()].copy_from_slice(line);
            }
        }
        Self { largeur, hauteur, niveaux }
    }

    fn decode(octets: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(octets));
        decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
        let mut reader = decoder.read_info().expect("a PNG");
        let mut pixels = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut pixels).expect("pixels");
        let level = |pixel: &[u8]| {
            let grey = match pixel {
                [r, g, b, ..] => {
                    (299 * u32::from(*r) + 587 * u32::from(*g) + 114 * u32::from(*b)) / 1000
                }
                [grey, ..] => u32::from(*grey),
                [] => 0,
            };
            u8::try_from((grey * u32::from(NIVEAUX - 1) + 127) / 255).expect("a level")
        };
        let niveaux =
            pixels[..info.buffer_size()].chunks(info.color_type.samples()).map(level).collect();
        Self { largeur: info.width as usize, hauteur: info.height as usize, niveaux }
    }

    fn encode(&self) -> Vec<u8> {
        let size = |n: usize| u32::try_from(n).expect("a small picture");
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, size(self.largeur), size(self.hauteur));
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::Two);
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        let packed: Vec<u8> = self
            .niveaux
            .chunks(self.largeur)
            .flat_map(|row| row.chunks(4))
            .map(|four| {
                four.iter().enumerate().fold(0, |byte, (i, level)| byte | level << (6 - 2 * i))
            })
            .collect();
        encoder.write_header().expect("header").write_image_data(&packed).expect("data");
        out
    }

    fn differs(&self, wanted: &Self) -> Option<String> {
        if (self.largeur, self.hauteur) != (wanted.largeur, wanted.hauteur) {
            return Some(format!(
                "{} × {} pixels instead of {} × {}",
                self.largeur, self.hauteur, wanted.largeur, wanted.hauteur
            ));
        }
        let pairs = || self.niveaux.iter().zip(&wanted.niveaux);
        let far = pairs().filter(|(a, b)| a.abs_diff(**b) > 1).count();
        let near = pairs().filter(|(a, b)| a != b).count();
        (far > 0 || near as f64 > TOLERANCE * self.niveaux.len() as f64)
            .then(|| format!("{near} pixels differ, {far} of them by more than one level"))
    }
}
