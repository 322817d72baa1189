//! The sentences of the sittings of `fixtures/valid`, as a jurist reads them.
//!
//! Members come from the files; the record of each vote is written here as the folders have it.

use std::fs;

use delibere::model::{
    Candidat, CauseNonParticipation as Cause, Conseiller, IdConseiller, Majorite, Mouvement,
    NaturePoint, Point, Pouvoir, Presences, Scrutin, Seance, SensMouvement, SensVote, SortPoint,
    Texte, Tour, Vote,
};

use super::{collectivite, hors, id, ids, nombre, noms, pouvoir, rediger, seance};
use crate::support::root;

/// The members that a file lists.
fn conseillers(file: &str) -> Vec<Conseiller> {
    let texte = fs::read_to_string(root().join("fixtures/valid").join(file)).expect("a file");
    let table: toml::Table = texte.parse().expect("TOML");
    let members = table["conseillers"].as_array().expect("members");
    let word = |m: &toml::Value, key: &str| Some(m.get(key)?.as_str()?.to_owned());
    members
        .iter()
        .enumerate()
        .map(|(i, m)| {
            let nom = word(m, "nom").expect("a name");
            Conseiller {
                id: id(&nom),
                civilite: word(m, "civilite"),
                prenom: word(m, "prenom"),
                nom,
                qualite: word(m, "qualite"),
                groupe: None,
                commune: None,
                rang: u32::try_from(i + 1).expect("few"),
                suppleant_de: word(m, "suppleant_de").map(IdConseiller),
            }
        })
        .collect()
}

/// All those that no other list names are there.
fn presences(members: &[Conseiller], pouvoirs: Vec<Pouvoir>, away: [&[&str]; 2]) -> Presences {
    let [excuses, absents] = away.map(ids);
    let not_there = |c: &&Conseiller| {
        !pouvoirs.iter().any(|p| p.mandant == c.id)
            && !excuses.contains(&c.id)
            && !absents.contains(&c.id)
    };
    let presents = members.iter().filter(not_there).map(|c| c.id.clone()).collect();
    Presences { presents, pouvoirs, excuses, absents }
}

fn point(numero: usize) -> Point {
    Point {
        numero: numero.to_string(),
        nature: NaturePoint::Deliberation,
        sort: SortPoint::Inscrit,
        motif: None,
        dossier: None,
        titre: None,
        rapporteur: None,
        acte: None,
        texte: Texte::default(),
        debats: Texte::default(),
        president: (numero == 3).then(|| id("BELKACEM")),
        secretaires: Vec::new(),
    }
}

fn saint_aubin() -> Seance {
    let members = conseillers("saint-aubin-2026-06/assemblee.toml");
    let pouvoirs = vec![
        pouvoir("DIARRA", "BELKACEM"),
        pouvoir("RAVENEL", "VASSELIN"),
        pouvoir("NGUYEN", "CASTAGNET"),
        pouvoir("CHASSAIN", "LAUBRESSE"),
        pouvoir("DUBREUILH", "KERBRAT"),
    ];
    let there = presences(&members, pouvoirs, [&["GRANDIN"], &["SERVIN"]]);
    let moves = |nom: &str, sens, numero: usize, holder: Option<&str>| Mouvement {
        membre: id(nom),
        sens,
        point: numero - 1,
        heure: None,
        pouvoir: holder.map(id),
    };
    let mut out = seance((2026, 6, 18), members, there);
    out.points = (1..=9).map(point).collect();
    out.mouvements = vec![
        moves("DIARRA", SensMouvement::Arrivee, 4, None),
        moves("CASTAGNET", SensMouvement::Depart, 6, None),
        moves("HARDOUIN", SensMouvement::Depart, 8, Some("PRÉVOTAT")),
    ];
    out
}

#[track_caller]
fn reads(numero: usize, vote: &Vote, attendu: &[&str]) {
    let c = collectivite("commune");
    assert_eq!(rediger(&saint_aubin(), &c, Some(numero - 1), vote), attendu);
}

