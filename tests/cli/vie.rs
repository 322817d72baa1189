//! `vie`, `accuse`, `transmettre`: the commands by which an act lives and leaves.

use std::fs;
use std::path::Path;

use super::dossiers::{names, small};
use crate::support::{Run, delibere, run};

/// An adopted act with all that the prefecture asks for.
pub fn adopted(folder: &Path) {
    let invalid = crate::support::root().join("fixtures/invalid");
    let voted = invalid.join("EXEC-01-avant-la-publication");
    fs::create_dir_all(folder).expect("folder");
    for nom in ["assemblee.toml", "seance.toml"] {
        fs::copy(voted.join(nom), folder.join(nom)).expect("copied");
    }
    fs::copy(invalid.join("collectivite.toml"), folder.join("collectivite.toml")).expect("copied");
    let acte = fs::read_to_string(voted.join("deliberation.toml")).expect("text");
    let (acte, _) = acte.split_once("[mentions]").expect("its last table");
    let acte = format!("matiere = \"8.1\"\n{acte}");
    fs::write(folder.join("deliberation.toml"), acte).expect("written");
    let mut c = fs::read_to_string(folder.join("collectivite.toml")).expect("text");
    c.insert_str(0, "siren = \"241400415\"\ncode_departement = \"14\"\n");
    c.push_str(
        "\n[teletransmission]\narrondissement = 2\n\
         trigramme = \"abc\"\nadresses_retour = [\"actes@exemple.fr\"]\n",
    );
    fs::write(folder.join("collectivite.toml"), c).expect("written");
}

const ID: &str = "014-241400415-20260312-2026_014-DE";

fn vie(folder: &Path, args: &[&str]) -> Run {
    run(["vie", &folder.display().to_string()].into_iter().chain(args.iter().copied()))
}

fn ledger(folder: &Path) -> String {
    fs::read_to_string(folder.join("vie.toml")).unwrap_or_default()
}

#[test]
fn an_act_is_in_force_once_sent_and_public() {
    let folder = tempfile::tempdir().expect("temporary folder");
    adopted(folder.path());
    let said = vie(folder.path(), &[]);
    assert_eq!((said.code, &*said.err), (Some(0), ""));
    assert!(said.out.contains("il manque sa transmission et sa publication"), "{}", said.out);
    let said = vie(folder.path(), &["--transmise", "2026-03-16", "--acteur", "l’agent \"A\""]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("il manque sa publication"), "{}", said.out);
    let before = ledger(folder.path());
    let said = vie(folder.path(), &["--publiee", "2026-03-18", "--recue", "2026-03-16"]);
    assert!(said.out.contains("exécutoire depuis le 18\u{a0}mars 2026"), "{}", said.out);
    assert!(said.out.contains("L. 2131-1"), "{}", said.out);
    let after = ledger(folder.path());
    assert!(after.starts_with(&before), "rewritten:\n{before}\n{after}");
    // What it wrote is read without a fault, and checked.
    let said = run(["verifier".as_ref(), folder.path().as_os_str()]);
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    assert_eq!(vie(folder.path(), &["--abrogee", "2027-01-01"]).code, Some(0));
    assert!(vie(folder.path(), &[]).out.contains("abrogée le 1er\u{a0}janvier 2027"));
}

#[test]
fn a_step_that_cannot_be_is_not_written() {
    let folder = tempfile::tempdir().expect("temporary folder");
    adopted(folder.path());
    for (args, word) in [
        (&["--recue", "2026-03-16"][..], "transmission"),
        (&["--publiee", "2026-03-11"], "séance"),
        (&["--transmise", "2026-03-16", "--recue", "2026-03-15"], "précède"),
        (&["--rejetee", "2026-03-12"], "contredit"),
        (&["--adoptee", "2026-03-13"], "séance"),
    ] {
        let said = vie(folder.path(), args);
        assert_eq!(said.code, Some(1), "{args:?} {}", said.out);
        assert!(said.err.contains(word) && said.err.contains("aide"), "{args:?} {}", said.err);
        assert_eq!(ledger(folder.path()), "", "{args:?}");
    }
    assert_eq!(vie(folder.path(), &["--publiee", "12/03/2026"]).code, Some(2));
    assert_eq!(vie(folder.path(), &["--preuve", "x"]).code, Some(2));
    fs::write(folder.path().join("vie.toml"), "[[etapes]]\nnature = \"pub").expect("written");
    assert_eq!(vie(folder.path(), &["--publiee", "2026-03-18"]).code, Some(1));
    assert_eq!(ledger(folder.path()), "[[etapes]]\nnature = \"pub");
}

