//! Small dossiers on the disk.

use std::fs;
use std::path::Path;

const COLLECTIVITE: &str = r#"
nom = "Valmont-sur-Orne"
genre = "commune"
executif = { qualite = "Le maire", nom = "Ada MARTIN" }
"#;

/// A dossier that is made in an instant, in a folder that may exist; `expose` is its report, in Markdown.
pub fn small(folder: &Path, expose: &str) {
    fs::create_dir_all(folder).expect("folder");
    fs::write(folder.join("collectivite.toml"), COLLECTIVITE).expect("written");
    fs::write(
        folder.join("seance.toml"),
        "date = 2026-03-12\nconvocation = { date = 2026-03-05 }\n",
    )
    .expect("written");
    small_act(folder, &toml::Value::String(expose.to_owned()).to_string());
}

/// Its act alone; `expose` is its report, as TOML writes it.
pub fn small_act(folder: &Path, expose: &str) {
    let acte = format!(
        "numero = \"2026_014\"\netat = \"projet\"\nobjet = [\"Finances\", \"Tarifs\"]\n\
         expose = {expose}\n\
         visas = [{{ nature = \"code\", texte = \"le code général des collectivités territoriales\" }}]\n\
         articles = [{{ texte = \"Le tarif est fixé.\" }}]\n"
    );
    fs::write(folder.join("deliberation.toml"), acte).expect("written");
}

/// A template that does not end.
#[cfg(feature = "pdf")]
pub fn endless(folder: &Path, body: &str) {
    let modeles = folder.join("modeles");
    fs::create_dir_all(&modeles).expect("folder");
    let texte = format!("{body}\n#let acte(tete, logo, style, piece) = []\n");
    fs::write(modeles.join("deliberation.typ"), texte).expect("written");
}

/// The names of what stands in a folder, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut out: Vec<String> =
        entries.filter_map(|e| Some(e.ok()?.file_name().to_string_lossy().into_owned())).collect();
    out.sort();
    out
}

/// Whether a PDF is whole.
#[cfg(feature = "pdf")]
pub fn whole(octets: &[u8]) -> bool {
    octets.starts_with(b"%PDF-1.7") && octets.trim_ascii_end().ends_with(b"%%EOF")
}
