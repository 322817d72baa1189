//! From the files of a dossier to the model, with every fault and its place.

mod choix;
pub mod codes;
mod fault;
mod files;
mod forme;
mod image;
mod lower;
mod markdown;
mod raw;
pub mod schema;
mod source;
mod syntaxe;
mod valeurs;

use std::collections::BTreeSet;

use toml::de::DeTable;
use toml::{Spanned, de::DeValue};

pub use files::{Disk, FilePath, Files, FilesError, Memory, NIVEAUX};
pub use source::{Diagnostic, Place, Position, Sources};

use crate::model::{Dossier, Lieu, Logo, Modele, Severite, Texte};
use fault::Fault;
use forme::{FromToml, Reader, nearest};
use lower::Lower;
use raw::deliberation::Deliberation as RawDeliberation;

/// Largest text file, in bytes.
const MAX_TEXTE: u64 = 8 << 20;
/// Largest image, in bytes.
const MAX_IMAGE: u64 = 8 << 20;
/// Files of one dossier, beyond which something is wrong.
const MAX_FICHES: usize = 500;

/// The TOML files that a dossier or the folder of an authority may hold.
const CONNUS: &[&str] =
    &["deliberation.toml", "seance.toml", "collectivite.toml", "programme.toml", "budget.toml"];
/// Files that stand beside them without being read by this reader.
const VOISINS: &[&str] = &["vie.toml", "ecarts.toml"];

/// What reading a dossier gave.
#[derive(Debug, Clone)]
pub struct Lecture {
    /// The dossier, when no fault forbids it.
    pub dossier: Option<Dossier>,
    /// Every fault of form, in the order of the files and of their text.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that were read, to place findings and show excerpts.
    pub sources: Sources,
    /// Every file that was read or looked for, relative to the dossier.
    pub fichiers: Vec<String>,
}

/// Reads a dossier and says all its faults of form at once.
///
/// # Errors
/// Only when the system refuses a file ([`FilesError::Io`]); what is wrong in the files is in
/// [`Lecture::diagnostics`].
pub fn read(files: &dyn Files) -> Result<Lecture, FilesError> {
    let mut session = Session {
        files,
        sources: Sources::default(),
        faults: Vec::new(),
        fichiers: Vec::new(),
    };
    let dossier = session.dossier()?;
    let mut diagnostics: Vec<Diagnostic> =
        session.faults.iter().map(|f| session.sources.diagnostic(f)).collect();
    source::in_order(&mut diagnostics);
    let faulty = diagnostics.iter().any(|d| d.severite == Severite::Erreur);
    Ok(Lecture {
        dossier: dossier.filter(|_| !faulty),
        diagnostics,
        sources: session.sources,
        fichiers: session.fichiers,
    })
}

struct Session<'a> {
    files: &'a dyn Files,
    sources: Sources,
    faults: Vec<Fault>,
    fichiers: Vec<String>,
}

