//! Programme, budget and sheets as TOML.

use super::{markdown, numero, toml};
use crate::evolve::{Consolide, Graphe};
use crate::model::{
    AnnexeBudgetaire, FicheAction, IdAction, Largeur, Membre, Montant, NatureAutorisation,
    NatureChamp, NatureTotal, Nomenclature, Programme, Section, Sens, Terme, Texte,
};

/// A file under construction.
#[derive(Default)]
struct Ecrit(String);

impl Ecrit {
    fn raw(&mut self, cle: &str, valeur: &str) {
        self.0.push_str(&format!("{cle} = {valeur}\n"));
    }

    fn texte(&mut self, cle: &str, valeur: &str) {
        self.raw(cle, &toml(valeur));
    }

    fn option(&mut self, cle: &str, valeur: Option<&String>) {
        if let Some(valeur) = valeur {
            self.texte(cle, valeur);
        }
    }

    fn riche(&mut self, cle: &str, valeur: &Texte) {
        self.texte(cle, markdown::ecrire(valeur).trim_end());
    }

    fn table(&mut self, nom: &str) {
        self.0.push_str(&format!("\n{nom}\n"));
    }
}

fn liste<T: std::fmt::Display>(items: impl IntoIterator<Item = T>) -> String {
    format!("[{}]", items.into_iter().map(|i| i.to_string()).collect::<Vec<_>>().join(", "))
}

fn terme(terme: Terme) -> String {
    let mot = Terme::ALL.iter().find(|(t, _)| *t == terme).map_or("", |(_, mot)| mot);
    format!("\"{mot}\"")
}

/// « issue de la délibération n° C-12-05-01 », as a comment.
fn origine(c: &Consolide, graphe: &Graphe<'_>, id: &IdAction) -> String {
    let Some(o) = c.actions.get(id) else { return String::new() };
    let mut out = format!("# Issue de la délibération n° {}", numero(graphe, o.creation));
    if let Some(m) = o.modification {
        out.push_str(&format!(", modifiée par la délibération n° {}", numero(graphe, m)));
    }
    out
}

pub(super) fn programme(p: &Programme, c: &Consolide, graphe: &Graphe<'_>) -> String {
    let mut out = Ecrit::default();
    out.texte("titre", &p.titre);
    out.raw("exercices", &liste(&p.exercices));
    if !p.document.is_empty() {
        out.texte("document", "programme.md");
    }
    for o in &p.orientations {
        out.table("[[orientations]]");
        out.texte("id", &o.id);
        out.riche("texte", &o.texte);
    }
    for a in &p.actions {
        out.table(&format!("{}\n[[actions]]", origine(c, graphe, &a.id)));
        out.texte("id", &a.id.0);
        out.texte("numero", &a.numero);
        out.texte("libelle", &a.libelle);
        if let Some(parent) = &a.parent {
            out.texte("parent", &parent.0);
        }
        if !a.orientations.is_empty() {
            out.raw("orientations", &liste(a.orientations.iter().map(|o| toml(o))));
        }
        if !a.declaree {
            out.raw("declaree", "false");
        }
        if !a.echeances.is_empty() {
            out.raw("echeances", &liste(a.echeances.iter().map(|t| terme(*t))));
        }
        let l = &a.libelles;
        let labels = [
            ("deliberation", &l.deliberation),
            ("budget", &l.budget),
            ("fiche", &l.fiche),
            ("programme", &l.programme),
        ];
        if labels.iter().any(|(_, l)| l.is_some()) {
            out.table("[actions.libelles]");
            for (cle, label) in labels {
                out.option(cle, label.as_ref());
            }
        }
    }
    for e in &p.calendrier {
        out.table("[[calendrier]]");
        out.raw("terme", &terme(e.terme));
        out.texte("libelle", &e.libelle);
        if let Some(debut) = e.debut {
            out.raw("debut", &debut.to_string());
        }
        if let Some(fin) = e.fin {
            out.raw("fin", &fin.to_string());
        }
        for m in &e.mesures {
            out.table("[[calendrier.mesures]]");
            out.riche("texte", &m.texte);
            if let Some(action) = &m.action {
                out.texte("action", &action.0);
            }
        }
    }
    if let Some(comite) = &p.comite {
        out.table("[comite]");
        out.texte("titre", &comite.titre);
        for Membre { civilite, prenom, nom, qualite } in &comite.membres {
            out.table("[[comite.membres]]");
            out.option("civilite", civilite.as_ref());
            out.option("prenom", prenom.as_ref());
            out.texte("nom", nom);
            out.option("qualite", qualite.as_ref());
        }
    }
    out.0
}

pub(super) fn fiche(f: &FicheAction) -> String {
    let mut out = Ecrit::default();
    out.texte("action", &f.action.0);
    out.option("intitule", f.intitule.as_ref());
    out.option("titre", f.titre.as_ref());
    for champ in &f.champs {
        out.table("[[champs]]");
        let nature = NatureChamp::ALL.iter().find(|(n, ..)| *n == champ.nature);
        out.texte("nature", nature.map_or("autre", |(_, cle, _)| cle));
        out.texte("libelle", &champ.libelle);
        out.riche("texte", &champ.texte);
        out.texte(
            "largeur",
            match champ.largeur {
                Largeur::Pleine => "pleine",
                Largeur::Moitie => "moitie",
            },
        );
    }
    out.0
}

