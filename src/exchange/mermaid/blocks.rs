//! Where are the journeys in a text: is it a diagram itself, or Markdown with diagrams in it?

use crate::exchange::{ImportError, Remark, RemarkKind, SeemsToBe, SourcePlace};
use crate::model::on_one_line;

/// A line with its number, from 1.
pub(super) type NumberedLine<'a> = (usize, &'a str);

/// The journeys of a text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct JourneyText<'a> {
    /// What the text as a whole is called: the first heading of a Markdown.
    pub title: Option<String>,
    /// Its journeys; at least one.
    pub blocks: Vec<JourneyBlock<'a>>,
    /// Diagrams that are none.
    pub remarks: Vec<Remark>,
}

/// One journey.
#[derive(Debug, Default, PartialEq)]
pub(super) struct JourneyBlock<'a> {
    /// What it is called outside of itself: in its front matter, or the heading above it.
    pub title: Option<String>,
    /// What comes after the word `journey`, which may be on the first line.
    pub lines: Vec<NumberedLine<'a>>,
}

/// The words that diagrams of other kinds begin with, as their detectors have them
/// (`packages/mermaid/src/diagrams/*/*Detector.ts`), without `-v2`, `-beta` and `-elk`.
const OTHER_DIAGRAMS: &[&str] = &[
    "C4Component",
    "C4Container",
    "C4Context",
    "C4Deployment",
    "C4Dynamic",
    "architecture",
    "block",
    "classDiagram",
    "cynefin",
    "erDiagram",
    "eventmodeling",
    "flowchart",
    "gantt",
    "gitGraph",
    "graph",
    "info",
    "ishikawa",
    "kanban",
    "mindmap",
    "packet",
    "pie",
    "quadrantChart",
    "radar",
    "railroad",
    "requirement",
    "requirementDiagram",
    "sankey",
    "sequenceDiagram",
    "stateDiagram",
    "swimlane",
    "timeline",
    "treeView",
    "treemap",
    "venn",
    "wardley",
    "xychart",
    "zenuml",
];

/// The journeys of a text whose lines end with `\n`.
pub(super) fn find<'a>(text: &'a str) -> Result<JourneyText<'a>, ImportError> {
    let lines: Vec<NumberedLine> =
        text.lines().enumerate().map(|(at, line)| (at + 1, line)).collect();
    if lines.iter().all(|(_, line)| line.trim().is_empty()) {
        return Err(ImportError::Empty);
    }
    let whole = Opened::of(&lines);
    if let Some(block) = whole.journey(&lines) {
        return Ok(JourneyText { blocks: vec![block], ..JourneyText::default() });
    }
    let fences = fences(&lines);
    let title = whole.title.clone().or_else(|| first_heading(&lines));
    let mut source = JourneyText { title, ..JourneyText::default() };
    let mut other = whole.diagram();
    for fence in fences {
        let inner = lines.get(fence.from..fence.to).unwrap_or_default();
        let bare = |(number, line): &NumberedLine<'a>| {
            (*number, if fence.quoted { unquoted(line) } else { line })
        };
        let inner: Vec<NumberedLine> = inner.iter().map(bare).collect();
        let opened = Opened::of(&inner);
        match opened.journey(&inner) {
            Some(mut block) => {
                block.title = block.title.or(fence.heading);
                source.blocks.push(block);
            }
            None => {
                let said = opened.diagram().unwrap_or_default();
                let at = SourcePlace::Line(fence.from);
                source.remarks.push(Remark {
                    at,
                    kind: RemarkKind::DiagramSkipped,
                    said: said.clone(),
                });
                other = other.or(Some(said).filter(|said| !said.is_empty()));
            }
        }
    }
    match (source.blocks.is_empty(), other) {
        (false, _) => Ok(source),
        (true, Some(kind)) => Err(ImportError::Other(SeemsToBe::Diagram(kind))),
        (true, None) => Err(ImportError::Other(SeemsToBe::Unknown)),
    }
}

/// How a diagram begins.
#[derive(Default)]
struct Opened<'a> {
    /// What its front matter calls it.
    title: Option<String>,
    /// The first line that says something, and its place among the lines.
    first: Option<(usize, &'a str)>,
}

