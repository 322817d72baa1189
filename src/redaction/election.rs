//! Who is elected, and the figures of each round.

use super::nombre::ordinal;
use super::noms::capitale;
use super::vote::count;
use super::{Depouillement, de, enumeration};
use crate::compute::{ComptesElection, ComptesTour};
use crate::model::{Candidat, Tour};

/// « Mme X, ayant obtenu 16 voix au deuxième tour, soit la majorité absolue des suffrages exprimés, est élue … ».
pub(super) fn resultat(d: Depouillement<'_>, e: &ComptesElection) -> String {
    let elected = e.elu.and_then(|(tour, rang)| {
        Some((tour, d.vote.tours.get(tour)?.candidats.get(rang)?, e.tours.get(tour)?))
    });
    capitale(&match elected {
        Some((tour, elu, comptes)) => elue(d, tour, elu, comptes),
        None => personne(d, e),
    })
}

/// « Élection de Mme X », « Scrutin sans élu ».
pub(super) fn court(d: Depouillement<'_>, e: &ComptesElection) -> String {
    let elu = e.elu.and_then(|(tour, rang)| d.vote.tours.get(tour)?.candidats.get(rang));
    elu.map_or("Scrutin sans élu".to_owned(), |c| format!("Élection {}", de(&nom(d, c))))
}

/// The figures of each round, for the papers that have no table of them.
pub(super) fn tours(d: Depouillement<'_>, e: &ComptesElection) -> Vec<String> {
    let several = e.tours.len() > 1;
    d.vote
        .tours
        .iter()
        .zip(&e.tours)
        .enumerate()
        .map(|(i, (t, c))| tour(d, several, i, t, c))
        .collect()
}

fn tour(d: Depouillement<'_>, several: bool, rank: usize, t: &Tour, c: &ComptesTour) -> String {
    let head = if several { format!("Au {}", le_tour(rank)) } else { "Dépouillement".to_owned() };
    let apart: Vec<String> = [(t.blancs, "blanc", "blancs"), (t.nuls, "nul", "nuls")]
        .into_iter()
        .filter(|(n, ..)| *n > 0)
        .map(|(n, one, many)| count(n, one, many))
        .collect();
    let apart =
        if apart.is_empty() { String::new() } else { format!(", dont {}", enumeration(&apart)) };
    let mut out = format!(
        "{head} : {} dans l’urne{apart}, soit {}",
        count(t.bulletins, "bulletin trouvé", "bulletins trouvés"),
        count(c.exprimes, "suffrage exprimé", "suffrages exprimés"),
    );
    if let Some(requis) = c.requis {
        out.push_str(&format!(" ; majorité absolue : {}", voix(requis)));
    }
    let voices: Vec<String> =
        t.candidats.iter().map(|c| format!("{}, {}", nom(d, c), voix(c.voix))).collect();
    match voices.len() {
        0 => out.push('.'),
        1 => out.push_str(&format!(". A obtenu : {}.", voices.join(" ; "))),
        _ => out.push_str(&format!(". Ont obtenu : {}.", voices.join(" ; "))),
    }
    out
}

fn elue(d: Depouillement<'_>, rank: usize, elu: &Candidat, comptes: &ComptesTour) -> String {
    let poste = poste(d).map_or(String::new(), |p| format!(" {p}"));
    let tour = le_tour(rank);
    let e = if feminin(d, elu) { "e" } else { "" };
    // « La liste » is not « membres de la commission »: those that it presents are.
    let candidats = est_liste(elu) && plusieurs_postes(d);
    if comptes.age {
        let equals = tied(d, rank, elu.voix);
        let noms: Vec<String> = equals.iter().map(|c| nom(d, c)).collect();
        let each = chacun(d, &equals);
        let verb = match candidats {
            true => format!("les candidats {} sont élus", de(&nom(d, elu))),
            false => format!("{} est élu{e}", nom(d, elu)),
        };
        return format!(
            "{} ayant {each} obtenu {} au {tour}, {verb}{poste}, au bénéfice de l’âge.",
            enumeration(&noms),
            voix(elu.voix),
        );
    }
    let enough = match comptes.requis {
        Some(_) => "soit la majorité absolue des suffrages exprimés",
        None => "soit la majorité relative des suffrages exprimés",
    };
    let (nom, voix) = (nom(d, elu), voix(elu.voix));
    match candidats {
        true => {
            format!(
                "{nom} ayant obtenu {voix} au {tour}, {enough}, ses candidats sont élus{poste}."
            )
        }
        false => format!("{nom}, ayant obtenu {voix} au {tour}, {enough}, est élu{e}{poste}."),
    }
}

