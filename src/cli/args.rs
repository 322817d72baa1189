//! What may be typed.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use crate::model::Severite;

/// The layout of a help page, without an English word.
const AIDE: &str = "{about}\n\nUtilisation : {usage}\n\nArguments :\n{positionals}\n\nOptions :\n{options}{after-help}";

/// Délibéré : d’un dossier de textes, tous les documents d’une délibération.
#[derive(Debug, Parser)]
#[command(
    name = "delibere",
    version,
    about = "Délibéré : d’un dossier de textes (TOML et Markdown), tous les documents d’une délibération.",
    help_template = "{about}\n\nUtilisation : {usage}\n\nCommandes :\n{subcommands}\n\nOptions :\n{options}{after-help}",
    subcommand_value_name = "COMMANDE",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = false,
    after_help = "Exemples :\n  delibere nouveau ma-deliberation\n  delibere produire ma-deliberation\n  delibere verifier ma-deliberation\n\nCode de sortie : 0 tout va bien, 1 le dossier est à corriger, 2 l’outil n’a pas pu travailler."
)]
pub(crate) struct Args {
    /// Affiche l’aide
    #[arg(short = 'h', long = "aide", alias = "help", action = clap::ArgAction::Help, global = true)]
    aide: Option<bool>,
    /// Affiche la version
    #[arg(short = 'V', long = "version", action = clap::ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    pub(crate) commande: Commande,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Commande {
    /// Produit les documents d’un dossier ou de plusieurs (alias : build)
    #[cfg(feature = "pdf")]
    #[command(alias = "build", help_template = AIDE, after_help = "Exemples :\n  delibere produire ma-deliberation\n  delibere produire ma-deliberation --document deliberation --sortie - > acte.pdf\n  delibere produire actes/* --sortie pdf --jobs 4\n  delibere produire ma-deliberation --format png --resolution 150\n  delibere produire ma-deliberation --norme a-3a\n\nDocuments : deliberation, annexe-budgetaire, fiches-actions, programme, tableau-comparatif, fiches-modifiees, annexe-N, extrait, acte, dossier.")]
    Produire(Produire),
    /// Produit les documents d’une séance et de ses actes (alias : session)
    #[cfg(feature = "pdf")]
    #[command(alias = "session", help_template = AIDE, after_help = "Exemples :\n  delibere seance 2026-06-18\n  delibere seance 2026-06-18 --document convocation --document note-synthese\n  delibere seance 2026-06-18 --document extraits --sortie pdf\n\nDocuments : convocation, ordre-du-jour, note-synthese, deliberations, extraits, liste-deliberations (compte-rendu avant le 1er juillet 2022), proces-verbal, cahier.")]
    Seance(Seance),
    /// Produit le registre des délibérations d’une année (alias : register)
    #[cfg(feature = "pdf")]
    #[command(alias = "register", help_template = AIDE, after_help = "Exemple :\n  delibere registre seances --annee 2026 --sortie registre")]
    Registre(Registre),
    /// Vérifie un acte, ou une séance avec ses actes, sans rien produire (alias : check)
    #[command(alias = "check", help_template = AIDE, after_help = "Exemples :\n  delibere verifier ma-deliberation\n  delibere verifier 2026-06-18 --rapport rapport.pdf\n  delibere verifier actes/* --format sarif > constats.sarif\n  delibere verifier ma-deliberation --severite avertissement\n\nSort avec 1 tant qu’il reste une erreur, quelles que soient les options. Une erreur ne s’ignore que dans le dossier, avec sa raison.")]
    Verifier(Verifier),
    /// Explique un code : ce qu’il signale, sa base légale, un exemple et sa correction (alias : explain)
    #[command(alias = "explain", help_template = AIDE, after_help = "Exemples :\n  delibere expliquer BUDG-07\n  delibere expliquer\n\nSans code, les liste tous.")]
    Expliquer(Expliquer),
    /// Reproduit les documents à chaque enregistrement (alias : watch)
    #[cfg(feature = "pdf")]
    #[command(alias = "watch", help_template = AIDE, after_help = "Exemple :\n  delibere suivre ma-deliberation --document deliberation")]
    Suivre(Suivre),
    /// Ouvre le dossier de l’acte suivant, qui modifie celui-ci (alias : amend)
    #[command(alias = "amend", help_template = AIDE, after_help = "Exemples :\n  delibere evoluer 2012-12-07-ess --vers 2013-04-12-ess\n  delibere evoluer 2012-12-07-ess --vers 2013-04-12-ess --date 2013-04-12")]
    Evoluer(Evoluer),
    /// Dit ce qui change d’un acte à un autre (alias : diff)
    #[command(alias = "diff", help_template = AIDE, after_help = "Exemples :\n  delibere comparer 2012-12-07-ess 2013-04-12-ess\n  delibere comparer 2012-12-07-ess 2013-04-12-ess --sortie comparaison.pdf\n  delibere comparer 2012-12-07-ess 2013-04-12-ess --format json")]
    Comparer(Comparer),
    /// Écrit le programme en vigueur à une date, d’après tous ses actes (alias : consolidate)
    #[command(alias = "consolidate", help_template = AIDE, after_help = "Exemples :\n  delibere consolider actes --au 2014-06-30\n  delibere consolider actes --au 2014-06-30 --sortie programme-consolide\n  delibere consolider actes --au 2014-06-30 --sortie programme-consolide.pdf")]
    Consolider(Consolider),
    /// Raconte les actes d’un programme, ou la vie d’une de ses actions (alias : history)
    #[command(alias = "history", help_template = AIDE, after_help = "Exemples :\n  delibere historique actes\n  delibere historique actes --action mise-en-reseau")]
    Historique(Historique),
    /// Scelle un acte adopté, ou une séance : ses fichiers et ses PDF ne changeront plus sans que cela se voie (alias : seal)
    #[cfg(feature = "pdf")]
    #[command(alias = "seal", help_template = AIDE, after_help = "Exemples :\n  delibere sceller ma-deliberation\n  delibere sceller 2026-06-18 --norme a-3a\n\nÉcrit les PDF dans « scelle », et « sceau.toml » dans le dossier.")]
    Sceller(Sceller),
    /// Dit si un dossier, ou un PDF, est bien celui qui a été scellé (alias : verify)
    #[cfg(feature = "pdf")]
    #[command(alias = "verify", help_template = AIDE, after_help = "Exemples :\n  delibere authentifier ma-deliberation\n  delibere authentifier ma-deliberation/scelle/deliberation.pdf\n  delibere authentifier recu.pdf --sceau ma-deliberation/sceau.toml\n\nSort avec 0 s’il l’est, 1 s’il ne l’est pas, 2 si rien ne permet de le dire.")]
    Authentifier(Authentifier),
    /// Rend le dossier qu’un PDF porte (alias : extract)
    #[command(alias = "extract", help_template = AIDE, after_help = "Exemples :\n  delibere extraire acte.pdf\n  delibere extraire acte.pdf --sortie mon-dossier\n\nUn PDF porte son dossier quand il a été produit avec --norme a-3a.")]
    Extraire(Extraire),
    /// Montre la vie d’un acte, ou y ajoute une étape : adoptée, transmise, reçue, publiée… (alias : life)
    #[command(alias = "life", help_template = AIDE, after_help = "Exemples :\n  delibere vie ma-deliberation\n  delibere vie ma-deliberation --transmise 2026-03-16 --acteur \"service des assemblées\"\n  delibere vie ma-deliberation --publiee 2026-03-17 --preuve https://exemple.fr/2026-014.pdf")]
    Vie(Vie),
    /// Prépare le paquet d’un acte pour la préfecture (alias : package)
    #[command(alias = "package", help_template = AIDE, after_help = "Exemples :\n  delibere transmettre ma-deliberation --envoi 2026-03-16\n  delibere transmettre ma-deliberation --envoi 2026-03-16 --acte acte-signe.pdf --annexe 21_RP=rapport.pdf\n  delibere transmettre ma-deliberation --envoi 2026-03-16 --depot --sortie depot\n  delibere transmettre --matieres")]
    Transmettre(Transmettre),
    /// Lit ce que répond la préfecture, et le note dans la vie de l’acte (alias : receipt)
    #[command(alias = "receipt", help_template = AIDE, after_help = "Exemples :\n  delibere accuse 014-241400415-20121207-C_12_05_01-DE-1-2_0.xml --acte ma-deliberation\n  delibere accuse retour/*.xml --acte actes")]
    Accuse(Accuse),
    /// Écrit les données ouvertes d’un acte ou de plusieurs : SCDL, Akoma Ntoso, JSON, tableur (alias : publish)
    #[command(alias = "publish", help_template = AIDE, after_help = "Exemples :\n  delibere publier ma-deliberation\n  delibere publier 2026-06-18 --format scdl --fichier deliberations.csv\n  delibere publier ma-deliberation --format xlsx --sortie tableurs")]
    Publier(Publier),
    /// Crée un dossier commenté, qui se produit aussitôt (alias : new)
    #[command(alias = "new", help_template = AIDE, after_help = "Exemples :\n  delibere nouveau ma-deliberation\n  delibere nouveau plan-velo --modele programme\n  delibere nouveau 2026-09-24 --modele seance")]
    Nouveau(Nouveau),
    /// Écrit le schéma JSON d’un fichier, pour que l’éditeur complète et vérifie
    #[command(help_template = AIDE, after_help = "Exemples :\n  delibere schema deliberation\n  delibere schema --sortie schemas")]
    Schema(Schema),
    /// Écrit de quoi compléter les commandes dans un terminal
    #[command(help_template = AIDE, after_help = "Exemple :\n  delibere completion bash > /etc/bash_completion.d/delibere")]
    Completion(Completion),
}

