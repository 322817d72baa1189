//! What is read of each form of vote: the sentences, then the words of a list.

use delibere::model::{
    CauseNonParticipation as Cause, Majorite, Presences, Resultat, Scrutin, SensVote, Vote,
};
use delibere::redaction::{Depouillement, Instance, Issue};

use super::{
    collectivite, compter, conseil, hors, id, lit, lit_in, nombre, noms, plain, pouvoir, rediger,
};

const PUBLIC: &str = "à la demande du quart des membres présents";

#[test]
fn unanimity() {
    lit(
        &Vote::default(),
        &["Adoptée à l’unanimité des suffrages exprimés : 9 voix pour.", "Adoptée à l’unanimité"],
    );
    lit(
        &Vote { abstentions: noms(&["ROUX"]), ..Vote::default() },
        &[
            "Adoptée à l’unanimité des suffrages exprimés : 8 voix pour, 1 abstention (M. ROUX).",
            "Adoptée à l’unanimité des suffrages exprimés",
        ],
    );
}

#[test]
fn majority() {
    lit(
        &Vote {
            contre: noms(&["ROUX", "BENALI", "DIALLO"]),
            abstentions: nombre(2),
            ..Vote::default()
        },
        &[
            "Adoptée à la majorité des suffrages exprimés : 4 voix pour, 3 contre (M. BENALI, Mme DIALLO, M. ROUX), \
             2 abstentions.",
            "Adoptée à la majorité",
        ],
    );
}

#[test]
fn the_base_of_the_house_is_printed_where_it_is_true() {
    let seance = conseil();
    let mut c = (*collectivite("commune")).clone();
    c.theme.formules.base_vote = Some("des membres présents et représentés".to_owned());
    let first = |vote: &Vote| rediger(&seance, &c, None, vote).swap_remove(0);
    assert_eq!(
        first(&Vote::default()),
        "Adoptée à l’unanimité des membres présents et représentés : 9 voix pour."
    );
    assert_eq!(
        first(&Vote { abstentions: nombre(1), ..Vote::default() }),
        "Adoptée à l’unanimité des suffrages exprimés : 8 voix pour, 1 abstention."
    );
    assert_eq!(
        first(&Vote { contre: nombre(2), ..Vote::default() }),
        "Adoptée à la majorité des membres présents et représentés : 7 voix pour, 2 contre."
    );
    assert_eq!(
        first(&Vote { contre: nombre(3), abstentions: nombre(2), ..Vote::default() }),
        "Adoptée à la majorité des suffrages exprimés : 4 voix pour, 3 contre, 2 abstentions."
    );
    let own = Some("des votants".to_owned());
    assert_eq!(
        first(&Vote { contre: nombre(3), abstentions: nombre(2), base: own, ..Vote::default() }),
        "Adoptée à la majorité des votants : 4 voix pour, 3 contre, 2 abstentions."
    );
}

#[test]
fn rejection() {
    lit(
        &Vote { pour: nombre(1), contre: nombre(7), abstentions: nombre(1), ..Vote::default() },
        &["Rejetée : 1 voix pour, 7 contre, 1 abstention.", "Rejetée"],
    );
    lit(
        &Vote { pour: nombre(0), contre: nombre(9), ..Vote::default() },
        &["Rejetée : aucune voix pour, 9 contre.", "Rejetée"],
    );
    lit(
        &Vote { abstentions: nombre(9), ..Vote::default() },
        &["Rejetée, aucun suffrage n’ayant été exprimé : 9 abstentions.", "Rejetée"],
    );
}

#[test]
fn names_that_brackets_would_not_hold_have_their_sentence() {
    lit(
        &Vote {
            contre: noms(&[
                "LEROY",
                "BENALI",
                "DIALLO",
                "MOREAU",
                "J. MARTIN",
                "P. MARTIN",
                "PETIT",
            ]),
            ..Vote::default()
        },
        &[
            "Rejetée : 2 voix pour, 7 contre.",
            "Ont voté contre : Mme LEROY, M. BENALI, Mme DIALLO, M. MOREAU, Mme MARTIN, M. MARTIN, Mme PETIT.",
            "Rejetée",
        ],
    );
}

