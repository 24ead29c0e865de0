//! What goes with the maps of a project, a row each: personas, opportunities, tasks, sources, what was
//! taken out of these, and themes.

use super::list::{id_value, name_of};
use super::refs::Refs;
use super::table::{Column, Table, Value};
use crate::model::*;
use crate::words::Words;
use std::collections::HashMap;

/// Whose journeys they are, a row each.
pub(super) fn personas(project: &Project, words: &Words) -> Table {
    type Row<'a> = (&'a Persona, &'a Refs<'a>, &'a Project);
    let refs = Refs::new(project, words);
    let columns: [Column<Row<'_>>; 14] = [
        (|w| w.field_persona_name(), |(p, ..)| Value::text(&p.name)),
        (|w| w.field_role(), |(p, ..)| Value::text(&p.role)),
        (|w| w.field_buying_role(), |(p, r, _)| name_of(p.buying_role.as_ref(), r.words)),
        (|w| w.field_circumstances(), |(p, ..)| Value::text(&p.circumstances)),
        (|w| w.field_goals(), |(p, ..)| Value::text(&p.goals)),
        (|w| w.field_needs(), |(p, ..)| Value::text(&p.needs)),
        (|w| w.field_frustrations(), |(p, ..)| Value::text(&p.frustrations)),
        (|w| w.field_priority(), |(p, ..)| Value::text(&p.priority)),
        (|w| w.field_quote(), |(p, ..)| Value::text(&p.quote)),
        (
            |w| w.page_journeys(),
            |(p, r, all)| {
                let whose = all.journeys.iter().filter(|journey| journey.personas.contains(&p.id));
                Value::texts(whose.map(|journey| r.journey(journey)))
            },
        ),
        (|w| w.field_emoji(), |(p, ..)| Value::text(&p.emoji)),
        (
            |w| w.field_image(),
            |(p, r, _)| p.image.as_ref().map_or(Value::Empty, |image| Value::text(&r.image(image))),
        ),
        (|w| w.field_color(), |(p, ..)| Value::number(p.color.map(|color| f64::from(color) + 1.0))),
        (|w| w.table_id(), |(p, ..)| Value::text(p.id.as_str())),
    ];
    let things = project.personas.iter().map(|persona| (persona.as_ref(), &refs, project));
    Table::of(words.field_personas_of(), (&columns, 1), things, words)
}

/// What could be done, a row each with its tasks.
pub(super) fn opportunities(project: &Project, words: &Words) -> Table {
    let refs = Refs::new(project, words);
    let columns: [Column<(&Opportunity, &Refs)>; 11] = [
        (|w| w.field_title(), |(o, _)| Value::text(&o.title)),
        (|w| w.field_note(), |(o, _)| Value::text(&o.note)),
        (|w| w.table_customer_value(), |(o, _)| Value::number(o.customer_value)),
        (|w| w.table_business_value(), |(o, _)| Value::number(o.business_value)),
        (|w| w.table_effort(), |(o, _)| Value::number(o.effort)),
        (|w| w.field_remedy(), |(o, r)| name_of(o.remedy.as_ref(), r.words)),
        (|w| w.field_owner(), |(o, _)| Value::text(&o.owner)),
        (|w| w.table_status(), |(o, r)| name_of(o.status.as_ref(), r.words)),
        (|w| w.table_due(), |(o, _)| Value::date(&o.due)),
        (|w| w.table_tasks(), |(o, r)| Value::texts(r.tasks(&o.id))),
        (|w| w.table_id(), |(o, _)| Value::text(o.id.as_str())),
    ];
    let things = project.opportunities.iter().map(|one| (one.as_ref(), &refs));
    Table::of(words.lane_kind_opportunities(), (&columns, 1), things, words)
}

/// Who does what by when, a row each.
pub(super) fn tasks(project: &Project, words: &Words) -> Table {
    let refs = Refs::new(project, words);
    let columns: [Column<(&Task, &Refs)>; 7] = [
        (|w| w.tasks_what(), |(t, _)| Value::text(&t.title)),
        (
            |w| w.thing_card_opportunities(),
            |(t, r)| {
                t.opportunity.as_ref().map_or(Value::Empty, |id| Value::text(&r.opportunity(id)))
            },
        ),
        (|w| w.table_who(), |(t, _)| Value::text(&t.owner)),
        (|w| w.table_due(), |(t, _)| Value::date(&t.due)),
        (
            |w| w.tasks_done(),
            |(t, r)| Value::text(&if t.done { r.words.tasks_yes() } else { r.words.tasks_no() }),
        ),
        (|w| w.table_id(), |(t, _)| Value::text(t.id.as_str())),
        (|w| w.table_opportunity_id(), |(t, _)| id_value(t.opportunity.as_ref())),
    ];
    let things = project.tasks.iter().map(|task| (task.as_ref(), &refs));
    Table::of(words.table_tasks(), (&columns, 2), things, words)
}

