//! Reads what can be read of a text that is not quite JSON: cut short, or damaged at some places.
//!
//! Used only when the strict reader has refused the text, and its lines are not indented as ours
//! (`indented` reads those). Strings of ours never hold a raw line
//! break, so after a place that makes no sense, reading goes on at the next line.

use crate::model::limits::DEPTH_MAX;
use serde_json::{Map, Value};

/// What could be read.
#[derive(Debug, Default)]
pub(super) struct Salvage {
    /// What was read; none where nothing makes sense.
    pub value: Option<Value>,
    /// Where something had to be left out or guessed, as byte offsets; the first 100 lines of such.
    pub damage: Vec<usize>,
    /// The text ends before everything is closed.
    pub cut: bool,
    /// It nests deeper than [`DEPTH_MAX`].
    pub too_deep: bool,
}

/// How many damaged lines are told one by one.
pub(super) const DAMAGE_MAX: usize = 100;

/// Reads what can be read of `text`.
pub(super) fn read(text: &str) -> Salvage {
    let mut reader =
        Reader { text, at: 0, open: Vec::new(), looked_at: None, found: Salvage::default() };
    reader.skip_space();
    let value = reader.value();
    reader.skip_space();
    if reader.at < text.len() {
        reader.damaged();
    }
    Salvage { value, ..reader.found }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// The brackets that are open, outermost first.
    open: Vec<u8>,
    /// Where damage was noted last, also where it was on the same line as the one before.
    looked_at: Option<usize>,
    found: Salvage,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// Skips space and commas; a comma too many or too few does no harm, but is damage.
    fn skip_commas(&mut self, first: bool) {
        self.skip_space();
        let mut commas = 0;
        while self.peek() == Some(b',') {
            commas += 1;
            self.at += 1;
            self.skip_space();
        }
        let closes = matches!(self.peek(), Some(b'}' | b']') | None);
        if commas != usize::from(!first && !closes) && self.peek().is_some() {
            self.damaged();
        }
    }

    /// Notes that something is wrong here.
    fn damaged(&mut self) {
        let since = self.looked_at.replace(self.at);
        let between = since.and_then(|since| self.text.as_bytes().get(since..self.at));
        let same_line = between.is_some_and(|bytes| !bytes.contains(&b'\n'));
        if !same_line && self.found.damage.len() < DAMAGE_MAX {
            self.found.damage.push(self.at);
        }
    }

    /// Leaves out what makes no sense, up to the end of the line or of what is open.
    fn skip_garbage(&mut self) {
        self.damaged();
        while let Some(byte) = self.peek() {
            match byte {
                b'\n' | b',' | b'}' | b']' => return,
                b'"' => drop(self.string()),
                _ => self.at += 1,
            }
        }
        self.found.cut = true;
    }

    /// A value; none, with the place noted, where there is none.
    fn value(&mut self) -> Option<Value> {
        match self.peek() {
            None => {
                self.found.cut = true;
                None
            }
            Some(b'{') => self.nested(b'{', |reader| Value::Object(reader.object(Map::new()))),
            Some(b'[') => self.nested(b'[', |reader| Value::Array(reader.array())),
            Some(b'"') => self.string().map(Value::String),
            Some(_) => self.word(),
        }
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: JSON's values")]
    fn nested(&mut self, bracket: u8, read: fn(&mut Self) -> Value) -> Option<Value> {
        if self.open.len() >= DEPTH_MAX {
            self.found.too_deep = true;
            self.at = self.text.len();
            return None;
        }
        self.at += 1;
        self.open.push(bracket);
        let value = read(self);
        self.open.pop();
        let empty = match &value {
            Value::Object(map) => map.is_empty(),
            Value::Array(items) => items.is_empty(),
            _ => false,
        };
        // Of what the cut left empty, nothing is known.
        if self.found.cut && empty { None } else { Some(value) }
    }

    /// Is what holds the innermost open thing opened by `bracket`?
    fn inside(&self, bracket: u8) -> bool {
        self.open.len() >= 2 && self.open.get(self.open.len() - 2) == Some(&bracket)
    }

    /// The rest of an object, after its bracket and what was read of it.
    fn object(&mut self, mut map: Map<String, Value>) -> Map<String, Value> {
        let mut first = map.is_empty();
        loop {
            self.skip_commas(first);
            first = false;
            match self.peek() {
                None => {
                    self.found.cut = true;
                    return map;
                }
                Some(b'}') => {
                    self.at += 1;
                    return map;
                }
                Some(b'"') => {
                    let Some(key) = self.string() else { continue };
                    self.skip_space();
                    if self.peek() == Some(b':') {
                        self.at += 1;
                        self.skip_space();
                    } else if self.peek().is_some() {
                        self.damaged();
                    }
                    if let Some(value) = self.value() {
                        map.insert(key, value);
                    }
                }
                // The object's own closing bracket is missing: the list around it goes on.
                Some(b'{' | b']') if self.inside(b'[') => {
                    self.damaged();
                    return map;
                }
                Some(b']') => {
                    self.damaged();
                    self.at += 1;
                }
                Some(_) => self.skip_garbage(),
            }
        }
    }

    /// The rest of a list, after its bracket.
    fn array(&mut self) -> Vec<Value> {
        let mut items = Vec::new();
        loop {
            self.skip_commas_or_colon(&mut items);
            match self.peek() {
                None => {
                    self.found.cut = true;
                    return items;
                }
                Some(b']') => {
                    self.at += 1;
                    return items;
                }
                // The list's own closing bracket is missing: the object around it ends.
                Some(b'}') if self.inside(b'{') => {
                    self.damaged();
                    return items;
                }
                Some(b'}') => {
                    self.damaged();
                    self.at += 1;
                }
                Some(_) => items.extend(self.value()),
            }
        }
    }

    /// As [`Reader::skip_commas`]; a colon tells that the bracket before the last text is missing.
    fn skip_commas_or_colon(&mut self, items: &mut Vec<Value>) {
        self.skip_space();
        if self.peek() == Some(b':') {
            self.damaged();
            self.at += 1;
            self.skip_space();
            let key = items.pop();
            let value = self.value();
            if let (Some(Value::String(key)), Some(value)) = (key, value) {
                let map = Map::from_iter([(key, value)]);
                self.open.push(b'{');
                let map = self.object(map);
                self.open.pop();
                items.push(Value::Object(map));
            }
        }
        self.skip_commas(items.is_empty());
    }

    /// A text; none where its end is missing on its line.
    fn string(&mut self) -> Option<String> {
        let start = self.at;
        self.at += 1;
        loop {
            match self.peek() {
                None => {
                    self.found.cut = true;
                    return None;
                }
                Some(b'\n') => {
                    self.damaged();
                    return None;
                }
                Some(b'"') => {
                    self.at += 1;
                    break;
                }
                // What follows a backslash is part of the text, a quote too.
                Some(b'\\') if self.text.as_bytes().get(self.at + 1) != Some(&b'\n') => {
                    self.at += 2;
                }
                Some(_) => self.at += 1,
            }
        }
        let quoted = self.text.get(start..self.at).unwrap_or_default();
        match serde_json::from_str(quoted) {
            Ok(text) => Some(text),
            Err(_) => {
                // A damaged escape: the text as it stands says more than no text.
                self.damaged();
                Some(quoted.get(1..quoted.len() - 1).unwrap_or_default().to_owned())
            }
        }
    }

    /// A number, `true`, `false` or `null`.
    fn word(&mut self) -> Option<Value> {
        let start = self.at;
        while let Some(byte) = self.peek() {
            if matches!(byte, b',' | b'}' | b']' | b'{' | b'[' | b'"' | b':') || byte <= b' ' {
                break;
            }
            self.at += 1;
        }
        if self.peek().is_none() {
            // 12 may have been 123.
            self.found.cut = true;
            return None;
        }
        let value = self.text.get(start..self.at).and_then(|word| serde_json::from_str(word).ok());
        if value.is_none() {
            self.at = start;
            self.skip_garbage();
        }
        value
    }
}