#[test]
fn members_of_the_same_name_are_told_apart() {
    let mut seance = conseil();
    seance.conseillers[4].civilite = Some("M.".to_owned());
    let vote = Vote { contre: noms(&["P. MARTIN", "ROUX"]), ..Vote::default() };
    assert_eq!(
        rediger(&seance, &collectivite("commune"), None, &vote)[0],
        "Adoptée à la majorité des suffrages exprimés : 7 voix pour, 2 contre (M. Pierre MARTIN, M. ROUX)."
    );
}

#[test]
fn a_roll_call_names_everybody() {
    lit(
        &Vote {
            scrutin: Scrutin::Public,
            motif: Some(PUBLIC.to_owned()),
            contre: noms(&["ROUX"]),
            abstentions: noms(&["DIALLO", "PETIT"]),
            ..Vote::default()
        },
        &[
            "Adoptée à la majorité des suffrages exprimés : 6 voix pour, 1 contre, 2 abstentions.",
            "Le vote a eu lieu au scrutin public, à la demande du quart des membres présents.",
            "Ont voté pour : Mme LEROY, M. BENALI, M. MOREAU, Mme MARTIN, M. MARTIN, Mme FAURE.",
            "A voté contre : M. ROUX.",
            "Se sont abstenues : Mme DIALLO, Mme PETIT.",
            "Adoptée à la majorité",
        ],
    );
    let abstained = |who: &[&str]| {
        let vote = Vote { scrutin: Scrutin::Public, abstentions: noms(who), ..Vote::default() };
        rediger(&conseil(), &collectivite("commune"), None, &vote).swap_remove(3)
    };
    assert_eq!(abstained(&["DIALLO"]), "S’est abstenue : Mme DIALLO.");
    assert_eq!(abstained(&["DIALLO", "ROUX"]), "Se sont abstenus : Mme DIALLO, M. ROUX.");
}

#[test]
fn a_ballot_names_nobody() {
    lit(
        &Vote {
            scrutin: Scrutin::Secret,
            motif: Some("à la demande du tiers des membres présents".to_owned()),
            contre: noms(&["ROUX", "PETIT"]),
            blancs: 1,
            nuls: 2,
            ..Vote::default()
        },
        &[
            "Adoptée à la majorité des suffrages exprimés : 4 voix pour, 2 contre, 1 bulletin blanc, 2 bulletins nuls.",
            "Le vote a eu lieu au scrutin secret, à la demande du tiers des membres présents.",
            "Adoptée à la majorité",
        ],
    );
}

#[test]
fn a_show_of_hands_says_why() {
    let motif =
        "le conseil municipal ayant décidé à l’unanimité de ne pas procéder au scrutin secret";
    let vote = Vote { motif: Some(motif.to_owned()), ..Vote::default() };
    let said = format!("Le vote a eu lieu à main levée, {motif}.");
    assert_eq!(rediger(&conseil(), &collectivite("commune"), None, &vote)[1], said);
}

#[test]
fn the_president_decides_a_tie() {
    let tie = |president| Vote {
        contre: nombre(4),
        abstentions: nombre(1),
        president,
        ..Vote::default()
    };
    lit(
        &tie(Some(SensVote::Pour)),
        &[
            "Adoptée, les voix étant également partagées et celle de la présidente de séance étant prépondérante en \
             application de l’article L. 2121-20 du code général des collectivités territoriales : 4 voix pour, 4 contre, \
             1 abstention.",
            "Adoptée par la voix prépondérante de la présidente",
        ],
    );
    lit(
        &tie(None),
        &[
            "Non adoptée, les voix étant également partagées : 4 voix pour, 4 contre, 1 abstention.",
            "Non adoptée, à égalité des voix",
        ],
    );
    lit(
        &Vote { scrutin: Scrutin::Secret, ..tie(Some(SensVote::Pour)) },
        &[
            "Non adoptée, les voix étant également partagées : 4 voix pour, 4 contre, 1 abstention.",
            "Le vote a eu lieu au scrutin secret.",
            "Non adoptée, à égalité des voix",
        ],
    );
    let mut seance = conseil();
    seance.president = Some(id("ROUX"));
    let said = |genre| {
        let vote = tie(Some(SensVote::Contre));
        rediger(&seance, &collectivite(genre), None, &vote).swap_remove(0)
    };
    let head = "Rejetée, les voix étant également partagées et celle du président de séance étant prépondérante";
    let code = "du code général des collectivités territoriales";
    let tail = " : 4 voix pour, 4 contre, 1 abstention.";
    for (genre, articles) in [
        ("departement", "de l’article L. 3121-15"),
        ("region", "de l’article L. 4132-14"),
        ("communaute-agglomeration", "des articles L. 2121-20 et L. 5211-1"),
    ] {
        assert_eq!(said(genre), format!("{head} en application {articles} {code}{tail}"));
    }
    assert_eq!(said("syndicat-mixte"), format!("{head}{tail}"));
}

