//! `delibere nouveau`.

use super::args::{ModeleNouveau, Nouveau};
use super::{CliError, Issue, ecriture, flux, schema};

/// The files of a new dossier, commented for who fills them.
const SIMPLE: &[(&str, &str)] = &[
    ("collectivite.toml", include_str!("../../templates/nouveau/collectivite.toml")),
    ("seance.toml", include_str!("../../templates/nouveau/seance.toml")),
    ("deliberation.toml", include_str!("../../templates/nouveau/simple/deliberation.toml")),
];

const PROGRAMME: &[(&str, &str)] = &[
    ("collectivite.toml", include_str!("../../templates/nouveau/collectivite.toml")),
    ("seance.toml", include_str!("../../templates/nouveau/seance.toml")),
    ("deliberation.toml", include_str!("../../templates/nouveau/programme/deliberation.toml")),
    ("programme.toml", include_str!("../../templates/nouveau/programme/programme.toml")),
    ("programme.md", include_str!("../../templates/nouveau/programme/programme.md")),
    ("budget.toml", include_str!("../../templates/nouveau/programme/budget.toml")),
    (
        "fiches/1-pistes.toml",
        include_str!("../../templates/nouveau/programme/fiches/1-pistes.toml"),
    ),
    (
        "fiches/2-stationnement.toml",
        include_str!("../../templates/nouveau/programme/fiches/2-stationnement.toml"),
    ),
];

const SEANCE: &[(&str, &str)] = &[
    ("collectivite.toml", include_str!("../../templates/nouveau/collectivite.toml")),
    ("assemblee.toml", include_str!("../../templates/nouveau/seance/assemblee.toml")),
    ("seance.toml", include_str!("../../templates/nouveau/seance/seance.toml")),
    (
        "01-proces-verbal/deliberation.toml",
        include_str!("../../templates/nouveau/seance/01-proces-verbal/deliberation.toml"),
    ),
    (
        "02-salle-des-fetes/deliberation.toml",
        include_str!("../../templates/nouveau/seance/02-salle-des-fetes/deliberation.toml"),
    ),
];

pub(super) fn run(args: &Nouveau) -> Result<Issue, CliError> {
    let folder = &args.dossier;
    let shown = folder.display();
    ecriture::free(folder)?;
    let files = match args.modele {
        ModeleNouveau::Simple => SIMPLE,
        ModeleNouveau::Programme => PROGRAMME,
        ModeleNouveau::Seance => SEANCE,
    };
    let commande = if args.modele == ModeleNouveau::Seance { "seance" } else { "produire" };
    for (name, text) in files {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)
                .map_err(|e| CliError::Write(parent.display().to_string(), e))?;
        }
        ecriture::write(&path, text.as_bytes(), ecriture::Tenue::Durable)?;
    }
    schema::write_all(&folder.join("schemas"))?;
    flux::out(&format!(
        "« {shown} » est prêt. Remplissez ses fichiers, puis :\n  delibere {commande} {}\n",
        ecriture::typed(&shown.to_string())
    ))?;
    Ok(Issue::Bien)
}
