//! XML in ISO-8859-1, as the norm wants it: what that encoding lacks is a numeric reference.
//!
//! Source: annex 3 of the specification of 2005, and the messages of operators.

/// A text as the content of an element or of an attribute between double quotation marks.
///
/// Spaces of any kind but the no-break ones are one space; a character that XML forbids is a space too.
pub(super) fn escape(texte: &str, out: &mut Vec<u8>) {
    for c in texte.chars() {
        match c {
            '&' => out.extend(b"&amp;"),
            '<' => out.extend(b"&lt;"),
            '>' => out.extend(b"&gt;"),
            '"' => out.extend(b"&quot;"),
            '\t' | '\n' | '\r' => out.push(b' '),
            ' '..='~' => out.push(c as u8),
            '\u{a0}'..='\u{ff}' => out.push(u8::try_from(u32::from(c)).unwrap_or(b'?')),
            // The C1 controls, and all that the encoding lacks.
            '\u{7f}'..='\u{9f}' | '\u{100}'..='\u{fffd}' | '\u{10000}'.. => {
                out.extend(format!("&#{};", u32::from(c)).bytes());
            }
            _ => out.push(b' '),
        }
    }
}

/// What [`escape`] keeps of a text, as a reader of the message gets it back.
#[cfg(test)]
pub(super) fn kept(texte: &str) -> String {
    texte
        .chars()
        .map(|c| match c {
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => ' ',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_latin_1_lacks_is_a_reference() {
        let mut out = Vec::new();
        escape("l’été « œuvre » & 3 €\n<b>", &mut out);
        let expected = b"l&#8217;\xe9t\xe9 \xab &#339;uvre \xbb &amp; 3 &#8364; &lt;b&gt;";
        assert_eq!(out, expected);
    }

    proptest! {
        #[test]
        fn any_text_comes_back(texte in "\\PC*|.*", tail in any::<String>()) {
            let texte = texte + &tail;
            let mut xml = b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<a b=\"".to_vec();
            escape(&texte, &mut xml);
            xml.extend(b"\">");
            escape(&texte, &mut xml);
            xml.extend(b"</a>");
            // As the declaration says, without the doubt that a message from outside calls for.
            let read: String = xml.iter().map(|b| char::from(*b)).collect();
            let document = roxmltree::Document::parse(&read).expect("XML");
            let root = document.root_element();
            prop_assert_eq!(root.attribute("b"), Some(&*kept(&texte)));
            prop_assert_eq!(root.text().unwrap_or(""), &*kept(&texte));
        }
    }
}
