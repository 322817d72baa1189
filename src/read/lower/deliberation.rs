//! The act.

use std::sync::Arc;

use super::super::choix::NaturePiece;
use super::super::raw;
use super::membres::Annuaire;
use super::numero_acte::{self, Attribution};
use super::{Lower, Presence, evolution, subvention, vote};
use crate::model::{
    Annexe, ArticleDispositif, Considerant, Decision, Deliberation, Dispositif, Dossier,
    FormeDispositif, Instance, Lieu, Mentions, NatureConsiderant, Piece, Signature, Texte,
    Transmission, Visa,
};
use crate::read::codes;
use crate::read::fault::Secondaire;

/// What the annexes of an act may be made of.
pub(crate) struct Pieces<'a> {
    pub(crate) budget: Presence<&'a str>,
    pub(crate) fiches: Presence<()>,
    /// The title of the programme, when it has an orientation document.
    pub(crate) programme: Presence<&'a str>,
    /// The texts of `annexes[i].fichier`, at the same rank.
    pub(crate) textes: Vec<Option<Texte>>,
    /// The acts of `actes_anterieurs[i].dossier`, at the same rank.
    pub(crate) anterieurs: Vec<Option<Arc<Dossier>>>,
}

/// What the sitting says to its act.
#[derive(Clone, Copy)]
pub(crate) struct Seance<'a> {
    pub(crate) assemblee: &'a str,
    pub(crate) attribution: Attribution<'a>,
    pub(crate) annuaire: &'a Annuaire,
    /// Whether the sitting says who is there, which counts the votes that nothing else does.
    pub(crate) presences: Presence<()>,
}

/// Lowers the act; `expose` is the text of `expose_fichier`, already parsed.
pub(crate) fn lower(
    raw: raw::deliberation::Deliberation,
    expose: Option<Texte>,
    seance: Seance<'_>,
    mut pieces: Pieces<'_>,
    l: &mut Lower<'_>,
) -> Deliberation {
    let subventions = subvention::lower(raw.subventions, l);
    let numero = numero_acte::lower(raw.numero, raw.numero_transmis, seance.attribution, l);
    if raw.objet.0.is_empty() {
        let fault = l.fault(codes::VIDE, "objet", "l’objet est obligatoire, et il est vide");
        fault.etiquette = "liste vide".to_owned();
        fault.aide = Some("donnez-le du général au particulier : objet = [\"Finances\", \"Tarifs de la cantine\"]".to_owned());
    }
    for (i, segment) in raw.objet.0.iter().enumerate() {
        l.filled(segment, &format!("objet[{i}]"));
    }
    if raw.expose.is_some() && raw.expose_fichier.is_some() {
        let fault =
            l.fault(codes::CLE_SANS_OBJET, "expose_fichier", "l’exposé est donné deux fois");
        fault.etiquette = "« expose » le donne déjà".to_owned();
        fault.aide = Some("gardez « expose » ou « expose_fichier »".to_owned());
    }
    let inline = raw.expose.as_ref().map(|e| l.markdown(e, "expose"));
    let visas = raw
        .visas
        .into_iter()
        .enumerate()
        .map(|(i, v)| {
            l.filled(&v.texte.0, &format!("visas[{i}].texte"));
            Visa {
                nature: v.nature.0,
                texte: l.markdown(&v.texte, &format!("visas[{i}].texte")),
                date: v.date,
                numero: v.numero,
                instance: v.instance,
            }
        })
        .collect();
    let considerants = raw
        .considerants
        .into_iter()
        .enumerate()
        .map(|(i, c)| {
            l.filled(&c.texte.0, &format!("considerants[{i}].texte"));
            Considerant {
                nature: c.nature.map_or(NatureConsiderant::Considerant, |n| n.0),
                texte: l.markdown(&c.texte, &format!("considerants[{i}].texte")),
            }
        })
        .collect();
    let written = match (raw.decisions.is_empty(), raw.articles.is_empty()) {
        (false, true) => Some(FormeDispositif::Verbes),
        (true, false) => Some(FormeDispositif::Articles),
        _ => None,
    };
    let dispositif = dispositif(raw.decisions, raw.articles, raw.redaction.is_some(), l);
    let anterieurs = std::mem::take(&mut pieces.anterieurs);
    let actes_anterieurs = evolution::actes_anterieurs(raw.actes_anterieurs, anterieurs, l);
    let anterieur = if actes_anterieurs.iter().any(|a| a.acte.is_some()) {
        Presence::La(())
    } else if actes_anterieurs.iter().any(|a| a.dossier.is_some()) {
        Presence::Illisible
    } else {
        Presence::Absente(
            "ajoutez [[actes_anterieurs]] avec dossier = \"../…\", le dossier de l’acte que celui-ci change",
        )
    };
    let redaction = raw.redaction.map(|r| evolution::redaction(r, written, &actes_anterieurs, l));
    let signature = raw.signature.map_or_else(Signature::default, |s| Signature {
        lieu: s.lieu,
        qualite: s.qualite,
        nom: s.nom,
    });
    let mentions = raw.mentions.map_or_else(Mentions::default, |m| Mentions {
        transmission: m.transmission,
        reception: m.reception,
        publication: m.publication,
        executoire: m.executoire,
        notification: m.notification,
        fin_publication: m.fin_publication,
        mode_publication: m.mode_publication.map(|c| c.0),
        mode_transmission: m.mode_transmission.map(|c| c.0),
        insertion: m.insertion,
        recueil: m.recueil,
    });
    let matiere = l.code(raw.matiere.as_deref(), "matiere");
    let transmission = raw.transmission.map_or_else(Transmission::default, |t| Transmission {
        nature: t.nature.map_or_else(Default::default, |n| n.0),
        type_piece: l.code(t.type_piece.as_deref(), "transmission.type_piece"),
        papier: t.papier.unwrap_or(false),
        remplace: t.remplace,
    });
    let mut acte = Deliberation {
        numero,
        etat: raw.etat.map(|e| e.0),
        consolidee: raw.consolidee,
        objet: raw.objet.0,
        portee: raw.portee.map(|p| p.0),
        rapporteur: raw.rapporteur.map(|r| l.rapporteur(r, "rapporteur", seance.annuaire)),
        expose: inline.or(expose).unwrap_or_default(),
        visas,
        considerants,
        formule: raw.formule.unwrap_or_else(|| {
            format!("{}, après en avoir délibéré :", Instance(seance.assemblee).le_capitale())
        }),
        dispositif,
        vote: raw.vote.map(|v| vote::lower(v, "vote", seance.annuaire, seance.presences, l)),
        signature,
        mentions,
        matiere,
        transmission,
        annexes: annexes(raw.annexes, pieces, anterieur, l),
        subventions,
        actes_anterieurs,
        redaction,
        verifications: super::verifications::lower(raw.verifications, l),
    };
    subvention::insert(&mut acte);
    acte
}

