//! A text that gives its sitting another day or another hour than the sitting has.

use std::ops::Range;

use chrono::{NaiveTime, Timelike};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::check::{Examen, Exemple, Lecture, Regle, Textes, Vigueur};
use crate::model::{Constat, Lieu, Seance, Severite};
use crate::reperage::{Ecrit, Ecriture, UniteDuree, dates_solennelles, durees, nombre};
use crate::typographie::date::{date_longue, heure};

pub(in crate::check) static SEANCE_CONTRADICTOIRE: Regle = Regle {
    code: "COHE-19",
    nom: "seance-contradictoire",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un texte de l’acte ou du procès-verbal donne à la séance un autre jour ou une autre heure que `seance.toml` : « l’an \
          deux mille douze, le six décembre » pour une séance du 7, « la séance est levée à 21 h 10 » quand `heure_fin` est \
          21 h 40, « la séance a duré deux heures » quand elle en a duré quatre.\n\n\
          Seule la formule « l’an … » est lue comme le jour de la séance : les autres dates peuvent être celles d’une autre. \
          Une durée est arrondie : elle n’est signalée qu’à plus d’une demi-heure de la vraie. Une séance à venir ou passée, \
          une suspension et une reprise ne sont pas comparées.",
    exemple: Exemple {
        faux: "# seance.toml : date = 2012-12-07\nexpose = \"L’an deux mille douze, le six décembre, le conseil s’est réuni.\"",
        juste: "expose = \"L’an deux mille douze, le sept décembre, le conseil s’est réuni.\"",
    },
    run: Examen::Textes(run),
};

fn run(regle: &Regle, textes: &Textes<'_>, out: &mut Vec<Constat>) {
    let seance = textes.seance;
    let speaks = |e: Ecriture| {
        e.de_l_acte()
            || matches!(e, Ecriture::Preliminaires | Ecriture::Point(_) | Ecriture::Debats(_))
    };
    for ecrit in textes.releve.parmi(speaks) {
        for date in dates_solennelles(ecrit) {
            let Some(day) = date.jour().filter(|d| *d != seance.date) else { continue };
            out.push(
                regle
                    .constat(
                        ecrit.lieu_de(&date.plage),
                        format!("le texte date la séance du {}", date_longue(day)),
                    )
                    .etiquette("jour du texte")
                    .secondaire(place("date"), format!("séance du {}", date_longue(seance.date)))
                    .aide("corrigez le texte ou la date de la séance"),
            );
        }
        hours(regle, seance, ecrit, out);
        duration(regle, seance, ecrit, out);
    }
}

fn place(cle: &str) -> Lieu {
    Lieu::new("seance.toml", cle)
}

/// Words of a sitting that is not this one, or of a break in it.
const AUTRES: &[&str] = &[
    "prochaine",
    "precedente",
    "derniere",
    "suspendue",
    "suspension",
    "reprise",
    "reprend",
    "sera",
    "seront",
    "public",
    "publique",
    "commission",
    "bureau",
];

/// The sentence of a token, no further than it is understood at once.
fn around(ecrit: &Ecrit, i: usize) -> Range<usize> {
    let sentence = ecrit.phrase(i);
    sentence.start.max(i.saturating_sub(40))..sentence.end.min(i + 40)
}

