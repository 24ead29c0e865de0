//! What one card looks like: by its lane a box with a stripe, words without a box, or a figure.

use crate::insight::{Standing, improved, standing};
use crate::model::{Card, ChangeKind, LaneKind, Mark, Metric};
use crate::scene::draw::pen::told_role;
use crate::scene::draw::pen::{self, Pen, Style, emoji_at, line_boxes, solid, text_at, text_box};
use crate::scene::map::chips::{chips, mark_emoji, rows, signs};
use crate::scene::map::{card_picture, dots, spark};
use crate::scene::{Drawing, Item, Path, Role, Segment, Sign, SignSpot, Stroke, Summary, Text};
use egui::{Pos2, Rect, pos2, vec2};
use std::sync::Arc;

/// From a card's upper edge to its text, and from its chips to its lower edge.
const PAD_Y: f32 = 9.0;
/// From a card's left edge to its text.
pub(in crate::scene) const PAD_X: f32 = 12.0;
/// The same without a box, so that texts of both kinds stand in line with their step's title.
const PAD_X_BARE: f32 = 4.0;
/// Between text and note.
const NOTE_GAP: f32 = 3.0;
/// Between text and chips.
const CHIPS_GAP: f32 = 8.0;
const RADIUS: f32 = 8.0;
/// How large the small line of a metric is at most, and how wide at least beside its figure.
const SPARK: egui::Vec2 = vec2(64.0, 15.0);
const SPARK_LEAST: f32 = 30.0;
/// How much room a mark takes beside the text.
const MARK_ROOM: f32 = 18.0;

/// How high the row of signs in the lower right corner is.
const SIGNS_HEIGHT: f32 = 18.0;
/// How much higher it is than the line of text it stands beside, with air to the line above.
const SIGNS_OVER: f32 = 5.0;

#[derive(Clone, Debug)]
pub(in crate::scene) struct DrawnCard {
    /// What is drawn, from its top left corner.
    pub drawing: Arc<Drawing>,
    /// Where its text stands in it.
    pub text_rect: Rect,
}

/// What cards of a lane have in common.
struct Look {
    boxed: bool,
    fill: Role,
    stripe: Option<Role>,
    text: Style,
    ink: Role,
    edge: Stroke,
    shadow: bool,
}

impl Look {
    /// The same for a card that comes or goes between two maps: what is new stands out, what is
    /// taken away is faded and struck through. A chip says it in words, too.
    fn changed(self, change: Option<&ChangeKind>) -> Self {
        match change {
            Some(ChangeKind::New) if self.boxed => {
                Self { fill: Role::GoodFill, edge: solid(1.8, Role::Good), ..self }
            }
            Some(ChangeKind::Removed) => Self {
                fill: Role::Paper,
                ink: Role::Muted,
                stripe: self.stripe.map(|_| Role::Hairline),
                edge: Stroke { dash: Some((5.0, 4.0)), ..solid(1.2, Role::Muted.at(120)) },
                shadow: false,
                ..self
            },
            _ => self,
        }
    }
}

/// How cards of a lane look, with the colour somebody gave this one.
fn look_of(card: &Card, kind: Option<&LaneKind>) -> Look {
    let look = look(kind);
    let Some(color) = card.color else { return look };
    let stripe = Some(Role::PhaseText(color));
    match look.boxed {
        true => Look { fill: Role::CardTint(color), stripe, ..look },
        false => Look { stripe, ..look },
    }
}

