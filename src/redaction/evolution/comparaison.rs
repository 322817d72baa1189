//! All that changed between any two acts, as it is printed.

use super::annexes::{self, cell, push, row};
use super::texte_acte::{liste, textes};
use super::{Etats, noms};
use crate::compute::compute;
use crate::diff::{SerieSomme, corrige};
use crate::model::texte::Bloc;
use crate::model::{Dossier, Etat, FicheAction, Texte};
use crate::redaction::Instance;

/// Two acts compared, ready to be printed (*comparatif*).
#[derive(Debug, Clone, PartialEq)]
pub struct Comparatif {
    /// « De la délibération n° … du … à la délibération n° … du … ».
    pub rappel: String,
    /// What is printed, part by part; the parts where nothing changed are left out.
    pub parties: Vec<Partie>,
}

/// A part of a comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Partie {
    /// Its title.
    pub titre: &'static str,
    /// Its text: tables, and prose with its corrections apparent.
    pub texte: Texte,
    /// Sheets with their corrections apparent, for the part that is about them.
    pub fiches: Vec<FicheAction>,
}

/// Compares two acts for print.
#[must_use]
pub fn comparatif(avant: &Dossier, apres: &Dossier) -> Comparatif {
    let e = Etats::between(avant, apres);
    let mut parties = vec![Partie {
        titre: "Comparaison",
        texte: Texte { blocs: entete(&e) },
        fiches: Vec::new(),
    }];
    let mut part = |titre, blocs: Vec<Bloc>, fiches: Vec<FicheAction>| {
        if !blocs.is_empty() || !fiches.is_empty() {
            parties.push(Partie { titre, texte: Texte { blocs }, fiches });
        }
    };
    part("Fiches actions", Vec::new(), annexes::fiches(&e));
    part("Budget", budget(&e), Vec::new());
    part("Texte du programme", programme(&e), Vec::new());
    part("Texte de l’acte", acte(avant, apres), Vec::new());
    let named = |d: &Dossier| format!("la {}", noms::de_dossier(d));
    Comparatif { rappel: format!("De {} à {}", named(avant), named(apres)), parties }
}

fn paragraph(texte: impl Into<String>) -> Bloc {
    Bloc::Paragraphe(cell(texte.into()))
}

fn heading(texte: &str) -> Bloc {
    Bloc::Titre { niveau: 1, texte: cell(texte.to_owned()) }
}

/// Which acts, what changed in a few figures, the actions and the calendar.
fn entete(e: &Etats<'_>) -> Vec<Bloc> {
    let mut blocs = Vec::new();
    let acts = [("Avant", e.base), ("Après", e.dossier)];
    let house = |d: &Dossier| {
        format!("{} – {}", d.collectivite.nom, Instance::of(&d.collectivite, &d.seance).0)
    };
    let houses = [house(e.base), house(e.dossier)];
    let same = houses[0] == houses[1];
    if same {
        blocs.push(paragraph(houses[0].clone()));
    }
    let day = |d: Option<chrono::NaiveDate>| d.map_or_else(|| "–".to_owned(), noms::jour);
    let executory = |d: &Dossier| {
        let m = crate::compute::mentions(d, compute(d).etat);
        m.executoire.or_else(|| Some(m.transmission?.max(m.publication?)))
    };
    let dated = acts.iter().any(|(_, d)| executory(d).is_some());
    let mut head = vec!["Acte", "Numéro", "Séance"];
    if !same {
        head.push("Assemblée");
    }
    head.push("État");
    if dated {
        head.push("Exécutoire le");
    }
    head.push("Objet");
    let rows = acts.iter().zip(houses).map(|((nom, d), house)| {
        let mut cells = vec![
            (*nom).to_owned(),
            d.deliberation.numero.affiche.clone(),
            noms::jour(d.seance.date),
        ];
        if !same {
            cells.push(house);
        }
        cells.push(
            match compute(d).etat {
                Etat::Projet => "projet",
                Etat::Adoptee => "adoptée",
                Etat::Rejetee => "rejetée",
            }
            .to_owned(),
        );
        if dated {
            cells.push(day(executory(d)));
        }
        cells.push(d.deliberation.objet.join(" – "));
        cells
    });
    push(&mut blocs, "Les deux actes", &head, head.len(), rows.collect());
    let figures = figures(e);
    if figures.is_empty() {
        blocs.push(paragraph(if textes(e.base, e.dossier).is_empty() {
            "Rien ne change : les deux actes disent la même chose."
        } else {
            "Le programme, les fiches et le budget sont les mêmes."
        }));
    } else {
        push(&mut blocs, "Ce qui change", &["Pièce", "Changements"], 2, figures);
    }
    let actions = annexes::actions(e);
    if !actions.is_empty() {
        push(&mut blocs, "Actions", &["Action", "Avant", "Après"], 3, actions);
    }
    let calendar = calendrier(e);
    if !calendar.is_empty() {
        push(&mut blocs, "Calendrier", &["Mesure ou échéance", "Avant", "Après"], 3, calendar);
    }
    blocs
}