impl<'a> Opened<'a> {
    /// Goes over front matter, directives and comments.
    fn of(lines: &[NumberedLine<'a>]) -> Self {
        let mut opened = Self::default();
        let mut at = lines.iter().take_while(|(_, line)| line.trim().is_empty()).count();
        let is_rule = |at: usize| lines.get(at).is_some_and(|(_, line)| line.trim() == "---");
        if is_rule(at)
            && let Some(end) = (at + 1..lines.len()).find(|at| is_rule(*at))
        {
            let inner = lines.get(at + 1..end).unwrap_or_default();
            opened.title = inner.iter().find_map(|(_, line)| yaml_title(line));
            at = end + 1;
        }
        let mut in_directive = false;
        for (place, (_, line)) in lines.iter().enumerate().skip(at) {
            let line = line.trim();
            if in_directive || line.starts_with("%%{") {
                in_directive = !line.contains("}%%");
            } else if !line.is_empty() && !line.starts_with("%%") {
                opened.first = Some((place, line));
                break;
            }
        }
        opened
    }

    /// The journey, where it is one. Prose may begin with the same word.
    fn journey(&self, lines: &[NumberedLine<'a>]) -> Option<JourneyBlock<'a>> {
        let (place, line) = self.first?;
        let rest = after_word(line, "journey")?;
        let begins = |word| after_word(rest.trim_start(), word).is_some();
        let goes_on = ["title", "section", "accTitle", "accDescr"].into_iter().any(begins);
        if !(rest.trim().is_empty() || rest.trim().starts_with("%%") || goes_on) {
            return None;
        }
        let (number, _) = lines.get(place)?;
        let own = std::iter::once((*number, rest));
        let lines = own.chain(lines.iter().skip(place + 1).copied()).collect();
        Some(JourneyBlock { title: self.title.clone(), lines })
    }

    /// The word that a diagram of another kind begins with.
    fn diagram(&self) -> Option<String> {
        let (_, line) = self.first?;
        let ends = |c: char| !c.is_ascii_alphanumeric() && c != '-';
        let word = line.split(ends).next()?;
        let kind = word.split('-').next()?;
        OTHER_DIAGRAMS.contains(&kind).then(|| word.to_owned())
    }
}

/// What follows a word that a line begins with, in letters of any case.
pub(super) fn after_word<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let start = line.get(..word.len())?;
    let rest = line.get(word.len()..)?;
    let ends = rest.chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != '-');
    (start.eq_ignore_ascii_case(word) && ends).then_some(rest)
}

fn yaml_title(line: &str) -> Option<String> {
    let value = line.strip_prefix("title:")?.trim();
    let quoted = |mark: char| value.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
    let value = quoted('"').or_else(|| quoted('\'')).unwrap_or(value);
    let value = on_one_line(value);
    (!value.is_empty()).then_some(value)
}

/// A fenced block of Mermaid in Markdown.
struct Fence {
    /// The place of its first line among the lines, which is the number of the line that opens it.
    from: usize,
    /// The place after its last.
    to: usize,
    /// It stands in a quotation: its lines begin with the mark of one.
    quoted: bool,
    /// The heading above it.
    heading: Option<String>,
}

/// The blocks of Mermaid: after ```` ```mermaid ```` and `~~~mermaid`, as CommonMark has them, and
/// after `:::mermaid`, as wikis of Azure have them.
fn fences(lines: &[NumberedLine]) -> Vec<Fence> {
    let mut found = Vec::new();
    let mut heading = None;
    let mut at = 0;
    while let Some((_, whole)) = lines.get(at) {
        let line = unquoted(whole);
        let quoted = whole.trim_start().starts_with('>');
        at += 1;
        heading = heading_of(line).or(heading);
        let Some((mark, length, info)) = opening(line) else { continue };
        let closes = |(_, line): &NumberedLine| {
            let line = unquoted(line);
            let rest = line.trim_start_matches(mark);
            line.chars().count() - rest.chars().count() >= length && rest.trim().is_empty()
        };
        let inner = lines.get(at..).unwrap_or_default();
        let count = inner.iter().position(closes).unwrap_or(inner.len());
        let word = info.trim().trim_start_matches(['{', '.']).trim_start();
        if after_word(word, "mermaid").is_some() {
            found.push(Fence { from: at, to: at + count, quoted, heading: heading.clone() });
        }
        at += count + 1;
    }
    found
}

/// A line without its indent and without the mark of a quotation.
fn unquoted(line: &str) -> &str {
    line.trim_start_matches(|c: char| c.is_whitespace() || c == '>')
}

/// The mark of a fence that opens, how many there are, and what is said of the block.
fn opening(line: &str) -> Option<(char, usize, &str)> {
    let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~' | ':'))?;
    let info = line.trim_start_matches(mark);
    let length = line.len() - info.len();
    (length >= 3 && !(mark == '`' && info.contains('`'))).then_some((mark, length, info))
}

fn heading_of(line: &str) -> Option<String> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    let is_one = (1..=6).contains(&level) && text.starts_with([' ', '\t']);
    let text = on_one_line(text.trim().trim_end_matches('#'));
    (is_one && !text.is_empty()).then_some(text)
}

