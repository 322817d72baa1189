//! The sittings of `fixtures/valid`, against what their authors worked out by hand.

use std::fs;

use delibere::model::{Majorite, Resultat};
use delibere::read::Disk;

use crate::support::{root, sittings};

/// `votes.csv`, beside a sitting: for each point, who is there, who votes, and what comes of it.
#[test]
fn every_count_is_the_one_worked_out_by_hand() {
    let mut compared = 0;
    for case in sittings() {
        let table = fs::read_to_string(case.join("votes.csv")).expect("votes.csv");
        let lecture = delibere::read_seance(&Disk::open(&case).expect("a folder")).expect("files");
        let seance = lecture.seance.unwrap_or_else(|| panic!("{:#?}", lecture.diagnostics));
        for (rank, line) in table.lines().skip(1).enumerate() {
            let cells: Vec<&str> = line.split(';').collect();
            let [numero, dossier, presents, pouvoirs, votants, pour, contre, abstentions, resultat] =
                cells[..]
            else {
                panic!("{line}")
            };
            let point = &seance.seance.points[rank];
            assert_eq!(point.numero, numero, "{line}");
            assert_eq!(point.dossier.as_deref().unwrap_or(""), dossier, "{line}");
            let number = |cell: &str| cell.parse::<u32>().expect("a number");
            let acte = seance.acte_of(rank).map(|i| &seance.actes[i]);
            let comptes = acte.map(delibere::compute);
            let there = match &comptes {
                Some(comptes) => comptes.presence.clone(),
                None => delibere::compute::presence::compute(&seance.seance, Some(rank), None),
            };
            let there = there.expect("an attendance");
            assert_eq!(there.presents.len() as u32, number(presents), "present: {line}");
            assert_eq!(there.pouvoirs.len() as u32, number(pouvoirs), "powers: {line}");
            assert_eq!(there.quorum.presents, number(presents), "quorum: {line}");
            let vote = comptes.as_ref().and_then(|c| c.vote.as_ref());
            assert_eq!(vote.is_some(), !resultat.is_empty(), "{line}");
            let Some(vote) = vote else { continue };
            compared += 1;
            assert_eq!(vote.votants, number(votants), "voters: {line}");
            assert_eq!(
                vote.resultat,
                if resultat == "adoptee" { Resultat::Adoptee } else { Resultat::Rejetee },
                "{line}"
            );
            if vote.election.is_none() {
                let counted = (vote.pour.nombre, vote.contre.nombre, vote.abstentions.nombre);
                assert_eq!(counted, (number(pour), number(contre), number(abstentions)), "{line}");
            }
        }
    }
    assert!(compared >= 7, "{compared} votes were compared");
}

#[test]
fn the_adopted_act_of_2012_needs_two_thirds_of_the_seats() {
    let case = root().join("fixtures/valid/caen-la-mer-2012-adoptee");
    let dossier = crate::support::read_well(&case);
    let vote = delibere::compute(&dossier).vote.expect("a vote");
    assert_eq!(vote.seuil.majorite, Majorite::DeuxTiersMembres);
    assert!(vote.seuil.interet_communautaire);
    let seats = dossier.seance.effectif.unwrap_or(dossier.seance.en_exercice().count() as u32);
    assert_eq!((vote.seuil.base, vote.seuil.requis), (seats, (2 * seats).div_ceil(3)));
    assert_eq!(vote.resultat, Resultat::Adoptee);
}

/// The counts of its README: a vote that has exactly the two thirds of the seats, one member taking no part.
#[test]
fn the_right_act_of_2012_has_exactly_two_thirds_of_the_seats() {
    let dossier = crate::support::read_well(&root().join("fixtures/valid/lourdain-2012"));
    let comptes = delibere::compute(&dossier);
    let there = comptes.presence.expect("an attendance");
    let counted = [there.presents.len(), there.sortis.len(), there.pouvoirs.len()];
    assert_eq!(counted, [23, 1, 4], "present at the vote, out of the room, powers");
    assert_eq!((there.excuses.len(), there.absents.len()), (3, 1));
    assert_eq!((there.en_exercice, there.quorum.requis), (32, 17));
    let vote = comptes.vote.expect("a vote");
    assert_eq!((vote.seuil.base, vote.seuil.requis), (33, 22));
    let voices = (vote.votants, vote.pour.nombre, vote.contre.nombre, vote.abstentions.nombre);
    assert_eq!(voices, (27, 22, 3, 2));
    assert_eq!(vote.resultat, Resultat::Adoptee);
}

#[test]
fn the_act_of_the_commune_has_the_counts_of_its_readme() {
    let dossier = crate::support::read_well(&root().join("fixtures/valid/commune-articles"));
    let comptes = delibere::compute(&dossier);
    let there = comptes.presence.expect("an attendance");
    let counted = (there.presents.len(), there.pouvoirs.len(), there.excuses.len());
    assert_eq!((counted, there.quorum.requis), ((12, 2, 1), 8));
    let vote = comptes.vote.expect("a vote");
    let voices = (vote.votants, vote.pour.nombre, vote.contre.nombre, vote.abstentions.nombre);
    assert_eq!(voices, (14, 11, 1, 2));
}

/// The adopted act is the draft of the first fixture: only its vote and its sitting are invented.
#[test]
fn the_adopted_act_of_2012_is_the_draft() {
    let place = |case: &str, file: &str| root().join("fixtures/valid").join(case).join(file);
    let mut files: Vec<String> =
        ["programme.toml", "programme.md", "budget.toml", "logo.svg"].map(str::to_owned).to_vec();
    let fiches = fs::read_dir(place("caen-la-mer-2012", "fiches")).expect("fiches");
    files.extend(
        fiches
            .filter_map(Result::ok)
            .map(|f| format!("fiches/{}", f.file_name().to_string_lossy())),
    );
    assert!(files.len() > 10);
    for file in files {
        let same = fs::read(place("caen-la-mer-2012", &file)).expect("a file")
            == fs::read(place("caen-la-mer-2012-adoptee", &file)).expect("a file");
        assert!(same, "{file} differs");
    }
}
