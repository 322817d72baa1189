//! A date whose day of the week is another one.

use chrono::Datelike;

use crate::check::{Examen, Exemple, Lecture, Regle, Textes, Vigueur};
use crate::model::{Constat, Severite};
use crate::reperage::{dates, dates_en_lettres};
use crate::typographie::date::{date_longue, jour_date};

pub(in crate::check) static JOUR_DE_SEMAINE_FAUX: Regle = Regle {
    code: "COHE-13",
    nom: "jour-de-semaine-faux",
    severite: Severite::Erreur,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Un texte donne à une date un jour de la semaine qui n’est pas le sien : « vendredi 8 novembre 2012 », qui était un \
          jeudi. L’un des deux est faux, et le lecteur ne sait pas lequel.",
    exemple: Exemple {
        faux: "texte = \"Le marché se tient à compter du vendredi 8 novembre 2012.\"",
        juste: "texte = \"Le marché se tient à compter du jeudi 8 novembre 2012.\"",
    },
    run: Examen::Textes(run),
};

fn run(regle: &Regle, textes: &Textes<'_>, out: &mut Vec<Constat>) {
    for ecrit in &textes.releve.ecrits {
        for date in dates(ecrit).into_iter().chain(dates_en_lettres(ecrit)) {
            let (Some(said), Some(day)) = (date.semaine, date.jour()) else { continue };
            if said == day.weekday() {
                continue;
            }
            let real = jour_date(day);
            let name = real.split(' ').next().unwrap_or_default();
            let words = ecrit.mots(&date.plage);
            let wrong = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            out.push(
                regle
                    .constat(
                        ecrit.lieu_de(&date.plage),
                        format!("le {} n’est pas un {}", date_longue(day), wrong.to_lowercase()),
                    )
                    .etiquette(format!("c’est un {name}"))
                    .aide(format!("écrivez « {real} », ou corrigez la date")),
            );
        }
    }
}
