//! A gap is answered by an opportunity: made of the cards it is about, or in its step, and shown to be
//! written. The list of gaps and the boxes on the map ask for the same.

use super::SeenGaps;
use crate::edit::{new_idea, with_new_idea};
use crate::insight::{Gap, GapRule, is_of_opportunities};
use crate::model::{Card, CardRef, Journey, Project, Thing};
use crate::ui::state::command::Command;
use crate::ui::state::rooms::Room;
use crate::ui::{CellRef, Context, Document, Message, Selection};
use crate::words::Words;

/// Makes an opportunity that answers `gap`, and shows it.
pub(super) fn opportunity_for(
    doc: &mut Document,
    cx: &Context,
    seen: &SeenGaps,
    gap: &Gap,
    out: &mut Vec<Message>,
) {
    opportunity_for_all(doc, cx.words, (seen.project, seen.journey), &[gap], out);
}

/// Makes an opportunity that answers all that the box of gaps in `cell` stands for, and shows it.
pub(crate) fn opportunity_in(
    doc: &mut Document,
    words: &Words,
    gaps: &[Gap],
    cell: &CellRef,
    out: &mut Vec<Message>,
) {
    let project = doc.editor.committed().clone();
    let Some((_, journey)) = project.journey(&doc.journey) else { return };
    let asks =
        |rule| matches!(rule, GapRule::PainWithoutOpportunity | GapRule::LowWithoutOpportunity);
    let here = |gap: &&Gap| {
        gap.waved_off.is_none() && asks(gap.rule) && gap.step.as_ref() == Some(&cell.step)
    };
    let gaps: Vec<&Gap> = gaps.iter().filter(here).collect();
    opportunity_for_all(doc, words, (&project, journey), &gaps, out);
}

/// Makes one opportunity that answers `gaps`, and shows it: on the map, or in the room of
/// opportunities where the map has no lane for it.
fn opportunity_for_all(
    doc: &mut Document,
    words: &Words,
    (project, journey): (&Project, &Journey),
    gaps: &[&Gap],
    out: &mut Vec<Message>,
) {
    let Some(first) = gaps.first() else { return };
    let mut cards: Vec<(CardRef, Card)> = Vec::new();
    for place in gaps.iter().flat_map(|gap| &gap.about) {
        if let Some((place, card)) = project.card(journey, place)
            && !cards.iter().any(|(known, _)| *known == place)
        {
            cards.push((place, Card::clone(card)));
        }
    }
    // What hurts says it best itself.
    let title = match cards.is_empty() {
        true => first.text(project, journey, &doc.words_of_map(words)),
        false => String::new(),
    };
    let of_phase = first.phase.as_ref().and_then(|id| {
        let phase = journey.phases.iter().find(|phase| phase.id == *id)?;
        phase.steps.first().map(|step| step.id.clone())
    });
    let step = first.step.clone().or(of_phase);
    let id = doc.editor.ids.next_id();
    let change = new_idea(project, journey, &cards, id.clone(), &title, step.as_ref());
    let why = gaps.iter().filter_map(|gap| why_not(doc, gap)).collect::<Vec<_>>().join("\n");
    let change = with_new_idea(change, &id, &|one| one.note.clone_from(&why));
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

/// Why the question that `gap` asks was answered so, as somebody has written it, maybe just now; none:
/// nobody has.
fn why_not(doc: &Document, gap: &Gap) -> Option<String> {
    let id = gap.place.question.as_ref()?;
    let (_, journey) = doc.editor.project().journey(&doc.journey)?;
    let of_phase = gap.phase.as_ref();
    let phases = journey.phases.iter().filter(|phase| of_phase == Some(&phase.id));
    let mut asked = phases.flat_map(|phase| &phase.checklist);
    let found = match of_phase {
        Some(_) => asked.find(|one| one.id == *id),
        None => journey.checklist.iter().find(|one| one.id == *id),
    };
    found.map(|question| question.note.trim().to_owned()).filter(|note| !note.is_empty())
}
