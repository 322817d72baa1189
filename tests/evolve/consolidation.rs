//! The programme in force on a day.

use delibere::diff::Contenu;
use delibere::evolve::{Acte, Consolide, Graphe, chronique, consolider, ecrire, vie};
use delibere::model::{Dossier, Exercice, IdAction};
use delibere::read::{Disk, Memory};
use proptest::prelude::*;

use super::actes::{Petit, caen, case, day, quatre};
use crate::support::{self, Hasard};

fn graphe(acts: &[Dossier]) -> Graphe<'_> {
    let named: Vec<Acte<'_>> =
        acts.iter().map(|d| Acte { nom: &d.deliberation.numero.affiche, dossier: d }).collect();
    Graphe::of(&named).expect("no fault")
}

fn numeros(graphe: &Graphe<'_>, c: &Consolide) -> Vec<String> {
    c.actes.iter().map(|a| graphe.actes[*a].dossier.deliberation.numero.affiche.clone()).collect()
}

fn one(graphe: &Graphe<'_>, au: &str) -> Consolide {
    let mut all = consolider(graphe, day(au));
    assert_eq!(all.len(), 1, "{au}");
    all.remove(0)
}

#[test]
fn caen_la_mer_before_between_and_after() {
    let acts = caen();
    let g = graphe(&acts);
    assert!(consolider(&g, day("2012-12-12")).is_empty(), "adopted, and not yet applicable");

    let before = one(&g, "2013-01-01");
    assert_eq!(numeros(&g, &before), ["C-12-05-01"]);
    assert_eq!(before.contenu, Contenu::of(&acts[0]).into_owned());

    let between = one(&g, "2013-06-30");
    assert_eq!(numeros(&g, &between), ["C-12-05-01", "C-13-02-04"]);
    assert_eq!(between.contenu, Contenu::of(&acts[1]).into_owned());
    let of = |id: &str| between.actions[&IdAction(id.to_owned())];
    let acte = |i: usize| g.actes[i].dossier.deliberation.numero.affiche.as_str();
    assert_eq!(acte(of("monnaie-locale").creation), "C-13-02-04");
    assert_eq!(acte(of("communication").derniere()), "C-12-05-01");
    assert_eq!(acte(of("sensibilisation-elus").creation), "C-12-05-01");
    assert_eq!(acte(of("sensibilisation-elus").derniere()), "C-13-02-04");
    // Of one line, the amount of 2013 is that of the first act, the one of 2014 of the second.
    let budget = between.contenu.budget.as_deref().expect("a budget");
    let forum = budget
        .lignes
        .iter()
        .position(|l| l.action.as_ref().is_some_and(|a| a.0 == "mise-en-reseau"))
        .expect("a line");
    assert_eq!(acte(between.montants[forum][&Exercice(2013)]), "C-12-05-01");
    assert_eq!(acte(between.montants[forum][&Exercice(2014)]), "C-13-02-04");

    let after = one(&g, "2014-06-30");
    assert_eq!(
        numeros(&g, &after),
        ["C-12-05-01", "C-14-01-03"],
        "the second one counts for nothing"
    );
    assert_eq!(after.contenu, Contenu::of(&acts[2]).into_owned());
    assert!(!after.recompose && after.conflits.is_empty());
}

