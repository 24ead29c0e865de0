//! The project being edited, with its history and at most one edit in the making.

use super::difference::difference;
use super::same::same_project;
use super::*;
use crate::model::{Id, IdSource, Project, Thing};
use std::collections::VecDeque;
use std::sync::Arc;

/// How many steps of history are kept.
const STEPS_MAX: usize = 500;
/// About how many bytes of history are kept; the last step is kept whatever its size.
const BYTES_MAX: usize = 64 << 20;

/// The project being edited.
///
/// History is old pointers: undo puts one back, so it cannot be wrong.
pub struct Editor {
    committed: Arc<Project>,
    pending: Option<Pending>,
    past: VecDeque<Entry>,
    future: Vec<Entry>,
    /// What past and future keep alive, about.
    bytes: usize,
    /// How many of the oldest steps had to be let go of.
    forgotten: usize,
    /// The project as it is in the file; none: in no file.
    saved: Option<Arc<Project>>,
    /// Where new ids come from.
    pub ids: IdSource,
}

/// An edit in the making.
struct Pending {
    edit: Edit,
    /// The committed project with the edit made.
    project: Arc<Project>,
}

/// A step of history.
struct Entry {
    label: Label,
    /// The journey that was on the screen.
    journey: Id,
    /// In the past: the project before the step. In the future: the project after it.
    project: Arc<Project>,
    bytes: usize,
}

/// What an undo or redo brought back, to be shown to the user.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// What was undone or redone.
    pub label: Label,
    /// The journey to show it in.
    pub journey: Id,
    /// What changed, as far as it is there now.
    pub things: Vec<Thing>,
    /// Where nothing of what changed is there now: a cell it went from, as lane and step.
    pub cell: Option<(Id, Id)>,
}

impl Editor {
    /// An editor of a project that is as it is in its file.
    pub fn new(project: Project, ids: IdSource) -> Self {
        let project = Arc::new(project);
        Self {
            committed: project.clone(),
            pending: None,
            past: VecDeque::new(),
            future: Vec::new(),
            bytes: 0,
            forgotten: 0,
            saved: Some(project),
            ids,
        }
    }

    /// What the screen shows: the project with the edit in the making.
    pub fn project(&self) -> &Arc<Project> {
        self.pending.as_ref().map_or(&self.committed, |pending| &pending.project)
    }

    /// The project without the edit in the making: what previews are computed from.
    pub fn committed(&self) -> &Arc<Project> {
        &self.committed
    }

    /// The edit in the making.
    pub fn pending(&self) -> Option<&Edit> {
        self.pending.as_ref().map(|pending| &pending.edit)
    }

    /// Commits what is in the making, then makes `edit` as one step of history.
    ///
    /// # Errors
    /// Says what is missing; `edit` has changed nothing then.
    pub fn edit(&mut self, edit: Edit) -> Result<(), EditError> {
        self.commit();
        self.preview(edit)?;
        self.commit();
        Ok(())
    }

    /// Shows `edit` instead of what was in the making, if anything was; no step of history yet.
    ///
    /// # Errors
    /// Says what is missing; what was in the making is shown still.
    pub fn preview(&mut self, edit: Edit) -> Result<(), EditError> {
        if self.pending.as_ref().is_some_and(|pending| pending.edit == edit) {
            return Ok(());
        }
        let project = Arc::new(apply(&self.committed, &edit)?);
        self.pending = Some(Pending { edit, project });
        Ok(())
    }

