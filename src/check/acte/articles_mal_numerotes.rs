//! Articles whose typed numbers do not follow each other, and an article of the act that the act does not have.

use std::ops::Range;

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, passages};
use crate::model::{ArticleDispositif, Constat, Dispositif, Dossier, Lieu, Severite};
use crate::reperage::{Ecrit, Ecriture, Releve};

pub(in crate::check) static ARTICLES_MAL_NUMEROTES: Regle = Regle {
    code: "FORM-10",
    nom: "articles-mal-numerotes",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Les articles du dispositif se suivent à partir de l’article 1er (ou « Article premier »), sans saut ni répétition, \
          en chiffres, en lettres ou en chiffres romains. Le programme les numérote de lui-même : seul un « numero » donné \
          à la main peut être faux. « Article 1 » pour « Article 1er » n’est qu’une information.\n\n\
          Un texte de l’acte ne peut pas non plus renvoyer à « l’article 7 de la présente délibération » quand elle n’en a \
          que trois. Les articles d’un code, d’un règlement ou d’un autre acte ne sont pas cherchés.",
    exemple: Exemple {
        faux: "[[articles]]\nnumero = \"Article 1er\"\ntexte = \"…\"\n\n[[articles]]\nnumero = \"Article 3\"\ntexte = \"…\"",
        juste: "[[articles]]\ntexte = \"…\"\n\n[[articles]]\ntexte = \"…\"",
    },
    run: Examen::Ecrits(run),
};

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let dispositif = &dossier.deliberation.dispositif;
    if let Dispositif::Articles(articles) = dispositif {
        typed(regle, articles, out);
    }
    let (count, last) = match dispositif {
        Dispositif::Articles(a) => {
            let ranks = a.iter().filter_map(|a| rank(&passages::plat(&a.numero)));
            (a.len(), ranks.max().unwrap_or(0).max(a.len()))
        }
        Dispositif::Verbes(_) => (0, 0),
    };
    // What the program drafts of the act may have articles that nobody wrote.
    if dossier.deliberation.redaction.is_some() {
        return;
    }
    for ecrit in releve.parmi(Ecriture::de_l_acte) {
        for i in ecrit.trouver(&["article", "articles"]) {
            let Some((n, plage)) = own(ecrit, i).filter(|(n, _)| *n > last) else { continue };
            let has = match count {
                0 => "n’a pas d’articles".to_owned(),
                1 => "n’en a qu’un".to_owned(),
                _ => format!("n’en a que {count}"),
            };
            out.push(
                regle
                    .constat(
                        ecrit.lieu_de(&plage),
                        format!("le texte renvoie à l’article {n} de l’acte, qui {has}"),
                    )
                    .etiquette("article absent")
                    .aide("corrigez le numéro de l’article"),
            );
        }
    }
}

/// The typed numbers, one after the other.
fn typed(regle: &Regle, articles: &[ArticleDispositif], out: &mut Vec<Constat>) {
    let mut wanted = 1;
    for (i, article) in articles.iter().enumerate() {
        let flat = passages::plat(&article.numero);
        if flat.contains("unique") && articles.len() == 1
            || flat.contains(" bis")
            || flat.contains(" ter")
        {
            continue;
        }
        // Letters follow a habit of their own.
        let Some(rank) = rank(&flat) else { return };
        let lieu = Lieu::new("deliberation.toml", format!("articles[{i}].numero"));
        let aide = "retirez les « numero » : le programme numérote les articles";
        if rank == wanted {
            wanted += 1;
            if rank == 1 && flat.trim_end_matches(['.', ':', ' ', '-', '–']).ends_with(" 1") {
                let message = "le premier article s’écrit « Article 1er » ou « Article premier »";
                let constat = regle.constat(lieu, message).etiquette("numéro donné à la main");
                out.push(constat.aide(aide).au_plus(Severite::Information));
            }
            continue;
        }
        let good = if wanted == 1 { "Article 1er".to_owned() } else { format!("Article {wanted}") };
        out.push(
            regle
                .constat(lieu, format!("les articles ne se suivent pas : on attend « {good} »"))
                .etiquette("numéro donné à la main")
                .aide(aide),
        );
        return;
    }
}

/// The rank of a number without case or accents: « article 3 », « article premier », « article iv ».
fn rank(flat: &str) -> Option<usize> {
    const MOTS: [&[&str]; 12] = [
        &["premier", "un", "i", "ier"],
        &["deux", "deuxieme", "second", "ii"],
        &["trois", "troisieme", "iii"],
        &["quatre", "quatrieme", "iv"],
        &["cinq", "cinquieme", "v"],
        &["six", "sixieme", "vi"],
        &["sept", "septieme", "vii"],
        &["huit", "huitieme", "viii"],
        &["neuf", "neuvieme", "ix"],
        &["dix", "dixieme", "x"],
        &["onze", "onzieme", "xi"],
        &["douze", "douzieme", "xii"],
    ];
    let digits = flat.trim_start_matches(|c: char| !c.is_ascii_digit());
    let digits = &digits[..digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len())];
    if let Ok(rank) = digits.parse() {
        return Some(rank);
    }
    let mut words = flat.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    words.find_map(|w| MOTS.iter().position(|names| names.contains(&w)).map(|p| p + 1))
}

/// The largest number after « article » when it is one of this act, « l’article 7 de la présente délibération », with its
/// bytes.
fn own(ecrit: &Ecrit, i: usize) -> Option<(usize, Range<usize>)> {
    let mut largest = 0;
    let mut k = i + 1;
    loop {
        let n: usize = ecrit.mot(k).parse().ok().filter(|n| (1..1000).contains(n))?;
        largest = largest.max(n);
        k += if ecrit.est_un(k + 1, &["er", "ere"]) && ecrit.colle(k) { 2 } else { 1 };
        if !(ecrit.mot(k) == "," || ecrit.est_un(k, &["et", "ou", "a"])) {
            break;
        }
        k += 1;
    }
    let present = ["deliberation", "acte", "decision", "arrete"];
    let ours = ecrit.est_un(k, &["de", "du"])
        && (k + 1..k + 3)
            .any(|p| ecrit.est_un(p, &["present", "presente"]) && ecrit.est_un(p + 1, &present));
    ours.then(|| (largest, ecrit.plage(i, k)))
}
