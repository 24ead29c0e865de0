//! A map as an outline in Markdown: phase, step, lane, card.
//!
//! CommonMark without extensions. Whatever a text holds, it stays a text: what Markdown would read
//! as a heading, a list, a table, a link, HTML or an emphasis is written with a backslash before it.

mod list_items;
mod map_items;

use super::figures::Figures;
use super::outline::Outline;
use super::refs::{Refs, Steps};
use super::table::{TableScope, Value, clean};
use crate::insight::{self, is_of_opportunities, journey_facts, phase_said};
use crate::model::unquoted;
use crate::model::*;
use crate::words::Words;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// The outline. Of a whole project all journeys, the parking place, all opportunities and sources;
/// of one journey those its cards name; then `figures`. Hidden lanes are left out, as on the map.
/// Takes time by the cards.
pub(super) fn markdown(
    project: &Project,
    scope: TableScope,
    figures: &[Figures],
    words: &Words,
) -> String {
    let shown: Vec<&Journey> = match scope {
        TableScope::Journey(journey) => vec![journey],
        TableScope::Project => project.journeys.iter().map(AsRef::as_ref).collect(),
    };
    let writer =
        Writer { refs: Refs::new(project, words), words, told: opportunities_told(&shown) };
    let mut out = Outline::default();
    let used = match scope {
        TableScope::Journey(journey) => {
            writer.journey(&mut out, journey, 1);
            Some(used(journey))
        }
        TableScope::Project => {
            let own = clean(&project.title);
            let own = own.trim();
            let mut journeys = project.journeys.iter().peekable();
            let first = journeys.next().filter(|one| own.is_empty() || own == one.title.trim());
            match first.filter(|_| journeys.peek().is_none()) {
                // The only journey is what the file is about.
                Some(only) => writer.journey(&mut out, only, 1),
                None => {
                    out.heading(1, &title(project, words));
                    project.journeys.iter().for_each(|one| writer.journey(&mut out, one, 2));
                }
            }
            if !project.parked.is_empty() {
                out.heading(2, &words.thing_parking());
                project.parked.iter().for_each(|card| writer.card(&mut out, card, None, 0));
            }
            None
        }
    };
    let is_used = |id: &Id| used.as_ref().is_none_or(|used| used.contains(id));
    writer.opportunities(&mut out, &project.opportunities, is_used);
    if used.is_none() {
        writer.loose_tasks(&mut out, &project.tasks);
    }
    writer.sources(&mut out, &project.sources, is_used);
    figures.iter().for_each(|figures| tell(&mut out, figures, words));
    out.text
}

/// What a project is called; one without a title by its first journey, as elsewhere.
fn title(project: &Project, words: &Words) -> String {
    let journeys = project.journeys.iter().map(|journey| &journey.title);
    let mut titles = std::iter::once(&project.title).chain(journeys.take(1)).map(|one| clean(one));
    let title = titles.find(|title| !title.trim().is_empty());
    title.map_or_else(|| words.thing_untitled(), Cow::into_owned)
}

/// The rows of a table as items: what a row is about, then what it says of that.
fn tell(out: &mut Outline, figures: &Figures, words: &Words) {
    let Some((heads, rows)) = figures.table.rows.split_first() else { return };
    out.heading(2, &figures.table.title);
    let said = |value: &Value| match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone(),
        Value::Number(number) => words.number(*number),
        Value::Felt(value) => words.felt(*value),
        Value::Apart(gap) => words.felt_apart(*gap),
        Value::Share(share) => insight::share_said(*share, words),
        Value::Date(date) => date.to_string(),
    };
    for row in rows {
        let (keys, values) = row.split_at(figures.keys.min(row.len()));
        let keys: Vec<String> = keys.iter().map(said).filter(|key| !key.is_empty()).collect();
        let name = keys.join(" · ");
        if let [value] = values {
            out.field_or_name(0, &name, &said(value));
            continue;
        }
        out.field_or_name(0, &name, "");
        for (head, value) in heads.iter().skip(figures.keys).zip(values) {
            out.field(1, &said(head), &said(value));
        }
    }
}

/// Opportunities and sources that the cards and points of a journey name.
fn used(journey: &Journey) -> HashSet<&Id> {
    let lanes = || journey.lanes.iter().filter(|lane| !lane.hidden);
    let cards = lanes().flat_map(|lane| lane.cards.iter());
    let of_cards = cards.flat_map(|card| card.sources.iter().chain(&card.opportunity));
    let points = lanes().flat_map(|lane| lane.points.iter());
    of_cards.chain(points.filter_map(|point| point.source.as_ref())).collect()
}

/// What stands in a cell: the cards and points of one lane in one step.
#[derive(Default)]
struct Cell<'a> {
    cards: Vec<&'a Card>,
    points: Vec<&'a EmotionPoint>,
}

