//! What holds of the sums of any budget.

use delibere::compute::{Serie, budget};
use delibere::model::{
    Action, AnnexeBudgetaire, Exercice, IdAction, Libelles, Ligne, Montant, NatureTotal, Programme,
    Section, Sens, Texte, Total,
};
use proptest::prelude::*;

/// A number of cents, as an amount.
fn cents(n: i64) -> Montant {
    let sign = if n < 0 { "-" } else { "" };
    format!("{sign}{},{:02}", n.abs() / 100, n.abs() % 100).parse().expect("an amount")
}

fn id(i: usize) -> IdAction {
    IdAction(format!("a{i}"))
}

fn section() -> impl Strategy<Value = Section> {
    prop::sample::select(Section::ALL.to_vec())
}

fn sens() -> impl Strategy<Value = Sens> {
    prop::sample::select(Sens::ALL.to_vec())
}

fn ligne(actions: usize, places: usize) -> impl Strategy<Value = Ligne> {
    let montant =
        prop::option::weighted(0.8, (-100_000_000_i64..1_000_000_000_000).prop_map(cents));
    (
        prop::option::of(0..actions),
        section(),
        sens(),
        prop::collection::vec(montant, places),
        prop::option::of(prop::sample::select(vec!["RH", "voirie"])),
    )
        .prop_map(|(action, section, sens, montants, porteur)| Ligne {
            action: action.map(id),
            libelle: None,
            detail: None,
            section,
            sens,
            chapitre: None,
            montants,
            porteur: porteur.map(str::to_owned),
            financeur: None,
            commentaire: None,
            commentaire_lignes: 1,
        })
}

/// A programme whose actions stand under an earlier one, or under none.
fn programme(parents: &[Option<prop::sample::Index>]) -> Programme {
    let action = |(i, parent): (usize, &Option<prop::sample::Index>)| Action {
        id: id(i),
        numero: i.to_string(),
        libelle: format!("action {i}"),
        libelles: Libelles::default(),
        parent: parent.filter(|_| i > 0).map(|p| id(p.index(i))),
        orientations: Vec::new(),
        declaree: true,
        echeances: Vec::new(),
    };
    Programme {
        titre: "T".to_owned(),
        exercices: Vec::new(),
        orientations: Vec::new(),
        actions: parents.iter().enumerate().map(action).collect(),
        calendrier: Vec::new(),
        comite: None,
        document: Texte::default(),
    }
}

prop_compose! {
    fn dossier()(
        parents in prop::collection::vec(prop::option::of(any::<prop::sample::Index>()), 1..6),
        places in 1_usize..6,
    )(
        lignes in prop::collection::vec(ligne(parents.len(), places), 0..20),
        porteur in prop::option::of(Just("RH".to_owned())),
        parents in Just(parents),
        places in Just(places),
    ) -> (AnnexeBudgetaire, Programme) {
        let exercices = (0..places).map(|i| Exercice(2026 + u16::try_from(i).expect("few"))).collect();
        let budget = AnnexeBudgetaire {
            titre: "B".to_owned(), exercices, lignes, porteur, totaux: Vec::new(), note: None,
            nomenclature: None, tolerance: Montant::ZERO, inscription_annuelle: false,
            autorisations: Vec::new(),
        };
        (budget, programme(&parents))
    }
}

fn add<'a>(places: usize, series: impl IntoIterator<Item = &'a Serie>) -> Serie {
    let zero = Serie { exercices: vec![Montant::ZERO; places], periode: Montant::ZERO };
    series.into_iter().fold(zero, |sum, s| Serie {
        exercices: sum.exercices.iter().zip(&s.exercices).map(|(a, b)| *a + *b).collect(),
        periode: sum.periode + s.periode,
    })
}

