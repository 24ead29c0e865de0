//! How does a text become a project?

use super::node::Node;
use super::{build, markdown, opml, plan};
use crate::exchange::{ImportError, Imported, SeemsToBe};
use crate::model::IdSource;
use crate::model::limits::CARDS_MAX;

/// Reads an outline in Markdown: headings are the journey, its phases and steps; items of lists are cards,
/// or lanes where they are bold, end with a colon or are called as lanes are. Lists without headings are
/// read the same way, from phases on. What our own Markdown says beside that comes back too, in Swedish
/// and English.
///
/// # Errors
/// Where the text says nothing, or more than a map may hold.
pub fn read_markdown(text: &str, ids: &mut IdSource) -> Result<Imported, ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let (title, nodes) = markdown::outline(&text);
    let only_text = nodes.iter().all(|node| node.is_paragraph);
    if !nodes.is_empty() && only_text {
        return Err(ImportError::Other(SeemsToBe::Unknown));
    }
    read(title, nodes, ids)
}

/// Reads an outline in OPML 2.0, as lists in Markdown are read; notes are the notes of cards.
///
/// # Errors
/// Where it is no XML, no OPML, says nothing, or more than a map may hold.
pub fn read_opml(text: &str, ids: &mut IdSource) -> Result<Imported, ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ImportError::Empty);
    }
    let (title, nodes) = opml::outline(text)?;
    read(title, nodes, ids)
}

fn read(
    title: Option<String>,
    nodes: Vec<Node>,
    ids: &mut IdSource,
) -> Result<Imported, ImportError> {
    if nodes.is_empty() {
        return Err(ImportError::Empty);
    }
    let count = Node::count(&nodes);
    if count > CARDS_MAX {
        return Err(ImportError::TooLarge(count, CARDS_MAX));
    }
    Ok(build::project(&plan::plan(title, &nodes), ids))
}
