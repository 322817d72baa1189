//! The figures of the cases that have a budget, computed apart.

use delibere::compute::{ComptesBudget, Serie};
use delibere::model::{Montant, Section, Sens};

use crate::support;

use Section::{Fonctionnement, Investissement};
use Sens::{Depense, Recette};

fn comptes(case: &str) -> ComptesBudget {
    let dossier = support::read_well(&support::root().join("fixtures/valid").join(case));
    delibere::compute(&dossier).budget.expect("a budget")
}

/// A series and its total, from whole euros.
fn serie(euros: &[i32]) -> Serie {
    let exercices: Vec<Montant> = euros.iter().map(|e| Montant::from(*e)).collect();
    let periode = exercices.iter().copied().sum();
    Serie { exercices, periode }
}

fn sous_total<'a>(c: &'a ComptesBudget, action: &str, section: Section, sens: Sens) -> &'a Serie {
    let found =
        c.sous_totaux.iter().find(|(id, s, d, _)| id.0 == action && (*s, *d) == (section, sens));
    &found.unwrap_or_else(|| panic!("{action}")).3
}

fn total(c: &ComptesBudget, section: Section, sens: Sens) -> &Serie {
    &c.totaux.iter().find(|(s, d, _)| (*s, *d) == (section, sens)).expect("a table").2
}

fn bilan(c: &ComptesBudget, section: Section) -> &Serie {
    &c.bilans.iter().find(|(s, _)| *s == section).expect("a section").1
}

fn porteur<'a>(c: &'a ComptesBudget, nom: &str) -> &'a Serie {
    &c.porteurs.iter().find(|(n, _)| n.as_deref() == Some(nom)).expect("a department").1
}

#[test]
fn caen_la_mer() {
    let c = comptes("caen-la-mer-2012");
    for (action, euros) in [
        ("positionnement", [22_000, 22_000, 22_000]),
        ("charte", [1_000, 1_000, 1_000]),
        ("communication", [4_000, 4_000, 4_000]),
        ("formation", [2_000, 0, 1_000]),
        ("sensibilisation-elus", [1_000, 0, 500]),
        ("mise-en-reseau", [15_000, 10_000, 10_000]),
        ("entrepreneuriat", [30_000, 15_000, 30_000]),
        ("appel-a-projets", [0, 70_000, 0]),
    ] {
        assert_eq!(*sous_total(&c, action, Fonctionnement, Depense), serie(&euros), "{action}");
    }
    assert_eq!(*total(&c, Fonctionnement, Depense), serie(&[73_000, 121_000, 67_000]));
    assert_eq!(*total(&c, Fonctionnement, Recette), serie(&[0, 20_000, 0]));
    assert_eq!(*total(&c, Investissement, Depense), serie(&[30_000; 3]));
    assert!(!c.totaux.iter().any(|(s, d, _)| (*s, *d) == (Investissement, Recette)));
    assert_eq!(*bilan(&c, Fonctionnement), serie(&[-73_000, -101_000, -67_000]));
    assert_eq!(*bilan(&c, Investissement), serie(&[-30_000; 3]));
    assert_eq!(c.cout_brut, serie(&[103_000, 151_000, 97_000]));
    assert_eq!(c.cout_net, serie(&[103_000, 131_000, 97_000]));
    assert_eq!(c.cout_net.periode, Montant::from(331_000));
    assert_eq!(*porteur(&c, "RH"), serie(&[21_000, 20_000, 20_500]));
    assert_eq!(*porteur(&c, "communication"), serie(&[2_000; 3]));
    assert_eq!(*porteur(&c, "Dévéco"), serie(&[80_000, 109_000, 74_500]));
    let (_, net) = c.nets.iter().find(|(id, _)| id.0 == "appel-a-projets").expect("an action");
    assert_eq!(*net, serie(&[0, 50_000, 0]));
}