/// What a consolidation says, for the eye.
fn told(g: &Graphe<'_>, c: &Consolide) -> String {
    let lib = ecrire(c, g, day("2026-12-31"), &Memory::new()).expect("files");
    let wanted = ["deliberation.toml", "origines.md"];
    let texts = lib.iter().filter(|f| wanted.contains(&&*f.chemin));
    texts
        .map(|f| format!("=== {}\n{}", f.chemin, String::from_utf8_lossy(&f.octets)))
        .collect::<String>()
        .replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn consolidations_are_told_as_expected() {
    let acts = caen();
    let g = graphe(&acts);
    for (nom, au) in [("avant", "2013-01-01"), ("entre", "2013-06-30"), ("apres", "2014-06-30")] {
        let path = case("caen-la-mer-2014-remplacement").join(format!("consolidation/{nom}.txt"));
        support::expect_file(&path, &told(&g, &one(&g, au)));
    }
}

#[test]
fn a_consolidation_is_not_judged_on_what_an_act_decides() {
    let acts = caen();
    let g = graphe(&acts);
    let from = Disk::open(&case("caen-la-mer-2012-adoptee")).expect("a folder");
    let dossier = reread(&g, &one(&g, "2013-06-30"), &from);
    let found = delibere::check(&dossier, &delibere::compute(&dossier));
    let codes: Vec<&str> = found.iter().map(|c| c.code).collect();
    assert!(!codes.contains(&"COHE-06") && !codes.contains(&"COHE-07"), "{codes:?}");
    // Its figures and its names still are.
    assert!(codes.contains(&"COHE-15"), "{codes:?}");
}

#[test]
fn revoking_an_act_in_the_middle_recomputes_everything() {
    let acts = quatre();
    let g = graphe(&acts);
    let before = one(&g, "2026-03-31");
    assert_eq!(before.contenu, Contenu::of(&acts[2]).into_owned());

    let after = one(&g, "2026-05-01");
    assert_eq!(numeros(&g, &after), ["1", "3"]);
    assert!(after.recompose && after.conflits.is_empty());
    let programme = after.contenu.programme.as_deref().expect("a programme");
    let labels: Vec<&str> = programme.actions.iter().map(|a| a.libelle.as_str()).collect();
    assert_eq!(
        labels,
        ["Pistes cyclables", "Arceaux"],
        "what the third act changed stays, the action goes"
    );
    let budget = after.contenu.budget.as_deref().expect("a budget");
    let amounts: Vec<_> = budget.lignes.iter().map(|l| l.montants[0].expect("an amount")).collect();
    assert_eq!(amounts, [180.into(), 50.into()]);
}

#[test]
fn what_is_changed_and_gone_is_said() {
    let mut acts = quatre();
    // The third act changes the action that the second one added.
    let programme = acts[2].programme.as_mut().expect("a programme");
    programme.actions[2].libelle = "Ateliers de réparation".to_owned();
    let g = graphe(&acts);
    let after = one(&g, "2026-05-01");
    let places: Vec<String> = after.conflits.iter().map(|(_, l)| l.chemin.clone()).collect();
    assert_eq!(places, ["actions[c]"]);
}

#[test]
fn an_act_that_counts_for_nothing_revokes_nothing() {
    let mut acts = quatre();
    acts[3].deliberation.mentions.executoire = None;
    let g = graphe(&acts);
    assert_eq!(numeros(&g, &one(&g, "2026-05-01")), ["1", "2", "3"]);
    acts[3].deliberation.mentions.executoire = Some(day("2026-04-12"));
    acts[3].deliberation.etat = Some(delibere::model::Etat::Projet);
    let g = graphe(&acts);
    assert_eq!(numeros(&g, &one(&g, "2026-05-01")), ["1", "2", "3"]);
}

#[test]
fn what_is_founded_goes_with_its_founder() {
    let mut acts = quatre();
    acts[3].deliberation.actes_anterieurs[0].numero = Some("1".to_owned());
    let g = graphe(&acts);
    assert!(consolider(&g, day("2026-05-01")).is_empty());
}

/// The files of a consolidation, read again.
fn reread(g: &Graphe<'_>, c: &Consolide, from: &Disk) -> Dossier {
    let mut files = Memory::new();
    for f in ecrire(c, g, day("2014-06-30"), from).expect("files") {
        files = files.with(&f.chemin, f.octets);
    }
    let lecture = delibere::read(&files).expect("files");
    let Some(dossier) = lecture.dossier else { panic!("{:#?}", lecture.diagnostics) };
    dossier
}

#[test]
fn what_is_written_reads_as_what_is_in_force() {
    let acts = caen();
    let g = graphe(&acts);
    let from = Disk::open(&case("caen-la-mer-2012-adoptee")).expect("a folder");
    for au in ["2013-01-01", "2013-06-30", "2014-06-30"] {
        let c = one(&g, au);
        let dossier = reread(&g, &c, &from);
        let given = Contenu::of(&dossier).into_owned();
        assert_eq!(given.budget, c.contenu.budget, "{au}");
        assert_eq!(given.fiches, c.contenu.fiches, "{au}");
        assert_eq!(given.programme, c.contenu.programme, "{au}");
        assert!(dossier.collectivite.logo.is_some());
    }
    // Tables, notes, numbered lists: another programme, founded alone.
    let mut other = support::read_well(&case("departement-cinq-exercices"));
    other.deliberation.etat = Some(delibere::model::Etat::Adoptee);
    other.deliberation.mentions.executoire = Some(other.seance.date);
    let acts = [other];
    let g = graphe(&acts);
    let c = one(&g, "2030-01-01");
    let from = Disk::open(&case("departement-cinq-exercices")).expect("a folder");
    assert_eq!(Contenu::of(&reread(&g, &c, &from)).into_owned(), c.contenu);
}

#[test]
fn the_chronicle_tells_the_life_of_an_action() {
    let acts = caen();
    let g = graphe(&acts);
    let all = chronique(&g);
    assert_eq!(
        all.iter().map(|e| e.numero.as_str()).collect::<Vec<_>>(),
        ["C-12-05-01", "C-13-02-04", "C-14-01-03"]
    );
    assert!(
        all[1].faits.iter().any(|f| f == "remplacée par la délibération n° C-14-01-03"),
        "{:?}",
        all[1]
    );
    let life = vie(&g, &IdAction("monnaie-locale".to_owned()));
    assert_eq!(life.len(), 2, "{life:#?}");
    assert!(life[0].faits[0].starts_with("créée"), "{life:#?}");
    assert!(life[1].faits.iter().any(|f| f.contains("devient")), "{life:#?}");
    let renumbered = vie(&g, &IdAction("sensibilisation-elus".to_owned()));
    assert!(renumbered[1].faits.contains(&"n° 3.1 devient n° 3.2".to_owned()), "{renumbered:#?}");
    assert!(vie(&g, &IdAction("absente".to_owned())).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_folders_does_not_count(seed in 1_u64..u64::MAX, au in 1_u32..7) {
        let acts = quatre();
        let mut shuffled = acts.clone();
        let mut hasard = Hasard(seed);
        for i in (1..shuffled.len()).rev() {
            let j = usize::try_from(hasard.below(i as u64 + 1)).expect("small");
            shuffled.swap(i, j);
        }
        let au = day(&format!("2026-{au:02}-15"));
        let (a, b) = (graphe(&acts), graphe(&shuffled));
        prop_assert_eq!(consolider(&a, au), consolider(&b, au));
        prop_assert_eq!(chronique(&a), chronique(&b));
    }

    /// The second act and the third change what they like, of the same actions or not; revoking the second leaves all that
    /// the third changed, and of the second nothing.
    #[test]
    fn revoking_the_second_act_leaves_what_the_third_changed(
        second in proptest::collection::vec((any::<bool>(), any::<bool>()), 6),
        third in proptest::collection::vec((any::<bool>(), any::<bool>()), 6),
        added in any::<bool>(),
    ) {
        let base = Petit {
            numero: "1",
            date: "2026-01-10",
            liens: vec![],
            actions: ["a", "b", "c", "d", "e", "f"].map(|id| (id, "Action", 100)).to_vec(),
        }
        .read();
        let changed = |from: &Dossier, which: &[(bool, bool)], amount: i32, label: &str| {
            let mut out = from.clone();
            let programme = out.programme.as_mut().expect("a programme");
            let lignes = &mut out.budget.as_mut().expect("a budget").lignes;
            for (i, (money, words)) in which.iter().enumerate() {
                if *money {
                    lignes[i].montants[0] = Some(amount.into());
                }
                if *words {
                    programme.actions[i].libelle = label.to_owned();
                }
            }
            out
        };
        let mut acts = quatre();
        let mut states = [base.clone(), changed(&base, &second, 200, "Deuxième"), base.clone()];
        if added {
            let more = quatre()[1].clone();
            let action = more.programme.expect("a programme").actions[2].clone();
            let id = IdAction("ajoutee".to_owned());
            let programme = states[1].programme.as_mut().expect("a programme");
            programme.actions.push(delibere::model::Action { id: id.clone(), ..action });
            let lignes = &mut states[1].budget.as_mut().expect("a budget").lignes;
            let ligne = more.budget.expect("a budget").lignes[2].clone();
            lignes.push(delibere::model::Ligne { action: Some(id), ..ligne });
        }
        states[2] = changed(&states[1], &third, 300, "Troisième");
        for (act, state) in acts.iter_mut().zip(states) {
            (act.programme, act.budget) = (state.programme, state.budget);
        }
        let wanted = changed(&base, &third, 300, "Troisième");
        let g = graphe(&acts);
        prop_assert_eq!(one(&g, "2026-03-31").contenu, Contenu::of(&acts[2]).into_owned());
        let after = one(&g, "2026-05-01");
        prop_assert_eq!(numeros(&g, &after), ["1", "3"]);
        prop_assert_eq!(&after.contenu, &Contenu::of(&wanted).into_owned());
        // What both changed is said: the third was voted on what the second had made of it.
        let both = |f: fn(&(bool, bool)) -> bool| second.iter().zip(&third).filter(|(a, b)| f(a) && f(b)).count();
        let expected = both(|x| x.0) + both(|x| x.1);
        prop_assert_eq!(after.conflits.len(), expected, "{:?}", after.conflits);
    }
}
