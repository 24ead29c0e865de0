//! A map as it stands: lanes down, steps across.

use super::refs::{Refs, Steps};
use super::table::{Band, Table, Value};
use crate::model::*;
use crate::scene::phase_color;
use crate::words::Words;
use std::collections::HashMap;

/// `journey` as rows of lanes under a row of phases and a row of steps. Hidden lanes are left out,
/// as on the map. Several cards of a cell stand on lines of their own, each after a `•`; one that
/// spans steps stands in its first and says how far it goes. A lane of emotions is two rows for
/// each persona: the values, and what was said; where a step has several feelings of one persona, two
/// rows more for each after the first, so that every value is a number.
/// Takes time by the cards and the cells.
pub(super) fn grid(project: &Project, journey: &Journey, words: &Words) -> Table {
    let refs = Refs::new(project, words);
    let steps = Steps::of(journey, words);
    let mut phases = vec![Value::text(&words.thing_phase())];
    let mut titles = vec![Value::text(&words.field_step())];
    let mut bands = Vec::new();
    for (place, phase) in journey.phases.iter().enumerate() {
        let color = phase_color(place, phase);
        let (column, width) = (phases.len(), phase.steps.len());
        if width > 0 {
            bands.push(Band { column, width, color });
        }
        for step in &phase.steps {
            phases.push(Value::text(&phase.title));
            titles.push(Value::text(&step.title));
        }
    }
    let mut rows = vec![phases, titles];
    for lane in journey.lanes.iter().filter(|lane| !lane.hidden) {
        if !lane.cards.is_empty() || lane.points.is_empty() {
            rows.push(card_row(&refs, &steps, lane));
        }
        rows.extend(feeling_rows(&refs, &steps, journey, lane));
    }
    Table { title: refs.journey(journey), rows, head_rows: 2, head_columns: 1, bands, ids: 0 }
}

fn card_row(refs: &Refs, steps: &Steps, lane: &Lane) -> Vec<Value> {
    let mut cells: Vec<Vec<&Card>> = vec![Vec::new(); steps.all.len()];
    for card in &lane.cards {
        if let Some(place) = steps.place(&card.step) {
            cells[place].push(card);
        }
    }
    let cells = cells.iter().map(|cards| card_cell(refs, steps, cards));
    std::iter::once(Value::text(&refs.lane(lane))).chain(cells).collect()
}

fn card_cell(refs: &Refs, steps: &Steps, cards: &[&Card]) -> Value {
    // A figure that stands alone stays one to count with.
    if let [card] = cards
        && card.text.is_empty()
        && card.until.is_none()
        && let Some(metric) = card.metric.as_ref().filter(|metric| metric.unit.is_empty())
        && metric.value.is_some()
    {
        return Value::number(metric.value);
    }
    let texts = cards.iter().map(|card| {
        let text = refs.card(card);
        steps.until(card).map_or(text.clone(), |step| refs.words.table_spans(&text, step))
    });
    lines(texts.collect())
}

/// Texts on lines of their own; marked where there are several, since each may have lines itself.
fn lines(mut texts: Vec<String>) -> Value {
    texts.retain(|text| !text.trim().is_empty());
    match texts.as_slice() {
        [only] => Value::text(only),
        _ => {
            let marked: Vec<String> = texts.iter().map(|text| format!("• {text}")).collect();
            Value::text(&marked.join("\n"))
        }
    }
}

/// The feelings of a lane, two rows for each persona in the order of the journey.
fn feeling_rows(refs: &Refs, steps: &Steps, journey: &Journey, lane: &Lane) -> Vec<Vec<Value>> {
    let mut of_persona: HashMap<Option<&Id>, Vec<Vec<&EmotionPoint>>> = HashMap::new();
    let mut order: Vec<Option<&Id>> = journey.personas.iter().map(Some).collect();
    for point in &lane.points {
        let cells = of_persona.entry(point.persona.as_ref()).or_insert_with(|| {
            order.push(point.persona.as_ref());
            vec![Vec::new(); steps.all.len()]
        });
        if let Some(place) = steps.place(&point.step) {
            cells[place].push(point);
        }
    }
    let mut rows = Vec::new();
    for persona in order {
        // Taken out, so that who is in the order twice gets rows once.
        let Some(cells) = of_persona.remove(&persona) else { continue };
        let name = match persona.map(|id| refs.persona(id)) {
            Some(persona) => refs.words.thing_step_name(refs.lane(lane), &persona),
            None => refs.lane(lane),
        };
        // As many pairs of rows as the fullest cell has feelings.
        let most = cells.iter().map(Vec::len).max().unwrap_or_default().max(1);
        for nth in 0..most {
            let name = match nth {
                0 => name.clone(),
                nth => refs.words.thing_step_name(&name, (nth + 1).to_string()),
            };
            let quote = refs.words.thing_step_name(&name, refs.words.field_quote());
            let of_cells = |head: &str, value: &dyn Fn(&EmotionPoint) -> Value| {
                let cells = cells.iter().map(|points| points.get(nth));
                let values = cells.map(|point| point.map_or(Value::Empty, |one| value(one)));
                std::iter::once(Value::text(head)).chain(values).collect::<Vec<_>>()
            };
            rows.push(of_cells(&name, &|point| Value::felt(Some(point.value))));
            rows.push(of_cells(&quote, &|point| Value::text(&point.quote)));
        }
    }
    rows
}
