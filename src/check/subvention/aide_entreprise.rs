//! An aid to firms by an authority other than the region.

use super::Lecteur;
use crate::check::mots::Mots;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur, mots};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, GenreCollectivite, Lieu, Severite};

pub(in crate::check) static AIDE_ENTREPRISE: Regle = Regle {
    code: "SUBV-04",
    nom: "aide-entreprise",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(2016, 1, 1),
    genres: &[
        GenreCollectivite::Commune,
        GenreCollectivite::CommunauteCommunes,
        GenreCollectivite::CommunauteAgglomeration,
        GenreCollectivite::CommunauteUrbaine,
        GenreCollectivite::Metropole,
    ],
    base: Some("CGCT, art. L. 1511-2 et L. 4251-17"),
    lecture: Lecture::Memoire,
    reserve: Some(
        "Les aides à l’immobilier d’entreprise (art. L. 1511-3) relèvent du bloc communal.",
    ),
    doc: "Une commune ou une intercommunalité aide des entreprises. Ces aides relèvent de la région, qui peut l’y \
          autoriser par une convention : l’acte la vise. L’aide à l’immobilier d’entreprise n’est pas concernée. Les \
          bénéficiaires de `[[subventions]]` sont lus d’abord, puis les lignes du budget.",
    exemple: Exemple {
        faux: "[[lignes]]\ndetail = \"Aide aux entreprises\"\nsection = \"fonctionnement\"\nsens = \"depense\"\n\
               chapitre = \"65\"\nmontants = [10000]",
        juste: "[[visas]]\nnature = \"autre\"\ntexte = \"la convention passée avec la Région pour les aides aux entreprises\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let mut places = places(dossier).into_iter().peekable();
    if places.peek().is_none()
        || mots::acte(dossier).un_de(&[
            "region",
            "regional*",
            "regionale*",
            "srdeii",
            "1511 2",
            "4251 17",
        ])
    {
        return;
    }
    let Some(first) = places.next() else { return };
    let mut constat = regle
        .constat(first, "les aides aux entreprises relèvent de la région, et l’acte ne vise aucune convention avec elle")
        .etiquette("aide à des entreprises")
        .aide("visez la convention par laquelle la région autorise cette aide (CGCT, L. 1511-2)");
    constat.secondaires = places.map(|lieu| (lieu, "de même".to_owned())).collect();
    out.push(constat);
}

/// The grants of the act that name a firm, then the lines of the budget that say they aid some.
fn places(dossier: &Dossier) -> Vec<Lieu> {
    const PROPRIETE: &[&str] = &["immobilier*"];
    let mut out = Vec::new();
    for (i, s) in dossier.deliberation.subventions.iter().enumerate() {
        let nom = Mots::new(&s.beneficiaire);
        let firm = nom.un_de(&["entreprise*", "sarl", "eurl", "sas", "sasu", "commercant*", "artisan*"])
            // A body with the number of an association is one, whatever its name.
            && s.rna.is_none()
            && s.privee() != Some(false)
            && !nom.un_de(&["association*", "federation*", "union*", "club*"]);
        let object = s.objet.as_deref().map(Mots::new);
        if firm && !object.is_some_and(|o| o.un_de(PROPRIETE)) {
            let lieu = format!("subventions[{i}].beneficiaire");
            out.push(Lieu::new("deliberation.toml", lieu));
        }
    }
    let Some(budget) = &dossier.budget else { return out };
    let reader = Lecteur::new(dossier);
    for (i, ligne) in budget.lignes.iter().enumerate().filter(|(_, l)| reader.privee(l)) {
        let words = reader.said(ligne);
        if words.un_de(&["entreprise*", "commercant*", "artisan*"]) && !words.un_de(PROPRIETE) {
            let cle = if ligne.detail.is_some() { ".detail" } else { "" };
            out.push(Lieu::new("budget.toml", format!("lignes[{i}]{cle}")));
        }
    }
    out
}
