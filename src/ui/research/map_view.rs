//! The map in small, and what words can be dropped on: its steps, the cards of a step, themes.

use super::ResearchRoom;
use super::known::KnownResearch;
use super::picking::{Picking, cards_of};
use crate::model::{CardRef, Id};
use crate::scene::{ResearchPicture, Role, SmallMap, Theme, icon};
use crate::ui::canvas::Brush;
use crate::ui::kit::buttons::{focus_ring, line, medium, regular, semibold};
use crate::ui::{Context, Document, Message};
use crate::words::{persona_name, titled};
use egui::{
    Align2, CursorIcon, FontFamily, FontId, LayerId, Order, Pos2, Rect, Sense, Shape, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

/// So long words are held over a step until its cards are shown, in seconds.
const PATIENCE: f64 = 0.5;
/// How high a card's row is.
const CARD: f32 = 30.0;
/// How wide the words in the hand are.
const GHOST: f32 = 210.0;

/// What words can be dropped on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WordTarget {
    /// A step: they become a quote there.
    Step(Id),
    /// A card: they are evidence of it.
    Card(CardRef),
    /// A theme: they are a passage of it.
    Theme(Id),
    /// A theme that is made of them.
    NewTheme,
}

/// A step that words are held over.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct HeldStep {
    /// Its place among all.
    pub step: usize,
    since: f64,
    /// Its cards are shown.
    pub is_open: bool,
}

impl ResearchRoom {
    /// Paints a picture with its corner at `origin`.
    pub(super) fn paint(
        &mut self,
        ui: &Ui,
        theme: &Theme,
        (origin, zoom): (Pos2, f32),
        picture: &ResearchPicture,
    ) {
        let clip = ui.clip_rect();
        let galleys = &mut self.galleys;
        let shapes = ui.fonts_mut(|fonts| {
            galleys.begin(fonts);
            let mut brush = Brush::new(fonts, galleys, theme, origin, zoom, clip);
            picture.items.iter().for_each(|item| brush.item(item));
            std::mem::take(&mut brush.shapes)
        });
        self.galleys.end();
        ui.painter().extend(shapes);
    }

    /// The map in small at the top of `room`; gives back how high it is.
    pub(super) fn small_map_ui(
        &mut self,
        ui: &Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        known: &KnownResearch,
        room: Rect,
        out: &mut Vec<Message>,
    ) -> f32 {
        let ink = cx.theme.color(Role::Ink);
        let title = doc.shown_journey().map(|journey| titled(&journey.title, cx.words));
        let at = pos2(room.left(), room.top() + 10.0);
        line(ui, at, &title.unwrap_or_default(), semibold(14.0), ink, room.width() * 0.6);
        if let Some((_, persona)) = known.whose.as_ref().and_then(|id| known.project().persona(id))
        {
            let who = format!("{}  {}", persona.face(), persona_name(persona, cx.words));
            let at = pos2(room.right(), room.top() + 10.0);
            ui.painter().text(at, Align2::RIGHT_CENTER, who, regular(13.0), ink);
        }
        let map = &known.map;
        let zoom = (room.width() / map.picture.size.x.max(1.0)).clamp(0.3, 1.15);
        let origin = pos2(room.left(), room.top() + 30.0);
        self.paint(ui, cx.theme, (origin, zoom), &map.picture);
        let screen = |rect: Rect| {
            Rect::from_min_max(
                origin + rect.min.to_vec2() * zoom,
                origin + rect.max.to_vec2() * zoom,
            )
        };
        let pointer = ui.input(|input| input.pointer.latest_pos()).filter(|_| self.is_dragged);
        for (place, step) in map.steps.iter().enumerate() {
            let rect = screen(step.rect);
            self.targets.push((WordTarget::Step(step.id.clone()), rect));
            let id = ui.scope_id().with(("small step", &step.id));
            let response = ui.interact(rect, id, Sense::click());
            let name = cx.words.research_step(&step.name, step.quotes);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
            focus_ring(ui, cx, &response, 8.0);
            let is_over = pointer.is_some_and(|at| rect.contains(at));
            if is_over {
                self.hold(ui, place);
            }
            if is_over || self.picked_step() == Some(place) {
                let accent = cx.theme.color(Role::Accent);
                ui.painter().rect_filled(rect, 8.0, cx.theme.color(Role::Accent.at(30)));
                ui.painter().rect_stroke(rect, 8.0, Stroke::new(2.0, accent), StrokeKind::Inside);
            }
            if self.become_quote_in(place, is_over) {
                let at = origin + SmallMap::count_of(step).to_vec2() * zoom;
                let [now, then] =
                    [step.quotes, step.quotes + 1].map(|it| cx.words.number(it as f64));
                let text = format!("{}  {now} → {then}", icon::QUOTE);
                let galley = ui.painter().layout_no_wrap(text, semibold(12.5), ink);
                let back = Rect::from_center_size(at, galley.size() + vec2(10.0, 6.0));
                ui.painter().rect_filled(back, 6.0, cx.theme.color(Role::Card));
                ui.painter().galley(at - galley.size() / 2.0, galley, ink);
            }
            if !response.clicked() || self.chosen.is_none() {
                continue;
            }
            match &mut self.picking {
                // Which of its cards is asked next.
                Some(Picking::Evidence { step, card }) => (*step, *card) = (place, 0),
                Some(Picking::Quote { .. } | Picking::Theme { .. }) | None => {
                    self.quote(doc, &step.id.clone(), out);
                }
            }
        }
        30.0 + map.picture.size.y * zoom
    }

