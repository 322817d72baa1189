//! The authority and its theme.

use super::super::fault::cite;
use super::super::raw;
use super::{Lower, formules, numerotation};
use crate::model::{
    Collectivite, Couleur, Executif, Formules, Logo, Marges, Modele, Referent, SirenError, Siret,
    Teletransmission, Theme,
};
use crate::read::codes;

/// Contrast under which a text on white is too pale to read (WCAG 2.1, 1.4.3, level AA).
const CONTRASTE: f64 = 4.5;

/// Lowers the authority; its logo and its templates come already read.
pub(crate) fn lower(
    raw: raw::collectivite::Collectivite,
    logo: Option<Logo>,
    modeles: Vec<Modele>,
    l: &mut Lower<'_>,
) -> Collectivite {
    l.filled(&raw.nom, "nom");
    l.filled(&raw.executif.qualite, "executif.qualite");
    if let Some(logo) = &raw.logo {
        l.filled(&logo.alternative, "logo.alternative");
    }
    let siren = raw.siren.and_then(|texte| match texte.parse() {
        Ok(siren) => Some(siren),
        Err(error) => {
            let fault = l.fault(
                codes::SIREN,
                "siren",
                format!("« {} » n’est pas un numéro SIREN : {error}", cite(&texte)),
            );
            fault.etiquette = "numéro SIREN refusé".to_owned();
            fault.aide = match error {
                SirenError::Cle => Some(
                    "un chiffre est sans doute faux : comparez avec l’avis de situation de l’INSEE"
                        .to_owned(),
                ),
                SirenError::Longueur => siren_of(&texte).map(|nine| {
                    format!("c’est un SIRET ; le SIREN en est le début : siren = \"{nine}\"")
                }),
            };
            None
        }
    });
    let population = raw.population.and_then(|n| {
        let inhabitants = u32::try_from(n).ok();
        if inhabitants.is_none() {
            let fault = l.fault(
                codes::BORNES,
                "population",
                "un nombre d’habitants est positif et n’a pas plus de neuf chiffres",
            );
            fault.etiquette = "nombre refusé".to_owned();
        }
        inhabitants
    });
    let siret: Option<Siret> = l.code(raw.siret.as_deref(), "siret");
    if let (Some(siret), Some(siren)) = (&siret, siren)
        && siret.siren() != siren
    {
        l.refused(
            &siret.to_string(),
            "siret",
            &format!("le SIRET commence par le SIREN, {siren} : l’un des deux est faux"),
        );
    }
    let siren = siren.or_else(|| siret.as_ref().map(Siret::siren));
    Collectivite {
        nom: raw.nom,
        genre: raw.genre.0,
        siren,
        siret,
        departement: raw.departement,
        code_departement: l.code(raw.code_departement.as_deref(), "code_departement"),
        population,
        commune_3500: raw.commune_3500,
        publicite: raw.publicite.map(|p| p.0),
        adresse: raw.adresse,
        assemblee: raw.assemblee.unwrap_or_else(|| raw.genre.0.assemblee().to_owned()),
        executif: Executif {
            qualite: raw.executif.qualite,
            prenom: raw.executif.prenom,
            nom: raw.executif.nom,
        },
        numerotation: raw.numerotation.and_then(|n| numerotation::lower(n, l)),
        teletransmission: raw.teletransmission.and_then(|t| teletransmission(t, l)),
        logo,
        theme: theme(raw.theme, modeles, l),
        verifications: super::verifications::lower(raw.verifications, l),
    }
}

fn teletransmission(
    raw: raw::collectivite::Teletransmission,
    l: &mut Lower<'_>,
) -> Option<Teletransmission> {
    let arrondissement = u8::try_from(raw.arrondissement).ok().filter(|a| *a <= 9);
    if arrondissement.is_none() {
        l.refused(
            &raw.arrondissement.to_string(),
            "teletransmission.arrondissement",
            "le numéro d’un arrondissement s’écrit en un chiffre",
        );
    }
    let nature = raw.nature.and_then(|n| {
        let code = u8::try_from(n).ok().filter(|n| (11..=55).contains(n));
        if code.is_none() {
            l.refused(
                &n.to_string(),
                "teletransmission.nature",
                "la nature d’une collectivité s’écrit en deux chiffres, de 11 à 55 : 31 pour une commune",
            );
        }
        code
    });
    let word = |texte: Option<String>,
                chemin: &str,
                aide: &str,
                good: &dyn Fn(&str) -> bool,
                l: &mut Lower<'_>| {
        let texte = texte?;
        if !good(&texte) {
            l.refused(&texte, chemin, aide);
        }
        Some(texte)
    };
    let prefecture = word(
        raw.prefecture,
        "teletransmission.prefecture",
        "PREF et le code du département, SPREF et celui de la sous-préfecture, ou SGAR : PREF014",
        &|t| {
            ["SPREF", "PREF", "SGAR"].iter().any(|p| {
                t.strip_prefix(p).is_some_and(|r| {
                    (3..=4).contains(&r.len())
                        && r.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'A' | b'B'))
                })
            })
        },
        l,
    );
    let trigramme = word(
        raw.trigramme,
        "teletransmission.trigramme",
        "le trigramme d’un opérateur a trois lettres ou chiffres ; l’opérateur le donne",
        &|t| t.len() == 3 && t.bytes().all(|b| b.is_ascii_alphanumeric()),
        l,
    );
    let adresses_retour: Vec<_> = raw
        .adresses_retour
        .iter()
        .enumerate()
        .filter_map(|(i, a)| l.code(Some(a), &format!("teletransmission.adresses_retour[{i}]")))
        .collect();
    let courriel = l.code(raw.courriel.as_deref(), "teletransmission.courriel");
    Some(Teletransmission {
        arrondissement: arrondissement?,
        nature,
        prefecture,
        trigramme,
        referent: Referent { nom: raw.referent, telephone: raw.telephone, courriel },
        adresses_retour,
        classification: raw.classification,
    })
}

