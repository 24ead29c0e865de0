//! Reads what can be read of a damaged text by its indentation, as this program writes it.
//!
//! A text of ours has one field, one item or one bracket on each line, two spaces for each level. So
//! a line that makes no sense costs that line: the level of the next one says where reading goes on,
//! which brackets must have stood there, and what is nested in what. What a damaged line says is kept
//! as text under `unread` in the object around it.

use super::items::UNREAD;
use super::lenient::{DAMAGE_MAX, DEPTH_MAX, Salvage};
use super::line_form::{Form, Given, form_of, guess_field, guess_text, plain_key, tells};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::VecDeque;

/// The key under [`UNREAD`] of the texts of lines that could not be read.
const LINES: &str = "lines";

/// A line without its spaces, or the rest of one.
#[derive(Clone, Copy)]
struct Line<'a> {
    /// Where its text begins, in bytes.
    at: usize,
    /// How many signs stand before its text.
    indent: usize,
    /// Its text.
    text: &'a str,
    /// It ends by a line break.
    ended: bool,
}

enum Held {
    Object(Map<String, Value>),
    List(Vec<Value>),
}

/// Something that is open.
struct Open {
    /// How far in its brackets stand.
    indent: usize,
    /// How far in what it holds stands.
    child: usize,
    /// Its key in the object around it; none in a list.
    key: Option<String>,
    held: Held,
    /// The texts of lines in it that could not be read.
    lines: Vec<Value>,
}

struct Reader<'a> {
    /// The lines that are left, in order.
    rest: VecDeque<Line<'a>>,
    open: Vec<Open>,
    root: Option<Value>,
    /// The lines with damage, by where their texts begin.
    damage: Vec<usize>,
    too_deep: bool,
    /// The text ends in the middle of its last line.
    broken_off: bool,
}

/// Reads what can be read of `text`; none where it is not indented as texts of ours are.
pub(super) fn read(text: &str) -> Option<Salvage> {
    let lines = lines_of(text);
    if !is_indented(&lines) {
        return None;
    }
    let (text, damage) = joined(text, &lines);
    let text = text.as_ref();
    let (rest, open, root) = (lines_of(text), Vec::new(), None);
    let mut reader = Reader { rest, open, root, damage, too_deep: false, broken_off: false };
    while let Some(line) = reader.rest.pop_front() {
        reader.line(line);
        if reader.too_deep {
            return Some(Salvage { too_deep: true, ..Salvage::default() });
        }
    }
    // The last bracket may be what is damaged.
    let ends = reader.open.len() == 1 && !reader.broken_off && reader.damage_in_last_line(text);
    let cut = !reader.open.is_empty() && !ends;
    while !reader.open.is_empty() {
        reader.close(cut);
    }
    let mut damage = reader.damage;
    damage.sort_unstable();
    damage.dedup();
    damage.truncate(DAMAGE_MAX);
    Some(Salvage { value: reader.root, damage, cut, too_deep: false })
}

fn lines_of(text: &str) -> VecDeque<Line<'_>> {
    let mut lines = VecDeque::new();
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let body = whole.trim_start_matches([' ', '\t', '\r', '\n']);
        let at = start + (whole.len() - body.len());
        start += whole.len();
        let trimmed = body.trim_end();
        if !trimmed.is_empty() {
            let indent = whole.len() - body.len();
            lines.push_back(Line { at, indent, text: trimmed, ended: whole.ends_with('\n') });
        }
    }
    lines
}

