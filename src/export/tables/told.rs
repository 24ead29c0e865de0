//! What a map's figures tell of customers, and what is done next, as tables.

use super::figures::{Figures, table};
use super::refs::Refs;
use super::table::Value;
use crate::insight::{self, largest_said, loss_said};
use crate::model::{Journey, Opportunity, PageKind, Project};
use crate::words::{Named, Words, titled};
use std::sync::Arc;

/// In, on and out of each phase, and where most are lost; none where nobody has counted.
pub(super) fn customers(
    journeys: &[Arc<Journey>],
    project: &Project,
    words: &Words,
) -> Option<Figures> {
    let refs = Refs::new(project, words);
    let several = journeys.len() > 1;
    let mut rows = Vec::new();
    for journey in journeys {
        let Some(funnel) = insight::funnel(journey) else { continue };
        for (place, (phase, stop)) in journey.phases.iter().zip(&funnel.phases).enumerate() {
            if stop.enter.or(stop.leave).is_none() {
                continue;
            }
            let mut told: Vec<String> =
                stop.loss().map(|loss| loss_said(loss, words)).into_iter().collect();
            told.extend(insight::ways_said(journey, &funnel, place, words));
            if let Some((_, loss)) = funnel.largest_loss().filter(|(at, _)| *at == place) {
                told.push(largest_said(&funnel, loss, words));
            }
            let journey = several.then(|| Value::text(&refs.journey(journey)));
            let said = [
                Value::text(&titled(&phase.title, words)),
                Value::number(stop.enter),
                Value::number(stop.leave),
                Value::share(stop.conversion()),
                Value::number(stop.loss().map(|loss| loss.people)),
                Value::texts(told),
            ];
            rows.push(journey.into_iter().chain(said).collect());
        }
    }
    let heads = [
        words.thing_phase(),
        words.field_customers_in(),
        words.figures_go_on(),
        words.figures_share(),
        words.figures_not_on(),
        words.figures_told(),
    ];
    let journey = several.then(|| words.thing_journey());
    table(words.strip_funnel(), journey.into_iter().chain(heads), rows, 1 + usize::from(several))
}

/// What a map has taught: what a customer costs to win and to keep, and each finding with what it rests
/// on; none where it has taught nothing.
pub(super) fn learned(
    journeys: &[Arc<Journey>],
    project: &Project,
    words: &Words,
) -> Option<Figures> {
    let refs = Refs::new(project, words);
    let several = journeys.len() > 1;
    let mut rows = Vec::new();
    for journey in journeys {
        if let Some(costs) = insight::costs_compared(journey, words) {
            let journey = several.then(|| Value::text(&refs.journey(journey)));
            let said = [Value::text(&costs), Value::Empty];
            rows.push(journey.into_iter().chain(said).collect());
        }
        for finding in insight::learned(project, journey) {
            let said = insight::finding_said(project, journey, &finding, words);
            let rests_on = insight::rests_said(project, &finding, words);
            let journey = several.then(|| Value::text(&refs.journey(journey)));
            let said = [Value::text(&said), Value::text(&rests_on)];
            rows.push(journey.into_iter().chain(said).collect());
        }
    }
    let heads = [words.learned_finding(), words.learned_proof()];
    let journey = several.then(|| words.thing_journey());
    let heads = journey.into_iter().chain(heads);
    table(words.page_kind_learned(), heads, rows, 1 + usize::from(several))
}

/// How many gaps each map has of each kind that a file counts, where it tells what it has taught:
/// as the page does.
pub(super) fn gaps(journeys: &[Arc<Journey>], project: &Project, words: &Words) -> Option<Figures> {
    let refs = Refs::new(project, words);
    let several = journeys.len() > 1;
    let mut rows = Vec::new();
    for journey in journeys.iter().filter(|one| !insight::learned(project, one).is_empty()) {
        for (rule, count) in insight::gap_tally(project, journey).kinds {
            let journey = several.then(|| Value::text(&refs.journey(journey)));
            let said = [Value::text(&rule.name(words)), Value::Number(count as f64)];
            rows.push(journey.into_iter().chain(said).collect());
        }
    }
    let heads = [words.figures_what(), words.figures_count()];
    let journey = several.then(|| words.thing_journey());
    let heads = journey.into_iter().chain(heads);
    table(words.learned_gaps(), heads, rows, 1 + usize::from(several))
}

