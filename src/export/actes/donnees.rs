//! What a message and its envelope say, gathered from the dossier with everything it lacks.

use chrono::NaiveDate;

use super::paquet::Envoi;
use crate::check::Controle;
use crate::compute;
use crate::droit::{self, Classification};
use crate::export::constat::{absent, changed, refused};
use crate::model::{
    CodeDepartement, Constat, Courriel, Dossier, Etat, Identifiant, Lieu, Matiere, NatureActe,
    NatureEtape, Referent, Siren,
};

/// The longest object that every operator takes, in characters; the schema takes one more.
const MAX_OBJET: usize = 499;

const COLLECTIVITE: &str = "collectivite.toml";
const DELIBERATION: &str = "deliberation.toml";

/// What the message of an act says.
#[derive(Debug, Clone)]
pub(super) struct Donnees {
    pub(super) identifiant: Identifiant,
    pub(super) nature: NatureActe,
    pub(super) matiere: Matiere,
    pub(super) objet: String,
    pub(super) remplace: Option<Identifiant>,
    pub(super) classification: NaiveDate,
    pub(super) papier: bool,
}

/// What an envelope says of who sends it.
#[derive(Debug, Clone)]
pub(super) struct Emetteur {
    pub(super) siren: Siren,
    pub(super) departement: CodeDepartement,
    pub(super) arrondissement: u8,
    pub(super) nature: u8,
    pub(super) trigramme: String,
    pub(super) referent: Referent,
    pub(super) adresses_retour: Vec<Courriel>,
}

/// The classification of a transmission: the one that is given, else that of the program.
pub(super) fn nomenclature(envoi: &Envoi) -> &Classification {
    envoi.classification.as_ref().unwrap_or_else(|| droit::classification())
}

/// The identifier of an act, and what is missing for it.
pub(super) fn identifiant(
    controle: &Controle<Dossier>,
    out: &mut Vec<Constat>,
) -> Option<Identifiant> {
    let dossier = controle.sujet();
    let c = &dossier.collectivite;
    if c.siren.is_none() {
        out.push(absent(
            COLLECTIVITE,
            "",
            "il manque le numéro SIREN de la collectivité, que la préfecture demande",
            "ajoutez en tête du fichier : siren = \"…\", les neuf chiffres de l’avis de situation de l’INSEE",
        ));
    }
    if c.code_departement.is_none() {
        out.push(absent(
            COLLECTIVITE,
            "",
            "il manque le code du département, que la préfecture demande",
            "ajoutez en tête du fichier : code_departement = \"14\"",
        ));
    }
    let numero = dossier.deliberation.numero.transmis.as_deref();
    let good = numero.filter(|n| Identifiant::is_numero(n));
    if good.is_none() {
        let message = match numero {
            Some(n) => format!("la préfecture refuse le numéro transmis « {n} »"),
            None => format!(
                "aucun numéro transmis ne se déduit de « {} »",
                dossier.deliberation.numero.affiche
            ),
        };
        let chemin = if numero.is_some() { "numero_transmis" } else { "numero" };
        out.push(refused(
            Lieu::new(DELIBERATION, chemin),
            message,
            "donnez numero_transmis : capitales, chiffres et « _ », 15 signes au plus, une lettre ou un chiffre au début et à la fin",
        ));
    }
    Some(Identifiant::new(
        c.code_departement.as_ref()?,
        c.siren?,
        dossier.seance.date,
        good?,
        dossier.deliberation.transmission.nature,
    ))
}

