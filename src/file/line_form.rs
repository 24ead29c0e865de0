//! What does one line of a file of ours say, and what may a damaged one have said?

use serde_json::Value;

/// What a line holds.
#[derive(Debug, PartialEq)]
pub(super) enum LineForm {
    /// `"key": …`
    Field(String, LineValue),
    /// An item of a list, or a bracket that opens one.
    Item(LineValue),
    /// A closing bracket.
    Close,
    /// None of these.
    Odd,
}

/// What a line gives as a value.
#[derive(Debug, PartialEq)]
pub(super) enum LineValue {
    /// All of it.
    Whole(Value),
    /// A bracket; what it holds stands on the lines below.
    Opens(u8),
}

impl LineValue {
    /// Is it what we write on one line?
    pub(super) fn is_one_line(&self) -> bool {
        match self {
            Self::Whole(Value::Array(items)) => items.is_empty(),
            Self::Whole(Value::Object(map)) => map.is_empty(),
            Self::Whole(_) | Self::Opens(_) => true,
        }
    }
}

/// What a line without its spaces holds.
pub(super) fn form_of(text: &str) -> LineForm {
    let core = text.strip_suffix(',').unwrap_or(text);
    if matches!(core, "}" | "]") {
        return LineForm::Close;
    }
    if core.starts_with('"') {
        let Some(end) = end_of_text(core) else { return LineForm::Odd };
        let (quoted, rest) = core.split_at(end);
        if let Some(rest) = rest.strip_prefix(':') {
            let key = serde_json::from_str(quoted).ok();
            let given = given_of(rest.trim_start());
            return match (key, given) {
                (Some(key), Some(given)) => LineForm::Field(key, given),
                _ => LineForm::Odd,
            };
        }
    }
    given_of(core).map_or(LineForm::Odd, LineForm::Item)
}

fn given_of(text: &str) -> Option<LineValue> {
    match text {
        "{" | "[" => text.bytes().next().map(LineValue::Opens),
        _ => serde_json::from_str(text).ok().map(LineValue::Whole),
    }
}

/// Where the text in quotes ends that `line` begins with, past its quote.
fn end_of_text(line: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in line.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// Does a line say anything, or does it hold only signs?
pub(super) fn tells(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphanumeric()).count() > 1
}

/// The key a damaged line seems to begin with.
pub(super) fn plain_key(text: &str) -> String {
    let is_key = |c: char| c.is_alphanumeric() || "_$".contains(c);
    let (text, whole) = match text.split_once("\": ") {
        Some((key, _)) => (key, true),
        None => (text, false),
    };
    let key = text.trim_start_matches(|c| !is_key(c));
    let end = if whole { None } else { key.find(|c| !is_key(c)) };
    key.get(..end.unwrap_or(key.len())).unwrap_or_default().to_owned()
}

/// The field that a damaged line seems to be: its key, and its value as far as it can be told.
pub(super) fn guess_field(text: &str) -> Option<(String, Value)> {
    let core = text.strip_suffix(',').unwrap_or(text);
    let (key, rest) = match core.split_once("\": ") {
        Some((key, rest)) => (key, rest),
        None => {
            // One of the signs between them is damaged.
            let start = core.find(|c: char| c.is_alphanumeric())?;
            let word = core.get(start..)?;
            let end = start + word.find(|c: char| !(c.is_alphanumeric() || c == '_'))?;
            let rest = core.get(end..)?;
            let value = rest.trim_start_matches(['"', ':', ' ']);
            let mut signs = value.chars();
            signs.next()?;
            let after = signs.as_str();
            let cut = after.starts_with([' ', '"', ':']) && rest.len() - value.len() < 3;
            (core.get(..end)?, if cut { after.trim_start_matches([':', ' ']) } else { value })
        }
    };
    let key = key.trim_start_matches(|c: char| !c.is_alphanumeric() && !"_$".contains(c));
    let value = guess_text(rest);
    (!key.is_empty()).then(|| (key.to_owned(), value))
}

/// The value that a damaged text seems to be: what can be read of it as it stands, or without the
/// sign at its end; else all of it, without its quotes.
pub(super) fn guess_text(text: &str) -> Value {
    let core = text.strip_suffix(',').unwrap_or(text);
    let shorter = core.char_indices().next_back().and_then(|(last, _)| core.get(..last));
    let read = [Some(core), shorter].into_iter().flatten().find_map(|text| {
        let value: Value = serde_json::from_str(text).ok()?;
        (!value.is_array() && !value.is_object()).then_some(value)
    });
    read.unwrap_or_else(|| {
        let inner = core.strip_prefix('"').unwrap_or(core);
        let inner = inner.strip_suffix('"').unwrap_or(inner);
        let quoted = format!("\"{inner}\"");
        let whole = serde_json::from_str(&quoted).unwrap_or_else(|_| inner.to_owned());
        Value::String(whole)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_line_says_what_it_holds() {
        let field = |key: &str, value: Value| LineForm::Field(key.into(), LineValue::Whole(value));
        let rows = [
            ("},", LineForm::Close),
            ("]", LineForm::Close),
            ("{", LineForm::Item(LineValue::Opens(b'{'))),
            ("\"cards\": [", LineForm::Field("cards".into(), LineValue::Opens(b'['))),
            ("\"text\": \"a\\\"b: c\",", field("text", json!("a\"b: c"))),
            ("\"votes\": 3", field("votes", json!(3))),
            ("\"tags\": [],", field("tags", json!([]))),
            ("\"a\",", LineForm::Item(LineValue::Whole(json!("a")))),
            ("\"text\": \"a,", LineForm::Odd),
            ("\"cards\":![", LineForm::Odd),
        ];
        for (line, form) in rows {
            assert_eq!(form_of(line), form, "{line}");
        }
    }

    #[test]
    fn a_damaged_line_says_what_it_seems_to_have_held() {
        let rows = [
            ("\"id\": \"card0001,", "id", json!("card0001")),
            ("\"id\": card0001\",", "id", json!("card0001")),
            ("\"id\": \"card\"001\",", "id", json!("card\"001")),
            ("\"id\"; \"card0001\",", "id", json!("card0001")),
            ("\"id\":x\"card0001\",", "id", json!("card0001")),
            ("\"idx: \"card0001\",", "idx", json!("card0001")),
            ("xid\": \"card0001\",", "xid", json!("card0001")),
            ("\"id\": \"card0001\"x", "id", json!("card0001")),
            ("\"votes\": 3x", "votes", json!(3)),
            ("\"votes\": 3x4", "votes", json!("3x4")),
        ];
        for (line, key, value) in rows {
            assert_eq!(guess_field(line), Some((key.into(), value)), "{line}");
        }
        for (line, key) in [("\"lanes\":![", "lanes"), ("\"lanes: [", "lanes"), ("!{", "")] {
            assert_eq!(plain_key(line), key, "{line}");
        }
    }
}
