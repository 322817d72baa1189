//! What the documents are made of: read, computed and checked, with what must be said of it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::bilan::Bilan;
use super::tache::{Portee, Tache};
use crate::check::{Compte, Filtre, Rapport};
use crate::cli::CliError;
use crate::cli::examen::{self, Examen, Sujet};
use crate::cli::verifier::{is_seance, verify};
use crate::model::{Collectivite, Dossier, Severite};
use crate::read::{NumerosRegistre, Releve, Sources};
use crate::render::Registre;

/// What documents are made of (*matière*).
pub(super) enum Matiere {
    Sujet(Sujet),
    Registre(Registre),
    Rapport { nom: String, rapport: Rapport },
    Comparaison { nom: String, actes: Box<(Dossier, Dossier)> },
}

impl Matiere {
    /// Whose templates lay it out; nobody's for the report of a dossier that does not read.
    pub(super) fn collectivite(&self) -> Option<&Collectivite> {
        Some(match self {
            Self::Rapport { rapport, .. } => return rapport.collectivite().map(|c| &**c),
            Self::Sujet(Sujet::Acte(acte)) => &acte.0.collectivite,
            Self::Sujet(Sujet::Seance(seance)) => &seance.0.collectivite,
            Self::Registre(registre) => registre.collectivite(),
            Self::Comparaison { actes, .. } => &actes.1.collectivite,
        })
    }
}

/// A folder that reads, with its findings, ready to be laid out.
pub(in crate::cli) struct Prepare {
    pub(super) matiere: Matiere,
    /// What was read, when the documents are to carry it.
    pub(super) releve: Option<Releve>,
    pub(super) bilan: Bilan,
}

impl Prepare {
    pub(in crate::cli) fn own_templates(&self) -> bool {
        self.matiere.collectivite().is_some_and(|c| !c.theme.modeles.is_empty())
    }
}

/// Reads, computes, checks; what cannot be made is given back with its faults.
pub(in crate::cli) fn prepare(tache: &Tache) -> Result<Prepare, Box<Bilan>> {
    let mut bilan = Bilan::new(tache);
    let mut releve = None;
    let matiere = match &tache.portee {
        Portee::Acte => act(tache, &mut releve, &mut bilan),
        Portee::Seance => meeting(tache, &mut releve, &mut bilan),
        Portee::Registre { annee, feuillet } => register(tache, *annee, *feuillet, &mut bilan),
        Portee::Comparaison { nom, avant } => compared(nom, avant, tache, &mut bilan),
        Portee::Rapport { nom, dossiers, severite, ignorer } => {
            let known = Severite::ALL.iter().find(|(_, mot, _)| mot == severite);
            let severite = known.map_or(Severite::Information, |(s, ..)| *s);
            report(nom, dossiers, &Filtre { severite, ignorer: ignorer.clone() }, &mut bilan)
        }
    };
    match matiere {
        Some(matiere) => Ok(Prepare { matiere, releve, bilan }),
        None => Err(Box::new(bilan)),
    }
}

/// Two acts, each with what is said of its form.
fn compared(nom: &str, avant: &Path, tache: &Tache, bilan: &mut Bilan) -> Option<Matiere> {
    let apres = bilan.dossier.clone();
    let mut read = |dossier: &Path, shown: String| {
        bilan.dossier = shown;
        let read = crate::cli::comparer::lu(dossier);
        match read {
            Ok(Some(acte)) => Some(acte),
            Ok(None) => {
                bilan.code = bilan.code.max(1);
                None
            }
            Err(error) => {
                bilan.fail(&error.to_string());
                None
            }
        }
    };
    let before = read(avant, avant.display().to_string());
    let after = read(&tache.dossier, apres);
    Some(Matiere::Comparaison { nom: nom.to_owned(), actes: Box::new((before?, after?)) })
}

/// The report of some folders, verified here once more.
fn report(nom: &str, dossiers: &[PathBuf], filtre: &Filtre, bilan: &mut Bilan) -> Option<Matiere> {
    match verify(dossiers, filtre) {
        Ok(all) => Some(Matiere::Rapport { nom: nom.to_owned(), rapport: Rapport::new(&all) }),
        Err(error) => {
            bilan.fail(&error.to_string());
            None
        }
    }
}

fn act(tache: &Tache, releve: &mut Option<Releve>, bilan: &mut Bilan) -> Option<Matiere> {
    if is_seance(&tache.dossier) {
        bilan.say(
            "c’est le dossier d’une séance",
            &[format!("« delibere seance {} » en produit les documents", bilan.dossier)],
        );
        bilan.code = 1;
        return None;
    }
    let examen = examen::acte(&tache.dossier, tache.joint());
    told(examen, releve, tache, bilan).map(|(sujet, _)| Matiere::Sujet(sujet))
}

fn meeting(tache: &Tache, releve: &mut Option<Releve>, bilan: &mut Bilan) -> Option<Matiere> {
    if tache.dossier.join("deliberation.toml").is_file() {
        bilan.say(
            "c’est le dossier d’un acte",
            &[format!("« delibere produire {} » en produit les documents", bilan.dossier)],
        );
        bilan.code = 1;
        return None;
    }
    let examen = examen::seance(&tache.dossier, tache.joint());
    told(examen, releve, tache, bilan).map(|(sujet, _)| Matiere::Sujet(sujet))
}

fn sitting(dossier: &Path, tache: &Tache, bilan: &mut Bilan) -> Option<(Sujet, Sources)> {
    told(examen::seance(dossier, false), &mut None, tache, bilan)
}

