//! Property, works, names and suits.

use super::{CA, COMMUNE_300, COMMUNE_5000, DEPARTEMENT, Juste, METROPOLE, REGION, VILLE};

pub(super) const ACTES: &[Juste] = &[
    Juste::new(
        "dénomination d’une rue",
        COMMUNE_300,
        "2024-03-14",
        r#"objet = ["Voirie", "Dénomination et nomination de voies communales"]
expose = "Louise Michel, née le 29 mai 1830 à Vroncourt-la-Côte, fut institutrice."
articles = [{ texte = "La voie nouvelle prend le nom de rue Louise-Michel." }]
[vote]"#,
    ),
    Juste::new(
        "dénomination d’après une personne disparue",
        VILLE,
        "2022-06-30",
        r#"objet = ["Voirie", "Dénomination d’une place"]
expose = "Simone Veil, née le 13 juillet 1927 à Nice et décédée le 30 juin 2017, fut ministre de la Santé."
articles = [{ texte = "La place prend le nom de Simone-Veil." }]
[vote]"#,
    ),
    Juste::new(
        "défendre la commune",
        COMMUNE_5000,
        "2024-05-13",
        r#"objet = ["Contentieux", "Décision d’ester en justice"]
matiere = "5.8"
decisions = [{ verbe = "AUTORISE", texte = "la maire à défendre la commune dans le recours introduit depuis six mois devant le tribunal administratif de Rennes." }]
[vote]"#,
    ),
    Juste::new(
        "transaction",
        METROPOLE,
        "2019-12-28",
        r#"objet = ["Contentieux", "Protocole transactionnel"]
articles = [
  { texte = "Le protocole met fin au recours pendant devant le tribunal administratif de Nancy, dans un délai de trois mois à compter de sa signature." },
  { texte = "La métropole verse 12 500 €." },
]
[vote]"#,
    ),
    Juste::new(
        "voies de recours justes, dites par l’acte",
        COMMUNE_5000,
        "2024-05-13",
        r#"objet = ["Urbanisme", "Refus d’une autorisation d’occupation du domaine public"]
portee = "individuelle"
expose = "L’emplacement demandé gêne l’accès des secours."
articles = [
  { texte = "La demande est refusée." },
  { texte = "La présente délibération peut faire l’objet d’un recours devant le tribunal administratif d’Orléans dans un délai de deux mois à compter de sa notification, augmenté d’un mois pour qui demeure outre-mer." },
]
[vote]"#,
    ),
    Juste::new(
        "cession d’une parcelle",
        COMMUNE_300,
        "2016-09-22",
        r#"objet = ["Patrimoine", "Cession de la parcelle A 112"]
matiere = "3.2.1"
articles = [
  { texte = "La parcelle A 112, de 640 m², est cédée à Mme Anne LEBRUN au prix de 9 600 €." },
  { texte = "La maire signe l’acte notarié." },
]
[vote]
contre = 1
[mentions]
transmission = 2016-09-26
reception = 2016-09-27
publication = 2016-09-23
executoire = 2016-09-26"#,
    ),
    Juste::new(
        "acquisition, exécutoire à l’accusé de réception",
        CA,
        "2024-11-28",
        r#"objet = ["Patrimoine", "Acquisition d’un terrain"]
matiere = "3.1"
articles = [{ texte = "Le terrain est acquis au prix de 140 000 € hors taxes." }]
[vote]
[mentions]
transmission = 2024-12-02
reception = 2024-12-03
publication = 2024-12-02
mode_publication = "electronique"
mode_transmission = "electronique"
executoire = 2024-12-03"#,
    ),
    Juste::new(
        "marché de travaux",
        VILLE,
        "2012-10-15",
        r#"objet = ["Commande publique", "Marché de travaux de l’école Pergaud"]
matiere = "1.1.1"
articles = [
  { texte = "Le marché est attribué à la société Bâti-Nord pour 412 300 € hors taxes." },
  { texte = "Les crédits sont inscrits au chapitre 23." },
]
[vote]
abstentions = ["JOUVE"]
[mentions]
transmission = 2012-10-18
publication = 2012-10-19
executoire = 2012-10-19
mode_publication = "affichage""#,
    ),
    Juste::new(
        "délégation de service public",
        COMMUNE_5000,
        "2021-12-13",
        r#"objet = ["Eau", "Délégation du service public de l’eau potable : choix du délégataire"]
matiere = "1.2.1"
articles = [{ texte = "Le contrat de délégation est conclu avec la société Eaux Claires pour dix ans." }]
[vote]
contre = ["HADDAD", "IMBERT"]"#,
    ),
    Juste::new(
        "tableau des effectifs",
        COMMUNE_300,
        "2022-07-01",
        r#"objet = ["Personnel", "Tableau des effectifs : création d’un emploi"]
matiere = "4.1.1"
articles = [{ texte = "Un emploi d’adjoint technique à temps non complet (20 heures) est créé au 1er septembre 2022." }]
[vote]
[mentions]
publication = 2022-07-05
mode_publication = "affichage""#,
    ),
    Juste::new(
        "classement d’une voie, non transmis",
        DEPARTEMENT,
        "2024-01-26",
        r#"objet = ["Voirie", "Classement d’une section de route départementale"]
articles = [{ texte = "La section est classée dans le domaine public routier." }]
[vote]"#,
    ),
    Juste::new(
        "règlement d’un service, avec les pièces à fournir",
        COMMUNE_5000,
        "2024-06-24",
        r#"objet = ["Enfance", "Règlement de l’accueil périscolaire"]
portee = "reglementaire"
articles = [
  { texte = "Le dossier d’inscription comprend le nom, la date de naissance de l’enfant et un IBAN." },
  { texte = "Le tarif dépend du revenu fiscal de référence des ménages." },
]
[vote]"#,
    ),
    Juste::new(
        "avis sur une enquête publique, six mois",
        REGION,
        "2021-06-24",
        r#"objet = ["Environnement", "Avis sur le schéma d’aménagement des eaux"]
articles = [{ texte = "L’assemblée rend un avis favorable, à transmettre dans un délai de quatre mois à compter de la saisine." }]
[vote]
[mentions]
transmission = 2021-06-28
publication = 2021-06-29
executoire = 2021-06-29"#,
    ),
];
