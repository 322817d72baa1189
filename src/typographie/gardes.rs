//! What is not prose: addresses, file names, identifiers with an underscore.

use super::signe::{FIXE, OBJET, Signe, at, is_letter, is_limit, is_mot, is_space};

/// Extensions that make a file name of the word before them.
const EXTENSIONS: &[&str] = &[
    "csv", "doc", "docx", "eml", "gif", "htm", "html", "jpeg", "jpg", "json", "md", "odp", "ods",
    "odt", "pdf", "php", "png", "ppt", "pptx", "rtf", "svg", "toml", "txt", "typ", "xls", "xlsx",
    "xml", "zip",
];

/// Marks every address, file name and underscored identifier as not to be changed.
pub(super) fn protect(signes: &mut [Signe]) {
    let mut i = 0;
    // Nothing is looked for again in what was found: that keeps the whole linear.
    let mut floor = 0;
    while let Some(skipped) = signes[i..].iter().position(|s| matches!(s.c, ':' | '.' | '@' | '_'))
    {
        i += skipped;
        let found = match signes[i].c {
            _ if signes[i].fixe() => Some((i, i)),
            ':' if at(signes, i + 1) == '/' && at(signes, i + 2) == '/' => scheme(signes, floor, i),
            '.' => www(signes, i).or_else(|| file_name(signes, floor, i)),
            '@' => address(signes, floor, i),
            '_' => Some(identifier(signes, floor, i)),
            _ => None,
        };
        let Some((start, end)) = found else {
            i += 1;
            continue;
        };
        for s in &mut signes[start..end] {
            s.marks |= FIXE;
        }
        i = end.max(i + 1);
        floor = i;
    }
}

fn scheme(signes: &[Signe], floor: usize, colon: usize) -> Option<(usize, usize)> {
    let start = floor
        + back(&signes[floor..colon], |c| {
            c.is_ascii_alphanumeric() || matches!(c, '+' | '.' | '-')
        });
    (start < colon).then(|| (start, url_end(signes, colon + 3)))
}

fn www(signes: &[Signe], dot: usize) -> Option<(usize, usize)> {
    let start = dot.checked_sub(3)?;
    let www = signes[start..dot].iter().all(|s| s.c.eq_ignore_ascii_case(&'w'));
    let free = start == 0 || !is_mot(signes[start - 1].c);
    (www && free && is_mot(at(signes, dot + 1))).then(|| (start, url_end(signes, dot + 1)))
}

/// The end of an address, without the punctuation of the sentence around it.
fn url_end(signes: &[Signe], from: usize) -> usize {
    let mut end = from;
    while !matches!(at(signes, end), '«' | '»' | '“' | '”' | '"' | '<' | '>' | OBJET)
        && !is_break(at(signes, end))
    {
        end += 1;
    }
    let sentence =
        |c: char| is_final(c) || matches!(c, ')' | ']' | '}' | '\'' | '’' | ',' | ';' | '*');
    while end > from && sentence(signes[end - 1].c) {
        end -= 1;
    }
    end
}

fn address(signes: &[Signe], floor: usize, arobase: usize) -> Option<(usize, usize)> {
    let part = |c: char| is_mot(c) && c != OBJET || matches!(c, '.' | '_' | '%' | '+' | '-');
    let start = floor + back(&signes[floor..arobase], part);
    let mut end = arobase + 1;
    while part(at(signes, end)) {
        end += 1;
    }
    while end > arobase + 1 && !is_mot(signes[end - 1].c) {
        end -= 1;
    }
    let domain = signes[arobase + 1..end].iter().any(|s| s.c == '.');
    (start < arobase && domain).then_some((start, end))
}

fn file_name(signes: &[Signe], floor: usize, dot: usize) -> Option<(usize, usize)> {
    if dot == 0 || !is_mot(signes[dot - 1].c) {
        return None;
    }
    let mut end = dot + 1;
    while end - dot <= 5 && is_letter(at(signes, end)) {
        end += 1;
    }
    let after = at(signes, end);
    let ends = is_edge(after)
        || matches!(after, ':' | '!' | '?' | '…')
        || after == '.' && !is_mot(at(signes, end + 1));
    let known = || {
        let extension: String = signes[dot + 1..end].iter().map(|s| s.c).collect();
        EXTENSIONS.contains(&extension.to_ascii_lowercase().as_str())
    };
    (ends && known()).then(|| (floor + back(&signes[floor..dot], |c| !is_edge(c)), end))
}

fn identifier(signes: &[Signe], floor: usize, underscore: usize) -> (usize, usize) {
    let start = floor + back(&signes[floor..underscore], |c| !is_edge(c));
    let mut end = underscore + 1;
    while !is_edge(at(signes, end)) {
        end += 1;
    }
    while end > underscore + 1 && is_final(signes[end - 1].c) {
        end -= 1;
    }
    (start, end)
}

/// Where the last run of such characters begins.
fn back(signes: &[Signe], belongs: impl Fn(char) -> bool) -> usize {
    let run = signes.iter().rev().take_while(|s| belongs(s.c));
    signes.len() - run.count()
}

fn is_break(c: char) -> bool {
    is_space(c) || is_limit(c)
}

/// What closes a name, besides the spaces.
fn is_edge(c: char) -> bool {
    is_break(c)
        || matches!(c, ',' | ';' | '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '"' | '\'')
        || matches!(c, '«' | '»' | '“' | '”' | '’' | OBJET)
}

fn is_final(c: char) -> bool {
    matches!(c, '.' | ':' | '!' | '?' | '…')
}

#[cfg(test)]
mod tests {
    use super::super::leaves::flatten_str;
    use super::*;

    fn protected(texte: &str) -> String {
        let mut signes = flatten_str(texte);
        protect(&mut signes);
        signes.iter().filter(|s| s.fixe()).map(|s| s.c).collect()
    }

    #[test]
    fn addresses_end_before_the_punctuation_of_the_sentence() {
        assert_eq!(
            protected("voir (https://www.telerecours.fr/a?b=1;c), puis"),
            "https://www.telerecours.fr/a?b=1;c"
        );
        assert_eq!(protected("www.caenlamer.fr :"), "www.caenlamer.fr");
        assert_eq!(protected("«http://a.b»"), "http://a.b");
        assert_eq!(protected("écrire à j.d@ville.fr."), "j.d@ville.fr");
    }

    #[test]
    fn file_names_and_identifiers() {
        assert_eq!(protected("l'annexe C-12_1er.pdf."), "C-12_1er.pdf");
        assert_eq!(protected("rapport-2ème.PDF, lu"), "rapport-2ème.PDF");
        assert_eq!(protected("l'acte 2012_05_01: lu"), "2012_05_01");
        assert_eq!(protected("le plan. Le conseil"), "");
        assert_eq!(protected("a@b, 3 @ 5"), "");
    }
}
