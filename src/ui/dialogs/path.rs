//! Our own choice of a file, where the system has none: a folder, its maps, and a name.

use crate::export::TaskFormat;
use crate::file::folder::{self, Entry};
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::Context;
use crate::ui::kit::buttons::{icon_button, line, regular};
use crate::ui::kit::caret::layouter;
use crate::ui::kit::dialog_box::{
    FirstFocus, buttons_ui, framed, heading, is_first_frame, is_left, takes_enter, width_in,
};
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::text_field::select_all;
use crate::ui::state::file_choice::Purpose;
use egui::{Key, Modifiers, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, vec2};
use std::path::{Path, PathBuf};

/// The open choice.
pub(crate) struct PathDialog {
    /// What the file is for.
    purpose: Purpose,
    folder: PathBuf,
    entries: Vec<Entry>,
    /// Why the folder cannot be read.
    error: Option<String>,
    name: String,
    at: Option<usize>,
}

/// What was chosen.
pub(crate) enum PathAnswer {
    /// This file.
    Picked(PathBuf),
    /// None.
    Cancel,
}

/// `path` with this extension, unless it has it.
pub(crate) fn with_extension(path: PathBuf, wanted: &str) -> PathBuf {
    let has = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(wanted));
    if has {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(wanted);
    name.into()
}

impl PathDialog {
    /// A choice that begins in `folder`, with `name` in its field.
    pub(crate) fn new(purpose: Purpose, folder: PathBuf, name: String) -> Self {
        let mut dialog = Self {
            purpose,
            folder: PathBuf::new(),
            entries: Vec::new(),
            error: None,
            name,
            at: None,
        };
        dialog.enter(folder);
        dialog
    }

    /// A file to write, not to read.
    fn saving(&self) -> bool {
        matches!(self.purpose, Purpose::Save(_) | Purpose::Export(_) | Purpose::Tasks(_))
    }

    fn enter(&mut self, folder: PathBuf) {
        (self.entries, self.error) = match folder::entries(&folder, &self.purpose.extensions()) {
            Ok(entries) => (entries, None),
            Err(error) => (Vec::new(), Some(error.to_string())),
        };
        self.folder = folder;
        self.at = None;
    }

    /// Shows it; the answer when there is one.
    pub(crate) fn path_ui(&mut self, ctx: &egui::Context, cx: &Context) -> Option<PathAnswer> {
        let words = cx.words;
        let key = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (up, down) = (key(Key::ArrowUp), key(Key::ArrowDown));
        if (up || down) && !self.entries.is_empty() {
            let last = self.entries.len() - 1;
            let at = match self.at {
                None => 0,
                Some(at) if up => at.saturating_sub(1),
                Some(at) => (at + 1).min(last),
            };
            self.point_at(at);
        }
        let in_field = ctx.memory(|memory| memory.focused() == Some(name_id()));
        let mut done = in_field && takes_enter(ctx);
        let mut cancelled = false;
        let modal = framed(cx, "path").show(ctx, |ui| {
            ui.set_width(width_in(ctx, 560.0));
            let title = match self.purpose {
                Purpose::Open => words.command_open(),
                Purpose::Merge => words.command_merge(),
                Purpose::Picture(_) => words.command_insert_picture(),
                Purpose::Transcript => words.command_transcript_in(),
                Purpose::Logo => words.picture_choose(),
                Purpose::Save(_) => words.command_save_as(),
                Purpose::Export(_) => words.command_export(),
                Purpose::Tasks(TaskFormat::Ics) => words.command_tasks_out(),
                Purpose::Tasks(TaskFormat::Csv) => words.command_tasks_table(),
                Purpose::Tasks(TaskFormat::Markdown) => words.command_tasks_list(),
            };
            heading(ui, cx, title.trim_end_matches('…'));
            self.folder_ui(ui, cx);
            ui.add_space(6.0);
            let picked_row = self.list_ui(ui, cx, up || down);
            ui.add_space(8.0);
            let mut layouter = layouter(regular(14.0), false);
            let field = TextEdit::singleline(&mut self.name)
                .id(name_id())
                .layouter(&mut layouter)
                .hint_text(words.dialog_path_name())
                .font(regular(14.0))
                .margin(egui::Margin::symmetric(10, 8))
                .desired_width(f32::INFINITY);
            let field = ui.add(field);
            field.widget_info(|| {
                WidgetInfo::labeled(egui::Role::TextInput, true, words.dialog_path_name())
            });
            if is_first_frame(ctx) {
                field.request_focus();
                // The name without its extension, to be typed over.
                let end = format!(".{}", self.purpose.extension());
                select_all(ui, field.id, self.name.trim_end_matches(&end));
            }
            if field.changed() {
                self.at = None;
            }
            ui.add_space(12.0);
            let go = if self.saving() { words.command_save() } else { words.dialog_path_open() };
            match buttons_ui(ui, cx, &[go, words.dialog_cancel()], FirstFocus::Field) {
                Some(0) => done = true,
                Some(_) => cancelled = true,
                None => done |= picked_row,
            }
        });
        if cancelled || is_left(&modal) {
            return Some(PathAnswer::Cancel);
        }
        if done { self.choose() } else { None }
    }

