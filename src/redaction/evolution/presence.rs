//! A programme or a budget annex that is new, or that is no more.

use super::Etats;
use super::enonce::Enonce;

/// Whether the programme itself is new or no more: what it is made of is then not told piece by piece.
pub(super) fn du_programme(e: &Etats<'_>) -> bool {
    e.ecarts.programme.presence.is_some()
}

/// The programme that an act adopts where the earlier one had none, and the annex that it adds.
pub(super) fn nouveaux(e: &Etats<'_>) -> Vec<Enonce> {
    let mut out = Vec::new();
    if let Some(p) = e.dossier.programme.as_ref().filter(|_| du_programme(e)) {
        let which = format!("le programme « {} »", p.titre.trim());
        out.push(Enonce {
            present: "adopte",
            infinitif: "adopter",
            suite: format!("{which}, annexé à la présente délibération"),
            article: format!(
                "Le programme « {} », annexé à la présente délibération, est adopté",
                p.titre.trim()
            ),
            propose: which,
            ..Enonce::default()
        });
    } else if e.ecarts.budget.presence.is_some() && e.dossier.budget.is_some() {
        out.push(Enonce {
            present: "ajoute",
            infinitif: "ajouter",
            suite: "au programme l’annexe budgétaire qui est jointe à la présente délibération"
                .to_owned(),
            article: "L’annexe budgétaire qui est jointe à la présente délibération est ajoutée au programme"
                .to_owned(),
            propose: "une annexe budgétaire au programme".to_owned(),
            ..Enonce::default()
        });
    }
    out
}

/// The programme, or the annex alone, that an act puts an end to.
pub(super) fn supprimes(e: &Etats<'_>) -> Vec<Enonce> {
    let which = if let Some(p) = e.base.programme.as_ref().filter(|_| du_programme(e)) {
        let mut with = Vec::new();
        if !e.base.fiches.is_empty() {
            with.push("ses fiches actions");
        }
        if e.base.budget.is_some() && e.dossier.budget.is_none() {
            with.push("son annexe budgétaire");
        }
        let with = match crate::redaction::enumeration(&with) {
            w if w.is_empty() => w,
            w => format!(", ainsi que {w}"),
        };
        (format!("le programme « {} »{with}", p.titre.trim()), "est supprimé")
    } else if e.ecarts.budget.presence.is_some() && e.dossier.budget.is_none() {
        ("l’annexe budgétaire du programme".to_owned(), "est supprimée")
    } else {
        return Vec::new();
    };
    let (which, done) = which;
    // « Le programme « … », ainsi que ses fiches actions, est supprimé. »
    let comma = if which.contains(", ainsi que") { "," } else { "" };
    vec![Enonce {
        present: "supprime",
        infinitif: "supprimer",
        article: format!("{}{comma} {done}", super::dispositif::capitale(&which)),
        propose: which.clone(),
        suite: which,
        ..Enonce::default()
    }]
}
