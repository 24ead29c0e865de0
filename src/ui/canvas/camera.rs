//! Which part of the map is on the screen: panning, zooming, fitting, bringing into view.

use super::super::Camera;
use egui::{Pos2, Rect, Vec2, vec2};

/// The closest one may look: 400 %.
pub(super) const ZOOM_MAX: f32 = 4.0;
/// The farthest, unless the whole map needs less: 10 %.
pub(super) const ZOOM_MIN: f32 = 0.1;
/// The least zoom a map opens at unless all its columns are larger: the text of a card is 9 screen
/// points high.
const READABLE: f32 = 0.7;
/// The most it opens at so that a column ends where the canvas does.
const WHOLE_COLUMNS: f32 = 0.75;
/// The most it opens at where something is parked: the columns fill a screen that is a little wider.
const BESIDE_PARKED: f32 = 1.25;
/// Where no more than this share of a map's width would be cut, all of it is shown instead.
const LITTLE: f32 = 0.15;
/// Air around a fitted map, in screen points.
const AIR: f32 = 16.0;
/// How far below the canvas's top the map's own top may be moved, in screen points: no higher than a
/// header, so that nothing but paper is never looked at.
const ABOVE: f32 = 52.0;
/// How much of a map's columns must be seen for them to say where one is, in screen points.
const KEPT: f32 = 80.0;

/// What the camera needs to know of the screen and the map.
#[derive(Clone, Copy, Debug)]
pub(super) struct CameraFrame {
    /// The canvas, in screen points.
    pub canvas: Vec2,
    /// The map with its parking place, in document units.
    pub map: Vec2,
    /// The map without it.
    pub columns: Vec2,
    /// Where the parking place is, if something is parked, in document units.
    pub parking: Option<Rect>,
}

impl CameraFrame {
    /// For two maps that are seen by one camera: room for both.
    pub(super) fn with(&self, other: &Self) -> Self {
        Self {
            canvas: self.canvas,
            map: self.map.max(other.map),
            columns: self.columns.max(other.columns),
            parking: match (self.parking, other.parking) {
                (Some(one), Some(other)) => Some(one.union(other)),
                (one, other) => one.or(other),
            },
        }
    }

    /// The zoom at which all of the map is seen, at most 100 %.
    pub(super) fn fitting_zoom(&self) -> f32 {
        let room = (self.canvas - Vec2::splat(2.0 * AIR)).max(Vec2::splat(1.0));
        let zoom = (room / self.map.max(Vec2::splat(1.0))).min_elem();
        zoom.clamp(1e-4, 1.0)
    }

    /// Shows all of the map, in the middle across and at the top.
    pub(super) fn fit(&self) -> Camera {
        let zoom = self.fitting_zoom();
        let free = self.canvas - self.map * zoom;
        Camera { origin: vec2((free.x / 2.0).max(0.0), (free.y / 2.0).clamp(0.0, AIR)), zoom }
    }

    /// What one sees first: all columns if they can be read then or little is missing, else as many
    /// as can, from the top left. `edges` are where columns end, in document units: the last one in view is a whole one
    /// where that takes little. What is parked is not looked at.
    pub(super) fn opening(&self, edges: impl Iterator<Item = f32>) -> Camera {
        let alone = Self { map: self.columns, parking: None, ..*self };
        let all = self.canvas.x / self.columns.x.max(1.0);
        let most = if self.parking.is_some() { BESIDE_PARKED } else { 1.0 };
        let all = if all <= most { all } else { 1.0 };
        if alone.fitting_zoom() >= READABLE.max(all) {
            return self.without_half_of_parked(alone.fit());
        }
        let zoom = if all >= READABLE * (1.0 - LITTLE) {
            all
        } else {
            let ends = edges.map(|edge| (self.canvas.x - AIR / 2.0) / edge.max(1.0));
            ends.filter(|zoom| (READABLE..=WHOLE_COLUMNS).contains(zoom)).fold(READABLE, f32::max)
        };
        let free = self.canvas.x - self.columns.x * zoom;
        self.without_half_of_parked(Camera { origin: vec2((free / 2.0).max(0.0), 0.0), zoom })
    }

    /// Moved sideways where the parking place would be cut: it is seen whole or not at all.
    fn without_half_of_parked(&self, camera: Camera) -> Camera {
        let Some(parking) = self.parking else { return camera };
        let at = |x: f32| camera.origin.x + x * camera.zoom;
        let is_cut = at(parking.left()) < self.canvas.x && at(self.map.x) > self.canvas.x;
        let free = self.canvas.x - self.columns.x * camera.zoom;
        if !is_cut || free <= 0.0 {
            return camera;
        }
        let with_it = (self.canvas.x - self.map.x * camera.zoom) / 2.0;
        let left = if with_it >= 0.0 { with_it } else { free };
        Camera { origin: vec2(left, camera.origin.y), ..camera }
    }

