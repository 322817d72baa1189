//! The report on two acts.

mod budget;

use super::{Comparaison, Rubrique};
use crate::diff::{Cle, Fragment, Sort, mots};
use crate::model::{Action, Exercice, IdAction, NatureChamp, Programme, Texte};
use crate::redaction::evolution::{action, textes};

/// Words shown on either side of a change inside a long text.
const VOISINS: usize = 6;

pub(super) fn of(c: &Comparaison<'_>) -> Vec<Rubrique> {
    let parts = [
        ("Actions", actions(c)),
        ("Fiches actions", fiches(c)),
        ("Annexe budgétaire", budget::presentation(c)),
        ("Lignes du budget", budget::lignes(c)),
        ("Montants (avant → après, écart)", budget::montants(c)),
        ("Calendrier", calendrier(c)),
        ("Texte du programme", programme(c)),
        ("Texte de l’acte", acte(c)),
    ];
    parts
        .into_iter()
        .filter(|(_, lignes)| !lignes.is_empty())
        .map(|(titre, lignes)| Rubrique { titre, lignes })
        .collect()
}

/// « « avant » → « après » ».
fn passage(avant: &str, apres: &str) -> String {
    let shown = |t: &str| match t.trim() {
        "" => "(rien)".to_owned(),
        t => format!("« {t} »"),
    };
    format!("{} → {}", shown(avant), shown(apres))
}

fn option(texte: Option<&String>) -> &str {
    texte.map_or("", String::as_str)
}

/// A changed text in one line: `[−removed−]` and `{+added+}`, what is far from a change left out.
fn inside(avant: &str, apres: &str) -> String {
    let mut out = String::new();
    let fragments = mots(avant, apres);
    let last = fragments.len().saturating_sub(1);
    for (i, Fragment { sort, texte }) in fragments.iter().enumerate() {
        // Items and paragraphs are told apart, on the one line that they share here.
        let flat = texte.replace('\n', " / ").split_whitespace().collect::<Vec<_>>().join(" ");
        match sort {
            Sort::Retire => out.push_str(&edged(texte, &format!("[−{flat}−]"))),
            Sort::Ajoute => out.push_str(&edged(texte, &format!("{{+{flat}+}}"))),
            Sort::Garde => {
                let shown = shortened(&flat, i > 0, i < last);
                out.push_str(&edged(texte, &shown));
            }
        }
    }
    out
}

/// What is shown of a text, with the spaces that stood at its edges: they hold apart what is marked.
fn edged(texte: &str, shown: &str) -> String {
    let space = |edge: Option<char>| if edge.is_some_and(char::is_whitespace) { " " } else { "" };
    match shown {
        "" => " ".to_owned(),
        _ => format!("{}{shown}{}", space(texte.chars().next()), space(texte.chars().next_back())),
    }
}

fn shortened(texte: &str, follows: bool, precedes: bool) -> String {
    let words: Vec<&str> = texte.split(' ').collect();
    let (head, tail) = (if follows { VOISINS } else { 0 }, if precedes { VOISINS } else { 0 });
    if words.len() <= head + tail + 1 {
        return texte.to_owned();
    }
    let mut out = words[..head].join(" ");
    if head > 0 {
        out.push(' ');
    }
    out.push('…');
    if tail > 0 {
        out.push(' ');
        out.push_str(&words[words.len() - tail..].join(" "));
    }
    out
}

fn texts(avant: &Texte, apres: &Texte) -> String {
    let (a, b) = (avant.plain(), apres.plain());
    if a == b { "mise en forme".to_owned() } else { inside(&a, &b) }
}

fn name(programme: Option<&Programme>, id: &IdAction) -> String {
    programme.and_then(|p| p.action(id)).map_or_else(|| format!("action « {id} »"), action)
}

