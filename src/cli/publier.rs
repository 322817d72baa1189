//! `delibere publier`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::args::{FormatPublication, Publier};
use super::ecriture::{self, Tenue};
use super::registre_vie::{self, Acte, Verrou};
use super::{CliError, Issue, flux, terminal};
use crate::export::scdl::{Schema, deliberations, subventions};
use crate::export::{akn, json, scdl, tableur};
use crate::model::{Constat, Etat, Severite};
use crate::read::Sources;

/// The files of the open data of deliberations, and of grants.
const DELIBERATIONS: &str = "deliberations.csv";
const SUBVENTIONS: &str = "subventions.csv";

pub(super) fn run(args: &Publier) -> Result<Issue, CliError> {
    if args.schema {
        flux::out(&format!("{:#}\n", json::schema()))?;
        return Ok(Issue::Bien);
    }
    let Some(racine) = &args.dossier else {
        return Err(CliError::Usage(
            "nommez le dossier de l’acte, ou celui qui contient les actes".to_owned(),
        ));
    };
    let folders = registre_vie::actes(racine);
    if folders.is_empty() {
        return Err(CliError::Usage(format!("« {} » ne contient aucun acte", racine.display())));
    }
    let sortie = args.sortie.clone().unwrap_or_else(|| racine.join("publication"));
    std::fs::create_dir_all(&sortie)
        .map_err(|e| CliError::Write(sortie.display().to_string(), e))?;
    let wanted = |f: FormatPublication| args.formats.is_empty() || args.formats.contains(&f);
    let mut issue = Issue::Bien;
    let mut lignes = Vec::new();
    let mut grants = Vec::new();
    let mut portee = subventions::Portee::default();
    let mut stems: BTreeMap<String, PathBuf> = BTreeMap::new();
    for chemin in &folders {
        let Some(acte) = registre_vie::read(chemin)? else {
            issue = Issue::Dossier;
            continue;
        };
        if acte.comptes.etat != Etat::Adoptee {
            let said = format!("{} n’est pas adoptée : elle n’est pas publiée", chemin.display());
            // Among the acts of a folder, drafts and rejected ones are only passed over.
            if folders.len() > 1 {
                terminal::hint(&said);
            } else {
                terminal::tool_error(&said);
                terminal::hint("notez le vote, ou écrivez etat = \"adoptee\"");
                issue = Issue::Dossier;
            }
            continue;
        }
        let stem = stem(&acte);
        if let Some(other) = stems.insert(stem.clone(), chemin.clone()) {
            terminal::tool_error(&format!(
                "{} et {} auraient les mêmes fichiers, « {stem} » : le second n’est pas publié",
                other.display(),
                chemin.display()
            ));
            terminal::hint(
                "donnez à chacun son numéro, ou publiez-les dans deux dossiers avec --sortie",
            );
            stems.insert(stem, other);
            issue = Issue::Dossier;
            continue;
        }
        if wanted(FormatPublication::Scdl) {
            match deliberations::ligne(&acte.dossier, &acte.comptes) {
                Ok(ligne) => lignes.push(ligne),
                Err(constats) => {
                    // The other formats ask for less.
                    say(&constats, &acte.lecture.sources, chemin);
                    issue = Issue::Dossier;
                }
            }
        }
        if wanted(FormatPublication::Subventions) {
            let (rows, constats) = subventions::lignes(&acte.dossier, &acte.comptes);
            say(&constats, &acte.lecture.sources, chemin);
            if constats.iter().any(|c| c.severite == Severite::Erreur) {
                issue = Issue::Dossier;
            } else {
                portee.add(&acte.dossier);
            }
            grants.extend(rows);
        }
        for (suffix, octets) in files(&acte, &wanted)? {
            write(&sortie.join(format!("{stem}{suffix}")), &octets)?;
        }
    }
    if !lignes.is_empty() {
        let path = args.fichier.clone().unwrap_or_else(|| sortie.join(DELIBERATIONS));
        issue = issue.max(add(&path, &deliberations::SCHEMA, &lignes, |_| false)?);
    }
    if !grants.is_empty() {
        let path = args.fichier_subventions.clone();
        let path = path.unwrap_or_else(|| sortie.join(SUBVENTIONS));
        issue = issue.max(add(&path, &subventions::SCHEMA, &grants, |row| portee.contains(row))?);
    }
    registre_vie::sync(&sortie);
    Ok(issue)
}

