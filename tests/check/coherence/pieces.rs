//! What the pieces of an act, or an act and its sitting, say of each other.

use delibere::model::Severite;
use delibere::read::Memory;

/// An act whose articles have those typed numbers.
fn numbered(numeros: &[&str]) -> Memory {
    let articles: String = numeros
        .iter()
        .map(|n| format!("[[articles]]\nnumero = \"{n}\"\ntexte = \"Le plan est lancé.\"\n"))
        .collect();
    super::act("Exposé.").with(
        "deliberation.toml",
        format!("numero = \"2026-014\"\nobjet = [\"Plan\"]\nexpose_fichier = \"e.md\"\n{articles}"),
    )
}

#[test]
fn typed_numbers_follow_each_other_in_any_manner() {
    for right in [
        &["Article premier", "Article 2", "Article 3"][..],
        &["Article 1er", "Article 1er bis", "Article 2"],
        &["Article I", "Article II", "Article III", "Article IV"],
        &["Article premier", "Article deux", "Article trois"],
        &["Article unique"],
    ] {
        assert_eq!(super::codes(&numbered(right)), Vec::<&str>::new(), "{right:?}");
    }
    for wrong in [
        &["Article premier", "Article 3"][..],
        &["Article premier", "Article 2", "Article 2"],
        &["Article I", "Article III"],
        &["Article 2", "Article 3"],
    ] {
        assert_eq!(super::codes(&numbered(wrong)), ["FORM-10"], "{wrong:?}");
    }
    // Its form is not usual; its rank is right.
    let plain =
        super::findings(&delibere::read(&numbered(&["Article 1", "Article 2"])).expect("files"));
    let [one] = plain.as_slice() else { panic!("{plain:#?}") };
    assert_eq!((one.code, one.severite), ("FORM-10", Severite::Information));
}

/// An act whose article says that, and the exposé this.
fn decided(expose: &str, article: &str) -> Vec<&'static str> {
    let acte = format!(
        "numero = \"2026-014\"\nobjet = [\"Plan\"]\nexpose_fichier = \"e.md\"\n[[articles]]\ntexte = \"{article}\"\n"
    );
    super::codes(&super::act(expose).with("deliberation.toml", acte))
}

#[test]
fn thousands_are_written_out_where_one_decides() {
    let usual = "Le plan coûte 150 000 €.";
    assert_eq!(decided(usual, "Une aide de 15 k€ est versée."), ["COHE-14"]);
    assert_eq!(decided(usual, "Une aide de l'ordre de 15 k€ est versée."), Vec::<&str>::new());
    assert_eq!(decided(usual, "Une aide de 1,2 M€ est versée."), Vec::<&str>::new());
}

const PROGRAMME: &str = r#"
titre = "Plan vélo"
exercices = [2026, 2027, 2028]
[[orientations]]
id = "rouler"
texte = "rouler"
[[orientations]]
id = "garer"
texte = "garer"
[[actions]]
id = "pistes"
numero = "1"
libelle = "Pistes"
orientations = ["rouler"]
[[actions]]
id = "arceaux"
numero = "2"
libelle = "Arceaux"
orientations = ["garer"]
[[actions]]
id = "ecole"
numero = "3"
libelle = "École"
orientations = ["rouler"]
"#;

#[test]
fn the_counts_of_a_programme_are_read_in_one_sentence() {
    let judge = |expose: &str| super::codes(&super::act(expose).with("programme.toml", PROGRAMME));
    let none = Vec::<&str>::new();
    assert_eq!(judge("Le plan suit deux orientations et comporte trois actions."), none);
    assert_eq!(judge("Le plan suit trois orientations et comporte trois actions."), ["COHE-09"]);
    assert_eq!(judge("Le plan suit deux orientations et comporte quatre actions."), ["COHE-09"]);
    assert_eq!(judge("Le plan suit deux orientations. Il comporte trois actions."), none);
    assert_eq!(judge("Le plan suit deux orientations. Il comporte quatre actions."), ["COHE-09"]);
    assert_eq!(judge("Le plan national est suivi. Il comporte quatre actions."), none);
    assert_eq!(judge("Le comité suit le plan. Il comporte quatre actions."), none);
    assert_eq!(judge("Le plan triennal 2026-2028 est lancé."), none);
    assert_eq!(judge("Le plan quadriennal 2026-2029 est lancé."), ["COHE-18"]);
}

