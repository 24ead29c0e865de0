//! Applies an edit: finds the journey, makes the change there, keeps the pointers of all that is
//! as it was.

use super::{Change, Edit, EditError, bring_back};
use super::{cards, emotion, project, remove, research_refs, same};
use super::{story, structure, subgoals, versions, views, work};
use crate::model::{Journey, Project, Thing, plain_text};

/// The project with `edit` made; what the edit does not touch keeps its pointers.
/// Costs what it touches: for cards, their lanes, whatever the size of the map.
///
/// # Errors
/// Says what is missing; nothing has changed then.
pub fn apply(project: &Project, edit: &Edit) -> Result<Project, EditError> {
    let mut after = project.clone();
    change(&mut after, edit, &edit.change)?;
    same::settle(project, &mut after);
    Ok(after)
}

fn change(after: &mut Project, edit: &Edit, change: &Change) -> Result<(), EditError> {
    match change {
        Change::AddCards(new) => {
            with_journey(after, edit, |after, map| cards::add(after, map, new))
        }
        Change::MoveCards(moves) => {
            with_journey(after, edit, |after, map| cards::move_to(after, map, moves))
        }
        Change::PutCards(puts) => {
            with_journey(after, edit, |after, map| cards::put(after, map, puts))
        }
        Change::AddPhases { at, phases } => {
            with_journey(after, edit, |_, map| structure::add_phases(map, *at, phases))
        }
        Change::AddSteps { phase, at, steps } => {
            with_journey(after, edit, |_, map| structure::add_steps(map, phase, *at, steps))
        }
        Change::AddLanes { at, lanes } => {
            with_journey(after, edit, |_, map| structure::add_lanes(map, *at, lanes))
        }
        Change::MovePhase { phase, to } => {
            with_journey(after, edit, |_, map| structure::move_phase(map, phase, *to))
        }
        Change::MoveStep { step, phase, to } => {
            with_journey(after, edit, |_, map| structure::move_step(map, step, phase, *to))
        }
        Change::MoveLane { lane, to } => {
            with_journey(after, edit, |_, map| structure::move_lane(map, lane, *to))
        }
        Change::PutPhases(puts) => {
            with_journey(after, edit, |_, map| structure::put_phases(map, puts))
        }
        Change::PutSteps(puts) => {
            with_journey(after, edit, |_, map| structure::put_steps(map, puts))
        }
        Change::PutLanes(puts) => {
            with_journey(after, edit, |_, map| structure::put_lanes(map, puts))
        }
        Change::PutPoints(puts) => with_journey(after, edit, |_, map| emotion::put(map, puts)),
        Change::PutTransitions(puts) => {
            with_journey(after, edit, |_, map| structure::put_transitions(map, puts))
        }
        Change::PutPersonas(puts) => {
            with_journey(after, edit, |after, map| project::put_personas(after, map, puts))
        }
        Change::PutOpportunities(puts) => project::put_opportunities(after, puts),
        Change::MoveOpportunity { opportunity, to } => {
            work::move_opportunity(after, opportunity, *to);
            Ok(())
        }
        Change::RemoveOpportunities(gone) => work::remove_opportunities(after, &edit.journey, gone),
        Change::RemoveTasks(gone) => {
            work::remove_tasks(after, gone);
            Ok(())
        }
        Change::PutTasks(puts) => project::put_all(&mut after.tasks, puts, |one| &one.id),
        Change::PutSources(puts) => project::put_all(&mut after.sources, puts, |one| &one.id),
        Change::RemoveSources(gone) => {
            research_refs::remove_sources(after, gone);
            Ok(())
        }
        Change::PutThemes(puts) => project::put_all(&mut after.themes, puts, |one| &one.id),
        Change::RemoveThemes(gone) => {
            research_refs::remove_themes(after, gone);
            Ok(())
        }
        Change::PutImages(puts) => project::put_all(&mut after.images, puts, |one| &one.id),
        Change::PutSubgoals(puts) => project::put_all(&mut after.subgoals, puts, |one| &one.id),
        Change::SetSubgoals(all) => {
            subgoals::set(after, all);
            Ok(())
        }
        Change::PutViews(puts) => with_journey(after, edit, |_, map| {
            views::put(map, puts);
            Ok(())
        }),
        Change::PutStory(puts) => with_journey(after, edit, |_, map| {
            story::put(map, puts);
            Ok(())
        }),
        Change::WaveOff { rule, place, reason } => with_journey(after, edit, |_, map| {
            match reason {
                Some(reason) => map.wave_off(rule, place, &plain_text(reason.trim())),
                None => map.no_longer_waved_off(rule, place),
            }
            Ok(())
        }),
        Change::PutSetting(key, value) => {
            if value.is_null() {
                after.settings.shift_remove(key.as_str());
            } else {
                after.settings.insert(key.to_string(), value.clone());
            }
            Ok(())
        }
        Change::PutJourney(put) => project::put_journey(after, put),
        Change::AddJourney { at, journey } => project::add_journey(after, *at, journey),
        Change::AddProject { at, project } => project::add_project(after, *at, project),
        Change::MoveJourney { to } => project::move_journey(after, &edit.journey, *to),
        Change::PutLanguage(code) => {
            after.language = Some(code.as_str().into());
            Ok(())
        }
        Change::PutTitle(title) => {
            after.title.clone_from(title);
            Ok(())
        }
        Change::Remove(things) => remove::remove(after, &edit.journey, things),
        Change::Replace { with, .. } => {
            *after = Project::clone(with);
            Ok(())
        }
        Change::AddVersion(new) => versions::add(after, new),
        Change::PutVersions(puts) => versions::put(after, puts),
        Change::RemoveVersions(gone) => versions::remove(after, gone),
        Change::BringBack { from, what } => {
            *after = bring_back(after, from, &edit.journey, what)?;
            Ok(())
        }
        Change::Together(changes) => {
            changes.iter().try_for_each(|one| self::change(after, edit, one))
        }
    }
}

/// Makes a change in a copy of the edit's journey and puts that into the project.
fn with_journey(
    after: &mut Project,
    edit: &Edit,
    make: impl FnOnce(&mut Project, &mut Journey) -> Result<(), EditError>,
) -> Result<(), EditError> {
    let missing = || EditError::Missing(Thing::Journey(edit.journey.clone()));
    let (at, journey) = after.journey(&edit.journey).ok_or_else(missing)?;
    let mut journey = Journey::clone(journey);
    make(after, &mut journey)?;
    after.journeys[at] = journey.into();
    Ok(())
}
