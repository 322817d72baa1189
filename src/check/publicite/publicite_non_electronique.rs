//! An act that is not made public on the site of the authority, where nothing else is publicity.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, genres};
use crate::compute::Comptes;
use crate::droit;
use crate::model::{Constat, Dossier, Lieu, ModePublicite, NatureEtape, Severite};

pub(in crate::check) static PUBLICITE_NON_ELECTRONIQUE: Regle = Regle {
    code: "PUBL-01",
    nom: "publicite-non-electronique",
    severite: Severite::Erreur,
    vigueur: Vigueur::depuis(2022, 7, 1),
    genres: genres::ASSEMBLEES,
    base: Some("CGCT, art. L. 2131-1 III, L. 3131-1, L. 4141-1 et L. 5211-3"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Depuis le 1er juillet 2022, les actes d’une commune de 3 500 habitants et plus, d’un \
          groupement à fiscalité propre, d’un département et d’une région sont rendus publics sur \
          leur site internet, et seulement là : un affichage ne suffit pas, et celui que note la vie de l’acte ne le rend pas exécutoire. Pour une commune, la \
          règle demande « population ».",
    exemple: Exemple {
        faux: "[mentions]\npublication = 2026-06-23\nmode_publication = \"affichage\"",
        juste: "[mentions]\npublication = 2026-06-23\nmode_publication = \"electronique\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let c = &dossier.collectivite;
    if droit::affichage_vaut_publicite(dossier.seance.date, c.genre, c.population) {
        return;
    }
    let has = |nature| dossier.vie.etapes.iter().position(|e| e.nature == nature);
    let mode = dossier.deliberation.mentions.mode_publication;
    let (lieu, aide) = if mode.is_some_and(|m| m != ModePublicite::Electronique) {
        let aide = "publiez-le sur le site : mode_publication = \"electronique\"";
        (Lieu::new("deliberation.toml", "mentions.mode_publication"), aide)
    } else if let (Some(rang), None) = (has(NatureEtape::Affichee), has(NatureEtape::Publiee))
        && dossier.deliberation.mentions.publication.is_none()
    {
        let aide =
            "publiez-le sur le site, puis notez-le : delibere vie DOSSIER --publiee AAAA-MM-JJ";
        (Lieu::new("vie.toml", format!("etapes[{rang}].nature")), aide)
    } else {
        return;
    };
    out.push(
        regle
            .constat(
                lieu,
                "l’acte est rendu public sur le site internet de la collectivité : rien d’autre ne vaut publicité",
            )
            .etiquette("mode sans effet")
            .aide(aide),
    );
}