/// The nine first digits of a SIRET.
fn siren_of(texte: &str) -> Option<String> {
    let digits: String = texte.chars().filter(|c| !c.is_whitespace()).collect();
    let siret = digits.len() == 14 && digits.bytes().all(|b| b.is_ascii_digit());
    siret.then(|| digits[..9].to_owned())
}

fn theme(raw: Option<raw::collectivite::Theme>, modeles: Vec<Modele>, l: &mut Lower<'_>) -> Theme {
    let usual = Theme { modeles, ..Theme::default() };
    let Some(raw) = raw else { return usual };
    let blanc = Couleur([255; 3]);
    let noir = Couleur([0; 3]);
    let couleur = raw.couleur.and_then(|c| colour(&c, "theme.couleur", l));
    let fond = raw.couleur_fond.and_then(|c| colour(&c, "theme.couleur_fond", l));
    for (value, other, chemin, message) in [
        (couleur, blanc, "theme.couleur", "cette couleur est trop pâle pour être lue sur du blanc"),
        (fond, noir, "theme.couleur_fond", "ce fond est trop sombre pour qu’on y lise du noir"),
    ] {
        if let Some(value) = value
            && value.contraste(other) < CONTRASTE
        {
            let ratio = value.contraste(other);
            let fault = l.fault(codes::COULEUR, chemin, message);
            let ratio = format!("{ratio:.1}").replace('.', ",");
            fault.etiquette = format!("contraste de {ratio} pour 1, il en faut 4,5");
            fault.aide = Some(format!(
                "choisissez une couleur plus {} (contraste minimal du RGAA, critère 3.2)",
                if chemin == "theme.couleur" { "foncée" } else { "claire" }
            ));
        }
    }
    let marges = raw.marges.map_or(usual.marges, |m| {
        let d = Marges::default();
        Marges {
            haut: margin(m.haut, d.haut, "haut", l),
            bas: margin(m.bas, d.bas, "bas", l),
            gauche: margin(m.gauche, d.gauche, "gauche", l),
            droite: margin(m.droite, d.droite, "droite", l),
        }
    });
    Theme {
        couleur: couleur.unwrap_or(usual.couleur),
        couleur_fond: fond.unwrap_or(usual.couleur_fond),
        police_texte: raw.police_texte.map_or(usual.police_texte, |p| p.0),
        police_titres: raw.police_titres.map_or(usual.police_titres, |p| p.0),
        marges,
        entete: raw.entete,
        pied: raw.pied,
        republique: raw.republique.unwrap_or(usual.republique),
        formules: raw.formules.map_or_else(Formules::default, |f| formules::lower(f, l)),
        modeles: usual.modeles,
    }
}

fn margin(value: Option<i64>, usual: u16, side: &str, l: &mut Lower<'_>) -> u16 {
    let Some(value) = value else { return usual };
    u16::try_from(value).ok().filter(|v| (10..=60).contains(v)).unwrap_or_else(|| {
        let fault = l.fault(
            codes::BORNES,
            &format!("theme.marges.{side}"),
            "une marge a de 10 à 60 millimètres",
        );
        fault.etiquette = format!("marge de {value} mm");
        usual
    })
}

fn colour(texte: &str, chemin: &str, l: &mut Lower<'_>) -> Option<Couleur> {
    let parsed = texte
        .strip_prefix('#')
        .filter(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
        .and_then(|hex| u32::from_str_radix(hex, 16).ok())
        .map(|n| {
            let [_, r, g, b] = n.to_be_bytes();
            Couleur([r, g, b])
        });
    if parsed.is_none() {
        let fault =
            l.fault(codes::COULEUR, chemin, format!("« {} » n’est pas une couleur", cite(texte)));
        fault.etiquette = "couleur illisible".to_owned();
        fault.aide = Some("écrivez un dièse et six chiffres hexadécimaux : \"#1b3a5c\"".to_owned());
    }
    parsed
}
