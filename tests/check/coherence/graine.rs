//! The seed, 7 December 2012: each contradiction that it has, and nothing else.

use crate::support;

/// Code, file, line, words underlined, and the words of the other side.
type Attendu = (&'static str, &'static str, usize, &'static str, &'static str);

const ATTENDUS: &[Attendu] = &[
    // The dispositif, the sheet and the budget each have their word.
    ("COHE-01", "programme.toml", 75, "\"Formation ESS\"", "\"formation des techniciens\""),
    ("COHE-01", "programme.toml", 88, "\"Sensibilisation ESS\"", "\"sensibilisation élus\""),
    (
        "COHE-01",
        "fiches/07-entrepreneuriat.toml",
        8,
        "\"entrepreneuriat ESS\"",
        "\"aide à l'entrepreneuriat social\"",
    ),
    ("COHE-02", "fiches/05-sensibilisation-elus.toml", 39, "½ journée", "1 journée"),
    // The charter, planned for the middle term.
    ("COHE-03", "fiches/02-charte.toml", 65, "Fin 2013", "\"Moyen terme 2014\""),
    ("COHE-04", "programme.md", 385, "moyen terme début 2014-2015", "\"Moyen terme 2014\""),
    (
        "COHE-06",
        "deliberation.toml",
        8,
        "\"ADOPTION DES ORIENTATIONS GÉNÉRALES DU PROGRAMME D'ACTIONS\"",
        "\"DÉCLARE\"",
    ),
    ("COHE-15", "programme.md", 289, "ARDESS", "ARDES"),
];

#[test]
fn the_seed_contradicts_itself_in_these_places_and_no_other() {
    for case in ["caen-la-mer-2012", "caen-la-mer-2012-adoptee"] {
        let lecture = support::read(&support::root().join("fixtures/valid").join(case));
        let words = |place: &delibere::read::Place| {
            lecture.sources.texte(&place.fichier).expect("a file")[place.plage.clone()].to_owned()
        };
        let found = super::findings(&lecture);
        let said: Vec<_> = found
            .iter()
            .map(|d| {
                let other = d.secondaires.first().map(&words).unwrap_or_default();
                (d.code, d.place.fichier.clone(), d.place.debut.ligne, words(&d.place), other)
            })
            .collect();
        let wanted: Vec<_> = ATTENDUS
            .iter()
            .map(|(code, file, line, here, there)| {
                // The adopted act has one line less, above these.
                let less = usize::from(case.ends_with("adoptee") && *file == "deliberation.toml");
                (*code, (*file).to_owned(), line - less, (*here).to_owned(), (*there).to_owned())
            })
            .collect();
        assert_eq!(said, wanted, "{case}");
    }
}

/// A sheet that is launched in October 2013 and rewarded in February 2014, when it is paid, contradicts nothing.
#[test]
fn a_launch_before_the_payment_is_no_contradiction() {
    let case = support::root().join("fixtures/valid/caen-la-mer-2012");
    let found = super::findings(&support::read(&case));
    assert!(found.iter().all(|d| d.place.fichier != "fiches/08-appel-a-projets.toml"));
}