/// How many things changed, piece by piece.
fn figures(e: &Etats<'_>) -> Vec<Vec<String>> {
    let counted = |new: usize, gone: usize, changed: usize, masculine: bool| {
        let of = |n: usize, word: &str| {
            let s = if n > 1 { "s" } else { "" };
            let e = if masculine { "" } else { "e" };
            (n > 0).then(|| format!("{n} {word}{e}{s}"))
        };
        [of(new, "ajouté"), of(gone, "supprimé"), of(changed, "modifié")]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", ")
    };
    let (p, b, f) = (&e.ecarts.programme, &e.ecarts.budget, &e.ecarts.fiches);
    let mut out = Vec::new();
    let mut tell = |quoi: &str, said: String| {
        if !said.is_empty() {
            out.push(vec![quoi.to_owned(), said]);
        }
    };
    let n = |l: usize, m: usize, k: usize| counted(l, m, k, false);
    tell("Actions", n(p.actions.ajoutes.len(), p.actions.retires.len(), p.actions.modifies.len()));
    tell("Fiches actions", n(f.ajoutes.len(), f.retires.len(), f.modifies.len()));
    tell("Lignes", n(b.lignes.ajoutes.len(), b.lignes.retires.len(), b.lignes.modifies.len()));
    let net = e.sommes.cout_net.periode;
    if e.sommes.cout_net.change() {
        let cells = row(String::new(), net);
        tell("Coût net", format!("{} € → {} € ({} €)", cells[1], cells[2], cells[3]));
    }
    let m = &p.mesures;
    tell("Calendrier", n(m.ajoutes.len(), m.retires.len(), m.modifies.len()));
    let d = &p.document;
    let passages = counted(d.ajoutes.len(), d.retires.len(), d.modifies.len(), true);
    tell("Document d’orientation", passages);
    let other = !e.ecarts.is_empty();
    if out.is_empty() && other {
        out.push(vec!["Programme et budget".to_owned(), "présentation".to_owned()]);
    }
    out
}

