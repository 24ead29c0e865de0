//! What is told of a source, in words: what was mended, what found no place, and why there is no map.

use super::{ImportError, Remark, RemarkKind, SeemsToBe, SourcePlace};
use crate::model::on_one_line;
use crate::words::Words;

/// Of what somebody wrote so many characters say enough.
const SAID_MAX: usize = 60;

/// A remark as a sentence, with its place before it: `Line 3: …`.
pub fn remark_in_words(remark: &Remark, words: &Words) -> String {
    let said = shortened(&remark.said);
    let told = match remark.kind {
        RemarkKind::Parked => words.import_parked(said),
        RemarkKind::ScoreMissing => words.import_score_missing(said),
        RemarkKind::ScoreUnclear => words.import_score_unclear(said),
        RemarkKind::ScoreClamped => words.import_score_clamped(said),
        RemarkKind::ActorEmpty => words.import_actor_empty(said),
        RemarkKind::SignsRead => words.import_signs_read(said),
        RemarkKind::Replaced => words.import_replaced(said),
        RemarkKind::DiagramSkipped => words.import_diagram_skipped(said),
        RemarkKind::KeptDamaged => words.import_kept_damaged(),
        RemarkKind::Reckoned => words.import_reckoned(said),
        RemarkKind::NotFound => words.import_not_found(said),
        RemarkKind::Removed => words.import_removed(said),
    };
    match &remark.at {
        SourcePlace::Whole => told,
        SourcePlace::Thing(thing) => words.import_at_thing(shortened(thing), told),
        SourcePlace::Line(line) => words.import_at_line(*line, told),
        SourcePlace::Cell(sheet, cell) if sheet.is_empty() => words.import_at_cell(cell, told),
        SourcePlace::Cell(sheet, cell) => words.import_at_sheet(sheet, cell, told),
    }
}

/// Why there is nothing to take in, as a sentence with what can be done.
pub fn import_error_in_words(error: &ImportError, words: &Words) -> String {
    match error {
        ImportError::Empty => words.import_empty(),
        ImportError::Other(SeemsToBe::Diagram(kind)) => words.import_other_diagram(kind),
        ImportError::Other(SeemsToBe::File(kind)) => words.import_other_file(kind),
        ImportError::Other(SeemsToBe::Unknown) => words.import_unknown(),
        ImportError::Damaged(Some(line), why) => words.import_damaged_at(*line, why),
        ImportError::Damaged(None, why) if why.is_empty() => words.import_broken(),
        ImportError::Damaged(None, why) => words.import_damaged(why),
        ImportError::TooLarge(many, most) => {
            words.import_too_large(words.number(*many as f64), words.number(*most as f64))
        }
        ImportError::Locked => words.import_locked(),
        ImportError::File(error) => error.reason(words),
        ImportError::TooManyBytes(most) => {
            words.import_too_many_bytes(words.number((*most / 1_000_000) as f64))
        }
    }
}

fn shortened(said: &str) -> String {
    let said = on_one_line(said);
    match said.char_indices().nth(SAID_MAX) {
        Some((end, _)) => format!("{}…", said.get(..end).unwrap_or_default().trim_end()),
        None => said,
    }
}
