//! Every card and every feeling as a row with all its fields.

use super::refs::{Refs, Steps};
use super::table::{Column, Table, TableScope, Value, digits};
use crate::insight::is_of_opportunities;
use crate::model::*;
use crate::words::{Lang, Named, Words};
use std::collections::HashMap;

/// A card or a point with where it stands.
struct Row<'a> {
    refs: &'a Refs<'a>,
    what: What<'a>,
    /// None in the parking place.
    place: Option<Place<'a>>,
}

#[derive(Clone, Copy)]
enum What<'a> {
    Card(&'a Card),
    Point(&'a EmotionPoint),
}

#[derive(Clone, Copy)]
struct Place<'a> {
    journey: &'a Journey,
    steps: &'a Steps<'a>,
    lane: &'a Lane,
    /// The cards that points belong to.
    cards: &'a HashMap<&'a Id, &'a Card>,
}

/// How many of the last of [`columns`] are ids.
const IDS: usize = 7;

/// All fields of the model. A column is never left out, so that two lists can be laid together.
fn columns<'a>() -> [Column<Row<'a>>; 59] {
    [
        (|w| w.thing_journey(), |r| r.of_place(|p| Value::text(&r.refs.journey(p.journey)))),
        (|w| w.thing_phase(), |r| r.of_step(|p, at| Value::text(&p.steps.all[at].0.title))),
        (|w| w.field_step(), |r| r.of_step(|p, at| Value::text(&p.steps.all[at].1.title))),
        (|w| w.field_until(), |r| r.until()),
        (|w| w.thing_lane(), |r| r.lane()),
        (|w| w.thing_lane_kind(), |r| r.of_place(|p| r.named(Some(&p.lane.kind)))),
        (|w| w.table_hidden(), |r| r.of_place(|p| number_if(p.lane.hidden, 1.0))),
        (|w| w.field_text(), |r| r.of_card(|c| Value::text(&c.text))),
        (|w| w.field_note(), |r| r.of_card(|c| Value::text(&c.note))),
        (|w| w.thing_feeling(), |r| r.of_point(|p| Value::felt(Some(p.value)))),
        (|w| w.field_face(), |r| r.of_point(|p| Value::text(p.shown_face()))),
        (|w| w.field_quote(), |r| r.of_point(|p| Value::text(&p.quote))),
        (|w| w.field_at(), |r| r.of_point(|p| Value::number(p.at))),
        (|w| w.field_touchpoint(), |r| r.touchpoint()),
        (|w| w.field_whom(), |r| r.personas()),
        (|w| w.thing_card_channels(), |r| r.of_card(|c| r.named(c.channel.as_ref()))),
        (|w| w.table_medium(), |r| r.of_card(|c| r.named(c.medium.as_ref()))),
        (|w| w.field_device(), |r| r.of_card(|c| r.named(c.device.as_ref()))),
        (|w| w.field_ownership(), |r| r.of_card(|c| r.named(c.ownership.as_ref()))),
        (|w| w.field_content_role(), |r| r.of_card(|c| r.named(c.content_role.as_ref()))),
        (|w| w.field_reach(), |r| r.of_card(|c| r.named(c.reach.as_ref()))),
        (|w| w.field_marks(), |r| r.of_card(|c| Value::texts(r.names(&c.marks)))),
        (|w| w.field_color(), |r| r.of_card(|c| Value::number(color_number(c)))),
        (|w| w.field_tags(), |r| r.of_card(|c| Value::texts(c.tags.iter().cloned()))),
        (|w| w.field_evidence(), |r| r.of_card(|c| r.named(c.evidence.as_ref()))),
        (|w| w.field_sources(), |r| r.sources()),
        (|w| w.field_metric(), |r| r.of_metric(|m| Value::number(m.value))),
        (|w| w.field_unit(), |r| r.of_metric(|m| Value::text(&m.unit))),
        (|w| w.field_target(), |r| r.of_metric(|m| Value::number(m.target))),
        (|w| w.field_better(), |r| r.of_metric(|m| r.named(m.better.as_ref()))),
        (|w| w.field_trend(), |r| r.of_metric(|m| r.trend(m))),
        (|w| w.field_opportunity(), |r| r.opportunity_title()),
        (|w| w.table_opportunity_note(), |r| r.of_opportunity(|o| Value::text(&o.note))),
        (|w| w.table_customer_value(), |r| r.of_opportunity(|o| Value::number(o.customer_value))),
        (|w| w.table_business_value(), |r| r.of_opportunity(|o| Value::number(o.business_value))),
        (|w| w.table_effort(), |r| r.of_opportunity(|o| Value::number(o.effort))),
        (|w| w.field_remedy(), |r| r.of_opportunity(|o| r.named(o.remedy.as_ref()))),
        (|w| w.table_opportunity_owner(), |r| r.of_opportunity(|o| Value::text(&o.owner))),
        (|w| w.table_status(), |r| r.of_opportunity(|o| r.named(o.status.as_ref()))),
        (|w| w.table_due(), |r| r.of_opportunity(|o| Value::date(&o.due))),
        (|w| w.table_tasks(), |r| r.of_opportunity(|o| Value::texts(r.refs.tasks(&o.id)))),
        (|w| w.field_blocker(), |r| r.of_blocker(|b| r.named(b.kind.as_ref()))),
        (|w| w.field_severity(), |r| r.of_blocker(|b| r.named(b.severity.as_ref()))),
        (|w| w.field_met(), |r| r.of_card(|c| r.named(c.met.as_ref()))),
        (|w| w.field_automatic(), |r| r.of_card(|c| number_if(c.automatic, 1.0))),
        (|w| w.field_subgoal(), |r| r.of_card(|c| r.one(&c.subgoal, Refs::subgoal))),
        (|w| w.field_next(), |r| r.of_card(|c| r.one(&c.next, Refs::card_of))),
        (|w| w.field_owner(), |r| r.of_card(|c| Value::text(&c.owner))),
        (|w| w.field_link(), |r| r.of_card(|c| Value::text(&c.link))),
        (|w| w.field_image(), |r| r.of_card(|c| r.one(&c.image, Refs::image))),
        (|w| w.field_change(), |r| r.of_card(|c| r.named(c.change.as_ref()))),
        (|w| w.field_votes(), |r| r.of_card(|c| number_if(c.votes > 0, f64::from(c.votes)))),
        (|w| w.table_id(), |r| Value::text(r.id().as_str())),
        (|w| w.table_journey_id(), |r| r.of_place(|p| Value::text(p.journey.id.as_str()))),
        (|w| w.table_step_id(), |r| Value::text(r.step().as_str())),
        (|w| w.table_lane_id(), |r| r.of_place(|p| Value::text(p.lane.id.as_str()))),
        (|w| w.table_origin_id(), |r| r.of_card(|c| id_value(c.origin.as_ref()))),
        (|w| w.table_opportunity_id(), |r| r.of_card(|c| id_value(c.opportunity.as_ref()))),
        (|w| w.table_touchpoint_id(), |r| r.of_point(|p| id_value(p.touchpoint.as_ref()))),
    ]
}