    /// Makes what is in the making a step of history. One that changes nothing adds no step, and a
    /// card with nothing in it is only a place to type in: it is dropped.
    pub fn commit(&mut self) {
        let Some(Pending { edit, project }) = self.pending.take() else { return };
        if edit.change.adds_nothing() || same_project(&self.committed, &project) {
            return;
        }
        let label = Label::of(&self.committed, &edit);
        let bytes = difference(&self.committed, &project).bytes;
        let before = std::mem::replace(&mut self.committed, project);
        self.bytes -= self.future.drain(..).map(|entry| entry.bytes).sum::<usize>();
        self.bytes += bytes;
        self.past.push_back(Entry { label, journey: edit.journey, project: before, bytes });
        while self.past.len() > STEPS_MAX || (self.bytes > BYTES_MAX && self.past.len() > 1) {
            self.bytes -= self.past.pop_front().map_or(0, |entry| entry.bytes);
            self.forgotten += 1;
        }
    }

    /// Drops what is in the making.
    pub fn cancel(&mut self) {
        self.pending = None;
    }

    /// Is an edit in the making?
    pub fn is_previewing(&self) -> bool {
        self.pending.is_some()
    }

    /// Commits what is in the making, then takes the last step back.
    pub fn undo(&mut self) -> Option<Shown> {
        self.commit();
        let mut entry = self.past.pop_back()?;
        std::mem::swap(&mut self.committed, &mut entry.project);
        let shown = shown(&entry, &self.committed);
        self.future.push(entry);
        Some(shown)
    }

    /// Commits what is in the making, then makes the step again that was taken back last. A step
    /// made in between leaves nothing to be made again.
    pub fn redo(&mut self) -> Option<Shown> {
        self.commit();
        let mut entry = self.future.pop()?;
        std::mem::swap(&mut self.committed, &mut entry.project);
        let shown = shown(&entry, &self.committed);
        self.past.push_back(entry);
        Some(shown)
    }

    /// What undo would take back; an edit in the making counts.
    pub fn undo_label(&self) -> Option<Label> {
        match &self.pending {
            Some(pending) if !same_project(&self.committed, &pending.project) => {
                Some(Label::of(&self.committed, &pending.edit))
            }
            _ => self.past.back().map(|entry| entry.label),
        }
    }

    /// What redo would make again.
    pub fn redo_label(&self) -> Option<Label> {
        self.future.last().map(|entry| entry.label)
    }

    /// How many of the oldest steps of history were let go of, since there were too many or they were
    /// too large: undoing everything gives the project after these.
    pub fn forgotten(&self) -> usize {
        self.forgotten
    }

    /// Is there anything that is not in the file? An edit in the making counts.
    pub fn is_modified(&self) -> bool {
        let pending = self.pending.as_ref().filter(|pending| !pending.edit.change.adds_nothing());
        let now = pending.map_or(&self.committed, |pending| &pending.project);
        let same = |saved: &Arc<Project>| Arc::ptr_eq(saved, now) || same_project(saved, now);
        !self.saved.as_ref().is_some_and(same)
    }

    /// This project is in the file. It may have been changed since it was written.
    pub fn mark_saved_as(&mut self, project: Arc<Project>) {
        self.saved = Some(project);
    }

    /// What is in the file, as far as it is known.
    pub fn saved(&self) -> Option<&Arc<Project>> {
        self.saved.as_ref()
    }

    /// The project is in no file: it was recovered, or its file is gone.
    pub fn mark_unsaved(&mut self) {
        self.saved = None;
    }
}

/// What to show after a step, with the project of the other side in `entry`.
fn shown(entry: &Entry, now: &Project) -> Shown {
    let found = difference(&entry.project, now);
    let new_journey = found.things.iter().find_map(|thing| match thing {
        Thing::Journey(id) if entry.project.journey(id).is_none() => Some(id),
        Thing::Card(_)
        | Thing::Point { .. }
        | Thing::Phase(_)
        | Thing::Step(_)
        | Thing::Lane(_)
        | Thing::Persona(_)
        | Thing::Transition(_)
        | Thing::Journey(_) => None,
    });
    let first = now.journeys.first().map(|journey| &journey.id);
    let still = Some(&entry.journey).filter(|id| now.journey(id).is_some());
    let journey = new_journey.or(still).or(first).unwrap_or(&entry.journey).clone();
    let cell = found.cell.filter(|_| found.things.is_empty());
    Shown { label: entry.label, journey, things: found.things, cell }
}

