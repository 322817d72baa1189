//! A cited act whose number or date is not the same in two places, or that does not exist yet.

use std::collections::BTreeMap;

use super::reference::{nu, references};
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::model::{Constat, Dossier, Lieu, Severite, Visa};
use crate::reperage::{Ecrit, Ecriture, Releve, dates};
use crate::typographie::date::date_longue;

pub(in crate::check) static REFERENCE_CONTRADICTOIRE: Regle = Regle {
    code: "COHE-08",
    nom: "reference-contradictoire",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un texte cité n’a pas le même numéro ou la même date à deux endroits : les clés `numero` et `date` d’un visa \
          contredisent ses mots, ou le dispositif donne une autre date que le visa. Ou bien ce texte est daté d’après la \
          séance.\n\n\
          « Du 1er avril 2026 au 31 mars 2029 » est une période, non une date. Hors des visas, seuls une délibération, un \
          arrêté, une décision et leurs pareils ne peuvent être d’après la séance : une séance à venir a aussi un numéro, et \
          un contrat peut ne courir que plus tard.",
    exemple: Exemple {
        faux: "[[visas]]\nnature = \"deliberation\"\ntexte = \"la délibération n° 2024_041 du 25 juin 2024\"\nnumero = \"2024_041\"\ndate = 2024-06-26",
        juste: "[[visas]]\nnature = \"deliberation\"\ntexte = \"la délibération n° 2024_041 du 25 juin 2024\"\nnumero = \"2024_041\"\ndate = 2024-06-25",
    },
    run: Examen::Ecrits(run),
};

const AIDE: &str = "vérifiez sur l’acte cité lequel des deux est juste";

fn run(regle: &Regle, dossier: &Dossier, releve: &Releve, out: &mut Vec<Constat>) {
    let acte = &dossier.deliberation;
    let sitting = dossier.seance.date;
    for ecrit in releve.parmi(|e| matches!(e, Ecriture::Visa(_))) {
        let Ecriture::Visa(i) = ecrit.ecriture else { continue };
        words_of_visa(regle, i, &acte.visas[i], ecrit, out);
    }
    for (i, visa) in acte.visas.iter().enumerate() {
        if let Some(date) = visa.date.filter(|d| *d > sitting) {
            out.push(
                regle
                    .constat(
                        Lieu::new("deliberation.toml", format!("visas[{i}].date")),
                        "ce visa est daté d’après la séance",
                    )
                    .etiquette(date_longue(date))
                    .secondaire(
                        Lieu::new("seance.toml", "date"),
                        format!("séance du {}", date_longue(sitting)),
                    )
                    .aide("corrigez la date du visa ou celle de la séance"),
            );
        }
    }
    let seen: BTreeMap<String, (usize, &Visa)> = acte
        .visas
        .iter()
        .enumerate()
        .filter_map(|(i, v)| Some((nu(v.numero.as_deref()?), (i, v))))
        .collect();
    for ecrit in releve.parmi(Ecriture::de_l_acte) {
        // Few texts cite anything.
        if !ecrit.texte.contains(['°', 'º']) {
            continue;
        }
        let days = dates(ecrit);
        for cited in references(ecrit, 0..ecrit.jetons.len(), &days) {
            let Some((day, plage)) = cited.date.and_then(|d| Some((d.jour()?, &d.plage))) else {
                continue;
            };
            let number = ecrit.mots(&cited.plage);
            let visa = seen.get(&nu(number)).and_then(|(i, v)| Some((*i, v.date?)));
            match visa {
                Some((i, date)) if date != day => out.push(
                    regle
                        .constat(
                            ecrit.lieu_de(plage),
                            format!("le n° {number} n’a pas la même date ici et dans les visas"),
                        )
                        .etiquette("date citée ici")
                        .secondaire(
                            Lieu::new("deliberation.toml", format!("visas[{i}].date")),
                            format!("visa du {}", date_longue(date)),
                        )
                        .aide(AIDE),
                ),
                None if day > sitting
                    && dated(ecrit, cited.plage.start)
                    && nu(number) != nu(&acte.numero.affiche) =>
                {
                    out.push(
                        regle
                            .constat(
                                ecrit.lieu_de(plage),
                                format!("le n° {number} est daté d’après la séance"),
                            )
                            .etiquette("après la séance")
                            .secondaire(
                                Lieu::new("seance.toml", "date"),
                                format!("séance du {}", date_longue(sitting)),
                            )
                            .aide("corrigez cette date ou celle de la séance"),
                    )
                }
                _ => {}
            }
        }
    }
}

/// Whether the number at a byte is that of an act whose date is the day it was made.
fn dated(ecrit: &Ecrit, debut: usize) -> bool {
    const ACTES: &[&str] = &[
        "deliberation",
        "decision",
        "arrete",
        "decret",
        "loi",
        "ordonnance",
        "circulaire",
        "avis",
        "instruction",
        "jugement",
        "requete",
        "proces",
    ];
    let at = ecrit.jeton_a(debut);
    (at.saturating_sub(6)..at).any(|k| {
        ACTES.iter().any(|a| ecrit.est(k, a) || ecrit.mot(k).ends_with('s') && ecrit.commence(k, a))
    })
}

/// The keys of a visa against its words.
fn words_of_visa(regle: &Regle, i: usize, visa: &Visa, ecrit: &Ecrit, out: &mut Vec<Constat>) {
    let days = dates(ecrit);
    let said: Vec<_> = days.iter().filter_map(|d| Some((d.jour()?, &d.plage))).collect();
    if let (Some(date), Some((_, plage))) = (visa.date, said.first())
        && said.iter().all(|(d, _)| *d != date)
    {
        out.push(
            regle
                .constat(
                    Lieu::new("deliberation.toml", format!("visas[{i}].date")),
                    "la date de ce visa n’est pas celle de ses mots",
                )
                .etiquette(date_longue(date))
                .secondaire(ecrit.lieu_de(plage), "date de ses mots")
                .aide(AIDE),
        );
    }
    let numbers = references(ecrit, 0..ecrit.jetons.len(), &days);
    if let (Some(numero), Some(first)) = (visa.numero.as_deref(), numbers.first())
        && numbers.iter().all(|n| nu(ecrit.mots(&n.plage)) != nu(numero))
    {
        out.push(
            regle
                .constat(
                    Lieu::new("deliberation.toml", format!("visas[{i}].numero")),
                    "le numéro de ce visa n’est pas celui de ses mots",
                )
                .etiquette(format!("n° {numero}"))
                .secondaire(ecrit.lieu_de(&first.plage), "numéro de ses mots")
                .aide(AIDE),
        );
    }
}
