//! `delibere sceller`.

use std::path::Path;

use super::args::Sceller;
use super::ecriture::{self, Tenue};
use super::examen::{self, Examen, Sujet};
use super::extraire::limited;
use super::refaire::{Refait, refaire};
use super::registre_vie::{self, Verrou};
use super::verifier::is_seance;
use super::{CliError, Issue, flux, produire, terminal};
use crate::check::Compte;
use crate::compute;
use crate::export::joint::Commande;
use crate::export::pdf::MAX_PDF;
use crate::export::sceau::{MAX_SCEAU, SCEAU, Sceau, Scelle};
use crate::model::{DossierSeance, Etat, Severite};
use crate::read::{Disk, Liasse};
use crate::render::Norme;
use crate::typographie::date::date_longue;

/// Where the sealed documents stand: apart from those that `produire` makes again as the act lives on.
pub(super) const SORTIE: &str = "scelle";

pub(super) fn run(args: &Sceller) -> Result<Issue, CliError> {
    let chemin = &args.dossier;
    let norme = args.norme.as_deref().map_or_else(|| Ok(Norme::default()), str::parse::<Norme>);
    let norme = norme.map_err(|e| CliError::Usage(e.to_string()))?.to_string();
    Disk::open(chemin)?;
    // From the reading to the seal, no step is added to the ledger.
    let _verrou = Verrou::take(chemin)?;
    let commande = if is_seance(chemin) { Commande::Seance } else { Commande::Produire };
    let examen = examine(chemin, commande)?;
    let Some((sujet, liasse)) = known(&examen, chemin, commande)? else {
        return Ok(Issue::Dossier);
    };
    if let Err((message, aide)) = adopted(sujet, chemin) {
        terminal::tool_error(&format!("{message} ; rien n’a été scellé"));
        terminal::hint(&aide);
        return Ok(Issue::Dossier);
    }
    let path = chemin.join(SCEAU);
    let outil = produire::outil();
    let sortie = args.sortie.clone().unwrap_or_else(|| chemin.join(SORTIE));
    if path.symlink_metadata().is_ok() && !args.remplacer {
        let before = Sceau::lire(&limited(&path, MAX_SCEAU)?).ok();
        if let Some(sceau) = &before
            && sceau.is_meme(&liasse, commande, &norme, outil)
        {
            return again(sceau, &liasse, chemin, &sortie);
        }
        refuse(&path, before.as_ref(), &liasse, &norme);
        return Ok(Issue::Dossier);
    }
    let refait = refaire(&liasse, commande, &[], &norme)?;
    if refait.issue() != Issue::Bien {
        flux::err(&refait.messages(chemin));
        terminal::tool_error("les documents n’ont pas pu être produits : rien n’a été scellé");
        return Ok(refait.issue());
    }
    let compte = Compte::of(&examen.constats);
    if !compte.constats().is_empty() {
        let shown = chemin.display();
        flux::err(&format!("{shown} : {compte} ; « delibere verifier {shown} » en dit plus\n"));
    }
    let mut sceau = Sceau::new(&liasse, &called(sujet), commande, &norme, outil);
    for (nom, octets) in &refait.documents {
        sceau.documents.insert(nom.clone(), Scelle::of(octets));
    }
    write(&sortie, &refait, None)?;
    // Last: a seal never speaks of documents that are not there.
    ecriture::write(&path, sceau.texte().as_bytes(), Tenue::Durable)?;
    registre_vie::sync(chemin);
    flux::out(&format!("{}\n", path.display()))?;
    Ok(Issue::Bien)
}

/// Writes the documents of a seal that stands again, as they were.
fn again(sceau: &Sceau, liasse: &Liasse, chemin: &Path, sortie: &Path) -> Result<Issue, CliError> {
    let refait = refaire(&sceau.alors(liasse), sceau.commande, &[], &sceau.norme)?;
    let same = refait.documents.len() == sceau.documents.len()
        && refait
            .documents
            .iter()
            .all(|(nom, octets)| sceau.documents.get(nom).is_some_and(|s| s.is(octets)));
    if !same {
        terminal::tool_error(
            "le dossier est celui du sceau, et ses PDF ne sont pas les mêmes ; rien n’a été écrit",
        );
        terminal::hint(&format!("« delibere authentifier {} » dit lesquels", chemin.display()));
        return Ok(Issue::Dossier);
    }
    write(sortie, &refait, Some(sceau))?;
    flux::out(&format!(
        "« {} » est déjà scellé, et n’a pas changé depuis : ses PDF sont tels qu’ils étaient.\n",
        chemin.display()
    ))?;
    Ok(Issue::Bien)
}

/// Reads, computes and checks an act or a sitting, with the bytes that were read.
pub(super) fn examine(chemin: &Path, commande: Commande) -> Result<Examen, CliError> {
    match commande {
        Commande::Produire => examen::acte(chemin, true),
        Commande::Seance => examen::seance(chemin, true),
    }
}

/// The bundle of what was read.
pub(super) fn bundle(examen: &Examen, commande: Commande) -> Result<Liasse, CliError> {
    let releve = examen.releve.clone().unwrap_or_default();
    let liasse = match commande {
        Commande::Produire => releve.acte(),
        Commande::Seance => releve.seance(),
    };
    liasse.map_err(|e| {
        CliError::Usage(format!("le dossier ne peut être ni scellé ni authentifié : {e}"))
    })
}

