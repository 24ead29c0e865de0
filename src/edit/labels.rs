//! What an edit is called, and why one cannot be made, in the user's language.

use super::{Change, Edit, EditError, Label, Replaced, Returning, Spot};
use crate::edit::same::same_journey_head;
use crate::model::{
    Card, CardRef, EmotionPoint, Journey, List, Opportunity, Phase, Project, Question, Source,
    Task, Thing,
};
use crate::words::Words;
use std::cmp::Ordering;

impl Label {
    /// What `edit` does to `before`.
    pub fn of(before: &Project, edit: &Edit) -> Self {
        of_change(before, edit, &edit.change)
    }

    /// The label as a command: "Move 3 cards".
    pub fn text(&self, words: &Words) -> String {
        match *self {
            Self::AddCards(count) => words.edit_add_cards(count),
            Self::Replace(Replaced::ByFile) => words.edit_take_in(),
            Self::Replace(Replaced::ByMerge) => words.edit_merge(),
            Self::Replace(Replaced::BySolving) => words.edit_solve(),
            Self::MoveCards(count) => words.edit_move_cards(count),
            Self::ChangeCards(count) => words.edit_change_cards(count),
            Self::TieCards(count) => words.edit_tie_cards(count),
            Self::EditText => words.edit_text(),
            Self::Vote => words.edit_vote(),
            Self::ClearVotes => words.edit_clear_votes(),
            Self::AddPhases(count) => words.edit_add_phases(count),
            Self::AddSteps(count) => words.edit_add_steps(count),
            Self::AddLanes(count) => words.edit_add_lanes(count),
            Self::MovePhase => words.edit_move_phase(),
            Self::MoveStep => words.edit_move_step(),
            Self::MoveLane => words.edit_move_lane(),
            Self::ChangePhases(count) => words.edit_change_phases(count),
            Self::ChangeSteps(count) => words.edit_change_steps(count),
            Self::ChangeLanes(count) => words.edit_change_lanes(count),
            Self::AddPoint => words.edit_add_point(),
            Self::MovePoints(count) => words.edit_move_points(count),
            Self::ChangePoints(count) => words.edit_change_points(count),
            Self::ChangeTransitions(count) => words.edit_change_transitions(count),
            Self::AddPersona => words.edit_add_persona(),
            Self::ChangePersonas(count) => words.edit_change_personas(count),
            Self::ChangeOpportunities(count) => words.edit_change_opportunities(count),
            Self::AddOpportunity => words.edit_add_opportunity(),
            Self::MoveOpportunity => words.edit_move_opportunity(),
            Self::RemoveOpportunities(count) => words.edit_remove_opportunities(count),
            Self::AddTask => words.edit_add_task(),
            Self::TickTask(true) => words.edit_tick_task(),
            Self::TickTask(false) => words.edit_untick_task(),
            Self::RemoveTasks(count) => words.edit_remove_tasks(count),
            Self::ChangeTasks(count) => words.edit_change_tasks(count),
            Self::ChangeSources(count) => words.edit_change_sources(count),
            Self::AddSource => words.edit_add_source(),
            Self::RemoveSources(count) => words.edit_remove_sources(count),
            Self::TakePassage => words.edit_take_passage(),
            Self::LetPassageGo => words.edit_let_passage_go(),
            Self::AddTheme => words.edit_add_theme(),
            Self::ChangeThemes(count) => words.edit_change_themes(count),
            Self::RemoveThemes(count) => words.edit_remove_themes(count),
            Self::ChangeImages(count) => words.edit_change_images(count),
            Self::ChangeSubgoals(count) => words.edit_change_subgoals(count),
            Self::ChangeViews => words.edit_change_views(),
            Self::ChangeStory => words.edit_change_story(),
            Self::WaveOff => words.edit_wave_off(),
            Self::WaveOn => words.edit_wave_on(),
            Self::AnswerQuestion => words.edit_answer_question(),
            Self::ChangeSettings => words.edit_change_settings(),
            Self::ChangeJourney => words.edit_change_journey(),
            Self::AddJourney => words.edit_add_journey(),
            Self::MoveJourney => words.edit_move_journey(),
            Self::ChangeTitle => words.edit_change_title(),
            Self::AddVersion => words.edit_add_version(),
            Self::ChangeVersion => words.edit_change_version(),
            Self::RemoveVersions(count) => words.edit_remove_versions(count),
            Self::BringBack(count) => words.edit_bring_back(count),
            Self::BringBackAll => words.edit_bring_back_all(),
            Self::ChangeLanguage => words.edit_change_language(),
            Self::RemoveCards(count) => words.edit_remove_cards(count),
            Self::RemovePoints(count) => words.edit_remove_points(count),
            Self::RemovePhases(count) => words.edit_remove_phases(count),
            Self::RemoveSteps(count) => words.edit_remove_steps(count),
            Self::RemoveLanes(count) => words.edit_remove_lanes(count),
            Self::RemovePersonas(count) => words.edit_remove_personas(count),
            Self::RemoveTransitions(count) => words.edit_remove_transitions(count),
            Self::RemoveJourneys(count) => words.edit_remove_journeys(count),
            Self::Remove(count) => words.edit_remove(count),
        }
    }
}

