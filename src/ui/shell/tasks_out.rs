//! How the tasks become a file: a calendar, a table, a list.

use super::app::App;
use crate::export::{TaskExport, TaskFormat, TaskReport, export_tasks};
use crate::file::{self, folder};
use crate::ui::state::file_choice::{Choosing, Purpose};
use egui::Context;
use jiff::Zoned;
use std::path::Path;

impl App {
    /// Asks where the tasks are to be written in this format.
    pub(in crate::ui) fn choose_tasks(&mut self, format: TaskFormat) {
        self.front.choosing = Choosing::Asked(Purpose::Tasks(format));
    }

    /// Writes the tasks of the project as it is on the screen to `path` in this format, and says so.
    pub(in crate::ui) fn write_tasks(&mut self, ctx: &Context, path: &Path, format: TaskFormat) {
        let Some(doc) = self.work.doc.as_mut() else { return };
        doc.editor.commit();
        let project = doc.editor.project().clone();
        let lang = doc.words_of_map(&self.env.words);
        if doc.path.as_deref().is_some_and(|open| folder::is_same(open, path)) {
            return self.front.notices.say(self.env.words.notice_export_is_map());
        }
        if let Some(folder) = path.parent().filter(|folder| folder.to_str().is_some()) {
            self.env.settings.export_folder = Some(folder.to_owned());
            self.keep_settings(ctx);
        }
        let wanted = TaskExport::new(format);
        let mut bytes = Vec::new();
        let written = export_tasks(&project, &wanted, &Zoned::now(), &lang, &mut bytes)
            .map_err(|error| error.text(&self.env.words))
            .and_then(|report| match file::write(path, &bytes) {
                Ok(()) => Ok(report),
                Err(error) => Err(error.text(&self.env.words)),
            });
        match written {
            Ok(TaskReport { written, without_day }) => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let mut said = self.env.words.notice_tasks_written(written, name);
                if without_day > 0 {
                    let more = self.env.words.notice_tasks_undated(without_day);
                    said = format!("{said}, {more}");
                }
                self.front.notices.say_with_folder(said, path.to_owned());
            }
            Err(why) => self.front.notices.say(why),
        }
    }
}
