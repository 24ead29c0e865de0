//! The logo below an exported map: a picture's file, chosen, typed or dropped on the dialog.

use crate::file;
use crate::scene::{Picture, Role};
use crate::ui::Context;
use crate::ui::kit::buttons::{regular, text_button};
use crate::ui::kit::caret::layouter;
use crate::ui::kit::keyboard::has_keyboard;
use egui::{Margin, RichText, TextEdit, Ui, WidgetInfo, vec2};
use std::path::Path;

/// What has been read of the file that was named last.
#[derive(Default)]
pub(super) struct Logo {
    name: String,
    read: Option<Result<Picture, String>>,
}

impl Logo {
    pub(super) fn picture(&self) -> Option<&Picture> {
        self.read.as_ref().and_then(|read| read.as_ref().ok())
    }

    /// Lets the user name the file; `name` is empty for none. True: it is to be chosen.
    pub(super) fn logo_ui(&mut self, ui: &mut Ui, cx: &Context, name: &mut String) -> bool {
        let dropped = ui.input(|input| input.raw.dropped_files.first().cloned());
        if let Some(file) = dropped {
            *name = file.path().to_string_lossy().into_owned();
        }
        let hint = cx.words.export_dialog_logo_hint();
        let mut layouter = layouter(regular(14.0), false);
        let field = TextEdit::singleline(name)
            .id_salt("logo")
            .layouter(&mut layouter)
            .hint_text(&hint)
            .font(regular(14.0))
            .margin(Margin::symmetric(10, 6))
            .desired_width(f32::INFINITY);
        let field = ui.add(field);
        field.widget_info(|| WidgetInfo::labeled(egui::Role::TextInput, true, &hint));
        self.look_up(cx, name);
        // While it is typed it is seldom whole.
        if let Some(Err(error)) = self.read.as_ref().filter(|_| !has_keyboard(&field)) {
            let bad = cx.theme.color(Role::Bad);
            ui.label(RichText::new(error).font(regular(12.5)).color(bad));
        }
        text_button(ui, cx, &cx.words.picture_choose(), false, vec2(0.0, 32.0)).clicked()
    }

    /// Reads the file, where another was named than before.
    pub(super) fn look_up(&mut self, cx: &Context, name: &str) {
        if self.name == name {
            return;
        }
        name.clone_into(&mut self.name);
        let path = Path::new(name.trim());
        self.read = (!name.trim().is_empty()).then(|| match file::read_other(path) {
            Err(error) => Err(error.text(cx.words)),
            Ok(bytes) => Picture::read(&bytes).map_err(|error| {
                cx.words.cli_no_picture(path.display().to_string(), error.text(cx.words))
            }),
        });
    }
}
