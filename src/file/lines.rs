//! The lines of a damaged text: how far in each stands, and whether they are indented as ours are.

use super::line_form::{LineForm, form_of};
use std::borrow::Cow;
use std::collections::VecDeque;

/// A line without its spaces, or the rest of one.
#[derive(Clone, Copy)]
pub(super) struct TextLine<'a> {
    /// Where its text begins, in bytes.
    pub at: usize,
    /// How many signs stand before its text.
    pub indent: usize,
    /// Its text.
    pub text: &'a str,
    /// It ends by a line break.
    pub ended: bool,
}

/// The lines of a text that hold something.
pub(super) fn lines_of(text: &str) -> VecDeque<TextLine<'_>> {
    let mut lines = VecDeque::new();
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let body = whole.trim_start_matches([' ', '\t', '\r', '\n']);
        let at = start + (whole.len() - body.len());
        start += whole.len();
        let trimmed = body.trim_end();
        if !trimmed.is_empty() {
            let indent = whole.len() - body.len();
            lines.push_back(TextLine { at, indent, text: trimmed, ended: whole.ends_with('\n') });
        }
    }
    lines
}

/// The text without the line breaks that came into a line, and where those were: what follows one
/// stands where only the first and the last bracket do. As many bytes as before.
pub(super) fn joined<'a>(
    text: &'a str,
    lines: &VecDeque<TextLine<'_>>,
) -> (Cow<'a, str>, Vec<usize>) {
    let last = lines.back().map(|line| line.at);
    let spaced = |line: &TextLine<'_>| {
        let mut signs = line.text.chars();
        let odd = signs.next();
        let after = signs.as_str();
        let text = after.trim_start();
        let spaces = after.len() - text.len();
        odd.is_some()
            && match form_of(text) {
                LineForm::Odd => false,
                // One space alone stands in a torn field: `: "text",`.
                LineForm::Item(_) => spaces > 1,
                // The sign may be the last before the text.
                LineForm::Field(..) | LineForm::Close => spaces > 0 || line.indent == 1,
            }
    };
    let torn = lines.iter().skip(1).filter(|line| {
        let ends = Some(line.at) == last && form_of(line.text) == LineForm::Close;
        line.indent < 2 && !ends && !spaced(line)
    });
    let breaks: Vec<usize> = torn
        .filter_map(|line| text.get(..line.at.saturating_sub(line.indent))?.rfind('\n'))
        .collect();
    if breaks.is_empty() {
        return (Cow::Borrowed(text), breaks);
    }
    let mut whole = String::with_capacity(text.len());
    let mut done = 0;
    for at in &breaks {
        whole.push_str(text.get(done..*at).unwrap_or_default());
        whole.push(' ');
        done = at + 1;
    }
    whole.push_str(text.get(done..).unwrap_or_default());
    (Cow::Owned(whole), breaks)
}

/// Do nearly all lines hold one field, item or bracket, each a level deeper than what it is in?
pub(super) fn is_indented(lines: &VecDeque<TextLine<'_>>) -> bool {
    let regular = |line: &&TextLine<'_>| {
        line.indent.is_multiple_of(2)
            && match form_of(line.text) {
                LineForm::Field(_, given) | LineForm::Item(given) => given.is_one_line(),
                LineForm::Close => true,
                LineForm::Odd => false,
            }
    };
    let deep = lines.iter().filter(|line| line.indent >= 2).count();
    lines.len() >= 4
        && deep * 2 >= lines.len()
        && lines.iter().filter(regular).count() * 10 >= lines.len() * 8
}