#[test]
fn a_qualified_majority_says_what_was_wanted() {
    let c = collectivite("communaute-agglomeration");
    let mut seance = conseil();
    let two_thirds = |contre, abstentions| Vote {
        majorite: Majorite::InteretCommunautaire,
        contre: nombre(contre),
        abstentions: nombre(abstentions),
        ..Vote::default()
    };
    lit_in(
        &seance,
        &c,
        &two_thirds(2, 1),
        &[
            "Adoptée à la majorité des deux tiers des suffrages exprimés (6 voix requises), exigée pour déterminer \
             l’intérêt communautaire : 6 voix pour, 2 contre, 1 abstention.",
            "Adoptée à la majorité des deux tiers",
        ],
    );
    lit_in(
        &seance,
        &c,
        &two_thirds(0, 1),
        &[
            "Adoptée à l’unanimité des suffrages exprimés, la majorité des deux tiers étant exigée pour déterminer \
             l’intérêt communautaire : 8 voix pour, 1 abstention.",
            "Adoptée à l’unanimité des suffrages exprimés",
        ],
    );
    lit_in(
        &seance,
        &c,
        &two_thirds(4, 0),
        &[
            "Rejetée, faute d’avoir réuni la majorité des deux tiers des suffrages exprimés (6 voix requises), exigée pour \
             déterminer l’intérêt communautaire : 5 voix pour, 4 contre.",
            "Rejetée, faute de la majorité requise",
        ],
    );
    seance.effectif = Some(12);
    lit_in(
        &seance,
        &c,
        &Vote { majorite: Majorite::DeuxTiersMembres, contre: nombre(2), ..Vote::default() },
        &[
            "Rejetée, faute d’avoir réuni la majorité des deux tiers de l’effectif du conseil communautaire (8 voix \
             requises, pour 12 sièges) : 7 voix pour, 2 contre.",
            "Rejetée, faute de la majorité requise",
        ],
    );
}

#[test]
fn other_majorities() {
    let of = |majorite, contre, abstentions| Vote {
        majorite,
        contre: nombre(contre),
        abstentions: nombre(abstentions),
        ..Vote::default()
    };
    lit(
        &of(Majorite::AbsolueMembres, 2, 2),
        &[
            "Adoptée à la majorité absolue des membres en exercice du conseil municipal (5 voix requises, pour 9 membres) \
             : 5 voix pour, 2 contre, 2 abstentions.",
            "Adoptée à la majorité absolue",
        ],
    );
    lit(
        &of(Majorite::TroisCinquiemesSuffrages, 3, 0),
        &[
            "Adoptée à la majorité des trois cinquièmes des suffrages exprimés (6 voix requises) : 6 voix pour, 3 contre.",
            "Adoptée à la majorité des trois cinquièmes",
        ],
    );
    lit(
        &of(Majorite::Unanimite, 1, 0),
        &[
            "Rejetée, faute d’avoir réuni l’unanimité des suffrages exprimés : 8 voix pour, 1 contre.",
            "Rejetée, faute de la majorité requise",
        ],
    );
}