/// What the message of an act says, or everything that forbids it.
pub(super) fn donnees(
    controle: &Controle<Dossier>,
    envoi: &Envoi,
    out: &mut Vec<Constat>,
) -> Option<Donnees> {
    let dossier = controle.sujet();
    let d = &dossier.deliberation;
    let identifiant = identifiant(controle, out);
    if controle.comptes().etat == Etat::Projet {
        out.push(refused(
            Lieu::new(DELIBERATION, "etat"),
            "l’acte est encore un projet : seul un acte voté se transmet",
            "notez le vote, ou écrivez etat = \"adoptee\"",
        ));
    }
    if let Some(id) = identifiant.as_ref().map(ToString::to_string)
        && dossier.vie.etapes.iter().any(|e| {
            e.nature == NatureEtape::TransmissionAnnulee
                && e.preuve.as_ref().is_some_and(|p| p.contains(&id))
        })
    {
        out.push(refused(
            Lieu::new(DELIBERATION, "numero"),
            format!("la transmission de {id} a été annulée : ce numéro ne peut plus servir"),
            "donnez un autre numéro à cette transmission : numero_transmis = \"…\"",
        ));
    }
    if let Some((nature, date)) = compute::parcours(dossier, controle.comptes().etat).fin
        && envoi.jour >= date
    {
        out.push(refused(
            Lieu::new("vie.toml", "etapes"),
            format!(
                "l’acte n’est plus : sa vie note « {} », le {}",
                nature.nom(),
                date.format("%d/%m/%Y")
            ),
            "il ne se transmet plus ; l’acte qui le retire ou l’abroge se transmet, lui",
        ));
    }
    if envoi.jour < dossier.seance.date {
        out.push(refused(
            Lieu::new("seance.toml", "date"),
            format!("l’envoi du {} précède la séance", envoi.jour.format("%d/%m/%Y")),
            "donnez le jour de l’envoi avec --envoi, ou corrigez la date de la séance",
        ));
    }
    let classification = nomenclature(envoi);
    match &d.matiere {
        None => out.push(absent(
            DELIBERATION,
            "",
            "il manque la matière de l’acte, que la préfecture demande",
            "ajoutez en tête du fichier : matiere = \"7.4\" ; « delibere transmettre --matieres » en donne la liste",
        )),
        Some(m) => {
            let known = classification.libelle(m).is_some();
            let detailed = m.niveaux().len() > 2;
            if !known {
                let aide = if detailed && classification.libelle(&m.nationale()).is_some() {
                    "au-delà de deux nombres, les matières sont propres à la préfecture : donnez son fichier avec --classification, ou gardez les deux premiers"
                } else {
                    "« delibere transmettre --matieres » donne la liste"
                };
                out.push(refused(
                    Lieu::new(DELIBERATION, "matiere"),
                    format!("la classification du {} n’a pas de matière {m}", classification.date.format("%d/%m/%Y")),
                    aide,
                ));
            }
        }
    }
    let (objet, cut) = objet(&d.objet);
    if cut {
        out.push(changed(
            Lieu::new(DELIBERATION, "objet"),
            format!("l’objet dépasse {MAX_OBJET} signes : la préfecture n’en recevra que le début"),
            "raccourcissez-le si la fin compte",
        ));
    }
    let remplace = d.transmission.remplace.as_ref().and_then(|texte| match texte.parse() {
        Ok(id) => Some(id),
        Err(error) => {
            let error: super::IdentifiantError = error;
            let lieu = Lieu::new(DELIBERATION, "transmission.remplace");
            out.push(refused(
                lieu,
                error.to_string(),
                "recopiez-le depuis son accusé de réception",
            ));
            None
        }
    });
    let declared = dossier.collectivite.teletransmission.as_ref().and_then(|t| t.classification);
    Some(Donnees {
        identifiant: identifiant?,
        nature: d.transmission.nature,
        matiere: d.matiere.clone()?,
        objet,
        remplace,
        classification: match &envoi.classification {
            Some(given) => given.date,
            None => declared.unwrap_or(classification.date),
        },
        papier: d.transmission.papier,
    })
}

/// The object in one line, and whether it had to be cut at a word.
fn objet(segments: &[String]) -> (String, bool) {
    let whole = segments.join(" – ");
    let words: Vec<&str> = whole.split([' ', '\t', '\n', '\r']).filter(|w| !w.is_empty()).collect();
    let whole = words.join(" ");
    if whole.chars().count() <= MAX_OBJET {
        return (whole, false);
    }
    let head: String = whole.chars().take(MAX_OBJET - 1).collect();
    let head = head.rsplit_once(' ').map_or(head.as_str(), |(words, _)| words);
    (format!("{head}…"), true)
}

/// What an envelope says of who sends it, or everything that is missing for it.
pub(super) fn emetteur(controle: &Controle<Dossier>, out: &mut Vec<Constat>) -> Option<Emetteur> {
    let c = &controle.sujet().collectivite;
    let Some(t) = &c.teletransmission else {
        out.push(absent(
            COLLECTIVITE,
            "",
            "il manque [teletransmission], que l’enveloppe de la préfecture demande",
            "ajoutez [teletransmission] avec arrondissement, trigramme et adresses_retour ; ou faites seulement le dépôt à plat, avec --depot, si l’opérateur fait l’enveloppe",
        ));
        return None;
    };
    let nature = t.nature.or_else(|| droit::nature_collectivite(c.genre));
    if nature.is_none() {
        out.push(absent(
            COLLECTIVITE,
            "teletransmission",
            "il manque le code de la nature de la collectivité, que l’enveloppe demande",
            "ajoutez nature = 42, par exemple, pour un syndicat mixte ouvert ; l’opérateur donne la liste",
        ));
    }
    if t.trigramme.is_none() {
        out.push(absent(
            COLLECTIVITE,
            "teletransmission",
            "il manque le trigramme de l’opérateur, par lequel commence le nom de l’archive",
            "ajoutez trigramme = \"…\", que l’opérateur donne",
        ));
    }
    if t.adresses_retour.is_empty() {
        out.push(absent(
            COLLECTIVITE,
            "teletransmission",
            "il manque le courriel où revient l’accusé de réception",
            "ajoutez adresses_retour = [\"mairie@exemple.fr\"]",
        ));
    }
    (!t.adresses_retour.is_empty()).then_some(())?;
    Some(Emetteur {
        siren: c.siren?,
        departement: c.code_departement.clone()?,
        arrondissement: t.arrondissement,
        nature: nature?,
        trigramme: t.trigramme.clone()?,
        referent: t.referent.clone(),
        adresses_retour: t.adresses_retour.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_is_cut_at_a_word() {
        let short = objet(&["Finances".to_owned(), "Tarifs\n de la  cantine".to_owned()]);
        assert_eq!(short, ("Finances – Tarifs de la cantine".to_owned(), false));
        let (long, cut) = objet(&["œuvre ".repeat(100)]);
        assert!(cut && long.ends_with("œuvre…") && long.chars().count() <= MAX_OBJET, "{long}");
        let (word, cut) = objet(&["é".repeat(600)]);
        assert!(cut && word.chars().count() == MAX_OBJET);
    }
}
