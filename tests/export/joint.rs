//! A dossier goes into its PDF and comes back out of it; what a hostile PDF holds does not come out.

use std::io::Write as _;

use delibere::export::empreinte;
use delibere::export::joint::{BORDEREAU, JointError, extraire};
use delibere::export::pdf::PdfError;
use delibere::read::LiasseError;

/// A file to be attached to a PDF that this program did not make.
#[derive(Clone)]
pub struct Piece {
    pub nom: String,
    pub taille: u64,
    pub sha256: String,
    /// The stream, deflated.
    pub flux: Vec<u8>,
}

pub fn deflate(octets: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    out.write_all(octets).expect("memory");
    out.finish().expect("memory")
}

/// A gigabyte of nothing.
pub fn bomb() -> Vec<u8> {
    let mut out = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    let block = vec![b' '; 1 << 20];
    for _ in 0..1024 {
        out.write_all(&block).expect("memory");
    }
    out.finish().expect("memory")
}

pub fn piece(nom: &str, octets: &[u8]) -> Piece {
    Piece {
        nom: nom.to_owned(),
        taille: octets.len() as u64,
        sha256: empreinte(octets),
        flux: deflate(octets),
    }
}

/// The list of some pieces, as this program writes it.
pub fn liste(pieces: &[Piece], tete: &str) -> String {
    let mut out = format!(
        "format = 1\nprogramme = \"0.1.0\"\nmodeles = \"abc\"\ncommande = \"produire\"\n\
         document = \"deliberation\"\nnorme = \"a-3a,ua-1\"\n{tete}\n"
    );
    for p in pieces {
        let nom = toml::Value::String(p.nom.clone());
        out.push_str(&format!(
            "\n[[fichiers]]\nnom = {nom}\ntaille = {}\nsha256 = \"{}\"\n",
            p.taille, p.sha256
        ));
    }
    out
}

/// A PDF that carries some pieces and nothing else, with a table of the old kind.
pub fn pdf(pieces: &[Piece]) -> Vec<u8> {
    let mut objets: Vec<Vec<u8>> = vec![
        b"<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles 3 0 R >> >>".to_vec(),
        b"<< /Type /Pages /Kids [] /Count 0 >>".to_vec(),
    ];
    let hex = |nom: &str| -> String {
        let units: Vec<u16> = std::iter::once(0xfeff).chain(nom.encode_utf16()).collect();
        units.iter().map(|u| format!("{u:04x}")).collect()
    };
    let names: String = pieces
        .iter()
        .enumerate()
        .map(|(i, p)| format!("<{}> {} 0 R ", hex(&p.nom), 4 + 2 * i))
        .collect();
    objets.push(format!("<< /Names [{names}] >>").into_bytes());
    for (i, p) in pieces.iter().enumerate() {
        let nom = hex(&p.nom);
        let spec = format!(
            "<< /Type /Filespec /F <{nom}> /UF <{nom}> /EF << /F {n} 0 R /UF {n} 0 R >> >>",
            n = 5 + 2 * i
        );
        objets.push(spec.into_bytes());
        let mut flux = format!(
            "<< /Type /EmbeddedFile /Filter /FlateDecode /Length {} >>\nstream\n",
            p.flux.len()
        )
        .into_bytes();
        flux.extend(&p.flux);
        flux.extend(b"\nendstream");
        objets.push(flux);
    }
    let mut out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec();
    let mut places = Vec::new();
    for (i, objet) in objets.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n", i + 1).bytes());
        out.extend(objet);
        out.extend(b"\nendobj\n");
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objets.len() + 1).bytes());
    for place in places {
        out.extend(format!("{place:010} 00000 n \n").bytes());
    }
    out.extend(
        format!(
            "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
            objets.len() + 1
        )
        .bytes(),
    );
    out
}

/// The same with the list that goes with the pieces.
pub fn carrying(pieces: &[Piece]) -> Vec<u8> {
    let mut all = vec![piece(BORDEREAU, liste(pieces, "").as_bytes())];
    all.extend_from_slice(pieces);
    pdf(&all)
}

