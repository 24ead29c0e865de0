//! What of a project an export shows: one journey by its name, a view of it, or two on one map.

use super::filter::same_name;
use super::{Compare, ExportError, Options, ViewChoice};
use crate::insight;
use crate::model::{Id, Journey, Project, View};
use crate::words::Words;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

/// The journey called `name`: by its id, its title or its number from 1.
pub fn journey<'a>(project: &'a Project, name: &str) -> Result<&'a Arc<Journey>, ExportError> {
    let all = &project.journeys;
    let by_name = |journey: &&Arc<Journey>| {
        journey.id.as_str() == name.trim() || same_name(&journey.title, name)
    };
    let number = || name.trim().parse::<usize>().ok()?.checked_sub(1);
    let found = all.iter().find(by_name).or_else(|| all.get(number()?));
    let known = || all.iter().map(|journey| journey.title.clone()).collect();
    found.ok_or_else(|| ExportError::NoJourney(name.to_owned(), known()))
}

/// The project with the one map on which two journeys are compared, where that is asked for.
pub(super) fn compared<'a>(
    project: &Arc<Project>,
    options: &'a Options,
    words: &Words,
) -> Result<(Arc<Project>, Cow<'a, Options>), ExportError> {
    let Some(Compare { a, b, how }) = &options.compare else {
        return Ok((project.clone(), Cow::Borrowed(options)));
    };
    let (a, b) = (journey(project, a)?, journey(project, b)?);
    let both = insight::compared(project, &a.id, &b.id, *how, words);
    let both = both.ok_or(ExportError::SameJourney)?;
    // It is a map of its own: what is meant of the two has to be said of it.
    let view = match &options.view {
        None => None,
        Some(ViewChoice::Shown(_, view)) => Some(View::clone(view)),
        Some(ViewChoice::Named(name)) => {
            let views = || [b, a].into_iter().flat_map(|journey| journey.views.iter());
            let found = views().find(|view| is_called(view, name));
            let known = || views().map(|view| view.title.clone()).collect();
            let found = found.ok_or_else(|| ExportError::NoView(name.clone(), known()))?;
            Some(View::clone(found))
        }
    };
    let of_both = |view: View| {
        let id = both.journeys.first().map(|journey| journey.id.clone()).unwrap_or_default();
        let view = insight::compared_view(project, &a.id, &b.id, &view);
        ViewChoice::Shown(id, Box::new(view))
    };
    let view = view.map(of_both);
    let options = Options { journey: None, view, compare: None, ..options.clone() };
    Ok((Arc::new(both), Cow::Owned(options)))
}

/// Two journeys that are compared.
pub struct Compared {
    /// The project they are in.
    pub project: Arc<Project>,
    /// What is different between them.
    pub found: insight::Differences,
}

/// What is different between the two journeys that are to be compared, if any are.
pub(super) fn differences(
    project: &Arc<Project>,
    options: &Options,
) -> Result<Option<Compared>, ExportError> {
    let Some(Compare { a, b, .. }) = &options.compare else { return Ok(None) };
    let (a, b) = (journey(project, a)?, journey(project, b)?);
    let found = insight::differences(project, &a.id, &b.id).ok_or(ExportError::SameJourney)?;
    Ok(Some(Compared { project: project.clone(), found }))
}

/// Is the view meant by this name?
fn is_called(view: &View, name: &str) -> bool {
    view.id.as_str() == name.trim() || same_name(&view.title, name)
}

/// What of each journey is shown, where a view is asked for.
type Views = HashMap<Id, Arc<View>>;

/// The project with only what the view shows, which is asked for, and the view for each journey.
pub(super) fn viewed(
    project: &Arc<Project>,
    options: &Options,
) -> Result<(Arc<Project>, Views), ExportError> {
    let mut views = Views::new();
    match &options.view {
        None => return Ok((project.clone(), views)),
        Some(ViewChoice::Shown(id, view)) => {
            views.insert(id.clone(), Arc::new(View::clone(view)));
        }
        Some(ViewChoice::Named(name)) => {
            let meant = match &options.journey {
                Some(name) => vec![journey(project, name)?.clone()],
                None => project.journeys.to_vec(),
            };
            for journey in &meant {
                if let Some(view) = journey.views.iter().find(|view| is_called(view, name)) {
                    views.insert(journey.id.clone(), view.clone());
                }
            }
            if views.is_empty() {
                let known = meant.iter().flat_map(|journey| journey.views.iter());
                let known = known.map(|view| view.title.clone()).collect();
                return Err(ExportError::NoView(name.clone(), known));
            }
        }
    }
    let mut whole = Project::clone(project);
    for index in 0..whole.journeys.len() {
        let id = whole.journeys.get(index).map(|journey| journey.id.clone());
        if let Some(view) = id.and_then(|id| views.get(&id))
            && let Some(journey) = whole.journeys.edit(index)
        {
            only(journey, view);
        }
    }
    Ok((Arc::new(whole), views))
}

