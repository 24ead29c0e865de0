//! Buttons for a room: large enough for a finger and to be read from a few steps away.

use crate::scene::Role;
use crate::scene::icon;
use crate::ui::Context;
use crate::ui::kit::buttons::{focus_ring, medium, regular};
use egui::{
    Align2, Color32, CursorIcon, FontId, Pos2, Rect, Response, Sense, Ui, WidgetInfo, pos2, vec2,
};

/// How high they are, and how wide at least, in points.
pub(super) const HEIGHT: f32 = 48.0;
const RADIUS: f32 = 10.0;
const PAD: f32 = 14.0;
const ICON: f32 = 20.0;

/// What stands on a button.
#[derive(Clone, Copy)]
pub(super) struct Big<'a> {
    /// Its sign.
    pub sign: ButtonSign,
    /// What it says; empty: the sign alone.
    pub text: &'a str,
    /// What it is called.
    pub name: &'a str,
    /// It is on; none: it does something instead.
    pub on: Option<bool>,
    /// It can be used.
    pub enabled: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ButtonSign {
    /// None: a word alone.
    None,
    Icon(char),
    /// Two bars: let it wait.
    Pause,
}

/// Shows a button.
pub(super) fn big_ui(ui: &mut Ui, cx: &Context, big: Big) -> Response {
    let font = medium(15.0);
    let width = |text: &str, font: FontId| {
        ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x
    };
    let words = if big.text.is_empty() { 0.0 } else { width(big.text, font.clone()) };
    let sign = if big.sign == ButtonSign::None { 0.0 } else { ICON };
    let gap = if words > 0.0 && sign > 0.0 { 9.0 } else { 0.0 };
    let inside = words + sign + gap;
    let size = vec2((inside + 2.0 * PAD).max(HEIGHT), HEIGHT);
    let sense = if big.enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(size, sense);
    response.widget_info(|| match big.on {
        Some(on) => WidgetInfo::selected(egui::Role::CheckBox, big.enabled, on, big.name),
        None => WidgetInfo::labeled(egui::Role::Button, big.enabled, big.name),
    });
    let on = big.on == Some(true);
    let (fill, ink) = match (big.enabled, on) {
        (_, true) => (Role::Accent.into(), Role::OnAccent.into()),
        (true, false) if response.is_pointer_button_down_on() => {
            (Role::Ink.at(40), Role::Ink.into())
        }
        (true, false) if response.hovered() => (Role::Ink.at(24), Role::Ink.into()),
        (true, false) => (Role::Chip.into(), Role::Ink.into()),
        (false, false) => (Role::Chip.at(120), Role::Muted.at(130)),
    };
    let ink = cx.theme.color(ink);
    ui.painter().rect_filled(rect, RADIUS, cx.theme.color(fill));
    let left = rect.center().x - inside / 2.0;
    let middle = pos2(left + sign / 2.0, rect.center().y);
    match big.sign {
        ButtonSign::None => {}
        ButtonSign::Icon(icon) => {
            ui.painter().text(middle, Align2::CENTER_CENTER, icon, regular(ICON), ink);
        }
        ButtonSign::Pause => {
            for side in [-4.5, 4.5] {
                let bar = Rect::from_center_size(middle + vec2(side, 0.0), vec2(4.5, 17.0));
                ui.painter().rect_filled(bar, 1.5, ink);
            }
        }
    }
    let at = pos2(left + sign + gap, rect.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, big.text, font, ink);
    focus_ring(ui, cx, &response, RADIUS + 1.0);
    match big.enabled {
        true => response.on_hover_cursor(CursorIcon::PointingHand),
        false => response,
    }
}

/// What stands out in what the bar opens.
pub(super) fn strong() -> FontId {
    medium(16.0)
}

/// What else stands there.
pub(super) fn plain() -> FontId {
    regular(15.0)
}

/// Fewer, the number, more. The number after a click, within `least..=most`.
pub(super) fn stepper_ui(
    ui: &mut Ui,
    cx: &Context,
    what: &str,
    value: u32,
    shown: &str,
    (least, most): (u32, u32),
) -> u32 {
    let mut value = value;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let ink = cx.theme.color(Role::Ink);
        let (label, _) = ui.allocate_exact_size(vec2(120.0, HEIGHT), Sense::hover());
        ui.painter().text(label.left_center(), Align2::LEFT_CENTER, what, regular(15.0), ink);
        let (fewer, more) = (cx.words.workshop_fewer(what), cx.words.workshop_more(what));
        let sign = |icon, name, enabled| Big {
            sign: ButtonSign::Icon(icon),
            text: "",
            name,
            on: None,
            enabled,
        };
        if big_ui(ui, cx, sign(icon::MINUS, &fewer, value > least)).clicked() {
            value -= 1;
        }
        let (number, response) = ui.allocate_exact_size(vec2(64.0, HEIGHT), Sense::hover());
        response.widget_info(|| {
            WidgetInfo::labeled(egui::Role::Label, true, format!("{what}: {shown}"))
        });
        ui.painter().text(number.center(), Align2::CENTER_CENTER, shown, medium(18.0), ink);
        if big_ui(ui, cx, sign(icon::PLUS, &more, value < most)).clicked() {
            value += 1;
        }
    });
    value
}

/// ButtonFigures that do not move when they change: each has the width of the widest.
pub(super) struct ButtonFigures {
    font: FontId,
    letters: Vec<(char, f32)>,
}

impl ButtonFigures {
    pub(super) fn new(ui: &Ui, text: &str, font: FontId) -> Self {
        let width = |letter: char| {
            let text = letter.to_string();
            ui.painter().layout_no_wrap(text, font.clone(), Color32::PLACEHOLDER).size().x
        };
        let digit = ('0'..='9').map(width).fold(0.0, f32::max);
        let room = |letter: char| if letter.is_ascii_digit() { digit } else { width(letter) };
        let letters = text.chars().map(|letter| (letter, room(letter))).collect();
        Self { font, letters }
    }

    /// How wide they are, in points.
    pub(super) fn width(&self) -> f32 {
        self.letters.iter().map(|(_, room)| room).sum()
    }

    /// Paints them with the middle of their left edge at `at`.
    pub(super) fn paint(&self, ui: &Ui, at: Pos2, ink: Color32) {
        let mut x = at.x;
        for (letter, room) in &self.letters {
            let middle = pos2(x + room / 2.0, at.y);
            ui.painter().text(middle, Align2::CENTER_CENTER, letter, self.font.clone(), ink);
            x += room;
        }
    }
}
