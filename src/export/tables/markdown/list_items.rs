//! What is listed beside the phases: transitions, opportunities, tasks and sources.

use super::super::outline::Outline;
use super::super::refs::Steps;
use super::Writer;
use crate::model::*;
use crate::words::Named;
use std::collections::HashMap;
use std::sync::Arc;

impl Writer<'_> {
    pub(super) fn transitions(
        &self,
        out: &mut Outline,
        journey: &Journey,
        steps: &Steps,
        level: usize,
    ) {
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

    pub(super) fn opportunities(
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
    pub(super) fn values(&self, out: &mut Outline, one: &Opportunity, depth: usize) {
        let words = self.words;
        let number = |number: Option<f64>| number.map(|number| words.number(number));
        let values = [
            (words.table_customer_value(), number(one.customer_value)),
            (words.table_business_value(), number(one.business_value)),
            (words.table_effort(), number(one.effort)),
            (words.field_remedy(), one.remedy.as_ref().map(|remedy| remedy.name(words))),
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
    pub(super) fn loose_tasks(&self, out: &mut Outline, all: &List<Task>) {
        let known = |id: &Id| self.refs.opportunities.contains_key(id);
        let mut is_first = true;
        for task in all.iter().filter(|task| !task.opportunity.as_ref().is_some_and(known)) {
            if std::mem::take(&mut is_first) {
                out.heading(2, &self.words.table_tasks());
            }
            out.text_item(0, &self.refs.task(task));
        }
    }

    pub(super) fn sources(
        &self,
        out: &mut Outline,
        all: &List<Source>,
        is_used: impl Fn(&Id) -> bool,
    ) {
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
}
