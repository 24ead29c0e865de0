//! The texts that stand on pages: what they say in the project, and how to change them there.

use super::notes::with_page;
use crate::edit::Change;
use crate::insight::card_of_opportunity;
use crate::model::{
    About, Card, CardRef, Id, Journey, List, PageKind, Project, StoryPage, TextOf, Thing,
};
use crate::ui::Document;
use crate::ui::canvas::{text_of, with_text};
use crate::words::{Named, Words};
use std::sync::Arc;

/// The text that is meant on `page` of `journey`: a heading nobody has written is the map's.
pub(crate) fn meant(of: TextOf, page: &StoryPage, journey: &Id) -> TextOf {
    if of != TextOf::Heading || !page.title.trim().is_empty() {
        return of;
    }
    match (&page.kind, &page.about) {
        (PageKind::Title, _) => TextOf::Thing(Thing::Journey(journey.clone())),
        _ => of,
    }
}

/// Are both the same text? The lane a card was last seen in is only a hint.
pub(crate) fn same(a: &TextOf, b: &TextOf) -> bool {
    match (a, b) {
        (TextOf::Thing(Thing::Card(a)), TextOf::Thing(Thing::Card(b)))
        | (TextOf::Note(a), TextOf::Note(b)) => a.card == b.card,
        _ => a == b,
    }
}

/// The text as it is in the project; none where what it belongs to is gone. `heading`: what stands
/// over the page.
pub(crate) fn text(of: &TextOf, page: &StoryPage, heading: &str, doc: &Document) -> Option<String> {
    let project = doc.editor.project();
    let (_, journey) = project.journey(&doc.journey)?;
    Some(match of {
        TextOf::Thing(Thing::Journey(id)) if *id != doc.journey => return None,
        TextOf::Thing(thing) => text_of(doc, thing)?,
        TextOf::Note(card) => project.card(journey, card)?.1.note.clone(),
        TextOf::Goal(id) => journey.phases.iter().find(|phase| phase.id == *id)?.goal.clone(),
        TextOf::Quote(id) => project.persona(id)?.1.quote.clone(),
        TextOf::Role(id) => project.persona(id)?.1.role.clone(),
        TextOf::About(about) => about.of(journey).to_owned(),
        TextOf::Idea(id) => found(&project.opportunities, |one| one.id == *id)?.title.clone(),
        TextOf::IdeaNote(id) => found(&project.opportunities, |one| one.id == *id)?.note.clone(),
        TextOf::IdeaOwner(id) => found(&project.opportunities, |one| one.id == *id)?.owner.clone(),
        TextOf::Task(id) => found(&project.tasks, |one| one.id == *id)?.title.clone(),
        TextOf::TaskOwner(id) => found(&project.tasks, |one| one.id == *id)?.owner.clone(),
        TextOf::Heading if page.title.trim().is_empty() => heading.to_owned(),
        TextOf::Heading => page.title.clone(),
        TextOf::Page => page.text.clone(),
    })
}

/// The change that gives it this text; all else of what it belongs to stays as it is now.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few differ here; what comes new is like the others"
)]
pub(crate) fn change(
    of: &TextOf,
    page: &StoryPage,
    text: String,
    doc: &Document,
) -> Option<Change> {
    let project = doc.editor.committed();
    let (_, journey) = project.journey(&doc.journey)?;
    Some(match of {
        TextOf::Thing(thing) => with_text(doc, thing, &text)?,
        TextOf::Note(card) => {
            let (_, found) = project.card(journey, card)?;
            Change::PutCards(vec![(card.clone(), Card { note: text, ..Card::clone(found) })])
        }
        TextOf::Goal(id) => {
            let mut phase = found(&journey.phases, |phase| phase.id == *id)?;
            phase.goal = text;
            Change::PutPhases(vec![phase])
        }
        TextOf::Quote(id) | TextOf::Role(id) => {
            let mut persona = project.persona(id)?.1.clone();
            match of {
                TextOf::Role(_) => persona.role = text,
                _ => persona.quote = text,
            }
            Change::PutPersonas(vec![persona])
        }
        TextOf::About(about) => {
            let mut journey = Journey::clone(journey);
            *about.of_mut(&mut journey) = text;
            Change::PutJourney(Box::new(journey))
        }
        TextOf::Idea(id) if own_card(project, journey, id).is_some() => {
            // Its title follows what its card says.
            let card = own_card(project, journey, id)?;
            let (_, found) = project.card(journey, &card)?;
            Change::PutCards(vec![(card, Card { text, ..Card::clone(found) })])
        }
        TextOf::Idea(id) | TextOf::IdeaNote(id) | TextOf::IdeaOwner(id) => {
            let mut idea = found(&project.opportunities, |one| one.id == *id)?;
            match of {
                TextOf::IdeaNote(_) => idea.note = text,
                TextOf::IdeaOwner(_) => idea.owner = text,
                TextOf::Thing(_)
                | TextOf::Note(_)
                | TextOf::Goal(_)
                | TextOf::Quote(_)
                | TextOf::Role(_)
                | TextOf::About(_)
                | TextOf::Idea(_)
                | TextOf::Task(_)
                | TextOf::TaskOwner(_)
                | TextOf::Heading
                | TextOf::Page => idea.title = text,
            }
            Change::PutOpportunities(vec![idea])
        }
        TextOf::Task(id) | TextOf::TaskOwner(id) => {
            let mut task = found(&project.tasks, |one| one.id == *id)?;
            match of {
                TextOf::TaskOwner(_) => task.owner = text,
                _ => task.title = text,
            }
            Change::PutTasks(vec![task])
        }
        TextOf::Heading => match view_of(page, journey) {
            Some(at) => {
                let mut views: Vec<_> = journey.views.iter().map(|view| (**view).clone()).collect();
                views.get_mut(at)?.title = text;
                Change::PutViews(views)
            }
            None => with_page(doc, page, |page| page.title = text)?,
        },
        TextOf::Page => with_page(doc, page, |page| page.text = text)?,
    })
}

