//! A card shown large over the page, with all that is known of it.

use super::facts::Facts;
use super::shot::{AudienceAsks, Shot};
use crate::model::TextOf;
use crate::scene::icon;
use crate::scene::{BLACKOUT, Role};
use crate::ui::kit::buttons::{icon_button, named, regular, semibold};
use egui::{
    FontFamily, FontId, Id, Layout, PointerButton, Rect, RichText, ScrollArea, Sense, StrokeKind,
    Ui, UiBuilder, Vec2, vec2,
};

/// How much of the page's width the card takes at most.
const WIDTH: f32 = 0.66;
/// How much of its height.
const HEIGHT: f32 = 0.86;
/// It is drawn smaller step by step until all of it is seen, but not smaller than this.
const SMALLEST: f32 = 0.42;

/// Shows `facts` over the page in `window`. Returns what is asked for.
///
/// `begun`: the text one clicked on the page just now, which has shown the card.
pub(super) fn card_ui(
    ui: &mut Ui,
    window: Rect,
    shot: &Shot,
    facts: &Facts,
    begun: Option<Option<TextOf>>,
    id: Id,
) -> Option<AudienceAsks> {
    let around = ui.interact(window, id.with("around"), Sense::click());
    named(&around, &shot.words.present_card_close());
    let veil = BLACKOUT.gamma_multiply(0.45);
    ui.painter_at(window).rect_filled(window, 0, veil);
    let unit = (window.size() / vec2(1920.0, 1080.0)).min_elem();
    let width = 1920.0 * unit * WIDTH;
    let most = 1080.0 * unit * HEIGHT;
    let mut scale = unit;
    let mut height = height_of(ui, facts, width, scale);
    while height > most && scale > unit * SMALLEST {
        scale *= 0.9;
        height = height_of(ui, facts, width, scale);
    }
    let size = vec2(width, height.min(most));
    let rect = Rect::from_center_size(window.center(), size);
    let theme = &shot.theme;
    let radius = 26.0 * unit;
    ui.painter().rect_filled(rect.translate(vec2(0.0, 8.0 * unit)), radius, veil);
    ui.painter().rect(
        rect,
        radius,
        theme.color(Role::Card),
        egui::Stroke::new(1.0, theme.color(Role::Hairline)),
        StrokeKind::Inside,
    );
    let stripe = Rect::from_min_size(
        rect.min + vec2(0.0, 48.0 * unit),
        vec2(9.0 * unit, (rect.height() - 96.0 * unit).max(0.0)),
    );
    ui.painter().rect_filled(stripe, 4.0 * unit, theme.color(facts.color));
    // A click on the card itself does not close it.
    let card = ui.interact(rect, id.with("card"), Sense::click());
    named(&card, &shot.words.present_edit());

    let inner = rect.shrink2(margin(scale));
    let place = UiBuilder::new().max_rect(inner).layout(Layout::top_down(egui::Align::Min));
    let mut inside = ui.new_child(place);
    inside.set_clip_rect(rect.intersect(window));
    let mouse = ui.input(|input| input.pointer.interact_pos());
    // Beside its texts the card itself is meant.
    let mut meant = Some(TextOf::Thing(facts.thing.clone()));
    ScrollArea::vertical().id_salt("card shown large").max_height(inner.height()).show(
        &mut inside,
        |ui| {
            ui.set_width(inner.width());
            for (text, look, of) in lines(facts) {
                let color = theme.color(look.role);
                let label = RichText::new(text).font(look.font(scale)).color(color);
                ui.spacing_mut().item_spacing = Vec2::ZERO;
                ui.add_space(look.above * scale);
                let label = ui.add(egui::Label::new(label).wrap());
                if mouse.is_some_and(|at| label.rect.contains(at)) {
                    meant = of;
                }
            }
        },
    );
    let side = (46.0 * unit).max(18.0);
    let at = rect.right_top() + vec2(-side - 14.0 * unit, 14.0 * unit);
    let place = UiBuilder::new().max_rect(Rect::from_min_size(at, Vec2::splat(side)));
    let mut corner = ui.new_child(place);
    let label = shot.words.present_card_close();
    let close = icon_button(&mut corner, icon::X, &label, true, Vec2::splat(side)).clicked();
    // The first click of two has shown it, where it was not seen yet when the second began.
    let twice =
        |ui: &Ui| ui.input(|input| input.pointer.button_double_clicked(PointerButton::Primary));
    if let Some(begun) = begun.filter(|_| twice(ui)) {
        return Some(AudienceAsks::Edit(begun));
    }
    if card.double_clicked() {
        return Some(AudienceAsks::Edit(meant));
    }
    (close || around.clicked()).then_some(AudienceAsks::Close)
}

fn margin(scale: f32) -> Vec2 {
    vec2(76.0, 60.0) * scale
}

/// How a line of the card looks.
struct Look {
    size: f32,
    role: Role,
    bold: bool,
    italic: bool,
    /// Room above it, in page units.
    above: f32,
}

impl Look {
    fn font(&self, scale: f32) -> FontId {
        let size = (self.size * scale).max(4.0);
        match (self.bold, self.italic) {
            (true, _) => semibold(size),
            (false, true) => FontId::new(size, FontFamily::Name("inter-italic".into())),
            (false, false) => regular(size),
        }
    }
}

/// The card's lines in order, each with the text it is.
fn lines(facts: &Facts) -> Vec<(String, Look, Option<TextOf>)> {
    let look = |size, role, bold, above| Look { size, role, bold, italic: false, above };
    let mut lines = Vec::new();
    if !facts.kind.trim().is_empty() {
        lines.push((facts.kind.clone(), look(28.0, Role::Muted, true, 0.0), None));
    }
    let title = match facts.said {
        true => Look { italic: true, ..look(60.0, Role::Ink, false, 8.0) },
        false => look(60.0, Role::Ink, true, 8.0),
    };
    lines.push((facts.title.clone(), title, Some(TextOf::Thing(facts.thing.clone()))));
    if !facts.note.trim().is_empty() {
        let of = facts.note_of.clone();
        lines.push((facts.note.clone(), look(36.0, Role::Ink, false, 22.0), of));
    }
    for (name, value) in &facts.rows {
        lines.push((name.clone(), look(24.0, Role::Muted, true, 26.0), None));
        lines.push((value.clone(), look(34.0, Role::Ink, false, 2.0), None));
    }
    lines
}

/// How high the card is at this size, in screen points.
fn height_of(ui: &Ui, facts: &Facts, width: f32, scale: f32) -> f32 {
    let wrap = (width - 2.0 * margin(scale).x).max(40.0);
    let lines = lines(facts).into_iter().map(|(text, look, _)| {
        let font = look.font(scale);
        let galley = ui.painter().layout(text, font, egui::Color32::PLACEHOLDER, wrap);
        galley.size().y + look.above * scale
    });
    lines.sum::<f32>() + 2.0 * margin(scale).y + 4.0
}
