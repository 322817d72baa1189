//! What is annexed to an act that changes another one: the comparative table, and the sheets that changed.

use super::{Etats, noms};
use crate::diff::{EcartFiche, SerieSomme, Somme, corrige, lignes_apres, lignes_avant};
use crate::model::texte::{Alignement, Bloc, Inline, Tableau};
use crate::model::{
    Action, Champ, Dossier, FicheAction, IdAction, Largeur, Montant, NatureChamp, Texte,
};
use crate::typographie::nombre;

/// The comparative table (*tableau comparatif*): actions, lines and sums, before, after, and the gap; an empty text
/// where nothing changed or no earlier act was read.
#[must_use]
pub fn tableau_comparatif(dossier: &Dossier) -> Texte {
    let Some(e) = Etats::of(dossier) else { return Texte::default() };
    let mut blocs = Vec::new();
    let actions = actions(&e);
    if !actions.is_empty() {
        push(&mut blocs, "Actions", &["Action", "Avant", "Après"], 3, actions);
    }
    let lignes = lignes(&e);
    if !lignes.is_empty() {
        let head = ["Ligne", "Exercice", "Avant", "Après", "Écart"];
        push(&mut blocs, "Lignes de l’annexe budgétaire", &head, 2, lignes);
    }
    let presented = presentation(&e);
    if !presented.is_empty() {
        push(
            &mut blocs,
            "Présentation de l’annexe budgétaire",
            &["Mention", "Avant", "Après"],
            3,
            presented,
        );
    }
    let authorised = autorisations(&e);
    if !authorised.is_empty() {
        let head = ["Autorisation", "Montant", "Avant", "Après", "Écart"];
        push(&mut blocs, "Autorisations de programme et d’engagement", &head, 2, authorised);
    }
    let s = &e.sommes;
    let by_year: Vec<Vec<String>> = s
        .cout_net
        .exercices
        .iter()
        .map(|(x, somme)| row(x.to_string(), *somme))
        .chain([row("Ensemble".to_owned(), s.cout_net.periode)])
        .collect();
    if e.base.budget.is_some() || dossier.budget.is_some() {
        let head = ["Exercice", "Avant", "Après", "Écart"];
        push(&mut blocs, "Coût net par exercice", &head, 1, by_year);
        let mut tables: Vec<Vec<String>> = Vec::new();
        for ((section, sens), serie) in &s.tables {
            let nom = format!("{} {}", super::dispositif::capitale(sens.pluriel()), section.de());
            tables.push(row(nom, serie.periode));
            let of = s.chapitres.iter().filter(|((x, y, _), _)| (x, y) == (section, sens));
            for ((.., chapitre), serie) in of {
                if let Some(chapitre) = chapitre {
                    tables.push(row(format!("dont chapitre {chapitre}"), serie.periode));
                }
            }
        }
        let head = ["Section et chapitre", "Avant", "Après", "Écart"];
        push(&mut blocs, "Ensemble de la période, par section et chapitre", &head, 1, tables);
        let bearers: Vec<Vec<String>> = s
            .porteurs
            .iter()
            .map(|(p, serie)| {
                row(p.clone().unwrap_or_else(|| "sans porteur".to_owned()), serie.periode)
            })
            .collect();
        if bearers.len() > 1 {
            let head = ["Porteur", "Avant", "Après", "Écart"];
            push(&mut blocs, "Ensemble de la période, par porteur", &head, 1, bearers);
        }
        let head = ["Action", "Avant", "Après", "Écart"];
        push(&mut blocs, "Ensemble de la période, par action", &head, 1, by_action(&e));
    }
    Texte { blocs }
}

pub(super) fn cell(texte: String) -> Vec<Inline> {
    vec![Inline::Texte(texte)]
}