#[test]
fn what_others_made_by_the_rules_is_taken() {
    let pieces = [piece("deliberation.toml", b"x"), piece("fiches/\u{e9}t\u{e9} 1.toml", b"")];
    let joint = extraire(&carrying(&pieces)).expect("a dossier");
    let files: Vec<_> = joint.liasse.fichiers().collect();
    assert_eq!(files, [("deliberation.toml", b"x".as_slice()), ("fiches/été 1.toml", b"")]);
    assert_eq!(joint.autres, 0);
    // A file that is not of the dossier is left where it is, whatever its name.
    let mut all = vec![piece(BORDEREAU, liste(&pieces, "").as_bytes()), piece("../../x", b"z")];
    all.extend_from_slice(&pieces);
    assert_eq!(extraire(&pdf(&all)).expect("a dossier").autres, 1);
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    for nom in [
        "../x.toml",
        "/etc/passwd",
        "a/../../x",
        "C:\\x",
        "C:/x",
        "a\\..\\x",
        "\\\\hote\\x",
        "a\u{0}b",
        "",
        ".",
        "..",
        "a//b",
        ".git/config",
        "nul",
        "Aux.toml",
        "a/com1.toml",
        "a.",
        "a ",
        "x\u{202e}y",
    ] {
        let error = extraire(&carrying(&[piece("deliberation.toml", b"x"), piece(nom, b"y")]));
        assert!(
            matches!(error, Err(JointError::Liasse(LiasseError::Nom(..)))),
            "{nom:?}: {error:?}"
        );
    }
    for noms in [["A.toml", "a.toml"], ["é.md", "e\u{301}.md"], ["a", "a/b"]] {
        let error = extraire(&carrying(&noms.map(|n| piece(n, b"x"))));
        assert!(matches!(error, Err(JointError::Liasse(LiasseError::Double(..)))), "{noms:?}");
    }
    let tete = "dossier = \"../ailleurs\"";
    let pieces = [piece("deliberation.toml", b"x")];
    let mut all = vec![piece(BORDEREAU, liste(&pieces, tete).as_bytes())];
    all.extend_from_slice(&pieces);
    assert!(matches!(extraire(&pdf(&all)), Err(JointError::Liasse(_))));
    let tete = "voisins = [\"../x\"]";
    all[0] = piece(BORDEREAU, liste(&pieces, tete).as_bytes());
    assert!(matches!(extraire(&pdf(&all)), Err(JointError::Liasse(LiasseError::Nom(..)))));
}

#[test]
fn what_is_not_as_the_list_says_is_refused() {
    let sound = piece("deliberation.toml", b"x");
    let changed = Piece { flux: deflate(b"y"), ..sound.clone() };
    assert!(matches!(extraire(&carrying(&[changed])), Err(JointError::Change(_))));
    let longer = Piece { flux: deflate(b"xx"), ..sound.clone() };
    assert!(matches!(extraire(&carrying(&[longer])), Err(JointError::Change(_))));
    let absent = pdf(&[piece(BORDEREAU, liste(std::slice::from_ref(&sound), "").as_bytes())]);
    assert!(matches!(extraire(&absent), Err(JointError::Manque(_))));
    let twice = carrying(&[sound.clone(), sound.clone()]);
    assert!(matches!(extraire(&twice), Err(JointError::Deux(_))));
    assert_eq!(extraire(&pdf(std::slice::from_ref(&sound))), Err(JointError::Absent));
    for (from, to) in [
        ("format = 1", "format = 2"),
        ("\"deliberation\"", "\"deliberation; rm -rf ~\""),
        ("\"a-3a,ua-1\"", "\"-h\""),
        ("\"0.1.0\"", "\"\\u001b[2J\""),
        ("\"produire\"", "\"supprimer\""),
        ("format = 1", "format = 1\ninconnu = 1"),
    ] {
        let liste = liste(std::slice::from_ref(&sound), "").replace(from, to);
        let error = extraire(&pdf(&[piece(BORDEREAU, liste.as_bytes()), sound.clone()]));
        assert!(matches!(error, Err(JointError::Bordereau(_))), "{to}: {error:?}");
    }
}