fn montants(montants: &[Option<Montant>]) -> String {
    liste(montants.iter().map(|m| match m {
        None => "\"\"".to_owned(),
        Some(m) => {
            let text = m.to_string();
            if text.contains('.') { format!("\"{}\"", cents(&text)) } else { text }
        }
    }))
}

/// Two decimals, with a comma.
fn cents(text: &str) -> String {
    let (whole, cents) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole},{cents:0<2}")
}

fn sens(sens: Sens) -> &'static str {
    match sens {
        Sens::Depense => "depense",
        Sens::Recette => "recette",
    }
}

pub(super) fn budget(b: &AnnexeBudgetaire, c: &Consolide, graphe: &Graphe<'_>) -> String {
    let mut out = Ecrit::default();
    out.texte("titre", &b.titre);
    let own = c.contenu.programme.as_ref().is_none_or(|p| p.exercices != b.exercices);
    if own {
        out.raw("exercices", &liste(&b.exercices));
    }
    out.option("porteur", b.porteur.as_ref());
    out.option("note", b.note.as_ref());
    if let Some(n) = b.nomenclature {
        let cle = Nomenclature::ALL.iter().find(|(x, ..)| *x == n).map_or("", |(_, cle, _)| cle);
        out.texte("nomenclature", cle);
    }
    if !b.tolerance.is_zero() {
        out.raw("tolerance", montants(&[Some(b.tolerance)]).trim_matches(['[', ']']));
    }
    if b.inscription_annuelle {
        out.raw("inscription_annuelle", "true");
    }
    for a in &b.autorisations {
        out.table("[[autorisations]]");
        let nature = match a.nature {
            NatureAutorisation::Programme => "programme",
            NatureAutorisation::Engagement => "engagement",
        };
        out.texte("nature", nature);
        out.option("libelle", a.libelle.as_ref());
        if !a.actions.is_empty() {
            out.raw("actions", &liste(a.actions.iter().map(|id| toml(&id.0))));
        }
        out.raw("montant", montants(&[Some(a.montant)]).trim_matches(['[', ']']));
        out.raw("credits", &montants(&a.credits));
    }
    for (i, l) in b.lignes.iter().enumerate() {
        let mut from: Vec<usize> =
            c.montants.get(i).into_iter().flat_map(|m| m.values().copied()).collect();
        from.sort_unstable();
        from.dedup();
        let from: Vec<&str> = from.into_iter().map(|a| numero(graphe, a)).collect();
        let comment = if from.is_empty() {
            String::new()
        } else {
            format!("# Montants issus de la délibération n° {}\n", from.join(", puis n° "))
        };
        out.table(&format!("{comment}[[lignes]]"));
        if let Some(action) = &l.action {
            out.texte("action", &action.0);
        }
        out.option("libelle", l.libelle.as_ref());
        out.option("detail", l.detail.as_ref());
        out.texte("section", l.section.nom());
        out.texte("sens", sens(l.sens));
        out.option("chapitre", l.chapitre.as_ref());
        out.raw("montants", &montants(&l.montants));
        out.option("porteur", l.porteur.as_ref());
        out.option("financeur", l.financeur.as_ref());
        out.option("commentaire", l.commentaire.as_ref());
        if l.commentaire_lignes > 1 {
            out.raw("commentaire_lignes", &l.commentaire_lignes.to_string());
        }
    }
    for t in &b.totaux {
        out.table("[[totaux]]");
        let (nature, action, section, direction): (_, Option<&IdAction>, Option<Section>, _) =
            match &t.nature {
                NatureTotal::SousTotal { action, section, sens } => {
                    ("sous-total", Some(action), Some(*section), Some(*sens))
                }
                NatureTotal::Solde { action, section } => {
                    ("solde", Some(action), Some(*section), None)
                }
                NatureTotal::TotalSection { section, sens } => {
                    ("total-section", None, Some(*section), Some(*sens))
                }
                NatureTotal::Bilan { section } => ("bilan", None, Some(*section), None),
                NatureTotal::CoutBrut => ("cout-brut", None, None, None),
                NatureTotal::CoutNet => ("cout-net", None, None, None),
                NatureTotal::Porteurs(_) => ("porteurs", None, None, None),
            };
        out.texte("nature", nature);
        if let Some(action) = action {
            out.texte("action", &action.0);
        }
        if let Some(section) = section {
            out.texte("section", section.nom());
        }
        if let Some(direction) = direction {
            out.texte("sens", sens(direction));
        }
        if let NatureTotal::Porteurs(noms) = &t.nature {
            out.raw("porteurs", &liste(noms.iter().map(|n| toml(n))));
        }
        out.option("libelle", t.libelle.as_ref());
        out.option("chapitre", t.chapitre.as_ref());
        if let Some(m) = &t.montants {
            out.raw("montants", &montants(m));
        }
        out.option("commentaire", t.commentaire.as_ref());
        if let Some(tolerance) = t.tolerance {
            out.raw("tolerance", montants(&[Some(tolerance)]).trim_matches(['[', ']']));
        }
    }
    out.0
}
