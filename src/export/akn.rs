//! Akoma Ntoso 3.0 (OASIS LegalDocML) of an act.
//!
//! `AKN.md`, beside this file, says what of an act has its place there. French local acts have no naming authority: the
//! IRI is ours, `/akn/fr/act/deliberation/{authority}/{day}/{number}`.

use std::fmt::Write as _;

use crate::compute::{self, Comptes};
use crate::droit;
use crate::model::texte::{Bloc, Inline, Insertion, inlines_plain};
use crate::model::{
    Dispositif, Dossier, Etat, Executif, Identifiant, NatureVisa, Programme, Resultat, Scrutin,
    Texte,
};
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

fn meta(x: &mut Xml, dossier: &Dossier, comptes: &Comptes, tag: &str) {
    let d = &dossier.deliberation;
    let (work, day) = (iri(dossier, tag), dossier.seance.date.to_string());
    let expression = format!("{work}/fra@{day}");
    x.open("meta", &[]);
    x.open("identification", &[("source", "#collectivite")]);
    x.open("FRBRWork", &[]);
    x.empty("FRBRthis", &[("value", &format!("{work}/!main"))]);
    x.empty("FRBRuri", &[("value", &work)]);
    if let Some(id) = Identifiant::of(dossier) {
        x.empty("FRBRalias", &[("value", &id.to_string()), ("name", "IDActe")]);
    }
    x.empty("FRBRdate", &[("date", &day), ("name", "seance")]);
    x.empty("FRBRauthor", &[("href", "#assemblee"), ("as", "#auteur")]);
    x.empty("FRBRcountry", &[("value", "fr")]);
    x.empty("FRBRnumber", &[("value", &d.numero.affiche)]);
    x.close("FRBRWork");
    x.open("FRBRExpression", &[]);
    x.empty("FRBRthis", &[("value", &format!("{expression}/!main"))]);
    x.empty("FRBRuri", &[("value", &expression)]);
    x.empty("FRBRdate", &[("date", &day), ("name", "expression")]);
    x.empty("FRBRauthor", &[("href", "#assemblee")]);
    x.empty("FRBRlanguage", &[("language", "fra")]);
    x.close("FRBRExpression");
    x.open("FRBRManifestation", &[]);
    x.empty("FRBRthis", &[("value", &format!("{expression}/!main.xml"))]);
    x.empty("FRBRuri", &[("value", &format!("{expression}.akn"))]);
    // No clock: the manifestation is dated as the act is.
    x.empty("FRBRdate", &[("date", &day), ("name", "generation")]);
    x.empty("FRBRauthor", &[("href", "#outil")]);
    x.close("FRBRManifestation");
    x.close("identification");
    if let Some(m) = &d.matiere {
        let nationale = m.nationale();
        let libelle = droit::classification().libelle(&nationale).unwrap_or("");
        let shown = format!("{}/{libelle}", droit::theme(&nationale));
        x.open("classification", &[("source", "#actes")]);
        let attributes = [
            ("value", &*m.to_string()),
            ("showAs", &shown),
            ("dictionary", "actes-matieres"),
            ("eId", "kw_1"),
        ];
        x.empty("keyword", &attributes);
        x.close("classification");
    }
    let events = lifecycle(x, dossier, comptes);
    analysis(x, comptes);
    references(x, dossier, comptes, &events);
    x.close("meta");
}

/// The days of the act, with the identifier and the name of each event.
fn lifecycle(x: &mut Xml, dossier: &Dossier, comptes: &Comptes) -> Vec<(&'static str, String)> {
    let m = compute::mentions(dossier, comptes.etat);
    let mut seen =
        vec![("seance", format!("Séance du {}", plain(&date_longue(dossier.seance.date))))];
    x.open("lifecycle", &[("source", "#collectivite")]);
    let first = [
        ("date", &*dossier.seance.date.to_string()),
        ("type", "generation"),
        ("source", "#seance"),
        ("eId", "ev_1"),
    ];
    x.empty("eventRef", &first);
    let others = [
        ("transmission", "Transmission au représentant de l’État", m.transmission),
        ("reception", "Réception par le représentant de l’État", m.reception),
        ("publication", "Publication ou affichage", m.publication),
        ("executoire", "Caractère exécutoire", m.executoire),
    ];
    for (id, name, date) in others {
        let Some(date) = date else { continue };
        seen.push((id, name.to_owned()));
        let (date, id, eid) = (date.to_string(), format!("#{id}"), format!("ev_{}", seen.len()));
        x.empty("eventRef", &[("date", &date), ("source", &id), ("eId", &eid)]);
    }
    x.close("lifecycle");
    seen
}

