//! A mention of the act that its ledger contradicts.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::{self, Comptes, parcours};
use crate::model::{Constat, Dossier, Lieu, Severite};
use crate::typographie::date::date_longue;

pub(in crate::check) static MENTIONS_CONTRAIRES: Regle = Regle {
    code: "VIE-03",
    nom: "mentions-contraires",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "`[mentions]` déclare une date, et vie.toml en note une autre. Les documents impriment celle de vie.toml, et la \
          date d’exécution calculée : la plus tardive de la transmission et de la publication.",
    exemple: Exemple {
        faux: "# vie.toml note une transmission le 16 mars\n[mentions]\ntransmission = 2026-03-13",
        juste: "# retirez [mentions] : vie.toml suffit",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    if dossier.vie.etapes.is_empty() {
        return;
    }
    let declared = dossier.deliberation.mentions;
    let parcours = parcours(dossier, comptes.etat);
    let printed = compute::mentions(dossier, comptes.etat);
    let pairs = [
        ("transmission", declared.transmission, parcours.transmission),
        ("reception", declared.reception, parcours.reception),
        ("publication", declared.publication, parcours.publication),
        ("executoire", declared.executoire, printed.executoire),
    ];
    for (cle, declared, noted) in pairs {
        if let (Some(declared), Some(noted)) = (declared, noted)
            && declared != noted
        {
            let lieu = Lieu::new("deliberation.toml", format!("mentions.{cle}"));
            let message = format!(
                "l’acte déclare le {}, et sa vie donne le {}",
                date_longue(declared),
                date_longue(noted)
            );
            out.push(
                regle
                    .constat(lieu, message)
                    .etiquette("date contraire à vie.toml")
                    .aide(format!("retirez « {cle} » de [mentions] : vie.toml suffit")),
            );
        }
    }
}
