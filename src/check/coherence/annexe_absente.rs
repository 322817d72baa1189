//! A text that sends the reader to an annex which the act does not have.

use std::ops::Range;

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{Constat, Dossier, Piece, Severite};
use crate::reperage::{Ecrit, Ecriture, GenreJeton, Releve, plier};

pub(in crate::check) static ANNEXE_ABSENTE: Regle = Regle {
    code: "FORM-11",
    nom: "annexe-absente",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("transmission de l’acte dans son intégralité (jurisprudence)"),
    lecture: Lecture::Memoire,
    reserve: Some(
        "L’obligation de transmettre l’acte avec ses annexes est connue par la jurisprudence, qui n’a pas été relue : ce \
         n’est donc jamais une erreur.",
    ),
    doc: "Un texte renvoie à une annexe que l’acte n’a pas : « joint en annexe » dans un acte sans annexe, « annexe n° 3 » \
          quand il y en a deux, « annexe budgétaire » sans budget annexé.\n\n\
          Les annexes se comptent dans l’ordre des `[[annexes]]`. Ne sont pas cherchées l’annexe d’un autre texte (« annexe 2 \
          du décret », « annexe II du CGI », « le contrat de concession, annexe 4 », « la convention et son annexe 2 », \
          « l’annexe financière du protocole »), celles qu’un document porte sous son propre titre « Annexe », ni ce qui est \
          annexe sans être une pièce : une salle, une mairie, un bâtiment, un budget annexe.",
    exemple: Exemple {
        faux: "expose = \"Le règlement (joint en annexe) a été revu.\"\n# et aucune annexe",
        juste: "expose = \"Le règlement (joint en annexe) a été revu.\"\n\n[[annexes]]\npiece = \"texte\"\ntitre = \"Règlement\"\nfichier = \"reglement.md\"",
    },
    run: Examen::Ecrits(run),
};

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let annexes = &dossier.deliberation.annexes;
    let budget = annexes.iter().any(|a| {
        let titre: String = a.titre.chars().map(plier).collect();
        a.piece == Piece::Budget || titre.contains("budg") || titre.contains("financ")
    });
    let mut told = false;
    let speaks = |e: Ecriture| {
        e.de_l_acte() || matches!(e, Ecriture::Document | Ecriture::Champ(..) | Ecriture::Ligne(_))
    };
    for ecrit in releve.parmi(speaks) {
        let owns = ecrit.titres.iter().any(|t| ecrit.commence(ecrit.jeton_a(t.start), "annexe"));
        if owns {
            continue;
        }
        for i in 0..ecrit.jetons.len() {
            let Some((plage, cited)) = cited(ecrit, i) else { continue };
            let message = match cited {
                Renvoi::Numero(n) => {
                    let named = annexes.iter().any(|a| titled(&a.titre, n));
                    if n <= annexes.len() || named {
                        continue;
                    }
                    match annexes.len() {
                        0 => format!("le texte renvoie à l’annexe {n}, et l’acte n’a pas d’annexe"),
                        1 => format!("le texte renvoie à l’annexe {n}, et l’acte n’en a qu’une"),
                        total => {
                            format!("le texte renvoie à l’annexe {n}, et l’acte n’en a que {total}")
                        }
                    }
                }
                Renvoi::Budget if budget => continue,
                Renvoi::Budget => {
                    "le texte renvoie à une annexe budgétaire que l’acte n’a pas".to_owned()
                }
                // One annex may be meant by many words: its absence is told once.
                Renvoi::Une if told || !annexes.is_empty() || !ecrit.ecriture.de_l_acte() => {
                    continue;
                }
                Renvoi::Une => {
                    told = true;
                    "le texte renvoie à une annexe, et l’acte n’en a pas".to_owned()
                }
            };
            let aide = match cited {
                Renvoi::Budget => "ajoutez budget.toml au dossier, ou retirez ce renvoi",
                _ => "ajoutez [[annexes]] dans deliberation.toml, ou corrigez ce renvoi",
            };
            let constat = regle.constat(ecrit.lieu_de(&plage), message).aide(aide);
            out.push(constat.etiquette("annexe absente"));
        }
    }
}

