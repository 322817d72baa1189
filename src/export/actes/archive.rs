//! The archive of a package: a flat tar, compressed, the same bytes for the same files.

use std::io::Write;

use crate::export::Fichier;

/// The largest archive that an operator takes, in bytes: 150 Mio.
///
/// Source: `ACTES_ARCHIVE_MAX_SIZE` in the code of an operator.
pub const MAX_ARCHIVE: usize = 150 << 20;

/// The bytes of a block of a tar.
const BLOC: usize = 512;

/// A flat `.tar.gz` of some files, all dated 1 January 1970, without owner: nothing in it comes from the machine.
///
/// # Panics
/// Never: the writer is memory.
#[must_use]
pub fn archive(fichiers: &[&Fichier]) -> Vec<u8> {
    let mut tar = Vec::new();
    for fichier in fichiers {
        tar.extend(header(&fichier.nom, fichier.octets.len()));
        tar.extend(&fichier.octets);
        tar.resize(tar.len().next_multiple_of(BLOC), 0);
    }
    tar.resize(tar.len() + 2 * BLOC, 0);
    let mut gzip = flate2::GzBuilder::new()
        .mtime(0)
        .operating_system(255)
        .write(Vec::new(), flate2::Compression::best());
    // A writer in memory refuses nothing.
    let _ = gzip.write_all(&tar);
    gzip.finish().unwrap_or_default()
}

/// The header of a plain file (POSIX.1-1988, *ustar*).
fn header(nom: &str, taille: usize) -> [u8; BLOC] {
    let mut h = [0u8; BLOC];
    let mut put = |at: usize, octets: &[u8]| h[at..at + octets.len()].copy_from_slice(octets);
    // Names of the norm have 72 signs at most; a longer one would not be taken by the norm either.
    let nom = &nom.as_bytes()[..nom.len().min(100)];
    put(0, nom);
    put(100, b"0000644\0");
    put(108, b"0000000\0");
    put(116, b"0000000\0");
    put(124, format!("{taille:011o}\0").as_bytes());
    put(136, b"00000000000\0");
    put(148, b"        ");
    put(156, b"0");
    put(257, b"ustar\x0000");
    let sum: u32 = h.iter().map(|b| u32::from(*b)).sum();
    h[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    h
}