#[test]
fn the_actions_that_a_text_puts_in_a_list_are_counted() {
    let programme = PROGRAMME.to_owned()
        + "[[actions]]\nid = \"cars\"\nnumero = \"3.1\"\nparent = \"ecole\"\nlibelle = \"Cars\"\norientations = [\"rouler\"]\n";
    let judge =
        |expose: &str| super::codes(&super::act(expose).with("programme.toml", &*programme));
    let none = Vec::<&str>::new();
    assert_eq!(judge("Quatre actions sont proposées :\n\n{actions}"), none);
    // Its sub-actions may not be counted.
    assert_eq!(judge("Trois actions sont proposées :\n\n{actions}"), none);
    assert_eq!(judge("Cinq actions sont proposées :\n\n{actions}"), ["COHE-09"]);
}

/// A sheet of an action of 3 000 € a year with six sessions of two days, by one of its fields.
fn sheet(nature: &str, texte: &str) -> Vec<&'static str> {
    let files = super::act("Exposé.")
        .with("programme.toml", PROGRAMME)
        .with("budget.toml", "[[lignes]]\naction = \"pistes\"\ndetail = \"Six sessions de 2 jours\"\nsection = \"fonctionnement\"\nsens = \"depense\"\nchapitre = \"011\"\nmontants = [3000, 3000, 3000]\n")
        .with("fiches/pistes.toml", format!("action = \"pistes\"\n[[champs]]\nnature = \"{nature}\"\ntexte = \"{texte}\"\n"));
    let mut found = super::codes(&files);
    found.retain(|c| *c != "FORM-12");
    found
}

#[test]
fn the_budget_of_a_sheet_is_that_of_its_lines() {
    let none = Vec::<&str>::new();
    for right in [
        "3 000 € par an, soit 500 € la session",
        "9 000 € : 3 000 € en 2026, 3 000 € en 2027, 3 000 € en 2028",
        "450 € par élève, 20 élèves",
    ] {
        assert_eq!(sheet("budget", right), none, "{right}");
    }
    for wrong in [
        "2 000 € par an, soit 500 € la session",
        "8 000 € : 3 000 € en 2026, 3 000 € en 2027, 3 000 € en 2028",
    ] {
        assert_eq!(sheet("budget", wrong), ["COHE-05"], "{wrong}");
    }
    assert_eq!(sheet("duree", "2 jours par session"), none);
    assert_eq!(sheet("duree", "Trois ans"), none);
    assert_eq!(sheet("duree", "3 jours par session"), ["COHE-02"]);
}

#[test]
fn the_years_of_a_title_are_those_of_the_programme() {
    let judge = |titre: &str| {
        let programme = PROGRAMME.replace("\"Plan vélo\"", &format!("\"{titre}\""));
        super::codes(&super::act("Exposé.").with("programme.toml", programme))
    };
    assert_eq!(judge("Plan triennal 2026-2028"), Vec::<&str>::new());
    assert_eq!(judge("Plan triennal 2025-2027"), ["COHE-18"]);
}

/// The sheet and the receipts of an action, by its plan and its funders.
fn funded(plan: &str, financeurs: &[(&str, u32)]) -> Vec<&'static str> {
    let receipts: String = financeurs
        .iter()
        .map(|(nom, montant)| {
            format!(
                "[[lignes]]\naction = \"pistes\"\nsection = \"fonctionnement\"\nsens = \"recette\"\nchapitre = \"74\"\nmontants = [{montant}, 0, 0]\nfinanceur = \"{nom}\"\n"
            )
        })
        .collect();
    let spent = "[[lignes]]\naction = \"pistes\"\nsection = \"fonctionnement\"\nsens = \"depense\"\nchapitre = \"011\"\nmontants = [10000, 0, 0]\n";
    let files = super::act("Exposé.")
        .with("programme.toml", PROGRAMME)
        .with("budget.toml", format!("{spent}{receipts}"))
        .with(
            "fiches/pistes.toml",
            format!("action = \"pistes\"\n[[champs]]\nnature = \"financement\"\ntexte = \"\"\"\n{plan}\n\"\"\"\n"),
        );
    let mut found = super::codes(&files);
    found.retain(|c| *c != "FORM-12");
    found
}

#[test]
fn funders_of_a_sheet_are_those_of_the_receipts() {
    let none = Vec::<&str>::new();
    for (plan, funders) in [
        ("40 % de la Région, le reste par la commune", &[("Région Normandie", 4000)][..]),
        ("Subvention de l'État (DETR) : 3 000 €", &[("État", 3000)]),
        ("DETR : 3 000 €", &[("Préfecture de l'Orne", 3000)]),
        ("FEDER : 3 000 €", &[("Union européenne", 3000)]),
        ("Une aide de 3 000 € sera demandée à la Région", &[("État", 3000)]),
        ("Conseil régional : 3 000 €", &[("Région Normandie", 3000)]),
        ("Financement par la commune", &[("État", 3000)]),
    ] {
        assert_eq!(funded(plan, funders), none, "{plan}");
    }
    for (plan, funders) in [
        ("40 % de la Région", &[("Département", 4000)][..]),
        ("Subvention du Département : 3 000 €", &[("Région", 3000)]),
        ("La Région apporte 5 000 €", &[("Région", 3000)]),
    ] {
        let found = funded(plan, funders);
        assert!(found.contains(&"COHE-17"), "{plan}: {found:?}");
    }
}

