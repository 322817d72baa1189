//! An amount that a sentence gives to a grant, an authorisation or the whole programme, and that the data contradict.

use std::ops::Range;

use chrono::Datelike as _;
use rust_decimal::Decimal;

use super::tournure::{INTRODUIT, article, douteuse, indeterminee, introduit, nomme, pareil};
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::{Serie, budget};
use crate::model::{
    AnnexeBudgetaire, Autorisation, Constat, Dossier, Lieu, NatureAutorisation, NatureSubvention,
    Severite, Subvention,
};
use crate::reperage::{Ecrit, Ecriture, EcritureSomme, GenreJeton, Releve, SommeReperee, sommes};
use crate::typographie::nombre;

pub(in crate::check) static MONTANT_DU_TEXTE_DEMENTI: Regle = Regle {
    code: "COHE-20",
    nom: "montant-du-texte-dementi",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Une phrase donne à une subvention, à une autorisation ou au programme un montant que les données du dossier \
          démentent.\n\n\
          Sont lus, dans le dispositif, « une subvention de 5 000 € à l’association X », quand `[[subventions]]` nomme X avec un \
          autre montant, et « une autorisation de programme (ou d’engagement) de 300 000 € », quand le budget n’en a qu’une de \
          cette nature ; dans le dispositif et l’exposé, « le coût net (ou brut) du programme est de 80 000 € », quand ce n’est \
          ni le coût net ni le coût brut, d’un exercice ou de la période. Une phrase qui change un montant (« au lieu de », « porté \
          à »), le borne, l’arrondit ou le partage n’est pas jugée, ni celle qui parle d’un autre acte.",
    exemple: Exemple {
        faux: "texte = \"Une subvention de 5 000 € est attribuée à l’Harmonie de Mirevent.\"\n[[subventions]]\nbeneficiaire = \"Harmonie de Mirevent\"\nmontant = 4500",
        juste: "texte = \"Une subvention de 4 500 € est attribuée à l’Harmonie de Mirevent.\"",
    },
    run: Examen::Ecrits(run),
};

/// A sentence with amounts.
struct Phrase<'a> {
    ecrit: &'a Ecrit,
    /// Its tokens.
    jetons: Range<usize>,
    sommes: Vec<SommeReperee>,
}

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    // What an act says of the acts that it changes has their amounts.
    let alone = dossier.deliberation.actes_anterieurs.is_empty();
    let mut verb: Option<&Ecrit> = None;
    for ecrit in releve.parmi(|e| matches!(e, Ecriture::Dispositif(_) | Ecriture::Expose)) {
        let before = verb.take();
        if ecrit.lieu.chemin.ends_with(".verbe") {
            verb = Some(ecrit);
            continue;
        }
        if before.is_some_and(|v| douteuse(v, &(0..v.jetons.len()))) {
            continue;
        }
        let decides = matches!(ecrit.ecriture, Ecriture::Dispositif(_));
        for phrase in sentences(ecrit) {
            if decides {
                out.extend(grant(regle, dossier, &phrase));
                out.extend(authorisation(regle, dossier, &phrase));
            }
            if decides || alone {
                out.extend(cost(regle, dossier, &phrase));
            }
        }
    }
}

/// The sentences that give amounts, written out in figures, about which there is no doubt.
fn sentences(ecrit: &Ecrit) -> Vec<Phrase<'_>> {
    let mut out: Vec<Phrase<'_>> = Vec::new();
    for somme in sommes(ecrit) {
        let at = ecrit.jeton_a(somme.plage.start);
        match out.last_mut() {
            Some(last) if last.jetons.contains(&at) => last.sommes.push(somme),
            _ => out.push(Phrase { ecrit, jetons: ecrit.phrase(at), sommes: vec![somme] }),
        }
    }
    let exact = |s: &SommeReperee| {
        matches!(s.ecriture, EcritureSomme::Usuelle | EcritureSomme::Points)
            && s.valeur > Decimal::ZERO
    };
    out.retain(|p| p.sommes.first().is_some_and(exact));
    // What announces a list also bears on its items.
    let mut announces: Vec<Range<usize>> =
        ecrit.trouver(&[":"]).map(|k| ecrit.phrase(k).start..k).collect();
    announces.dedup_by_key(|sentence| sentence.start);
    let doubtful = announces.iter().find(|a| douteuse(ecrit, &ecrit.phrase(a.end)));
    out.retain(|p| doubtful.is_none_or(|a| p.jetons.start <= a.end));
    out
}