fn actions(c: &Comparaison<'_>) -> Vec<String> {
    let list = &c.ecarts.programme.actions;
    let (before, after) = (c.avant.programme.as_ref(), c.apres.programme.as_ref());
    let mut out: Vec<String> = Vec::new();
    out.extend(
        list.ajoutes.iter().map(|(_, a): &(IdAction, Action)| format!("+ {} : ajoutée", action(a))),
    );
    out.extend(list.retires.iter().map(|(_, a)| format!("− {} : supprimée", action(a))));
    for (id, e) in &list.modifies {
        out.push(format!("~ {}", name(after, id)));
        let s = &e.etat;
        let mut more = |what: &str, words: String| out.push(format!("  {what} : {words}"));
        if let Some(n) = &s.numero {
            more("renumérotée", passage(&n.avant, &n.apres));
        }
        if let Some(l) = &s.libelle {
            more("libellé", passage(&l.avant, &l.apres));
        }
        let l = &e.libelles;
        for (what, change) in [
            ("libellé dans la délibération", &l.deliberation),
            ("libellé dans le budget", &l.budget),
            ("libellé sur la fiche", &l.fiche),
            ("libellé dans le programme", &l.programme),
        ] {
            if let Some(change) = change {
                more(what, passage(option(change.avant.as_ref()), option(change.apres.as_ref())));
            }
        }
        if let Some(p) = &s.parent {
            let named =
                |p: &Option<IdAction>, of| p.as_ref().map_or_else(String::new, |id| name(of, id));
            more("rattachée à", passage(&named(&p.avant, before), &named(&p.apres, after)));
        }
        if let Some(o) = &s.orientations {
            more("orientations", passage(&o.avant.join(", "), &o.apres.join(", ")));
        }
        if let Some(d) = &s.declaree {
            more("déclarée par l’acte", if d.apres { "oui" } else { "non" }.to_owned());
        }
        if let Some(t) = &s.echeances {
            let of = |t: &[crate::model::Terme]| {
                let all = crate::model::Terme::ALL.iter();
                let mots: Vec<&str> = all.filter(|(x, _)| t.contains(x)).map(|(_, m)| *m).collect();
                mots.join(", ")
            };
            more("échéances", passage(&of(&t.avant), &of(&t.apres)));
        }
    }
    if list.ajoutes.is_empty() && list.retires.is_empty() && list.ordre.is_some() {
        out.push("~ les actions changent d’ordre".to_owned());
    }
    out
}

fn fiches(c: &Comparaison<'_>) -> Vec<String> {
    let list = &c.ecarts.fiches;
    let (before, after) = (c.avant.programme.as_ref(), c.apres.programme.as_ref());
    let mut out: Vec<String> = Vec::new();
    out.extend(list.ajoutes.iter().map(|(id, _)| format!("+ fiche de l’{}", name(after, id))));
    out.extend(list.retires.iter().map(|(id, _)| format!("− fiche de l’{}", name(before, id))));
    for (id, e) in &list.modifies {
        out.push(format!("~ fiche de l’{}", name(after, id)));
        for (what, change) in [("en-tête", &e.tete.intitule), ("titre", &e.tete.titre)] {
            if let Some(h) = change {
                let words = passage(option(h.avant.as_ref()), option(h.apres.as_ref()));
                out.push(format!("  {what} : {words}"));
            }
        }
        for (_, champ) in &e.champs.ajoutes {
            out.push(format!("  + {} : {}", champ.libelle, short(&champ.texte)));
        }
        for (_, champ) in &e.champs.retires {
            out.push(format!("  − {}", champ.libelle));
        }
        for (cle, champ) in &e.champs.modifies {
            let label = field(cle);
            if let Some(l) = &champ.tete.libelle {
                out.push(format!("  {label} : rubrique renommée {}", passage(&l.avant, &l.apres)));
            }
            if let Some(t) = &champ.texte {
                out.push(format!("  {label} : {}", texts(t.avant, t.apres)));
            }
            if champ.tete.libelle.is_none() && champ.texte.is_none() {
                out.push(format!("  {label} : présentation"));
            }
        }
        if e.champs.ordre.is_some() && e.champs.ajoutes.is_empty() && e.champs.retires.is_empty() {
            out.push("  les rubriques changent d’ordre".to_owned());
        }
    }
    out
}

/// The label of a field, from its key.
fn field(cle: &Cle) -> &str {
    let (nature, label) = cle.repere.split_once('|').unwrap_or(("", &cle.repere));
    let usual = || NatureChamp::ALL.iter().find(|(_, n, _)| *n == nature).map_or("", |(.., l)| l);
    if label.is_empty() { usual() } else { label }
}

fn short(texte: &Texte) -> String {
    let flat = texte.plain().split_whitespace().take(20).collect::<Vec<_>>().join(" ");
    format!("« {flat} »")
}

