//! A text that sends to an annexe which the act does not have.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, passages};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Piece, Severite};

pub(in crate::check) static ANNEXE_INTROUVABLE: Regle = Regle {
    code: "FORM-11",
    nom: "annexe-introuvable",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Memoire,
    reserve: Some(
        "Que l’acte soit transmis dans son intégralité est une jurisprudence citée de mémoire. \
         Les renvois des visas ne sont pas jugés : ils citent d’autres textes.",
    ),
    doc: "Le texte renvoie à une annexe (« joint en annexe », « annexe 3 ») que l’acte n’a pas : \
          ce qui est transmis et publié serait incomplet. Une annexe est une pièce du dossier, \
          nommée dans [[annexes]].",
    exemple: Exemple {
        faux: "expose = \"Ce programme (joint en annexe) est triennal.\"",
        juste: "expose = \"Ce programme (joint en annexe) est triennal.\"\n\n[[annexes]]\npiece = \"texte\"\nfichier = \"programme.md\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    const RENVOIS: &[&str] = &[
        "joint en annexe",
        "jointe en annexe",
        "joints en annexe",
        "jointes en annexe",
        "figurant en annexe",
        "figure en annexe",
        "figurent en annexe",
        "ci-annexe",
        "ci-annexee",
        "ci-annexes",
        "ci-annexees",
        "annexe a la presente deliberation",
        "annexee a la presente deliberation",
        "annexes a la presente deliberation",
        "annexees a la presente deliberation",
        "joint a la presente deliberation",
        "jointe a la presente deliberation",
    ];
    let acte = &dossier.deliberation;
    let mut texts = passages::motifs(acte);
    texts.extend(passages::dispositif(acte).into_iter().map(|d| d.texte));
    for passage in &texts {
        if acte.annexes.is_empty()
            && let Some(found) = passage.find(RENVOIS)
        {
            out.push(
                regle
                    .constat(found.lieu, format!("« {} » : l’acte n’a pas d’annexe", found.mots))
                    .etiquette("annexe absente du dossier")
                    .aide("ajoutez [[annexes]] : piece = \"texte\" et le nom de son fichier"),
            );
            continue;
        }
        // « annexe 3 » of an act that has two; an annexe may hold annexes of its own: only plain texts are counted.
        let counted = acte.annexes.iter().all(|a| !matches!(a.piece, Piece::Programme));
        let mut from = 0;
        while let Some(at) = passage.position("annexe", from).filter(|_| counted) {
            from = at + "annexe".len();
            let rest = passage.plat()[from..].trim_start_matches([' ', 'n', '°']);
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            let Ok(rank) = digits.parse::<usize>() else { continue };
            let budget = passage.plat()[..at].trim_end().ends_with("budget");
            if rank > acte.annexes.len() && rank < 100 && !budget {
                let end = passage.plat().len() - rest.len() + digits.len();
                let found = passage.trouve(at, end - at);
                out.push(
                    regle
                        .constat(
                            found.lieu,
                            match acte.annexes.len() {
                                0 => format!("« {} » : l’acte n’a pas d’annexe", found.mots),
                                n => format!("« {} » : l’acte n’a que {n} annexes", found.mots),
                            },
                        )
                        .etiquette("annexe absente du dossier")
                        .aide("ajoutez-la dans [[annexes]], ou corrigez son numéro"),
                );
            }
        }
    }
}
