//! The README does what it says: its commands run, and its example is a dossier that is made without a finding.

use std::fs;
use std::path::Path;

use crate::support::{copy, delibere, root};

/// A fenced block of the README.
struct Block {
    /// What follows the fence: `console`, `toml`…
    genre: String,
    texte: String,
}

fn blocks() -> Vec<Block> {
    let readme = fs::read_to_string(root().join("README.md")).expect("README.md");
    let mut out: Vec<Block> = Vec::new();
    let mut inside = false;
    for line in readme.lines() {
        match line.trim_start().strip_prefix("```") {
            Some(_) if inside => inside = false,
            Some(genre) => {
                inside = true;
                out.push(Block { genre: genre.trim().to_owned(), texte: String::new() });
            }
            None if inside => {
                if let Some(block) = out.last_mut() {
                    block.texte.push_str(line);
                    block.texte.push('\n');
                }
            }
            None => {}
        }
    }
    out
}

/// The commands of the README, in its order.
fn commands() -> Vec<String> {
    blocks()
        .iter()
        .filter(|b| matches!(&*b.genre, "console" | "sh" | "bash" | "shell"))
        .flat_map(|b| b.texte.lines().map(str::to_owned).collect::<Vec<_>>())
        .filter_map(|line| {
            let line = line.trim().strip_prefix("$ ").unwrap_or(line.trim()).to_owned();
            line.strip_prefix("cargo run --release -- ")
                .or_else(|| line.strip_prefix("cargo run -- "))
                .or_else(|| line.strip_prefix("./target/release/delibere "))
                .or_else(|| line.strip_prefix("target/release/delibere "))
                .or_else(|| line.strip_prefix("delibere "))
                .map(|rest| rest.split(" #").next().unwrap_or(rest).trim().to_owned())
        })
        .collect()
}

#[test]
fn commands_run() {
    let commands = commands();
    assert!(!commands.is_empty(), "the README shows no command");
    let folder = tempfile::tempdir().expect("temporary folder");
    copy(&root().join("fixtures"), &folder.path().join("fixtures"));
    for line in commands {
        // `suivre` ends only when it is stopped: its own tests follow it.
        if line.starts_with("suivre") || line.starts_with("watch") {
            continue;
        }
        let (args, target) = match line.split_once('>') {
            Some((args, target)) => (args, Some(target.trim())),
            None => (&*line, None),
        };
        let run = delibere()
            .args(args.split_whitespace().map(|a| a.trim_matches(['"', '\''])))
            .current_dir(folder.path())
            .output()
            .expect("the command runs");
        let said = String::from_utf8_lossy(&run.stderr);
        // 1: the command worked and found something to say of the dossier.
        let finds = args.starts_with("verifier");
        assert!(
            run.status.code() == Some(0) || finds && run.status.code() == Some(1),
            "{line}: {said}"
        );
        if let Some(target) = target {
            fs::write(folder.path().join(target), run.stdout).expect("written");
        }
    }
}

#[test]
fn the_example_is_a_dossier() {
    let folder = tempfile::tempdir().expect("temporary folder");
    let mut files = 0;
    for block in blocks().iter().filter(|b| b.genre.starts_with("toml")) {
        // One block holds one file, whose name is its first comment, or several, each after its name.
        let mut name: Option<&str> = None;
        let mut texts: Vec<(&str, String)> = Vec::new();
        for line in block.texte.lines() {
            let titled = line.strip_prefix('#').map(str::trim).filter(|n| is_file(n));
            if let Some(titled) = titled {
                name = Some(titled);
                texts.push((titled, String::new()));
            } else if let (Some(_), Some((_, text))) = (name, texts.last_mut()) {
                text.push_str(line);
                text.push('\n');
            }
        }
        for (name, text) in texts {
            fs::write(folder.path().join(name), text).expect("written");
            files += 1;
        }
    }
    assert!(files >= 3, "the README shows {files} files of a dossier");
    let run = delibere().arg("produire").arg(folder.path()).output().expect("the command runs");
    let said = String::from_utf8_lossy(&run.stderr);
    assert_eq!((run.status.code(), &*said), (Some(0), ""));
    assert!(folder.path().join("sortie/deliberation.pdf").is_file());
}

fn is_file(name: &str) -> bool {
    !name.contains(' ') && Path::new(name).extension().is_some_and(|e| e == "toml")
}
