//! A user without a plan merges the map with a copy of it.

use super::super::texts;
use super::{CTRL, User};
use egui::{Key, Modifiers};
use kundresa::model::Project;
use kundresa::ui::state::command::Command;
use std::sync::Arc;

impl User {
    /// Merges the map with a copy of it in which other things have happened, and chooses.
    pub(super) fn merge(&mut self) {
        let Some(doc) = self.window.state().document() else { return };
        let mut copy = Project::clone(doc.editor.project());
        for lane in copy.journeys.iter_mut().flat_map(|one| Arc::make_mut(one).lanes.iter_mut()) {
            for card in Arc::make_mut(lane).cards.iter_mut() {
                match self.dice.roll(6) {
                    0 => Arc::make_mut(card).text = texts::typed(&mut self.dice),
                    1 => Arc::make_mut(card).votes += 1,
                    _ => {}
                }
            }
            let gone = self.dice.roll(9);
            let mut at = 0;
            Arc::make_mut(lane).cards.retain(|_| {
                at += 1;
                at % 9 != gone
            });
        }
        let path = self.folder.join("copy.kundresa");
        if kundresa::file::save(&path, &copy, false).is_err() {
            return;
        }
        self.choose(&Command::Merge);
        if !self.is_dialog("path") {
            return;
        }
        self.tell("merges with a copy".to_owned());
        self.press(Key::A, CTRL);
        self.type_text("copy");
        self.press(Key::Enter, Modifiers::NONE);
        for _ in 0..40 {
            std::thread::sleep(std::time::Duration::from_millis(5));
            self.window.run_steps(1);
        }
        let keys = [Key::Num1, Key::Num2, Key::Num3, Key::F8, Key::F6, Key::Enter, Key::ArrowDown];
        for _ in 0..self.dice.roll(9) {
            let key = *self.dice.one(&keys);
            self.tell(format!("presses {key:?}"));
            self.press(key, Modifiers::NONE);
        }
        if self.dice.once_in(2) {
            self.press(Key::Escape, Modifiers::NONE);
        }
    }
}
