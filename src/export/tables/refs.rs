//! What do a card's ids stand for? Look-ups made once, so that a table takes time by its cards.

use crate::model::*;
use crate::words::{Named, Words};
use std::collections::{HashMap, HashSet};

/// The things of a project by their ids.
pub(in crate::export) struct Refs<'a> {
    pub words: &'a Words,
    pub personas: HashMap<&'a Id, &'a Persona>,
    pub sources: HashMap<&'a Id, &'a Source>,
    pub opportunities: HashMap<&'a Id, &'a Opportunity>,
    subgoals: HashMap<&'a Id, &'a Subgoal>,
    images: HashMap<&'a Id, &'a Image>,
    /// The cards that others lead to.
    followers: HashMap<&'a Id, &'a Card>,
    tasks: HashMap<&'a Id, Vec<&'a Task>>,
}

/// The steps of a journey, from the left.
pub(in crate::export) struct Steps<'a> {
    pub all: Vec<(&'a Phase, &'a Step)>,
    /// What each is called.
    pub names: Vec<String>,
    places: HashMap<&'a Id, usize>,
}

/// Things by their ids; of several with one id the first, as elsewhere.
fn by_id<'a, T>(list: &'a List<T>, id: impl Fn(&'a T) -> &'a Id) -> HashMap<&'a Id, &'a T> {
    let mut map = HashMap::with_capacity(list.len());
    for item in list {
        map.entry(id(item)).or_insert(item.as_ref());
    }
    map
}

/// The cards that others lead to, which are few, by their ids.
fn followers(project: &Project) -> HashMap<&Id, &Card> {
    let cards = || {
        let lanes = project.journeys.iter().flat_map(|journey| journey.lanes.iter());
        lanes.flat_map(|lane| lane.cards.iter()).chain(project.parked.iter())
    };
    let named: HashSet<&Id> = cards().filter_map(|card| card.next.as_ref()).collect();
    let mut followers = HashMap::with_capacity(named.len());
    for card in cards().filter(|card| named.contains(&card.id)) {
        followers.entry(&card.id).or_insert(card.as_ref());
    }
    followers
}

impl<'a> Refs<'a> {
    pub(crate) fn new(project: &'a Project, words: &'a Words) -> Self {
        let mut tasks: HashMap<&Id, Vec<&Task>> = HashMap::new();
        for task in &project.tasks {
            if let Some(opportunity) = &task.opportunity {
                tasks.entry(opportunity).or_default().push(task);
            }
        }
        Self {
            words,
            personas: by_id(&project.personas, |persona| &persona.id),
            sources: by_id(&project.sources, |source| &source.id),
            opportunities: by_id(&project.opportunities, |opportunity| &opportunity.id),
            subgoals: by_id(&project.subgoals, |subgoal| &subgoal.id),
            images: by_id(&project.images, |image| &image.id),
            followers: followers(project),
            tasks,
        }
    }

    /// The persona's name; the id where there is none of that id.
    pub(crate) fn persona(&self, id: &Id) -> String {
        self.personas.get(id).map_or(id.to_string(), |persona| persona.name.clone())
    }

    /// The source's title; the id where there is none of that id.
    pub(crate) fn source(&self, id: &Id) -> String {
        self.sources.get(id).map_or(id.to_string(), |source| source.title.clone())
    }

    /// The sub-goal's title; the id where there is none of that id.
    pub(crate) fn subgoal(&self, id: &Id) -> String {
        self.subgoals.get(id).map_or(id.to_string(), |subgoal| subgoal.title.clone())
    }

    /// What a card says that another leads to; the id where there is none of that id.
    pub(crate) fn card_of(&self, id: &Id) -> String {
        let said = self.followers.get(id).map(|card| self.card(card));
        said.map_or(id.to_string(), |said| match said.trim() {
            "" => self.words.thing_untitled(),
            _ => said,
        })
    }

