//! The user's own templates: kept, deleted, put back.

use super::app::App;
use super::dialog::Dialog;
use crate::file;
use crate::model::Project;
use crate::ui::dialogs::template::TemplateDialog;
use std::path::Path;
use std::sync::Arc;

fn name_of(path: &Path) -> String {
    path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

impl App {
    /// Asks what the map in front is to be called as a template.
    pub(crate) fn ask_for_template(&mut self) {
        let Some(doc) = &mut self.work.doc else { return };
        doc.editor.commit();
        let dialog = TemplateDialog::new(Arc::clone(doc.editor.project()), doc.journey.clone());
        self.ask(Dialog::Template(Box::new(dialog)));
    }

    pub(crate) fn keep_template(&mut self, path: &Path, template: &Project) {
        // A window that is to leave nothing on the machine leaves no template either.
        if !self.env.options.keep {
            return;
        }
        match file::write_own(path, &file::to_json(template)) {
            Ok(()) => {
                self.front.notices.say(self.env.words.templates_kept(template.title.as_str()));
            }
            Err(error) => self.report_error(self.env.words.dialog_cannot_save(), &error),
        }
        self.session.own = self.find_own();
    }

    /// Takes a template away, and offers to put it back.
    pub(crate) fn delete_template(&mut self, path: &Path) {
        match file::take_own(path) {
            Ok(bytes) => {
                let text = self.env.words.templates_deleted(name_of(path));
                self.front.notices.say_with_restore(text, path.to_owned(), Arc::from(bytes));
            }
            Err(error) => self.front.notices.say(error.text(&self.env.words)),
        }
        self.session.own = self.find_own();
    }

    /// Puts a template back that was deleted, unless there is another by that name now.
    pub(crate) fn restore_template(&mut self, path: &Path, bytes: &[u8]) {
        if file::folder::exists(path) {
            self.session.own = self.find_own();
            self.front.notices.say(self.env.words.dialog_overwrite(name_of(path)));
            return;
        }
        match file::write_own(path, bytes) {
            Ok(()) => self.front.notices.say(self.env.words.templates_restored(name_of(path))),
            Err(error) => self.front.notices.say(error.text(&self.env.words)),
        }
        self.session.own = self.find_own();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::Settings;
    use crate::model::IdSource;
    use crate::templates::own::{place_of, template_of};
    use crate::templates::{make, ours};
    use crate::ui::shell::app::WindowOptions;
    use crate::words::Lang;

    #[test]
    fn a_template_is_kept_deleted_and_put_back() {
        let options =
            WindowOptions { keep: true, lang: Some(Lang::Sv), ..WindowOptions::default() };
        let mut app = App::new(&egui::Context::default(), options, Settings::default());
        assert!(app.session.own.0.is_empty());
        let project = make(&ours(Lang::Sv)[0], true, &mut IdSource::seeded(1));
        let journey = project.journeys[0].id.clone();
        let template = template_of(&project, &journey, "Vår", "", true);
        let path = place_of("Vår").unwrap();
        app.keep_template(&path, &template);
        assert_eq!(app.session.own.0[0].title(), "Vår");
        assert!(app.front.dialog.is_none());

        app.delete_template(&path);
        assert!(app.session.own.0.is_empty() && !path.exists());
        // Whatever has come there meanwhile stays.
        std::fs::write(&path, "annat").unwrap();
        app.restore_template(&path, b"x");
        assert_eq!(std::fs::read(&path).unwrap(), b"annat");
        assert_eq!(app.session.own.1.len(), 1, "it is told of");
        app.delete_template(&path);
        app.restore_template(&path, &file::to_json(&template));
        assert_eq!(app.session.own.0[0].title(), "Vår");

        // Where it cannot be written it is said why.
        app.keep_template(&path.join("in a file"), &template);
        assert!(matches!(app.front.dialog, Some(Dialog::Report(_))));
    }
}
