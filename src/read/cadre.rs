//! What the acts of a sitting share: who decides, the sitting, who sits.

use std::sync::Arc;

use super::codes;
use super::dossier::Session;
use super::fault::Fault;
use super::files::{FilesError, NIVEAUX};
use super::lower::assemblee::{self, Assemblee};
use super::lower::membres::Annuaire;
use super::lower::numero_acte::Attribution;
use super::lower::ordre_du_jour::ALaMain;
use super::lower::{self, Lower, Presence, SANS_INSERTION};
use super::ouverture::Form;
use super::raw;
use crate::model::{Collectivite, Lieu, Seance, Texte};

/// The file that makes a folder that of an act.
pub(super) const ACTE: &str = "deliberation.toml";

/// How many folders are searched for the authority and its assembly, from that of the sitting on.
const AU_DESSUS: usize = NIVEAUX - 1;

/// What the acts of a sitting share (*cadre*).
pub(super) struct Cadre {
    pub(super) collectivite: Option<Arc<Collectivite>>,
    pub(super) seance: Option<Arc<Seance>>,
    pub(super) annuaire: Annuaire,
    a_la_main: Vec<ALaMain>,
    /// Whether the sitting lists its points, which are otherwise its folders.
    pub(super) points_declares: bool,
    /// Whether each point that names a folder names one that is there.
    pub(super) points_sains: bool,
    /// Whether the sitting says who is there.
    pub(super) presences: Presence<()>,
    /// How many folders above the one that is read the sitting stands.
    pub(super) niveau: usize,
    /// Whether the sitting and the authority could be read.
    lisible: bool,
    /// The folders of the sitting that hold an act.
    pub(super) dossiers: Vec<String>,
}

impl Cadre {
    /// What it says of the number of the act of a point.
    pub(super) fn attribution(&self, point: Option<usize>) -> Attribution<'_> {
        let seance = self.seance.as_deref().filter(|_| self.lisible);
        let Some(seance) = seance else { return Attribution::Illisible };
        let found = point.and_then(|rang| Some((rang, seance.points.get(rang)?)));
        found.map_or(Attribution::Aucune, |(rang, point)| Attribution::Point {
            rang,
            point,
            a_la_main: self.a_la_main.get(rang).copied().unwrap_or_default(),
            numerotation: self.collectivite.as_ref().and_then(|c| c.numerotation.as_ref()),
        })
    }
}

