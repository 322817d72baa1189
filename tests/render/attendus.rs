//! What every document of every valid case looks like, beside the case: `attendu/<document>.txt` (laid-out text),
//! `.balises.txt` (tags) and `.png` (pages). `DELIBERE_REECRIRE=1` writes them again. In texts, « ␣ » is a no-break space
//! and « ⎵ » a narrow one.

use std::fs;
use std::path::{Path, PathBuf};

use delibere::render::Image;

use super::balises::outline;
use super::ouvrages::{self, Ouvrage};
use crate::support::{name, rewrite, root, sittings, valid};

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
    compare("txt", |ouvrage| {
        let pages = ouvrage.laid().texte();
        let mut out = format!("{} pages\n", pages.len());
        for (i, page) in pages.iter().take(shown(ouvrage, usize::MAX)).enumerate() {
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
    compare("balises.txt", |ouvrage| {
        (!ouvrage.is_bound()).then(|| outline(&ouvrage.pdf()).into_bytes())
    });
}

#[test]
fn pictures() {
    for ouvrage in ouvrages::all() {
        let made = Picture::of(&ouvrage);
        let path = ouvrage.attendu().with_extension("png");
        if rewrite() {
            write(&path, &made.encode());
            continue;
        }
        let Ok(octets) = fs::read(&path) else { panic!("{} is missing", path.display()) };
        let wanted = Picture::decode(&octets);
        if let Some(fault) = made.differs(&wanted) {
            let seen = seen(&path);
            write(&seen, &made.encode());
            panic!("{}: {fault}; now {}", path.display(), seen.display());
        }
    }
}

#[test]
fn nothing_else_is_expected() {
    // Nor is anything judged while it is being written.
    if rewrite() {
        return;
    }
    for case in valid().iter().chain(&sittings()) {
        let known: Vec<PathBuf> = ouvrages::of(case).iter().map(Ouvrage::attendu).collect();
        nothing_else(&case.join("attendu"), &known);
    }
}

fn nothing_else(folder: &Path, known: &[PathBuf]) {
    for entry in fs::read_dir(folder).expect("attendu").filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            nothing_else(&path, known);
            continue;
        }
        let stem = name(&path).split('.').next().map(|stem| folder.join(stem));
        assert!(stem.is_some_and(|s| known.contains(&s)), "{} serves nothing", path.display());
    }
}

fn shown(ouvrage: &Ouvrage, others: usize) -> usize {
    if ouvrage.is_bound() { PAGES_DOSSIER } else { others }
}

fn compare(kind: &str, make: impl Fn(&Ouvrage) -> Option<Vec<u8>>) {
    let mut faults = Vec::new();
    for ouvrage in ouvrages::all() {
        let path = ouvrage.attendu().with_extension(kind);
        let Some(made) = make(&ouvrage) else { continue };
        if rewrite() {
            write(&path, &made);
            continue;
        }
        let wanted = fs::read(&path).unwrap_or_default();
        if wanted == made {
            continue;
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
    }
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
    fn of(ouvrage: &Ouvrage) -> Self {
        let laid = ouvrage.laid();
        let images = laid.images(Image::Png(RESOLUTION)).expect("images");
        let pages: Vec<Self> =
            images.iter().take(shown(ouvrage, PAGES)).map(|png| Self::decode(png)).collect();
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