/// The text without the line breaks that came into a line, and where those were: what follows one
/// stands where only the first and the last bracket do. As many bytes as before.
fn joined<'a>(text: &'a str, lines: &VecDeque<Line<'_>>) -> (Cow<'a, str>, Vec<usize>) {
    let last = lines.back().map(|line| line.at);
    let spaced = |line: &Line<'_>| {
        let mut signs = line.text.chars();
        let odd = signs.next();
        let after = signs.as_str();
        odd.is_some() && after.starts_with(' ') && form_of(after.trim_start()) != Form::Odd
    };
    let torn = lines.iter().skip(1).filter(|line| {
        let ends = Some(line.at) == last && form_of(line.text) == Form::Close;
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
fn is_indented(lines: &VecDeque<Line<'_>>) -> bool {
    let regular = |line: &&Line<'_>| {
        line.indent % 2 == 0
            && match form_of(line.text) {
                Form::Field(_, given) | Form::Item(given) => given.is_one_line(),
                Form::Close => true,
                Form::Odd => false,
            }
    };
    let deep = lines.iter().filter(|line| line.indent >= 2).count();
    lines.len() >= 4
        && deep * 2 >= lines.len()
        && lines.iter().filter(regular).count() * 10 >= lines.len() * 8
}

impl<'a> Reader<'a> {
    fn damaged(&mut self, line: Line<'_>) {
        self.damage.push(line.at);
    }

    /// Was something wrong with the last line of the text?
    fn damage_in_last_line(&self, text: &str) -> bool {
        let last = text.trim_end().rfind('\n').unwrap_or(0);
        self.damage.last().is_some_and(|at| *at > last)
    }

    /// How far in what is innermost stands, and what it holds.
    fn place(&self) -> (usize, usize) {
        self.open.last().map_or((0, 0), |open| (open.indent, open.child))
    }

    /// The line with its real indentation: one odd sign among the spaces counts as a space.
    fn placed(line: Line<'a>, (own, child): (usize, usize)) -> Option<Line<'a>> {
        let mut signs = line.text.chars();
        let odd = signs.next()?;
        let after = signs.as_str();
        let text = after.trim_start_matches(' ');
        let indent = line.indent + 1 + (after.len() - text.len());
        let there = !text.is_empty() && (indent == child || indent == own) && line.indent < indent;
        let at = line.at + odd.len_utf8() + (after.len() - text.len());
        (there && form_of(text) != Form::Odd).then_some(Line { at, indent, text, ..line })
    }

    /// Does the next line stand deeper than `indent`?
    fn goes_deeper(&self, indent: usize) -> bool {
        self.rest.front().is_some_and(|next| {
            let next = Self::placed(*next, (indent, indent + 2)).unwrap_or(*next);
            next.indent > indent + 1
        })
    }

    fn line(&mut self, mut line: Line<'a>) {
        let (own, child) = self.place();
        if !self.open.is_empty()
            && line.indent < child
            && let Some(placed) = Self::placed(line, (own, child))
            && !(line.indent == own && form_of(line.text) != Form::Odd)
        {
            self.damaged(line);
            line = placed;
        }
        // A sign at the beginning became a space.
        line.indent -= line.indent % 2;
        let form = form_of(line.text);
        if form == Form::Odd && self.split(line) {
            return;
        }
        let deeper = self.goes_deeper(line.indent);
        let ends = matches!(form, Form::Close) || (!tells(line.text) && !deeper);
        self.return_to(line, ends);
        if self.open.is_empty() {
            self.begin(line, form, deeper);
        } else if !ends && line.indent > self.place().1 {
            self.open_unseen(line);
            self.take(line, form, deeper);
        } else if ends && !deeper && line.indent <= self.place().0 {
            if form == Form::Odd {
                self.damaged(line);
            }
            self.end(line);
        } else {
            self.take(line, form, deeper);
        }
    }

    /// Takes a line apart that lost the break in it; one sign stands where it was.
    fn split(&mut self, line: Line<'a>) -> bool {
        let text = line.text;
        for (space, _) in text.match_indices("  ") {
            let before = text.get(..space).unwrap_or_default();
            let Some(odd) = before.chars().next_back() else { continue };
            let first = before.get(..before.len() - odd.len_utf8()).unwrap_or_default();
            if first.trim_end().is_empty() || form_of(first) == Form::Odd {
                continue;
            }
            let rest = text.get(space..).unwrap_or_default();
            let second = rest.trim_start_matches(' ');
            let indent = rest.len() - second.len();
            let at = line.at + space + indent;
            self.rest.push_front(Line { at, indent, text: second, ended: line.ended });
            self.rest.push_front(Line { text: first, ended: true, ..line });
            self.damaged(line);
            return true;
        }
        false
    }

    /// Closes what must have ended before this line.
    fn return_to(&mut self, line: Line<'_>, ends: bool) {
        while self.open.len() > 1 {
            let (own, _) = self.place();
            if own < line.indent || (ends && own == line.indent) {
                return;
            }
            self.damaged(line);
            self.close(false);
        }
    }

    /// The first bracket of all.
    fn begin(&mut self, line: Line<'a>, form: Form, deeper: bool) {
        if self.root.is_some() {
            return self.damaged(line);
        }
        if form != Form::Item(Given::Opens(b'{')) {
            self.damaged(line);
        }
        self.push(0, None, Held::Object(Map::new()));
        if !deeper || matches!(form, Form::Field(..)) {
            self.take(line, form, deeper);
        }
    }

    /// A line stands deeper than what is open: the bracket before it is lost.
    fn open_unseen(&mut self, line: Line<'a>) {
        self.damaged(line);
        let (_, child) = self.place();
        let is_field = matches!(form_of(line.text), Form::Field(..));
        let held = if is_field { Held::Object(Map::new()) } else { Held::List(Vec::new()) };
        let in_object = matches!(self.open.last().map(|open| &open.held), Some(Held::Object(_)));
        self.push(child, in_object.then(|| UNREAD.to_owned()), held);
        if let Some(open) = self.open.last_mut() {
            open.child = line.indent;
        }
    }

    /// A closing bracket.
    fn end(&mut self, line: Line<'a>) {
        let is_object = matches!(self.open.last().map(|open| &open.held), Some(Held::Object(_)));
        let given = line.text.as_bytes().first();
        if given != Some(if is_object { &b'}' } else { &b']' }) {
            self.damaged(line);
        }
        // Only the end of all ends it.
        if self.open.len() > 1 || self.rest.is_empty() {
            self.close(false);
        } else {
            self.damaged(line);
        }
    }

    /// A field or an item of what is innermost.
    fn take(&mut self, line: Line<'a>, form: Form, deeper: bool) {
        let last = !line.ended && self.rest.is_empty();
        let in_object = matches!(self.open.last().map(|open| &open.held), Some(Held::Object(_)));
        match form {
            Form::Field(key, given) if in_object => match given {
                Given::Opens(bracket) => self.opens(line, Some(key), bracket, deeper),
                Given::Whole(_) if deeper => self.opens_odd(line, Some(key)),
                Given::Whole(value) if !(last && is_short(&value, line.text)) => {
                    self.put(Some(key), value);
                }
                Given::Whole(_) => self.broken_off = true,
            },
            Form::Item(given) if !in_object => match given {
                Given::Opens(bracket) => self.opens(line, None, bracket, deeper),
                Given::Whole(_) if deeper => self.opens_odd(line, None),
                Given::Whole(value) if !(last && is_short(&value, line.text)) => {
                    self.put(None, value);
                }
                Given::Whole(_) => self.broken_off = true,
            },
            Form::Close if !deeper => self.damaged(line),
            Form::Field(..) | Form::Item(_) | Form::Close | Form::Odd if deeper => {
                let key = in_object.then(|| plain_key(line.text)).map(|key| match key.is_empty() {
                    true => UNREAD.to_owned(),
                    false => key,
                });
                self.opens_odd(line, key);
            }
            Form::Field(..) | Form::Item(_) | Form::Close | Form::Odd if last => {
                self.broken_off = true;
            }
            Form::Odd if in_object => {
                self.damaged(line);
                match guess_field(line.text) {
                    Some((key, value)) => self.put(Some(key), value),
                    None => self.keep(line),
                }
            }
            Form::Odd if self.holds_texts() => {
                self.damaged(line);
                self.put(None, guess_text(line.text));
            }
            Form::Field(..) | Form::Item(_) | Form::Close | Form::Odd => {
                self.damaged(line);
                self.keep(line);
            }
        }
    }

    /// Does the innermost list hold texts?
    fn holds_texts(&self) -> bool {
        match self.open.last().map(|open| &open.held) {
            Some(Held::List(items)) => items.iter().all(Value::is_string),
            Some(Held::Object(_)) | None => false,
        }
    }

    /// Opens what this line opens, as what the next one says it is.
    fn opens(&mut self, line: Line<'a>, key: Option<String>, bracket: u8, deeper: bool) {
        let next = self.rest.front().filter(|next| deeper && next.ended);
        let next = next.map(|next| form_of(next.text));
        let meant = match next {
            Some(Form::Field(..)) => b'{',
            Some(Form::Item(_)) => b'[',
            Some(Form::Close | Form::Odd) | None => bracket,
        };
        if meant != bracket {
            self.damaged(line);
        }
        let held = if meant == b'{' { Held::Object(Map::new()) } else { Held::List(Vec::new()) };
        self.push(line.indent, key, held);
    }

    /// Opens what a line must have opened that does not say so.
    fn opens_odd(&mut self, line: Line<'a>, key: Option<String>) {
        self.damaged(line);
        let bracket = if line.text.contains('[') { b'[' } else { b'{' };
        self.opens(line, key, bracket, true);
    }

    fn push(&mut self, indent: usize, key: Option<String>, held: Held) {
        if self.open.len() >= DEPTH_MAX {
            self.too_deep = true;
            return;
        }
        self.open.push(Open { indent, child: indent + 2, key, held, lines: Vec::new() });
    }

    /// Keeps the text of a line that cannot be read, if it says anything.
    fn keep(&mut self, line: Line<'_>) {
        if tells(line.text)
            && let Some(open) = self.open.last_mut()
        {
            open.lines.push(line.text.into());
        }
    }

    /// Puts a value into what is innermost.
    fn put(&mut self, key: Option<String>, value: Value) {
        match self.open.last_mut().map(|open| &mut open.held) {
            Some(Held::Object(map)) => drop(map.insert(key.unwrap_or_default(), value)),
            Some(Held::List(items)) => items.push(value),
            None => self.root = Some(value),
        }
    }

    /// Closes what is innermost. Of what a `cut` left empty, nothing is known.
    fn close(&mut self, cut: bool) {
        let Some(open) = self.open.pop() else { return };
        let (value, empty) = match open.held {
            Held::Object(mut map) => {
                keep_lines(&mut map, open.lines);
                let empty = map.is_empty();
                (Value::Object(map), empty)
            }
            Held::List(items) => {
                // Among things a text would be one: the object around the list keeps it.
                if let Some(around) = self.open.last_mut() {
                    around.lines.extend(open.lines);
                }
                let empty = items.is_empty();
                (Value::Array(items), empty)
            }
        };
        if !(cut && empty) {
            self.put(open.key, value);
        }
    }
}

/// Keeps the texts of unread lines in the object they stood in.
fn keep_lines(map: &mut Map<String, Value>, lines: Vec<Value>) {
    if lines.is_empty() {
        return;
    }
    let unread = map.entry(UNREAD).or_insert_with(|| Value::Object(Map::new()));
    if !unread.is_object() {
        *unread = Value::Object(Map::from_iter([(UNREAD.to_owned(), unread.take())]));
    }
    if let Value::Object(kept) = unread {
        let mut name = LINES.to_owned();
        while kept.contains_key(&name) {
            name.push('+');
        }
        kept.insert(name, lines.into());
    }
}

/// May a value at the very end of a text have been longer? 12 may have been 123.
fn is_short(value: &Value, text: &str) -> bool {
    !text.ends_with(',') && !(value.is_string() || value.is_array() || value.is_object())
}
