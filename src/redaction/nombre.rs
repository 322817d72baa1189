//! Numbers written in letters, in the traditional spelling: hyphens below a hundred, save around « et ».

const UNITES: [&str; 20] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
];

const DIZAINES: [&str; 10] = [
    "",
    "",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "soixante",
    "quatre-vingt",
    "quatre-vingt",
];

/// Writes a number in letters.
///
/// ```
/// use delibere::redaction::en_lettres;
///
/// assert_eq!(en_lettres(280), "deux cent quatre-vingts");
/// assert_eq!(en_lettres(71_201), "soixante et onze mille deux cent un");
/// ```
#[must_use]
pub fn en_lettres(n: u32) -> String {
    let (milliards, millions, mille, rest) =
        (n / 1_000_000_000, n / 1_000_000 % 1000, n / 1000 % 1000, n % 1000);
    let mut out = Vec::new();
    // « million » is a noun: what counts it keeps its plural, which « mille », a numeral, takes away.
    for (count, nom) in [(milliards, "milliard"), (millions, "million")] {
        match count {
            0 => {}
            1 => out.push(format!("un {nom}")),
            _ => out.push(format!("{} {nom}s", sous_mille(count, true))),
        }
    }
    match mille {
        0 => {}
        1 => out.push("mille".to_owned()),
        _ => out.push(format!("{} mille", sous_mille(mille, false))),
    }
    if rest > 0 || out.is_empty() {
        out.push(sous_mille(rest, true));
    }
    out.join(" ")
}

/// The same before a feminine noun: « vingt et une voix ».
///
/// ```
/// use delibere::redaction::en_lettres_feminin;
///
/// assert_eq!(en_lettres_feminin(81), "quatre-vingt-une");
/// ```
#[must_use]
pub fn en_lettres_feminin(n: u32) -> String {
    let mut out = en_lettres(n);
    if n % 10 == 1 && !matches!(n % 100, 11 | 71 | 91) {
        out.push('e');
    }
    out
}

/// Writes a rank in letters: « premier », « deuxième », « vingt et unième ».
///
/// ```
/// use delibere::redaction::ordinal;
///
/// assert_eq!(ordinal(3), "troisième");
/// ```
#[must_use]
pub fn ordinal(n: u32) -> String {
    if n == 1 {
        return "premier".to_owned();
    }
    let letters = en_lettres(n);
    let plural = ["quatre-vingts", "cents", "millions", "milliards"];
    let stem = match letters.as_str() {
        l if plural.iter().any(|p| l.ends_with(p)) => &l[..l.len() - 1],
        l => l.strip_suffix('e').unwrap_or(l),
    };
    match stem {
        s if s.ends_with("cinq") => format!("{s}uième"),
        s if s.ends_with("neuf") => format!("{}vième", &s[..s.len() - 1]),
        s => format!("{s}ième"),
    }
}

/// Below a thousand; `last` says whether nothing but a noun follows, so that « vingt » and « cent » may be plural.
fn sous_mille(n: u32, last: bool) -> String {
    let (cents, rest) = (n / 100, n % 100);
    let s = if last && rest == 0 && cents > 1 { "s" } else { "" };
    let hundreds = match cents {
        0 => return sous_cent(rest, last),
        1 => "cent".to_owned(),
        _ => format!("{} cent{s}", UNITES[cents as usize]),
    };
    if rest == 0 { hundreds } else { format!("{hundreds} {}", sous_cent(rest, last)) }
}

fn sous_cent(n: u32, last: bool) -> String {
    if n < 20 {
        return UNITES[n as usize].to_owned();
    }
    let ten = DIZAINES[(n / 10) as usize];
    // Sixty and eighty count up to nineteen.
    let unit = if matches!(n / 10, 7 | 9) { n % 10 + 10 } else { n % 10 };
    match (n, unit) {
        (80, _) if last => format!("{ten}s"),
        (_, 0) => ten.to_owned(),
        (21 | 31 | 41 | 51 | 61 | 71, _) => format!("{ten} et {}", UNITES[unit as usize]),
        _ => format!("{ten}-{}", UNITES[unit as usize]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cardinaux() {
        for (n, attendu) in [
            (0, "zéro"),
            (1, "un"),
            (16, "seize"),
            (19, "dix-neuf"),
            (20, "vingt"),
            (21, "vingt et un"),
            (22, "vingt-deux"),
            (61, "soixante et un"),
            (70, "soixante-dix"),
            (71, "soixante et onze"),
            (77, "soixante-dix-sept"),
            (80, "quatre-vingts"),
            (81, "quatre-vingt-un"),
            (90, "quatre-vingt-dix"),
            (91, "quatre-vingt-onze"),
            (99, "quatre-vingt-dix-neuf"),
            (100, "cent"),
            (101, "cent un"),
            (180, "cent quatre-vingts"),
            (200, "deux cents"),
            (201, "deux cent un"),
            (999, "neuf cent quatre-vingt-dix-neuf"),
            (1000, "mille"),
            (1001, "mille un"),
            (1100, "mille cent"),
            (2000, "deux mille"),
            (2026, "deux mille vingt-six"),
            (80_000, "quatre-vingt mille"),
            (200_000, "deux cent mille"),
            (200_200, "deux cent mille deux cents"),
            (1_000_000, "un million"),
            (80_000_000, "quatre-vingts millions"),
            (2_200_000, "deux millions deux cent mille"),
            (4_000_000_001, "quatre milliards un"),
        ] {
            assert_eq!(en_lettres(n), attendu);
        }
    }

    #[test]
    fn feminins() {
        for (n, attendu) in [
            (1, "une"),
            (2, "deux"),
            (11, "onze"),
            (21, "vingt et une"),
            (71, "soixante et onze"),
            (81, "quatre-vingt-une"),
            (91, "quatre-vingt-onze"),
            (101, "cent une"),
            (111, "cent onze"),
            (1001, "mille une"),
            (21_000, "vingt et un mille"),
        ] {
            assert_eq!(en_lettres_feminin(n), attendu);
        }
    }

    #[test]
    fn ordinaux() {
        for (n, attendu) in [
            (1, "premier"),
            (2, "deuxième"),
            (4, "quatrième"),
            (5, "cinquième"),
            (9, "neuvième"),
            (11, "onzième"),
            (21, "vingt et unième"),
            (30, "trentième"),
            (80, "quatre-vingtième"),
            (103, "cent troisième"),
            (200, "deux centième"),
            (1000, "millième"),
        ] {
            assert_eq!(ordinal(n), attendu);
        }
    }
}
