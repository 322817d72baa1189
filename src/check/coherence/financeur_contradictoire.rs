//! A funder whom a sheet and the budget do not both know, or to whom they give two amounts.

use rust_decimal::Decimal;

use super::branches::Branches;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{
    AnnexeBudgetaire, Collectivite, Constat, Dossier, GenreCollectivite, Lieu, NatureChamp, Sens,
    Severite,
};
use crate::reperage::{Ecrit, Ecriture, GenreJeton, Libelle, Releve, SommeReperee, sommes};
use crate::typographie::nombre;

pub(in crate::check) static FINANCEUR_CONTRADICTOIRE: Regle = Regle {
    code: "COHE-17",
    nom: "financeur-contradictoire",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Le plan de financement d’une fiche nomme un financeur que les recettes de l’action ne nomment pas, ou lui donne un \
          autre montant qu’elles ; ou bien le budget a un financeur que ce plan ne nomme pas.\n\n\
          Sont lues les lignes « Financeur : montant ou % » du champ `financement`, et les financeurs habituels (État, Région, \
          Département, FEDER, ADEME, CAF…) qu’il nomme autrement avec un montant ou un pourcentage : « 40 % de la Région », \
          « subvention du Département : 5 000 € ». Une aide qui n’est que demandée n’est pas cherchée au budget. La \
          collectivité elle-même, l’autofinancement, les fonds propres, les emprunts et les totaux n’y sont pas des \
          financeurs ; une dotation ou un service de l’État vaut l’État, un fonds européen l’Union européenne.",
    exemple: Exemple {
        faux: "# fiche ; au budget, financeur = \"État\"\n[[champs]]\nnature = \"financement\"\ntexte = \"Région : 10 000 €\"",
        juste: "[[champs]]\nnature = \"financement\"\ntexte = \"État : 10 000 €\"",
    },
    run: Examen::Ecrits(run),
};

/// Words of a plan that name no outside funder.
const PROPRES: &[&str] = &[
    "autofinancement",
    "fonds propres",
    "collectivite",
    "emprunt",
    "total",
    "reste",
    "solde",
    "cout",
    "depense",
    "recette",
    "montant",
    "budget",
    "fctva",
    "usager",
    "dont",
];

/// Words that name the authority itself.
fn own_kind(genre: GenreCollectivite) -> &'static [&'static str] {
    match genre {
        GenreCollectivite::Commune => &["commune", "ville", "mairie"],
        GenreCollectivite::Departement => &["departement", "conseil departemental"],
        GenreCollectivite::Region => &["region", "conseil regional"],
        _ => {
            &["communaute", "agglomeration", "metropole", "syndicat", "centre", "intercommunalite"]
        }
    }
}

/// A line of a plan: who funds, and how much when it is in euros.
struct Apport<'a> {
    nom: &'a str,
    plage: std::ops::Range<usize>,
    montant: Option<(Decimal, std::ops::Range<usize>)>,
}

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let (Some(branches), Some(budget)) = (Branches::new(dossier), &dossier.budget) else { return };
    for ecrit in releve.parmi(|e| matches!(e, Ecriture::Champ(..))) {
        let Ecriture::Champ(f, c) = ecrit.ecriture else { continue };
        let fiche = &dossier.fiches[f];
        if fiche.champs[c].nature != NatureChamp::Financement {
            continue;
        }
        let Some(action) = branches.action(&fiche.action) else { continue };
        let lines = branches.lignes(&fiche.action);
        let receipts: Vec<usize> =
            lines.iter().copied().filter(|i| budget.lignes[*i].sens == Sens::Recette).collect();
        let plan = plan(ecrit, &dossier.collectivite);
        if lines.is_empty() || plan.is_empty() {
            continue;
        }
        // Receipts without a funder may be anyone's.
        let anonymous = receipts.iter().any(|i| budget.lignes[*i].financeur.is_none());
        for apport in &plan {
            let own: Vec<usize> =
                receipts.iter().copied().filter(|i| funds(budget, *i, apport.nom)).collect();
            let Some(first) = own.first() else {
                if !anonymous {
                    out.push(absent(regle, ecrit, apport, &action.numero, &receipts, lines[0]));
                }
                continue;
            };
            let Some((montant, plage)) = &apport.montant else { continue };
            if amounts(budget, &own).contains(montant) {
                continue;
            }
            let all: Decimal = own.iter().map(|i| over_the_period(budget, *i)).sum();
            out.push(
                regle
                    .constat(
                        ecrit.lieu_de(plage),
                        format!(
                            "la fiche de l’action {} attend {} de « {} », et le budget un autre montant",
                            action.numero,
                            ecrit.mots(plage),
                            apport.nom
                        ),
                    )
                    .etiquette("montant de la fiche")
                    .secondaire(
                        Lieu::new("budget.toml", format!("lignes[{first}].montants")),
                        format!("au budget : {} € sur la période", nombre::montant(all)),
                    )
                    .aide("mettez d’accord la fiche et le budget"),
            );
        }
        for line in receipts {
            let Some(nom) = &budget.lignes[line].financeur else { continue };
            let words = Libelle::new(nom);
            let named = Libelle::new(&ecrit.texte);
            let pocket = plan.iter().any(|apport| funds(budget, line, apport.nom));
            if !words.is_empty() && !words.dans(&named) && !pocket {
                out.push(
                    regle
                        .constat(
                            Lieu::new("budget.toml", format!("lignes[{line}].financeur")),
                            format!(
                                "« {nom} » finance l’action {}, et le plan de financement de sa fiche ne le nomme pas",
                                action.numero
                            ),
                        )
                        .etiquette("financeur du budget")
                        .secondaire(ecrit.lieu.clone(), "plan de financement de la fiche")
                        .aide("ajoutez ce financeur à la fiche, ou corrigez le budget"),
                );
            }
        }
    }
}

