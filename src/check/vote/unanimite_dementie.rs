//! « À l’unanimité » where the counts say otherwise.

use crate::check::passages::{Passage, dispositif};
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};

pub(in crate::check) static UNANIMITE_DEMENTIE: Regle = Regle {
    code: "VOTE-08",
    nom: "unanimite-dementie",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "La formule imprimée dit « à l’unanimité », et le décompte montre une voix contre, ou \
          des abstentions sans que soit écrit « des suffrages exprimés ». Le programme imprime le \
          résultat du vote : la formule n’a pas à le dire.",
    exemple: Exemple {
        faux: "formule = \"Le conseil municipal, après en avoir délibéré, à l’unanimité :\"\n\n[vote]\nabstentions = 2",
        juste: "formule = \"Le conseil municipal, après en avoir délibéré :\"\n\n[vote]\nabstentions = 2",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let Some(vote) = &comptes.vote else { return };
    let (against, aside) = (vote.contre.nombre, vote.abstentions.nombre);
    if vote.election.is_some() || against + aside == 0 {
        return;
    }
    let acte = &dossier.deliberation;
    let formule = Passage::new(Lieu::new("deliberation.toml", "formule"), acte.formule.as_str());
    let decided = dispositif(acte);
    let adopted = ["adopte a l'unanimite", "adoptee a l'unanimite", "adoptes a l'unanimite"];
    let found = formule
        .find(&["a l'unanimite"])
        .map(|t| (&formule, t))
        .or_else(|| decided.iter().find_map(|d| Some((&d.texte, d.texte.find(&adopted)?))));
    let Some((passage, found)) = found else { return };
    let after = passage.plat()[found.fin..].trim_start();
    let cast = after.starts_with("des suffrages exprimes");
    // « adopté à l’unanimité par le comité technique » is the vote of others.
    let others = ["par ", "du comite", "du bureau", "de la commission", "de ses", "le "];
    if against == 0 && cast || others.iter().any(|w| after.starts_with(w)) {
        return;
    }
    out.push(
        regle
            .constat(
                found.lieu,
                format!("« {} » ne correspond pas au décompte : {against} contre, {aside} abstentions", found.mots),
            )
            .etiquette("unanimité démentie")
            .aide("retirez ces mots, que le résultat du vote rend inutiles ; sans voix contre : « à l’unanimité des suffrages exprimés »"),
    );
}