fn dispositif(
    decisions: Vec<raw::deliberation::Decision>,
    articles: Vec<raw::deliberation::Article>,
    drafted: bool,
    l: &mut Lower<'_>,
) -> Dispositif {
    if !decisions.is_empty() && !articles.is_empty() {
        let fault = l.fault(
            codes::DISPOSITIF,
            "articles",
            "l’acte a des décisions en verbes et des articles",
        );
        fault.etiquette = "des articles…".to_owned();
        let lieu = Lieu::new(fault.lieu.fichier.clone(), "decisions");
        let etiquette = "… et des décisions en verbes".to_owned();
        fault.secondaires.push(Secondaire { lieu, plage: None, etiquette });
        fault.aide = Some("gardez les [[decisions]] ou les [[articles]]".to_owned());
    }
    if decisions.is_empty() && articles.is_empty() && !drafted {
        // Nothing is there to be underlined: the object is what calls for a decision.
        let fault = l.fault(codes::DISPOSITIF, "objet", "l’acte ne décide rien");
        fault.etiquette = "ni [[decisions]] ni [[articles]] pour cet objet".to_owned();
        fault.aide = Some(
            "ajoutez [[decisions]] avec verbe = \"DÉCIDE\" et texte = \"…\", ou [[articles]]"
                .to_owned(),
        );
    }
    let alone = articles.len() == 1;
    if articles.is_empty() {
        let lower = |(i, d): (usize, raw::deliberation::Decision)| {
            l.filled(&d.verbe, &format!("decisions[{i}].verbe"));
            l.filled(&d.texte.0, &format!("decisions[{i}].texte"));
            let texte = l.markdown(&d.texte, &format!("decisions[{i}].texte"));
            Decision { verbe: d.verbe, texte }
        };
        Dispositif::Verbes(decisions.into_iter().enumerate().map(lower).collect())
    } else {
        let lower = |(i, a): (usize, raw::deliberation::Article)| {
            let numero = a.numero.unwrap_or_else(|| match i {
                0 if alone => "Article unique".to_owned(),
                0 => "Article 1er".to_owned(),
                _ => format!("Article {}", i + 1),
            });
            l.filled(&a.texte.0, &format!("articles[{i}].texte"));
            let texte = l.markdown(&a.texte, &format!("articles[{i}].texte"));
            ArticleDispositif { numero, titre: a.titre, texte }
        };
        Dispositif::Articles(articles.into_iter().enumerate().map(lower).collect())
    }
}