impl Session<'_> {
    fn dossier(&mut self) -> Result<Option<Dossier>, FilesError> {
        let raw = self.form::<RawDeliberation>("deliberation.toml", 1)?;
        let seance = self.form::<raw::seance::Seance>("seance.toml", 2)?;
        let collectivite = self.form::<raw::collectivite::Collectivite>("collectivite.toml", NIVEAUX)?;
        let programme = self.form::<raw::programme::Programme>("programme.toml", 1)?;
        let budget = self.form::<raw::budget::Budget>("budget.toml", 1)?;
        let fiches = self.fiches()?;
        self.unknown_files()?;

        // References are judged only against a programme that could be read whole, else each would be a false fault.
        let has_programme = !matches!(programme, Form::Faulty);
        let ids: BTreeSet<String> = match &programme {
            Form::Read { valeur, .. } => valeur.actions.iter().map(|a| a.id.clone()).collect(),
            _ => BTreeSet::new(),
        };
        let actions = has_programme.then_some(&ids);
        let programme = match programme {
            Form::Read { valeur, .. } => {
                let document = match &valeur.document {
                    Some(path) => self.markdown(path, true, Lieu::new("programme.toml", "document"))?,
                    None => None,
                };
                let mut l = self.lower("programme.toml");
                Some(lower::programme::lower(valeur, document.unwrap_or_default(), &mut l))
            }
            _ => None,
        };
        let mut sheets = Vec::with_capacity(fiches.len());
        for (fichier, valeur) in fiches {
            let mut l = self.lower(&fichier);
            let fiche = lower::fiche::lower(valeur, actions, &mut l);
            self.sources.alias(&format!("fiches/{}", fiche.action), &fichier);
            sheets.push(fiche);
        }
        let rank = |id: &crate::model::IdAction| {
            programme.as_ref().and_then(|p| p.actions.iter().position(|a| a.id == *id))
        };
        sheets.sort_by_key(|f| rank(&f.action).unwrap_or(usize::MAX));
        let budget = match budget {
            Form::Read { valeur, .. } => {
                let exercices = programme.as_ref().map(|p| p.exercices.as_slice());
                let mut l = self.lower("budget.toml");
                Some(lower::budget::lower(valeur, actions, exercices, &mut l))
            }
            _ => None,
        };
        let seance = match seance {
            Form::Read { valeur, fichier, .. } => {
                Some(lower::seance::lower(valeur, &mut self.lower(&fichier)))
            }
            Form::Faulty => None,
            Form::Absent => self.missing("seance.toml", "la séance donne la date de l’acte : date = 2012-12-07"),
        };
        let collectivite = match collectivite {
            Form::Read { valeur, fichier, niveau } => {
                let logo = self.logo(&valeur, &fichier, niveau)?;
                let modeles = self.modeles(niveau)?;
                let mut l = self.lower(&fichier);
                Some(lower::collectivite::lower(valeur, logo, modeles, &mut l))
            }
            Form::Faulty => None,
            Form::Absent => self.missing(
                "collectivite.toml",
                "placez-le dans le dossier, ou jusqu’à deux dossiers au-dessus",
            ),
        };
        let deliberation = match raw {
            Form::Read { valeur, .. } => {
                let expose = match &valeur.expose_fichier {
                    Some(path) => {
                        self.markdown(path, false, Lieu::new("deliberation.toml", "expose_fichier"))?
                    }
                    None => None,
                };
                let mut textes = Vec::with_capacity(valeur.annexes.len());
                for (i, annexe) in valeur.annexes.iter().enumerate() {
                    let lieu = Lieu::new("deliberation.toml", format!("annexes[{i}].fichier"));
                    textes.push(match &annexe.fichier {
                        Some(path) => self.markdown(path, true, lieu)?,
                        None => None,
                    });
                }
                let assemblee = seance
                    .as_ref()
                    .and_then(|s| s.assemblee.clone())
                    .or_else(|| collectivite.as_ref().map(|c| c.assemblee.clone()))
                    .unwrap_or_else(|| "conseil".to_owned());
                let pieces = lower::deliberation::Pieces {
                    budget: budget.as_ref().map(|b| b.titre.as_str()),
                    fiches: !sheets.is_empty(),
                    programme: programme.as_ref(),
                    textes,
                };
                let mut l = self.lower("deliberation.toml");
                Some(lower::deliberation::lower(valeur, expose, &assemblee, pieces, &mut l))
            }
            Form::Faulty => None,
            Form::Absent => self.missing(
                "deliberation.toml",
                "un dossier commence par deliberation.toml ; « delibere nouveau » en crée un",
            ),
        };
        if has_programme {
            self.insertions(programme.as_ref(), deliberation.as_ref());
        }
        Ok(deliberation.zip(seance).zip(collectivite).map(|((deliberation, seance), collectivite)| {
            Dossier { collectivite, seance, deliberation, programme, budget, fiches: sheets }
        }))
    }

    fn lower<'s>(&'s mut self, fichier: &'s str) -> Lower<'s> {
        Lower { fichier, faults: &mut self.faults }
    }

    fn missing<T>(&mut self, fichier: &str, aide: &str) -> Option<T> {
        self.faults.push(
            Fault::new(codes::FICHIER_ABSENT, fichier, "", format!("il manque le fichier « {fichier} »"))
                .etiquette("fichier absent")
                .aide(aide),
        );
        None
    }

    /// Reads a TOML file at the lowest of `niveaux` levels that has it.
    fn form<T: FromToml>(&mut self, nom: &str, niveaux: usize) -> Result<Form<T>, FilesError> {
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
        for error in &errors {
            self.faults.push(syntaxe::fault(error.message(), error.span(), fichier, texte));
        }
        let span = table.span();
        let mut reader = Reader::new(fichier);
        let valeur = Spanned::new(0..span.end.min(0), DeValue::Table(table.into_inner()));
        let read = T::from_toml(&valeur, &mut reader);
        if errors.is_empty() {
            self.faults.append(&mut reader.faults);
            read
        } else {
            // What a syntax error swallowed would be told as absent keys: only the other faults are sure.
            reader.faults.retain(|f| f.code != codes::CLE_ABSENTE);
            self.faults.append(&mut reader.faults);
            None
        }
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
                    let fault = at(codes::FICHIER_ABSENT, format!("le fichier « {shown} » n’existe pas"));
                    self.faults.push(fault.etiquette("fichier introuvable"));
                    return Ok(Text::Faulty);
                }
                return Ok(Text::Absent);
            }
            Err(FilesError::Outside(_)) => {
                let fault = at(codes::CHEMIN, format!("le fichier « {shown} » mène hors du dossier"));
                self.faults.push(
                    fault.etiquette("lien vers l’extérieur").aide("copiez le fichier dans le dossier"),
                );
                return Ok(Text::Faulty);
            }
            Err(FilesError::TooLarge(_, max)) => {
                let fault = at(codes::TAILLE, format!("le fichier « {shown} » dépasse {max} Mio"));
                self.faults.push(fault.etiquette("fichier trop grand"));
                return Ok(Text::Faulty);
            }
            Err(error @ FilesError::Io(..)) => return Err(error),
        };
        match String::from_utf8(bytes) {
            Ok(texte) => {
                // A byte-order mark is what some editors leave; the text starts after it.
                let texte = texte.strip_prefix('\u{feff}').map_or(texte.clone(), str::to_owned);
                self.sources.insert(&shown, texte.clone());
                Ok(Text::Read(texte))
            }
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let line = error.as_bytes()[..valid].iter().filter(|b| **b == b'\n').count() + 1;
                let fault = at(
                    codes::ENCODAGE,
                    format!("le fichier « {shown} » n’est pas en UTF-8 (ligne {line})"),
                );
                self.faults.push(
                    fault.etiquette("encodage inconnu").aide("enregistrez-le avec l’encodage UTF-8"),
                );
                Ok(Text::Faulty)
            }
        }
    }

    /// A path typed in a file: it may only go down.
    fn path(&mut self, niveau: usize, typed: &str, lieu: &Lieu) -> Option<FilePath> {
        let path = FilePath::new(niveau, typed.strip_prefix("./").unwrap_or(typed)).ok();
        if path.is_none() {
            self.faults.push(
                Fault::new(
                    codes::CHEMIN,
                    &lieu.fichier,
                    &lieu.chemin,
                    format!("le chemin « {typed} » sort du dossier"),
                )
                .etiquette("chemin refusé")
                .aide("nommez un fichier du dossier, sans « .. » ni barre initiale, avec des /"),
            );
        }
        path
    }

    /// A Markdown file that a dossier names.
    fn markdown(
        &mut self,
        typed: &str,
        titres: bool,
        lieu: Lieu,
    ) -> Result<Option<Texte>, FilesError> {
        let Some(path) = self.path(0, typed, &lieu) else { return Ok(None) };
        let Text::Read(texte) = self.text(&path, Some(&lieu))? else { return Ok(None) };
        Ok(Some(markdown::parse(&texte, titres, &path.to_string(), "", &mut self.faults)))
    }

    fn fiches(&mut self) -> Result<Vec<(String, raw::fiche::Fiche)>, FilesError> {
        let names = self.files.list(0, "fiches")?;
        let mut out: Vec<(String, raw::fiche::Fiche)> = Vec::new();
        let sheets = names.iter().filter(|n| n.ends_with(".toml") && !n.starts_with('.'));
        for name in sheets.take(MAX_FICHES) {
            let Ok(path) = FilePath::new(0, &format!("fiches/{name}")) else { continue };
            let Text::Read(texte) = self.text(&path, None)? else { continue };
            let fichier = path.to_string();
            if let Some(fiche) = self.toml::<raw::fiche::Fiche>(&fichier, &texte) {
                if let Some((first, _)) = out.iter().find(|(_, f)| f.action == fiche.action) {
                    self.faults.push(
                        Fault::new(
                            codes::IDENTIFIANT_DOUBLE,
                            &fichier,
                            "action",
                            format!("l’action « {} » a deux fiches", fiche.action),
                        )
                        .etiquette("deuxième fiche")
                        .secondaire(Lieu::new(first.clone(), "action"), "première fiche"),
                    );
                }
                out.push((fichier, fiche));
            }
        }
        Ok(out)
    }

    /// A TOML file of the dossier that nothing reads is most often a slip in its name.
    fn unknown_files(&mut self) -> Result<(), FilesError> {
        for name in self.files.list(0, "")? {
            if !name.ends_with(".toml") || name.starts_with('.') {
                continue;
            }
            if CONNUS.contains(&name.as_str()) || VOISINS.contains(&name.as_str()) {
                continue;
            }
            let mut fault = Fault::new(
                codes::FICHIER_INCONNU,
                &name,
                "",
                format!("le fichier « {name} » n’est lu par rien"),
            )
            .etiquette("fichier ignoré");
            fault.aide = nearest(&name, CONNUS).map(|near| format!("vouliez-vous l’appeler « {near} » ?"));
            self.faults.push(fault);
        }
        Ok(())
    }

    fn logo(
        &mut self,
        raw: &raw::collectivite::Collectivite,
        fichier: &str,
        niveau: usize,
    ) -> Result<Option<Logo>, FilesError> {
        let Some(logo) = &raw.logo else { return Ok(None) };
        let lieu = Lieu::new(fichier, "logo.fichier");
        let Some(path) = self.path(niveau, &logo.fichier, &lieu) else { return Ok(None) };
        self.fichiers.push(path.to_string());
        let octets = match self.files.read(&path, MAX_IMAGE) {
            Ok(octets) => octets,
            Err(error @ FilesError::Io(..)) => return Err(error),
            Err(error) => {
                let code = match error {
                    FilesError::Outside(_) => codes::CHEMIN,
                    FilesError::TooLarge(..) => codes::TAILLE,
                    _ => codes::FICHIER_ABSENT,
                };
                let fault = Fault::new(code, fichier, &lieu.chemin, error.to_string());
                self.faults.push(fault.etiquette("logo introuvable"));
                return Ok(None);
            }
        };
        match image::inspect(&octets) {
            Ok(format) => {
                Ok(Some(Logo { octets, format, alternative: logo.alternative.clone() }))
            }
            Err((message, aide)) => {
                let fault = Fault::new(codes::IMAGE, fichier, &lieu.chemin, message);
                self.faults.push(fault.etiquette("logo refusé").aide(aide));
                Ok(None)
            }
        }
    }

    /// The authority's own templates.
    fn modeles(&mut self, niveau: usize) -> Result<Vec<Modele>, FilesError> {
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
        Ok(out)
    }

    /// Insertions of the texts: actions that exist, lists that are there.
    fn insertions(
        &mut self,
        programme: Option<&crate::model::Programme>,
        deliberation: Option<&crate::model::Deliberation>,
    ) {
        use crate::model::texte::{Bloc, Insertion};
        use crate::model::{Dispositif, IdAction};

        let mut textes: Vec<(Lieu, &Texte)> = Vec::new();
        if let Some(d) = deliberation {
            let at = |chemin: String| Lieu::new("deliberation.toml", chemin);
            textes.push((at("expose".to_owned()), &d.expose));
            match &d.dispositif {
                Dispositif::Verbes(v) => textes.extend(
                    v.iter().enumerate().map(|(i, d)| (at(format!("decisions[{i}].texte")), &d.texte)),
                ),
                Dispositif::Articles(v) => textes.extend(
                    v.iter().enumerate().map(|(i, a)| (at(format!("articles[{i}].texte")), &a.texte)),
                ),
            }
        }
        if let Some(p) = programme {
            textes.push((Lieu::new("programme.toml", "document"), &p.document));
        }
        let mut faults = Vec::new();
        for (lieu, texte) in textes {
            for bloc in &texte.blocs {
                let Bloc::Insertion(insertion) = bloc else { continue };
                let problem = match (insertion, programme) {
                    (_, None) => Some("il n’y a pas de programme.toml dans le dossier".to_owned()),
                    (Insertion::Actions(ids), Some(p)) => ids
                        .iter()
                        .find(|id| p.action(&IdAction((*id).clone())).is_none())
                        .map(|id| format!("l’action « {id} » n’existe pas")),
                    (Insertion::Orientations, Some(p)) => {
                        p.orientations.is_empty().then(|| "le programme n’a pas d’orientation".to_owned())
                    }
                    (Insertion::Comite, Some(p)) => {
                        p.comite.is_none().then(|| "le programme n’a pas de comité".to_owned())
                    }
                    (Insertion::Calendrier(terme), Some(p)) => p
                        .calendrier
                        .iter()
                        .all(|e| e.terme != *terme)
                        .then(|| "le programme n’a pas de calendrier à ce terme".to_owned()),
                };
                if let Some(problem) = problem {
                    faults.push(
                        Fault::new(
                            codes::REFERENCE,
                            &lieu.fichier,
                            &lieu.chemin,
                            format!("une insertion de ce texte ne donne rien : {problem}"),
                        )
                        .etiquette("insertion sans contenu"),
                    );
                }
            }
        }
        self.faults.append(&mut faults);
    }
}

enum Form<T> {
    Read { valeur: T, fichier: String, niveau: usize },
    Faulty,
    Absent,
}

enum Text {
    Read(String),
    Faulty,
    Absent,
}