impl Phrase<'_> {
    /// Whether its amounts are all the same one, « 5 000 € (cinq mille euros) ».
    fn single(&self) -> bool {
        self.sommes.iter().all(|s| s.valeur == self.sommes[0].valeur)
    }

    /// The first amount and its first token.
    fn first(&self) -> (&SommeReperee, usize) {
        let somme = &self.sommes[0];
        (somme, self.ecrit.jeton_a(somme.plage.start))
    }

    /// The years that it names, as they are written.
    fn years(&self) -> impl Iterator<Item = i32> + '_ {
        let year = |k: &usize| {
            self.ecrit.genre(*k) == Some(GenreJeton::Chiffres) && self.ecrit.mot(*k).len() == 4
        };
        self.jetons.clone().filter(year).filter_map(|k| self.ecrit.mot(k).parse().ok())
    }
}

/// « une subvention de 5 000 € est attribuée à l’association B ».
fn grant(regle: &Regle, dossier: &Dossier, phrase: &Phrase<'_>) -> Option<Constat> {
    const ADJECTIFS: &[&str] = &["communale", "municipale", "exceptionnelle", "globale"];
    const FINANCEURS: &[&str] = &["agence", "caf", "departement", "etat", "feder", "region"];
    let grants = &dossier.deliberation.subventions;
    let ecrit = phrase.ecrit;
    let mut nouns = phrase.jetons.clone().filter(|k| ecrit.est(*k, "subvention"));
    let (Some(noun), None) = (nouns.next(), nouns.next()) else { return None };
    let (somme, at) = phrase.first();
    if grants.is_empty() || noun == 0 || !ecrit.est(noun - 1, "une") || !phrase.single() {
        return None;
    }
    let mut k = noun + 1;
    k += usize::from(ecrit.est_un(k, ADJECTIFS));
    k += ecrit.suite(k, &["de", "fonctionnement"]).unwrap_or(0);
    if ecrit.est(k, "d") && ecrit.est_un(k + 2, &["equipement", "investissement"]) {
        k += 3;
    }
    // « une subvention de 3 000 € du Département »
    let from = ecrit.est_un(ecrit.jeton_a(somme.plage.end), &["du", "de"]);
    if from || !introduit(ecrit, k..at) {
        return None;
    }
    // One body alone is named, and by its whole name.
    let mut named: Vec<(&Subvention, Range<usize>)> = Vec::new();
    for grant in grants {
        if named.iter().any(|(other, _)| pareil(&other.beneficiaire, &grant.beneficiaire)) {
            continue;
        }
        let found = nomme(ecrit, &phrase.jetons, &grant.beneficiaire);
        named.extend(found.map(|plage| (grant, plage)));
    }
    let [(one, name)] = named.as_slice() else { return None };
    let outside = [phrase.jetons.start..name.start, name.end..phrase.jetons.end];
    let others = outside.iter().cloned().flatten().any(|k| ecrit.est_un(k, FINANCEURS));
    let doubt = others || outside.iter().any(|part| douteuse(ecrit, part));
    if doubt || !receives(ecrit, &phrase.jetons, name) {
        return None;
    }
    let own: Vec<(usize, &Subvention)> = grants
        .iter()
        .enumerate()
        .filter(|(_, g)| pareil(&g.beneficiaire, &one.beneficiaire))
        .collect();
    let total: Decimal = own.iter().map(|(_, g)| g.montant.decimal()).sum();
    let all: Decimal = grants.iter().map(|g| g.montant.decimal()).sum();
    let share = |g: &Subvention| g.montant.decimal() * Decimal::from(g.part) / Decimal::from(100);
    let given = own.iter().flat_map(|(_, g)| [g.montant.decimal(), share(g)]);
    let earlier = phrase.years().any(|y| y < dossier.seance.date.year());
    // A year may have a part of it.
    let part = somme.valeur < total && (own.len() > 2 || phrase.years().next().is_some());
    if own.iter().any(|(_, g)| g.nature == NatureSubvention::Mixte)
        || given.chain([total, all]).any(|v| near(v, somme.valeur))
        || earlier
        || part
    {
        return None;
    }
    let (rank, first) = own.first()?;
    let constat = regle.constat(
        ecrit.lieu_de(&somme.plage),
        format!(
            "le texte donne {} à « {} », et [[subventions]] un autre montant",
            ecrit.mots(&somme.plage),
            first.beneficiaire
        ),
    );
    let place = Lieu::new("deliberation.toml", format!("subventions[{rank}].montant"));
    let label = format!("dans les données : {} €", nombre::montant(first.montant.decimal()));
    Some(
        constat
            .etiquette("montant du texte")
            .secondaire(place, label)
            .aide("mettez d’accord le texte et la clé « montant » de la subvention"),
    )
}

