//! The user's own templates: kept, deleted, put back.

use super::app::App;
use crate::file;
use std::path::Path;
use std::sync::Arc;

fn name_of(path: &Path) -> String {
    path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

impl App {
    /// Takes a template away, and offers to put it back.
    pub(super) fn delete_template(&mut self, path: &Path) {
        match file::take_own(path) {
            Ok(bytes) => {
                let text = self.words.templates_deleted(name_of(path));
                self.notices.say_with_restore(text, path.to_owned(), Arc::from(bytes));
            }
            Err(error) => self.notices.say(error.text(&self.words)),
        }
        self.own = self.find_own();
    }

    /// Puts a template back that was deleted, unless there is another by that name now.
    pub(super) fn restore_template(&mut self, path: &Path, bytes: &[u8]) {
        if file::folder::exists(path) {
            self.notices.say(self.words.dialog_overwrite(name_of(path)));
            return;
        }
        match file::write_own(path, bytes) {
            Ok(()) => self.notices.say(self.words.templates_restored(name_of(path))),
            Err(error) => self.notices.say(error.text(&self.words)),
        }
        self.own = self.find_own();
    }
}
