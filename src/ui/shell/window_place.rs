//! Where on the screens is the window, and how large? It opens whole on a screen that is there.

use crate::file::{Settings, WindowPlace};
use egui::{Context, Pos2, Rect, Vec2, ViewportCommand, pos2, vec2};

/// How large a window is at first, in points, where the screen has room for it.
pub(crate) const FIRST: Vec2 = vec2(1440.0, 900.0);
/// On a large screen it takes this share of it.
const SHARE: f32 = 0.8;
/// A window that would take more of a screen than this fills it instead.
const FILLS: f32 = 0.94;

/// As much as title bars take, in points, where the system has not said it yet.
const TITLE_BAR: f32 = 28.0;

/// Brings the window onto a screen that is there, whole; one that is opened for the first time is as
/// large as its screen asks for. Called when the window has just been shown.
pub(crate) fn settle(ctx: &Context, frame: &eframe::Frame, settings: &Settings) {
    let Some(window) = frame.winit_window() else { return };
    let screens: Vec<Rect> = window
        .available_monitors()
        .map(|screen| {
            let (at, size) = (screen.position(), screen.size());
            let corner = pos2(at.x as f32, at.y as f32);
            Rect::from_min_size(corner, vec2(size.width as f32, size.height as f32))
        })
        .collect();
    let (inner, outer) = (window.inner_size(), window.outer_size());
    // Some systems do not say where a window is: then they place it themselves.
    let Ok(at) = window.outer_position() else { return };
    let size = vec2(outer.width as f32, outer.height as f32);
    let there = Rect::from_min_size(pos2(at.x as f32, at.y as f32), size);
    let edges = size - vec2(inner.width as f32, inner.height as f32);
    let per_point = ctx.pixels_per_point();
    let place = match settings.window {
        Some(place) if place.maximized => return,
        // The system has cut it to the screen by now, but not for what it puts around it.
        Some(place) if is_too_large(place, screen_of(there, &screens), window.scale_factor()) => {
            return ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
        }
        Some(_) => whole(there, &screens),
        None => {
            let Some(screen) = screen_of(there, &screens) else { return };
            match first(screen.size(), edges, window.scale_factor() as f32) {
                Some(size) => Some(Rect::from_center_size(screen.center(), size)),
                None => return ctx.send_viewport_cmd(ViewportCommand::Maximized(true)),
            }
        }
    };
    let Some(place) = place else { return };
    let inside = (place.size() - edges).max(Vec2::splat(1.0));
    ctx.send_viewport_cmd(ViewportCommand::InnerSize(inside / per_point));
    ctx.send_viewport_cmd(ViewportCommand::OuterPosition(place.min / per_point));
}

/// The screen that most of a window is on, else the first. All in pixels.
fn screen_of(window: Rect, screens: &[Rect]) -> Option<Rect> {
    let shared = |screen: &Rect| {
        let both = screen.intersect(window);
        if both.is_positive() { both.area() } else { 0.0 }
    };
    let most = screens.iter().copied().max_by(|a, b| shared(a).total_cmp(&shared(b)))?;
    if shared(&most) > 0.0 { Some(most) } else { screens.first().copied() }
}

/// Where a window comes to stand so that all of it is on a screen; none where it is. All in pixels.
fn whole(window: Rect, screens: &[Rect]) -> Option<Rect> {
    let screen = screen_of(window, screens)?;
    // A screen may be a little narrower than the shadow that some systems count to a window.
    if screen.expand(8.0).contains_rect(window) {
        return None;
    }
    let size = window.size().min(screen.size());
    let most: Pos2 = screen.max - size;
    Some(Rect::from_min_size(window.min.max(screen.min).min(most), size))
}

/// Was the window larger than there is room for on the `screen`, with its title bar? Then it fills it.
/// The screen is in pixels, of which `scale` are a point.
fn is_too_large(window: WindowPlace, screen: Option<Rect>, scale: f64) -> bool {
    let size = vec2(window.width, window.height + TITLE_BAR) * scale as f32;
    screen.is_some_and(|screen| size.x > screen.width() || size.y > screen.height())
}

/// How large a window is that opens for the first time on a `screen`, with its title bar and `edges`;
/// none: it fills the screen. In pixels, of which `scale` are a point.
fn first(screen: Vec2, edges: Vec2, scale: f32) -> Option<Vec2> {
    let size = (FIRST * scale + edges).max(screen * SHARE);
    let fits = size.x <= screen.x * FILLS && size.y <= screen.y * FILLS;
    fits.then_some(size.round())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(pos2(x, y), vec2(width, height))
    }

    #[test]
    fn a_window_whose_screen_is_gone_comes_back_whole() {
        let laptop = rect(0.0, 0.0, 1366.0, 768.0);
        let beside = rect(1366.0, 0.0, 3840.0, 2160.0);
        let both = [laptop, beside];
        // Where it was is still there.
        for stays in [rect(40.0, 40.0, 900.0, 700.0), rect(2000.0, 100.0, 1440.0, 900.0)] {
            assert_eq!(whole(stays, &both), None, "{stays}");
        }
        let rows = [
            (rect(2000.0, 100.0, 1440.0, 900.0), "its screen is gone"),
            (rect(-1500.0, 300.0, 1440.0, 900.0), "it was left of the screens"),
            (rect(1300.0, 700.0, 800.0, 600.0), "only a corner is on a screen"),
            (rect(0.0, 0.0, 5000.0, 3000.0), "it is larger than the screen"),
            (rect(0.0, -400.0, 800.0, 600.0), "its title bar is above the screen"),
        ];
        for (window, why) in rows {
            let place = whole(window, &[laptop]).unwrap();
            assert!(laptop.contains_rect(place), "{why}: {place}");
            let kept = window.size().min(laptop.size());
            assert_eq!(place.size(), kept, "{why}: as large as it was, where there is room");
        }
        assert_eq!(whole(rect(9.0, 9.0, 9.0, 9.0), &[]), None, "no screen is known");
    }

    #[test]
    fn a_window_larger_than_its_screen_fills_it() {
        let laptop = Some(rect(0.0, 0.0, 1366.0, 768.0));
        let rows = [
            ((1900.0, 1040.0), 1.0, true),
            ((1366.0, 768.0), 1.0, true),
            ((1366.0, 740.0), 1.0, false),
            ((900.0, 600.0), 1.0, false),
            ((900.0, 600.0), 2.0, true),
        ];
        for ((width, height), scale, fills) in rows {
            let place = WindowPlace { width, height, ..WindowPlace::default() };
            assert_eq!(is_too_large(place, laptop, scale), fills, "{width} {height} {scale}");
        }
        assert!(!is_too_large(WindowPlace::default(), None, 1.0));
    }

    #[test]
    fn the_first_window_fits_its_screen() {
        let edges = vec2(2.0, 28.0);
        assert_eq!(first(vec2(1366.0, 768.0), edges, 1.0), None, "it fills a small screen");
        assert_eq!(first(vec2(1440.0, 900.0), edges, 1.0), None);
        assert_eq!(first(vec2(1920.0, 1080.0), edges, 1.0), Some(vec2(1536.0, 928.0)));
        assert_eq!(first(vec2(3840.0, 2160.0), edges, 1.0), Some(vec2(3072.0, 1728.0)));
        assert_eq!(first(vec2(3840.0, 2160.0), edges, 2.0), Some(vec2(3072.0, 1828.0)));
    }
}
