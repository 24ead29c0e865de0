//! The start page: new, open, examples, recent files, and work that was not saved.

use super::command::{Command, State};
use super::examples::EXAMPLES;
use super::fonts::register_system_fonts;
use super::keys::shown_key;
use super::pictures::{Picture, Pictures, Source};
use super::shelf::recent_ui;
use super::start_templates::templates_ui;
use super::widgets::{box_button, line, named, regular, semibold, text_button};
use super::{Context, Message, canvas};
use crate::file::recovery::Recovered;
use crate::scene::{Role, icon};
use crate::templates::{Damaged, Template};
use egui::epaint::CubicBezierShape;
use egui::text::LayoutJob;
use egui::{Align2, Color32, Frame, Margin, Rect, RichText, ScrollArea, Ui};
use egui::{UiBuilder, pos2, vec2};
use std::path::PathBuf;

/// Narrower windows have one column.
const TWO_COLUMNS: f32 = 960.0;

/// What the start page shows besides commands.
pub struct Shelf<'a> {
    /// Files opened or saved, newest first.
    pub recent: &'a [PathBuf],
    /// Work that was not saved, newest first.
    pub recovered: &'a [Recovered],
    /// The user's own templates.
    pub own: &'a [Template],
    /// Files among them that cannot be used.
    pub damaged: &'a [Damaged],
    /// Small pictures of files and examples.
    pub pictures: &'a mut Pictures,
}

/// Shows the page.
pub fn start_ui(
    ui: &mut Ui,
    cx: &Context,
    state: &State,
    shelf: Shelf<'_>,
    out: &mut Vec<Message>,
) {
    let mut wanted: Vec<Source> = shelf.recent.iter().cloned().map(Source::File).collect();
    wanted.extend((0..EXAMPLES.len()).map(Source::Example));
    shelf.pictures.want(&wanted, cx.words, ui.ctx());
    register_system_fonts(ui.ctx());

    let page = ui.max_rect();
    ui.painter().rect_filled(page, 0.0, cx.theme.color(Role::Paper));
    if page.width() < TWO_COLUMNS {
        pane(ui, page, "start", |ui| {
            begin_ui(ui, cx, state, &shelf, out);
            ui.add_space(24.0);
            recent_ui(ui, cx, &shelf, out);
        });
        return;
    }
    let middle = page.left() + (page.width() * 0.536).round();
    let (left, right) = page.split_left_right_at_x(middle);
    ui.painter().rect_filled(right, 0.0, cx.theme.color(Role::Panel));
    let edge = egui::Stroke::new(1.0, cx.theme.color(Role::Hairline));
    ui.painter().vline(middle, page.y_range(), edge);
    pane(ui, left, "begin", |ui| begin_ui(ui, cx, state, &shelf, out));
    pane(ui, right, "recent", |ui| recent_ui(ui, cx, &shelf, out));
}

/// A part of the page that scrolls by itself.
fn pane(ui: &mut Ui, rect: Rect, name: &str, content: impl FnOnce(&mut Ui)) {
    let place = UiBuilder::new().max_rect(rect).id_salt(name);
    ui.scope_builder(place, |ui| {
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        ScrollArea::vertical().id_salt(name).auto_shrink([false, false]).show(ui, |ui| {
            let side = (rect.width() * 0.1).clamp(24.0, 96.0);
            let margin =
                Margin { left: side as i8, right: (side * 0.65) as i8, top: 56, bottom: 32 };
            Frame::new().inner_margin(margin).show(ui, content);
        });
    });
}

