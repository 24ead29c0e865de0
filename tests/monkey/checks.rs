//! What must hold whatever the user did.

use super::super::holds;
use super::{CTRL, User};
use egui::{Event, Key, Modifiers, PointerButton, Rect, ViewportId, vec2};
use egui_kittest::kittest::NodeT;
use kundresa::file;
use kundresa::ui::canvas_id;
use std::sync::Arc;

impl User {
    /// Lets go of all buttons.
    pub(super) fn let_go(&mut self) {
        let at = self.screen().center();
        for button in [PointerButton::Primary, PointerButton::Secondary, PointerButton::Middle] {
            self.button(at, button, false, Modifiers::NONE);
        }
        self.frame(vec![Event::PointerGone, Event::ModifiersChanged(Modifiers::NONE)]);
    }

    pub(super) fn check(&mut self) {
        self.tell("looks at what is there");
        self.let_go();
        if let Err(error) = self.window.try_run() {
            let before = self.places();
            self.window.step();
            let after = self.places();
            let moves = before.iter().zip(&after).filter(|(a, b)| a != b).take(5);
            let moves: Vec<_> = moves.collect();
            panic!("the window does not come to rest, {}: {error} {moves:?}", self.front());
        }
        self.holds();
        for _ in 0..6 {
            if self.modal().is_none() {
                break;
            }
            self.press(Key::Escape, Modifiers::NONE);
            self.window.run_steps(2);
        }
        assert!(self.modal().is_none(), "Esc does not close what is in front");
        self.back_and_forth();
        if self.dice.once_in(6) {
            self.many_lines();
        }
        // Small windows and large scales are left again.
        if self.dice.once_in(2) {
            self.window.set_size(vec2(1400.0, 900.0));
            let root = self.window.input_mut().viewports.entry(ViewportId::ROOT).or_default();
            root.native_pixels_per_point = Some(1.0);
            self.window.run_steps(2);
        }
        self.watch_document();
    }

    /// What holds at any time nothing is being dragged.
    pub(super) fn holds(&mut self) {
        let canvas = self.canvas();
        let Some(doc) = self.doc() else { return };
        holds::comes_back(doc.editor.project());
        if let Some(canvas) = canvas {
            holds::map_is_in_view(doc, canvas);
        }
        // While it is presented the map itself is not on the screen: it is laid out, and what is gone
        // let go of, when the presentation ends.
        if self.window.state().presentation().is_none() {
            holds::selected_is_there(doc);
            holds::scene_is_fresh(doc, &self.window.state().state());
        }
    }

    /// What a screen reader would tell of, and where it is.
    fn places(&self) -> Vec<(Option<String>, Rect)> {
        let all = self.window.root().children_recursive();
        all.filter(|node| node.accesskit_node().bounding_box().is_some())
            .map(|node| (node.accesskit_node().label(), node.rect()))
            .collect()
    }

    /// What is in front and has the keyboard; told when something has gone wrong.
    fn front(&self) -> String {
        let ctx = &self.window.ctx;
        let focused = ctx.memory(|memory| memory.focused());
        let typing = ctx.text_edit_focused();
        let (mode, popup) = (self.window.state().state().mode, egui::Popup::is_any_open(ctx));
        let on_canvas = focused == Some(canvas_id());
        let dialogs = ["export", "path", "new", "new map", "template", "report", "keys", "about"];
        let dialog = dialogs.iter().find(|name| self.is_dialog(name));
        let (size, scale) = (self.screen().size(), ctx.pixels_per_point());
        format!(
            "{mode:?}, on canvas: {on_canvas}, typing: {typing}, popup: {popup}, dialog: {dialog:?}, \
             window: {size} at {scale}"
        )
    }

    /// The keyboard is on the canvas, as after a click on it.
    pub(super) fn focus_canvas(&mut self) {
        self.window.ctx.memory_mut(|memory| memory.request_focus(canvas_id()));
        self.window.run_steps(2);
    }

    /// Undoing everything gives the first project, redoing everything the last. Of very many or very
    /// large steps the first are let go of: then it is the project after these.
    pub(super) fn back_and_forth(&mut self) {
        if self.doc().is_none() {
            return;
        }
        self.focus_canvas();
        self.watch_document();
        let Some(first) = self.first.clone() else { return };
        let Some(doc) = self.doc() else { return };
        let last = doc.editor.project().clone();
        let undone = doc.editor.redo_label().is_some();
        self.keys(Key::Z, CTRL, 600);
        self.window.run_steps(3);
        let Some(doc) = self.doc() else { return };
        assert!(doc.editor.undo_label().is_none(), "all was undone: {:?}", doc.editor.undo_label());
        let back = doc.editor.project().clone();
        let all_kept = doc.editor.forgotten() == 0;
        self.holds();
        if all_kept && *back != *first {
            let (a, b) = (file::to_json(&first), file::to_json(&back));
            let (a, b) = (String::from_utf8_lossy(&a), String::from_utf8_lossy(&b));
            let differs: Vec<_> =
                a.lines().zip(b.lines()).filter(|(a, b)| a != b).take(3).collect();
            panic!("undoing everything gives another project: {differs:?}");
        }
        // In a workshop the cell it came to is where the next card is typed.
        self.focus_canvas();
        self.keys(Key::Y, CTRL, 600);
        self.window.run_steps(3);
        let Some(doc) = self.doc() else { return };
        assert!(
            doc.editor.redo_label().is_none(),
            "all was done again: {:?} is left, {}",
            doc.editor.redo_label(),
            self.front()
        );
        assert!(
            undone || *last == **doc.editor.project(),
            "redoing everything gives another project"
        );
        self.holds();
    }

    /// Ten thousand lines are pasted, and taken back.
    pub(super) fn many_lines(&mut self) {
        let Some(doc) = self.doc() else { return };
        let before = doc.editor.project().clone();
        self.tell("pastes 10,000 lines and takes them back");
        let lines: String = (0..10_000).map(|line| format!("Rad {line}\n")).collect();
        self.focus_canvas();
        self.frame(vec![Event::Paste(lines)]);
        self.window.run_steps(2);
        self.holds();
        self.focus_canvas();
        if self.doc().is_some_and(|doc| !Arc::ptr_eq(doc.editor.project(), &before)) {
            self.press(Key::Z, CTRL);
            self.window.run_steps(2);
        }
        let Some(doc) = self.doc() else { return };
        assert!(**doc.editor.project() == *before, "they are not taken back");
        self.holds();
    }
}
