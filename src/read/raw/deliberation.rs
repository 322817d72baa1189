//! `deliberation.toml`.

use chrono::NaiveDate;

use crate::model::Montant;

use super::super::forme::{
    ChoixConsiderant, ChoixEffet, ChoixEtat, ChoixForme, ChoixModeTransmission, ChoixNatureActe,
    ChoixNatureSubvention, ChoixPiece, ChoixPortee, ChoixPublicite, ChoixVisa, Markdown, Segments,
    forme,
};

use super::verifications::Verifications;
use super::vote::Vote;

forme! {
    /// L’acte : son objet, ses motifs, ce qu’il décide.
    pub struct Deliberation {
        /// Numéro imprimé, tel que la collectivité l’écrit : « C-12-05-01 ». Obligatoire, sauf si la numérotation de la collectivité et l’ordre du jour de la séance le donnent.
        numero: Option<String>,
        /// Numéro transmis à la préfecture, en capitales, chiffres et `_`, 15 signes au plus ; par défaut, il se déduit du numéro imprimé : `C_12_05_01`.
        numero_transmis: Option<String>,
        /// `projet` avant le vote, `adoptee` ou `rejetee` après. Par défaut, le vote le dit ; sans vote, c’est un projet.
        etat: Option<ChoixEtat>,
        /// Jour auquel ce dossier est une version consolidée, écrite par `delibere consolider` : ce n’est pas un acte, et ses documents le disent.
        consolidee: Option<NaiveDate>,
        /// Objet, du général au particulier, un segment par élément ; ils sont imprimés séparés par des tirets.
        objet: Segments,
        /// Portée de l’acte, qui décide de sa publicité : `reglementaire`, `individuelle` (il est notifié à ceux qu’il nomme) ou `autre`.
        portee: Option<ChoixPortee>,
        /// Rapporteur : « M. Untel, vice-président ».
        rapporteur: Option<String>,
        /// Exposé des motifs, en Markdown. Une ligne `{orientations}` ou `{actions}` y imprime la liste du programme.
        expose: Option<Markdown>,
        /// Fichier Markdown qui porte l’exposé, à la place de `expose`.
        expose_fichier: Option<String>,
        /// Visas, dans l’ordre imprimé.
        visas: Vec<Visa>,
        /// Considérants, dans l’ordre imprimé.
        considerants: Vec<Considerant>,
        /// Formule qui ouvre le dispositif. Par défaut : « Le conseil communautaire, après en avoir délibéré : ».
        formule: Option<String>,
        /// Décisions en verbes : DÉCLARE, AUTORISE… Un acte a des décisions ou des articles, jamais les deux.
        decisions: Vec<Decision>,
        /// Décisions en articles numérotés.
        articles: Vec<Article>,
        /// Signature, si ce n’est pas celle de l’exécutif de la collectivité.
        signature: Option<Signature>,
        /// Mentions de transmission, de publication et de caractère exécutoire.
        mentions: Option<Mentions>,
        /// Matière de l’acte dans la classification de la préfecture : « 7.4 ». Les deux premiers nombres sont nationaux.
        matiere: Option<String>,
        /// Ce que la préfecture doit savoir de l’acte, s’il n’est pas une délibération ordinaire.
        transmission: Option<Transmission>,
        /// Le vote de l’assemblée.
        vote: Option<Vote>,
        /// Subventions que l’acte attribue, une table par bénéficiaire. Une ligne `{subventions}` en imprime le tableau dans un texte de l’acte, et « delibere publier » en fait les données ouvertes.
        subventions: Vec<Subvention>,
        /// Annexes, dans l’ordre. Sans aucune, le document d’orientation, les fiches et le budget que le dossier contient sont annexés.
        annexes: Vec<Annexe>,
        /// Actes antérieurs que celui-ci modifie, remplace, abroge ou rectifie.
        actes_anterieurs: Vec<ActeAnterieur>,
        /// Ce que le programme rédige d’un acte qui en modifie un autre. La table peut être vide.
        redaction: Option<Redaction>,
        /// Ce que la vérification de cet acte laisse de côté.
        verifications: Option<Verifications>,
    }
}

forme! {
    /// Un texte ou un avis sur lequel l’acte s’appuie.
    pub struct Visa {
        /// Ce qui est visé.
        nature: ChoixVisa,
        /// Ce qui suit « VU », sans la virgule finale, en Markdown.
        texte: Markdown,
        /// Date de ce qui est visé.
        date: Option<NaiveDate>,
        /// Numéro de ce qui est visé.
        numero: Option<String>,
        /// Instance qui a donné l’avis.
        instance: Option<String>,
    }
}

