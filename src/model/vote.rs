//! How the assembly votes on one act.

use chrono::NaiveDate;

use super::IdConseiller;

/// The vote (*vote*) on an act, as it is recorded; what follows from it is computed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vote {
    /// How it is taken.
    pub scrutin: Scrutin,
    /// Why it is public or secret, « à la demande du quart des membres présents ».
    pub motif: Option<String>,
    /// Votes for; when absent, all those that are counted nowhere else.
    pub pour: Option<Voix>,
    /// Votes against.
    pub contre: Option<Voix>,
    /// Abstentions.
    pub abstentions: Option<Voix>,
    /// Blank ballots (*bulletins blancs*), in a secret vote.
    pub blancs: u32,
    /// Void ballots (*bulletins nuls*), in a secret vote.
    pub nuls: u32,
    /// Members who take no part in it.
    pub non_participations: Vec<NonParticipation>,
    /// How the president votes, where names do not say it: it decides a tie, except in a secret vote.
    pub president: Option<SensVote>,
    /// What must be reached.
    pub majorite: Majorite,
    /// The base as printed after « majorité » or « unanimité », « des membres présents et représentés ».
    pub base: Option<String>,
    /// The result that the document declares: to be verified, never believed.
    pub resultat: Option<Resultat>,
    /// What is to be filled by an election, « deuxième adjoint au maire ».
    pub poste: Option<String>,
    /// The rounds (*tours*) of an election; empty for a vote on a proposal.
    pub tours: Vec<Tour>,
}

/// How a vote is taken (*mode de scrutin*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scrutin {
    /// By show of hands: names are not required.
    #[default]
    Ordinaire,
    /// By roll call: the names and the way each votes are recorded.
    Public,
    /// By ballot: no name is ever printed.
    Secret,
}

/// Which way a vote goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the plain words")]
pub enum SensVote {
    Pour,
    Contre,
    Abstention,
}

/// Votes that go one way (*voix*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Voix {
    /// By count.
    Nombre(u32),
    /// By name; a represented member is named as well as the holder of the power.
    Noms(Vec<IdConseiller>),
}

impl Voix {
    /// How many they are.
    #[must_use]
    pub fn nombre(&self) -> u32 {
        match self {
            Self::Nombre(n) => *n,
            Self::Noms(noms) => u32::try_from(noms.len()).unwrap_or(u32::MAX),
        }
    }

    /// The names, when they are known.
    #[must_use]
    pub fn noms(&self) -> &[IdConseiller] {
        match self {
            Self::Nombre(_) => &[],
            Self::Noms(noms) => noms,
        }
    }
}

/// A member who takes no part in a vote (*ne prend pas part au vote*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NonParticipation {
    /// Who.
    pub membre: IdConseiller,
    /// Why.
    pub cause: CauseNonParticipation,
    /// Why, in the words of the record.
    pub motif: Option<String>,
    /// Whether the member leaves the room for this point: the quorum then counts one less.
    pub quitte_la_salle: bool,
}

/// Why a member takes no part in a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CauseNonParticipation {
    /// An interest in the matter: neither the member nor a power given or held by the member counts (CGCT, L. 2131-11).
    Interet,
    /// The executive whose accounts are voted: the same (CGCT, L. 2121-14).
    CompteAdministratif,
    /// A refusal to vote, or no reason given: only the member's own vote is not counted.
    Refus,
}

impl CauseNonParticipation {
    /// Whether the powers that the member gives or holds fall with the member's own vote.
    #[must_use]
    pub fn pouvoirs_exclus(self) -> bool {
        matches!(self, Self::Interet | Self::CompteAdministratif)
    }
}

/// What a proposal must reach (*majorité requise*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Majorite {
    /// More than half of the votes cast (CGCT, L. 2121-20).
    #[default]
    Absolue,
    /// More than half of the members present or represented (CGCT, L. 2121-18, for closed doors).
    AbsoluePresents,
    /// More than half of the members in office.
    AbsolueMembres,
    /// Two thirds of the votes cast.
    DeuxTiersSuffrages,
    /// Two thirds of the members of the assembly.
    DeuxTiersMembres,
    /// Three fifths of the votes cast.
    TroisCinquiemesSuffrages,
    /// What the law of the day asks for to define the *intérêt communautaire*.
    InteretCommunautaire,
    /// Every vote cast.
    Unanimite,
}

/// What comes of a vote (*résultat*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resultat {
    /// Adopted.
    Adoptee,
    /// Rejected, for want of a majority.
    Rejetee,
    /// As many votes for as against, and no casting vote: not adopted.
    Partage,
}

/// One round (*tour de scrutin*) of an election.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tour {
    /// Ballots found in the box.
    pub bulletins: u32,
    /// Blank ones among them.
    pub blancs: u32,
    /// Void ones among them.
    pub nuls: u32,
    /// The candidates and their votes, as recorded.
    pub candidats: Vec<Candidat>,
}

/// A candidate in one round (*candidat*): a member, or a name or list as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidat {
    /// The member, when the candidate is one.
    pub membre: Option<IdConseiller>,
    /// The printed name.
    pub nom: String,
    /// Votes obtained.
    pub voix: u32,
    /// Day of birth, which decides a tie in the last round; never printed.
    pub naissance: Option<NaiveDate>,
}
