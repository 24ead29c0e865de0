//! What is there to tell of a card, a feeling or a phase, beyond what is drawn?

use crate::export::tables::refs::{Refs, Steps};
use crate::insight::{
    CardFact, FieldName, PhaseFact, PointFact, Stop, blocker_said, card_facts, is_of_opportunities,
    journey_facts, persona_facts, phase_facts, point_facts, stop_said,
};
use crate::model::*;
use crate::words::{Named, Words};
use std::sync::Arc;

/// A field with what it is called.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DetailField {
    /// What it is called.
    pub label: String,
    /// What stands in it; never empty.
    pub value: DetailValue,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum DetailValue {
    /// A text; may hold line breaks.
    Text(String),
    /// An address of the web.
    Link(String),
    /// One below the other.
    Lines(Vec<String>),
}

/// Fields in the making: what is empty is left out.
struct Fields<'a>(Vec<DetailField>, &'a Words);

impl Fields<'_> {
    fn text(&mut self, label: String, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.0.push(DetailField { label, value: DetailValue::Text(text) });
        }
    }

    fn lines(&mut self, label: String, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
        if !lines.is_empty() {
            self.0.push(DetailField { label, value: DetailValue::Lines(lines) });
        }
    }

    /// Only addresses of the web lead anywhere: a map from somebody else must not start programs.
    fn link(&mut self, label: String, link: &str) {
        match is_web(link) {
            true => {
                self.0
                    .push(DetailField { label, value: DetailValue::Link(link.trim().to_owned()) });
            }
            false => self.text(label, link),
        }
    }

    fn named<N: Named>(&mut self, label: String, choice: Option<&N>) {
        self.text(label, choice.map(|choice| choice.name(self.1)).unwrap_or_default());
    }

    fn number(&mut self, label: String, number: Option<f64>) {
        let number = number.filter(|number| number.is_finite());
        self.text(label, number.map(|number| self.1.number(number)).unwrap_or_default());
    }
}

/// Texts that are there, with this between them.
pub(super) fn joined(parts: &[&str], between: &str) -> String {
    let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(between)
}

fn is_web(link: &str) -> bool {
    let link = link.trim().to_ascii_lowercase();
    link.starts_with("https://") || link.starts_with("http://")
}

/// All that a card holds beside its text.
pub(super) fn of_card(
    card: &Card,
    lane: &Lane,
    steps: &Steps<'_>,
    refs: &Refs<'_>,
) -> Vec<DetailField> {
    let words = refs.words;
    let mut fields = Fields(Vec::new(), words);
    for fact in card_facts(card) {
        let label = fact.field().map(|field| field.label(words)).unwrap_or_default();
        match fact {
            CardFact::Note(text) | CardFact::Owner(text) => fields.text(label, text),
            CardFact::Step(step) => place(&mut fields, lane, step, steps, refs),
            CardFact::Until(_) => fields.text(label, steps.until(card).unwrap_or_default()),
            CardFact::Personas(ids) => fields.lines(label, ids.iter().map(|id| refs.persona(id))),
            CardFact::Metric(metric) => of_metric(&mut fields, label, metric),
            CardFact::Channel(medium, channel) => {
                let medium = medium.map(|medium| medium.name(words)).unwrap_or_default();
                let channel = channel.map(|channel| channel.name(words)).unwrap_or_default();
                fields.text(label, joined(&[&medium, &channel], " · "));
            }
            CardFact::Device(one) => fields.named(label, Some(one)),
            CardFact::Ownership(one) => fields.named(label, Some(one)),
            CardFact::ContentRole(one) => fields.named(label, Some(one)),
            CardFact::Reach(one) => fields.named(label, Some(one)),
            CardFact::Marks(marks) => {
                let marks: Vec<String> = marks.iter().map(|mark| mark.name(words)).collect();
                fields.text(words.page_marks(), marks.join(" · "));
            }
            CardFact::Evidence(one) => fields.named(label, Some(one)),
            CardFact::Sources(ids) => fields.lines(label, ids.iter().map(|id| source(id, refs))),
            CardFact::Opportunity(id) => {
                // Where the card is the opportunity its text has said what it is called.
                if !is_of_opportunities(lane) {
                    fields.text(label, refs.opportunity(id));
                }
                opportunity(&mut fields, id, refs);
            }
            CardFact::Blocker(one) => fields.text(label, blocker_said(one, words)),
            CardFact::Met(one) => fields.named(label, Some(one)),
            CardFact::Automatic => fields.text(label, words.answer_yes()),
            CardFact::Subgoal(id) => fields.text(label, refs.subgoal(id)),
            CardFact::Next(id) => fields.text(label, refs.card_of(id)),
            CardFact::Tags(tags) => fields.text(label, tags.join(" · ")),
            CardFact::Link(link) => fields.link(label, link),
            CardFact::Change(one) => fields.named(label, Some(one)),
            CardFact::Votes(votes) => fields.number(label, Some(f64::from(votes))),
            CardFact::Image(id) => fields.text(label, refs.image(id)),
            // Drawn on the card; and what only programs read.
            CardFact::Text(_) | CardFact::Color(_) | CardFact::Origin(_) => {}
        }
    }
    fields.0
}

