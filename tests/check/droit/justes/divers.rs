//! Right acts whose words are those that a rule looks for, and that say something else.

use super::{CA, CC, COMMUNE_300, COMMUNE_5000, DEPARTEMENT, Juste, METROPOLE, REGION, VILLE};

pub(super) const ACTES: &[Juste] = &[
    Juste::new(
        "adjoints élus au scrutin de liste",
        COMMUNE_5000,
        "2020-05-26",
        r#"objet = ["Institutions", "Élection des adjoints à la maire"]
matiere = "5.1.1"
articles = [{ texte = "Les candidats de la liste Ensemble sont proclamés adjoints." }]
[vote]
scrutin = "secret"
poste = "adjoints au maire"
[[vote.tours]]
bulletins = 11
nuls = 1
candidats = [{ nom = "Liste Ensemble", voix = 10 }]"#,
    ),
    Juste::new(
        "membres d’une commission départementale, à main levée décidée à l’unanimité",
        DEPARTEMENT,
        "2021-07-01",
        r#"objet = ["Institutions", "Désignation des représentants dans les collèges"]
expose = "Le conseil départemental décide à l’unanimité de procéder à main levée."
articles = [{ texte = "Mme Odile CARTIER est désignée." }]
[vote]
poste = "représentante au conseil d’administration du collège Rimbaud""#,
    ),
    Juste::new(
        "commission permanente",
        REGION,
        "2024-05-31",
        r#"objet = ["Lycées", "Marchés de travaux"]
articles = [{ texte = "Les marchés sont approuvés." }]
[vote]"#,
    )
    .seance("assemblee = \"commission permanente\"\n[convocation]\ndate = 2024-05-23"),
    Juste::new(
        "convocation d’urgence reconnue",
        COMMUNE_5000,
        "2024-10-21",
        r#"objet = ["Bâtiments", "Démolition d’un mur qui menace l’école"]
articles = [{ texte = "Le mur est démoli." }]
[vote]"#,
    )
    .seance(
        "[convocation]\ndate = 2024-10-19\n[convocation.urgence]\nmotif = \"un mur menace l’école\"\n\
         [convocation.urgence.vote]",
    ),
    Juste::new(
        "seconde convocation, sans quorum",
        COMMUNE_300,
        "2016-08-12",
        r#"objet = ["Forêt", "Coupes de bois"]
articles = [{ texte = "Les coupes des parcelles 3 et 4 sont autorisées." }]
[vote]"#,
    )
    .seance(
        "[convocation]\ndate = 2016-08-09\nseance_sans_quorum = 2016-08-08\n[presences]\nabsents = [\"ESNAULT\", \
         \"FORGET\", \"GALLET\", \"HADDAD\", \"IMBERT\", \"JOUVE\", \"KELLER\"]",
    ),
    Juste::new(
        "unanimité d’une autre instance",
        VILLE,
        "2024-03-18",
        r#"objet = ["Personnel", "Plan de formation"]
articles = [{ texte = "Le plan, adopté à l’unanimité par le comité social territorial, est approuvé." }]
[vote]
contre = ["JOUVE"]
abstentions = ["KELLER"]"#,
    ),
    Juste::new(
        "unanimité des suffrages exprimés",
        CC,
        "2021-12-16",
        r#"objet = ["Déchets", "Règlement de collecte"]
formule = "Le conseil communautaire, après en avoir délibéré, à l’unanimité des suffrages exprimés :"
articles = [{ texte = "Le règlement est adopté." }]
[vote]
abstentions = 2"#,
    ),
    Juste::new(
        "compte administratif d’un syndicat dont la commune est membre",
        COMMUNE_300,
        "2019-07-04",
        r#"objet = ["Intercommunalité", "Compte administratif du syndicat des eaux : communication"]
articles = [{ texte = "Le conseil prend acte du compte administratif du syndicat." }]
[vote]"#,
    ),
    Juste::new(
        "intérêt communautaire proposé aux communes en 2012",
        CC,
        "2012-03-22",
        r#"objet = ["Statuts", "Modification de l’intérêt communautaire"]
decisions = [{ verbe = "PROPOSE", texte = "aux conseils municipaux de déclarer d’intérêt communautaire la piscine de Valmont." }]
[vote]
contre = 4"#,
    ),
    Juste::new(
        "budget primitif voté en juin 2020",
        COMMUNE_5000,
        "2020-06-29",
        r#"objet = ["Finances", "Budget primitif 2020"]
articles = [{ texte = "Le budget est voté en équilibre." }]
[vote]
[mentions]
transmission = 2020-07-03
publication = 2020-07-03
executoire = 2020-07-03"#,
    ),
    Juste::new(
        "taux de promotion, sans transmission",
        CA,
        "2022-09-29",
        r#"objet = ["Personnel", "Taux de promotion à l’avancement de grade"]
matiere = "4.1.1"
articles = [{ texte = "Les taux sont fixés à 100 %." }]
[vote]
[mentions]
publication = 2022-10-03
mode_publication = "electronique""#,
    ),
    Juste::new(
        "recours gracieux bien dit, Télérecours nommé en 2024",
        VILLE,
        "2024-05-27",
        r#"objet = ["Urbanisme", "Droit de préemption sur la parcelle AB 12"]
portee = "individuelle"
expose = "La parcelle permet d’agrandir l’école."
articles = [
  { texte = "Le droit de préemption est exercé au prix de 90 000 €." },
  { texte = "Cette décision peut faire l’objet d’un recours gracieux, qui interrompt le délai, puis d’un recours devant le tribunal administratif de Caen, par www.telerecours.fr, dans un délai de deux mois à compter de sa notification." },
]
[vote]
[mentions]
notification = 2024-05-30
transmission = 2024-05-29
executoire = 2024-05-30"#,
    ),
    Juste::new(
        "avis du préfet attendu sous trois mois",
        METROPOLE,
        "2021-05-20",
        r#"objet = ["Urbanisme", "Arrêt du plan local d’urbanisme intercommunal"]
articles = [{ texte = "Le projet est transmis au préfet, qui rend son avis dans un délai de trois mois à compter de sa réception." }]
[vote]"#,
    ),
    Juste::new(
        "transmission le jour de la séance",
        CC,
        "2022-06-30",
        r#"objet = ["Tourisme", "Tarifs de la taxe de séjour"]
articles = [{ texte = "Le tarif est fixé à 0,80 € par nuit." }]
[vote]
[mentions]
transmission = 2022-06-30
publication = 2022-06-30
mode_publication = "affichage"
executoire = 2022-06-30"#,
    ),
    Juste::new(
        "publication électronique le premier jour de la réforme",
        CC,
        "2022-07-01",
        r#"objet = ["Tourisme", "Tarifs de la taxe de séjour"]
articles = [{ texte = "Le tarif est fixé à 0,80 € par nuit." }]
[vote]
[mentions]
transmission = 2022-07-04
publication = 2022-07-05
mode_publication = "electronique"
executoire = 2022-07-05
fin_publication = 2022-09-05"#,
    )
    .seance("[suites]\nliste = 2022-07-08\npv_arrete = 2022-09-22\npv_publie = 2022-09-29\nliste_transmise = 2022-08-01"),
    Juste::new(
        "compte rendu affiché dans la huitaine",
        COMMUNE_300,
        "2012-11-09",
        r#"objet = ["Voirie", "Numérotation des maisons"]
articles = [{ texte = "Les maisons de la rue du Bac sont numérotées." }]
[vote]"#,
    )
    .seance("[suites]\nliste = 2012-11-17"),
    Juste::new(
        "acte réglementaire publié au recueil",
        VILLE,
        "2019-09-23",
        r#"objet = ["Stationnement", "Règlement du stationnement payant"]
portee = "reglementaire"
articles = [{ texte = "Le stationnement est payant de 9 heures à 19 heures." }]
[vote]
[mentions]
transmission = 2019-09-26
publication = 2019-09-26
executoire = 2019-09-26
recueil = 2019-10-15"#,
    ),
    Juste::new(
        "aide économique insérée dans une publication locale",
        CA,
        "2016-10-06",
        r#"objet = ["Développement économique", "Aide aux entreprises artisanales"]
matiere = "7.4"
portee = "autre"
articles = [{ texte = "Le règlement des aides est modifié, dans le cadre de la convention avec la Région." }]
[vote]
[mentions]
transmission = 2016-10-10
publication = 2016-10-11
executoire = 2016-10-11
insertion = 2016-10-20"#,
    ),
    Juste::new(
        "mise à disposition de personnel payée par une commune",
        CC,
        "2021-06-24",
        r#"objet = ["Personnel", "Mise à disposition d’un technicien"]
articles = [{ texte = "La commune de Valmont rembourse 12 000 € par an." }]
[vote]
abstentions = ["IMBERT"]"#,
    ),
    Juste::new(
        "projet d’acte d’avant 2022, dont la séance est décrite",
        CA,
        "2021-12-09",
        r#"objet = ["Assainissement", "Tarifs 2022"]
etat = "projet"
articles = [{ texte = "Le tarif est fixé à 2,10 € par mètre cube." }]"#,
    ),
];
