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
        "Trois pièces sont jointes à la demande :\n\n- a\n- b\n- c",
        "Trois communes sont invitées à :\n\n- a\n- b",
        "Deux agents sont chargés du programme :\n\n- a\n- b\n- c",
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
        "Une opération de 4,3 M€, soit 1,2 million d'euros de plus, dont 610 k€ ici et environ 14 k€ là, et 15 000 €.",
        "La CCAPEX a vu la CRESS ; plus loin, le CAPEX de la CRESS.",
        "L'ASSAD et l'ASAD sont deux associations.\n\nAvec la CRESS, l'ASSAD ; et la CRESS avec l'ASAD.",
        "L'association de soins (ASSAD) et la CRESS.\n\nLa CRESS et l'autre association de soins (ASAD).",
        // Annexes of other texts, and what is annexe without being one.
        "L'annexe de la convention n° 3, l'annexe II du CGI et l'annexe n° 2 au PLU.",
        "Au contrat de concession, annexe 4, et au PLUi (annexe 7) ; la convention n° 3 (annexe 2) et son annexe 5.",
        "La salle annexe 2, la mairie annexe n° 3, le bâtiment annexe 4, le local annexe 5, la pièce annexe 6 et le budget annexe 7.",
        "L'annexe financière de la convention, son annexe budgétaire et l'annexe financière n° 2 au protocole.",
        "L'annexe 4 du protocole, l'annexe 5 au règlement et l'annexe 6, page 2, du DCE.",
        // Articles of other texts.
        "L'article 7 du règlement, l'article 12 de la loi et l'article 9 ci-dessus du code.",
        "L'article 1er de la présente délibération.",
        // Counts that others make.
        "Dans la limite de douze dimanches : le 4 janvier et le 6 décembre.",
        "Sont créés 6 emplois :\n\n- 2 adjoints administratifs\n- 4 techniciens",
        "Huit dimanches sont retenus :\n\n- 4, 11 et 18 janvier\n- 28 juin\n- 29 novembre\n- 6, 13 et 20 décembre",
        "L'ouverture est autorisée cinq dimanches : les 4 et 11 janvier, le 28 juin, les 6 et 13 décembre 2026.",
        // Durations that agree, or that do not start in January.
        "Le plan triennal 2024-2026, le plan biennal (2026-2027) et un plan sur cinq ans (2026-2030).",
        "La convention triennale 2024-2027 et le contrat quadriennal 2022-2026.",
        "Le plan triennal 2024-2027 court de la rentrée 2024 à l'été 2027.",
        "La convention sur trois ans (2024-2027) est signée.",
        // Numbers followed by a period, or of what is to come.
        "L'arrêté n° 12 du 1er avril 2026 au 31 mars 2029, la séance n° 4 du 9 avril 2026 et le marché n° 7 du 1er juin 2026.",
        // The sitting, in letters.
        "L'an deux mille vingt-six, le douze mars, et le jeudi douze mars deux mille vingt-six.",
        "Le sept décembre deux mille douze, mille euros en mai.",
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
        ("Quatre pièces sont jointes à la demande :\n\n- a\n- b\n- c", "COHE-09"),
        ("Le plan repose sur 3 règles simples :\n\n1. a\n2. b", "COHE-09"),
        ("Les trois règles suivantes :\n\n- a\n- b", "COHE-09"),
        (
            "Il a dégagé six grandes priorités que le maire vous propose, à savoir :\n\n- a\n- b",
            "COHE-09",
        ),
        ("Une aide de 10.000 €, puis de 15 000 €.", "COHE-14"),
        // The same amount in two manners.
        ("Une aide de 10 k€, soit 10 000 €.", "COHE-14"),
        ("La CRESS et l'ARDES ; plus loin, l'ARDESS.", "COHE-15"),
        ("La délibération n° 2024-041 a fixé les tarifs.", "COHE-07"),
        ("La décision n° 12 du 13 mars 2026.", "COHE-08"),
        // Annexes of the act, said otherwise.
        ("Voir les annexes 1 à 4.", "FORM-11"),
        ("La convention (jointe en annexe 2) est conclue.", "FORM-11"),
        ("Le projet de convention (annexe 2) est prêt.", "FORM-11"),
        ("Le plan figure en annexe n° 2.", "FORM-11"),
        ("L'annexe 2 a été mise à jour.", "FORM-11"),
        ("Les dispositions de l'article 7 de la présente délibération s'appliquent.", "FORM-10"),
        ("Comme le disent les articles 1 et 3 de la présente délibération.", "FORM-10"),
        // Dates that a text counts, in its line or in a list.
        (
            "L'ouverture est autorisée neuf dimanches : les 4, 11 et 18 janvier, 28 juin, 29 novembre, 6, 13 et 20 décembre.",
            "COHE-09",
        ),
        (
            "Neuf dimanches sont retenus :\n\n- 4, 11 et 18 janvier\n- 28 juin\n- 29 novembre\n- 6, 13 et 20 décembre",
            "COHE-09",
        ),
        ("Sont créés 6 emplois :\n\n- 2 adjoints\n- 5 techniciens\n- 1 attaché", "COHE-09"),
        // Durations.
        ("Le plan triennal 2024-2027 est lancé.", "COHE-18"),
        ("Un plan biennal (2026-2028) est lancé.", "COHE-18"),
        ("Le programme quinquennal 2024-2029 est lancé.", "COHE-18"),
        ("Un plan pluriannuel d'investissement, sur trois ans (2024-2027), est lancé.", "COHE-18"),
        ("La convention quadriennale 2024-2029 est signée.", "COHE-18"),
        // The sitting of 12 March 2026.
        ("L'an deux mille vingt-six, le onze mars, le conseil s'est réuni.", "COHE-19"),
        ("L'an deux mille vingt-cinq et le jeudi douze mars.", "COHE-19"),
        ("Le mercredi douze mars deux mille vingt-six.", "COHE-13"),
        ("Le trente et un avril deux mille vingt-six.", "COHE-12"),
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
        // Other verbs that decide the same thing, a refusal, a wish, an opinion.
        ("Adoption des tarifs", "Les tarifs sont fixés comme suit."),
        ("Approbation de la cession d'une parcelle", "La parcelle AB 12 est cédée à M. A."),
        (
            "Attribution d'un nom à la rue nouvelle",
            "La rue nouvelle est dénommée « rue des Lilas ».",
        ),
        ("Création d'emplois saisonniers", "Décide de recruter cinq agents saisonniers."),
        ("Adoption du plan", "Le projet de plan est rejeté."),
        ("Approbation du projet de PLUi", "Le conseil émet un avis favorable."),
        ("Adoption d'un vœu", "Le conseil demande au ministre de renoncer à ce projet."),
        ("Adoption d'une motion", "Le conseil s'oppose à la fermeture de la gare."),
        (
            "Approbation d'une convention avec la CAF",
            "Le maire est autorisé à signer la convention.",
        ),
        ("Attribution du marché de voirie", "La consultation est déclarée sans suite."),
        ("Attribution du marché de voirie", "Le maire est autorisé à signer le marché."),
        ("Autorisation d'ester en justice", "La commune défend devant le tribunal."),
        ("Plan vélo", "Le maire est chargé de l'exécution."),
    ] {
        assert_eq!(judge(objet, article), Vec::<&str>::new(), "{objet}");
    }
    assert_eq!(
        judge("Attribution d'une aide", "Le maire est autorisé à signer les pièces nécessaires."),
        ["COHE-06"]
    );
    for objet in [
        "Adoption du plan",
        "APPROBATION DU RÈGLEMENT",
        "Attribution d'une subvention",
        "CRÉATION D'UN EMPLOI",
        "Désignation d'un délégué",
        "Déclaration d'intérêt général",
        "Adoption d'une motion",
        "Autorisation de signer la convention",
        "Approbation de la convention avec la CAF",
    ] {
        let found = judge(objet, "Le maire est chargé de l'exécution de la présente délibération.");
        assert_eq!(found, ["COHE-06"], "{objet}");
    }
}
