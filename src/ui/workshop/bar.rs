//! The bar below the map: back, new card, the time, votes, and how large things are.

use super::Workshop;
use super::ballot::ballot_ui;
use super::button::{Big, ButtonFigures, ButtonSign, HEIGHT as BUTTON, big_ui};
use super::choices::MINUTES;
use super::timer::Timer;
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::canvas::Canvas;
use crate::ui::kit::buttons::semibold;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::kit::window_keys::{WindowPart, entrance};
use crate::ui::state::command::Command;
use crate::ui::state::keys::shown_key;
use crate::ui::{Context, Document, Message};
use egui::{
    Align, Align2, Area, Frame, Layout, Margin, Order, Panel, RichText, Sense, Ui, UiBuilder,
    WidgetInfo, vec2,
};

/// How high it is, in points.
pub(crate) const HEIGHT: f32 = 72.0;
/// Where there is less room its buttons have no words.
const WORDS: f32 = 1270.0;
/// About how wide a button is that says how many minutes, in points.
const MINUTE: f32 = 72.0;
/// How large the time is, in points.
const TIME: f32 = 42.0;

/// Shows it.
pub(crate) fn bar_ui(
    ui: &mut Ui,
    cx: &Context,
    doc: &Document,
    workshop: &mut Workshop,
    canvas: &Canvas,
    out: &mut Vec<Message>,
) {
    let frame = Frame::new()
        .fill(cx.theme.color(Role::Panel))
        .stroke(egui::Stroke::new(1.0, cx.theme.color(Role::Hairline)))
        .inner_margin(Margin::symmetric(12, 0));
    Panel::bottom("workshop").exact_size(HEIGHT).frame(frame).show(ui, |ui| {
        entrance(ui, WindowPart::Workshop);
        let room = ui.max_rect();
        let wide = room.width() >= WORDS;
        let mut asks = Asks { cx, wide, out };
        let left = Layout::left_to_right(Align::Center);
        let left = ui.scope_builder(UiBuilder::new().max_rect(room).layout(left), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            left_ui(ui, &mut asks, doc);
            ui.min_rect().right()
        });
        let right = Layout::right_to_left(Align::Center);
        let right = ui.scope_builder(UiBuilder::new().max_rect(room).layout(right), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            right_ui(ui, &mut asks, workshop, canvas);
            ui.min_rect().left()
        });
        let end = right.inner.max(left.inner);
        let between = egui::Rect::from_x_y_ranges(left.inner..=end, room.y_range());
        let middle = Layout::left_to_right(Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(between).layout(middle), |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            time_ui(ui, &mut asks, workshop, between);
        });
    });
}

/// What buttons ask for.
struct Asks<'a> {
    cx: &'a Context<'a>,
    /// Buttons have words.
    wide: bool,
    out: &'a mut Vec<Message>,
}

impl Asks<'_> {
    /// A button for a command.
    fn command(
        &mut self,
        ui: &mut Ui,
        command: Command,
        sign: ButtonSign,
        text: &str,
        on: Option<bool>,
        enabled: bool,
    ) {
        let key = shown_key(&command, self.cx.words).map(|key| format!("  {key}"));
        let name = command.label(self.cx.words);
        let shown = if self.wide { text } else { "" };
        let said = if text.is_empty() { &name } else { text };
        let big = Big { sign, text: shown, name: said, on, enabled };
        let response = big_ui(ui, self.cx, big);
        let response = response.tip(|| format!("{name}{}", key.unwrap_or_default()));
        if response.clicked() {
            self.out.push(Message::Do(command));
        }
    }
}

fn left_ui(ui: &mut Ui, asks: &mut Asks, doc: &Document) {
    let words = asks.cx.words;
    let back = ButtonSign::Icon(icon::ARROW_LEFT);
    asks.command(ui, Command::Workshop, back, &words.workshop_back(), None, true);
    let add = ButtonSign::Icon(icon::PLUS);
    asks.command(ui, Command::QuickAdd, add, &words.workshop_add(), None, true);
    let undo = doc.editor.is_previewing() || doc.editor.undo_label().is_some();
    asks.command(ui, Command::Undo, ButtonSign::Icon(icon::UNDO), "", None, undo);
}

/// From right to left.
fn right_ui(ui: &mut Ui, asks: &mut Asks, workshop: &mut Workshop, canvas: &Canvas) {
    let (cx, words) = (asks.cx, asks.cx.words);
    let choices = workshop.choices();
    let percent = words.percent(f64::from(choices.size));
    let shown = format!("Aa  {percent}");
    let size = Big {
        sign: ButtonSign::None,
        text: &shown,
        name: &words.workshop_size_name(&percent),
        on: None,
        enabled: true,
    };
    if big_ui(ui, cx, size).tip(|| size.name).clicked()
        && let Some(choices) = &mut workshop.choices
    {
        choices.size = choices.next_size();
    }
    asks.command(ui, Command::Fit, ButtonSign::Icon(icon::MAXIMIZE), "", None, true);
    ballot_ui(ui, cx, workshop, canvas, asks.wide, asks.out);
    let open = canvas.ballot.open;
    let vote = words.workshop_vote();
    asks.command(ui, Command::Voting, ButtonSign::Icon(icon::CIRCLE_DOT), &vote, Some(open), true);
}

