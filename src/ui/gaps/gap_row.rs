//! A row of the list: an icon, a sentence that wraps, where it is; and the icon of each rule.

use crate::insight::GapRule;
use crate::scene::{Role, icon};
use crate::ui::Context;
use crate::ui::kit::buttons::{focus_ring, medium, regular};
use egui::{
    Align2, Button, CursorIcon, Id, Rect, Response, RichText, Sense, Stroke, Ui, WidgetInfo, pos2,
    vec2,
};

/// From a row's left edge to its words.
pub(super) const TEXT_X: f32 = 26.0;
/// Above and below a row's words.
const PAD: f32 = 7.0;
/// So far a row that is marked reaches beyond its words.
pub(super) const BEYOND: f32 = 12.0;

/// What a row shows.
pub(super) struct RowLook<'a> {
    /// What it is known by among widgets.
    pub id: Id,
    pub icon: char,
    pub text: &'a str,
    pub place: &'a str,
    /// It does not count.
    pub muted: bool,
    pub chosen: bool,
}

/// Shows a row and how it is pressed.
pub(super) fn row_ui(ui: &mut Ui, cx: &Context, look: &RowLook) -> Response {
    let width = ui.available_width();
    let inner = (width - TEXT_X).max(40.0);
    let (ink, muted) = (cx.theme.color(Role::Ink), cx.theme.color(Role::Muted));
    let ink = if look.muted { muted } else { ink };
    let said = ui.painter().layout(look.text.to_owned(), medium(13.0), ink, inner);
    let below = ui.painter().layout(look.place.to_owned(), regular(12.0), muted, inner);
    let height = said.size().y + below.size().y + PAD * 2.0;
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let response = ui.interact(rect, look.id, Sense::click());
    let name = format!("{}. {}", look.text, look.place);
    response.widget_info(|| WidgetInfo::selected(egui::Role::ListItem, true, look.chosen, &name));
    if ui.is_rect_visible(rect) {
        if !look.chosen && response.hovered() {
            let fill = cx.theme.color(Role::Ink.at(12));
            ui.painter().rect_filled(rect.expand2(vec2(BEYOND, 0.0)), 8.0, fill);
        }
        let role = if look.muted { Role::Muted } else { Role::Bad };
        let at = pos2(rect.left() + 8.0, rect.top() + PAD + 8.0);
        let paint = ui.painter();
        paint.text(at, Align2::CENTER_CENTER, look.icon, regular(16.0), cx.theme.color(role));
        let at = rect.min + vec2(TEXT_X, PAD);
        let under = at + vec2(0.0, said.size().y);
        paint.galley(at, said, ink);
        paint.galley(under, below, muted);
    }
    focus_ring(ui, cx, &response, 8.0);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The tint of what is chosen, from `top` to where the next row begins. To be painted below it:
/// `place` was kept in the list of shapes before.
pub(super) fn chosen_tint(ui: &Ui, cx: &Context, place: egui::layers::ShapeIdx, rect: Rect) {
    let fill = cx.theme.color(Role::Accent.at(30));
    ui.painter().set(place, egui::Shape::rect_filled(rect.expand2(vec2(BEYOND, 0.0)), 8.0, fill));
}

/// A small button of a row; the `main` one is filled.
pub(super) fn small_button(ui: &mut Ui, cx: &Context, text: &str, main: bool) -> Response {
    let (fill, ink, edge) = match main {
        true => (Role::Accent, Role::OnAccent, Role::Accent),
        false => (Role::Card, Role::Ink, Role::Hairline),
    };
    let text = RichText::new(text).font(medium(12.5)).color(cx.theme.color(ink));
    let button = Button::new(text)
        .fill(cx.theme.color(fill))
        .stroke(Stroke::new(1.0, cx.theme.color(edge)))
        .corner_radius(7)
        .min_size(vec2(0.0, 26.0));
    let response = ui.add(button);
    focus_ring(ui, cx, &response, 8.0);
    response
}

/// What the list shows before the gaps of a rule.
pub(super) fn rule_icon(rule: GapRule) -> char {
    match rule {
        GapRule::NoPersona => icon::USER_PLUS,
        GapRule::NoPurpose | GapRule::NoSubgoal => icon::TARGET,
        GapRule::ChainBroken => icon::ROUTE,
        GapRule::NoCards => icon::PLUS,
        GapRule::FewInterviews => icon::QUOTE,
        GapRule::PersonaMissing
        | GapRule::TouchpointWithoutOwner
        | GapRule::OpportunityWithoutOwner => icon::USER,
        GapRule::QuestionNo | GapRule::QuestionUnknown => icon::HELP_CIRCLE,
        GapRule::FrictionWithoutActivity => icon::ALERT_TRIANGLE,
        GapRule::NoActivity | GapRule::NothingOfOurs => icon::BOX_DASHED,
        GapRule::UnknownCustomer => icon::EYE_OFF,
        GapRule::LowWithoutOpportunity
        | GapRule::PainWithoutOpportunity
        | GapRule::NeedWithoutOpportunity
        | GapRule::ExpectationNotMet => icon::LIGHTBULB,
        GapRule::TouchpointWithoutFeeling => icon::SMILE,
        GapRule::DigitalSwitchAtLow => icon::ARROWS_BOTH_WAYS,
        GapRule::OnlyHypotheses => icon::CIRCLE,
        GapRule::OpportunityWithoutDate => icon::CALENDAR,
        GapRule::OpportunityOverdue => icon::CLOCK,
    }
}
