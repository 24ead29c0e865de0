//! Shows a shot in a window: the page, the camera on its way to it, what covers it and what follows
//! the mouse; and tells what mouse and touch ask for.

use super::card_shown::card_ui;
use super::gestures::Gestures;
use super::keys::{Act, PresentKey};
use super::lights;
use super::on_page::{At, at_place, named_groups};
use super::page_painter::{PagePainter, PageView, paper};
use super::shot::{AudienceAsks, Light, Shot};
use super::way::{CameraWay, LASTS, seen, stepped, still, way};
use crate::model::Id;
use crate::scene::UNTINTED;
use crate::scene::pages::Page;
use egui::{Id as WidgetId, Pos2, Rect, Role, Sense, Ui, WidgetInfo};
use std::sync::Arc;
use std::time::Duration;

/// The mouse is hidden when it has not been moved for this long, in seconds.
const HIDES: f64 = 2.0;

/// What a window that shows the page keeps from frame to frame.
#[derive(Default)]
pub(crate) struct Stage {
    painter: PagePainter,
    /// The page that was shown last.
    shown: Option<Shown>,
    going: Option<Going>,
    gestures: Gestures,
    /// Where the mouse was last, in screen points, and since when.
    mouse: Option<(Pos2, f64)>,
    /// The mouse is seen elsewhere too.
    tells: bool,
    /// What the mouse is on.
    over: At,
    /// Frames painted, for tests.
    pub frames: u64,
}

struct Shown {
    turn: u64,
    place: usize,
    page: Arc<Page>,
    phase: Option<Id>,
}

struct Going {
    from: Arc<Page>,
    way: CameraWay,
    since: f64,
}

impl Stage {
    /// What a key press in this window asks for: what is under the mouse is meant where one can be.
    pub(crate) fn ask(&self, pressed: PresentKey) -> AudienceAsks {
        match (pressed, &self.over.text) {
            (PresentKey::Act(Act::Edit), Some(text)) => AudienceAsks::Edit(Some(text.clone())),
            _ => AudienceAsks::Pressed(pressed),
        }
    }

    /// Is the camera on its way?
    pub(crate) fn is_moving(&self) -> bool {
        self.going.is_some()
    }

    /// Begins to move where another page is to be seen than before.
    fn follow(&mut self, shot: &Shot, now: f64) {
        let Some(page) = &shot.page else {
            (self.shown, self.going) = (None, None);
            return;
        };
        let next = Shown {
            turn: shot.turn,
            place: shot.place,
            page: page.clone(),
            phase: shot.phase.clone(),
        };
        if let Some(before) = self.shown.replace(next).filter(|before| before.turn != shot.turn) {
            self.gestures.forget();
            let from = (&*before.page, before.phase.as_ref());
            let way = way(from, (page, shot.phase.as_ref()), shot.place >= before.place);
            let going = Going { from: before.page, way, since: now };
            self.going = (!shot.still).then_some(going);
        }
        if self.going.as_ref().is_some_and(|going| now - going.since >= LASTS) {
            self.going = None;
        }
    }
}

/// Where the page is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum StagePlace {
    /// It fills a window; a mouse that rests is hidden.
    Window,
    /// In the presenter's view.
    Preview,
    /// In a window within the program's window, where there are no others.
    Embedded,
}