fn of_metric(fields: &mut Fields<'_>, label: String, metric: &Metric) {
    let words = fields.1;
    let (value, change) = (words.metric_value(metric), words.metric_change(metric));
    let change = if change.is_empty() { change } else { format!("({change})") };
    fields.text(label, joined(&[&value, &change], " "));
    let target = Metric { value: metric.target, unit: metric.unit.clone(), ..Metric::default() };
    fields.text(FieldName::Target.label(words), words.metric_value(&target));
    fields.named(FieldName::Better.label(words), metric.better.as_ref());
    let trend: Vec<String> = metric.trend.iter().map(|value| words.number(*value)).collect();
    fields.text(FieldName::Trend.label(words), trend.join(" · "));
}

/// All that a feeling holds.
pub(super) fn of_point(
    point: &EmotionPoint,
    lane: &Lane,
    steps: &Steps<'_>,
    touchpoint: Option<&Card>,
    refs: &Refs<'_>,
) -> Vec<DetailField> {
    let words = refs.words;
    let mut fields = Fields(Vec::new(), words);
    for fact in point_facts(point) {
        let label = fact.field().label(words);
        match fact {
            PointFact::Feeling(value, _) => {
                let feeling = words.felt(feeling(value));
                fields.text(words.thing_feeling(), joined(&[point.shown_face(), &feeling], " "));
            }
            PointFact::Quote(text) => fields.text(label, text),
            PointFact::Persona(id) => fields.text(label, refs.persona(id)),
            PointFact::Step(step) => place(&mut fields, lane, step, steps, refs),
            PointFact::Touchpoint(_) => {
                let card = touchpoint.map(|card| refs.card(card));
                fields.text(label, card.unwrap_or_default());
            }
            PointFact::Source(id) => fields.text(label, source(id, refs)),
            // Seen.
            PointFact::At(_) => {}
        }
    }
    fields.0
}