    /// Zooms by `factor` so that what is at `around` (in the canvas) stays there.
    pub(super) fn zoomed(&self, camera: Camera, factor: f32, around: Pos2) -> Camera {
        if !factor.is_finite() || factor <= 0.0 {
            return camera;
        }
        let least = self.fitting_zoom().min(ZOOM_MIN);
        let zoom = (camera.zoom * factor).clamp(least, ZOOM_MAX);
        let kept = camera.doc_from_canvas(around).to_vec2();
        self.kept_in(Camera { origin: around.to_vec2() - kept * zoom, zoom })
    }

    /// Moves the map by `by` screen points.
    pub(super) fn panned(&self, camera: Camera, by: Vec2) -> Camera {
        self.kept_in(Camera { origin: camera.origin + by, ..camera })
    }

    /// Never loses the map out of sight, whatever has become of it or of the window: it reaches to
    /// the middle of the canvas from each side and nearly to its top, or all of it is in view. Headers
    /// and titles that stay in view take less than that half.
    pub(super) fn kept_in(&self, camera: Camera) -> Camera {
        let whole = Rect::from_min_size(Pos2::ZERO, self.map);
        let mut origin = self.held(camera, whole);
        origin.y = origin.y.min(ABOVE);
        // Where only the parking place is left to see, it is seen.
        if let Some(parking) = self.parking
            && origin.x + self.columns.x * camera.zoom < KEPT
        {
            origin.y = self.held(Camera { origin, ..camera }, parking).y;
        }
        Camera { origin, ..camera }
    }

    /// The origin that keeps `rect` (document units) reaching to the middle of the canvas.
    fn held(&self, camera: Camera, rect: Rect) -> Vec2 {
        let zoom = camera.zoom;
        let kept = (self.canvas / 2.0).min(rect.size() * zoom);
        let least = kept - rect.max.to_vec2() * zoom;
        let most = self.canvas - kept - rect.min.to_vec2() * zoom;
        camera.origin.max(least.min(most)).min(most.max(least))
    }

    /// Moves as little as needed to see `rect` (document units) inside the canvas, less `inset`
    /// screen points at the left and the top, where titles and headers stay in view.
    pub(super) fn showing(&self, camera: Camera, rect: Rect, inset: Vec2) -> Camera {
        let min = camera.canvas_from_doc(rect.min);
        let max = camera.canvas_from_doc(rect.max);
        let by = vec2(
            nudge(min.x, max.x, inset.x + AIR, self.canvas.x - AIR),
            nudge(min.y, max.y, inset.y + AIR, self.canvas.y - AIR),
        );
        if by == Vec2::ZERO { camera } else { self.panned(camera, by) }
    }

    /// How much can be seen at once beside such an `inset`, in document units.
    pub(super) fn room(&self, camera: Camera, inset: Vec2) -> Vec2 {
        (self.canvas - inset - Vec2::splat(2.0 * AIR)) / camera.zoom.max(1e-4)
    }

    /// Shows `rect` (document units) as large as it goes, at most 200 %.
    pub(super) fn zoomed_to(&self, rect: Rect) -> Camera {
        let room = (self.canvas - Vec2::splat(8.0 * AIR)).max(Vec2::splat(1.0));
        let least = self.fitting_zoom().min(ZOOM_MIN);
        let zoom = (room / rect.size().max(Vec2::splat(1.0))).min_elem().clamp(least, 2.0);
        Camera { origin: self.canvas / 2.0 - rect.center().to_vec2() * zoom, zoom }
    }
}

/// How far to move a stretch so that it lies within `low..high`; its start wins if it is longer.
fn nudge(min: f32, max: f32, low: f32, high: f32) -> f32 {
    if min < low {
        low - min
    } else if max > high {
        (high - max).max(low - min)
    } else {
        0.0
    }
}