/// Shows `shot` in `rect` (screen points) and adds what is asked for.
pub(crate) fn stage_ui(
    ui: &mut Ui,
    rect: Rect,
    shot: &Shot,
    stage: &mut Stage,
    place: StagePlace,
    asks: &mut Vec<AudienceAsks>,
) {
    stage.frames += 1;
    let now = ui.input(|input| input.time);
    stage.follow(shot, now);
    paper(ui, &shot.theme, rect);
    let id = WidgetId::unique(("page", place));
    let Some(page) = shot.page.clone() else {
        ui.interact(rect, id, Sense::click());
        lights::says(ui, &shot.theme, rect, &shot.words.present_no_pages());
        return;
    };
    let zoomed = zoom_part(ui, id, shot);
    let mouse = ui.input(|input| input.pointer.latest_pos()).filter(|at| rect.contains(*at));
    let view = still(rect);
    let at = mouse.or_else(|| shot.points.map(|at| view.screen(at)));
    let whole_page = view;
    let view = zoomed_view(view, (zoomed, shot.zoom), at.unwrap_or(rect.center()));

    if let Some(going) = &stage.going {
        let part = ((now - going.since) / LASTS) as f32;
        let [from, to] = seen(going.way, part, rect);
        let pages = [(&*going.from, from), (&*page, to)];
        stage.painter.paint(ui, &shot.theme, rect, &pages);
        ui.ctx().request_repaint();
    } else {
        stage.painter.paint(ui, &shot.theme, rect, &[(&page, view)]);
        nodes(ui, &page, id, &view, rect);
    }
    let response = ui.interact(rect, id, Sense::click_and_drag());
    response.widget_info(|| {
        let (number, of) = ((shot.place + 1).to_string(), shot.of.to_string());
        WidgetInfo::labeled(Role::Image, true, shot.words.present_page(number, of, &page.title))
    });
    let over = mouse.filter(|_| response.contains_pointer() && shot.curtain.is_none());
    stage.over = over.map(|at| at_place(&page, view.page(at))).unwrap_or_default();

    if let Some(curtain) = shot.curtain {
        ui.painter_at(rect).rect_filled(rect, 0, curtain.color());
    } else if let Some(facts) = &shot.card {
        let begun = stage.gestures.begun(ui).cloned();
        asks.extend(card_ui(ui, rect, shot, facts, begun, id));
    } else {
        stage.gestures.take(ui, &response, &stage.over, asks);
    }
    if let Some(light) = shot.light.filter(|_| shot.curtain.is_none()) {
        let at = at.unwrap_or(rect.center());
        match light {
            Light::Dot => lights::dot(ui, &shot.theme, rect, at, whole_page.zoom),
            Light::Spot => lights::spot(ui, rect, at, whole_page.zoom),
        }
    }
    if !shot.digits.is_empty() {
        lights::says(ui, &shot.theme, rect, &shot.words.present_go(&shot.digits));
    }
    if mouse.is_some() || stage.mouse.is_some() {
        points(shot, stage, mouse, &whole_page, now, asks);
    }
    if place == StagePlace::Window && mouse.is_some() {
        hide_mouse(ui, shot, stage, now);
    }
}

/// How far it is zoomed in, 0 to 1.
fn zoom_part(ui: &Ui, id: WidgetId, shot: &Shot) -> f32 {
    let time = if shot.still { 0.0 } else { 0.2 };
    ui.ctx().animate_bool_with_time(id.with("zoom"), shot.zoomed, time)
}

/// The view zoomed in this part of the way to so many times as large, so that what was at `around`
/// (screen points) stays there.
fn zoomed_view(view: PageView, (part, times): (f32, f32), around: Pos2) -> PageView {
    if part <= 0.0 {
        return view;
    }
    let scale = times.powf(part);
    let origin = around + (view.origin - around) * scale;
    let zoom = view.zoom * scale;
    let text_zoom = if part < 1.0 { stepped(zoom) } else { zoom };
    PageView { origin, zoom, text_zoom, ..view }
}

/// Tells where on the whole page the mouse is, where that is to be seen elsewhere too.
fn points(
    shot: &Shot,
    stage: &mut Stage,
    mouse: Option<Pos2>,
    whole_page: &PageView,
    now: f64,
    asks: &mut Vec<AudienceAsks>,
) {
    let moved = stage.mouse.map(|(at, _)| at) != mouse;
    if moved {
        stage.mouse = mouse.map(|at| (at, now));
    }
    let tells = shot.light.is_some() || shot.zoomed;
    let lit = std::mem::replace(&mut stage.tells, tells) != tells;
    // Also where it rests when a light is lit.
    if tells && (moved || lit) {
        asks.push(AudienceAsks::Point(mouse.map(|at| whole_page.page(at))));
    }
}

/// Hides a mouse that rests, or that a dot stands for.
fn hide_mouse(ui: &Ui, shot: &Shot, stage: &Stage, now: f64) {
    let Some((_, since)) = stage.mouse else { return };
    let rests = now - since;
    if rests >= HIDES || shot.light == Some(Light::Dot) {
        ui.ctx().set_cursor_icon(egui::CursorIcon::None);
    } else {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(HIDES - rests));
    }
}

/// What stands on the page, for those who do not see it.
fn nodes(ui: &Ui, page: &Page, id: WidgetId, view: &PageView, window: Rect) {
    let mut count = 0;
    named_groups(page, &mut |group, rect| {
        let rect = view.screen_rect(rect).intersect(window);
        if rect.is_positive() {
            count += 1;
            let response = ui.interact(rect, id.with(count), Sense::hover());
            let label = || WidgetInfo::labeled(Role::Label, true, &group.title);
            response.widget_info(label);
        }
    });
}

impl super::shot::Curtain {
    /// What covers the page.
    pub(crate) fn color(self) -> egui::Color32 {
        match self {
            Self::Black => crate::scene::BLACKOUT,
            Self::White => UNTINTED,
        }
    }
}
