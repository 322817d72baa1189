//! A grant beyond 23 000 euros a year without a convention.

use super::octroi;
use crate::check::{Examen, Exemple, Lecture, Regle, Vigueur};
use crate::compute::Comptes;
use crate::model::{Constat, Dossier, Severite};
use crate::typographie::nombre;

pub(in crate::check) static SUBVENTION_SANS_CONVENTION: Regle = Regle {
    code: "SUBV-01",
    nom: "subvention-sans-convention",
    severite: Severite::Avertissement,
    vigueur: Vigueur::depuis(2001, 6, 7),
    genres: &[],
    base: Some(
        "loi n° 2000-321 du 12 avril 2000, art. 10 ; décret n° 2001-495 du 6 juin 2001, art. 1er",
    ),
    lecture: Lecture::Memoire,
    reserve: Some(
        "Textes cités de mémoire. La règle lit des mots : elle ne sait pas qui est le \
         bénéficiaire.",
    ),
    doc: "Une subvention de plus de 23 000 € par an à un organisme de droit privé fait l’objet \
          d’une convention. L’acte, ou une ligne de son budget, en prévoit une, et ne parle \
          d’aucune convention. Si elle se partage entre plusieurs bénéficiaires, ou va à une \
          personne publique, il n’en faut pas.",
    exemple: Exemple {
        faux: "articles = [{ texte = \"Une subvention de 30 000 € est attribuée à l’association Les Foulées.\" }]",
        juste: "articles = [{ texte = \"Une subvention de 30 000 € est attribuée à l’association Les Foulées ; la convention jointe est approuvée.\" }]",
    },
    run: Examen::Acte(run),
};

fn run(regle: &Regle, dossier: &Dossier, _: &Comptes, out: &mut Vec<Constat>) {
    if octroi::convention(dossier) {
        return;
    }
    let found = octroi::au_dela_du_seuil(dossier);
    let label = |o: &octroi::Octroi| format!("{} €", nombre::montant(o.montant.decimal()));
    let Some((first, others)) = found.split_first() else { return };
    let mut constat = regle
        .constat(
            first.lieu.clone(),
            "au-delà de 23 000 € par an, une subvention à un organisme privé fait l’objet d’une convention",
        )
        .etiquette(label(first))
        .aide("approuvez une convention, et joignez-la ; rien n’est à faire si plusieurs bénéficiaires se partagent la somme");
    for other in others {
        constat = constat.secondaire(other.lieu.clone(), label(other));
    }
    out.push(constat);
}
