//! The small bar at the selected cards: what one does to a card all day, a click away.
//!
//! It comes a moment after the selection, and is gone while something is dragged or typed or the map
//! moves. Where it stands: `bar_place.rs`. The menu key shows it at once; then the arrow keys walk
//! along it.

use super::super::inspector::Lit;
use super::super::{Context, Document, Message};
use super::bar_place::{self, AROUND, AWAY, BETWEEN, BUTTON, LINE};
use super::chosen::Chosen;
use super::tool::Tool;
use super::{Canvas, bar_menus, bar_signs, menu};
use crate::model::{Mark, Thing};
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::kit::buttons::{focus_ring, named};
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::state::document::{Camera, canvas_id};
use crate::words::{Named, Words};
use egui::{
    Area, CursorIcon, EventFilter, Frame, Key, Margin, Modifiers, Order, Popup, Pos2, Rect,
    Response, Sense, Shadow, Stroke, Ui, Vec2, WidgetInfo, vec2,
};
use std::sync::Arc;
use std::time::Duration;

/// How long something is selected before it comes, in seconds.
const WAITS: f64 = 0.15;
/// Room for a menu, in screen points.
const MENU: f32 = 340.0;
/// What the bar remembers between frames.
#[derive(Default)]
pub struct Bar {
    /// The cards it is for.
    chosen: Option<Arc<Chosen>>,
    /// What was selected in the last frame, and since when, in seconds.
    selected: Vec<Thing>,
    since: f64,
    /// How the map was looked at in the last frame.
    camera: Option<Camera>,
    /// It was asked for by key: it comes at once and has the keyboard.
    wanted: bool,
    /// It was put away by key, until something else is selected.
    away: bool,
    /// Something was typed on the card just now: whoever goes on to the next one by the mouse must not
    /// hit what comes between.
    typed: bool,
    /// Where it was in the last frame, in screen points; none: it was not shown.
    pub rect: Option<Rect>,
}

impl Bar {
    /// Asks for it by key.
    pub fn want(&mut self) {
        self.wanted = true;
        (self.away, self.typed) = (false, false);
    }
}

/// The buttons, from the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Button {
    /// Is it a pain point?
    Flag,
    /// Is it a moment of truth?
    Star,
    /// What is felt there.
    Feeling,
    /// Whom it concerns.
    Persona,
    /// Where it leads.
    Opportunity,
    /// Its colour.
    Color,
    /// All else.
    More,
}

impl Button {
    /// All of them, in order.
    pub(super) const ALL: [Self; 7] = [
        Self::Flag,
        Self::Star,
        Self::Feeling,
        Self::Persona,
        Self::Opportunity,
        Self::Color,
        Self::More,
    ];

    /// What it is called.
    pub(super) fn name(self, words: &Words) -> String {
        match self {
            Self::Flag => Mark::PainPoint.name(words),
            Self::Star => Mark::MomentOfTruth.name(words),
            Self::Feeling => words.thing_feeling(),
            Self::Persona => words.field_whom(),
            Self::Opportunity => words.field_opportunity(),
            Self::Color => words.field_color(),
            Self::More => words.bar_more(),
        }
    }

    /// What it does, for those who point at it.
    pub(super) fn hint(self, words: &Words, chosen: &Chosen) -> String {
        match self {
            Self::Flag => words.bar_flag(),
            Self::Star => words.bar_star(),
            Self::Feeling if !chosen.can_feel() => words.bar_feeling_parked(),
            Self::Feeling => words.bar_feeling(),
            Self::Persona => words.bar_persona(),
            Self::Opportunity if chosen.are_opportunities() => words.bar_opportunity_itself(),
            Self::Opportunity => words.bar_opportunity(),
            Self::Color => words.bar_color(),
            Self::More => words.bar_more_hint(),
        }
    }

    /// Can all the chosen cards have it?
    pub(super) fn is_offered(self, chosen: &Chosen) -> bool {
        match self {
            Self::Feeling => chosen.can_feel(),
            Self::Persona => !chosen.personas().is_empty(),
            Self::Opportunity => !chosen.are_opportunities(),
            Self::Flag | Self::Star | Self::Color | Self::More => true,
        }
    }

    /// Is it on: for all, some or none?
    pub(super) fn lit(self, chosen: &Chosen) -> Lit {
        match self {
            Self::Flag => chosen.lit(|card| card.marks.contains(&Mark::PainPoint)),
            Self::Star => chosen.lit(|card| card.marks.contains(&Mark::MomentOfTruth)),
            Self::Feeling => Lit::from(chosen.feeling().is_some()),
            Self::Persona => chosen.lit(|card| !card.personas.is_empty()),
            Self::Opportunity if chosen.are_opportunities() => Lit::On,
            Self::Opportunity => chosen.leads(),
            Self::Color => chosen.lit(|card| card.color.is_some()),
            Self::More => Lit::Off,
        }
    }

    /// The colour it has when it is on.
    fn role(self, chosen: &Chosen) -> Role {
        match self {
            Self::Flag => Role::Bad,
            Self::Star | Self::Opportunity => Role::Idea,
            Self::Color => chosen.color().map_or(Role::Accent, Role::PhaseText),
            Self::Feeling | Self::Persona | Self::More => Role::Accent,
        }
    }

