//! The straight way into the model, for files in which nothing is wrong: nearly all.
//!
//! The text is read into the model without a tree of JSON between, which takes half the time. It
//! tells nothing and mends nothing: where the careful way (`items`) would have anything to say, this
//! one says none, and the careful way is gone.

use super::read::{FORMAT, VERSION};
use crate::model::{Extra, Id, List, Project};
use serde::Deserialize;

/// A file of ours as it is written.
#[derive(Deserialize)]
struct Whole {
    format: String,
    version: u64,
    project: Project,
    #[serde(flatten)]
    beside: Extra,
}

/// The project of a file and what stands beside it; none where anything is not as we would write it.
pub(super) fn read(text: &str) -> Option<(Project, Extra)> {
    let whole: Whole = serde_json::from_str(text).ok()?;
    let ours = whole.format == FORMAT && whole.version == VERSION && is_plain(&whole.project);
    ours.then_some((whole.project, whole.beside))
}

/// Is there nothing that the careful way would take for a list or an id with another name? Of what
/// holds lists, all that nobody knows counts.
fn is_plain(project: &Project) -> bool {
    let journeys = project.journeys.iter().all(|journey| {
        let phases = journey.phases.iter().all(|phase| {
            let steps = have_ids(&phase.steps, |it| (&it.id, &it.extra));
            phase.extra.is_empty() && steps && have_ids(&phase.checklist, |it| (&it.id, &it.extra))
        });
        let lanes = journey.lanes.iter().all(|lane| {
            let cards = have_ids(&lane.cards, |it| (&it.id, &it.extra));
            let points = have_ids(&lane.points, |it| (&it.id, &it.extra));
            let prompts = lane.prompts.iter().all(|it| it.extra.is_empty());
            lane.extra.is_empty() && cards && points && prompts
        });
        let lists = have_ids(&journey.phases, |it| (&it.id, &it.extra))
            && have_ids(&journey.lanes, |it| (&it.id, &it.extra))
            && have_ids(&journey.transitions, |it| (&it.id, &it.extra))
            && have_ids(&journey.views, |it| (&it.id, &it.extra))
            && have_ids(&journey.story, |it| (&it.id, &it.extra))
            && have_ids(&journey.checklist, |it| (&it.id, &it.extra));
        journey.extra.is_empty() && lists && phases && lanes
    });
    let sources = project.sources.iter().all(|source| {
        source.extra.is_empty() && have_ids(&source.passages, |it| (&it.id, &it.extra))
    });
    let versions = project.versions.iter().all(|it| it.extra.is_empty() && is_plain(&it.project));
    let lists = have_ids(&project.personas, |it| (&it.id, &it.extra))
        && have_ids(&project.sources, |it| (&it.id, &it.extra))
        && have_ids(&project.themes, |it| (&it.id, &it.extra))
        && have_ids(&project.opportunities, |it| (&it.id, &it.extra))
        && have_ids(&project.tasks, |it| (&it.id, &it.extra))
        && have_ids(&project.subgoals, |it| (&it.id, &it.extra))
        && have_ids(&project.tags, |it| (&it.id, &it.extra))
        && have_ids(&project.images, |it| (&it.id, &it.extra))
        && have_ids(&project.journeys, |it| (&it.id, &it.extra))
        && have_ids(&project.parked, |it| (&it.id, &it.extra))
        && have_ids(&project.versions, |it| (&it.id, &it.extra))
        && project.conflicts.iter().all(|it| it.extra.is_empty());
    project.extra.is_empty() && lists && journeys && sources && versions
}

/// Has each thing of a list an id? One without may have it under a misspelt name.
fn have_ids<T>(list: &List<T>, look: fn(&T) -> (&Id, &Extra)) -> bool {
    list.iter().map(|item| look(item)).all(|(id, extra)| !id.is_empty() || extra.is_empty())
}
