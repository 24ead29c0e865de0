//! Through which channels and devices the map goes, whose words are met there, and what content is there
//! for, and for how many at a time: how many each has.

use super::form::Form;
use crate::insight::{ChannelCounts, channel_counts};
use crate::model::Journey;
use crate::scene::{Face, Role, channel_icon};
use crate::ui::font_id;
use crate::words::Named;
use egui::{Align2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// How high a row is, and where its bar begins, in points.
const ROW: f32 = 20.0;
const BAR_X: f32 = 0.52;

/// Bars for channels, devices, ownership, roles of content and reach; nothing where no card has any.
pub(super) fn channels_ui(ui: &mut Ui, form: &mut Form<'_>, journey: &Arc<Journey>) {
    let words = form.cx.words;
    let counted = form.state.channels.take().filter(|(counted, _)| Arc::ptr_eq(counted, journey));
    let counted = counted.unwrap_or_else(|| (journey.clone(), Arc::new(channel_counts(journey))));
    let counts = counted.1.clone();
    form.state.channels = Some(counted);
    let ChannelCounts {
        channels,
        ownerships,
        roles,
        reaches,
        devices,
        digital,
        physical,
        switches,
    } = &*counts;
    if !channels.is_empty() || digital + physical > 0 {
        form.section(ui, "channels", &words.inspector_channels(), |ui, form| {
            let most = channels.iter().map(|(_, count)| *count).max().unwrap_or(1);
            for (channel, count) in channels {
                let name = format!("{} {}", channel_icon(channel), channel.name(words));
                bar_ui(ui, form, &name, *count, most);
            }
            if digital + physical > 0 {
                let text = words.inspector_media(digital.to_string(), physical.to_string());
                form.remark(ui, &text, Role::Muted);
            }
        });
    }
    bars_ui(ui, form, ("devices", &words.field_device()), devices);
    if !switches.is_empty() {
        form.section(ui, "switches", &words.inspector_switches(), |ui, form| {
            let most = switches.iter().map(|(_, count)| *count).max().unwrap_or(1);
            for (switch, count) in switches {
                bar_ui(ui, form, &switch.ends(words).join(" → "), *count, most);
            }
        });
    }
    bars_ui(ui, form, ("ownerships", &words.field_ownership()), ownerships);
    bars_ui(ui, form, ("roles", &words.field_content_role()), roles);
    bars_ui(ui, form, ("reaches", &words.field_reach()), reaches);
}

/// A section of bars; nothing where nothing was counted.
fn bars_ui<T: Named>(
    ui: &mut Ui,
    form: &mut Form<'_>,
    (salt, label): (&'static str, &str),
    counts: &[(T, usize)],
) {
    if counts.is_empty() {
        return;
    }
    let words = form.cx.words;
    form.section(ui, salt, label, |ui, form| {
        let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(1);
        for (one, count) in counts {
            bar_ui(ui, form, &one.name(words), *count, most);
        }
    });
}

/// A name, a bar and a figure. A name that is longer than its room gets lines of its own.
fn bar_ui(ui: &mut Ui, form: &Form<'_>, name: &str, count: usize, most: usize) {
    let theme = form.cx.theme;
    let width = ui.available_width();
    let font = font_id(Face::Regular, 12.5);
    let ink = theme.color(Role::Ink);
    let room = width * BAR_X - 8.0;
    let galley = ui.painter().layout(name.to_owned(), font.clone(), ink, room);
    let size = vec2(width, (galley.size().y + 4.0).max(ROW));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response
        .widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, format!("{name}: {count}")));
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter().galley(pos2(rect.left(), top), galley, ink);
    let left = rect.left() + width * BAR_X;
    let figure = count.to_string();
    let full = rect.right() - 28.0 - left;
    let long = full * count as f32 / most.max(1) as f32;
    let bar = Rect::from_min_size(pos2(left, rect.center().y - 4.0), vec2(long.max(3.0), 8.0));
    ui.painter().rect_filled(bar, 4, theme.color(Role::Accent.at(170)));
    let at = pos2(bar.right() + 6.0, rect.center().y);
    ui.painter().text(at, Align2::LEFT_CENTER, figure, font, theme.color(Role::Muted));
}