/// What could not be read back is not written: the dossier would be shut for good.
#[test]
fn a_step_that_would_shut_the_dossier_is_not_written() {
    let folder = tempfile::tempdir().expect("temporary folder");
    adopted(folder.path());
    let said = vie(folder.path(), &["--transmise", "2026-03-16", "--acteur", "Zoé 😀"]);
    assert_eq!(said.code, Some(1), "{}", said.out);
    assert!(said.err.contains("LECT-32") && said.err.contains("rien n’a été noté"), "{}", said.err);
    assert_eq!(ledger(folder.path()), "");
    // An array in one line is a ledger too; a table cannot be added after it.
    let inline = "etapes = [{ nature = \"transmise\", date = 2026-03-16 }]\n";
    fs::write(folder.path().join("vie.toml"), inline).expect("written");
    assert_eq!(vie(folder.path(), &[]).code, Some(0));
    let said = vie(folder.path(), &["--publiee", "2026-03-18"]);
    assert_eq!(said.code, Some(1), "{}", said.out);
    assert!(said.err.contains("rien n’a été noté"), "{}", said.err);
    assert_eq!(ledger(folder.path()), inline);
    fs::remove_file(folder.path().join("vie.toml")).expect("removed");
    let said = vie(folder.path(), &["--transmise", "2026-03-16", "--acteur", "Zoé\nPin"]);
    assert!(said.code == Some(0) && said.out.contains("(Zoé Pin)"), "{}{}", said.out, said.err);
}

/// Adopted by its ledger alone, an act is no draft for any command.
#[test]
fn a_draft_is_an_act_once_its_ledger_says_so() {
    let folder = tempfile::tempdir().expect("temporary folder");
    adopted(folder.path());
    let acte = folder.path().join("deliberation.toml");
    let text = fs::read_to_string(&acte).expect("text");
    let (head, rest) = text.split_once("[vote]").expect("its vote");
    let rest = rest.find("\n[").map_or("", |at| &rest[at..]);
    let text = format!("etat = \"projet\"\n{head}{rest}");
    fs::write(&acte, text).expect("written");
    let pdf = folder.path().join("acte.pdf");
    fs::write(&pdf, b"%PDF-1.7\n%%EOF\n").expect("written");
    let send = || {
        run([
            "transmettre".as_ref(),
            folder.path().as_os_str(),
            "--envoi=2026-03-16".as_ref(),
            "--sans-annexe".as_ref(),
            "--acte".as_ref(),
            pdf.as_os_str(),
        ])
    };
    assert!(send().err.contains("projet"), "a draft left");
    assert_eq!(vie(folder.path(), &["--adoptee", "2026-03-12"]).code, Some(0));
    let said = send();
    assert_eq!(said.code, Some(0), "{}", said.err);
    let said = run(["publier".as_ref(), folder.path().as_os_str(), "--format=akn".as_ref()]);
    assert_eq!(said.code, Some(0), "{}", said.err);
}

/// Where only the site makes an act public, posting it does not put it in force.
#[test]
fn posting_is_no_publicity_where_the_law_wants_the_site() {
    let folder = tempfile::tempdir().expect("temporary folder");
    adopted(folder.path());
    let c = folder.path().join("collectivite.toml");
    let text = fs::read_to_string(&c).expect("text");
    fs::write(&c, format!("population = 3500\n{text}")).expect("written");
    let said = vie(folder.path(), &["--transmise", "2026-03-16", "--affichee", "2026-03-17"]);
    assert!(said.out.contains("il manque sa publication"), "{}{}", said.out, said.err);
    let checked = || run(["verifier".as_ref(), folder.path().as_os_str()]);
    let found = checked();
    assert!(found.out.contains("PUBL-01") || found.err.contains("PUBL-01"), "{}", found.out);
    let said = vie(folder.path(), &["--publiee", "2026-03-18"]);
    assert!(said.out.contains("exécutoire depuis le 18\u{a0}mars 2026"), "{}", said.out);
    let found = checked();
    assert!(!found.out.contains("PUBL-01") && !found.err.contains("PUBL-01"), "{}", found.out);
}