fn first_heading(lines: &[NumberedLine]) -> Option<String> {
    lines.iter().find_map(|(_, line)| line.starts_with("# ").then(|| heading_of(line)).flatten())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn journeys_are_found_in_diagrams_and_in_markdown() {
        /// The first line of each journey, and what it is called outside of itself.
        type Found = &'static [(usize, Option<&'static str>)];
        let rows: [(&str, Found); 10] = [
            ("journey\n a: 3", &[(1, None)]),
            ("\n%% note\n%%{init: {\n'a': 1}}%%\n JOURNEY title X\n", &[(5, None)]),
            ("---\nconfig:\n  title: no\ntitle: \"Dag 1\"\n---\njourney\n", &[(6, Some("Dag 1"))]),
            (
                "# A\n## B ##\n```mermaid\njourney\n```\n~~~~mermaid\njourney\n~~~\n~~~~\n",
                &[(4, Some("B")), (7, Some("B"))],
            ),
            ("> ```mermaid\n> x\n```\n:::mermaid\njourney\n:::", &[(5, None)]),
            ("```{mermaid}\njourney\n", &[(2, None)]),
            ("> # Q\n> ```mermaid\n> journey\n> ```\n", &[(3, Some("Q"))]),
            ("```text\n```mermaid\njourney\n```\n", &[]),
            ("```mermaid\npie\n```\n```mermaid\njourney\n```\n", &[(5, None)]),
            ("Journey maps are fun: 3", &[]),
        ];
        for (text, expected) in rows {
            let found = find(text).map(|source| source.blocks).unwrap_or_default();
            let found: Vec<(usize, Option<&str>)> =
                found.iter().map(|block| (block.lines[0].0, block.title.as_deref())).collect();
            assert_eq!(found, expected, "{text}");
        }
        let skipped = find("```mermaid\npie\n```\n```mermaid\njourney\n```\n").unwrap().remarks;
        assert_eq!(skipped[0].said, "pie");
    }

    #[test]
    fn what_holds_no_journey_says_what_it_is() {
        let diagram = |word: &str| ImportError::Other(SeemsToBe::Diagram(word.into()));
        let rows = [
            (" \n\n", ImportError::Empty),
            ("flowchart TD\n a-->b", diagram("flowchart")),
            ("%% c\nstateDiagram-v2\n", diagram("stateDiagram-v2")),
            ("# T\n```mermaid\nsequenceDiagram\n```", diagram("sequenceDiagram")),
            ("# T\n```mermaid\n???\n```", ImportError::Other(SeemsToBe::Unknown)),
            ("Graph of sales", ImportError::Other(SeemsToBe::Unknown)),
            ("---\na: b", ImportError::Other(SeemsToBe::Unknown)),
        ];
        for (text, expected) in rows {
            assert_eq!(find(text).unwrap_err(), expected, "{text}");
        }
    }
}