/// How cards of a lane look; parked ones have no lane.
fn look(kind: Option<&LaneKind>) -> Look {
    let boxed = |stripe| Look {
        boxed: true,
        fill: Role::Card,
        stripe,
        text: pen::CARD,
        ink: Role::Ink,
        edge: solid(1.0, Role::Hairline),
        shadow: true,
    };
    let bare = |text, ink| Look {
        boxed: false,
        fill: Role::Paper,
        stripe: None,
        text,
        ink,
        edge: solid(1.0, Role::Hairline),
        shadow: false,
    };
    let Some(kind) = kind else { return boxed(None) };
    match kind {
        LaneKind::Actions => boxed(None),
        LaneKind::Touchpoints => boxed(Some(Role::StripeTouchpoint)),
        LaneKind::Opportunities => boxed(Some(Role::StripeOpportunity)),
        LaneKind::SalesMarketing => boxed(Some(Role::StripeSales)),
        LaneKind::PainPoints => Look { fill: Role::GapFill, ..boxed(Some(Role::StripePain)) },
        LaneKind::Problems => boxed(Some(Role::StripePain)),
        LaneKind::Thoughts | LaneKind::Questions | LaneKind::Quotes => bare(pen::SPOKEN, Role::Ink),
        LaneKind::Metrics => bare(pen::NOTE, Role::Muted),
        LaneKind::Images | LaneKind::Notes => boxed(None),
        LaneKind::Channels
        | LaneKind::Emotions
        | LaneKind::Needs
        | LaneKind::Drivers
        | LaneKind::Expectations
        | LaneKind::Insights
        | LaneKind::Backstage
        | LaneKind::Systems
        | LaneKind::Other(_) => boxed(Some(Role::StripeOther)),
    }
}

/// The colour of the stripe that tells the cards of a lane of this kind from others; none where
/// they have none of their own.
pub(in crate::scene) fn stripe(kind: &LaneKind) -> Option<Role> {
    look(Some(kind)).stripe.filter(|role| *role != Role::StripeOther)
}

/// The colour of a lane's stripe beside its name, wherever it is told apart from others.
pub fn lane_stripe(kind: &LaneKind) -> Role {
    stripe(kind).unwrap_or(Role::StripeOther)
}