#[test]
fn a_bomb_is_not_inflated() {
    let flux = bomb();
    let start = std::time::Instant::now();
    let small = Piece { flux: flux.clone(), ..piece("deliberation.toml", b"x") };
    assert!(matches!(extraire(&carrying(&[small])), Err(JointError::Change(_))));
    let honest = Piece { taille: 1 << 30, flux: flux.clone(), ..piece("deliberation.toml", b"x") };
    assert!(matches!(
        extraire(&carrying(&[honest])),
        Err(JointError::Liasse(LiasseError::Fichier(_)))
    ));
    let liste = Piece { flux: flux.clone(), ..piece(BORDEREAU, b"") };
    assert!(matches!(extraire(&pdf(&[liste])), Err(JointError::Pdf(PdfError::Demesure(_)))));
    // The table of the objects itself.
    let mut table = b"%PDF-1.7\n1 0 obj\n<< /Type /XRef /Size 9 /W [1 2 1] /Root 1 0 R ".to_vec();
    table.extend(format!("/Filter /FlateDecode /Length {} >>\nstream\n", flux.len()).bytes());
    table.extend(flux);
    table.extend(b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n");
    assert!(matches!(extraire(&table), Err(JointError::Pdf(PdfError::Demesure(_)))));
    assert!(start.elapsed().as_secs() < 20);
}

#[test]
fn a_pdf_that_turns_in_circles_ends() {
    let tail = |objets: &str, root: &str| {
        let table = 9 + objets.len();
        let mut out = format!("%PDF-1.7\n{objets}");
        let at: Vec<usize> =
            (1..=3).map(|n| out.find(&format!("{n} 0 obj")).expect("an object")).collect();
        out.push_str("xref\n0 4\n0000000000 65535 f \n");
        for a in at {
            out.push_str(&format!("{a:010} 00000 n \n"));
        }
        out + &format!("trailer\n<< /Size 4 /Root {root} >>\nstartxref\n{table}\n%%EOF\n")
    };
    let catalogue = "1 0 obj\n<< /Names << /EmbeddedFiles 2 0 R >> >>\nendobj\n";
    for objets in [
        format!(
            "{catalogue}2 0 obj\n<< /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Kids [2 0 R] >>\nendobj\n"
        ),
        format!("{catalogue}2 0 obj\n3 0 R\nendobj\n3 0 obj\n2 0 R\nendobj\n"),
        format!("{catalogue}2 0 obj\n{}\nendobj\n3 0 obj\n1\nendobj\n", "[".repeat(100_000)),
        format!("{catalogue}2 0 obj\n{}\nendobj\n3 0 obj\n1\nendobj\n", "<< /a ".repeat(100_000)),
    ] {
        let error = extraire(tail(&objets, "1 0 R").as_bytes());
        assert!(matches!(error, Err(JointError::Pdf(_))), "{error:?}");
    }
    // A table that names itself as the one before.
    let ring =
        "%PDF-1.7\nxref\n0 0\ntrailer\n<< /Size 4 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF\n";
    assert!(matches!(extraire(ring.as_bytes()), Err(JointError::Pdf(PdfError::Abime(_)))));
    let chiffre = carrying(&[piece("a.toml", b"x")]);
    let chiffre =
        String::from_utf8_lossy(&chiffre).replace("/Root 1 0 R", "/Encrypt 2 0 R /Root 1 0 R");
    assert!(extraire(chiffre.as_bytes()).is_err());
    assert_eq!(extraire(b"bonjour"), Err(JointError::Pdf(PdfError::PasUnPdf)));
    assert_eq!(extraire(b""), Err(JointError::Pdf(PdfError::PasUnPdf)));
}

/// Cut anywhere, it is said to be cut; changed anywhere, it gives the same dossier or none.
#[test]
fn a_damaged_pdf_gives_the_same_dossier_or_none() {
    let whole = carrying(&[piece("deliberation.toml", b"x = 1\n"), piece("b/c.md", &[b'm'; 500])]);
    let joint = extraire(&whole).expect("a dossier");
    for end in 0..whole.len() - 16 {
        assert!(extraire(&whole[..end]).is_err(), "cut at {end}");
    }
    let mut hasard = crate::support::Hasard(0xdec0de);
    let mut taken = 0;
    for _ in 0..20_000 {
        let mut octets = whole.clone();
        for _ in 0..=hasard.below(3) {
            let at = usize::try_from(hasard.below(whole.len() as u64)).expect("a place");
            octets[at] = u8::try_from(hasard.below(256)).expect("a byte");
        }
        if let Ok(other) = extraire(&octets) {
            assert_eq!(other.liasse, joint.liasse);
            taken += 1;
        }
    }
    assert!(taken > 100, "only {taken} survived: nothing was tried");
}

/// Objects in streams, and a table that is one: what other programs make of a PDF when they save it again.
#[test]
fn a_pdf_saved_again_still_gives_its_dossier() {
    if !crate::support::judge("qpdf") {
        return;
    }
    let folder = tempfile::tempdir().expect("temporary folder");
    let (from, to) = (folder.path().join("a.pdf"), folder.path().join("b.pdf"));
    let whole = carrying(&[piece("deliberation.toml", b"x = 1\n"), piece("é/c.md", &[b'm'; 500])]);
    std::fs::write(&from, &whole).expect("written");
    let run = std::process::Command::new("qpdf")
        .args(["--object-streams=generate", "--compress-streams=y"])
        .args([&from, &to])
        .output()
        .expect("qpdf runs");
    assert!(matches!(run.status.code(), Some(0 | 3)), "{run:?}");
    let again = std::fs::read(&to).expect("a file");
    assert!(again.windows(7).any(|w| w == b"/ObjStm"), "no stream of objects");
    let (first, second) =
        (extraire(&whole).expect("a dossier"), extraire(&again).expect("a dossier"));
    assert_eq!(first.liasse, second.liasse);
}
