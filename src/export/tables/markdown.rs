//! A map as an outline in Markdown: phase, step, lane, card.
//!
//! CommonMark without extensions. Whatever a text holds, it stays a text: what Markdown would read
//! as a heading, a list, a table, a link, HTML or an emphasis is written with a backslash before it.

use super::figures::Figures;
use super::outline::Outline;
use super::refs::{Refs, Steps};
use super::table::{TableScope, Value, clean, digits};
use crate::insight::{self, is_of_opportunities, phase_said, stop_said};
use crate::model::*;
use crate::scene::unquoted;
use crate::words::persona_roles;
use crate::words::{Lang, Named, Words};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// The outline. Of a whole project all journeys, the parking place, all opportunities and sources;
/// of one journey those its cards name; then `figures`. Hidden lanes are left out, as on the map.
/// Takes time by the cards.
pub fn markdown(
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
        let kind = journey.kind.as_ref().map(|kind| kind.name(words));
        out.field(0, &words.field_journey_kind(), &kind.unwrap_or_default());
        out.field(0, &words.field_purpose(), &journey.purpose);
        out.field(0, &words.field_problem(), &journey.problem);
        out.field(0, &words.field_offer(), &journey.offer);
        out.field(0, &words.field_begins(), &journey.from);
        out.field(0, &words.field_ends(), &journey.to);
        let personas = journey.personas.iter().filter_map(|id| self.refs.personas.get(id));
        let personas: Vec<&Persona> = personas.copied().collect();
        if !personas.is_empty() {
            out.heading(level + 1, &words.field_personas_of());
            personas.into_iter().for_each(|persona| self.persona(out, persona));
        }

        let steps = Steps::of(journey, words);
        let lanes: Vec<&Lane> =
            journey.lanes.iter().filter(|lane| !lane.hidden).map(AsRef::as_ref).collect();
        let mut cells = cells(&steps, &lanes);
        let mut place = 0;
        let funnel = insight::funnel(journey);
        for (at, phase) in journey.phases.iter().enumerate() {
            out.heading(level + 1, &self.or_untitled(&phase.title));
            let said = funnel.as_ref().map(|all| phase_said(journey, all, at, phase, words));
            self.phase(out, phase, &said.unwrap_or_default().join(" · "));
            let inner = funnel.as_ref().and_then(|all| all.steps.get(at)).map_or(&[][..], |it| it);
            for (step_at, step) in phase.steps.iter().enumerate() {
                let is_named = !step.title.trim().is_empty() || phase.steps.len() > 1;
                if is_named {
                    out.heading(level + 2, &steps.names[place]);
                }
                match inner.get(step_at) {
                    Some(stop) => {
                        let said = stop_said(stop, None, words).join(" · ");
                        out.field(0, &words.field_customers(), &said);
                    }
                    None => self.customers(out, step.customers_in, step.customers_out),
                }
                for (lane, cell) in cells.get_mut(place).map(std::mem::take).unwrap_or_default() {
                    out.item(0, &format!("**{}**", out.inline(&self.refs.lane(lanes[lane]))));
                    cell.cards.iter().for_each(|card| self.card(out, card, Some(&steps), 1));
                    cell.points.iter().for_each(|point| self.point(out, point));
                }
                place += 1;
            }
        }
        self.transitions(out, journey, &steps, level + 1);
    }

    fn persona(&self, out: &mut Outline, persona: &Persona) {
        let words = self.words;
        let name = format!("{} {}", persona.emoji, self.or_untitled(&persona.name));
        out.field_or_name(0, &name, &persona_roles(persona, words));
        out.field(1, &words.field_goals(), &persona.goals);
        out.field(1, &words.field_needs(), &persona.needs);
        out.field(1, &words.field_frustrations(), &persona.frustrations);
        out.field(1, &words.field_priority(), &persona.priority);
        out.field(1, &words.field_quote(), &self.quoted(&persona.quote));
    }

    /// `customers`: what is said of those who come into it.
    fn phase(&self, out: &mut Outline, phase: &Phase, customers: &str) {
        let words = self.words;
        out.field(0, &words.field_start(), &phase.start);
        let duration = phase.duration.as_ref().map(|duration| words.duration(duration));
        out.field(0, &words.field_duration(), &duration.unwrap_or_default());
        out.field(0, &words.field_goal(), &phase.goal);
        if let Some(friction) = phase.friction {
            out.field(0, &words.field_friction(), &words.table_of_four(friction.to_string()));
        }
        let conversion = phase.conversion.as_ref().map_or("", |one| &one.name);
        out.field(0, &words.field_conversion(), conversion);
        out.field(0, &words.field_customers(), customers);
        out.field(0, &words.field_sales_phase(), &phase.sales_phase);
        if !phase.checklist.is_empty() {
            out.item(0, &format!("**{}**", out.inline(&words.field_checklist())));
        }
        for one in &phase.checklist {
            out.field_or_name(1, &one.question, &one.answer);
            out.more(1, &one.note);
        }
    }

    /// The figures of a step that is all of its phase.
    fn customers(&self, out: &mut Outline, enter: Option<f64>, leave: Option<f64>) {
        let part = |name: String, number: Option<f64>| {
            number.map(|number| self.words.labelled(&name, self.words.number(number)))
        };
        let parts = [
            part(self.words.field_customers_in(), enter),
            part(self.words.field_customers_out(), leave),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        out.field(0, &self.words.field_customers(), &parts.join(" · "));
    }

    fn card(&self, out: &mut Outline, card: &Card, steps: Option<&Steps>, depth: usize) {
        let words = self.words;
        let text = self.or_untitled(&self.refs.card(card));
        let text = match steps.and_then(|steps| steps.until(card)) {
            Some(step) => words.table_spans(&text, step),
            None => text,
        };
        out.text_item(depth, &text);
        out.more(depth, &card.note);
        out.field(depth + 1, "", &self.signs(card));
        let comma = words.lang == Lang::Sv;
        if let Some(metric) = &card.metric {
            let target = metric.target.map(|target| digits(target, comma));
            out.field(depth + 1, &words.field_target(), &target.unwrap_or_default());
            let better = metric.better.as_ref().map(|better| better.name(words));
            out.field(depth + 1, &words.field_better(), &better.unwrap_or_default());
            let trend = metric.trend.iter().map(|number| digits(*number, comma));
            let trend = trend.collect::<Vec<_>>().join("; ");
            out.field(depth + 1, &words.field_trend(), &trend);
        }
        let personas = card.personas.iter().map(|id| self.refs.persona(id));
        let personas = personas.collect::<Vec<_>>().join(", ");
        out.field(depth + 1, &words.field_whom(), &personas);
        let sources = card.sources.iter().map(|id| self.refs.source(id));
        let sources = sources.collect::<Vec<_>>().join("; ");
        out.field(depth + 1, &words.field_sources(), &sources);
        let opportunity = card.opportunity.as_ref();
        let is_one = opportunity
            .and_then(|id| self.told.get(id))
            .is_some_and(|cards| cards.contains(&card.id));
        let leads = opportunity.filter(|_| !is_one && !card.text.trim().is_empty());
        let leads = leads.map(|id| self.refs.opportunity(id));
        out.field(depth + 1, &words.field_opportunity(), &leads.unwrap_or_default());
        let one = opportunity.filter(|_| is_one).and_then(|id| self.refs.opportunities.get(id));
        if let Some(one) = one {
            out.more(depth, &one.note);
            self.values(out, one, depth + 1);
        }
        let blocker = card.blocker.as_ref().map(|one| insight::blocker_said(one, words));
        out.field(depth + 1, &words.field_blocker(), &blocker.unwrap_or_default());
        let subgoal = card.subgoal.as_ref().map(|id| self.refs.subgoal(id));
        out.field(depth + 1, &words.field_subgoal(), &subgoal.unwrap_or_default());
        out.field(depth + 1, &words.field_owner(), &card.owner);
        out.link(depth + 1, &words.field_link(), &card.link);
        let image = card.image.as_ref().filter(|_| !card.text.trim().is_empty());
        let image = image.map(|id| self.refs.image(id));
        out.field(depth + 1, &words.field_image(), &image.unwrap_or_default());
    }

    /// The choices made on a card, in one line.
    fn signs(&self, card: &Card) -> String {
        let words = self.words;
        let mut signs: Vec<String> = card.marks.iter().map(|mark| mark.name(words)).collect();
        signs.extend(card.channel.as_ref().map(|one| one.name(words)));
        signs.extend(card.medium.as_ref().map(|one| one.name(words)));
        signs.extend(card.device.as_ref().map(|one| one.name(words)));
        signs.extend(card.ownership.as_ref().map(|one| one.name(words)));
        signs.extend(card.content_role.as_ref().map(|one| one.name(words)));
        signs.extend(card.evidence.as_ref().map(|one| one.name(words)));
        signs.extend(card.change.as_ref().map(|one| one.name(words)));
        signs.extend((card.votes > 0).then(|| words.scene_votes(card.votes)));
        signs.extend(card.tags.iter().map(|tag| format!("#{tag}")));
        signs.join(" · ")
    }

    /// A feeling as a number with its face, whose it is, and what was said.
    fn point(&self, out: &mut Outline, point: &EmotionPoint) {
        let mut text = format!("{} {}", point.shown_face(), self.words.signed(point.value));
        if let Some(persona) = &point.persona {
            text = format!("{text} {}", self.refs.persona(persona));
        }
        let quote = self.quoted(&point.quote);
        if !quote.is_empty() {
            text = self.words.labelled(&text, &quote);
        }
        out.text_item(1, &text);
        let source = point.source.as_ref().map(|id| self.refs.source(id));
        out.field(2, &self.words.field_source(), &source.unwrap_or_default());
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

    fn transitions(&self, out: &mut Outline, journey: &Journey, steps: &Steps, level: usize) {
        if journey.transitions.is_empty() {
            return;
        }
        let words = self.words;
        let mut names: HashMap<&Id, &str> = HashMap::new();
        for phase in &journey.phases {
            names.entry(&phase.id).or_insert(&phase.title);
        }
        for ((_, step), name) in steps.all.iter().zip(&steps.names) {
            names.entry(&step.id).or_insert(name);
        }
        let name = |id: &Id| names.get(id).map_or(id.to_string(), |name| (*name).to_owned());
        out.heading(level, &words.thing_transitions_of());
        for one in &journey.transitions {
            let to = one.to.as_ref().map_or_else(|| words.thing_leaves(), name);
            let kind = one.kind.as_ref().map(|kind| kind.name(words));
            let share = one.share.map(|share| words.percent(share));
            let about: Vec<String> = [kind, share].into_iter().flatten().collect();
            let way = words.thing_transition_name(name(&one.from), &to);
            out.field_or_name(0, &way, &about.join(" · "));
            out.more(0, &one.reason);
        }
    }

    fn opportunities(
        &self,
        out: &mut Outline,
        all: &List<Opportunity>,
        is_used: impl Fn(&Id) -> bool,
    ) {
        let words = self.words;
        let mut is_first = true;
        let alone = |one: &&Arc<Opportunity>| is_used(&one.id) && !self.told.contains_key(&one.id);
        for one in all.iter().filter(alone) {
            if std::mem::take(&mut is_first) {
                out.heading(2, &words.lane_kind_opportunities());
            }
            out.field_or_name(0, &self.or_untitled(&one.title), "");
            out.more(0, &one.note);
            self.values(out, one, 1);
        }
    }

    /// What is valued of an opportunity, who does it by when, and the tasks.
    fn values(&self, out: &mut Outline, one: &Opportunity, depth: usize) {
        let words = self.words;
        let number = |number: Option<f64>| number.map(|number| words.number(number));
        let values = [
            (words.table_customer_value(), number(one.customer_value)),
            (words.table_business_value(), number(one.business_value)),
            (words.table_effort(), number(one.effort)),
            (words.field_owner(), Some(one.owner.clone())),
            (words.table_status(), one.status.as_ref().map(|status| status.name(words))),
            (words.table_due(), Some(one.due.clone())),
        ];
        for (label, value) in values {
            out.field(depth, &label, &value.unwrap_or_default());
        }
        let tasks = self.refs.tasks(&one.id);
        if !tasks.is_empty() {
            out.item(depth, &format!("**{}**", out.inline(&words.table_tasks())));
        }
        tasks.iter().for_each(|task| out.text_item(depth + 1, task));
    }

    /// Tasks that belong to no opportunity.
    fn loose_tasks(&self, out: &mut Outline, all: &List<Task>) {
        let known = |id: &Id| self.refs.opportunities.contains_key(id);
        let mut is_first = true;
        for task in all.iter().filter(|task| !task.opportunity.as_ref().is_some_and(known)) {
            if std::mem::take(&mut is_first) {
                out.heading(2, &self.words.table_tasks());
            }
            out.text_item(0, &self.refs.task(task));
        }
    }

    fn sources(&self, out: &mut Outline, all: &List<Source>, is_used: impl Fn(&Id) -> bool) {
        let words = self.words;
        let mut is_first = true;
        for source in all.iter().filter(|source| is_used(&source.id)) {
            if std::mem::take(&mut is_first) {
                out.heading(2, &words.field_sources());
            }
            let kind = source.kind.as_ref().map(|kind| kind.name(words)).unwrap_or_default();
            let parts = [kind, source.who.clone(), source.role.clone(), source.date.clone()];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            out.field_or_name(0, &self.or_untitled(&source.title), &parts.join(" · "));
            out.more(0, &source.notes);
            out.link(1, &words.field_link(), &source.link);
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
