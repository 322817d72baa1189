//! What is said of the act beside its words: who, when, which matter, what became of it, how it was voted.

use super::xml::{Xml, plain};
use super::{iri, signataire, slug};
use crate::compute::{self, Comptes};
use crate::droit;
use crate::model::{Dossier, Identifiant, Resultat, Scrutin};
use crate::typographie::date::date_longue;

pub(super) fn meta(x: &mut Xml, dossier: &Dossier, comptes: &Comptes, tag: &str) {
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
    // The language has one word for the end of an act; the name of the event says which end it was.
    if let Some((nature, date)) = compute::parcours(dossier, comptes.etat).fin {
        let name = nature.nom();
        let mut name: String = name[..1].to_uppercase() + &name[1..];
        name.push_str(&format!(", le {}", plain(&date_longue(date))));
        seen.push(("fin", name));
        let eid = format!("ev_{}", seen.len());
        let date = date.to_string();
        x.empty(
            "eventRef",
            &[("date", &date), ("type", "repeal"), ("source", "#fin"), ("eId", &eid)],
        );
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