fn of_change(before: &Project, edit: &Edit, change: &Change) -> Label {
    match change {
        Change::AddCards(cards) => Label::AddCards(cards.len()),
        Change::MoveCards(moves) => Label::MoveCards(moves.len()),
        Change::PutCards(puts) => match puts.as_slice() {
            [(card, new)] if only_text(before, edit, card, new) => Label::EditText,
            [(card, new), ..] if only_votes(before, edit, card, new) => match puts.len() {
                1 => Label::Vote,
                // All of them would cost to look at: whoever takes votes away takes them all.
                _ if puts.iter().all(|(_, new)| new.votes == 0) => Label::ClearVotes,
                _ => Label::Vote,
            },
            [(card, new), ..] if only_ties(before, edit, card, new) => Label::TieCards(puts.len()),
            _ => Label::ChangeCards(puts.len()),
        },
        Change::AddPhases { phases, .. } => Label::AddPhases(phases.len()),
        Change::AddSteps { steps, .. } => Label::AddSteps(steps.len()),
        Change::AddLanes { lanes, .. } => Label::AddLanes(lanes.len()),
        Change::MovePhase { .. } => Label::MovePhase,
        Change::MoveStep { .. } => Label::MoveStep,
        Change::MoveLane { .. } => Label::MoveLane,
        Change::PutPhases(puts) => match puts.as_slice() {
            [one] if only_answers(before, edit, one) => Label::AnswerQuestion,
            _ => Label::ChangePhases(puts.len()),
        },
        Change::PutSteps(puts) => Label::ChangeSteps(puts.len()),
        Change::PutLanes(puts) => Label::ChangeLanes(puts.len()),
        Change::PutPoints(puts) => of_points(before, edit, puts.iter().map(|(_, point)| point)),
        Change::PutTransitions(puts) => Label::ChangeTransitions(puts.len()),
        Change::PutPersonas(puts) => match puts.as_slice() {
            [one] if before.persona(&one.id).is_none() => Label::AddPersona,
            _ => Label::ChangePersonas(puts.len()),
        },
        Change::PutOpportunities(puts) => match puts.as_slice() {
            [one] if is_new(before, one) => Label::AddOpportunity,
            _ => Label::ChangeOpportunities(puts.len()),
        },
        Change::MoveOpportunity { .. } => Label::MoveOpportunity,
        Change::RemoveOpportunities(gone) => Label::RemoveOpportunities(gone.len()),
        Change::PutTasks(puts) => of_tasks(before, puts),
        Change::RemoveTasks(gone) => Label::RemoveTasks(gone.len()),
        Change::PutSources(puts) => of_sources(before, puts),
        Change::RemoveSources(gone) => Label::RemoveSources(gone.len()),
        Change::PutThemes(puts) => match puts.as_slice() {
            [one] if !before.themes.iter().any(|old| old.id == one.id) => Label::AddTheme,
            _ => Label::ChangeThemes(puts.len()),
        },
        Change::RemoveThemes(gone) => Label::RemoveThemes(gone.len()),
        Change::PutImages(puts) => Label::ChangeImages(puts.len()),
        Change::PutSubgoals(puts) => Label::ChangeSubgoals(puts.len()),
        Change::SetSubgoals(all) => Label::ChangeSubgoals(all.len().max(before.subgoals.len())),
        Change::PutViews(_) => Label::ChangeViews,
        Change::PutStory(_) => Label::ChangeStory,
        Change::WaveOff { reason: Some(_), .. } => Label::WaveOff,
        Change::WaveOff { reason: None, .. } => Label::WaveOn,
        Change::PutSetting(..) => Label::ChangeSettings,
        Change::PutJourney(new) if only_answers_of_map(before, new) => Label::AnswerQuestion,
        Change::PutJourney(_) => Label::ChangeJourney,
        Change::AddJourney { .. } | Change::AddProject { .. } => Label::AddJourney,
        Change::MoveJourney { .. } => Label::MoveJourney,
        Change::PutTitle(_) => Label::ChangeTitle,
        Change::PutLanguage(_) => Label::ChangeLanguage,
        Change::AddVersion(_) => Label::AddVersion,
        Change::PutVersions(_) => Label::ChangeVersion,
        Change::RemoveVersions(gone) => Label::RemoveVersions(gone.len()),
        Change::BringBack { what, .. } => match what {
            Returning::All => Label::BringBackAll,
            Returning::Things(things) => Label::BringBack(things.len()),
        },
        Change::Remove(things) => of_removal(things),
        // The first says what it is about; the others go with it.
        Change::Replace { why, .. } => Label::Replace(*why),
        Change::Together(changes) => match changes.first() {
            Some(first) => of_change(before, edit, first),
            None => Label::ChangeCards(0),
        },
    }
}

