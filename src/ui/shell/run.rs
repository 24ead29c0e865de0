//! Opens the window, by whichever renderer works.

use super::emergency;
use super::in_use::show_window_of;
use super::window_place::FIRST;
use crate::file::Settings;
use crate::scene::LentFonts;
use crate::ui::{App, WindowOptions};
use crate::words::{Lang, Words};
use eframe::Renderer;
use egui::{ViewportBuilder, ViewportCommand, pos2, vec2};
use std::ops::RangeInclusive;
use std::sync::Arc;

/// The name the system knows the window by.
const APP_ID: &str = "kundresa";
/// The icon: the curve with its face.
const ICON: &[u8] = include_bytes!("../../../assets/icon.png");

/// Opens the window and returns when it is closed; why, if it cannot be opened.
pub fn run(options: WindowOptions) -> Result<(), String> {
    // A file that a window has open already is looked at there.
    let path = options.path.as_deref().filter(|_| options.keep);
    if path.is_some_and(show_window_of) {
        return Ok(());
    }
    let settings = Settings::load();
    let lang = options.lang.or(settings.lang).unwrap_or_else(Lang::of_system);
    if let Some(given) = unusable_scale(|name| std::env::var(name).ok()) {
        let words = Words::new(lang);
        let [least, most] = [SCALES.start(), SCALES.end()].map(|scale| words.number(*scale));
        return Err(words.run_no_scale(SCALE_VARIABLE, given, least, most));
    }
    if options.keep {
        emergency::stand_by(Words::new(lang));
    }
    let ended = open(options, &settings, lang);
    // The display may have gone away: otherwise nothing is unsaved any more.
    emergency::keep_now();
    ended
}

fn open(options: WindowOptions, settings: &Settings, lang: Lang) -> Result<(), String> {
    let mut reason = String::new();
    for renderer in renderers(options.renderer.as_deref()) {
        let (options, settings) = (options.clone(), settings.clone());
        let native = native_options(renderer, &settings);
        let app = move |cc: &eframe::CreationContext<'_>| {
            cc.egui_ctx.add_font_provider(Arc::new(LentFonts::new()));
            // The window is hidden until its first frame, and window managers of X11 maximize no
            // hidden window: they are asked again once it is shown.
            if settings.window.is_some_and(|place| place.maximized) {
                cc.egui_ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
            }
            Ok(Box::new(App::new(&cc.egui_ctx, options, settings)) as Box<dyn eframe::App>)
        };
        match eframe::run_native(APP_ID, native, Box::new(app)) {
            Ok(()) => return Ok(()),
            // Without a display no renderer helps.
            Err(error @ (eframe::Error::WinitEventLoop(_) | eframe::Error::Winit(_))) => {
                return Err(Words::new(lang).run_no_display(last_part(&error.to_string())));
            }
            Err(error) => reason = error.to_string(),
        }
    }
    Err(Words::new(lang).run_no_drawing(reason))
}

/// By this X11 is told how large a point is.
const SCALE_VARIABLE: &str = "WINIT_X11_SCALE_FACTOR";
/// What a screen can be drawn with: beyond these nothing is seen, or no memory holds it.
const SCALES: RangeInclusive<f64> = 0.2..=16.0;

/// What the environment says of the size of a point, where it can be none: winit would panic. Wayland
/// does not ask for it.
fn unusable_scale(variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    let is_set = |name| variable(name).is_some_and(|value| !value.is_empty());
    let wayland = is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET");
    if wayland || !cfg!(unix) || cfg!(target_os = "macos") {
        return None;
    }
    let given = variable(SCALE_VARIABLE).filter(|given| !given.is_empty())?;
    let usable = given.eq_ignore_ascii_case("randr")
        || given.parse().is_ok_and(|scale: f64| SCALES.contains(&scale));
    (!usable).then_some(given)
}

/// What an error says, without the places in source files it came through.
fn last_part(error: &str) -> &str {
    error.rsplit(": ").next().unwrap_or(error).trim_end_matches('.')
}

/// The renderers to try, in order. One that was asked for is tried first, not alone: a window
/// drawn otherwise is better than none.
fn renderers(asked: Option<&str>) -> Vec<Renderer> {
    let mut all = [
        #[cfg(feature = "glow")]
        Renderer::Glow,
        #[cfg(feature = "wgpu")]
        Renderer::Wgpu,
    ]
    .to_vec();
    // Windows without a driver, and over remote desktop, has an OpenGL too old to draw with.
    if cfg!(any(windows, target_os = "macos")) {
        all.reverse();
    }
    if let Some(first) = asked.and_then(|name| name.parse::<Renderer>().ok()) {
        all.sort_by_key(|renderer| *renderer != first);
    }
    all
}

fn native_options(renderer: Renderer, settings: &Settings) -> eframe::NativeOptions {
    let mut viewport = ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title("Kundresa")
        .with_inner_size(FIRST)
        .with_min_inner_size(vec2(640.0, 480.0))
        .with_drag_and_drop(true);
    if let Ok(icon) = eframe::icon_data::from_png_bytes(ICON) {
        viewport = viewport.with_icon(icon);
    }
    if let Some(place) = settings.window {
        viewport = viewport
            .with_inner_size(vec2(place.width, place.height))
            .with_maximized(place.maximized);
        if let (Some(x), Some(y)) = (place.x, place.y) {
            viewport = viewport.with_position(pos2(x, y));
        }
    }
    eframe::NativeOptions {
        viewport,
        renderer,
        // Lent by us: without any font in the system eframe's own would end the program.
        system_font_fallback: false,
        ..eframe::NativeOptions::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_renderer_asked_for_is_tried_first() {
        assert!(!renderers(None).is_empty());
        assert_eq!(renderers(Some("nonsense")).len(), renderers(None).len());
        #[cfg(feature = "glow")]
        assert_eq!(renderers(Some("glow")).first(), Some(&Renderer::Glow));
    }

    #[test]
    fn an_error_is_said_without_where_it_came_from() {
        let error = "winit EventLoopError: os error at /x/mod.rs:765: DISPLAY is not set.";
        assert_eq!(last_part(error), "DISPLAY is not set");
        assert_eq!(last_part("no"), "no");
    }

    #[cfg(all(unix, not(target_os = "macos")))]
    #[test]
    fn a_scale_that_is_none_is_refused() {
        let refused = |given: &str| {
            unusable_scale(|name| (name == SCALE_VARIABLE).then(|| given.into())).is_some()
        };
        for scale in ["0", "-1", "nan", "inf", "1e9", "1e-9", "two", "1,5", " 2", "-0"] {
            assert!(refused(scale), "{scale}");
        }
        for scale in ["", "1", "1.5", "16", "0.2", "randr", "RANDR"] {
            assert!(!refused(scale), "{scale}");
        }
        // Wayland has its own.
        assert_eq!(unusable_scale(|_| Some("0".into())), None);
    }

    #[test]
    fn the_icon_can_be_read() {
        assert!(eframe::icon_data::from_png_bytes(ICON).is_ok());
    }
}
