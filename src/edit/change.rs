//! What an edit can be: a closed set of changes over sets of things.

use super::Returning;
use crate::model::{
    Card, CardRef, EmotionPoint, GapPlace, Id, Image, Journey, Lane, Opportunity, Persona, Phase,
    Project, Source, Step, StoryPage, Subgoal, Task, Theme, Thing, Transition, Version, View,
};
use serde_json::Value;
use smol_str::SmolStr;
use std::sync::Arc;

/// Why a project is replaced as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replaced {
    /// Its file has been changed by somebody else.
    ByFile,
    /// It was merged with another copy.
    ByMerge,
    /// A conflict of a merge was solved.
    BySolving,
}

/// A change, made while looking at `journey` (undo goes back there to show what changed).
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The journey on the screen; changes of a map change this one.
    pub journey: Id,
    /// What changes.
    pub change: Change,
}

/// What changes. `Put…` gives things that are there new fields, found by their id; points,
/// transitions, personas, opportunities, tasks, sources and sub-goals that are not there are
/// added. Values out of range are brought into it. A place counted too far is the last place.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Adds cards with fresh ids: typed, pasted, duplicated, copied by a drag. Each gets the step
    /// of its spot; one that spans steps keeps their number, where the map is long enough.
    AddCards(Vec<(Spot, Card)>),
    /// Takes cards out of where they are, all at once, then puts each at its spot in this order.
    /// Points that belong to a card move to its new step with it; a card that is parked lets go of
    /// them. One that spans steps keeps their number, where the map is long enough.
    MoveCards(Vec<(CardRef, Spot)>),
    /// New fields for cards that are there, each in its place: the step stays, `until` may change.
    PutCards(Vec<(CardRef, Card)>),
    /// Adds phases before the phase at `at`; one without steps gets one.
    AddPhases {
        /// How many phases stand before them.
        at: usize,
        /// What is added.
        phases: Vec<Phase>,
    },
    /// Adds steps within a phase.
    AddSteps {
        /// The phase.
        phase: Id,
        /// How many of its steps stand before them.
        at: usize,
        /// What is added.
        steps: Vec<Step>,
    },
    /// Adds lanes.
    AddLanes {
        /// How many lanes stand before them.
        at: usize,
        /// What is added.
        lanes: Vec<Lane>,
    },
    /// Moves a phase with its steps; `to` counts the phases that stand before it afterwards.
    MovePhase {
        /// The phase.
        phase: Id,
        /// Its new place.
        to: usize,
    },
    /// Moves a step, also to another phase; a phase left without steps gets an empty one.
    MoveStep {
        /// The step.
        step: Id,
        /// The phase it comes to.
        phase: Id,
        /// How many of that phase's steps stand before it afterwards.
        to: usize,
    },
    /// Moves a lane; `to` counts the lanes that stand before it afterwards.
    MoveLane {
        /// The lane.
        lane: Id,
        /// Its new place.
        to: usize,
    },
    /// New fields for phases; their steps stay as they are.
    PutPhases(Vec<Phase>),
    /// New fields for steps that are there.
    PutSteps(Vec<Step>),
    /// New fields for lanes; their cards and points stay as they are.
    PutLanes(Vec<Lane>),
    /// Points of the emotion curve, each with its lane; also moves them between steps and lanes.
    /// One that is given a touchpoint comes to its step; one that is moved away from it lets go.
    PutPoints(Vec<(Id, EmotionPoint)>),
    /// Transitions.
    PutTransitions(Vec<Transition>),
    /// Personas; a new one also joins the journey.
    PutPersonas(Vec<Persona>),
    /// Opportunities of the project.
    PutOpportunities(Vec<Opportunity>),
    /// Moves an opportunity in the project's list; `to` counts those that stand before it afterwards.
    MoveOpportunity {
        /// The opportunity.
        opportunity: Id,
        /// Its new place.
        to: usize,
    },
    /// Takes opportunities away, on all maps: the cards they are and their tasks go with them, cards
    /// that lead to them stay and lead nowhere.
    RemoveOpportunities(Vec<Id>),
    /// Tasks of the project.
    PutTasks(Vec<Task>),
    /// Takes tasks away; those that are not there are gone already.
    RemoveTasks(Vec<Id>),
    /// Sources of the project, with their passages.
    PutSources(Vec<Source>),
    /// Takes sources away; nothing names them then. A card whose evidence followed from them follows
    /// those it has left.
    RemoveSources(Vec<Id>),
    /// Themes of the project.
    PutThemes(Vec<Theme>),
    /// Takes themes away; their passages stay with their sources.
    RemoveThemes(Vec<Id>),
    /// Pictures of the project; those that nothing shows are left out when it is saved.
    PutImages(Vec<Image>),
    /// Sub-goals of the project.
    PutSubgoals(Vec<Subgoal>),
    /// The sub-goals of the project, all of them, in this order.
    SetSubgoals(Vec<Subgoal>),
    /// The named views of the journey, all of them, in this order.
    PutViews(Vec<View>),
    /// The pages of the journey's presentation that something is chosen for, all of them.
    PutStory(Vec<StoryPage>),
    /// Says of the gap that a rule finds at a place of the journey that it is none, or takes that back.
    WaveOff {
        /// The code of the rule.
        rule: SmolStr,
        /// Where the gap is.
        place: GapPlace,
        /// Why it is none, may be empty; none: it is one again.
        reason: Option<String>,
    },
    /// One of the project's settings; null takes it away.
    PutSetting(SmolStr, Value),
    /// New fields for the journey; its phases, lanes, transitions, views and story stay as they are.
    PutJourney(Box<Journey>),
    /// Adds a journey as a tab.
    AddJourney {
        /// How many tabs stand before it.
        at: usize,
        /// What is added; [`fresh_copy`](super::fresh_copy) of another to duplicate it.
        journey: Box<Journey>,
    },
    /// Adds the journeys of another project as tabs, and what there is beside them that is not here:
    /// personas, sources, opportunities, pictures. Nothing of it has an id that is used here.
    AddProject {
        /// How many tabs stand before them.
        at: usize,
        /// What is added.
        project: Box<Project>,
    },
    /// Moves the journey's tab; `to` counts the tabs before it afterwards.
    MoveJourney {
        /// Its new place.
        to: usize,
    },
    /// The project's title.
    PutTitle(String),
    /// The language the project is written in: `sv` or `en`.
    PutLanguage(String),
    /// Takes things away. Phases and steps go with their cards and points, lanes with their cards;
    /// a spanning card that loses an end shrinks; a persona goes with its points; the last phase,
    /// the last step of a phase and the last journey stay as empty ones. A thing that goes with
    /// another of the list may be named as well.
    Remove(Vec<Thing>),
    /// Makes the project another that was made elsewhere: by another program, by merging.
    Replace {
        /// What it is from then on.
        with: Arc<Project>,
        /// Where that comes from.
        why: Replaced,
    },
    /// Gives what the project is now a name, to be kept in it; the version's own project is not
    /// looked at. One that is there is replaced. There is a limit to their number and size:
    /// [`VERSIONS_MAX`](crate::model::VERSIONS_MAX).
    AddVersion(Box<Version>),
    /// New names and notes for named versions that are there; what they hold stays as it is.
    PutVersions(Vec<Version>),
    /// Takes named versions away.
    RemoveVersions(Vec<Id>),
    /// Makes the project, or some things of the journey, what they were.
    BringBack {
        /// What the project was: a named version's, or one read from a file.
        from: Arc<Project>,
        /// All of it, or which things.
        what: Returning,
    },
    /// Several changes in this order, as one step of history: cards and points moved together.
    Together(Vec<Self>),
}