/// Writers side by side: each withdraws what none other can, all lines are there, and the file always reads.
#[test]
fn writers_at_once_lose_no_line() {
    let folder = tempfile::tempdir().expect("temporary folder");
    adopted(folder.path());
    let steps = ["--transmise", "--publiee", "--affichee", "--adoptee"];
    let children: Vec<_> = steps
        .iter()
        .map(|step| {
            let day = if *step == "--adoptee" { "2026-03-12" } else { "2026-03-16" };
            delibere().arg("vie").arg(folder.path()).args([step, day]).spawn().expect("it runs")
        })
        .collect();
    for mut child in children {
        assert!(child.wait().expect("it ends").success());
    }
    let text = ledger(folder.path());
    assert_eq!(text.matches("[[etapes]]").count(), 4, "{text}");
    assert_eq!(vie(folder.path(), &[]).code, Some(0));
}

/// Killed at any moment, a writer leaves a ledger that reads, with every line that was said to be written.
#[cfg(unix)]
#[test]
fn a_killed_writer_leaves_whole_lines() {
    use std::time::Duration;
    let folder = tempfile::tempdir().expect("temporary folder");
    adopted(folder.path());
    let look = || assert_eq!(vie(folder.path(), &[]).code, Some(0));
    let takes = duration(look) * 2;
    let mut hasard = crate::support::Hasard(7);
    let (mut killed, mut noted) = (0, 0);
    for round in 0..rounds() {
        // Refused and sent again: as many lines as one wants.
        let step = if noted % 2 == 0 { "--transmise" } else { "--anomalie" };
        let proof = format!("tour {round} {}", "é".repeat(300));
        let before = ledger(folder.path());
        let mut child = delibere()
            .arg("vie")
            .arg(folder.path())
            .args([step, "2026-03-16", "--preuve", &proof])
            .stdout(std::process::Stdio::null())
            .spawn()
            .expect("it runs");
        std::thread::sleep(Duration::from_micros(hasard.below(takes)));
        let _ = child.kill();
        let done = child.wait().expect("it ends").success();
        killed += usize::from(!done);
        let after = ledger(folder.path());
        assert!(after.starts_with(&before), "a line is lost");
        assert!(after.parse::<toml::Table>().is_ok(), "half a line:\n{after}");
        let found = after.matches("[[etapes]]").count();
        assert!(found == noted + 1 || (!done && found == noted), "{done} {noted} {found}");
        noted = found;
    }
    assert!(killed > 0 && noted > 0, "nothing was tried: {killed} killed, {noted} noted");
    assert_eq!(vie(folder.path(), &[]).code, Some(0));
}

fn answer(folder: &Path, nom: &str, id: &str, date: &str) -> String {
    let path = folder.join(nom);
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><actes:ARActe xmlns:actes=\"http://www.interieur.gouv.fr/ACTES#v1.1-20040216\" \
         actes:IDActe=\"{id}\" actes:DateReception=\"{date}\"/>"
    );
    fs::write(&path, xml).expect("written");
    path.display().to_string()
}

#[test]
fn an_acknowledgement_is_noted_once_for_its_own_act() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let acte = folder.path().join("seance/2026-014");
    adopted(&acte);
    let root = folder.path().display().to_string();
    let ar = answer(folder.path(), &format!("{ID}-1-2_0.xml"), ID, "2026-03-17");
    let said = run(["accuse", &ar, "--acte", &root]);
    assert_eq!(said.code, Some(1), "received before it is sent: {}", said.err);
    assert_eq!(ledger(&acte), "");
    assert_eq!(vie(&acte, &["--transmise", "2026-03-16"]).code, Some(0));
    let said = run(["accuse", &ar, "--acte", &root]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("reçu par la préfecture le 17/03/2026"), "{}", said.out);
    let noted = ledger(&acte);
    assert!(noted.contains(&format!("preuve = \"{ID}-1-2_0.xml\"")), "{noted}");
    let said = run(["accuse", &ar, "--acte", &root]);
    assert!(said.code == Some(0) && said.out.contains("déjà noté"), "{} {}", said.out, said.err);
    assert_eq!(ledger(&acte), noted);
    let other =
        answer(folder.path(), "autre.xml", &ID.replace("2026_014", "2026_015"), "2026-03-17");
    let said = run(["accuse", &other, "--acte", &root]);
    assert_eq!((said.code, ledger(&acte)), (Some(1), noted));
    assert!(said.err.contains("2026_015"), "{}", said.err);
}

