//! The agenda: its points in order, their numbers, those of their acts.

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use super::super::raw;
use super::membres::Annuaire;
use super::{Lower, numerotation};
use crate::model::{NaturePoint, NumeroActe, Numerotation, Point, SortPoint, Texte};
use crate::read::codes;
use crate::read::fault::{cite, enumerate};
use crate::read::forme::nearest;

/// The words that follow a number taken again.
const SUITES: &[&str] =
    &["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies"];

/// What the agenda is read with.
pub(crate) struct Contexte<'a> {
    pub(crate) jour: NaiveDate,
    pub(crate) rang: Option<u32>,
    pub(crate) premier_ordre: u32,
    pub(crate) numerotation: Option<&'a Numerotation>,
    /// The folders of the sitting that hold an act, by name.
    pub(crate) dossiers: &'a [String],
    pub(crate) annuaire: &'a Annuaire,
    /// The texts of `points[i].debats_fichier`, at the same rank.
    pub(crate) debats: Vec<Option<Texte>>,
}

/// Which numbers of its act a point gives by hand.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ALaMain {
    pub(crate) numero_acte: bool,
    pub(crate) numero_transmis: bool,
}

/// The points that the folders make when the sitting lists none.
pub(crate) fn by_folders(dossiers: &[String]) -> Vec<raw::seance::Point> {
    let point = |dossier: &String| raw::seance::Point {
        dossier: Some(dossier.clone()),
        titre: None,
        nature: None,
        sort: None,
        motif: None,
        numero: None,
        bis: None,
        numero_acte: None,
        numero_transmis: None,
        rapporteur: None,
        texte: None,
        debats: None,
        debats_fichier: None,
        president: None,
        secretaires: Vec::new(),
    };
    dossiers.iter().map(point).collect()
}

/// Lowers the points, with what each says by hand of the numbers of its act.
pub(crate) fn lower(
    raw: Vec<raw::seance::Point>,
    mut ctx: Contexte<'_>,
    l: &mut Lower<'_>,
) -> (Vec<Point>, Vec<ALaMain>) {
    let bis = |p: &raw::seance::Point| p.bis == Some(true);
    let added = |p: &raw::seance::Point| p.sort.as_ref().is_some_and(|s| s.0 == SortPoint::Ajoute);
    let summoned = raw.iter().filter(|p| !bis(p) && !added(p)).count();
    let mut numbers = Numeros::new(&ctx, summoned);
    let mut out: Vec<Point> = Vec::with_capacity(raw.len());
    let mut a_la_main = Vec::with_capacity(raw.len());
    let mut folders: Vec<(String, String)> = Vec::new();
    for (i, p) in raw.into_iter().enumerate() {
        let base = format!("points[{i}]");
        let rang = match (i > 0 && bis(&p), added(&p)) {
            (true, _) => Rang::Bis,
            (false, true) => Rang::Ajoute,
            (false, false) => Rang::Suivant,
        };
        let nature = p.nature.map_or(NaturePoint::Deliberation, |n| n.0);
        coherent(&p, nature, &base, l);
        let dossier = p
            .dossier
            .as_deref()
            .and_then(|typed| folder(typed, &format!("{base}.dossier"), ctx.dossiers, l));
        if let Some(dossier) = &dossier {
            folders.push((format!("{base}.dossier"), dossier.clone()));
        }
        for (cle, texte) in
            [("titre", &p.titre), ("numero", &p.numero), ("numero_acte", &p.numero_acte)]
        {
            if let Some(texte) = texte {
                l.filled(texte, &format!("{base}.{cle}"));
            }
        }
        a_la_main.push(ALaMain {
            numero_acte: p.numero_acte.is_some(),
            numero_transmis: p.numero_transmis.is_some(),
        });
        let transmis = l.transmis(p.numero_transmis, &format!("{base}.numero_transmis"));
        if i == 0 && p.bis == Some(true) {
            let fault = l.fault(
                codes::CLE_SANS_OBJET,
                &format!("{base}.bis"),
                "le premier point ne peut pas reprendre le numéro d’un autre",
            );
            fault.etiquette = "il n’y a pas de point avant celui-ci".to_owned();
            fault.aide = Some("retirez « bis »".to_owned());
        }
        let (numero, acte) = numbers.next(rang, p.numero, nature, p.numero_acte, transmis);
        let texte = p.texte.map(|t| l.markdown_seance(&t, &format!("{base}.texte")));
        let debats = p.debats.map(|t| l.markdown_seance(&t, &format!("{base}.debats")));
        let president =
            p.president.and_then(|n| l.membre(&n, &format!("{base}.president"), ctx.annuaire));
        let secretaires = l.membres(&p.secretaires, &format!("{base}.secretaires"), ctx.annuaire);
        out.push(Point {
            numero,
            nature,
            sort: p.sort.map_or(SortPoint::Inscrit, |s| s.0),
            motif: p.motif,
            dossier,
            titre: p.titre,
            rapporteur: p
                .rapporteur
                .map(|r| l.rapporteur(r, &format!("{base}.rapporteur"), ctx.annuaire)),
            acte,
            texte: texte.unwrap_or_default(),
            debats: debats
                .or_else(|| ctx.debats.get_mut(i).and_then(Option::take))
                .unwrap_or_default(),
            president,
            secretaires,
        });
    }
    l.unique(
        codes::IDENTIFIANT_DOUBLE,
        "le sous-dossier",
        "un acte n’a qu’un point : gardez-en un, ou corrigez le sous-dossier",
        folders.iter().map(|(chemin, dossier)| (chemin.clone(), dossier.as_str())),
    );
    let printed = out.iter().enumerate();
    l.unique(
        codes::IDENTIFIANT_DOUBLE,
        "le numéro de point",
        "donnez à chaque point le sien : les arrivées et les départs le nomment",
        printed.map(|(i, p)| (format!("points[{i}].numero"), p.numero.as_str())),
    );
    (out, a_la_main)
}

