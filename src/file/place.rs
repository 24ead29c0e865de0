//! Where in a file something is.

use crate::words::Words;
use std::fmt;

/// Where in a file something is. Displayed as in reports for programs: `12:3`, or
/// `journeys[0].lanes[2].cards[5].votes`, counted from 0 as the items stand in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A place in the text; lines and columns count from 1, columns in characters.
    Text {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// A thing in the project, or a field of it.
    Item {
        /// The way to it.
        path: String,
        /// What the user calls the thing: the beginning of a card's text, a title.
        name: String,
    },
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { line, column } => write!(f, "{line}:{column}"),
            Self::Item { path, .. } => f.write_str(path),
        }
    }
}

impl Place {
    /// The place `offset` bytes into `bytes`.
    pub(super) fn of_offset(bytes: &[u8], offset: usize) -> Self {
        let before = bytes.get(..offset).unwrap_or(bytes);
        let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = String::from_utf8_lossy(&before[start..]).chars().count() + 1;
        Self::Text { line, column }
    }

    /// The thing in words: `Card “Sees an ad”`, `The project`.
    pub(crate) fn thing(&self, words: &Words) -> String {
        let Self::Item { path, name } = self else { return String::new() };
        let list = path.rfind('[').map_or("", |end| {
            let path = path.get(..end).unwrap_or_default();
            path.rsplit('.').next().unwrap_or_default()
        });
        let kind = match list {
            "personas" => words.problem_thing_persona(),
            "sources" => words.problem_thing_source(),
            "passages" => words.problem_thing_passage(),
            "themes" => words.problem_thing_theme(),
            "opportunities" => words.problem_thing_opportunity(),
            "tasks" => words.problem_thing_task(),
            "subgoals" => words.problem_thing_subgoal(),
            "tags" => words.problem_thing_tag(),
            "images" => words.problem_thing_image(),
            "journeys" => words.problem_thing_journey(),
            "phases" => words.problem_thing_phase(),
            "steps" => words.problem_thing_step(),
            "lanes" => words.problem_thing_lane(),
            "cards" | "parked" => words.problem_thing_card(),
            "points" => words.problem_thing_point(),
            "transitions" => words.problem_thing_transition(),
            "versions" => words.problem_thing_version(),
            "checklist" => words.problem_thing_question(),
            _ => return words.problem_thing_project(),
        };
        if name.is_empty() { kind } else { words.problem_thing_named(&kind, name) }
    }

    /// The field at the end of the path; empty where the place is a whole thing.
    pub(super) fn field(&self) -> &str {
        match self {
            Self::Item { path, .. } => match path.rsplit_once(']') {
                Some((_, field)) => field.strip_prefix('.').unwrap_or(field),
                None => path,
            },
            Self::Text { .. } => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_becomes_a_line_and_a_column_in_characters() {
        let rows = [(0, "1:1"), (1, "1:2"), (3, "1:3"), (4, "2:1"), (99, "2:2")];
        for (offset, place) in rows {
            assert_eq!(Place::of_offset("aå\nb".as_bytes(), offset).to_string(), place);
        }
    }

    #[test]
    fn a_path_tells_its_field() {
        let rows = [("journeys[0].cards[1].votes", "votes"), ("tags[0]", ""), ("title", "title")];
        for (path, field) in rows {
            let place = Place::Item { path: path.into(), name: String::new() };
            assert_eq!(place.field(), field);
        }
    }
}
