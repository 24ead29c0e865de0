//! Is the template that a new map begins with seen when the dialog opens? In the whole window.

use crate::file::{Settings, ThemeChoice};
use crate::ui::state::command::Command;
use crate::ui::{App, Message, WindowOptions};
use crate::words::Lang;
use egui::Vec2;
use egui::accesskit::Toggled;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;

#[test]
fn the_chosen_template_is_in_view() {
    let options = WindowOptions { lang: Some(Lang::Sv), ..WindowOptions::default() };
    let settings = Settings { theme: ThemeChoice::Light, ..Settings::default() };
    let mut window = Harness::builder()
        .with_size(Vec2::new(1280.0, 640.0))
        .with_max_steps(400)
        .with_step_dt(1.0 / 20.0)
        .build_eframe(move |cc| App::new(&cc.egui_ctx, options, settings));
    window.run();
    let ctx = window.ctx.clone();
    window.state_mut().handle_all(&ctx, &mut vec![Message::Do(Command::New)]);
    window.run();
    let blank = crate::templates::ours(Lang::Sv).iter().find(|one| one.name == "blank").unwrap();
    let title = blank.title().to_owned();
    let nodes = window.root().children_recursive();
    let chosen = nodes
        .filter(|node| node.accesskit_node().toggled() == Some(Toggled::True))
        .find(|node| node.accesskit_node().label().is_some_and(|it| it.starts_with(&title)));
    let rect = chosen.expect("it is chosen").rect();
    assert!(rect.top() > 60.0 && rect.bottom() < 560.0, "{rect}");
}