forme! {
    /// Un motif de droit ou de fait.
    pub struct Considerant {
        /// Mot qui l’ouvre (`considerant` par défaut).
        nature: Option<ChoixConsiderant>,
        /// Ce qui suit ce mot, sans la virgule finale, en Markdown.
        texte: Markdown,
    }
}

forme! {
    /// Une décision.
    pub struct Decision {
        /// Verbe, tel qu’il est imprimé : « DÉCLARE », « décide », « approuver ».
        verbe: String,
        /// Ce qui suit le verbe, en Markdown ; une ligne `{actions}` y imprime les actions déclarées du programme.
        texte: Markdown,
    }
}

forme! {
    /// Un article du dispositif.
    pub struct Article {
        /// Numéro imprimé. Par défaut : « Article 1er », « Article 2 »… ou « Article unique » s’il est seul.
        numero: Option<String>,
        /// Titre imprimé après le numéro.
        titre: Option<String>,
        /// Texte, en Markdown.
        texte: Markdown,
    }
}

forme! {
    /// La signature de l’acte.
    pub struct Signature {
        /// Lieu : « Fait à Caen ».
        lieu: Option<String>,
        /// Qualité imprimée : « Le président ».
        qualite: Option<String>,
        /// Prénom et nom imprimés.
        nom: Option<String>,
    }
}

forme! {
    /// Ce que l’acte devient après le vote ; une date absente laisse un blanc à remplir.
    pub struct Mentions {
        /// Transmis à la préfecture le.
        transmission: Option<NaiveDate>,
        /// Reçu par la préfecture le : la date de l’accusé de réception.
        reception: Option<NaiveDate>,
        /// Affiché (avant le 1er juillet 2022) ou publié le.
        publication: Option<NaiveDate>,
        /// Exécutoire le.
        executoire: Option<NaiveDate>,
        /// Notifié à l’intéressé le, pour une décision individuelle.
        notification: Option<NaiveDate>,
        /// Dernier jour de publicité, s’il y a été mis fin.
        fin_publication: Option<NaiveDate>,
        /// Mode de publicité de cet acte.
        mode_publication: Option<ChoixPublicite>,
        /// Mode de transmission à la préfecture.
        mode_transmission: Option<ChoixModeTransmission>,
        /// Jour de l’insertion du dispositif dans une publication locale (interventions économiques, avant le 1er juillet 2022).
        insertion: Option<NaiveDate>,
        /// Jour de la publication au recueil des actes administratifs, ou de l’envoi aux communes membres (avant le 1er juillet 2022).
        recueil: Option<NaiveDate>,
    }
}

forme! {
    /// Ce que la préfecture doit savoir de l’acte.
    pub struct Transmission {
        /// Nature de l’acte (`deliberation` par défaut).
        nature: Option<ChoixNatureActe>,
        /// Type de la pièce principale ; par défaut, celui de sa nature : « 99_DE ».
        type_piece: Option<String>,
        /// `true` si une pièce part aussi sur papier.
        papier: Option<bool>,
        /// Acte déjà transmis que celui-ci modifie ou remplace : « 014-241400415-20121207-C_12_05_01-DE ».
        remplace: Option<String>,
    }
}

forme! {
    /// Une subvention et celui qui la reçoit.
    pub struct Subvention {
        /// Nom officiel du bénéficiaire : une association, une société, un organisme ; jamais une personne physique.
        beneficiaire: String,
        /// SIRET du bénéficiaire, quatorze chiffres. Les données ouvertes demandent le SIRET ou le RNA.
        siret: Option<String>,
        /// Numéro RNA de l’association : `W` et neuf chiffres.
        rna: Option<String>,
        /// Ce que la subvention permet de faire ; par défaut, l’objet de l’acte.
        objet: Option<String>,
        /// Montant de la subvention ; avant partage, si `part` en donne une partie.
        montant: Montant,
        /// `numeraire` (par défaut), `en-nature` ou `mixte`.
        nature: Option<ChoixNatureSubvention>,
        /// Part de ce bénéficiaire, en centièmes du montant, si plusieurs la reçoivent ensemble : `45` (100 par défaut).
        part: Option<i64>,
        /// Jour de la convention ; par défaut, celui de la séance.
        convention: Option<NaiveDate>,
        /// Conditions de versement, en quelques mots ; par défaut, « unique » ou « échelonné » selon les jours de versement.
        conditions: Option<String>,
        /// Jour du versement, ou premier jour de la période où elle est versée. Les données ouvertes le demandent.
        versement: Option<NaiveDate>,
        /// Dernier jour de cette période.
        versement_fin: Option<NaiveDate>,
        /// `true` pour une aide *de minimis* du droit européen.
        minimis: Option<bool>,
    }
}