/// A heading and a table under it, whose columns after the first `labels` ones are figures.
pub(super) fn push(
    blocs: &mut Vec<Bloc>,
    titre: &str,
    head: &[&str],
    labels: usize,
    rows: Vec<Vec<String>>,
) {
    blocs.push(Bloc::Titre { niveau: 1, texte: cell(titre.to_owned()) });
    let alignement = |i| if i < labels { Alignement::Gauche } else { Alignement::Droite };
    blocs.push(Bloc::Tableau(Tableau {
        alignements: (0..head.len()).map(alignement).collect(),
        entete: head.iter().map(|h| cell((*h).to_owned())).collect(),
        lignes: rows.into_iter().map(|r| r.into_iter().map(cell).collect()).collect(),
    }));
}

fn euros(montant: Montant) -> String {
    nombre::montant(montant.decimal())
}

/// A gap, with its sign.
fn ecart(montant: Montant) -> String {
    let plus = if montant > Montant::ZERO { "+" } else { "" };
    format!("{plus}{}", euros(montant))
}

pub(super) fn row(nom: String, somme: Somme) -> Vec<String> {
    vec![nom, euros(somme.avant), euros(somme.apres), ecart(somme.ecart())]
}

pub(super) fn actions(e: &Etats<'_>) -> Vec<Vec<String>> {
    let list = &e.ecarts.programme.actions;
    let named = |a: &Action| super::dispositif::capitale(&noms::action(a));
    let none = || "–".to_owned();
    let mut out = Vec::new();
    for (_, a) in &list.ajoutes {
        out.push(vec![named(a), none(), "ajoutée".to_owned()]);
    }
    for (_, a) in &list.retires {
        out.push(vec![named(a), "au programme".to_owned(), "supprimée".to_owned()]);
    }
    for (id, c) in &list.modifies {
        let (Some(a), Some(b)) = (
            e.base.programme.as_ref().and_then(|p| p.action(id)),
            e.dossier.programme.as_ref().and_then(|p| p.action(id)),
        ) else {
            continue;
        };
        let mut line = |avant: String, apres: String| {
            if avant != apres {
                out.push(vec![named(b), avant, apres]);
            }
        };
        line(format!("n° {}", a.numero), format!("n° {}", b.numero));
        line(format!("« {} »", noms::libelle(a)), format!("« {} »", noms::libelle(b)));
        if let Some(t) = &c.etat.echeances {
            line(super::actions::termes(&t.avant), super::actions::termes(&t.apres));
        }
        if let Some(p) = &c.etat.parent {
            let of = |p: &Option<IdAction>, programme| match p {
                Some(id) => format!("rattachée à l’{}", noms::action_courte(programme, id)),
                None => "rattachée à aucune".to_owned(),
            };
            let (before, after) = (e.base.programme.as_ref(), e.dossier.programme.as_ref());
            line(of(&p.avant, before), of(&p.apres, after));
        }
        if let Some(d) = &c.etat.declaree {
            let of = |oui| if oui { "déclarée par l’acte" } else { "non déclarée" }.to_owned();
            line(of(d.avant), of(d.apres));
        }
        if let Some(o) = &c.etat.orientations {
            let of = |ids: &[String]| format!("orientations : {}", ids.join(", "));
            line(of(&o.avant), of(&o.apres));
        }
    }
    out
}

