//! `delibere comparer`.

use std::path::Path;

use super::args::{Comparer, FormatConstats};
use super::{CliError, Issue, flux, terminal};
use crate::evolve::Comparaison;
use crate::model::{Dossier, Severite};
use crate::read::Disk;
use crate::typographie::date::date_longue;

pub(super) fn run(args: &Comparer) -> Result<Issue, CliError> {
    let (Some(avant), Some(apres)) = (lu(&args.avant)?, lu(&args.apres)?) else {
        return Ok(Issue::Dossier);
    };
    let comparaison = Comparaison::of(&avant, &apres);
    match args.format {
        FormatConstats::Json => flux::out(&format!("{:#}\n", comparaison.json()))?,
        FormatConstats::Texte => flux::out(&texte(&comparaison))?,
    }
    Ok(Issue::Bien)
}

/// The act of a folder; its errors are said, and there is nothing, when it does not read.
pub(super) fn lu(dossier: &Path) -> Result<Option<Dossier>, CliError> {
    let lecture = crate::read(&Disk::open(dossier)?)?;
    if lecture.dossier.is_none() {
        let prefix = dossier.display().to_string();
        for diagnostic in lecture.diagnostics.iter().filter(|d| d.severite == Severite::Erreur) {
            flux::err(&terminal::render(
                diagnostic,
                &lecture.sources,
                &prefix,
                terminal::colours(),
            ));
            flux::err("\n\n");
        }
    }
    Ok(lecture.dossier)
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
