//! The votes: how many are left, which cards have most, how many people and dots there are.

use super::Workshop;
use super::button::{Big, ButtonSign, big_ui, plain, stepper_ui, strong};
use super::choices::MOST;
use super::tally::Voted;
use crate::model::Thing;
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::canvas::Canvas;
use crate::ui::kit::buttons::focus_ring;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::state::command::Command;
use crate::ui::{Context, Message, Selection};
use egui::{
    Align2, CursorIcon, Popup, PopupCloseBehavior, RichText, Sense, Ui, WidgetInfo, pos2, vec2,
};

/// How wide the list is, in points.
const WIDTH: f32 = 400.0;
/// Dots before they become a number.
const DOTS: u32 = 6;
/// Of a dot, and from one to the next.
const RADIUS: f32 = 6.0;
const EACH: f32 = 16.0;

/// The button that says how many votes there are, and the list it opens.
pub(super) fn ballot_ui(
    ui: &mut Ui,
    cx: &Context,
    workshop: &mut Workshop,
    canvas: &Canvas,
    wide: bool,
    out: &mut Vec<Message>,
) {
    let words = cx.words;
    let total = workshop.tally.total;
    let said = match (workshop.choices().votes(), canvas.ballot.left) {
        (Some(all), Some(left)) => words.workshop_votes_left(left, all),
        _ => words.workshop_votes(total),
    };
    let name = format!("{}: {said}", words.workshop_top());
    let text = if wide { said.as_str() } else { "" };
    let big =
        Big { sign: ButtonSign::Icon(icon::LIST), text, name: &name, on: None, enabled: true };
    let response = big_ui(ui, cx, big).tip(|| &name);
    let popup = Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(WIDTH)
        .accessible_name(&name);
    let popup = popup.frame(egui::Frame::popup(ui.style()).inner_margin(16));
    popup.show(|ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        ui.add_space(4.0);
        ui.label(RichText::new(words.workshop_top()).font(strong()).color(ink));
        if workshop.tally.top.is_empty() {
            ui.label(RichText::new(words.workshop_no_votes()).font(plain()).color(muted));
        }
        for (place, voted) in workshop.tally.top.iter().enumerate() {
            ui.push_id(place, |ui| voted_ui(ui, cx, voted, out));
        }
        ui.separator();
        if let Some(choices) = &mut workshop.choices {
            let people = match choices.people {
                0 => words.workshop_no_limit(),
                people => people.to_string(),
            };
            let what = words.workshop_people();
            choices.people = stepper_ui(ui, cx, &what, choices.people, &people, (0, MOST));
            let (what, dots) = (words.workshop_dots(), choices.dots.to_string());
            choices.dots = stepper_ui(ui, cx, &what, choices.dots, &dots, (1, MOST));
        }
        ui.label(RichText::new(words.workshop_vote_help()).font(plain()).color(muted));
        ui.add_space(4.0);
        let label = Command::ClearVotes.label(words);
        let sign = ButtonSign::Icon(icon::TRASH);
        let clear = Big { sign, text: &label, name: &label, on: None, enabled: total > 0 };
        if big_ui(ui, cx, clear).clicked() {
            out.push(Message::Do(Command::ClearVotes));
        }
    });
}

/// A card with its votes; a click shows it on the map.
fn voted_ui(ui: &mut Ui, cx: &Context, voted: &Voted, out: &mut Vec<Message>) {
    let (ink, accent) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Accent));
    let left = DOTS as f32 * EACH + 10.0;
    let text = if voted.text.trim().is_empty() { "…" } else { voted.text.trim() };
    let width = ui.available_width();
    let galley = ui.painter().layout(text.to_owned(), plain(), ink, width - left - 10.0);
    let size = vec2(width, (galley.size().y + 16.0).max(44.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = format!("{text}, {}", cx.words.workshop_votes(voted.votes));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
    if response.hovered() {
        ui.painter().rect_filled(rect, 8.0, cx.theme.color(Role::Ink.at(14)));
    }
    let y = rect.center().y;
    let dots = if voted.votes <= DOTS { voted.votes } else { 1 };
    for dot in 0..dots {
        let x = rect.left() + 4.0 + RADIUS + dot as f32 * EACH;
        ui.painter().circle_filled(pos2(x, y), RADIUS, accent);
    }
    if voted.votes > DOTS {
        let at = pos2(rect.left() + 4.0 + EACH + 4.0, y);
        let number = format!("× {}", voted.votes);
        ui.painter().text(at, Align2::LEFT_CENTER, number, strong(), ink);
    }
    ui.painter().galley(pos2(rect.left() + left, y - galley.size().y / 2.0), galley, ink);
    focus_ring(ui, cx, &response, 8.0);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        let thing = Thing::Card(voted.card.clone());
        out.push(Message::Select(Selection::of(thing.clone())));
        out.push(Message::Show(thing));
    }
}