fn analysis(x: &mut Xml, comptes: &Comptes) {
    let quorum = comptes.presence.as_ref().map(|p| &p.quorum);
    let vote = comptes.vote.as_ref().filter(|v| v.election.is_none());
    if quorum.is_none() && vote.is_none() {
        return;
    }
    x.open("analysis", &[("source", "#collectivite")]);
    x.open("parliamentary", &[]);
    if let Some(q) = quorum {
        let outcome = if q.atteint() { "#quorumAtteint" } else { "#quorumNonAtteint" };
        x.open("quorumVerification", &[("eId", "quorum_1"), ("outcome", outcome)]);
        x.empty("count", &[("eId", "quorum_1__count_1"), ("value", &q.presents.to_string())]);
        x.close("quorumVerification");
    }
    if let Some(v) = vote {
        let outcome = match v.resultat {
            Resultat::Adoptee => "#adopte",
            Resultat::Rejetee | Resultat::Partage => "#rejete",
        };
        // Names never leave a secret vote: only counts are given, whatever the vote.
        let secret = if v.scrutin == Scrutin::Secret { "scrutinSecret" } else { "vote" };
        x.open(
            "voting",
            &[("eId", &format!("{secret}_1")), ("outcome", outcome), ("href", "#body")],
        );
        for (id, n) in [
            ("pour", v.pour.nombre),
            ("contre", v.contre.nombre),
            ("abstention", v.abstentions.nombre),
        ] {
            let eid = format!("{secret}_1__{id}");
            x.empty(
                "count",
                &[("eId", &eid), ("value", &n.to_string()), ("refersTo", &format!("#{id}"))],
            );
        }
        x.close("voting");
    }
    x.close("parliamentary");
    x.close("analysis");
}

