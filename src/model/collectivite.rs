//! Who decides: the local authority, and how its papers look.

use super::{
    CodeDepartement, ModePublicite, Numerotation, Siren, Siret, Teletransmission, Verifications,
};

/// A local authority (*collectivité territoriale* or *groupement*).
#[derive(Debug, Clone, PartialEq)]
pub struct Collectivite {
    /// Its name as printed, « Caen la mer ».
    pub nom: String,
    /// Its legal kind.
    pub genre: GenreCollectivite,
    /// Its SIREN number.
    pub siren: Option<Siren>,
    /// The SIRET number of its seat.
    pub siret: Option<Siret>,
    /// Its département, in letters, « Calvados ».
    pub departement: Option<String>,
    /// The code of its département, « 014 ».
    pub code_departement: Option<CodeDepartement>,
    /// Its inhabitants (*population*), on which thresholds of law depend.
    pub population: Option<u32>,
    /// Whether a grouping has a commune of 3 500 inhabitants or more.
    pub commune_3500: Option<bool>,
    /// How its acts are made public, when its assembly has chosen (CGCT, L. 2131-1 IV).
    pub publicite: Option<ModePublicite>,
    /// Its postal address, one line each.
    pub adresse: Vec<String>,
    /// The name of its assembly in a sentence, « conseil communautaire ».
    pub assemblee: String,
    /// Its executive.
    pub executif: Executif,
    /// How its acts are numbered, when not by hand.
    pub numerotation: Option<Numerotation>,
    /// What it tells the prefecture of itself.
    pub teletransmission: Option<Teletransmission>,
    /// Its logo.
    pub logo: Option<Logo>,
    /// The look and the wording of its papers.
    pub theme: Theme,
    /// What it is used to leave aside of what is found in its acts.
    pub verifications: Verifications,
}

/// The legal kind of an authority (*genre*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are the legal terms themselves")]
pub enum GenreCollectivite {
    Commune,
    CommunauteCommunes,
    CommunauteAgglomeration,
    CommunauteUrbaine,
    Metropole,
    SyndicatIntercommunal,
    SyndicatMixte,
    Departement,
    Region,
    CentreActionSociale,
    Autre,
}

impl GenreCollectivite {
    /// Every kind with its key in the files and its printed name.
    pub const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Commune, "commune", "commune"),
        (Self::CommunauteCommunes, "communaute-communes", "communauté de communes"),
        (Self::CommunauteAgglomeration, "communaute-agglomeration", "communauté d’agglomération"),
        (Self::CommunauteUrbaine, "communaute-urbaine", "communauté urbaine"),
        (Self::Metropole, "metropole", "métropole"),
        (Self::SyndicatIntercommunal, "syndicat-intercommunal", "syndicat intercommunal"),
        (Self::SyndicatMixte, "syndicat-mixte", "syndicat mixte"),
        (Self::Departement, "departement", "département"),
        (Self::Region, "region", "région"),
        (
            Self::CentreActionSociale,
            "centre-action-sociale",
            "centre (inter)communal d’action sociale",
        ),
        (Self::Autre, "autre", "autre"),
    ];

    /// Its printed name, « communauté d’agglomération »; empty for [`GenreCollectivite::Autre`].
    #[must_use]
    pub fn nom(self) -> &'static str {
        match self {
            Self::Autre => "",
            _ => Self::ALL.iter().find(|(g, ..)| *g == self).map_or("", |(.., nom)| nom),
        }
    }

    /// The usual name of its assembly, « conseil municipal ».
    #[must_use]
    pub fn assemblee(self) -> &'static str {
        match self {
            Self::Commune => "conseil municipal",
            Self::CommunauteCommunes | Self::CommunauteAgglomeration | Self::CommunauteUrbaine => {
                "conseil communautaire"
            }
            Self::Metropole => "conseil métropolitain",
            Self::SyndicatIntercommunal | Self::SyndicatMixte => "comité syndical",
            Self::Departement => "conseil départemental",
            Self::Region => "conseil régional",
            Self::CentreActionSociale => "conseil d’administration",
            Self::Autre => "conseil",
        }
    }
}

/// Who signs (*exécutif*): mayor or president.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Executif {
    /// The quality as printed over the signature, « Le président ».
    pub qualite: String,
    /// First name.
    pub prenom: Option<String>,
    /// Family name, in the capitals or not that the authority uses.
    pub nom: Option<String>,
}

/// An image that stands for the authority (*logo*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The bytes of the file.
    pub octets: Vec<u8>,
    /// What kind of image the bytes are.
    pub format: FormatImage,
    /// Width and height, in any one unit, when the file says them.
    pub dimensions: Option<(u32, u32)>,
    /// What a person who does not see it is told; never empty.
    pub alternative: String,
}