/// What a phase holds beside its title. `customers`: what is said of those who come into it; `inner`:
/// those who come into each of its steps, where that is known.
pub(super) fn of_phase(
    phase: &Phase,
    customers: &[String],
    inner: &[Stop],
    words: &Words,
) -> Vec<DetailField> {
    let mut fields = Fields(Vec::new(), words);
    // The heading says it too, but may be too long to be read to its end.
    let duration = phase.takes().map(|duration| words.duration(&duration));
    fields.text(words.field_duration(), duration.unwrap_or_default());
    for fact in phase_facts(phase) {
        let label = fact.field().map(|field| field.label(words)).unwrap_or_default();
        match fact {
            PhaseFact::Start(text) | PhaseFact::Goal(text) | PhaseFact::SalesPhase(text) => {
                fields.text(label, text);
            }
            PhaseFact::Friction(friction) => {
                fields.text(label, words.table_of_four(friction.to_string()));
            }
            PhaseFact::Conversion(one) => fields.text(label, &one.name),
            PhaseFact::Customers(..) => {
                fields.text(label, customers.join(" · "));
                fields.lines(words.field_steps(), steps_said(phase, inner, words));
            }
            PhaseFact::Checklist(questions) => {
                fields.lines(label, questions_said(questions, words));
            }
            // Said by the heading, or above; a colour is seen, and ids are for programs.
            PhaseFact::Title(_)
            | PhaseFact::Duration(_)
            | PhaseFact::Color(_)
            | PhaseFact::Origin(_) => {}
        }
    }
    fields.0
}

/// Guiding questions with what was answered, a line each.
fn questions_said(questions: &[Arc<Question>], words: &Words) -> Vec<String> {
    let said = |one: &Arc<Question>| {
        let answer = words.labelled(one.question.trim(), &one.answer);
        let answer = if one.answer.trim().is_empty() { &one.question } else { &answer };
        joined(&[answer, &one.note], " · ")
    };
    questions.iter().map(said).collect()
}

/// What is known of each step of a phase: those who come into it and go on, and how long it takes.
fn steps_said(phase: &Phase, inner: &[Stop], words: &Words) -> Vec<String> {
    let said = phase.steps.iter().enumerate().filter_map(|(at, step)| {
        let mut parts = inner.get(at).map_or_else(Vec::new, |stop| stop_said(stop, None, words));
        parts.extend(step.duration.as_ref().map(|duration| words.duration(duration)));
        parts.retain(|part| !part.is_empty());
        let name = match step.title.trim() {
            "" => words.thing_step_number((at + 1).to_string()),
            title => title.to_owned(),
        };
        (!parts.is_empty()).then(|| words.labelled(&name, parts.join(" · ")))
    });
    said.collect()
}

/// What is known of a persona.
pub(super) fn of_persona(persona: &Persona, words: &Words) -> Vec<DetailField> {
    texts(persona_facts(persona, words), words)
}

/// What a journey says of itself.
pub(super) fn of_journey(journey: &Journey, words: &Words) -> Vec<DetailField> {
    let mut fields = Fields(texts(journey_facts(journey, words), words), words);
    fields.lines(FieldName::Checklist.label(words), questions_said(&journey.checklist, words));
    fields.0
}

fn texts(facts: Vec<(FieldName, String)>, words: &Words) -> Vec<DetailField> {
    let field = |(field, text): (FieldName, String)| DetailField {
        label: field.label(words),
        value: DetailValue::Text(text),
    };
    facts.into_iter().map(field).collect()
}

fn place(fields: &mut Fields<'_>, lane: &Lane, step: &Id, steps: &Steps<'_>, refs: &Refs<'_>) {
    let words = refs.words;
    fields.text(words.thing_lane(), refs.lane(lane));
    let Some((phase, name, alone)) = steps.place(step).and_then(|at| {
        let (phase, step) = steps.all.get(at)?;
        Some((phase, steps.names.get(at)?, phase.steps.len() == 1 && step.title.is_empty()))
    }) else {
        return;
    };
    fields.text(words.thing_phase(), &phase.title);
    if !alone {
        fields.text(words.field_step(), name);
    }
}

/// A source in a line: what it is called, who was asked and when, and where it is.
fn source(id: &Id, refs: &Refs<'_>) -> String {
    let Some(source) = refs.sources.get(id) else { return id.to_string() };
    joined(&[&source.title, &source.who, &source.role, &source.date, &source.link], ", ")
}