/// One row for each card and each point of the curves, in the order of the file: of hidden lanes
/// too, which a column says, and of the whole project those in the parking place last.
/// Ids and what they stand for both have columns. Takes time by the cards.
pub(super) fn list(project: &Project, scope: TableScope, words: &Words) -> Table {
    let refs = Refs::new(project, words);
    let heads = columns().iter().map(|(head, _)| Value::text(&head(words))).collect();
    let mut rows = vec![heads];
    let every = || project.journeys.iter().map(AsRef::as_ref).collect();
    let journeys: Vec<&Journey> = match scope {
        TableScope::Project => every(),
        TableScope::Journey(journey) => vec![journey],
    };
    for journey in journeys {
        let steps = Steps::of(journey, words);
        let cards = journey.lanes.iter().flat_map(|lane| lane.cards.iter());
        let cards = cards.map(|card| (&card.id, card.as_ref())).collect();
        for lane in &journey.lanes {
            let place = Some(Place { journey, steps: &steps, lane, cards: &cards });
            rows.extend(lane.cards.iter().map(|card| fields(&refs, What::Card(card), place)));
            rows.extend(lane.points.iter().map(|point| fields(&refs, What::Point(point), place)));
        }
    }
    if matches!(scope, TableScope::Project) {
        rows.extend(project.parked.iter().map(|card| fields(&refs, What::Card(card), None)));
    }
    Table { title: words.table_cards(), rows, head_rows: 1, ids: IDS, ..Table::default() }
}

fn fields<'a>(refs: &'a Refs<'a>, what: What<'a>, place: Option<Place<'a>>) -> Vec<Value> {
    let row = Row { refs, what, place };
    columns().iter().map(|(_, value)| value(&row)).collect()
}

