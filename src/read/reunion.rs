//! A sitting with all its acts.

use std::collections::BTreeMap;

use super::cadre::{ACTE, Cadre};
use super::codes;
use super::dossier::Session;
use super::fault::{Fault, cite};
use super::files::{Files, FilesError};
use super::source::{self, Diagnostic, Sources};
use crate::model::{Dossier, DossierSeance, Lieu, Severite};

/// Acts of one sitting, beyond which something is wrong.
const MAX_ACTES: usize = 500;

/// The files that all the acts of a sitting share: in the folder of an act, nothing reads them.
const PARTAGES: &[&str] = &["seance.toml", "assemblee.toml", "collectivite.toml"];

/// What reading the folder of a sitting gave.
#[derive(Debug, Clone)]
pub struct LectureSeance {
    /// The sitting, when no fault forbids it.
    pub seance: Option<DossierSeance>,
    /// Every fault of form, of the sitting and of its acts, in the order of the files and of their text.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts that were read, to place findings and show excerpts; those of an act are named under its folder.
    pub sources: Sources,
    /// Every file that was read or looked for, relative to the folder of the sitting.
    pub fichiers: Vec<String>,
}

/// Reads a sitting and all its acts, and says all their faults of form at once.
///
/// ```
/// use delibere::read::Memory;
/// let files = Memory::new()
///     .with("collectivite.toml", r#"
///         nom = "Valmont-sur-Orne"
///         genre = "commune"
///         executif = { qualite = "Le maire", nom = "Ada MARTIN" }
///         numerotation = { modele = "{AAAA}-{ORDRE:03}" }
///     "#)
///     .with("seance.toml", "date = 2026-09-24\npremier_ordre = 31")
///     .with("01-cantine/deliberation.toml", r#"
///         objet = ["Finances", "Tarifs de la cantine"]
///         articles = [{ texte = "Le tarif du repas est fixé à 3,40 €." }]
///     "#);
/// let seance = delibere::read_seance(&files)?.seance.expect("no fault");
/// assert_eq!(seance.actes[0].deliberation.numero.affiche, "2026-031");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// Only when the system refuses a file ([`FilesError::Io`]); what is wrong in the files is in
/// [`LectureSeance::diagnostics`].
pub fn read_seance(files: &dyn Files) -> Result<LectureSeance, FilesError> {
    let mut session = Session::new(files);
    let (cadre, actes) = session.reunion()?;
    let mut diagnostics = session.sources.diagnostics(&session.recueil.faults);
    source::in_order(&mut diagnostics);
    let faulty = diagnostics.iter().any(|d| d.severite == Severite::Erreur);
    let seance = cadre
        .collectivite
        .zip(cadre.seance)
        .filter(|_| !faulty)
        .map(|(collectivite, seance)| DossierSeance { collectivite, seance, actes });
    Ok(LectureSeance { seance, diagnostics, sources: session.sources, fichiers: session.fichiers })
}

