//! Which headings, items and paragraphs are in a Markdown, and what is within what?
//!
//! After CommonMark 0.31 (<https://spec.commonmark.org/0.31.2/>), read as people write it: an item is within
//! another where it stands two columns further in, whatever their marks.

use super::inline::{labelled, plain};
use super::node::{DEPTH_MAX, ITEMS, Node, nested};
use crate::model::on_one_line;

/// The outline of a Markdown whose lines end with `\n`, and what its front matter calls it.
pub(super) fn outline(text: &str) -> (Option<String>, Vec<Node>) {
    let mut lines: Vec<(usize, &str)> =
        text.lines().enumerate().map(|(at, line)| (at + 1, line)).collect();
    let title = front_matter(&mut lines);
    let mut reader = Reader::default();
    for (number, line) in lines {
        reader.line(number, line);
    }
    (title, nested(reader.entries.into_iter().map(Entry::node).collect()))
}

/// Takes `--- … ---` away from the beginning.
fn front_matter(lines: &mut Vec<(usize, &str)>) -> Option<String> {
    let is_rule = |line: &(usize, &str)| line.1.trim_end() == "---";
    let first = lines.first().filter(|line| is_rule(line)).map(|_| 1)?;
    let end = lines.iter().skip(first).position(is_rule)? + first;
    // A rule and a heading that is underlined are no front matter: that has keys.
    let inner = lines.get(first..end).unwrap_or_default();
    let has_keys = inner.iter().all(|(_, line)| {
        line.trim().is_empty() || line.starts_with([' ', '-', '#']) || line.contains(':')
    });
    if !has_keys || inner.is_empty() {
        return None;
    }
    let title = inner.iter().find_map(|(_, line)| line.strip_prefix("title:"));
    let title = title.map(|title| on_one_line(title.trim().trim_matches(['"', '\''])));
    lines.drain(..=end);
    title.filter(|title| !title.is_empty())
}

/// A heading, an item or a paragraph, in the order of the text.
struct Entry {
    line: usize,
    level: usize,
    /// Where its mark stands, in columns; a paragraph that is none's item has none.
    column: Option<usize>,
    /// What it says, paragraph by paragraph.
    said: Vec<String>,
}

#[derive(Default)]
struct Reader {
    entries: Vec<Entry>,
    /// The places of the items that are open, the deepest last; or of a paragraph, alone.
    open: Vec<usize>,
    after_blank: bool,
    /// The mark of a fence of code, and how many there are.
    fence: Option<(char, usize)>,
    in_comment: bool,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) {
        let (column, text) = indent(line);
        if let Some((mark, length)) = self.fence {
            let bare = text.trim_end();
            if bare.len() >= length && bare.chars().all(|c| c == mark) {
                self.fence = None;
            } else if !bare.is_empty() {
                self.verbatim(number, line.trim_end());
            }
            return;
        }
        if self.in_comment || text.starts_with("<!--") {
            self.in_comment = !text.contains("-->");
            return;
        }
        if text.trim().is_empty() {
            self.after_blank = true;
            return;
        }
        if let Some(fence) = fence(text) {
            self.fence = Some(fence);
            self.after_blank = true;
            return;
        }
        if let Some((level, title)) = heading(column, text) {
            self.open.clear();
            let said = vec![title.to_owned()];
            self.entries.push(Entry { line: number, level, column: None, said });
        } else if let Some((level, entry)) = self.underlined(column, text) {
            entry.level = level;
            self.open.clear();
        } else if is_rule(text) {
            self.open.clear();
        } else if let Some(said) = item(text) {
            self.item(number, column, said);
        } else {
            self.paragraph(number, column, text);
        }
        self.after_blank = false;
    }

    /// `===` and `---` under a paragraph make it a heading.
    fn underlined(&mut self, column: usize, text: &str) -> Option<(usize, &mut Entry)> {
        let text = text.trim_end();
        let all = |mark: char| text.len() >= 2 && text.chars().all(|c| c == mark);
        let level = if all('=') { 1 } else { 2 };
        let [place] = self.open.as_slice() else { return None };
        let is_one = (all('=') || all('-')) && !self.after_blank && column < 4;
        let entry = self.entries.get_mut(*place).filter(|entry| is_one && entry.column.is_none());
        entry.map(|entry| (level, entry))
    }

    /// The column of the deepest that is open; a paragraph has none.
    fn column(&self) -> Option<Option<usize>> {
        self.open.last().and_then(|place| self.entries.get(*place)).map(|entry| entry.column)
    }

    fn said(&mut self) -> Option<&mut Vec<String>> {
        let place = self.open.last().copied()?;
        self.entries.get_mut(place).map(|entry| &mut entry.said)
    }

    fn item(&mut self, number: usize, column: usize, said: &str) {
        // One column more or less is a slip.
        while self.column().is_some_and(|open| open.is_none_or(|outer| column < outer + 2)) {
            self.open.pop();
        }
        let level = ITEMS + self.open.len().min(DEPTH_MAX);
        let said = vec![said.to_owned()];
        self.open(Entry { line: number, level, column: Some(column), said });
    }

    fn open(&mut self, entry: Entry) {
        self.open.push(self.entries.len());
        self.entries.push(entry);
    }

    /// A line that is no item: it goes on with the last one, or is a paragraph more of the one that it
    /// stands in, or one by itself.
    fn paragraph(&mut self, number: usize, column: usize, text: &str) {
        let text = text.trim_start_matches(['>', ' ']);
        let after_blank = self.after_blank;
        while after_blank
            && self.column().is_some_and(|open| open.is_none_or(|outer| column <= outer))
        {
            self.open.pop();
        }
        match self.said() {
            Some(said) if after_blank => said.push(text.to_owned()),
            Some(said) => match said.last_mut() {
                Some(said) => join(said, text),
                None => said.push(text.to_owned()),
            },
            None => {
                let said = vec![text.to_owned()];
                self.open(Entry { line: number, level: ITEMS, column: None, said });
            }
        }
    }

    /// A line of code says what stands there, and is a line of its own.
    fn verbatim(&mut self, number: usize, line: &str) {
        let mut said = String::with_capacity(line.len());
        for sign in line.chars() {
            if sign.is_ascii_punctuation() {
                said.push('\\');
            }
            said.push(sign);
        }
        if !self.after_blank
            && let Some(before) = self.said().and_then(|said| said.last_mut())
        {
            before.push('\n');
            before.push_str(&said);
            return;
        }
        let column = self.column().flatten().map_or(0, |outer| outer + 1);
        self.paragraph(number, column, &said);
        self.after_blank = false;
    }
}

