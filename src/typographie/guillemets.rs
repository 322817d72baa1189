//! Straight double quotes, paired into guillemets.

use super::signe::{Signe, at, is_limit, is_opening, is_space};

/// What a quotation mark turned out to be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Lone,
    Opens,
    Closes,
}

/// A quotation mark on the line.
struct Event {
    at: usize,
    straight: bool,
    role: Role,
}

/// What the neighbours of a straight quote let it be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opener,
    Closer,
    Either,
    Neither,
}

/// Replaces the straight quotes that have their pair; a lone one stays as it stands.
///
/// The side is read from neighbours that no other rule changes, so that what is left alone once
/// is left alone ever after.
pub(super) fn pair(signes: &mut [Signe]) {
    if !signes.iter().any(|s| s.c == '"') {
        return;
    }
    let events = events(signes);
    let mut depth = 0_u32;
    for event in events {
        match event.role {
            Role::Lone => {}
            Role::Opens => {
                if event.straight {
                    signes[event.at].c = if depth == 0 { '«' } else { '“' };
                }
                depth += 1;
            }
            Role::Closes => {
                depth -= 1;
                if event.straight {
                    signes[event.at].c = if depth == 0 { '»' } else { '”' };
                }
            }
        }
    }
}

fn events(signes: &[Signe]) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut guillemets = 0_usize;
    let mut line = 0;
    let mut i = 0;
    while let Some(skipped) = signes[i..].iter().position(|s| matches!(s.c, '"' | '«' | '»' | '\n'))
    {
        i += skipped;
        match signes[i].c {
            '\n' => {
                // An empty line ends the paragraph, and with it what was left open.
                let blank = |s: &Signe| is_space(s.c) || s.c == '\r';
                if line > 0 && signes[line..i].iter().all(blank) {
                    open.clear();
                    guillemets = 0;
                }
                line = i + 1;
            }
            '«' => {
                open.push(events.len());
                events.push(Event::new(i, false));
                guillemets += 1;
            }
            '»' if guillemets > 0 => {
                guillemets -= 1;
                while let Some(opener) = open.pop() {
                    if !events[opener].straight {
                        close(&mut events, opener, i, false);
                        break;
                    }
                }
            }
            '"' if !signes[i].fixe() => {
                let run = signes[i..].iter().take_while(|s| s.c == '"').count();
                let side = side(signes, i, run);
                for at in i..i + run {
                    straight(signes, at, side, &mut events, &mut open);
                }
                i += run;
                continue;
            }
            _ => {}
        }
        i += 1;
    }
    events
}

impl Event {
    fn new(at: usize, straight: bool) -> Self {
        Event { at, straight, role: Role::Lone }
    }
}

fn close(events: &mut Vec<Event>, opener: usize, at: usize, straight: bool) {
    events[opener].role = Role::Opens;
    events.push(Event { at, straight, role: Role::Closes });
}

fn straight(
    signes: &[Signe],
    at: usize,
    side: Side,
    events: &mut Vec<Event>,
    open: &mut Vec<usize>,
) {
    let opener = open.last().copied().filter(|&e| events[e].straight);
    match (side, opener) {
        (Side::Opener, _) | (Side::Either, None) => {
            open.push(events.len());
            events.push(Event::new(at, true));
        }
        (Side::Closer | Side::Either, Some(opener)) => {
            let inside = &signes[events[opener].at + 1..at];
            if inside.iter().any(|s| !is_space(s.c)) {
                open.pop();
                close(events, opener, at, true);
            }
        }
        (Side::Closer, None) | (Side::Neither, _) => {}
    }
}

fn side(signes: &[Signe], start: usize, run: usize) -> Side {
    let before = start.checked_sub(1).map_or('\n', |i| signes[i].c);
    let after = at(signes, start + run);
    let word = signes[start + run..].iter().find(|s| !is_space(s.c)).map_or('\n', |s| s.c);
    let starts = is_space(before)
        || is_limit(before)
        || is_opening(before)
        || matches!(before, '-' | '–' | '—' | '/' | '\'' | '’' | '*');
    let ends = is_limit(word)
        || matches!(word, ',' | '.' | '…' | ';' | ':' | '!' | '?' | ')' | ']' | '»' | '”');
    match (starts, ends) {
        (false, _) | (true, true) => Side::Closer,
        (true, false) if !is_space(after) => Side::Opener,
        (true, false) if run == 1 => Side::Either,
        (true, false) => Side::Neither,
    }
}

#[cfg(test)]
mod tests {
    use super::super::leaves::flatten_str;
    use super::*;

    fn paired(texte: &str) -> String {
        let mut signes = flatten_str(texte);
        pair(&mut signes);
        signes.iter().map(|s| s.c).collect()
    }

    #[test]
    fn pairs() {
        assert_eq!(paired(r#"le "plan" dit "PTCE"."#), "le «plan» dit «PTCE».");
        assert_eq!(paired(r#"le " plan " dit"#), "le « plan » dit");
        assert_eq!(paired(r#"l'"ESS", ("a")"#), "l'«ESS», («a»)");
    }

    #[test]
    fn second_level() {
        assert_eq!(paired(r#"« le "plan" »"#), "« le “plan” »");
        assert_eq!(paired(r#""le "plan" PTCE""#), "«le “plan” PTCE»");
        assert_eq!(paired(r#""le "plan" PTCE"#), r#""le «plan» PTCE"#);
    }

    #[test]
    fn lone_quotes_stay() {
        for texte in [r#"2'33""#, r#"un écran de 15" large"#, r#"a " b"#, r#""""#, r#"" ""#] {
            assert_eq!(paired(texte), texte);
        }
        assert_eq!(paired("\"a\n\nb\""), "\"a\n\nb\"");
    }
}
