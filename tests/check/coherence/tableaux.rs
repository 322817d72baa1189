//! Tables that add up, tables whose total is of another kind, and tables that are wrong.

/// The codes of a table whose cells are given row by row.
fn codes(rows: &[&str]) -> Vec<&'static str> {
    let width = rows[0].matches('|').count() - 1;
    let rule = format!("|{}", "---|".repeat(width));
    let mut lines = vec![rows[0], &rule];
    lines.extend(&rows[1..]);
    super::codes(&super::act(&format!("Voici :\n\n{}\n", lines.join("\n"))))
}

#[test]
fn tables_that_are_right_or_not_understood() {
    let tables: &[&[&str]] = &[
        &["| Poste | Montant |", "| A | 1 200,50 € |", "| B | 800 € |", "| Total | 2 000,50 € |"],
        // A blank is nothing, a dash too.
        &[
            "| Poste | Montant |",
            "| A | 1 200 |",
            "| B | – |",
            "| C | |",
            "| D | 800 |",
            "| TOTAL | 2 000 |",
        ],
        // Parts of a row, said or not.
        &[
            "| Poste | Montant |",
            "| Personnel | 100 |",
            "| dont titulaires | 60 |",
            "| Charges | 50 |",
            "| Total | 150 |",
        ],
        &[
            "| Poste | Montant |",
            "| Personnel | 100 |",
            "| titulaires | 60 |",
            "| contractuels | 40 |",
            "| Charges | 50 |",
            "| Total | 150 |",
        ],
        // Totals on top, sub-totals, totals of totals.
        &["| Poste | Montant |", "| Total | 30 |", "| A | 10 |", "| B | 20 |"],
        &[
            "| Poste | Montant |",
            "| Total fonctionnement | 30 |",
            "| A | 10 |",
            "| B | 20 |",
            "| Total investissement | 70 |",
            "| C | 70 |",
            "| Total | 100 |",
        ],
        &[
            "| Poste | Montant |",
            "| A | 10 |",
            "| B | 20 |",
            "| Sous-total | 30 |",
            "| C | 5 |",
            "| D | 6 |",
            "| Sous-total | 11 |",
            "| Total | 41 |",
        ],
        &[
            "| Poste | Montant |",
            "| A | 10 |",
            "| B | 20 |",
            "| Total 1 | 30 |",
            "| C | 5 |",
            "| D | 6 |",
            "| Total 2 | 11 |",
            "| Total général | 41 |",
        ],
        // Tax, balances, rates, receipts and expenses.
        &[
            "| Lot | Montant |",
            "| 1 | 1 000 € |",
            "| 2 | 500 € |",
            "| Total HT | 1 500 € |",
            "| TVA | 300 € |",
            "| Total TTC | 1 800 € |",
        ],
        &["| Ligne | Montant |", "| Recettes | 120 |", "| Dépenses | 100 |", "| Total | 20 |"],
        &["| Ligne | Montant |", "| Solde reporté | 120 |", "| Aides | 100 |", "| Total | 20 |"],
        &[
            "| Commune | Taux | Prix moyen |",
            "| A | 12 % | 3,40 |",
            "| B | 14 % | 3,20 |",
            "| Ensemble | 13 % | 3,30 |",
        ],
        &[
            "| Bureau | Voix |",
            "| Inscrits | 1 000 |",
            "| Votants | 600 |",
            "| Liste A | 350 |",
            "| Liste B | 230 |",
            "| Total exprimés | 580 |",
        ],
        &[
            "| Article | Quantité | Prix | Total |",
            "| A | 2 | 10 € | 20 € |",
            "| B | 3 | 5 € | 15 € |",
            "| Total | | | 35 € |",
        ],
        &[
            "| Action | Coût | Aide | Total à charge |",
            "| A | 100 | 40 | 60 |",
            "| B | 50 | 10 | 40 |",
        ],
        &[
            "| Action | 2026 | 2027 | Total |",
            "| A | 10 | 20 | 30 |",
            "| B | | 5 | 5 |",
            "| Total | 10 | 25 | 35 |",
        ],
        // Rounded figures.
        &["| Poste | Montant |", "| A | 1,2 M€ |", "| B | 2,3 M€ |", "| Total | 3,6 M€ |"],
        &[
            "| Qui | Montant | Part |",
            "| A | 1 | 33,3 % |",
            "| B | 1 | 33,3 % |",
            "| C | 1 | 33,3 % |",
            "| Total | 3 | 100 % |",
        ],
        &[
            "| Qui | Montant | Part |",
            "| A | 1 | 33 % |",
            "| B | 1 | 33 % |",
            "| C | 1 | 34 % |",
            "| Total | 3 | 100 % |",
        ],
        // Shares of something else.
        &[
            "| Ville | Emplois | Part des emplois de la région |",
            "| A | 120 | 3 % |",
            "| B | 80 | 2 % |",
            "| Total | 200 | 5 % |",
        ],
        // Rounded figures, by the header.
        &[
            "| En k€ | 2026 | 2027 | Total |",
            "| A | 12 | 25 | 38 |",
            "| B | 7 | 9 | 16 |",
            "| Total | 20 | 34 | 53 |",
        ],
        &["| Poste | Montant (M€) |", "| A | 1,2 |", "| B | 2,3 |", "| Total | 3,6 |"],
        &["| Poste | En milliers d’euros |", "| A | 12 |", "| B | 23 |", "| Total | 36 |"],
        &["| Qui | Part (%) |", "| A | 33,3 |", "| B | 33,3 |", "| C | 33,3 |", "| Total | 100 |"],
        // Words that do not add up, each whole.
        &["| Classe | Âge | Note |", "| A | 6 | 12 |", "| B | 7 | 13 |", "| Total | 14 | 26 |"],
        // A total of other things, far from the sum.
        &["| Poste | Montant |", "| A | 1 200 € |", "| B | 800 € |", "| Total | 9 431 € |"],
        // The parts on the right of their total.
        &[
            "| Lycée | Coût total | 2026 | 2027 |",
            "| A | 30 | 10 | 20 |",
            "| B | 9 | 4 | 5 |",
            "| Total | 39 | 14 | 25 |",
        ],
        &["| Action | Coût total | Aide | Taux |", "| A | 30 | 10 | 33 |", "| B | 9 | 4 | 44 |"],
        // What cannot be read.
        &["| Poste | Montant |", "| A | 10.000 |", "| B | 5 000 € |", "| Total | 16 000 € |"],
        &["| Poste | Montant |", "| A | à préciser |", "| B | 5 000 € |", "| Total | 16 000 € |"],
        &["| Poste | Montant |", "| A | 10 kg |", "| B | 5 t |", "| Total | 16 t |"],
        // A number of order left blank before the word « Total ».
        &[
            "| Lot | Objet | HT | TVA | TTC |",
            "| 1 | A | 100 | 20 | 120 |",
            "| 2 | B | 50 | 10 | 60 |",
            "| | Total | 150 | 30 | 180 |",
        ],
        // Expenses, then receipts, each with its total; the same rows for both are not understood.
        &[
            "| Poste | Montant |",
            "| Achats | 10 |",
            "| Travaux | 20 |",
            "| Total dépenses | 30 |",
            "| Ventes | 25 |",
            "| Total recettes | 25 |",
            "| Total | 5 |",
        ],
        &[
            "| Poste | Montant |",
            "| Achats | 10 |",
            "| Ventes | 4 |",
            "| Total dépenses | 10 |",
            "| Total recettes | 4 |",
        ],
        &[
            "| Poste | Montant |",
            "| Dépenses d’achat | 10 |",
            "| Recettes de vente | 4 |",
            "| Total dépenses | 10 |",
            "| Total recettes | 4 |",
        ],
        // Ceilings that add up in their row alone; one row shows nothing.
        &[
            "| Groupe | IFSE, plafond | CIA, plafond | Total |",
            "| A | 36 210 | 6 390 | 42 600 |",
            "| B | 17 480 | 2 380 | 19 860 |",
        ],
        &["| Groupe | Nombre | Prix | Total |", "| A | 2 | 2 | 4 |", "| B | 3 | 5 | 15 |"],
        // Shares of one column out of two; changes; a change of something else.
        &[
            "| Collège | Élèves | Coût | Part |",
            "| A | 700 | 20 500 | 31,8 % |",
            "| B | 800 | 22 000 | 34,1 % |",
            "| C | 800 | 22 000 | 34,1 % |",
            "| Total | 2 300 | 64 500 | 100 % |",
        ],
        &[
            "| Chapitre | 2025 | 2026 | Évolution |",
            "| A | 100 | 110 | 10 % |",
            "| B | 90 | 85 | -5,6 % |",
            "| C | 0 | 12 | 100 % |",
        ],
        &[
            "| Taxe | Base | Produit | Évolution |",
            "| A | 100 | 10 | 2 % |",
            "| B | 90 | 9 | 1,5 % |",
            "| C | 80 | 8 | 1 % |",
        ],
        // Other things than a slip.
        &["| Poste | Montant |", "| A | 10 |", "| B | 20 |", "| Total du parc | 300 |"],
        &["| Tranche | Élèves |", "| A | 10 |", "| B | 20 |"],
    ];
    for table in tables {
        assert_eq!(codes(table), Vec::<&str>::new(), "{table:#?}");
    }
}