fn calendrier(c: &Comparaison<'_>) -> Vec<String> {
    let p = &c.ecarts.programme;
    let mut out = Vec::new();
    for (_, e) in &p.echeances.ajoutes {
        out.push(format!("+ échéance « {} »", e.libelle));
    }
    for (_, e) in &p.echeances.retires {
        out.push(format!("− échéance « {} »", e.libelle));
    }
    for (cle, e) in &p.echeances.modifies {
        let what = format!("~ {} terme", cle.repere);
        if let Some(l) = &e.libelle {
            out.push(format!("{what} : {}", passage(&l.avant, &l.apres)));
        }
        for (edge, years) in [("début", &e.debut), ("fin", &e.fin)] {
            if let Some(y) = years {
                let year = |y: Option<Exercice>| y.map_or_else(String::new, |y| y.to_string());
                out.push(format!("{what}, {edge} : {}", passage(&year(y.avant), &year(y.apres))));
            }
        }
    }
    let measure = |texte: &Texte| format!("« {} »", texte.plain());
    for (_, m) in &p.mesures.ajoutes {
        out.push(format!("+ {} au {} terme", measure(&m.texte), m.echeance.repere));
    }
    for (_, m) in &p.mesures.retires {
        out.push(format!("− {} du {} terme", measure(&m.texte), m.echeance.repere));
    }
    for (cle, m) in &p.mesures.modifies {
        let said = cle.repere.split_once('|').map_or("", |(_, t)| t);
        if let Some(e) = &m.echeance {
            out.push(format!(
                "~ « {said} » passe du {} au {} terme",
                e.avant.repere, e.apres.repere
            ));
        }
        if let Some(t) = &m.texte {
            out.push(format!("~ {}", texts(&t.avant, &t.apres)));
        }
        if m.action.is_some() && m.texte.is_none() && m.echeance.is_none() {
            out.push(format!("~ « {said} » relève d’une autre action"));
        }
    }
    out
}

/// The text of the act itself, where the second one is another state of the first.
fn acte(c: &Comparaison<'_>) -> Vec<String> {
    textes(c.avant, c.apres)
        .iter()
        .map(|(nom, avant, apres)| format!("~ {nom} : {}", texts(avant, apres)))
        .collect()
}

fn programme(c: &Comparaison<'_>) -> Vec<String> {
    let p = &c.ecarts.programme;
    let mut out = Vec::new();
    if let Some(t) = &p.titre {
        out.push(format!("~ titre : {}", passage(&t.avant, &t.apres)));
    }
    for (_, o) in &p.orientations.ajoutes {
        out.push(format!("+ orientation « {} »", o.texte.plain()));
    }
    for (_, o) in &p.orientations.retires {
        out.push(format!("− orientation « {} »", o.texte.plain()));
    }
    for (_, o) in &p.orientations.modifies {
        out.push(format!("~ orientation : {}", texts(&o.avant, &o.apres)));
    }
    let who = |m: &crate::model::Membre| {
        let parts = [m.civilite.as_deref(), m.prenom.as_deref(), Some(m.nom.as_str())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    if let Some(t) = &p.comite {
        let words = passage(option(t.avant.as_ref()), option(t.apres.as_ref()));
        out.push(format!("~ comité de pilotage : {words}"));
    }
    out.extend(p.membres.ajoutes.iter().map(|(_, m)| format!("+ comité de pilotage : {}", who(m))));
    out.extend(p.membres.retires.iter().map(|(_, m)| format!("− comité de pilotage : {}", who(m))));
    for (cle, m) in &p.membres.modifies {
        let nom = cle.repere.replace('|', " ");
        let words = m.qualite.as_ref().map_or_else(
            || "nom modifié".to_owned(),
            |q| passage(option(q.avant.as_ref()), option(q.apres.as_ref())),
        );
        out.push(format!("~ comité de pilotage, {} : {words}", nom.trim()));
    }
    let heading = |cle: &Cle| match cle.repere.split_once('|') {
        Some((_, t)) if !t.is_empty() => format!("« {t} »"),
        _ => "avant le premier titre".to_owned(),
    };
    out.extend(
        p.document.ajoutes.iter().map(|(k, _)| format!("+ document d’orientation, {}", heading(k))),
    );
    out.extend(
        p.document.retires.iter().map(|(k, _)| format!("− document d’orientation, {}", heading(k))),
    );
    for (cle, t) in &p.document.modifies {
        out.push(format!(
            "~ document d’orientation, {} : {}",
            heading(cle),
            texts(&t.avant, &t.apres)
        ));
    }
    out
}
