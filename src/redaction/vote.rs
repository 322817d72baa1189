//! What came of a vote, in sentences.

use super::{Instance, election, majorite, noms, non_participation};
use crate::compute::{ComptesVote, Voix};
use crate::droit;
use crate::model::{
    Collectivite, Conseiller, Dossier, IdConseiller, Resultat, Scrutin, Seance, Vote,
};

/// So many names still stand between brackets; beyond, they have their own sentence.
const ENTRE_PARENTHESES: usize = 6;

/// A vote as it was recorded, beside what is counted of it (*dépouillement*).
#[derive(Debug, Clone, Copy)]
pub struct Depouillement<'a> {
    /// Whose assembly votes.
    pub collectivite: &'a Collectivite,
    /// The sitting.
    pub seance: &'a Seance,
    /// The rank of the point; the opening of the sitting when there is none.
    pub point: Option<usize>,
    /// The vote as recorded.
    pub vote: &'a Vote,
    /// What follows from it.
    pub comptes: &'a ComptesVote,
}

/// The words that open the sentence of a result (*issue*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Where it is adopted.
    pub adoptee: String,
    /// Where it is voted down.
    pub rejetee: String,
    /// Where as many are for as against, and no casting vote decides.
    pub partagee: String,
}

impl Default for Issue {
    /// Those of a deliberation.
    fn default() -> Self {
        let [adoptee, rejetee, partagee] =
            ["Adoptée", "Rejetée", "Non adoptée"].map(ToOwned::to_owned);
        Self { adoptee, rejetee, partagee }
    }
}

impl Issue {
    /// Those of the vote on the urgency of a summons: « Le conseil municipal admet l’urgence ».
    #[must_use]
    pub fn urgence(instance: Instance<'_>) -> Self {
        let le = instance.le_capitale();
        let refused = format!("{le} n’admet pas l’urgence");
        Self {
            adoptee: format!("{le} admet l’urgence"),
            rejetee: refused.clone(),
            partagee: refused,
        }
    }

    /// Those of the vote on keeping the public out (CGCT, L. 2121-18): « Le conseil municipal décide le huis clos ».
    #[must_use]
    pub fn huis_clos(instance: Instance<'_>) -> Self {
        let le = instance.le_capitale();
        let refused = format!("{le} refuse le huis clos");
        Self {
            adoptee: format!("{le} décide le huis clos"),
            rejetee: refused.clone(),
            partagee: refused,
        }
    }
}

impl<'a> Depouillement<'a> {
    /// The vote of an act; nothing when it has none.
    #[must_use]
    pub fn of(dossier: &'a Dossier, comptes: &'a ComptesVote) -> Option<Self> {
        Some(Self {
            collectivite: &dossier.collectivite,
            seance: &dossier.seance,
            point: dossier.point,
            vote: dossier.deliberation.vote.as_ref()?,
            comptes,
        })
    }

    /// The result, how the vote was taken, who voted which way where brackets would not hold them, who took no part.
    ///
    /// No voter is named in a secret vote.
    #[must_use]
    pub fn phrases(self, issue: &Issue) -> Vec<String> {
        let mut out = match &self.comptes.election {
            Some(e) => vec![election::resultat(self, e)],
            None => vec![self.resultat(issue)],
        };
        out.extend(self.scrutin());
        out.extend(self.listes());
        out.extend(non_participation::phrases(self));
        out
    }

    /// The same, with the figures of each round of an election, where no table gives them.
    #[must_use]
    pub fn recit(self, issue: &Issue) -> Vec<String> {
        let mut out = self.phrases(issue);
        if let Some(e) = &self.comptes.election {
            out.extend(election::tours(self, e));
        }
        out
    }

    /// The result in a few words, for a list.
    #[must_use]
    pub fn court(self) -> String {
        let c = self.comptes;
        if let Some(e) = &c.election {
            return election::court(self, e);
        }
        match c.resultat {
            Resultat::Adoptee if c.preponderante => {
                format!("Adoptée par la voix prépondérante {}", self.du_president())
            }
            Resultat::Rejetee if c.preponderante => {
                format!("Rejetée par la voix prépondérante {}", self.du_president())
            }
            Resultat::Adoptee => format!("Adoptée{}", majorite::courte(self)),
            Resultat::Rejetee if majorite::manquee(self) => {
                "Rejetée, faute de la majorité requise".to_owned()
            }
            Resultat::Rejetee => "Rejetée".to_owned(),
            Resultat::Partage => "Non adoptée, à égalité des voix".to_owned(),
        }
    }

    /// Whether the votes for are known: counted, or found by taking the others from who is there.
    pub(super) fn complet(self) -> bool {
        self.vote.pour.is_some() || !self.comptes.electeurs.is_empty()
    }

    fn resultat(self, issue: &Issue) -> String {
        let c = self.comptes;
        let tail = if self.complet() && c.exprimes == 0 && c.resultat == Resultat::Rejetee {
            ", aucun suffrage n’ayant été exprimé".to_owned()
        } else if c.preponderante {
            self.preponderante()
        } else {
            match c.resultat {
                Resultat::Partage => ", les voix étant également partagées".to_owned(),
                Resultat::Adoptee => majorite::atteinte(self),
                Resultat::Rejetee => majorite::faute(self),
            }
        };
        let head = match c.resultat {
            Resultat::Adoptee => &issue.adoptee,
            Resultat::Rejetee => &issue.rejetee,
            Resultat::Partage => &issue.partagee,
        };
        let counts = self.decompte();
        let counts = if counts.is_empty() { counts } else { format!(" : {counts}") };
        format!("{head}{tail}{counts}.")
    }

