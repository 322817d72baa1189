//! `sceller` and `authentifier`: what was adopted, and whether it still is.

use std::fs;
use std::path::{Path, PathBuf};

use super::dossiers::{names, small};
use super::vie::adopted;
use crate::support::{Run, copy, root, run};

fn sceller(folder: &Path, more: &[&str]) -> Run {
    run(["sceller", &folder.display().to_string()].iter().chain(more))
}

fn authentifier(objet: &Path, more: &[&str]) -> Run {
    run(["authentifier", &objet.display().to_string()].iter().chain(more))
}

/// An adopted act, sealed.
fn sealed(norme: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("temporary folder");
    let acte = folder.path().join("acte");
    adopted(&acte);
    let said = sceller(&acte, &["--norme", norme]);
    assert_eq!((said.code, &*said.err), (Some(0), ""));
    (folder, acte)
}

fn seal(acte: &Path) -> String {
    fs::read_to_string(acte.join("sceau.toml")).expect("a seal")
}

#[test]
fn a_sealed_act_is_authentic_and_stays_so_while_it_lives() {
    let (_folder, acte) = sealed("a-2a");
    assert_eq!(names(&acte.join("scelle")), ["deliberation.pdf", "extrait.pdf"]);
    let first = seal(&acte);
    for nom in ["deliberation.toml", "seance.toml", "deliberation.pdf", "extrait.pdf"] {
        assert!(first.contains(&format!("nom = \"{nom}\"")), "{nom} in {first}");
    }
    let said = authentifier(&acte, &[]);
    assert_eq!((said.code, &*said.err), (Some(0), ""), "{}", said.out);
    assert!(said.out.contains("  identique  deliberation.pdf\n"), "{}", said.out);
    assert!(said.out.contains("\nAuthentique : "), "{}", said.out);
    let pdf = acte.join("scelle/deliberation.pdf");
    let octets = fs::read(&pdf).expect("a file");
    assert_eq!(authentifier(&pdf, &[]).code, Some(0));

    // It lives: the certificate of what is produced differs, what was sealed does not.
    let shown = acte.display().to_string();
    let lives = ["vie", &shown, "--transmise", "2026-03-16", "--publiee", "2026-03-18"];
    assert_eq!(run(lives).code, Some(0));
    assert_eq!(run(["produire", &shown]).code, Some(0));
    let produced = acte.join("sortie/deliberation.pdf");
    assert!(fs::read(&produced).expect("a file") != octets, "the certificate is not printed");
    let said = authentifier(&acte, &[]);
    assert_eq!(said.code, Some(0), "{}", said.out);
    assert!(said.out.contains("  complété   vie.toml\n"), "{}", said.out);
    let said = authentifier(&produced, &[]);
    assert_eq!(said.code, Some(1), "{}", said.out);
    assert!(said.out.contains("avec la suite de la vie de l’acte"), "{}", said.out);
    assert_eq!(authentifier(&pdf, &[]).code, Some(0));

    // Sealed again, it gives the same documents and keeps the same seal.
    fs::remove_dir_all(acte.join("scelle")).expect("removed");
    let said = sceller(&acte, &[]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("déjà scellé"), "{}", said.out);
    assert!(fs::read(&pdf).expect("a file") == octets);
    assert_eq!(seal(&acte), first);
}