/// Leaves out of a journey what `view` does, for formats that do not draw it.
fn only(journey: &mut Journey, view: &View) {
    // Lanes that are hidden whatever the view may be asked for by name.
    journey.lanes.retain(|lane| lane.hidden || view.shows_lane(lane));
    journey.personas.retain(|id| view.shows_persona(Some(id)));
    for index in 0..journey.lanes.len() {
        let Some(lane) = journey.lanes.edit(index) else { continue };
        lane.cards.retain(|card| view.shows_card(card));
        let own = lane.persona.clone();
        lane.points.retain(|point| view.shows_persona(point.persona.as_ref().or(own.as_ref())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Format, export};
    use crate::model::{Card, JourneyKind, Lane, Mark, Phase, Prompt, Step};

    fn id(text: &str) -> Id {
        Id::new(text)
    }

    fn map(name: &str, text: &str) -> Journey {
        let step = Step { id: id(&format!("{name}-s")), ..Step::default() };
        let phase = Phase { steps: [step].into_iter().collect(), ..Phase::default() };
        let card = |text: &str, marks: Vec<Mark>| Card {
            id: id(&format!("{name}-{text}")),
            step: id(&format!("{name}-s")),
            text: text.into(),
            marks,
            ..Card::default()
        };
        let cards = [card(text, vec![Mark::PainPoint]), card("both", vec![])];
        let lane = Lane {
            id: id(&format!("{name}-l")),
            cards: cards.into_iter().collect(),
            ..Lane::default()
        };
        Journey {
            id: id(name),
            title: format!("Map {name}"),
            phases: [phase].into_iter().collect(),
            lanes: [lane].into_iter().collect(),
            ..Journey::default()
        }
    }

    fn project() -> Arc<Project> {
        let pains = View {
            id: id("v"),
            title: "Board".into(),
            marks: vec![Mark::PainPoint],
            ..View::default()
        };
        let views = [pains].into_iter().collect();
        let kind = Some(JourneyKind::Future);
        let journeys =
            [Journey { views, ..map("one", "old") }, Journey { kind, ..map("two", "new") }];
        Arc::new(Project { journeys: journeys.into_iter().collect(), ..Project::default() })
    }

    fn markdown(options: &Options) -> Result<String, String> {
        let mut out = Vec::new();
        let done = export(&project(), Format::Markdown, options, &mut out, &mut |_| true);
        let words = Words::new(crate::words::Lang::En);
        done.map_err(|error| error.text(&words))?;
        Ok(String::from_utf8(out).unwrap())
    }

    #[test]
    fn a_view_leaves_out_in_its_journey_what_it_does_not_show() {
        let view = |name: &str| Some(ViewChoice::Named(name.into()));
        let text = markdown(&Options { view: view("board"), ..Options::default() }).unwrap();
        assert_eq!(text.matches("both").count(), 1, "{text}");
        assert!(text.contains("old") && text.contains("new"));
        let hidden = View { hidden: vec![id("two-l")], ..View::default() };
        let shown = Some(ViewChoice::Shown(id("two"), Box::new(hidden)));
        let text = markdown(&Options { view: shown, ..Options::default() }).unwrap();
        assert!(text.contains("old") && !text.contains("new"));
        let missing = markdown(&Options { view: view("x"), ..Options::default() }).unwrap_err();
        assert!(missing.contains("Board"), "{missing}");
        let journey = Some("two".into());
        let missing = Options { view: view("board"), journey, ..Options::default() };
        assert!(markdown(&missing).unwrap_err().contains("no saved views"));
    }

    #[test]
    fn two_journeys_become_one_map() {
        let pair = |a: &str, b: &str| {
            let (a, b) = (a.into(), b.into());
            Some(Compare { a, b, how: insight::How::Over })
        };
        let text =
            markdown(&Options { compare: pair("2", "Map one"), ..Options::default() }).unwrap();
        assert!(text.contains("Map two compared with Map one"), "{text}");
        assert_eq!(text.matches("both").count(), 1, "{text}");
        assert!(text.contains("old") && text.contains("new"));
        for (a, b) in [("1", "one"), ("1", "3")] {
            assert!(markdown(&Options { compare: pair(a, b), ..Options::default() }).is_err());
        }
    }

    #[test]
    fn lanes_are_as_high_as_questions_need_only_where_those_are_drawn() {
        let mut project = Project::clone(&project());
        let text = "What does somebody need here, and how would they say it? ".repeat(9);
        let lane = Lane {
            id: id("asks"),
            prompts: [Prompt { step: id("one-s"), text, ..Prompt::default() }]
                .into_iter()
                .collect(),
            ..Lane::default()
        };
        project.journeys.edit(0).unwrap().lanes.push(lane.into());
        let project = Arc::new(project);
        let height = |prompts: bool| {
            let options = Options { prompts, ..Options::default() };
            let report = export(&project, Format::Png, &options, &mut Vec::new(), &mut |_| true);
            report.unwrap_or_else(|_| panic!("it is drawn")).pixels.unwrap().1
        };
        assert!(height(true) > height(false) + 100);
    }
}