    pub(super) fn icon(self) -> char {
        match self {
            Self::Flag => icon::FLAG,
            Self::Star => icon::STAR,
            Self::Feeling => icon::SMILE,
            Self::Persona => icon::USER,
            Self::Opportunity => icon::LIGHTBULB,
            Self::Color => icon::PALETTE,
            Self::More => icon::MORE_HORIZONTAL,
        }
    }

    fn id(self) -> egui::Id {
        egui::Id::unique(("card bar", self as u8))
    }
}

/// Shows the bar where it is called for, and does what is pressed.
pub(super) fn bar_ui(
    ui: &Ui,
    cx: &Context<'_>,
    doc: &mut Document,
    canvas: &mut Canvas,
    response: &Response,
    view: &bar_place::Where<'_>,
    out: &mut Vec<Message>,
) {
    let was = canvas.bar.rect.take();
    let now = ui.input(|input| input.time);
    let busy = !matches!(canvas.tool, Tool::Idle) || canvas.typing.is_some() || canvas.ballot.open;
    if canvas.bar.selected != doc.selection.things {
        canvas.bar.selected.clone_from(&doc.selection.things);
        (canvas.bar.since, canvas.bar.away) = (now, false);
        canvas.bar.typed = false;
    }
    canvas.bar.typed |= canvas.typing.is_some();
    if response.clicked() || response.is_pointer_button_down_on() {
        canvas.bar.typed = false;
    }
    if busy || doc.editor.is_previewing() {
        // It comes a moment after what was done.
        (canvas.bar.since, canvas.bar.wanted) = (now, false);
        return;
    }
    let camera = Some(view.view.camera);
    if canvas.bar.camera != camera && !is_used(ui) {
        // It does not chase a card that moves with the map.
        canvas.bar.since = now;
    }
    canvas.bar.camera = camera;
    let waits = canvas.bar.since + WAITS - now;
    if canvas.bar.away || canvas.bar.typed || doc.selection.things.is_empty() {
        return;
    }
    if waits > 0.0 && !canvas.bar.wanted {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(waits));
        return;
    }
    let kept = canvas.bar.chosen.take().filter(|chosen| chosen.is_of(doc));
    let Some(chosen) = kept.or_else(|| Chosen::of(doc).map(Arc::new)) else { return };
    canvas.bar.chosen = Some(chosen.clone());
    let Some(rect) = view.place(doc) else {
        // By key it is come to: the card is brought into view first.
        if let Some(thing) = doc.selection.things.last().filter(|_| canvas.bar.wanted)
            && was.is_none()
        {
            canvas.show(thing.clone());
            ui.ctx().request_repaint();
        }
        return;
    };
    canvas.bar.rect = Some(rect);
    if was.is_none() {
        // What is shown for the first time is only measured: it is seen in the frame after.
        ui.ctx().request_repaint();
    }
    let by_key = std::mem::take(&mut canvas.bar.wanted);
    if by_key {
        // It stays, also where the card was selected just now.
        canvas.bar.since = now - WAITS;
    }
    let theme = cx.theme;
    let frame = Frame::new()
        .fill(theme.color(Role::Card))
        .stroke(Stroke::new(1.0, theme.color(Role::Hairline)))
        .corner_radius(10)
        .shadow(Shadow {
            offset: [0, 4],
            blur: 14,
            spread: 0,
            color: theme.color(Role::Shadow.at(255)),
        })
        .inner_margin(Margin::same(AROUND as i8));
    Area::new(egui::Id::unique("card bar"))
        .order(Order::Middle)
        .fixed_pos(rect.min)
        .constrain(false)
        .fade_in(false)
        .accessible_name(cx.words.bar_name())
        .role(egui::accesskit::Role::Toolbar)
        .show(ui.ctx(), |ui| {
            frame.show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(BETWEEN, 0.0);
                ui.horizontal(|ui| {
                    for button in Button::ALL {
                        let pressed = button_ui(ui, cx, button, &chosen);
                        if by_key && button == Button::Flag {
                            pressed.request_focus();
                        }
                        walk(ui, button, &chosen, &mut canvas.bar.away);
                        act(cx, button, &chosen, &pressed, response, doc, out);
                    }
                });
            });
        });
}

/// Has the keyboard come to the bar, or is a menu of it open?
fn is_used(ui: &Ui) -> bool {
    let focused = ui.memory(|memory| memory.focused());
    Popup::is_any_open(ui.ctx()) || Button::ALL.iter().any(|button| Some(button.id()) == focused)
}

