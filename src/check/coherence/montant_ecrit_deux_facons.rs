//! Amounts that one dossier writes in two ways.

use rust_decimal::Decimal;

use crate::check::{Examen, Exemple, Lecture, Regle, Textes, Vigueur};
use crate::model::{Constat, Lieu, Severite};
use crate::reperage::{Ecrit, Ecriture, EcritureSomme, SommeReperee, sommes};

pub(in crate::check) static MONTANT_ECRIT_DEUX_FACONS: Regle = Regle {
    code: "COHE-14",
    nom: "montant-ecrit-deux-facons",
    severite: Severite::Information,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Le même dossier écrit ses montants de plusieurs façons : `10.000 €` ou `20 K€` ici, `15 000 €` là.\n\n\
          Un point entre les milliers se lit aussi comme une virgule, et « K€ » n’est pas d’un acte qui décide. Un ordre de \
          grandeur n’est pas signalé : `4,3 M€`, « 1,9 million d’euros », « environ 250 k€ », ni `610 k€` ailleurs que dans \
          l’objet, le dispositif ou le budget, à moins que le même montant ne soit aussi écrit en entier. Les espaces sont \
          mises par le programme : `15000 €` et `15 000 €` s’impriment de même.",
    exemple: Exemple {
        faux: "texte = \"une aide de 10.000 €, puis de 15 000 €\"",
        juste: "texte = \"une aide de 10 000 €, puis de 15 000 €\"",
    },
    run: Examen::Textes(run),
};

fn run(regle: &Regle, textes: &Textes<'_>, out: &mut Vec<Constat>) {
    let mut usual: Vec<(Decimal, Lieu)> = Vec::new();
    let mut points: Vec<(Lieu, String)> = Vec::new();
    let mut thousands: Vec<(&Ecrit, SommeReperee)> = Vec::new();
    for ecrit in &textes.releve.ecrits {
        for somme in sommes(ecrit) {
            match somme.ecriture {
                EcritureSomme::Points => {
                    let words = ecrit.mots(&somme.plage).to_owned();
                    points.push((ecrit.lieu_de(&somme.plage), words));
                }
                // Millions are always an order of magnitude.
                EcritureSomme::Abregee if !ecrit.mots(&somme.plage).contains(['m', 'M']) => {
                    thousands.push((ecrit, somme));
                }
                // An amount under a thousand shows no manner.
                EcritureSomme::Usuelle if somme.valeur >= 1000.into() => {
                    // Where the first one stands, and the values of the others.
                    let lieu = match usual.first() {
                        None => ecrit.lieu_de(&somme.plage),
                        Some((_, first)) => first.clone(),
                    };
                    usual.push((somme.valeur, lieu));
                }
                _ => {}
            }
        }
    }
    let short: Vec<(Lieu, String)> = thousands
        .into_iter()
        .filter(|(ecrit, s)| {
            let exact = decides(ecrit.ecriture) && !about(ecrit, s.plage.start);
            exact || usual.iter().any(|(v, _)| *v == s.valeur)
        })
        .map(|(ecrit, s)| (ecrit.lieu_de(&s.plage), ecrit.mots(&s.plage).to_owned()))
        .collect();
    let usual = usual.into_iter().next().map(|(_, lieu)| lieu);
    for (list, other) in [(&points, &short), (&short, &points)] {
        let Some((lieu, words)) = list.first() else { continue };
        let twin = usual.clone().or_else(|| other.first().map(|o| o.0.clone()));
        let Some(twin) = twin else { continue };
        let more = match list.len() - 1 {
            0 => String::new(),
            1 => " (et un autre montant)".to_owned(),
            n => format!(" (et {n} autres montants)"),
        };
        out.push(
            regle
                .constat(
                    lieu.clone(),
                    format!("« {words} » n’est pas écrit comme les autres montants{more}"),
                )
                .etiquette("écrit ainsi ici")
                .secondaire(twin, "écrit autrement là")
                .aide("écrivez tous les montants de la même façon : 15 000 €"),
        );
    }
}

/// Whether amounts are exact ones in such a text: those that are voted.
fn decides(ecriture: Ecriture) -> bool {
    matches!(
        ecriture,
        Ecriture::Objet(_)
            | Ecriture::Dispositif(_)
            | Ecriture::Ligne(_)
            | Ecriture::Total(_)
            | Ecriture::NoteBudget
    )
}

/// Whether the words before an amount make it an order of magnitude.
fn about(ecrit: &Ecrit, debut: usize) -> bool {
    const AVANT: &[&str] =
        &["environ", "pres", "ordre", "autour", "plus", "moins", "quelque", "entre", "presque"];
    let at = ecrit.jeton_a(debut);
    (at.saturating_sub(4)..at).any(|k| ecrit.est_un(k, AVANT))
}