/// What is to be filled, as it is typed.
fn poste(d: Depouillement<'_>) -> Option<&str> {
    d.vote.poste.as_deref().map(str::trim).filter(|p| !p.is_empty())
}

/// Whether several seats are to be filled at once: « membres de la commission », « délégués au syndicat ».
fn plusieurs_postes(d: Depouillement<'_>) -> bool {
    poste(d).and_then(|p| p.split(' ').next()).is_some_and(|mot| mot.ends_with('s'))
}

fn est_liste(candidat: &Candidat) -> bool {
    let nom = candidat.nom.to_lowercase();
    candidat.membre.is_none() && (nom.starts_with("liste ") || nom.starts_with("la liste "))
}

fn personne(d: Depouillement<'_>, e: &ComptesElection) -> String {
    let end = match poste(d) {
        Some(poste) if plusieurs_postes(d) => {
            format!("il n’est pas pourvu aux postes {}", de(poste))
        }
        Some(poste) => format!("il n’est pas pourvu au poste {}", de(poste)),
        None => "l’élection n’est pas acquise".to_owned(),
    };
    let rank = e.tours.len().saturating_sub(1);
    let tour = le_tour(rank);
    let relative = e.tours.last().is_some_and(|t| t.requis.is_none());
    let most =
        d.vote.tours.last().and_then(|t| t.candidats.iter().map(|c| c.voix).max()).unwrap_or(0);
    if most == 0 {
        return format!("Aucun candidat n’ayant obtenu de voix au {tour}, {end}.");
    }
    if !relative {
        return format!(
            "Aucun candidat n’ayant obtenu la majorité absolue des suffrages exprimés au {tour}, {end}."
        );
    }
    let equals = tied(d, rank, most);
    let noms: Vec<String> = equals.iter().map(|c| nom(d, c)).collect();
    let each = chacun(d, &equals);
    format!(
        "{} ayant {each} obtenu {} au {tour} sans que l’âge les départage, {end}.",
        enumeration(&noms),
        voix(most)
    )
}

/// Those who have as many votes in a round, in the order in which they are recorded.
fn tied(d: Depouillement<'_>, rank: usize, voix: u32) -> Vec<&Candidat> {
    let tour = d.vote.tours.get(rank);
    tour.map_or_else(Vec::new, |t| t.candidats.iter().filter(|c| c.voix == voix).collect())
}

fn chacun(d: Depouillement<'_>, candidats: &[&Candidat]) -> &'static str {
    if candidats.iter().all(|c| feminin(d, c)) { "chacune" } else { "chacun" }
}

fn nom(d: Depouillement<'_>, candidat: &Candidat) -> String {
    let membre = candidat.membre.as_ref().and_then(|id| d.seance.conseiller(id));
    if let Some(membre) = membre {
        return membre.nom_complet();
    }
    // « Liste « Ensemble » », as it heads a column, has its article in a sentence.
    match candidat.nom.strip_prefix("Liste ") {
        Some(rest) => format!("la liste {rest}"),
        None => candidat.nom.clone(),
    }
}

/// Whether agreements are feminine: with a woman, or with a list (*liste*).
fn feminin(d: Depouillement<'_>, candidat: &Candidat) -> bool {
    match candidat.membre.as_ref().and_then(|id| d.seance.conseiller(id)) {
        Some(membre) => membre.feminin(),
        None => {
            let nom = candidat.nom.to_lowercase();
            ["mme ", "mlle ", "madame ", "mademoiselle ", "liste ", "la liste "]
                .iter()
                .any(|f| nom.starts_with(f))
        }
    }
}

/// « deuxième tour »; the one there is in most elections is « premier tour » too.
fn le_tour(rank: usize) -> String {
    let n = u32::try_from(rank).unwrap_or(u32::MAX - 1).saturating_add(1);
    format!("{} tour", ordinal(n))
}

fn voix(n: u32) -> String {
    if n == 0 { "aucune voix".to_owned() } else { count(n, "voix", "voix") }
}
