//! Akoma Ntoso 3.0 (OASIS LegalDocML) of an act.
//!
//! `AKN.md`, beside this file, says what of an act has its place there. French local acts have no naming authority: the
//! IRI is ours, `/akn/fr/act/deliberation/{authority}/{day}/{number}`.

mod meta;
mod texte;
mod xml;

use meta::meta;
use texte::{Piece, Rangs, opened, pieces};
use xml::{Xml, esc, plain};

use crate::compute::Comptes;
use crate::model::{Dispositif, Dossier, Etat, Executif, NatureVisa};
use crate::typographie::composer_simple;
use crate::typographie::date::date_longue;

/// The act in Akoma Ntoso, in UTF-8; a draft is a bill, as the language calls it.
#[must_use]
pub fn akn(dossier: &Dossier, comptes: &Comptes) -> String {
    let mut x = Xml(String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    x.open("akomaNtoso", &[("xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0")]);
    let (tag, name) = match comptes.etat {
        Etat::Projet => ("bill", "projetDeliberation"),
        Etat::Adoptee | Etat::Rejetee => ("act", "deliberation"),
    };
    x.open(tag, &[("name", name), ("contains", "originalVersion")]);
    meta(&mut x, dossier, comptes, tag);
    preface(&mut x, dossier);
    preamble(&mut x, dossier, comptes);
    body(&mut x, dossier);
    conclusions(&mut x, dossier);
    attachments(&mut x, dossier, tag);
    x.close(tag);
    x.close("akomaNtoso");
    x.0
}

/// The identifier of the work.
fn iri(dossier: &Dossier, tag: &str) -> String {
    let d = &dossier.deliberation;
    let numero = d.numero.transmis.clone().unwrap_or_else(|| slug(&d.numero.affiche));
    let name = if tag == "bill" { "projetDeliberation" } else { "deliberation" };
    format!(
        "/akn/fr/{tag}/{name}/{}/{}/{numero}",
        slug(&dossier.collectivite.nom),
        dossier.seance.date
    )
}

/// A name in lower-case letters, digits and hyphens.
fn slug(texte: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut out = String::new();
    for c in texte.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)) {
        match c.to_ascii_lowercase() {
            c @ ('a'..='z' | '0'..='9') => out.push(c),
            _ if !out.ends_with('-') => out.push('-'),
            _ => {}
        }
    }
    let out = out.trim_matches('-').to_owned();
    if out.is_empty() { "sans-nom".to_owned() } else { out }
}

fn preface(x: &mut Xml, dossier: &Dossier) {
    let d = &dossier.deliberation;
    let assemblee = dossier.seance.assemblee.as_ref().unwrap_or(&dossier.collectivite.assemblee);
    let day = dossier.seance.date;
    x.open("preface", &[("eId", "preface")]);
    x.raw(&format!(
        "<p><docAuthority refersTo=\"#assemblee\">{}</docAuthority></p>\n",
        esc(assemblee)
    ));
    x.raw(&format!(
        "<p>Séance du <docDate date=\"{day}\">{}</docDate></p>\n",
        esc(&plain(&date_longue(day)))
    ));
    let title = composer_simple(&d.objet.join(" – "));
    x.raw(&format!(
        "<p>N° <docNumber>{}</docNumber> – <docTitle>{}</docTitle></p>\n",
        esc(&d.numero.affiche),
        esc(&title)
    ));
    x.close("preface");
}

