//! A fast judge of all documents of all valid cases; the reference one, veraPDF, is called by `.ci/run`.

use page_validation::{SafetyLimits, ValidationOptions, ValidationProfile, validate_pdf_bytes};

use super::ouvrages;

/// A clause that this judge takes for broken when a stream ends with the byte of a carriage return.
const FAUSSE: &str = "6.1.7.1";

#[test]
fn every_document_conforms() {
    let mut faults = Vec::new();
    for ouvrage in ouvrages::all() {
        let octets = ouvrage.pdf();
        for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
            let options =
                ValidationOptions::default().profile(profile).limits(SafetyLimits::unlimited());
            let report = validate_pdf_bytes(&octets, &options).expect("a PDF that is read");
            assert!(report.rules.total > 50, "{:?}", report.rules);
            for failure in report.failures.iter().filter(|f| !f.rule_id.contains(FAUSSE)) {
                faults.push(format!("{ouvrage} {profile:?}: {failure}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