/// Where a card comes to stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    /// In a cell, with `index` cards of the cell before it.
    Cell {
        /// The lane.
        lane: Id,
        /// The step.
        step: Id,
        /// How many cards of the cell stand before it.
        index: usize,
    },
    /// In the parking place, with `index` cards before it.
    Parked {
        /// How many parked cards stand before it.
        index: usize,
    },
}

impl Spot {
    /// The lane; none: the parking place.
    pub fn lane(&self) -> Option<&Id> {
        match self {
            Self::Cell { lane, .. } => Some(lane),
            Self::Parked { .. } => None,
        }
    }
}

impl Change {
    /// Does it only add cards that nobody has written or set anything in?
    pub fn adds_nothing(&self) -> bool {
        let blank = |card: &Card| {
            let (id, step, text) = (card.id.clone(), card.step.clone(), card.text.clone());
            card.text.trim().is_empty() && *card == Card { id, step, text, ..Card::default() }
        };
        matches!(self, Self::AddCards(cards) if cards.iter().all(|(_, card)| blank(card)))
    }
}

/// What an edit did, for the menu and the notices: "Move 3 cards".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each says what it is; the count is how many things")]
pub enum Label {
    AddCards(usize),
    MoveCards(usize),
    ChangeCards(usize),
    TieCards(usize),
    EditText,
    Vote,
    ClearVotes,
    AddPhases(usize),
    AddSteps(usize),
    AddLanes(usize),
    MovePhase,
    MoveStep,
    MoveLane,
    ChangePhases(usize),
    ChangeSteps(usize),
    ChangeLanes(usize),
    AddPoint,
    MovePoints(usize),
    ChangePoints(usize),
    ChangeTransitions(usize),
    AddPersona,
    ChangePersonas(usize),
    ChangeOpportunities(usize),
    AddOpportunity,
    MoveOpportunity,
    RemoveOpportunities(usize),
    ChangeTasks(usize),
    AddTask,
    TickTask(bool),
    RemoveTasks(usize),
    ChangeSources(usize),
    AddSource,
    RemoveSources(usize),
    TakePassage,
    LetPassageGo,
    AddTheme,
    ChangeThemes(usize),
    RemoveThemes(usize),
    ChangeSubgoals(usize),
    ChangeViews,
    ChangeStory,
    ChangeImages(usize),
    ChangeJourney,
    WaveOff,
    WaveOn,
    AnswerQuestion,
    ChangeSettings,
    AddJourney,
    MoveJourney,
    ChangeTitle,
    Replace(Replaced),
    AddVersion,
    ChangeVersion,
    RemoveVersions(usize),
    BringBack(usize),
    BringBackAll,
    ChangeLanguage,
    RemoveCards(usize),
    RemovePoints(usize),
    RemovePhases(usize),
    RemoveSteps(usize),
    RemoveLanes(usize),
    RemovePersonas(usize),
    RemoveTransitions(usize),
    RemoveJourneys(usize),
    Remove(usize),
}

/// Why an edit cannot be made. The project stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// It is not in the project.
    Missing(Thing),
    /// There is no such cell: its lane or step is not there, or the lane is one of emotions.
    NoSuchSpot(Spot),
    /// There is no such named version.
    NoSuchVersion(Id),
    /// One more named version would be too many, or too much for the file.
    TooManyVersions,
}
