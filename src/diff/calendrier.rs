//! What changed of the calendar: stages, and measures that go from one to another.

use super::changement::{ecart, under};
use super::liste::{self, Cle, EcartListe, Repere};
use crate::model::{Echeance, Exercice, IdAction, Lieu, Mesure, Terme, Texte};

/// A stage of the calendar, without its measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EcheanceSuivie {
    /// Which term.
    pub terme: Terme,
    /// Its printed label.
    pub libelle: String,
    /// First year.
    pub debut: Option<Exercice>,
    /// Last year.
    pub fin: Option<Exercice>,
}

/// A measure of the calendar, with the stage where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MesureSuivie {
    /// The key of its stage.
    pub echeance: Cle,
    /// Its wording.
    pub texte: Texte,
    /// The action it carries out.
    pub action: Option<IdAction>,
}

ecart! {
    /// What changed of a stage of the calendar.
    pub struct EcartEcheance of EcheanceSuivie {
        /// Its printed label.
        libelle: String,
        /// First year.
        debut: Option<Exercice>,
        /// Last year.
        fin: Option<Exercice>,
    }
}

ecart! {
    /// What changed of a measure; one whose stage changed is moved.
    pub struct EcartMesure of MesureSuivie {
        /// The stage where it stands; its key starts with the term.
        echeance: Cle,
        /// Its wording.
        texte: Texte,
        /// The action it carries out.
        action: Option<IdAction>,
    }
}

/// The word of a term in a key.
pub(super) fn mot(terme: Terme) -> &'static str {
    Terme::ALL.iter().find(|(t, _)| *t == terme).map_or("", |(_, mot)| mot)
}

impl Repere for EcheanceSuivie {
    const REPERES: usize = 1;

    fn repere(&self, rang: usize) -> Option<String> {
        (rang == 0).then(|| mot(self.terme).to_owned())
    }
}

impl Repere for MesureSuivie {
    const REPERES: usize = 2;

    fn repere(&self, rang: usize) -> Option<String> {
        let texte = self.texte.plain();
        let Cle { repere, rang: stage } = &self.echeance;
        match rang {
            0 => Some(format!("{repere}#{stage}|{texte}")),
            1 => Some(texte).filter(|t| !t.is_empty()),
            _ => None,
        }
    }

    fn mots(&self) -> Option<(String, String)> {
        let Cle { repere, rang } = &self.echeance;
        let action = self.action.as_ref().map_or("", |a| a.0.as_str());
        Some((format!("{repere}#{rang}|{action}"), self.texte.plain()))
    }
}

/// The stages of a calendar under their keys, and its measures in order.
pub(super) fn aplatir(calendrier: &[Echeance]) -> (Vec<(Cle, EcheanceSuivie)>, Vec<MesureSuivie>) {
    let stages: Vec<EcheanceSuivie> = calendrier
        .iter()
        .map(|e| EcheanceSuivie {
            terme: e.terme,
            libelle: e.libelle.clone(),
            debut: e.debut,
            fin: e.fin,
        })
        .collect();
    let cles = liste::cles(&stages);
    let measures = calendrier
        .iter()
        .zip(&cles)
        .flat_map(|(e, cle)| {
            e.mesures.iter().map(|m| MesureSuivie {
                echeance: cle.clone(),
                texte: m.texte.clone(),
                action: m.action.clone(),
            })
        })
        .collect();
    (liste::avec(cles, stages), measures)
}

/// The calendar again; a measure whose stage is gone goes with it.
pub(super) fn relever(
    stages: Vec<(Cle, EcheanceSuivie)>,
    measures: Vec<(Cle, MesureSuivie)>,
    conflits: &mut Vec<Lieu>,
) -> Vec<Echeance> {
    let mut out: Vec<(Cle, Echeance)> = stages
        .into_iter()
        .map(|(cle, e)| {
            let EcheanceSuivie { terme, libelle, debut, fin } = e;
            (cle, Echeance { terme, libelle, debut, fin, mesures: Vec::new() })
        })
        .collect();
    for (_, m) in measures {
        match out.iter_mut().find(|(cle, _)| *cle == m.echeance) {
            Some((_, e)) => e.mesures.push(Mesure { texte: m.texte, action: m.action }),
            None => conflits.push(at(&m.echeance)),
        }
    }
    out.into_iter().map(|(_, e)| e).collect()
}

/// Where a stage or a measure stands.
pub(super) fn at(cle: &Cle) -> Lieu {
    under(&Lieu::new("programme.toml", ""), &format!("calendrier[{}]", cle.repere))
}

/// What changed of the stages, of the measures.
pub(super) type EcartCalendrier =
    (EcartListe<Cle, EcheanceSuivie, EcartEcheance>, EcartListe<Cle, MesureSuivie, EcartMesure>);

pub(super) fn entre(a: &[Echeance], b: &[Echeance]) -> EcartCalendrier {
    let ((stages_a, measures_a), (stages_b, measures_b)) = (aplatir(a), aplatir(b));
    let (ka, kb) = liste::apparier(&measures_a, &measures_b);
    let stages = EcartListe::entre(&stages_a, &stages_b, |x: &EcheanceSuivie, y| {
        Some(EcartEcheance::entre(x, y)).filter(|e| !e.is_empty())
    });
    let measures = EcartListe::entre(
        &liste::avec(ka, measures_a),
        &liste::avec(kb, measures_b),
        |x: &MesureSuivie, y| Some(EcartMesure::entre(x, y)).filter(|e| !e.is_empty()),
    );
    (stages, measures)
}
