//! A plan said to last so many years, whose years or whose budget years are more or fewer.

use std::ops::Range;

use rust_decimal::prelude::ToPrimitive;

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::reperage::{
    AnneesReperees, Ecrit, Ecriture, GenreJeton, Releve, annees, dates_entre, nombre,
};

pub(in crate::check) static DUREE_DE_PLAN_FAUSSE: Regle = Regle {
    code: "COHE-18",
    nom: "duree-de-plan-fausse",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Les textes parlent d’un plan ou d’un programme « triennal », et le programme n’a pas trois exercices ; ou bien les \
          années données aussitôt après ne font pas ce nombre : « plan triennal 2024-2027 », « plan pluriannuel sur trois ans \
          (2024-2027) ».\n\n\
          Rien n’est dit des exercices si un seul des textes donne au programme sa vraie durée : l’autre est alors sans doute \
          celle d’un plan plus ancien. Les années d’un plan se comptent toutes (2024-2026 en fait trois) ; d’une convention, \
          d’un contrat, ou dans une phrase qui parle d’année scolaire, de saison ou de mois, 2024-2027 peut aussi faire trois \
          ans. Dans l’objet et dans le titre du programme, des années qui en chevauchent les exercices sans être les leurs \
          sont signalées.",
    exemple: Exemple {
        faux: "# exercices = [2026, 2027, 2028, 2029]\nexpose = \"Un plan d’actions triennal a été élaboré.\"",
        juste: "expose = \"Un plan d’actions quadriennal a été élaboré.\"",
    },
    run: Examen::Ecrits(run),
};

const DUREES: [(&str, u16); 6] = [
    ("bienn", 2),
    ("bisannuel", 2),
    ("trienn", 3),
    ("quadrienn", 4),
    ("quinquenn", 5),
    ("decenn", 10),
];

/// Nouns before « triennal », and whether the years of such a thing are all whole.
const CHOSES: &[(&str, bool)] = &[
    ("plan", true),
    ("programme", true),
    ("programmation", true),
    ("schema", true),
    ("convention", false),
    ("contrat", false),
    ("bail", false),
    ("marche", false),
    ("accord", false),
    ("projet", false),
];

/// A duration that a text gives to something, « plan d’actions triennal », and the years after it.
struct Duree {
    plage: Range<usize>,
    ans: u16,
    /// The noun it is of, where that is said.
    nom: &'static str,
    /// Of a plan or a programme: all its years count.
    plan: bool,
    annees: Option<AnneesReperees>,
}

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let mut durees: Vec<(&Ecrit, Duree)> = Vec::new();
    for ecrit in releve.parmi(speaks) {
        durees.extend(adjectives(ecrit).map(|d| (ecrit, d)));
        let counted = in_years(ecrit).map(|d| (ecrit, d));
        out.extend(counted.filter_map(|(ecrit, d)| own_years(regle, ecrit, &d)));
    }
    out.extend(durees.iter().filter_map(|(ecrit, d)| own_years(regle, ecrit, d)));
    let Some(programme) = &dossier.programme else { return };
    let place = || {
        let exercices: Vec<String> = programme.exercices.iter().map(ToString::to_string).collect();
        (Lieu::new("programme.toml", "exercices"), format!("exercices : {}", exercices.join(", ")))
    };
    let plans = || durees.iter().filter(|(_, d)| ["plan", "programme"].contains(&d.nom));
    let count = programme.exercices.len();
    if plans().all(|(_, d)| usize::from(d.ans) != count)
        && let Some((ecrit, duree)) = plans().next()
    {
        let (lieu, label) = place();
        let message = format!(
            "« {} » : le programme n’a pas {} exercices",
            ecrit.mots(&duree.plage),
            duree.ans
        );
        out.push(
            regle
                .constat(ecrit.lieu_de(&duree.plage), message)
                .etiquette(format!("{} ans", duree.ans))
                .secondaire(lieu, label)
                .aide("corrigez le mot ou les exercices"),
        );
        return;
    }
    let (Some(first), Some(last)) = (programme.exercices.first(), programme.exercices.last())
    else {
        return;
    };
    for (ecrit, duree) in plans() {
        let named = matches!(ecrit.ecriture, Ecriture::Objet(_) | Ecriture::TitreProgramme);
        let Some(years) = duree.annees.as_ref().filter(|_| named) else { continue };
        let same = (years.debut, years.fin) == (first.0, last.0);
        if same || years.fin < first.0 || last.0 < years.debut {
            continue;
        }
        let (lieu, label) = place();
        let message = format!(
            "« {} » n’est pas la période des exercices du programme",
            ecrit.mots(&years.plage)
        );
        out.push(
            regle
                .constat(ecrit.lieu_de(&years.plage), message)
                .etiquette("années du plan")
                .secondaire(lieu, label)
                .aide("corrigez les années ou les exercices"),
        );
    }
}