/// The keys that exclude each other.
fn coherent(p: &raw::seance::Point, nature: NaturePoint, base: &str, l: &mut Lower<'_>) {
    let mut idle = |cle: &str, message: &str, aide: &str| {
        let fault = l.fault(codes::CLE_SANS_OBJET, &format!("{base}.{cle}"), message);
        fault.etiquette = "clé sans objet".to_owned();
        fault.aide = Some(aide.to_owned());
    };
    if nature == NaturePoint::Information {
        for (cle, given) in [
            ("dossier", p.dossier.is_some()),
            ("numero_acte", p.numero_acte.is_some()),
            ("numero_transmis", p.numero_transmis.is_some()),
        ] {
            if given {
                let message = format!("« {cle} » n’a pas de sens pour un point d’information");
                idle(cle, &message, "retirez-la, ou retirez nature = \"information\"");
            }
        }
    } else if p.dossier.is_some() && p.texte.is_some() {
        idle(
            "texte",
            "« texte » n’a de sens que pour un point sans acte",
            "écrivez-le dans l’exposé de l’acte",
        );
    }
    if p.debats.is_some() && p.debats_fichier.is_some() {
        let message = "la teneur des discussions est donnée deux fois";
        idle("debats_fichier", message, "gardez « debats » ou « debats_fichier »");
    }
    if p.bis == Some(true) && p.numero.is_some() {
        let message = "le numéro de ce point est donné deux fois";
        idle("bis", message, "gardez « numero » ou « bis »");
    }
    if p.dossier.is_none() && p.titre.is_none() {
        let fault = l.fault(codes::CLE_ABSENTE, base, "ce point n’a ni acte ni titre");
        fault.etiquette = "« dossier » ou « titre » est obligatoire ici".to_owned();
        fault.aide = Some("ajoutez : dossier = \"…\", ou titre = \"…\"".to_owned());
    }
}

