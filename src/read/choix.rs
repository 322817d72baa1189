//! The closed lists of words that some keys take.

use toml::Spanned;
use toml::de::DeValue;

use super::codes;
use super::fault::cite;
use super::forme::{Attendu, FromToml, Reader, Shape, nearest};
use crate::model::{
    CauseNonParticipation, Effet, Etat, FormeDispositif, GenreCollectivite, Largeur, Majorite,
    ModeConvocation, ModePublicite, ModeTransmission, NatureActe, NatureAutorisation, NatureChamp,
    NatureConsiderant, NatureEtape, NaturePoint, NatureSubvention, NatureVisa, Nomenclature,
    Police, Portee, Resultat, Scrutin, Section, Sens, SensMouvement, SensVote, SortPoint, Terme,
};

/// Reads one of `mots`, each with its value and its explanation.
fn one_of<T: Copy>(
    valeur: &Spanned<DeValue<'_>>,
    reader: &mut Reader,
    mots: &[(&'static str, &'static str, T)],
) -> Option<T> {
    let Some(texte) = valeur.get_ref().as_str() else {
        reader.wrong_kind(valeur, Attendu::Texte);
        return None;
    };
    if let Some((.., value)) = mots.iter().find(|(mot, ..)| *mot == texte) {
        return Some(*value);
    }
    let known: Vec<&str> = mots.iter().map(|(mot, ..)| *mot).collect();
    let aide = nearest(texte, &known).map_or_else(
        || format!("valeurs possibles : {}", known.join(", ")),
        |near| format!("vouliez-vous écrire « {near} » ? valeurs possibles : {}", known.join(", ")),
    );
    let cle = reader.last_key();
    reader.fault(
        codes::CHOIX,
        valeur.span(),
        format!("« {cle} » ne peut pas valoir « {} »", cite(texte)),
        "cette valeur n’est pas dans la liste",
        Some(aide),
    );
    None
}

