//! What the fields of a file are called where people read of them.

use crate::words::Words;

/// The label of a field; the word in the file where it has none.
pub(super) fn field_name(field: &str, words: &Words) -> String {
    match field {
        "answer" => words.inspector_answer(),
        "at" => words.inspector_at(),
        "buying_role" => words.inspector_buying_role(),
        "change" => words.inspector_change(),
        "channel" => words.inspector_medium_channel(),
        "checklist" => words.inspector_checklist(),
        "collapsed" => words.inspector_collapsed(),
        "color" => words.inspector_color(),
        "content_role" => words.inspector_content_role(),
        "conversion" => words.inspector_conversion(),
        "curves_off" => words.inspector_curves(),
        "customers_in" => {
            format!("{}, {}", words.inspector_customers(), words.inspector_customers_in())
        }
        "customers_out" => {
            format!("{}, {}", words.inspector_customers(), words.inspector_customers_out())
        }
        "device" => words.inspector_device(),
        "duration" => words.inspector_duration(),
        "emoji" => words.inspector_emoji(),
        "evidence" => words.inspector_evidence(),
        "face" => words.inspector_face(),
        "friction" => words.inspector_friction(),
        "from" => words.inspector_from(),
        "frustrations" => words.inspector_frustrations(),
        "goal" => words.inspector_goal(),
        "goals" => words.inspector_goals(),
        "height" => words.inspector_height(),
        "hidden" => words.inspector_hidden(),
        "icon" => words.inspector_icon(),
        "image" => words.inspector_image(),
        "kind" => words.inspector_journey_kind(),
        "language" => words.inspector_language(),
        "line" => words.inspector_line_below(),
        "link" => words.inspector_link(),
        "marks" => words.inspector_marks(),
        "medium" => words.inspector_medium_channel(),
        "metric" => words.inspector_metric(),
        "name" => words.inspector_persona_name(),
        "needs" => words.inspector_needs(),
        "note" => words.inspector_note(),
        "offer" => words.inspector_offer(),
        "opportunity" => words.inspector_opportunity(),
        "owner" => words.inspector_owner(),
        "ownership" => words.inspector_ownership(),
        "persona" => words.inspector_persona(),
        "personas" => words.inspector_personas_of(),
        "priority" => words.inspector_priority(),
        "problem" => words.inspector_problem(),
        "purpose" => words.inspector_purpose(),
        "question" => words.inspector_question(),
        "quote" => words.inspector_quote(),
        "reason" => words.inspector_reason(),
        "role" => words.inspector_role(),
        "sales_phase" => words.inspector_sales_phase(),
        "share" => words.inspector_share(),
        "source" => words.inspector_source(),
        "sources" => words.inspector_sources(),
        "start" => words.inspector_start(),
        "step" => words.inspector_step(),
        "subgoal" => words.inspector_subgoal(),
        "tags" => words.inspector_tags(),
        "text" => words.inspector_text(),
        "title" => words.inspector_title(),
        "to" => words.inspector_to(),
        "touchpoint" => words.inspector_touchpoint(),
        "until" => words.inspector_until(),
        "value" => words.inspector_value(),
        "votes" => words.inspector_votes(),
        "width" => words.inspector_width(),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Code, read};
    use crate::words::{Lang, Words};

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