impl Session<'_> {
    /// Reads what stands in the folder of the sitting or above it, searched in `niveaux` folders.
    pub(super) fn cadre(&mut self, niveaux: usize, absente: &str) -> Result<Cadre, FilesError> {
        let mut seance = self.form::<raw::seance::Seance>("seance.toml", niveaux)?;
        let niveau = match &seance {
            Form::Read { niveau, .. } => *niveau,
            Form::Faulty | Form::Absent => 0,
        };
        let collectivite =
            self.form::<raw::collectivite::Collectivite>("collectivite.toml", niveau + AU_DESSUS)?;
        let mut lisible = matches!(seance, Form::Read { .. });
        let collectivite = match collectivite {
            Form::Read { valeur, fichier, niveau } => {
                let logo = self.logo(&valeur, &fichier, niveau)?;
                let modeles = self.modeles(niveau)?;
                let faults = self.recueil.faults.len();
                let mut l = Lower::new(&fichier, &mut self.recueil);
                let read = lower::collectivite::lower(valeur, logo, modeles, &mut l);
                lisible &= self.recueil.faults.len() == faults;
                Some(read)
            }
            Form::Faulty => {
                lisible = false;
                None
            }
            Form::Absent => {
                lisible = false;
                self.missing(
                    "collectivite.toml",
                    "placez-le dans le dossier, ou jusqu’à deux dossiers au-dessus",
                )
            }
        };
        let assemblee = self.assemblee(&mut seance, niveau)?;
        let annuaire = assemblee.annuaire.clone();
        // An act beside its own sitting is alone: the folders below it are its own.
        let alone = niveaux > 1 && niveau == 0;
        let dossiers = if alone { Vec::new() } else { self.files.folders(niveau, "", ACTE)? };
        let presences = match &seance {
            Form::Read { valeur, .. } if valeur.presences.is_some() => Presence::La(()),
            Form::Read { .. } => Presence::Absente(""),
            Form::Faulty | Form::Absent => Presence::Illisible,
        };
        let mut points_declares = false;
        let mut named = 0;
        let lue = match seance {
            Form::Read { valeur, fichier, .. } => {
                points_declares = !valeur.points.is_empty();
                named = valeur.points.iter().filter(|p| p.dossier.is_some()).count();
                let debats = self.debats(&valeur, &fichier, niveau)?;
                let ctx = lower::seance::Contexte {
                    assemblee,
                    executif: collectivite.as_ref().map(|c| &c.executif),
                    numerotation: collectivite.as_ref().and_then(|c| c.numerotation.as_ref()),
                    dossiers: (!alone).then(|| dossiers.clone()),
                    debats,
                };
                let mut l = Lower::new(&fichier, &mut self.recueil);
                Some(lower::seance::lower(valeur, ctx, &mut l))
            }
            Form::Faulty => None,
            Form::Absent => self.missing("seance.toml", absente),
        };
        let found = |s: &Seance| s.points.iter().filter(|p| p.dossier.is_some()).count();
        let points_sains = lue.as_ref().is_some_and(|l| found(&l.seance) >= named);
        let (seance, a_la_main) = match lue {
            Some(lue) => {
                self.sources.reorder("seance.toml", "mouvements", lue.mouvements);
                (Some(Arc::new(lue.seance)), lue.a_la_main)
            }
            None => (None, Vec::new()),
        };
        Ok(Cadre {
            collectivite: collectivite.map(Arc::new),
            seance,
            annuaire,
            a_la_main,
            points_declares,
            points_sains,
            presences,
            niveau,
            lisible,
            dossiers,
        })
    }

    /// Who sits: as the sitting says, else as the authority does.
    fn assemblee(
        &mut self,
        seance: &mut Form<raw::seance::Seance>,
        niveau: usize,
    ) -> Result<Assemblee, FilesError> {
        let own = match seance {
            Form::Read { valeur, fichier, .. } if !valeur.conseillers.is_empty() => {
                Some((valeur.date, std::mem::take(&mut valeur.conseillers), fichier.clone()))
            }
            _ => None,
        };
        if let Some((jour, conseillers, fichier)) = own {
            let mut l = Lower::new(&fichier, &mut self.recueil);
            let read = assemblee::lower(conseillers, None, jour, &mut l);
            self.sources.alias("assemblee.toml", &fichier);
            self.sources.reorder("seance.toml", "conseillers", read.rangs.clone());
            self.sources.reorder("assemblee.toml", "conseillers", read.rangs.clone());
            return Ok(read);
        }
        let before = self.recueil.faults.len();
        let raw = self.form::<raw::assemblee::Assemblee>("assemblee.toml", niveau + AU_DESSUS)?;
        Ok(match (raw, seance) {
            (Form::Faulty, _) | (_, Form::Faulty | Form::Absent) => {
                Assemblee::empty(Annuaire::Illisible)
            }
            (Form::Absent, _) => Assemblee::empty(Annuaire::Absent),
            // A slip in « conseillers » leaves nobody: every name would be one more fault.
            (Form::Read { valeur, .. }, _)
                if valeur.conseillers.is_empty() && self.recueil.faults.len() > before =>
            {
                Assemblee::empty(Annuaire::Illisible)
            }
            (Form::Read { valeur, fichier, .. }, Form::Read { valeur: seance, .. }) => {
                let mut l = Lower::new(&fichier, &mut self.recueil);
                let read =
                    assemblee::lower(valeur.conseillers, valeur.effectif, seance.date, &mut l);
                self.sources.reorder("assemblee.toml", "conseillers", read.rangs.clone());
                read
            }
        })
    }

    /// The texts of `points[i].debats_fichier`.
    fn debats(
        &mut self,
        seance: &raw::seance::Seance,
        fichier: &str,
        niveau: usize,
    ) -> Result<Vec<Option<Texte>>, FilesError> {
        let mut out = Vec::with_capacity(seance.points.len());
        for (i, point) in seance.points.iter().enumerate() {
            let Some(typed) = &point.debats_fichier else {
                out.push(None);
                continue;
            };
            let lieu = Lieu::new(fichier, format!("points[{i}].debats_fichier"));
            let before = self.recueil.insertions.len();
            out.push(self.markdown(niveau, typed, false, lieu)?);
            self.recueil.refuse_insertions(
                before,
                SANS_INSERTION,
                "insertion dans un texte de séance",
            );
        }
        Ok(out)
    }

    /// An act that no point names: it would not be in any document of the sitting.
    pub(super) fn sans_point(&mut self, dossier: &str) {
        let message = format!("aucun point de l’ordre du jour ne nomme « {dossier} »");
        self.recueil.faults.push(
            Fault::new(codes::PIECE_OUBLIEE, "seance.toml", "points", message)
                .etiquette("acte oublié ?")
                .aide(format!("ajoutez [[points]] avec dossier = \"{dossier}\"")),
        );
    }
}
