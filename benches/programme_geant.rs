// A programme of any size, in the files of a dossier: shared by the benches and by the test of growth.

use std::fmt::Write;

use delibere::read::Memory;

/// A dossier of `fois` thousand actions and ten times as many budget lines over three years, its totals declared and
/// right.
#[allow(dead_code, reason = "the test of growth takes smaller ones")]
pub fn dossier(fois: usize) -> Memory {
    of(1000 * fois)
}

/// The same with that many actions.
pub fn of(actions: usize) -> Memory {
    let mut programme =
        "titre = \"Programme géant\"\nexercices = [2026, 2027, 2028]\n\n[[orientations]]\nid = \"une\"\ntexte = \"avancer\"\n"
            .to_owned();
    let mut budget = "inscription_annuelle = true\n".to_owned();
    let mut totals = String::new();
    let mut whole = [0_usize; 3];
    for a in 0..actions {
        let parent = a - a % 10;
        write!(
            programme,
            "\n[[actions]]\nid = \"action-{a}\"\nnumero = \"{}.{}\"\nlibelle = \"Action numéro {a}\"\norientations = [\"une\"]\necheances = [\"court\"]\n",
            a / 10 + 1,
            a % 10
        )
        .expect("a string takes it");
        if parent != a {
            writeln!(programme, "parent = \"action-{parent}\"").expect("a string takes it");
        }
        for l in 0..10 {
            let amounts = [100 + l, 200 + a % 7, 300];
            for (sum, amount) in whole.iter_mut().zip(amounts) {
                *sum += amount;
            }
            write!(
                budget,
                "\n[[lignes]]\naction = \"action-{a}\"\ndetail = \"Achat de papier\"\nsection = \"fonctionnement\"\nsens = \"depense\"\nchapitre = \"011\"\nmontants = [{}, {}, {}]\nporteur = \"service {}\"\n",
                amounts[0], amounts[1], amounts[2], a % 40
            )
            .expect("a string takes it");
        }
        if parent != a {
            let sums = [1045, 10 * (200 + a % 7), 3000];
            write!(
                totals,
                "\n[[totaux]]\nnature = \"sous-total\"\naction = \"action-{a}\"\nsection = \"fonctionnement\"\nmontants = [{}, {}, {}]\n",
                sums[0], sums[1], sums[2]
            )
            .expect("a string takes it");
        }
    }
    write!(
        totals,
        "\n[[totaux]]\nnature = \"cout-net\"\nmontants = [{}, {}, {}]\n",
        whole[0], whole[1], whole[2]
    )
    .expect("a string takes it");
    budget.push_str(&totals);
    Memory::new()
        .with(
            "collectivite.toml",
            "nom = \"Valmont\"\ngenre = \"commune\"\nexecutif = { qualite = \"Le maire\", nom = \"Ada MARTIN\" }\n",
        )
        .with("seance.toml", "date = 2026-03-12\n")
        .with(
            "deliberation.toml",
            "numero = \"2026_014\"\nobjet = [\"Programme\"]\nvisas = [{ nature = \"code\", texte = \"le code général des collectivités territoriales, notamment son article L. 2121-29\" }]\n[[articles]]\ntexte = \"\"\"\nLes actions :\n\n{actions}\n\"\"\"\n",
        )
        .with("programme.toml", programme)
        .with("budget.toml", budget)
}