impl<'a> Row<'a> {
    fn of_place(&self, value: impl Fn(Place<'a>) -> Value) -> Value {
        self.place.map_or(Value::Empty, value)
    }

    fn of_step(&self, value: impl Fn(Place<'a>, usize) -> Value) -> Value {
        self.of_place(|place| {
            place.steps.place(self.step()).map_or(Value::Empty, |at| value(place, at))
        })
    }

    fn of_card(&self, value: impl Fn(&'a Card) -> Value) -> Value {
        match self.what {
            What::Card(card) => value(card),
            What::Point(_) => Value::Empty,
        }
    }

    fn of_point(&self, value: impl Fn(&'a EmotionPoint) -> Value) -> Value {
        match self.what {
            What::Card(_) => Value::Empty,
            What::Point(point) => value(point),
        }
    }

    fn of_metric(&self, value: impl Fn(&Metric) -> Value) -> Value {
        self.of_card(|card| card.metric.as_ref().map_or(Value::Empty, &value))
    }

    fn of_blocker(&self, value: impl Fn(&Blocker) -> Value) -> Value {
        self.of_card(|card| card.blocker.as_ref().map_or(Value::Empty, &value))
    }

    fn of_opportunity(&self, value: impl Fn(&Opportunity) -> Value) -> Value {
        let known = |id| self.refs.opportunities.get(id);
        self.of_card(|card| {
            card.opportunity.as_ref().and_then(known).map_or(Value::Empty, |one| value(one))
        })
    }

    /// What the card leads to; where it is an opportunity itself its text has said so.
    fn opportunity_title(&self) -> Value {
        if self.place.is_some_and(|place| is_of_opportunities(place.lane)) {
            return Value::Empty;
        }
        self.of_card(|card| self.one(&card.opportunity, Refs::opportunity))
    }

    fn one(&self, id: &Option<Id>, name: fn(&Refs<'a>, &Id) -> String) -> Value {
        id.as_ref().map_or(Value::Empty, |id| Value::text(&name(self.refs, id)))
    }

    fn named<N: Named>(&self, choice: Option<&N>) -> Value {
        name_of(choice, self.refs.words)
    }

    fn names<N: Named>(&self, choices: &[N]) -> Vec<String> {
        choices.iter().map(|choice| choice.name(self.refs.words)).collect()
    }

    fn id(&self) -> &'a Id {
        match self.what {
            What::Card(card) => &card.id,
            What::Point(point) => &point.id,
        }
    }

    fn step(&self) -> &'a Id {
        match self.what {
            What::Card(card) => &card.step,
            What::Point(point) => &point.step,
        }
    }

    fn lane(&self) -> Value {
        match self.place {
            Some(place) => Value::text(&self.refs.lane(place.lane)),
            None => Value::text(&self.refs.words.thing_parking()),
        }
    }

    fn until(&self) -> Value {
        self.of_place(|place| {
            self.of_card(|card| Value::text(place.steps.until(card).unwrap_or_default()))
        })
    }

    fn personas(&self) -> Value {
        let ids = match self.what {
            What::Card(card) => card.personas.as_slice(),
            What::Point(point) => point.persona.as_slice(),
        };
        Value::texts(ids.iter().map(|id| self.refs.persona(id)))
    }

    fn sources(&self) -> Value {
        let ids = match self.what {
            What::Card(card) => card.sources.as_slice(),
            What::Point(point) => point.source.as_slice(),
        };
        Value::texts(ids.iter().map(|id| self.refs.source(id)))
    }

    fn touchpoint(&self) -> Value {
        self.of_place(|place| {
            self.of_point(|point| {
                let card = point.touchpoint.as_ref().and_then(|id| place.cards.get(id));
                card.map_or(Value::Empty, |card| Value::text(&self.refs.card(card)))
            })
        })
    }

    fn trend(&self, metric: &Metric) -> Value {
        let comma = self.refs.words.lang == Lang::Sv;
        Value::texts(metric.trend.iter().map(|number| digits(*number, comma)))
    }
}

/// The number of a card's colour, as the interface counts.
fn color_number(card: &Card) -> Option<f64> {
    card.color.map(|color| f64::from(color) + 1.0)
}

/// What a choice is called; nothing where none is made.
pub(super) fn name_of<N: Named>(choice: Option<&N>, words: &Words) -> Value {
    choice.map_or(Value::Empty, |choice| Value::text(&choice.name(words)))
}

/// An id; nothing where there is none.
pub(super) fn id_value(id: Option<&Id>) -> Value {
    id.map_or(Value::Empty, |id| Value::text(id.as_str()))
}

/// A number where something holds.
pub(super) fn number_if(is: bool, number: f64) -> Value {
    if is { Value::Number(number) } else { Value::Empty }
}