/// Declares a closed list: the newtype that reads it and its words.
macro_rules! choix {
    ($(#[doc = $doc:literal])* $nom:ident($ty:ty) = $mots:expr;) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy)]
        pub(crate) struct $nom(pub(crate) $ty);

        impl $nom {
            fn mots() -> Vec<(&'static str, &'static str, $ty)> {
                $mots
            }
        }

        impl FromToml for $nom {
            fn from_toml(valeur: &Spanned<DeValue<'_>>, reader: &mut Reader) -> Option<Self> {
                one_of(valeur, reader, &Self::mots()).map(Self)
            }

            fn shape() -> Shape {
                Shape::Choix(Self::mots().into_iter().map(|(mot, sens, _)| (mot, sens)).collect())
            }
        }
    };
}

choix! {
    /// The kind of an authority.
    ChoixGenre(GenreCollectivite) =
        GenreCollectivite::ALL.iter().map(|(g, mot, nom)| (*mot, *nom, *g)).collect();
}

choix! {
    /// A built-in font family.
    ChoixPolice(Police) = vec![
        ("serif", "Libertinus Serif", Police::Serif),
        ("sans", "Source Sans 3", Police::Sans),
    ];
}

choix! {
    /// The state of an act.
    ChoixEtat(Etat) = vec![
        ("projet", "proposée à l’assemblée", Etat::Projet),
        ("adoptee", "votée", Etat::Adoptee),
        ("rejetee", "repoussée", Etat::Rejetee),
    ];
}

choix! {
    /// Whom an act binds.
    ChoixPortee(Portee) = vec![
        ("reglementaire", "elle vaut pour tous, en termes généraux", Portee::Reglementaire),
        ("individuelle", "elle vise des personnes nommées", Portee::Individuelle),
        ("autre", "contrat, vœu, mesure interne", Portee::Autre),
    ];
}

choix! {
    /// The nature of an act in the classification.
    ChoixNatureActe(NatureActe) = vec![
        ("deliberation", "1 DE, délibération", NatureActe::Deliberation),
        ("acte-reglementaire", "2 AR, acte réglementaire", NatureActe::ActeReglementaire),
        ("acte-individuel", "3 AI, acte individuel", NatureActe::ActeIndividuel),
        ("contrat", "4 CC, contrat, convention ou avenant", NatureActe::Contrat),
        ("document-budgetaire", "5 BF, document budgétaire ou financier", NatureActe::DocumentBudgetaire),
        ("autre", "6 AU, autre", NatureActe::Autre),
    ];
}

choix! {
    /// How an act is made public.
    ChoixPublicite(ModePublicite) = vec![
        ("affichage", "au siège", ModePublicite::Affichage),
        ("papier", "publication sur papier, à la disposition du public", ModePublicite::Papier),
        ("electronique", "sur le site internet", ModePublicite::Electronique),
    ];
}

choix! {
    /// What a grant consists of.
    ChoixNatureSubvention(NatureSubvention) = vec![
        ("numeraire", "de l’argent", NatureSubvention::Numeraire),
        ("en-nature", "des locaux, du personnel, du matériel", NatureSubvention::EnNature),
        ("mixte", "l’un et l’autre", NatureSubvention::Mixte),
    ];
}

choix! {
    /// How an act is sent to the prefecture.
    ChoixModeTransmission(ModeTransmission) = vec![
        ("electronique", "par un opérateur de télétransmission", ModeTransmission::Electronique),
        ("papier", "sur papier", ModeTransmission::Papier),
    ];
}

choix! {
    /// A step of the life of an act.
    ChoixEtape(NatureEtape) =
        NatureEtape::ALL.iter().map(|(n, mot, nom)| (*mot, *nom, *n)).collect();
}

choix! {
    /// How a summons is sent.
    ChoixModeConvocation(ModeConvocation) = vec![
        ("dematerialisee", "par voie électronique", ModeConvocation::Dematerialisee),
        ("papier", "par écrit, au domicile", ModeConvocation::Papier),
    ];
}

choix! {
    /// Which way a member goes.
    ChoixMouvement(SensMouvement) = vec![
        ("arrivee", "arrive en cours de séance", SensMouvement::Arrivee),
        ("depart", "part avant la fin", SensMouvement::Depart),
    ];
}

choix! {
    /// Whether a point calls for a decision.
    ChoixNaturePoint(NaturePoint) = vec![
        ("deliberation", "l’assemblée délibère", NaturePoint::Deliberation),
        ("information", "l’assemblée est informée", NaturePoint::Information),
    ];
}

choix! {
    /// What becomes of a point.
    ChoixSort(SortPoint) = vec![
        ("inscrit", "à l’ordre du jour de la convocation", SortPoint::Inscrit),
        ("ajoute", "ajouté à l’ouverture de la séance", SortPoint::Ajoute),
        ("retire", "retiré : son numéro ne resservira pas", SortPoint::Retire),
        ("reporte", "renvoyé à une séance ultérieure", SortPoint::Reporte),
    ];
}

choix! {
    /// How a vote is taken.
    ChoixScrutin(Scrutin) = vec![
        ("ordinaire", "à main levée", Scrutin::Ordinaire),
        ("public", "par appel nominal", Scrutin::Public),
        ("secret", "par bulletins", Scrutin::Secret),
    ];
}

choix! {
    /// Which way a vote goes.
    ChoixSensVote(SensVote) = vec![
        ("pour", "pour", SensVote::Pour),
        ("contre", "contre", SensVote::Contre),
        ("abstention", "abstention", SensVote::Abstention),
    ];
}

choix! {
    /// What a proposal must reach.
    ChoixMajorite(Majorite) = vec![
        ("absolue", "plus de la moitié des suffrages exprimés", Majorite::Absolue),
        (
            "absolue-presents",
            "plus de la moitié des membres présents ou représentés",
            Majorite::AbsoluePresents,
        ),
        ("absolue-membres", "plus de la moitié des membres en exercice", Majorite::AbsolueMembres),
        ("deux-tiers-suffrages", "deux tiers des suffrages exprimés", Majorite::DeuxTiersSuffrages),
        ("deux-tiers-membres", "deux tiers de l’effectif de l’assemblée", Majorite::DeuxTiersMembres),
        (
            "trois-cinquiemes-suffrages",
            "trois cinquièmes des suffrages exprimés",
            Majorite::TroisCinquiemesSuffrages,
        ),
        (
            "interet-communautaire",
            "celle que la loi du jour exige pour définir l’intérêt communautaire",
            Majorite::InteretCommunautaire,
        ),
        ("unanimite", "tous les suffrages exprimés", Majorite::Unanimite),
    ];
}

choix! {
    /// What comes of a vote.
    ChoixResultat(Resultat) = vec![
        ("adoptee", "adoptée", Resultat::Adoptee),
        ("rejetee", "rejetée", Resultat::Rejetee),
        ("partage", "voix partagées, sans voix prépondérante", Resultat::Partage),
    ];
}

choix! {
    /// Why a member takes no part in a vote.
    ChoixCause(CauseNonParticipation) = vec![
        ("interet", "intéressé à l’affaire", CauseNonParticipation::Interet),
        (
            "compte-administratif",
            "l’exécutif se retire quand son compte est voté",
            CauseNonParticipation::CompteAdministratif,
        ),
        ("refus", "refus de vote, ou sans raison donnée", CauseNonParticipation::Refus),
    ];
}

choix! {
    /// What a visa cites.
    ChoixVisa(NatureVisa) = vec![
        ("code", "un code", NatureVisa::Code),
        ("loi", "une loi", NatureVisa::Loi),
        ("ordonnance", "une ordonnance", NatureVisa::Ordonnance),
        ("decret", "un décret", NatureVisa::Decret),
        ("arrete", "un arrêté", NatureVisa::Arrete),
        ("deliberation", "une délibération antérieure", NatureVisa::Deliberation),
        ("avis", "l’avis d’une commission ou d’un bureau", NatureVisa::Avis),
        ("rapport", "un rapport", NatureVisa::Rapport),
        ("statuts", "les statuts", NatureVisa::Statuts),
        ("autre", "autre chose", NatureVisa::Autre),
    ];
}

choix! {
    /// The word that opens a reason.
    ChoixConsiderant(NatureConsiderant) = vec![
        ("considerant", "CONSIDÉRANT", NatureConsiderant::Considerant),
        ("entendu", "ENTENDU", NatureConsiderant::Entendu),
        ("attendu", "ATTENDU", NatureConsiderant::Attendu),
        ("sur-proposition", "SUR PROPOSITION", NatureConsiderant::SurProposition),
        ("sur-rapport", "SUR LE RAPPORT", NatureConsiderant::SurRapport),
    ];
}

choix! {
    /// What an annexe is made of.
    ChoixPiece(NaturePiece) = vec![
        ("budget", "l’annexe budgétaire (budget.toml)", NaturePiece::Budget),
        ("fiches", "les fiches actions (fiches/)", NaturePiece::Fiches),
        ("programme", "le document d’orientation du programme", NaturePiece::Programme),
        ("comparatif", "le tableau de ce qui change de l’acte antérieur", NaturePiece::Comparatif),
        ("fiches-modifiees", "les fiches que l’acte change, corrections apparentes", NaturePiece::FichesModifiees),
        ("texte", "un autre texte, en Markdown", NaturePiece::Texte),
    ];
}

/// The key of [`crate::model::Piece`], before its file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NaturePiece {
    Budget,
    Fiches,
    Programme,
    Comparatif,
    FichesModifiees,
    Texte,
}