/// The size for text while the zoom changes: steps of 2^(1/8), so that a sweep through all zooms
/// needs a few dozen sizes of each glyph and not hundreds.
pub(super) fn stepped_zoom(zoom: f32) -> f32 {
    ((zoom.log2() * 8.0).round() / 8.0).exp2()
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    const FRAME: CameraFrame = CameraFrame {
        canvas: vec2(1000.0, 600.0),
        map: vec2(2000.0, 900.0),
        columns: vec2(2000.0, 900.0),
        parking: None,
    };

    /// The frame of a map of this size with nothing parked.
    fn framed(canvas: Vec2, columns: Vec2) -> CameraFrame {
        CameraFrame { canvas, map: columns, columns, parking: None }
    }

    #[test]
    fn a_map_opens_so_that_its_cards_can_be_read() {
        let opened = |canvas, columns| framed(canvas, columns).opening(std::iter::empty());
        // A card's text is 13 units: 9 points on the screen, whatever the map.
        for size in [vec2(2400.0, 1800.0), vec2(30_000.0, 900.0), vec2(1500.0, 40_000.0)] {
            let camera = opened(vec2(1060.0, 600.0), size);
            assert!(camera.zoom * 13.0 >= 9.0, "{size}: {}", camera.zoom);
            assert_eq!(camera.origin.y, 0.0, "its top is seen");
        }
        // What shows all columns, if that is larger, and never larger than the map itself.
        assert_eq!(opened(vec2(1600.0, 900.0), vec2(2000.0, 3000.0)).zoom, 0.8);
        let wide = opened(vec2(3500.0, 1900.0), vec2(2000.0, 3000.0));
        assert_eq!((wide.zoom, wide.origin), (1.0, vec2(750.0, 0.0)));
        // In the middle, where there is room around it.
        let small = framed(vec2(1600.0, 900.0), vec2(900.0, 600.0));
        assert_eq!(small.opening(std::iter::empty()), small.fit());
    }

    #[test]
    fn what_is_parked_does_not_make_the_first_picture_smaller() {
        let parking = Rect::from_min_size(pos2(2000.0, 200.0), vec2(238.0, 600.0));
        let parked = CameraFrame { map: vec2(2262.0, 900.0), parking: Some(parking), ..FRAME };
        let edges = || [700.0, 1380.0, 2000.0].into_iter();
        assert_eq!(parked.opening(edges()), FRAME.opening(edges()));
        assert!(parked.fit().zoom < FRAME.fit().zoom, "all of it is with what is parked");
    }

    #[test]
    fn where_little_is_missing_all_columns_are_shown() {
        let zoom = |columns| framed(vec2(1000.0, 600.0), vec2(columns, 3000.0));
        let zoom = |columns| zoom(columns).opening(std::iter::empty()).zoom;
        // At 70 % a seventh of the map would be cut, and a fifth.
        assert_eq!(zoom(1660.0), 1000.0 / 1660.0);
        assert_eq!(zoom(1800.0), READABLE);
    }

    #[test]
    fn the_parking_place_is_never_cut_in_the_first_picture() {
        for canvas in [700.0, 1000.0, 2100.0, 2200.0, 2300.0, 2500.0, 2900.0, 3500.0] {
            let parking = Rect::from_min_size(pos2(2024.0, 200.0), vec2(238.0, 600.0));
            let frame = CameraFrame {
                canvas: vec2(canvas, 900.0),
                map: vec2(2286.0, 2000.0),
                columns: vec2(2000.0, 2000.0),
                parking: Some(parking),
            };
            let camera = frame.opening(std::iter::empty());
            let (from, to) =
                (camera.canvas_from_doc(parking.min), camera.canvas_from_doc(parking.max));
            assert!(from.x >= canvas - 0.1 || to.x <= canvas, "{canvas}: {from}–{to}");
        }
    }

    #[test]
    fn the_last_column_in_view_is_a_whole_one_where_that_takes_little() {
        let ends = |edges: &[f32]| FRAME.opening(edges.iter().copied()).zoom;
        assert_eq!(ends(&[900.0, 1100.0]), READABLE, "neither ends near the canvas's edge");
        let zoom = ends(&[900.0, 1378.0, 1616.0]);
        assert!((zoom * 1378.0 - 992.0).abs() < 0.1, "{zoom}");
    }

    #[test]
    fn one_camera_for_two_maps_keeps_to_the_larger() {
        let small = framed(FRAME.canvas, vec2(300.0, 2500.0));
        let both = [FRAME.with(&small), small.with(&FRAME)];
        assert_eq!([both[0].map, both[1].map], [vec2(2000.0, 2500.0); 2]);
        let away = Camera { origin: vec2(-700.0, -1600.0), zoom: 1.0 };
        // Each by itself would be brought back another way.
        assert_ne!(FRAME.kept_in(away), small.kept_in(away));
        assert_eq!(both.map(|frame| frame.kept_in(away)), [away; 2]);
    }

    #[test]
    fn what_is_under_the_pointer_stays_there_while_zooming() {
        let camera = Camera { origin: vec2(-300.0, -120.0), zoom: 0.7 };
        let around = pos2(420.0, 260.0);
        let before = camera.doc_from_canvas(around);
        let after = FRAME.zoomed(camera, 1.3, around).doc_from_canvas(around);
        assert!((before - after).length() < 0.01, "{before} {after}");
    }

    #[test]
    fn fitting_shows_everything() {
        let camera = FRAME.fit();
        let end = camera.canvas_from_doc(FRAME.map.to_pos2());
        assert!(end.x <= 1000.0 && end.y <= 600.0 && camera.origin.min_elem() >= 0.0);
    }

    #[test]
    fn the_map_cannot_be_scrolled_into_nothing() {
        let ways = [vec2(1e9, 0.0), vec2(-1e9, 3e9), vec2(0.0, -1e9), vec2(1e9, 1e9)];
        let above = FRAME.panned(FRAME.opening(std::iter::empty()), vec2(0.0, 230.0));
        assert_eq!(above.origin.y, 52.0, "no higher than a header is empty above the map");
        let canvas = Rect::from_min_size(Pos2::ZERO, FRAME.canvas);
        for zoom in [0.1, 0.45, 1.0, 4.0] {
            let mut camera = Camera { zoom, ..FRAME.fit() };
            for by in ways {
                camera = FRAME.panned(camera, by);
                let map = Rect::from_min_size(camera.origin.to_pos2(), FRAME.map * camera.zoom);
                let seen = map.intersect(canvas);
                let least = (FRAME.canvas / 2.0).min(FRAME.map * zoom) - Vec2::splat(0.5);
                assert!(seen.width() >= least.x && seen.height() >= least.y, "{zoom}: {seen}");
            }
        }
    }

    #[test]
    fn beside_the_columns_the_parking_place_is_seen() {
        let parking = Rect::from_min_size(pos2(2000.0, 200.0), vec2(238.0, 300.0));
        let frame = CameraFrame { map: vec2(2262.0, 4000.0), parking: Some(parking), ..FRAME };
        let camera = frame.panned(Camera { origin: Vec2::ZERO, zoom: 4.0 }, Vec2::splat(-1e9));
        let corner = camera.canvas_from_doc(parking.min);
        let shown = Rect::from_min_size(corner, parking.size() * camera.zoom);
        let seen = shown.intersect(Rect::from_min_size(Pos2::ZERO, frame.canvas));
        assert!(seen.width() > 300.0 && seen.height() > 200.0, "{seen}");
    }

    #[test]
    fn a_map_that_has_become_small_is_brought_back() {
        for (map, zoom) in [(vec2(900.0, 300.0), 1.0), (vec2(300.0, 200.0), 0.1)] {
            let frame = framed(FRAME.canvas, map);
            let away = Camera { origin: vec2(-4e5, -1e6), zoom };
            let seen = Rect::from_min_size(frame.kept_in(away).origin.to_pos2(), map * zoom);
            let seen = seen.intersect(Rect::from_min_size(Pos2::ZERO, frame.canvas));
            assert!(seen.width() >= 29.0 && seen.height() >= 19.0, "{seen}");
        }
        assert_eq!(FRAME.kept_in(FRAME.fit()), FRAME.fit());
    }

    #[test]
    fn zoom_keeps_to_its_range() {
        let mut camera = FRAME.fit();
        camera = FRAME.zoomed(camera, 1e9, pos2(1.0, 1.0));
        assert_eq!(camera.zoom, ZOOM_MAX);
        camera = FRAME.zoomed(camera, 1e-9, pos2(1.0, 1.0));
        assert_eq!(camera.zoom, ZOOM_MIN);
        assert_eq!(FRAME.zoomed(camera, f32::NAN, pos2(1.0, 1.0)), camera);
    }

    #[test]
    fn bringing_into_view_moves_no_more_than_needed() {
        let camera = Camera { origin: Vec2::ZERO, zoom: 1.0 };
        let seen = Rect::from_min_size(pos2(300.0, 200.0), vec2(100.0, 50.0));
        assert_eq!(FRAME.showing(camera, seen, vec2(100.0, 60.0)), camera);
        let right = Rect::from_min_size(pos2(1200.0, 200.0), vec2(100.0, 50.0));
        let moved = FRAME.showing(camera, right, vec2(100.0, 60.0));
        assert_eq!(moved.origin, vec2(-316.0, 0.0));
    }
}