/// The annulment of a transmission, from the message to the answer: the act stands, its number cannot serve again.
#[test]
fn an_annulment_is_sent_answered_and_noted() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let acte = folder.path().join("acte");
    adopted(&acte);
    let dossier = acte.display().to_string();
    let off = ["transmettre", &dossier, "--annulation", "--envoi", "2026-03-19"];
    let said = run(off);
    assert_eq!(said.code, Some(1), "never sent: {}", said.err);
    assert!(said.err.contains("aucune transmission"), "{}", said.err);
    assert_eq!(vie(&acte, &["--transmise", "2026-03-16"]).code, Some(0));
    let early = run(["transmettre", &dossier, "--annulation", "--envoi", "2026-03-15"]);
    assert!(early.code == Some(1) && early.err.contains("précède"), "{}", early.err);
    let said = run(off);
    assert_eq!(said.code, Some(0), "{}", said.err);
    let made = names(&acte.join("transmission"));
    assert!(made.contains(&format!("{ID}-6-1_0.xml")), "{made:?}");
    let answer = answer(folder.path(), &format!("{ID}-6-2_0.xml"), ID, "2026-03-20");
    let xml = fs::read_to_string(&answer).expect("text").replace("ARActe", "ARAnnulation");
    fs::write(&answer, xml).expect("written");
    let said = run(["accuse", &answer, "--acte", &dossier]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("l’annulation de la transmission"), "{}", said.out);
    assert!(ledger(&acte).contains("nature = \"transmission-annulee\""), "{}", ledger(&acte));
    let told = vie(&acte, &[]).out;
    assert!(told.contains("il manque sa transmission"), "{told}");
    // The number is used up; another one goes.
    let again = ["transmettre", &dossier, "--depot", "--sans-annexe", "--envoi", "2026-03-23"];
    let pdf = folder.path().join("signe.pdf");
    fs::write(&pdf, "%PDF-1.7\n").expect("written");
    let pdf = pdf.display().to_string();
    let again: Vec<&str> = again.into_iter().chain(["--acte", &pdf]).collect();
    let said = run(&again);
    assert_eq!(said.code, Some(1), "{}", said.out);
    assert!(said.err.contains("ce numéro ne peut plus servir"), "{}", said.err);
    let path = acte.join("deliberation.toml");
    let texte = fs::read_to_string(&path).expect("text");
    fs::write(&path, format!("numero_transmis = \"2026_014B\"\n{texte}")).expect("written");
    let said = run(&again);
    assert_eq!(said.code, Some(0), "{}", said.err);
}

#[test]
fn a_package_is_written_whole_with_the_files_that_are_given() {
    let folder = tempfile::tempdir().expect("temporary folder");
    adopted(folder.path());
    let pdf = folder.path().join("signe.pdf");
    fs::write(&pdf, "%PDF-1.7\nsigné\n%%EOF\n").expect("written");
    let (dossier, pdf) = (folder.path().display().to_string(), pdf.display().to_string());
    let annexe = format!("21_RP={pdf}");
    let mut args = vec!["transmettre", &dossier, "--acte", &pdf, "--annexe", &annexe];
    let said = run(&args);
    assert_eq!(said.code, Some(2), "no day: {}", said.err);
    args.extend(["--envoi", "2026-03-16"]);
    let said = run(&args);
    assert_eq!(said.code, Some(0), "{}", said.err);
    let out = folder.path().join("transmission");
    let expected = [
        format!("{ID}-1-1_0.xml"),
        format!("21_RP-{ID}-1-1_2.pdf"),
        format!("99_DE-{ID}-1-1_1.pdf"),
        "EACT--241400415--20260316-1.xml".to_owned(),
        "abc-EACT--241400415--20260316-1.tar.gz".to_owned(),
    ];
    let mut sorted = expected.to_vec();
    sorted.sort();
    assert_eq!(names(&out), sorted);
    let archive = fs::read(out.join(&expected[4])).expect("an archive");
    assert_eq!(run(&args).code, Some(0));
    assert_eq!(fs::read(out.join(&expected[4])).expect("an archive"), archive, "the same bytes");

    let depot = folder.path().join("depot").display().to_string();
    args.extend(["--depot", "--sortie", &depot]);
    assert_eq!(run(&args).code, Some(0));
    assert!(names(Path::new(&depot)).contains(&"metadonnees.json".to_owned()));
}

