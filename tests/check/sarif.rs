//! SARIF 2.1.0: what the schema of OASIS requires of what is written, checked by hand, then by the schema itself where the
//! tools of the judges stand, for it is not ours to copy here.

use std::path::PathBuf;

use delibere::check::{Filtre, Notice, sarif};
use serde_json::Value;

use super::verifies::{caen, verify, with};
use crate::support;

/// A value that must be there, by its path.
fn at<'a>(value: &'a Value, path: &str) -> &'a Value {
    value.pointer(path).unwrap_or_else(|| panic!("{path} is missing in {value:#}"))
}

fn text(value: &Value, path: &str) {
    assert!(at(value, path).as_str().is_some_and(|t| !t.is_empty()), "{path} in {value:#}");
}

/// The keys of an object are those of the schema, which closes every object with `additionalProperties: false`.
fn only(value: &Value, keys: &[&str]) {
    for key in value.as_object().expect("an object").keys() {
        assert!(keys.contains(&key.as_str()), "{key} is no key of the schema in {value:#}");
    }
}

fn location(value: &Value, related: bool) {
    only(value, &["id", "physicalLocation", "message"]);
    assert_eq!(value.get("id").is_some_and(Value::is_u64), related);
    let physical = at(value, "/physicalLocation");
    only(physical, &["artifactLocation", "region"]);
    let uri = at(physical, "/artifactLocation/uri").as_str().expect("a text");
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~/%:".contains(&b);
    assert!(!uri.is_empty() && uri.bytes().all(plain), "{uri} is no URI reference");
    if let Some(region) = physical.get("region") {
        only(region, &["startLine", "startColumn", "endLine", "endColumn"]);
        let n = |key: &str| region[key].as_u64().filter(|n| *n > 0).expect("from 1");
        assert!((n("startLine"), n("startColumn")) <= (n("endLine"), n("endColumn")), "{region}");
    }
    if let Some(message) = value.get("message") {
        text(message, "/text");
    }
}

fn valid(log: &Value) {
    only(log, &["$schema", "version", "runs"]);
    assert_eq!(at(log, "/version"), "2.1.0");
    let [run] = at(log, "/runs").as_array().expect("runs").as_slice() else { panic!("{log:#}") };
    only(run, &["tool", "language", "columnKind", "results"]);
    assert_eq!(at(run, "/columnKind"), "unicodeCodePoints");
    let driver = at(run, "/tool/driver");
    only(driver, &["name", "version", "semanticVersion", "language", "rules"]);
    text(driver, "/name");
    let rules = at(driver, "/rules").as_array().expect("rules");
    assert_eq!(rules.len(), Notice::all().count());
    for rule in rules {
        only(
            rule,
            &[
                "id",
                "name",
                "shortDescription",
                "fullDescription",
                "help",
                "defaultConfiguration",
                "properties",
            ],
        );
        for path in ["/id", "/shortDescription/text", "/fullDescription/text", "/help/text"] {
            text(rule, path);
        }
        level(at(rule, "/defaultConfiguration/level"));
    }
    for result in at(run, "/results").as_array().expect("results") {
        only(
            result,
            &[
                "ruleId",
                "ruleIndex",
                "level",
                "message",
                "locations",
                "relatedLocations",
                "suppressions",
                "properties",
            ],
        );
        text(result, "/message/text");
        level(at(result, "/level"));
        let rank = at(result, "/ruleIndex").as_u64().and_then(|i| usize::try_from(i).ok());
        assert_eq!(rules[rank.expect("a rank")]["id"], result["ruleId"]);
        at(result, "/locations")
            .as_array()
            .expect("a list")
            .iter()
            .for_each(|l| location(l, false));
        for one in result.get("relatedLocations").and_then(Value::as_array).into_iter().flatten() {
            location(one, true);
        }
        for one in at(result, "/suppressions").as_array().expect("a list") {
            only(one, &["kind", "status", "justification", "location"]);
            assert!(matches!(at(one, "/kind").as_str(), Some("inSource" | "external")));
            assert_eq!(at(one, "/status"), "accepted");
            text(one, "/justification");
        }
    }
}

fn level(value: &Value) {
    assert!(matches!(value.as_str(), Some("error" | "warning" | "note")), "{value}");
}