#[test]
fn what_changed_is_named() {
    let (_folder, acte) = sealed("a-2a");
    let path = acte.join("deliberation.toml");
    let before = fs::read_to_string(&path).expect("text");
    fs::write(&path, before.replace("tarif", "tarif plein")).expect("written");
    assert!(before.contains("tarif"));
    let said = authentifier(&acte, &[]);
    assert_eq!(said.code, Some(1));
    for word in
        ["  modifié    deliberation.toml\n", "  différent  deliberation.pdf\n", "n’est plus celui"]
    {
        assert!(said.out.contains(word), "{word} in {}", said.out);
    }
    // A change that no page shows is a change.
    fs::write(&path, format!("{before}# relu\n")).expect("written");
    let said = authentifier(&acte, &[]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("ne touche pas ses PDF"), "{}", said.out);
    fs::write(&path, &before).expect("written");
    assert_eq!(authentifier(&acte, &[]).code, Some(0));

    fs::create_dir(acte.join("modeles")).expect("folder");
    fs::write(acte.join("modeles/propre.typ"), "#let x = 1").expect("written");
    let said = authentifier(&acte, &[]);
    assert_eq!(said.code, Some(1), "{}", said.out);
    assert!(said.out.contains("  ajouté     modeles/propre.typ\n"), "{}", said.out);
    fs::remove_dir_all(acte.join("modeles")).expect("removed");

    fs::rename(acte.join("assemblee.toml"), acte.join("assemblee.txt")).expect("moved");
    let said = authentifier(&acte, &["--format", "json"]);
    assert_eq!(said.code, Some(1));
    let json: serde_json::Value = serde_json::from_str(&said.out).expect("json");
    assert_eq!(json["authentique"], false);
    let files = json["fichiers"].as_array().expect("a list");
    let fate = |nom: &str| files.iter().find(|f| f["nom"] == nom).map(|f| f["sort"].clone());
    assert_eq!(fate("assemblee.toml"), Some("absent".into()));
    assert_eq!(fate("seance.toml"), Some("intact".into()));
    assert_eq!(json["documents"].as_array().expect("a list").len(), 2);
}

#[test]
fn a_ledger_that_was_rewritten_is_a_change() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let acte = folder.path().join("acte");
    adopted(&acte);
    let shown = acte.display().to_string();
    assert_eq!(run(["vie", &shown, "--transmise", "2026-03-16"]).code, Some(0));
    assert_eq!(sceller(&acte, &[]).code, Some(0));
    assert!(seal(&acte).contains("[[registres]]"));
    assert_eq!(authentifier(&acte, &[]).code, Some(0));
    let vie = fs::read_to_string(acte.join("vie.toml")).expect("text");
    fs::write(acte.join("vie.toml"), vie.replace("03-16", "03-17")).expect("written");
    let said = authentifier(&acte, &[]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("  modifié    vie.toml\n"), "{}", said.out);
}

#[test]
fn only_what_was_adopted_is_sealed_and_a_seal_is_not_replaced_in_silence() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let projet = folder.path().join("projet");
    small(&projet, "Texte.");
    let said = sceller(&projet, &[]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("est encore un projet ; rien n’a été scellé"), "{}", said.err);
    assert!(!projet.join("sceau.toml").exists() && !projet.join("scelle").exists());
    // The ledger may say the vote.
    let shown = projet.display().to_string();
    assert_eq!(run(["vie", &shown, "--adoptee", "2026-03-12"]).code, Some(0));
    assert_eq!(sceller(&projet, &[]).code, Some(0));
    let path = projet.join("deliberation.toml");
    let texte = fs::read_to_string(&path).expect("text");
    let rejetee = texte.replace("etat = \"projet\"", "etat = \"rejetee\"");
    fs::write(&path, &rejetee).expect("written");
    fs::remove_file(projet.join("vie.toml")).expect("removed");
    let said = sceller(&projet, &["--remplacer"]);
    assert_eq!(said.code, Some(1));
    assert!(said.err.contains("a été rejeté"), "{}", said.err);

    let (_folder, acte) = sealed("a-2a");
    let before = seal(&acte);
    let path = acte.join("deliberation.toml");
    let texte = fs::read_to_string(&path).expect("text");
    fs::write(&path, format!("{texte}\n# relu\n")).expect("written");
    let said = sceller(&acte, &[]);
    assert_eq!(said.code, Some(1));
    for word in ["modifié depuis : deliberation.toml", "rien n’a été écrit", "--remplacer"] {
        assert!(said.err.contains(word), "{word} in {}", said.err);
    }
    assert_eq!(seal(&acte), before);
    let said = sceller(&acte, &["--norme", "a-2b"]);
    assert!(said.err.contains("autre norme : a-2a,ua-1"), "{}", said.err);
    assert_eq!(sceller(&acte, &["--remplacer"]).code, Some(0));
    assert_ne!(seal(&acte), before);
    assert_eq!(authentifier(&acte, &[]).code, Some(0));
}

