//! An object that announces a decision which no verb takes.

use super::decisif;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{Constat, Dispositif, Dossier, Lieu, Severite};
use crate::reperage::{Ecrit, Ecriture, Releve};

pub(in crate::check) static OBJET_SANS_DECISION: Regle = Regle {
    code: "COHE-06",
    nom: "objet-sans-decision",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "L’objet annonce une adoption, une approbation, une attribution, une création, une autorisation, une désignation \
          ou une déclaration, et aucun mot du dispositif ne la décide.\n\n\
          Ce qui n’est que dans l’objet ou dans l’exposé n’est pas voté. « Approuver », « arrêter » et « valider » valent \
          l’un pour l’autre et pour « adopter », comme « accorder » et « allouer » pour « attribuer ». Valent toute annonce : \
          un rejet, un ajournement, un avis émis ; un verbe qui décide de la chose que l’objet nomme (« les tarifs sont \
          fixés », « la parcelle est cédée », « DÉCIDE de recruter ») ; « signer la convention » quand l’objet l’annonce. Un \
          vœu ou une motion est adopté par ce qu’il demande.",
    exemple: Exemple {
        faux: "objet = [\"Adoption du programme d’actions\"]\n\n[[decisions]]\nverbe = \"AUTORISE\"\ntexte = \"le président à signer les pièces nécessaires.\"",
        juste: "objet = [\"Adoption du programme d’actions\"]\n\n[[decisions]]\nverbe = \"ADOPTE\"\ntexte = \"le programme d’actions ;\"",
    },
    run: Examen::Ecrits(run),
};

/// A word that announces a decision, what makes it another thing, and the words that take it, by their first letters.
struct Annonce {
    nom: &'static str,
    sauf: &'static [&'static str],
    verbes: &'static [&'static str],
}

const APPROUVER: &[&str] = &["adopt", "approuv", "approb", "arret", "valid", "vot"];