fn opportunity(fields: &mut Fields<'_>, id: &Id, refs: &Refs<'_>) {
    let words = refs.words;
    let Some(one) = refs.opportunities.get(id) else { return };
    fields.text(words.table_opportunity_note(), &one.note);
    fields.number(words.table_customer_value(), one.customer_value);
    fields.number(words.table_business_value(), one.business_value);
    fields.number(words.table_effort(), one.effort);
    fields.named(words.field_remedy(), one.remedy.as_ref());
    fields.text(words.table_opportunity_owner(), &one.owner);
    fields.named(words.table_status(), one.status.as_ref());
    fields.text(words.table_due(), &one.due);
    fields.lines(words.table_tasks(), refs.tasks(id));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::{full_card, full_phase, full_point, left_out, left_out_of, map_with};
    use crate::words::Lang;

    #[test]
    fn only_addresses_of_the_web_are_links() {
        let words = Words::new(Lang::En);
        let rows = [
            ("https://a.example/?a=1&b=2", true),
            (" HTTP://A.EXAMPLE ", true),
            ("javascript:alert(1)", false),
            ("data:text/html,x", false),
            ("file:///etc/passwd", false),
            ("a.example", false),
        ];
        for (link, is_link) in rows {
            let mut fields = Fields(Vec::new(), &words);
            fields.link("Link".into(), link);
            assert_eq!(matches!(fields.0[0].value, DetailValue::Link(_)), is_link, "{link}");
        }
    }

    #[test]
    fn each_field_of_a_card_is_told() {
        let words = Words::new(Lang::En);
        let told = |card: &Card| {
            let project = map_with(card.clone());
            let journey = &project.journeys[0];
            let refs = Refs::new(&project, &words);
            of_card(card, &journey.lanes[0], &Steps::of(journey, &words), &refs)
        };
        // The text is the heading; a colour is seen; ids are for programs.
        assert_eq!(left_out(told), ["id", "text", "color", "origin"]);
    }

    #[test]
    fn each_field_of_a_phase_and_a_feeling_is_told() {
        let words = Words::new(Lang::En);
        let project = map_with(full_card());
        let refs = Refs::new(&project, &words);
        let told = |phase: &Phase| {
            let customers = [phase.customers_in, phase.customers_out];
            let customers: Vec<String> = customers.iter().map(|one| format!("{one:?}")).collect();
            of_phase(phase, &customers, &[], &words)
        };
        // The heading says what it is called; a colour is seen.
        let unsaid = ["id", "title", "color", "origin"];
        let left = left_out_of(&full_phase(), told);
        let left: Vec<&String> = left.iter().filter(|key| !key.contains('.')).collect();
        assert_eq!(left, unsaid.iter().collect::<Vec<_>>());
        let journey = &project.journeys[0];
        let told = |point: &EmotionPoint| {
            let card = journey.lanes[0]
                .cards
                .first()
                .filter(|card| point.touchpoint.as_ref() == Some(&card.id));
            let steps = Steps::of(journey, &words);
            of_point(point, &journey.lanes[0], &steps, card.map(AsRef::as_ref), &refs)
        };
        assert_eq!(left_out_of(&full_point(), told), ["id", "at"]);
    }

    #[test]
    fn a_source_is_told_in_a_line_and_a_lost_one_by_its_id() {
        let words = Words::new(Lang::En);
        let source = Source {
            id: Id::new("s"),
            title: "Interview 1".into(),
            date: "2026-03-02".into(),
            ..Source::default()
        };
        let project = Project { sources: [source].into_iter().collect(), ..Project::default() };
        let refs = Refs::new(&project, &words);
        let card = Card { sources: vec![Id::new("s"), Id::new("gone")], ..Card::default() };
        let journey = Journey::default();
        let fields = of_card(&card, &Lane::default(), &Steps::of(&journey, &words), &refs);
        let value = DetailValue::Lines(vec!["Interview 1, 2026-03-02".into(), "gone".into()]);
        assert!(fields.contains(&DetailField { label: "Sources".into(), value }), "{fields:?}");
    }
}
