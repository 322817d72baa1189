//! `delibere vie`.

use super::args::Vie;
use super::registre_vie::{self, Acte, Verrou};
use super::{CliError, Issue, flux};
use crate::compute;
use crate::droit;
use crate::model::{Etape, Etat, NatureEtape};
use crate::typographie::date::date_longue;

pub(super) fn run(args: &Vie) -> Result<Issue, CliError> {
    let etapes = args.etapes();
    if etapes.is_empty() && (args.acteur.is_some() || args.preuve.is_some()) {
        return Err(CliError::Usage(
            "« --acteur » et « --preuve » accompagnent une étape : ajoutez-la, --transmise 2026-03-16".to_owned(),
        ));
    }
    // Read under the lock: what is added is judged against what the ledger then holds.
    let verrou = (!etapes.is_empty()).then(|| Verrou::take(&args.dossier)).transpose()?;
    let Some(mut acte) = registre_vie::read(&args.dossier)? else { return Ok(Issue::Dossier) };
    let issue = match &verrou {
        Some(verrou) => registre_vie::add(verrou, &args.dossier, &mut acte, &etapes)?.issue(),
        None => Issue::Bien,
    };
    if issue == Issue::Bien {
        flux::out(&story(&acte))?;
    }
    Ok(issue)
}

impl Vie {
    /// The steps that are asked for, in the order in which they may follow one another.
    fn etapes(&self) -> Vec<Etape> {
        // In one line, as the ledger keeps it: a file says it and a terminal shows it.
        let plain = |said: &Option<String>| {
            said.as_ref().map(|s| s.chars().map(|c| if c.is_control() { ' ' } else { c }).collect())
        };
        let dates = [
            (NatureEtape::Projet, self.projet),
            (NatureEtape::Adoptee, self.adoptee),
            (NatureEtape::Rejetee, self.rejetee),
            (NatureEtape::Transmise, self.transmise),
            (NatureEtape::Recue, self.recue),
            (NatureEtape::Anomalie, self.anomalie),
            (NatureEtape::TransmissionAnnulee, self.transmission_annulee),
            (NatureEtape::Affichee, self.affichee),
            (NatureEtape::Publiee, self.publiee),
            (NatureEtape::Abrogee, self.abrogee),
            (NatureEtape::Retiree, self.retiree),
            (NatureEtape::Annulee, self.annulee),
        ];
        dates
            .into_iter()
            .filter_map(|(nature, date)| {
                let (acteur, preuve) = (plain(&self.acteur), plain(&self.preuve));
                Some(Etape { nature, date: date?, acteur, preuve })
            })
            .collect()
    }
}

/// Where an act stands, and its steps.
fn story(acte: &Acte) -> String {
    let Acte { dossier, comptes, .. } = acte;
    let parcours = compute::parcours(dossier, comptes.etat);
    let mentions = compute::mentions(dossier, comptes.etat);
    let etat = compute::etat(dossier, comptes.etat);
    let executoire = mentions.executoire.or(parcours.executoire);
    let state = match (parcours.fin, etat, executoire) {
        (Some((NatureEtape::Retiree, date)), ..) => format!("retirée le {}", date_longue(date)),
        (Some((NatureEtape::Abrogee, date)), ..) => format!("abrogée le {}", date_longue(date)),
        (Some((_, date)), ..) => format!("annulée par le juge le {}", date_longue(date)),
        (None, Etat::Projet, _) => "projet".to_owned(),
        (None, Etat::Rejetee, _) => "rejetée".to_owned(),
        (None, Etat::Adoptee, Some(date)) => {
            let base = match droit::article_executoire(dossier.collectivite.genre) {
                Some(article) => format!("CGCT, art. {article}"),
                None => droit::base_executoire(dossier.seance.date).to_owned(),
            };
            format!("exécutoire depuis le {} ({base})", date_longue(date))
        }
        (None, Etat::Adoptee, None) => {
            let wanted = match (mentions.transmission, mentions.publication) {
                (None, None) => "sa transmission et sa publication",
                (None, Some(_)) => "sa transmission",
                _ => "sa publication",
            };
            format!("adoptée ; il manque {wanted} pour qu’elle soit exécutoire")
        }
    };
    let mut out = format!("{} : {state}\n", dossier.deliberation.numero.affiche);
    for etape in &dossier.vie.etapes {
        out.push_str(&format!("  {} : {}", date_longue(etape.date), etape.nature.nom()));
        let more: Vec<&str> =
            [&etape.acteur, &etape.preuve].into_iter().flatten().map(String::as_str).collect();
        if !more.is_empty() {
            out.push_str(&format!(" ({})", more.join(", ")));
        }
        out.push('\n');
    }
    out
}
