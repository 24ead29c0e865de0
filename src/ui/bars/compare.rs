//! The bar above two maps: which with which, how, and in one line what is different.

use crate::insight::{Differences, How};
use crate::model::{ChangeKind, Id, Project};
use crate::scene::Role;
use crate::scene::icon;
use crate::ui::inspector::{Lit, chip, menu};
use crate::ui::kit::buttons::{focus_ring, icon_button, medium, regular, semibold};
use crate::ui::kit::titles::title_of;
use crate::ui::{Context, Document, Message};
use crate::words::{Words, persona_name};
use egui::{Align, Color32, Frame, Key, Layout, Margin, Panel, Popup, RichText, Ui, vec2};

/// How high the bar is, in points.
const HEIGHT: f32 = 52.0;
/// How much higher where what is different stands on a line of its own.
const BELOW: f32 = 24.0;
/// How wide the lists of journeys are at most, beside what is different at least, and at least.
const LIST: f32 = 230.0;
const SHORT: f32 = 150.0;
const LEAST: f32 = 84.0;
/// Between things.
const GAP: f32 = 8.0;
/// From the bar's ends to what stands in it.
const MARGIN: f32 = 16.0;
/// How wide a chip is beside its word.
const CHIP: f32 = 22.0;
/// How wide and high the button at the end is.
const CLOSE: f32 = 30.0;
/// Of so many personas the difference is told; the pages of the comparison tell all.
const NAMED: usize = 3;
/// How much of a list's field is not for its title.
const FIELD: f32 = 46.0;

/// Shows the bar while two maps are compared. Esc closes it. Where it is narrow the lists are, and
/// what is different stands below them.
pub(crate) fn compare_bar_ui(ui: &mut Ui, cx: &Context, doc: &Document, out: &mut Vec<Message>) {
    let Some(now) = &doc.comparison else { return };
    let words = cx.words;
    let frame = Frame::new()
        .fill(cx.theme.color(Role::Panel))
        .inner_margin(Margin::symmetric(MARGIN as i8, 0));
    let told = summary(&now.differences, doc.editor.project(), words);
    let choices = [(How::Over, words.compare_over()), (How::Above, words.compare_above())];
    let fit = Fit::new(ui, &told, &words.compare_with(), choices.each_ref().map(|one| &*one.1));
    let height = if fit.below { HEIGHT + BELOW } else { HEIGHT };
    let label = || {
        let text = RichText::new(&told).font(semibold(13.0)).color(cx.theme.color(Role::Ink));
        egui::Label::new(text).truncate()
    };
    Panel::top("compare").exact_size(height).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, 0.0);
        let row = vec2(ui.available_width(), HEIGHT);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            let name = words.compare_close();
            let close = icon_button(ui, icon::X, &name, true, vec2(CLOSE, CLOSE));
            focus_ring(ui, cx, &close, 8.0);
            let free = !Popup::is_any_open(ui.ctx())
                && ui.memory(|memory| memory.top_modal_layer().is_none())
                && !ui.ctx().text_edit_focused();
            if close.clicked() || free && ui.input(|input| input.key_pressed(Key::Escape)) {
                out.push(Message::Compare(None));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let muted = cx.theme.color(Role::Muted);
                let first = journey_ui(ui, cx, doc, &words.compare_first(), &now.a, fit.list);
                ui.label(RichText::new(words.compare_with()).font(regular(13.0)).color(muted));
                let second = journey_ui(ui, cx, doc, &words.compare_second(), &now.b, fit.list);
                ui.add_space(GAP);
                let mut how = now.how;
                for (one, label) in &choices {
                    if chip(ui, cx.theme, label, Lit::from(now.how == *one)).clicked() {
                        how = *one;
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
                if !fit.below {
                    let right = Layout::right_to_left(Align::Center);
                    ui.with_layout(right, |ui| ui.add(label()));
                }
            });
        });
        if fit.below {
            ui.add(label());
        }
    });
}

/// How the bar is laid out in its width.
struct Fit {
    /// How wide each list is, in points.
    list: f32,
    /// What is different stands below the rest.
    below: bool,
}

impl Fit {
    fn new(ui: &Ui, told: &str, with: &str, choices: [&str; 2]) -> Self {
        let width = |text: &str, font| {
            let galley = ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
            galley.size().x
        };
        let chips = choices.iter().map(|text| width(text, medium(12.5)) + CHIP).sum::<f32>();
        // Between two lists, a word, two chips and the button, with some room.
        let other = chips + width(with, regular(13.0)) + CLOSE + GAP * 8.0 + 2.0 * MARGIN;
        let room = ui.available_width() - other;
        let beside = (room - width(told, semibold(13.0)) - GAP) / 2.0;
        let below = beside < SHORT;
        let list = if below { room / 2.0 } else { beside };
        Self { list: list.clamp(LEAST, LIST), below }
    }
}

/// A list of the project's journeys; the one picked.
fn journey_ui(
    ui: &mut Ui,
    cx: &Context,
    doc: &Document,
    label: &str,
    id: &Id,
    width: f32,
) -> Option<Id> {
    let journeys = &doc.editor.project().journeys;
    let shown = journeys.iter().find(|journey| journey.id == *id);
    let shown = shown.map(|journey| title_of(journey, cx)).unwrap_or_default();
    let name = cx.words.labelled(label, &shown);
    let mut picked = None;
    ui.allocate_ui_with_layout(vec2(width, 34.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        let options = || journeys.iter().map(|one| (title_of(one, cx), one.id == *id)).collect();
        // A longer title is cut in the list's field; the list has it whole.
        let short = cut(ui, &shown, width - FIELD);
        picked = menu(ui, cx.theme, &short, &name, options);
    });
    journeys.get(picked?).map(|journey| journey.id.clone())
}

/// As much of a title as there is room for.
fn cut(ui: &Ui, title: &str, room: f32) -> String {
    let is_wide = |text: &str| {
        let font = regular(13.5);
        let galley = ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
        galley.size().x > room
    };
    let mut short = title.to_owned();
    while is_wide(&short) && short.chars().count() > 2 {
        let kept = short.trim_end_matches('…').trim_end();
        let less = kept.chars().count().saturating_sub(1);
        short = kept.chars().take(less).chain(['…']).collect();
    }
    short
}

/// `7 new · 3 changed · 2 gone · curve +0.8 on average`, or of several personas each by name.
pub(crate) fn summary(found: &Differences, project: &Project, words: &Words) -> String {
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
    parts.extend(found.figures.iter().map(|one| one.text(words)));
    // The figures beside the curves are of one persona; so is each of these.
    let personas = found.personas();
    for persona in personas.iter().take(NAMED) {
        let Some(gap) = found.better(*persona) else { continue };
        let gap = words.felt(gap);
        let name = persona.and_then(|id| project.persona(id)).filter(|_| personas.len() > 1);
        parts.push(match name {
            Some((_, persona)) => words.compare_gap_of(persona_name(persona, words), gap),
            None => words.compare_gap(gap),
        });
    }
    parts.join(" · ")
}
