//! `delibere comparer`.

use std::path::Path;

use super::args::{Comparer, FormatComparaison};
use super::{CliError, Issue, flux, registre_vie};
use crate::evolve::Comparaison;
use crate::model::Dossier;
use crate::typographie::date::date_longue;

pub(super) fn run(args: &Comparer) -> Result<Issue, CliError> {
    if let Some(path) = pdf(args)? {
        return imprime(path, args);
    }
    let (Some(avant), Some(apres)) = (lu(&args.avant)?, lu(&args.apres)?) else {
        return Ok(Issue::Dossier);
    };
    let comparaison = Comparaison::of(&avant, &apres);
    match args.format {
        FormatComparaison::Json => flux::out(&format!("{:#}\n", comparaison.json()))?,
        _ => flux::out(&texte(&comparaison))?,
    }
    Ok(Issue::Bien)
}

/// The file of the PDF, when one is asked for.
fn pdf(args: &Comparer) -> Result<Option<&Path>, CliError> {
    match (&args.sortie, args.format) {
        (None, FormatComparaison::Pdf) => {
            Err(CliError::Usage("dites où écrire le PDF : --sortie comparaison.pdf".to_owned()))
        }
        (None, _) => Ok(None),
        (Some(_), FormatComparaison::Json) => Err(CliError::Usage(
            "le json va sur la sortie standard : retirez « --sortie », ou « --format json »"
                .to_owned(),
        )),
        (Some(path), _) if path.extension().is_some_and(|e| e == "pdf") => Ok(Some(path)),
        (Some(path), _) => Err(CliError::Usage(format!(
            "« {} » n’est pas un nom de PDF : il finit par .pdf",
            path.display()
        ))),
    }
}

#[cfg(feature = "pdf")]
fn imprime(path: &Path, args: &Comparer) -> Result<Issue, CliError> {
    let bilan = super::produire::comparaison::write(path, &args.avant, &args.apres);
    super::produire::show(&bilan, false)?;
    Ok(bilan.issue())
}

#[cfg(not(feature = "pdf"))]
fn imprime(_: &Path, _: &Comparer) -> Result<Issue, CliError> {
    Err(CliError::Usage("ce programme a été construit sans le PDF".to_owned()))
}

/// The act of a folder; its errors are said, and there is nothing, when it does not read.
pub(super) fn lu(dossier: &Path) -> Result<Option<Dossier>, CliError> {
    Ok(registre_vie::read(dossier)?.map(|acte| acte.dossier))
}

fn texte(comparaison: &Comparaison<'_>) -> String {
    let named = |d: &Dossier| {
        format!("n° {} du {}", d.deliberation.numero.affiche, date_longue(d.seance.date))
    };
    let mut out = format!(
        "De la délibération {}\nà la délibération {}\n",
        named(comparaison.avant),
        named(comparaison.apres)
    );
    let rubriques = comparaison.rubriques();
    if rubriques.is_empty() {
        out.push_str("\nLe programme, les fiches et le budget sont les mêmes.\n");
    }
    for rubrique in rubriques {
        out.push_str(&format!("\n{}\n", rubrique.titre));
        for ligne in rubrique.lignes {
            out.push_str(&format!("  {ligne}\n"));
        }
    }
    out
}
