//! The start page: new, open, examples, recent files, and work that was not saved.

use super::examples::EXAMPLES;
use super::pictures::{PictureSource, SmallPictures};
use super::ranks::{Ranks, Widths};
use super::shelf::{CARD_HEIGHT, CARDS, hints_ui, kept_source, recent_ui, recovered_ui};
use super::templates::templates_ui;
use crate::file::recovery::Recovered;
use crate::scene::icon;
use crate::scene::{Role, UNTINTED};
use crate::templates::{Damaged, Template};
use crate::ui::kit::buttons::{
    box_button, focus_ring, line, named, regular, semibold, text_button,
};
use crate::ui::kit::fonts::register_system_fonts;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::state::command::{Command, State};
use crate::ui::state::keys::shown_key;
use crate::ui::{Context, Message};
use egui::emath::GuiRounding;
use egui::epaint::CubicBezierShape;
use egui::text::LayoutJob;
use egui::{Align2, Color32, Frame, Margin, Rect, RichText, ScrollArea, Ui, UiBuilder, pos2, vec2};
use std::path::PathBuf;

/// Narrower windows have one column.
const TWO_COLUMNS: f32 = 960.0;

/// What the start page shows besides commands.
pub(crate) struct Shelf<'a> {
    /// Files opened or saved, newest first.
    pub recent: &'a [PathBuf],
    /// Work that was not saved, newest first.
    pub recovered: &'a [Recovered],
    /// The user's own templates.
    pub own: &'a [Template],
    /// Files among them that cannot be used.
    pub damaged: &'a [Damaged],
    /// Small pictures of files and examples.
    pub pictures: &'a mut SmallPictures,
}