#[test]
fn tables_that_are_wrong() {
    let tables: &[(&[&str], &[&str])] = &[
        (
            &["| Poste | Montant |", "| A | 1 200 € |", "| B | 800 € |", "| Total | 2 100 € |"],
            &["COHE-10"],
        ),
        (
            &[
                "| Poste | Montant |",
                "| A | 1 200,10 € |",
                "| B | 800,05 € |",
                "| **TOTAL** | **2 000,51 €** |",
            ],
            &["COHE-10"],
        ),
        (
            &[
                "| Poste | Montant |",
                "| A | 10 |",
                "| B | 20 |",
                "| Sous-total | 30 |",
                "| C | 5 |",
                "| D | 6 |",
                "| Sous-total | 12 |",
                "| Total | 42 |",
            ],
            &["COHE-10"],
        ),
        (
            &[
                "| Action | 2026 | 2027 | Total |",
                "| A | 10 | 20 | 30 |",
                "| B | 4 | 5 | 8 |",
                "| C | 1 | 1 | 2 |",
            ],
            &["COHE-10"],
        ),
        (
            &[
                "| Lot | Objet | HT | TVA | TTC |",
                "| 1 | A | 100 | 20 | 120 |",
                "| 2 | B | 50 | 10 | 60 |",
                "| | Total | 150 | 30 | 190 |",
            ],
            &["COHE-10"],
        ),
        (
            &[
                "| Lot | HT | TVA 20 % |",
                "| A | 100 | 20 |",
                "| B | 50 | 10 |",
                "| Total | 150 | 33 |",
            ],
            &["COHE-10"],
        ),
        (
            &[
                "| Affectation | Montant |",
                "| Réserves (compte 1068) | 37 554,10 € |",
                "| Report à nouveau (ligne 002) | 46 566,26 € |",
                "| Total | 84 210,36 € |",
            ],
            &["COHE-10"],
        ),
        (
            &[
                "| Poste | Montant |",
                "| Achats | 10 |",
                "| Travaux | 20 |",
                "| Total dépenses | 32 |",
                "| Ventes | 25 |",
                "| Total recettes | 25 |",
            ],
            &["COHE-10"],
        ),
        (
            &[
                "| Groupe | IFSE, plafond | CIA, plafond | Total |",
                "| A | 36 210 | 6 390 | 42 600 |",
                "| B | 17 480 | 2 380 | 19 860 |",
                "| C | 11 340 | 1 260 | 16 200 |",
            ],
            &["COHE-10"],
        ),
        (
            &[
                "| Collège | Élèves | Coût | Part |",
                "| A | 700 | 20 500 | 33,8 % |",
                "| B | 800 | 22 000 | 34,1 % |",
                "| C | 800 | 22 000 | 34,1 % |",
                "| Total | 2 300 | 64 500 | 100 % |",
            ],
            &["COHE-11"],
        ),
        (
            &[
                "| Chapitre | 2025 | 2026 | Évolution |",
                "| A | 100 | 110 | 10 % |",
                "| B | 90 | 85 | -6,5 % |",
                "| C | 200 | 202 | +1 % |",
            ],
            &["COHE-11"],
        ),
        (
            &["| Poste | Montant |", "| A | 1,2 M€ |", "| B | 2,3 M€ |", "| Total | 3,9 M€ |"],
            &["COHE-10"],
        ),
        // Whole words: « âge » is not in « chauffage », nor « rang » in « oranges ».
        (
            &["| Site | Chauffage |", "| A | 1 200 € |", "| B | 800 € |", "| Total | 2 100 € |"],
            &["COHE-10"],
        ),
        (&["| Site | Oranges |", "| A | 120 |", "| B | 80 |", "| Total | 210 |"], &["COHE-10"]),
        (
            &["| Poste | Montant |", "| A | 120 € |", "| B | 80 € |", "| Coût total | 210 € |"],
            &["COHE-10"],
        ),
        // « Coût total » is one, on either side of its parts.
        (
            &[
                "| Action | État | Région | Coût total |",
                "| A | 10 € | 20 € | 30 € |",
                "| B | 4 € | 5 € | 9 € |",
                "| C | 1 € | 1 € | 3 € |",
            ],
            &["COHE-10"],
        ),
        (
            &[
                "| Action | Coût total | État | Département |",
                "| A | 30 € | 10 € | 20 € |",
                "| B | 9 € | 4 € | 5 € |",
                "| C | 3 € | 1 € | 1 € |",
            ],
            &["COHE-10"],
        ),
        // Far from the sum, and another column, the shares or the digits show that it is one.
        (
            &[
                "| Poste | 2025 | 2026 |",
                "| A | 1 200 € | 1 300 € |",
                "| B | 800 € | 900 € |",
                "| Total | 2 000 € | 9 431 € |",
            ],
            &["COHE-10"],
        ),
        (
            &["| Poste | Montant |", "| A | 1 200 € |", "| B | 350 € |", "| Total | 15 500 € |"],
            &["COHE-10"],
        ),
        (
            &["| Poste | Montant |", "| A | 1 200 € |", "| B | 350 € |", "| Total | 5 150 € |"],
            &["COHE-10"],
        ),
        (
            &[
                "| Qui | Montant | Part |",
                "| A | 60 € | 60 % |",
                "| B | 40 € | 40 % |",
                "| Total | 370 € | 100 % |",
            ],
            &["COHE-10"],
        ),
        (
            &[
                "| En k€ | 2026 | 2027 | Total |",
                "| A | 12 | 25 | 37 |",
                "| B | 7 | 9 | 16 |",
                "| Total | 19 | 34 | 63 |",
            ],
            &["COHE-10"],
        ),
        (&["| Qui | Part |", "| A | 30 % |", "| B | 60 % |", "| Total | 100 % |"], &["COHE-10"]),
        (
            &[
                "| Qui | Montant | Part |",
                "| A | 50 € | 50 % |",
                "| B | 30 € | 30 % |",
                "| C | 20 € | 10 % |",
                "| Total | 100 € | 100 % |",
            ],
            &["COHE-11"],
        ),
        (
            &[
                "| Qui | Montant | En % |",
                "| A | 50 € | 50 |",
                "| B | 30 € | 30 |",
                "| C | 20 € | 25 |",
                "| Total | 100 € | 100 |",
            ],
            &["COHE-11"],
        ),
    ];
    for (table, wanted) in tables {
        assert_eq!(&codes(table), wanted, "{table:#?}");
    }
}

#[test]
fn the_figure_and_its_sum_are_shown() {
    let files = super::act(
        "| Poste | Montant |\n|---|--:|\n| A | 1 200 € |\n| B | 800 € |\n| Total | 2 100 € |\n",
    );
    let found = super::findings(&delibere::read(&files).expect("files"));
    let [one] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!((one.place.fichier.as_str(), one.place.debut.ligne), ("e.md", 5));
    assert_eq!(one.place.etiquette, "la somme est 2\u{202f}000 €");
    assert_eq!(one.secondaires[0].debut.ligne, 3);
}