struct Writer<'a> {
    refs: Refs<'a>,
    words: &'a Words,
    /// The opportunities that are told of where their cards are, with those cards.
    told: HashMap<&'a Id, HashSet<&'a Id>>,
}

/// The cards on the maps that are opportunities of the list, by the opportunity they are.
fn opportunities_told<'a>(journeys: &[&'a Journey]) -> HashMap<&'a Id, HashSet<&'a Id>> {
    let lanes = journeys.iter().flat_map(|journey| journey.lanes.iter());
    let lanes = lanes.filter(|lane| !lane.hidden && is_of_opportunities(lane));
    let mut told: HashMap<&Id, HashSet<&Id>> = HashMap::new();
    for card in lanes.flat_map(|lane| lane.cards.iter()) {
        if let Some(id) = &card.opportunity {
            told.entry(id).or_default().insert(&card.id);
        }
    }
    told
}

impl Writer<'_> {
    fn journey(&self, out: &mut Outline, journey: &Journey, level: usize) {
        let words = self.words;
        out.heading(level, &self.refs.journey(journey));
        for (field, text) in journey_facts(journey, words) {
            out.field(0, &field.label(words), &text);
        }
        self.questions(out, &journey.checklist);
        let personas = journey.personas.iter().filter_map(|id| self.refs.personas.get(id));
        let personas: Vec<&Persona> = personas.copied().collect();
        if !personas.is_empty() {
            out.heading(level + 1, &words.field_personas_of());
            personas.into_iter().for_each(|persona| self.persona(out, persona));
        }

        let steps = Steps::of(journey, words);
        let lanes: Vec<&Lane> =
            journey.lanes.iter().filter(|lane| !lane.hidden).map(AsRef::as_ref).collect();
        let cards = journey.lanes.iter().flat_map(|lane| lane.cards.iter());
        let cards: HashMap<&Id, &Card> = cards.map(|card| (&card.id, card.as_ref())).collect();
        let mut cells = cells(&steps, &lanes);
        let mut place = 0;
        let funnel = insight::funnel(journey);
        for (at, phase) in journey.phases.iter().enumerate() {
            out.heading(level + 1, &self.or_untitled(&phase.title));
            let said = funnel.as_ref().map(|all| phase_said(journey, all, at, phase, words));
            self.phase(out, phase, &said.unwrap_or_default().join(" · "));
            let inner = funnel.as_ref().and_then(|all| all.steps.get(at)).map_or(&[][..], |it| it);
            for (step_at, step) in phase.steps.iter().enumerate() {
                let name = steps.names.get(place).filter(|_| phase.steps.len() > 1);
                self.step(out, step, name, inner.get(step_at), level + 2);
                for (lane, cell) in cells.get_mut(place).map(std::mem::take).unwrap_or_default() {
                    out.item(0, &format!("**{}**", out.inline(&self.refs.lane(lanes[lane]))));
                    cell.cards.iter().for_each(|card| self.card(out, card, Some(&steps), 1));
                    cell.points.iter().for_each(|point| self.point(out, point, &cards));
                }
                place += 1;
            }
        }
        self.transitions(out, journey, &steps, level + 1);
    }

    /// What was said, between the language's quotation marks.
    fn quoted(&self, quote: &str) -> String {
        match unquoted(quote) {
            "" => String::new(),
            said => {
                format!("{}{said}{}", self.words.curve_quote_open(), self.words.curve_quote_close())
            }
        }
    }

    fn or_untitled(&self, title: &str) -> String {
        if clean(title).trim().is_empty() { self.words.thing_untitled() } else { title.into() }
    }
}

/// The cells that hold something: for each step those of its lanes, from the top.
fn cells<'a>(steps: &Steps, lanes: &[&'a Lane]) -> Vec<Vec<(usize, Cell<'a>)>> {
    let mut cells: Vec<Vec<(usize, Cell)>> = steps.all.iter().map(|_| Vec::new()).collect();
    for (index, lane) in lanes.iter().enumerate() {
        let mut cell = |step: &Id, add: &mut dyn FnMut(&mut Cell<'a>)| {
            let Some(row) = steps.place(step).and_then(|place| cells.get_mut(place)) else {
                return;
            };
            // Lanes come one after the other, so only the last can be this one.
            if row.last().is_none_or(|(lane, _)| *lane != index) {
                row.push((index, Cell::default()));
            }
            if let Some((_, cell)) = row.last_mut() {
                add(cell);
            }
        };
        for card in &lane.cards {
            cell(&card.step, &mut |cell| cell.cards.push(card));
        }
        for point in &lane.points {
            cell(&point.step, &mut |cell| cell.points.push(point));
        }
    }
    cells
}
