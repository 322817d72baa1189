//! What a joined file is, for who reads the list of a PDF.

use std::collections::BTreeSet;

use super::BORDEREAU;

/// What is said of a file, by its path from the dossier.
pub(super) fn of(relatif: &str) -> String {
    let (folder, nom) = relatif.rsplit_once('/').unwrap_or(("", relatif));
    let quoi = match nom {
        "deliberation.toml" => "Texte de l’acte",
        "seance.toml" => "Séance",
        "collectivite.toml" => "Collectivité",
        "assemblee.toml" => "Membres de l’assemblée",
        "programme.toml" => "Programme",
        "budget.toml" => "Annexe budgétaire",
        "vie.toml" => "Vie de l’acte",
        _ => match nom.rsplit('.').next().map(str::to_lowercase).as_deref() {
            Some("toml") if folder.ends_with("fiches") => "Fiche action",
            Some("toml") => "Données",
            Some("md") => "Texte en Markdown",
            Some("typ") => "Modèle de la collectivité",
            Some("png" | "jpg" | "jpeg" | "svg") => "Logo",
            _ => "Fichier du dossier",
        },
    };
    // The acts of a sitting, and an earlier act, have each a file of the same name.
    let plain = folder.trim_start_matches("../");
    let own = matches!(plain, "" | ".." | "fiches" | "modeles");
    if own { quoi.to_owned() } else { format!("{quoi} ({plain})") }
}

/// The name of each file in the list of a PDF, in the same order.
///
/// Readers of PDF save a file under its name in one folder, and some fail on a name that has a stroke: the folders of a
/// path are written before its name, and two paths never give one name.
pub(super) fn noms<'a>(chemins: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = BTreeSet::from([BORDEREAU.to_owned()]);
    chemins
        .map(|chemin| {
            let flat = chemin.replace('/', " - ");
            // Many systems hold 255 bytes in a name.
            let flat =
                if flat.len() > 200 { chemin.rsplit('/').next().unwrap_or("") } else { &flat };
            let (stem, kind) = flat.rsplit_once('.').unwrap_or((flat, ""));
            let mut nom = flat.to_owned();
            let mut rank = 2;
            while !taken.insert(nom.to_lowercase()) {
                let dot = if kind.is_empty() { "" } else { "." };
                nom = format!("{stem} ({rank}){dot}{kind}");
                rank += 1;
            }
            nom
        })
        .collect()
}

/// The media type of a file, by its name (RFC 6838; `application/toml` is that of toml.io).
pub(super) fn type_media(nom: &str) -> &'static str {
    match nom.rsplit('.').next().map(str::to_lowercase).as_deref() {
        Some("toml") => "application/toml",
        Some("md") => "text/markdown",
        Some("typ") => "text/plain",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_has_a_name_of_its_own_without_a_folder() {
        let long = format!("{}/{}.md", "d".repeat(150), "f".repeat(60));
        let chemins = ["a - b.md", "a/b.md", "A/b.md", "dossier-joint.toml", "x", &long];
        assert_eq!(
            noms(chemins.into_iter()),
            [
                "a - b.md",
                "a - b (2).md",
                "A - b (3).md",
                "dossier-joint (2).toml",
                "x",
                &long[151..]
            ]
        );
    }

    #[test]
    fn a_list_tells_files_of_the_same_name_apart() {
        assert_eq!(of("deliberation.toml"), "Texte de l’acte");
        assert_eq!(of("../collectivite.toml"), "Collectivité");
        assert_eq!(of("fiches/1.toml"), "Fiche action");
        assert_eq!(of("../modeles/dossier.typ"), "Modèle de la collectivité");
        assert_eq!(of("02-plan/deliberation.toml"), "Texte de l’acte (02-plan)");
        assert_eq!(of("../2012-ess/fiches/1.toml"), "Fiche action (2012-ess/fiches)");
    }
}