    /// What the picture shows; the id where nobody says.
    pub(crate) fn image(&self, id: &Id) -> String {
        let title = self.images.get(id).map(|image| image.title.clone());
        title.filter(|title| !title.is_empty()).unwrap_or_else(|| id.to_string())
    }

    /// The opportunity's title; the id where there is none of that id.
    pub(crate) fn opportunity(&self, id: &Id) -> String {
        self.opportunities.get(id).map_or(id.to_string(), |one| one.title.clone())
    }

    /// What is to be done about an opportunity, each with whose it is and by when.
    pub(crate) fn tasks(&self, opportunity: &Id) -> Vec<String> {
        let tasks = self.tasks.get(opportunity).into_iter().flatten();
        tasks.map(|task| self.task(task)).collect()
    }

    /// A task in one line.
    pub(crate) fn task(&self, task: &Task) -> String {
        let parts = [&task.title, &task.owner, &task.due];
        let parts = parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str);
        let text = parts.collect::<Vec<_>>().join(", ");
        if task.done { self.words.table_task_done(&text) } else { text }
    }

    /// What a lane is called.
    pub(crate) fn lane(&self, lane: &Lane) -> String {
        if lane.title.is_empty() { lane.kind.name(self.words) } else { lane.title.clone() }
    }

    /// What a journey is called.
    pub(crate) fn journey(&self, journey: &Journey) -> String {
        match journey.title.trim() {
            "" => self.words.thing_untitled(),
            title => title.to_owned(),
        }
    }

    /// What a card says in one text: its own, or what it shows instead, and its figure.
    pub(crate) fn card(&self, card: &Card) -> String {
        let mut text = card.text.clone();
        if text.trim().is_empty() {
            text = match (&card.opportunity, &card.image) {
                (Some(opportunity), _) => self.opportunity(opportunity),
                (None, Some(image)) => self.image(image),
                (None, None) => String::new(),
            };
        }
        let figure = card.metric.as_ref().map(|metric| self.words.metric_value(metric));
        match figure.filter(|figure| !figure.is_empty()) {
            Some(figure) if text.is_empty() => figure,
            Some(figure) => self.words.labelled(&text, &figure),
            None => text,
        }
    }
}

impl<'a> Steps<'a> {
    pub(crate) fn of(journey: &'a Journey, words: &Words) -> Self {
        let phases = journey.phases.iter();
        let all: Vec<(&Phase, &Step)> = phases
            .flat_map(|phase| phase.steps.iter().map(|step| (phase.as_ref(), step.as_ref())))
            .collect();
        let mut places = HashMap::with_capacity(all.len());
        for (place, (_, step)) in all.iter().enumerate() {
            places.entry(&step.id).or_insert(place);
        }
        let mut names = Vec::with_capacity(all.len());
        for phase in &journey.phases {
            for (number, step) in phase.steps.iter().enumerate() {
                names.push(step_name(phase, step, number, words));
            }
        }
        Self { all, names, places }
    }

    /// Which one is called `id`.
    pub(crate) fn place(&self, id: &Id) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// What the last step of a card is called, where it spans more than one.
    pub(crate) fn until(&self, card: &Card) -> Option<&str> {
        let last = self.place(card.until.as_ref()?)?;
        let first = self.place(&card.step)?;
        (last > first).then(|| self.names[last].as_str())
    }
}

/// What a step is called: its own title, or the phase's where it is the only one.
fn step_name(phase: &Phase, step: &Step, number: usize, words: &Words) -> String {
    if !step.title.is_empty() {
        return step.title.clone();
    }
    let number = || words.thing_step_number((number + 1).to_string());
    match (phase.title.as_str(), phase.steps.len()) {
        ("", 1) => words.thing_untitled(),
        ("", _) => number(),
        (title, 1) => title.to_owned(),
        (title, _) => words.thing_step_name(title, number()),
    }
}
