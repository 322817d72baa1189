//! The tags of a PDF, as an outline: what a screen reader is told.

use lopdf::{Dictionary, Document, Object};

/// The outline of the structure tree, one element by line; elements without children stand on the line of their parent.
pub fn outline(pdf: &[u8]) -> String {
    let document = Document::load_mem(pdf).expect("a PDF");
    let catalog = document.catalog().expect("a catalog");
    let root =
        resolve(&document, catalog.get(b"StructTreeRoot").expect("tags")).as_dict().expect("tree");
    let tree = Tree { document: &document };
    let mut out = String::new();
    for child in tree.children(root) {
        tree.write(child, 0, &mut out);
    }
    out
}

/// The entry of the catalog, as text.
pub fn catalog_text(pdf: &[u8], key: &str) -> Option<String> {
    let document = Document::load_mem(pdf).expect("a PDF");
    text(resolve(&document, document.catalog().ok()?.get(key.as_bytes()).ok()?))
}

struct Tree<'a> {
    document: &'a Document,
}

impl<'a> Tree<'a> {
    fn children(&self, element: &'a Dictionary) -> Vec<&'a Dictionary> {
        let Ok(kids) = element.get(b"K") else { return Vec::new() };
        let kids = resolve(self.document, kids);
        let list: Vec<&Object> = match kids {
            Object::Array(list) => list.iter().collect(),
            one => vec![one],
        };
        // What has no role is marked content, not an element.
        list.into_iter()
            .filter_map(|kid| resolve(self.document, kid).as_dict().ok())
            .filter(|kid| kid.has(b"S"))
            .collect()
    }

    fn label(&self, element: &'a Dictionary) -> String {
        let mut out = element
            .get(b"S")
            .and_then(Object::as_name)
            .map_or_else(|_| "?".to_owned(), |role| String::from_utf8_lossy(role).into_owned());
        for key in ["T", "Alt", "ActualText", "Lang"] {
            let value =
                element.get(key.as_bytes()).ok().and_then(|v| text(resolve(self.document, v)));
            if let Some(value) = value {
                out.push_str(&format!(" {}={value:?}", key.to_lowercase()));
            }
        }
        let attributes = element.get(b"A").map(|a| resolve(self.document, a));
        let list: Vec<&Object> = match attributes {
            Ok(Object::Array(list)) => list.iter().collect(),
            Ok(one) => vec![one],
            Err(_) => Vec::new(),
        };
        for attribute in list.into_iter().filter_map(|a| resolve(self.document, a).as_dict().ok()) {
            for key in ["Scope", "RowSpan", "ColSpan", "ListNumbering", "Summary"] {
                let Ok(value) = attribute.get(key.as_bytes()) else { continue };
                let shown = match resolve(self.document, value) {
                    Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
                    Object::Integer(n) => n.to_string(),
                    other => text(other).map_or_else(|| "?".to_owned(), |t| format!("{t:?}")),
                };
                out.push_str(&format!(" {}={shown}", key.to_lowercase()));
            }
        }
        out
    }

    fn write(&self, element: &'a Dictionary, depth: usize, out: &mut String) {
        let children = self.children(element);
        let mut line = format!("{}{}", "  ".repeat(depth), self.label(element));
        if !children.is_empty() && children.iter().all(|c| self.children(c).is_empty()) {
            let labels: Vec<String> = children.iter().map(|c| self.label(c)).collect();
            line.push_str(&format!(": {}", runs(&labels)));
            out.push_str(&line);
            out.push('\n');
            return;
        }
        out.push_str(&line);
        out.push('\n');
        children.into_iter().for_each(|child| self.write(child, depth + 1, out));
    }
}

/// « TD, TD, TD » as « TD ×3 ».
fn runs(labels: &[String]) -> String {
    let parts: Vec<String> = labels
        .chunk_by(|a, b| a == b)
        .map(|run| match run {
            [one] => one.clone(),
            several => format!("{} ×{}", several[0], several.len()),
        })
        .collect();
    parts.join(", ")
}

fn resolve<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    document.dereference(object).map_or(object, |(_, o)| o)
}

fn text(object: &Object) -> Option<String> {
    lopdf::decode_text_string(object).ok()
}