/// The kinds of image that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are the formats themselves")]
pub enum FormatImage {
    Png,
    Jpeg,
    Svg,
}

/// A file of the authority's `modeles/` folder, which stands in for the built-in template of the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Modele {
    /// File name, `fiches.typ`.
    pub nom: String,
    /// Its text.
    pub texte: String,
}

impl Modele {
    /// The names of the built-in templates, the main one first.
    pub const NOMS: &'static [&'static str] = &[
        "delibere.typ",
        "texte.typ",
        "pages.typ",
        "deliberation.typ",
        "presences.typ",
        "budget.typ",
        "fiches.typ",
        "programme.typ",
        "dossier.typ",
        "seance.typ",
        "convocation.typ",
        "proces-verbal.typ",
        "registre.typ",
        "rapport.typ",
    ];
}

/// The look and the wording of an authority's papers (*thème*).
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// Main colour, for titles and rules.
    pub couleur: Couleur,
    /// Second colour, for fills behind headings of tables.
    pub couleur_fond: Couleur,
    /// Font family of the text; one of the built-in ones.
    pub police_texte: Police,
    /// Font family of titles and tables.
    pub police_titres: Police,
    /// Page margins.
    pub marges: Marges,
    /// Wording at the head of pages, beside the number of the act.
    pub entete: Option<String>,
    /// Wording at the foot of pages; the name of the authority when absent.
    pub pied: Option<String>,
    /// Whether « RÉPUBLIQUE FRANÇAISE » heads the first page.
    pub republique: bool,
    /// Wording of the documents of a sitting that no text of law fixes.
    pub formules: Formules,
    /// The authority's own templates, by file name.
    pub modeles: Vec<Modele>,
}

impl Default for Theme {
    fn default() -> Self {
        Self {
            couleur: Couleur([0x1b, 0x3a, 0x5c]),
            couleur_fond: Couleur([0xea, 0xef, 0xf4]),
            police_texte: Police::Serif,
            police_titres: Police::Sans,
            marges: Marges::default(),
            entete: None,
            pied: None,
            republique: true,
            formules: Formules::default(),
            modeles: Vec::new(),
        }
    }
}

/// A colour, red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Couleur(pub [u8; 3]);

impl Couleur {
    /// Relative luminance, 0 (black) to 1 (white), as WCAG 2.1 defines it.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|c| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio with another colour, 1 to 21, as WCAG 2.1 defines it.
    #[must_use]
    pub fn contraste(self, other: Self) -> f64 {
        let (a, b) = (self.luminance() + 0.05, other.luminance() + 0.05);
        if a > b { a / b } else { b / a }
    }
}

impl std::fmt::Display for Couleur {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

/// A built-in font family (*police*); fonts are embedded, so that every machine gives the same page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Police {
    /// Libertinus Serif.
    Serif,
    /// Source Sans 3.
    Sans,
}

/// Page margins in millimetres (*marges*).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "four sides of a page")]
pub struct Marges {
    pub haut: u16,
    pub bas: u16,
    pub gauche: u16,
    pub droite: u16,
}

impl Default for Marges {
    fn default() -> Self {
        Self { haut: 25, bas: 22, gauche: 25, droite: 22 }
    }
}

/// The wording (*formules*) of the documents of a sitting, with variables in braces; the usual one where absent.
///
/// The variables are those of [`Formules::VARIABLES`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Formules {
    /// The body of the summons.
    pub convocation: Option<String>,
    /// Its last words, before the signature.
    pub politesse: Option<String>,
    /// What opens an extract of the register and the minutes.
    pub ouverture: Option<String>,
    /// What follows the vote in an act.
    pub delibere: Option<String>,
    /// What certifies an extract.
    pub conforme: Option<String>,
    /// What closes the minutes.
    pub cloture: Option<String>,
    /// How and before whom the act may be challenged (*voies et délais de recours*); nothing when absent.
    pub recours: Option<String>,
    /// The base of a vote as printed, « des suffrages exprimés ».
    pub base_vote: Option<String>,
}

impl Formules {
    /// What a wording may name between braces, with its meaning.
    pub const VARIABLES: &'static [(&'static str, &'static str)] = &[
        ("assemblee", "le nom de l’assemblée : « conseil municipal »"),
        ("collectivite", "le nom de la collectivité"),
        ("date", "le jour de la séance : « jeudi 18 juin 2026 »"),
        ("date_lettres", "le même, en lettres : « l’an deux mille vingt-six, le dix-huit juin »"),
        ("heure", "l’heure d’ouverture : « 19 h 30 »"),
        ("heure_fin", "l’heure de clôture"),
        ("lieu", "le lieu de la séance"),
        ("convocation", "le jour d’envoi de la convocation"),
        ("president", "qui préside : « Mme Claire LEROY, maire »"),
    ];
}
