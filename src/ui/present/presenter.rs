//! The presenter's view: the page and the next one, notes, time, all pages, and what the audience
//! sees it on.

use super::clock::elapsed;
use super::keys::{Act, PresentKey};
use super::notes::{notes_size_ui, notes_ui};
use super::page_painter::paper;
use super::screens::Audience;
use super::shot::{AudienceAsks, Curtain, Light, Shot};
use super::stage::{StagePlace, stage_ui};
use super::talk::talk_ui;
use super::way::still;
use super::{Present, lights};
use crate::scene::Role;
use crate::scene::icon;
use crate::scene::pages::{Page, SIZE};
use crate::ui::kit::buttons::{
    focus_ring, icon_button, medium, named, regular, semibold, text_button,
};
use crate::ui::kit::local_time;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::{Context, Document, Message};
use egui::{
    Align, Button, ComboBox, Layout, Rect, RichText, ScrollArea, Sense, StrokeKind, Ui, UiBuilder,
    Vec2, WidgetInfo, pos2, vec2,
};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// Around everything, in points.
pub(crate) const PAD: f32 = 16.0;
/// How high the row with time and screens is.
const TOP: f32 = 58.0;
/// How high a heading is with the room below it.
const HEADING: f32 = 26.0;
/// How high the notes are at least.
const NOTES: f32 = 120.0;
/// How high the row of buttons is.
const TOOLS: f32 = 44.0;

/// What the presenter's view shows and asks for in a frame.
pub(crate) struct PresenterDesk<'a> {
    /// Strings and colours of the window.
    pub cx: &'a Context<'a>,
    /// The open file.
    pub doc: &'a Document,
    /// What the audience sees.
    pub shot: &'a Shot,
    /// The page after it.
    pub next: Option<Arc<Page>>,
    /// What is asked of the presentation.
    pub asks: &'a mut Vec<AudienceAsks>,
    /// The page to go to.
    pub go: Option<usize>,
    /// What the audience is to see it on from now on.
    pub audience: Option<Audience>,
    /// What the presenter has chosen for the view itself.
    pub choices: &'a mut PresenterChoices,
    /// What is asked of the program.
    pub out: &'a mut Vec<Message>,
}

/// What a presenter chooses for the view, whatever is presented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PresenterChoices {
    /// How large the notes are, in points.
    pub notes_size: u8,
    /// How long the talk is to take, in minutes; none: nobody has said.
    pub talk_minutes: Option<u16>,
}

/// Shows the view in the whole of `ui`. Returns where the page is, in screen points.
pub(crate) fn presenter_ui(
    ui: &mut Ui,
    present: &mut Present,
    desk: &mut PresenterDesk<'_>,
) -> Rect {
    let all = ui.max_rect();
    ui.painter().rect_filled(all, 0, desk.cx.theme.color(Role::Panel));
    let inner = all.shrink(PAD);
    let (top, below) = inner.split_top_bottom_at_y(inner.top() + TOP);
    in_rect(ui, top, |ui| time_ui(ui, present, desk));
    let rest = Rect::from_min_max(below.min + vec2(0.0, 8.0), below.max);
    // The page is as large as it can be beside the next one and above some lines of notes.
    let high = (rest.height() - 2.0 * HEADING - TOOLS - NOTES - 24.0).max(90.0);
    let width = (high * SIZE.x / SIZE.y).clamp(rest.width() * 0.5, rest.width() * 0.72);
    let (left, right) = rest.split_left_right_at_x(rest.left() + width);
    let right = Rect::from_min_max(right.min + vec2(PAD, 0.0), right.max);

    let now = page_rect(left, high);
    heading(ui, desk.cx, left, &desk.cx.words.present_now());
    page_ui(ui, present, desk, now);
    let corner = pos2(left.left(), now.bottom() + 10.0);
    let tools = Rect::from_min_size(corner, vec2(left.width(), TOOLS));
    in_rect(ui, tools, |ui| tools_ui(ui, desk));
    let notes = Rect::from_min_max(pos2(left.left(), tools.bottom() + 8.0), left.max);
    heading(ui, desk.cx, notes, &desk.cx.words.present_notes());
    let field = Rect::from_min_max(notes.min + vec2(0.0, HEADING), notes.max);
    in_rect(ui, field, |ui| {
        notes_ui(ui, desk.cx, desk.doc, &mut present.notes, desk.choices.notes_size, desk.out);
    });
    let corner = Rect::from_min_max(notes.min, pos2(notes.right(), notes.top() + HEADING - 2.0));
    in_rect(ui, corner, |ui| notes_size_ui(ui, desk.cx, &mut desk.choices.notes_size));

    heading(ui, desk.cx, right, &desk.cx.words.present_then());
    let next = page_rect(right, right.height() * 0.45);
    next_ui(ui, present, desk, next);
    let list = Rect::from_min_max(pos2(right.left(), next.bottom() + 16.0), right.max);
    heading(ui, desk.cx, list, &desk.cx.words.present_pages());
    let list = Rect::from_min_max(list.min + vec2(0.0, HEADING), list.max);
    in_rect(ui, list, |ui| pages_ui(ui, present, desk));
    now
}

