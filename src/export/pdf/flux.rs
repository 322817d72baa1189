//! What a stream holds, inflated no further than a bound (ISO 32000-1, 7.4).

use std::io::Read as _;

use super::PdfError;
use super::objet::{Objet, Table};

const ABIME: PdfError = PdfError::Abime("un contenu compressé ne se lit pas");

/// The bytes of a stream, at most `max`.
pub(super) fn decode(table: &Table, brut: &[u8], max: u64) -> Result<Vec<u8>, PdfError> {
    const TROP: PdfError = PdfError::Demesure("un contenu qui grossit sans fin");
    let octets = match filter(table)? {
        false if brut.len() as u64 > max => return Err(TROP),
        false => brut.to_vec(),
        true => {
            let mut out = Vec::new();
            flate2::read::ZlibDecoder::new(brut)
                .take(max + 1)
                .read_to_end(&mut out)
                .map_err(|_| ABIME)?;
            if out.len() as u64 > max {
                return Err(TROP);
            }
            out
        }
    };
    let parms = match table.get("DecodeParms") {
        Some(Objet::Table(parms)) => parms.clone(),
        Some(Objet::Liste(liste)) => match liste.as_slice() {
            [Objet::Table(parms)] => parms.clone(),
            _ => return Ok(octets),
        },
        _ => return Ok(octets),
    };
    match parms.entier("Predictor") {
        None | Some(1) => Ok(octets),
        Some(10..=15) => lines(&octets, &parms),
        Some(_) => Err(PdfError::Codage),
    }
}

/// Whether the stream is inflated; no other filter is known.
fn filter(table: &Table) -> Result<bool, PdfError> {
    let flate = |objet: &Objet| matches!(objet, Objet::Nom(nom) if nom == b"FlateDecode");
    match table.get("Filter") {
        None | Some(Objet::Nul) => Ok(false),
        Some(Objet::Liste(liste)) if liste.is_empty() => Ok(false),
        Some(Objet::Liste(liste)) if liste.len() == 1 && flate(&liste[0]) => Ok(true),
        Some(objet) if flate(objet) => Ok(true),
        Some(_) => Err(PdfError::Codage),
    }
}

/// Lines of bytes that each say how they differ from the one above (PNG, clause 9), for one component of eight bits.
fn lines(octets: &[u8], parms: &Table) -> Result<Vec<u8>, PdfError> {
    let one = |cle, usual| parms.entier(cle).unwrap_or(usual) == usual;
    if !one("Colors", 1) || !one("BitsPerComponent", 8) {
        return Err(PdfError::Codage);
    }
    let width = parms.entier("Columns").unwrap_or(1);
    let width = usize::try_from(width).ok().filter(|w| (1..=4096).contains(w)).ok_or(ABIME)?;
    let mut out: Vec<u8> = Vec::with_capacity(octets.len());
    let mut above = vec![0u8; width];
    for line in octets.chunks(width + 1) {
        let (kind, line) = line.split_first().ok_or(ABIME)?;
        let mut now = vec![0u8; width];
        for (i, b) in line.iter().enumerate() {
            let left = if i > 0 { now[i - 1] } else { 0 };
            let corner = if i > 0 { above[i - 1] } else { 0 };
            let guess = match kind {
                0 => 0,
                1 => left,
                2 => above[i],
                3 => ((u16::from(left) + u16::from(above[i])) / 2) as u8,
                4 => paeth(left, above[i], corner),
                _ => return Err(ABIME),
            };
            now[i] = b.wrapping_add(guess);
        }
        out.extend(&now[..line.len()]);
        above = now;
    }
    Ok(out)
}

fn paeth(left: u8, above: u8, corner: u8) -> u8 {
    let (a, b, c) = (i16::from(left), i16::from(above), i16::from(corner));
    let far = |x: i16| (a + b - c - x).abs();
    if far(a) <= far(b) && far(a) <= far(c) {
        left
    } else if far(b) <= far(c) {
        above
    } else {
        corner
    }
}
