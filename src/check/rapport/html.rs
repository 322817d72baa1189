//! The report as one web page: no script, nothing loaded from elsewhere.

use super::{Constate, DossierVerifie, Extrait, Identite, Portee, Rapport, capital};
use crate::model::{Couleur, Theme};

const STYLE: &str = include_str!("../../../templates/rapport.css");

/// The report as an HTML page that stands alone, in French, readable without colours and printed as well.
#[must_use]
pub fn html(rapport: &Rapport) -> String {
    let titre = escape(&rapport.titre());
    let one = rapport.dossiers.len() == 1;
    let usual = Theme::default();
    let collectivite = rapport.collectivite();
    let theme = collectivite.map_or(&usual, |c| &c.theme);
    let qui = collectivite.map(|c| c.nom.as_str()).unwrap_or_default();
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"generator\" content=\"{}\">\n<title>{titre}</title>\n\
         <style>\n:root {{ --encre: {}; --fond: {}; }}\n{STYLE}</style>\n</head>\n<body>\n\
         <header class=\"page\">\n<p class=\"qui\">{}</p>\n<h1>{}</h1>\n<p class=\"objet\">{}</p>\n</header>\n<main>\n",
        escape(Rapport::outil()),
        colour(theme.couleur, Couleur([255; 3]), usual.couleur),
        colour(theme.couleur_fond, Couleur([0; 3]), usual.couleur_fond),
        escape(&super::extrait::visible(qui)),
        escape(Rapport::TITRE),
        escape(&rapport.objet()),
    );
    if !one {
        let rows = rapport.dossiers.iter().map(|d| (d.dossier.clone(), d.verdict())).collect();
        table("Dossiers vérifiés", ("Dossier", "Ce qui en est dit"), rows, &mut out);
    }
    for dossier in &rapport.dossiers {
        if one {
            folder(dossier, 2, &mut out);
        } else {
            let name = dossier
                .identite
                .as_ref()
                .map_or_else(|| format!("Dossier {}", dossier.dossier), |i| capital(&i.titre()));
            out.push_str(&format!("<section>\n<h2>{}</h2>\n", escape(&name)));
            folder(dossier, 3, &mut out);
            out.push_str("</section>\n");
        }
    }
    out.push_str(&format!(
        "</main>\n<footer class=\"page\">\n<p>{} – le même dossier donne toujours le même rapport.</p>\n</footer>\n\
         </body>\n</html>\n",
        escape(Rapport::outil())
    ));
    out
}

/// A colour of the theme that can be read against `ground`, else the usual one.
fn colour(wanted: Couleur, ground: Couleur, usual: Couleur) -> Couleur {
    if wanted.contraste(ground) < 4.5 { usual } else { wanted }
}

fn folder(d: &DossierVerifie, h: usize, out: &mut String) {
    out.push_str("<dl class=\"identite\">\n");
    row("Dossier", &d.dossier, out);
    for (label, value) in d.identite.iter().flat_map(Identite::lignes) {
        row(label, &value, out);
    }
    out.push_str("</dl>\n");
    out.push_str(&format!("<p class=\"verdict\">{}</p>\n", escape(&d.verdict())));
    if let Some(identite) = d.identite.as_ref().filter(|i| i.est_seance) {
        acts(identite, out);
    }
    if !d.parties.is_empty() {
        title(h, "Ce qui a été trouvé", out);
    }
    for partie in &d.parties {
        let acte = partie.acte.and_then(|i| d.identite.as_ref()?.actes.get(i));
        let name = match acte {
            Some(acte) => format!("{} – {}", capital(&acte.titre()), partie.piece.nom()),
            None => partie.piece.nom().to_owned(),
        };
        title(h + 1, &name, out);
        for constat in &partie.constats {
            finding(constat, h + 2, out);
        }
    }
    if !d.ignores.is_empty() {
        title(h, "Ce qui est ignoré, et pourquoi", out);
        for constat in &d.ignores {
            finding(constat, h + 1, out);
        }
    }
    title(h, "Ce qui a été vérifié", out);
    match &d.portee {
        Some(portee) => scope(portee, h, out),
        None => paragraph(
            "Le dossier ne se lit pas : aucune règle n’a été appliquée. Corrigez d’abord les fautes de lecture.",
            out,
        ),
    }
    if !d.filtre.is_empty() {
        title(h, "Ce que la commande a laissé de côté", out);
        list(d.filtre.iter().cloned(), out);
    }
}

