//! `delibere nouveau`.

use super::args::{ModeleNouveau, Nouveau};
use super::{CliError, Issue, ecriture, schema};

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
    ("fiches/1-pistes.toml", include_str!("../../templates/nouveau/programme/fiches/1-pistes.toml")),
    ("fiches/2-stationnement.toml", include_str!("../../templates/nouveau/programme/fiches/2-stationnement.toml")),
];

pub(super) fn run(args: &Nouveau) -> Result<Issue, CliError> {
    let folder = &args.dossier;
    let shown = folder.display();
    let occupied = match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(_) => folder.exists(),
    };
    if occupied {
        return Err(CliError::Usage(format!(
            "« {shown} » existe déjà et n’est pas vide : rien n’a été écrit"
        )));
    }
    let files = match args.modele {
        ModeleNouveau::Simple => SIMPLE,
        ModeleNouveau::Programme => PROGRAMME,
    };
    for (name, text) in files {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)
                .map_err(|e| CliError::Write(parent.display().to_string(), e))?;
        }
        ecriture::write(&path, text.as_bytes())?;
    }
    schema::write_all(&folder.join("schemas"))?;
    println!("« {shown} » est prêt. Remplissez ses fichiers, puis :");
    println!("  delibere produire {shown}");
    Ok(Issue::Bien)
}
