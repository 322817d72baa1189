//! What the prefecture answers, and what may come in its name.

use delibere::export::actes::{Identifiant, NatureAccuse, ReceptionError, Reponse, accuse};
use proptest::prelude::*;

use crate::support;

fn sample(nom: &str) -> Option<Vec<u8>> {
    let path = support::norme(&format!("actes/samples/{nom}"))?;
    Some(std::fs::read(path).expect("a sample"))
}

#[test]
fn the_real_messages_are_read() {
    for (nom, nature, date, id) in [
        (
            "pastell_034-491011698-20171207-CL20171227_06-DE-1-2.xml",
            NatureAccuse::Recu,
            "2017-12-27",
            "034-491011698-20171207-CL20171227_06-DE",
        ),
        (
            "pastell_actes-generique_aractes.xml",
            NatureAccuse::Recu,
            "2017-12-27",
            "034-491011698-20171207-CL20171227_06-DE",
        ),
        (
            "s2low_034-000000000-20170701-20170721D-AI-1-2_0.xml",
            NatureAccuse::Recu,
            "2017-07-21",
            "034-000000000-20170701-20170721D-AI",
        ),
        (
            "pastell_fakeTdt_ar-actes.xml",
            NatureAccuse::Recu,
            "2013-06-23",
            "069-123456789-20130601-20130623C-AI",
        ),
        (
            "s2low_034-000000000-20170701-20170721D-AI-1-3_0.xml",
            NatureAccuse::AnomalieActe,
            "2017-07-01",
            "034-000000000-20170701-20170721D-AI",
        ),
        (
            "s2low_ANO_EACT--210703385--20170612-2.xml",
            NatureAccuse::AnomalieEnveloppe,
            "2017-06-12",
            "007-210703385-20170519-2017_048-DE",
        ),
    ] {
        let Some(octets) = sample(nom) else { return };
        let accuse = accuse(&octets).unwrap_or_else(|e| panic!("{nom}: {e}"));
        assert_eq!((accuse.nature(), accuse.date.to_string().as_str()), (nature, date), "{nom}");
        let id: Identifiant = id.parse().expect("an identifier");
        assert!(accuse.answers(&id), "{nom}");
        let other = Identifiant { numero: "AUTRE".to_owned(), ..id.clone() };
        assert!(!accuse.answers(&other), "{nom} answers another act");
        assert!(
            !accuse.phrase().contains('\n') && !accuse.phrase().ends_with('.'),
            "{}",
            accuse.phrase()
        );
    }
}

#[test]
fn an_anomaly_is_told_in_the_words_of_the_prefecture() {
    let Some(octets) = sample("s2low_ANO_EACT--210703385--20170612-2.xml") else { return };
    let accuse = accuse(&octets).expect("an anomaly");
    let Reponse::AnomalieEnveloppe { detail, code, .. } = &accuse.reponse else { panic!() };
    assert_eq!(*code, 5);
    assert!(
        detail
            .as_ref()
            .expect("words")
            .contains("Votre numéro de SIREN n'est pas encore enregistré")
    );
    assert!(
        accuse.phrase().contains("rien de ce qu’elle portait n’est reçu"),
        "{}",
        accuse.phrase()
    );
}

/// What else a prefecture sends is told from what is read here.
#[test]
fn other_messages_are_named() {
    for (nom, word) in [
        ("s2low_TACT--SPREF0011-000000000-20170721-4.xml", "enveloppe"),
        ("megalis_classification.xml", "classification"),
        (
            "pastell_034-491011698-20171207-CL20171227_06-DE-1-1_0.xml",
            "ce que la collectivité a envoyé",
        ),
    ] {
        let Some(octets) = sample(nom) else { return };
        let error = accuse(&octets).expect_err("not an answer").to_string();
        assert!(error.contains(word), "{nom}: {error}");
    }
}

