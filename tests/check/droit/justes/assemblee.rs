//! The assembly and its executive: elections, allowances, delegations, rules of procedure, votes that are not ordinary.

use super::{CA, CC, COMMUNE_300, COMMUNE_5000, DEPARTEMENT, Juste, METROPOLE, REGION, VILLE};

pub(super) const ACTES: &[Juste] = &[
    Juste::new(
        "élection du maire",
        COMMUNE_300,
        "2020-05-26",
        r#"objet = ["Institutions", "Élection du maire"]
matiere = "5.1"
articles = [{ texte = "Mme Jeanne ARNAUD est proclamée maire et immédiatement installée." }]
[vote]
scrutin = "secret"
poste = "maire"
[[vote.tours]]
bulletins = 11
blancs = 1
candidats = [{ nom = "ARNAUD", voix = 8 }, { nom = "FORGET", voix = 2 }]"#,
    ),
    Juste::new(
        "élection au troisième tour",
        COMMUNE_5000,
        "2014-03-29",
        r#"objet = ["Institutions", "Élection de la première adjointe"]
articles = [{ texte = "Mme Odile CARTIER est proclamée première adjointe." }]
[vote]
scrutin = "secret"
poste = "première adjointe"
[[vote.tours]]
bulletins = 11
candidats = [{ nom = "CARTIER", voix = 5 }, { nom = "DAOUD", voix = 4 }, { nom = "JOUVE", voix = 2 }]
[[vote.tours]]
bulletins = 11
candidats = [{ nom = "CARTIER", voix = 5 }, { nom = "DAOUD", voix = 5 }, { nom = "JOUVE", voix = 1 }]
[[vote.tours]]
bulletins = 11
candidats = [{ nom = "CARTIER", voix = 6 }, { nom = "DAOUD", voix = 5 }]"#,
    ),
    Juste::new(
        "indemnités de fonction",
        COMMUNE_300,
        "2020-06-11",
        r#"objet = ["Institutions", "Indemnités de fonction du maire et des adjoints"]
matiere = "5.6.1"
expose = "La population totale est de 300 habitants. Le taux maximal est de 25,5 % de l’indice brut terminal pour le maire."
articles = [
  { texte = "L’indemnité du maire est fixée à 25,5 % de l’indice brut terminal de la fonction publique." },
  { texte = "Celle des adjoints est fixée à 9,9 %." },
]
[vote]
abstentions = 2"#,
    ),
    Juste::new(
        "délégations au maire",
        COMMUNE_5000,
        "2022-07-01",
        r#"objet = ["Institutions", "Délégations du conseil municipal à la maire"]
matiere = "5.4"
decisions = [{ verbe = "DÉLÈGUE", texte = """
à la maire, pour la durée du mandat, le pouvoir :
- d’intenter au nom de la commune les actions en justice ou de défendre la commune dans les actions intentées contre elle, \
devant le tribunal administratif comme devant toute autre juridiction, y compris en recours et dans les délais de six mois ;
- de passer les contrats d’assurance ;
- de réaliser les lignes de trésorerie dans la limite de 200 000 €.""" }]
[vote]
contre = ["HADDAD"]"#,
    ),
    Juste::new(
        "règlement intérieur",
        VILLE,
        "2021-02-08",
        r#"objet = ["Institutions", "Règlement intérieur du conseil municipal"]
matiere = "5.2.1"
portee = "autre"
articles = [{ texte = "Le règlement intérieur du conseil municipal est adopté." }]
[vote]
contre = ["FORGET", "JOUVE"]
[mentions]
transmission = 2021-02-10
publication = 2021-02-11
executoire = 2021-02-11"#,
    ),
    Juste::new(
        "désignation à main levée, décidée à l’unanimité",
        CC,
        "2024-04-11",
        r#"objet = ["Institutions", "Désignation des représentants au syndicat mixte de l’Adour"]
matiere = "5.3.1"
expose = "Le conseil décide, à l’unanimité, de ne pas procéder au scrutin secret."
articles = [{ texte = "M. Driss DAOUD et Mme Kim KELLER sont désignés." }]
[vote]"#,
    ),
    Juste::new(
        "désignation au scrutin secret",
        METROPOLE,
        "2020-07-15",
        r#"objet = ["Institutions", "Désignation d’un représentant à l’agence d’urbanisme"]
articles = [{ texte = "M. Hakim HADDAD est désigné." }]
[vote]
scrutin = "secret"
pour = 8
contre = 1
blancs = 2"#,
    ),
    Juste::new(
        "candidature unique",
        COMMUNE_5000,
        "2024-02-05",
        r#"objet = ["Institutions", "Désignation du représentant au conseil d’école"]
expose = "Une seule candidature a été déposée : la nomination prend effet immédiatement, et la maire en donne lecture."
articles = [{ texte = "Mme Irène IMBERT est désignée." }]
[vote]
poste = "représentante au conseil d’école""#,
    ),
    Juste::new(
        "coordonnateur du recensement",
        COMMUNE_300,
        "2021-10-14",
        r#"objet = ["Personnel", "Recensement de la population : nomination d’un coordonnateur communal et d’un agent recenseur"]
articles = [{ texte = "Mme la maire nomme par arrêté le coordonnateur et l’agent recenseur, rémunéré 900 €." }]
[vote]"#,
    ),
    Juste::new(
        "huis clos",
        COMMUNE_5000,
        "2016-11-21",
        r#"objet = ["Affaires générales", "Protection fonctionnelle d’un agent"]
articles = [{ texte = "La protection fonctionnelle est accordée à l’agent." }]
[vote]"#,
    )
    .seance("huis_clos = true\n[vote_huis_clos]\ncontre = [\"FORGET\"]"),
    Juste::new(
        "voix prépondérante",
        COMMUNE_5000,
        "2019-06-24",
        r#"objet = ["Urbanisme", "Avis sur le projet de parc éolien"]
articles = [{ texte = "Le conseil émet un avis favorable." }]
[vote]
contre = ["DAOUD", "ESNAULT", "FORGET", "GALLET", "HADDAD"]
abstentions = ["KELLER"]
resultat = "adoptee""#,
    ),
    Juste::new(
        "partage au scrutin secret",
        COMMUNE_300,
        "2024-09-12",
        r#"objet = ["Vie locale", "Déplacement du monument"]
etat = "rejetee"
articles = [{ texte = "Le monument est déplacé place de l’Église." }]
[vote]
scrutin = "secret"
motif = "à la demande du tiers des membres présents"
pour = 5
contre = 5
blancs = 1
resultat = "rejetee""#,
    ),
    Juste::new(
        "scrutin public",
        REGION,
        "2016-12-15",
        r#"objet = ["Transports", "Convention avec l’exploitant ferroviaire"]
articles = [{ texte = "La convention est approuvée." }]
[vote]
scrutin = "public"
motif = "à la demande du sixième des membres présents"
contre = ["FORGET", "JOUVE"]
abstentions = ["KELLER"]"#,
    ),
    Juste::new(
        "pouvoirs et départ",
        CA,
        "2024-06-20",
        r#"objet = ["Eau", "Rapport sur le prix et la qualité du service"]
articles = [{ texte = "Le conseil prend acte du rapport." }]
[vote]
contre = ["IMBERT"]"#,
    )
    .seance(
        "[presences]\nexcuses = [\"JOUVE\"]\npouvoirs = [{ mandant = \"KELLER\", mandataire = \"DAOUD\" }, { mandant = \
         \"IMBERT\", mandataire = \"CARTIER\" }]",
    ),
    Juste::new(
        "deux pouvoirs sous l’état d’urgence sanitaire, quatre présents",
        COMMUNE_300,
        "2021-03-18",
        r#"objet = ["Finances", "Admission en non-valeur"]
articles = [{ texte = "La somme de 112,40 € est admise en non-valeur." }]
[vote]"#,
    )
    .seance(
        "[presences]\nabsents = [\"JOUVE\"]\npouvoirs = [{ mandant = \"KELLER\", mandataire = \"DAOUD\" }, { mandant = \
         \"IMBERT\", mandataire = \"DAOUD\" }]",
    ),
    Juste::new(
        "élu intéressé qui sort",
        DEPARTEMENT,
        "2026-02-06",
        r#"objet = ["Culture", "Convention avec le musée de l’Ardenne"]
rapporteur = "M. Luc BESSON"
articles = [{ texte = "La convention de partenariat est approuvée." }]
[vote]
non_participations = [{ membre = "GALLET", cause = "interet", quitte_la_salle = true }]"#,
    ),
    Juste::new(
        "vœu",
        DEPARTEMENT,
        "2019-12-13",
        r#"objet = ["Vœux", "Maintien de la ligne ferroviaire"]
matiere = "9.4"
articles = [{ texte = "L’assemblée demande à l’État le maintien de la ligne." }]
[vote]"#,
    ),
];
