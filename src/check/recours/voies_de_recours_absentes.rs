//! An act on a named person that does not say how it may be challenged.

use super::mention;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Portee, Severite};

pub(in crate::check) static VOIES_DE_RECOURS_ABSENTES: Regle = Regle {
    code: "RECO-01",
    nom: "voies-de-recours-absentes",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: Some("code de justice administrative, art. R. 421-1 et R. 421-5"),
    lecture: Lecture::Lu,
    reserve: None,
    doc: "Le délai de recours n’est opposable à celui que vise une décision individuelle que si \
          elle lui dit, en lui étant notifiée, comment et dans quel délai la contester. L’acte \
          est déclaré « portee = \"individuelle\" », ou porte une date de notification, et rien \
          ne le dit. Pour un acte publié, ce n’est qu’un usage : la règle se tait.",
    exemple: Exemple {
        faux: "portee = \"individuelle\"",
        juste: "# collectivite.toml\n[theme.formules]\nrecours = \"La présente délibération peut faire l’objet d’un recours devant le tribunal administratif de Caen, dans un délai de deux mois à compter de sa notification.\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let acte = &dossier.deliberation;
    let chemin = match (acte.portee, acte.mentions.notification) {
        (Some(Portee::Individuelle), _) => "portee",
        (_, Some(_)) => "mentions.notification",
        _ => return,
    };
    if !mention::mentions(dossier).is_empty() {
        return;
    }
    out.push(
        regle
            .constat(
                Lieu::new("deliberation.toml", chemin),
                "la décision est notifiée à celui qu’elle vise, et ne dit ni comment ni quand la contester",
            )
            .etiquette("sans voies ni délais de recours")
            .aide("ajoutez « recours » dans [theme.formules] de collectivite.toml : tribunal, délai de deux mois"),
    );
}