fn button_ui(ui: &mut Ui, cx: &Context<'_>, button: Button, chosen: &Chosen) -> Response {
    if button == Button::More {
        let (line, _) = ui.allocate_exact_size(vec2(LINE - BETWEEN, BUTTON), Sense::hover());
        let stroke = Stroke::new(1.0, cx.theme.color(Role::Hairline));
        ui.painter().vline(line.center().x, line.shrink2(vec2(0.0, 6.0)).y_range(), stroke);
    }
    let (offered, lit) = (button.is_offered(chosen), button.lit(chosen));
    let (_, rect) = ui.allocate_space(Vec2::splat(BUTTON));
    let response = ui.interact(rect, button.id(), Sense::click());
    let on = lit == Lit::On;
    response.widget_info(|| {
        WidgetInfo::selected(egui::Role::Button, offered, on, button.name(cx.words))
    });
    if button == Button::More {
        named(&response, &button.name(cx.words));
    }
    let role = button.role(chosen);
    let painter = ui.painter();
    if lit == Lit::On {
        painter.rect_filled(rect, 7.0, cx.theme.color(role.at(34)));
    } else if response.hovered() && offered {
        painter.rect_filled(rect, 7.0, cx.theme.color(Role::Chip));
    }
    if lit == Lit::Some {
        let stroke = Stroke::new(1.5, cx.theme.color(role.at(150)));
        painter.rect_stroke(rect.shrink(1.0), 7.0, stroke, egui::StrokeKind::Inside);
    }
    let ink = match (offered, lit) {
        (_, Lit::On) => role.into(),
        (true, _) => Role::Ink.into(),
        (false, _) => Role::Muted.at(110),
    };
    bar_signs::paint(painter, button, button.icon(), rect, lit == Lit::On, cx.theme.color(ink));
    focus_ring(ui, cx, &response, 8.0);
    let cursor = if offered { CursorIcon::PointingHand } else { CursorIcon::Default };
    response.on_hover_cursor(cursor).tip(|| button.hint(cx.words, chosen))
}

/// The arrow keys walk along the bar, Esc gives the keyboard back to the map.
fn walk(ui: &Ui, button: Button, chosen: &Chosen, away: &mut bool) {
    let id = button.id();
    if !ui.memory(|memory| memory.has_focus(id)) || Popup::is_any_open(ui.ctx()) {
        return;
    }
    let all = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, all));
    let (by, escape) = ui.input_mut(|input| {
        let mut by = 0isize;
        for (key, step) in
            [(Key::ArrowRight, 1), (Key::ArrowDown, 1), (Key::ArrowLeft, -1), (Key::ArrowUp, -1)]
        {
            by += input.count_and_consume_key(Modifiers::NONE, key) as isize * step;
        }
        (by, input.consume_key(Modifiers::NONE, Key::Escape))
    });
    if escape {
        *away = true;
        return ui.memory_mut(|memory| memory.request_focus(canvas_id()));
    }
    if by != 0 {
        let offered: Vec<Button> =
            Button::ALL.into_iter().filter(|button| button.is_offered(chosen)).collect();
        let at = offered.iter().position(|one| *one == button).unwrap_or_default() as isize;
        let to = (at + by).rem_euclid(offered.len().max(1) as isize) as usize;
        if let Some(next) = offered.get(to) {
            ui.memory_mut(|memory| memory.request_focus(next.id()));
        }
    }
}

/// Where the menu of a button opens: beside it, so that a second press does not choose from it.
fn beside(button: &Response) -> Pos2 {
    let away = vec2(AWAY, 0.0);
    match button.rect.right() + MENU < button.ctx.content_rect().right() {
        true => button.rect.right_top() + away,
        false => button.rect.left_top() - away - vec2(MENU, 0.0),
    }
}

/// Does what a button is for.
fn act(
    cx: &Context<'_>,
    button: Button,
    chosen: &Chosen,
    pressed: &Response,
    map: &Response,
    doc: &mut Document,
    out: &mut Vec<Message>,
) {
    if !button.is_offered(chosen) {
        return;
    }
    match button {
        Button::Flag if pressed.clicked() => chosen.toggle_mark(&Mark::PainPoint, out),
        Button::Star if pressed.clicked() => chosen.toggle_mark(&Mark::MomentOfTruth, out),
        Button::Flag | Button::Star => {}
        Button::More if pressed.clicked() => menu::open_at(map, beside(pressed)),
        Button::More => {}
        Button::Feeling => {
            let popup = menu_of(cx, button, pressed);
            popup.show(|ui| bar_menus::feelings_ui(ui, cx, chosen, doc, out));
        }
        Button::Persona => {
            let popup = menu_of(cx, button, pressed)
                .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
            popup.show(|ui| bar_menus::personas_ui(ui, cx, chosen, out));
        }
        Button::Opportunity => {
            let popup = menu_of(cx, button, pressed);
            popup.show(|ui| bar_menus::opportunities_ui(ui, cx, chosen, doc, out));
        }
        Button::Color => {
            let popup = menu_of(cx, button, pressed);
            popup.show(|ui| bar_menus::colors_ui(ui, cx, chosen, out));
        }
    }
}

/// The menu that a button opens. It has its name when it is open.
fn menu_of<'a>(cx: &Context<'_>, button: Button, pressed: &'a Response) -> Popup<'a> {
    let popup = Popup::menu(pressed);
    match pressed.clicked() || popup.is_open() {
        true => popup.accessible_name(button.name(cx.words)),
        false => popup,
    }
}