/// What `produire` and `suivre` share.
#[cfg(feature = "pdf")]
#[derive(Debug, Clone, ClapArgs)]
pub(crate) struct Rendu {
    /// Document voulu ; tous par défaut. Peut être répété
    #[arg(long = "document", value_name = "DOCUMENT")]
    pub(crate) documents: Vec<String>,
    /// Format : pdf (par défaut), png ou svg
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "pdf",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: FormatRendu,
    /// Norme du PDF : a-2a (par défaut, avec ua-1), a-3a, a-2b, ua-1, 1.7…
    #[arg(long, value_name = "NORME")]
    pub(crate) norme: Option<String>,
    /// Ne joint pas le dossier au PDF, quand la norme est a-3a
    #[arg(long)]
    pub(crate) sans_source: bool,
    /// Points par pouce des images PNG (144 par défaut)
    #[arg(long, value_name = "N", default_value_t = 144, hide_default_value = true, value_parser = clap::value_parser!(u32).range(18..=1200))]
    pub(crate) resolution: u32,
    /// Dossier où écrire ; par défaut, « sortie » dans chaque dossier. « - » pour la sortie standard, avec « produire »
    #[arg(long, short = 'o', value_name = "DOSSIER")]
    pub(crate) sortie: Option<PathBuf>,
    /// Secondes accordées aux modèles de la collectivité (20 par défaut)
    #[arg(long, value_name = "SECONDES", hide = true, value_parser = clap::value_parser!(u16).range(1..=3600))]
    pub(crate) delai: Option<u16>,
}