/// The name of an act among files: its transmitted number, else the day of its sitting.
fn stem(acte: &Acte) -> String {
    let d = &acte.dossier;
    let numero = d.deliberation.numero.transmis.clone();
    format!("{}-{}", d.seance.date, numero.unwrap_or_else(|| "acte".to_owned()))
}

fn files(
    acte: &Acte,
    wanted: &impl Fn(FormatPublication) -> bool,
) -> Result<Vec<(&'static str, Vec<u8>)>, CliError> {
    let Acte { dossier, comptes, lecture } = acte;
    let mut out = Vec::new();
    if wanted(FormatPublication::Akn) {
        out.push((".akn.xml", akn::akn(dossier, comptes).into_bytes()));
    }
    if wanted(FormatPublication::Json) {
        let value = json::json(dossier, comptes, &lecture.sources);
        out.push((".json", format!("{value:#}\n").into_bytes()));
    }
    if wanted(FormatPublication::Xlsx) {
        let made = tableur::xlsx(dossier, comptes.budget.as_ref()).map_err(|e| {
            CliError::Usage(format!("l’annexe budgétaire ne tient pas dans une feuille : {e}"))
        })?;
        out.extend(made.map(|octets| ("-budget.xlsx", octets)));
    }
    if wanted(FormatPublication::Csv) {
        out.extend(tableur::csv(dossier).map(|octets| ("-budget.csv", octets)));
    }
    Ok(out)
}

/// Adds rows to the file of open data; one writer at a time, the file whole at every moment.
fn add<R: AsRef<[String]>>(
    path: &Path,
    schema: &Schema,
    lignes: &[R],
    concernee: impl Fn(&[String]) -> bool,
) -> Result<Issue, CliError> {
    let folder = match path.parent() {
        Some(p) if !p.as_os_str().is_empty() => p.to_owned(),
        _ => PathBuf::from("."),
    };
    let _verrou = Verrou::take(&folder)?;
    let before = match std::fs::read(path) {
        Ok(octets) => Some(octets),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => None,
        Err(e) => return Err(CliError::Write(path.display().to_string(), e)),
    };
    match scdl::remplacer(before.as_deref(), schema, lignes, concernee) {
        Ok((octets, done)) => {
            if before.as_deref() != Some(&octets) {
                ecriture::write(path, &octets, Tenue::Durable)?;
            }
            flux::out(&format!(
                "{} ({} ajoutée{}, {} mise{} à jour, {} inchangée{}{})\n",
                path.display(),
                done.ajoutees,
                s(done.ajoutees),
                done.remplacees,
                s(done.remplacees),
                done.presentes,
                s(done.presentes),
                match done.retirees {
                    0 => String::new(),
                    n => format!(", {n} retirée{}", s(n)),
                },
            ))?;
            Ok(Issue::Bien)
        }
        Err(error) => {
            terminal::tool_error(&format!("{} : {error}", path.display()));
            terminal::hint("rien n’y a été ajouté ; nommez un autre fichier avec --fichier");
            Ok(Issue::Dossier)
        }
    }
}

fn s(n: usize) -> &'static str {
    if n > 1 { "s" } else { "" }
}

fn write(path: &Path, octets: &[u8]) -> Result<(), CliError> {
    ecriture::write(path, octets, Tenue::Durable)?;
    flux::out(&format!("{}\n", path.display()))
}

fn say(constats: &[Constat], sources: &Sources, chemin: &Path) {
    let prefix = chemin.display().to_string();
    for constat in constats {
        let diagnostic = sources.locate(constat);
        flux::err(&terminal::render(&diagnostic, sources, &prefix, terminal::colours()));
        flux::err("\n\n");
    }
}
