//! What happens with a file of another program that is opened or dropped: it becomes a new map, which is
//! not saved yet, and what was mended or found no place is told.

use super::app::App;
use super::dialog::{Dialog, DialogReport, ReportLine};
use crate::exchange::{Imported, import, import_error_in_words, remark_in_words};
use crate::file::{self, FileError, Why, random_ids};
use crate::ui::state::document::Document;
use crate::ui::state::file_choice::MAP_FILE;
use std::path::Path;

/// So many remarks are told, and how many more there are.
const TOLD_MAX: usize = 100;

impl App {
    /// Makes a map of what another program has written, where a file could not be opened because it is no
    /// map, and is not called one; false: it is told why it could not be opened.
    pub(super) fn import_instead(&mut self, path: &Path, error: &FileError) -> bool {
        let called_map = path.extension().is_some_and(|it| it.eq_ignore_ascii_case(MAP_FILE));
        if error.why != Why::NotJson || called_map {
            return false;
        }
        let Ok(bytes) = file::read_other(path) else { return false };
        let called = path.file_stem().unwrap_or_default().to_string_lossy();
        let words = self.env.words.clone();
        match import(&bytes, &called, &mut random_ids()) {
            Ok((_, imported)) => self.show_imported(path, imported),
            Err(error) => {
                let (title, text) =
                    (words.dialog_cannot_open(), import_error_in_words(&error, &words));
                self.ask(Dialog::Report(DialogReport { title, text, lines: Vec::new() }));
            }
        }
        true
    }

    fn show_imported(&mut self, path: &Path, Imported { project, remarks }: Imported) {
        let words = self.env.words.clone();
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let done = words.import_done(name);
        let mut doc = Document::new(project, None, false);
        doc.editor.mark_unsaved();
        self.show_document(Some(doc));
        if remarks.is_empty() {
            return self.front.notices.say(done);
        }
        let line = |what: String| ReportLine { what, ..ReportLine::default() };
        let told = remarks.iter().take(TOLD_MAX).map(|one| line(remark_in_words(one, &words)));
        let more = remarks.len().saturating_sub(TOLD_MAX);
        let more = (more > 0).then(|| line(words.import_more(more)));
        let lines = told.chain(more).collect();
        let text = words.import_told();
        self.ask(Dialog::Report(DialogReport { title: done, text, lines }));
    }
}
