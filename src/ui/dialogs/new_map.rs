//! What a new map has in it: what it is for, and what its template gives.

use super::period::Period;
use crate::model::{Aim, Id, IdSource, Journey, JourneyKind, List, Persona, Project};
use crate::templates::{self, Template};
use crate::words::Words;
use std::sync::Arc;

/// What was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct WantedMap {
    /// What it begins with.
    pub template: Template,
    /// With what is filled in.
    pub filled: bool,
    /// What it shows; none: as the template.
    pub kind: Option<JourneyKind>,
    /// What its phases are parts of, where it shows a day in the life.
    pub period: Period,
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
    /// The name of the one whose journey it is alone.
    pub persona: String,
    /// The one problem it is about.
    pub problem: String,
    /// The one offer it is about.
    pub offer: String,
}

impl WantedMap {
    /// A map from `template` of which nothing is said yet.
    pub fn of(template: Template) -> Self {
        Self {
            template,
            filled: false,
            kind: None,
            period: Period::Day,
            aim: None,
            title: String::new(),
            purpose: String::new(),
            for_whom: String::new(),
            from: String::new(),
            to: String::new(),
            persona: String::new(),
            problem: String::new(),
            offer: String::new(),
        }
    }
}

/// A project with the map, and the journey in it that is in front. A persona that is called as one
/// of `known`, those of the file the map goes to, is that one.
pub fn make_map(
    wanted: &WantedMap,
    known: &List<Persona>,
    words: &Words,
    ids: &mut IdSource,
) -> (Project, Id) {
    let mut project = match wanted.filled && wanted.template.has_example() {
        true => templates::make(&wanted.template, true, ids),
        false => templates::make_empty(&wanted.template, wanted.kind.as_ref(), ids),
    };
    if project.journeys.is_empty() {
        let id = ids.next_id();
        let phases = [crate::edit::new_phase(ids)].into_iter().collect();
        project.journeys = [Journey { id, phases, ..Journey::default() }].into_iter().collect();
    }
    project.language.get_or_insert_with(|| words.lang.code().into());
    // An example may show both how it is and how it is to be.
    let shows = |journey: &Journey| wanted.kind.is_some() && journey.kind == wanted.kind;
    let front = project.journeys.index_where(shows).unwrap_or(0);
    let persona = persona_of(&mut project, known, &wanted.persona, ids);
    if let Some(journey) = project.journeys.edit(front) {
        describe(journey, wanted, words);
        if let Some(id) = persona.filter(|id| !journey.personas.contains(id)) {
            // Whose journey it is comes first, but for an example: it is drawn after its own people.
            let at = if wanted.filled { journey.personas.len() } else { 0 };
            journey.personas.insert(at, id);
        }
    }
    let id = project.journeys.get(front).map(|journey| journey.id.clone());
    (project, id.unwrap_or_default())
}

/// The persona of this name in the project, made where there is none; none without a name.
fn persona_of(
    project: &mut Project,
    known: &List<Persona>,
    name: &str,
    ids: &mut IdSource,
) -> Option<Id> {
    let name = name.trim();
    let is_it = |one: &&Arc<Persona>| one.name.trim().to_lowercase() == name.to_lowercase();
    if name.is_empty() {
        return None;
    }
    if let Some(one) = project.personas.iter().find(is_it) {
        return Some(one.id.clone());
    }
    let one = known.iter().find(is_it).cloned().unwrap_or_else(|| {
        Arc::new(Persona { id: ids.next_id(), name: name.to_owned(), ..Persona::default() })
    });
    let id = one.id.clone();
    project.personas.push(one);
    Some(id)
}