#[test]
fn saint_aubin_point_1() {
    reads(
        1,
        &Vote::default(),
        &["Adoptée à l’unanimité des suffrages exprimés : 27 voix pour.", "Adoptée à l’unanimité"],
    );
}

#[test]
fn saint_aubin_point_3() {
    reads(
        3,
        &Vote {
            contre: nombre(2),
            abstentions: nombre(5),
            non_participations: vec![hors("VASSELIN", Cause::CompteAdministratif, None, true)],
            ..Vote::default()
        },
        &[
            "Adoptée à la majorité des suffrages exprimés : 18 voix pour, 2 contre, 5 abstentions.",
            "M. VASSELIN, maire, s’est retiré au moment du vote et n’y a pas pris part.",
            "Le pouvoir donné par M. RAVENEL à M. VASSELIN n’a pas été exercé.",
            "Adoptée à la majorité",
        ],
    );
}

#[test]
fn saint_aubin_point_4() {
    let tour = |blancs, nuls, candidats: &[(&str, u32)]| Tour {
        bulletins: 27,
        blancs,
        nuls,
        candidats: candidats
            .iter()
            .map(|(nom, voix)| Candidat {
                membre: Some(id(nom)),
                nom: (*nom).to_owned(),
                voix: *voix,
                naissance: None,
            })
            .collect(),
    };
    let motif = "en application des articles L. 2122-4 et L. 2122-7 du code général des collectivités territoriales";
    reads(
        4,
        &Vote {
            scrutin: Scrutin::Secret,
            motif: Some(motif.to_owned()),
            poste: Some("troisième adjointe au maire".to_owned()),
            tours: vec![
                tour(2, 1, &[("MERCADIER", 12), ("PASCAREL", 8), ("LAUBRESSE", 4)]),
                tour(2, 0, &[("MERCADIER", 16), ("PASCAREL", 9)]),
            ],
            ..Vote::default()
        },
        &[
            "Mme Isabelle MERCADIER, ayant obtenu 16 voix au deuxième tour, soit la majorité absolue des suffrages \
             exprimés, est élue troisième adjointe au maire.",
            "Il a été procédé à l’élection au scrutin secret, en application des articles L. 2122-4 et L. 2122-7 du code \
             général des collectivités territoriales.",
            "Au premier tour : 27 bulletins trouvés dans l’urne, dont 2 blancs et 1 nul, soit 24 suffrages exprimés ; \
             majorité absolue : 13 voix. Ont obtenu : Mme Isabelle MERCADIER, 12 voix ; Mme Aurélie PASCAREL, 8 voix ; \
             Mme Catherine LAUBRESSE, 4 voix.",
            "Au deuxième tour : 27 bulletins trouvés dans l’urne, dont 2 blancs, soit 25 suffrages exprimés ; majorité \
             absolue : 13 voix. Ont obtenu : Mme Isabelle MERCADIER, 16 voix ; Mme Aurélie PASCAREL, 9 voix.",
            "Élection de Mme Isabelle MERCADIER",
        ],
    );
}

#[test]
fn saint_aubin_point_5() {
    reads(
        5,
        &Vote {
            abstentions: noms(&["MONTAGNAC"]),
            non_participations: vec![
                hors("QUILLET", Cause::Interet, Some("président de l’association"), true),
                hors("KERBRAT", Cause::Interet, Some("trésorier de l’association"), true),
            ],
            ..Vote::default()
        },
        &[
            "Adoptée à l’unanimité des suffrages exprimés : 23 voix pour, 1 abstention (M. MONTAGNAC).",
            "M. QUILLET, président de l’association, et M. KERBRAT, trésorier de l’association, intéressés à l’affaire, \
             n’ont pas pris part au vote.",
            "Le pouvoir donné par Mme DUBREUILH à M. KERBRAT n’a pas été exercé.",
            "Adoptée à l’unanimité des suffrages exprimés",
        ],
    );
}