fn annexes(
    raw: Vec<raw::deliberation::Annexe>,
    mut pieces: Pieces<'_>,
    anterieur: Presence<()>,
    l: &mut Lower<'_>,
) -> Vec<Annexe> {
    let named = !raw.is_empty();
    let mut out = Vec::with_capacity(raw.len());
    let here = [
        (Piece::Programme, titled(pieces.programme), "le document d’orientation"),
        (Piece::Fiches, titled(with(pieces.fiches, "Fiches actions")), "les fiches actions"),
        (Piece::Budget, titled(pieces.budget), "l’annexe budgétaire"),
    ];
    for (i, annexe) in raw.into_iter().enumerate() {
        let base = format!("annexes[{i}]");
        if annexe.fichier.is_some() && annexe.piece.0 != NaturePiece::Texte {
            let fault = l.fault(
                codes::CLE_SANS_OBJET,
                &format!("{base}.fichier"),
                "« fichier » n’a de sens que pour une annexe « texte »",
            );
            fault.etiquette = "clé sans objet".to_owned();
            fault.aide = Some("retirez-la, ou écrivez piece = \"texte\"".to_owned());
        }
        let (piece, titre) = match annexe.piece.0 {
            NaturePiece::Budget => (Piece::Budget, titled(pieces.budget)),
            NaturePiece::Programme => (Piece::Programme, titled(pieces.programme)),
            NaturePiece::Fiches => (Piece::Fiches, titled(with(pieces.fiches, "Fiches actions"))),
            NaturePiece::Comparatif => {
                (Piece::Comparatif, titled(with(anterieur, "Tableau comparatif, avant et après")))
            }
            NaturePiece::FichesModifiees => {
                (Piece::FichesModifiees, titled(with(anterieur, "Fiches actions modifiées")))
            }
            NaturePiece::Texte => {
                let texte = pieces.textes.get_mut(i).and_then(Option::take).unwrap_or_default();
                let named = match annexe.fichier {
                    Some(_) => Presence::La("Annexe"),
                    None => Presence::Absente(
                        "ajoutez fichier = \"….md\", un fichier Markdown du dossier",
                    ),
                };
                (Piece::Texte(texte), titled(named))
            }
        };
        match titre {
            Ok(usual) => {
                let type_piece =
                    l.code(annexe.type_piece.as_deref(), &format!("{base}.type_piece"));
                out.push(Annexe { titre: annexe.titre.unwrap_or(usual), piece, type_piece });
            }
            Err(aide) => {
                let fault = l.fault(
                    codes::PIECE,
                    &format!("{base}.piece"),
                    "cette annexe n’a pas de contenu",
                );
                fault.etiquette = "annexe sans contenu".to_owned();
                fault.aide = Some(aide.to_owned());
            }
        }
    }
    for (piece, titre, nom) in here {
        let Ok(titre) = titre else { continue };
        if out.iter().any(|a: &Annexe| a.piece == piece) || titre.is_empty() {
            continue;
        }
        if named {
            let fault = l.fault(
                codes::PIECE_OUBLIEE,
                "annexes",
                format!("aucune annexe ne nomme {nom} : rien n’en sera imprimé"),
            );
            fault.etiquette = "annexe oubliée ?".to_owned();
            let cle = match piece {
                Piece::Programme => "programme",
                Piece::Fiches => "fiches",
                _ => "budget",
            };
            fault.aide = Some(format!("ajoutez [[annexes]] avec piece = \"{cle}\""));
        } else {
            out.push(Annexe { titre, piece, type_piece: None });
        }
    }
    out
}

fn with(presence: Presence<()>, titre: &str) -> Presence<&str> {
    match presence {
        Presence::La(()) => Presence::La(titre),
        Presence::Absente(why) => Presence::Absente(why),
        Presence::Illisible => Presence::Illisible,
    }
}

/// The usual title of a piece, or why the dossier does not have it.
fn titled(presence: Presence<&str>) -> Result<String, &'static str> {
    match presence {
        Presence::La(titre) => Ok(titre.to_owned()),
        Presence::Illisible => Ok(String::new()),
        Presence::Absente(why) => Err(why),
    }
}