#[cfg(test)]
mod tests {
    use super::super::notation::{id, parse, print};
    use super::*;
    use crate::model::Card;
    use crate::model::CardRef;

    fn editor(map: &str) -> Editor {
        Editor::new(parse(map).0, IdSource::seeded(1))
    }

    fn edit(change: Change) -> Edit {
        Edit { journey: id("map"), change }
    }

    /// Moves the card x to a step.
    fn to(step: &str) -> Edit {
        let spot = Spot::Cell { lane: id("L"), step: id(step), index: 0 };
        let card = CardRef { lane: Some(id("L")), card: id("x") };
        edit(Change::MoveCards(vec![(card, spot)]))
    }

    fn row(editor: &Editor) -> String {
        print(editor.project(), &[]).lines().nth(1).unwrap_or_default().to_owned()
    }

    #[test]
    fn a_drag_is_one_step_and_is_computed_from_its_start() {
        let mut editor = editor("A: a b c\nL: x / /");
        for step in ["b", "c", "b"] {
            editor.preview(to(step)).unwrap();
        }
        assert_eq!(row(&editor), "L: / x /");
        assert!(editor.is_previewing() && editor.is_modified());
        assert_eq!(editor.undo_label(), Some(Label::MoveCards(1)));
        // Nonsense on the way leaves what is shown.
        assert!(editor.preview(to("nowhere")).is_err());
        assert_eq!(row(&editor), "L: / x /");
        editor.commit();
        assert_eq!(editor.undo().unwrap().label, Label::MoveCards(1));
        assert_eq!((row(&editor), editor.undo()), ("L: x / /".into(), None));
    }

    #[test]
    fn what_is_dropped_or_comes_back_leaves_no_step() {
        let mut editor = editor("A: a b\nL: x /");
        editor.preview(to("b")).unwrap();
        editor.cancel();
        assert_eq!((row(&editor), editor.is_modified()), ("L: x /".into(), false));
        editor.preview(to("b")).unwrap();
        editor.preview(to("a")).unwrap();
        assert!(!editor.is_modified());
        editor.commit();
        assert_eq!(editor.undo_label(), None);
        editor.edit(to("a")).unwrap();
        assert_eq!(editor.undo_label(), None);
    }

    #[test]
    fn a_card_with_nothing_in_it_is_not_kept() {
        let mut editor = editor("A: a b\nL: x /");
        let spot = Spot::Cell { lane: id("L"), step: id("b"), index: 0 };
        let add = |text: &str| {
            let card = Card { id: id("n"), text: text.into(), ..Card::default() };
            edit(Change::AddCards(vec![(spot.clone(), card)]))
        };
        editor.preview(add(" ")).unwrap();
        assert_eq!((row(&editor), editor.is_modified()), ("L: x / n".into(), false));
        editor.commit();
        editor.mark_saved_as(editor.committed().clone());
        assert_eq!((row(&editor), editor.undo()), ("L: x /".into(), None));
        editor.edit(add("!")).unwrap();
        assert_eq!(row(&editor), "L: x / n");
    }

    #[test]
    fn whatever_happens_commits_what_is_in_the_making() {
        let mut editor = editor("A: a b c\nL: x / /");
        editor.preview(to("b")).unwrap();
        editor.edit(to("c")).unwrap();
        editor.undo().unwrap();
        assert_eq!(row(&editor), "L: / x /");
        editor.preview(to("a")).unwrap();
        // A step made now leaves nothing to redo.
        assert_eq!((editor.redo(), row(&editor)), (None, "L: x / /".into()));
        editor.preview(to("b")).unwrap();
        editor.undo().unwrap();
        assert_eq!(row(&editor), "L: x / /");
        editor.preview(to("c")).unwrap();
        editor.commit();
        editor.mark_saved_as(editor.committed().clone());
        assert!(!editor.is_previewing() && !editor.is_modified());
        assert_eq!(row(&editor), "L: / / x");
    }