/// Is this opportunity one that nobody knew of, not even as a card that is one?
fn is_new(before: &Project, one: &Opportunity) -> bool {
    let lanes = || before.journeys.iter().flat_map(|journey| &journey.lanes);
    let is_card = || lanes().any(|lane| lane.cards.iter().any(|card| card.id == one.id));
    !before.opportunities.iter().any(|old| old.id == one.id) && !is_card()
}

fn of_sources(before: &Project, puts: &[Source]) -> Label {
    let [one] = puts else { return Label::ChangeSources(puts.len()) };
    let Some(old) = before.sources.iter().find(|source| source.id == one.id) else {
        return Label::AddSource;
    };
    match one.passages.len().cmp(&old.passages.len()) {
        Ordering::Greater => Label::TakePassage,
        Ordering::Less => Label::LetPassageGo,
        Ordering::Equal => Label::ChangeSources(1),
    }
}

fn of_tasks(before: &Project, puts: &[Task]) -> Label {
    let [one] = puts else { return Label::ChangeTasks(puts.len()) };
    match before.tasks.iter().find(|task| task.id == one.id) {
        None => Label::AddTask,
        Some(old) if **old == (Task { done: old.done, ..one.clone() }) => Label::TickTask(one.done),
        Some(_) => Label::ChangeTasks(1),
    }
}

/// Does `new` differ from the card that is there in nothing but its words?
fn only_text(before: &Project, edit: &Edit, card: &CardRef, new: &Card) -> bool {
    old_card(before, edit, card).is_some_and(|old| {
        let (text, note) = (old.text.clone(), old.note.clone());
        *old == Card { text, note, ..new.clone() }
    })
}

/// Does `new` differ from the phase that is there in nothing but what is answered to its questions?
fn only_answers(before: &Project, edit: &Edit, new: &Phase) -> bool {
    let there = before.journey(&edit.journey);
    let old = there.and_then(|(_, map)| map.phases.iter().find(|one| one.id == new.id));
    old.is_some_and(|old| {
        let (steps, checklist) = (new.steps.clone(), new.checklist.clone());
        ask_alike(&old.checklist, &new.checklist)
            && old.checklist != new.checklist
            && Phase { steps, checklist, ..Phase::clone(old) } == *new
    })
}

