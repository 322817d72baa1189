//! What a joined file is, for who reads the list of a PDF.

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
    fn a_list_tells_files_of_the_same_name_apart() {
        assert_eq!(of("deliberation.toml"), "Texte de l’acte");
        assert_eq!(of("../collectivite.toml"), "Collectivité");
        assert_eq!(of("fiches/1.toml"), "Fiche action");
        assert_eq!(of("../modeles/dossier.typ"), "Modèle de la collectivité");
        assert_eq!(of("02-plan/deliberation.toml"), "Texte de l’acte (02-plan)");
        assert_eq!(of("../2012-ess/fiches/1.toml"), "Fiche action (2012-ess/fiches)");
    }
}