/// What was written stands in the map; what was left empty is as in the template.
fn describe(journey: &mut Journey, wanted: &WantedMap, words: &Words) {
    let texts = [
        (&wanted.title, &mut journey.title),
        (&wanted.purpose, &mut journey.purpose),
        (&wanted.for_whom, &mut journey.for_whom),
        (&wanted.from, &mut journey.from),
        (&wanted.to, &mut journey.to),
        (&wanted.problem, &mut journey.problem),
        (&wanted.offer, &mut journey.offer),
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
    let is_new = wanted.kind.is_some() && wanted.kind != journey.kind;
    if is_new {
        journey.kind.clone_from(&wanted.kind);
    }
    let is_day = journey.kind == Some(JourneyKind::DayInTheLife);
    if is_day && (is_new || wanted.period != Period::Day) {
        wanted.period.give_times(journey, words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file;
    use crate::model::Widths;
    use crate::words::Lang;

    fn named(name: &str) -> Template {
        let all = templates::ours(Lang::Sv);
        all.iter().find(|template| template.name == name).unwrap().clone()
    }

    fn made(wanted: &WantedMap) -> (Project, Id) {
        let words = Words::new(Lang::Sv);
        let (project, front) = make_map(wanted, &List::default(), &words, &mut IdSource::seeded(1));
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
    fn an_empty_future_asks_backwards_where_its_template_does() {
        for (name, asked) in [("need-to-after-purchase", "Börja här"), ("blank", "Börja här")] {
            let kind = Some(JourneyKind::Future);
            let (project, front) = made(&WantedMap { kind, ..WantedMap::of(named(name)) });
            assert_eq!(project.journeys.len(), 1);
            let (_, journey) = project.journey(&front).unwrap();
            assert_eq!(journey.kind, Some(JourneyKind::Future));
            let asks = |journey: &Journey| {
                let mut prompts = journey.lanes.iter().flat_map(|lane| &lane.prompts);
                prompts.any(|prompt| prompt.text.starts_with(asked))
            };
            assert!(asks(journey), "{name}");
            let (project, _) = made(&WantedMap::of(named(name)));
            assert!(!asks(&project.journeys[0]), "{name}: a map of today asks about today");
        }
    }

    #[test]
    fn a_map_can_be_of_one_persona_one_problem_and_one_offer() {
        let wanted = WantedMap {
            persona: " Ines ".into(),
            problem: "Ont om tid".into(),
            offer: "Leverans till dörren ".into(),
            ..WantedMap::of(named("b2b-buying-group"))
        };
        let (project, front) = made(&wanted);
        let journey = project.journey(&front).unwrap().1;
        assert_eq!((&*journey.problem, &*journey.offer), ("Ont om tid", "Leverans till dörren"));
        let first = |project: &Project, journey: &Journey| {
            let first = &journey.personas[0];
            project.personas.iter().find(|one| one.id == *first).unwrap().name.clone()
        };
        assert_eq!(first(&project, journey), "Ines");
        // The roles of the group are there as well.
        assert_eq!(journey.personas.len(), 5);
        // Those whose example it is stay first in it, and nobody is there twice.
        for (name, count) in [("Ines", 3), ("amira", 3)] {
            let (persona, template) = (name.to_owned(), named("hybrid"));
            let filled = WantedMap { persona, filled: true, ..WantedMap::of(template) };
            let (project, front) = made(&filled);
            let journey = project.journey(&front).unwrap().1;
            assert_eq!(first(&project, journey), "Amira");
            assert_eq!(journey.personas.len(), count + usize::from(name == "Ines"));
        }
        // In a file that has somebody of this name it is that one.
        let ines = Persona { id: Id::new("there"), name: "ines".into(), ..Persona::default() };
        let known = [ines].into_iter().collect();
        let (words, mut ids) = (Words::new(Lang::Sv), IdSource::seeded(1));
        let (project, front) = make_map(&wanted, &known, &words, &mut ids);
        assert_eq!(project.journey(&front).unwrap().1.personas[0], Id::new("there"));
        assert!(project.personas.iter().any(|one| one.id == Id::new("there")));
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
        // What is no day has no times, whatever its parts were to be.
        let period = Period::Term;
        let (project, _) = made(&WantedMap { period, ..WantedMap::of(named("six-phases")) });
        assert!(project.journeys[0].phases.iter().all(|phase| phase.start.is_empty()));
        // A term is written over the hours of a day.
        let (project, _) = made(&WantedMap { period, ..WantedMap::of(named("day-in-the-life")) });
        assert_eq!(project.journeys[0].phases[0].start, "Augusti");
        // The template for it has its own.
        let (project, _) = made(&WantedMap::of(named("day-in-the-life")));
        assert!(!project.journeys[0].phases[0].start.is_empty());
    }
}
