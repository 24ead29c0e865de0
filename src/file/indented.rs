//! Reads what can be read of a damaged text by its indentation, as this program writes it.
//!
//! A text of ours has one field, one item or one bracket on each line, two spaces for each level. So
//! a line that makes no sense costs that line: the level of the next one says where reading goes on,
//! which brackets must have stood there, and what is nested in what. What a damaged line says is kept
//! as text under `unread` in the object around it.

use super::items::UNREAD;
use super::lenient::{DAMAGE_MAX, Salvage};
use super::line_form::{LineForm, LineValue, form_of, guess_field, guess_text, plain_key, tells};
use super::lines::{TextLine, is_indented, joined, lines_of};
use crate::model::limits::DEPTH_MAX;
use serde_json::{Map, Value};
use std::collections::VecDeque;

/// The key under [`UNREAD`] of the texts of lines that could not be read.
const LINES: &str = "lines";

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
    rest: VecDeque<TextLine<'a>>,
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

impl<'a> Reader<'a> {
    fn damaged(&mut self, line: TextLine<'_>) {
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
    fn placed(line: TextLine<'a>, (own, child): (usize, usize)) -> Option<TextLine<'a>> {
        let mut signs = line.text.chars();
        let odd = signs.next()?;
        let after = signs.as_str();
        let text = after.trim_start_matches(' ');
        let indent = line.indent + 1 + (after.len() - text.len());
        let there = !text.is_empty() && (indent == child || indent == own) && line.indent < indent;
        let at = line.at + odd.len_utf8() + (after.len() - text.len());
        (there && form_of(text) != LineForm::Odd).then_some(TextLine { at, indent, text, ..line })
    }

    /// Does the next line stand deeper than `indent`?
    fn goes_deeper(&self, indent: usize) -> bool {
        self.rest.front().is_some_and(|next| {
            let next = Self::placed(*next, (indent, indent + 2)).unwrap_or(*next);
            next.indent > indent + 1
        })
    }

    fn line(&mut self, mut line: TextLine<'a>) {
        let (own, child) = self.place();
        if !self.open.is_empty()
            && line.indent < child
            && let Some(placed) = Self::placed(line, (own, child))
            && !(line.indent == own && form_of(line.text) != LineForm::Odd)
        {
            self.damaged(line);
            line = placed;
        }
        // A sign at the beginning became a space.
        line.indent -= line.indent % 2;
        let form = form_of(line.text);
        if form == LineForm::Odd && self.split(line) {
            return;
        }
        let deeper = self.goes_deeper(line.indent);
        let ends = matches!(form, LineForm::Close) || (!tells(line.text) && !deeper);
        self.return_to(line, ends);
        if self.open.is_empty() {
            self.begin(line, form, deeper);
        } else if !ends && line.indent > self.place().1 {
            self.open_unseen(line);
            self.take(line, form, deeper);
        } else if ends && !deeper && line.indent <= self.place().0 {
            if form == LineForm::Odd {
                self.damaged(line);
            }
            self.end(line);
        } else {
            self.take(line, form, deeper);
        }
    }

    /// Takes a line apart that lost the break in it; one sign stands where it was.
    fn split(&mut self, line: TextLine<'a>) -> bool {
        let text = line.text;
        for (space, _) in text.match_indices("  ") {
            let before = text.get(..space).unwrap_or_default();
            let Some(odd) = before.chars().next_back() else { continue };
            let first = before.get(..before.len() - odd.len_utf8()).unwrap_or_default();
            let fits = match form_of(first) {
                LineForm::Field(..) => self.in_object(),
                LineForm::Item(_) => !self.in_object() || self.open.is_empty(),
                LineForm::Close => true,
                LineForm::Odd => false,
            };
            let rest = text.get(space..).unwrap_or_default();
            let second = rest.trim_start_matches(' ');
            let indent = rest.len() - second.len();
            // In a text there may be two spaces too, but not where a level is.
            let near = indent.abs_diff(line.indent) <= 2 && indent.is_multiple_of(2);
            if !fits || !near || form_of(second) == LineForm::Odd {
                continue;
            }
            let at = line.at + space + indent;
            self.rest.push_front(TextLine { at, indent, text: second, ended: line.ended });
            self.rest.push_front(TextLine { text: first, ended: true, ..line });
            self.damaged(line);
            return true;
        }
        false
    }

    /// Closes what must have ended before this line.
    fn return_to(&mut self, line: TextLine<'_>, ends: bool) {
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
    fn begin(&mut self, line: TextLine<'a>, form: LineForm, deeper: bool) {
        if self.root.is_some() {
            return self.damaged(line);
        }
        if form != LineForm::Item(LineValue::Opens(b'{')) {
            self.damaged(line);
        }
        self.push(0, None, Held::Object(Map::new()));
        if !deeper || matches!(form, LineForm::Field(..)) {
            self.take(line, form, deeper);
        }
    }

    /// A line stands deeper than what is open: the bracket before it is lost.
    fn open_unseen(&mut self, line: TextLine<'a>) {
        self.damaged(line);
        let (_, child) = self.place();
        let is_field = matches!(form_of(line.text), LineForm::Field(..));
        let held = if is_field { Held::Object(Map::new()) } else { Held::List(Vec::new()) };
        let in_object = self.in_object();
        self.push(child, in_object.then(|| UNREAD.to_owned()), held);
        if let Some(open) = self.open.last_mut() {
            open.child = line.indent;
        }
    }

    /// A closing bracket.
    fn end(&mut self, line: TextLine<'a>) {
        let is_object = self.in_object();
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
    fn take(&mut self, line: TextLine<'a>, form: LineForm, deeper: bool) {
        let last = !line.ended && self.rest.is_empty();
        let in_object = self.in_object();
        match form {
            LineForm::Field(key, given) if in_object => match given {
                LineValue::Opens(bracket) => self.opens(line, Some(key), bracket, deeper),
                LineValue::Whole(_) if deeper => self.opens_odd(line, Some(key)),
                LineValue::Whole(value) if !(last && is_short(&value, line.text)) => {
                    self.put(Some(key), value);
                }
                LineValue::Whole(_) => self.broken_off = true,
            },
            LineForm::Item(given) if !in_object => match given {
                LineValue::Opens(bracket) => self.opens(line, None, bracket, deeper),
                LineValue::Whole(_) if deeper => self.opens_odd(line, None),
                LineValue::Whole(value) if !(last && is_short(&value, line.text)) => {
                    self.put(None, value);
                }
                LineValue::Whole(_) => self.broken_off = true,
            },
            LineForm::Close if !deeper => self.damaged(line),
            LineForm::Field(..) | LineForm::Item(_) | LineForm::Close | LineForm::Odd if deeper => {
                let key = in_object.then(|| plain_key(line.text)).map(|key| match key.is_empty() {
                    true => UNREAD.to_owned(),
                    false => key,
                });
                self.opens_odd(line, key);
            }
            LineForm::Field(..) | LineForm::Item(_) | LineForm::Close | LineForm::Odd if last => {
                self.broken_off = true;
            }
            LineForm::Odd if in_object => {
                self.damaged(line);
                match guess_field(line.text) {
                    Some((key, value)) => self.put(Some(key), value),
                    None => self.keep(line),
                }
            }
            LineForm::Odd if self.holds_texts() => {
                self.damaged(line);
                self.put(None, guess_text(line.text));
            }
            LineForm::Field(..) | LineForm::Item(_) | LineForm::Close | LineForm::Odd => {
                self.damaged(line);
                self.keep(line);
            }
        }
    }

    /// Is what is innermost an object?
    fn in_object(&self) -> bool {
        matches!(self.open.last().map(|open| &open.held), Some(Held::Object(_)))
    }

    /// Does the innermost list hold texts?
    fn holds_texts(&self) -> bool {
        match self.open.last().map(|open| &open.held) {
            Some(Held::List(items)) => items.iter().all(Value::is_string),
            Some(Held::Object(_)) | None => false,
        }
    }

    /// Opens what this line opens, as what the next one says it is.
    fn opens(&mut self, line: TextLine<'a>, key: Option<String>, bracket: u8, deeper: bool) {
        // Two levels deeper it stands in something whose bracket is lost.
        let near = |next: &&TextLine<'_>| next.ended && next.indent <= line.indent + 3;
        let next = self.rest.front().filter(|_| deeper).filter(near);
        let next = next.map(|next| form_of(next.text));
        let meant = match next {
            Some(LineForm::Field(..)) => b'{',
            Some(LineForm::Item(_)) => b'[',
            Some(LineForm::Close | LineForm::Odd) | None => bracket,
        };
        if meant != bracket {
            self.damaged(line);
        }
        let held = if meant == b'{' { Held::Object(Map::new()) } else { Held::List(Vec::new()) };
        self.push(line.indent, key, held);
    }

    /// Opens what a line must have opened that does not say so.
    fn opens_odd(&mut self, line: TextLine<'a>, key: Option<String>) {
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
    fn keep(&mut self, line: TextLine<'_>) {
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
    let ends = value.is_string() || value.is_array() || value.is_object();
    !(ends || text.ends_with(','))
}
