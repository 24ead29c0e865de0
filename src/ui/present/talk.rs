//! How long is the talk to take, and which part of that is this page's?

use super::clock::elapsed;
use crate::scene::Role;
use crate::ui::Context;
use crate::ui::kit::buttons::{focus_ring, medium, semibold};
use egui::{DragValue, RichText, Ui, WidgetInfo};

/// No talk is planned to take longer, in minutes.
pub(crate) const TALK_MAX: u16 = 480;

/// The part of a talk that is a page's. Times are seconds from its beginning.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct PageTime {
    /// When the page is to begin.
    pub from: f64,
    /// When the next is to begin.
    pub until: f64,
}

impl PageTime {
    /// Of the page at `place` of `of`, where all take the same time; none where no time is planned.
    pub(super) fn of(minutes: Option<u16>, place: usize, of: usize) -> Option<Self> {
        let all = f64::from(minutes.filter(|minutes| *minutes > 0)?.min(TALK_MAX)) * 60.0;
        let each = all / of.max(1) as f64;
        Some(Self { from: each * place as f64, until: each * (place as f64 + 1.0) })
    }

    /// How many seconds one is behind, after so many; below nothing: one is ahead. Within the page's
    /// time one is neither.
    pub(super) fn behind(self, seconds: f64) -> f64 {
        if seconds > self.until {
            seconds - self.until
        } else if seconds < self.from {
            seconds - self.from
        } else {
            0.0
        }
    }
}

/// Asks for the planned time, and shows which part of it is this page's.
pub(super) fn talk_ui(
    ui: &mut Ui,
    cx: &Context<'_>,
    minutes: &mut Option<u16>,
    (place, of): (usize, usize),
    seconds: f64,
) {
    let (words, muted) = (cx.words, cx.theme.color(Role::Muted));
    let name = |ui: &mut Ui, text: String| {
        ui.label(RichText::new(text).font(medium(12.0)).color(muted));
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add_space(4.0);
        name(ui, words.present_planned());
        let mut asked = minutes.unwrap_or(0).min(TALK_MAX);
        let none = words.present_planned_none();
        let field = DragValue::new(&mut asked)
            .range(0..=TALK_MAX)
            .speed(0.1)
            .custom_formatter(|value, _| match value as u16 {
                0 => none.clone(),
                minutes => words.present_minutes(minutes.to_string()),
            })
            .custom_parser(|text| {
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                if digits.is_empty() { Some(0.0) } else { digits.parse().ok() }
            });
        let field = ui.add(field);
        let label = words.present_planned();
        field.widget_info(|| {
            let mut info = WidgetInfo::drag_value(true, f64::from(asked));
            info.label = Some(label.clone());
            info
        });
        focus_ring(ui, cx, &field, 8.0);
        if field.changed() {
            *minutes = (asked > 0).then_some(asked);
        }
    });
    let Some(time) = PageTime::of(*minutes, place, of) else { return };
    let behind = time.behind(seconds);
    let (text, role) = match behind {
        late if late > 0.0 => (words.present_behind(elapsed(late)), Role::Bad),
        early if early < 0.0 => (words.present_ahead(elapsed(-early)), Role::Good),
        _ => (words.present_page_until(elapsed(time.until)), Role::Muted),
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(4.0);
        name(ui, words.present_page_time());
        let share = elapsed(time.until - time.from);
        let share_said = format!("{}: {share}. {text}", words.present_page_time());
        let ink = cx.theme.color(Role::Ink);
        let label = ui.label(RichText::new(&share).font(semibold(18.0)).color(ink));
        label.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &share_said));
        ui.label(RichText::new(&text).font(medium(12.0)).color(cx.theme.color(role)));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_has_its_part_of_the_time() {
        assert_eq!(PageTime::of(None, 0, 10), None);
        assert_eq!(PageTime::of(Some(0), 0, 10), None);
        let time = PageTime::of(Some(20), 3, 10).unwrap();
        assert_eq!(time, PageTime { from: 360.0, until: 480.0 });
        let rows = [(300.0, -60.0), (360.0, 0.0), (400.0, 0.0), (480.0, 0.0), (500.0, 20.0)];
        for (seconds, behind) in rows {
            assert_eq!(time.behind(seconds), behind, "{seconds}");
        }
        // A day is no talk, and a story without a page divides nothing.
        assert_eq!(PageTime::of(Some(u16::MAX), 0, 0).unwrap().until, 480.0 * 60.0);
    }
}
