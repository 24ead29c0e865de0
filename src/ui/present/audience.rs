//! The audience's window: a window of its own that is drawn when it needs to be, or the program's.

use super::keys::take_pressed;
use super::screens::Audience;
use super::shot::{AudienceAsks, Link};
use super::stage::{StagePlace, stage_ui};
use super::{BeforePresenting, Present};
use egui::{Ui, ViewportBuilder, ViewportClass, ViewportCommand, ViewportId, vec2};

/// The program's window fills its screen where it is the audience's.
pub(crate) fn fill_screen(ctx: &egui::Context, present: &mut Present) {
    let fills = present.audience == Audience::Here || present.before.fullscreen;
    if present.before.fills != fills {
        present.before.fills = fills;
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(fills));
    }
}

/// The program's window no longer fills the screen, unless it did before.
pub(crate) fn leave_screen(ctx: &egui::Context, before: &mut BeforePresenting) {
    if before.fills && !before.fullscreen {
        before.fills = false;
        ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
    }
}

/// The audience's window, where it has one of its own.
pub(crate) fn viewport_of(audience: &Audience) -> Option<ViewportId> {
    // Another choice is another window: one that has filled a screen is not made small again.
    (*audience != Audience::Here).then(|| ViewportId::from_hash_of(("audience", audience.kept())))
}

/// Shows the audience's window, where it has one of its own.
pub(crate) fn audience_viewport(ctx: &egui::Context, present: &Present, title: &str) {
    let Some(id) = viewport_of(&present.audience) else { return };
    let builder = ViewportBuilder::default().with_title(title).with_app_id("kundresa");
    let builder = match &present.audience {
        Audience::Screen(name) => match present.screens.place(name) {
            Some(place) => builder.with_monitor(place),
            None => builder.with_fullscreen(true),
        },
        Audience::Here | Audience::Own => {
            builder.with_inner_size(vec2(1280.0, 720.0)).with_min_inner_size(vec2(320.0, 180.0))
        }
    };
    let link = present.link.clone();
    ctx.show_viewport_deferred(id, builder, move |ui, class| audience_ui(ui, class, &link));
}

/// The audience's window: the shot, and what is asked for there.
fn audience_ui(ui: &mut Ui, class: ViewportClass, link: &Link) {
    let Some(shot) = link.shot.lock().clone() else { return };
    let mut stage = link.stage.lock();
    let mut asks = Vec::new();
    if class == ViewportClass::EmbeddedWindow {
        let width = ui.available_width().clamp(160.0, 640.0);
        let (rect, _) =
            ui.allocate_exact_size(vec2(width, width * 9.0 / 16.0), egui::Sense::hover());
        stage_ui(ui, rect, &shot, &mut stage, StagePlace::Embedded, &mut asks);
    } else {
        asks.extend(take_pressed(ui).into_iter().map(|pressed| stage.ask(pressed)));
        stage_ui(ui, ui.max_rect(), &shot, &mut stage, StagePlace::Window, &mut asks);
        if ui.input(|input| input.viewport().close_requested()) {
            asks.push(AudienceAsks::Closed);
        }
    }
    if !asks.is_empty() {
        link.asks.lock().extend(asks);
        ui.ctx().request_repaint_of(ViewportId::ROOT);
    }
}