/// The same for the questions of a map as a whole.
fn only_answers_of_map(before: &Project, new: &Journey) -> bool {
    before.journey(&new.id).is_some_and(|(_, old)| {
        let checklist = new.checklist.clone();
        ask_alike(&old.checklist, &new.checklist)
            && old.checklist != new.checklist
            && same_journey_head(&Journey { checklist, ..Journey::clone(old) }, new)
    })
}

fn ask_alike(old: &List<Question>, new: &List<Question>) -> bool {
    let mut pairs = old.iter().zip(new);
    old.len() == new.len() && pairs.all(|(a, b)| a.id == b.id && a.question == b.question)
}

/// The same for the opportunity it leads to.
fn only_ties(before: &Project, edit: &Edit, card: &CardRef, new: &Card) -> bool {
    old_card(before, edit, card).is_some_and(|old| {
        let opportunity = old.opportunity.clone();
        new.opportunity.is_some()
            && old.opportunity != new.opportunity
            && *old == Card { opportunity, ..new.clone() }
    })
}

/// The same for votes.
fn only_votes(before: &Project, edit: &Edit, card: &CardRef, new: &Card) -> bool {
    old_card(before, edit, card).is_some_and(|old| {
        old.votes != new.votes && *old == Card { votes: old.votes, ..new.clone() }
    })
}

/// The card as it is before the edit. Its lane is only where to look first.
fn old_card<'a>(before: &'a Project, edit: &Edit, card: &CardRef) -> Option<&'a Card> {
    let (_, journey) = before.journey(&edit.journey)?;
    before.card(journey, card).map(|(_, card)| &**card)
}

fn of_points<'a>(
    before: &Project,
    edit: &Edit,
    puts: impl ExactSizeIterator<Item = &'a EmotionPoint> + Clone,
) -> Label {
    let journey = before.journey(&edit.journey).map(|(_, journey)| &**journey);
    let old = |id| {
        journey.and_then(|journey: &Journey| {
            journey.lanes.iter().flat_map(|lane| lane.points.iter()).find(|point| point.id == id)
        })
    };
    let mut moved = true;
    for put in puts.clone() {
        let Some(old) = old(put.id.clone()) else { return Label::AddPoint };
        let (step, at, value) = (old.step.clone(), old.at, old.value);
        moved &= **old == EmotionPoint { step, at, value, ..put.clone() };
    }
    if moved { Label::MovePoints(puts.len()) } else { Label::ChangePoints(puts.len()) }
}

fn of_removal(things: &[Thing]) -> Label {
    let kind = things.first().map(std::mem::discriminant);
    if things.iter().any(|thing| Some(std::mem::discriminant(thing)) != kind) {
        return Label::Remove(things.len());
    }
    let count = things.len();
    match things.first() {
        Some(Thing::Card(_)) => Label::RemoveCards(count),
        Some(Thing::Point { .. }) => Label::RemovePoints(count),
        Some(Thing::Phase(_)) => Label::RemovePhases(count),
        Some(Thing::Step(_)) => Label::RemoveSteps(count),
        Some(Thing::Lane(_)) => Label::RemoveLanes(count),
        Some(Thing::Persona(_)) => Label::RemovePersonas(count),
        Some(Thing::Transition(_)) => Label::RemoveTransitions(count),
        Some(Thing::Journey(_)) => Label::RemoveJourneys(count),
        None => Label::Remove(0),
    }
}