fn less(a: &Serie, b: &Serie) -> Serie {
    Serie {
        exercices: a.exercices.iter().zip(&b.exercices).map(|(a, b)| *a - *b).collect(),
        periode: a.periode - b.periode,
    }
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn sums_fit_together((budget, programme) in dossier()) {
        let places = budget.exercices.len();
        let c = budget::compute(&budget, Some(&programme));
        let of = |section, sens| {
            let lines = budget.lignes.iter().filter(|l| l.section == section && l.sens == sens);
            add(places, lines.map(|l| {
                let exercices: Vec<Montant> = l.montants.iter().map(|m| m.unwrap_or_default()).collect();
                let periode = exercices.iter().copied().sum();
                Serie { exercices, periode }
            }).collect::<Vec<_>>().iter())
        };

        // A table: its root actions, and the lines that have no action.
        for (section, sens, total) in &c.totaux {
            let roots = c.sous_totaux.iter().filter(|(id, s, d, _)| {
                (s, d) == (section, sens) && programme.action(id).is_some_and(|a| a.parent.is_none())
            });
            let mut alone = budget.clone();
            alone.lignes.retain(|l| l.action.is_none() && (l.section, l.sens) == (*section, *sens));
            let alone = budget::compute(&alone, Some(&programme));
            let parts = roots.map(|r| &r.3).chain(alone.totaux.iter().map(|t| &t.2));
            prop_assert_eq!(&add(places, parts), total);
            prop_assert_eq!(&of(*section, *sens), total);
        }
        // A section: what comes in less what goes out.
        for (section, bilan) in &c.bilans {
            prop_assert_eq!(&less(&of(*section, Sens::Recette), &of(*section, Sens::Depense)), bilan);
        }
        // The whole: what the departments bear, what the sections cost.
        prop_assert_eq!(&add(places, c.porteurs.iter().map(|p| &p.1)), &c.cout_net);
        let zero = add(places, []);
        prop_assert_eq!(&less(&zero, &add(places, c.bilans.iter().map(|b| &b.1))), &c.cout_net);
        let income = add(places, c.totaux.iter().filter(|t| t.1 == Sens::Recette).map(|t| &t.2));
        prop_assert_eq!(&less(&c.cout_brut, &income), &c.cout_net);

        // The period: every exercice.
        let all = c.sous_totaux.iter().map(|s| &s.3)
            .chain(c.totaux.iter().map(|t| &t.2))
            .chain(c.bilans.iter().map(|b| &b.1))
            .chain(c.nets.iter().map(|n| &n.1))
            .chain(c.porteurs.iter().map(|p| &p.1))
            .chain(c.imprimes.iter().map(|i| &i.1))
            .chain([&c.cout_brut, &c.cout_net]);
        for serie in all {
            prop_assert_eq!(serie.exercices.len(), places);
            prop_assert_eq!(serie.exercices.iter().copied().sum::<Montant>(), serie.periode);
        }
    }

    /// What is computed, once declared, is right; and one cent more is not.
    #[test]
    fn declared_as_computed_is_right((budget, programme) in dossier(), at in any::<prop::sample::Index>()) {
        let c = budget::compute(&budget, Some(&programme));
        let mut declared = budget.clone();
        declared.totaux = c.imprimes.iter().map(|(total, serie)| Total {
            montants: Some(serie.exercices.iter().copied().map(Some).collect()),
            ..total.clone()
        }).collect();
        prop_assert_eq!(check(&declared, &programme), 0);

        let rank = at.index(declared.totaux.len());
        let cell = &mut declared.totaux[rank].montants.as_mut().expect("declared")[0];
        *cell = Some(cell.unwrap_or_default() + cents(1));
        prop_assert_eq!(check(&declared, &programme), 1);
    }

    /// An empty cell declares nothing.
    #[test]
    fn an_empty_cell_is_not_wrong((budget, programme) in dossier()) {
        let mut declared = budget.clone();
        let empty = vec![None; budget.exercices.len()];
        declared.totaux = vec![Total {
            nature: NatureTotal::CoutNet,
            libelle: None,
            chapitre: None,
            montants: Some(empty),
            tolerance: None,
            commentaire: None,
        }];
        prop_assert_eq!(check(&declared, &programme), 0);
    }
}

/// How many findings of money a budget has.
fn check(budget: &AnnexeBudgetaire, programme: &Programme) -> usize {
    let case = crate::support::root().join("fixtures/valid/commune-articles");
    let mut dossier = crate::support::read_well(&case);
    dossier.budget = Some(budget.clone());
    dossier.programme = Some(programme.clone());
    let mut comptes = delibere::compute(&dossier);
    comptes.budget = Some(budget::compute(budget, Some(programme)));
    let constats = delibere::check(&dossier, &comptes);
    constats.iter().filter(|c| ["BUDG-05", "BUDG-06", "BUDG-07"].contains(&c.code)).count()
}