/// The totals of its README, which nothing of ours computed.
#[test]
fn cinq_exercices() {
    let case = "departement-cinq-exercices";
    let c = comptes(case);
    let path = support::root().join("fixtures/valid").join(case).join("README.md");
    let readme = std::fs::read_to_string(path).expect("README.md");
    let rows: Vec<(&str, Vec<Montant>)> = readme
        .lines()
        .filter_map(|l| l.strip_prefix("| ")?.strip_suffix(" |")?.split_once(" | "))
        .filter(|(label, _)| !label.starts_with('|'))
        .map(|(label, cells)| {
            (label, cells.split(" | ").map(|m| m.parse().expect("an amount")).collect())
        })
        .collect();
    assert_eq!(rows.len(), 15);
    let funded = |nom: &str| {
        let dossier = support::read_well(&support::root().join("fixtures/valid").join(case));
        let budget = dossier.budget.expect("a budget");
        let mut sums = vec![Montant::ZERO; budget.exercices.len()];
        for ligne in budget.lignes.iter().filter(|l| l.financeur.as_deref() == Some(nom)) {
            for (sum, m) in sums.iter_mut().zip(&ligne.montants) {
                *sum = *sum + m.unwrap_or_default();
            }
        }
        let periode = sums.iter().copied().sum();
        Serie { exercices: sums, periode }
    };
    for (label, cells) in rows {
        let serie = match label {
            "Fonctionnement, dépenses" => total(&c, Fonctionnement, Depense).clone(),
            "Fonctionnement, recettes" => total(&c, Fonctionnement, Recette).clone(),
            "Bilan de la section de fonctionnement" => bilan(&c, Fonctionnement).clone(),
            "Investissement, dépenses" => total(&c, Investissement, Depense).clone(),
            "Investissement, recettes" => total(&c, Investissement, Recette).clone(),
            "Bilan de la section d’investissement" => bilan(&c, Investissement).clone(),
            "Coût brut" => c.cout_brut.clone(),
            "Coût net" => c.cout_net.clone(),
            "dont porté par « collèges »" => porteur(&c, "collèges").clone(),
            "dont porté par « ressources humaines »" => {
                porteur(&c, "ressources humaines").clone()
            }
            "dont porté par « numérique »" => porteur(&c, "numérique").clone(),
            "Reçu de « État »" => funded("État"),
            "Reçu de « Région »" => funded("Région"),
            "Fonctionnement, dépenses, action 1" => {
                sous_total(&c, "connaitre", Fonctionnement, Depense).clone()
            }
            "Fonctionnement, dépenses, action 1.1" => {
                sous_total(&c, "diagnostics", Fonctionnement, Depense).clone()
            }
            other => panic!("{other} is not computed"),
        };
        let (periode, exercices) = cells.split_last().expect("cells");
        assert_eq!((serie.exercices.as_slice(), serie.periode), (exercices, *periode), "{label}");
    }
}

/// The sums of its README, counted by hand, to the cent.
#[test]
fn lourdain() {
    let c = comptes("lourdain-2012");
    let cents = |serie: &Serie| -> Vec<i128> {
        serie.exercices.iter().chain([&serie.periode]).map(|m| m.cents()).collect()
    };
    let spent = [6_380_000, 5_352_000, 6_624_840, 18_356_840];
    assert_eq!(cents(total(&c, Fonctionnement, Depense)), spent);
    let received = [1_310_000, 1_671_000, 2_572_420, 5_553_420];
    assert_eq!(cents(total(&c, Fonctionnement, Recette)), received);
    assert_eq!(*total(&c, Investissement, Depense), serie(&[54_000, 210_000, 126_000]));
    assert_eq!(*total(&c, Investissement, Recette), serie(&[0, 90_000, 48_000]));
    assert_eq!(cents(&c.cout_brut), [11_780_000, 26_352_000, 19_224_840, 57_356_840]);
    assert_eq!(cents(&c.cout_net), [10_470_000, 15_681_000, 11_852_420, 38_003_420]);
}

/// Without a declared total, the usual ones are printed: each sum once.
#[test]
fn usual_totals_are_printed_once() {
    let c = comptes("departement-cinq-exercices");
    let labels: Vec<String> = c.imprimes.iter().map(|(t, _)| t.nature.libelle()).collect();
    assert_eq!(
        labels,
        [
            "Sous-total action connaitre",
            "Sous-total action diagnostics",
            "Sous-total action sensibiliser",
            "Total des dépenses de fonctionnement",
            "Total des recettes de fonctionnement",
            "Sous-total action renover",
            "Total des dépenses d’investissement",
            "Sous-total action renover",
            "Total des recettes d’investissement",
            "Bilan de la section de fonctionnement",
            "Bilan de la section d’investissement",
            "Coût brut",
            "Coût net",
            "Coût net, budget collèges",
            "Coût net, budget ressources humaines",
            "Coût net, budget numérique",
        ]
    );
}

#[test]
fn a_dossier_without_budget_has_no_sum() {
    let dossier = support::read_well(&support::root().join("fixtures/valid/commune-articles"));
    assert!(delibere::compute(&dossier).budget.is_none());
}
