//! What holds of the differences of any two programmes.

use std::borrow::Cow;

use delibere::compute::budget;
use delibere::diff::{Contenu, SerieSomme, Sort, corrige, diff_contenus, mots, sommes};
use delibere::model::texte::{Alignement, Bloc, Inline, Liste, Tableau};
use delibere::model::{
    Action, AnnexeBudgetaire, Autorisation, Champ, Comite, Echeance, Exercice, FicheAction,
    IdAction, Largeur, Libelles, Ligne, Membre, Mesure, Montant, NatureAutorisation, NatureChamp,
    NatureTotal, Orientation, Programme, Section, Sens, Terme, Texte, Total,
};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn config() -> ProptestConfig {
    ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() }
}

/// Words from a small store, so that two texts have some in common.
fn words() -> impl Strategy<Value = String> {
    let word = select(vec![
        "forum", "charte", "réseau", "l’ESS", "deux", "trois", "et", "2014", "«", "un",
    ]);
    prop::collection::vec(word, 0..7).prop_map(|w| w.join(" "))
}

fn paragraphe(texte: String) -> Bloc {
    Bloc::Paragraphe(vec![Inline::Texte(texte)])
}

fn tableau() -> impl Strategy<Value = Tableau> {
    let cell =
        || words().prop_map(|w| if w.is_empty() { Vec::new() } else { vec![Inline::Texte(w)] });
    (1_usize..4).prop_flat_map(move |n| {
        let row = move || prop::collection::vec(cell(), n);
        (row(), prop::collection::vec(row(), 0..4)).prop_map(move |(entete, lignes)| Tableau {
            alignements: vec![Alignement::Defaut; n],
            entete,
            lignes,
        })
    })
}

fn texte() -> impl Strategy<Value = Texte> {
    let bloc = prop_oneof![
        3 => words().prop_map(paragraphe),
        1 => prop::collection::vec(words(), 1..4).prop_map(|items| Bloc::Liste(Liste {
            debut: None,
            elements: items.into_iter().map(|i| vec![paragraphe(i)]).collect(),
        })),
        1 => tableau().prop_map(Bloc::Tableau),
        1 => words().prop_map(|w| Bloc::Titre { niveau: 2, texte: vec![Inline::Gras(vec![Inline::Texte(w)])] }),
    ];
    prop::collection::vec(bloc, 0..4).prop_map(|blocs| Texte { blocs })
}

fn option_words() -> impl Strategy<Value = Option<String>> {
    prop::option::of(words())
}

fn ids() -> impl Strategy<Value = Vec<String>> {
    let all: Vec<String> = (0..6).map(|i| format!("a{i}")).collect();
    subsequence(all, 0..=6).prop_shuffle()
}

fn action(id: String) -> impl Strategy<Value = Action> {
    (
        select(vec!["1", "2", "3", "3.1", ""]),
        words(),
        (option_words(), option_words()),
        prop::option::of(select(vec!["a0", "a1"])),
        any::<bool>(),
        subsequence(vec![Terme::Court, Terme::Moyen, Terme::Long], 0..=3),
    )
        .prop_map(
            move |(numero, libelle, (deliberation, budget), parent, declaree, echeances)| Action {
                id: IdAction(id.clone()),
                numero: numero.to_owned(),
                libelle,
                libelles: Libelles { deliberation, budget, ..Libelles::default() },
                parent: parent.map(|p| IdAction(p.to_owned())),
                orientations: Vec::new(),
                declaree,
                echeances,
            },
        )
}

fn exercices() -> impl Strategy<Value = Vec<Exercice>> {
    (2012_u16..2015, 1_u16..5).prop_map(|(first, n)| (first..first + n).map(Exercice).collect())
}

fn calendrier() -> impl Strategy<Value = Vec<Echeance>> {
    let measure = (texte(), prop::option::of(select(vec!["a0", "a1", "a2"])))
        .prop_map(|(texte, a)| Mesure { texte, action: a.map(|a| IdAction(a.to_owned())) });
    let stage = (
        select(vec![Terme::Court, Terme::Moyen, Terme::Long]),
        words(),
        prop::collection::vec(measure, 0..5),
    )
        .prop_map(|(terme, libelle, mesures)| Echeance {
            terme,
            libelle,
            debut: None,
            fin: None,
            mesures,
        });
    prop::collection::vec(stage, 0..4)
}

