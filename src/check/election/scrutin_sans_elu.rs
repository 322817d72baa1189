//! An election whose rounds elect nobody.

use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Lieu, Severite};

pub(in crate::check) static SCRUTIN_SANS_ELU: Regle = Regle {
    code: "ELEC-02",
    nom: "scrutin-sans-elu",
    severite: Severite::Avertissement,
    vigueur: Vigueur::TOUJOURS,
    genres: &[],
    base: None,
    lecture: Lecture::Coherence,
    reserve: None,
    doc: "Au dernier tour qui est donné, personne n’est élu : un tour manque, ou l’âge des candidats \
          à égalité. Si l’élection en est vraiment restée là, l’acte ne peut proclamer personne : \
          relisez son dispositif.",
    exemple: Exemple {
        faux: "[[vote.tours]]\nbulletins = 9\ncandidats = [\n  { nom = \"ROUX\", voix = 4 },\n  { nom = \"BENALI\", voix = 3 },\n  { nom = \"MOREAU\", voix = 2 },\n]",
        juste: "[[vote.tours]]\nbulletins = 9\ncandidats = [\n  { nom = \"ROUX\", voix = 4 },\n  { nom = \"BENALI\", voix = 3 },\n  { nom = \"MOREAU\", voix = 2 },\n]\n\n[[vote.tours]]\nbulletins = 9\ncandidats = [\n  { nom = \"ROUX\", voix = 6 },\n  { nom = \"BENALI\", voix = 3 },\n]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, comptes: &Comptes, out: &mut Vec<Constat>) {
    let Some(vote) = &dossier.deliberation.vote else { return };
    let Some(election) = comptes.vote.as_ref().and_then(|v| v.election.as_ref()) else { return };
    let (Some(last), Some(counted), None) =
        (vote.tours.last(), election.tours.last(), election.elu)
    else {
        return;
    };
    let most = last.candidats.iter().map(|c| c.voix).max().unwrap_or(0);
    let (etiquette, aide) = match counted.requis {
        Some(requis) => (
            format!("majorité absolue : {requis} voix ; le plus de voix : {most}"),
            "donnez le tour qui a suivi : [[vote.tours]] ; s’il n’y en a pas eu, le dispositif ne peut proclamer personne",
        ),
        None if most == 0 => (
            "aucun candidat n’a de voix".to_owned(),
            "vérifiez les voix de ce tour ; le dispositif ne peut proclamer personne",
        ),
        None => (
            format!("plusieurs candidats à {most} voix"),
            "donnez le jour de naissance des candidats à égalité : naissance = 1970-05-01",
        ),
    };
    let lieu = format!("vote.tours[{}]", vote.tours.len().saturating_sub(1));
    out.push(
        regle
            .constat(Lieu::new("deliberation.toml", lieu), "personne n’est élu au dernier tour")
            .etiquette(etiquette)
            .aide(aide),
    );
}