#[test]
fn an_act_with_an_error_or_without_a_datum_does_not_leave() {
    let folder = tempfile::tempdir().expect("temporary folder");
    small(folder.path(), "Texte.");
    let pdf = folder.path().join("signe.pdf");
    fs::write(&pdf, "%PDF-1.7\n").expect("written");
    let (dossier, pdf) = (folder.path().display().to_string(), pdf.display().to_string());
    let args = ["transmettre", &dossier, "--acte", &pdf, "--sans-annexe", "--envoi", "2026-03-16"];
    let said = run(args);
    assert_eq!(said.code, Some(1));
    for word in ["SIREN", "matière", "projet", "ENVOI-01", "deliberation.toml"] {
        assert!(said.err.contains(word), "{word} in {}", said.err);
    }
    assert!(!folder.path().join("transmission").exists());
    let invalid = crate::support::root().join("fixtures/invalid/VIE-02-publiee-avant-la-seance");
    let said = run(["transmettre", &invalid.display().to_string(), "--envoi", "2026-03-16"]);
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(said.err.contains("VIE-02"), "{}", said.err);
}

#[test]
fn the_classification_is_listed() {
    let said = run(["transmettre", "--matieres"]);
    assert_eq!((said.code, &*said.err), (Some(0), ""));
    assert!(said.out.contains("\n7.10     Divers\n"), "{}", said.out);
    assert!(
        run(["transmettre", "--types-piece"]).out.contains("DE  21_RP  Rapport de présentation\n")
    );
}

/// Killed at any moment, `transmettre` and `publier` leave no half file under a final name.
#[cfg(unix)]
#[test]
fn a_killed_export_leaves_whole_files() {
    use std::collections::BTreeMap;
    use std::time::Duration;
    let folder = tempfile::tempdir().expect("temporary folder");
    let acte = folder.path().join("acte");
    adopted(&acte);
    let c = acte.join("collectivite.toml");
    let texte = fs::read_to_string(&c).expect("text");
    fs::write(&c, texte.replace("siren =", "siret = \"24140041500014\"\nsiren ="))
        .expect("written");
    let pdf = folder.path().join("signe.pdf");
    fs::write(&pdf, [b"%PDF-1.7\n".as_slice(), &vec![b'x'; 400_000]].concat()).expect("written");
    let out = folder.path().join("sortie");
    let start = |publish: bool| {
        let mut command = delibere();
        if publish {
            command.arg("publier").arg(&acte);
        } else {
            command.arg("transmettre").arg(&acte).args([
                "--envoi",
                "2026-03-16",
                "--sans-annexe",
                "--acte",
            ]);
            command.arg(&pdf);
        }
        command.arg("--sortie").arg(&out);
        command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        command
    };
    let files = || -> BTreeMap<String, Vec<u8>> {
        names(&out)
            .into_iter()
            .filter(|n| !n.starts_with(".delibere-"))
            .map(|n| (n.clone(), fs::read(out.join(n)).expect("a file")))
            .collect()
    };
    let takes = [false, true].map(|publish| {
        duration(|| {
            assert!(start(publish).status().expect("it runs").success(), "publish: {publish}");
        })
    });
    let whole = files();
    assert!(whole.len() > 6, "{:?}", whole.keys());
    let mut hasard = crate::support::Hasard(11);
    let (mut killed, mut cut) = ([0, 0], 0);
    for round in 0..2 * rounds() {
        fs::remove_dir_all(&out).expect("removed");
        let publish = round % 2 == 0;
        let mut child = start(publish).spawn().expect("it runs");
        let delay = hasard.below(takes[usize::from(publish)]);
        std::thread::sleep(Duration::from_micros(delay));
        let _ = child.kill();
        killed[usize::from(publish)] += usize::from(!child.wait().expect("it ends").success());
        let left = files();
        cut += usize::from(!left.is_empty() && left.len() < whole.len() / 2);
        for (nom, octets) in left {
            assert!(whole.get(&nom) == Some(&octets), "half of {nom}");
        }
        fs::create_dir_all(&out).expect("folder");
    }
    assert!(killed.iter().all(|k| *k > 0), "{killed:?}");
    assert!(cut > 0, "no run was cut between two files");
}