/// The subject and its bundle; nothing, and the faults said, when it does not read.
fn known<'a>(
    examen: &'a Examen,
    chemin: &Path,
    commande: Commande,
) -> Result<Option<(&'a Sujet, Liasse)>, CliError> {
    let Some(sujet) = &examen.sujet else {
        let prefix = chemin.display().to_string();
        for d in examen.lecture.iter().filter(|d| d.severite == Severite::Erreur) {
            flux::err(&terminal::render(d, &examen.sources, &prefix, terminal::colours()));
            flux::err("\n\n");
        }
        terminal::tool_error(&format!("{prefix} ne peut pas être lu : rien n’a été scellé"));
        return Ok(None);
    };
    Ok(Some((sujet, bundle(examen, commande)?)))
}

/// Whether all was voted and something was adopted; else what is said of it, and the advice.
fn adopted(sujet: &Sujet, chemin: &Path) -> Result<(), (String, String)> {
    let shown = chemin.display().to_string();
    let vote = |dossier: &str| {
        format!(
            "écrivez son vote dans deliberation.toml, ou notez-le : delibere vie {} --adoptee DATE",
            ecriture::typed(dossier)
        )
    };
    match sujet {
        Sujet::Acte(acte) => match compute::etat(&acte.0, acte.1.etat) {
            Etat::Adoptee => Ok(()),
            Etat::Projet => Err(("l’acte est encore un projet".to_owned(), vote(&shown))),
            Etat::Rejetee => Err((
                "l’acte a été rejeté".to_owned(),
                "seul un acte adopté est scellé ; la séance le garde avec les autres".to_owned(),
            )),
        },
        Sujet::Seance(seance) => {
            let (dossier, comptes) = &**seance;
            let mut some = false;
            for (acte, compte) in dossier.actes.iter().zip(&comptes.actes) {
                let point = acte.point.and_then(|p| dossier.seance.points.get(p));
                if point.is_some_and(|p| !p.sort.examine()) {
                    continue;
                }
                let etat = compute::etat(acte, compte.etat);
                some |= etat == Etat::Adoptee;
                if etat == Etat::Projet {
                    let sous = point.and_then(|p| p.dossier.clone()).unwrap_or_default();
                    return Err((
                        format!("l’acte de « {sous} » est encore un projet"),
                        vote(&format!("{shown}/{sous}")),
                    ));
                }
            }
            if some {
                return Ok(());
            }
            Err((
                "aucun acte de la séance n’est adopté".to_owned(),
                "une séance est scellée après le vote de ses actes".to_owned(),
            ))
        }
    }
}

/// What the act or the sitting is called.
fn called(sujet: &Sujet) -> String {
    let seance = |s: &DossierSeance| format!("séance du {}", date_longue(s.seance.date));
    match sujet {
        Sujet::Acte(acte) => format!("acte n° {}", acte.0.deliberation.numero.affiche),
        Sujet::Seance(dossier) => seance(&dossier.0),
    }
    .replace('\u{a0}', " ")
}

/// Says how a seal that is there differs from the one that would be written.
fn refuse(path: &Path, before: Option<&Sceau>, liasse: &Liasse, norme: &str) {
    terminal::tool_error(&format!(
        "« {} » est déjà là, et dit autre chose ; rien n’a été écrit",
        path.display()
    ));
    match before {
        None => flux::err("  ce sceau ne se lit pas\n"),
        Some(sceau) => {
            for (nom, sort) in sceau.sorts(liasse) {
                if !sort.is_bien() {
                    flux::err(&format!("  {} depuis : {nom}\n", sort.mot()));
                }
            }
            if sceau.norme != norme {
                flux::err(&format!("  autre norme : {}\n", sceau.norme));
            }
            let outil = produire::outil();
            if sceau.programme != outil.programme {
                flux::err(&format!("  autre version de Délibéré : {}\n", sceau.programme));
            } else if !sceau.is_outil(outil) {
                flux::err("  même version de Délibéré, mais d’autres modèles ou polices\n");
            }
        }
    }
    terminal::hint(
        "gardez ce sceau : il dit ce qui a été adopté. Pour le remplacer malgré tout, ajoutez --remplacer",
    );
}

/// Writes the documents; one that was completed since the seal stays as it is, for that is how a PDF is signed.
fn write(sortie: &Path, refait: &Refait, sceau: Option<&Sceau>) -> Result<(), CliError> {
    for (nom, octets) in &refait.documents {
        let path = sortie.join(nom);
        let scelle = sceau.and_then(|s| s.documents.get(nom));
        if let Some(scelle) = scelle
            && limited(&path, MAX_PDF).is_ok_and(|o| scelle.debut(&o).is_some() && !scelle.is(&o))
        {
            flux::out(&format!(
                "{} (gardé : il a été complété depuis, par une signature peut-être)\n",
                path.display()
            ))?;
            continue;
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .map_err(|e| CliError::Write(folder.display().to_string(), e))?;
        }
        ecriture::write(&path, octets, Tenue::Durable)?;
        let pages = refait.pages.get(nom).copied().unwrap_or(1);
        let s = if pages > 1 { "pages" } else { "page" };
        flux::out(&format!("{} ({pages} {s})\n", path.display()))?;
    }
    registre_vie::sync(sortie);
    Ok(())
}
