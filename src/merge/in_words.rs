//! What was merged, and what could not be, in words.

use super::value_in_words::value_in_words;
use super::{Contested, MergeCount};
use crate::file::Place;
use crate::insight::FieldName;
use crate::model::{LANE, ORDER, PHASE, PLACE, Side, WHOLE};
use crate::words::Words;

/// How many characters of a value are told.
const VALUE_MAX: usize = 60;

/// A conflict in words: `Card “Sees an ad”, Text: ours “Sees a poster”, theirs “Sees a film”`.
pub fn conflict_in_words(contested: &Contested, words: &Words) -> String {
    let conflict = &contested.conflict;
    let thing = thing(&conflict.list, &contested.name, words);
    let value = |side: Side| {
        let text = short(&side_in_words(contested, side, words));
        let is_text = match side {
            Side::Ours => contested.mine.is_string(),
            Side::Theirs => contested.theirs.is_string(),
        };
        let is_quoted = is_text && !text.is_empty() && conflict.field != ORDER;
        if is_quoted { words.merge_value(text) } else { text }
    };
    match (conflict.field.as_str(), conflict.side) {
        (WHOLE, Some(Side::Ours)) => words.merge_deleted_in_ours(thing),
        (WHOLE, _) => words.merge_deleted_in_theirs(thing),
        (name, _) => {
            let (mine, theirs) = (value(Side::Ours), value(Side::Theirs));
            words.merge_conflict(thing, field(&conflict.list, name, words), mine, theirs)
        }
    }
}

/// The field that a conflict is about: `Text`, `Lane`; of a thing as a whole what it is: `Card`.
pub fn field_in_words(contested: &Contested, words: &Words) -> String {
    let conflict = &contested.conflict;
    match conflict.field.as_str() {
        WHOLE => thing(&conflict.list, "", words),
        name => field(&conflict.list, name, words),
    }
}

/// What one of the copies has in a conflict, as one reads it: all of a text, `Researched`, `Yes`;
/// where it has nothing, that.
pub fn side_in_words(contested: &Contested, side: Side, words: &Words) -> String {
    let (value, text) = match side {
        Side::Ours => (&contested.mine, &contested.mine_text),
        Side::Theirs => (&contested.theirs, &contested.theirs_text),
    };
    let conflict = &contested.conflict;
    match (text.as_str(), conflict.field.as_str()) {
        ("", PLACE) => words.thing_parking(),
        ("", ORDER) => words.merge_first(),
        ("", _) => words.merge_nothing(),
        (text, ORDER) => words.merge_after(short(text)),
        (text, field) => value_in_words(&conflict.list, field, value, text, words),
    }
}

/// What a copy has changed, in words: `new: 3 cards; changed: 1 card, 1 lane`.
pub fn counts_in_words(counts: &[MergeCount], words: &Words) -> String {
    let told = |number: fn(&MergeCount) -> usize| {
        let some = counts.iter().filter(|count| number(count) > 0);
        let some: Vec<String> = some.map(|it| how_many(&it.list, number(it), words)).collect();
        (!some.is_empty()).then(|| some.join(", "))
    };
    let parts = [
        told(|count| count.new).map(|things| words.merge_new(things)),
        told(|count| count.changed).map(|things| words.merge_changed(things)),
        told(|count| count.deleted).map(|things| words.merge_deleted(things)),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { words.merge_unchanged() } else { parts.join("; ") }
}

fn how_many(list: &str, count: usize, words: &Words) -> String {
    match list {
        "" => words.merge_count_project(),
        "journeys" => words.count_journeys(count),
        "phases" => words.count_phases(count),
        "steps" => words.count_steps(count),
        "lanes" => words.count_lanes(count),
        "cards" => words.count_cards(count),
        "points" => words.count_points(count),
        "personas" => words.count_personas(count),
        "transitions" => words.count_transitions(count),
        "sources" => words.merge_count_sources(count),
        "passages" => words.merge_count_passages(count),
        "themes" => words.merge_count_themes(count),
        "opportunities" => words.merge_count_opportunities(count),
        "tasks" => words.merge_count_tasks(count),
        "images" => words.merge_count_images(count),
        "views" => words.merge_count_views(count),
        "story" => words.merge_count_pages(count),
        "checklist" | "prompts" => words.merge_count_questions(count),
        _ => words.merge_count_others(count),
    }
}

fn thing(list: &str, name: &str, words: &Words) -> String {
    let name = short(name);
    let kind = match list {
        "views" => words.merge_thing_view(),
        "story" => words.merge_thing_page(),
        "prompts" => words.problem_thing_question(),
        _ => {
            let path = if list.is_empty() { String::new() } else { format!("{list}[0]") };
            let name = if list.is_empty() { String::new() } else { name };
            return Place::Item { path, name }.thing(words);
        }
    };
    words.problem_thing_named(kind, name)
}

fn field(list: &str, field: &str, words: &Words) -> String {
    let of_card = ["cards", "points"].contains(&list);
    match field {
        LANE if of_card => words.thing_lane(),
        PHASE if list == "steps" => words.thing_phase(),
        PLACE => words.merge_place(),
        ORDER => words.merge_order(),
        _ => {
            let known = field.split('.').next().and_then(FieldName::of_key);
            known.map_or_else(|| field.to_owned(), |known| known.label(words))
        }
    }
}

/// The first line of a text, not too long.
fn short(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    match line.char_indices().nth(VALUE_MAX) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line.to_owned(),
    }
}
