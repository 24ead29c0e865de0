//! How a journey map comes about, in six steps, each with a button to where it is done.

use crate::scene::Role;
use crate::ui::Context;
use crate::ui::kit::buttons::{focus_ring, medium, regular, semibold};
use crate::ui::kit::dialog_box::{FirstFocus, buttons_ui, framed, heading, width_in};
use crate::ui::state::command::Command;
use crate::ui::state::rooms::Room;
use egui::{Align, Button, Layout, RichText, ScrollArea, Stroke, Ui, WidgetInfo, vec2};

/// A step: what it is called, what is done in it, and the command that goes there.
type GuideStep = (String, String, Command);

fn steps(cx: &Context) -> [GuideStep; 6] {
    let words = cx.words;
    [
        (words.guide_purpose(), words.guide_purpose_how(), Command::Room(Room::Research)),
        (words.guide_ask(), words.guide_ask_how(), Command::Room(Room::Research)),
        (words.guide_draw(), words.guide_draw_how(), Command::Room(Room::Map)),
        (words.guide_gaps(), words.guide_gaps_how(), Command::Room(Room::Gaps)),
        (words.guide_act(), words.guide_act_how(), Command::Room(Room::Opportunities)),
        (words.guide_show(), words.guide_show_how(), Command::Present),
    ]
}

/// Shows the steps; a command that is asked for, or none where they have been read. Without a map there
/// is nowhere to go.
pub(crate) fn guide_ui(
    ctx: &egui::Context,
    cx: &Context,
    has_map: bool,
) -> Option<Option<Command>> {
    let (mut read, mut wanted) = (false, None);
    let modal = framed(cx, "guide").show(ctx, |ui| {
        ui.set_width(width_in(ctx, 620.0));
        heading(ui, cx, &cx.words.command_guide());
        let muted = cx.theme.color(Role::Muted);
        ui.label(RichText::new(cx.words.guide_about()).font(regular(14.0)).color(muted));
        ui.add_space(8.0);
        let most = (ctx.content_rect().height() - 260.0).max(120.0);
        ScrollArea::vertical().max_height(most).auto_shrink([false, true]).show(ui, |ui| {
            ui.set_max_width((ui.available_width() - 16.0).max(0.0));
            for (place, step) in steps(cx).into_iter().enumerate() {
                if step_ui(ui, cx, (place, &step), has_map) {
                    wanted = Some(step.2);
                }
            }
        });
        ui.add_space(12.0);
        read = buttons_ui(ui, cx, &[cx.words.dialog_close()], FirstFocus::Button).is_some();
    });
    match wanted {
        Some(command) => Some(Some(command)),
        None => (read || modal.should_close()).then_some(None),
    }
}

/// One step; true when its button was pressed.
fn step_ui(ui: &mut Ui, cx: &Context, (place, step): (usize, &GuideStep), has_map: bool) -> bool {
    let (title, how, command) = step;
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    let mut pressed = false;
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        let title = format!("{}. {title}", cx.words.number((place + 1) as f64));
        ui.label(RichText::new(title).font(semibold(14.5)).color(ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if !has_map {
                return;
            }
            let label = command.label(cx.words);
            let button = Button::new(RichText::new(&label).font(medium(12.5)).color(ink))
                .fill(cx.theme.color(Role::Card))
                .stroke(Stroke::new(1.0, cx.theme.color(Role::Hairline)))
                .corner_radius(7)
                .min_size(vec2(0.0, 26.0));
            let response = ui.add(button);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &label));
            focus_ring(ui, cx, &response, 8.0);
            pressed = response.clicked();
        });
    });
    ui.add(egui::Label::new(RichText::new(how).font(regular(13.5)).color(muted)).wrap());
    ui.add_space(4.0);
    pressed
}