#[cfg(feature = "pdf")]
impl Rendu {
    /// Some documents as PDFs in a folder, all when none is named, as without any option.
    pub(crate) fn pdf(documents: Vec<String>, sortie: &std::path::Path) -> Self {
        Self {
            documents,
            format: FormatRendu::Pdf,
            norme: None,
            sans_source: false,
            resolution: 144,
            sortie: Some(sortie.to_owned()),
            delai: None,
        }
    }
}

#[cfg(feature = "pdf")]
#[derive(Debug, ClapArgs)]
pub(crate) struct Produire {
    /// Dossiers des délibérations
    #[arg(value_name = "DOSSIER", required = true)]
    pub(crate) dossiers: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) rendu: Rendu,
    /// Nombre de processus quand il y a plusieurs dossiers ; par défaut, autant que de cœurs
    #[arg(long, short = 'j', value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub(crate) jobs: Option<u16>,
    /// Imprime le temps de chaque étape
    #[arg(long)]
    pub(crate) chronometre: bool,
    /// Constats à l’écran : texte (par défaut) ou json
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "texte",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) messages: FormatConstats,
}

#[cfg(feature = "pdf")]
#[derive(Debug, ClapArgs)]
pub(crate) struct Suivre {
    /// Dossier de la délibération
    #[arg(value_name = "DOSSIER")]
    pub(crate) dossier: PathBuf,
    #[command(flatten)]
    pub(crate) rendu: Rendu,
}