choix! {
    /// What an act does to an earlier one.
    ChoixEffet(Effet) = Effet::ALL.iter().map(|(e, mot, sens)| (*mot, *sens, *e)).collect();
}

choix! {
    /// How a dispositif is laid out.
    ChoixForme(FormeDispositif) = vec![
        ("verbes", "MODIFIE…, DIT QUE…", FormeDispositif::Verbes),
        ("articles", "Article 1er, Article 2…", FormeDispositif::Articles),
    ];
}

choix! {
    /// A term of the calendar.
    ChoixTerme(Terme) = vec![
        ("court", "court terme", Terme::Court),
        ("moyen", "moyen terme", Terme::Moyen),
        ("long", "long terme", Terme::Long),
    ];
}

choix! {
    /// What a field of a sheet speaks of.
    ChoixNature(NatureChamp) =
        NatureChamp::ALL.iter().map(|(n, mot, libelle)| (*mot, *libelle, *n)).collect();
}

choix! {
    /// How wide a field is printed.
    ChoixLargeur(Largeur) = vec![
        ("pleine", "toute la largeur", Largeur::Pleine),
        ("moitie", "la moitié de la largeur", Largeur::Moitie),
    ];
}

choix! {
    /// A section of the budget.
    ChoixSection(Section) = vec![
        ("fonctionnement", "section de fonctionnement", Section::Fonctionnement),
        ("investissement", "section d’investissement", Section::Investissement),
    ];
}

choix! {
    /// Money spent or received.
    ChoixSens(Sens) = vec![
        ("depense", "dépense", Sens::Depense),
        ("recette", "recette", Sens::Recette),
    ];
}

choix! {
    /// A chart of accounts.
    ChoixNomenclature(Nomenclature) =
        Nomenclature::ALL.iter().map(|(n, mot, nom)| (*mot, *nom, *n)).collect();
}

choix! {
    /// An authorisation over several years.
    ChoixAutorisation(NatureAutorisation) = vec![
        ("programme", "autorisation de programme (AP), en investissement", NatureAutorisation::Programme),
        ("engagement", "autorisation d’engagement (AE), en fonctionnement", NatureAutorisation::Engagement),
    ];
}

choix! {
    /// What a total adds up.
    ChoixTotal(NatureTotalCle) = vec![
        ("sous-total", "une action et ses sous-actions, dans un tableau", NatureTotalCle::SousTotal),
        ("solde", "recettes moins dépenses d’une action, dans une section", NatureTotalCle::Solde),
        ("total-section", "un tableau entier", NatureTotalCle::TotalSection),
        ("bilan", "recettes moins dépenses d’une section", NatureTotalCle::Bilan),
        ("cout-brut", "toutes les dépenses", NatureTotalCle::CoutBrut),
        ("cout-net", "toutes les dépenses moins toutes les recettes", NatureTotalCle::CoutNet),
        ("porteurs", "le coût net que portent ces services", NatureTotalCle::Porteurs),
    ];
}

/// The key of [`crate::model::NatureTotal`], before what it adds up is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NatureTotalCle {
    SousTotal,
    Solde,
    TotalSection,
    Bilan,
    CoutBrut,
    CoutNet,
    Porteurs,
}

impl NatureTotalCle {
    /// The word of the files.
    pub(crate) fn mot(self) -> &'static str {
        ChoixTotal::mots().into_iter().find(|(.., n)| *n == self).map_or("", |(mot, ..)| mot)
    }
}
