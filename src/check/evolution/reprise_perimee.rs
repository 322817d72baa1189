//! A paragraph that the drafter wrote, and that no longer fits the two states.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Paragraphe, Severite};
use crate::redaction::evolution::{Cite, cites};

pub(in crate::check) static REPRISE_PERIMEE: Regle = Regle {
    code: "EVOL-02",
    nom: "reprise-perimee",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Dans un acte que le programme rédige (`[redaction]`), un paragraphe écrit à la main ne dit plus la même chose \
          que le budget ou le programme : il cite un montant que ni l’état d’avant, ni celui d’après, ni leur écart ne \
          portent ; une action dont le numéro n’existe dans aucun des deux ; ou il parle d’un changement qui n’a plus \
          lieu.\n\nLes montants comparés sont ceux des lignes, des totaux imprimés et des sommes, exercice par exercice et \
          pour toute la période.",
    exemple: Exemple {
        faux: "# le budget donne désormais 30 000 €\n[redaction]\nfixe = \"les crédits du forum à 25 000 € en 2014\"",
        juste: "[redaction]\nfixe = \"les crédits du forum à 30 000 € en 2014\"",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let at = |p: Paragraphe| Lieu::new("deliberation.toml", format!("redaction.{}", p.cle()));
    for cite in cites(dossier) {
        out.push(match cite {
            Cite::SansObjet(p) => regle
                .constat(at(p), format!("le paragraphe « {} » n’a plus d’objet", p.cle()))
                .au_plus(Severite::Avertissement)
                .etiquette("rien de tel ne change entre les deux actes")
                .aide("retirez cette clé, ou vérifiez le programme, les fiches et le budget de ce dossier"),
            Cite::Montant { paragraphe, ecrit, rang } => regle
                .constat(
                    at(paragraphe).mots(&*ecrit, rang),
                    format!("le montant « {ecrit} » ne se lit dans aucun des deux budgets"),
                )
                .etiquette("ni montant, ni somme, ni écart")
                .aide(
                    "corrigez ce montant ou budget.toml ; sans cette clé, le programme rédige le paragraphe lui-même",
                ),
            Cite::Action { paragraphe, ecrit, rang } => regle
                .constat(
                    at(paragraphe).mots(&*ecrit, rang),
                    format!("« {ecrit} » ne désigne aucune action, ni avant ni après"),
                )
                .etiquette("numéro inconnu des deux programmes")
                .aide("corrigez ce numéro, ou programme.toml"),
        });
    }
}