/// The card of this map that is the opportunity `id` and says what it is called.
fn own_card(project: &Project, journey: &Journey, id: &Id) -> Option<CardRef> {
    let (map, lane, card) = card_of_opportunity(project, &journey.id, id)?;
    let titled = project.opportunities.iter().any(|one| one.id == *id && one.title == card.text);
    let here = map.id == journey.id && titled;
    here.then(|| CardRef { lane: Some(lane.id.clone()), card: card.id.clone() })
}

/// The place of the view whose title stands over `page`.
fn view_of(page: &StoryPage, journey: &Journey) -> Option<usize> {
    let view = page.about.as_ref().filter(|_| page.kind == PageKind::View)?;
    let found = journey.views.iter().position(|one| one.id == *view)?;
    let named = !journey.views.get(found)?.title.trim().is_empty();
    (named && page.title.trim().is_empty()).then_some(found)
}

/// A copy of what is found in a list.
fn found<T: Clone>(list: &List<T>, is: impl Fn(&T) -> bool) -> Option<T> {
    list.iter().find(|one| is(one)).map(|one| Arc::unwrap_or_clone(one.clone()))
}

/// May it have several lines?
pub(crate) fn has_lines(of: &TextOf) -> bool {
    match of {
        TextOf::Thing(thing) => matches!(thing, Thing::Card(_) | Thing::Point { .. }),
        TextOf::About(about) => {
            matches!(about, About::Purpose | About::Problem | About::Offer)
        }
        TextOf::Role(_) | TextOf::Idea(_) | TextOf::IdeaOwner(_) => false,
        TextOf::Task(_) | TextOf::TaskOwner(_) | TextOf::Heading => false,
        TextOf::Note(_) | TextOf::Goal(_) | TextOf::Quote(_) => true,
        TextOf::IdeaNote(_) | TextOf::Page => true,
    }
}

/// What such a text is called.
pub(crate) fn name(of: &TextOf, words: &Words) -> String {
    match of {
        TextOf::Thing(Thing::Card(_)) | TextOf::Page => words.field_text(),
        TextOf::Thing(Thing::Point { .. }) | TextOf::Quote(_) => words.field_quote(),
        TextOf::Thing(Thing::Transition(_)) => words.field_reason(),
        TextOf::Thing(Thing::Persona(_)) => words.present_persona_name(),
        TextOf::Thing(_) | TextOf::Heading => words.field_title(),
        TextOf::Note(_) | TextOf::IdeaNote(_) => words.field_note(),
        TextOf::Goal(_) => words.field_goal(),
        TextOf::Role(_) => words.field_role(),
        TextOf::About(about) => match about {
            About::Purpose => words.field_purpose(),
            About::Whom => words.inspector_for_whom(),
            About::From => words.field_from(),
            About::To => words.field_to(),
            About::Problem => words.field_problem(),
            About::Offer => words.field_offer(),
        },
        TextOf::Idea(_) => words.present_opportunity(),
        TextOf::Task(_) => words.present_task(),
        TextOf::IdeaOwner(_) | TextOf::TaskOwner(_) => words.present_owner(),
    }
}

/// What stands there while nobody has written anything.
pub(crate) fn hint(of: &TextOf, doc: &Document, words: &Words) -> String {
    let (TextOf::Thing(Thing::Lane(id)), Some((_, journey))) =
        (of, doc.editor.project().journey(&doc.journey))
    else {
        return String::new();
    };
    journey.lane(id).map_or_else(String::new, |(_, lane)| lane.kind.name(words))
}