impl Entry {
    fn node(self) -> Node {
        let is_heading = self.level < ITEMS;
        let mut said = self.said.iter().map(|said| said.trim());
        let (first, done) = checked(said.next().unwrap_or_default());
        let (label, text) =
            if is_heading { (String::new(), plain(first)) } else { labelled(first) };
        let text = if is_heading { on_one_line(&text) } else { text };
        let text = if done { format!("☑ {text}") } else { text };
        let more = said.map(plain).filter(|more| !more.is_empty()).collect();
        let is_paragraph = self.column.is_none() && !is_heading;
        Node {
            line: self.line,
            level: self.level,
            is_paragraph,
            label,
            text,
            more,
            children: Vec::new(),
        }
    }
}

/// Adds a line to what is said: after a backslash or two spaces it is a line of its own.
fn join(said: &mut String, line: &str) {
    let is_hard = said.ends_with('\\') || said.ends_with("  ");
    while said.ends_with(['\\', ' ']) {
        said.pop();
    }
    said.push(if is_hard || line.starts_with('|') { '\n' } else { ' ' });
    said.push_str(line);
}

/// In which column a line begins, and the line from there; tabs stand at each fourth.
fn indent(line: &str) -> (usize, &str) {
    let mut column = 0;
    for (at, sign) in line.char_indices() {
        match sign {
            ' ' | '\u{a0}' => column += 1,
            '\t' => column += 4 - column % 4,
            _ => return (column, line.get(at..).unwrap_or_default()),
        }
    }
    (column, "")
}

fn fence(text: &str) -> Option<(char, usize)> {
    let mark = text.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let info = text.trim_start_matches(mark);
    let length = text.len() - info.len();
    (length >= 3 && !(mark == '`' && info.contains('`'))).then_some((mark, length))
}

fn heading(column: usize, text: &str) -> Option<(usize, &str)> {
    let title = text.trim_start_matches('#');
    let level = text.len() - title.len();
    if column > 3 || !(1..=6).contains(&level) || !title.starts_with([' ', '\t']) {
        return None;
    }
    let title = title.trim();
    let bare = title.trim_end_matches('#');
    // Marks at the end close it, where they stand apart.
    let title =
        if bare.ends_with([' ', '\t']) || bare.is_empty() { bare.trim_end() } else { title };
    Some((level, title))
}