/// « La séance est ouverte à 19 h », « M. le maire lève la séance à 21 h 42 ».
fn hours(regle: &Regle, seance: &Seance, ecrit: &Ecrit, out: &mut Vec<Constat>) {
    let sides: [(&[&str], Option<NaiveTime>, &str, &str); 2] = [
        (&["ouvre", "ouverte", "ouvert"], seance.heure, "heure", "ouvre"),
        (&["leve", "levee", "clot", "close", "cloturee"], seance.heure_fin, "heure_fin", "lève"),
    ];
    for s in ecrit.trouver(&["seance"]) {
        let sentence = around(ecrit, s);
        let near = s.saturating_sub(4).max(sentence.start)..(s + 4).min(sentence.end);
        if sentence.clone().any(|k| ecrit.est_un(k, AUTRES)) {
            continue;
        }
        for (verbs, real, cle, verb) in sides {
            let Some(real) = real else { continue };
            let Some(v) = near.clone().find(|k| ecrit.est_un(*k, verbs)) else { continue };
            let after = v.max(s) + 1;
            let said = (after..sentence.end.min(after + 4))
                .find(|k| ecrit.est(*k, "a") && ecrit.mot(*k) != "a")
                .and_then(|k| hour(ecrit, k + 1));
            let Some((said, plage)) = said else { continue };
            if (said.hour(), said.minute()) == (real.hour(), real.minute()) {
                continue;
            }
            out.push(
                regle
                    .constat(
                        ecrit.lieu_de(&plage),
                        format!("le texte {verb} la séance à {}", heure(said)),
                    )
                    .etiquette("heure du texte")
                    .secondaire(place(cle), format!("{cle} : {}", heure(real)))
                    .aide("corrigez le texte ou l’heure de la séance"),
            );
        }
    }
}

/// The hour that starts at a token, « 19 h », « 21 h 42 », « dix-neuf heures trente »; nothing for « 19 h et demie ».
fn hour(ecrit: &Ecrit, i: usize) -> Option<(NaiveTime, Range<usize>)> {
    let hours = nombre(ecrit, i).filter(|n| n.decimales == 0)?;
    if !ecrit.est_un(hours.fin, &["h", "heure", "heures"]) {
        return None;
    }
    let at = hours.fin + 1;
    let minutes = nombre(ecrit, at).filter(|n| n.decimales == 0);
    if ecrit.est(at, "moins") || (ecrit.est(at, "et") && ecrit.est_un(at + 1, &["demie", "quart"]))
    {
        return None;
    }
    let (m, end) = minutes.map_or((Some(0), at), |n| (n.valeur.to_u32(), n.fin));
    let said = NaiveTime::from_hms_opt(hours.valeur.to_u32()?, m?, 0)?;
    Some((said, ecrit.plage(i, end)))
}

/// « La séance a duré deux heures ».
fn duration(regle: &Regle, seance: &Seance, ecrit: &Ecrit, out: &mut Vec<Constat>) {
    let (Some(start), Some(end)) = (seance.heure, seance.heure_fin) else { return };
    // A sitting may end after midnight.
    let minutes = (end - start).num_minutes().rem_euclid(24 * 60);
    for s in ecrit.trouver(&["seance"]) {
        let sentence = around(ecrit, s);
        let lasts = (s + 1..sentence.end.min(s + 6)).find(|k| ecrit.est_un(*k, &["dure", "duree"]));
        let Some(lasts) = lasts else { continue };
        if sentence.clone().any(|k| ecrit.est_un(k, AUTRES)) {
            continue;
        }
        let until = ecrit.plage(lasts, (lasts + 6).min(sentence.end));
        let all = durees(ecrit);
        let said =
            all.iter().find(|d| d.unite == UniteDuree::Heure && until.contains(&d.plage.start));
        let Some(said) = said else { continue };
        let half = ecrit.suite(ecrit.jeton_a(said.plage.end), &["et", "demie"]).is_some();
        let hours = said.nombre + if half { Decimal::new(5, 1) } else { Decimal::ZERO };
        let gap = hours.saturating_mul(60.into()) - Decimal::from(minutes);
        if gap.abs() <= 30.into() {
            continue;
        }
        out.push(
            regle
                .constat(
                    ecrit.lieu_de(&said.plage),
                    format!(
                        "le texte fait durer la séance {}, et elle va de {} à {}",
                        ecrit.mots(&said.plage),
                        heure(start),
                        heure(end)
                    ),
                )
                .etiquette("durée du texte")
                .secondaire(place("heure_fin"), format!("{minutes} minutes après l’ouverture"))
                .aide("corrigez le texte ou les heures de la séance"),
        );
    }
}
