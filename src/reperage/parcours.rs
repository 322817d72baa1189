//! The walk through the texts of a dossier.

use std::ops::Range;

use super::ecrit::{Annonce, Ecrit, Ecriture, Grille, Releve, Source};
use crate::model::texte::{Bloc, Inline, Insertion, inlines_plain};
use crate::model::{Dispositif, Dossier, Lieu, Piece, Programme, Seance, Texte};

const ACTE: &str = "deliberation.toml";
const PROGRAMME: &str = "programme.toml";
const BUDGET: &str = "budget.toml";

/// Reads every text of a dossier once.
#[must_use]
pub fn relever(dossier: &Dossier) -> Releve {
    let mut r = Parcours { ecrits: Vec::new(), programme: dossier.programme.as_ref() };
    r.acte(dossier);
    if let Some(programme) = &dossier.programme {
        r.programme(programme);
    }
    for (i, fiche) in dossier.fiches.iter().enumerate() {
        let file = format!("fiches/{}", fiche.action);
        r.words(Ecriture::Fiche(i), &file, "intitule", fiche.intitule.as_deref());
        r.words(Ecriture::Fiche(i), &file, "titre", fiche.titre.as_deref());
        for (j, champ) in fiche.champs.iter().enumerate() {
            r.texte(Ecriture::Champ(i, j), &file, format!("champs[{j}].texte"), &champ.texte);
        }
    }
    if let Some(budget) = &dossier.budget {
        r.words(Ecriture::TitreBudget, BUDGET, "titre", Some(&budget.titre));
        for (i, l) in budget.lignes.iter().enumerate() {
            let words =
                [("libelle", &l.libelle), ("detail", &l.detail), ("commentaire", &l.commentaire)];
            for (cle, texte) in words {
                r.words(Ecriture::Ligne(i), BUDGET, format!("lignes[{i}].{cle}"), texte.as_deref());
            }
        }
        for (i, t) in budget.totaux.iter().enumerate() {
            for (cle, texte) in [("libelle", &t.libelle), ("commentaire", &t.commentaire)] {
                r.words(Ecriture::Total(i), BUDGET, format!("totaux[{i}].{cle}"), texte.as_deref());
            }
        }
        r.words(Ecriture::NoteBudget, BUDGET, "note", budget.note.as_deref());
    }
    Releve { ecrits: r.ecrits }
}

/// Reads what a sitting says of itself: its opening, and what is told and said of each point.
#[must_use]
pub fn relever_seance(seance: &Seance) -> Releve {
    const SEANCE: &str = "seance.toml";
    let mut r = Parcours { ecrits: Vec::new(), programme: None };
    r.texte(Ecriture::Preliminaires, SEANCE, "preliminaires", &seance.preliminaires);
    for (i, point) in seance.points.iter().enumerate() {
        let here = Ecriture::Point(i);
        r.words(here, SEANCE, format!("points[{i}].titre"), point.titre.as_deref());
        r.words(here, SEANCE, format!("points[{i}].motif"), point.motif.as_deref());
        r.texte(here, SEANCE, format!("points[{i}].texte"), &point.texte);
        r.texte(Ecriture::Debats(i), SEANCE, format!("points[{i}].debats"), &point.debats);
    }
    Releve { ecrits: r.ecrits }
}

struct Parcours<'a> {
    ecrits: Vec<Ecrit>,
    programme: Option<&'a Programme>,
}

impl Parcours<'_> {
    fn acte(&mut self, dossier: &Dossier) {
        let acte = &dossier.deliberation;
        for (i, segment) in acte.objet.iter().enumerate() {
            self.words(Ecriture::Objet(i), ACTE, format!("objet[{i}]"), Some(segment));
        }
        self.texte(Ecriture::Expose, ACTE, "expose", &acte.expose);
        for (i, visa) in acte.visas.iter().enumerate() {
            self.texte(Ecriture::Visa(i), ACTE, format!("visas[{i}].texte"), &visa.texte);
        }
        for (i, c) in acte.considerants.iter().enumerate() {
            self.texte(
                Ecriture::Considerant(i),
                ACTE,
                format!("considerants[{i}].texte"),
                &c.texte,
            );
        }
        match &acte.dispositif {
            Dispositif::Verbes(decisions) => {
                for (i, d) in decisions.iter().enumerate() {
                    let here = Ecriture::Dispositif(i);
                    self.words(here, ACTE, format!("decisions[{i}].verbe"), Some(&d.verbe));
                    self.texte(here, ACTE, format!("decisions[{i}].texte"), &d.texte);
                }
            }
            Dispositif::Articles(articles) => {
                for (i, a) in articles.iter().enumerate() {
                    let here = Ecriture::Dispositif(i);
                    self.words(here, ACTE, format!("articles[{i}].titre"), a.titre.as_deref());
                    self.texte(here, ACTE, format!("articles[{i}].texte"), &a.texte);
                }
            }
        }
        for (i, annexe) in acte.annexes.iter().enumerate() {
            if let Piece::Texte(texte) = &annexe.piece {
                self.texte(Ecriture::Annexe(i), ACTE, format!("annexes[{i}].fichier"), texte);
            }
        }
    }

    fn programme(&mut self, programme: &Programme) {
        self.words(Ecriture::TitreProgramme, PROGRAMME, "titre", Some(&programme.titre));
        for (i, o) in programme.orientations.iter().enumerate() {
            let chemin = format!("orientations[{i}].texte");
            self.texte(Ecriture::Orientation(i), PROGRAMME, chemin, &o.texte);
        }
        for (i, e) in programme.calendrier.iter().enumerate() {
            let chemin = format!("calendrier[{i}].libelle");
            self.words(Ecriture::Echeance(i), PROGRAMME, chemin, Some(&e.libelle));
            for (j, m) in e.mesures.iter().enumerate() {
                let chemin = format!("calendrier[{i}].mesures[{j}].texte");
                self.texte(Ecriture::Mesure(i, j), PROGRAMME, chemin, &m.texte);
            }
        }
        self.texte(Ecriture::Document, PROGRAMME, "document", &programme.document);
    }

    fn words(
        &mut self,
        ecriture: Ecriture,
        fichier: &str,
        chemin: impl Into<String>,
        texte: Option<&str>,
    ) {
        if let Some(texte) = texte.filter(|t| !t.is_empty()) {
            self.ecrits.push(Ecrit::new(ecriture, Lieu::new(fichier, chemin), texte.to_owned()));
        }
    }

    fn texte(
        &mut self,
        ecriture: Ecriture,
        fichier: &str,
        chemin: impl Into<String>,
        texte: &Texte,
    ) {
        if texte.is_empty() {
            return;
        }
        let mut lines = Lignes { programme: self.programme, ..Lignes::default() };
        lines.blocs(&texte.blocs);
        let mut ecrit = Ecrit::new(ecriture, Lieu::new(fichier, chemin), lines.texte);
        (ecrit.titres, ecrit.grilles, ecrit.annonces) =
            (lines.titres, lines.grilles, lines.annonces);
        self.ecrits.push(ecrit);
    }
}

