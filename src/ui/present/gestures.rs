//! What mouse and touch on a page ask for.

use super::on_page::At;
use super::shot::AudienceAsks;
use crate::model::{TextOf, Thing};
use egui::{Event, MouseWheelUnit, PointerButton, Pos2, Response, TouchId, TouchPhase, Ui};
use std::time::Duration;

/// How far a finger goes that turns a page, in screen points.
const SWIPE: f32 = 60.0;
/// How far a touchpad scrolls that turns a page, in screen points.
const SCROLL: f32 = 80.0;
/// After the wheel has turned a page it rests this long, in seconds: one flick is one page.
const RESTS: f64 = 0.25;

/// What is remembered of a gesture.
#[derive(Default)]
pub(super) struct Gestures {
    /// The finger on the screen, and where it came down; none where there are several.
    finger: Option<(TouchId, Pos2)>,
    fingers: usize,
    /// How far the touchpad has scrolled towards the next page.
    scrolled: f32,
    /// When the wheel turned a page last.
    turned: f64,
    /// Until when a click on something waits for a second one, before it turns the page.
    waits: Option<f64>,
    /// When a click turned the page at once: a second one goes on, and edits nothing of a page that
    /// nobody has seen.
    went: Option<f64>,
    /// What the last click was on that showed something large, and when.
    shown: Option<(f64, Option<TextOf>)>,
}

impl Gestures {
    /// Adds what this frame's events ask for on the page; `over`: what is under the mouse.
    pub(super) fn take(
        &mut self,
        ui: &Ui,
        response: &Response,
        over: &At,
        asks: &mut Vec<AudienceAsks>,
    ) {
        let turns = ui.input(|input| {
            let events = input.events.iter();
            let hovered = response.contains_pointer();
            events.filter_map(|event| self.turn(event, input.time, hovered)).sum::<isize>()
        });
        if turns != 0 {
            asks.push(AudienceAsks::Turn(turns.signum()));
        }
        let now = ui.input(|input| input.time);
        if response.double_clicked() {
            self.waits = None;
            let went = self.went.take().is_some_and(|at| now - at <= pair(ui));
            asks.push(match over.something && !went {
                true => AudienceAsks::Edit(over.text.clone()),
                false => AudienceAsks::Turn(1),
            });
        } else if response.clicked() {
            match &over.thing {
                Some(thing @ (Thing::Card(_) | Thing::Point { .. } | Thing::Persona(_))) => {
                    self.shown = Some((now, over.text.clone()));
                    asks.push(AudienceAsks::Show(thing.clone()));
                }
                Some(Thing::Phase(phase)) => asks.push(AudienceAsks::Phase(phase.clone())),
                // The second click of two is to find what the first was on.
                _ if over.something => self.waits = Some(now + pair(ui)),
                _ => {
                    self.went = Some(now);
                    asks.push(AudienceAsks::Turn(1));
                }
            }
        } else if response.clicked_by(PointerButton::Secondary) {
            asks.push(AudienceAsks::Turn(-1));
        }
        if let Some(until) = self.waits {
            if now >= until {
                self.waits = None;
                asks.push(AudienceAsks::Turn(1));
            } else {
                ui.ctx().request_repaint_after(Duration::from_secs_f64(until - now));
            }
        }
    }

    /// Another page is shown: what was waited for is past.
    pub(super) fn forget(&mut self) {
        self.waits = None;
    }

    /// The text one clicked on the page, where a second click on what that has shown large belongs
    /// to the same pair.
    pub(super) fn begun(&self, ui: &Ui) -> Option<&Option<TextOf>> {
        let now = ui.input(|input| input.time);
        self.shown.as_ref().filter(|(at, _)| now - at <= pair(ui)).map(|(_, text)| text)
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: egui's events")]
    fn turn(&mut self, event: &Event, now: f64, hovered: bool) -> Option<isize> {
        match event {
            Event::Touch { id, phase, pos, .. } => match phase {
                TouchPhase::Start => {
                    self.fingers += 1;
                    self.finger = (self.fingers == 1).then_some((*id, *pos));
                    None
                }
                TouchPhase::Move => None,
                TouchPhase::End | TouchPhase::Cancel => {
                    self.fingers = self.fingers.saturating_sub(1);
                    let (_, from) = self.finger.take_if(|(finger, _)| finger == id)?;
                    let gone = *pos - from;
                    let across = gone.x.abs() > SWIPE && gone.x.abs() > 2.0 * gone.y.abs();
                    let swiped = *phase == TouchPhase::End && across;
                    swiped.then_some(if gone.x < 0.0 { 1 } else { -1 })
                }
            },
            Event::MouseWheel { unit, delta, modifiers, .. }
                if hovered && self.fingers == 0 && !modifiers.any() =>
            {
                let by = match unit {
                    MouseWheelUnit::Point => delta.y,
                    MouseWheelUnit::Line | MouseWheelUnit::Page => delta.y.signum() * SCROLL,
                };
                if now - self.turned < RESTS || delta.y == 0.0 {
                    self.scrolled = 0.0;
                    return None;
                }
                self.scrolled += by;
                if self.scrolled.abs() < SCROLL {
                    return None;
                }
                (self.scrolled, self.turned) = (0.0, now);
                Some(if by < 0.0 { 1 } else { -1 })
            }
            _ => None,
        }
    }
}

/// How long after a click another makes a pair of them, in seconds.
fn pair(ui: &Ui) -> f64 {
    ui.ctx().options(|options| options.input_options.max_double_click_delay)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Modifiers, TouchDeviceId, pos2, vec2};

    fn touch(phase: TouchPhase, id: u64, x: f32) -> Event {
        let (device_id, id) = (TouchDeviceId(0), TouchId(id));
        Event::Touch { device_id, id, phase, pos: pos2(x, 300.0), force: None }
    }

    fn turns(events: Vec<(f64, Event)>) -> Vec<isize> {
        let mut gestures = Gestures::default();
        events.iter().filter_map(|(now, event)| gestures.turn(event, *now, true)).collect()
    }

    #[test]
    fn a_swipe_of_one_finger_turns_the_page() {
        use TouchPhase::{End, Start};
        let swipe =
            |from: f32, to: f32| vec![(1.0, touch(Start, 1, from)), (1.1, touch(End, 1, to))];
        assert_eq!(turns(swipe(500.0, 200.0)), [1]);
        assert_eq!(turns(swipe(200.0, 500.0)), [-1]);
        assert!(turns(swipe(200.0, 230.0)).is_empty());
        let two = [touch(Start, 1, 500.0), touch(Start, 2, 600.0), touch(End, 1, 100.0)];
        assert!(turns(two.into_iter().map(|event| (1.0, event)).collect()).is_empty());
    }

    #[test]
    fn a_flick_of_the_wheel_is_one_page() {
        let wheel = |unit, y: f32| Event::MouseWheel {
            unit,
            delta: vec2(0.0, y),
            phase: TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        };
        let lines = |y: f32| wheel(MouseWheelUnit::Line, y);
        assert_eq!(turns(vec![(1.0, lines(-1.0)), (1.1, lines(-1.0)), (1.5, lines(1.0))]), [1, -1]);
        let points = |y: f32| wheel(MouseWheelUnit::Point, y);
        assert_eq!(
            turns((0..5).map(|n| (1.0 + f64::from(n) * 0.01, points(-30.0))).collect()),
            [1]
        );
    }
}