/// Whether a body, named at those tokens, is the one that receives: « à l’association B, », « à B pour… ».
fn receives(ecrit: &Ecrit, phrase: &Range<usize>, name: &Range<usize>) -> bool {
    const AVANT: &[&str] = &["l", "la", "le", "les", "association", "'", "’", "«", "“", "\""];
    const APRES: &[&str] = &["pour", "afin", "au", "en", "une"];
    const AUTRES: &[&str] = &["a", "au", "aux", "et", "la", "le", "les", "l", "ainsi", "section"];
    let mut k = name.start;
    while k > phrase.start && AVANT.iter().any(|m| ecrit.mot(k - 1) == *m || ecrit.est(k - 1, m)) {
        k -= 1;
    }
    let to = k > phrase.start && ecrit.est_un(k - 1, &["a", "au", "aux"]);
    let end = name.end + usize::from(matches!(ecrit.mot(name.end), "»" | "”" | "\""));
    let alone = end >= phrase.end
        || ecrit.est_un(end, APRES)
        || (matches!(ecrit.mot(end), "," | ":") && !ecrit.est_un(end + 1, AUTRES));
    to && alone
}

/// « une autorisation de programme « Pistes » est ouverte pour un montant de 225 000 € ».
fn authorisation(regle: &Regle, dossier: &Dossier, phrase: &Phrase<'_>) -> Option<Constat> {
    const MOTS: &[&str] = &[
        "est",
        "ouvert",
        "ouverte",
        "creee",
        "votee",
        "fixee",
        "arretee",
        "adoptee",
        "approuvee",
        "pour",
        "s",
        "eleve",
        "les",
        "la",
        "le",
        "du",
        "des",
        "pluriannuelle",
        "intitulee",
    ];
    const OBJETS: &[&str] = &["pour", "relative", "intitulee", "denommee", "destinee"];
    let budget = dossier.budget.as_ref()?;
    let ecrit = phrase.ecrit;
    let (somme, at) = phrase.first();
    let noun = phrase.jetons.clone().find(|k| ecrit.est(*k, "autorisation"))?;
    let (nature, after) = if ecrit.suite(noun + 1, &["de", "programme"]).is_some() {
        (NatureAutorisation::Programme, noun + 3)
    } else if ecrit.est(noun + 1, "d") && ecrit.est(noun + 3, "engagement") {
        (NatureAutorisation::Engagement, noun + 4)
    } else {
        return None;
    };
    let mut same = budget.autorisations.iter().enumerate().filter(|(_, a)| a.nature == nature);
    let (Some((rank, only)), None) = (same.next(), same.next()) else { return None };
    let label = only.libelle.as_deref();
    // « … est ouverte pour le groupe scolaire », when the one of the budget is not for it.
    let told = (at..phrase.jetons.end).any(|k| ecrit.est_un(k, OBJETS) || ecrit.mot(k) == "«");
    let another = told && label.is_some_and(|l| nomme(ecrit, &phrase.jetons, l).is_none());
    if at < after
        || another
        || douteuse(ecrit, &phrase.jetons)
        || !article(ecrit, noun)
        || !indeterminee(ecrit, after..at, MOTS, label)
        || !ecrit.est_un(at - 1, INTRODUIT)
        || !details(phrase)
        || is_given(only, somme.valeur)
    {
        return None;
    }
    let constat = regle.constat(
        ecrit.lieu_de(&somme.plage),
        format!(
            "le texte donne {} à l’{}, et le budget un autre montant",
            ecrit.mots(&somme.plage),
            nature.nom()
        ),
    );
    let place = Lieu::new("budget.toml", format!("autorisations[{rank}].montant"));
    let label = format!("au budget : {} €", nombre::montant(only.montant.decimal()));
    Some(
        constat
            .etiquette("montant du texte")
            .secondaire(place, label)
            .aide("mettez d’accord le texte et la clé « montant » de l’autorisation"),
    )
}

/// Whether what follows the first amount of a sentence is said to be payment credits.
fn details(phrase: &Phrase<'_>) -> bool {
    let other = phrase.sommes.iter().find(|s| s.valeur != phrase.sommes[0].valeur);
    other.is_none_or(|s| {
        let between = phrase.first().1..phrase.ecrit.jeton_a(s.plage.start);
        between.clone().any(|k| phrase.ecrit.est_un(k, &["credit", "credits", "cp"]))
    })
}

