//! What may be typed.

mod depart;
mod envoi;
mod evolution;
#[cfg(feature = "pdf")]
mod produire;
mod sceau;
mod verification;

use clap::{Parser, Subcommand};

pub(crate) use depart::{Completion, ModeleNouveau, Nouveau, Schema};
pub(crate) use envoi::{Accuse, FormatPublication, Publier, SchemaActes, Transmettre, Vie};
pub(crate) use evolution::{
    Comparer, Consolider, Evoluer, FormatComparaison, FormatConsolidation, Historique,
};
#[cfg(feature = "pdf")]
pub(crate) use produire::{FormatRendu, Produire, Registre, Rendu, Seance, Suivre};
pub(crate) use sceau::Extraire;
#[cfg(feature = "pdf")]
pub(crate) use sceau::{Authentifier, Sceller};
#[cfg(feature = "pdf")]
pub(crate) use verification::FormatConstats;
pub(crate) use verification::{Expliquer, FormatVerification, Verifier};

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
