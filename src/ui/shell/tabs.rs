//! What the commands about the journeys in the tabs do.

use super::app::App;
use crate::edit::{Change, fresh_copy};
use crate::insight::How;
use crate::model::{Id, Journey, JourneyKind, Thing};
use crate::ui::dialogs::new::NewMapPlace;
use crate::ui::kit::titles::title_of;
use crate::ui::state::command::TabCommand;
use crate::ui::{Context, Message};

impl App {
    /// Does a command about the journeys of the open file.
    pub(crate) fn perform_on_tabs(&mut self, command: TabCommand, out: &mut Vec<Message>) {
        match command {
            TabCommand::AddJourney => self.ask_for_map(NewMapPlace::Tab, None),
            TabCommand::RenameJourney => {
                if let Some(journey) = self.work.doc.as_ref().map(|doc| doc.journey.clone()) {
                    self.rename_tab(&journey);
                }
            }
            TabCommand::DuplicateJourney => self.add_copy(false),
            TabCommand::MakeFuture => self.add_copy(true),
            TabCommand::Compare => self.compare(out),
            TabCommand::DeleteJourney => self.delete_journey(),
            TabCommand::NextJourney => self.go_to_neighbour(true),
            TabCommand::PreviousJourney => self.go_to_neighbour(false),
        }
    }

    /// Lets the title of a journey be changed in its tab.
    pub(crate) fn rename_tab(&mut self, journey: &Id) {
        let project = self.work.doc.as_ref().map(|doc| doc.editor.project());
        if let Some((_, journey)) = project.and_then(|project| project.journey(journey)) {
            self.work.tabs.rename(journey);
        }
    }

    /// Adds a copy of the journey in front after it: the same again, or the one it is to become.
    fn add_copy(&mut self, future: bool) {
        let Some(doc) = &mut self.work.doc else { return };
        let project = doc.editor.project().clone();
        let Some((at, journey)) = project.journey(&doc.journey) else { return };
        let copy = fresh_copy(journey, &mut doc.editor.ids);
        let copy = match future {
            false => Journey { title: self.env.words.new_journey_copy(&journey.title), ..copy },
            true => Journey {
                title: self.env.words.new_journey_future(&journey.title),
                kind: Some(JourneyKind::Future),
                ..copy
            },
        };
        let id = copy.id.clone();
        self.edit(Change::AddJourney { at: at + 1, journey: Box::new(copy) });
        self.go_to(&id);
        self.rename_tab(&id);
    }

    /// Compares the journey in front with the one it belongs to, or ends that.
    fn compare(&mut self, out: &mut Vec<Message>) {
        let Some(doc) = &self.work.doc else { return };
        let how = How::default();
        let pair = doc.default_pair().filter(|_| doc.comparison.is_none());
        out.push(Message::Compare(pair.map(|(a, b)| (a, b, how))));
    }

    fn delete_journey(&mut self) {
        let Some(doc) = &self.work.doc else { return };
        let Some(journey) = doc.shown_journey() else { return };
        let cx = Context { words: &self.env.words, theme: &self.env.theme };
        let text = self.env.words.notice_journey_deleted(title_of(journey, &cx));
        self.edit(Change::Remove(vec![Thing::Journey(journey.id.clone())]));
        self.front.notices.say_with_undo(text);
    }

    /// Goes to the tab beside the one in front, round at the ends.
    fn go_to_neighbour(&mut self, next: bool) {
        let Some(doc) = &self.work.doc else { return };
        let project = doc.editor.project().clone();
        let Some((at, _)) = project.journey(&doc.journey) else { return };
        let count = project.journeys.len();
        let by = if next { 1 } else { count - 1 };
        if let Some(journey) = project.journeys.get((at + by) % count) {
            self.go_to(&journey.id);
        }
    }
}