/// New, open and the examples.
fn begin_ui(ui: &mut Ui, cx: &Context, state: &State, shelf: &Shelf, out: &mut Vec<Message>) {
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    logo(ui, cx);
    ui.add_space(14.0);
    ui.label(RichText::new("Kundresa").font(semibold(46.0)).color(ink));
    ui.label(RichText::new(cx.words.start_tagline()).font(regular(16.0)).color(muted));
    ui.add_space(24.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        for (command, width) in [(Command::New, 200.0), (Command::Open, 170.0)] {
            let label = command.label(cx.words);
            let key = shown_key(&command, cx.words).unwrap_or_default();
            let main = command == Command::New;
            let button = text_button(ui, cx, &format!("{label}   {key}"), main, vec2(width, 44.0));
            named(&button, &label);
            if button.clicked() {
                out.push(Message::Do(command));
            }
        }
    });
    ui.add_space(30.0);
    templates_ui(ui, cx, shelf, out);
    ui.add_space(16.0);
    heading(ui, cx, &cx.words.start_examples());
    examples_ui(ui, cx, shelf.pictures, out);
    ui.add_space(22.0);
    links_ui(ui, cx, state, out);
}

/// The examples: each with its emoji, its title in full and what it holds.
fn examples_ui(ui: &mut Ui, cx: &Context, pictures: &Pictures, out: &mut Vec<Message>) {
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    let (least, most, gap) = (190.0, 340.0, 18.0);
    let (_, width) = columns(ui.available_width(), least, most, gap);
    let room = width - 72.0;
    let title = |ui: &Ui, index: usize| {
        let picture = pictures.get(&Source::Example(index));
        let title = picture.map(|picture| picture.title.clone()).unwrap_or_default();
        let mut job = LayoutJob::simple(title, semibold(14.0), ink, room);
        job.wrap.max_rows = 3;
        ui.painter().layout_job(job)
    };
    // As many lines for all titles as the longest needs, so that the boxes are of one height.
    let titles: Vec<_> = (0..EXAMPLES.len()).map(|index| title(ui, index)).collect();
    let text = titles.iter().map(|title| title.size().y).fold(18.0, f32::max);
    let examples = EXAMPLES.iter().zip(titles).enumerate();
    let height = text + 50.0;
    grid(ui, least, most, gap, height, examples, |ui, (index, (example, title)), size| {
        let picture = pictures.get(&Source::Example(index));
        let response = box_button(ui, cx, size, &cx.words.start_example(title.text()));
        let rect = response.rect;
        let emoji = rect.left_top() + vec2(32.0, 34.0);
        ui.painter().text(emoji, Align2::CENTER_CENTER, example.emoji, regular(26.0), ink);
        let at = rect.left_top() + vec2(60.0, 14.0);
        let note = at + vec2(0.0, title.size().y + 12.0);
        ui.painter().galley(at, title, ink);
        if let Some(picture) = picture {
            let (phases, cards) = (picture.phases as u32, picture.cards as u32);
            let (phases, cards) = (cx.words.count_phases(phases), cx.words.count_cards(cards));
            line(ui, note, &format!("{phases} · {cards}"), regular(12.5), muted, room);
        }
        if response.clicked() {
            out.push(Message::Example(index));
        }
    });
}

/// The rest of what can be done here, in small.
fn links_ui(ui: &mut Ui, cx: &Context, state: &State, out: &mut Vec<Message>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        let language = match state.lang {
            crate::words::Lang::Sv => Command::English,
            crate::words::Lang::En => Command::Swedish,
        };
        for command in [Command::Palette, Command::Keys, language, Command::About] {
            let label = command.label(cx.words);
            let key = shown_key(&command, cx.words).map(|key| format!("  {key}"));
            let text = format!("{}  {label}{}", command.row().icon, key.unwrap_or_default());
            let text = RichText::new(text).font(regular(13.0)).color(cx.theme.color(Role::Muted));
            let response = ui.add(egui::Button::new(text).frame(false));
            named(&response, &label);
            if response.clicked() {
                out.push(Message::Do(command));
            }
        }
    });
}

/// A title on the page.
pub fn heading(ui: &mut Ui, cx: &Context, text: &str) {
    ui.label(RichText::new(text).font(semibold(19.0)).color(cx.theme.color(Role::Ink)));
    ui.add_space(10.0);
}