pub(super) fn lignes(e: &Etats<'_>) -> Vec<Vec<String>> {
    let list = &e.ecarts.budget.lignes;
    let (before, after) = (e.base.programme.as_ref(), e.dossier.programme.as_ref());
    let now = e.dossier.budget.as_ref().map(|b| lignes_apres(e.base.budget.as_ref(), b));
    let was = lignes_avant(e.base.budget.as_ref());
    let shown = |m: Option<Montant>| m.map_or_else(|| "–".to_owned(), euros);
    let cells = |nom: String, x: String, a: Option<Montant>, b: Option<Montant>| {
        let gap = b.unwrap_or_default() - a.unwrap_or_default();
        vec![nom, x, shown(a), shown(b), ecart(gap)]
    };
    let mut out = Vec::new();
    for (_, l) in &list.ajoutes {
        let nom = noms::ligne_seule(&l.ligne, after);
        for (x, m) in l.montants.iter().filter(|(_, m)| m.is_some()) {
            out.push(cells(nom.clone(), x.to_string(), None, *m));
        }
    }
    for (_, l) in &list.retires {
        let nom = noms::ligne_seule(&l.ligne, before);
        for (x, m) in l.montants.iter().filter(|(_, m)| m.is_some()) {
            out.push(cells(nom.clone(), x.to_string(), *m, None));
        }
    }
    for (cle, c) in &list.modifies {
        let line = now.as_ref().and_then(|n| n.get(cle)).or_else(|| was.get(cle));
        let Some(line) = line else { continue };
        let nom = noms::ligne_seule(&line.ligne, after);
        // A cell that was empty and says zero changes no sum.
        let changed = c
            .montants
            .iter()
            .filter(|(_, m)| m.avant.unwrap_or_default() != m.apres.unwrap_or_default());
        for (x, m) in changed {
            out.push(cells(nom.clone(), x.to_string(), m.avant, m.apres));
        }
        let m = &c.mentions;
        let mut told = |quoi: &str, avant: String, apres: String| {
            let of = |t: String| if t.trim().is_empty() { "–".to_owned() } else { t };
            out.push(vec![nom.clone(), quoi.to_owned(), of(avant), of(apres), String::new()]);
        };
        for (quoi, c) in m.textes() {
            let text = |t: &Option<String>| t.clone().unwrap_or_default();
            told(quoi, text(&c.avant), text(&c.apres));
        }
        if let Some(a) = &m.action {
            let of = |id: &Option<IdAction>, programme| {
                id.as_ref().map_or_else(String::new, |id| noms::action_courte(programme, id))
            };
            told("action", of(&a.avant, before), of(&a.apres, after));
        }
    }
    out
}

/// How the annex is presented, before and after.
pub(super) fn presentation(e: &Etats<'_>) -> Vec<Vec<String>> {
    let shown = |t: String| if t.trim().is_empty() { "–".to_owned() } else { t };
    super::mentions(&e.ecarts.budget)
        .into_iter()
        .map(|m| vec![m.quoi, shown(m.avant), shown(m.apres)])
        .collect()
}

/// The authorisations over several years that changed.
pub(super) fn autorisations(e: &Etats<'_>) -> Vec<Vec<String>> {
    let programme = e.dossier.programme.as_ref().or(e.base.programme.as_ref());
    let shown = |m: Option<Montant>| m.map_or_else(|| "–".to_owned(), euros);
    super::montants_autorises(e.ecarts.budget.autorisations.as_ref(), programme)
        .into_iter()
        .map(|(nom, quoi, avant, apres)| {
            let gap = apres.unwrap_or_default() - avant.unwrap_or_default();
            vec![nom, quoi, shown(avant), shown(apres), ecart(gap)]
        })
        .collect()
}

fn by_action(e: &Etats<'_>) -> Vec<Vec<String>> {
    let mut out = Vec::new();
    let of = |id| e.sommes.actions.get(&Some(id)).map(|s: &SerieSomme| s.periode);
    let after = e.dossier.programme.iter().flat_map(|p| &p.actions);
    let gone = e.ecarts.programme.actions.retires.iter().map(|(_, a)| a);
    for a in after.chain(gone) {
        if let Some(somme) = of(a.id.clone()) {
            out.push(row(super::dispositif::capitale(&noms::action(a)), somme));
        }
    }
    if let Some(serie) = e.sommes.actions.get(&None) {
        out.push(row("Sans action".to_owned(), serie.periode));
    }
    out.push(row("Coût net du programme".to_owned(), e.sommes.cout_net.periode));
    out
}

/// The sheets that changed (*fiches modifiées*), what is removed struck through, what is added underlined, both announced
/// in words; none where nothing changed or no earlier act was read.
#[must_use]
pub fn fiches_modifiees(dossier: &Dossier) -> Vec<FicheAction> {
    Etats::of(dossier).map_or_else(Vec::new, |e| fiches(&e))
}