#[test]
fn who_takes_no_part_is_said_with_the_powers_that_fall() {
    let mut seance = conseil();
    seance.presences = Some(Presences {
        presents: seance.conseillers[..7].iter().map(|c| c.id.clone()).collect(),
        pouvoirs: vec![pouvoir("ROUX", "DIALLO"), pouvoir("FAURE", "BENALI")],
        ..Presences::default()
    });
    let c = collectivite("commune");
    lit_in(
        &seance,
        &c,
        &Vote {
            non_participations: vec![
                hors("DIALLO", Cause::Interet, Some("trésorière de l’association"), true),
                hors("BENALI", Cause::Interet, Some("président de l’association"), false),
            ],
            ..Vote::default()
        },
        &[
            "Adoptée à l’unanimité des suffrages exprimés : 5 voix pour.",
            "M. BENALI, président de l’association, et Mme DIALLO, trésorière de l’association, intéressés à l’affaire, \
             n’ont pas pris part au vote.",
            "Les pouvoirs donnés par M. ROUX à Mme DIALLO et par Mme FAURE à M. BENALI n’ont pas été exercés.",
            "Adoptée à l’unanimité",
        ],
    );
    lit_in(
        &seance,
        &c,
        &Vote {
            non_participations: vec![
                hors("FAURE", Cause::Interet, None, false),
                hors("PETIT", Cause::Refus, None, false),
            ],
            ..Vote::default()
        },
        &[
            "Adoptée à l’unanimité des suffrages exprimés : 7 voix pour.",
            "Mme FAURE, intéressée à l’affaire, n’a pas pris part au vote.",
            "Mme PETIT n’a pas pris part au vote.",
            "Le pouvoir donné par Mme FAURE à M. BENALI n’a pas été exercé.",
            "Adoptée à l’unanimité",
        ],
    );
    seance.conseillers[0].qualite = Some("maire".to_owned());
    let retires = [true, false].map(|out| {
        let vote = Vote {
            non_participations: vec![hors("LEROY", Cause::CompteAdministratif, None, out)],
            ..Vote::default()
        };
        rediger(&seance, &c, None, &vote).swap_remove(1)
    });
    assert_eq!(
        retires,
        [
            "Mme LEROY, maire, s’est retirée au moment du vote et n’y a pas pris part.",
            "Mme LEROY, maire, n’a pas pris part au vote.",
        ]
    );
}

#[test]
fn what_is_declared_without_a_count_is_said_without_one() {
    let mut seance = conseil();
    seance.presences = None;
    let c = collectivite("commune");
    let declared = |resultat, contre, abstentions| Vote {
        resultat: Some(resultat),
        contre,
        abstentions,
        ..Vote::default()
    };
    lit_in(&seance, &c, &declared(Resultat::Adoptee, None, None), &["Adoptée.", "Adoptée"]);
    lit_in(
        &seance,
        &c,
        &declared(Resultat::Adoptee, nombre(3), noms(&["ROUX"])),
        &["Adoptée.", "Adoptée"],
    );
    lit_in(&seance, &c, &declared(Resultat::Rejetee, nombre(3), None), &["Rejetée.", "Rejetée"]);
}

#[test]
fn the_urgency_and_the_closed_doors_are_voted() {
    let (seance, c) = (conseil(), collectivite("commune"));
    let said = |contre, issue: &dyn Fn(Instance<'_>) -> Issue| {
        let vote = Vote { contre: nombre(contre), ..Vote::default() };
        let comptes = compter(&seance, &c, None, &vote);
        let (collectivite, seance, comptes) = (&*c, &seance, &comptes);
        Depouillement { collectivite, seance, point: None, vote: &vote, comptes }
            .phrases(&issue(Instance::of(&c, seance)))
            .iter()
            .map(|phrase| plain(phrase))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        said(0, &Issue::urgence),
        [
            "Le conseil municipal admet l’urgence à l’unanimité des suffrages exprimés : 9 voix pour."
        ]
    );
    assert_eq!(
        said(7, &Issue::urgence),
        ["Le conseil municipal n’admet pas l’urgence : 2 voix pour, 7 contre."]
    );
    assert_eq!(
        said(2, &Issue::huis_clos),
        [
            "Le conseil municipal décide le huis clos à la majorité des suffrages exprimés : 7 voix pour, 2 contre."
        ]
    );
    assert_eq!(
        said(7, &Issue::huis_clos),
        ["Le conseil municipal refuse le huis clos : 2 voix pour, 7 contre."]
    );
}

