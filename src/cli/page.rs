//! A page of the documentation on the screen: what Markdown marks is laid out, and lines are cut between words.

/// Columns of a line.
const LARGEUR: usize = 88;

/// Lays out the Markdown of a page: headings, paragraphs, lists and blocks of code.
pub(super) fn render(markdown: &str) -> String {
    let mut out = String::new();
    let mut code = false;
    let mut paragraph = String::new();
    for line in markdown.lines() {
        if line.starts_with("```") {
            flush(&mut paragraph, &mut out);
            code = !code;
        } else if code {
            out.push_str(format!("    {line}").trim_end());
            out.push('\n');
        } else if line.trim().is_empty() {
            flush(&mut paragraph, &mut out);
            if !out.ends_with("\n\n") {
                out.push('\n');
            }
        } else if line.starts_with("- ") || line.starts_with('|') {
            flush(&mut paragraph, &mut out);
            paragraph.push_str(line);
        } else if let Some(title) = line.strip_prefix('#') {
            flush(&mut paragraph, &mut out);
            out.push_str(&format!("{}\n", title.trim_start_matches('#').trim()));
        } else {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line.trim());
        }
    }
    flush(&mut paragraph, &mut out);
    format!("{}\n", out.trim_end())
}

fn flush(paragraph: &mut String, out: &mut String) {
    let text = plain(paragraph);
    let indent = if text.starts_with("- ") { "  " } else { "" };
    let mut column = 0;
    // No-break spaces hold their words together.
    for word in text.split(' ').filter(|w| !w.is_empty()) {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > LARGEUR {
            out.push('\n');
            out.push_str(indent);
            column = indent.len();
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    if column > 0 {
        out.push('\n');
    }
    paragraph.clear();
}

/// The words without their marks; a link keeps its words.
fn plain(texte: &str) -> String {
    let mut out = String::new();
    let mut rest = texte;
    let mut code = false;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '`' => code = !code,
            '*' if !code => {}
            '[' if !code => match rest.split_once("](").and_then(|(words, after)| {
                Some((words, after.split_once(')')?.1)).filter(|(w, _)| !w.contains(']'))
            }) {
                Some((words, after)) => {
                    out.push_str(words);
                    rest = after;
                }
                None => out.push('['),
            },
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_laid_out() {
        let page = render(
            "## A-1\n\n`nom`\n\n- **Gravité** : erreur\n- [la page](x.md) `a*b`\n\nFaux :\n\n```toml\na = [1]\n\n[b]\n```\n",
        );
        assert_eq!(
            page,
            "A-1\n\nnom\n\n- Gravité : erreur\n- la page a*b\n\nFaux :\n\n    a = [1]\n\n    [b]\n"
        );
    }

    #[test]
    fn lines_are_cut_between_words() {
        let page = render(&"mot ".repeat(60));
        assert!(page.lines().all(|l| l.chars().count() <= LARGEUR) && page.lines().count() == 3);
    }
}
