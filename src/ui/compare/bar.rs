//! The bar above two maps: which with which, how, and in one line what is different.

use crate::insight::{Differences, How};
use crate::model::{ChangeKind, Id};
use crate::scene::{Role, icon};
use crate::ui::inspector::{Lit, chip, menu};
use crate::ui::tabs::title_of;
use crate::ui::widgets::{focus_ring, icon_button, regular, semibold};
use crate::ui::{Context, Document, Message};
use crate::words::Words;
use egui::{Align, Frame, Key, Layout, Margin, Panel, Popup, RichText, Ui, vec2};

/// How high the bar is, in points.
const HEIGHT: f32 = 52.0;
/// How wide the lists of journeys are.
const LIST: f32 = 230.0;
/// A longer title is cut in the list's field; the list has it whole.
const TITLE: usize = 26;

/// Shows the bar while two maps are compared. Esc closes it.
pub fn compare_bar_ui(ui: &mut Ui, cx: &Context, doc: &Document, out: &mut Vec<Message>) {
    let Some(now) = &doc.comparison else { return };
    let words = cx.words;
    let frame =
        Frame::new().fill(cx.theme.color(Role::Panel)).inner_margin(Margin::symmetric(16, 0));
    Panel::top("compare").exact_size(HEIGHT).frame(frame).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let muted = cx.theme.color(Role::Muted);
            let first = journey_ui(ui, cx, doc, &words.compare_first(), &now.a);
            ui.label(RichText::new(words.compare_with()).font(regular(13.0)).color(muted));
            let second = journey_ui(ui, cx, doc, &words.compare_second(), &now.b);
            ui.add_space(8.0);
            let mut how = now.how;
            let choices = [(How::Over, words.compare_over()), (How::Above, words.compare_above())];
            for (one, label) in choices {
                if chip(ui, cx.theme, &label, Lit::from(now.how == one)).clicked() {
                    how = one;
                }
            }
            let (mut a, mut b) = (now.a.clone(), now.b.clone());
            // Whoever picks the other one means to turn them round.
            if let Some(picked) = first {
                b = if picked == b { a } else { b };
                a = picked;
            } else if let Some(picked) = second {
                a = if picked == a { b } else { a };
                b = picked;
            }
            if (&a, &b, how) != (&now.a, &now.b, now.how) {
                out.push(Message::Compare(Some((a, b, how))));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let label = words.compare_close();
                let close = icon_button(ui, icon::X, &label, true, vec2(30.0, 30.0));
                focus_ring(ui, cx, &close, 8.0);
                let free = !Popup::is_any_open(ui.ctx())
                    && ui.memory(|memory| memory.top_modal_layer().is_none())
                    && !ui.ctx().text_edit_focused();
                if close.clicked() || free && ui.input(|input| input.key_pressed(Key::Escape)) {
                    out.push(Message::Compare(None));
                }
                ui.add_space(8.0);
                let ink = cx.theme.color(Role::Ink);
                let text = RichText::new(summary(&now.differences, words));
                let label = egui::Label::new(text.font(semibold(13.0)).color(ink)).truncate();
                ui.add(label);
            });
        });
    });
}

/// A list of the project's journeys; the one picked.
fn journey_ui(ui: &mut Ui, cx: &Context, doc: &Document, label: &str, id: &Id) -> Option<Id> {
    let journeys = &doc.editor.project().journeys;
    let shown = journeys.iter().find(|journey| journey.id == *id);
    let shown = shown.map(|journey| title_of(journey, cx)).unwrap_or_default();
    let name = cx.words.inspector_labelled(label, &shown);
    let mut picked = None;
    ui.allocate_ui_with_layout(vec2(LIST, 34.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(LIST);
        let options = || journeys.iter().map(|one| (title_of(one, cx), one.id == *id)).collect();
        let short: String = match shown.chars().count() {
            ..=TITLE => shown.clone(),
            _ => shown.chars().take(TITLE - 1).chain(['…']).collect(),
        };
        picked = menu(ui, cx.theme, &short, &name, options);
    });
    journeys.get(picked?).map(|journey| journey.id.clone())
}

/// `7 new · 3 changed · 2 gone · curve +0.8 on average`
pub(super) fn summary(found: &Differences, words: &Words) -> String {
    let count = |change: ChangeKind| found.count(&change);
    let (new, changed, removed) =
        (count(ChangeKind::New), count(ChangeKind::Changed), count(ChangeKind::Removed));
    let mut parts = Vec::new();
    if new + changed + removed == 0 {
        parts.push(words.compare_same());
    } else {
        parts.push(words.compare_new(new));
        parts.push(words.compare_changed(changed));
        parts.push(words.compare_removed(removed));
    }
    let phases = [ChangeKind::New, ChangeKind::Removed].map(|change| found.phases(&change));
    parts.extend((phases[0] > 0).then(|| words.compare_new_phases(phases[0])));
    parts.extend((phases[1] > 0).then(|| words.compare_removed_phases(phases[1])));
    if let Some(gap) = found.gap() {
        parts.push(words.compare_gap(words.signed((gap * 10.0).round() / 10.0 + 0.0)));
    }
    parts.join(" · ")
}
