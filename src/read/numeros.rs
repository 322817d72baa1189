//! The numbers of acts: each once in a sitting, and once in a register.

use std::collections::BTreeMap;

use super::cadre::ACTE;
use super::codes;
use super::fault::{Fault, cite};
use super::source::{Diagnostic, Sources};
use crate::model::{Dossier, DossierSeance, Lieu, Seance};

/// The numbers taken so far, the printed ones and the transmitted ones.
#[derive(Debug, Clone, Default)]
pub(super) struct Numeros {
    /// Each number → the sitting, by what names it, and the place that gives it.
    pris: BTreeMap<String, (String, Lieu)>,
}

/// A number that an act takes again.
pub(super) struct Double {
    pub(super) numero: String,
    pub(super) lieu: Lieu,
    /// The sitting of the first act that bears it, and its place there.
    pub(super) seance: String,
    pub(super) premier: Lieu,
}

impl Numeros {
    /// Adds those of a sitting, withdrawn ones included, and gives back those that were taken.
    pub(super) fn add(
        &mut self,
        seance: &Seance,
        actes: &[Dossier],
        sources: &Sources,
        nom: &str,
    ) -> Vec<Double> {
        let mut out = Vec::new();
        for (rang, point) in seance.points.iter().enumerate() {
            let acte = actes.iter().find(|a| a.point == Some(rang));
            // A point that was withdrawn before its act was written keeps its number all the same.
            let numero = match (acte, &point.acte) {
                (Some(acte), _) => &acte.deliberation.numero,
                (None, Some(numero)) if point.dossier.is_none() => numero,
                (None, _) => continue,
            };
            let own = point.dossier.as_ref().map(|dossier| format!("{dossier}/{ACTE}"));
            let lieu = match own.filter(|f| acte.is_some() && sources.has(f, "numero")) {
                Some(fichier) => Lieu::new(fichier, "numero"),
                None => {
                    let by_hand = format!("points[{rang}].numero_acte");
                    match sources.has("seance.toml", &by_hand) {
                        true => Lieu::new("seance.toml", by_hand),
                        false => Lieu::new("seance.toml", format!("points[{rang}]")),
                    }
                }
            };
            let here = (nom.to_owned(), lieu);
            let mut twice = None;
            let both = [Some(&numero.affiche), numero.transmis.as_ref()];
            for typed in both.into_iter().flatten().filter(|n| !n.is_empty()) {
                match self.pris.get(typed) {
                    Some(first) if *first != here => {
                        twice.get_or_insert((typed, first.clone()));
                    }
                    Some(_) => {}
                    None => {
                        self.pris.insert(typed.clone(), here.clone());
                    }
                }
            }
            if let Some((numero, (seance, premier))) = twice {
                let (numero, lieu) = (numero.clone(), here.1);
                out.push(Double { numero, lieu, seance, premier });
            }
        }
        out
    }
}

/// The numbers of the acts of a year (*numéros du registre*), sitting by sitting: each stands once in a register.
///
/// ```
/// use delibere::read::{Memory, NumerosRegistre};
/// let sitting = |jour: &str, premier: u32| {
///     Memory::new()
///         .with("collectivite.toml", r#"
///             nom = "Valmont-sur-Orne"
///             genre = "commune"
///             executif = { qualite = "Le maire", nom = "Ada MARTIN" }
///             numerotation = { modele = "{AAAA}-{ORDRE:03}" }
///         "#)
///         .with("seance.toml", format!("date = {jour}\npremier_ordre = {premier}"))
///         .with("01-cantine/deliberation.toml", r#"
///             objet = ["Finances", "Tarifs de la cantine"]
///             articles = [{ texte = "Le tarif du repas est fixé à 3,40 €." }]
///         "#)
/// };
/// let mut numeros = NumerosRegistre::default();
/// let mut add = |nom: &str, premier| {
///     let mut lecture = delibere::read_seance(&sitting("2026-09-24", premier)).expect("memory");
///     let seance = lecture.seance.expect("no fault");
///     numeros.add(nom, &seance, &mut lecture.sources)
/// };
/// assert!(add("septembre", 1).is_empty());
/// assert!(add("octobre", 2).is_empty());
/// assert_eq!(add("novembre", 1)[0].code, "LECT-37");
/// ```
#[derive(Debug, Clone, Default)]
pub struct NumerosRegistre {
    numeros: Numeros,
    /// The texts that give the numbers taken, by sitting and file.
    textes: BTreeMap<(String, String), Sources>,
}

impl NumerosRegistre {
    /// Adds the numbers of a sitting, whose folder has that name beside those of the others; says those that an act of
    /// another sitting bears, and adds to `sources` the text that does.
    pub fn add(
        &mut self,
        nom: &str,
        seance: &DossierSeance,
        sources: &mut Sources,
    ) -> Vec<Diagnostic> {
        let doubles = self.numeros.add(&seance.seance, &seance.actes, sources, nom);
        for (of, lieu) in self.numeros.pris.values().filter(|(of, _)| of == nom) {
            let key = (of.clone(), lieu.fichier.clone());
            self.textes.entry(key).or_insert_with(|| sources.only(&lieu.fichier));
        }
        let mut out = Vec::new();
        for Double { numero, lieu, seance, premier } in
            doubles.into_iter().filter(|d| d.seance != nom)
        {
            let message = format!(
                "un acte d’une autre séance de l’année porte déjà le numéro « {} »",
                cite(&numero)
            );
            let aide = "donnez à la séance le numéro d’ordre qui suit : premier_ordre = …";
            let fault = Fault::new(codes::NUMERO_ACTE, &lieu.fichier, &lieu.chemin, message)
                .etiquette("deuxième acte")
                .aide(aide);
            let mut told = sources.diagnostics(std::slice::from_ref(&fault));
            if let Some(first) = self.textes.get(&(seance.clone(), premier.fichier.clone())) {
                let mut place = first.place(&premier, "premier acte");
                let texte = first.texte(&place.fichier).unwrap_or_default().to_owned();
                place.fichier = format!("../{seance}/{}", place.fichier);
                sources.insert(&place.fichier, texte);
                for diagnostic in &mut told {
                    diagnostic.secondaires.push(place.clone());
                }
            }
            out.extend(told);
        }
        out
    }
}
