//! Picking an emoji: a search field, and a grid of what it finds.

mod known;

use super::caret::layouter;
use super::tooltip::Tip as _;
use crate::scene::{Face, Role, TextEngine, Theme};
use crate::ui::{RADIUS, font_id};
use crate::words::Words;
use egui::style::ScrollAnimation;
use egui::{
    Align2, Id, Key, Modifiers, Pos2, Rect, Response, RichText, ScrollArea, Sense, Stroke,
    StrokeKind, TextEdit, Ui, WidgetInfo, vec2,
};
use emojis::{Group, SkinTone};
use known::{choices, groups, in_tones, is_drawn, search_toned};
use std::collections::HashMap;

/// How many stand in a row.
const COLUMNS: usize = 9;
/// Of a cell, in screen points.
const CELL: f32 = 36.0;
/// Of an emoji in its cell, in screen points.
const SIZE: f32 = 23.0;
/// Of a skin tone's cell, in screen points.
const TONE: f32 = 24.0;
/// Of the grid, in screen points.
const HEIGHT: f32 = 300.0;
/// How many of the last picked are shown.
const RECENT: usize = 2 * COLUMNS;

const TONES: [SkinTone; 6] = [
    SkinTone::Default,
    SkinTone::Light,
    SkinTone::MediumLight,
    SkinTone::Medium,
    SkinTone::MediumDark,
    SkinTone::Dark,
];

/// What a picker remembers. Keep one for the whole program; call [`EmojiPicker::open`] each time
/// it is shown anew.
#[derive(Default)]
pub struct EmojiPicker {
    /// The last picked, the last one first: to be kept in the settings.
    pub recent: Vec<String>,
    /// The place in `TONES` of the skin tone that was picked last: to be kept in the settings.
    pub tone: usize,
    query: String,
    /// What is shown, under headings; made anew when `stale`.
    sections: Vec<Section>,
    stale: bool,
    /// Where the keyboard is, counted over all sections; none: in the search field.
    at: Option<usize>,
    wants_focus: bool,
    /// The skin tones that are searched for, as their characters; none: the one picked last.
    asked: Vec<char>,
    /// Emoji in the skin tone, by their place in the list.
    toned: HashMap<usize, &'static str>,
    engine: Option<TextEngine>,
}

struct Section {
    title: Option<String>,
    /// Places in the list.
    places: Vec<usize>,
}

/// A row of the grid: a section's title, or some of its emoji.
struct Row {
    section: usize,
    /// The first of its emoji, in the section; none: it is the title.
    from: Option<usize>,
    /// How many emoji stand in the rows before.
    before: usize,
    /// How many stand in it.
    length: usize,
}

impl Row {
    fn holds(&self, at: Option<usize>) -> bool {
        at.is_some_and(|at| (self.before..self.before + self.length).contains(&at))
    }
}

impl EmojiPicker {
    /// Begins anew: nothing is searched, and the search field gets the keyboard.
    pub fn open(&mut self) {
        self.query.clear();
        self.at = None;
        self.stale = true;
        self.wants_focus = true;
    }

    fn find(&mut self, words: &Words) {
        self.stale = false;
        self.at = None;
        self.sections.clear();
        if !std::mem::take(&mut self.asked).is_empty() {
            self.toned.clear();
        }
        if !self.query.trim().is_empty() {
            let (asked, places) = search_toned(&self.query);
            if self.asked != asked {
                self.toned.clear();
            }
            self.asked = asked;
            self.sections.push(Section { title: None, places });
            return;
        }
        let place = |emoji: &String| {
            let usual = emojis::get(emoji)?.with_skin_tone(SkinTone::Default);
            let usual = usual.map_or(emoji.as_str(), |usual| usual.as_str());
            choices().iter().position(|choice| choice.emoji.as_str() == usual)
        };
        let places: Vec<usize> = self.recent.iter().filter_map(place).collect();
        if !places.is_empty() {
            self.sections.push(Section { title: Some(words.emoji_recent()), places });
        }
        let named = groups().into_iter();
        self.sections.extend(
            named.map(|(group, places)| Section { title: Some(group_name(group, words)), places }),
        );
    }

    fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut before = 0;
        for (section, Section { title, places }) in self.sections.iter().enumerate() {
            if title.is_some() {
                rows.push(Row { section, from: None, before, length: 0 });
            }
            for from in (0..places.len()).step_by(COLUMNS) {
                let length = COLUMNS.min(places.len() - from);
                rows.push(Row { section, from: Some(from), before: before + from, length });
            }
            before += places.len();
        }
        rows
    }

    /// The place in the list of the `at`th emoji shown.
    fn place(&self, at: usize) -> Option<usize> {
        self.sections.iter().flat_map(|section| &section.places).nth(at).copied()
    }

    /// The emoji in the skin tone picked, if our font has it so.
    fn toned(&mut self, place: usize) -> Option<&'static str> {
        let usual = choices().get(place)?.emoji;
        let tone = TONES.get(self.tone).copied().unwrap_or(SkinTone::Default);
        if (tone == SkinTone::Default && self.asked.is_empty()) || usual.skin_tone().is_none() {
            return Some(usual.as_str());
        }
        let engine = self.engine.get_or_insert_with(TextEngine::new);
        let asked = &self.asked;
        Some(*self.toned.entry(place).or_insert_with(|| {
            let toned = match asked.is_empty() {
                true => usual.with_skin_tone(tone),
                false => in_tones(usual, asked),
            };
            let toned = toned.map(|emoji| emoji.as_str());
            toned.filter(|emoji| is_drawn(engine, emoji)).unwrap_or(usual.as_str())
        }))
    }

    fn pick(&mut self, place: usize) -> Option<String> {
        let emoji = self.toned(place)?.to_owned();
        self.recent.retain(|other| *other != emoji);
        self.recent.insert(0, emoji.clone());
        self.recent.truncate(RECENT);
        Some(emoji)
    }

    /// Moves by the arrow keys and picks by Enter, before the search field sees the keys.
    fn keys(&mut self, ui: &Ui, rows: &[Row]) -> (bool, Option<String>) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let was = self.at;
        // Left and right are the search field's while the keyboard is there.
        if let Some(at) = self.at {
            if pressed(Key::ArrowRight) && self.place(at + 1).is_some() {
                self.at = Some(at + 1);
            } else if pressed(Key::ArrowLeft) {
                self.at = Some(at.saturating_sub(1));
            }
        }
        if pressed(Key::ArrowDown) {
            self.at = step(rows, self.at, true);
        } else if pressed(Key::ArrowUp) {
            self.at = step(rows, self.at, false);
        }
        // Always taken: the search field would give the keyboard away.
        let enter = pressed(Key::Enter);
        let searched = !self.query.trim().is_empty();
        let picked = self.at.or(searched.then_some(0)).filter(|_| enter);
        let picked = picked.and_then(|at| self.place(at)).and_then(|place| self.pick(place));
        (self.at != was, picked)
    }
}

/// The emoji a row down or up; up from the first row is the search field.
fn step(rows: &[Row], at: Option<usize>, down: bool) -> Option<usize> {
    let lines: Vec<&Row> = rows.iter().filter(|row| row.length > 0).collect();
    let Some(at) = at else { return (down && !lines.is_empty()).then_some(0) };
    let line = lines.iter().position(|row| row.holds(Some(at)))?;
    let column = at - lines.get(line)?.before;
    let next = if down { (line + 1).min(lines.len() - 1) } else { line.checked_sub(1)? };
    lines.get(next).map(|row| row.before + column.min(row.length - 1))
}

/// The picker. Returns what was picked. Arrow keys walk through the grid, Enter picks; Esc is left
/// to what the picker is shown in.
pub fn emoji_picker_ui(
    ui: &mut Ui,
    words: &Words,
    theme: &Theme,
    picker: &mut EmojiPicker,
) -> Option<String> {
    let width = COLUMNS as f32 * CELL + 10.0;
    ui.set_width(width);
    if picker.stale || picker.sections.is_empty() {
        picker.find(words);
    }
    let rows = picker.rows();
    let field = ui.scope_id().with("search");
    let mut follow = false;
    let mut picked = None;
    if ui.memory(|memory| memory.has_focus(field)) {
        (follow, picked) = picker.keys(ui, &rows);
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let mut layouter = layouter(egui::TextStyle::Body.resolve(ui.style()), false);
        let search = TextEdit::singleline(&mut picker.query)
            .layouter(&mut layouter)
            .id(field)
            .hint_text(words.emoji_search())
            .desired_width(width - TONES.len() as f32 * TONE - 26.0);
        let search = ui.add(search);
        if std::mem::take(&mut picker.wants_focus) {
            search.request_focus();
        }
        picker.stale |= search.changed();
        ui.add_space(6.0);
        tones_ui(ui, words, theme, picker);
    });
    if picker.sections.iter().all(|section| section.places.is_empty()) {
        ui.label(RichText::new(words.emoji_none()).color(theme.color(Role::Muted)));
        ui.allocate_space(vec2(width, HEIGHT - ui.text_style_height(&egui::TextStyle::Body)));
        return picked;
    }
    let clicked = grid_ui(ui, words, theme, picker, &rows, follow);
    // A click takes the keyboard from the search field.
    picker.wants_focus |= clicked.is_some();
    picked.or(clicked)
}

