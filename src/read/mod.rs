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

use std::collections::{BTreeMap, BTreeSet};

use toml::de::DeTable;
use toml::{Spanned, de::DeValue};

pub use files::{Disk, FilePath, Files, FilesError, Memory, NIVEAUX};
pub use source::{Diagnostic, Place, Position, Sources};

use crate::model::texte::Insertion;
use crate::model::{Dossier, Lieu, Logo, Modele, Severite, Texte};
use fault::{Fault, cite, enumerate};
use forme::{FromToml, Reader, nearest};
use lower::{Actions, Lower, Presence};
use markdown::Recueil;
use raw::deliberation::Deliberation as RawDeliberation;
use syntaxe::Syntaxe;

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
        recueil: Recueil::default(),
        fichiers: Vec::new(),
    };
    let dossier = session.dossier()?;
    let mut diagnostics = session.sources.diagnostics(&session.recueil.faults);
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
    recueil: Recueil,
    fichiers: Vec<String>,
}

impl Session<'_> {
    fn dossier(&mut self) -> Result<Option<Dossier>, FilesError> {
        let raw = self.form::<RawDeliberation>("deliberation.toml", 1)?;
        let seance = self.form::<raw::seance::Seance>("seance.toml", 2)?;
        let collectivite =
            self.form::<raw::collectivite::Collectivite>("collectivite.toml", NIVEAUX)?;
        let programme = self.form::<raw::programme::Programme>("programme.toml", 1)?;
        let budget = self.form::<raw::budget::Budget>("budget.toml", 1)?;
        let (fiches, all_sheets) = self.fiches()?;
        self.unknown_files()?;

        // What names another piece is judged only against a piece that could be read, else one fault would make many.
        let ids: BTreeSet<String> = match &programme {
            Form::Read { valeur, .. } => valeur.actions.iter().map(|a| a.id.clone()).collect(),
            _ => BTreeSet::new(),
        };
        let (actions, mut document) = match &programme {
            Form::Read { .. } => (
                Actions::Connues(&ids),
                Presence::Absente(
                    "ajoutez en tête de programme.toml : document = \"programme.md\"",
                ),
            ),
            Form::Absent => (
                Actions::Absentes,
                Presence::Absente(
                    "il n’y a pas de programme.toml dans le dossier : ajoutez-le, ou retirez cette annexe",
                ),
            ),
            Form::Faulty => (Actions::Illisibles, Presence::Illisible),
        };
        let programme = match programme {
            Form::Read { valeur, .. } => {
                let lieu = Lieu::new("programme.toml", "document");
                let texte = match &valeur.document {
                    Some(path) => {
                        let texte = self.markdown(path, true, lieu)?;
                        document = match &texte {
                            Some(t) if t.is_empty() => {
                                Presence::Absente("le document d’orientation est vide")
                            }
                            Some(_) => Presence::La(valeur.titre.clone()),
                            None => Presence::Illisible,
                        };
                        texte
                    }
                    None => None,
                };
                let mut l = Lower::new("programme.toml", &mut self.recueil);
                Some(lower::programme::lower(valeur, texte.unwrap_or_default(), &mut l))
            }
            _ => None,
        };
        let mut sheets = Vec::with_capacity(fiches.len());
        for (fichier, valeur) in fiches {
            let mut l = Lower::new(&fichier, &mut self.recueil);
            let fiche = lower::fiche::lower(valeur, actions, &mut l);
            self.sources.alias(&format!("fiches/{}", fiche.action), &fichier);
            sheets.push(fiche);
        }
        let ranks: BTreeMap<&crate::model::IdAction, usize> = programme
            .iter()
            .flat_map(|p| p.actions.iter().enumerate().map(|(i, a)| (&a.id, i)))
            .collect();
        sheets.sort_by_key(|f| ranks.get(&f.action).copied().unwrap_or(usize::MAX));
        let (budget, budget_titre) = match budget {
            Form::Read { valeur, .. } => {
                let exercices = match (&programme, actions) {
                    (Some(p), _) => Presence::La(p.exercices.as_slice()),
                    (None, Actions::Illisibles) => Presence::Illisible,
                    (None, _) => Presence::Absente(""),
                };
                let mut l = Lower::new("budget.toml", &mut self.recueil);
                let budget = lower::budget::lower(valeur, actions, exercices, &mut l);
                let titre = budget.titre.clone();
                (Some(budget), Presence::La(titre))
            }
            Form::Absent => (
                None,
                Presence::Absente(
                    "il n’y a pas de budget.toml dans le dossier : ajoutez-le, ou retirez cette annexe",
                ),
            ),
            Form::Faulty => (None, Presence::Illisible),
        };
        let seance = match seance {
            Form::Read { valeur, fichier, .. } => {
                Some(lower::seance::lower(valeur, &mut Lower::new(&fichier, &mut self.recueil)))
            }
            Form::Faulty => None,
            Form::Absent => {
                self.missing("seance.toml", "la séance donne la date de l’acte : date = 2012-12-07")
            }
        };
        let collectivite = match collectivite {
            Form::Read { valeur, fichier, niveau } => {
                let logo = self.logo(&valeur, &fichier, niveau)?;
                let modeles = self.modeles(niveau)?;
                let mut l = Lower::new(&fichier, &mut self.recueil);
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
                    Some(path) => self.markdown(
                        path,
                        false,
                        Lieu::new("deliberation.toml", "expose_fichier"),
                    )?,
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
                let fiches = match all_sheets {
                    _ if !sheets.is_empty() => Presence::La(()),
                    true => Presence::Absente(
                        "il n’y a pas de fiche dans le dossier fiches/ : ajoutez-en, ou retirez cette annexe",
                    ),
                    false => Presence::Illisible,
                };
                let pieces = lower::deliberation::Pieces {
                    budget: budget_titre.as_deref(),
                    fiches,
                    programme: document.as_deref(),
                    textes,
                };
                let mut l = Lower::new("deliberation.toml", &mut self.recueil);
                Some(lower::deliberation::lower(valeur, expose, &assemblee, pieces, &mut l))
            }
            Form::Faulty => None,
            Form::Absent => self.missing(
                "deliberation.toml",
                "un dossier commence par deliberation.toml ; « delibere nouveau » en crée un",
            ),
        };
        if !matches!(actions, Actions::Illisibles) {
            self.insertions(programme.as_ref());
        }
        Ok(deliberation.zip(seance).zip(collectivite).map(
            |((deliberation, seance), collectivite)| Dossier {
                collectivite,
                seance,
                deliberation,
                programme,
                budget,
                fiches: sheets,
            },
        ))
    }

    fn missing<T>(&mut self, fichier: &str, aide: &str) -> Option<T> {
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
    fn markdown(
        &mut self,
        typed: &str,
        titres: bool,
        lieu: Lieu,
    ) -> Result<Option<Texte>, FilesError> {
        let Some(path) = self.path(0, typed, &lieu) else { return Ok(None) };
        let Text::Read(texte) = self.text(&path, Some(&lieu))? else { return Ok(None) };
        Ok(Some(markdown::parse(&texte, titres, &path.to_string(), "", &mut self.recueil)))
    }

    /// The sheets, and whether all those of the folder could be read.
    fn fiches(&mut self) -> Result<(Vec<(String, raw::fiche::Fiche)>, bool), FilesError> {
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
                format!("le fichier « {} » n’est pas lu", cite(&name)),
            )
            .etiquette("fichier ignoré");
            fault.aide = Some(match nearest(&name, CONNUS) {
                Some(near) => format!("vouliez-vous l’appeler « {near} » ?"),
                None => format!("fichiers lus : {}, et ceux du dossier fiches/", CONNUS.join(", ")),
            });
            self.recueil.faults.push(fault);
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
    fn insertions(&mut self, programme: Option<&crate::model::Programme>) {
        for insere in std::mem::take(&mut self.recueil.insertions) {
            for Probleme { message, etiquette, aide } in problems(&insere.insertion, programme) {
                let fault = Fault::new(
                    codes::REFERENCE,
                    &insere.lieu.fichier,
                    &insere.lieu.chemin,
                    message,
                )
                .etiquette(etiquette)
                .decalage(insere.decalage.clone())
                .aide(aide);
                self.recueil.faults.push(fault);
            }
        }
    }
}

