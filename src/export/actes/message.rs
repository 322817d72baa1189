//! The messages: the transmission of an act (1-1), its annulment (6-1), the envelope.
//!
//! Every tag of the schema `actesv1_1.xsd` that is written is here.

use chrono::NaiveDate;

use super::donnees::{Donnees, Emetteur};
use super::latin1;
use crate::droit::Generation;
use crate::model::Identifiant;

const ESPACES: &str = "xmlns:actes=\"http://www.interieur.gouv.fr/ACTES#v1.1-20040216\" \
     xmlns:insee=\"http://xml.insee.fr/schema\" \
     xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
     xsi:schemaLocation=\"http://www.interieur.gouv.fr/ACTES#v1.1-20040216 actesv1_1.xsd\"";

/// A message as it is written.
struct Xml(Vec<u8>);

impl Xml {
    fn new(racine: &str, attributs: &[(&str, &str)]) -> Self {
        let mut xml = Self(b"<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n".to_vec());
        xml.raw(&format!("<actes:{racine} {ESPACES}"));
        xml.attributs(attributs);
        xml
    }

    fn raw(&mut self, signes: &str) {
        self.0.extend(signes.bytes());
    }

    fn attributs(&mut self, attributs: &[(&str, &str)]) {
        for (nom, valeur) in attributs {
            self.raw(&format!(" {nom}=\""));
            latin1::escape(valeur, &mut self.0);
            self.raw("\"");
        }
    }

    fn vide(&mut self, retrait: usize, nom: &str, attributs: &[(&str, &str)]) {
        self.raw(&format!("{:retrait$}<actes:{nom}", ""));
        self.attributs(attributs);
        self.raw("/>\n");
    }

    fn texte(&mut self, retrait: usize, nom: &str, valeur: &str) {
        self.raw(&format!("{:retrait$}<actes:{nom}>", ""));
        latin1::escape(valeur, &mut self.0);
        self.raw(&format!("</actes:{nom}>\n"));
    }

    fn ouvre(&mut self, retrait: usize, nom: &str, attributs: &[(&str, &str)]) {
        self.raw(&format!("{:retrait$}<actes:{nom}", ""));
        self.attributs(attributs);
        self.raw(">\n");
    }

    fn ferme(&mut self, retrait: usize, nom: &str) {
        self.raw(&format!("{:retrait$}</actes:{nom}>\n", ""));
    }
}

/// The message 1-1; `pieces` are the names of the files, the act first.
pub(super) fn acte(donnees: &Donnees, pieces: &[String], generation: Generation) -> Vec<u8> {
    let date = donnees.identifiant.date.to_string();
    let nature = donnees.nature.code().to_string();
    let mut xml = Xml::new(
        "Acte",
        &[
            ("actes:Date", &date),
            ("actes:NumeroInterne", &donnees.identifiant.numero),
            ("actes:CodeNatureActe", &nature),
        ],
    );
    xml.raw(">\n");
    for (i, niveau) in donnees.matiere.niveaux().iter().enumerate() {
        let code = niveau.to_string();
        xml.vide(1, &format!("CodeMatiere{}", i + 1), &[("actes:CodeMatiere", &code)]);
    }
    xml.texte(1, "Objet", &donnees.objet);
    if let Some(remplace) = &donnees.remplace {
        xml.vide(1, "PrecedentIdentifiantActe", &[("actes:IDActe", &remplace.to_string())]);
    }
    xml.texte(1, "ClassificationDateVersion", &donnees.classification.to_string());
    let (document, annexes) = pieces.split_first().map_or(("", pieces), |(d, a)| (d.as_str(), a));
    fichier(&mut xml, 1, "Document", document);
    let nombre = annexes.len().to_string();
    if annexes.is_empty() {
        xml.vide(1, "Annexes", &[("actes:Nombre", &nombre)]);
    } else {
        xml.ouvre(1, "Annexes", &[("actes:Nombre", &nombre)]);
        for annexe in annexes {
            fichier(&mut xml, 2, "Annexe", annexe);
        }
        xml.ferme(1, "Annexes");
    }
    if generation == Generation::V2 {
        xml.texte(1, "DocumentPapier", if donnees.papier { "O" } else { "N" });
    }
    xml.raw("</actes:Acte>\n");
    xml.0
}

fn fichier(xml: &mut Xml, retrait: usize, nom: &str, fichier: &str) {
    xml.ouvre(retrait, nom, &[]);
    xml.texte(retrait + 1, "NomFichier", fichier);
    xml.ferme(retrait, nom);
}

/// The message 6-1.
pub(super) fn annulation(identifiant: &Identifiant) -> Vec<u8> {
    let mut xml = Xml::new("Annulation", &[("actes:IDActe", &identifiant.to_string())]);
    xml.raw("/>\n");
    xml.0
}

/// The envelope of one message.
pub(super) fn enveloppe(emetteur: &Emetteur, message: &str) -> Vec<u8> {
    let mut xml = Xml::new("EnveloppeCLMISILL", &[]);
    xml.raw(">\n");
    xml.ouvre(1, "Emetteur", &[]);
    xml.vide(
        2,
        "IDCL",
        &[
            ("insee:SIREN", &emetteur.siren.to_string()),
            ("actes:Departement", &emetteur.departement.to_string()),
            ("actes:Arrondissement", &emetteur.arrondissement.to_string()),
            ("actes:Nature", &emetteur.nature.to_string()),
        ],
    );
    let r = &emetteur.referent;
    if r.nom.is_some() || r.telephone.is_some() || r.courriel.is_some() {
        xml.ouvre(2, "Referent", &[]);
        for (nom, valeur) in [
            ("Nom", r.nom.clone()),
            ("Telephone", r.telephone.clone()),
            ("Email", r.courriel.as_ref().map(ToString::to_string)),
        ] {
            if let Some(valeur) = valeur {
                xml.texte(3, nom, &valeur);
            }
        }
        xml.ferme(2, "Referent");
    }
    xml.ferme(1, "Emetteur");
    xml.ouvre(1, "AdressesRetour", &[]);
    for adresse in &emetteur.adresses_retour {
        xml.texte(2, "Email", &adresse.to_string());
    }
    xml.ferme(1, "AdressesRetour");
    xml.ouvre(1, "FormulairesEnvoyes", &[]);
    fichier(&mut xml, 2, "Formulaire", message);
    xml.ferme(1, "FormulairesEnvoyes");
    xml.raw("</actes:EnveloppeCLMISILL>\n");
    xml.0
}

/// The name of an envelope, and that of its archive with the letters of the operator.
pub(super) fn noms(
    emetteur: &Emetteur,
    jour: NaiveDate,
    rang: u32,
    essai: bool,
) -> (String, String) {
    let application = if essai { "TACT" } else { "EACT" };
    let racine = format!("{application}--{}--{}-{rang}", emetteur.siren, jour.format("%Y%m%d"));
    (format!("{racine}.xml"), format!("{}-{racine}.tar.gz", emetteur.trigramme))
}