fn is_given(autorisation: &Autorisation, valeur: Decimal) -> bool {
    let credits = autorisation.credits.iter().flatten().map(|m| m.decimal());
    let all: Decimal = credits.clone().sum();
    credits.chain([all, autorisation.montant.decimal()]).any(|v| near(v, valeur))
}

/// « le coût net du programme est de 171 500 € ».
fn cost(regle: &Regle, dossier: &Dossier, phrase: &Phrase<'_>) -> Option<Constat> {
    const MOTS: &[&str] = &[
        "est", "sera", "s", "eleve", "elevera", "etablit", "etablira", "fixe", "arrete", "sur",
        "l", "ensemble", "la", "periode",
    ];
    const PARTIELS: &[&str] = &[
        "investissement",
        "fonctionnement",
        "ans",
        "deliberation",
        "an",
        "annee",
        "action",
        "part",
    ];
    let (programme, annexe) = (dossier.programme.as_ref()?, dossier.budget.as_ref()?);
    let ecrit = phrase.ecrit;
    let (somme, at) = phrase.first();
    let noun = phrase.jetons.clone().find(|k| ecrit.est(*k, "cout"))?;
    let net = ecrit.est(noun + 1, "net");
    if annexe.lignes.is_empty()
        || !(net || ecrit.est(noun + 1, "brut"))
        || ecrit.suite(noun + 2, &["du", "programme"]).is_none()
        || at < noun + 4
        || !indeterminee(ecrit, noun + 4..at, MOTS, Some(&programme.titre))
        || !ecrit.est_un(at - 1, INTRODUIT)
        || ecrit.est(ecrit.jeton_a(somme.plage.end), "pour")
        || douteuse(ecrit, &phrase.jetons)
        || phrase.jetons.clone().any(|k| ecrit.est_un(k, PARTIELS))
    {
        return None;
    }
    let comptes = budget::compute(annexe, Some(programme));
    let rough = matches!(ecrit.ecriture, Ecriture::Expose);
    let tolerance = annexe.tolerance.decimal();
    let printed = comptes.imprimes.iter().map(|(_, serie)| serie);
    let known: Vec<Decimal> = [&comptes.cout_net, &comptes.cout_brut]
        .into_iter()
        .chain(printed)
        .flat_map(periods)
        .chain(declared(annexe))
        .collect();
    let agrees = |v: &Decimal| {
        near(*v, somme.valeur)
            || (*v - somme.valeur).abs() <= tolerance
            || (rough && rounds(*v, somme.valeur))
    };
    if known.iter().any(agrees) {
        return None;
    }
    let (kind, serie) = if net { ("net", &comptes.cout_net) } else { ("brut", &comptes.cout_brut) };
    let constat = regle.constat(
        ecrit.lieu_de(&somme.plage),
        format!(
            "le texte donne au programme un coût de {}, que le budget ne donne pas",
            ecrit.mots(&somme.plage)
        ),
    );
    let label = format!(
        "au budget, coût {kind} sur la période : {} €",
        nombre::montant(serie.periode.decimal())
    );
    Some(
        constat
            .etiquette("montant du texte")
            .secondaire(Lieu::new("budget.toml", "lignes[0].montants"), label)
            .aide("mettez d’accord le texte et le budget"),
    )
}

/// The amounts of a series in each run of its years, and over all.
fn periods(serie: &Serie) -> Vec<Decimal> {
    let years: Vec<Decimal> = serie.exercices.iter().map(|m| m.decimal()).collect();
    let runs = (0..years.len())
        .flat_map(|from| (from + 1..=years.len()).map(move |to| from..to))
        .map(|run| years[run].iter().sum());
    runs.chain([serie.periode.decimal()]).collect()
}

/// The amounts of the totals that the annex declares: a wrong one is told elsewhere.
fn declared(annexe: &AnnexeBudgetaire) -> Vec<Decimal> {
    let totals = annexe.totaux.iter().flat_map(|t| &t.montants);
    totals.flatten().flatten().map(|m| m.decimal()).collect()
}

/// Whether two amounts are one, cents apart.
fn near(a: Decimal, b: Decimal) -> bool {
    (a - b).abs() < Decimal::ONE
}

/// Whether an amount may stand for another one, to the hundred or to the thousand.
fn rounds(exact: Decimal, said: Decimal) -> bool {
    [100, 1000].map(Decimal::from).iter().any(|unit| {
        (said % unit).is_zero() && !(exact % unit).is_zero() && (exact - said).abs() < *unit
    })
}
