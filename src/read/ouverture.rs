//! Opening the files of a dossier: where they stand, whether they can be read, what TOML, Markdown or image they hold.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::dossier::Session;
use super::fault::{Fault, cite};
use super::files::{FilePath, FilesError};
use super::forme::{FromToml, Reader, nearest};
use super::syntaxe::Syntaxe;
use super::{codes, image, markdown, raw, source};
use crate::model::{Lieu, Logo, Modele, Texte};

/// Largest text file, in bytes.
const MAX_TEXTE: u64 = 8 << 20;
/// Largest image, in bytes.
const MAX_IMAGE: u64 = 8 << 20;
/// Files of one dossier, beyond which something is wrong.
const MAX_FICHES: usize = 500;

/// The TOML files that a dossier or the folder of an authority may hold.
pub(super) const CONNUS: &[&str] = &[
    "deliberation.toml",
    "seance.toml",
    "collectivite.toml",
    "assemblee.toml",
    "programme.toml",
    "budget.toml",
    "vie.toml",
];
/// Files that stand beside them without being read by this reader.
const VOISINS: &[&str] = &["sceau.toml", "ecarts.toml"];

/// A TOML file of the dossier.
pub(super) enum Form<T> {
    Read { valeur: T, fichier: String, niveau: usize },
    Faulty,
    Absent,
}

/// A text file.
enum Text {
    Read(String),
    Faulty,
    Absent,
}

