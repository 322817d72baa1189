//! Numbers, in digits as a French hand writes them, or in words.

use rust_decimal::Decimal;

use super::ecrit::Ecrit;
use super::jeton::GenreJeton;

/// A number read in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nombre {
    /// Its value.
    pub valeur: Decimal,
    /// The token after it.
    pub fin: usize,
    /// How many decimals it is written with.
    pub decimales: u32,
    /// Whether a point parts its thousands, `10.000`.
    pub points: bool,
    /// Whether it is in words.
    pub lettres: bool,
}

/// The number that starts at a token: `15 000`, `0,5`, `½`, « vingt-six ».
///
/// « un » alone is a number here: whether it is an article is for who asks.
#[must_use]
pub fn nombre(ecrit: &Ecrit, i: usize) -> Option<Nombre> {
    match ecrit.genre(i)? {
        GenreJeton::Chiffres => digits(ecrit, i),
        GenreJeton::Mot => words(ecrit, i),
        GenreJeton::Signe if ecrit.mot(i) == "½" => Some(Nombre {
            valeur: Decimal::new(5, 1),
            fin: i + 1,
            decimales: 1,
            points: false,
            lettres: false,
        }),
        _ => None,
    }
}

fn digits(ecrit: &Ecrit, i: usize) -> Option<Nombre> {
    // A number inside a word or a reference, « R2131 », « n° 2024_041 », is none.
    if i > 0 && ecrit.colle(i - 1) && matches!(ecrit.mot(i - 1), "_" | ".") {
        return None;
    }
    let group = |k: usize| ecrit.genre(k) == Some(GenreJeton::Chiffres) && ecrit.mot(k).len() == 3;
    let mut text = ecrit.mot(i).to_owned();
    let mut fin = i + 1;
    let mut points = false;
    if text.len() <= 3 {
        let dotted =
            |k: usize| ecrit.mot(k) == "." && ecrit.colle(k - 1) && ecrit.colle(k) && group(k + 1);
        while dotted(fin) {
            text.push_str(ecrit.mot(fin + 1));
            fin += 2;
            points = true;
        }
        while !points && group(fin) && one_space(ecrit, fin) {
            text.push_str(ecrit.mot(fin));
            fin += 1;
        }
    }
    let mut decimales = 0;
    if ecrit.mot(fin) == ","
        && ecrit.colle(fin - 1)
        && ecrit.colle(fin)
        && ecrit.genre(fin + 1) == Some(GenreJeton::Chiffres)
    {
        let cents = ecrit.mot(fin + 1);
        decimales = u32::try_from(cents.len()).ok()?;
        text.push('.');
        text.push_str(cents);
        fin += 2;
    }
    let valeur = Decimal::from_str_exact(&text).ok()?;
    Some(Nombre { valeur, fin, decimales, points, lettres: false })
}

/// Whether one space, and no more, stands before a token.
fn one_space(ecrit: &Ecrit, i: usize) -> bool {
    let (Some(before), Some(here)) = (ecrit.jetons.get(i - 1), ecrit.jetons.get(i)) else {
        return false;
    };
    ecrit.texte[before.fin..here.debut].chars().count() == 1
}

const PETITS: [(&str, u32); 17] = [
    ("un", 1),
    ("une", 1),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
];

const DIZAINES: [(&str, u32); 6] = [
    ("vingt", 20),
    ("vingts", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
];

/// A number in words, up to « neuf cent mille ».
fn words(ecrit: &Ecrit, i: usize) -> Option<Nombre> {
    // Most words start with a letter that no number starts with.
    if !ecrit.mot(i).starts_with(['u', 'd', 't', 'q', 'c', 's', 'h', 'n', 'o', 'v', 'm'])
        && !ecrit.mot(i).starts_with(['U', 'D', 'T', 'Q', 'C', 'S', 'H', 'N', 'O', 'V', 'M'])
    {
        return None;
    }
    let (mut thousands, mut here) = (0u32, 0u32);
    // What may still be added is below this.
    let mut room = 1000u32;
    let mut fin = i;
    let mut k = i;
    loop {
        let small = PETITS.iter().find(|(m, _)| ecrit.est(k, m)).map(|(_, v)| *v);
        let tens = DIZAINES.iter().find(|(m, _)| ecrit.est(k, m)).map(|(_, v)| *v);
        match (small, tens) {
            (Some(v), _) if v < room && (here % 100 != 0 || room > 20 || v < 10) => {
                here += v;
                // « dix-sept », « soixante-dix-sept ».
                room = if v == 10 { 10 } else { 1 };
            }
            (_, Some(20)) if here % 100 == 4 => {
                here += 76;
                room = 20;
            }
            (_, Some(v)) if v < room => {
                here += v;
                room = if v == 60 { 20 } else { 10 };
            }
            _ if ecrit.est_un(k, &["cent", "cents"]) && (here % 1000) < 10 && here != 1 => {
                here = here.max(1) * 100;
                room = 100;
            }
            _ if ecrit.est(k, "mille") && thousands == 0 && here != 1 => {
                thousands = here.max(1) * 1000;
                (here, room) = (0, 1000);
            }
            _ => break,
        }
        fin = k + 1;
        k = fin;
        let hyphen = ecrit.mot(k) == "-" && ecrit.colle(k - 1);
        let and = ecrit.est(k, "et") && ecrit.est_un(k + 1, &["un", "une", "onze"]) && here >= 20;
        if hyphen || and {
            k += 1;
        }
    }
    if fin == i {
        return None;
    }
    // « neuf » is also an adjective, and « six » stands in no longer word: words are whole here.
    let valeur = Decimal::from(thousands + here);
    Some(Nombre { valeur, fin, decimales: 0, points: false, lettres: true })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lieu;
    use crate::reperage::Ecriture;

    fn read(texte: &str) -> Option<(String, usize)> {
        let ecrit = Ecrit::new(Ecriture::Expose, Lieu::new("f", ""), texte.to_owned());
        let n = nombre(&ecrit, 0)?;
        Some((n.valeur.normalize().to_string(), ecrit.jetons.len() - n.fin))
    }

    #[test]
    fn numbers_in_words_and_in_digits() {
        for (texte, valeur) in [
            ("six", "6"),
            ("Vingt-six", "26"),
            ("vingt et un", "21"),
            ("dix-sept", "17"),
            ("soixante", "60"),
            ("soixante et onze", "71"),
            ("soixante-dix-sept", "77"),
            ("quatre-vingts", "80"),
            ("quatre-vingt-dix-neuf", "99"),
            ("cent", "100"),
            ("deux cent trois", "203"),
            ("trois cents", "300"),
            ("deux mille", "2000"),
            ("mille deux cents", "1200"),
            ("trois cent mille", "300000"),
            ("15 000", "15000"),
            ("1\u{202f}234,56", "1234.56"),
            ("10.000", "10000"),
            ("0,5", "0.5"),
            ("½", "0.5"),
            ("2013", "2013"),
        ] {
            assert_eq!(read(texte), Some((valeur.to_owned(), 0)), "{texte}");
        }
    }

    #[test]
    fn a_number_stops_where_it_ends() {
        assert_eq!(read("2013 100 personnes"), Some(("2013".to_owned(), 2)));
        assert_eq!(read("3.1"), Some(("3".to_owned(), 2)));
        assert_eq!(read("six sept"), Some(("6".to_owned(), 1)));
        assert_eq!(read("six, sept"), Some(("6".to_owned(), 2)));
        assert_eq!(read("sixième"), None);
        assert_eq!(read("neuve"), None);
    }
}