/// What may have annexes of its own, and is never an annex itself.
const AILLEURS: &[&str] = &[
    "code",
    "decret",
    "arrete",
    "loi",
    "directive",
    "circulaire",
    "ordonnance",
    "traite",
    "cgi",
    "cgct",
    "cgppp",
    "cgfp",
    "plu",
    "plui",
    "rlp",
    "rlpi",
    "plh",
    "scot",
    "sraddet",
    "sdage",
    "sage",
    "dce",
    "ccap",
    "cctp",
];

/// What may have annexes of its own, or be an annex of the act.
const TEXTES: &[&str] = &[
    "convention",
    "reglement",
    "contrat",
    "marche",
    "avenant",
    "plan",
    "protocole",
    "bail",
    "statuts",
    "charte",
    "concession",
    "permis",
    "accord",
    "schema",
    "dossier",
    "rapport",
];

/// Words before « annexe » after which it is a noun: after any other word, as in « salle annexe », it is none.
const DEVANT: &[&str] = &[
    "l",
    "d",
    "une",
    "cette",
    "chaque",
    "en",
    "voir",
    "cf",
    "et",
    "ou",
    "la",
    "par",
    "dans",
    "selon",
    "suivant",
    "notamment",
    "ladite",
    "dite",
    "premiere",
    "seconde",
    "nouvelle",
    "seule",
    "joint",
    "jointe",
    "jointes",
    "figure",
    "figurant",
    "figurent",
    "sous",
    "avec",
    "les",
    "des",
    "aux",
    "ces",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "presente",
    "presentes",
    "a",
    "de",
    "est",
    "sont",
    "comme",
    "trouve",
];

/// Words before « en annexe » that speak of a building.
const BATIS: &[&str] = &["construit", "bati", "edifi", "amenag", "implant", "accol", "situ"];

/// What a text sends to.
enum Renvoi {
    /// An annex by its number.
    Numero(usize),
    /// The budget annex.
    Budget,
    /// Some annex.
    Une,
}

/// What the words at a token send to.
fn cited(ecrit: &Ecrit, i: usize) -> Option<(Range<usize>, Renvoi)> {
    if ecrit.commence(i, "joint") && i >= 2 && ecrit.mot(i - 1) == "-" && ecrit.est(i - 2, "ci") {
        return Some((ecrit.plage(i - 2, i + 1), Renvoi::Une));
    }
    if !ecrit.commence(i, "annex") {
        return None;
    }
    // « annexé » folds to the noun.
    let noun = ecrit.est_un(i, &["annexe", "annexes"]) && !ecrit.mot(i).contains(['é', 'É']);
    if !noun {
        let here = i >= 2 && ecrit.mot(i - 1) == "-" && ecrit.est(i - 2, "ci");
        let present = ecrit.est(i + 1, "a")
            && ecrit.est_un(i + 2, &["la", "au"])
            && ecrit.commence(i + 3, "present");
        return (here || present).then(|| {
            let start = if here { i - 2 } else { i };
            (ecrit.plage(start, if present { i + 4 } else { i + 1 }), Renvoi::Une)
        });
    }
    // « salle annexe », « son annexe »: not an annex, or not ours.
    let adjective = i > 0
        && ecrit.genre(i - 1) == Some(GenreJeton::Mot)
        && !ecrit.est_un(i - 1, DEVANT)
        && !ecrit.mot(i).starts_with('A');
    if adjective {
        return None;
    }
    let budget = ecrit.est(i, "annexe") && ecrit.est_un(i + 1, &["budgetaire", "financiere"]);
    let (largest, next) = numbers(ecrit, if budget { i + 2 } else { i + 1 });
    if of_this_act(ecrit, next) {
        // « annexe 2 de la présente délibération ».
    } else if linked(ecrit, next)
        || of_another(ecrit, i)
        || ((budget || largest.is_some()) && (text_after(ecrit, i, next) || text_before(ecrit, i)))
    {
        return None;
    }
    let whole = ecrit.plage(i, next);
    match largest {
        _ if budget => Some((whole, Renvoi::Budget)),
        Some(n) => Some((whole, Renvoi::Numero(n))),
        None if i > 0 && ecrit.est(i - 1, "en") => {
            let built = i > 1 && BATIS.iter().any(|b| ecrit.commence(i - 2, b));
            (!built).then(|| (ecrit.plage(i - 1, i + 1), Renvoi::Une))
        }
        None => None,
    }
}