/// The rows in view; `follow`: the row the keyboard is in has to be.
fn grid_ui(
    ui: &mut Ui,
    words: &Words,
    theme: &Theme,
    picker: &mut EmojiPicker,
    rows: &[Row],
    follow: bool,
) -> Option<String> {
    let area =
        ScrollArea::vertical().max_height(HEIGHT).min_scrolled_height(HEIGHT).auto_shrink(false);
    let clicked = area.show_viewport(ui, |ui, view| {
        ui.set_height(rows.len() as f32 * CELL);
        let origin = ui.max_rect().min;
        let mut clicked = None;
        for (index, row) in rows.iter().enumerate() {
            let top = index as f32 * CELL;
            let corner = origin + vec2(0.0, top);
            let here = row.holds(picker.at);
            if follow && here {
                let rect = Rect::from_min_size(corner, vec2(CELL, CELL));
                ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
            }
            if top + CELL >= view.top() && top <= view.bottom() {
                clicked = clicked.or(row_ui(ui, words, theme, picker, row, corner));
            }
        }
        clicked
    });
    clicked.inner.and_then(|place| picker.pick(place))
}

/// One row from `corner` on. Returns the place in the list of what was clicked.
fn row_ui(
    ui: &Ui,
    words: &Words,
    theme: &Theme,
    picker: &mut EmojiPicker,
    row: &Row,
    corner: Pos2,
) -> Option<usize> {
    let section = picker.sections.get(row.section)?;
    let Some(from) = row.from else {
        let title = section.title.clone().unwrap_or_default();
        let (at, ink) = (corner + vec2(4.0, CELL - 8.0), theme.color(Role::Muted));
        ui.painter().text(at, Align2::LEFT_BOTTOM, title, font_id(Face::SemiBold, 12.0), ink);
        return None;
    };
    let places: Vec<usize> = section.places.iter().skip(from).take(COLUMNS).copied().collect();
    let mut clicked = None;
    for (column, place) in places.into_iter().enumerate() {
        let (Some(choice), Some(emoji)) = (choices().get(place), picker.toned(place)) else {
            continue;
        };
        let min = corner + vec2(column as f32 * CELL, 0.0);
        let cell = Cell {
            rect: Rect::from_min_size(min, vec2(CELL, CELL)),
            id: ui.scope_id().with((row.section, place)),
            name: choice.name(words.lang),
            emoji,
            size: SIZE,
            chosen: picker.at == Some(row.before + column),
        };
        if cell_ui(ui, theme, &cell).clicked() {
            clicked = Some(place);
        }
    }
    clicked
}

/// The skin tones, each shown by a hand.
fn tones_ui(ui: &mut Ui, words: &Words, theme: &Theme, picker: &mut EmojiPicker) {
    let names = [
        words.emoji_tone_default(),
        words.emoji_tone_light(),
        words.emoji_tone_medium_light(),
        words.emoji_tone_medium(),
        words.emoji_tone_medium_dark(),
        words.emoji_tone_dark(),
    ];
    for (index, (tone, name)) in TONES.into_iter().zip(names).enumerate() {
        let Some(hand) = emojis::get("✋").and_then(|hand| hand.with_skin_tone(tone)) else {
            continue;
        };
        let (rect, _) = ui.allocate_exact_size(vec2(TONE, TONE + 4.0), Sense::hover());
        let cell = Cell {
            rect,
            id: ui.scope_id().with(("tone", index)),
            name: &name,
            emoji: hand.as_str(),
            size: 15.0,
            chosen: picker.tone == index,
        };
        if cell_ui(ui, theme, &cell).clicked() {
            picker.tone = index;
            picker.toned.clear();
            picker.wants_focus = true;
        }
    }
}

/// An emoji that can be clicked.
struct Cell<'a> {
    rect: Rect,
    id: Id,
    /// What it is called.
    name: &'a str,
    emoji: &'a str,
    /// Of the emoji, in screen points.
    size: f32,
    chosen: bool,
}

fn cell_ui(ui: &Ui, theme: &Theme, cell: &Cell<'_>) -> Response {
    // Tab does not stop at each: the search field has the arrow keys for them.
    let response = ui.interact(cell.rect, cell.id, Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, cell.chosen, cell.name));
    let back = cell.rect.shrink(1.0);
    if cell.chosen || response.hovered() {
        ui.painter().rect_filled(back, RADIUS, theme.color(Role::Chip));
    }
    if cell.chosen {
        let ring = Stroke::new(2.0, theme.color(Role::Accent));
        ui.painter().rect_stroke(back, RADIUS, ring, StrokeKind::Inside);
    }
    let (middle, font) = (cell.rect.center(), font_id(Face::Emoji, cell.size));
    ui.painter().text(middle, Align2::CENTER_CENTER, cell.emoji, font, theme.color(Role::Ink));
    response.tip(|| cell.name)
}

fn group_name(group: Group, words: &Words) -> String {
    match group {
        Group::SmileysAndEmotion => words.emoji_group_smileys(),
        Group::PeopleAndBody => words.emoji_group_people(),
        Group::AnimalsAndNature => words.emoji_group_nature(),
        Group::FoodAndDrink => words.emoji_group_food(),
        Group::TravelAndPlaces => words.emoji_group_travel(),
        Group::Activities => words.emoji_group_activities(),
        Group::Objects => words.emoji_group_objects(),
        Group::Symbols => words.emoji_group_symbols(),
        Group::Flags => words.emoji_group_flags(),
    }
}

#[cfg(test)]
mod tests;