fn in_rect(ui: &mut Ui, rect: Rect, add: impl FnOnce(&mut Ui)) {
    let place = UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min));
    ui.scope_builder(place, add);
}

/// The largest page that fits below a heading in `room` and is at most `high`.
fn page_rect(room: Rect, high: f32) -> Rect {
    let zoom = (room.width() / SIZE.x).min(high / SIZE.y).max(0.01);
    Rect::from_min_size(room.min + vec2(0.0, HEADING), SIZE * zoom)
}

fn heading(ui: &mut Ui, cx: &Context<'_>, rect: Rect, text: &str) {
    let place = Rect::from_min_size(rect.min, vec2(rect.width(), 22.0));
    in_rect(ui, place, |ui| {
        let text = RichText::new(text).font(semibold(13.5));
        ui.label(text.color(cx.theme.color(Role::Muted)));
    });
}

/// The page as the audience sees it. What covers it for them only thins it here.
fn page_ui(ui: &mut Ui, present: &mut Present, desk: &mut PresenterDesk<'_>, rect: Rect) {
    let bare = Shot { curtain: None, digits: String::new(), ..desk.shot.clone() };
    stage_ui(ui, rect, &bare, &mut present.stage, StagePlace::Preview, desk.asks);
    let words = desk.cx.words;
    if let Some(curtain) = desk.shot.curtain {
        let veil = curtain.color().gamma_multiply(0.6);
        ui.painter_at(rect).rect_filled(rect, 0, veil);
        let text = match curtain {
            Curtain::Black => words.present_black(),
            Curtain::White => words.present_white(),
        };
        lights::says(ui, desk.cx.theme, rect, &text);
    }
    if !desk.shot.digits.is_empty() {
        lights::says(ui, desk.cx.theme, rect, &words.present_go(&desk.shot.digits));
    }
    edge(ui, desk.cx, rect);
}

fn edge(ui: &Ui, cx: &Context<'_>, rect: Rect) {
    let stroke = egui::Stroke::new(1.0, cx.theme.color(Role::Hairline));
    ui.painter().rect_stroke(rect, 0, stroke, StrokeKind::Outside);
}

fn next_ui(ui: &mut Ui, present: &mut Present, desk: &PresenterDesk<'_>, rect: Rect) {
    paper(ui, desk.cx.theme, rect);
    if let Some(page) = &desk.next {
        present.then.paint(ui, desk.cx.theme, rect, &[(page, still(rect))]);
        let id = egui::Id::unique("next page");
        let response = ui.interact(rect, id, Sense::hover());
        let (number, of) = ((desk.shot.place + 2).to_string(), desk.shot.of.to_string());
        let label = desk.cx.words.present_page(number, of, &page.title);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &label));
    } else {
        lights::says(ui, desk.cx.theme, rect, &desk.cx.words.present_then_end());
    }
    edge(ui, desk.cx, rect);
}

/// Time, what it is shown on, and the end.
fn time_ui(ui: &mut Ui, present: &mut Present, desk: &mut PresenterDesk<'_>) {
    let (cx, words) = (desk.cx, desk.cx.words);
    let now = ui.input(|input| input.time);
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    // The time goes on without anybody doing anything.
    ui.ctx().request_repaint_after(Duration::from_secs(1));
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.set_height(TOP);
        let figure = |ui: &mut Ui, name: String, text: String| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add_space(4.0);
                ui.label(RichText::new(&name).font(medium(12.0)).color(muted));
                let label = ui.label(RichText::new(&text).font(semibold(26.0)).color(ink));
                let said = format!("{name}: {text}");
                label.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &said));
            });
        };
        figure(ui, words.present_elapsed(), elapsed(present.watch.seconds(now)));
        let size = vec2(34.0, 34.0);
        let (sign, label) = match present.watch.runs() {
            true => (' ', words.present_watch_pause()),
            false => (icon::PLAY, words.present_watch_start()),
        };
        let toggle = icon_button(ui, sign, &label, true, size);
        if present.watch.runs() {
            for x in [-3.5, 3.5] {
                let at = toggle.rect.center() + vec2(x, 0.0);
                ui.painter().rect_filled(Rect::from_center_size(at, vec2(3.5, 13.0)), 1.0, ink);
            }
        }
        focus_ring(ui, cx, &toggle, 8.0);
        if toggle.clicked() {
            present.watch.toggle(now);
        }
        let reset = icon_button(ui, icon::ROTATE_CCW, &words.present_watch_reset(), true, size);
        focus_ring(ui, cx, &reset, 8.0);
        if reset.clicked() {
            present.watch.reset(now);
        }
        ui.add_space(18.0);
        figure(ui, words.present_clock(), local_time::clock(words, SystemTime::now()));
        ui.add_space(18.0);
        let (place, seconds) = ((desk.shot.place, desk.shot.of), present.watch.seconds(now));
        talk_ui(ui, cx, &mut desk.choices.talk_minutes, place, seconds);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let label = words.present_end();
            if text_button(ui, cx, &label, false, vec2(80.0, 34.0)).clicked() {
                desk.asks.push(AudienceAsks::End);
            }
            audience_ui(ui, present, desk);
        });
    });
}