#[cfg(feature = "pdf")]
#[derive(Debug, ClapArgs)]
pub(crate) struct Seance {
    /// Dossier de la séance : son seance.toml, et un sous-dossier par acte
    #[arg(value_name = "DOSSIER")]
    pub(crate) dossier: PathBuf,
    #[command(flatten)]
    pub(crate) rendu: Rendu,
    /// Imprime le temps de chaque étape
    #[arg(long)]
    pub(crate) chronometre: bool,
    /// Constats à l’écran : texte (par défaut) ou json
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "texte",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) messages: FormatConstats,
}

#[cfg(feature = "pdf")]
#[derive(Debug, ClapArgs)]
pub(crate) struct Registre {
    /// Dossier dont chaque sous-dossier est une séance
    #[arg(value_name = "DOSSIER")]
    pub(crate) dossier: PathBuf,
    /// Année du registre ; inutile quand toutes les séances sont de la même
    #[arg(long, value_name = "AAAA", value_parser = clap::value_parser!(i32).range(1900..=2199))]
    pub(crate) annee: Option<i32>,
    /// Numéro du premier feuillet (1 par défaut)
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true, value_parser = clap::value_parser!(u32).range(1..=99_999))]
    pub(crate) feuillet: u32,
    /// Format : pdf (par défaut), png ou svg
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "pdf",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: FormatRendu,
    /// Norme du PDF : a-2a (par défaut, avec ua-1), a-3a, a-2b, ua-1, 1.7…
    #[arg(long, value_name = "NORME")]
    pub(crate) norme: Option<String>,
    /// Points par pouce des images PNG (144 par défaut)
    #[arg(long, value_name = "N", default_value_t = 144, hide_default_value = true, value_parser = clap::value_parser!(u32).range(18..=1200))]
    pub(crate) resolution: u32,
    /// Dossier où écrire ; par défaut, « sortie » dans le dossier. « - » pour la sortie standard
    #[arg(long, short = 'o', value_name = "DOSSIER")]
    pub(crate) sortie: Option<PathBuf>,
    /// Secondes accordées aux modèles de la collectivité (20 par défaut)
    #[arg(long, value_name = "SECONDES", hide = true, value_parser = clap::value_parser!(u16).range(1..=3600))]
    pub(crate) delai: Option<u16>,
    /// Imprime le temps de chaque étape
    #[arg(long)]
    pub(crate) chronometre: bool,
    /// Constats à l’écran : texte (par défaut) ou json
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "texte",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) messages: FormatConstats,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Verifier {
    /// Dossiers des délibérations ou des séances
    #[arg(value_name = "DOSSIER", required = true)]
    pub(crate) dossiers: Vec<PathBuf>,
    /// Constats à l’écran : texte (par défaut), json ou sarif
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "texte",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: FormatVerification,
    /// Gravité la plus basse qui est montrée et comptée : erreur, avertissement ou information (par défaut)
    #[arg(
        long,
        value_name = "GRAVITE",
        default_value = "information",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) severite: Gravite,
    /// Code à mettre de côté, sauf pour une erreur. Peut être répété
    #[arg(long, value_name = "CODE")]
    pub(crate) ignorer: Vec<String>,
    /// Fichier où écrire le rapport, en .pdf ou en .html. Peut être répété
    #[arg(long = "rapport", value_name = "FICHIER")]
    pub(crate) rapports: Vec<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Expliquer {
    /// Codes ou noms de constats, BUDG-07 ou repartition-fausse ; tous par défaut
    #[arg(value_name = "CODE")]
    pub(crate) codes: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Evoluer {
    /// Dossier de l’acte à modifier ; il n’est pas touché
    #[arg(value_name = "ACTE")]
    pub(crate) acte: PathBuf,
    /// Dossier à créer ; par défaut, à côté, avec « -evolution » à la fin de son nom
    #[arg(long, value_name = "DOSSIER")]
    pub(crate) vers: Option<PathBuf>,
    /// Jour de la séance où il sera délibéré : 2013-04-12
    #[arg(long, value_name = "JOUR")]
    pub(crate) date: Option<chrono::NaiveDate>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Comparer {
    /// Dossier de l’acte d’avant
    #[arg(value_name = "AVANT")]
    pub(crate) avant: PathBuf,
    /// Dossier de l’acte d’après
    #[arg(value_name = "APRES")]
    pub(crate) apres: PathBuf,
    /// Rapport : texte (par défaut), json ou pdf
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "texte",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: FormatComparaison,
    /// Fichier du PDF ; son nom suffit à le demander : « --sortie comparaison.pdf »
    #[arg(long, short = 'o', value_name = "FICHIER")]
    pub(crate) sortie: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Consolider {
    /// Dossier qui contient ceux des actes, ou ceux de leurs séances
    #[arg(value_name = "ACTES")]
    pub(crate) dossier: PathBuf,
    /// Jour où le programme est en vigueur : 2014-06-30
    #[arg(long, value_name = "JOUR")]
    pub(crate) au: chrono::NaiveDate,
    /// Numéro d’un acte, quand plusieurs programmes sont en vigueur
    #[arg(long, value_name = "NUMERO")]
    pub(crate) acte: Option<String>,
    /// Forme : dossier (par défaut), que « produire » imprime, ou pdf, le tout relié
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "dossier",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: FormatConsolidation,
    /// Dossier ou fichier PDF à créer ; par défaut, à côté du dossier des actes
    #[arg(long, short = 'o', value_name = "SORTIE")]
    pub(crate) sortie: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Historique {
    /// Dossier qui contient ceux des actes, ou ceux de leurs séances
    #[arg(value_name = "ACTES")]
    pub(crate) dossier: PathBuf,
    /// Identifiant d’une action, pour sa seule vie
    #[arg(long, value_name = "ACTION")]
    pub(crate) action: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Vie {
    /// Dossier de la délibération
    #[arg(value_name = "DOSSIER")]
    pub(crate) dossier: PathBuf,
    /// Jour où le projet est inscrit
    #[arg(long, value_name = "DATE")]
    pub(crate) projet: Option<NaiveDate>,
    /// Jour où l’assemblée l’adopte : celui de la séance
    #[arg(long, value_name = "DATE", conflicts_with = "rejetee")]
    pub(crate) adoptee: Option<NaiveDate>,
    /// Jour où l’assemblée le rejette
    #[arg(long, value_name = "DATE")]
    pub(crate) rejetee: Option<NaiveDate>,
    /// Jour où il est transmis à la préfecture
    #[arg(long, value_name = "DATE")]
    pub(crate) transmise: Option<NaiveDate>,
    /// Jour où la préfecture le reçoit ; « delibere accuse » le note de lui-même
    #[arg(long, value_name = "DATE")]
    pub(crate) recue: Option<NaiveDate>,
    /// Jour où la préfecture refuse la transmission
    #[arg(long, value_name = "DATE")]
    pub(crate) anomalie: Option<NaiveDate>,
    /// Jour où la transmission est annulée
    #[arg(long, value_name = "DATE")]
    pub(crate) transmission_annulee: Option<NaiveDate>,
    /// Jour où il est affiché
    #[arg(long, value_name = "DATE")]
    pub(crate) affichee: Option<NaiveDate>,
    /// Jour où il est publié
    #[arg(long, value_name = "DATE")]
    pub(crate) publiee: Option<NaiveDate>,
    /// Jour où il est retiré
    #[arg(long, value_name = "DATE")]
    pub(crate) retiree: Option<NaiveDate>,
    /// Jour où il est abrogé
    #[arg(long, value_name = "DATE")]
    pub(crate) abrogee: Option<NaiveDate>,
    /// Jour où un juge l’annule
    #[arg(long, value_name = "DATE")]
    pub(crate) annulee: Option<NaiveDate>,
    /// Qui le fait, ou qui le dit
    #[arg(long, value_name = "NOM")]
    pub(crate) acteur: Option<String>,
    /// Ce qui le prouve : un fichier, une référence, une adresse
    #[arg(long, value_name = "PREUVE")]
    pub(crate) preuve: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Transmettre {
    /// Dossier de la délibération
    #[arg(value_name = "DOSSIER")]
    pub(crate) dossier: Option<PathBuf>,
    /// Jour de l’envoi ; par défaut, celui que la vie de l’acte ou ses mentions donnent
    #[arg(long, value_name = "DATE")]
    pub(crate) envoi: Option<NaiveDate>,
    /// Rang de l’enveloppe parmi celles du jour (1 par défaut)
    #[arg(long, value_name = "N", default_value_t = 1, hide_default_value = true, value_parser = clap::value_parser!(u32).range(1..=9999))]
    pub(crate) compteur: u32,
    /// Génération du schéma : v1 (2004 à 2017) ou v2 ; par défaut, celle du jour de l’envoi
    #[arg(long, value_name = "VERSION", hide_possible_values = true)]
    pub(crate) schema: Option<SchemaActes>,
    /// Classification de la préfecture (message 7-2)
    #[arg(long, value_name = "FICHIER")]
    pub(crate) classification: Option<PathBuf>,
    /// PDF de l’acte, signé par exemple ; par défaut, celui que le dossier produit
    #[arg(long, value_name = "FICHIER")]
    pub(crate) acte: Option<PathBuf>,
    /// Annexe, avec son type de pièce s’il faut : 21_RP=rapport.pdf. Peut être répété ; par défaut, celles du dossier
    #[arg(long = "annexe", value_name = "FICHIER", conflicts_with = "sans_annexe")]
    pub(crate) annexes: Vec<PathBuf>,
    /// N’envoie que l’acte
    #[arg(long)]
    pub(crate) sans_annexe: bool,
    /// Dépôt à plat : les PDF et leurs métadonnées, pour un opérateur qui fait l’enveloppe
    #[arg(long, conflicts_with = "annulation")]
    pub(crate) depot: bool,
    /// Annule la transmission d’un acte déjà envoyé (message 6-1)
    #[arg(long)]
    pub(crate) annulation: bool,
    /// Pour la plate-forme d’essai de la préfecture
    #[arg(long)]
    pub(crate) essai: bool,
    /// Dossier où écrire ; par défaut, « transmission » dans le dossier
    #[arg(long, short = 'o', value_name = "DOSSIER")]
    pub(crate) sortie: Option<PathBuf>,
    /// Liste les matières de la classification
    #[arg(long, conflicts_with = "dossier")]
    pub(crate) matieres: bool,
    /// Liste les types de pièces de la classification
    #[arg(long, conflicts_with_all = ["dossier", "matieres"])]
    pub(crate) types_piece: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Accuse {
    /// Messages reçus : accusés de réception (1-2, 6-2), anomalies (1-3, ANO_EACT)
    #[arg(value_name = "FICHIER", required = true)]
    pub(crate) fichiers: Vec<PathBuf>,
    /// Dossier de l’acte, ou dossier qui contient les actes ; par défaut, le dossier courant
    #[arg(long, value_name = "DOSSIER", default_value = ".", hide_default_value = true)]
    pub(crate) acte: PathBuf,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Publier {
    /// Dossier de l’acte, ou dossier qui contient les actes
    #[arg(value_name = "DOSSIER")]
    pub(crate) dossier: Option<PathBuf>,
    /// Format voulu : scdl, subventions, akn, json, xlsx ou csv ; tous par défaut. Peut être répété
    #[arg(long = "format", value_name = "FORMAT", hide_possible_values = true)]
    pub(crate) formats: Vec<FormatPublication>,
    /// Fichier SCDL auquel ajouter les délibérations ; par défaut, deliberations.csv dans le dossier de sortie
    #[arg(long, value_name = "FICHIER")]
    pub(crate) fichier: Option<PathBuf>,
    /// Fichier SCDL auquel ajouter les subventions ; par défaut, subventions.csv dans le dossier de sortie
    #[arg(long, value_name = "FICHIER")]
    pub(crate) fichier_subventions: Option<PathBuf>,
    /// Dossier où écrire ; par défaut, « publication » dans le dossier
    #[arg(long, short = 'o', value_name = "DOSSIER")]
    pub(crate) sortie: Option<PathBuf>,
    /// Écrit le schéma du format json
    #[arg(long, conflicts_with = "dossier")]
    pub(crate) schema: bool,
}

#[cfg(feature = "pdf")]
#[derive(Debug, ClapArgs)]
pub(crate) struct Sceller {
    /// Dossier de l’acte, ou de la séance
    #[arg(value_name = "DOSSIER")]
    pub(crate) dossier: PathBuf,
    /// Norme des PDF : a-2a (par défaut, avec ua-1), a-3a…
    #[arg(long, value_name = "NORME")]
    pub(crate) norme: Option<String>,
    /// Dossier où écrire les PDF ; par défaut, « scelle » dans le dossier
    #[arg(long, short = 'o', value_name = "DOSSIER")]
    pub(crate) sortie: Option<PathBuf>,
    /// Remplace un sceau qui dit autre chose
    #[arg(long)]
    pub(crate) remplacer: bool,
}

#[cfg(feature = "pdf")]
#[derive(Debug, ClapArgs)]
pub(crate) struct Authentifier {
    /// Dossier scellé, ou PDF
    #[arg(value_name = "DOSSIER OU PDF")]
    pub(crate) objet: PathBuf,
    /// Sceau ; par défaut, celui du dossier, ou celui qui est à côté du PDF
    #[arg(long, value_name = "FICHIER")]
    pub(crate) sceau: Option<PathBuf>,
    /// Format : texte (par défaut) ou json
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "texte",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) format: FormatConstats,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Extraire {
    /// PDF produit par Délibéré
    #[arg(value_name = "FICHIER")]
    pub(crate) fichier: PathBuf,
    /// Dossier à créer ; par défaut, à côté du PDF et de même nom
    #[arg(long, short = 'o', value_name = "DOSSIER")]
    pub(crate) sortie: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Nouveau {
    /// Dossier à créer
    #[arg(value_name = "DOSSIER")]
    pub(crate) dossier: PathBuf,
    /// Modèle : simple (par défaut), une délibération en articles ; programme, avec fiches et budget ; seance, avec ses actes
    #[arg(
        long,
        value_name = "MODELE",
        default_value = "simple",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(crate) modele: ModeleNouveau,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Schema {
    /// Fichier décrit : collectivite, assemblee, seance, deliberation, programme, fiche, budget ou vie ; tous avec --sortie
    #[arg(value_name = "FICHIER")]
    pub(crate) fichier: Option<String>,
    /// Dossier où écrire un schéma par fichier
    #[arg(long, short = 'o', value_name = "DOSSIER", conflicts_with = "fichier")]
    pub(crate) sortie: Option<PathBuf>,
    /// Écrit la référence du guide
    #[arg(long, hide = true, conflicts_with_all = ["fichier", "sortie"])]
    pub(crate) guide: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct Completion {
    /// Interpréteur : bash, zsh, fish, elvish ou powershell
    #[arg(value_name = "INTERPRETEUR", hide_possible_values = true)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatRendu {
    Pdf,
    Png,
    Svg,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatPublication {
    Scdl,
    Subventions,
    Akn,
    Json,
    Xlsx,
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaActes {
    V1,
    V2,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatConstats {
    Texte,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatComparaison {
    Texte,
    Json,
    Pdf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatConsolidation {
    Dossier,
    Pdf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FormatVerification {
    Texte,
    Json,
    Sarif,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Gravite {
    Erreur,
    Avertissement,
    Information,
}

impl From<Gravite> for Severite {
    fn from(gravite: Gravite) -> Self {
        match gravite {
            Gravite::Erreur => Self::Erreur,
            Gravite::Avertissement => Self::Avertissement,
            Gravite::Information => Self::Information,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ModeleNouveau {
    Simple,
    Programme,
    Seance,
}