/// Draws `card`, `width` wide, as a lane of `kind` shows it.
pub(in crate::scene) fn card(
    pen: &mut Pen,
    card: &Card,
    kind: Option<&LaneKind>,
    width: f32,
) -> DrawnCard {
    let look = look_of(card, kind).changed(card.change.as_ref());
    let is_gone = card.change == Some(ChangeKind::Removed);
    let pad = if look.boxed { PAD_X } else { PAD_X_BARE };
    let inner = (width - pad * 2.0).max(20.0);
    let marks = card.marks.iter().filter_map(|mark| Some((mark, mark_emoji(mark)?)));
    let marks: Vec<(&Mark, &str)> = marks.collect();
    let mark_room = pen.grown(MARK_ROOM);
    let text_width = (inner - marks.len() as f32 * mark_room).max(20.0);

    let mut content = Vec::new();
    let top = match &card.image {
        // Beside the stripe, where there is one.
        Some(id) if look.boxed => {
            let inset = card_picture::INSET;
            card_picture::on_card(pen, id, inset, width - inset * 2.0, &mut content)
        }
        Some(id) => card_picture::on_card(pen, id, pad, inner, &mut content),
        None => 0.0,
    };
    let mut y = top + PAD_Y;
    if let Some(metric) = card.metric.as_ref().filter(|_| kind == Some(&LaneKind::Metrics)) {
        y = figure(pen, metric, pad, width - mark_room * marks.len() as f32, y, &mut content);
    }
    let text = pen.text(&card.text, look.text, Some(text_width));
    let line = pen.grown(look.text.line_height);
    let text_rect = text_box(pos2(pad, y), &text, text_width, line);
    // How far the last line reaches: signs stand beside it where there is room.
    let mut end = last_line(&text);
    let mut summary = Summary {
        fill: look.boxed.then(|| look.fill.into()),
        stripe: look.stripe.map(Into::into),
        lines: line_boxes(text_rect.min, &text),
        pictures: false,
    };
    if !card.text.is_empty() {
        content.push(text_at(text_rect.min, text.clone(), look.ink));
        content.extend(is_gone.then(|| struck(text_rect.min, &text)));
    }
    y = text_rect.bottom();
    if !card.note.is_empty() {
        let note = pen.text(&card.note, pen::NOTE, Some(inner));
        let at = pos2(pad, y + NOTE_GAP);
        y = at.y + note.size.y;
        end = last_line(&note);
        summary.lines.extend(line_boxes(at, &note));
        content.push(text_at(at, note.clone(), Role::Muted));
        content.extend(is_gone.then(|| struck(at, &note)));
    }
    if let Some((metric, target)) =
        card.metric.as_ref().and_then(|metric| Some((metric, target(pen, metric)?)))
    {
        let standing = standing(metric);
        let left = if standing.is_some() { spark::SIGN } else { 0.0 };
        let target = pen.text(&target, pen::NOTE, Some((inner - left).max(20.0)));
        let at = pos2(pad + left, y + 1.0);
        if let Some(standing) = standing {
            let middle = at.y + pen.grown(pen::NOTE.line_height) / 2.0;
            spark::sign(standing, pos2(pad + 4.5, middle), &mut content);
        }
        y = at.y + target.size.y;
        end = left + last_line(&target);
        content.push(text_at(at, target, Role::Muted));
    }

    let signs = signs(pen, card);
    let chips = chips(pen, card, kind);
    let room = signs.width();
    let meant: Vec<Sign> = chips.iter().map(|chip| chip.sign.clone()).collect();
    let (chips, rows_height) = rows(pen, &chips, inner, room);
    // On a card of one line the end of that line is where its marks are.
    let beside_marks = !marks.is_empty() && y < top + PAD_Y + line * 1.5;
    let foot = match rows_height {
        rows if rows > 0.0 => CHIPS_GAP + rows,
        _ if room > 0.0 && (end + room > inner || beside_marks) => {
            CHIPS_GAP + pen.grown(SIGNS_HEIGHT)
        }
        _ if room > 0.0 => pen.grown(SIGNS_OVER),
        _ => 0.0,
    };
    let height = (y + foot + PAD_Y).ceil();
    // Chips and signs stand at the lower edge.
    let chips_y = height - PAD_Y - rows_height;

    let mut items = Vec::with_capacity(content.len() + chips.len() * 2 + 4);
    if look.boxed {
        frame(&look, width, height, &mut items);
    } else {
        stripe_of(&look, height, &mut items);
    }
    items.append(&mut content);
    let mut spots = Vec::with_capacity(chips.len() + marks.len() + 2);
    for ((rect, chip), sign) in chips.into_iter().zip(meant) {
        let by = vec2(pad, chips_y);
        spots.push(SignSpot { rect: rect.translate(by), sign });
        summary.lines.push(rect.translate(by).shrink2(vec2(0.0, 4.0)));
        items.extend(chip.into_iter().map(|item| item.moved(by)));
    }
    let signs_y = height - PAD_Y - pen.grown(SIGNS_HEIGHT) / 2.0;
    signs.draw(width - pad + 2.0, signs_y, &mut items, &mut spots);
    for (place, (mark, emoji_of)) in marks.iter().enumerate() {
        let middle = pos2(width - pad - 2.0 - place as f32 * mark_room, top + PAD_Y + line / 2.0);
        let emoji = pen.short(emoji_of, pen::MARK);
        let (at, size) = (middle - vec2(4.0, 0.0), pen.grown(pen::MARK.size));
        items.push(emoji_at(at, emoji, size));
        let rect = Rect::from_center_size(at, vec2(size, size) + vec2(4.0, 4.0));
        spots.push(SignSpot { rect, sign: Sign::Mark((*mark).clone()) });
    }
    let size = vec2(width, height);
    let mut hangs = 0.0;
    if card.votes > 0 {
        // On its lower edge, where no text is: no card moves while a room votes.
        let (own, dots) = dots::votes(pen, card.votes, inner);
        let at = pos2(pad, (height - own.y / 2.0).max(height - PAD_Y));
        let rect = Rect::from_min_size(at, own);
        hangs = (rect.bottom() - height).max(0.0);
        items.extend(dots.into_iter().map(|item| item.moved(at.to_vec2())));
        summary.lines.push(rect.shrink2(vec2(0.0, 4.0)));
        spots.push(SignSpot { rect, sign: Sign::Votes(card.votes) });
    }
    summary.pictures = items.iter().any(|item| matches!(item, Item::Image { .. }));
    let drawing =
        Arc::new(Drawing { size, hangs, items, summary, signs: spots, ..Drawing::default() });
    DrawnCard { drawing, text_rect }
}

/// How wide the last line of a text is.
fn last_line(text: &Text) -> f32 {
    text.lines.last().map_or(0.0, |line| line.width)
}

