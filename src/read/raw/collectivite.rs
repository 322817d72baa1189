//! `collectivite.toml`.

use chrono::NaiveDate;

use super::super::forme::{ChoixGenre, ChoixPolice, ChoixPublicite, forme};
use super::verifications::Verifications;

forme! {
    /// La collectivité qui délibère, et l’aspect de ses documents.
    pub struct Collectivite {
        /// Nom imprimé : « Caen la mer ».
        nom: String,
        /// Catégorie juridique.
        genre: ChoixGenre,
        /// Numéro SIREN, neuf chiffres ; sa clé est contrôlée.
        siren: Option<String>,
        /// Numéro SIRET du siège, quatorze chiffres, pour les données ouvertes ; sa clé est contrôlée.
        siret: Option<String>,
        /// Département, en toutes lettres : « Calvados ».
        departement: Option<String>,
        /// Code du département : « 14 », « 2A », « 974 ».
        code_departement: Option<String>,
        /// Nombre d’habitants ; des délais et des modes de publicité en dépendent (seuils de 3 500 et de 50 000 habitants).
        population: Option<i64>,
        /// Pour un groupement, `true` s’il compte au moins une commune de 3 500 habitants et plus.
        commune_3500: Option<bool>,
        /// Mode de publicité des actes que l’assemblée a choisi par délibération, pour une commune de moins de 3 500 habitants ou un syndicat.
        publicite: Option<ChoixPublicite>,
        /// Adresse postale, une ligne par élément.
        adresse: Vec<String>,
        /// Nom de l’assemblée dans une phrase : « conseil communautaire ». Par défaut, le nom usuel de la catégorie.
        assemblee: Option<String>,
        /// L’exécutif, qui signe les actes.
        executif: Executif,
        /// La numérotation des actes ; sans elle, chaque acte porte son numéro.
        numerotation: Option<Numerotation>,
        /// Ce que la préfecture doit savoir de la collectivité, pour « delibere transmettre ».
        teletransmission: Option<Teletransmission>,
        /// Le logo, avec son texte de remplacement.
        logo: Option<Logo>,
        /// L’aspect des documents.
        theme: Option<Theme>,
        /// Ce que la vérification laisse de côté par habitude, pour tous les actes ; une erreur ne s’ignore pas ici.
        verifications: Option<Verifications>,
    }
}

forme! {
    /// L’exécutif de la collectivité.
    pub struct Executif {
        /// Qualité imprimée au-dessus de la signature : « Le président », « Le maire ».
        qualite: String,
        /// Prénom.
        prenom: Option<String>,
        /// Nom, dans la casse voulue : « DURON ».
        nom: Option<String>,
    }
}

forme! {
    /// Ce que la préfecture doit savoir de la collectivité.
    pub struct Teletransmission {
        /// Numéro de l’arrondissement dans le département, un chiffre.
        arrondissement: i64,
        /// Code de la nature de la collectivité, deux chiffres (31 commune, 46 communauté d’agglomération…), si ce n’est pas celui de sa catégorie.
        nature: Option<i64>,
        /// Préfecture ou sous-préfecture qui reçoit les actes : « PREF014 ».
        prefecture: Option<String>,
        /// Trois lettres de l’opérateur de télétransmission, en tête du nom des archives.
        trigramme: Option<String>,
        /// Personne ou service que la préfecture peut joindre.
        referent: Option<String>,
        /// Téléphone de ce référent.
        telephone: Option<String>,
        /// Courriel de ce référent.
        courriel: Option<String>,
        /// Courriels où revient l’accusé de réception ; l’enveloppe en veut au moins un.
        adresses_retour: Vec<String>,
        /// Date de la classification en vigueur à la préfecture, si ce n’est pas celle du programme.
        classification: Option<NaiveDate>,
    }
}

forme! {
    /// Un logo.
    pub struct Logo {
        /// Fichier PNG, JPEG ou SVG, dans le dossier de la collectivité.
        fichier: String,
        /// Texte de remplacement, lu par un lecteur d’écran : « Logo de Caen la mer ».
        alternative: String,
    }
}

forme! {
    /// L’aspect des documents.
    pub struct Theme {
        /// Couleur des titres et des filets : `#1b3a5c`. Elle doit rester lisible sur du blanc.
        couleur: Option<String>,
        /// Couleur de fond des en-têtes de tableau, claire : `#eaeff4`.
        couleur_fond: Option<String>,
        /// Famille de caractères du texte courant.
        police_texte: Option<ChoixPolice>,
        /// Famille de caractères des titres et des tableaux.
        police_titres: Option<ChoixPolice>,
        /// Marges de la page.
        marges: Option<Marges>,
        /// Texte en haut des pages, à droite ; le numéro de l’acte est à gauche.
        entete: Option<String>,
        /// Texte en bas des pages ; par défaut, le nom de la collectivité.
        pied: Option<String>,
        /// « RÉPUBLIQUE FRANÇAISE » en tête de la première page (`true` par défaut).
        republique: Option<bool>,
        /// Les formules des documents de séance.
        formules: Option<Formules>,
    }
}

forme! {
    /// La numérotation des actes. Les variables sont `{AAAA}`, `{AA}`, `{MM}`, `{JJ}`, `{RANG}` (rang de la séance dans l’année) et `{ORDRE}` (ordre de l’acte) ; `{ORDRE:03}` l’écrit sur trois chiffres.
    pub struct Numerotation {
        /// Numéro imprimé : `C-{AA}-{RANG:02}-{ORDRE:02}`.
        modele: String,
        /// Numéro transmis à la préfecture, s’il ne se déduit pas du numéro imprimé.
        transmis: Option<String>,
    }
}

forme! {
    /// Les formules que la loi ne fixe pas. Une variable s’écrit entre accolades : `{assemblee}`, `{collectivite}`, `{date}`, `{date_lettres}`, `{heure}`, `{heure_fin}`, `{lieu}`, `{convocation}`, `{president}`.
    pub struct Formules {
        /// Corps de la convocation.
        convocation: Option<String>,
        /// Fin de la convocation, avant la signature.
        politesse: Option<String>,
        /// Ouverture d’un extrait du registre et du procès-verbal.
        ouverture: Option<String>,
        /// Ce qui suit le vote : « Fait et délibéré en séance, les jour, mois et an susdits. »
        delibere: Option<String>,
        /// Ce qui certifie un extrait : « Pour extrait conforme ».
        conforme: Option<String>,
        /// Clôture du procès-verbal.
        cloture: Option<String>,
        /// Voies et délais de recours, imprimés au bas des actes ; rien par défaut.
        recours: Option<String>,
        /// Base des votes telle qu’elle est imprimée : « des suffrages exprimés ».
        base_vote: Option<String>,
    }
}

forme! {
    /// Les marges de la page, en millimètres, de 10 à 60.
    pub struct Marges {
        /// Marge du haut (25 par défaut).
        haut: Option<i64>,
        /// Marge du bas (22 par défaut).
        bas: Option<i64>,
        /// Marge de gauche (25 par défaut).
        gauche: Option<i64>,
        /// Marge de droite (22 par défaut).
        droite: Option<i64>,
    }
}
