//! Articles whose typed numbers do not follow each other.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, passages};
use crate::compute::Comptes;
use crate::model::{Constat, Dispositif, Dossier, Lieu, Severite};

pub(in crate::check) static ARTICLES_MAL_NUMEROTES: Regle = Regle {
    code: "FORM-10",
    nom: "articles-mal-numerotes",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Les articles du dispositif se suivent à partir de l’article 1er, sans saut ni \
          répétition. Le programme les numérote de lui-même : seul un « numero » donné à la main \
          peut être faux.",
    exemple: Exemple {
        faux: "[[articles]]\nnumero = \"Article 1er\"\ntexte = \"…\"\n\n[[articles]]\nnumero = \"Article 3\"\ntexte = \"…\"",
        juste: "[[articles]]\ntexte = \"…\"\n\n[[articles]]\ntexte = \"…\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let Dispositif::Articles(articles) = &dossier.deliberation.dispositif else { return };
    let mut wanted = 1;
    for (i, article) in articles.iter().enumerate() {
        let flat = passages::plat(&article.numero);
        if flat.contains("unique") && articles.len() == 1
            || flat.contains(" bis")
            || flat.contains(" ter")
        {
            continue;
        }
        let digits: String = flat
            .chars()
            .skip_while(|c| !c.is_ascii_digit())
            .take_while(char::is_ascii_digit)
            .collect();
        // Letters or Roman numbers follow a habit of their own.
        let Ok(rank) = digits.parse::<usize>() else { return };
        let bare_first = rank == 1 && !flat.contains("1er");
        if rank == wanted && !bare_first {
            wanted += 1;
            continue;
        }
        let good = if wanted == 1 { "Article 1er".to_owned() } else { format!("Article {wanted}") };
        out.push(
            regle
                .constat(
                    Lieu::new("deliberation.toml", format!("articles[{i}].numero")),
                    format!("les articles ne se suivent pas : on attend « {good} »"),
                )
                .etiquette("numéro donné à la main")
                .aide("retirez les « numero » : le programme numérote les articles"),
        );
        return;
    }
}
