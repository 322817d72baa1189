//! What is just right is silent, and what is just wrong is not: the edge of each delicate rule.

use delibere::model::{Constat, Dossier, Severite};
use delibere::read::Memory;

/// Seven members, of whom four make the quorum.
const ASSEMBLEE: &str = r#"
conseillers = [
  { civilite = "Mme", prenom = "Camille", nom = "MARTIN", qualite = "maire" },
  { civilite = "M.", prenom = "Hugo", nom = "DELAUNAY" },
  { civilite = "Mme", prenom = "Dominique", nom = "LEFORT" },
  { civilite = "M.", prenom = "Karim", nom = "BENALI" },
  { civilite = "Mme", prenom = "Solène", nom = "ROUX" },
  { civilite = "M.", prenom = "Paul", nom = "GIRARD" },
  { civilite = "Mme", prenom = "Inès", nom = "MOREAU" },
]
"#;

/// A small act and its sitting, to be changed.
struct Cas {
    collectivite: String,
    tete: String,
    convocation: String,
    presences: String,
    acte: String,
    vote: String,
}

impl Default for Cas {
    fn default() -> Self {
        let text = |s: &str| s.to_owned();
        Self {
            collectivite: text("genre = \"commune\""),
            tete: text("date = 2026-03-12\nheure = 18:30:00\nsecretaires = [\"LEFORT\"]"),
            convocation: text("date = 2026-03-05"),
            presences: text("excuses = [\"GIRARD\"]"),
            acte: text("objet = [\"Vie locale\", \"Tarifs de la salle des fêtes\"]"),
            vote: text("[vote]"),
        }
    }
}

impl Cas {
    fn with(mut self, change: impl FnOnce(&mut Self)) -> Self {
        change(&mut self);
        self
    }

    fn dossier(&self) -> Dossier {
        let files = Memory::new()
            .with(
                "collectivite.toml",
                format!(
                    "nom = \"Valmont-sur-Orne\"\nexecutif = {{ qualite = \"La maire\", prenom = \"Camille\", nom = \
                     \"MARTIN\" }}\n{}\n",
                    self.collectivite
                ),
            )
            .with("assemblee.toml", ASSEMBLEE)
            .with(
                "seance.toml",
                format!(
                    "{}\n[convocation]\n{}\n[presences]\n{}\n",
                    self.tete, self.convocation, self.presences
                ),
            )
            .with(
                "deliberation.toml",
                format!(
                    "numero = \"2026_014\"\n{}\nexpose = \"Les tarifs datent de 2021.\"\n{}\n\n[[visas]]\nnature = \
                     \"code\"\ntexte = \"le code général des collectivités territoriales\"\n\n{}\n",
                    self.acte,
                    if self.acte.contains("decisions") || self.acte.contains("articles") {
                        ""
                    } else {
                        "articles = [{ texte = \"La salle est louée 150 € la journée.\" }]"
                    },
                    self.vote
                ),
            );
        let lecture = delibere::read(&files).expect("files");
        lecture.dossier.unwrap_or_else(|| panic!("{:#?}", lecture.diagnostics))
    }
}

fn found(dossier: &Dossier) -> Vec<Constat> {
    let mut found = delibere::check(dossier, &delibere::compute(dossier));
    found.retain(|c| super::de_droit(c.code));
    found
}

fn codes(cas: Cas) -> Vec<(&'static str, Severite)> {
    found(&cas.dossier()).iter().map(|c| (c.code, c.severite)).collect()
}

use Severite::{Avertissement as A, Erreur as E, Information as I};

#[test]
fn the_small_act_is_right() {
    assert_eq!(codes(Cas::default()), []);
}