/// Every sample is an answer, or is named for what it is.
#[test]
fn every_sample_is_read_or_named() {
    let Some(folder) = support::norme("actes/samples") else { return };
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).expect("samples") {
        let path = entry.expect("a sample").path();
        let octets = std::fs::read(&path).expect("a sample");
        let texte = String::from_utf8_lossy(&octets);
        let answers = ["<actes:ARActe", "<actes:AnomalieActe", "<actes:AnomalieEnveloppe"];
        let nom = support::name(&path);
        match accuse(&octets) {
            Ok(_) => assert!(answers.iter().any(|a| texte.contains(a)), "{nom}"),
            Err(ReceptionError::Inconnu(why)) => {
                assert!(!answers.iter().any(|a| texte.contains(a)), "{nom}: {why}");
                assert!(why.len() > 20, "{nom}: {why}");
            }
            Err(error) => panic!("{nom}: {error}"),
        }
        seen += 1;
    }
    assert!(seen > 15, "{seen} samples");
}

/// 6-2, which no sample is: the schema gives its form.
#[test]
fn the_answer_to_an_annulment_is_read() {
    let Some(xsd) = support::norme("actes/xsd/actesv1_1.xsd") else { return };
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<actes:ARAnnulation \
         xmlns:actes=\"http://www.interieur.gouv.fr/ACTES#v1.1-20040216\" actes:IDActe=\"{ID}\" \
         actes:DateReception=\"2012-12-13\"/>\n"
    );
    if support::judge("xmllint") {
        let folder = tempfile::tempdir().expect("temporary folder");
        let path = folder.path().join("6-2.xml");
        std::fs::write(&path, &xml).expect("written");
        let mut judge = std::process::Command::new("xmllint");
        judge.args(["--nonet", "--noout", "--schema"]).arg(xsd).arg(&path);
        let run = judge.output().expect("it runs");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    }
    let answer = accuse(xml.as_bytes()).expect("an answer");
    assert_eq!(answer.nature(), NatureAccuse::AnnulationRecue);
    assert!(answer.answers(&ID.parse().expect("an identifier")));
    assert!(answer.phrase().contains("son numéro ne peut plus servir"), "{}", answer.phrase());
}

const ID: &str = "014-241400415-20121207-C_12_05_01-DE";

fn ar(declaration: &str, id: &str, numero: &str, more: &str) -> String {
    format!(
        "{declaration}<actes:ARActe xmlns:actes=\"http://www.interieur.gouv.fr/ACTES#v1.1-20040216\" \
         actes:IDActe=\"{id}\" actes:DateReception=\"2012-12-11\">\
         <actes:ActeRecu actes:Date=\"2012-12-07\" actes:NumeroInterne=\"{numero}\" actes:CodeNatureActe=\"1\">\
         <actes:Objet>{more}</actes:Objet></actes:ActeRecu></actes:ARActe>"
    )
}

#[test]
fn an_acknowledgement_that_contradicts_itself_is_refused() {
    assert!(accuse(ar("", ID, "C_12_05_01", "").as_bytes()).is_ok());
    let error = accuse(ar("", ID, "C_12_05_02", "").as_bytes()).expect_err("another act");
    assert!(matches!(error, ReceptionError::Incomplet(_)), "{error}");
    assert!(accuse(ar("", "014-1-2-3-DE", "C_12_05_01", "").as_bytes()).is_err());
}

#[test]
fn encodings_are_checked() {
    let latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>";
    let utf8 = "<?xml version='1.0' encoding='UTF-8'?>";
    let bytes = |texte: &str| {
        texte.chars().map(|c| u8::try_from(u32::from(c)).expect("latin")).collect::<Vec<u8>>()
    };
    let good = accuse(&bytes(&ar(latin, ID, "C_12_05_01", "été"))).expect("ISO-8859-1");
    assert!(good.remarques.is_empty());
    assert!(
        accuse(ar(utf8, ID, "C_12_05_01", "été – œuvre").as_bytes())
            .expect("UTF-8")
            .remarques
            .is_empty()
    );
    // The declaration is wrong in one way: it is read, and said.
    let odd = accuse(ar(latin, ID, "C_12_05_01", "été").as_bytes()).expect("UTF-8 after all");
    assert!(odd.remarques[0].contains("UTF-8"), "{:?}", odd.remarques);
    // Letters of ISO-8859-1 that look like pieces of UTF-8, with one that is not: as declared, without a word.
    let look = ar(latin, ID, "C_12_05_01", "Ã© puis é");
    assert!(accuse(&bytes(&look)).expect("ISO-8859-1").remarques.is_empty());
    // Every byte beyond ASCII makes UTF-8: so few French words do that the declaration is what is wrong.
    let all = accuse(&bytes(&ar(latin, ID, "C_12_05_01", "Ã©"))).expect("read as UTF-8");
    assert!(all.remarques[0].contains("il est lu en UTF-8"), "{:?}", all.remarques);
    // Nothing beyond ASCII: nothing to say.
    assert!(
        accuse(ar(latin, ID, "C_12_05_01", "ete").as_bytes()).expect("ASCII").remarques.is_empty()
    );
    // In the other, nothing can be read for sure.
    for octets in [
        bytes(&ar(utf8, ID, "C_12_05_01", "été")),
        bytes(&ar("", ID, "C_12_05_01", "été")),
        ar("<?xml version=\"1.0\" encoding=\"EBCDIC-CP-FR\"?>", ID, "C_12_05_01", "").into_bytes(),
        ar("<?xml version=\"1.0\" encoding=\"UTF-16\"?>", ID, "C_12_05_01", "")
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect(),
    ] {
        assert!(matches!(accuse(&octets), Err(ReceptionError::Encodage(_))));
    }
}