/// The official schema, beside the tool that reads it; a run that promised it (`DELIBERE_JUGES`) fails without it.
fn schema() -> Option<PathBuf> {
    let path = support::variable("PATH").unwrap_or_default();
    let mut tools = std::env::split_paths(&path).filter(|p| p.join("check-jsonschema").exists());
    let found = tools.find_map(|bin| {
        let file = bin.parent()?.join("share/sarif-schema-2.1.0.json");
        file.exists().then_some(file)
    });
    if found.is_none() {
        assert!(
            support::variable("DELIBERE_JUGES").is_none(),
            "share/sarif-schema-2.1.0.json is not beside check-jsonschema: .ci/run puts it there"
        );
        support::loud("!!! SKIPPED: the schema of SARIF is not there, it judged nothing");
    }
    found
}

/// Every finding of every case, in one log, with some set aside.
#[test]
fn the_official_schema_takes_what_is_written() {
    let Some(schema) = schema() else { return };
    let mut all: Vec<_> = support::invalid()
        .iter()
        .map(|case| {
            let disk = delibere::read::Disk::open(case).expect("a folder");
            verify(&case.display().to_string(), &disk)
        })
        .collect();
    let more =
        "\n[verifications]\nignorer = [{ code = \"BUDG-07\", motif = \"Voté tel quel.\" }]\n";
    all.push(verify("caen", &with(&caen(), &[("deliberation.toml", more)])));
    let log = sarif(&all);
    let judge = |name: &str, log: &Value| {
        let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        std::fs::write(&file, log.to_string()).expect("written");
        // A pattern of the schema is no expression of the newest dialect of JavaScript.
        let output = std::process::Command::new("check-jsonschema")
            .args(["--regex-variant", "python", "--schemafile"])
            .args([&schema, &file])
            .output()
            .expect("it runs");
        (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (good, said) = judge("delibere.sarif", &log);
    assert!(good, "{said}");
    // It does judge.
    let mut wrong = log;
    wrong["runs"][0]["results"][0]["level"] = "grave".into();
    assert!(!judge("faux.sarif", &wrong).0, "the schema takes anything");
}

#[test]
fn a_finding_has_its_places_and_its_rule() {
    let log = sarif(&[verify("actes/caen la mer", &with(&caen(), &[]))]);
    valid(&log);
    let results = at(&log, "/runs/0/results").as_array().expect("results");
    let one = results.iter().find(|r| r["ruleId"] == "BUDG-07").expect("the wrong total");
    assert_eq!(one["level"], "error");
    let physical = at(one, "/locations/0/physicalLocation");
    assert_eq!(at(physical, "/artifactLocation/uri"), "actes/caen%20la%20mer/budget.toml");
    assert!(at(physical, "/region/startLine").as_u64() > Some(1));
    assert_eq!(at(one, "/relatedLocations").as_array().map(Vec::len), Some(1));
    assert_eq!(at(one, "/suppressions"), &serde_json::json!([]));
}

#[test]
fn what_is_set_aside_is_suppressed_with_its_reason() {
    let more =
        "\n[verifications]\nignorer = [{ code = \"BUDG-07\", motif = \"Voté tel quel.\" }]\n";
    let log = sarif(&[verify("caen", &with(&caen(), &[("deliberation.toml", more)]))]);
    valid(&log);
    let results = at(&log, "/runs/0/results").as_array().expect("results");
    let one = results.iter().find(|r| r["ruleId"] == "BUDG-07").expect("listed all the same");
    let [said] = at(one, "/suppressions").as_array().expect("a list").as_slice() else { panic!() };
    assert_eq!(
        (&said["kind"], &said["justification"]),
        (&"inSource".into(), &"Voté tel quel.".into())
    );
    let uri = at(said, "/location/physicalLocation/artifactLocation/uri");
    assert_eq!(uri, "caen/deliberation.toml");
}

#[test]
fn every_fault_of_every_case_is_written() {
    let all: Vec<_> = support::invalid()
        .iter()
        .map(|case| {
            let disk = delibere::read::Disk::open(case).expect("a folder");
            verify(&case.display().to_string(), &disk).filtrer(Filtre::default())
        })
        .collect();
    let log = sarif(&all);
    valid(&log);
    let count: usize = all.iter().map(|v| v.diagnostics.len()).sum();
    assert_eq!(at(&log, "/runs/0/results").as_array().map(Vec::len), Some(count));
}