    /// The folder, with the way up.
    fn folder_ui(&mut self, ui: &mut Ui, cx: &Context) {
        ui.horizontal(|ui| {
            let parent = self.folder.parent().map(Path::to_path_buf);
            let label = cx.words.dialog_path_up();
            let size = vec2(32.0, 28.0);
            let clicked = icon_button(ui, icon::ARROW_UP, &label, parent.is_some(), size).clicked();
            if let Some(parent) = parent.filter(|_| clicked) {
                self.enter(parent);
            }
            ui.add(egui::Label::new(self.folder.display().to_string()).truncate());
        });
    }

    /// The folders and maps in it; true when one was chosen by a double click.
    fn list_ui(&mut self, ui: &mut Ui, cx: &Context, moved: bool) -> bool {
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        let mut clicked = None;
        let mut chosen = false;
        egui::Frame::new().fill(cx.theme.color(Role::Paper)).corner_radius(8).inner_margin(6).show(
            ui,
            |ui| {
                ScrollArea::vertical().max_height(280.0).min_scrolled_height(280.0).show(
                    ui,
                    |ui| {
                        ui.set_min_size(vec2(ui.available_width(), 280.0));
                        ui.spacing_mut().item_spacing.y = 0.0;
                        let empty = || match self.purpose {
                            Purpose::Export(_)
                            | Purpose::Tasks(_)
                            | Purpose::Picture(_)
                            | Purpose::Transcript
                            | Purpose::Logo => cx.words.export_dialog_none_there(),
                            Purpose::Open | Purpose::Merge | Purpose::Save(_) => {
                                cx.words.dialog_path_empty()
                            }
                        };
                        let empty = self.entries.is_empty().then(empty);
                        if let Some(note) = self.error.clone().or(empty) {
                            ui.add_space(120.0);
                            ui.vertical_centered(|ui| ui.weak(note));
                        }
                        for (index, entry) in self.entries.iter().enumerate() {
                            let size = vec2(ui.available_width(), 28.0);
                            let (rect, row) = ui.allocate_exact_size(size, Sense::click());
                            let at = self.at == Some(index);
                            row.widget_info(|| {
                                WidgetInfo::selected(
                                    egui::Role::ListBoxOption,
                                    true,
                                    at,
                                    &entry.name,
                                )
                            });
                            if at || row.hovered() || has_keyboard(&row) {
                                ui.painter().rect_filled(rect, 6.0, cx.theme.color(Role::Hairline));
                            }
                            let symbol = if entry.folder { icon::FOLDER_OPEN } else { icon::MAP };
                            let left = rect.left_center() + vec2(8.0, 0.0);
                            line(ui, left, &symbol.to_string(), regular(15.0), muted, 20.0);
                            let left = left + vec2(26.0, 0.0);
                            line(ui, left, &entry.name, regular(13.5), ink, rect.width() - 44.0);
                            if at && moved {
                                row.scroll_to_me(None);
                            }
                            if row.clicked() {
                                clicked = Some(index);
                            }
                            chosen |= row.double_clicked();
                        }
                    },
                );
            },
        );
        if let Some(index) = clicked {
            self.point_at(index);
            // A folder opens at the first click, as there is nothing else to do with it.
            chosen |= self.entries.get(index).is_some_and(|entry| entry.folder);
        }
        chosen
    }

    fn point_at(&mut self, index: usize) {
        self.at = Some(index);
        if let Some(entry) = self.entries.get(index)
            && !(self.saving() && entry.folder)
        {
            self.name = entry.name.clone();
        }
    }

    /// What the field and the list say: goes into a folder, or answers with a file.
    fn choose(&mut self) -> Option<PathAnswer> {
        let pointed = self.at.and_then(|at| self.entries.get(at));
        let path = match pointed {
            Some(entry) if entry.folder || !self.saving() => entry.path.clone(),
            _ if self.name.trim().is_empty() => return None,
            _ => self.folder.join(self.name.trim()),
        };
        if folder::is_folder(&path) {
            self.enter(path);
            if !self.saving() {
                self.name.clear();
            }
            return None;
        }
        let as_typed = !self.saving() && folder::exists(&path);
        Some(PathAnswer::Picked(if as_typed {
            path
        } else {
            with_extension(path, self.purpose.extension())
        }))
    }
}

fn name_id() -> egui::Id {
    egui::Id::unique("path name")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_is_added_once() {
        let rows = [
            ("karta", "karta.kundresa"),
            ("karta.kundresa", "karta.kundresa"),
            ("karta.KUNDRESA", "karta.KUNDRESA"),
            ("v1.2", "v1.2.kundresa"),
        ];
        for (given, expected) in rows {
            assert_eq!(with_extension(given.into(), "kundresa"), PathBuf::from(expected));
        }
    }

    #[test]
    fn folders_are_entered_and_files_answered() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("kunder")).unwrap();
        std::fs::write(root.path().join("kunder/a.kundresa"), "{}").unwrap();
        std::fs::write(root.path().join("kunder/a.pdf"), "").unwrap();
        let mut dialog = PathDialog::new(Purpose::Open, root.path().into(), String::new());
        assert_eq!(dialog.entries.len(), 1);
        dialog.point_at(0);
        assert!(dialog.choose().is_none());
        assert_eq!(dialog.folder, root.path().join("kunder"));
        let names: Vec<_> = dialog.entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, ["a.kundresa"]);
        dialog.point_at(0);
        let Some(PathAnswer::Picked(path)) = dialog.choose() else { panic!("nothing picked") };
        assert_eq!(path, root.path().join("kunder/a.kundresa"));
    }
}