#[test]
fn a_pdf_is_compared_with_the_seal_and_with_what_it_carries() {
    let (folder, acte) = sealed("a-3a");
    let pdf = acte.join("scelle/deliberation.pdf");
    let octets = fs::read(&pdf).expect("a file");
    let said = authentifier(&pdf, &[]);
    assert_eq!(said.code, Some(0), "{}", said.out);
    assert!(said.out.contains("le refait à l’octet près"), "{}", said.out);

    // Away from its seal, it answers for itself.
    let away = folder.path().join("ailleurs/recu.pdf");
    fs::create_dir_all(away.parent().expect("a folder")).expect("folder");
    fs::write(&away, &octets).expect("written");
    let said = authentifier(&away, &[]);
    assert_eq!(said.code, Some(0), "{}", said.out);
    assert!(said.out.contains("Seul un sceau dirait"), "{}", said.out);
    let sceau = acte.join("sceau.toml").display().to_string();
    let said = authentifier(&away, &["--sceau", &sceau]);
    assert!(said.code == Some(0) && said.out.contains("a été scellé"), "{}", said.out);

    // One byte, anywhere.
    for at in [20, octets.len() / 3, octets.len() / 2, octets.len() - 40] {
        let mut changed = octets.clone();
        changed[at] ^= 1;
        for path in [&pdf, &away] {
            fs::write(path, &changed).expect("written");
            let said = authentifier(path, &[]);
            assert_eq!(said.code, Some(1), "byte {at}: {}{}", said.out, said.err);
        }
    }
    // Cut.
    fs::write(&pdf, &octets[..octets.len() / 2]).expect("written");
    fs::write(&away, &octets[..octets.len() / 2]).expect("written");
    assert_eq!(authentifier(&pdf, &[]).code, Some(1));
    let said = authentifier(&away, &[]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("incomplet ou abîmé"), "{}", said.out);
    // Completed, as a signature does.
    let more = [octets.as_slice(), b"% et plus\nstartxref\n0\n%%EOF\n"].concat();
    fs::write(&pdf, &more).expect("written");
    let said = authentifier(&pdf, &[]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("C’est le PDF qui a été scellé, avec des ajouts."), "{}", said.out);
    assert!(said.out.contains("vérifiez la signature"), "{}", said.out);

    fs::write(&away, "bonjour").expect("written");
    assert_eq!(authentifier(&away, &[]).code, Some(2));
    let (_other, acte) = sealed("a-2a");
    fs::copy(acte.join("scelle/deliberation.pdf"), &away).expect("copied");
    let said = authentifier(&away, &[]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("rien ne permet de dire"), "{}", said.err);
}

/// Whoever changes the pages and the dossier together makes a PDF that holds; the seal is what tells.
#[test]
fn a_whole_forgery_is_caught_by_the_seal_alone() {
    let (folder, acte) = sealed("a-3a");
    let forged = folder.path().join("faux");
    copy(&acte, &forged);
    let path = forged.join("deliberation.toml");
    let texte = fs::read_to_string(&path).expect("text");
    fs::write(&path, texte.replace("tarif", "nouveau tarif")).expect("written");
    let shown = forged.display().to_string();
    assert_eq!(run(["produire", &shown, "--norme", "a-3a", "--sortie", &shown]).code, Some(0));
    fs::remove_file(forged.join("sceau.toml")).expect("removed");
    let pdf = forged.join("deliberation.pdf");
    let said = authentifier(&pdf, &[]);
    assert_eq!(said.code, Some(0), "{}", said.out);
    assert!(said.out.contains("Seul un sceau dirait"), "{}", said.out);
    let sceau = acte.join("sceau.toml").display().to_string();
    let said = authentifier(&pdf, &["--sceau", &sceau]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("Ce n’est pas le PDF qui a été scellé"), "{}", said.out);
}