/// The themes that come back from source to source, with how many tell of them.
pub(super) fn themes(project: &Project, words: &Words) -> Option<Figures> {
    let row = |one: insight::ThemeTally| {
        let title = Value::text(&titled(&one.theme.title, words));
        let counts = [one.sources.len(), one.passages].map(|count| Value::Number(count as f64));
        std::iter::once(title).chain(counts).collect()
    };
    let rows = insight::recurring_themes(project).into_iter().map(row).collect();
    let heads = [words.learned_theme(), words.field_sources(), words.learned_passages()];
    table(words.learned_themes(), heads, rows, 1)
}

/// What has changed on each map since the version that its page of what was learned is compared with;
/// none where no page is.
pub(super) fn changed(
    journeys: &[Arc<Journey>],
    project: &Project,
    words: &Words,
) -> Option<Figures> {
    let refs = Refs::new(project, words);
    let several = journeys.len() > 1;
    let mut rows = Vec::new();
    for journey in journeys {
        let pages = insight::story(project, journey);
        let page = pages.into_iter().find(|page| page.kind == PageKind::Learned);
        let Some(version) = page.and_then(|page| page.since_version) else { continue };
        let Some(since) = insight::changed_since(project, journey, &version) else { continue };
        let said = match since.parts(journey, words) {
            _ if !since.was_there => since.said(&[], 0, words),
            parts if parts.is_empty() => words.changed_nothing(),
            parts => parts.join(", "),
        };
        let journey = several.then(|| Value::text(&refs.journey(journey)));
        let said = [Value::text(&since.name), Value::text(&said)];
        rows.push(journey.into_iter().chain(said).collect());
    }
    let heads = [words.learned_changed_since(), words.learned_changed_how()];
    let journey = several.then(|| words.thing_journey());
    let heads = journey.into_iter().chain(heads);
    table(words.learned_changed(), heads, rows, 1 + usize::from(several))
}

/// What is left to do, in the order of the page of next steps: opportunities, then tasks.
pub(super) fn next(project: &Project, words: &Words) -> Option<Figures> {
    let name = |title: &str| Value::text(&titled(title, words));
    let of = |one: Option<&Opportunity>, number: fn(&Opportunity) -> Option<f64>| {
        Value::number(one.and_then(number))
    };
    let values = |one: Option<&Opportunity>| {
        [
            of(one, |one| one.customer_value),
            of(one, |one| one.business_value),
            of(one, |one| one.effort),
        ]
    };
    let mut rows: Vec<Vec<Value>> = Vec::new();
    for one in insight::next_opportunities(project) {
        let status = one.status.as_ref().map_or_else(String::new, |status| status.name(words));
        let said = [
            Value::text(&words.problem_thing_opportunity()),
            name(&one.title),
            Value::date(&one.due),
            Value::text(&one.owner),
            Value::text(&status),
        ];
        rows.push(said.into_iter().chain(values(Some(&one))).collect());
    }
    for task in insight::next_tasks(project) {
        let said = [
            Value::text(&words.problem_thing_task()),
            name(&task.title),
            Value::date(&task.due),
            Value::text(&task.owner),
            Value::Empty,
        ];
        let id = task.opportunity.as_ref();
        let own = id.and_then(|id| project.opportunities.iter().find(|one| one.id == *id));
        rows.push(said.into_iter().chain(values(own.map(AsRef::as_ref))).collect());
    }
    let heads = [
        words.figures_what(),
        words.field_title(),
        words.table_due(),
        words.field_owner(),
        words.table_status(),
        words.table_customer_value(),
        words.table_business_value(),
        words.table_effort(),
    ];
    table(words.page_kind_next(), heads, rows, 2)
}