    /// Would the words become a quote in the step of this place, which they may be dragged over? What is
    /// evidence adds none.
    fn become_quote_in(&self, step: usize, is_over: bool) -> bool {
        is_over || self.picking == Some(Picking::Quote { step })
    }

    fn hold(&mut self, ui: &Ui, step: usize) {
        let now = ui.input(|input| input.time);
        match &mut self.held {
            Some(held) if held.step == step => {
                held.is_open |= now - held.since >= PATIENCE;
                if !held.is_open {
                    ui.ctx().request_repaint_after(std::time::Duration::from_millis(60));
                }
            }
            Some(_) | None => self.held = Some(HeldStep { step, since: now, is_open: false }),
        }
    }

    /// The step whose cards are shown, by its place.
    pub(super) fn open_step(&self) -> Option<usize> {
        match self.picking {
            Some(Picking::Evidence { step, .. }) => Some(step),
            Some(_) => None,
            None => self.held.as_ref().filter(|held| held.is_open).map(|held| held.step),
        }
    }

    /// The cards of a step, of which words can be evidence.
    pub(super) fn cards_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &mut Document,
        (known, step): (&KnownResearch, usize),
        out: &mut Vec<Message>,
    ) {
        let name = known.map.steps.get(step).map(|step| step.name.clone()).unwrap_or_default();
        let ink = cx.theme.color(Role::Ink);
        ui.label(
            egui::RichText::new(cx.words.research_cards_of(name)).font(semibold(14.0)).color(ink),
        );
        ui.add_space(8.0);
        let picked = match self.picking {
            Some(Picking::Evidence { card, .. }) => Some(card),
            Some(_) | None => None,
        };
        let pointer = ui.input(|input| input.pointer.latest_pos()).filter(|_| self.is_dragged);
        for (place, card) in cards_of(known, step).enumerate() {
            let (rect, response) =
                ui.allocate_exact_size(vec2(ui.available_width(), CARD), Sense::click());
            let told = format!("{}: {}", card.lane, card.text);
            let is_picked = picked == Some(place);
            response.widget_info(|| {
                WidgetInfo::selected(egui::Role::ListBoxOption, true, is_picked, &told)
            });
            let is_over = pointer.is_some_and(|at| rect.contains(at));
            self.targets.push((WordTarget::Card(card.place.clone()), rect));
            if is_over || is_picked {
                let accent = cx.theme.color(Role::Accent);
                ui.painter().rect_filled(rect, 7.0, cx.theme.color(Role::Accent.at(30)));
                ui.painter().rect_stroke(rect, 7.0, Stroke::new(2.0, accent), StrokeKind::Inside);
                if is_picked {
                    ui.scroll_to_rect(rect, None);
                }
            }
            let muted = cx.theme.color(Role::Muted);
            let at = pos2(rect.left() + 10.0, rect.center().y);
            line(ui, at, &card.lane, regular(12.0), muted, 128.0);
            let at = pos2(rect.left() + 146.0, rect.center().y);
            line(ui, at, &card.text, medium(13.0), ink, rect.width() - 156.0);
            if response.clicked() {
                self.evidence(doc, &card.place, out);
            }
        }
    }

    /// Words are let go of at a place on the screen.
    pub(super) fn drop_at(&mut self, doc: &mut Document, at: Pos2, out: &mut Vec<Message>) {
        let found = self.targets.iter().rev().find(|(_, rect)| rect.contains(at));
        let Some((target, _)) = found.cloned() else { return };
        match target {
            WordTarget::Step(step) => self.quote(doc, &step, out),
            WordTarget::Theme(theme) => self.theme(doc, Some(&theme), out),
            WordTarget::NewTheme => self.theme(doc, None, out),
            WordTarget::Card(card) => self.evidence(doc, &card, out),
        }
    }

    /// The words in the hand, with where they come from.
    pub(super) fn ghost_ui(&mut self, ui: &Ui, cx: &Context<'_>, doc: &Document) {
        if !self.is_dragged {
            return;
        }
        let (Some(source), Some(range)) = (self.source(doc), self.chosen.clone()) else { return };
        let Some(at) = ui.input(|input| input.pointer.latest_pos()) else { return };
        let said = source.notes.get(range).unwrap_or_default();
        let said: String = said.split_whitespace().collect::<Vec<_>>().join(" ");
        let said: String = said.chars().take(140).collect();
        let painter = ui
            .ctx()
            .layer_painter(LayerId::new(Order::Tooltip, egui::Id::unique("words in the hand")));
        let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
        let accent = cx.theme.color(Role::Accent);
        let italic = FontId::new(13.0, FontFamily::Name("inter-italic".into()));
        let quote = painter.layout(format!("”{said}”"), italic, ink, GHOST - 28.0);
        let mut job = egui::text::LayoutJob::simple_singleline(
            titled(&source.title, cx.words),
            regular(12.0),
            muted,
        );
        job.wrap = egui::text::TextWrapping::truncate_at_width(GHOST - 28.0);
        let who = painter.layout_job(job);
        let size = vec2(GHOST, quote.size().y + who.size().y + 24.0);
        let rect = Rect::from_min_size(at - vec2(GHOST - 12.0, size.y - 8.0), size);
        let from = self.from;
        let bend = [
            from,
            pos2(from.x + 24.0, from.y),
            pos2(rect.left() - 24.0, rect.center().y),
            rect.left_center(),
        ];
        painter.extend(Shape::dashed_line(&bend, Stroke::new(1.5, accent), 4.0, 3.0));
        painter.circle_filled(from, 3.5, accent);
        painter.rect(
            rect,
            8.0,
            cx.theme.color(Role::Card),
            Stroke::new(1.5, accent),
            StrokeKind::Inside,
        );
        let below = rect.min + vec2(14.0, 10.0);
        let under = below + vec2(0.0, quote.size().y + 4.0);
        painter.galley(below, quote, ink);
        painter.galley(under, who, muted);
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    }
}

#[cfg(test)]
mod tests {
    use super::super::picking::Picking;
    use super::*;

    #[test]
    fn only_words_that_become_a_quote_are_counted_as_one() {
        let rows = [
            (None, false, false),
            (None, true, true),
            (Some(Picking::Quote { step: 1 }), false, true),
            (Some(Picking::Quote { step: 0 }), false, false),
            (Some(Picking::Evidence { step: 1, card: 0 }), false, false),
            (Some(Picking::Theme { theme: 1 }), false, false),
        ];
        for (picking, is_over, expected) in rows {
            let room = ResearchRoom { picking: picking.clone(), ..ResearchRoom::default() };
            assert_eq!(room.become_quote_in(1, is_over), expected, "{picking:?} {is_over}");
        }
    }
}