/// What the maps are founded on, a row each.
pub(super) fn sources(project: &Project, words: &Words) -> Table {
    let columns: [Column<(&Source, &Words)>; 8] = [
        (|w| w.field_source(), |(s, _)| Value::text(&s.title)),
        (|w| w.field_journey_kind(), |(s, w)| name_of(s.kind.as_ref(), w)),
        (|w| w.table_who(), |(s, _)| Value::text(&s.who)),
        (|w| w.field_role(), |(s, _)| Value::text(&s.role)),
        (|w| w.table_date(), |(s, _)| Value::date(&s.date)),
        (|w| w.field_link(), |(s, _)| Value::text(&s.link)),
        (|w| w.lane_kind_notes(), |(s, _)| Value::text(&s.notes)),
        (|w| w.table_id(), |(s, _)| Value::text(s.id.as_str())),
    ];
    let things = project.sources.iter().map(|source| (source.as_ref(), words));
    Table::of(words.field_sources(), (&columns, 1), things, words)
}

/// What was taken out of sources, a row each.
pub(super) fn passages(project: &Project, words: &Words) -> Table {
    struct Row<'a> {
        source: &'a Source,
        passage: &'a Passage,
        themes: &'a HashMap<&'a Id, &'a Theme>,
        cards: &'a HashMap<&'a Id, String>,
    }
    let columns: [Column<Row<'_>>; 7] = [
        (|w| w.field_source(), |r| Value::text(&r.source.title)),
        (|w| w.learned_passages(), |r| Value::text(&r.passage.text)),
        (
            |w| w.learned_theme(),
            |r| {
                let title =
                    |id: &Id| r.themes.get(id).map_or(id.to_string(), |one| one.title.clone());
                Value::texts(r.passage.themes.iter().map(title))
            },
        ),
        (
            |w| w.problem_thing_card(),
            |r| {
                let said = |id: &Id| r.cards.get(id).cloned().unwrap_or_else(|| id.to_string());
                r.passage.card.as_ref().map_or(Value::Empty, |id| Value::text(&said(id)))
            },
        ),
        (|w| w.table_id(), |r| Value::text(r.passage.id.as_str())),
        (|w| w.table_source_id(), |r| Value::text(r.source.id.as_str())),
        (|w| w.table_card_id(), |r| id_value(r.passage.card.as_ref())),
    ];
    let themes = project.themes.iter().map(|theme| (&theme.id, theme.as_ref())).collect();
    let all =
        || project.sources.iter().flat_map(|one| one.passages.iter().map(move |it| (one, it)));
    let named: std::collections::HashSet<&Id> =
        all().filter_map(|(_, passage)| passage.card.as_ref()).collect();
    let refs = Refs::new(project, words);
    let lanes = project.journeys.iter().flat_map(|journey| journey.lanes.iter());
    let cards = lanes.flat_map(|lane| lane.cards.iter()).chain(project.parked.iter());
    let cards = cards.filter(|card| named.contains(&card.id));
    let cards = cards.map(|card| (&card.id, refs.card(card))).collect();
    let things = all().map(|(source, passage)| Row {
        source: source.as_ref(),
        passage: passage.as_ref(),
        themes: &themes,
        cards: &cards,
    });
    Table::of(words.learned_passages(), (&columns, 3), things, words)
}

/// What recurs over sources, a row each.
pub(super) fn themes(project: &Project, words: &Words) -> Table {
    let refs = Refs::new(project, words);
    let columns: [Column<(&Theme, &Refs)>; 4] = [
        (|w| w.learned_theme(), |(t, _)| Value::text(&t.title)),
        (|w| w.field_note(), |(t, _)| Value::text(&t.note)),
        (|w| w.field_sources(), |(t, r)| Value::texts(t.sources.iter().map(|id| r.source(id)))),
        (|w| w.table_id(), |(t, _)| Value::text(t.id.as_str())),
    ];
    let things = project.themes.iter().map(|theme| (theme.as_ref(), &refs));
    Table::of(words.table_themes(), (&columns, 1), things, words)
}