#[test]
fn hostile_xml_is_refused_at_once() {
    let entity = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    let laughs =
        "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    for doctype in [entity, laughs, "<!DOCTYPE a>"] {
        let error = accuse(ar(doctype, ID, "C_12_05_01", "&e;").as_bytes());
        assert_eq!(error, Err(ReceptionError::Doctype));
    }
    let undefined = accuse(ar("", ID, "C_12_05_01", "&e;").as_bytes());
    assert!(matches!(undefined, Err(ReceptionError::Forme(..))));
    let huge = ar("", ID, "C_12_05_01", &"a".repeat(2 << 20));
    assert!(matches!(accuse(huge.as_bytes()), Err(ReceptionError::Demesure(_))));
    let deep =
        ar("", ID, "C_12_05_01", &format!("{}{}", "<a>".repeat(10_000), "</a>".repeat(10_000)));
    assert!(matches!(accuse(deep.as_bytes()), Err(ReceptionError::Demesure(_))));
    let unclosed = "<a>".repeat(300_000);
    assert!(accuse(unclosed.as_bytes()).is_err());
    let many = ar("", ID, "C_12_05_01", &"<a/>".repeat(100_000));
    assert!(matches!(accuse(many.as_bytes()), Err(ReceptionError::Demesure(_))));
    let attributes: String = (0..20_000).map(|i| format!(" a{i}=''")).collect();
    let wide = ar("", ID, "C_12_05_01", &format!("<a{attributes}/>"));
    assert!(matches!(accuse(wide.as_bytes()), Err(ReceptionError::Demesure(_))));
    for octets in
        [&b""[..], b"\0", b"%PDF-1.7", b"\xff\xfe<", b"<", b"<?xml encoding=", b"<a xmlns='x'/>"]
    {
        assert!(accuse(octets).is_err());
    }
}

/// Words that would write elsewhere on a terminal, or turn a line round, come out as spaces.
#[test]
fn words_of_outside_are_harmless() {
    let xml = "<a:AnomalieActe xmlns:a=\"http://www.interieur.gouv.fr/ACTES#v1.1-20040216\"><a:Date>2017-07-01</a:Date>\
               <a:Nature>002</a:Nature><a:Detail>un&#x9;deux\u{202e}trois&#x9b;31m</a:Detail>\
               <a:ActeRecu a:Date=\"2017-07-01\" a:NumeroInterne=\"N\" a:CodeNatureActe=\"3\"/></a:AnomalieActe>";
    let Reponse::AnomalieActe { detail, .. } = accuse(xml.as_bytes()).expect("an anomaly").reponse
    else {
        panic!()
    };
    assert_eq!(detail.as_deref(), Some("un deux trois 31m"));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(octets in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = accuse(&octets);
    }

    #[test]
    fn a_cut_or_changed_message_is_read_or_refused(cut in 0usize..700, byte in any::<u8>()) {
        let mut octets = ar("", ID, "C_12_05_01", "été").into_bytes();
        let at = cut % octets.len();
        octets[at] = byte;
        let _ = accuse(&octets);
        octets.truncate(at);
        prop_assert!(accuse(&octets).is_err());
    }
}
