//! The matrix on the screen: cards are dragged, or moved by the arrow keys, to other figures.

use super::idea_keys::ARROWS;
use super::known::KnownIdeas;
use super::painted::PictureView;
use super::{IdeasRoom, card_id, rate};
use crate::edit::Change;
use crate::insight::{IdeaFigures, RankedIdea};
use crate::model::{Id, Journey};
use crate::scene::{IdeaCard, Matrix, MatrixSpot, Role};
use crate::ui::kit::buttons::{focus_ring, medium, semibold};
use crate::ui::kit::keyboard::has_keyboard;
use crate::ui::kit::style::RADIUS;
use crate::ui::kit::tooltip::Tip as _;
use crate::ui::{Context, Document, Message};
use egui::{
    CursorIcon, Key, Modifiers, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

/// A card in the hand.
pub(crate) struct IdeaDrag {
    /// Its opportunity.
    pub id: Id,
    /// From the pointer to its corner, in the picture's units.
    pub grab: Vec2,
    /// Its figures before it was lifted; none: one of them was not known.
    pub from: Option<IdeaFigures>,
    /// What of the matrix stays as it was when it was lifted; none on the board.
    pub held: Option<HeldMatrix>,
    /// What was shown last.
    pub shown: Option<Change>,
    /// It was called off, and does nothing until it is let go.
    pub called_off: bool,
}

/// What of the matrix does not move under the pointer while a card is in the hand, although the tray
/// above the plot may become empty and the plot full.
#[derive(Clone, Copy)]
pub(crate) struct HeldMatrix {
    /// Where the plot begins, in the picture's units.
    pub plot_top: f32,
    /// How large the picture is taken to be.
    pub size: Vec2,
    /// Where the middle of the card was.
    pub from: Pos2,
    /// How far above or below its figures that is: it lies beside where others share them.
    pub aside: f32,
}

impl HeldMatrix {
    /// Where the middle of the card is taken to be that is seen at `shown`: by its figures as long as it
    /// has not been moved up or down, and more and more where it is seen, `step` from there wholly.
    fn meant(self, shown: Pos2, step: f32) -> Pos2 {
        let moved = (shown.y - self.from.y).abs() / step.max(2.0 * self.aside.abs()).max(1.0);
        shown + vec2(0.0, self.aside * (1.0 - moved).max(0.0))
    }
}

/// Which figures the keys beside a drag mean.
pub(super) fn meant(modifiers: Modifiers) -> MatrixSpot {
    match (modifiers.shift, modifiers.alt) {
        (true, false) => MatrixSpot::Customer,
        (false, true) => MatrixSpot::Business,
        (true, true) | (false, false) => MatrixSpot::Both,
    }
}

impl IdeasRoom {
    pub(super) fn matrix_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Context<'_>,
        doc: &Document,
        known: &KnownIdeas,
        rect: Rect,
        out: &mut Vec<Message>,
    ) {
        let Some(journey) = doc.shown_journey() else { return };
        let matrix = &known.matrix;
        let view = PictureView::within(ui, rect, self.picture_size(known));
        let lifted = self.drag.as_ref().filter(|drag| !drag.called_off);
        let lifted = lifted.and_then(|drag| matrix.picture.card(&drag.id));
        self.painter.picture(ui, cx.theme, view, &matrix.picture, lifted);
        for card in &matrix.picture.cards {
            let Some(idea) = known.idea(&card.id) else { continue };
            let response = self.card_ui(ui, cx, view, card);
            self.key_moves(ui, doc, journey, idea, &response, out);
            self.take_drag(ui, doc, journey, matrix, idea, card, view, &response, out);
        }
        self.lifted_ui(ui, cx, known, view);
    }

    /// What of the matrix stays while a card of it is in the hand.
    pub(super) fn held(&self) -> Option<HeldMatrix> {
        self.drag.as_ref().and_then(|drag| drag.held)
    }

    /// How large the picture is; while a card is in the hand, as it was when that was lifted.
    pub(super) fn picture_size(&self, known: &KnownIdeas) -> Vec2 {
        self.held().map_or(known.matrix.picture.size, |held| held.size)
    }

    /// One card, to be chosen, with what shows that it is.
    pub(super) fn card_ui(
        &mut self,
        ui: &Ui,
        cx: &Context<'_>,
        view: PictureView,
        card: &IdeaCard,
    ) -> Response {
        let rect = view.screen_rect(card.rect);
        let response = ui.interact(rect, card_id(&card.id), Sense::click_and_drag());
        let is_chosen = self.chosen.as_ref() == Some(&card.id);
        let name = card.title.clone();
        response.widget_info(|| {
            WidgetInfo::selected(egui::Role::ListBoxOption, true, is_chosen, &name)
        });
        if self.wanted.as_ref() == Some(&card.id) {
            self.wanted = None;
            response.request_focus();
        }
        if response.clicked() || response.drag_started() {
            self.chosen = Some(card.id.clone());
            response.request_focus();
        }
        let is_held = self.drag.as_ref().is_some_and(|drag| drag.id == card.id);
        if is_chosen && !is_held {
            let stroke = Stroke::new(2.0, cx.theme.color(Role::Accent));
            let painter = ui.painter_at(view.clip);
            painter.rect_stroke(rect, 8.0 * view.zoom, stroke, StrokeKind::Outside);
        }
        if !is_held {
            focus_ring(ui, cx, &response, 9.0);
        }
        // The arrow keys move it, and do not go to the next.
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, ARROWS));
        // What stands on it is said again only where a sign alone says it.
        let response = match card.title.ends_with(&cx.words.ideas_nobody()) {
            true => response.tip(|| cx.words.ideas_nobody()),
            false => response,
        };
        response.on_hover_cursor(CursorIcon::Grab)
    }

    /// Arrow keys: a step across, or up and down, with the same keys beside as for a drag.
    fn key_moves(
        &mut self,
        ui: &Ui,
        doc: &Document,
        journey: &Journey,
        idea: &RankedIdea,
        response: &Response,
        out: &mut Vec<Message>,
    ) {
        if !has_keyboard(response) || self.drag.is_some() {
            return;
        }
        let (pressed, modifiers) = ui.input(|input| {
            let arrows = [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown];
            let pressed = arrows.map(|key| f64::from(u8::from(input.key_pressed(key))));
            (pressed, input.modifiers)
        });
        let [left, right, up, down] = pressed;
        let (across, up) = (right - left, up - down);
        if (across, up) == (0.0, 0.0) || modifiers.command {
            return;
        }
        // What is not rated begins in the middle.
        let middle = IdeaFigures { customer: 3.0, business: 3.0, effort: 3.0 };
        let figures = match idea.figures() {
            None => middle,
            Some(from) => stepped(from, across, up, meant(modifiers)),
        };
        if let Some(change) = rate(doc, journey, &idea.opportunity.id, figures)
            && idea.figures() != Some(figures)
        {
            self.chosen = Some(idea.opportunity.id.clone());
            out.push(Message::Edit(change));
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what a drag is of, where, and where it goes")]
    fn take_drag(
        &mut self,
        ui: &Ui,
        doc: &Document,
        journey: &Journey,
        matrix: &Matrix,
        idea: &RankedIdea,
        card: &IdeaCard,
        view: PictureView,
        response: &Response,
        out: &mut Vec<Message>,
    ) {
        let pointer = ui.input(|input| input.pointer.latest_pos()).map(|at| view.picture(at));
        if response.drag_started()
            && let Some(pressed) = ui.input(|input| input.pointer.press_origin())
        {
            self.drag = Some(IdeaDrag {
                id: card.id.clone(),
                grab: card.rect.min - view.picture(pressed),
                from: idea.figures(),
                held: Some(HeldMatrix {
                    plot_top: matrix.plot.top(),
                    size: matrix.picture.size,
                    from: card.rect.center(),
                    aside: idea
                        .figures()
                        .map_or(0.0, |figures| matrix.middle(figures).y - card.rect.center().y),
                }),
                shown: None,
                called_off: false,
            });
        }
        let Some(drag) = self.drag.as_mut().filter(|drag| drag.id == card.id) else { return };
        if !drag.called_off && ui.input(|input| input.key_pressed(Key::Escape)) {
            drag.called_off = true;
            out.push(Message::Cancel);
        }
        if response.drag_stopped() || !ui.input(|input| input.pointer.any_down()) {
            let is_kept = !drag.called_off && drag.shown.is_some();
            self.drag = None;
            if is_kept {
                out.push(Message::Commit);
            }
            return;
        }
        let Some(pointer) = pointer.filter(|_| !drag.called_off) else { return };
        let shown = pointer + drag.grab + card.rect.size() / 2.0;
        let middle = drag.held.map_or(shown, |held| held.meant(shown, matrix.plot.height() / 5.0));
        let what = meant(ui.input(|input| input.modifiers));
        // In the tray it is as it was.
        let is_out = drag.from.is_none() && middle.y < matrix.plot.top();
        let figures = matrix.figures_at(drag.from, middle, what);
        let change = rate(doc, journey, &card.id, figures).filter(|_| !is_out);
        if change != drag.shown {
            match &change {
                Some(change) => out.push(Message::Preview(change.clone())),
                None => out.push(Message::Cancel),
            }
            drag.shown = change;
        }
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    }

    /// The lifted card, above guides to the figures it would have.
    fn lifted_ui(&mut self, ui: &Ui, cx: &Context<'_>, known: &KnownIdeas, view: PictureView) {
        let Some(drag) = self.drag.as_ref().filter(|drag| !drag.called_off) else { return };
        let matrix = &known.matrix;
        let (Some(card), Some(idea)) = (matrix.picture.card(&drag.id), known.idea(&drag.id)) else {
            return;
        };
        let Some(pointer) = ui.input(|input| input.pointer.latest_pos()) else { return };
        let corner = view.picture(pointer) + drag.grab;
        let rect = view.screen_rect(Rect::from_min_size(corner, card.rect.size()));
        if let Some(figures) = idea.figures() {
            guides(ui, cx, view, matrix, figures);
        }
        let shadow = egui::epaint::Shadow {
            offset: [0, 6],
            blur: 18,
            spread: 0,
            color: cx.theme.color(Role::Ink.at(46)),
        };
        ui.painter().add(shadow.as_shape(rect, RADIUS));
        self.painter.card(
            ui,
            cx.theme,
            PictureView { clip: rect.expand(4.0), ..view },
            card,
            corner,
        );
        if let Some(figures) = idea.figures() {
            tip(ui, cx, rect, figures);
        }
    }
}

/// The figures a step further across and up.
fn stepped(from: IdeaFigures, across: f64, up: f64, what: MatrixSpot) -> IdeaFigures {
    let by = |figure: f64, step: f64| (figure + step).clamp(1.0, 5.0);
    let (customer, business) = match what {
        MatrixSpot::Both => (by(from.customer, up), by(from.business, up)),
        MatrixSpot::Customer => (by(from.customer, up), from.business),
        MatrixSpot::Business => (from.customer, by(from.business, up)),
    };
    IdeaFigures { customer, business, effort: by(from.effort, across) }
}

/// Dotted lines from where the figures are to the axes, and the figures there in pills.
fn guides(ui: &Ui, cx: &Context<'_>, view: PictureView, matrix: &Matrix, figures: IdeaFigures) {
    let at = view.screen(matrix.middle(figures));
    let plot = view.screen_rect(matrix.plot);
    let accent = cx.theme.color(Role::Accent);
    let painter = ui.painter();
    let dots =
        |from: Pos2, to: Pos2| Shape::dashed_line(&[from, to], Stroke::new(1.6, accent), 2.5, 4.0);
    painter.extend(dots(at, pos2(plot.left(), at.y)));
    painter.extend(dots(at, pos2(at.x, plot.bottom())));
    let pill = |middle: Pos2, figure: f64| {
        let text = cx.words.number(figure);
        let on = cx.theme.color(Role::OnAccent);
        let galley = painter.layout_no_wrap(text, semibold(12.0), on);
        let size = vec2((galley.size().x + 18.0).max(26.0), 20.0);
        let rect = Rect::from_center_size(middle, size);
        painter.rect_filled(rect, 10.0, accent);
        painter.galley(rect.center() - galley.size() / 2.0, galley, on);
    };
    pill(pos2(plot.left() - 16.0 * view.zoom, at.y), figures.value());
    pill(pos2(at.x, plot.bottom() + 16.0 * view.zoom), figures.effort);
}

/// The three figures in words, below the card.
fn tip(ui: &Ui, cx: &Context<'_>, card: Rect, figures: IdeaFigures) {
    let [effort, customer, business] =
        [figures.effort, figures.customer, figures.business].map(|it| cx.words.number(it));
    let said = cx.words.ideas_drag_tip(effort, customer, business);
    let ink = cx.theme.color(Role::Paper);
    let galley = ui.painter().layout_no_wrap(said, medium(12.5), ink);
    let size = galley.size() + vec2(22.0, 14.0);
    let top = pos2(card.center().x, card.bottom() + 14.0 + size.y / 2.0);
    let rect = Rect::from_center_size(top, size);
    ui.painter().rect_filled(rect, 7.0, cx.theme.color(Role::Ink));
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_beside_its_figures_comes_to_where_it_is_seen_as_it_is_moved() {
        let held =
            |aside| HeldMatrix { plot_top: 0.0, size: Vec2::ZERO, from: pos2(100.0, 200.0), aside };
        let rows = [
            // Across it keeps its figures, however far.
            (40.0, pos2(400.0, 200.0), 240.0),
            (40.0, pos2(100.0, 250.0), 270.0),
            (40.0, pos2(100.0, 300.0), 300.0),
            (40.0, pos2(100.0, 0.0), 0.0),
            // It never goes the other way, be it ever so far beside them.
            (300.0, pos2(100.0, 500.0), 650.0),
            (300.0, pos2(100.0, 800.0), 800.0),
            (0.0, pos2(100.0, 230.0), 230.0),
        ];
        for (aside, shown, expected) in rows {
            assert_eq!(held(aside).meant(shown, 100.0).y, expected, "{aside} {shown}");
        }
    }

    #[test]
    fn a_step_by_key_is_a_step_of_what_is_meant() {
        let from = IdeaFigures { customer: 4.0, business: 5.0, effort: 1.0 };
        let figures = |customer, business, effort| IdeaFigures { customer, business, effort };
        let rows = [
            ((1.0, 0.0, MatrixSpot::Both), figures(4.0, 5.0, 2.0)),
            ((-1.0, 0.0, MatrixSpot::Both), figures(4.0, 5.0, 1.0)),
            ((0.0, 1.0, MatrixSpot::Both), figures(5.0, 5.0, 1.0)),
            ((0.0, -1.0, MatrixSpot::Both), figures(3.0, 4.0, 1.0)),
            ((0.0, -1.0, MatrixSpot::Customer), figures(3.0, 5.0, 1.0)),
            ((0.0, -1.0, MatrixSpot::Business), figures(4.0, 4.0, 1.0)),
        ];
        for ((across, up, what), expected) in rows {
            assert_eq!(stepped(from, across, up, what), expected);
        }
        assert_eq!(meant(Modifiers::SHIFT), MatrixSpot::Customer);
        assert_eq!(meant(Modifiers::ALT), MatrixSpot::Business);
        assert_eq!(meant(Modifiers::NONE), MatrixSpot::Both);
    }
}
