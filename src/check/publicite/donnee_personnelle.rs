//! Personal data in an act that is put online.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, passages};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};
use chrono::Datelike as _;

pub(in crate::check) static DONNEE_PERSONNELLE: Regle = Regle {
    code: "PUBL-15",
    nom: "donnee-personnelle",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(2016, 10, 9),
    genres: &[],
    base: Some(
        "code des relations entre le public et l’administration, art. L. 311-6 et L. 312-1-2",
    ),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Un document mis en ligne ne porte pas de donnée personnelle dont le public n’a pas \
          besoin : date de naissance, domicile d’un particulier, coordonnées bancaires. La règle \
          cherche quelques mots qui les annoncent : relisez, et retirez ce qui n’est pas \
          nécessaire. Une naissance vieille de plus de cent vingt ans, ou suivie d’un décès, n’est pas \
          celle d’un vivant.",
    exemple: Exemple {
        faux: "articles = [{ texte = \"Mme Ada MARTIN, née le 3 mai 1971 et domiciliée 4, rue du Four, est nommée.\" }]",
        juste: "articles = [{ texte = \"Mme Ada MARTIN est nommée.\" }]",
    },
    run: Examen::Acte(run),
};

/// Words that announce such data, with what must follow them near by for it to be there.
const MOTS: &[(&str, Suite)] = &[
    ("ne le", Suite::Naissance),
    ("nee le", Suite::Naissance),
    ("nes le", Suite::Naissance),
    ("nees le", Suite::Naissance),
    ("date de naissance", Suite::Naissance),
    ("iban", Suite::Chiffres),
    ("numero de securite sociale", Suite::Chiffres),
    ("revenu fiscal de reference de m", Suite::Rien),
    ("revenu fiscal de reference de mme", Suite::Rien),
    ("situation sociale de m", Suite::Rien),
    ("situation sociale de mme", Suite::Rien),
];

/// What follows the words of [`MOTS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Suite {
    /// The day of birth of somebody who may be alive.
    Naissance,
    /// A number.
    Chiffres,
    /// Nothing more.
    Rien,
}

/// Years after which nobody born then is alive.
const VIE: i32 = 120;

impl Suite {
    /// Whether it stands at the start of what follows, in an act of that year.
    fn suit(self, apres: &str, annee: i32) -> bool {
        let near: String = apres.chars().take(16).collect();
        let digits = || near.contains(|c: char| c.is_ascii_digit());
        match self {
            Self::Rien => true,
            Self::Chiffres => digits(),
            // « il ne le fait pas » has no day after it.
            Self::Naissance => digits() && !disparue(apres, annee),
        }
    }
}

/// Whether somebody born on the day that follows is no longer alive: a street bears such names.
fn disparue(apres: &str, annee: i32) -> bool {
    let near: String = apres.chars().take(90).collect();
    let mut numbers = near.split(|c: char| !c.is_ascii_digit()).filter(|n| n.len() == 4);
    let born = numbers.next().and_then(|n| n.parse::<i32>().ok());
    let dead =
        ["decede", "mort", "morte", "disparu", "disparue", "fusille", "fusillee", "assassine"];
    born.is_some_and(|n| annee - n > VIE)
        || near
            .split(|c: char| !c.is_alphabetic())
            .any(|w| dead.contains(&w) || w.starts_with("decede") || w.starts_with("assassine"))
}

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let annee = dossier.seance.date.year();
    for passage in passages::textes(&dossier.deliberation) {
        let said = MOTS.iter().filter_map(|(mot, suite)| {
            let mut from = 0;
            while let Some(at) = passage.position(mot, from) {
                from = at + mot.len();
                if suite.suit(&passage.plat()[from..], annee) {
                    return Some((at, mot.len()));
                }
            }
            None
        });
        let Some((at, len)) = said.min() else { continue };
        out.push(
            regle
                .constat(
                    passage.trouve(at, len).lieu,
                    "l’acte sera mis en ligne avec une donnée personnelle dont le public n’a sans doute pas besoin",
                )
                .etiquette("donnée personnelle ?")
                .aide("retirez-la du texte publié, ou gardez-la dans une pièce qui ne l’est pas"),
        );
    }
}