const ANNONCES: &[Annonce] = &[
    Annonce { nom: "adoption", sauf: &[], verbes: APPROUVER },
    // Of the accounts of the treasurer, an assembly « déclare » that they call for no remark.
    Annonce { nom: "approbation", sauf: &["gestion"], verbes: APPROUVER },
    Annonce { nom: "validation", sauf: &[], verbes: APPROUVER },
    Annonce {
        nom: "attribution",
        // The « attribution de compensation » is a sum.
        sauf: &["compensation"],
        verbes: &[
            "attribu",
            "accord",
            "octro",
            "allou",
            "vers",
            "subvention",
            "reten",
            "retien",
            "confi",
            "approuv",
            "conclu",
            "particip",
            "decern",
            "choisi",
            "design",
            "infructu",
        ],
    },
    Annonce {
        nom: "creation",
        sauf: &[],
        verbes: &[
            "cree", "crea", "institu", "constitu", "ouvr", "etabli", "instaur", "fonde", "approuv",
            "adopt",
        ],
    },
    Annonce {
        nom: "autorisation",
        // « autorisation de programme », « d’engagement », « d’urbanisme »: accounts, and the acts of others.
        sauf: &[
            "programme",
            "programmes",
            "engagement",
            "urbanisme",
            "absence",
            "environnementale",
            "construire",
            "lotir",
            "conduite",
        ],
        verbes: &[
            "autoris",
            "permet",
            "habilit",
            "donne",
            "consent",
            "charge",
            "mandat",
            "delegu",
            "ester",
            "defend",
            "intent",
            "represent",
        ],
    },
    Annonce {
        nom: "designation",
        sauf: &[],
        verbes: &["design", "elu", "elir", "elit", "nomm", "proclam", "elec", "represent"],
    },
    Annonce {
        nom: "declaration",
        // « déclaration préalable », « de projet »: other procedures.
        sauf: &["prealable", "projet", "aliener", "intention", "politique"],
        verbes: &["declar", "reconn", "defini"],
    },
];

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let decides = |verbes: &[&str]| {
        releve.parmi(|e| matches!(e, Ecriture::Dispositif(_))).any(|ecrit| {
            // « Le maire est chargé de l’exécution » authorises nothing.
            let carries_out = |i: usize| {
                ecrit.commence(i, "charge")
                    && (i + 1..i + 6).any(|k| ecrit.est_un(k, &["execution", "executer"]))
            };
            (0..ecrit.jetons.len())
                .any(|i| verbes.iter().any(|v| ecrit.commence(i, v)) && !carries_out(i))
        })
    };
    for ecrit in releve.parmi(|e| matches!(e, Ecriture::Objet(_))) {
        let Some(annonce) = ANNONCES.iter().find(|a| ecrit.est(0, a.nom)) else { continue };
        let other = (1..5).any(|i| ecrit.est_un(i, annonce.sauf));
        let dropped = || {
            let mut texts = releve.parmi(|e| matches!(e, Ecriture::Dispositif(_)));
            texts.any(|e| e.trouver(&["sans"]).any(|i| e.est(i + 1, "suite")))
        };
        if other || decides(annonce.verbes) || decides(decisif::TOUTES) || dropped() {
            continue;
        }
        let wish = (1..ecrit.jetons.len())
            .any(|i| ecrit.est_un(i, &["vœu", "vœux", "voeu", "voeux", "motion"]));
        let signed = annonce.nom == "attribution" && decisif::signe(releve);
        if signed || (wish && decides(decisif::VOEUX)) || decisif::ailleurs(ecrit, releve) {
            continue;
        }
        let word = ecrit.mot(0).to_lowercase();
        let mut constat = regle
            .constat(
                ecrit.lieu.clone(),
                format!("l’objet annonce une {word} que le dispositif ne décide pas"),
            )
            .etiquette("annoncé par l’objet")
            .aide(format!(
                "décidez-le ({}), ou retirez-le de l’objet",
                usual(annonce).to_uppercase()
            ));
        if let Some((place, label)) = decided(dossier) {
            constat = constat.secondaire(place, label);
        }
        if let Some((place, words)) = proposed(releve, annonce) {
            constat = constat.secondaire(place, format!("l’exposé le propose : « {words} »"));
        }
        out.push(constat);
    }
}

/// The verb that takes such a decision, as a dispositif has it.
fn usual(annonce: &Annonce) -> &'static str {
    match annonce.nom {
        "adoption" => "adopte",
        "approbation" => "approuve",
        "validation" => "valide",
        "attribution" => "attribue",
        "creation" => "crée",
        "autorisation" => "autorise",
        "designation" => "désigne",
        _ => "déclare",
    }
}

/// The first decision, with the verbs of all.
fn decided(dossier: &Dossier) -> Option<(Lieu, String)> {
    match &dossier.deliberation.dispositif {
        Dispositif::Verbes(decisions) if !decisions.is_empty() => {
            let verbs: Vec<&str> = decisions.iter().take(6).map(|d| d.verbe.as_str()).collect();
            let lieu = Lieu::new("deliberation.toml", "decisions[0].verbe");
            Some((lieu, format!("le dispositif : {}", verbs.join(", "))))
        }
        Dispositif::Articles(articles) if !articles.is_empty() => {
            let lieu = Lieu::new("deliberation.toml", "articles[0].texte");
            Some((lieu, "aucun article ne le décide".to_owned()))
        }
        _ => None,
    }
}

/// Where the statement of reasons proposes it, « propose d’adopter ».
fn proposed(releve: &Releve, annonce: &Annonce) -> Option<(Lieu, String)> {
    let expose: &Ecrit = releve.parmi(|e| e == Ecriture::Expose).next()?;
    for i in 0..expose.jetons.len() {
        if !expose.commence(i, "propos") {
            continue;
        }
        let verb = (i + 1..i + 5).find(|k| annonce.verbes.iter().any(|v| expose.commence(*k, v)));
        if let Some(verb) = verb {
            let plage = expose.plage(i, verb + 1);
            return Some((expose.lieu_de(&plage), expose.mots(&plage).to_owned()));
        }
    }
    None
}
