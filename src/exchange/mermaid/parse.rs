//! What does the text of a journey say, line by line?

use super::blocks::{JourneyBlock, NumberedLine, after_word};
use super::task::{self, MermaidTask};
use super::{kept, signs};
use crate::exchange::{Remark, RemarkKind, SourcePlace};

/// What a journey's text says.
#[derive(Debug, Default)]
pub(super) struct Diagram<'a> {
    /// After `title`.
    pub title: String,
    /// What it is called outside of itself.
    pub outer_title: String,
    /// After `accTitle`.
    pub spoken_title: String,
    /// After `accDescr`; may have several lines.
    pub description: String,
    /// Its sections in order; tasks before the first are in one without a name.
    pub sections: Vec<Section>,
    /// Comment lines that we wrote.
    pub kept: Vec<NumberedLine<'a>>,
    /// What was mended.
    pub remarks: Vec<Remark>,
}

/// A section with its steps.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Section {
    /// What it is called; may be empty.
    pub name: String,
    /// Its tasks; those that stand one after the other with one name and others who feel are one.
    pub steps: Vec<SeenStep>,
}

/// A task as it is seen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct SeenStep {
    /// What it is called; may be empty.
    pub name: String,
    /// Who feels what, 1 to 5, each once; nobody: said of no one.
    pub felt: Vec<(Option<String>, Option<f64>)>,
}

/// Reads a journey.
pub(super) fn read<'a>(block: &JourneyBlock<'a>) -> Diagram<'a> {
    let outer_title = block.title.clone().unwrap_or_default();
    let mut diagram = Diagram { outer_title, ..Diagram::default() };
    let mut lines = block.lines.iter().copied();
    while let Some((number, line)) = lines.next() {
        let line = line.trim();
        if line.starts_with("%%{") {
            // A directive ends on this line or a later one.
            if !line.contains("}%%") {
                lines.by_ref().find(|(_, line)| line.contains("}%%"));
            }
        } else if let Some(comment) = line.strip_prefix("%%") {
            if kept::is_ours(comment) {
                diagram.kept.push((number, comment));
            }
        } else if let Some(inner) = opens_description(line) {
            let text = up_to_bracket(inner, &mut lines);
            diagram.description = text;
        } else if !line.is_empty() && !is_comment(line) {
            diagram.statement(number, line);
        }
    }
    diagram
}

/// `# …` is a comment to Mermaid, and so is `#1 …`; what has a score is a task all the same.
fn is_comment(line: &str) -> bool {
    line.strip_prefix('#').is_some_and(|rest| {
        let is_task = !rest.starts_with(char::is_whitespace) && task::read(line).score.is_some();
        signs::code(line).is_none() && !is_task
    })
}

/// What follows `accDescr {`.
fn opens_description(line: &str) -> Option<&str> {
    after_word(line, "accDescr")?.trim_start().strip_prefix('{')
}

/// A text up to the bracket that closes it; its lines stay lines.
fn up_to_bracket<'a>(first: &str, lines: &mut impl Iterator<Item = NumberedLine<'a>>) -> String {
    let mut said: Vec<String> = Vec::new();
    let mut next = Some(first);
    while let Some(line) = next {
        let (inner, closed) =
            line.split_once('}').map_or((line, false), |(inner, _)| (inner, true));
        said.push(signs::read(inner));
        next = if closed { None } else { lines.next().map(|(_, line)| line) };
    }
    said.join("\n").trim().to_owned()
}

impl Diagram<'_> {
    fn statement(&mut self, number: usize, line: &str) {
        let after = |word: &str| after_word(line, word).map(str::trim_start);
        // With a colon it is a task that is called so, where it has a score.
        let named = |rest: &&str| !rest.starts_with(':') || task::read(line).score.is_none();
        if let Some(rest) = after("title").filter(named) {
            let title = self.text(number, line, rest);
            let earlier = std::mem::replace(&mut self.title, title);
            if !earlier.is_empty() {
                self.remark(number, RemarkKind::Replaced, earlier);
            }
        } else if let Some(rest) = after("section").filter(named) {
            let name = self.text(number, line, rest);
            self.sections.push(Section { name, ..Section::default() });
        } else if let Some(rest) = after("accTitle").and_then(|rest| rest.strip_prefix(':')) {
            self.spoken_title = signs::read(rest);
        } else if let Some(rest) = after("accDescr").and_then(|rest| rest.strip_prefix(':')) {
            self.description = signs::read(rest);
        } else {
            self.task(number, task::read(line));
        }
    }

    /// What a keyword says; told where Mermaid would not take it as it is.
    fn text(&mut self, number: usize, line: &str, rest: &str) -> String {
        let text = rest.strip_prefix(':').unwrap_or(rest);
        let is_section = line.get(..1).is_some_and(|first| first.eq_ignore_ascii_case("s"));
        let has_colon = rest.contains(':') && (is_section || rest.starts_with(':'));
        if has_colon || signs::has_own_signs(text) || text.trim().is_empty() {
            self.remark(number, RemarkKind::SignsRead, line.to_owned());
        }
        signs::read(text)
    }

    fn task(&mut self, number: usize, task: MermaidTask) {
        for (kind, said) in task.mended {
            self.remark(number, kind, said);
        }
        let felt: Vec<(Option<String>, Option<f64>)> = match task.actors.is_empty() {
            true => vec![(None, task.score)],
            false => task.actors.into_iter().map(|actor| (Some(actor), task.score)).collect(),
        };
        if self.sections.is_empty() {
            self.sections.push(Section::default());
        }
        let Some(section) = self.sections.last_mut() else { return };
        let alike = |step: &&mut SeenStep| {
            let feels = |who: &Option<String>| step.felt.iter().any(|(known, _)| known == who);
            step.name == task.name && !felt.iter().any(|(who, _)| feels(who))
        };
        match section.steps.last_mut().filter(alike) {
            Some(step) => step.felt.extend(felt),
            None => section.steps.push(SeenStep { name: task.name, felt }),
        }
    }

    fn remark(&mut self, number: usize, kind: RemarkKind, said: String) {
        self.remarks.push(Remark { at: SourcePlace::Line(number), kind, said });
    }

    /// Do both say the same?
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let texts =
            |one: &Self| [one.title.clone(), one.spoken_title.clone(), one.description.clone()];
        texts(self) == texts(other) && self.sections == other.sections
    }

    /// How many steps and feelings it has.
    pub(super) fn size(&self) -> usize {
        let steps = self.sections.iter().flat_map(|section| &section.steps);
        self.sections.len() + steps.map(|step| 1 + step.felt.len()).sum::<usize>()
    }
}