fn programme() -> impl Strategy<Value = Programme> {
    let membre =
        (select(vec!["Berger", "Pielot"]), prop::option::of(select(vec!["Annie"])), option_words())
            .prop_map(|(nom, prenom, qualite)| Membre {
                civilite: None,
                prenom: prenom.map(str::to_owned),
                nom: nom.to_owned(),
                qualite,
            });
    let comite = (words(), prop::collection::vec(membre, 0..4))
        .prop_map(|(titre, membres)| Comite { titre, membres });
    (
        words(),
        exercices(),
        ids().prop_flat_map(|ids| {
            ids.into_iter()
                .map(|id| texte().prop_map(move |texte| Orientation { id: id.clone(), texte }))
                .collect::<Vec<_>>()
        }),
        ids().prop_flat_map(|ids| ids.into_iter().map(action).collect::<Vec<_>>()),
        calendrier(),
        prop::option::of(comite),
        texte(),
    )
        .prop_map(|(titre, exercices, orientations, actions, calendrier, comite, document)| {
            Programme { titre, exercices, orientations, actions, calendrier, comite, document }
        })
}

fn fiche(id: String) -> impl Strategy<Value = FicheAction> {
    let champ = (
        select(vec![NatureChamp::Objectif, NatureChamp::Contenu, NatureChamp::Autre]),
        select(vec!["Objectif", "But", "Contenu"]),
        texte(),
    )
        .prop_map(|(nature, libelle, texte)| Champ {
            nature,
            libelle: libelle.to_owned(),
            texte,
            largeur: Largeur::Pleine,
        });
    (option_words(), prop::collection::vec(champ, 0..5)).prop_map(move |(titre, champs)| {
        FicheAction { action: IdAction(id.clone()), intitule: None, titre, champs }
    })
}

fn montants(n: usize) -> impl Strategy<Value = Vec<Option<Montant>>> {
    let cell = prop::option::weighted(0.8, (-50_000_i32..200_000).prop_map(Montant::from));
    prop::collection::vec(cell, n)
}

fn autorisation(n: usize) -> impl Strategy<Value = Autorisation> {
    (
        select(vec![NatureAutorisation::Programme, NatureAutorisation::Engagement]),
        option_words(),
        0_i32..200_000,
        montants(n),
    )
        .prop_map(|(nature, libelle, montant, credits)| Autorisation {
            nature,
            libelle,
            actions: Vec::new(),
            montant: montant.into(),
            credits,
        })
}

fn annexe() -> impl Strategy<Value = AnnexeBudgetaire> {
    let of = |exercices: Vec<Exercice>| {
        let n = exercices.len();
        let ligne = (
            prop::option::of(select(vec!["a0", "a1", "a2"])),
            (option_words(), option_words()),
            (select(Section::ALL.to_vec()), select(Sens::ALL.to_vec())),
            prop::option::of(select(vec!["011", "65"])),
            prop::option::of(select(vec!["RH", "voirie"])),
            montants(n),
        )
            .prop_map(
                |(action, (libelle, detail), (section, sens), chapitre, porteur, montants)| Ligne {
                    action: action.map(|a| IdAction(a.to_owned())),
                    libelle,
                    detail,
                    section,
                    sens,
                    chapitre: chapitre.map(str::to_owned),
                    montants,
                    porteur: porteur.map(str::to_owned),
                    financeur: None,
                    commentaire: None,
                    commentaire_lignes: 1,
                },
            );
        let nature = select(vec![
            NatureTotal::CoutBrut,
            NatureTotal::CoutNet,
            NatureTotal::Bilan { section: Section::Fonctionnement },
            NatureTotal::Porteurs(vec!["RH".to_owned()]),
        ]);
        let total = (nature, option_words(), prop::option::of(montants(n))).prop_map(
            |(nature, libelle, montants)| Total {
                nature,
                libelle,
                chapitre: None,
                montants,
                commentaire: None,
                tolerance: None,
            },
        );
        (
            words(),
            Just(exercices),
            prop::collection::vec(ligne, 0..8),
            prop::option::of(Just("RH".to_owned())),
            prop::collection::vec(total, 0..4),
            option_words(),
            prop::collection::vec(autorisation(n), 0..3),
        )
            .prop_map(
                |(titre, exercices, lignes, porteur, totaux, note, autorisations)| {
                    AnnexeBudgetaire {
                        titre,
                        exercices,
                        lignes,
                        porteur,
                        totaux,
                        note,
                        nomenclature: None,
                        tolerance: Montant::ZERO,
                        inscription_annuelle: false,
                        autorisations,
                    }
                },
            )
    };
    exercices().prop_flat_map(of)
}

