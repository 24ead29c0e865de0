//! The list of gaps beside the map: by phase, with where each is.

use super::kit::buttons::{focus_ring, medium, regular, semibold};
use super::kit::local_time;
use super::kit::window_keys::{WindowPart, entrance};
use super::state::found_gaps::FoundGaps;
use super::{Context, Document, Message};
use crate::insight::Gap;
use crate::model::{Journey, Project};
use crate::scene::Role;
use crate::words::titled;
use egui::{
    CursorIcon, Frame, Margin, RichText, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2,
};

/// What the list remembers.
#[derive(Default)]
pub(crate) struct GapsPanel {
    found: FoundGaps,
}

/// Shows the gaps of the map in front. A click brings one into view.
pub(crate) fn gaps_ui(
    ui: &mut Ui,
    cx: &Context,
    doc: &Document,
    panel: &mut GapsPanel,
    out: &mut Vec<Message>,
) {
    let project = doc.editor.committed();
    let Some((_, journey)) = project.journey(&doc.journey) else { return };
    entrance(ui, WindowPart::Gaps);
    let gaps = panel.found.of(project, &doc.journey, local_time::today());
    let left: Vec<&Gap> = gaps.iter().filter(|gap| gap.waved_off.is_none()).collect();
    let scroll = ScrollArea::vertical().id_salt("gaps").auto_shrink(false);
    scroll.show(ui, |ui| {
        let margin = Margin { left: 20, right: 20, top: 16, bottom: 32 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            let label = cx.words.room_gaps();
            let group = UiBuilder::new()
                .accessibility_role(egui::Role::Group)
                .accessibility_label(label.clone());
            ui.scope_builder(group, |ui| {
                let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
                ui.horizontal(|ui| {
                    ui.label(RichText::new(label).font(semibold(19.0)).color(ink));
                    let count = RichText::new(cx.words.gaps_count(left.len()));
                    ui.label(count.font(regular(12.5)).color(muted));
                });
                let mut phase = None;
                for gap in left {
                    if phase.replace(&gap.phase) != Some(&gap.phase) {
                        heading(ui, cx, &phase_title(journey, gap, cx));
                    }
                    row(ui, cx, (project, journey), gap, out);
                }
            });
        });
    });
}

fn phase_title(journey: &Journey, gap: &Gap, cx: &Context) -> String {
    let phase = journey.phases.iter().find(|one| Some(&one.id) == gap.phase.as_ref());
    phase.map_or_else(|| cx.words.gap_whole_map(), |phase| titled(&phase.title, cx.words))
}

fn heading(ui: &mut Ui, cx: &Context, title: &str) {
    ui.add_space(12.0);
    ui.label(RichText::new(title).font(semibold(14.0)).color(cx.theme.color(Role::Ink)));
}

fn row(
    ui: &mut Ui,
    cx: &Context,
    (project, journey): (&Project, &Journey),
    gap: &Gap,
    out: &mut Vec<Message>,
) {
    let text = gap.text(project, journey, cx.words);
    let place = gap.place_text(project, journey, cx.words);
    let width = ui.available_width();
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    let said = ui.painter().layout(text.clone(), medium(13.0), ink, width);
    let where_ = ui.painter().layout(place, regular(12.0), muted, width);
    let height = said.size().y + where_.size().y + 12.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &text));
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(vec2(8.0, 0.0)), 7.0, cx.theme.color(Role::Chip));
    }
    let at = rect.min + vec2(0.0, 6.0);
    let below = at + vec2(0.0, said.size().y);
    ui.painter().galley(at, said, ink);
    ui.painter().galley(below, where_, muted);
    focus_ring(ui, cx, &response, 8.0);
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked()
        && let Some(thing) = gap.thing()
    {
        out.push(Message::Show(thing));
    }
}
