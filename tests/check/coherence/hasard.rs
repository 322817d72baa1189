//! Texts cut and mixed by chance: the rules say what they may, and never stop.

use delibere::read::Memory;

use crate::support::{self, Hasard};

/// A text with a few characters taken away, doubled or moved.
fn disturbed(texte: &str, hasard: &mut Hasard) -> String {
    let mut chars: Vec<char> = texte.chars().collect();
    for _ in 0..1 + hasard.below(12) {
        let at = hasard.below(chars.len().max(1) as u64) as usize;
        let Some(c) = chars.get(at).copied() else { break };
        match hasard.below(4) {
            0 => {
                chars.remove(at);
            }
            1 => chars.insert(at, c),
            2 => {
                let other = hasard.below(chars.len() as u64) as usize;
                chars.swap(at, other);
            }
            _ => chars.insert(
                at,
                ['°', '½', '|', '.', '/', '2', 'é', '-', ':'][hasard.below(9) as usize],
            ),
        }
    }
    chars.into_iter().collect()
}

#[test]
fn disturbed_texts_are_judged_without_a_stop() {
    let mut hasard = Hasard(0x5eed);
    let mut judged = 0;
    for case in ["ardenelle-2026", "caen-la-mer-2012", "departement-cinq-exercices"] {
        let texts = support::texts(&support::root().join("fixtures/valid").join(case));
        for _ in 0..12 {
            let mut files = Memory::new();
            for (name, texte) in texts.iter().filter(|(n, _)| {
                !n.starts_with("attendu") && n != "ecarts.toml" && n != "README.md"
            }) {
                let prose = name.ends_with(".md");
                let texte = if prose { disturbed(texte, &mut hasard) } else { texte.clone() };
                files = files.with(name, texte);
            }
            let lecture = delibere::read(&files).expect("files");
            if lecture.dossier.is_some() {
                judged += 1;
                for d in super::findings(&lecture) {
                    assert!(!d.message.is_empty() && d.place.plage.end >= d.place.plage.start);
                }
            }
        }
    }
    assert!(judged > 12, "{judged}");
}