fn absent(
    regle: &Regle,
    ecrit: &Ecrit,
    apport: &Apport<'_>,
    numero: &str,
    receipts: &[usize],
    first: usize,
) -> Constat {
    let (line, label) = match receipts.first() {
        Some(line) => (*line, "recette de l’action, d’un autre financeur"),
        None => (first, "lignes de l’action, toutes en dépenses"),
    };
    regle
        .constat(
            ecrit.lieu_de(&apport.plage),
            format!(
                "la fiche de l’action {numero} compte sur « {} », que le budget ne connaît pas",
                apport.nom
            ),
        )
        .etiquette("financeur de la fiche")
        .secondaire(Lieu::new("budget.toml", format!("lignes[{line}]")), label)
        .aide("ajoutez sa recette au budget, ou retirez-le de la fiche")
}

/// The lines of a plan that name an outside funder and what it brings.
fn plan<'a>(ecrit: &'a Ecrit, collectivite: &Collectivite) -> Vec<Apport<'a>> {
    let own = Libelle::new(&collectivite.nom);
    let amounts = sommes(ecrit);
    let mut out = Vec::new();
    let mut start = 0;
    for line in ecrit.texte.split('\n') {
        let range = start..start + line.len();
        start = range.end + 1;
        let Some((nom, rest)) = line.split_once(':') else {
            usual(ecrit, &range, collectivite, &amounts, &mut out);
            continue;
        };
        let nom = nom.trim().trim_start_matches(['-', '–', '•']).trim();
        let plie: String = nom.chars().map(crate::reperage::plier).collect();
        let first = nom.chars().next();
        let named = first.is_some_and(char::is_uppercase)
            && nom.split_whitespace().count() <= 6
            && !PROPRES.iter().chain(own_kind(collectivite.genre)).any(|p| plie.starts_with(p))
            && !Libelle::new(nom).accorde(&own);
        let from = ecrit.jeton_a(range.start + line.len() - rest.len());
        let figure = ecrit.genre(from) == Some(GenreJeton::Chiffres);
        let mut inside = amounts.iter().filter(|s| range.contains(&s.plage.start));
        let montant = inside.next().filter(|s| s.plage.start == ecrit.plage(from, from + 1).start);
        let percent = ecrit.mot(from + 1) == "%" || line.contains('%');
        if !named || !figure || !(montant.is_some() || percent) || inside.next().is_some() {
            usual(ecrit, &range, collectivite, &amounts, &mut out);
            continue;
        }
        let at = range.start + line.find(nom).unwrap_or(0);
        out.push(Apport {
            nom,
            plage: at..at + nom.len(),
            montant: montant.map(|s| (s.valeur, s.plage.clone())),
        });
    }
    out
}

