//! How is a value of the file read by people: `Researched` for `researched`, `Yes` for `true`?

use crate::model::*;
use crate::words::{Named, Words};
use serde_json::Value;

/// A value of a field of a thing that stands in `list`; `text`: what it is as a text, with the names
/// of what it names by id.
pub(super) fn value_in_words(
    list: &str,
    field: &str,
    value: &Value,
    text: &str,
    words: &Words,
) -> String {
    match value {
        Value::Bool(true) => words.merge_yes(),
        Value::Bool(false) => words.merge_no(),
        Value::Number(number) if (list, field) == ("points", "value") => {
            number.as_f64().map_or(text.to_owned(), |value| words.felt_exactly(value))
        }
        Value::Number(number) => number.as_f64().map_or(text.to_owned(), |it| words.number(it)),
        Value::String(word) => choice(list, field, word, words).unwrap_or_else(|| text.to_owned()),
        Value::Array(items) => {
            let named = |item: &Value| choice(list, field, item.as_str()?, words);
            let all: Option<Vec<String>> = items.iter().map(named).collect();
            all.map_or_else(|| text.to_owned(), |all| all.join(", "))
        }
        Value::Null | Value::Object(_) => text.to_owned(),
    }
}

/// What a word of the file is called, where the field is one of fixed choices.
fn choice(list: &str, field: &str, word: &str, words: &Words) -> Option<String> {
    Some(match (list, field) {
        ("journeys", "kind") => JourneyKind::from(word).name(words),
        ("lanes", "kind") => LaneKind::from(word).name(words),
        ("sources", "kind") => SourceKind::from(word).name(words),
        ("transitions", "kind") => TransitionKind::from(word).name(words),
        (_, "aim") => Aim::from(word).name(words),
        (_, "better") => Better::from(word).name(words),
        (_, "blocker.kind") => BlockerKind::from(word).name(words),
        (_, "blocker.severity" | "severity") => Severity::from(word).name(words),
        (_, "buying_role") => BuyingRole::from(word).name(words),
        (_, "change") => ChangeKind::from(word).name(words),
        (_, "channel") => Channel::from(word).name(words),
        (_, "details") => DetailsPlace::from(word).name(words),
        (_, "content_role") => ContentRole::from(word).name(words),
        (_, "device") => Device::from(word).name(words),
        (_, "duration.unit" | "start.unit") => TimeUnit::from(word).name(words),
        (_, "evidence") => Evidence::from(word).name(words),
        (_, "line") => Line::from(word).name(words),
        (_, "marks") => Mark::from(word).name(words),
        (_, "content_roles") => ContentRole::from(word).name(words),
        ("cards", "met") => Met::from(word).name(words),
        (_, "medium") => Medium::from(word).name(words),
        (_, "reach" | "reaches") => Reach::from(word).name(words),
        (_, "ownership") => Ownership::from(word).name(words),
        ("opportunities", "remedy") => RemedyKind::from(word).name(words),
        (_, "status") => Status::from(word).name(words),
        (_, "widths") => Widths::from(word).name(words),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;
    use serde_json::json;

    #[test]
    fn values_are_read_as_people_say_them() {
        let rows = [
            ("cards", "evidence", json!("researched"), Evidence::Researched.name(&sv())),
            ("cards", "reach", json!("one_to_many"), "En till många".to_owned()),
            ("views", "reaches", json!(["one_to_one"]), "En till en".to_owned()),
            ("cards", "met", json!("partly"), "Delvis".to_owned()),
            ("opportunities", "remedy", json!("habit"), "Vana".to_owned()),
            ("lanes", "kind", json!("touchpoints"), LaneKind::Touchpoints.name(&sv())),
            ("lanes", "hidden", json!(true), "ja".to_owned()),
            ("points", "value", json!(-1.5), "−1,5".to_owned()),
            ("points", "value", json!(1), "+1,0".to_owned()),
            ("points", "value", json!(1.25), "+1,25".to_owned()),
            ("cards", "marks", json!(["pain_point"]), Mark::PainPoint.name(&sv())),
            // What is written freely stays as it is, also where it is a word of the file.
            ("cards", "text", json!("researched"), "researched".to_owned()),
            ("cards", "tags", json!(["a", "b"]), "a, b".to_owned()),
        ];
        for (list, field, value, expected) in rows {
            let text = match &value {
                Value::Array(items) => {
                    items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
                }
                other => other.as_str().map_or(other.to_string(), str::to_owned),
            };
            assert_eq!(value_in_words(list, field, &value, &text, &sv()), expected, "{field}");
        }
    }

    fn sv() -> Words {
        Words::new(Lang::Sv)
    }
}