fn preamble(x: &mut Xml, dossier: &Dossier, _comptes: &Comptes) {
    let d = &dossier.deliberation;
    let programme = dossier.programme.as_ref();
    let blocks = pieces(&d.expose, programme);
    x.open("preamble", &[("eId", "preamble")]);
    if !blocks.is_empty() || !d.considerants.is_empty() {
        x.open("recitals", &[("eId", "preamble__recs")]);
        let reasons = d.considerants.iter().map(|c| opened(c.nature.mot(), &c.texte, programme));
        for (i, words) in blocks.into_iter().map(|b| vec![b]).chain(reasons).enumerate() {
            let id = format!("preamble__recs__rec_{}", i + 1);
            x.open("recital", &[("eId", &id)]);
            Rangs::new(&id).write(x, &words);
            x.close("recital");
        }
        x.close("recitals");
    }
    if !d.visas.is_empty() {
        x.open("citations", &[("eId", "preamble__cits")]);
        for (i, visa) in d.visas.iter().enumerate() {
            let id = format!("preamble__cits__cit_{}", i + 1);
            x.open("citation", &[("eId", &id)]);
            let words = opened("VU", &visa.texte, programme);
            let mut rangs = Rangs::new(&id);
            let mut words = words.as_slice();
            // The day of what is cited is marked where its words stand.
            if let Some(date) = visa.date.filter(|_| visa.nature != NatureVisa::Autre)
                && let [Piece::Paragraphe(first), rest @ ..] = words
            {
                let long = plain(&date_longue(date));
                rangs.p(x, first, Some((&date.to_string(), &long)));
                words = rest;
            }
            rangs.write(x, words);
            x.close("citation");
        }
        x.close("citations");
    }
    x.open("formula", &[("name", "enactingFormula"), ("eId", "preamble__formula_1")]);
    x.p(&d.formule);
    x.close("formula");
    x.close("preamble");
}

fn body(x: &mut Xml, dossier: &Dossier) {
    let programme = dossier.programme.as_ref();
    x.open("body", &[("eId", "body")]);
    match &dossier.deliberation.dispositif {
        Dispositif::Verbes(decisions) => {
            for (i, d) in decisions.iter().enumerate() {
                let words = opened(&d.verbe, &d.texte, programme);
                article(x, i + 1, &format!("{}", i + 1), None, &words);
            }
        }
        Dispositif::Articles(articles) => {
            for (i, a) in articles.iter().enumerate() {
                article(x, i + 1, &a.numero, a.titre.as_deref(), &pieces(&a.texte, programme));
            }
        }
    }
    x.close("body");
}

fn article(x: &mut Xml, rang: usize, num: &str, titre: Option<&str>, words: &[Piece]) {
    let id = format!("art_{rang}");
    x.open("article", &[("eId", &id)]);
    x.raw(&format!("<num>{}</num>\n", esc(&composer_simple(num))));
    if let Some(titre) = titre {
        x.raw(&format!("<heading>{}</heading>\n", esc(&composer_simple(titre))));
    }
    let content = format!("{id}__content");
    x.open("content", &[("eId", &content)]);
    Rangs::new(&content).write(x, words);
    if words.is_empty() {
        x.p("");
    }
    x.close("content");
    x.close("article");
}

/// Who signs: the quality, and the name when it is known.
fn signataire(dossier: &Dossier) -> (String, Option<String>) {
    let Executif { qualite, prenom, nom } = &dossier.collectivite.executif;
    let s = &dossier.deliberation.signature;
    let own = nom
        .as_ref()
        .map(|n| prenom.as_ref().map_or_else(|| n.clone(), |prenom| format!("{prenom} {n}")));
    (s.qualite.clone().unwrap_or_else(|| qualite.clone()), s.nom.clone().or(own))
}

fn conclusions(x: &mut Xml, dossier: &Dossier) {
    let (qualite, nom) = signataire(dossier);
    let Some(nom) = nom else { return };
    x.open("conclusions", &[("eId", "concl")]);
    x.raw(&format!(
        "<p><signature eId=\"concl__sig_1\" refersTo=\"#signataire\"><role refersTo=\"#qualite\">{}</role>, \
         <person refersTo=\"#signataire\">{}</person></signature></p>\n",
        esc(&composer_simple(&qualite)),
        esc(&nom)
    ));
    x.close("conclusions");
}

fn attachments(x: &mut Xml, dossier: &Dossier, tag: &str) {
    let annexes = &dossier.deliberation.annexes;
    if annexes.is_empty() {
        return;
    }
    x.open("attachments", &[]);
    for (i, annexe) in annexes.iter().enumerate() {
        let rang = i + 1;
        x.open("attachment", &[("eId", &format!("att_{rang}"))]);
        x.empty(
            "documentRef",
            &[
                ("eId", &format!("att_{rang}__ref")),
                ("href", &format!("{}/!annexe-{rang}", iri(dossier, tag))),
                ("showAs", &format!("Annexe {rang} – {}", annexe.titre)),
            ],
        );
        x.close("attachment");
    }
    x.close("attachments");
}