forme! {
    /// Une annexe de l’acte.
    pub struct Annexe {
        /// Ce que c’est : le budget, les fiches, le programme ou un autre texte.
        piece: ChoixPiece,
        /// Titre imprimé ; par défaut, celui de la pièce.
        titre: Option<String>,
        /// Type de la pièce dans la classification de la préfecture : « 21_RP ». Par défaut, celui de l’acte.
        type_piece: Option<String>,
        /// Fichier Markdown, pour `piece = "texte"`.
        fichier: Option<String>,
    }
}

forme! {
    /// Un acte antérieur, désigné par son numéro, sa date, son objet ou son dossier. L’acte qui le modifie porte tout le programme tel qu’il est après lui : ce qui change est calculé.
    pub struct ActeAnterieur {
        /// Ce qui lui est fait : `modifie` (par défaut), `remplace`, `abroge` ou `rectifie`.
        effet: Option<ChoixEffet>,
        /// Son numéro imprimé ; par défaut, celui de son dossier.
        numero: Option<String>,
        /// Jour de sa séance ; par défaut, celui de son dossier.
        date: Option<NaiveDate>,
        /// Quelques mots de son objet, s’il n’a pas de numéro.
        objet: Option<String>,
        /// Son dossier, depuis celui de cet acte : `../2012-12-07-ess`.
        dossier: Option<String>,
        /// Ce que cet acte rectifie du texte même de l’acte antérieur (`effet = "rectifie"`) : chaque texte corrigé, en entier. Ce qui a changé du programme, des fiches et du budget est trouvé sans cela.
        corrections: Vec<Correction>,
    }
}

forme! {
    /// Un texte de l’acte antérieur, tel qu’il faut le lire. Une seule des clés qui disent où : le programme trouve les mots changés, et rédige « au lieu de « … », lire « … » ».
    pub struct Correction {
        /// Segment de l’objet, de 1 à n.
        objet: Option<i64>,
        /// Paragraphe de l’exposé, de 1 à n.
        expose: Option<i64>,
        /// Visa, de 1 à n.
        visa: Option<i64>,
        /// Considérant, de 1 à n.
        considerant: Option<i64>,
        /// Décision, de 1 à n.
        decision: Option<i64>,
        /// Article, de 1 à n.
        article: Option<i64>,
        /// Le texte corrigé, en entier, en Markdown ; pour un visa ou une décision, ce qui suit le premier mot.
        lire: Markdown,
    }
}

forme! {
    /// Ce que le programme rédige d’après les deux états. Chaque clé reprend un paragraphe : ce qui y est écrit, en Markdown, est imprimé à sa place ; `""` le retire. Ce que l’acte écrit dans `expose` vient après le rappel, ses décisions ou ses articles après ceux qui sont rédigés.
    pub struct Redaction {
        /// `verbes` ou `articles` ; par défaut, comme ce que l’acte écrit lui-même, sinon comme l’acte antérieur.
        forme: Option<ChoixForme>,
        /// Exposé : ce qui avait été adopté.
        rappel: Option<Markdown>,
        /// Exposé : ce qui est proposé.
        proposition: Option<Markdown>,
        /// Exposé : le coût, avant et après.
        moyens: Option<Markdown>,
        /// Dispositif : ANNULE ET REMPLACE. Le verbe n’est pas repris : seulement ce qui le suit, ici et ci-dessous.
        annule: Option<Markdown>,
        /// Dispositif : ABROGE.
        abroge: Option<Markdown>,
        /// Dispositif : RECTIFIE l’erreur matérielle.
        rectifie: Option<Markdown>,
        /// Dispositif : MODIFIE la délibération.
        modifie: Option<Markdown>,
        /// Dispositif : PROLONGE le programme.
        prolonge: Option<Markdown>,
        /// Dispositif : AJOUTE des actions.
        ajoute: Option<Markdown>,
        /// Dispositif : SUPPRIME des actions.
        supprime: Option<Markdown>,
        /// Dispositif : DIT QUE des actions changent de numéro, de libellé ou de place.
        renumerote: Option<Markdown>,
        /// Dispositif : REMPLACE des fiches actions.
        remplace: Option<Markdown>,
        /// Dispositif : MODIFIE le calendrier.
        calendrier: Option<Markdown>,
        /// Dispositif : MODIFIE les orientations, le comité de pilotage ou le document d’orientation.
        document: Option<Markdown>,
        /// Dispositif : FIXE les nouveaux montants.
        fixe: Option<Markdown>,
        /// Dispositif : DIT QUE le reste est inchangé.
        inchange: Option<Markdown>,
    }
}
