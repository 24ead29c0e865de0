//! What the start page has on its shelf: recent files, and work that was not saved.

use super::page::{Shelf, heading, picture_ui};
use super::pictures::{PictureSource, SmallPictures};
use super::ranks::{Ranks, Widths};
use crate::file::recovery::Recovered;
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::kit::buttons::{
    box_button, icon_button, line, medium, regular, semibold, text_button,
};
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::{Context, Message};
use crate::words::Words;
use egui::{Align, Frame, Layout, Margin, Rect, RichText, Ui, UiBuilder, vec2};
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

/// How wide and how high the boxes are that show a map.
pub(crate) const CARDS: Widths = Widths { least: 232.0, most: 340.0, gap: 24.0 };
pub(crate) const CARD_HEIGHT: f32 = 282.0;

/// How large the picture of work that was not saved is.
const KEPT_PICTURE: egui::Vec2 = vec2(112.0, 64.0);

/// The picture of work that was not saved.
pub(crate) fn kept_source(recovered: &Recovered) -> PictureSource {
    PictureSource::Kept(recovered.path.clone(), recovered.from.clone())
}

/// Work that was not saved, and recent files.
pub(crate) fn recent_ui(ui: &mut Ui, cx: &Context, shelf: &mut Shelf<'_>, out: &mut Vec<Message>) {
    ui.add_space(24.0);
    recovered_ui(ui, cx, shelf, out);
    heading(ui, cx, &cx.words.start_recent());
    let ranks = Ranks::of(shelf.recent.len(), ui.available_width(), CARDS);
    ranks.show(ui, CARD_HEIGHT, shelf.recent, |ui, path, size| {
        file_ui(ui, cx, path, shelf.pictures, size, out);
    });
    ui.add_space(if shelf.recent.is_empty() { 0.0 } else { 20.0 });
    hints_ui(ui, cx, !shelf.recent.is_empty());
}

/// How files come to be listed here and opened.
pub(crate) fn hints_ui(ui: &mut Ui, cx: &Context, any: bool) {
    let muted = cx.theme.color(Role::Muted);
    if !any {
        let text = RichText::new(cx.words.start_recent_none()).font(regular(13.0)).color(muted);
        ui.label(text);
    }
    ui.label(RichText::new(cx.words.start_drop()).font(regular(13.0)).color(muted));
}

/// Work that was not saved.
pub(crate) fn recovered_ui(
    ui: &mut Ui,
    cx: &Context,
    shelf: &mut Shelf<'_>,
    out: &mut Vec<Message>,
) {
    for recovered in shelf.recovered {
        let pictures = &mut *shelf.pictures;
        ui.push_id(&recovered.path, |ui| one_recovered_ui(ui, cx, recovered, pictures, out));
        ui.add_space(16.0);
    }
}

/// A recent file: its picture, title, folder, when it was written and how many cards it has.
fn file_ui(
    ui: &mut Ui,
    cx: &Context,
    path: &PathBuf,
    pictures: &mut SmallPictures,
    size: egui::Vec2,
    out: &mut Vec<Message>,
) {
    let name = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let source = PictureSource::File(path.clone());
    let picture = pictures.get(&source).cloned();
    let missing = picture.as_ref().is_some_and(|picture| picture.missing);
    let response = box_button(ui, cx, size, &name);
    let rect = response.rect;
    let (top, text) = rect.split_top_bottom_at_y(rect.bottom() - 80.0);
    picture_ui(ui, cx, top.shrink(1.0), 11.0, pictures, &source);
    let ink = cx.theme.color(if missing { Role::Muted } else { Role::Ink });
    let muted = cx.theme.color(Role::Muted);
    let at = text.left_top() + vec2(16.0, 20.0);
    let width = text.width() - 32.0;
    line(ui, at, &name, semibold(15.0), ink, width);
    line(ui, at + vec2(0.0, 21.0), &short_folder(path), regular(12.5), muted, width);
    let note = match picture {
        None => cx.words.start_reading(),
        Some(picture) if picture.missing => cx.words.start_missing(),
        Some(picture) => {
            let when = picture.written.map(|when| ago(cx.words, when, SystemTime::now()));
            let cards = picture.scene.as_ref().map(|_| cx.words.count_cards(picture.cards as u32));
            let parts: Vec<String> = when.into_iter().chain(cards).collect();
            parts.join(" · ")
        }
    };
    line(ui, at + vec2(0.0, 39.0), &note, regular(12.5), muted, width);
    if missing {
        let corner = Rect::from_min_size(rect.right_top() + vec2(-38.0, 8.0), vec2(30.0, 30.0));
        ui.scope_builder(UiBuilder::new().max_rect(corner).id_salt(("remove", path)), |ui| {
            let label = cx.words.start_forget();
            if icon_button(ui, icon::X, &label, true, vec2(30.0, 30.0)).clicked() {
                out.push(Message::Forget(path.clone()));
            }
        });
    }
    // Also one that was not there: its drive may be back, or it is said why it cannot be opened.
    if response.clicked() {
        out.push(Message::Open(path.clone()));
    }
    let response = response.tip(|| path.display().to_string());
    response.context_menu(|ui| {
        if ui.button(cx.words.start_forget()).clicked() {
            out.push(Message::Forget(path.clone()));
        }
    });
}