impl Session<'_> {
    pub(super) fn missing<T>(&mut self, fichier: &str, aide: &str) -> Option<T> {
        self.recueil.faults.push(
            Fault::new(
                codes::FICHIER_ABSENT,
                fichier,
                "",
                format!("il manque le fichier « {fichier} »"),
            )
            .etiquette("fichier absent")
            .aide(aide),
        );
        None
    }

    /// Reads a TOML file at the lowest of `niveaux` levels that has it.
    pub(super) fn form<T: FromToml>(
        &mut self,
        nom: &str,
        niveaux: usize,
    ) -> Result<Form<T>, FilesError> {
        for niveau in 0..niveaux {
            let Ok(path) = FilePath::new(niveau, nom) else { continue };
            match self.text(&path, None)? {
                Text::Absent => {}
                Text::Faulty => return Ok(Form::Faulty),
                Text::Read(texte) => {
                    let fichier = path.to_string();
                    self.sources.alias(nom, &fichier);
                    return Ok(match self.toml(&fichier, &texte) {
                        Some(valeur) => Form::Read { valeur, fichier, niveau },
                        None => Form::Faulty,
                    });
                }
            }
        }
        Ok(Form::Absent)
    }

    fn toml<T: FromToml>(&mut self, fichier: &str, texte: &str) -> Option<T> {
        let (table, errors) = DeTable::parse_recoverable(texte);
        let syntaxe = Syntaxe::new(&errors, table.get_ref(), fichier, texte);
        let valeur = Spanned::new(0..0, DeValue::Table(table.into_inner()));
        let mut reader = Reader::new(fichier, source::head(texte));
        let read = T::from_toml(&valeur, &mut reader);
        if errors.is_empty() {
            self.recueil.faults.append(&mut reader.faults);
            return read;
        }
        reader.faults.retain(|f| syntaxe.keeps(f, texte));
        self.recueil.faults.extend(syntaxe.faults);
        self.recueil.faults.append(&mut reader.faults);
        None
    }

    /// The text of a file; `cite` is where a dossier names it, for a fault when it is not there.
    fn text(&mut self, path: &FilePath, cite: Option<&Lieu>) -> Result<Text, FilesError> {
        let shown = path.to_string();
        if !self.fichiers.contains(&shown) {
            self.fichiers.push(shown.clone());
        }
        let at = |code, message: String| match cite {
            Some(lieu) => Fault::new(code, &lieu.fichier, &lieu.chemin, message),
            None => Fault::new(code, &shown, "", message),
        };
        let bytes = match self.files.read(path, MAX_TEXTE) {
            Ok(bytes) => bytes,
            Err(FilesError::NotFound(_)) => {
                if cite.is_some() {
                    let fault =
                        at(codes::FICHIER_ABSENT, format!("le fichier « {shown} » n’existe pas"));
                    self.recueil.faults.push(fault.etiquette("fichier introuvable"));
                    return Ok(Text::Faulty);
                }
                return Ok(Text::Absent);
            }
            Err(FilesError::Outside(_)) => {
                let fault =
                    at(codes::CHEMIN, format!("le fichier « {shown} » mène hors du dossier"));
                self.recueil.faults.push(
                    fault
                        .etiquette("lien vers l’extérieur")
                        .aide("copiez le fichier dans le dossier"),
                );
                return Ok(Text::Faulty);
            }
            Err(FilesError::TooLarge(_, max)) => {
                let fault = at(codes::TAILLE, format!("le fichier « {shown} » dépasse {max} Mio"));
                self.recueil.faults.push(
                    fault
                        .etiquette("fichier trop grand")
                        .aide("vérifiez que c’est bien un fichier de texte"),
                );
                return Ok(Text::Faulty);
            }
            Err(error @ FilesError::Io(..)) => return Err(error),
        };
        match String::from_utf8(bytes) {
            Ok(mut texte) => {
                // A byte-order mark is what some editors leave; the text starts after it.
                if texte.starts_with('\u{feff}') {
                    texte.drain(..'\u{feff}'.len_utf8());
                }
                self.sources.insert(&shown, texte.clone());
                Ok(Text::Read(texte))
            }
            Err(error) => {
                let start = error.utf8_error().valid_up_to();
                let mut fault = Fault::new(
                    codes::ENCODAGE,
                    &shown,
                    "",
                    format!("le fichier « {shown} » n’est pas enregistré en UTF-8"),
                )
                .etiquette("caractère illisible")
                .aide("enregistrez-le de nouveau, en choisissant l’encodage UTF-8");
                // A text in another encoding of one byte still reads well around the fault; one in UTF-16 does not.
                if !error.as_bytes().contains(&0) {
                    let texte = String::from_utf8_lossy(error.as_bytes()).into_owned();
                    let end = start + char::REPLACEMENT_CHARACTER.len_utf8();
                    self.sources.insert(&shown, texte);
                    fault = fault.plage(start..end);
                }
                self.recueil.faults.push(fault);
                Ok(Text::Faulty)
            }
        }
    }

    /// A path typed in a file: it may only go down.
    fn path(&mut self, niveau: usize, typed: &str, lieu: &Lieu) -> Option<FilePath> {
        let path = FilePath::new(niveau, typed.strip_prefix("./").unwrap_or(typed)).ok();
        if path.is_none() {
            let aide = if typed.trim().is_empty() {
                "donnez le nom d’un fichier du dossier"
            } else if typed.contains('\\') {
                "copiez le fichier dans le dossier, et séparez les noms par des / : annexes/texte.md"
            } else {
                "copiez le fichier dans le dossier, et nommez-le depuis ce dossier : annexes/texte.md"
            };
            self.recueil.faults.push(
                Fault::new(
                    codes::CHEMIN,
                    &lieu.fichier,
                    &lieu.chemin,
                    format!("le chemin « {} » ne désigne pas un fichier du dossier", cite(typed)),
                )
                .etiquette("chemin refusé")
                .aide(aide),
            );
        }
        path
    }

    /// A Markdown file that a dossier names.
    pub(super) fn markdown(
        &mut self,
        niveau: usize,
        typed: &str,
        titres: bool,
        lieu: Lieu,
    ) -> Result<Option<Texte>, FilesError> {
        let Some(path) = self.path(niveau, typed, &lieu) else { return Ok(None) };
        let Text::Read(texte) = self.text(&path, Some(&lieu))? else { return Ok(None) };
        // The text of `expose_fichier` is that of `expose`.
        for chemin in [lieu.chemin.as_str(), lieu.chemin.trim_end_matches("_fichier")] {
            self.sources.ailleurs(Lieu::new(&lieu.fichier, chemin), &path.to_string());
        }
        Ok(Some(markdown::parse(&texte, titres, &path.to_string(), "", &mut self.recueil)))
    }

    /// The sheets, and whether all those of the folder could be read.
    pub(super) fn fiches(
        &mut self,
    ) -> Result<(Vec<(String, raw::fiche::Fiche)>, bool), FilesError> {
        let mut names = self.files.list(0, "fiches")?;
        names.retain(|n| n.ends_with(".toml") && !n.starts_with('.'));
        if names.len() > MAX_FICHES {
            let message = format!("il y a {} fiches, {MAX_FICHES} au plus sont lues", names.len());
            self.recueil.faults.push(
                Fault::new(codes::TAILLE, "fiches", "", message)
                    .aide("répartissez-les dans plusieurs dossiers"),
            );
            return Ok((Vec::new(), false));
        }
        let mut out: Vec<(String, raw::fiche::Fiche)> = Vec::new();
        let mut all = true;
        for name in names {
            let Ok(path) = FilePath::new(0, &format!("fiches/{name}")) else { continue };
            let fichier = path.to_string();
            let fiche = match self.text(&path, None)? {
                Text::Read(texte) => self.toml::<raw::fiche::Fiche>(&fichier, &texte),
                _ => None,
            };
            let Some(fiche) = fiche else {
                all = false;
                continue;
            };
            if let Some((first, _)) = out.iter().find(|(_, f)| f.action == fiche.action) {
                let message = format!("l’action « {} » a deux fiches", cite(&fiche.action));
                self.recueil.faults.push(
                    Fault::new(codes::IDENTIFIANT_DOUBLE, &fichier, "action", message)
                        .etiquette("deuxième fiche")
                        .aide("gardez-en une, ou corrigez l’identifiant de l’action")
                        .secondaire(Lieu::new(first.clone(), "action"), "première fiche"),
                );
            }
            out.push((fichier, fiche));
        }
        Ok((out, all))
    }

    /// A TOML file of the dossier that nothing reads is most often a slip in its name.
    pub(super) fn unknown_files(
        &mut self,
        connus: &[&str],
        autres: &str,
    ) -> Result<(), FilesError> {
        for name in self.files.list(0, "")? {
            if !name.ends_with(".toml") || name.starts_with('.') {
                continue;
            }
            if connus.contains(&name.as_str()) || VOISINS.contains(&name.as_str()) {
                continue;
            }
            let mut fault = Fault::new(
                codes::FICHIER_INCONNU,
                &name,
                "",
                format!("le fichier « {} » n’est pas lu", cite(&name)),
            )
            .etiquette("fichier ignoré");
            fault.aide = Some(match nearest(&name, connus) {
                Some(near) => format!("vouliez-vous l’appeler « {near} » ?"),
                None => format!("fichiers lus : {}, et {autres}", connus.join(", ")),
            });
            self.recueil.faults.push(fault);
        }
        Ok(())
    }

    pub(super) fn logo(
        &mut self,
        raw: &raw::collectivite::Collectivite,
        fichier: &str,
        niveau: usize,
    ) -> Result<Option<Logo>, FilesError> {
        let Some(logo) = &raw.logo else { return Ok(None) };
        let lieu = Lieu::new(fichier, "logo.fichier");
        let Some(path) = self.path(niveau, &logo.fichier, &lieu) else { return Ok(None) };
        let shown = path.to_string();
        if !self.fichiers.contains(&shown) {
            self.fichiers.push(shown.clone());
        }
        let octets = match self.files.read(&path, MAX_IMAGE) {
            Ok(octets) => octets,
            Err(error @ FilesError::Io(..)) => return Err(error),
            Err(error) => {
                let (code, message, label, aide) = match error {
                    FilesError::Outside(_) => (
                        codes::CHEMIN,
                        format!("le fichier « {shown} » mène hors du dossier"),
                        "lien vers l’extérieur",
                        "copiez l’image dans le dossier de la collectivité",
                    ),
                    FilesError::TooLarge(_, max) => (
                        codes::TAILLE,
                        format!("le fichier « {shown} » dépasse {max} Mio"),
                        "image trop lourde",
                        "réduisez-la : 2 000 pixels de côté suffisent à l’impression",
                    ),
                    _ => (
                        codes::FICHIER_ABSENT,
                        format!("le fichier « {shown} » n’existe pas"),
                        "logo introuvable",
                        "le logo se place à côté de collectivite.toml",
                    ),
                };
                let fault = Fault::new(code, fichier, &lieu.chemin, message);
                self.recueil.faults.push(fault.etiquette(label).aide(aide));
                return Ok(None);
            }
        };
        match image::inspect(&octets) {
            Ok((format, dimensions)) => {
                let alternative = logo.alternative.clone();
                Ok(Some(Logo { octets, format, dimensions, alternative }))
            }
            Err((message, aide)) => {
                let fault = Fault::new(codes::IMAGE, fichier, &lieu.chemin, message);
                self.recueil.faults.push(fault.etiquette("logo refusé").aide(aide));
                Ok(None)
            }
        }
    }

    /// The authority's own templates.
    pub(super) fn modeles(&mut self, niveau: usize) -> Result<Vec<Modele>, FilesError> {
        let mut out = Vec::new();
        for nom in self.files.list(niveau, "modeles")? {
            if !nom.ends_with(".typ") {
                continue;
            }
            let Ok(path) = FilePath::new(niveau, &format!("modeles/{nom}")) else { continue };
            if let Text::Read(texte) = self.text(&path, None)? {
                out.push(Modele { nom, texte });
            }
        }
        // A file of another name may be one that a template imports; one that nearly has the right name is a slip.
        for modele in &out {
            let near = nearest(&modele.nom.to_lowercase(), Modele::NOMS);
            if let Some(near) = near.filter(|near| **near != *modele.nom)
                && !Modele::NOMS.contains(&&*modele.nom)
            {
                let fichier = FilePath::new(niveau, &format!("modeles/{}", modele.nom))
                    .map_or_else(|_| modele.nom.clone(), |p| p.to_string());
                self.recueil.faults.push(
                    Fault::new(
                        codes::FICHIER_INCONNU,
                        &fichier,
                        "",
                        format!(
                            "le modèle « {} » ne remplace aucun modèle du programme",
                            modele.nom
                        ),
                    )
                    .etiquette("modèle ignoré, sauf si un autre l’appelle")
                    .aide(format!("vouliez-vous l’appeler « {near} » ?")),
                );
            }
        }
        Ok(out)
    }
}