/// The codes and paths of a sitting of 12 March 2026, from 19 h to 21 h 40, whose first point was debated so.
fn sitting(debats: &str) -> Vec<(&'static str, String)> {
    let files = Memory::new()
        .with("collectivite.toml", "nom = \"Valmont\"\ngenre = \"commune\"\nexecutif = { qualite = \"Le maire\", nom = \"A. B.\" }\n")
        .with("assemblee.toml", "conseillers = [{ nom = \"ROUX\" }, { nom = \"GIRARD\" }]\n")
        .with(
            "seance.toml",
            format!(
                "date = 2026-03-12\nheure = 19:00:00\nheure_fin = 21:40:00\n[[points]]\nnature = \"information\"\ntitre = \"Travaux\"\ntexte = \"Le conseil est informé.\"\ndebats = \"\"\"\n{debats}\n\"\"\"\n"
            ),
        );
    let lecture = delibere::read_seance(&files).expect("files");
    let Some(seance) = &lecture.seance else { panic!("{:#?}", lecture.diagnostics) };
    let comptes = delibere::compute::compute_seance(seance);
    delibere::check::check_seance(seance, &comptes)
        .into_iter()
        .filter(|c| super::ours(c.code))
        .map(|c| (c.code, c.lieu.chemin))
        .collect()
}

#[test]
fn the_minutes_of_a_sitting_are_read() {
    for right in [
        "Les travaux commencent le lundi 16 mars 2026 et coûtent 12 000 €.",
        "La séance est ouverte à 19 h. Elle est levée à 21 h 40.",
        "M. le maire ouvre la séance à 19 heures et procède à l'appel ; il lève la séance à 21 h 40.",
        "La séance est suspendue à 20 h 10 et reprise à 20 h 20.",
        "La prochaine séance est ouverte à 18 h. La séance du 5 février a été levée à 22 h.",
        "La séance a duré deux heures et demie.",
        "L'an deux mille vingt-six, le douze mars, à dix-neuf heures.",
        "M. Roux rappelle que la séance du 5 février s'est terminée à 23 h. La séance publique s'ouvre à 19 h.",
        "Mme Girard demande si les 12 000 € annoncés le 3 mars comprennent les études ; le maire répond que oui, à 200 € près.",
        "M. Roux estime le coût réel à 1,2 M€, et non 850 k€. La commission se réunira le lundi 23 mars à 18 h 30.",
        "Trois questions sont posées : sur le calendrier, sur le coût et sur l'accès des riverains.",
        "Le débat dure quarante minutes. La séance est suspendue dix minutes ; elle reprend à 20 h 35.",
        "Le conseil est informé des décisions n° 12 à 15, prises entre le 6 février et le 10 mars 2026 :\n\n- n° 12 : bail\n- n° 13 : marché\n- n° 14 : louage\n- n° 15 : don",
        "L'ordre du jour étant épuisé, la séance est levée à vingt et une heures quarante.",
        "La séance est levée à 21 heures 40 minutes.",
        "| Poste | 2025 | 2026 |\n|---|--:|--:|\n| Gaz | 12 k€ | 13 k€ |\n| Eau | 4 k€ | 5 k€ |\n| Total | 17 k€ | 18 k€ |",
    ] {
        let found = sitting(right);
        assert!(found.is_empty(), "{right}: {found:?}");
    }
    for (wrong, code) in [
        ("Les travaux commencent le mardi 16 mars 2026.", "COHE-13"),
        ("Les travaux finissent le 31 avril.", "COHE-12"),
        ("Un devis de 12.000 €, puis un autre de 15 000 €.", "COHE-14"),
        ("| Poste | Montant |\n|---|--:|\n| A | 10 € |\n| B | 20 € |\n| Total | 40 € |", "COHE-10"),
        ("Le maire a reçu trois devis :\n\n- A\n- B", "COHE-09"),
        ("La séance est ouverte à 18 h 30.", "COHE-19"),
        ("M. le maire lève la séance à 21 h 10.", "COHE-19"),
        ("La séance a duré quatre heures.", "COHE-19"),
        ("L'an deux mille vingt-six, le onze mars.", "COHE-19"),
    ] {
        assert_eq!(sitting(wrong), [(code, "points[0].debats".to_owned())], "{wrong}");
    }
}