/// How many boxes there is room for side by side, and how wide each is.
pub fn columns(room: f32, least: f32, most: f32, gap: f32) -> (usize, f32) {
    let columns = ((room + gap) / (least + gap)).floor().max(1.0);
    let width = ((room - gap * (columns - 1.0)) / columns).min(most).floor();
    (columns as usize, width)
}

/// Boxes in rows, as many side by side as there is room for.
pub fn grid<T>(
    ui: &mut Ui,
    least: f32,
    most: f32,
    gap: f32,
    height: f32,
    things: impl Iterator<Item = T>,
    mut show: impl FnMut(&mut Ui, T, egui::Vec2),
) {
    let (columns, width) = columns(ui.available_width(), least, most, gap);
    let mut things = things.peekable();
    while things.peek().is_some() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for thing in things.by_ref().take(columns) {
                show(ui, thing, vec2(width, height));
            }
        });
        ui.add_space(gap - ui.spacing().item_spacing.y);
    }
}

/// The map in `rect`, or paper until it is there. A map that is higher than `rect` shows its
/// upper part: phases and curve, at a size that can be told apart.
pub fn picture_ui(ui: &mut Ui, cx: &Context, rect: Rect, radius: f32, picture: Option<&Picture>) {
    if !ui.is_rect_visible(rect) {
        return;
    }
    ui.painter().rect_filled(rect, radius, cx.theme.color(Role::Paper));
    let Some(picture) = picture else { return };
    match &picture.scene {
        Some(scene) => {
            let inside = rect.shrink(6.0);
            let mut part = ui.new_child(UiBuilder::new().max_rect(inside));
            part.set_clip_rect(inside.intersect(ui.clip_rect()));
            canvas::picture_ui(&part, covering(inside, scene.size), scene, cx.theme);
        }
        None => {
            let symbol = if picture.missing { icon::EYE_OFF } else { icon::MAP };
            let color = cx.theme.color(Role::Muted);
            ui.painter().text(rect.center(), Align2::CENTER_CENTER, symbol, regular(28.0), color);
        }
    }
}

/// Where to draw a map of this size so that it covers `rect` from its top left corner on: its
/// beginning is worth more than all of it too small to see.
fn covering(rect: Rect, map: egui::Vec2) -> Rect {
    let scale = rect.size() / map.max(egui::Vec2::splat(1.0));
    let (whole, cover) = (scale.min_elem(), scale.max_elem());
    Rect::from_min_size(rect.min, map * cover.min(whole * 3.0))
}

/// A curve that ends in a face.
fn logo(ui: &mut Ui, cx: &Context) {
    let (rect, _) = ui.allocate_exact_size(vec2(180.0, 70.0), egui::Sense::hover());
    let at = |x: f32, y: f32| rect.min + vec2(4.0 + x, y);
    let stroke = egui::Stroke::new(7.0, cx.theme.color(Role::Accent));
    let curve = [
        [at(0.0, 58.0), at(34.0, 0.0), at(54.0, 90.0), at(90.0, 44.0)],
        [at(90.0, 44.0), at(126.0, -2.0), at(140.0, 10.0), at(154.0, 32.0)],
    ];
    for points in curve {
        let clear = Color32::TRANSPARENT;
        let shape = CubicBezierShape::from_points_stroke(points, false, clear, stroke);
        ui.painter().add(shape);
    }
    ui.painter().circle_filled(at(0.0, 58.0), 3.5, stroke.color);
    ui.painter().circle_filled(at(90.0, 44.0), 3.5, stroke.color);
    let face = pos2(at(154.0, 0.0).x, at(0.0, 30.0).y);
    ui.painter().text(face, Align2::CENTER_CENTER, "😍", regular(40.0), cx.theme.color(Role::Ink));
}
