//! A voted act without the first name, the name or the quality of who signs it.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Etat, Lieu, Severite};

pub(in crate::check) static SIGNATAIRE_INCOMPLET: Regle = Regle {
    code: "FORM-06",
    nom: "signataire-incomplet",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(2000, 4, 13),
    genres: &[],
    base: Some(
        "code des relations entre le public et l’administration, art. L. 212-1 ; avant 2016, loi \
        n° 2000-321, art. 4",
    ),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "La signature est accompagnée, en caractères lisibles, du prénom, du nom et de la \
          qualité du signataire. Un acte voté sans nom sous la signature est une erreur ; sans \
          prénom, un avertissement.",
    exemple: Exemple {
        faux: "[executif]\nqualite = \"Le maire\"",
        juste: "[executif]\nqualite = \"Le maire\"\nprenom = \"Étienne\"\nnom = \"VASSELIN\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    if comptes.etat == Etat::Projet {
        return;
    }
    let signature = &dossier.deliberation.signature;
    let executif = &dossier.collectivite.executif;
    let (lieu, nom, prenom) = match &signature.nom {
        Some(nom) => (Lieu::new("deliberation.toml", "signature.nom"), Some(nom.as_str()), None),
        None => (
            Lieu::new("collectivite.toml", "executif"),
            executif.nom.as_deref(),
            executif.prenom.as_deref(),
        ),
    };
    let constat = match nom.map(str::trim) {
        None | Some("") => regle
            .constat(lieu, "l’acte voté porte le nom de son signataire, et rien ne le donne")
            .etiquette("nom absent"),
        // A name of several words holds a first name, or may.
        Some(nom) if prenom.is_none() && !nom.contains(char::is_whitespace) => regle
            .constat(lieu, "la signature porte le prénom du signataire")
            .au_plus(Severite::Avertissement)
            .etiquette("prénom absent"),
        Some(_) => return,
    };
    out.push(constat.aide("donnez prenom et nom : prenom = \"…\", nom = \"…\""));
}