#[test]
fn clear_days() {
    let sent = |day: &str, collectivite: &str| {
        let day = format!("date = {day}");
        let collectivite = collectivite.to_owned();
        codes(Cas::default().with(|c| (c.convocation, c.collectivite) = (day, collectivite)))
    };
    let commune = |n: u32| format!("genre = \"commune\"\npopulation = {n}");
    assert_eq!(sent("2026-03-08", &commune(3_499)), []);
    assert_eq!(sent("2026-03-09", &commune(3_499)), [("CONV-01", E)]);
    assert_eq!(sent("2026-03-06", &commune(3_500)), []);
    assert_eq!(sent("2026-03-07", &commune(3_500)), [("CONV-02", E)]);
    assert_eq!(sent("2026-03-07", "genre = \"commune\""), [("CONV-02", I)]);
    assert_eq!(sent("2026-03-06", "genre = \"communaute-communes\""), []);
    assert_eq!(sent("2026-03-07", "genre = \"communaute-communes\""), [("CONV-04", E)]);
    // An open syndicat mixte follows its statutes first.
    assert_eq!(sent("2026-03-07", "genre = \"syndicat-mixte\""), [("CONV-04", A)]);
    assert_eq!(sent("2026-02-28", "genre = \"departement\""), []);
    assert_eq!(sent("2026-03-01", "genre = \"departement\""), [("CONV-06", E)]);
    assert_eq!(sent("2026-03-09", "genre = \"commune\"\ndepartement = \"Moselle\""), []);
    assert_eq!(
        sent("2026-03-10", "genre = \"commune\"\ndepartement = \"Moselle\""),
        [("CONV-11", I)]
    );
    // An administrative board has rules of its own.
    assert_eq!(sent("2026-03-11", "genre = \"centre-action-sociale\""), []);
}

#[test]
fn an_emergency_leaves_one_clear_day_and_is_voted() {
    let urgence = |day: &str, vote: &str| {
        let convocation =
            format!("date = {day}\n[convocation.urgence]\nmotif = \"un mur menace\"\n{vote}");
        codes(Cas::default().with(|c| c.convocation = convocation))
    };
    assert_eq!(urgence("2026-03-10", "[convocation.urgence.vote]"), []);
    assert_eq!(urgence("2026-03-11", "[convocation.urgence.vote]"), [("CONV-05", E)]);
    assert_eq!(urgence("2026-03-10", ""), [("CONV-05", E)]);
    // A second summons has its own delay.
    let second = |day: &str| {
        let convocation = format!("date = 2026-03-10\nseance_sans_quorum = {day}");
        codes(Cas::default().with(|c| c.convocation = convocation))
    };
    assert_eq!(second("2026-03-09"), []);
    assert_eq!(second("2026-03-10"), [("QUOR-03", E)]);
}

#[test]
fn more_than_half_in_the_room() {
    let there =
        |presences: &str| codes(Cas::default().with(|c| c.presences = presences.to_owned()));
    assert_eq!(there("excuses = [\"GIRARD\", \"ROUX\", \"BENALI\"]"), []);
    assert_eq!(there("excuses = [\"GIRARD\", \"ROUX\", \"BENALI\", \"MOREAU\"]"), [("QUOR-01", E)]);
    // Powers do not count.
    let power = "excuses = [\"GIRARD\", \"ROUX\", \"BENALI\"]\npouvoirs = [{ mandant = \"MOREAU\", mandataire = \"LEFORT\" }]";
    assert_eq!(there(power), [("QUOR-01", E)]);
    let dept = codes(Cas::default().with(|c| {
        c.collectivite = "genre = \"region\"".to_owned();
        c.convocation = "date = 2026-02-20".to_owned();
        c.presences = "excuses = [\"GIRARD\", \"ROUX\", \"BENALI\", \"MOREAU\"]".to_owned();
    }));
    assert_eq!(dept, [("QUOR-02", E)]);
}

#[test]
fn one_power_each_two_in_the_health_emergency() {
    let two = "pouvoirs = [\n{ mandant = \"MOREAU\", mandataire = \"LEFORT\" },\n{ mandant = \"GIRARD\", mandataire = \
               \"LEFORT\" }]";
    let on = |day: &str, sent: &str| {
        codes(Cas::default().with(|c| {
            c.tete = format!("date = {day}\nsecretaires = [\"LEFORT\"]");
            c.convocation = format!("date = {sent}");
            c.presences = two.to_owned();
        }))
    };
    assert_eq!(on("2026-03-12", "2026-03-05"), [("PROC-01", E)]);
    assert_eq!(on("2021-03-12", "2021-03-05"), []);
}

