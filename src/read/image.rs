//! A look at the head of an image before anything decodes it.

use crate::model::FormatImage;

/// Pixels beyond which an image is refused: a small file can unfold into gigabytes.
const PIXELS: u64 = 40_000_000;

/// What the head of an image says: its format, and its width and height.
pub(crate) type Head = (FormatImage, Option<(u32, u32)>);

/// The head of an image, or why it is refused and what to do.
pub(crate) fn inspect(octets: &[u8]) -> Result<Head, (&'static str, &'static str)> {
    let (format, size) = if let Some(rest) = octets.strip_prefix(b"\x89PNG\r\n\x1a\n") {
        let number = |at: usize| {
            rest.get(at..at + 4).map(|b| u64::from(u32::from_be_bytes([b[0], b[1], b[2], b[3]])))
        };
        (FormatImage::Png, number(8).zip(number(12)))
    } else if octets.starts_with(b"\xff\xd8\xff") {
        (FormatImage::Jpeg, jpeg_size(octets))
    } else {
        let texte = std::str::from_utf8(octets).unwrap_or("");
        if texte.contains("<svg") {
            svg(texte)?;
            return Ok((FormatImage::Svg, svg_size(texte)));
        }
        return Err((
            "ce fichier n’est pas une image PNG, JPEG ou SVG",
            "convertissez l’image en PNG ou en SVG",
        ));
    };
    match size {
        Some((w, h)) if w > 0 && h > 0 && w * h <= PIXELS => {
            Ok((format, u32::try_from(w).ok().zip(u32::try_from(h).ok())))
        }
        Some((0, _) | (_, 0)) | None => {
            Err(("cette image est abîmée", "enregistrez-la de nouveau en PNG"))
        }
        Some(_) => Err((
            "cette image est trop grande",
            "réduisez-la : 2 000 pixels de côté suffisent à l’impression",
        )),
    }
}

/// Width and height, from the frame header of a JPEG.
fn jpeg_size(octets: &[u8]) -> Option<(u64, u64)> {
    let mut at = 2;
    loop {
        let marker = *octets.get(at + 1)?;
        if *octets.get(at)? != 0xff {
            return None;
        }
        let length = usize::from(u16::from_be_bytes([*octets.get(at + 2)?, *octets.get(at + 3)?]));
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let pair = |i: usize| {
                Some(u64::from(u16::from_be_bytes([*octets.get(i)?, *octets.get(i + 1)?])))
            };
            return pair(at + 7).zip(pair(at + 5));
        }
        at += 2 + length.max(2);
    }
}

/// Width and height of a drawing, from its view box, else from its own attributes; in thousandths, for they may be any
/// numbers.
fn svg_size(texte: &str) -> Option<(u32, u32)> {
    let tag = &texte[texte.find("<svg")?..];
    let tag = &tag[..tag.find('>')?];
    let attribute = |name: &str| {
        let rest = &tag[tag.find(&format!(" {name}="))? + name.len() + 2..];
        let quote = rest.chars().next()?;
        // Whatever character quotes it: a file may be broken anywhere.
        rest[quote.len_utf8()..].split(quote).next()
    };
    let number = |t: &str| {
        let digits = t.trim().trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
        let value: rust_decimal::Decimal = digits.parse().ok()?;
        let thousandths = value.checked_mul(rust_decimal::Decimal::from(1000))?;
        u32::try_from(thousandths.trunc()).ok().filter(|n| *n > 0)
    };
    let boxed = attribute("viewBox").and_then(|v| {
        let mut parts = v.split([' ', ',']).filter(|p| !p.is_empty()).skip(2);
        number(parts.next()?).zip(number(parts.next()?))
    });
    boxed.or_else(|| number(attribute("width")?).zip(number(attribute("height")?)))
}

/// An SVG may name other files, hold scripts or grow by entities: such ones are refused.
fn svg(texte: &str) -> Result<(), (&'static str, &'static str)> {
    let lower = texte.to_ascii_lowercase();
    if lower.contains("<!entity") || lower.contains("<script") {
        return Err(("ce SVG contient un programme", "enregistrez-le en « SVG simple »"));
    }
    let outside = lower
        .match_indices("href")
        .filter_map(|(i, _)| lower[i + 4..].trim_start().strip_prefix('='))
        .map(|rest| rest.trim_start().trim_start_matches(['"', '\'']))
        .any(|target| !target.starts_with('#'));
    // `style="fill:url(…)"` and `@import` reach out too.
    let fetched = lower
        .match_indices("url(")
        .any(|(i, _)| !lower[i + 4..].trim_start_matches([' ', '"', '\'']).starts_with('#'));
    if outside || fetched || lower.contains("@import") {
        return Err((
            "ce SVG appelle d’autres fichiers",
            "incorporez les images au dessin, en tracés",
        ));
    }
    if lower.contains("<image") || lower.contains("<foreignobject") {
        return Err((
            "ce SVG contient une image ou une page",
            "gardez les seuls tracés, ou exportez en PNG",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_before_decoding() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\x01\0\0\0\x01\0\0".to_vec();
        assert!(inspect(&png).is_err());
        png[16..24].copy_from_slice(&[0, 0, 1, 0, 0, 0, 1, 0]);
        assert_eq!(inspect(&png), Ok((FormatImage::Png, Some((256, 256)))));
        assert!(inspect(b"GIF89a").is_err());
        assert!(inspect(b"\xff\xd8\xff").is_err());
        assert_eq!(inspect(b"<svg><path d='M0 0'/></svg>"), Ok((FormatImage::Svg, None)));
        // Cut or typed over anywhere.
        let odd = "<svg width=\u{e9}\"160\" height=\"160\" viewBox=\u{37bc4}></svg>";
        assert_eq!(inspect(odd.as_bytes()), Ok((FormatImage::Svg, None)));
        let large = "<svg width='79228162514264337593543950335' height='1'></svg>";
        assert_eq!(inspect(large.as_bytes()), Ok((FormatImage::Svg, None)));
        assert_eq!(
            inspect(b"<svg viewBox='0 0 120 40.5'></svg>"),
            Ok((FormatImage::Svg, Some((120_000, 40_500))))
        );
        assert_eq!(
            inspect(b"<svg width=\"20mm\" height=\"10mm\"></svg>"),
            Ok((FormatImage::Svg, Some((20_000, 10_000))))
        );
        for bad in [
            "<svg><image href='/etc/passwd'/></svg>",
            "<svg><use xlink:href=\"http://x\"/></svg>",
            "<svg><style>@import 'x'</style></svg>",
            "<svg style='fill:url(http://x)'/>",
            "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>",
        ] {
            assert!(inspect(bad.as_bytes()).is_err(), "{bad}");
        }
    }
}