fn calendrier(e: &Etats<'_>) -> Vec<Vec<String>> {
    let p = &e.ecarts.programme;
    let none = || "–".to_owned();
    let term = |repere: &str| format!("{repere} terme");
    let plain = |t: &Texte| t.plain().replace('\n', " ");
    let mut out = Vec::new();
    for (cle, c) in &p.echeances.modifies {
        let quoi = super::dispositif::capitale(&term(&cle.repere));
        if let Some(l) = &c.libelle {
            out.push(vec![quoi.clone(), l.avant.clone(), l.apres.clone()]);
        }
        let year = |x: &Option<crate::model::Exercice>| x.map_or_else(none, |x| x.to_string());
        for (word, change) in [("début", &c.debut), ("fin", &c.fin)] {
            if let Some(c) = change {
                out.push(vec![format!("{quoi}, {word}"), year(&c.avant), year(&c.apres)]);
            }
        }
    }
    for (_, s) in &p.echeances.ajoutes {
        out.push(vec![s.libelle.clone(), none(), "échéance ajoutée".to_owned()]);
    }
    for (_, s) in &p.echeances.retires {
        out.push(vec![s.libelle.clone(), "échéance".to_owned(), "supprimée".to_owned()]);
    }
    for (cle, m) in &p.mesures.modifies {
        let said = cle.repere.split_once('|').map_or("", |(_, t)| t).replace('\n', " ");
        if let Some(x) = &m.echeance {
            out.push(vec![said.clone(), term(&x.avant.repere), term(&x.apres.repere)]);
        }
        if let Some(t) = &m.texte {
            out.push(vec!["Mesure réécrite".to_owned(), plain(&t.avant), plain(&t.apres)]);
        }
        if let Some(a) = &m.action {
            let of = |id: &Option<crate::model::IdAction>, programme| {
                id.as_ref().map_or_else(none, |id| noms::action_courte(programme, id))
            };
            let (before, after) = (e.base.programme.as_ref(), e.dossier.programme.as_ref());
            out.push(vec![said, of(&a.avant, before), of(&a.apres, after)]);
        }
    }
    for (_, m) in &p.mesures.ajoutes {
        out.push(vec![plain(&m.texte), none(), term(&m.echeance.repere)]);
    }
    for (_, m) in &p.mesures.retires {
        out.push(vec![plain(&m.texte), term(&m.echeance.repere), "retirée".to_owned()]);
    }
    out
}

/// What is told of a sum: each exercice that changed, then the whole period.
fn serie(nom: &str, serie: &SerieSomme, out: &mut Vec<Vec<String>>) {
    let mut tell = |exercice: String, somme| {
        let mut cells = row(nom.to_owned(), somme);
        cells.insert(1, exercice);
        out.push(cells);
    };
    for (x, somme) in serie.exercices.iter().filter(|(_, s)| !s.ecart().is_zero()) {
        tell(x.to_string(), *somme);
    }
    tell("Ensemble".to_owned(), serie.periode);
}

fn budget(e: &Etats<'_>) -> Vec<Bloc> {
    if e.ecarts.budget.is_empty() && !e.sommes.cout_net.change() {
        return Vec::new();
    }
    let mut blocs = Vec::new();
    let mut table = |titre: &str, head: &[&str], labels: usize, rows: Vec<Vec<String>>| {
        if !rows.is_empty() {
            push(&mut blocs, titre, head, labels, rows);
        }
    };
    table("Présentation de l’annexe", &["Mention", "Avant", "Après"], 3, annexes::presentation(e));
    let head = ["Ligne", "Exercice", "Avant", "Après", "Écart"];
    table("Lignes", &head, 2, annexes::lignes(e));
    let head = ["Autorisation", "Montant", "Avant", "Après", "Écart"];
    table("Autorisations de programme et d’engagement", &head, 2, annexes::autorisations(e));
    let s = &e.sommes;
    let mut rows = Vec::new();
    for ((section, sens), of_table) in &s.tables {
        let nom = format!("{} {}", super::dispositif::capitale(sens.pluriel()), section.de());
        serie(&nom, of_table, &mut rows);
        let of = s.chapitres.iter().filter(|((x, y, _), _)| (x, y) == (section, sens));
        for ((.., chapitre), of_chapter) in of {
            if let Some(chapitre) = chapitre {
                serie(&format!("dont chapitre {chapitre}"), of_chapter, &mut rows);
            }
        }
    }
    let head = ["Section et chapitre", "Exercice", "Avant", "Après", "Écart"];
    table("Par section et chapitre", &head, 2, rows);
    let mut rows = Vec::new();
    for (p, of) in s.porteurs.iter().filter(|_| s.porteurs.len() > 1) {
        serie(p.as_deref().unwrap_or("Sans porteur"), of, &mut rows);
    }
    table("Coût net par porteur", &["Porteur", "Exercice", "Avant", "Après", "Écart"], 2, rows);
    let mut rows = Vec::new();
    let after = e.dossier.programme.iter().flat_map(|p| &p.actions);
    let gone = e.ecarts.programme.actions.retires.iter().map(|(_, a)| a);
    for a in after.chain(gone) {
        if let Some(of) = s.actions.get(&Some(a.id.clone())) {
            serie(&super::dispositif::capitale(&noms::action(a)), of, &mut rows);
        }
    }
    if let Some(of) = s.actions.get(&None) {
        serie("Sans action", of, &mut rows);
    }
    table("Coût net par action", &["Action", "Exercice", "Avant", "Après", "Écart"], 2, rows);
    let years = s.cout_net.exercices.iter();
    let rows = years
        .map(|(x, somme)| row(x.to_string(), *somme))
        .chain([row("Ensemble".to_owned(), s.cout_net.periode)])
        .collect();
    table("Coût net par exercice", &["Exercice", "Avant", "Après", "Écart"], 1, rows);
    blocs
}