#[test]
fn another_version_is_given_as_the_likely_reason() {
    let (_folder, acte) = sealed("a-2a");
    let sceau = seal(&acte);
    let (head, rest) = sceau.split_once("[[documents]]").expect("documents");
    // As if an earlier version had made other pages of the same files.
    let (sha, _) =
        rest.split_once("sha256 = \"").expect("a hash").1.split_once('"').expect("a hash");
    let head = head.replace("programme = \"0.1.0\"", "programme = \"0.0.9\"");
    let other = format!("{head}[[documents]]{}", rest.replacen(sha, &"0".repeat(64), 1));
    fs::write(acte.join("sceau.toml"), other).expect("written");
    let said = authentifier(&acte, &[]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("0.0.9 alors, 0.1.0 aujourd’hui"), "{}", said.out);
    assert!(
        said.out.contains("Les fichiers du dossier sont ceux qui ont été scellés"),
        "{}",
        said.out
    );
    fs::write(acte.join("sceau.toml"), "format = 9\n").expect("written");
    let said = authentifier(&acte, &[]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("version plus récente"), "{}", said.err);
    fs::remove_file(acte.join("sceau.toml")).expect("removed");
    let said = authentifier(&acte, &[]);
    assert!(said.code == Some(2) && said.err.contains("n’est pas scellé"), "{}", said.err);
}

#[test]
fn a_sitting_is_sealed_whole() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let seance = folder.path().join("2021-10");
    copy(&root().join("fixtures/valid/communaute-2021-10"), &seance);
    let said = sceller(&seance, &[]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    let said = authentifier(&seance, &[]);
    assert_eq!(said.code, Some(0), "{}", said.out);
    assert!(said.out.contains("  identique  proces-verbal.pdf\n"), "{}", said.out);
    let acte = seance.join("01-digue").display().to_string();
    assert_eq!(run(["vie", &acte, "--transmise", "2021-10-29"]).code, Some(0));
    let said = authentifier(&seance, &[]);
    assert_eq!(said.code, Some(0), "{}", said.out);
    assert!(said.out.contains("  complété   01-digue/vie.toml\n"), "{}", said.out);
    let pdf = seance.join("scelle/deliberations/01-digue.pdf");
    assert_eq!(authentifier(&pdf, &[]).code, Some(0));
    let said = authentifier(&seance.join("01-digue"), &[]);
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("est scellé avec sa séance"), "{}", said.err);
    fs::remove_dir_all(seance.join("03-tresorerie")).expect("removed");
    let said = authentifier(&seance, &[]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("  absent     03-tresorerie/deliberation.toml\n"), "{}", said.out);
}

#[test]
fn a_sealed_pdf_that_was_changed_in_its_place_is_seen_and_a_signature_is_kept() {
    let (_folder, acte) = sealed("a-2a");
    let pdf = acte.join("scelle/deliberation.pdf");
    let octets = fs::read(&pdf).expect("a file");
    let mut changed = octets.clone();
    changed[octets.len() / 2] ^= 1;
    fs::write(&pdf, &changed).expect("written");
    let said = authentifier(&acte, &[]);
    assert_eq!(said.code, Some(1), "{}", said.out);
    assert!(said.out.contains("  modifié    scelle/deliberation.pdf\n"), "{}", said.out);
    assert_eq!(sceller(&acte, &[]).code, Some(0));
    assert!(fs::read(&pdf).expect("a file") == octets);
    assert_eq!(authentifier(&acte, &[]).code, Some(0));

    let signed = [octets.as_slice(), b"% signature\n%%EOF\n"].concat();
    fs::write(&pdf, &signed).expect("written");
    let said = authentifier(&acte, &[]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("  complété   scelle/deliberation.pdf\n"), "{}", said.out);
    let said = sceller(&acte, &[]);
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("gardé : il a été complété depuis"), "{}", said.out);
    assert!(fs::read(&pdf).expect("a file") == signed, "the signature is lost");

    // Put elsewhere, it is nobody's loss.
    fs::remove_dir_all(acte.join("scelle")).expect("removed");
    assert_eq!(authentifier(&acte, &[]).code, Some(0));
}