/// Shows the page.
pub(crate) fn start_ui(
    ui: &mut Ui,
    cx: &Context,
    state: &State,
    mut shelf: Shelf<'_>,
    out: &mut Vec<Message>,
) {
    let mut wanted: Vec<PictureSource> =
        shelf.recent.iter().cloned().map(PictureSource::File).collect();
    wanted.extend(shelf.recovered.iter().map(kept_source));
    wanted.extend((0..EXAMPLES.len()).map(PictureSource::Example));
    shelf.pictures.want(&wanted, cx.words, ui.ctx());
    register_system_fonts(ui.ctx());

    let page = ui.max_rect();
    ui.painter().rect_filled(page, 0.0, cx.theme.color(Role::Paper));
    if page.width() < TWO_COLUMNS {
        pane(ui, page, "start", |ui| {
            // Whoever comes back after a crash must not look for the work.
            if !shelf.recovered.is_empty() {
                recent_ui(ui, cx, &mut shelf, out);
                ui.add_space(24.0);
                return begin_ui(ui, cx, state, &mut shelf, true, out);
            }
            begin_ui(ui, cx, state, &mut shelf, true, out);
            ui.add_space(24.0);
            recent_ui(ui, cx, &mut shelf, out);
        });
        return;
    }
    let middle = page.left() + (page.width() * 0.536).round();
    let (left, right) = page.split_left_right_at_x(middle);
    ui.painter().rect_filled(right, 0.0, cx.theme.color(Role::Panel));
    let edge = egui::Stroke::new(1.0, cx.theme.color(Role::Hairline));
    ui.painter().vline(middle, page.y_range(), edge);
    // Where there is nothing to go on with, the examples have the right half.
    let any = !shelf.recent.is_empty();
    // Work that was not saved comes first for the keyboard too.
    let first = !shelf.recovered.is_empty();
    if !first {
        pane(ui, left, "begin", |ui| begin_ui(ui, cx, state, &mut shelf, any, out));
    }
    pane(ui, right, "recent", |ui| {
        if !any {
            ui.add_space(24.0);
            recovered_ui(ui, cx, &mut shelf, out);
            heading(ui, cx, &cx.words.start_examples());
            example_cards_ui(ui, cx, shelf.pictures, out);
            ui.add_space(16.0);
            hints_ui(ui, cx, true);
            return;
        }
        recent_ui(ui, cx, &mut shelf, out);
    });
    if first {
        pane(ui, left, "begin", |ui| begin_ui(ui, cx, state, &mut shelf, any, out));
    }
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

/// New, open, templates, and the examples if they are to be here.
fn begin_ui(
    ui: &mut Ui,
    cx: &Context,
    state: &State,
    shelf: &mut Shelf<'_>,
    examples: bool,
    out: &mut Vec<Message>,
) {
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
    if examples {
        ui.add_space(16.0);
        heading(ui, cx, &cx.words.start_examples());
        examples_ui(ui, cx, shelf.pictures, out);
    }
    ui.add_space(22.0);
    links_ui(ui, cx, state, out);
}

/// The examples: each with its emoji, its title in full and what it holds.
fn examples_ui(ui: &mut Ui, cx: &Context, pictures: &SmallPictures, out: &mut Vec<Message>) {
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    let widths = Widths { least: 190.0, most: 340.0, gap: 18.0 };
    let ranks = Ranks::of(EXAMPLES.len(), ui.available_width(), widths);
    let room = ranks.narrowest() - 72.0;
    let title = |ui: &Ui, index: usize| {
        let picture = pictures.get(&PictureSource::Example(index));
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
    ranks.show(ui, height, examples, |ui, (index, (example, title)), size| {
        let picture = pictures.get(&PictureSource::Example(index));
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

/// The examples with their pictures.
fn example_cards_ui(
    ui: &mut Ui,
    cx: &Context,
    pictures: &mut SmallPictures,
    out: &mut Vec<Message>,
) {
    let ranks = Ranks::of(EXAMPLES.len(), ui.available_width(), CARDS);
    let examples = EXAMPLES.iter().enumerate();
    ranks.show(ui, CARD_HEIGHT, examples, |ui, (index, example), size| {
        let source = PictureSource::Example(index);
        let known = pictures.get(&source);
        let title = known.map(|known| known.title.clone()).unwrap_or_default();
        let note = known.map(|known| {
            let (phases, cards) = (known.phases as u32, known.cards as u32);
            format!("{} · {}", cx.words.count_phases(phases), cx.words.count_cards(cards))
        });
        let response = box_button(ui, cx, size, &cx.words.start_example(&title));
        let rect = response.rect;
        let (top, text) = rect.split_top_bottom_at_y(rect.bottom() - 72.0);
        picture_ui(ui, cx, top.shrink(1.0), 11.0, pictures, &source);
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        let emoji = text.left_center() + vec2(30.0, -2.0);
        ui.painter().text(emoji, Align2::CENTER_CENTER, example.emoji, regular(24.0), ink);
        let (at, room) = (text.left_top() + vec2(56.0, 24.0), text.width() - 68.0);
        line(ui, at, &title, semibold(14.5), ink, room);
        let note = note.unwrap_or_default();
        line(ui, at + vec2(0.0, 21.0), &note, regular(12.5), muted, room);
        if response.tip(|| &title).clicked() {
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
        for command in [Command::Guide, Command::Palette, Command::Keys, language, Command::About] {
            let label = command.label(cx.words);
            let key = shown_key(&command, cx.words).map(|key| format!("  {key}"));
            let text = format!("{}  {label}{}", command.row().icon, key.unwrap_or_default());
            let text = RichText::new(text).font(regular(13.0)).color(cx.theme.color(Role::Muted));
            let response = ui.add(egui::Button::new(text).frame(false));
            named(&response, &label);
            focus_ring(ui, cx, &response, 6.0);
            if response.clicked() {
                out.push(Message::Do(command));
            }
        }
    });
}

/// A title on the page.
pub(crate) fn heading(ui: &mut Ui, cx: &Context, text: &str) {
    ui.label(RichText::new(text).font(semibold(19.0)).color(cx.theme.color(Role::Ink)));
    ui.add_space(10.0);
}

/// The map in `rect`, or paper until it is there. A map that is higher than `rect` shows its
/// upper part: phases and curve, at a size that can be told apart.
pub(crate) fn picture_ui(
    ui: &Ui,
    cx: &Context,
    rect: Rect,
    radius: f32,
    pictures: &mut SmallPictures,
    source: &PictureSource,
) {
    if !ui.is_rect_visible(rect) {
        return;
    }
    ui.painter().rect_filled(rect, radius, cx.theme.color(Role::Paper));
    let Some(picture) = pictures.get(source) else { return };
    if picture.scene.is_none() {
        let symbol = if picture.missing { icon::EYE_OFF } else { icon::MAP };
        let color = cx.theme.color(Role::Muted);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, symbol, regular(28.0), color);
        return;
    }
    let inside = rect.shrink(6.0).round_to_pixels(ui.pixels_per_point());
    let texture = pictures.texture(ui.ctx(), cx.words, cx.theme, source, inside);
    if let Some(texture) = texture {
        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().image(texture, inside, uv, UNTINTED);
    }
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