/// The text of the programme: its title, its orientations, its committee, its document heading by heading.
fn programme(e: &Etats<'_>) -> Vec<Bloc> {
    let p = &e.ecarts.programme;
    let none = Texte::default();
    let mut blocs = Vec::new();
    let mut under = |titre: &str, texte: Texte| {
        if !texte.is_empty() {
            blocs.push(heading(titre));
            blocs.extend(texte.blocs);
        }
    };
    let words = |t: &str| Texte { blocs: vec![paragraph(t)] };
    if let Some(t) = &p.titre {
        under("Titre", corrige(&words(&t.avant), &words(&t.apres)));
    }
    let mut texts = Texte::default();
    for (_, c) in &p.orientations.modifies {
        texts.blocs.extend(corrige(&c.avant, &c.apres).blocs);
    }
    for (_, o) in &p.orientations.ajoutes {
        texts.blocs.extend(corrige(&none, &o.texte).blocs);
    }
    for (_, o) in &p.orientations.retires {
        texts.blocs.extend(corrige(&o.texte, &none).blocs);
    }
    under("Orientations", texts);
    let committee = |d: &Dossier| {
        let members = d.programme.iter().filter_map(|p| p.comite.as_ref()).flat_map(|c| &c.membres);
        let elements: Vec<Vec<Bloc>> = members
            .map(|m| {
                let who = [m.civilite.as_deref(), m.prenom.as_deref(), Some(m.nom.as_str())];
                let who = who.into_iter().flatten().collect::<Vec<_>>().join(" ");
                let what = m.qualite.as_ref().map_or_else(String::new, |q| format!(", {q}"));
                vec![paragraph(format!("{who}{what}"))]
            })
            .collect();
        liste(elements)
    };
    if !p.membres.is_empty() {
        under("Comité de pilotage", corrige(&committee(e.base), &committee(e.dossier)));
    }
    for (_, c) in &p.document.modifies {
        blocs.extend(corrige(&premier(&c.avant), &premier(&c.apres)).blocs);
    }
    for (_, d) in &p.document.ajoutes {
        blocs.extend(corrige(&none, &premier(&d.texte)).blocs);
    }
    for (_, d) in &p.document.retires {
        blocs.extend(corrige(&premier(&d.texte), &none).blocs);
    }
    blocs
}

/// A passage with a heading of the first level, since those that did not change around it are left out.
fn premier(texte: &Texte) -> Texte {
    let mut texte = texte.clone();
    match texte.blocs.first_mut() {
        Some(Bloc::Titre { niveau, .. }) => *niveau = 1,
        _ => texte.blocs.insert(0, heading("Avant le premier titre")),
    }
    texte
}

fn acte(avant: &Dossier, apres: &Dossier) -> Vec<Bloc> {
    let mut blocs = Vec::new();
    for (nom, was, is) in textes(avant, apres) {
        blocs.push(heading(nom));
        blocs.extend(corrige(&was, &is).blocs);
    }
    blocs
}
