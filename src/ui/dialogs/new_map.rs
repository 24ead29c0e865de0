//! What a new map has in it: what it is for, and what its template gives.

use crate::model::{Aim, Duration, Id, IdSource, Journey, JourneyKind, Project, TimeUnit, Widths};
use crate::templates::{self, Template};
use crate::words::Words;

/// Where the times of a day begin that has none yet, in minutes after midnight, and how long each
/// part of it is.
const DAY_BEGINS: usize = 7 * 60;
const PART: usize = 2 * 60;

/// What was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct WantedMap {
    /// What it begins with.
    pub template: Template,
    /// With what is filled in.
    pub filled: bool,
    /// What it shows; none: as the template.
    pub kind: Option<JourneyKind>,
    /// A picture of how it is, or a change we want.
    pub aim: Option<Aim>,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub purpose: String,
    /// Whom it is for.
    pub for_whom: String,
    /// Where it begins.
    pub from: String,
    /// Where it ends.
    pub to: String,
}

impl WantedMap {
    /// A map from `template` of which nothing is said yet.
    pub fn of(template: Template) -> Self {
        Self {
            template,
            filled: false,
            kind: None,
            aim: None,
            title: String::new(),
            purpose: String::new(),
            for_whom: String::new(),
            from: String::new(),
            to: String::new(),
        }
    }
}

/// A project with the map, and the journey in it that is in front.
pub fn make_map(wanted: &WantedMap, words: &Words, ids: &mut IdSource) -> (Project, Id) {
    let mut project = templates::make(&wanted.template, wanted.filled, ids);
    if project.journeys.is_empty() {
        let id = ids.next_id();
        let phases = [crate::edit::new_phase(ids)].into_iter().collect();
        project.journeys = [Journey { id, phases, ..Journey::default() }].into_iter().collect();
    }
    project.language.get_or_insert_with(|| words.lang.code().into());
    // An example may show both how it is and how it is to be.
    let shows = |journey: &Journey| wanted.kind.is_some() && journey.kind == wanted.kind;
    let front = project.journeys.index_where(shows).unwrap_or(0);
    if let Some(journey) = project.journeys.edit(front) {
        describe(journey, wanted, words);
    }
    let id = project.journeys.get(front).map(|journey| journey.id.clone());
    (project, id.unwrap_or_default())
}

/// What was written stands in the map; what was left empty is as in the template.
fn describe(journey: &mut Journey, wanted: &WantedMap, words: &Words) {
    let texts = [
        (&wanted.title, &mut journey.title),
        (&wanted.purpose, &mut journey.purpose),
        (&wanted.for_whom, &mut journey.for_whom),
        (&wanted.from, &mut journey.from),
        (&wanted.to, &mut journey.to),
    ];
    for (text, field) in texts {
        if !text.trim().is_empty() {
            text.trim().clone_into(field);
        }
    }
    if journey.title.is_empty() {
        journey.title = words.new_journey();
    }
    if wanted.aim.is_some() {
        journey.aim.clone_from(&wanted.aim);
    }
    if wanted.kind.is_some() && wanted.kind != journey.kind {
        journey.kind.clone_from(&wanted.kind);
        if journey.kind == Some(JourneyKind::DayInTheLife) {
            give_times(journey);
        }
    }
}

/// Clock times for phases that have none, and columns as wide as their times.
fn give_times(journey: &mut Journey) {
    journey.widths = Some(Widths::Scale);
    for index in 0..journey.phases.len() {
        let begins = DAY_BEGINS + index * PART;
        let Some(phase) = journey.phases.edit(index) else { continue };
        if phase.start.is_empty() {
            phase.start = format!("{:02}:{:02}", begins / 60 % 24, begins % 60);
        }
        if phase.duration.is_none() {
            let from = Some(PART as f64 / 60.0);
            let unit = Some(TimeUnit::Hours);
            phase.duration = Some(Duration { from, unit, ..Duration::default() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file;
    use crate::words::Lang;

    fn named(name: &str) -> Template {
        let all = templates::ours(Lang::Sv);
        all.iter().find(|template| template.name == name).unwrap().clone()
    }

    fn made(wanted: &WantedMap) -> (Project, Id) {
        let (project, front) = make_map(wanted, &Words::new(Lang::Sv), &mut IdSource::seeded(1));
        assert_eq!(file::read(&file::to_json(&project)).unwrap().problems, []);
        (project, front)
    }

    #[test]
    fn what_was_written_stands_in_the_map() {
        let wanted = WantedMap {
            aim: Some(Aim::Change),
            title: " Resan ".into(),
            for_whom: "Kommuner".into(),
            to: "Avtal".into(),
            ..WantedMap::of(named("six-phases"))
        };
        let (project, front) = made(&wanted);
        let journey = project.journey(&front).unwrap().1;
        assert_eq!(journey.aim, Some(Aim::Change));
        let texts = [&journey.title, &journey.for_whom, &journey.to, &journey.purpose];
        assert_eq!(texts, ["Resan", "Kommuner", "Avtal", ""]);
    }

    #[test]
    fn enter_alone_makes_a_map_with_a_title() {
        let (project, front) = made(&WantedMap::of(named("six-phases")));
        let journey = project.journey(&front).unwrap().1;
        assert_eq!(journey.title, Words::new(Lang::Sv).new_journey());
        assert_eq!(journey.phases.len(), 6);
        assert_eq!(project.language.as_deref(), Some("sv"));
    }

    #[test]
    fn an_example_of_two_kinds_opens_at_the_one_asked_for() {
        let kind = Some(JourneyKind::Future);
        let two = WantedMap {
            filled: true,
            kind: kind.clone(),
            ..WantedMap::of(named("need-to-after-purchase"))
        };
        let (project, front) = made(&two);
        assert_eq!(project.journeys[1].id, front);
        assert_ne!(project.journeys[0].kind, kind);
    }

    #[test]
    fn a_day_of_any_template_has_times() {
        let kind = Some(JourneyKind::DayInTheLife);
        let (project, _) = made(&WantedMap { kind, ..WantedMap::of(named("six-phases")) });
        let journey = &project.journeys[0];
        let starts: Vec<_> = journey.phases.iter().map(|phase| phase.start.as_str()).collect();
        assert_eq!(starts[..3], ["07:00", "09:00", "11:00"]);
        assert_eq!(journey.widths, Some(Widths::Scale));
        assert!(journey.phases.iter().all(|phase| phase.duration.is_some()));
        // The template for it has its own.
        let (project, _) = made(&WantedMap::of(named("day-in-the-life")));
        assert!(!project.journeys[0].phases[0].start.is_empty());
    }
}
