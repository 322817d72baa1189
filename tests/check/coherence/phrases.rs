//! Sentences that look like a fault, and those that are one.

const ANNEXE: &str = "[[annexes]]\npiece = \"texte\"\ntitre = \"Règlement\"\nfichier = \"r.md\"\n";

/// The codes of a sentence in an act that has one annex.
fn codes(expose: &str) -> Vec<&'static str> {
    let files = super::act(expose)
        .with("deliberation.toml", format!("numero = \"2026-014\"\nobjet = [\"Plan\"]\nexpose_fichier = \"e.md\"\n[[articles]]\ntexte = \"Le plan est lancé.\"\n{ANNEXE}"))
        .with("r.md", "Article premier.\n");
    super::codes(&files)
}

#[test]
fn sentences_that_are_right() {
    for phrase in [
        // Annexes.
        "Le règlement est joint en annexe ; l'annexe 1 le donne.",
        "L'annexe 3 du décret n° 2012-15, l'annexe IV de la directive et le budget annexe n° 3 de l'eau.",
        "Au sens de l'annexe II, point 3, du règlement (UE) 2019/631.",
        "Les budgets annexes 2026 sont votés.",
        // Dates and numbers of acts.
        "Le jeudi 12 mars 2026, le 29 février 2028, le 1er avril et du 30 au 31 mai.",
        "La convention n° 45/13/2026 et le lot 31/12 ; la note 3.04 mars.",
        "Samedi prochain, puis lundi 16 mars 2026.",
        // Counts that are not those of the list.
        "Après deux ans de travaux, les priorités sont :\n\n- a\n- b\n- c",
        "Les trois communes décident :\n\n- a\n- b",
        "Trois communes ont fixé des priorités, à savoir :\n\n- a\n- b",
        "Dans les six communes, on retient les points suivants :\n\n- a\n- b",
        "Pour les deux sites, les travaux suivants :\n\n- a\n- b\n- c",
        "Le jury, composé de trois élus, a retenu :\n\n- a\n- b",
        "Le comité se réunit deux fois par an. Il est composé de :\n\n- a\n- b\n- c",
        "L'article 3 est ainsi rédigé :\n\n- a\n- b",
        "Au vu des 3 500 habitants, il est proposé :\n\n- a\n- b",
        "Le plan suit deux axes :\n\n- a\n- b",
        "Les 2 règles suivantes s'appliquent :\n\n1. a\n2. b",
        "Trois règles sont suivies :\n\n1. a\n2. b\n\nainsi que\n\n3. c",
        // Amounts.
        "Une aide de 15000 €, puis de 1 500,50 €, soit 1,9 million d'euros en tout.",
        "Le point 10.000 du rapport, et 15 000 €.",
        // Acronyms and names.
        "La DRAC, la DRAF, le CCAS, le CIAS, la SCIC et la SCI.",
        "M. COLIN, Mme Claire COLLIN et M. COLLIN ont préparé ce plan avec le maire.",
        // Other acts.
        "La délibération du 3 mars 2025 et le décret n° 2019-771 du 23 juillet 2019.",
    ] {
        assert_eq!(codes(phrase), Vec::<&str>::new(), "{phrase}");
    }
}

#[test]
fn sentences_that_are_wrong() {
    for (phrase, code) in [
        ("Le règlement est à l'annexe n° 2.", "FORM-11"),
        ("Le règlement est à l'annexe II de la présente délibération.", "FORM-11"),
        ("Le plan est au budget (voir l'annexe budgétaire).", "FORM-11"),
        ("Le vendredi 12 mars 2026.", "COHE-13"),
        ("Le mercredi, 1er avril 2027.", "COHE-13"),
        ("Avant le 31 septembre.", "COHE-12"),
        ("Avant le 31/04/2026.", "COHE-12"),
        ("Le plan suit trois axes :\n\n- a\n- b", "COHE-09"),
        ("Le plan repose sur 3 règles simples :\n\n1. a\n2. b", "COHE-09"),
        ("Les trois règles suivantes :\n\n- a\n- b", "COHE-09"),
        (
            "Il a dégagé six grandes priorités que le maire vous propose, à savoir :\n\n- a\n- b",
            "COHE-09",
        ),
        ("Une aide de 10.000 €, puis de 15 000 €.", "COHE-14"),
        ("Une aide de 10 k€, puis de 15 000 €.", "COHE-14"),
        ("La CRESS et l'ARDES ; plus loin, l'ARDESS.", "COHE-15"),
        ("La délibération n° 2024-041 a fixé les tarifs.", "COHE-07"),
        ("La décision n° 12 du 13 mars 2026.", "COHE-08"),
    ] {
        assert_eq!(codes(phrase), [code], "{phrase}");
    }
}

#[test]
fn an_act_without_annex_has_none_to_join() {
    for (phrase, found) in [
        ("Ce programme (joint en annexe) est complet. Le budget est en annexe.", 1),
        ("Le plan ci-joint est complet.", 1),
        ("Le plan ci-annexé est complet.", 1),
        ("Le plan annexé à la présente délibération est complet.", 1),
        ("Le plan figure en annexe du code général.", 0),
    ] {
        assert_eq!(super::codes(&super::act(phrase)).len(), found, "{phrase}");
    }
}

/// Objects whose decision is taken in other words than those of the object.
#[test]
fn an_object_is_decided_in_many_words() {
    let judge = |objet: &str, article: &str| {
        let acte = format!(
            "numero = \"2026-014\"\nobjet = [\"{objet}\"]\n[[articles]]\ntexte = \"{article}\"\n"
        );
        super::codes(&super::act("").with("e.md", "Exposé.\n").with("deliberation.toml", acte))
    };
    for (objet, article) in [
        ("Approbation du procès-verbal", "Le procès-verbal est arrêté."),
        (
            "Approbation du compte de gestion",
            "Le conseil déclare que le compte n'appelle ni observation ni réserve.",
        ),
        ("Adoption du budget primitif", "Le budget est voté par chapitre."),
        ("Création d'un emploi d'agent", "Il est créé un emploi permanent."),
        ("Création d'un marché", "Un marché est institué place du Lavoir."),
        ("Attribution d'une aide", "Une somme de 500 € est versée à l'association."),
        ("Attribution de compensation 2026", "Le montant est fixé à 12 000 €."),
        ("Désignation des délégués", "Sont élus M. A et Mme B."),
        ("Autorisation de programme", "Son montant est porté à 12 000 €."),
        ("Déclaration préalable de travaux", "Le maire dépose la demande."),
        ("Plan vélo", "Le maire est chargé de l'exécution."),
    ] {
        assert_eq!(judge(objet, article), Vec::<&str>::new(), "{objet}");
    }
    for objet in [
        "Adoption du plan",
        "APPROBATION DU RÈGLEMENT",
        "Attribution d'une subvention",
        "CRÉATION D'UN EMPLOI",
        "Désignation d'un délégué",
        "Déclaration d'intérêt général",
    ] {
        let found = judge(objet, "Le maire est chargé de l'exécution de la présente délibération.");
        assert_eq!(found, ["COHE-06"], "{objet}");
    }
}
