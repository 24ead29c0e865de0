//! A small picture of a map: its beginning, drawn on a thread.

use crate::export::corner;
use crate::scene::{Scene, Theme};
use crate::words::Words;
use egui::{ColorImage, Vec2};
use std::sync::Arc;

/// How large a document unit is drawn, in screen points, so that the map covers `place` from its top
/// left corner on: its beginning is worth more than all of it too small to see.
pub(crate) fn covering(place: Vec2, map: Vec2) -> f32 {
    let scale = place / map.max(Vec2::splat(1.0));
    let (whole, cover) = (scale.min_elem(), scale.max_elem());
    cover.min(whole * 3.0).min(1.0)
}

/// How many pixels a place of so many screen points has.
pub(crate) fn pixels(place: Vec2, dense: f32) -> (u16, u16) {
    let pixels = |points: f32| (points * dense).round().clamp(1.0, 4096.0) as u16;
    (pixels(place.x), pixels(place.y))
}

/// The picture; `scale` pixels are a document unit. Takes a while: not for a frame to wait for.
pub(crate) fn drawn(
    scene: &Arc<Scene>,
    words: &Words,
    theme: &Theme,
    scale: f32,
    size: (u16, u16),
) -> ColorImage {
    let bytes = corner(scene, words, theme, scale, size);
    ColorImage::from_rgba_premultiplied([size.0.into(), size.1.into()], &bytes)
}
