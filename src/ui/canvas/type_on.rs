//! Somebody else has changed the text that is being typed: the field goes on from what both have made
//! of it, with the caret where it was.

use super::Canvas;
use super::titles::{text_in, text_of};
use crate::merge::let_mine_stand;
use crate::model::{Conflict, Project, Thing, plain_text};
use crate::ui::Document;
use crate::ui::state::document::canvas_text_id;
use egui::text::{CCursor, CCursorRange, CharIndex};
use egui::text_edit::TextEditState;
use egui::util::undoer::Undoer;
use std::sync::Arc;

/// The field of the file that the text of something stands in.
fn text_field_of(thing: &Thing) -> &'static str {
    match thing {
        Thing::Card(_) => "text",
        Thing::Point { .. } => "quote",
        Thing::Persona(_) => "name",
        Thing::Transition(_) => "reason",
        Thing::Phase(_) | Thing::Step(_) | Thing::Lane(_) | Thing::Journey(_) => "title",
    }
}

impl Canvas {
    /// The merged project in which what is being typed stands, also where somebody else has written
    /// something else there: theirs is kept beside it, to be chosen later.
    pub(crate) fn as_typed(&self, mut merged: Project) -> Project {
        let Some(thing) = self.typed() else { return merged };
        let field = text_field_of(thing);
        let is_it = |one: &&Arc<Conflict>| one.thing == *thing.id() && one.field == field;
        let conflict = merged.conflicts.iter().find(is_it).cloned();
        if let Some(turned) = conflict.and_then(|conflict| let_mine_stand(&merged, &conflict)) {
            merged = turned;
        }
        merged
    }

    /// The project is what it and `theirs` have made together: the next letter that is typed must not
    /// take theirs back, nor must Esc.
    pub(crate) fn type_on(&mut self, ctx: &egui::Context, doc: &Document, theirs: &Project) {
        let Some(typing) = &mut self.typing else { return };
        if let Some(before) = text_in(theirs, &doc.journey, &typing.thing) {
            typing.before = before;
        }
        let Some(now) = text_of(doc, &typing.thing) else { return };
        let now = plain_text(&now).into_owned();
        if now == typing.text {
            return;
        }
        if let Some(mut state) = TextEditState::load(ctx, canvas_text_id()) {
            let range = state.cursor.char_range();
            let moved = range.map(|range| {
                let at = |cursor: CCursor| {
                    CCursor::new(CharIndex(moved(&typing.text, &now, cursor.index.0)))
                };
                CCursorRange::two(at(range.secondary), at(range.primary))
            });
            state.cursor.set_char_range(moved);
            // Undo in the field would give back a text without what they have written.
            state.set_undoer(Undoer::default());
            state.store(ctx, canvas_text_id());
        }
        typing.previewed = Some(now.clone());
        typing.text = now;
    }
}

/// Where a place in a text is (both in characters) when the text has become another: as far from its
/// beginning where that is the same, else as far from its end.
fn moved(before: &str, after: &str, at: usize) -> usize {
    let same = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
    let (old, new) = (before.chars().count(), after.chars().count());
    if at <= same && at < old { at } else { new.saturating_sub(old.saturating_sub(at)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_stays_where_it_was_in_the_words() {
        // What stood there, what stands there, where the caret was and is: at a bar.
        let rows = [
            ("Ringer|", "Snart: Ringer|"),
            ("Ringer| oss", "Snart: Ringer| oss"),
            ("Ri|nger", "Ri|nger oss"),
            ("|Ringer", "|Ringer oss"),
            ("Ringer åter|", "Mejlar åter|"),
            ("a|", "|"),
        ];
        for (before, after) in rows {
            let at = |text: &str| text.chars().position(|c| c == '|').unwrap();
            let (old, new) = (before.replace('|', ""), after.replace('|', ""));
            assert_eq!(moved(&old, &new, at(before)), at(after), "{before} / {after}");
        }
    }
}
