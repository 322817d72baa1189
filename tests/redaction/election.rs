//! What is read of an election.

use chrono::NaiveDate;
use delibere::model::{Candidat, Scrutin, Tour, Vote};

use super::{collectivite, conseil, id, lit, lit_in};

fn candidat(nom: &str, voix: u32, naissance: i32) -> Candidat {
    let membre = (!nom.contains(' ')).then(|| id(nom));
    let naissance = NaiveDate::from_ymd_opt(naissance, 5, 1);
    Candidat { membre, nom: nom.to_owned(), voix, naissance }
}

fn tour(bulletins: u32, blancs: u32, nuls: u32, candidats: &[(&str, u32)]) -> Tour {
    let candidats =
        candidats.iter().enumerate().map(|(i, (n, v))| candidat(n, *v, 1970 + i as i32)).collect();
    Tour { bulletins, blancs, nuls, candidats }
}

fn election(poste: Option<&str>, tours: Vec<Tour>) -> Vote {
    let poste = poste.map(str::to_owned);
    Vote { scrutin: Scrutin::Secret, poste, tours, ..Vote::default() }
}

#[test]
fn elected_in_the_first_round() {
    lit(
        &election(Some("première adjointe au maire"), vec![tour(9, 1, 0, &[("DIALLO", 8)])]),
        &[
            "Mme Aïcha DIALLO, ayant obtenu 8 voix au premier tour, soit la majorité absolue des suffrages exprimés, est \
             élue première adjointe au maire.",
            "Il a été procédé à l’élection au scrutin secret.",
            "Dépouillement : 9 bulletins trouvés dans l’urne, dont 1 blanc, soit 8 suffrages exprimés ; majorité absolue : \
             5 voix. A obtenu : Mme Aïcha DIALLO, 8 voix.",
            "Élection de Mme Aïcha DIALLO",
        ],
    );
}

#[test]
fn elected_in_the_third_round() {
    let rounds = |voix: [u32; 2]| {
        let two = tour(9, 1, 0, &[("DIALLO", 4), ("ROUX", 4)]);
        vec![two.clone(), two, tour(9, 1, 1, &[("DIALLO", voix[0]), ("ROUX", voix[1])])]
    };
    let said = |vote: &Vote| {
        super::rediger(&conseil(), &collectivite("commune"), None, vote).swap_remove(0)
    };
    assert_eq!(
        said(&election(Some("délégué"), rounds([3, 4]))),
        "M. Luc ROUX, ayant obtenu 4 voix au troisième tour, soit la majorité relative des suffrages exprimés, est élu \
         délégué."
    );
    let tie = rounds([3, 3]);
    assert_eq!(
        said(&election(Some("déléguée"), tie.clone())),
        "Mme Aïcha DIALLO et M. Luc ROUX ayant chacun obtenu 3 voix au troisième tour, Mme Aïcha DIALLO est élue déléguée, \
         au bénéfice de l’âge."
    );
    let mut unknown = tie;
    unknown[2].candidats[0].naissance = None;
    assert_eq!(
        said(&election(Some("déléguée"), unknown)),
        "Mme Aïcha DIALLO et M. Luc ROUX ayant chacun obtenu 3 voix au troisième tour sans que l’âge les départage, il \
         n’est pas pourvu au poste de déléguée."
    );
}

#[test]
fn nobody_elected() {
    lit(
        &election(None, vec![tour(9, 0, 1, &[("DIALLO", 4), ("ROUX", 4)])]),
        &[
            "Aucun candidat n’ayant obtenu la majorité absolue des suffrages exprimés au premier tour, l’élection n’est \
             pas acquise.",
            "Il a été procédé à l’élection au scrutin secret.",
            "Dépouillement : 9 bulletins trouvés dans l’urne, dont 1 nul, soit 8 suffrages exprimés ; majorité absolue : \
             5 voix. Ont obtenu : Mme Aïcha DIALLO, 4 voix ; M. Luc ROUX, 4 voix.",
            "Scrutin sans élu",
        ],
    );
}

#[test]
fn a_list_or_a_name_from_outside() {
    let mut vote = election(None, vec![tour(9, 0, 0, &[("Liste « Ensemble »", 9)])]);
    vote.scrutin = Scrutin::Ordinaire;
    lit_in(
        &conseil(),
        &collectivite("commune"),
        &vote,
        &[
            "La liste « Ensemble », ayant obtenu 9 voix au premier tour, soit la majorité absolue des suffrages exprimés, est \
             élue.",
            "Dépouillement : 9 bulletins trouvés dans l’urne, soit 9 suffrages exprimés ; majorité absolue : 5 voix. A \
             obtenu : la liste « Ensemble », 9 voix.",
            "Élection de la liste « Ensemble »",
        ],
    );
}

/// « La liste » is not « membres de la commission »: those that it presents are.
#[test]
fn the_candidates_of_a_list_are_elected_to_several_seats() {
    let said = |tours| {
        let vote = election(Some("membres de la commission d’appel d’offres"), tours);
        super::rediger(&conseil(), &collectivite("commune"), None, &vote).swap_remove(0)
    };
    assert_eq!(
        said(vec![tour(9, 0, 0, &[("Liste « Ensemble »", 9)])]),
        "La liste « Ensemble » ayant obtenu 9 voix au premier tour, soit la majorité absolue des suffrages exprimés, ses \
         candidats sont élus membres de la commission d’appel d’offres."
    );
    let two = tour(8, 0, 0, &[("Liste « A »", 4), ("Liste « B »", 4)]);
    assert_eq!(
        said(vec![two.clone(), two.clone(), two.clone()]),
        "La liste « A » et la liste « B » ayant chacune obtenu 4 voix au troisième tour, les candidats de la liste « A » \
         sont élus membres de la commission d’appel d’offres, au bénéfice de l’âge."
    );
    assert_eq!(
        said(vec![two]),
        "Aucun candidat n’ayant obtenu la majorité absolue des suffrages exprimés au premier tour, il n’est pas pourvu aux \
         postes de membres de la commission d’appel d’offres."
    );
}