/// The time with its buttons, in the middle of what is left.
fn time_ui(ui: &mut Ui, asks: &mut Asks, workshop: &mut Workshop, room: egui::Rect) {
    let (cx, words) = (asks.cx, asks.cx.words);
    let now = ui.input(|input| input.time);
    let timer = *workshop.timer();
    let text = timer.text(now);
    let figures = ButtonFigures::new(ui, &text, semibold(TIME));
    let parts = Parts::that_fit(room.width() - figures.width() - 28.0, asks.wide);
    let free = room.width() - figures.width() - 18.0 - parts.width(asks.wide);
    ui.add_space((free / 2.0).max(10.0));
    let (rect, response) =
        ui.allocate_exact_size(vec2(figures.width() + 12.0, BUTTON), Sense::hover());
    let name = words.workshop_time_left(&text);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Timer, true, &name));
    figures.paint(ui, rect.left_center(), cx.theme.color(ink(&timer, now)));
    let runs = timer.runs(now);
    let (sign, label) = match runs {
        true => (ButtonSign::Pause, words.workshop_pause()),
        false => (ButtonSign::Icon(icon::PLAY), words.workshop_start()),
    };
    let wide = std::mem::replace(&mut asks.wide, false);
    if parts.buttons > 0 {
        asks.command(ui, Command::Timer, sign, &label, None, true);
    }
    if parts.buttons > 1 {
        let reset = ButtonSign::Icon(icon::ROTATE_CCW);
        asks.command(ui, Command::TimerReset, reset, &words.workshop_reset(), None, true);
    }
    asks.wide = wide;
    let chosen = workshop.choices().minutes;
    let at = MINUTES.iter().position(|minutes| *minutes == chosen).unwrap_or(0);
    for (index, minutes) in MINUTES.into_iter().enumerate() {
        if index != at && parts.minutes < MINUTES.len() || parts.minutes == 0 {
            continue;
        }
        let name = words.workshop_minutes_name(minutes);
        let text = match asks.wide {
            true => words.workshop_minutes(minutes),
            false => minutes.to_string(),
        };
        let on = Some(chosen == minutes);
        // One alone goes on to the next choice.
        let next = MINUTES[(index + 1) % MINUTES.len()];
        let minutes = if parts.minutes == 1 { next } else { minutes };
        let big = Big { sign: ButtonSign::None, text: &text, name: &name, on, enabled: true };
        if big_ui(ui, cx, big).tip(|| &name).clicked()
            && let Some(choices) = &mut workshop.choices
        {
            choices.minutes = minutes;
            workshop.timer = Some(Timer::new(minutes));
        }
    }
}

/// What stands beside the time: first goes what is needed least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Parts {
    /// Start, and start again.
    buttons: usize,
    /// Choices of minutes: all, one that stands for them, or none.
    minutes: usize,
}

impl Parts {
    /// As much as there is room for, in points.
    fn that_fit(room: f32, wide: bool) -> Self {
        let all = [(2, MINUTES.len()), (2, 1), (1, 1), (1, 0)];
        let all = all.map(|(buttons, minutes)| Self { buttons, minutes });
        let fits = all.into_iter().find(|parts| parts.width(wide) <= room);
        fits.unwrap_or(Self { buttons: 0, minutes: 0 })
    }

    fn width(self, wide: bool) -> f32 {
        let each = if wide { MINUTE } else { BUTTON };
        self.buttons as f32 * (BUTTON + 6.0) + self.minutes as f32 * (each + 6.0)
    }
}

fn ink(timer: &Timer, now: f64) -> Role {
    if timer.is_up(now) { Role::IdeaText } else { Role::Ink }
}

/// Says above the bar that the time is up, until it is begun again or clicked away.
pub(crate) fn time_up_ui(ui: &Ui, cx: &Context, workshop: &mut Workshop, now: f64) {
    if !workshop.timer().is_up(now) {
        return;
    }
    let area = Area::new(egui::Id::unique("time is up"))
        .order(Order::Foreground)
        .sense(Sense::click())
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -HEIGHT - 16.0));
    let shown = area.show(ui.ctx(), |ui| {
        let frame = Frame::new()
            .fill(cx.theme.color(Role::IdeaFill))
            .stroke(egui::Stroke::new(2.0, cx.theme.color(Role::IdeaText)))
            .corner_radius(14)
            .inner_margin(Margin::symmetric(28, 14));
        frame.show(ui, |ui| {
            let ink = cx.theme.color(Role::IdeaText);
            let text = format!("{}  {}", icon::CLOCK, cx.words.workshop_time_up());
            let label = egui::Label::new(RichText::new(text).font(semibold(34.0)).color(ink));
            let label = ui.add(label.extend());
            ui.ctx().accesskit_node_builder(label.id, |node| {
                node.set_live(egui::accesskit::Live::Polite);
            });
        });
    });
    if shown.response.clicked() {
        workshop.timer().reset();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_leaves_out_what_has_no_room() {
        let mut before = usize::MAX;
        for room in [900.0, 300.0, 200.0, 120.0, 60.0, 10.0, -50.0] {
            let parts = Parts::that_fit(room, false);
            let count = parts.buttons + parts.minutes;
            assert!(count == 0 || parts.width(false) <= room, "{room}: {parts:?}");
            assert!(count <= before, "{room}: {parts:?}");
            before = count;
        }
        assert_eq!(before, 0);
        let all = Parts::that_fit(900.0, true);
        assert_eq!(all, Parts { buttons: 2, minutes: MINUTES.len() });
    }
}
