//! Small acts that are right, of every kind of authority and every period: nothing is said of them by the rules of law and of
//! money. A rule that speaks of a right act is worse than one that is missing.

mod assemblee;
mod biens;
mod divers;
mod finances;
mod intercommunalite;

use delibere::check::REGLES;
use delibere::model::GenreCollectivite;
use delibere::read::Memory;

/// Eleven members, of whom six make the quorum.
const CONSEIL: &str = r#"
conseillers = [
  { civilite = "Mme", prenom = "Jeanne", nom = "ARNAUD", qualite = "QUALITE" },
  { civilite = "M.", prenom = "Luc", nom = "BESSON" },
  { civilite = "Mme", prenom = "Odile", nom = "CARTIER" },
  { civilite = "M.", prenom = "Driss", nom = "DAOUD" },
  { civilite = "Mme", prenom = "Élise", nom = "ESNAULT" },
  { civilite = "M.", prenom = "Franck", nom = "FORGET" },
  { civilite = "Mme", prenom = "Gisèle", nom = "GALLET" },
  { civilite = "M.", prenom = "Hakim", nom = "HADDAD" },
  { civilite = "Mme", prenom = "Irène", nom = "IMBERT" },
  { civilite = "M.", prenom = "Jules", nom = "JOUVE" },
  { civilite = "Mme", prenom = "Kim", nom = "KELLER" },
]
"#;

/// The authorities: the kind, and what else collectivite.toml says.
pub(super) const COMMUNE_300: &str =
    "genre = \"commune\"\npopulation = 300\npublicite = \"affichage\"\ndepartement = \"Orne\"";
pub(super) const COMMUNE_5000: &str =
    "genre = \"commune\"\npopulation = 5000\ndepartement = \"Loiret\"";
pub(super) const VILLE: &str =
    "genre = \"commune\"\npopulation = 62000\ndepartement = \"Calvados\"";
pub(super) const CC: &str =
    "genre = \"communaute-communes\"\ncommune_3500 = true\ndepartement = \"Landes\"";
pub(super) const CA: &str =
    "genre = \"communaute-agglomeration\"\ncommune_3500 = true\ndepartement = \"Vosges\"";
pub(super) const METROPOLE: &str =
    "genre = \"metropole\"\ncommune_3500 = true\ndepartement = \"Bas-Rhin\"";
pub(super) const DEPARTEMENT: &str = "genre = \"departement\"\ndepartement = \"Ardennes\"";
pub(super) const REGION: &str = "genre = \"region\"\ndepartement = \"Nord\"";

/// A right act.
pub(super) struct Juste {
    /// What it is about.
    pub(super) nom: &'static str,
    /// One of the authorities above.
    pub(super) collectivite: &'static str,
    /// The day of the sitting.
    pub(super) jour: &'static str,
    /// More of the sitting, the attendance included when it is not full.
    pub(super) seance: &'static str,
    /// deliberation.toml, without its number and its visa.
    pub(super) acte: &'static str,
    /// budget.toml, or nothing.
    pub(super) budget: &'static str,
}

impl Juste {
    /// An act voted by all the members.
    pub(super) const fn new(
        nom: &'static str,
        collectivite: &'static str,
        jour: &'static str,
        acte: &'static str,
    ) -> Self {
        Self { nom, collectivite, jour, seance: "", acte, budget: "" }
    }

    /// The same, with more of its sitting.
    pub(super) const fn seance(mut self, seance: &'static str) -> Self {
        self.seance = seance;
        self
    }

    fn files(&self) -> Memory {
        let day: chrono::NaiveDate = self.jour.parse().expect("a day");
        let article = match self.collectivite {
            c if c.contains("departement\"") => ("La présidente", "présidente", 14, "L. 3211-1"),
            c if c.contains("region") => ("La présidente", "présidente", 14, "L. 4221-1"),
            c if c.contains("genre = \"commune\"") => ("La maire", "maire", 7, "L. 2121-29"),
            _ => ("La présidente", "présidente", 7, "L. 5211-1"),
        };
        let (signe, qualite, before, article) = article;
        let sent = day - chrono::TimeDelta::days(before);
        let presences = if self.seance.contains("[presences]") { "" } else { "[presences]\n" };
        let convocation = match self.seance.contains("[convocation]") {
            true => String::new(),
            false => format!("[convocation]\ndate = {sent}\n"),
        };
        let (tete, suite) = self.seance.split_once('[').map_or((self.seance, ""), |(a, b)| (a, b));
        let suite = if suite.is_empty() { String::new() } else { format!("[{suite}\n") };
        let files = Memory::new()
            .with(
                "collectivite.toml",
                format!(
                    "nom = \"Valmont\"\nexecutif = {{ qualite = \"{signe}\", prenom = \"Jeanne\", nom = \"ARNAUD\" }}\n{}\n",
                    self.collectivite
                ),
            )
            .with("assemblee.toml", CONSEIL.replace("QUALITE", qualite))
            .with(
                "seance.toml",
                format!(
                    "date = {day}\nheure = 18:30:00\nsecretaires = [\"BESSON\"]\n{tete}\n{convocation}{presences}{suite}"
                ),
            )
            .with(
                "deliberation.toml",
                format!(
                    "numero = \"2024_07\"\n{}\n\n[[visas]]\nnature = \"code\"\ntexte = \"le code général des collectivités \
                     territoriales, notamment son article {article}\"\n",
                    self.acte
                ),
            );
        if self.budget.is_empty() { files } else { files.with("budget.toml", self.budget) }
    }
}

/// The families that judge by the law, by figures, and by what became of the act.
const FAMILLES: &[&str] = &[
    "CONV", "QUOR", "PROC", "VOTE", "FORM", "PUBL", "EXEC", "RECO", "EPCI", "ACTE", "BUDG", "SUBV",
    "PRES", "ELEC", "VIE",
];

fn tous() -> impl Iterator<Item = &'static Juste> {
    [assemblee::ACTES, biens::ACTES, divers::ACTES, finances::ACTES, intercommunalite::ACTES]
        .into_iter()
        .flatten()
}

#[test]
fn nothing_is_said_of_a_small_right_act() {
    let mut faults = Vec::new();
    for juste in tous() {
        let lecture = delibere::read(&juste.files()).expect("memory");
        if !lecture.diagnostics.is_empty() {
            faults.push(format!("{}: {:#?}", juste.nom, lecture.diagnostics));
        }
        let Some(dossier) = lecture.dossier else { continue };
        let found = delibere::check(&dossier, &delibere::compute(&dossier));
        for one in found {
            let family = one.code.split('-').next().unwrap_or("");
            if FAMILLES.contains(&family) {
                let said = (one.code, one.severite, one.message, one.lieu.chemin);
                faults.push(format!("{} ({}): {said:?}", juste.nom, juste.jour));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Silence means something: each kind of authority and each period is there, and most rules are in force in some act.
#[test]
fn the_right_acts_are_of_every_kind() {
    assert!(tous().count() >= 75, "{}", tous().count());
    let judged: Vec<(chrono::NaiveDate, GenreCollectivite)> = tous()
        .map(|j| {
            let lecture = delibere::read(&j.files()).expect("memory");
            let dossier = lecture.dossier.unwrap_or_else(|| panic!("{}", j.nom));
            (dossier.seance.date, dossier.collectivite.genre)
        })
        .collect();
    for regle in REGLES.iter().filter(|r| FAMILLES.iter().any(|f| r.code.starts_with(f))) {
        let seen = judged.iter().any(|(day, genre)| regle.s_applique(*day, *genre));
        assert!(seen, "{} judges none of them", regle.code);
    }
}
