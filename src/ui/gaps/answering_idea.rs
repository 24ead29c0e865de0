//! A gap is answered by an opportunity: made of the cards it is about, or in its step, and shown to be
//! written.

use super::SeenGaps;
use crate::edit::new_idea;
use crate::insight::{Gap, is_of_opportunities};
use crate::model::{Card, CardRef, Thing};
use crate::ui::state::command::Command;
use crate::ui::state::rooms::Room;
use crate::ui::{Context, Document, Message, Selection};

/// Makes an opportunity that answers `gap`, and shows it: on the map, or in the room of opportunities
/// where the map has no lane for it.
pub(super) fn opportunity_for(
    doc: &mut Document,
    cx: &Context,
    seen: &SeenGaps,
    gap: &Gap,
    out: &mut Vec<Message>,
) {
    let of_card = |place: &CardRef| {
        let (place, card) = seen.project.card(seen.journey, place)?;
        Some((place, Card::clone(card)))
    };
    let cards: Vec<(CardRef, Card)> = gap.about.iter().filter_map(of_card).collect();
    // What hurts says it best itself.
    let title = match cards.is_empty() {
        true => gap.text(seen.project, seen.journey, &doc.words_of_map(cx.words)),
        false => String::new(),
    };
    let first = gap.phase.as_ref().and_then(|id| {
        let phase = seen.journey.phases.iter().find(|phase| phase.id == *id)?;
        phase.steps.first().map(|step| step.id.clone())
    });
    let step = gap.step.clone().or(first);
    let id = doc.editor.ids.next_id();
    let (project, journey) = (seen.project, seen.journey);
    let change = new_idea(project, journey, &cards, id.clone(), &title, step.as_ref());
    out.push(Message::Edit(change));
    let lane = journey.lanes.iter().find(|lane| is_of_opportunities(lane) && !lane.hidden);
    match lane {
        Some(lane) => {
            let thing = Thing::Card(CardRef { lane: Some(lane.id.clone()), card: id });
            out.push(Message::Select(Selection::of(thing.clone())));
            out.push(Message::Show(thing));
            out.push(Message::Do(Command::EditText));
        }
        None => out.push(Message::Do(Command::Room(Room::Opportunities))),
    }
}