fn references(
    x: &mut Xml,
    dossier: &Dossier,
    comptes: &Comptes,
    events: &[(&'static str, String)],
) {
    let c = &dossier.collectivite;
    let own = c.siren.map_or_else(|| slug(&c.nom), |s| s.to_string());
    let tlc = |x: &mut Xml, tag: &str, id: &str, href: &str, shown: &str| {
        x.empty(tag, &[("eId", id), ("href", href), ("showAs", shown)]);
    };
    x.open("references", &[("source", "#collectivite")]);
    tlc(x, "TLCOrganization", "collectivite", &format!("/ontology/organization/fr/{own}"), &c.nom);
    let assemblee = dossier.seance.assemblee.as_ref().unwrap_or(&c.assemblee);
    let href = format!("/ontology/organization/fr/{own}/{}", slug(assemblee));
    tlc(x, "TLCOrganization", "assemblee", &href, assemblee);
    let (qualite, nom) = signataire(dossier);
    if let Some(nom) = &nom {
        tlc(x, "TLCPerson", "signataire", &format!("/ontology/person/fr/{}", slug(nom)), nom);
    }
    tlc(x, "TLCRole", "auteur", "/ontology/role/fr/auteur", "Auteur");
    tlc(x, "TLCRole", "qualite", &format!("/ontology/role/fr/{}", slug(&qualite)), &qualite);
    for (id, name) in events {
        let href = format!("/ontology/event/fr/{own}/{}/{id}", dossier.seance.date);
        tlc(x, "TLCEvent", id, &href, name);
    }
    if comptes.presence.is_some() {
        tlc(
            x,
            "TLCConcept",
            "quorumAtteint",
            "/ontology/concept/fr/quorum-atteint",
            "Quorum atteint",
        );
        tlc(
            x,
            "TLCConcept",
            "quorumNonAtteint",
            "/ontology/concept/fr/quorum-non-atteint",
            "Quorum non atteint",
        );
    }
    if comptes.vote.is_some() {
        for (id, name) in [
            ("adopte", "Adopté"),
            ("rejete", "Rejeté"),
            ("pour", "Pour"),
            ("contre", "Contre"),
            ("abstention", "Abstention"),
        ] {
            tlc(x, "TLCConcept", id, &format!("/ontology/concept/fr/{id}"), name);
        }
    }
    tlc(
        x,
        "TLCObject",
        "outil",
        "/ontology/object/fr/delibere",
        concat!("Délibéré ", env!("CARGO_PKG_VERSION")),
    );
    if dossier.deliberation.matiere.is_some() {
        x.empty(
            "TLCReference",
            &[
                ("eId", "actes"),
                ("name", "nomenclature"),
                ("href", "http://www.interieur.gouv.fr/ACTES#v1.1-20040216"),
                ("showAs", "Nomenclature ACTES"),
            ],
        );
    }
    x.close("references");
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
    let blocks = paragraphs(&d.expose, dossier.programme.as_ref());
    x.open("preamble", &[("eId", "preamble")]);
    if !blocks.is_empty() || !d.considerants.is_empty() {
        x.open("recitals", &[("eId", "preamble__recs")]);
        let reasons = d.considerants.iter().map(|c| {
            let words = paragraphs(&c.texte, dossier.programme.as_ref()).join(" ");
            format!("{} {words}", c.nature.mot())
        });
        for (i, words) in blocks.into_iter().chain(reasons).enumerate() {
            x.open("recital", &[("eId", &format!("preamble__recs__rec_{}", i + 1))]);
            x.p(&words);
            x.close("recital");
        }
        x.close("recitals");
    }
    if !d.visas.is_empty() {
        x.open("citations", &[("eId", "preamble__cits")]);
        for (i, visa) in d.visas.iter().enumerate() {
            let words = paragraphs(&visa.texte, dossier.programme.as_ref()).join(" ");
            x.open("citation", &[("eId", &format!("preamble__cits__cit_{}", i + 1))]);
            let text = composer_simple(&format!("VU {words}"));
            match visa.date.filter(|_| visa.nature != NatureVisa::Autre) {
                // The day of what is cited is marked where its words stand.
                Some(date) => x.dated(&text, date, &plain(&date_longue(date))),
                None => x.raw(&format!("<p>{}</p>\n", esc(&text))),
            }
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
                let mut words = paragraphs(&d.texte, programme);
                match words.first_mut() {
                    Some(first) => *first = format!("{} {first}", d.verbe),
                    None => words.push(d.verbe.clone()),
                }
                article(x, i + 1, &format!("{}", i + 1), None, &words);
            }
        }
        Dispositif::Articles(articles) => {
            for (i, a) in articles.iter().enumerate() {
                article(x, i + 1, &a.numero, a.titre.as_deref(), &paragraphs(&a.texte, programme));
            }
        }
    }
    x.close("body");
}

fn article(x: &mut Xml, rang: usize, num: &str, titre: Option<&str>, words: &[String]) {
    let id = format!("art_{rang}");
    x.open("article", &[("eId", &id)]);
    x.raw(&format!("<num>{}</num>\n", esc(&composer_simple(num))));
    if let Some(titre) = titre {
        x.raw(&format!("<heading>{}</heading>\n", esc(&composer_simple(titre))));
    }
    x.open("content", &[("eId", &format!("{id}__content"))]);
    for words in words {
        x.p(words);
    }
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

/// The words of a text, one paragraph for each block, item of list or row of table.
fn paragraphs(texte: &Texte, programme: Option<&Programme>) -> Vec<String> {
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

/// The same with ordinary spaces.
fn plain(texte: &str) -> String {
    texte.replace(['\u{a0}', '\u{202f}'], " ")
}

/// A text in XML; what XML forbids is a space.
fn esc(texte: &str) -> String {
    let mut out = String::with_capacity(texte.len());
    for c in texte.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// The document as it is written.
struct Xml(String);

impl Xml {
    fn raw(&mut self, xml: &str) {
        self.0.push_str(xml);
    }

    fn tag(&mut self, tag: &str, attributes: &[(&str, &str)], end: &str) {
        let _ = write!(self.0, "<{tag}");
        for (name, value) in attributes {
            let _ = write!(self.0, " {name}=\"{}\"", esc(value));
        }
        self.0.push_str(end);
    }

    fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.tag(tag, attributes, ">\n");
    }

    fn empty(&mut self, tag: &str, attributes: &[(&str, &str)]) {
        self.tag(tag, attributes, "/>\n");
    }

    fn close(&mut self, tag: &str) {
        let _ = writeln!(self.0, "</{tag}>");
    }

    fn p(&mut self, words: &str) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(self.0, "<p>{}</p>", esc(&composer_simple(&words)));
    }

    /// A paragraph where a day is marked, when its words stand there.
    fn dated(&mut self, words: &str, date: chrono::NaiveDate, day: &str) {
        let flat = plain(words);
        match flat.find(day) {
            Some(at) if flat.len() == plain(words).len() => {
                let (before, rest) = flat.split_at(at);
                let (day, after) = rest.split_at(day.len());
                let _ = writeln!(
                    self.0,
                    "<p>{}<date date=\"{date}\">{}</date>{}</p>",
                    esc(before),
                    esc(day),
                    esc(after)
                );
            }
            _ => {
                let _ = writeln!(self.0, "<p>{}</p>", esc(words));
            }
        }
    }
}