/// `---`, `* * *`: nothing but three marks and more.
fn is_rule(text: &str) -> bool {
    let mut marks = text.chars().filter(|c| !c.is_whitespace());
    let Some(mark) = marks.next().filter(|mark| matches!(mark, '-' | '*' | '_')) else {
        return false;
    };
    let rest: Vec<char> = marks.collect();
    rest.len() >= 2 && rest.iter().all(|c| *c == mark)
}

/// What an item says after its mark: `- `, `* `, `+ `, `• `, `1. `, `1) `.
fn item(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = match digits {
        0 => text.strip_prefix(['-', '*', '+', '•', '◦', '▪', '‣', '·', '–']),
        1..=9 => text.get(digits..)?.strip_prefix(['.', ')']),
        _ => None,
    }?;
    if rest.is_empty() {
        return Some(rest);
    }
    rest.starts_with([' ', '\t', '\u{a0}']).then(|| rest.trim_start())
}

/// What stands after a box, and whether that is checked.
fn checked(text: &str) -> (&str, bool) {
    let boxed = |mark: &str| text.strip_prefix(mark).filter(|rest| rest.starts_with([' ', '\t']));
    let done = boxed("[x]").or_else(|| boxed("[X]"));
    match (done, boxed("[ ]")) {
        (Some(rest), _) => (rest.trim_start(), true),
        (None, Some(rest)) => (rest.trim_start(), false),
        (None, None) => (text, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An outline as lines: how deep, what it says, what it says more.
    fn shown(nodes: &[Node], depth: usize, out: &mut String) {
        for node in nodes {
            let sign = if node.is_heading() {
                "#"
            } else if node.is_paragraph {
                "¶"
            } else {
                "-"
            };
            let more: String = node.more.iter().map(|more| format!(" ¶ {more}")).collect();
            let said = format!("{}{more}", node.title()).replace('\n', "/");
            out.push_str(&format!("{}{sign} {said}\n", " ".repeat(depth)));
            shown(&node.children, depth + 1, out);
        }
    }

    #[test]
    fn outlines_are_read_as_people_write_them() {
        let rows = [
            ("# A #\n## B\n- c\n  - d\n* e\n", "# A\n # B\n  - c\n   - d\n  - e\n"),
            ("A\n===\nB\n---\ntext\n", "# A\n # B\n  ¶ text\n"),
            ("1. a\n   - b\n2) c\n\t- d\n", "- a\n - b\n- c\n - d\n"),
            ("- [ ] a\n- [x] b\n- [c] d\n", "- a\n- ☑ b\n- [c] d\n"),
            (
                "- a\n goes on\\\n  hard\n\n  more\n  - b\n\n  of a\n\nfree\ntext\n",
                "- a goes on/hard ¶ more ¶ of a\n - b\n¶ free text\n",
            ),
            ("- a\n---\n- b\n***\n", "- a\n- b\n"),
            ("```\n# no *x*\n- y\n```\nz\n", "¶ # no *x*/- y z\n"),
            ("<!-- a\n- b -->\n- c\n", "- c\n"),
            ("> quoted\n> text\n", "¶ quoted text\n"),
            ("#no\n\n####### no\n", "¶ #no\n¶ ####### no\n"),
            ("•\ta\n–  b\n-c\n", "- a\n- b -c\n"),
            ("### A\n# B\n", "# A\n# B\n"),
            ("- a\n - b\n  - c\n", "- a\n- b\n- c\n"),
        ];
        for (text, expected) in rows {
            let mut found = String::new();
            shown(&outline(text).1, 0, &mut found);
            assert_eq!(found, expected, "{text}");
        }
        let (title, nodes) = outline("---\ntitle: \"Karta\"\nx: y\n---\n# A\n");
        assert_eq!((title.as_deref(), nodes.len()), (Some("Karta"), 1));
        assert_eq!(outline("---\n# A\n---\n").0, None);
    }

    #[test]
    fn what_is_too_deep_stands_beside_the_deepest() {
        let text: String = (0..5000).map(|at| format!("{}- a\n", "  ".repeat(at))).collect();
        let nodes = outline(&text).1;
        assert_eq!(Node::count(&nodes), 5000);
        let mut depth = 0;
        let mut inner = &nodes;
        while let Some(first) = inner.first() {
            depth += 1;
            inner = &first.children;
        }
        assert_eq!(depth, DEPTH_MAX + 1);
    }
}
