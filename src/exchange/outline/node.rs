//! An outline: headings, items of lists and paragraphs, one within another.

/// At most so many items stand one within another; what is deeper stands beside the deepest.
pub(super) const DEPTH_MAX: usize = 40;
/// From this level on it is an item of a list, or a paragraph, and no heading.
pub(super) const ITEMS: usize = 10;

/// Something in an outline.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Node {
    /// Its line, from 1.
    pub line: usize,
    /// How deep it is: 1 to 6 for headings, [`ITEMS`] and more for items of lists.
    pub level: usize,
    /// It is a paragraph that belongs to no item.
    pub is_paragraph: bool,
    /// What stands in bold before its text; empty: nothing.
    pub label: String,
    /// What it says.
    pub text: String,
    /// Paragraphs more.
    pub more: Vec<String>,
    /// What stands within it.
    pub children: Vec<Self>,
}

impl Node {
    /// Is it a heading?
    pub(super) fn is_heading(&self) -> bool {
        self.level < ITEMS
    }

    /// All that it says in one text: `label: text`.
    pub(super) fn title(&self) -> String {
        match (self.label.is_empty(), self.text.is_empty()) {
            (true, _) => self.text.clone(),
            (false, true) => self.label.clone(),
            // A sentence has its end already.
            (false, false) if self.label.ends_with('.') => format!("{} {}", self.label, self.text),
            (false, false) => format!("{}: {}", self.label, self.text),
        }
    }

    /// The headings in it.
    pub(super) fn headings(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(|child| child.is_heading())
    }

    /// What stands right under it: items and paragraphs.
    pub(super) fn items(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(|child| !child.is_heading())
    }

    /// How many there are, with all within them.
    pub(super) fn count(nodes: &[Self]) -> usize {
        nodes.iter().map(|node| 1 + Self::count(&node.children)).sum()
    }
}

/// Puts what stands in order one within another, by levels: each within the last before it of a lower one.
pub(super) fn nested(flat: Vec<Node>) -> Vec<Node> {
    let mut roots = Vec::new();
    let mut open: Vec<Node> = Vec::new();
    let close = |open: &mut Vec<Node>, roots: &mut Vec<Node>| {
        if let Some(node) = open.pop() {
            open.last_mut().map_or(roots, |outer| &mut outer.children).push(node);
        }
    };
    for node in flat {
        while open.last().is_some_and(|last| last.level >= node.level) {
            close(&mut open, &mut roots);
        }
        open.push(node);
    }
    while !open.is_empty() {
        close(&mut open, &mut roots);
    }
    roots
}

/// What stands below something as a text: its paragraphs, then its items, a line each.
pub(super) fn note_of(node: &Node) -> String {
    let mut lines = Vec::new();
    below(&node.children.iter().collect::<Vec<_>>(), 0, &mut lines);
    let paragraphs = node.more.join("\n\n");
    let parts = [paragraphs, lines.join("\n")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Items as lines of a text.
pub(super) fn below(nodes: &[&Node], depth: usize, lines: &mut Vec<String>) {
    for node in nodes {
        let mark = if depth > 0 { "– " } else { "" };
        lines.push(format!("{mark}{}", node.title()));
        lines.extend(node.more.iter().cloned());
        below(&node.children.iter().collect::<Vec<_>>(), depth + 1, lines);
    }
}