impl Session<'_> {
    fn reunion(&mut self) -> Result<(Cadre, Vec<Dossier>), FilesError> {
        let cadre = self.cadre(
            1,
            "un dossier de séance commence par seance.toml ; « delibere nouveau --modele seance » en crée un",
        )?;
        self.unknown_files(PARTAGES, "ceux des sous-dossiers")?;
        // Without a sitting to say which, every act is read all the same: its faults are told at once.
        let folders: Vec<(Option<usize>, String)> = match &cadre.seance {
            Some(seance) => {
                let points = seance.points.iter().enumerate();
                points.filter_map(|(i, p)| Some((Some(i), p.dossier.clone()?))).collect()
            }
            None => cadre.dossiers.iter().map(|d| (None, d.clone())).collect(),
        };
        if folders.len() > MAX_ACTES {
            let message = format!("il y a {} actes, {MAX_ACTES} au plus sont lus", folders.len());
            self.recueil.faults.push(
                Fault::new(codes::TAILLE, "seance.toml", "points", message)
                    .etiquette("trop d’actes")
                    .aide("vérifiez que c’est bien le dossier d’une séance"),
            );
            return Ok((cadre, Vec::new()));
        }
        // A folder that a point names wrongly is not forgotten: that point has a fault of its own.
        if cadre.seance.is_some() && cadre.points_sains {
            for dossier in &cadre.dossiers {
                if !folders.iter().any(|(_, named)| named == dossier) {
                    self.sans_point(dossier);
                }
            }
        }
        let mut actes = Vec::with_capacity(folders.len());
        for (point, dossier) in folders {
            actes.extend(self.acte_of(&dossier, &cadre, point)?);
        }
        self.numeros(&cadre, &actes);
        Ok((cadre, actes))
    }

    /// The act of a folder of the sitting.
    fn acte_of(
        &mut self,
        dossier: &str,
        cadre: &Cadre,
        point: Option<usize>,
    ) -> Result<Option<Dossier>, FilesError> {
        let files = match self.files.sub(dossier) {
            Ok(files) => files,
            Err(error @ FilesError::Io(..)) => return Err(error),
            Err(_) => {
                let chemin = point.map_or_else(String::new, |p| format!("points[{p}].dossier"));
                let message =
                    format!("le sous-dossier « {} » mène hors de la séance", cite(dossier));
                self.recueil.faults.push(
                    Fault::new(codes::CHEMIN, "seance.toml", &chemin, message)
                        .etiquette("lien vers l’extérieur")
                        .aide("copiez le dossier de l’acte dans celui de la séance"),
                );
                return Ok(None);
            }
        };
        for nom in files.list(0, "")?.iter().filter(|n| PARTAGES.contains(&n.as_str())) {
            let fichier = format!("{dossier}/{nom}");
            let message = format!("le fichier « {fichier} » n’est pas lu");
            self.recueil.faults.push(
                Fault::new(codes::FICHIER_INCONNU, &fichier, "", message)
                    .etiquette("fichier ignoré")
                    .aide("celui de la séance sert à tous ses actes : retirez celui-ci"),
            );
        }
        let mut session = Session::new(&*files);
        let acte = session.acte(cadre, point)?;
        let Session { sources, recueil, fichiers, .. } = session;
        self.recueil.faults.extend(recueil.faults.into_iter().map(|f| f.in_folder(dossier)));
        self.sources.absorb(dossier, sources);
        self.fichiers.extend(fichiers.iter().map(|f| source::in_folder(dossier, f)));
        Ok(acte)
    }

    /// The numbers of the acts, the printed ones and the transmitted ones: each once.
    fn numeros(&mut self, cadre: &Cadre, actes: &[Dossier]) {
        let Some(seance) = &cadre.seance else { return };
        let mut seen: BTreeMap<&str, Lieu> = BTreeMap::new();
        for (rang, point) in seance.points.iter().enumerate() {
            let acte = actes.iter().find(|a| a.point == Some(rang));
            // A point that was withdrawn before its act was written keeps its number all the same.
            let numero = match (acte, &point.acte) {
                (Some(acte), _) => &acte.deliberation.numero,
                (None, Some(numero)) if point.dossier.is_none() => numero,
                (None, _) => continue,
            };
            let lieu = match (acte, &point.dossier) {
                (Some(_), Some(dossier))
                    if self.sources.has(&format!("{dossier}/{ACTE}"), "numero") =>
                {
                    Lieu::new(format!("{dossier}/{ACTE}"), "numero")
                }
                _ => Lieu::new("seance.toml", cadre.chemin_numero(rang)),
            };
            let mut twice = None;
            for typed in [Some(&numero.affiche), numero.transmis.as_ref()].into_iter().flatten() {
                match seen.get(typed.as_str()) {
                    Some(first) if *first != lieu => {
                        twice.get_or_insert((typed, first.clone()));
                    }
                    Some(_) => {}
                    None => {
                        seen.insert(typed, lieu.clone());
                    }
                }
            }
            if let Some((typed, first)) = twice.filter(|(typed, _)| !typed.is_empty()) {
                let message =
                    format!("deux actes de la séance portent le numéro « {} »", cite(typed));
                self.recueil.faults.push(
                    Fault::new(codes::NUMERO_ACTE, &lieu.fichier, &lieu.chemin, message)
                        .etiquette("deuxième acte")
                        .aide("donnez à chaque acte le sien, ou laissez faire la numérotation")
                        .secondaire(first, "premier acte"),
                );
            }
        }
    }
}