/// The two innermost folders of a path: enough to tell whose map it is.
fn short_folder(path: &Path) -> String {
    let folders = path.parent().into_iter().flat_map(Path::components);
    let names: Vec<_> = folders.filter(|part| matches!(part, Component::Normal(_))).collect();
    let last: PathBuf = names.iter().skip(names.len().saturating_sub(2)).collect();
    last.display().to_string()
}

/// Work that was not saved: put it back, or do away with it.
fn one_recovered_ui(
    ui: &mut Ui,
    cx: &Context,
    recovered: &Recovered,
    pictures: &mut SmallPictures,
    out: &mut Vec<Message>,
) {
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    let frame = Frame::new()
        .fill(cx.theme.color(Role::IdeaFill))
        .corner_radius(10)
        .inner_margin(Margin::symmetric(18, 14));
    let when = recovered.kept.map(|when| ago(cx.words, when, SystemTime::now()));
    let title = cx.words.start_unsaved(when.unwrap_or_default());
    let name = recovered.from.as_deref().and_then(|path| path.file_stem());
    let name = name.map(|name| name.to_string_lossy().into_owned());
    let name = name.unwrap_or_else(|| cx.words.window_untitled());
    let size = vec2(80.0, 38.0);
    let count = if recovered.from.is_some() { 3.0 } else { 2.0 };
    let buttons = size.x * count + 8.0 * (count - 1.0) + 8.0;
    frame.show(ui, |ui| {
        let source = kept_source(recovered);
        let room = ui.available_width() - KEPT_PICTURE.x - 20.0;
        let beside = room - buttons >= 240.0;
        ui.horizontal(|ui| {
            let (picture, _) = ui.allocate_exact_size(KEPT_PICTURE, egui::Sense::hover());
            picture_ui(ui, cx, picture, 6.0, pictures, &source);
            ui.add_space(8.0);
            ui.vertical(|ui| {
                ui.set_max_width(if beside { room - buttons } else { room });
                ui.label(RichText::new(title.trim()).font(semibold(14.5)).color(ink));
                ui.label(RichText::new(name).font(medium(12.5)).color(ink));
                let told = pictures.get(&source).map(|picture| picture.told.clone());
                let told = told.unwrap_or_else(|| cx.words.start_reading());
                ui.label(RichText::new(told).font(regular(12.5)).color(muted));
            });
            if beside {
                recovered_buttons(ui, cx, recovered, size, out);
            }
        });
        // A narrow window has no room for them there.
        if !beside {
            ui.add_space(8.0);
            ui.horizontal(|ui| recovered_buttons(ui, cx, recovered, size, out));
        }
    });
}

/// From the right: put the work back, see it beside what is in the file, do away with it.
fn recovered_buttons(
    ui: &mut Ui,
    cx: &Context,
    recovered: &Recovered,
    size: egui::Vec2,
    out: &mut Vec<Message>,
) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if text_button(ui, cx, &cx.words.start_recover(), true, size).clicked() {
            out.push(Message::Recover(recovered.clone()));
        }
        if recovered.from.is_some()
            && text_button(ui, cx, &cx.words.start_compare(), false, size).clicked()
        {
            out.push(Message::CompareRecovered(recovered.clone()));
        }
        if text_button(ui, cx, &cx.words.start_drop_work(), false, size).clicked() {
            out.push(Message::DropRecovery(recovered.clone()));
        }
    });
}

/// How long ago, in words: "just now", "12 minutes ago", "3 weeks ago".
fn ago(words: &Words, when: SystemTime, now: SystemTime) -> String {
    let seconds = now.duration_since(when).map_or(0, |since| since.as_secs());
    let count = |unit: u64| (seconds / unit).min(u64::from(u32::MAX)) as u32;
    const MINUTE: u64 = 60;
    const HOUR: u64 = 60 * MINUTE;
    const DAY: u64 = 24 * HOUR;
    match seconds {
        0..MINUTE => words.ago_now(),
        MINUTE..HOUR => words.ago_minutes(count(MINUTE)),
        HOUR..DAY => words.ago_hours(count(HOUR)),
        _ if seconds < 14 * DAY => words.ago_days(count(DAY)),
        _ if seconds < 60 * DAY => words.ago_weeks(count(7 * DAY)),
        _ if seconds < 730 * DAY => words.ago_months(count(30 * DAY)),
        _ => words.ago_years(count(365 * DAY)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;
    use std::time::Duration;

    #[test]
    fn a_folder_is_called_by_its_two_innermost_names() {
        let rows =
            [("/home/ada/Kunder/Norrpack/a.kundresa", "Kunder/Norrpack"), ("/a", ""), ("b/a", "b")];
        for (path, expected) in rows {
            let expected: PathBuf = expected.split('/').collect();
            assert_eq!(short_folder(Path::new(path)), expected.display().to_string());
        }
    }

    #[test]
    fn times_are_said_by_how_long_ago_they_were() {
        let words = Words::new(Lang::Sv);
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(2_000_000_000);
        let rows = [
            (5, "nyss"),
            (60, "för 1 minut sedan"),
            (7_300, "för 2 timmar sedan"),
            (90_000, "för 1 dag sedan"),
            (86_400 * 20, "för 2 veckor sedan"),
            (86_400 * 800, "för 2 år sedan"),
        ];
        for (seconds, expected) in rows {
            assert_eq!(ago(&words, now - Duration::from_secs(seconds), now), expected);
        }
        assert_eq!(ago(&words, now + Duration::from_secs(9), now), "nyss", "a clock set back");
    }
}