/// The lines of a text, with what each is.
#[derive(Default)]
struct Lignes<'a> {
    texte: String,
    titres: Vec<Range<usize>>,
    grilles: Vec<Grille>,
    annonces: Vec<Annonce>,
    programme: Option<&'a Programme>,
}

impl Lignes<'_> {
    fn line(&mut self, inlines: &[Inline]) -> Range<usize> {
        if !self.texte.is_empty() {
            self.texte.push('\n');
        }
        let start = self.texte.len();
        match inlines {
            [Inline::Texte(t)] => self.texte.push_str(t),
            _ => self.texte.push_str(&inlines_plain(inlines)),
        }
        start..self.texte.len()
    }

    fn blocs(&mut self, blocs: &[Bloc]) {
        for (i, bloc) in blocs.iter().enumerate() {
            match bloc {
                Bloc::Paragraphe(inlines) => {
                    let plage = self.line(inlines);
                    self.notes(inlines);
                    if let Some((elements, source)) = self.items(&blocs[i + 1..]) {
                        self.annonces.push(Annonce { plage, elements, source });
                    }
                }
                Bloc::Titre { texte, .. } => {
                    let plage = self.line(texte);
                    self.titres.push(plage);
                    self.notes(texte);
                }
                Bloc::Liste(liste) => liste.elements.iter().for_each(|e| self.blocs(e)),
                Bloc::Tableau(t) => {
                    let rows = std::iter::once(&t.entete).chain(&t.lignes);
                    let rangs =
                        rows.map(|row| row.iter().map(|cell| self.line(cell)).collect()).collect();
                    self.grilles.push(Grille { rangs });
                }
                Bloc::Citation(inside) => self.blocs(inside),
                Bloc::Filet | Bloc::Code(_) | Bloc::Insertion(_) => {}
            }
        }
    }

    /// How many items a list or an insertion prints, and where they come from.
    fn items(&self, blocs: &[Bloc]) -> Option<(usize, Source)> {
        let (bloc, rest) = blocs.split_first()?;
        if let Bloc::Liste(liste) = bloc {
            // A list that a paragraph cuts goes on after it: how many items it has is not sure.
            let cut = rest.iter().take(2).any(|b| matches!(b, Bloc::Liste(_) | Bloc::Insertion(_)));
            // Its first line comes right after this one.
            let at = self.texte.len() + 1;
            return (!cut).then_some((liste.elements.len(), Source::Ici(at..at)));
        }
        let (Bloc::Insertion(insertion), Some(programme)) = (bloc, self.programme) else {
            return None;
        };
        let (count, path) = match insertion {
            Insertion::Orientations => (programme.orientations.len(), "orientations".to_owned()),
            Insertion::Actions(ids) if ids.is_empty() => {
                let declared = programme.actions.iter().filter(|a| a.declaree).count();
                (declared, "actions".to_owned())
            }
            Insertion::Actions(ids) => (ids.len(), "actions".to_owned()),
            Insertion::Calendrier(terme) => {
                let rank = programme.calendrier.iter().position(|e| e.terme == *terme)?;
                let of = programme.calendrier.iter().filter(|e| e.terme == *terme);
                let count = of.map(|e| e.mesures.len()).sum();
                (count, format!("calendrier[{rank}].mesures"))
            }
            Insertion::Subventions => return None,
            Insertion::Comite => {
                (programme.comite.as_ref()?.membres.len(), "comite.membres".to_owned())
            }
        };
        Some((count, Source::Programme(path)))
    }

    /// The footnotes of a paragraph, after it.
    fn notes(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Note(blocs) => self.blocs(blocs),
                Inline::Gras(v)
                | Inline::Italique(v)
                | Inline::Barre(v)
                | Inline::Souligne(v)
                | Inline::Exposant(v)
                | Inline::Indice(v)
                | Inline::Lien { texte: v, .. } => self.notes(v),
                Inline::Texte(_) | Inline::Code(_) | Inline::Saut => {}
            }
        }
    }
}