/// Funders that most plans know, folded.
const HABITUELS: &[&str] = &[
    "etat",
    "region",
    "departement",
    "feder",
    "fse",
    "leader",
    "ademe",
    "anah",
    "anru",
    "caf",
    "detr",
    "dsil",
    "fnadt",
    "drac",
    "europe",
];

/// Those of one pocket.
const POCHES: [&[&str]; 4] = [
    &[
        "etat",
        "detr",
        "dsil",
        "fnadt",
        "drac",
        "dreal",
        "draaf",
        "prefecture",
        "ministere",
        "fipd",
        "dgd",
        "dotation",
    ],
    &["feder", "fse", "leader", "europe", "europeen", "europeenne", "europeens"],
    &["region", "regional"],
    &["departement", "departemental"],
];

/// Words of an aid that is not yet sure.
const INCERTAINS: &[&str] = &[
    "pas",
    "sans",
    "ni",
    "eventuel",
    "eventuelle",
    "possible",
    "attente",
    "cours",
    "hors",
    "sauf",
];

/// The usual funders that a line names with a figure, in another form than « Financeur : montant ».
fn usual<'a>(
    ecrit: &'a Ecrit,
    line: &std::ops::Range<usize>,
    collectivite: &Collectivite,
    amounts: &[SommeReperee],
    out: &mut Vec<Apport<'a>>,
) {
    let tokens = ecrit.jeton_a(line.start)..ecrit.jeton_a(line.end);
    let unsure = |k: usize| {
        ecrit.est_un(k, INCERTAINS) || ecrit.commence(k, "sollicit") || ecrit.commence(k, "demand")
    };
    if tokens.clone().any(unsure) {
        return;
    }
    // « 40 % de la Région, 60 % de l’État »: each between its commas.
    let parts =
        |k: &usize| (matches!(ecrit.mot(*k), "," | ";") && !ecrit.colle(*k)) || ecrit.est(*k, "et");
    let mut start = tokens.start;
    while start < tokens.end {
        let end = (start..tokens.end).find(parts).unwrap_or(tokens.end);
        let named: Vec<usize> = (start..end)
            .filter(|k| {
                ecrit.est_un(*k, HABITUELS) && ecrit.mot(*k).starts_with(char::is_uppercase)
            })
            .collect();
        let inside = ecrit.plage(start, end);
        let mut sums = amounts.iter().filter(|s| inside.contains(&s.plage.start));
        let (sum, more) = (sums.next(), sums.next().is_some());
        let percent = (start..end).any(|k| ecrit.mot(k) == "%");
        if let [one] = named.as_slice()
            && (sum.is_some() || percent)
            && !ecrit.est_un(*one, own_kind(collectivite.genre))
        {
            out.push(Apport {
                nom: ecrit.mot(*one),
                plage: ecrit.plage(*one, one + 1),
                montant: sum.filter(|_| !more).map(|s| (s.valeur, s.plage.clone())),
            });
        }
        start = end + 1;
    }
}

fn funds(budget: &AnnexeBudgetaire, line: usize, nom: &str) -> bool {
    let Some(financeur) = budget.lignes[line].financeur.as_deref() else { return false };
    let folded = |texte: &str| texte.chars().map(crate::reperage::plier).collect::<String>();
    let of = |texte: &str, poche: &[&str]| {
        folded(texte).split(|c: char| !c.is_alphanumeric()).any(|m| poche.contains(&m))
    };
    Libelle::new(financeur).accorde(&Libelle::new(nom))
        || POCHES.iter().any(|poche| of(financeur, poche) && of(nom, poche))
}

fn over_the_period(budget: &AnnexeBudgetaire, line: usize) -> Decimal {
    budget.lignes[line].montants.iter().flatten().map(|m| m.decimal()).sum()
}

/// What some receipts give, each year and over the period, alone and together.
fn amounts(budget: &AnnexeBudgetaire, lines: &[usize]) -> Vec<Decimal> {
    let cell = |i: usize, e: usize| {
        budget.lignes[i].montants.get(e).copied().flatten().map_or(Decimal::ZERO, |m| m.decimal())
    };
    let mut out: Vec<Decimal> = lines.iter().map(|i| over_the_period(budget, *i)).collect();
    out.push(out.iter().sum());
    for exercice in 0..budget.exercices.len() {
        out.extend(lines.iter().map(|i| cell(*i, exercice)));
        out.push(lines.iter().map(|i| cell(*i, exercice)).sum());
    }
    out
}