/// The lines through a text that is taken away.
fn struck(at: Pos2, text: &Text) -> Item {
    let mut segments = Vec::new();
    for line in text.lines.iter().filter(|line| line.width > 0.0) {
        let size = line.runs.first().map_or(12.0, |run| run.size);
        let from = at + vec2(0.0, line.baseline - size * 0.3);
        segments.push(Segment::Move(from));
        segments.push(Segment::Line(from + vec2(line.width, 0.0)));
    }
    let path = Arc::new(Path { segments, convex: false });
    Item::Path { path, fill: None, stroke: Some(solid(1.2, Role::Muted)) }
}

/// The box with its stripe.
fn frame(look: &Look, width: f32, height: f32, items: &mut Vec<Item>) {
    items.push(Item::Rect {
        rect: Rect::from_min_size(pos2(0.0, 0.0), vec2(width, height)),
        radius: RADIUS,
        fill: Some(look.fill.into()),
        stroke: Some(look.edge),
        shadow: look.shadow,
    });
    stripe_of(look, height, items);
}

/// The stripe at its left edge.
fn stripe_of(look: &Look, height: f32, items: &mut Vec<Item>) {
    let Some(stripe) = look.stripe else { return };
    items.push(Item::Rect {
        rect: Rect::from_min_size(pos2(0.0, PAD_Y), vec2(3.0, height - PAD_Y * 2.0)),
        radius: 1.5,
        fill: Some(stripe.into()),
        stroke: None,
        shadow: false,
    });
}

/// A metric's figure and its change, and where what comes below them begins.
fn figure(
    pen: &mut Pen,
    metric: &Metric,
    left: f32,
    width: f32,
    top: f32,
    items: &mut Vec<Item>,
) -> f32 {
    let (value, change) = (pen.words.metric_value(metric), pen.words.metric_change(metric));
    if value.is_empty() {
        return top;
    }
    let right = width - left - 2.0;
    let change = (!change.is_empty()).then(|| pen.short(&change, pen::CHANGE));
    let value = pen.text(&value, pen::FIGURE, Some((right - left).max(40.0)));
    let height = value.size.y.max(pen.grown(pen::FIGURE.line_height)) + 1.0;
    let mut bottom = top + height;
    let baseline = |text: &Text| text.lines.first().map_or(0.0, |line| line.baseline);
    let mut change_room = 0.0;
    if let Some(change) = change {
        let beside = right - change.size.x;
        // Where there is no room beside the figure its change stands below it.
        let at = if left + value.size.x + 8.0 <= beside {
            change_room = change.size.x + 8.0;
            pos2(beside, top + baseline(&value) - baseline(&change))
        } else {
            bottom += change.size.y;
            pos2(left, bottom - change.size.y)
        };
        items.push(text_at(at, change, change_role(metric)));
    }
    let figures = spark::figures(metric);
    let free = right - change_room - left - value.size.x - 14.0;
    let is_line = figures.len() > 1;
    let mut below = bottom;
    if is_line {
        // Between the figure and its change, or below them where there is no room.
        let wide = free.min(SPARK.x);
        let rect = match free >= SPARK_LEAST {
            true => {
                let x = right - change_room - wide;
                Rect::from_min_size(pos2(x, top + (height - SPARK.y) / 2.0), vec2(wide, SPARK.y))
            }
            false => {
                below = bottom + SPARK.y + 8.0;
                let wide = (right - left).clamp(10.0, SPARK.x);
                Rect::from_min_size(pos2(left + 2.0, bottom + 3.0), vec2(wide, SPARK.y))
            }
        };
        spark::spark(&figures, rect, change_role(metric), items);
    }
    items.push(text_at(pos2(left, top), value, Role::Ink));
    below
}

/// The colour of how a metric has changed.
pub(in crate::scene) fn change_role(metric: &Metric) -> Role {
    told_role(improved(metric))
}

/// Where a metric should be, in words.
pub(in crate::scene) fn target(pen: &Pen, metric: &Metric) -> Option<String> {
    let target =
        Metric { value: Some(metric.target?), unit: metric.unit.clone(), ..Metric::default() };
    let said = pen.words.scene_target(pen.words.metric_value(&target));
    let how = standing(metric).map(|standing| match standing {
        Standing::Over(_) => pen.words.metric_over(),
        Standing::On => pen.words.metric_on(),
        Standing::Under(_) => pen.words.metric_under(),
    });
    Some(how.map_or(said.clone(), |how| format!("{said} · {how}")))
}
