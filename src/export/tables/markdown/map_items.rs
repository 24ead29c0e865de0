//! What is there to tell of a persona, a phase, a step, a card and a feeling?

use super::super::outline::Outline;
use super::super::refs::Steps;
use super::super::table::digits;
use super::Writer;
use crate::insight::{
    self, FieldName, PhaseFact, PointFact, StepFact, persona_facts, phase_facts, point_facts,
    step_facts, stop_said,
};
use crate::model::*;
use crate::words::{Lang, Named, persona_roles};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

impl Writer<'_> {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "few differ here; what comes new is like the others"
    )]
    pub(super) fn persona(&self, out: &mut Outline, persona: &Persona) {
        let words = self.words;
        let name = format!("{} {}", persona.emoji, self.or_untitled(&persona.name));
        out.field_or_name(0, &name, &persona_roles(persona, words));
        for (field, text) in persona_facts(persona, words) {
            match field {
                // Said beside the name.
                FieldName::Role | FieldName::BuyingRole => {}
                FieldName::Quote => out.field(1, &field.label(words), &self.quoted(&text)),
                field => out.field(1, &field.label(words), &text),
            }
        }
    }

    /// `customers`: what is said of those who come into it.
    pub(super) fn phase(&self, out: &mut Outline, phase: &Phase, customers: &str) {
        let words = self.words;
        if let Some(Cow::Owned(duration)) = phase.takes() {
            out.field(0, &words.field_duration(), &words.duration(&duration));
        }
        for fact in phase_facts(phase) {
            let label = fact.field().map(|field| field.label(words)).unwrap_or_default();
            match fact {
                PhaseFact::Start(text) | PhaseFact::Goal(text) | PhaseFact::SalesPhase(text) => {
                    out.field(0, &label, text);
                }
                PhaseFact::Duration(duration) => out.field(0, &label, &words.duration(duration)),
                PhaseFact::Friction(friction) => {
                    out.field(0, &label, &words.table_of_four(friction.to_string()));
                }
                PhaseFact::Conversion(one) => out.field(0, &label, &one.name),
                PhaseFact::Customers(..) => out.field(0, &label, customers),
                PhaseFact::Checklist(questions) => self.questions(out, questions),
                // The heading; and what is seen or for programs.
                PhaseFact::Title(_) | PhaseFact::Color(_) | PhaseFact::Origin(_) => {}
            }
        }
    }

    /// Guiding questions with what was answered; nothing where there are none.
    pub(super) fn questions(&self, out: &mut Outline, questions: &[Arc<Question>]) {
        if questions.is_empty() {
            return;
        }
        let label = self.words.field_checklist();
        out.item(0, &format!("**{}**", out.inline(&label)));
        for one in questions {
            out.field_or_name(1, &one.question, &one.answer);
            out.more(1, &one.note);
        }
    }

    /// `name`: of a step that is not all of its phase; `stop`: what is known of who comes into it.
    pub(super) fn step(
        &self,
        out: &mut Outline,
        step: &Step,
        name: Option<&String>,
        stop: Option<&insight::Stop>,
        level: usize,
    ) {
        let mut name = name.map(String::as_str);
        for fact in step_facts(step) {
            match fact {
                StepFact::Title(title) => name = name.or(Some(title)),
                StepFact::Customers(enter, leave) => {
                    if let Some(name) = name {
                        out.heading(level, name);
                    }
                    match stop {
                        Some(stop) => {
                            let said = stop_said(stop, None, self.words).join(" · ");
                            out.field(0, &self.words.field_customers(), &said);
                        }
                        None => self.customers(out, enter, leave),
                    }
                }
                StepFact::Duration(duration) => {
                    let said = self.words.duration(duration);
                    out.field(0, &self.words.field_duration(), &said);
                }
                // Seen, or for programs.
                StepFact::Width(_) | StepFact::Origin(_) => {}
            }
        }
    }

    /// The figures of a step that is all of its phase.
    pub(super) fn customers(&self, out: &mut Outline, enter: Option<f64>, leave: Option<f64>) {
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

    pub(super) fn card(&self, out: &mut Outline, card: &Card, steps: Option<&Steps>, depth: usize) {
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
        let next = card.next.as_ref().map(|id| self.refs.card_of(id));
        out.field(depth + 1, &words.field_next(), &next.unwrap_or_default());
        // Told once, where the opportunity has the same.
        let owner = Some(&card.owner).filter(|owner| one.is_none_or(|one| one.owner != **owner));
        out.field(depth + 1, &words.field_owner(), owner.map_or("", String::as_str));
        out.link(depth + 1, &words.field_link(), &card.link);
        let image = card.image.as_ref().filter(|_| !card.text.trim().is_empty());
        let image = image.map(|id| self.refs.image(id));
        out.field(depth + 1, &words.field_image(), &image.unwrap_or_default());
    }

    /// The choices made on a card, in one line.
    pub(super) fn signs(&self, card: &Card) -> String {
        let words = self.words;
        let mut signs: Vec<String> = card.marks.iter().map(|mark| mark.name(words)).collect();
        signs.extend(card.channel.as_ref().map(|one| one.name(words)));
        signs.extend(card.medium.as_ref().map(|one| one.name(words)));
        signs.extend(card.device.as_ref().map(|one| one.name(words)));
        signs.extend(card.ownership.as_ref().map(|one| one.name(words)));
        signs.extend(card.content_role.as_ref().map(|one| one.name(words)));
        signs.extend(card.reach.as_ref().map(|one| one.name(words)));
        signs.extend(card.evidence.as_ref().map(|one| one.name(words)));
        signs.extend(card.met.as_ref().map(|one| insight::met_said(one, words)));
        signs.extend(card.automatic.then(|| words.sign_automatic()));
        signs.extend(card.change.as_ref().map(|one| one.name(words)));
        signs.extend((card.votes > 0).then(|| words.scene_votes(card.votes)));
        signs.extend(card.tags.iter().map(|tag| format!("#{tag}")));
        signs.join(" · ")
    }

    /// A feeling as a number with its face, whose it is, and what was said.
    /// `lane_cards`: the cards that a feeling may belong to.
    pub(super) fn point(
        &self,
        out: &mut Outline,
        point: &EmotionPoint,
        lane_cards: &HashMap<&Id, &Card>,
    ) {
        let (mut text, mut quote) = (String::new(), String::new());
        let mut fields: Vec<(String, String)> = Vec::new();
        for fact in point_facts(point) {
            let label = fact.field().label(self.words);
            match fact {
                PointFact::Feeling(value, _) => {
                    text = format!("{} {}", point.shown_face(), self.words.felt_exactly(value));
                }
                PointFact::Quote(said) => quote = self.quoted(said),
                PointFact::Persona(id) => text = format!("{text} {}", self.refs.persona(id)),
                PointFact::Touchpoint(id) => {
                    let card = lane_cards.get(id).map(|card| self.refs.card(card));
                    fields.push((label, card.unwrap_or_default()));
                }
                PointFact::Source(id) => fields.push((label, self.refs.source(id))),
                // It stands below its step, in the order of the curve.
                PointFact::Step(_) | PointFact::At(_) => {}
            }
        }
        if !quote.is_empty() {
            text = self.words.labelled(&text, &quote);
        }
        out.text_item(1, &text);
        fields.iter().for_each(|(label, value)| out.field(2, label, value));
    }
}