    /// Why the vote of who presides decides, and by which article: that of the assembly, not of another body.
    fn preponderante(self) -> String {
        let assembly =
            Instance::of(self.collectivite, self.seance).0 == self.collectivite.assemblee;
        let articles = droit::voix_preponderante(self.seance.date, self.collectivite.genre)
            .filter(|_| assembly)
            .map_or(String::new(), |a| {
                format!(" en application {a} du code général des collectivités territoriales")
            });
        let whose =
            if self.presidente() { "celle de la présidente" } else { "celle du président" };
        format!(
            ", les voix étant également partagées et {whose} de séance étant prépondérante{articles}"
        )
    }

    fn presidente(self) -> bool {
        self.seance.president_of(self.point).is_some_and(Conseiller::feminin)
    }

    fn du_president(self) -> &'static str {
        if self.presidente() { "de la présidente" } else { "du président" }
    }

    /// « 45 voix pour, 3 contre (M. A, Mme B, M. C), 2 abstentions »: what nobody did is not said, save that nobody voted
    /// for.
    fn decompte(self) -> String {
        let c = self.comptes;
        let mut out: Vec<String> = Vec::new();
        // Where those for are not known, the others say nothing of the result.
        if !self.complet() {
            return String::new();
        }
        if c.exprimes > 0 {
            let noms = self.parenthese(&c.pour);
            out.push(match c.pour.nombre {
                0 => "aucune voix pour".to_owned(),
                n => format!("{}{noms}", count(n, "voix pour", "voix pour")),
            });
        }
        if c.contre.nombre > 0 {
            let contre = count(c.contre.nombre, "contre", "contre");
            out.push(format!("{contre}{}", self.parenthese(&c.contre)));
        }
        if c.abstentions.nombre > 0 {
            let noms = self.parenthese(&c.abstentions);
            out.push(format!("{}{noms}", count(c.abstentions.nombre, "abstention", "abstentions")));
        }
        if c.blancs > 0 {
            out.push(count(c.blancs, "bulletin blanc", "bulletins blancs"));
        }
        if c.nuls > 0 {
            out.push(count(c.nuls, "bulletin nul", "bulletins nuls"));
        }
        out.join(", ")
    }

    /// The names of one way, when all of them are known and may be said.
    fn noms(self, voix: &'a Voix) -> Option<&'a [IdConseiller]> {
        let all = usize::try_from(voix.nombre).is_ok_and(|n| n == voix.noms.len() && n > 0);
        (all && self.comptes.scrutin != Scrutin::Secret).then_some(&voix.noms)
    }

    /// Whether names have their own sentence: always by roll call, where they are all said.
    fn a_part(self, noms: &[IdConseiller]) -> bool {
        self.comptes.scrutin == Scrutin::Public || noms.len() > ENTRE_PARENTHESES
    }

    fn parenthese(self, voix: &'a Voix) -> String {
        match self.noms(voix) {
            Some(noms) if !self.a_part(noms) => format!(" ({})", noms::liste(self.seance, noms)),
            _ => String::new(),
        }
    }

    fn listes(self) -> Vec<String> {
        let c = self.comptes;
        let of = |voix: &'a Voix| self.noms(voix).filter(|noms| self.a_part(noms));
        let sentence = |head: String, noms: &[IdConseiller]| {
            format!("{head} : {}.", noms::liste(self.seance, noms))
        };
        let mut out = Vec::new();
        for (voix, way) in [(&c.pour, "pour"), (&c.contre, "contre")] {
            if let Some(noms) = of(voix) {
                let verb = if noms.len() > 1 { "Ont voté" } else { "A voté" };
                out.push(sentence(format!("{verb} {way}"), noms));
            }
        }
        if let Some(noms) = of(&c.abstentions) {
            let verb = if noms.len() > 1 { "Se sont abstenu" } else { "S’est abstenu" };
            out.push(sentence(format!("{verb}{}", noms::accord(self.seance, noms)), noms));
        }
        out
    }

    /// How the vote was taken, when it is not by show of hands, and why.
    fn scrutin(self) -> Option<String> {
        let motif = self.vote.motif.as_deref().map(|m| m.trim().trim_end_matches('.'));
        let motif = motif.filter(|m| !m.is_empty());
        // An election whose record does not say it was taken by ballot is not said to be.
        let how = match (self.vote.scrutin, self.comptes.election.is_some()) {
            (Scrutin::Public, _) => " au scrutin public",
            (Scrutin::Secret, _) => " au scrutin secret",
            (Scrutin::Ordinaire, true) => "",
            (Scrutin::Ordinaire, false) => " à main levée",
        };
        let why = motif.map_or(String::new(), |m| format!(", {m}"));
        match (self.vote.scrutin, motif) {
            (Scrutin::Ordinaire, None) => None,
            _ if self.comptes.election.is_some() => {
                Some(format!("Il a été procédé à l’élection{how}{why}."))
            }
            _ => Some(format!("Le vote a eu lieu{how}{why}.")),
        }
    }
}

/// « 1 abstention », « 2 abstentions »: the number holds to its noun at the end of a line.
pub(super) fn count(n: u32, one: &str, many: &str) -> String {
    format!("{n}\u{a0}{}", if n > 1 { many } else { one })
}