/// Why an insertion would not print what it says.
struct Probleme {
    message: String,
    etiquette: &'static str,
    aide: String,
}

fn problems(insertion: &Insertion, programme: Option<&crate::model::Programme>) -> Vec<Probleme> {
    let nothing = |message: String, aide: String| {
        vec![Probleme { message, etiquette: "cette ligne n’imprimerait rien", aide }]
    };
    let Some(p) = programme else {
        return nothing(
            "ce dossier n’a pas de programme.toml".to_owned(),
            "ajoutez programme.toml, ou retirez cette ligne".to_owned(),
        );
    };
    let absent = |there: bool, what: &str, aide: &str| {
        if there {
            return Vec::new();
        }
        nothing(format!("programme.toml n’a pas {what}"), format!("ajoutez-y {aide}"))
    };
    match insertion {
        Insertion::Actions(ids) if ids.is_empty() => {
            absent(p.actions.iter().any(|a| a.declaree), "d’action déclarée", "[[actions]]")
        }
        Insertion::Actions(ids) => {
            let known: Vec<&str> = p.actions.iter().map(|a| a.id.0.as_str()).collect();
            ids.iter()
                .filter(|id| !known.contains(&id.as_str()))
                .map(|id| {
                    let aide = match nearest(id, &known) {
                        Some(near) => format!("vouliez-vous écrire « {near} » ?"),
                        None => {
                            format!("actions du programme : {}", enumerate(known.iter().copied()))
                        }
                    };
                    Probleme {
                        message: format!("l’action « {} » n’existe pas", cite(id)),
                        etiquette: "cette ligne nomme une action inconnue",
                        aide,
                    }
                })
                .collect()
        }
        Insertion::Orientations => {
            absent(!p.orientations.is_empty(), "d’orientation", "[[orientations]]")
        }
        Insertion::Comite => absent(
            p.comite.as_ref().is_some_and(|c| !c.membres.is_empty()),
            "de membre du comité",
            "[[comite.membres]]",
        ),
        Insertion::Calendrier(terme) => absent(
            p.calendrier.iter().any(|e| e.terme == *terme && !e.mesures.is_empty()),
            "de mesure à ce terme",
            "[[calendrier]], avec ce terme et ses mesures",
        ),
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