/// What the audience sees the story on.
fn audience_ui(ui: &mut Ui, present: &Present, desk: &mut PresenterDesk<'_>) {
    let words = desk.cx.words;
    if present.audience == Audience::Here {
        let label = words.present_show_page();
        if text_button(ui, desk.cx, &label, true, vec2(120.0, 34.0)).clicked() {
            desk.asks.push(AudienceAsks::Pressed(PresentKey::Act(Act::Presenter)));
        }
    }
    let mut chosen = present.audience.clone();
    let shown = chosen.label(&present.screens, words);
    let combo = ComboBox::from_id_salt("audience").width(210.0).selected_text(&shown);
    let combo = combo.show_ui(ui, |ui| {
        for choice in present.screens.choices() {
            let label = choice.label(&present.screens, words);
            ui.selectable_value(&mut chosen, choice, label);
        }
    });
    let label = words.present_audience();
    let name = words.labelled(&label, &shown);
    combo.response.widget_info(|| WidgetInfo::labeled(egui::Role::ComboBox, true, &name));
    focus_ring(ui, desk.cx, &combo.response, 8.0);
    let text = RichText::new(label).font(medium(13.0));
    ui.label(text.color(desk.cx.theme.color(Role::Muted)));
    if chosen != present.audience {
        desk.audience = Some(chosen);
    }
}

/// All pages; a click goes there.
fn pages_ui(ui: &mut Ui, present: &mut Present, desk: &mut PresenterDesk<'_>) {
    let cx = desk.cx;
    let turned = present.listed != desk.shot.turn;
    present.listed = desk.shot.turn;
    ScrollArea::vertical().id_salt("pages").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let width = ui.available_width() - 10.0;
        for (place, planned) in present.deck.shown().enumerate() {
            let here = place == desk.shot.place;
            let mut name = planned.called(cx.words);
            if planned.parts > 1 {
                let (part, parts) = ((planned.part + 1).to_string(), planned.parts.to_string());
                name = format!("{name} ({})", cx.words.present_page_short(part, parts));
            }
            let text = format!("{}  {name}", place + 1);
            let font = if here { semibold(13.5) } else { regular(13.5) };
            let ink = if here { Role::OnAccent } else { Role::Ink };
            let fill = if here { Role::Accent.into() } else { Role::Panel.at(0) };
            let button = Button::new(RichText::new(text).font(font).color(cx.theme.color(ink)))
                .fill(cx.theme.color(fill))
                .stroke(egui::Stroke::NONE)
                .corner_radius(7)
                .wrap()
                .min_size(vec2(width, 32.0));
            let row = Layout::top_down_justified(Align::Min);
            let response = ui.allocate_ui_with_layout(vec2(width, 32.0), row, |ui| ui.add(button));
            let response = response.inner;
            let (number, of) = ((place + 1).to_string(), desk.shot.of.to_string());
            let label = cx.words.present_page(number, of, &name);
            response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, here, &label));
            focus_ring(ui, cx, &response, 8.0);
            if here && turned {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                desk.go = Some(place);
            }
        }
    });
}

/// What the keys do, for the mouse.
fn tools_ui(ui: &mut Ui, desk: &mut PresenterDesk<'_>) {
    let shot = desk.shot;
    let tools = [
        (Act::Back, icon::CHEVRON_LEFT, false),
        (Act::Next, icon::CHEVRON_RIGHT, false),
        (Act::Black, icon::MOON, shot.curtain == Some(Curtain::Black)),
        (Act::White, icon::SUN, shot.curtain == Some(Curtain::White)),
        (Act::Dot, icon::CIRCLE_DOT, shot.light == Some(Light::Dot)),
        (Act::Spot, icon::TARGET, shot.light == Some(Light::Spot)),
        (Act::Zoom, icon::ZOOM_IN, shot.zoomed),
        (Act::Edit, icon::PENCIL, false),
        (Act::Help, icon::HELP_CIRCLE, false),
    ];
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (act, sign, on) in tools {
            let size = Vec2::splat(38.0);
            let (fill, ink) =
                if on { (Role::Accent, Role::OnAccent) } else { (Role::Chip, Role::Ink) };
            let text = RichText::new(sign).size(17.0).color(desk.cx.theme.color(ink));
            let button =
                Button::new(text).fill(desk.cx.theme.color(fill)).corner_radius(8).min_size(size);
            let response = ui.add(button);
            let label = act.label(desk.cx.words);
            named(&response, &label);
            focus_ring(ui, desk.cx, &response, 9.0);
            if response.tip(|| &label).clicked() {
                desk.asks.push(AudienceAsks::Pressed(PresentKey::Act(act)));
            }
            if act == Act::Next {
                let (number, of) = ((shot.place + 1).to_string(), shot.of.to_string());
                let text = RichText::new(desk.cx.words.present_page_short(number, of));
                let text = text.font(semibold(14.0)).color(desk.cx.theme.color(Role::Ink));
                ui.add_space(8.0);
                ui.label(text);
                ui.add_space(8.0);
            }
        }
    });
}