/// L. 2121-18: the absolute majority of the members present or represented, whoever abstains.
#[test]
fn closed_doors_are_decided_by_those_who_are_there() {
    let (seance, c) = (conseil(), collectivite("commune"));
    let said = |contre, abstentions| {
        let vote = Vote {
            contre: nombre(contre),
            abstentions: nombre(abstentions),
            majorite: Majorite::AbsoluePresents,
            ..Vote::default()
        };
        let comptes = compter(&seance, &c, None, &vote);
        assert_eq!((comptes.seuil.base, comptes.seuil.requis), (9, 5));
        let issue = Issue::huis_clos(Instance::of(&c, &seance));
        let d = Depouillement {
            collectivite: &c,
            seance: &seance,
            point: None,
            vote: &vote,
            comptes: &comptes,
        };
        (comptes.resultat, plain(&d.phrases(&issue)[0]))
    };
    let (result, phrase) = said(2, 2);
    assert_eq!(result, Resultat::Adoptee);
    let words = "à la majorité absolue des membres présents ou représentés (5 voix requises, pour 9 membres)";
    assert!(phrase.contains(words), "{phrase}");
    // Four for and three against: a majority of the votes cast, not of those who are there.
    let (result, phrase) = said(3, 2);
    assert_eq!(result, Resultat::Rejetee);
    assert!(
        phrase.contains("refuse le huis clos") && phrase.contains("faute d’avoir réuni"),
        "{phrase}"
    );
}

/// Who is away does not preside: neither a declared vote nor a power makes a tie fall.
#[test]
fn a_president_who_is_away_decides_nothing() {
    let mut seance = conseil();
    let away = seance.conseillers[0].id.clone();
    let mut presents: Vec<_> = seance.conseillers.iter().map(|c| c.id.clone()).collect();
    presents.retain(|id| *id != away);
    let c = collectivite("commune");
    let tie = |abstentions| Vote {
        contre: nombre(4),
        abstentions: nombre(abstentions),
        president: Some(SensVote::Pour),
        ..Vote::default()
    };
    seance.presences = Some(Presences {
        presents: presents.clone(),
        excuses: vec![away.clone()],
        ..Presences::default()
    });
    let comptes = compter(&seance, &c, None, &tie(0));
    assert_eq!((comptes.resultat, comptes.preponderante), (Resultat::Partage, false));
    assert!(!comptes.a_departager, "nobody is there to be asked");
    // Represented, and counted among the voters.
    let pouvoirs = vec![pouvoir(&away.0, "BENALI")];
    seance.presences = Some(Presences { presents, pouvoirs, ..Presences::default() });
    let comptes = compter(&seance, &c, None, &tie(1));
    assert!(comptes.electeurs.contains(&away));
    assert_eq!((comptes.resultat, comptes.preponderante), (Resultat::Partage, false));
    // There, the same vote decides.
    let comptes = compter(&conseil(), &c, None, &tie(1));
    assert_eq!((comptes.resultat, comptes.preponderante), (Resultat::Adoptee, true));
}

#[test]
fn a_tie_that_nobody_tells_how_the_president_voted_is_to_be_decided() {
    let (seance, c) = (conseil(), collectivite("commune"));
    let tie = Vote { contre: nombre(4), abstentions: nombre(1), ..Vote::default() };
    let asked = |vote: Vote| compter(&seance, &c, None, &vote).a_departager;
    assert!(asked(tie.clone()));
    for president in [SensVote::Pour, SensVote::Contre, SensVote::Abstention] {
        assert!(!asked(Vote { president: Some(president), ..tie.clone() }));
    }
    assert!(!asked(Vote { resultat: Some(Resultat::Partage), ..tie.clone() }));
    assert!(!asked(Vote { scrutin: Scrutin::Secret, ..tie.clone() }));
    assert!(!asked(Vote { contre: noms(&["LEROY", "ROUX", "PETIT", "BENALI"]), ..tie }));
}
