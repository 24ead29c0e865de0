//! What can be done with the personas of a map: taken off it, brought back, given a curve.

use super::super::{Document, Message, Selection};
use crate::edit;
use crate::model::{Id, Thing};
use crate::scene::Scene;
use crate::ui::state::pen::{Nth, copies_to, persons, said_name};
use crate::words::{Words, genitive};

/// Copies the curve of the persona with this number to the one whose pen is in the hand.
pub(super) fn copy_curve(
    doc: &mut Document,
    scene: &Scene,
    nth: Nth,
    words: &Words,
    out: &mut Vec<Message>,
) {
    let persons = persons(scene);
    let Some((from, _)) = persons.get(nth.place()) else { return };
    let Some(to) = copies_to(doc).cloned() else { return };
    let copied = edit::copy_curve(&scene.journey, &from.id, &to, &mut doc.editor.ids);
    let Some(change) = copied else { return };
    let whose = genitive(&said_name(from, words), words.lang);
    let name = scene.project.persona(&to).map(|(_, persona)| said_name(persona, words));
    out.push(Message::Edit(change));
    out.push(Message::Notice(words.pen_copied(name.unwrap_or_default(), whose)));
    doc.pen.take_up(Some(to.clone()));
    out.push(Message::Select(Selection::of(Thing::Persona(to))));
}

/// Takes the selected personas off the map; what they feel stays in the file.
pub(super) fn take_off(doc: &Document, scene: &Scene, words: &Words, out: &mut Vec<Message>) {
    let ids = doc.selection.things.iter().filter_map(|thing| match thing {
        Thing::Persona(id) if scene.journey.personas.contains(id) => Some(id.clone()),
        Thing::Card(_)
        | Thing::Point { .. }
        | Thing::Phase(_)
        | Thing::Step(_)
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => None,
    });
    let ids: Vec<Id> = ids.collect();
    let [first, ..] = ids.as_slice() else { return };
    let name = scene.project.persona(first).map(|(_, persona)| said_name(persona, words));
    out.push(Message::Edit(edit::off_map(&scene.journey, &ids)));
    out.push(Message::Select(Selection::default()));
    out.push(Message::Notice(words.pen_off_map(name.unwrap_or_default())));
}