impl EditError {
    /// What could not be done, and why.
    pub fn text(&self, words: &Words) -> String {
        match self {
            Self::Missing(Thing::Card(_)) => words.edit_missing_card(),
            Self::Missing(Thing::Point { .. }) => words.edit_missing_point(),
            Self::Missing(Thing::Phase(_)) => words.edit_missing_phase(),
            Self::Missing(Thing::Step(_)) => words.edit_missing_step(),
            Self::Missing(Thing::Lane(_)) => words.edit_missing_lane(),
            Self::Missing(Thing::Persona(_)) => words.edit_missing_persona(),
            Self::Missing(Thing::Transition(_)) => words.edit_missing_transition(),
            Self::Missing(Thing::Journey(_)) => words.edit_missing_journey(),
            Self::NoSuchVersion(_) => words.edit_missing_version(),
            Self::TooManyVersions => words.edit_too_many_versions(),
            Self::NoSuchSpot(Spot::Cell { .. } | Spot::Parked { .. }) => words.edit_no_such_spot(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::new_card;
    use super::super::notation::{id, parse};
    use super::*;
    use crate::model::IdSource;
    use crate::words::Lang;

    #[test]
    fn an_edit_is_called_by_what_it_does() {
        let (mut project, _) = parse("A: a\nL: x y\n~E: p+1\nwho: pia");
        let lane = project.journeys.edit(0).unwrap().lanes.edit(0).unwrap();
        lane.cards.edit(0).unwrap().votes = 3;
        let asked = Question { id: id("q"), ..Question::default() };
        project.journeys.edit(0).unwrap().checklist.push(asked.clone().into());
        let map = &project.journeys[0];
        let with = |question: Question, title: &str| {
            let checklist = [question].into_iter().collect();
            let title = title.to_owned();
            Box::new(Journey { checklist, title, ..Journey::clone(map) })
        };
        let answered = with(Question { answer: "Ja".into(), ..asked.clone() }, &map.title);
        let retitled = with(Question { answer: "Ja".into(), ..asked }, "Another");
        let one = |name: &str| CardRef { lane: Some(id("L")), card: id(name) };
        let spot = Spot::Parked { index: 0 };
        let text = Card { text: "other".into(), ..Card::clone(&map.lanes[0].cards[0]) };
        let owned = Card { owner: "Bo".into(), ..text.clone() };
        let voted = |votes| Card { votes, ..Card::clone(&map.lanes[0].cards[0]) };
        let none = |name: &str| (one(name), Card { votes: 0, ..voted(0) });
        let point = EmotionPoint::clone(&map.lanes[1].points[0]);
        let quoted = EmotionPoint { quote: "Oh".into(), ..point.clone() };
        let lower = EmotionPoint { value: -1.0, at: Some(0.5), ..point.clone() };
        let new = EmotionPoint { id: id("n"), ..point };
        let put_point = |point: &EmotionPoint| Change::PutPoints(vec![(id("E"), point.clone())]);
        let removed = vec![Thing::Card(one("x")), Thing::Card(one("y"))];
        let mixed = vec![Thing::Card(one("x")), Thing::Lane(id("E"))];
        let card = new_card("", &mut IdSource::seeded(1));
        let moves = vec![(one("x"), spot.clone()), (one("y"), spot.clone())];
        let rows = [
            (Change::AddCards(vec![(spot, card)]), "Lägg till kort", "Add card"),
            (Change::MoveCards(moves), "Flytta 2 kort", "Move 2 cards"),
            (Change::PutCards(vec![(one("x"), text)]), "Redigera text", "Edit text"),
            (Change::PutCards(vec![(one("x"), owned)]), "Ändra kort", "Change card"),
            (Change::PutCards(vec![(one("x"), voted(4))]), "Rösta på kort", "Vote on a card"),
            (Change::PutJourney(answered), "Svara på hjälpfråga", "Answer guiding question"),
            (Change::PutJourney(retitled), "Ändra kundresekarta", "Change journey map"),
            (Change::PutCards(vec![none("x"), none("y")]), "Nollställ röster", "Clear the votes"),
            (put_point(&quoted), "Ändra känslopunkt", "Change emotion point"),
            (put_point(&lower), "Flytta känslopunkt", "Move emotion point"),
            (put_point(&new), "Lägg till känslopunkt", "Add emotion point"),
            (Change::Remove(removed), "Ta bort 2 kort", "Delete 2 cards"),
            (Change::Remove(mixed), "Ta bort 2 saker", "Delete 2 things"),
        ];
        for (change, swedish, english) in rows {
            let label = Label::of(&project, &Edit { journey: id("map"), change });
            assert_eq!(label.text(&Words::new(Lang::Sv)), swedish);
            assert_eq!(label.text(&Words::new(Lang::En)), english);
        }
    }
}