/// The folder of an act, as the sitting has it: some systems write accents in another way than hands do.
fn folder(typed: &str, chemin: &str, dossiers: &[String], l: &mut Lower<'_>) -> Option<String> {
    let plain = typed.trim().trim_start_matches("./").trim_end_matches('/');
    let found = dossiers.iter().find(|d| d.nfc().eq(plain.nfc()));
    if found.is_none() {
        if plain.is_empty() || plain.contains(['/', '\\']) || plain == ".." || plain == "." {
            let message = format!("« {} » n’est pas un sous-dossier de la séance", cite(typed));
            let fault = l.fault(codes::CHEMIN, chemin, message);
            fault.etiquette = "chemin refusé".to_owned();
            fault.aide =
                Some("donnez le nom d’un sous-dossier de la séance : 03-budget".to_owned());
            return None;
        }
        let words: Vec<&str> = dossiers.iter().map(String::as_str).collect();
        let aide = match nearest(plain, &words) {
            Some(near) => format!("vouliez-vous écrire « {near} » ?"),
            None if words.is_empty() => {
                "un acte est un sous-dossier qui porte un fichier deliberation.toml".to_owned()
            }
            None => format!("sous-dossiers qui portent un acte : {}", enumerate(words)),
        };
        let message = format!("le sous-dossier « {} » ne porte pas d’acte", cite(plain));
        let fault = l.fault(codes::FICHIER_ABSENT, chemin, message);
        fault.etiquette = "pas de deliberation.toml dans ce sous-dossier".to_owned();
        fault.aide = Some(aide);
    }
    found.cloned()
}

/// What a point takes as its number, unless it gives one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rang {
    /// The next one.
    Suivant,
    /// That of the point before it.
    Bis,
    /// One after all those of the summons, wherever it is dealt with: those that the members were sent do not move.
    Ajoute,
}

/// The numbers as the agenda goes on.
struct Numeros<'a> {
    jour: NaiveDate,
    rang: Option<u32>,
    numerotation: Option<&'a Numerotation>,
    /// The order of the next act.
    ordre: u32,
    /// How many points of the summons have a rank of their own.
    points: usize,
    /// The last rank that is given: those of the summons, then those that were added.
    dernier: usize,
    /// The last number that was not taken again, and how many times it was since.
    numero: String,
    suites: usize,
    /// The last act that has its own, when the last point has one.
    acte: Option<NumeroActe>,
}

impl<'a> Numeros<'a> {
    fn new(ctx: &Contexte<'a>, convoques: usize) -> Self {
        Self {
            jour: ctx.jour,
            rang: ctx.rang,
            numerotation: ctx.numerotation,
            ordre: ctx.premier_ordre,
            points: 0,
            dernier: convoques,
            numero: String::new(),
            suites: 0,
            acte: None,
        }
    }

    /// The printed number of the next point, and the numbers of its act.
    fn next(
        &mut self,
        rang: Rang,
        numero: Option<String>,
        nature: NaturePoint,
        affiche: Option<String>,
        transmis: Option<String>,
    ) -> (String, Option<NumeroActe>) {
        let mot = if rang == Rang::Bis {
            let rank = self.suites;
            self.suites += 1;
            Some(SUITES.get(rank).map_or_else(|| (rank + 2).to_string(), |s| (*s).to_owned()))
        } else {
            let counter = if rang == Rang::Ajoute { &mut self.dernier } else { &mut self.points };
            *counter += 1;
            self.suites = 0;
            self.numero = numero.clone().unwrap_or_else(|| counter.to_string());
            None
        };
        let printed = match (&numero, &mot) {
            (Some(numero), _) => numero.clone(),
            (None, Some(mot)) => format!("{} {mot}", self.numero),
            (None, None) => self.numero.clone(),
        };
        if nature == NaturePoint::Information {
            if mot.is_none() {
                self.acte = None;
            }
            return (printed, None);
        }
        let usual = match (&mot, &self.acte) {
            (Some(mot), Some(first)) => Some(numerotation::suite(self.numerotation, first, mot)),
            _ => {
                // A number given by hand takes its place in the order all the same: the next ones do not move.
                let ordre = self.ordre;
                self.ordre = ordre.saturating_add(1);
                self.numerotation.and_then(|n| numerotation::numero(n, self.jour, self.rang, ordre))
            }
        };
        let mut acte = match affiche {
            Some(affiche) => Some(NumeroActe {
                transmis: NumeroActe::transmissible(&affiche),
                affiche,
                saisi: false,
            }),
            None => usual,
        };
        if let (Some(acte), Some(transmis)) = (&mut acte, transmis) {
            acte.transmis = Some(transmis);
            acte.saisi = true;
        }
        if mot.is_none() || self.acte.is_none() {
            self.acte = acte.clone();
        }
        (printed, acte)
    }
}
