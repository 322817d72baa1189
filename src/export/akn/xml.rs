//! XML as it is written, every word escaped.

use std::fmt::Write as _;

use crate::typographie::composer_simple;

/// The same with ordinary spaces.
pub(super) fn plain(texte: &str) -> String {
    texte.replace(['\u{a0}', '\u{202f}'], " ")
}

/// A text in XML; what XML forbids is a space.
pub(super) fn esc(texte: &str) -> String {
    let mut out = String::with_capacity(texte.len());
    for c in texte.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The document as it is written.
pub(super) struct Xml(pub(super) String);

impl Xml {
    pub(super) fn raw(&mut self, xml: &str) {
        self.0.push_str(xml);
    }

    pub(super) fn tag(&mut self, tag: &str, attributes: &[(&str, &str)], end: &str) {
        let _ = write!(self.0, "<{tag}");
        for (name, value) in attributes {
            let _ = write!(self.0, " {name}=\"{}\"", esc(value));
        }
        self.0.push_str(end);
    }

    pub(super) fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.tag(tag, attributes, ">\n");
    }

    pub(super) fn empty(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.tag(tag, attributes, "/>\n");
    }

    pub(super) fn close(&mut self, tag: &str) {
        let _ = writeln!(self.0, "</{tag}>");
    }

    pub(super) fn p(&mut self, words: &str) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(self.0, "<p>{}</p>", esc(&composer_simple(&words)));
    }
}
