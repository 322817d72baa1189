//! Rich text as paragraphs of words.

use crate::model::texte::{Bloc, Inline, Insertion, inlines_plain};
use crate::model::{Programme, Texte};

/// The words of a text, one paragraph for each block, item of list or row of table.
pub(super) fn paragraphs(texte: &Texte, programme: Option<&Programme>) -> Vec<String> {
    let mut out = Vec::new();
    blocks(&texte.blocs, programme, &mut out);
    out
}

fn blocks(blocs: &[Bloc], programme: Option<&Programme>, out: &mut Vec<String>) {
    let row = |cells: &[Vec<Inline>]| {
        cells.iter().map(|c| inlines_plain(c)).collect::<Vec<_>>().join(" | ")
    };
    for bloc in blocs {
        match bloc {
            Bloc::Paragraphe(inlines) | Bloc::Titre { texte: inlines, .. } => {
                out.push(inlines_plain(inlines));
            }
            Bloc::Liste(liste) => {
                for (i, element) in liste.elements.iter().enumerate() {
                    let start = out.len();
                    blocks(element, programme, out);
                    let mark = liste
                        .debut
                        .map_or_else(|| "– ".to_owned(), |n| format!("{}° ", n as usize + i));
                    if let Some(first) = out.get_mut(start) {
                        first.insert_str(0, &mark);
                    }
                }
            }
            Bloc::Tableau(t) => {
                out.push(row(&t.entete));
                out.extend(t.lignes.iter().map(|l| row(l)));
            }
            Bloc::Citation(inside) => blocks(inside, programme, out),
            Bloc::Code(texte) => out.push(texte.clone()),
            Bloc::Filet => {}
            Bloc::Insertion(insertion) => inserted(insertion, programme, out),
        }
    }
    out.retain(|p| !p.trim().is_empty());
}

/// What an insertion draws from the programme.
fn inserted(insertion: &Insertion, programme: Option<&Programme>, out: &mut Vec<String>) {
    let Some(p) = programme else { return };
    match insertion {
        Insertion::Orientations => {
            out.extend(p.orientations.iter().map(|o| format!("– {}", o.texte.plain().trim())));
        }
        Insertion::Actions(ids) => out.extend(
            p.actions
                .iter()
                .filter(|a| if ids.is_empty() { a.declaree } else { ids.contains(&a.id.0) })
                .map(|a| {
                    let label = a.libelles.deliberation.as_ref().unwrap_or(&a.libelle);
                    format!("– action {} : {label}", a.numero)
                }),
        ),
        Insertion::Calendrier(terme) => {
            for e in p.calendrier.iter().filter(|e| e.terme == *terme) {
                out.extend(e.mesures.iter().map(|m| format!("– {}", m.texte.plain().trim())));
            }
        }
        // Its table is there already.
        Insertion::Subventions => {}
        Insertion::Comite => {
            for m in p.comite.iter().flat_map(|c| &c.membres) {
                let parts = [m.civilite.as_deref(), m.prenom.as_deref(), Some(m.nom.as_str())];
                let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
                let quality = m.qualite.as_ref().map_or_else(String::new, |q| format!(", {q}"));
                out.push(format!("– {name}{quality}"));
            }
        }
    }
}
