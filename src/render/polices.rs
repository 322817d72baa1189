//! The embedded fonts: every machine gives the same page, and no font is searched for.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::read::couverture::drawn;

/// Text, titles, and a last resort for symbols.
pub(super) const FICHIERS: &[&[u8]] = &[
    include_bytes!("../../templates/polices/LibertinusSerif-Regular.otf"),
    include_bytes!("../../templates/polices/LibertinusSerif-Italic.otf"),
    include_bytes!("../../templates/polices/LibertinusSerif-Bold.otf"),
    include_bytes!("../../templates/polices/LibertinusSerif-BoldItalic.otf"),
    include_bytes!("../../templates/polices/SourceSans3-Regular.otf"),
    include_bytes!("../../templates/polices/SourceSans3-It.otf"),
    include_bytes!("../../templates/polices/SourceSans3-Semibold.otf"),
    include_bytes!("../../templates/polices/SourceSans3-Bold.otf"),
    include_bytes!("../../templates/polices/DejaVuSansMono.ttf"),
];

pub(super) struct Polices {
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
}

pub(super) static POLICES: LazyLock<Polices> = LazyLock::new(|| {
    let fonts: Vec<Font> =
        FICHIERS.iter().flat_map(|octets| Font::iter(Bytes::new(*octets))).collect();
    Polices { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

/// The characters of a text that no embedded font can draw, each once, in order.
pub(super) fn missing(texte: &str) -> Vec<char> {
    let mut out = Vec::new();
    for c in texte.chars() {
        if !drawn(c) && !out.contains(&c) {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_the_reader_is_that_of_the_fonts() {
        let wrong: Vec<char> = ('\u{80}'..=char::MAX)
            .filter(|c| !c.is_whitespace())
            .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2011}' | '\u{2060}'))
            .filter(|c| {
                let inked = POLICES.fonts.iter().any(|f| f.info().coverage.contains(*c as u32));
                inked != drawn(*c)
            })
            .collect();
        assert!(wrong.is_empty(), "{} characters, {:?}", wrong.len(), &wrong[..wrong.len().min(9)]);
    }
}