#[test]
fn counts_and_results() {
    let vote = |vote: &str| codes(Cas::default().with(|c| c.vote = format!("[vote]\n{vote}")));
    assert_eq!(vote("pour = 5\ncontre = 1\nresultat = \"adoptee\""), []);
    assert_eq!(vote("pour = 6\ncontre = 1"), [("VOTE-01", E)]);
    assert_eq!(vote("pour = 4\ncontre = 1"), [("VOTE-01", E)]);
    assert_eq!(vote("contre = 6\nresultat = \"rejetee\""), []);
    assert_eq!(vote("contre = 7"), [("VOTE-01", E)]);
    assert_eq!(vote("contre = 3\nabstentions = 1\nresultat = \"adoptee\""), [("VOTE-02", E)]);
    // A tie: the president decides, except in a secret vote.
    assert_eq!(vote("contre = 3\npresident = \"pour\"\nresultat = \"adoptee\""), []);
    assert_eq!(vote("scrutin = \"secret\"\ncontre = 3\nresultat = \"adoptee\""), [("VOTE-03", E)]);
    assert_eq!(vote("scrutin = \"secret\"\ncontre = 3\nresultat = \"rejetee\""), []);
    assert_eq!(vote("scrutin = \"public\"\ncontre = [\"ROUX\"]"), []);
    assert_eq!(vote("scrutin = \"public\"\ncontre = 1"), [("VOTE-04", E)]);
    assert_eq!(
        vote("poste = \"délégué au syndicat\"\nmotif = \"à l’unanimité, à main levée\""),
        []
    );
}

#[test]
fn unanimity_is_what_the_counts_say() {
    let said = |formule: &str, vote: &str| {
        codes(Cas::default().with(|c| {
            c.acte = format!("formule = \"{formule} :\"\n{}", c.acte);
            c.vote = format!("[vote]\n{vote}");
        }))
    };
    assert_eq!(said("Le conseil, à l’unanimité", ""), []);
    assert_eq!(said("Le conseil, à l'unanimité", "abstentions = 1"), [("VOTE-08", A)]);
    assert_eq!(said("Le conseil, à l’unanimité des suffrages exprimés", "abstentions = 1"), []);
    assert_eq!(
        said("Le conseil, à l’unanimité des suffrages exprimés", "contre = 1"),
        [("VOTE-08", A)]
    );
}

#[test]
fn two_thirds_exactly() {
    let vote = |genre: &str, decision: &str, vote: &str| {
        codes(Cas::default().with(|c| {
            c.collectivite = format!("genre = \"{genre}\"");
            c.acte = format!(
                "objet = [\"Sports\", \"Piscine\"]\ndecisions = [{{ verbe = \"DÉCLARE\", texte = \"{decision}\" }}]"
            );
            c.vote = format!("[vote]\n{vote}");
        }))
    };
    let piscine = "d'intérêt communautaire la piscine.";
    let ca = "communaute-agglomeration";
    assert_eq!(vote(ca, piscine, "pour = 4\ncontre = 2"), []);
    assert_eq!(vote(ca, piscine, "pour = 3\ncontre = 2\nabstentions = 1"), [("VOTE-17", A)]);
    // What is only named « d’intérêt communautaire » is not defined.
    let works = "l’ouverture de la voirie d’intérêt communautaire.";
    assert_eq!(vote(ca, works, "pour = 3\ncontre = 2\nabstentions = 1"), []);
    // A commune has none to define.
    assert_eq!(vote("commune", piscine, "pour = 4\ncontre = 2"), []);
    // A rejection for want of them is right.
    let missed = "pour = 3\ncontre = 2\nabstentions = 1\nresultat = \"rejetee\"";
    assert_eq!(vote(ca, piscine, missed), []);
    assert_eq!(vote(ca, piscine, &format!("{missed}\nmajorite = \"interet-communautaire\"")), []);
    assert_eq!(vote(ca, piscine, "pour = 2\ncontre = 4"), []);
}