/// Whether an annex named before in the same sentence is that of another text: « l’annexe 11 du contrat et l’annexe 4 ».
fn of_another(ecrit: &Ecrit, i: usize) -> bool {
    let start = ecrit.phrase(i).start.max(i.saturating_sub(60));
    (start..i).any(|k| {
        let named = ecrit.est_un(k, &["annexe", "annexes"]);
        named && {
            let (number, next) = numbers(ecrit, k + 1);
            number.is_some() && linked(ecrit, next) && !of_this_act(ecrit, next)
        }
    })
}

/// Whether a token links what stands before it to another thing, « du », « à »; « a » is a verb.
fn linked(ecrit: &Ecrit, i: usize) -> bool {
    ecrit.est_un(i, &["du", "de", "des", "d", "au", "aux"])
        || (ecrit.est(i, "a") && ecrit.mot(i) != "a")
}

/// Whether « de la présente délibération » starts at a token.
fn of_this_act(ecrit: &Ecrit, i: usize) -> bool {
    linked(ecrit, i) && (i + 1..i + 4).any(|k| ecrit.commence(k, "present"))
}

/// Whether the annex is said to be that of a text named after it: « annexe II, point 3, du règlement ».
fn text_after(ecrit: &Ecrit, i: usize, next: usize) -> bool {
    let end = ecrit.phrase(i).end.min(next + 8);
    let text = |k| ecrit.est_un(k, AILLEURS) || ecrit.est_un(k, TEXTES);
    (next..end).any(|k| linked(ecrit, k) && (k + 1..end.min(k + 4)).any(text))
}

/// Whether the annex is that of a text named right before it: « le contrat de concession, annexe 4 », « le PLU (annexe
/// 7) ».
fn text_before(ecrit: &Ecrit, i: usize) -> bool {
    let Some(sign) = i.checked_sub(1) else { return false };
    let start = ecrit.phrase(i).start.max(sign.saturating_sub(7));
    let verb = |k: usize| ecrit.est_un(k, &["est", "sont", "a", "ont"]) && ecrit.mot(k) != "à";
    let words = || (start..sign).rev().take_while(|k| !verb(*k));
    let foreign = words().any(|k| ecrit.est_un(k, AILLEURS));
    let text = words().any(|k| ecrit.est_un(k, TEXTES));
    // A dated or numbered text is one that stands already.
    let known = words().any(|k| ecrit.genre(k) == Some(GenreJeton::Chiffres));
    match ecrit.mot(sign) {
        "(" => foreign || (text && known),
        "," => foreign || text,
        _ => false,
    }
}

/// The largest of the numbers that start at a token, « n° 1 », « 1, 2 et 4 », « I à III », and the token after them.
fn numbers(ecrit: &Ecrit, mut i: usize) -> (Option<usize>, usize) {
    let mut largest = None;
    let mut end = i;
    loop {
        let at = i + numero_sign(ecrit, i);
        let Some(n) = rank(ecrit, at) else { return (largest, end) };
        largest = largest.max(Some(n));
        end = at + 1;
        if !(ecrit.mot(end) == "," || ecrit.est_un(end, &["et", "ou", "a"])) {
            return (largest, end);
        }
        i = end + 1;
    }
}

/// How many tokens « n° » takes.
fn numero_sign(ecrit: &Ecrit, i: usize) -> usize {
    match () {
        () if ecrit.est(i, "n") && matches!(ecrit.mot(i + 1), "°" | "º") => 2,
        () if ecrit.est_un(i, &["no", "numero"]) => 1,
        () => 0,
    }
}

/// A rank in digits, or in Roman figures.
fn rank(ecrit: &Ecrit, i: usize) -> Option<usize> {
    const ROMAINS: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let word = ecrit.mot(i);
    match ecrit.genre(i)? {
        // « annexe 2026 » is that of a year.
        GenreJeton::Chiffres => word.parse().ok().filter(|n| (1..100).contains(n)),
        GenreJeton::Mot => ROMAINS.iter().position(|r| *r == word).map(|p| p + 1),
        _ => None,
    }
}

/// Whether an annex is called by that number in its own title.
fn titled(titre: &str, n: usize) -> bool {
    let plie: String = titre.chars().map(plier).collect();
    let number = n.to_string();
    plie.contains("annexe")
        && plie.split(|c: char| !c.is_ascii_digit()).any(|digits| digits == number)
}