pub(super) fn fiches(e: &Etats<'_>) -> Vec<FicheAction> {
    let list = &e.ecarts.fiches;
    let mut out = Vec::new();
    for fiche in &e.dossier.fiches {
        let change = list.modifie(&fiche.action);
        let added = list.ajoutes.iter().any(|(id, _)| *id == fiche.action);
        match (change, added) {
            (Some(change), _) => out.push(modifiee(e, fiche, change)),
            (None, true) => out.push(entiere(e.dossier, fiche, "ajoutée")),
            (None, false) => {}
        }
    }
    out.extend(list.retires.iter().map(|(_, f)| entiere(e.base, f, "supprimée")));
    out
}

/// The printed heading of a sheet, with what became of it.
fn intitule(dossier: &Dossier, fiche: &FicheAction, sort: &str) -> String {
    let action = dossier.programme.as_ref().and_then(|p| p.action(&fiche.action));
    let usual = || {
        action
            .map_or_else(|| "Fiche action".to_owned(), |a| format!("Fiche action n° {}", a.numero))
    };
    format!("{} ({sort})", fiche.intitule.clone().unwrap_or_else(usual))
}

/// The title of a sheet: that of its own dossier, since the action may be gone from the other one.
fn titre(dossier: &Dossier, fiche: &FicheAction) -> Option<String> {
    let action = dossier.programme.as_ref().and_then(|p| p.action(&fiche.action));
    let label = || action.map(|a| a.libelles.fiche.clone().unwrap_or_else(|| a.libelle.clone()));
    fiche.titre.clone().or_else(label)
}

/// A sheet that is new or no more: its head says so, and its fields are marked whole.
fn entiere(of: &Dossier, fiche: &FicheAction, sort: &str) -> FicheAction {
    let none = Texte::default();
    let marked = |c: &Champ| match sort {
        "ajoutée" => Champ { texte: corrige(&none, &c.texte), ..c.clone() },
        _ => Champ { texte: corrige(&c.texte, &none), ..c.clone() },
    };
    FicheAction {
        action: fiche.action.clone(),
        intitule: Some(intitule(of, fiche, sort)),
        titre: titre(of, fiche),
        champs: fiche.champs.iter().map(marked).collect(),
    }
}

fn modifiee(e: &Etats<'_>, fiche: &FicheAction, change: &EcartFiche<'_>) -> FicheAction {
    let mut champs: Vec<Champ> = Vec::new();
    if let Some(t) = &change.tete.titre {
        let words = |t: &Option<String>| Texte {
            blocs: t.iter().map(|t| Bloc::Paragraphe(cell(t.clone()))).collect(),
        };
        champs.push(Champ {
            nature: NatureChamp::Titre,
            libelle: "Titre".to_owned(),
            texte: corrige(&words(&t.avant), &words(&t.apres)),
            largeur: Largeur::Pleine,
        });
    }
    let none = Texte::default();
    for champ in &fiche.champs {
        let same = change.champs.modifies.iter().find(|(_, c)| {
            c.texte.as_ref().is_some_and(|t| *t.apres == champ.texte)
                && c.tete.libelle.as_ref().is_none_or(|l| l.apres == champ.libelle)
        });
        let added = change.champs.ajoutes.iter().any(|(_, c)| c == champ);
        let texte = match same.and_then(|(_, c)| c.texte.as_ref()) {
            Some(t) => corrige(t.avant, t.apres),
            None if added => corrige(&none, &champ.texte),
            None => champ.texte.clone(),
        };
        let renamed = change.champs.modifies.iter().find_map(|(_, c)| {
            c.tete.libelle.as_ref().filter(|l| l.apres == champ.libelle).map(|l| l.avant.clone())
        });
        let libelle = match renamed {
            Some(was) => format!("{} (au lieu de « {was} »)", champ.libelle),
            None => champ.libelle.clone(),
        };
        champs.push(Champ { texte, libelle, ..champ.clone() });
    }
    for (_, champ) in &change.champs.retires {
        champs.push(Champ { texte: corrige(&champ.texte, &none), ..champ.clone() });
    }
    FicheAction {
        action: fiche.action.clone(),
        intitule: Some(intitule(e.dossier, fiche, "modifiée")),
        titre: fiche.titre.clone(),
        champs,
    }
}