/// The law « engagement et proximité » is in force on 29 December 2019: the base is debated until the day before.
#[test]
fn the_base_of_the_two_thirds_on_either_side_of_each_law() {
    let vote = |day: &str, vote: &str| {
        let date: chrono::NaiveDate = day.parse().expect("a day");
        let mut found = codes(Cas::default().with(|c| {
            c.collectivite = "genre = \"communaute-agglomeration\"\ncommune_3500 = true".to_owned();
            c.tete = format!("date = {day}\nheure = 18:30:00\nsecretaires = [\"LEFORT\"]");
            c.convocation = format!("date = {}", date - chrono::Days::new(7));
            c.acte = "objet = [\"Sports\", \"Piscine\"]\ndecisions = [{ verbe = \"DÉCLARE\", texte = \"d’intérêt \
                      communautaire la piscine.\" }]"
                .to_owned();
            c.vote = format!("[vote]\n{vote}");
        }));
        found.retain(|(code, _)| code.starts_with("VOTE"));
        found
    };
    // Seven seats, six members there: five are two thirds of the seats, four of the votes cast.
    let (seats, cast, none) =
        ("pour = 5\ncontre = 1", "pour = 4\ncontre = 2", "pour = 3\ncontre = 2\nabstentions = 1");
    for (day, code, severe) in [
        ("2012-12-07", "VOTE-09", E),
        ("2015-08-08", "VOTE-09", E),
        ("2015-08-09", "VOTE-10", A),
        ("2019-12-28", "VOTE-10", A),
    ] {
        assert_eq!(vote(day, seats), [], "{day}");
        assert_eq!(vote(day, cast), [(code, severe)], "{day}");
        assert_eq!(vote(day, none), [(code, severe)], "{day}");
        assert_eq!(vote(day, &format!("{cast}\nresultat = \"rejetee\"")), [], "{day}");
        let declared =
            format!("{cast}\nmajorite = \"interet-communautaire\"\nresultat = \"rejetee\"");
        assert_eq!(vote(day, &declared), [], "{day}");
    }
    for day in ["2019-12-29", "2024-05-16"] {
        assert_eq!(vote(day, cast), [], "{day}");
        assert_eq!(vote(day, none), [("VOTE-17", A)], "{day}");
    }
}

/// « De manière dématérialisée », since the same day.
#[test]
fn a_summons_on_paper_is_told_since_29_december_2019() {
    let paper = |day: &str| {
        let date: chrono::NaiveDate = day.parse().expect("a day");
        codes(Cas::default().with(|c| {
            c.tete = format!("date = {day}\nsecretaires = [\"LEFORT\"]");
            c.convocation = format!("date = {}\nmode = \"papier\"", date - chrono::Days::new(7));
        }))
    };
    assert_eq!(paper("2019-12-28"), []);
    assert_eq!(paper("2019-12-29"), [("CONV-09", I)]);
}

#[test]
fn a_nomination_is_that_of_a_member() {
    let act = |objet: &str, more: &str, texte: &str| {
        codes(Cas::default().with(|c| {
            c.acte = format!(
                "objet = [\"Assemblée\", \"{objet}\"]\n{more}\narticles = [{{ texte = \"{texte}\" }}]"
            );
        }))
    };
    let plain = "M. Karim BENALI est désigné.";
    let delegue = "Désignation d’un délégué au syndicat des eaux";
    assert_eq!(act(delegue, "", plain), [("VOTE-05", A)]);
    assert_eq!(act(delegue, "matiere = \"5.3\"", plain), [("VOTE-05", A)]);
    assert_eq!(act(delegue, "", "Une seule candidature a été déposée : M. BENALI."), []);
    for (objet, more) in [
        ("Nomination d’un coordonnateur du recensement", ""),
        ("Nomination d’un agent recenseur", ""),
        ("Dénomination et nomination de voies", ""),
        ("Nomination de la rue du Stade", ""),
        ("Nomination de deux régisseurs", ""),
        ("Désignation d’un délégué à la protection des données", "matiere = \"4.4\""),
    ] {
        assert_eq!(act(objet, more, plain), [], "{objet}");
    }
}