fn speaks(ecriture: Ecriture) -> bool {
    ecriture.de_l_acte()
        || matches!(ecriture, Ecriture::Document | Ecriture::Objet(_) | Ecriture::TitreProgramme)
}

/// The years of a plan against the number of years that it is said to last.
fn own_years(regle: &Regle, ecrit: &Ecrit, duree: &Duree) -> Option<Constat> {
    let years = duree.annees.as_ref()?;
    let span = years.fin - years.debut;
    let strict = duree.plan && !partial(ecrit, years.plage.start);
    if span + 1 == duree.ans || (!strict && span == duree.ans) {
        return None;
    }
    let whole = duree.plage.start..years.plage.end;
    let constat = regle
        .constat(
            ecrit.lieu_de(&whole),
            format!(
                "« {} » : de {} à {}, il y a {} années, et non {}",
                ecrit.mots(&whole),
                years.debut,
                years.fin,
                span + 1,
                duree.ans
            ),
        )
        .etiquette("durée et années");
    Some(constat.aide("corrigez la durée ou les années"))
}

/// Whether a sentence speaks of years that do not start in January.
fn partial(ecrit: &Ecrit, octet: usize) -> bool {
    const MOTS: &[&str] = &["scolaire", "scolaires", "saison", "saisons", "rentree", "mois"];
    let here = ecrit.jeton_a(octet);
    let sentence = ecrit.phrase(here);
    let near = sentence.start.max(here.saturating_sub(60))..sentence.end.min(here + 60);
    near.clone().any(|k| ecrit.est_un(k, MOTS)) || !dates_entre(ecrit, near).is_empty()
}

/// « plan triennal », « plan d’actions triennal », with the years after it.
fn adjectives(ecrit: &Ecrit) -> impl Iterator<Item = Duree> + '_ {
    (1..ecrit.jetons.len()).filter_map(move |i| {
        let (_, ans) = DUREES.iter().find(|(d, _)| ecrit.commence(i, d))?;
        let noun = |k: usize| CHOSES.iter().find(|(n, _)| ecrit.est(k, n));
        let (at, (nom, plan)) =
            (i.saturating_sub(4)..i).rev().find_map(|k| noun(k).map(|n| (k, *n)))?;
        let between = (at + 1..i).all(|k| {
            ecrit.est_un(k, &["d", "action", "actions"]) || matches!(ecrit.mot(k), "'" | "’")
        });
        let older = at > 0
            && ecrit.est_un(at - 1, &["precedent", "ancien", "premier", "dernier", "second"]);
        (between && !older).then(|| Duree {
            plage: ecrit.plage(at, i + 1),
            ans: *ans,
            nom,
            plan,
            annees: years_after(ecrit, i + 1),
        })
    })
}

/// « un plan pluriannuel, sur trois ans (2024-2027) ».
fn in_years(ecrit: &Ecrit) -> impl Iterator<Item = Duree> + '_ {
    ecrit.trouver(&["ans", "annees"]).filter_map(move |i| {
        let (debut, n) = (i.saturating_sub(3)..i)
            .find_map(|k| nombre(ecrit, k).filter(|n| n.fin == i).map(|n| (k, n)))?;
        let ans = n.valeur.to_u16().filter(|v| (2..=15).contains(v) && n.decimales == 0)?;
        let annees = years_after(ecrit, i + 1).filter(|_| ecrit.mot(i + 1) == "(")?;
        let sentence = ecrit.phrase(i);
        let whole = |k: usize| CHOSES.iter().find(|(n, _)| ecrit.est(k, n)).map(|(_, plan)| *plan);
        let plan = (sentence.start..i).rev().find_map(whole).unwrap_or(false);
        Some(Duree { plage: ecrit.plage(debut, i + 1), ans, nom: "", plan, annees: Some(annees) })
    })
}

/// The period that stands right after a token, « 2024-2027 », « (2024-2027) ».
fn years_after(ecrit: &Ecrit, i: usize) -> Option<AnneesReperees> {
    let start = i + usize::from(matches!(ecrit.mot(i), "(" | ","));
    let start = start + usize::from(ecrit.est(start, "de"));
    if ecrit.genre(start) != Some(GenreJeton::Chiffres) {
        return None;
    }
    let end = (start + 3).min(ecrit.jetons.len());
    annees(ecrit, start..end).into_iter().next().filter(|a| a.fin > a.debut)
}
