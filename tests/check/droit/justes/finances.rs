//! Accounts, budgets, taxes, loans and subsidies.

use super::{CC, COMMUNE_300, COMMUNE_5000, DEPARTEMENT, Juste, METROPOLE, REGION, VILLE};

pub(super) const ACTES: &[Juste] = &[
    Juste::new(
        "compte administratif, la maire se retire",
        COMMUNE_300,
        "2024-04-04",
        r#"objet = ["Finances", "Approbation du compte administratif 2023"]
matiere = "7.1.1"
articles = [{ texte = "Le compte administratif de l’exercice 2023 est approuvé." }]
[vote]
non_participations = [{ membre = "ARNAUD", cause = "compte-administratif", quitte_la_salle = true }]"#,
    ),
    Juste::new(
        "compte administratif au quorum juste, la maire se retire",
        COMMUNE_5000,
        "2016-03-21",
        r#"objet = ["Finances", "Compte administratif 2015"]
articles = [{ texte = "Le compte administratif est arrêté." }]
[vote]
non_participations = [{ membre = "ARNAUD", cause = "compte-administratif", quitte_la_salle = true }]"#,
    )
    .seance("[presences]\nexcuses = [\"GALLET\", \"HADDAD\", \"IMBERT\", \"JOUVE\", \"KELLER\"]"),
    Juste::new(
        "compte administratif d’un prédécesseur",
        COMMUNE_5000,
        "2020-06-29",
        r#"objet = ["Finances", "Compte administratif 2019"]
expose = "L’exercice a été conduit par le maire sortant, M. Paul RIVIÈRE."
articles = [{ texte = "Le compte administratif est approuvé." }]
[vote]"#,
    ),
    Juste::new(
        "affectation du résultat",
        COMMUNE_300,
        "2021-04-08",
        r#"objet = ["Finances", "Affectation du résultat du compte administratif 2020"]
articles = [{ texte = "L’excédent de 41 250,18 € est affecté au compte 1068 pour 20 000 €." }]
[vote]"#,
    ),
    Juste::new(
        "budget primitif",
        COMMUNE_5000,
        "2024-04-08",
        r#"objet = ["Finances", "Budget primitif 2024"]
matiere = "7.1.1"
articles = [{ texte = "Le budget est voté en équilibre à 6 200 000 €." }]
[vote]
contre = 2
[mentions]
transmission = 2024-04-12
publication = 2024-04-12
executoire = 2024-04-12"#,
    ),
    Juste::new(
        "orientations budgétaires transmises en été",
        DEPARTEMENT,
        "2021-02-12",
        r#"objet = ["Finances", "Débat d’orientations préalable au budget primitif 2021"]
articles = [{ texte = "Le conseil prend acte du débat." }]
[vote]
[mentions]
transmission = 2021-07-01
publication = 2021-07-02
executoire = 2021-07-02"#,
    ),
    Juste::new(
        "taux d’imposition",
        COMMUNE_300,
        "2012-03-29",
        r#"objet = ["Finances", "Taux des taxes locales 2012"]
matiere = "7.2.1"
articles = [{ texte = "Les taux sont maintenus : taxe d’habitation 11,20 %, taxe foncière 18,65 %." }]
[vote]
[mentions]
transmission = 2012-04-02
publication = 2012-04-02
executoire = 2012-04-02"#,
    ),
    Juste::new(
        "emprunt",
        COMMUNE_5000,
        "2019-11-18",
        r#"objet = ["Finances", "Emprunt de 300 000 € auprès de la Caisse d’Épargne"]
matiere = "7.3.1"
articles = [{ texte = "Un emprunt de 300 000 € sur vingt ans est contracté auprès de la Caisse d’Épargne." }]
[vote]
contre = ["JOUVE"]"#,
    ),
    Juste::new(
        "garantie d’emprunt",
        VILLE,
        "2016-06-27",
        r#"objet = ["Logement", "Garantie d’emprunt à la société HLM Le Foyer"]
matiere = "7.3.3"
articles = [{ texte = "La ville garantit à hauteur de 50 % un prêt de 1 240 000 € souscrit par la société HLM Le Foyer." }]
[vote]"#,
    ),
    Juste::new(
        "subvention sous le seuil",
        COMMUNE_300,
        "2012-06-14",
        r#"objet = ["Vie locale", "Subventions 2012"]
matiere = "7.5.2"
articles = [{ texte = "Une subvention de 400 € est attribuée à l’association des parents d’élèves." }]
[vote]"#,
    ),
    Juste::new(
        "subventions à plusieurs associations, au total plus de 23 000 €",
        VILLE,
        "2021-12-06",
        r#"objet = ["Sports", "Subventions aux clubs"]
articles = [
  { texte = "Les subventions aux associations sportives s’élèvent à 84 000 € au total, selon le tableau joint." },
  { texte = "L’association des nageurs reçoit 12 000 €." },
]
[vote]"#,
    ),
    Juste::new(
        "subvention de plus de 23 000 €, avec convention et engagement",
        METROPOLE,
        "2024-02-16",
        r#"objet = ["Culture", "Subvention à l’orchestre"]
considerants = [{ texte = "que l’association a souscrit le contrat d’engagement républicain" }]
articles = [
  { texte = "Une subvention de 60 000 € est attribuée à l’association de l’orchestre." },
  { texte = "La convention jointe est approuvée, et la présidente la signe." },
]
[vote]"#,
    ),
    Juste::new(
        "subvention au CCAS, au budget annexe",
        COMMUNE_5000,
        "2024-12-16",
        r#"objet = ["Finances", "Subventions d’équilibre"]
articles = [
  { texte = "Une subvention de 48 000 € est versée au CCAS, qui aide les associations de secours." },
  { texte = "Une subvention de 31 000 € est versée au budget annexe de la régie des transports, dont l’entreprise assure le service." },
]
[vote]"#,
    ),
    Juste::new(
        "demande de subvention",
        COMMUNE_300,
        "2024-10-10",
        r#"objet = ["Patrimoine", "Restauration de l’église : demande de subvention"]
matiere = "7.5.1"
articles = [{ texte = "La commune sollicite une subvention de 35 000 € auprès de la Fondation du patrimoine." }]
[vote]"#,
    ),
    Juste::new(
        "subvention refusée",
        CC,
        "2022-07-01",
        r#"objet = ["Vie associative", "Demande de l’association Cap Sud"]
decisions = [{ verbe = "REJETTE", texte = "la demande de subvention de 5 000 € de l’association Cap Sud." }]
[vote]"#,
    ),
    Juste {
        budget: r#"exercices = [2015]
nomenclature = "M57"
[[lignes]]
libelle = "Cantine : repas pris par le collège"
section = "fonctionnement"
sens = "recette"
chapitre = "70"
montants = [12000]
financeur = "Département"
[[lignes]]
libelle = "Entrées du musée"
section = "fonctionnement"
sens = "recette"
chapitre = "70"
montants = [4000]
financeur = "Région"
[[lignes]]
libelle = "Interventions en classe"
section = "fonctionnement"
sens = "recette"
chapitre = "70"
montants = [4000]
financeur = "Communes membres""#,
        ..Juste::new(
            "services rendus à des partenaires publics, en M57 dès 2015",
            COMMUNE_5000,
            "2015-11-09",
            r#"objet = ["Finances", "Tarifs des services rendus"]
articles = [{ texte = "Les tarifs sont approuvés." }]
[vote]
[[annexes]]
piece = "budget""#,
        )
    },
    Juste {
        budget: r#"exercices = [2024, 2025]
nomenclature = "M57"
inscription_annuelle = true
[[lignes]]
libelle = "Études"
section = "fonctionnement"
sens = "depense"
chapitre = "011"
montants = [12000, 8000]
[[lignes]]
libelle = "Participation de l’État"
section = "fonctionnement"
sens = "recette"
chapitre = "74"
montants = [6000, 4000]
financeur = "État"
[[totaux]]
nature = "cout-net"
montants = [6000, 4000]"#,
        ..Juste::new(
            "plan sur deux exercices",
            REGION,
            "2024-03-28",
            r#"objet = ["Transports", "Plan vélo 2024-2025"]
articles = [{ texte = "Le plan vélo est approuvé, tel que joint." }]
[vote]
[[annexes]]
piece = "budget""#,
        )
    },
    Juste::new(
        "décision modificative tardive",
        COMMUNE_300,
        "2016-12-15",
        r#"objet = ["Finances", "Décision modificative n° 2 au budget primitif 2016"]
articles = [{ texte = "1 200 € sont virés du chapitre 022 au chapitre 65." }]
[vote]
[mentions]
transmission = 2016-12-19
publication = 2016-12-19
executoire = 2016-12-19"#,
    ),
];
