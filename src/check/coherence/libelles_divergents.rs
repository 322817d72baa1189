//! An action that each piece calls by another name.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Action, Constat, Dossier, Lieu, NatureChamp, Severite};
use crate::reperage::Libelle;

pub(in crate::check) static LIBELLES_DIVERGENTS: Regle = Regle {
    code: "COHE-01",
    nom: "libelles-divergents",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Une action ne porte pas le même nom dans la délibération, au budget, sur sa fiche et dans le document \
          d’orientation.\n\n\
          Le nom que la délibération déclare sert de référence. Deux noms s’accordent quand l’un dit tout ce que dit \
          l’autre : « Formations » abrège « formation des techniciens » ; « Formation ESS » dit autre chose. Les pluriels, \
          les capitales, les sigles et les fautes de frappe ne comptent pas.",
    exemple: Exemple {
        faux: "libelle = \"Formation ESS\"\n\n[actions.libelles]\ndeliberation = \"formation des techniciens\"",
        juste: "libelle = \"Formation ESS des techniciens\"\n\n[actions.libelles]\ndeliberation = \"formation des techniciens\"",
    },
    run: Examen::Acte(run),
};

/// A name of an action in a piece.
struct Nom<'a> {
    piece: &'static str,
    texte: Cow<'a, str>,
    lieu: Lieu,
}

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    let Some(programme) = &dossier.programme else { return };
    let sheets: BTreeMap<_, _> = dossier.fiches.iter().map(|f| (&f.action, f)).collect();
    for (i, action) in programme.actions.iter().enumerate() {
        let mut names = names(i, action);
        if let Some(fiche) = sheets.get(&action.id) {
            let file = format!("fiches/{}", action.id);
            if let Some(titre) = fiche.titre.as_deref() {
                // A title of its own takes the place of the label.
                names.retain(|n| n.piece != "fiche");
                names.push(Nom {
                    piece: "fiche",
                    texte: titre.into(),
                    lieu: Lieu::new(&file, "titre"),
                });
            }
            if let Some(j) = fiche.champs.iter().position(|c| c.nature == NatureChamp::Titre) {
                let lieu = Lieu::new(&file, format!("champs[{j}].texte"));
                let texte = fiche.champs[j].texte.plain().into();
                names.push(Nom { piece: "titre de l’action", texte, lieu });
            }
        }
        judge(regle, action, &names, out);
    }
}

fn names(i: usize, action: &Action) -> Vec<Nom<'_>> {
    let l = &action.libelles;
    let own = [
        ("délibération", &l.deliberation, "deliberation"),
        ("budget", &l.budget, "budget"),
        ("fiche", &l.fiche, "fiche"),
        ("document d’orientation", &l.programme, "programme"),
    ];
    own.into_iter()
        .map(|(piece, own, cle)| {
            let cle = if own.is_some() { format!("libelles.{cle}") } else { "libelle".to_owned() };
            Nom {
                piece,
                texte: own.as_deref().unwrap_or(&action.libelle).into(),
                lieu: Lieu::new("programme.toml", format!("actions[{i}].{cle}")),
            }
        })
        .collect()
}

fn judge(regle: &Regle, action: &Action, names: &[Nom<'_>], out: &mut Vec<Constat>) {
    let Some(reference) = names.first().filter(|n| !n.texte.is_empty()) else { return };
    let wanted = Libelle::new(&reference.texte);
    let mut seen = vec![&*reference.texte];
    let mut others: Vec<(&Nom<'_>, bool)> = Vec::new();
    for nom in &names[1..] {
        if nom.texte.is_empty() || seen.contains(&&*nom.texte) {
            continue;
        }
        seen.push(&nom.texte);
        let label = Libelle::new(&nom.texte);
        let apart = !label.is_empty() && !wanted.is_empty() && !wanted.accorde(&label);
        others.push((nom, apart));
    }
    let Some(first) = others.iter().position(|(_, apart)| *apart) else { return };
    let (culprit, _) = others.remove(first);
    let mut constat = regle
        .constat(
            culprit.lieu.clone(),
            format!("l’action {} change de nom d’une pièce à l’autre", action.numero),
        )
        .etiquette(format!("« {} » ({})", culprit.texte, culprit.piece))
        .secondaire(
            reference.lieu.clone(),
            format!("« {} » ({})", reference.texte, reference.piece),
        )
        .aide("donnez-lui partout le nom que la délibération déclare");
    for (nom, apart) in others {
        let words = format!("« {} » ({})", nom.texte, nom.piece);
        // What only says less is shown after what says something else.
        if apart || nom.piece == "budget" {
            constat = constat.secondaire(nom.lieu.clone(), words);
        }
    }
    out.push(constat);
}
