//! What tells one file from any other.

use sha2::{Digest as _, Sha256};

/// The SHA-256 (*empreinte*: a fingerprint) of some bytes, in lowercase hexadecimal.
///
/// ```
/// let vide = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
/// assert_eq!(delibere::export::empreinte(b""), vide);
/// ```
#[must_use]
pub fn empreinte(octets: &[u8]) -> String {
    Sha256::digest(octets).iter().map(|b| format!("{b:02x}")).collect()
}

/// One fingerprint for several named files, in their order.
#[must_use]
pub fn empreinte_de<'a>(fichiers: impl Iterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut all = Sha256::new();
    for (nom, octets) in fichiers {
        // Lengths first, so that no two lists give the same bytes.
        for part in [nom.as_bytes(), octets] {
            all.update((part.len() as u64).to_be_bytes());
            all.update(part);
        }
    }
    all.finalize().iter().map(|b| format!("{b:02x}")).collect()
}
