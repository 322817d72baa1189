//! Groupings: what is of intérêt communautaire, on either side of each change of the law, and what they decide otherwise.

use super::{CA, CC, Juste, METROPOLE};

/// Eight votes of eleven seats are two thirds of the seats and of the votes cast.
const HUIT: &str = r#"objet = ["Sports", "Piscine"]
decisions = [{ verbe = "DÉCLARE", texte = "d’intérêt communautaire la piscine." }]
[vote]
contre = 3
majorite = "interet-communautaire"
resultat = "adoptee""#;

/// Seven of eleven are neither.
const SEPT_REJETEE: &str = r#"objet = ["Sports", "Piscine"]
decisions = [{ verbe = "DÉCLARE", texte = "d’intérêt communautaire la piscine." }]
[vote]
contre = 4
majorite = "interet-communautaire"
resultat = "rejetee""#;

/// The same, where the file does not say the majority, and says that the act is rejected.
const SEPT_REJETEE_SANS_MAJORITE: &str = r#"objet = ["Sports", "Piscine"]
etat = "rejetee"
decisions = [{ verbe = "DÉCLARE", texte = "d’intérêt communautaire la piscine." }]
[vote]
contre = 4
resultat = "rejetee""#;

pub(super) const ACTES: &[Juste] = &[
    Juste::new("intérêt communautaire en 2012", CA, "2012-12-07", HUIT),
    Juste::new("rejet faute des deux tiers en 2012", CA, "2012-12-07", SEPT_REJETEE),
    Juste::new("rejet sans majorité déclarée", CA, "2012-12-07", SEPT_REJETEE_SANS_MAJORITE),
    Juste::new("la veille du 9 août 2015", CA, "2015-08-08", HUIT),
    Juste::new("le 9 août 2015", CA, "2015-08-09", HUIT),
    Juste::new("le 28 décembre 2019", METROPOLE, "2019-12-28", HUIT),
    Juste::new("rejet le 28 décembre 2019", METROPOLE, "2019-12-28", SEPT_REJETEE),
    Juste::new("le 29 décembre 2019", METROPOLE, "2019-12-29", HUIT),
    Juste::new("rejet le 29 décembre 2019", CC, "2019-12-29", SEPT_REJETEE_SANS_MAJORITE),
    Juste::new(
        "deux tiers des suffrages seuls, depuis 2020",
        CC,
        "2021-09-23",
        r#"objet = ["Sports", "Piscine"]
decisions = [{ verbe = "DÉCLARE", texte = "d’intérêt communautaire la piscine." }]
[vote]
contre = 3
abstentions = 2
majorite = "interet-communautaire"
resultat = "adoptee""#,
    ),
    Juste::new(
        "voirie déjà d’intérêt communautaire",
        CC,
        "2012-05-10",
        r#"objet = ["Voirie", "Travaux sur la voirie d’intérêt communautaire"]
articles = [{ texte = "Le programme de travaux sur la voirie d’intérêt communautaire est approuvé." }]
[vote]
contre = 4"#,
    ),
    Juste::new(
        "convocation à trois jours francs avant mars 2020",
        "genre = \"communaute-communes\"\ncommune_3500 = false\ndepartement = \"Lozère\"",
        "2020-02-29",
        r#"objet = ["Déchets", "Redevance 2020"]
articles = [{ texte = "La redevance est fixée à 92 € par an." }]
[vote]"#,
    )
    .seance("[convocation]\ndate = 2020-02-25"),
    Juste::new(
        "aide au programme local de l’habitat, au bureau",
        CA,
        "2024-05-16",
        r#"objet = ["Habitat", "Programme local de l’habitat : aide à une opération"]
articles = [{ texte = "Une aide de 8 000 € est accordée à l’office public de l’habitat." }]
[vote]"#,
    )
    .seance("assemblee = \"bureau communautaire\""),
    Juste::new(
        "développement économique, sans intérêt communautaire",
        CA,
        "2019-04-11",
        r#"objet = ["Patrimoine", "Bail commercial de l’atelier n° 3"]
matiere = "3.3.1"
articles = [{ texte = "Le bail est consenti à la société Lainière pour 310 € par mois." }]
[vote]
[mentions]
transmission = 2019-04-15
publication = 2019-04-15
executoire = 2019-04-15"#,
    ),
];