/// The quorum is that of the debate: the law itself sends the executive out.
#[test]
fn the_quorum_of_the_accounts_is_that_of_the_debate() {
    let act = |cause: &str| {
        codes(Cas::default().with(|c| {
            c.acte = "objet = [\"Finances\", \"Compte administratif 2025\"]".to_owned();
            c.tete = format!("{}\npresident = \"LEFORT\"", c.tete);
            c.presences = "excuses = [\"GIRARD\", \"ROUX\", \"BENALI\"]".to_owned();
            c.vote = format!(
                "[vote]\nnon_participations = [{{ membre = \"MARTIN\", cause = \"{cause}\", quitte_la_salle = true }}]"
            );
        }))
    };
    assert_eq!(act("compte-administratif"), []);
    assert_eq!(act("refus"), [("QUOR-01", A)]);
}

#[test]
fn posting_is_recalled_of_a_bare_draft_alone() {
    let act = |genre: &str, etat: &str, mode: &str, day: &str| {
        let date: chrono::NaiveDate = day.parse().expect("a day");
        let cas = Cas::default().with(|c| {
            c.collectivite = format!("genre = \"{genre}\"");
            c.tete = format!("date = {day}\nsecretaires = [\"LEFORT\"]");
            c.convocation = format!("date = {}", date - chrono::Days::new(15));
            c.vote = format!("{etat}\n{mode}");
        });
        let mut found = found(&cas.dossier());
        found.retain(|c| c.code == "PUBL-06");
        found.into_iter().map(|c| (c.severite, c.base.unwrap_or("").to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(act("commune", "", "", "2022-06-30"), []);
    assert_eq!(act("commune", "[vote]", "", "2022-06-30"), []);
    let online = "[mentions]\npublication = 2016-03-20\nmode_publication = \"electronique\"";
    for (genre, severite, article) in
        [("commune", E, "L. 2131-1"), ("departement", A, "L. 3131-1"), ("region", A, "L. 4141-1")]
    {
        let found = act(genre, "[vote]", online, "2016-03-10");
        let [(said, base)] = found.as_slice() else { panic!("{genre}: {found:?}") };
        assert_eq!(*said, severite, "{genre}");
        assert!(base.contains(article), "{genre}: {base}");
    }
    // It may have been enough in the health emergency.
    let online = online.replace("2016-03-20", "2021-03-20");
    assert_eq!(act("commune", "[vote]", &online, "2021-03-10")[0].0, I);
    assert_eq!(act("commune", "[vote]", &online.replace("2021", "2022"), "2022-07-01"), []);
}

#[test]
fn the_executive_leaves_the_vote_of_its_accounts() {
    let act = |objet: &str, tete: &str, vote: &str| {
        codes(Cas::default().with(|c| {
            c.acte = format!("objet = [\"Finances\", \"{objet}\"]");
            c.tete = format!("{}\n{tete}", c.tete);
            c.vote = format!("[vote]\n{vote}");
        }))
    };
    let out = "non_participations = [{ membre = \"MARTIN\", cause = \"compte-administratif\", quitte_la_salle = true }]";
    assert_eq!(act("Compte administratif 2025", "", ""), [("VOTE-12", E)]);
    // An act alone has no place that says who presides once the mayor has left.
    assert_eq!(act("Compte administratif 2025", "", out), []);
    assert_eq!(act("Compte administratif 2025", "president = \"LEFORT\"", out), []);
    assert_eq!(act("Affectation du résultat du compte administratif 2025", "", ""), []);
    assert_eq!(act("Compte administratif du syndicat des eaux", "", ""), []);
    // Who only does not vote stays in the room.
    let stays = "non_participations = [{ membre = \"MARTIN\", cause = \"refus\" }]";
    let lefort = "president = \"LEFORT\"";
    assert_eq!(act("Compte administratif 2025", lefort, stays), [("VOTE-12", E)]);
    let stays = "non_participations = [{ membre = \"MARTIN\", cause = \"compte-administratif\" }]";
    assert_eq!(act("Compte administratif 2025", lefort, stays), [("VOTE-12", E)]);
    let leaves =
        "non_participations = [{ membre = \"MARTIN\", cause = \"refus\", quitte_la_salle = true }]";
    assert_eq!(act("Compte administratif 2025", lefort, leaves), []);
    // The classification comes before the words.
    let other = "Compte administratif 2025\"]\nmatiere = \"8.1\"\n# [\"";
    assert_eq!(act(other, "", ""), []);
}

#[test]
fn the_hints_name_a_member_who_is_there() {
    let cas = Cas::default().with(|c| {
        c.acte = "objet = [\"Finances\", \"Compte administratif 2025\"]".to_owned();
        c.tete = format!("{}\npresident = \"MARTIN\"", c.tete);
        c.presences = "excuses = [\"DELAUNAY\"]".to_owned();
    });
    let found = found(&cas.dossier());
    let [one] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(one.lieu.fichier, "deliberation.toml");
    assert!(one.aide.as_ref().is_some_and(|a| a.contains("\"MARTIN\"")), "{:?}", one.aide);
}

#[test]
fn an_interested_member_does_not_report() {
    let act = |rapporteur: &str| {
        codes(Cas::default().with(|c| {
            c.acte = format!("rapporteur = \"{rapporteur}\"\n{}", c.acte);
            c.vote = "[vote]\nnon_participations = [{ membre = \"ROUX\", cause = \"interet\" }]"
                .to_owned();
        }))
    };
    assert_eq!(act("LEFORT"), []);
    assert_eq!(act("ROUX"), [("VOTE-13", E)]);
}

/// The reader refuses such a name; a model made by hand may have it.
#[test]
fn an_interested_member_does_not_vote() {
    use delibere::model::{CauseNonParticipation, NonParticipation, Voix};
    let mut dossier = Cas::default().dossier();
    let roux = dossier.seance.conseillers[4].id.clone();
    let vote = dossier.deliberation.vote.as_mut().expect("a vote");
    vote.contre = Some(Voix::Noms(vec![roux.clone()]));
    vote.non_participations.push(NonParticipation {
        membre: roux,
        cause: CauseNonParticipation::Interet,
        motif: None,
        quitte_la_salle: true,
    });
    let found = found(&dossier);
    let [one] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!((one.code, one.lieu.chemin.as_str()), ("VOTE-13", "vote.contre[0]"));
}

#[test]
fn days_of_an_act() {
    let mentions =
        |m: &str| codes(Cas::default().with(|c| c.vote = format!("[vote]\n[mentions]\n{m}")));
    assert_eq!(
        mentions("transmission = 2026-03-16\npublication = 2026-03-17\nexecutoire = 2026-03-17"),
        []
    );
    // Transmitted after it was published.
    assert_eq!(
        mentions("transmission = 2026-03-18\npublication = 2026-03-17\nexecutoire = 2026-03-17"),
        [("EXEC-01", E)]
    );
    assert_eq!(
        mentions("transmission = 2026-03-16\npublication = 2026-03-17\nexecutoire = 2026-04-01"),
        [("EXEC-01", A)]
    );
    assert_eq!(mentions("publication = 2026-03-17\nexecutoire = 2026-03-17"), [("EXEC-01", A)]);
    assert_eq!(mentions("transmission = 2026-03-12"), []);
    assert_eq!(mentions("transmission = 2026-03-11"), [("EXEC-02", E)]);
    assert_eq!(mentions("publication = 2026-03-17\nfin_publication = 2026-05-17"), []);
    assert_eq!(
        mentions("publication = 2026-03-17\nfin_publication = 2026-05-16"),
        [("PUBL-05", E)]
    );
}

#[test]
fn what_follows_a_sitting() {
    let suites = |s: &str| {
        codes(Cas::default().with(|c| c.presences = format!("{}\n[suites]\n{s}", c.presences)))
    };
    assert_eq!(suites("liste = 2026-03-19"), []);
    assert_eq!(suites("liste = 2026-03-20"), [("PUBL-07", A)]);
    assert_eq!(suites("pv_arrete = 2026-05-21\npv_publie = 2026-05-28"), []);
    assert_eq!(suites("pv_arrete = 2026-05-21\npv_publie = 2026-05-29"), [("PUBL-10", E)]);
    assert_eq!(suites("pv_arrete = 2026-03-12"), [("PUBL-10", E)]);
}

#[test]
fn how_the_act_may_be_challenged() {
    let mention = |texte: &str| {
        codes(Cas::default().with(|c| {
            c.collectivite =
                format!("genre = \"commune\"\ndepartement = \"Orne\"\n[theme.formules]\nrecours = \"{texte}\"");
        }))
    };
    let right = "Recours devant le tribunal administratif de Caen dans un délai de deux mois.";
    assert_eq!(mention(right), []);
    assert_eq!(mention("Recours devant le tribunal administratif, dans les deux mois."), []);
    assert_eq!(mention(&right.replace("Caen", "Rennes")), [("RECO-03", E)]);
    assert_eq!(mention(&right.replace("deux mois", "quatre mois")), [("RECO-02", E)]);
    let away = found(
        &Cas::default()
            .with(|c| {
                c.collectivite = format!(
                    "genre = \"commune\"\ndepartement = \"Loiret\"\n[theme.formules]\nrecours = \"{right}\""
                );
            })
            .dossier(),
    );
    assert_eq!(
        away[0].message,
        "la collectivité (Loiret) relève du tribunal administratif d’Orléans"
    );
    // The delays of distance stand beside the two months.
    assert_eq!(mention(&format!("{right} Ce délai est augmenté d’un mois outre-mer.")), []);
}

/// A suit that is there already is no mention of remedies.
#[test]
fn a_suit_is_not_a_mention() {
    let texte = |texte: &str| {
        codes(Cas::default().with(|c| {
            c.collectivite = "genre = \"commune\"\ndepartement = \"Orne\"".to_owned();
            c.acte =
                format!("objet = [\"Affaires générales\"]\narticles = [{{ texte = \"{texte}\" }}]");
        }))
    };
    let court = "devant le tribunal administratif de Rennes";
    for suit in [
        format!(
            "Le maire défend la commune ; défendre la commune dans le recours introduit depuis six mois {court}."
        ),
        format!("Le maire est autorisé à ester en justice {court}, dans un délai de trois mois."),
        format!("Le recours introduit par M. X {court}, à compter de mars, est sans objet."),
        format!("Le maire est chargé d’intenter les recours {court} dans les délais de six mois."),
        format!("Il est pris acte du désistement du recours pendant {court}."),
    ] {
        assert_eq!(texte(&suit), [], "{suit}");
    }
    let may = format!("L’acte peut faire l’objet d’un recours {court}, dans un délai de six mois.");
    assert_eq!(texte(&may), [("RECO-02", E), ("RECO-03", E)]);
    let may = format!("La décision peut être contestée {court} à compter de sa notification.");
    assert_eq!(texte(&may), [("RECO-03", E)]);
}

#[test]
fn days_of_the_ledger_count() {
    let act = |mentions: &str, vie: &str| {
        let mut dossier =
            Cas::default().with(|c| c.vote = format!("[vote]\n[mentions]\n{mentions}")).dossier();
        use delibere::model::{Etape, NatureEtape};
        for (nature, day) in vie.split_whitespace().filter_map(|s| s.split_once(':')) {
            let nature = match nature {
                "transmise" => NatureEtape::Transmise,
                "recue" => NatureEtape::Recue,
                _ => NatureEtape::Publiee,
            };
            let date = day.parse().expect("a day");
            dossier.vie.etapes.push(Etape { nature, date, acteur: None, preuve: None });
        }
        found(&dossier)
            .iter()
            .map(|c| (c.code, c.severite, c.lieu.fichier.clone()))
            .collect::<Vec<_>>()
    };
    let executoire = "executoire = 2026-03-17";
    assert_eq!(act(executoire, "transmise:2026-03-16 publiee:2026-03-17"), []);
    // The publication is not dated anywhere.
    let found = act(executoire, "transmise:2026-03-16");
    assert_eq!(found, [("EXEC-01", E, "deliberation.toml".to_owned())]);
    // What is declared and what is noted follow each other, or not.
    let end = "fin_publication = 2026-03-15";
    assert_eq!(act(end, "publiee:2026-03-17"), [("EXEC-02", E, "deliberation.toml".to_owned())]);
    let end = "fin_publication = 2026-05-16";
    assert_eq!(act(end, "publiee:2026-03-17"), [("PUBL-05", E, "deliberation.toml".to_owned())]);
    assert_eq!(act("fin_publication = 2026-05-17", "publiee:2026-03-17"), []);
    // The transmission is enough, and the acknowledgement that proves it is used as well.
    for day in ["2026-03-16", "2026-03-17"] {
        let m = format!(
            "transmission = 2026-03-16\nreception = 2026-03-17\npublication = 2026-03-13\nexecutoire = {day}"
        );
        assert_eq!(act(&m, ""), [], "{day}");
    }
}

#[test]
fn a_number_given_by_hand_is_not_told() {
    let act = |more: &str| {
        let mut cas = Cas::default();
        cas.acte = format!("{}\n{more}", cas.acte);
        let mut dossier = cas.dossier();
        dossier.deliberation.numero.affiche = "2026-014".to_owned();
        found(&dossier).iter().map(|c| c.code).collect::<Vec<_>>()
    };
    assert_eq!(act(""), ["ACTE-01"]);
    assert_eq!(act("numero_transmis = \"2026_014\""), [""; 0]);
}

#[test]
fn names_under_an_act() {
    let acte = |signature: &str| {
        codes(
            Cas::default().with(|c| c.vote = format!("[vote]\n[signature]\nnom = \"{signature}\"")),
        )
    };
    assert_eq!(acte("Camille MARTIN"), []);
    assert_eq!(acte("MARTIN"), [("FORM-06", A)]);
}

#[test]
fn personal_data_are_announced_by_their_words() {
    let texte = |texte: &str| {
        codes(Cas::default().with(|c| {
            c.acte = format!("objet = [\"Vie locale\"]\narticles = [{{ texte = \"{texte}\" }}]");
        }))
    };
    assert_eq!(texte("Mme Ada LOISEL est nommée régisseuse."), []);
    assert_eq!(texte("La somme demeurant due, le conseil ne le fait pas."), []);
    assert_eq!(
        texte("Mme Ada LOISEL, née le 3 mai 1971, est nommée régisseuse."),
        [("PUBL-15", A)]
    );
    assert_eq!(texte("Louise Michel, née le 29 mai 1830, donne son nom à la rue."), []);
    assert_eq!(texte("Simone Veil, née le 13 juillet 1927, décédée le 30 juin 2017."), []);
    assert_eq!(texte("Le dossier donne la date de naissance de l’enfant et un IBAN."), []);
    assert_eq!(
        texte("Victor Hugo, né le 26 février 1802 ; M. Paul X, né le 2 juin 1980."),
        [("PUBL-15", A)]
    );
    assert_eq!(texte("Le compte IBAN FR76 3000 4000 est crédité."), [("PUBL-15", A)]);
}
