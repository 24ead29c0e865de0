//! What the fields of a file are called where people read of them.

use crate::insight::FieldName;
use crate::words::Words;

/// The label of a field; the word in the file where it has none.
pub(super) fn field_name(field: &str, words: &Words) -> String {
    FieldName::of_key(field).map_or_else(|| field.to_owned(), |field| field.label(words))
}

#[cfg(test)]
mod tests {
    use super::super::{Code, read};
    use super::field_name;
    use crate::insight::{cards_without_a_field, fields_of_places};
    use crate::words::{Lang, Words};

    #[test]
    fn each_field_of_a_card_has_a_label() {
        let words = Words::new(Lang::Sv);
        let keys = cards_without_a_field().into_iter().filter(|(key, _)| !key.contains('.'));
        let raw = keys.map(|(key, _)| key).filter(|key| field_name(key, &words) == *key);
        // Only programs read these.
        assert_eq!(raw.collect::<Vec<_>>(), ["id", "origin"]);
    }

    #[test]
    fn each_field_of_a_phase_a_step_a_feeling_and_a_lane_has_a_label() {
        let words = Words::new(Lang::Sv);
        let raw = fields_of_places().into_iter().filter(|key| field_name(key, &words) == *key);
        // Ids are for programs; what is held is told of itself.
        let held = ["cards", "id", "origin", "points", "prompts", "steps"];
        assert_eq!(raw.collect::<Vec<_>>(), held);
    }

    #[test]
    fn problems_call_fields_by_their_labels() {
        let text = r#"{"format": "kundresa", "version": 1, "project": {"journeys": [{"id": "j",
            "phases": [{"id": "p", "title": "Fas", "sales_phase": [], "friction": 9,
                "steps": [{"id": "s", "customers_in": "x"}]}],
            "lanes": [{"id": "l", "kind": "notes", "cards":
                [{"id": "c", "step": "s", "text": "Ring", "opportunity": "gone"}]}]}]}}"#;
        let loaded = read(text.as_bytes()).unwrap();
        let words = Words::new(Lang::Sv);
        let said = loaded.problems.iter().filter(|problem| problem.code != Code::NoId);
        let said: Vec<String> = said.map(|problem| problem.what(&words)).collect();
        let expected = [
            "Fas ”Fas”: värdet på ”Säljfas” är av fel slag ([…]).",
            "Steg ”s”: värdet på ”Kunder, In” är av fel slag (x).",
            "Fas ”Fas”: värdet på ”Friktion” är utanför sina gränser (9).",
            "Kort ”Ring”: ”Kopplad möjlighet” pekar på ”gone”, som inte finns.",
        ];
        let sorted = |mut all: Vec<String>| {
            all.sort();
            all
        };
        assert_eq!(sorted(said), sorted(expected.map(str::to_owned).to_vec()));
    }
}
