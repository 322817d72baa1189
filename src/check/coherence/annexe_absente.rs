//! A text that sends the reader to an annex which the act does not have.

use std::ops::Range;

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{Constat, Dossier, Piece, Severite};
use crate::reperage::{Ecrit, Ecriture, GenreJeton, Releve, plier};

pub(in crate::check) static ANNEXE_ABSENTE: Regle = Regle {
    code: "FORM-11",
    nom: "annexe-absente",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: Some(
        "L’obligation de transmettre l’acte avec ses annexes est connue par la jurisprudence, qui n’a pas été relue.",
    ),
    doc: "Un texte renvoie à une annexe que l’acte n’a pas : « joint en annexe » dans un acte sans annexe, « annexe n° 3 » \
          quand il y en a deux, « annexe budgétaire » sans budget annexé.\n\n\
          Les annexes se comptent dans l’ordre des `[[annexes]]`. L’annexe d’un autre texte (« annexe 2 du décret ») et \
          celles qu’un document d’orientation porte sous son propre titre « Annexe » ne sont pas cherchées.",
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
            // A sheet or a document may have annexes of its own.
            let most =
                if ecrit.ecriture.de_l_acte() { Severite::Erreur } else { Severite::Avertissement };
            out.push(constat.etiquette("annexe absente").au_plus(most));
        }
    }
}

/// What may have annexes of its own.
const TEXTES: &[&str] = &[
    "code",
    "decret",
    "arrete",
    "loi",
    "directive",
    "convention",
    "reglement",
    "circulaire",
    "ordonnance",
    "contrat",
    "marche",
];

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
    if ecrit.est_un(i, &["annexe"]) && ecrit.est_un(i + 1, &["budgetaire", "financiere"]) {
        return Some((ecrit.plage(i, i + 2), Renvoi::Budget));
    }
    let after = i + 1 + numero_sign(ecrit, i + 1);
    let number = rank(ecrit, after);
    let next = if number.is_some() { after + 1 } else { i + 1 };
    // « annexe 2 du décret » is not ours, « annexe 2 de la présente délibération » is.
    let foreign = ecrit.est_un(next, &["du", "de", "des", "d", "au", "aux", "a"])
        && !(next + 1..next + 4).any(|k| ecrit.commence(k, "present"));
    let budget = i > 0 && ecrit.est_un(i - 1, &["budget", "budgets"]);
    let end = ecrit.phrase(i).end.min(next + 8);
    let text = |k| ecrit.est_un(k, TEXTES);
    if foreign || budget || (number.is_some() && (next..end).any(text)) {
        return None;
    }
    match number {
        Some(n) => Some((ecrit.plage(i, after + 1), Renvoi::Numero(n))),
        None if i > 0 && ecrit.est(i - 1, "en") => Some((ecrit.plage(i - 1, i + 1), Renvoi::Une)),
        None => None,
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
