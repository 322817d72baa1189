//! The act itself.

use chrono::NaiveDate;

use super::{
    ActeAnterieur, Matiere, NumeroActe, Redaction, Subvention, Texte, Transmission, TypePiece,
    Verifications, Vote,
};

/// A deliberation (*délibération*): what is proposed to the assembly, and what it decides.
#[derive(Debug, Clone, PartialEq)]
pub struct Deliberation {
    /// Its number as the authority writes it, « C-12-05-01 », and as it is transmitted.
    pub numero: NumeroActe,
    /// The state that the document declares; when absent, the vote says it.
    pub etat: Option<Etat>,
    /// The day of which this is a consolidated version (*version consolidée*) of several acts, and no act of its own.
    pub consolidee: Option<NaiveDate>,
    /// The object, as a chain of segments from the general to the particular.
    pub objet: Vec<String>,
    /// Whom it binds, which decides how it is made known.
    pub portee: Option<Portee>,
    /// Who reports on it, « M. Untel, vice-président ».
    pub rapporteur: Option<String>,
    /// The statement of reasons (*exposé des motifs*).
    pub expose: Texte,
    /// What it is based on, in printed order.
    pub visas: Vec<Visa>,
    /// The reasons in law and in fact, in printed order.
    pub considerants: Vec<Considerant>,
    /// The formula that opens the dispositif, « Le conseil, après en avoir délibéré : ».
    pub formule: String,
    /// What is decided.
    pub dispositif: Dispositif,
    /// How the assembly voted.
    pub vote: Option<Vote>,
    /// The signature block.
    pub signature: Signature,
    /// Mentions of transmission, reception, publication and executory force, as the file declares them.
    pub mentions: Mentions,
    /// Its matter in the classification of the prefectures.
    pub matiere: Option<Matiere>,
    /// What else is told to the prefecture.
    pub transmission: Transmission,
    /// What it grants, and to whom, in printed order.
    pub subventions: Vec<Subvention>,
    /// What is annexed, in printed order.
    pub annexes: Vec<Annexe>,
    /// The earlier acts that it changes, in the order of the file.
    pub actes_anterieurs: Vec<ActeAnterieur>,
    /// What is drafted of it, when the drafter asks for that.
    pub redaction: Option<Redaction>,
    /// What is left aside of what is found in it.
    pub verifications: Verifications,
}

/// Whom an act binds (*portée*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Portee {
    /// Everybody, in general terms.
    Reglementaire,
    /// Persons who are named: it is notified to them.
    Individuelle,
    /// Neither: a contract, a wish, an internal measure.
    Autre,
}

/// How an act is made public (*mode de publicité*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModePublicite {
    /// Posted at the seat.
    Affichage,
    /// Published on paper, put at the disposal of the public.
    Papier,
    /// Published on the site of the authority.
    Electronique,
}

/// How an act is sent to the prefecture (*mode de transmission*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModeTransmission {
    /// By an operator of remote transmission.
    Electronique,
    /// On paper.
    Papier,
}

/// The state (*état*) of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Etat {
    /// Proposed to the assembly.
    Projet,
    /// Voted.
    Adoptee,
    /// Voted down: it keeps its number.
    Rejetee,
}

/// A text or an opinion on which the act relies (*visa*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visa {
    /// What is cited.
    pub nature: NatureVisa,
    /// What follows « VU », without its final comma.
    pub texte: Texte,
    /// The date of what is cited.
    pub date: Option<NaiveDate>,
    /// The number of what is cited, « C-11-02-14 ».
    pub numero: Option<String>,
    /// The body that gave the opinion, for [`NatureVisa::Avis`].
    pub instance: Option<String>,
}

/// What a visa cites.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the legal terms themselves")]
pub enum NatureVisa {
    Code,
    Loi,
    Ordonnance,
    Decret,
    Arrete,
    Deliberation,
    Avis,
    Rapport,
    Statuts,
    Autre,
}

/// A reason (*considérant*) or one of its variants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Considerant {
    /// Which word opens it.
    pub nature: NatureConsiderant,
    /// What follows that word, without its final comma.
    pub texte: Texte,
}

/// The word that opens a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the printed words")]
pub enum NatureConsiderant {
    Considerant,
    Entendu,
    Attendu,
    SurProposition,
    SurRapport,
}

impl NatureConsiderant {
    /// The printed word, in capitals.
    #[must_use]
    pub fn mot(self) -> &'static str {
        match self {
            Self::Considerant => "CONSIDÉRANT",
            Self::Entendu => "ENTENDU",
            Self::Attendu => "ATTENDU",
            Self::SurProposition => "SUR PROPOSITION",
            Self::SurRapport => "SUR LE RAPPORT",
        }
    }
}

/// What is decided (*dispositif*): verbs or numbered articles, never both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dispositif {
    /// « DÉCLARE …, AUTORISE … ».
    Verbes(Vec<Decision>),
    /// « Article 1er : … ».
    Articles(Vec<ArticleDispositif>),
}

/// One decision in a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The verb as the authority writes it: « DÉCLARE », « décide », « approuver ».
    pub verbe: String,
    /// What follows the verb.
    pub texte: Texte,
}

/// One numbered article of a dispositif.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleDispositif {
    /// Its printed number, « Article 1er », « Article unique ».
    pub numero: String,
    /// A title after the number.
    pub titre: Option<String>,
    /// Its text.
    pub texte: Texte,
}

/// Who signs the act, when not the executive of the authority (*signature*).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signature {
    /// Place named in « Fait à … ».
    pub lieu: Option<String>,
    /// The quality as printed, « Le président ».
    pub qualite: Option<String>,
    /// First name and name as printed.
    pub nom: Option<String>,
}

/// What becomes of the act after the vote (*mentions*); printed blank when undated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mentions {
    /// Sent to the prefecture.
    pub transmission: Option<NaiveDate>,
    /// Received by the prefecture.
    pub reception: Option<NaiveDate>,
    /// Posted at the seat, before 1 July 2022, or published electronically since.
    pub publication: Option<NaiveDate>,
    /// In force.
    pub executoire: Option<NaiveDate>,
    /// Notified to the persons that it names.
    pub notification: Option<NaiveDate>,
    /// The last day on which it is public, where it stops.
    pub fin_publication: Option<NaiveDate>,
    /// How it is made public.
    pub mode_publication: Option<ModePublicite>,
    /// How it is sent to the prefecture.
    pub mode_transmission: Option<ModeTransmission>,
    /// Its dispositif is inserted in a local publication.
    pub insertion: Option<NaiveDate>,
    /// Published in the collection of administrative acts (*recueil des actes administratifs*), or sent to the communes.
    pub recueil: Option<NaiveDate>,
}

/// A piece annexed to the act (*annexe*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annexe {
    /// Its printed title.
    pub titre: String,
    /// What it is.
    pub piece: Piece,
    /// Its type in the classification of the prefectures.
    pub type_piece: Option<TypePiece>,
}

/// What an annexe is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// The budget annex, from `budget.toml`.
    Budget,
    /// The action sheets, from `fiches/`.
    Fiches,
    /// The orientation document of the programme.
    Programme,
    /// The table of what changes from an earlier act: before, after, gap.
    Comparatif,
    /// The sheets that change from an earlier act, with what is removed and added.
    FichesModifiees,
    /// Any other text.
    Texte(Texte),
}
