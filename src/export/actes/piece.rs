//! What a file of a transmission may be.

/// The formats that the prefecture takes.
///
/// Source: order of 26 October 2005 as changed on 13 October 2011 (read in excerpts), and the code of an operator: the act
/// in PDF, or in XML for a budget document (nature 5, matière 7.1); annexes in PDF, PNG, JPEG or XML, in PDF alone beside
/// an act in XML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Pdf,
    Png,
    Jpeg,
    Xml,
}

impl Format {
    /// Seen in the bytes, whatever the file is called.
    pub(super) fn of(octets: &[u8]) -> Option<Self> {
        let text = octets.strip_prefix("\u{feff}".as_bytes()).unwrap_or(octets);
        match octets {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(Self::Pdf),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            _ if text.trim_ascii_start().starts_with(b"<?xml") => Some(Self::Xml),
            _ => None,
        }
    }

    pub(super) fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Xml => "xml",
        }
    }
}

/// Whether a PDF is locked (*verrouillé*), which the norm forbids: its trailer names an encryption.
pub(super) fn is_locked(pdf: &[u8]) -> bool {
    const CLE: &[u8] = b"/Encrypt";
    pdf.windows(CLE.len() + 1).any(|w| w.starts_with(CLE) && !w[CLE.len()].is_ascii_alphanumeric())
}
