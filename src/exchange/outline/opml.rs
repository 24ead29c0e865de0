//! Which items are in an OPML, and what is within what? <http://opml.org/spec2.opml>
//!
//! Outliners write one `outline` within another, what each says in `text` and more in `_note`.

use super::inline::{plain, without_tags};
use super::node::{DEPTH_MAX, ITEMS, Node, nested};
use crate::exchange::{ImportError, SeemsToBe};
use crate::model::on_one_line;
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

/// The outline, and its title.
///
/// # Errors
/// It is no XML, or no OPML.
pub(super) fn outline(text: &str) -> Result<(Option<String>, Vec<Node>), ImportError> {
    let mut reader = Reader::from_str(text);
    let mut lines = Lines::default();
    let (mut title, mut in_title) = (String::new(), false);
    let (mut depth, mut is_opml) = (0usize, false);
    let mut flat = Vec::new();
    loop {
        let line = lines.at(text, reader.buffer_position());
        let event = reader.read_event();
        let event = event.map_err(|error| ImportError::Damaged(Some(line), error.to_string()))?;
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                b"opml" => is_opml = true,
                b"outline" => {
                    flat.push(node(&element, line, depth));
                    depth += 1;
                }
                b"title" => in_title = true,
                _ => {}
            },
            Event::Empty(element) if element.local_name().as_ref() == b"outline" => {
                flat.push(node(&element, line, depth));
            }
            Event::End(element) => match element.local_name().as_ref() {
                b"outline" => depth = depth.saturating_sub(1),
                b"title" => in_title = false,
                _ => {}
            },
            Event::Text(said) if in_title => title.push_str(&said.decode().unwrap_or_default()),
            Event::CData(said) if in_title => title.push_str(&said.decode().unwrap_or_default()),
            Event::GeneralRef(name) if in_title => {
                title.push_str(&plain(&format!("&{};", name.decode().unwrap_or_default())));
            }
            Event::Eof => break,
            // What a document type declares is not looked at, so nothing is put in for it.
            Event::Empty(_)
            | Event::Text(_)
            | Event::CData(_)
            | Event::GeneralRef(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
        }
    }
    let title = on_one_line(&title);
    match is_opml {
        true => Ok((Some(title).filter(|title| !title.is_empty()), nested(flat))),
        false => Err(ImportError::Other(SeemsToBe::Unknown)),
    }
}

fn node(element: &BytesStart, line: usize, depth: usize) -> Node {
    let mut node = Node { line, level: ITEMS + depth.min(DEPTH_MAX), ..Node::default() };
    let mut is_done = false;
    for attribute in element.html_attributes().flatten() {
        let value = String::from_utf8_lossy(&attribute.value).into_owned();
        // What names an entity that is not known stays as it is written.
        let value = unescape(&value).map(|value| value.into_owned()).unwrap_or(value);
        match attribute.key.as_ref() {
            b"text" => node.text = without_tags(&value).trim().to_owned(),
            b"_note" | b"note" => node.more.extend(paragraphs(&without_tags(&value))),
            b"_status" | b"checked" => is_done = matches!(value.as_str(), "checked" | "true"),
            b"complete" | b"_complete" => is_done = value == "true",
            b"url" | b"htmlUrl" | b"xmlUrl" if !value.trim().is_empty() => {
                node.more.push(value.trim().to_owned());
            }
            _ => {}
        }
    }
    if is_done {
        node.text = format!("☑ {}", node.text);
    }
    node
}

fn paragraphs(note: &str) -> Vec<String> {
    let parts = note.replace("\r\n", "\n");
    let parts = parts.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// Which line a place is in, for places one after the other.
#[derive(Default)]
struct Lines {
    at: usize,
    breaks: usize,
}

impl Lines {
    fn at(&mut self, text: &str, place: u64) -> usize {
        let place = usize::try_from(place).unwrap_or(usize::MAX).min(text.len());
        let between = text.as_bytes().get(self.at..place).unwrap_or_default();
        self.breaks += between.iter().filter(|byte| **byte == b'\n').count();
        self.at = place.max(self.at);
        self.breaks + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Result<(Option<String>, Vec<String>), ImportError> {
        fn lines(nodes: &[Node], depth: usize, out: &mut Vec<String>) {
            for node in nodes {
                out.push(format!(
                    "{}{}{} {}",
                    " ".repeat(depth),
                    node.line,
                    node.text,
                    node.more.join("|")
                ));
                lines(&node.children, depth + 1, out);
            }
        }
        let (title, nodes) = outline(text)?;
        let mut out = Vec::new();
        lines(&nodes, 0, &mut out);
        Ok((title, out))
    }

    #[test]
    fn outlines_are_read() {
        let text = "<?xml version=\"1.0\"?>\n<!DOCTYPE opml [<!ENTITY x \"boom\">]>\n<opml version='2.0'>\n\
            <head><title>Resa &amp; retur</title></head><body>\n\
            <outline text=\"Köp &lt;b&gt;nu&lt;/b&gt;\" _note='a&#10;&#10;b'>\n\
            <outline text='R&D &x;' _status='checked'/></outline>\n\
            <outline text='Sök' url='https://a.se'/></body></opml>";
        let (title, lines) = said(text).unwrap();
        assert_eq!(title.as_deref(), Some("Resa & retur"));
        assert_eq!(lines, ["5Köp nu a|b", " 6☑ R&D &x; ", "7Sök https://a.se"]);
    }

    #[test]
    fn what_is_no_outline_is_refused() {
        let unknown = ImportError::Other(SeemsToBe::Unknown);
        for text in ["<html><outline/></html>", "<rss/>", "no xml"] {
            assert_eq!(said(text).unwrap_err(), unknown, "{text}");
        }
        for text in ["<opml><body></opml>", "<opml>\n<outline text='a'", "<opml><!-- "] {
            assert!(matches!(said(text), Err(ImportError::Damaged(Some(_), _))), "{text}");
        }
        let deep = format!("<opml>{}", "<outline text='a'>".repeat(100_000));
        assert_eq!(
            outline(&format!("{deep}{}</opml>", "</outline>".repeat(100_000))).unwrap().1.len(),
            1
        );
    }
}