#[test]
fn saint_aubin_point_6() {
    reads(
        6,
        &Vote {
            scrutin: Scrutin::Public,
            motif: Some("à la demande du quart des membres présents".to_owned()),
            pour: noms(&[
                "VASSELIN",
                "BELKACEM",
                "PERRICHON",
                "LE GOFFIC",
                "TOURNEBISE",
                "DELMOTTE",
                "MERCADIER",
                "RAVENEL",
                "HAMELOT",
                "QUILLET",
                "ROUVRAY",
                "VILLENAVE",
                "FERREIRA",
                "LAUBRESSE",
                "MONTAGNAC",
                "HARDOUIN",
                "PRÉVOTAT",
                "CHASSAIN",
            ]),
            contre: noms(&["FONTANEL", "PASCAREL", "KERBRAT", "DUBREUILH"]),
            abstentions: noms(&["DIARRA", "OUALI", "ESTÈVE"]),
            ..Vote::default()
        },
        &[
            "Adoptée à la majorité des suffrages exprimés : 18 voix pour, 4 contre, 3 abstentions.",
            "Le vote a eu lieu au scrutin public, à la demande du quart des membres présents.",
            "Ont voté pour : M. VASSELIN, Mme BELKACEM, M. PERRICHON, M. LE GOFFIC, Mme TOURNEBISE, M. DELMOTTE, \
             Mme MERCADIER, M. RAVENEL, Mme HAMELOT, M. QUILLET, Mme ROUVRAY, M. VILLENAVE, M. FERREIRA, Mme LAUBRESSE, \
             M. MONTAGNAC, Mme HARDOUIN, M. PRÉVOTAT, Mme CHASSAIN.",
            "Ont voté contre : Mme FONTANEL, Mme PASCAREL, M. KERBRAT, Mme DUBREUILH.",
            "Se sont abstenus : Mme DIARRA, M. OUALI, Mme ESTÈVE.",
            "Adoptée à la majorité",
        ],
    );
}

#[test]
fn saint_aubin_point_8() {
    reads(
        8,
        &Vote {
            contre: nombre(11),
            abstentions: nombre(3),
            president: Some(SensVote::Pour),
            ..Vote::default()
        },
        &[
            "Adoptée, les voix étant également partagées et celle du président de séance étant prépondérante en \
             application de l’article L. 2121-20 du code général des collectivités territoriales : 11 voix pour, \
             11 contre, 3 abstentions.",
            "Adoptée par la voix prépondérante du président",
        ],
    );
}

#[test]
fn saint_aubin_point_9() {
    reads(
        9,
        &Vote {
            pour: nombre(7),
            contre: nombre(15),
            abstentions: nombre(2),
            non_participations: vec![hors(
                "LAUBRESSE",
                Cause::Refus,
                Some("qui juge l’évaluation trop ancienne"),
                false,
            )],
            ..Vote::default()
        },
        &[
            "Rejetée : 7 voix pour, 15 contre, 2 abstentions.",
            "Mme LAUBRESSE, qui juge l’évaluation trop ancienne, n’a pas pris part au vote.",
            "Rejetée",
        ],
    );
}

#[test]
fn caen_la_mer_adopted() {
    let members = conseillers("caen-la-mer-2012-adoptee/seance.toml");
    let pouvoirs = vec![
        pouvoir("PESQUEROLLE", "BOURDIVEL"),
        pouvoir("URCANTEL", "CARNOUVAL"),
        pouvoir("WASTREVILLE", "ÉPERNOVE"),
        pouvoir("KEROUVAL", "LAVERDINE"),
        pouvoir("ORBESSOL", "FALQUERET"),
    ];
    let there = presences(&members, pouvoirs, [&["ROQUEBRUNEL", "JONQUEVAL"], &["HERBOLIN"]]);
    let mut seance = seance((2012, 12, 7), members, there);
    seance.effectif = Some(46);
    let vote = Vote {
        abstentions: nombre(4),
        majorite: Majorite::InteretCommunautaire,
        ..Vote::default()
    };
    assert_eq!(
        rediger(&seance, &collectivite("communaute-agglomeration"), None, &vote),
        [
            "Adoptée à la majorité des deux tiers de l’effectif du conseil communautaire (31 voix requises, pour \
             46 sièges), exigée pour déterminer l’intérêt communautaire : 39 voix pour, 4 abstentions.",
            "Adoptée à la majorité des deux tiers",
        ]
    );
}
