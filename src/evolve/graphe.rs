//! Which act changes which: the graph of a set of acts, and what is wrong in it.

use chrono::NaiveDate;

use crate::compute::{self, compute};
use crate::model::{Constat, Dossier, Effet, Etat, Lieu, NatureEtape, Severite};
use crate::typographie::date::date_longue;

/// An act among others.
#[derive(Debug, Clone, Copy)]
pub struct Acte<'a> {
    /// The name of its folder.
    pub nom: &'a str,
    /// What it says.
    pub dossier: &'a Dossier,
}

/// What an act does to another one of the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lien {
    /// What is done.
    pub effet: Effet,
    /// The rank of the act to which it is done.
    pub cible: usize,
}

/// Something wrong in a set of acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faute {
    /// The name of the folder of the act where it is.
    pub acte: String,
    /// What it is; its places are in the files of that act.
    pub constat: Constat,
}

/// A kind of fault of a set of acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// The stable code.
    pub code: &'static str,
    /// A name that states the fault.
    pub nom: &'static str,
}

/// An earlier act that is not in the set.
pub const CIBLE_ABSENTE: Code = Code { code: "EVOL-03", nom: "cible-absente" };
/// An act that, from one to the next, changes itself.
pub const CYCLE: Code = Code { code: "EVOL-04", nom: "cycle-actes" };
/// Two acts that replace the same one.
pub const DOUBLE_REMPLACEMENT: Code = Code { code: "EVOL-05", nom: "double-remplacement" };
/// An act older than the one it changes; the rule of an act alone says it too.
pub const ACTE_POSTERIEUR: Code = Code { code: "EVOL-01", nom: "acte-posterieur" };

/// Every kind of fault that a set of acts may have beside those of each act.
pub const CODES: &[Code] = &[CIBLE_ABSENTE, CYCLE, DOUBLE_REMPLACEMENT];

/// The graph of a set of acts (*graphe*).
#[derive(Debug, Clone)]
pub struct Graphe<'a> {
    /// The acts, by day, then a target before what changes it, then by name: the order of folders does not count.
    pub actes: Vec<Acte<'a>>,
    /// What each does, in the order of its file.
    pub liens: Vec<Vec<Lien>>,
}

impl<'a> Graphe<'a> {
    /// Links acts to each other.
    ///
    /// # Errors
    /// Every fault: a target that is not there or that several acts could be, an act older than its target, a cycle, two
    /// acts that replace the same one while neither replaces the other.
    pub fn of(actes: &[Acte<'a>]) -> Result<Self, Vec<Faute>> {
        let mut actes = actes.to_vec();
        // A *bis* of the same day has the number of the first one with something after it.
        actes.sort_by(|a, b| {
            let key = |x: &Acte<'a>| {
                let numero = x.dossier.deliberation.numero.affiche.as_str();
                (x.dossier.seance.date, numero, x.nom)
            };
            key(a).cmp(&key(b))
        });
        let mut fautes = Vec::new();
        let liens = (0..actes.len()).map(|i| links(&actes, i, &mut fautes)).collect();
        let out = Self { actes, liens };
        out.replaced_twice(&mut fautes);
        if fautes.is_empty()
            && let Some(faute) = out.cycle()
        {
            fautes.push(faute);
        }
        if fautes.is_empty() { Ok(out.sorted()) } else { Err(fautes) }
    }

    /// Those of the same day put so that a target comes before what changes it.
    fn sorted(self) -> Self {
        let n = self.actes.len();
        let mut order: Vec<usize> = Vec::with_capacity(n);
        let mut done = vec![false; n];
        // Each pass takes the first act, in their order, whose targets are all taken: there is one, without cycle.
        while let Some(next) =
            (0..n).find(|i| !done[*i] && self.liens[*i].iter().all(|l| done[l.cible]))
        {
            done[next] = true;
            order.push(next);
        }
        let mut rank = vec![0; n];
        for (new, old) in order.iter().enumerate() {
            rank[*old] = new;
        }
        Self {
            actes: order.iter().map(|i| self.actes[*i]).collect(),
            liens: order
                .iter()
                .map(|i| {
                    let of = |l: &Lien| Lien { cible: rank[l.cible], ..*l };
                    self.liens[*i].iter().map(of).collect()
                })
                .collect(),
        }
    }

    fn replaced_twice(&self, fautes: &mut Vec<Faute>) {
        for cible in 0..self.actes.len() {
            let by: Vec<usize> = (0..self.actes.len())
                .filter(|i| self.liens[*i].contains(&Lien { effet: Effet::Remplace, cible }))
                .collect();
            if let [first, second, ..] = by[..] {
                let [a, b] = [first, second].map(|i| named(self.actes[i].dossier));
                let rang = place(self.actes[second].dossier, self.actes[cible].dossier);
                fautes.push(faute(
                    &self.actes[second],
                    DOUBLE_REMPLACEMENT,
                    format!("{} est remplacée deux fois", named(self.actes[cible].dossier)),
                    &format!("actes_anterieurs[{rang}]"),
                    &format!("{a} la remplace déjà"),
                    &format!("visez {a}, si {b} la remplace à son tour"),
                ));
            }
        }
    }

