//! The page that lists every rule.

use super::notice::{FAMILLES, Notice};

/// Every rule (*manuel*), in Markdown and in French: an index by family, then the page of each.
///
/// The codes of the reader have their own page, and a line that says so.
#[must_use]
pub fn manuel() -> String {
    let mut out = String::from(
        "# Les règles, une par une\n\n\
         Ce fichier est écrit par le programme, d’après ses règles : `delibere expliquer BUDG-07` affiche les mêmes \
         pages, une par une. Les fautes de lecture (`LECT`) ont [leur propre page](diagnostics.md).\n\n\
         Une règle de droit s’applique selon le jour de la séance et la catégorie de la collectivité. Elle dit sur \
         quel texte elle s’appuie, comment ce texte a été lu, et ce qui n’a pas pu être vérifié : une règle citée de \
         mémoire n’est jamais une erreur, seulement un avertissement.\n",
    );
    let rules: Vec<Notice> = Notice::all().filter(|n| matches!(n, Notice::Regle(_))).collect();
    for famille in FAMILLES {
        let of: Vec<&Notice> = rules.iter().filter(|n| n.famille() == Some(famille)).collect();
        if of.is_empty() {
            continue;
        }
        out.push_str(&format!("\n**{}** (`{}`)\n\n", famille.nom, famille.prefixe));
        out.push_str("| code | nom | gravité | en deux mots |\n|---|---|---|---|\n");
        for n in of {
            let ancre = n.code().to_lowercase();
            out.push_str(&format!(
                "| [{}](#{ancre}) | `{}` | {} | {} |\n",
                n.code(),
                n.nom(),
                n.severite(),
                n.resume().replace('|', "\\|")
            ));
        }
    }
    for famille in FAMILLES {
        for notice in rules.iter().filter(|n| n.famille() == Some(famille)) {
            out.push_str(&format!("\n{}", notice.markdown(2)));
        }
    }
    out
}
