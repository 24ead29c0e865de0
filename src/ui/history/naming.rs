//! What a version is called: asked when what is now is given a name, and when one is called something
//! else.

use crate::model::{Id, Version};
use crate::scene::Role;
use crate::ui::Context;
use crate::ui::kit::buttons::regular;
use crate::ui::kit::dialog_box::{
    FirstFocus, buttons_ui, framed, has_opened, heading, is_first_frame, is_left, opens,
    takes_enter, width_in,
};
use crate::ui::kit::question::QuestionField;
use crate::ui::kit::text_field::select_all;
use egui::{Modifiers, RichText};

/// A name that is being typed.
pub(super) struct Naming {
    /// Which version it is of; none: what is now.
    pub of: Option<Id>,
    /// What is typed.
    pub name: String,
    /// More about it.
    pub note: String,
    /// It was to be kept without a name.
    lacks_name: bool,
}

/// How the question was answered.
pub(super) enum NamingAnswer {
    Keep,
    Cancel,
}

fn name_id() -> egui::Id {
    egui::Id::unique("version name")
}

impl Naming {
    /// Asks what the version is to be called; none: what is now.
    pub(super) fn new(of: Option<&Version>, ctx: &egui::Context) -> Self {
        opens(ctx);
        Self {
            of: of.map(|version| version.id.clone()),
            name: of.map(|version| version.name.clone()).unwrap_or_default(),
            note: of.map(|version| version.note.clone()).unwrap_or_default(),
            lacks_name: false,
        }
    }

    /// Shows the question; the answer when there is one.
    pub(super) fn naming_ui(
        &mut self,
        ctx: &egui::Context,
        cx: &Context<'_>,
    ) -> Option<NamingAnswer> {
        let words = cx.words;
        let in_field = ctx.memory(|memory| memory.focused() == Some(name_id()));
        let mut kept = in_field && takes_enter(ctx);
        let mut cancelled = false;
        let modal = framed(cx, "version").show(ctx, |ui| {
            ui.set_width(width_in(ctx, 460.0));
            let title = match self.of {
                None => words.history_name_now(),
                Some(_) => words.history_rename(),
            };
            heading(ui, cx, title.trim_end_matches('…'));
            let muted = cx.theme.color(Role::Muted);
            if self.of.is_none() {
                let text = words.history_name_text();
                ui.label(RichText::new(text).font(regular(13.5)).color(muted));
            }
            let new_line = Modifiers::NONE;
            let (asked, hint) = (words.history_name_asked(), words.history_name_hint());
            let field =
                QuestionField { id: name_id(), asked: &asked, hint: &hint, rows: 1, new_line };
            let name = field.ui(ui, cx, &mut self.name);
            if is_first_frame(ctx) {
                name.request_focus();
                select_all(ui, name_id(), &self.name);
            }
            let (asked, id) = (words.history_note_asked(), egui::Id::unique("version note"));
            QuestionField { id, asked: &asked, hint: "", rows: 2, new_line }.ui(
                ui,
                cx,
                &mut self.note,
            );
            ui.add_space(12.0);
            if self.lacks_name && self.name.trim().is_empty() {
                let bad = cx.theme.color(Role::Bad);
                let text = words.history_no_name();
                ui.label(RichText::new(text).font(regular(13.0)).color(bad));
                ui.add_space(6.0);
            }
            let buttons = [words.history_name(), words.dialog_cancel()];
            match buttons_ui(ui, cx, &buttons, FirstFocus::Field) {
                Some(0) => kept = true,
                Some(_) => cancelled = true,
                None => {}
            }
        });
        has_opened(ctx);
        if cancelled || is_left(&modal) {
            return Some(NamingAnswer::Cancel);
        }
        if kept && self.name.trim().is_empty() {
            self.lacks_name = true;
            kept = false;
        }
        kept.then_some(NamingAnswer::Keep)
    }
}