    fn cycle(&self) -> Option<Faute> {
        // 0: not seen, 1: on the way, 2: done.
        fn walk(g: &Graphe<'_>, i: usize, seen: &mut [u8], path: &mut Vec<usize>) -> Option<usize> {
            seen[i] = 1;
            path.push(i);
            for lien in &g.liens[i] {
                match seen[lien.cible] {
                    1 => return Some(lien.cible),
                    0 => {
                        if let Some(found) = walk(g, lien.cible, seen, path) {
                            return Some(found);
                        }
                    }
                    _ => {}
                }
            }
            seen[i] = 2;
            path.pop();
            None
        }
        let mut seen = vec![0; self.actes.len()];
        for i in 0..self.actes.len() {
            let mut path = Vec::new();
            if seen[i] == 0
                && let Some(back) = walk(self, i, &mut seen, &mut path)
            {
                let from = path.iter().position(|p| *p == back).unwrap_or(0);
                let names: Vec<String> =
                    path[from..].iter().map(|p| named(self.actes[*p].dossier)).collect();
                let last = *path.last().unwrap_or(&back);
                let rang = place(self.actes[last].dossier, self.actes[back].dossier);
                return Some(faute(
                    &self.actes[last],
                    CYCLE,
                    "ces actes se visent l’un l’autre en rond".to_owned(),
                    &format!("actes_anterieurs[{rang}]"),
                    &format!("{} revient à elle-même", names.join(", puis ")),
                    "un acte ne change qu’un acte antérieur : corrigez celui des deux qui se trompe de cible",
                ));
            }
        }
        None
    }
}

/// The rank, among the earlier acts of a file, of the one that an act is.
fn place(dossier: &Dossier, cible: &Dossier) -> usize {
    let acts = &dossier.deliberation.actes_anterieurs;
    acts.iter().position(|a| a.designe(cible)).unwrap_or(0)
}

/// « la délibération n° C-12-05-01 ».
pub(super) fn named(dossier: &Dossier) -> String {
    format!("la délibération n° {}", dossier.deliberation.numero.affiche)
}

fn faute(
    acte: &Acte<'_>,
    code: Code,
    message: String,
    chemin: &str,
    etiquette: &str,
    aide: &str,
) -> Faute {
    let constat = Constat {
        code: code.code,
        nom: code.nom,
        severite: Severite::Erreur,
        message,
        lieu: Lieu::new("deliberation.toml", chemin),
        etiquette: etiquette.to_owned(),
        secondaires: Vec::new(),
        base: None,
        aide: Some(aide.to_owned()),
        ignore: None,
    };
    Faute { acte: acte.nom.to_owned(), constat }
}

fn links(actes: &[Acte<'_>], acte: usize, fautes: &mut Vec<Faute>) -> Vec<Lien> {
    let own = actes[acte].dossier;
    let mut out = Vec::new();
    for (rang, anterieur) in own.deliberation.actes_anterieurs.iter().enumerate() {
        let chemin = format!("actes_anterieurs[{rang}]");
        let found: Vec<usize> = (0..actes.len())
            .filter(|i| *i != acte && anterieur.designe(actes[*i].dossier))
            .collect();
        match found[..] {
            [cible] => {
                let date = actes[cible].dossier.seance.date;
                if date > own.seance.date {
                    fautes.push(faute(
                        &actes[acte],
                        ACTE_POSTERIEUR,
                        "l’acte visé est postérieur à celui qui le change".to_owned(),
                        &chemin,
                        &format!("du {}", date_longue(date)),
                        "vérifiez les deux dates, et leur année",
                    ));
                }
                out.push(Lien { effet: anterieur.effet, cible });
            }
            [] => {
                let mut absent = faute(
                    &actes[acte],
                    CIBLE_ABSENTE,
                    "l’acte antérieur n’est pas parmi ces actes".to_owned(),
                    &chemin,
                    "aucun dossier ne porte ce numéro, cette date et cet objet",
                    "ajoutez son dossier à côté des autres, ou corrigez son numéro ou sa date",
                );
                // It may be older than all of them: the act itself is not wrong for that.
                if anterieur.dossier.is_none() {
                    absent.constat.severite = Severite::Avertissement;
                }
                fautes.push(absent);
            }
            [a, b, ..] => fautes.push(faute(
                &actes[acte],
                CIBLE_ABSENTE,
                "l’acte antérieur pourrait être plusieurs de ces actes".to_owned(),
                &chemin,
                &format!("{}, ou {}", named(actes[a].dossier), named(actes[b].dossier)),
                "donnez son numéro et sa date",
            )),
        }
    }
    out
}

/// The day from which an act may be applied: computed from its life where that is written, said, else that of the later of
/// its transmission and its publication, of which the law asks for both (CGCT, L. 2131-1).
#[must_use]
pub fn executoire(dossier: &Dossier) -> Option<NaiveDate> {
    let mentions = compute::mentions(dossier, compute(dossier).etat);
    mentions.executoire.or_else(|| Some(mentions.transmission?.max(mentions.publication?)))
}

/// What put an end to an act, by its life, and the day of it.
#[must_use]
pub fn fin(dossier: &Dossier) -> Option<(NatureEtape, NaiveDate)> {
    compute::parcours(dossier, compute(dossier).etat).fin
}

/// Whether an act is adopted and may be applied on a day.
#[must_use]
pub fn en_vigueur(dossier: &Dossier, au: NaiveDate) -> bool {
    // What is withdrawn or annulled never was; what is repealed was, until then.
    let ended = match fin(dossier) {
        Some((NatureEtape::Abrogee, day)) => day <= au,
        Some(_) => true,
        None => false,
    };
    dossier.deliberation.consolidee.is_none()
        && compute(dossier).etat == Etat::Adoptee
        && executoire(dossier).is_some_and(|d| d <= au)
        && !ended
}