fn acts(identite: &Identite, out: &mut String) {
    if identite.actes.is_empty() {
        return;
    }
    out.push_str(
        "<table>\n<caption>Les actes de la séance</caption>\n<thead><tr><th scope=\"col\">Numéro</th>\
         <th scope=\"col\">Objet</th><th scope=\"col\">État</th></tr></thead>\n<tbody>\n",
    );
    for acte in &identite.actes {
        out.push_str(&format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td></tr>\n",
            escape(&acte.numero),
            escape(&acte.objet),
            escape(acte.etat())
        ));
    }
    out.push_str("</tbody>\n</table>\n");
}

fn finding(c: &Constate, h: usize, out: &mut String) {
    let ignore = if c.ignore.is_some() { " ignore" } else { "" };
    let word = if c.ignore.is_some() { "ignoré : " } else { "" };
    out.push_str(&format!(
        "<article class=\"constat {}{ignore}\">\n<h{h}><span class=\"gravite\">{word}{}</span>\
         <span class=\"code\">{}</span> <span class=\"message\">{}</span></h{h}>\n",
        c.severite,
        c.severite,
        c.code,
        escape(&capital(&c.message)),
        h = h.min(6),
    ));
    if let Some((par, motif)) = &c.ignore {
        label("Raison", motif, out);
        label("Ignoré par", par, out);
    }
    for e in &c.extraits {
        excerpt(e, out);
    }
    if let Some(base) = c.base {
        label("Base légale", base, out);
    }
    if let Some(aide) = &c.aide {
        label("Conseil", aide, out);
    }
    out.push_str("</article>\n");
}

fn excerpt(e: &Extrait, out: &mut String) {
    out.push_str(&format!("<figure>\n<figcaption>{}</figcaption>\n", escape(&e.lieu())));
    if e.position.is_some() {
        let mark = match e.marque.as_str() {
            "" => String::new(),
            words => format!("<mark>{}</mark>", escape(words)),
        };
        out.push_str(&format!(
            "<pre><code>{}{mark}{}</code></pre>\n",
            escape(&e.avant),
            escape(&e.apres)
        ));
    }
    if !e.etiquette.is_empty() {
        out.push_str(&format!("<p class=\"etiquette\">{}</p>\n", escape(&e.etiquette)));
    }
    out.push_str("</figure>\n");
}

fn scope(portee: &Portee, h: usize, out: &mut String) {
    paragraph(&portee.droit(), out);
    paragraph(&portee.recherche(), out);
    let reserves: Vec<(String, String)> = portee
        .reserves()
        .map(|(r, reserve)| (format!("{} {}", r.code, r.nom), reserve.to_owned()))
        .collect();
    if !reserves.is_empty() {
        title(h + 1, "Règles appliquées avec une réserve", out);
        table(
            "Ce qui n’a pas pu être vérifié dans leur texte",
            ("Règle", "Réserve"),
            reserves,
            out,
        );
    }
    if !portee.ecartees.is_empty() {
        title(h + 1, "Règles qui n’ont pas été appliquées", out);
        let rows = portee
            .ecartees
            .iter()
            .map(|e| (format!("{} {}", e.regle.code, e.regle.nom), e.raison.clone()))
            .collect();
        table("À cette date, à cette collectivité ou à ce dossier", ("Règle", "Raison"), rows, out);
    }
}

fn table(caption: &str, heads: (&str, &str), rows: Vec<(String, String)>, out: &mut String) {
    out.push_str(&format!(
        "<table>\n<caption>{}</caption>\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
        escape(caption),
        escape(heads.0),
        escape(heads.1)
    ));
    for (rule, words) in rows {
        out.push_str(&format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n",
            escape(&rule),
            escape(&words)
        ));
    }
    out.push_str("</tbody>\n</table>\n");
}

fn title(h: usize, texte: &str, out: &mut String) {
    let h = h.min(6);
    out.push_str(&format!("<h{h}>{}</h{h}>\n", escape(texte)));
}

fn paragraph(texte: &str, out: &mut String) {
    out.push_str(&format!("<p>{}</p>\n", escape(texte)));
}

fn label(label: &str, texte: &str, out: &mut String) {
    out.push_str(&format!("<p class=\"suite\"><b>{label} :</b> {}</p>\n", escape(texte)));
}

fn row(label: &str, texte: &str, out: &mut String) {
    out.push_str(&format!("<dt>{}</dt><dd>{}</dd>\n", escape(label), escape(texte)));
}

fn list(items: impl Iterator<Item = String>, out: &mut String) {
    out.push_str("<ul>\n");
    for item in items {
        out.push_str(&format!("<li>{}</li>\n", escape(&item)));
    }
    out.push_str("</ul>\n");
}

fn escape(texte: &str) -> String {
    let mut out = String::with_capacity(texte.len());
    for c in texte.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
