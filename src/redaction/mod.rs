//! French sentences from figures and names: agreement, enumeration, the result of a vote.

/// « a, b et c ».
#[must_use]
pub fn enumeration<S: AsRef<str>>(mots: &[S]) -> String {
    let mots: Vec<&str> = mots.iter().map(AsRef::as_ref).collect();
    match mots.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} et {last}", others.join(", ")),
    }
}

/// « de M. X », « d’Anne X »: *de*, elided before a vowel or a mute *h*.
#[must_use]
pub fn de(nom: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let first = nom.nfd().next().unwrap_or(' ').to_ascii_lowercase();
    if "aeiouyhœæ".contains(first) { format!("d’{nom}") } else { format!("de {nom}") }
}