fn contenu() -> impl Strategy<Value = Contenu<'static>> {
    let sheets = ids().prop_flat_map(|ids| ids.into_iter().map(fiche).collect::<Vec<_>>());
    (prop::option::weighted(0.9, programme()), prop::option::weighted(0.9, annexe()), sheets)
        .prop_map(|(programme, budget, fiches)| Contenu {
            programme: programme.map(Cow::Owned),
            budget: budget.map(Cow::Owned),
            fiches: Cow::Owned(fiches),
        })
}

/// Every gap, exercice by exercice and for the period, against the sums of each state.
fn gaps(
    serie: &SerieSomme,
    of: impl Fn(&AnnexeBudgetaire, Exercice) -> Montant,
    a: Option<&AnnexeBudgetaire>,
    b: Option<&AnnexeBudgetaire>,
) -> Result<(), TestCaseError> {
    let at = |state: Option<&AnnexeBudgetaire>, e: Exercice| match state {
        Some(s) if s.exercices.contains(&e) => of(s, e),
        _ => Montant::ZERO,
    };
    let mut whole = Montant::ZERO;
    for (exercice, somme) in &serie.exercices {
        prop_assert_eq!(somme.ecart(), at(b, *exercice) - at(a, *exercice));
        whole = whole + somme.ecart();
    }
    prop_assert_eq!(serie.periode.ecart(), whole);
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_changed_between_a_state_and_itself(a in contenu()) {
        let ecarts = diff_contenus(&a, &a);
        prop_assert!(ecarts.is_empty(), "{:?}", ecarts);
    }

    #[test]
    fn applied_to_the_first_state_differences_give_the_second((a, b) in (contenu(), contenu())) {
        let ecarts = diff_contenus(&a, &b);
        let (given, conflits) = ecarts.appliquer(&a);
        prop_assert_eq!(&conflits, &Vec::new());
        prop_assert_eq!(given, b.clone());
        prop_assert_eq!(ecarts.is_empty(), a == b);
    }

    #[test]
    fn applied_to_a_third_state_they_always_give_something((a, b, c) in (contenu(), contenu(), contenu())) {
        let (given, _) = diff_contenus(&a, &b).appliquer(&c);
        if let Some(budget) = &given.budget {
            for ligne in &budget.lignes {
                prop_assert_eq!(ligne.montants.len(), budget.exercices.len());
            }
        }
    }

    #[test]
    fn two_changes_of_different_places_both_hold((a, titre, note) in (contenu(), words(), words())) {
        // One act changes the title, a later one the note: the first one taken away, the second still holds.
        let (Some(p), Some(b)) = (&a.programme, &a.budget) else { return Ok(()) };
        let mut first = a.clone();
        first.programme = Some(Cow::Owned(Programme { titre: format!("{titre}!"), ..p.clone().into_owned() }));
        let mut second = first.clone();
        let note = Some(format!("{note}!"));
        second.budget = Some(Cow::Owned(AnnexeBudgetaire { note: note.clone(), ..b.clone().into_owned() }));
        let (given, conflits) = diff_contenus(&first, &second).appliquer(&a);
        prop_assert!(conflits.is_empty());
        let mut wanted = a.clone();
        wanted.budget = Some(Cow::Owned(AnnexeBudgetaire { note, ..b.clone().into_owned() }));
        prop_assert_eq!(given, wanted);
    }

    #[test]
    fn gaps_add_up_to_what_is_after_less_what_is_before((a, b) in (contenu(), contenu())) {
        let (x, y) = (a.budget.as_deref(), b.budget.as_deref());
        let s = sommes(x, y);
        let rank = |b: &AnnexeBudgetaire, e: Exercice| b.exercices.iter().position(|x| *x == e).unwrap_or(0);
        for ((section, sens), serie) in &s.tables {
            gaps(serie, |b, e| {
                let totals = budget::compute(b, None).totaux;
                totals.iter().find(|t| (t.0, t.1) == (*section, *sens)).map_or(Montant::ZERO, |t| t.2.exercices[rank(b, e)])
            }, x, y)?;
        }
        for (porteur, serie) in &s.porteurs {
            gaps(serie, |b, e| {
                let all = budget::compute(b, None).porteurs;
                all.iter().find(|p| p.0 == *porteur).map_or(Montant::ZERO, |p| p.1.exercices[rank(b, e)])
            }, x, y)?;
        }
        gaps(&s.cout_brut, |b, e| budget::compute(b, None).cout_brut.exercices[rank(b, e)], x, y)?;
        gaps(&s.cout_net, |b, e| budget::compute(b, None).cout_net.exercices[rank(b, e)], x, y)?;
        // Whatever they are grouped by, parts make the whole.
        let sum = |parts: Vec<&SerieSomme>| parts.iter().map(|p| p.periode.ecart()).sum::<Montant>();
        prop_assert_eq!(sum(s.actions.values().collect()), s.cout_net.periode.ecart());
        prop_assert_eq!(sum(s.porteurs.values().collect()), s.cout_net.periode.ecart());
        for (table, serie) in &s.tables {
            let chapters = s.chapitres.iter().filter(|((x, y, _), _)| (*x, *y) == *table).map(|(_, s)| s);
            prop_assert_eq!(sum(chapters.collect()), serie.periode.ecart());
        }
    }

    #[test]
    fn renaming_every_label_leaves_who_is_who(a in contenu()) {
        let Some(programme) = a.programme.as_deref() else { return Ok(()) };
        let mut b = a.clone();
        let mut renamed = programme.clone();
        for (i, action) in renamed.actions.iter_mut().enumerate() {
            action.numero = format!("9.{i}");
            action.libelle = format!("Autre nom {i}");
            action.libelles = Libelles { budget: Some(format!("nom {i}")), ..Libelles::default() };
        }
        b.programme = Some(Cow::Owned(renamed));
        let ecarts = diff_contenus(&a, &b);
        let actions = &ecarts.programme.actions;
        prop_assert!(actions.ajoutes.is_empty() && actions.retires.is_empty());
        prop_assert_eq!(actions.ordre.as_ref(), None);
        prop_assert_eq!(actions.modifies.len(), programme.actions.len());
        for (_, e) in &actions.modifies {
            prop_assert!(e.etat.numero.is_some() && e.etat.parent.is_none());
        }
        prop_assert!(ecarts.fiches.is_empty() && ecarts.budget.is_empty());
    }

    #[test]
    fn fragments_give_both_texts((a, b) in (words(), words())) {
        let fragments = mots(&a, &b);
        let without = |sort: Sort| -> String {
            fragments.iter().filter(|f| f.sort != sort).map(|f| f.texte.as_str()).collect()
        };
        prop_assert_eq!(without(Sort::Ajoute), a);
        prop_assert_eq!(without(Sort::Retire), b);
    }

    #[test]
    fn a_corrected_text_holds_both((a, b) in (texte(), texte())) {
        let shown = corrige(&a, &b).plain();
        let kept = |s: &str, open: &str, other: &str| -> String {
            let mut out = String::new();
            let mut rest = s;
            while let Some(at) = rest.find(other) {
                out.push_str(&rest[..at]);
                rest = &rest[at..];
                rest = rest.split_once(']').map_or("", |(_, r)| r);
            }
            out.push_str(rest);
            out.replace(open, "").replace(']', "").split_whitespace().collect()
        };
        let plain = |t: &Texte| t.plain().split_whitespace().collect::<String>();
        prop_assert_eq!(kept(&shown, "[supprimé : ", "[ajouté : "), plain(&a));
        prop_assert_eq!(kept(&shown, "[ajouté : ", "[supprimé : "), plain(&b));
    }
}