/// A file of open data that is added to keeps its rows, whenever the one who adds is killed.
#[cfg(unix)]
#[test]
fn a_killed_publication_keeps_the_rows_of_others() {
    use std::time::Duration;
    let folder = tempfile::tempdir().expect("temporary folder");
    let sitting = crate::support::root().join("fixtures/valid/saint-aubin-2026-06");
    let path = folder.path().join("deliberations.csv");
    let header = delibere::export::scdl::deliberations::COLONNES.join(",");
    let theirs = "Ville,21860194600013,A,2017-10-15,8.4,X/Y,Z,,,,,,,,,,";
    let before = format!("{header}\r\n{theirs}\r\n");
    let start = || {
        let mut command = delibere();
        command.arg("publier").arg(&sitting).args(["--format", "scdl", "--fichier"]).arg(&path);
        command.arg("--sortie").arg(folder.path().join("sortie"));
        command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        command
    };
    fs::write(&path, &before).expect("written");
    let takes = duration(|| assert!(start().status().expect("it runs").success()));
    let after = fs::read_to_string(&path).expect("text");
    assert!(after.starts_with(&before) && after.len() > before.len());
    let mut hasard = crate::support::Hasard(13);
    let mut killed = 0;
    for _ in 0..rounds() {
        fs::write(&path, &before).expect("written");
        let mut child = start().spawn().expect("it runs");
        std::thread::sleep(Duration::from_micros(hasard.below(takes)));
        let _ = child.kill();
        killed += usize::from(!child.wait().expect("it ends").success());
        let found = fs::read_to_string(&path).expect("text");
        assert!(found == before || found == after, "half a file:\n{found}");
    }
    assert!(killed > 0);
}

/// Who adds to the same file of open data at the same time loses nobody's row.
#[test]
fn publishers_at_once_lose_no_row() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let valid = crate::support::root().join("fixtures/valid");
    let sitting = valid.join("saint-aubin-2026-06");
    let path = folder.path().join("deliberations.csv");
    let acts = [
        sitting.join("01-proces-verbal"),
        sitting.join("03-compte-administratif"),
        sitting.join("05-subvention"),
        valid.join("mirevent-2025"),
        valid.join("commune-articles"),
    ];
    for _ in 0..4 {
        let _ = fs::remove_file(&path);
        let children: Vec<_> = acts
            .iter()
            .map(|acte| {
                let mut command = delibere();
                command.arg("publier").arg(acte).args(["--format", "scdl", "--fichier"]).arg(&path);
                command.arg("--sortie").arg(folder.path().join("sortie"));
                command.stdout(std::process::Stdio::null()).spawn().expect("it runs")
            })
            .collect();
        for mut child in children {
            assert!(child.wait().expect("it ends").success());
        }
        let text = fs::read_to_string(&path).expect("text");
        assert_eq!(text.lines().count(), acts.len() + 1, "{text}");
    }
}

/// How long a command takes here and now, in microseconds, and a little more: so long may one wait to kill it.
fn duration(run: impl FnOnce()) -> u64 {
    let start = std::time::Instant::now();
    run();
    u64::try_from(start.elapsed().as_micros() * 6 / 5).expect("a short while").max(1)
}

/// How often a process is killed: the run of the judges does it in earnest.
fn rounds() -> usize {
    if crate::support::variable("DELIBERE_JUGES").is_some() { 200 } else { 60 }
}