    #[test]
    fn the_oldest_of_too_many_steps_are_let_go_of() {
        let mut editor = editor("A: a b c\nL: x / /");
        for at in 0..STEPS_MAX + 3 {
            editor.edit(to(["b", "a"][at % 2])).unwrap();
        }
        assert_eq!(editor.forgotten(), 3);
        let undone = std::iter::from_fn(|| editor.undo()).count();
        assert_eq!((undone, row(&editor)), (STEPS_MAX, "L: / x /".into()), "as after the third");
    }

    #[test]
    fn modified_means_other_than_in_the_file() {
        let mut editor = editor("A: a b\nL: x /");
        assert!(!editor.is_modified());
        editor.edit(to("b")).unwrap();
        assert!(editor.is_modified());
        editor.commit();
        editor.mark_saved_as(editor.committed().clone());
        editor.undo();
        assert!(editor.is_modified());
        editor.redo();
        assert!(!editor.is_modified());
        // There and back by hand is as good as undone.
        editor.edit(to("a")).unwrap();
        editor.edit(to("b")).unwrap();
        assert!(!editor.is_modified());
        editor.mark_unsaved();
        assert!(editor.is_modified());
    }

    #[test]
    fn undo_tells_what_to_show() {
        let mut editor = editor("A: a b\nL: x / y\n~E: p+1@x /");
        editor.edit(to("b")).unwrap();
        let point = Thing::Point { lane: id("E"), point: id("p") };
        let card = Thing::Card(CardRef { lane: Some(id("L")), card: id("x") });
        assert_eq!(editor.undo().unwrap().things, [card.clone(), point]);
        editor.edit(edit(Change::Remove(vec![card.clone()]))).unwrap();
        assert!(editor.undo().unwrap().things.contains(&card));
        // Where the card is gone the place is left.
        let spot = Spot::Cell { lane: id("L"), step: id("b"), index: 1 };
        let new = Card { id: id("n"), ..Card::default() };
        let new = Card { text: "new".into(), ..new };
        editor.edit(edit(Change::AddCards(vec![(spot, new)]))).unwrap();
        let shown = editor.undo().unwrap();
        assert_eq!((shown.things, shown.cell), (vec![], Some((id("L"), id("b")))));
        // A journey that comes back is gone to.
        let other = crate::model::Journey { id: id("other"), ..Default::default() };
        editor.edit(edit(Change::AddJourney { at: 0, journey: Box::new(other) })).unwrap();
        assert_eq!(editor.undo().unwrap().journey, id("map"));
        assert_eq!(editor.redo().unwrap().journey, id("other"));
    }

    #[test]
    fn history_is_capped_by_steps_and_by_bytes() {
        let text = |editor: &mut Editor, text: String| {
            let card = CardRef { lane: Some(id("L")), card: id("x") };
            let new = Card { id: id("x"), text, ..Card::default() };
            editor.edit(edit(Change::PutCards(vec![(card, new)]))).unwrap();
        };
        let mut many = editor("A: a\nL: x");
        (0..STEPS_MAX + 10).for_each(|n| text(&mut many, n.to_string()));
        assert_eq!(std::iter::from_fn(|| many.undo()).count(), STEPS_MAX);
        let mut big = editor("A: a\nL: x");
        for n in 0..100 {
            text(&mut big, n.to_string().repeat(1 << 20));
        }
        assert!(big.bytes <= BYTES_MAX);
        let count = std::iter::from_fn(|| big.undo()).count();
        assert!((1..100).contains(&count), "{count}");
        assert_eq!(big.bytes, big.future.iter().map(|entry| entry.bytes).sum::<usize>());
    }
}