/// What an examination gives and the texts it is of, once its faults are told.
fn told(
    examen: Result<Examen, CliError>,
    releve: &mut Option<Releve>,
    tache: &Tache,
    bilan: &mut Bilan,
) -> Option<(Sujet, Sources)> {
    let examen = match examen {
        Ok(examen) => examen,
        Err(error) => {
            bilan.fail(&error.to_string());
            return None;
        }
    };
    bilan.etapes[0] += examen.etapes[0];
    bilan.etapes[1] += examen.etapes[1];
    bilan.fichiers.extend_from_slice(&examen.fichiers);
    bilan.add(&examen.lecture, &examen.sources, tache);
    let compte = Compte::of(&examen.constats);
    if examen.sujet.is_none() {
        bilan.code = 1;
        bilan.messages.push_str(&format!(
            "{} : {} ; aucun document n’a été produit\n",
            bilan.dossier,
            Compte::of(&examen.lecture)
        ));
    } else if tache.json {
        bilan.add(&examen.constats, &examen.sources, tache);
    } else if !compte.constats().is_empty() {
        // An act voted wrong must still print: one line says where to look.
        bilan.messages.push_str(&format!(
            "{} : {} ; « delibere verifier {} » en dit plus\n",
            bilan.dossier, compte, bilan.dossier
        ));
    }
    let Examen { sujet, sources, releve: lus, .. } = examen;
    *releve = lus;
    sujet.map(|sujet| (sujet, sources))
}

/// The register of the sittings of a folder: each is read, printed into it, and given back.
fn register(
    tache: &Tache,
    annee: Option<i32>,
    feuillet: u32,
    bilan: &mut Bilan,
) -> Option<Matiere> {
    let folders = match sittings(&tache.dossier) {
        Ok(folders) => folders,
        Err(error) => {
            bilan.fail(&error.to_string());
            return None;
        }
    };
    let mut days = Vec::new();
    let mut faulty = false;
    for folder in &folders {
        match day(folder) {
            Some(day) => days.push((day, folder)),
            // A sitting that does not say its day may be one of the year: its faults are told.
            None => {
                bilan.dossier = folder.display().to_string();
                faulty |= sitting(folder, tache, bilan).is_none();
            }
        }
    }
    days.sort();
    let annees: Vec<i32> = {
        use chrono::Datelike;
        let mut all: Vec<i32> = days.iter().map(|(day, _)| day.year()).collect();
        all.dedup();
        all
    };
    let annee = match (annee, annees.as_slice()) {
        (Some(annee), _) => annee,
        (None, [annee]) => *annee,
        (None, []) => {
            bilan.dossier = tache.dossier.display().to_string();
            if !faulty {
                bilan.say(
                    "aucune séance dans ce dossier",
                    &["un registre se fait d’un dossier dont chaque sous-dossier est une séance, avec son seance.toml".to_owned()],
                );
                bilan.code = 1;
            }
            return None;
        }
        (None, several) => {
            let years: Vec<String> = several.iter().map(ToString::to_string).collect();
            let options: Vec<String> = years.iter().map(|a| format!("--annee {a}")).collect();
            bilan.say(
                &format!("ce dossier a des séances de plusieurs années : {}", years.join(", ")),
                &[format!("ajoutez {}", either(&options))],
            );
            bilan.code = 1;
            return None;
        }
    };
    let mut registre: Option<Registre> = None;
    let mut numeros = NumerosRegistre::default();
    for (_, folder) in days.iter().filter(|(day, _)| chrono::Datelike::year(day) == annee) {
        bilan.dossier = folder.display().to_string();
        let Some((Sujet::Seance(seance), mut sources)) = sitting(folder, tache, bilan) else {
            faulty = true;
            continue;
        };
        let (dossier, comptes) = *seance;
        let nom = folder.file_name().unwrap_or_default().to_string_lossy();
        let doubles = numeros.add(&nom, &dossier, &mut sources);
        if !doubles.is_empty() {
            bilan.add(&doubles, &sources, tache);
            bilan.code = 1;
            faulty = true;
        }
        registre
            .get_or_insert_with(|| {
                Registre::new(Arc::clone(&dossier.collectivite), annee, feuillet)
            })
            .add(&dossier, &comptes);
    }
    bilan.dossier = tache.dossier.display().to_string();
    if registre.is_none() && !faulty {
        bilan.say(&format!("aucune séance de {annee} dans ce dossier"), &[]);
        bilan.code = 1;
    }
    registre.filter(|_| !faulty).map(Matiere::Registre)
}

/// « a », « b » or « c », as a sentence says them.
fn either(words: &[String]) -> String {
    match words.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} ou {last}", others.join(", ")),
        _ => words.concat(),
    }
}

/// The folders of sittings under a folder, or the folder itself when it is one.
fn sittings(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    if is_seance(folder) {
        return Ok(vec![folder.to_owned()]);
    }
    let io = |e| CliError::Files(crate::read::FilesError::Io(folder.display().to_string(), e));
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(io)? {
        let path = entry.map_err(io)?.path();
        if path.is_dir() && is_seance(&path) {
            out.push(path);
        }
    }
    out.sort();
    Ok(out)
}

/// The day of a sitting, without reading its acts.
fn day(folder: &Path) -> Option<chrono::NaiveDate> {
    let texte = std::fs::read_to_string(folder.join("seance.toml")).ok()?;
    let table: toml::Table = texte.trim_start_matches('\u{feff}').parse().ok()?;
    let date = table.get("date")?.as_datetime()?.date?;
    chrono::NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}
