//! The small things on a card: chips that say what it is, signs in its corner.

use crate::insight::{blocker_said, met_said, opportunity_of};
use crate::model::{
    Card, ChangeKind, Channel, ContentRole, Device, Evidence, Id, LaneKind, Mark, Medium, Met,
    Ownership, Part, Reach, Status,
};
use crate::scene::draw::icon::channel_icon;
use crate::scene::draw::pen::{self, Pen, circle, emoji_at, solid, text_at};
use crate::scene::map::name::persona_role;
use crate::scene::{Item, Path, Picture, Role, Segment, Sign, SignSpot, Text};
use crate::words::{Named, Words};
use egui::{Pos2, Rect, Vec2, pos2, vec2};
use std::collections::HashSet;
use std::sync::Arc;

const CHIP_HEIGHT: f32 = 18.0;
const CHIP_PAD: f32 = 8.0;
/// The same around a word that is too long for its card.
const CHIP_PAD_LEAST: f32 = 3.0;
const CHIP_GAP: f32 = 5.0;
const ROW_GAP: f32 = 4.0;
/// Of the evidence dot.
const DOT: f32 = 4.5;
/// Between the emoji of a chip and its word.
const ICON_GAP: f32 = 5.0;
/// From one sign to the next.
const SIGN_GAP: f32 = 6.0;
/// More personas than this are told by the inspector.
const FACES_MAX: usize = 4;

/// A chip before it has a place.
pub(in crate::scene) struct Chip {
    /// An emoji before the text.
    icon: Option<&'static str>,
    text: String,
    fill: Role,
    ink: Role,
    /// What it means.
    pub sign: Sign,
}

/// What stands in chips on a card.
pub(in crate::scene) fn chips(pen: &Pen, card: &Card, kind: Option<&LaneKind>) -> Vec<Chip> {
    let words = pen.words;
    let mut chips = Vec::new();
    let plain = |text: String, sign: Sign| Chip {
        icon: None,
        text,
        fill: Role::Chip,
        ink: Role::Muted,
        sign,
    };
    if let Some(change) = &card.change {
        let (fill, ink) = match change {
            ChangeKind::New => (Role::GoodFill, Role::Good),
            ChangeKind::Changed => (Role::IdeaFill, Role::IdeaText),
            ChangeKind::Removed => (Role::GapFill, Role::Bad),
            ChangeKind::Other(_) => (Role::Chip, Role::Muted),
        };
        let sign = Sign::Change(change.clone());
        chips.push(Chip { fill, ink, ..plain(change.name(words), sign) });
    }
    if !pen.view.shows(&Part::Chips) {
        return chips;
    }
    if let Some(medium) = &card.medium {
        chips.push(plain(medium.name(words), Sign::Medium(medium.clone())));
    }
    if let Some(channel) = &card.channel {
        let icon = Some(channel_icon(channel));
        let sign = Sign::Channel(channel.clone());
        chips.push(Chip { icon, ..plain(channel.name(words), sign) });
    }
    if let Some(ownership) = &card.ownership {
        chips.push(plain(ownership.name(words), Sign::Ownership(ownership.clone())));
    }
    if let Some(role) = &card.content_role {
        chips.push(plain(role.name(words), Sign::ContentRole(role.clone())));
    }
    if let Some(reach) = &card.reach {
        chips.push(plain(reach.name(words), Sign::Reach(reach.clone())));
    }
    if let Some(device) = &card.device {
        chips.push(plain(device.name(words), Sign::Device(device.clone())));
    }

    if let Some(blocker) = &card.blocker {
        let what = blocker_said(blocker, words);
        if !what.is_empty() {
            chips.push(plain(words.sign_blocker(what), Sign::Blocker(blocker.clone())));
        }
    }

    if let Some(met) = &card.met {
        let (fill, ink) = match met {
            Met::Yes => (Role::GoodFill, Role::Good),
            Met::Partly => (Role::IdeaFill, Role::IdeaText),
            Met::No => (Role::GapFill, Role::Bad),
            Met::Other(_) => (Role::Chip, Role::Muted),
        };
        chips.push(Chip { fill, ink, ..plain(met_said(met, words), Sign::Met(met.clone())) });
    }

    if card.automatic {
        chips.push(plain(words.sign_automatic(), Sign::Automatic));
    }

    // Whose an opportunity is and how far it has come stands on its own card, not on what leads to it.
    let own = kind == Some(&LaneKind::Opportunities);
    let opportunity = opportunity_of(pen.project, card).filter(|_| own);
    let owner = opportunity.map_or("", |opportunity| &opportunity.owner);
    let owner = if card.owner.is_empty() { owner } else { &card.owner };
    chips.push(plain(owner.to_owned(), Sign::Owner(owner.to_owned())));
    if let Some(status) = opportunity.and_then(|opportunity| opportunity.status.as_ref()) {
        chips.push(plain(status.name(words), Sign::Status(status.clone())));
    }

    if let Some(metric) = card.metric.as_ref().filter(|_| kind != Some(&LaneKind::Metrics)) {
        let value = words.metric_value(metric);
        chips.push(plain(value.clone(), Sign::Metric(value)));
    }
    chips.extend(card.tags.iter().map(|tag| plain(tag.clone(), Sign::Tag(tag.clone()))));
    // What has no sign of its own is said in words.
    let worded = card.marks.iter().filter(|mark| mark_emoji(mark).is_none());
    chips.extend(worded.map(|mark| plain(mark.name(words), Sign::Mark(mark.clone()))));
    if let Some(evidence @ Evidence::Other(word)) = &card.evidence {
        chips.push(plain(word.to_string(), Sign::Evidence(evidence.clone())));
    }
    // The same word may come from several fields.
    let mut said = HashSet::new();
    chips.retain(|chip| {
        let word = chip.text.trim().to_lowercase();
        !word.is_empty() && said.insert(word)
    });
    chips
}

/// How wide the longest word is of what chips say by themselves, whatever the map's words are. With
/// the sign before it, from which it is not parted.
pub(in crate::scene) fn longest_word(pen: &mut Pen) -> f32 {
    let words = pen.words;
    fn names<'a, T: Named>(all: &'a [T], words: &'a Words) -> impl Iterator<Item = String> + 'a {
        all.iter().map(|one| one.name(words))
    }
    let mut said: Vec<String> = names(Medium::ALL, words).collect();
    said.extend(names(Ownership::ALL, words));
    said.extend(names(ContentRole::ALL, words));
    said.extend(names(Reach::ALL, words));
    said.extend(names(Device::ALL, words));
    said.extend(names(ChangeKind::ALL, words));
    said.extend(names(Status::ALL, words));
    said.extend(Met::ALL.iter().map(|met| met_said(met, words)));
    said.push(words.sign_automatic());
    let mut widest = 0.0f32;
    for word in said.iter().flat_map(|said| said.split(' ')) {
        widest = widest.max(pen.short(word, pen::CHIP).size.x);
    }
    for channel in Channel::ALL {
        let name = channel.name(words);
        let lead = lead(pen, Some(channel_icon(channel)));
        for word in name.split(' ') {
            widest = widest.max(lead + pen.short(word, pen::CHIP).size.x);
        }
    }
    widest.ceil() + CHIP_PAD * 2.0
}

/// How much room an emoji takes before the word of its chip, with the gap between them.
fn lead(pen: &mut Pen, icon: Option<&str>) -> f32 {
    icon.map_or(0.0, |icon| pen.short(icon, pen::CHIP).size.x + pen.grown(ICON_GAP))
}

/// A chip in its place: its outline, and what is drawn there.
pub(in crate::scene) type PlacedChip = (Rect, Vec<Item>);

/// Chips in rows from (0, 0), at most `width` wide, and how high the rows are. The last row leaves
/// `reserve` free at its end.
pub(in crate::scene) fn rows(
    pen: &mut Pen,
    chips: &[Chip],
    width: f32,
    reserve: f32,
) -> (Vec<PlacedChip>, f32) {
    let mut placed = Vec::with_capacity(chips.len());
    let (mut x, mut y, mut row) = (0.0f32, 0.0f32, 0.0f32);
    for (place, chip) in chips.iter().enumerate() {
        let (size, items) = worded(pen, chip, width);
        let is_last = place + 1 == chips.len();
        let room = if is_last { width - reserve } else { width };
        if x > 0.0 && x + size.x > room {
            (x, y, row) = (0.0, y + row + ROW_GAP, 0.0);
        }
        let items = items.into_iter().map(|item| item.moved(vec2(x, y))).collect();
        placed.push((Rect::from_min_size(pos2(x, y), size), items));
        x += size.x + CHIP_GAP;
        row = row.max(size.y);
        if is_last && reserve > 0.0 && size.x > room {
            // Even alone it leaves no room: what comes after it stands in a row of its own.
            (y, row) = (y + row + ROW_GAP, pen.grown(CHIP_HEIGHT));
        }
    }
    (placed, y + row)
}

/// A chip that says a word, from (0, 0): how large it is, and what is drawn.
fn worded(pen: &mut Pen, chip: &Chip, width: f32) -> (Vec2, Vec<Item>) {
    let said = chip.text.as_str();
    let lead = lead(pen, chip.icon);
    let width = width - lead;
    let mut text = pen.short(said, pen::CHIP);
    let mut pad = CHIP_PAD;
    if text.size.x > width - CHIP_PAD * 2.0 {
        // Rather less air beside a long word than a break within it.
        let word = said.split(' ').map(|word| pen.short(word, pen::CHIP).size.x);
        let word = word.fold(0.0, f32::max).ceil();
        pad = ((width - word) / 2.0).clamp(CHIP_PAD_LEAST, CHIP_PAD);
        text = pen.text(said, pen::CHIP, Some((width - pad * 2.0).max(20.0)));
    }
    let size =
        vec2(lead + text.size.x + pad * 2.0, (text.size.y + 4.0).max(pen.grown(CHIP_HEIGHT)));
    let rect = Rect::from_min_size(Pos2::ZERO, size);
    let radius = pen.grown(CHIP_HEIGHT) / 2.0;
    let fill = Some(chip.fill.into());
    let at = pos2(pad, (size.y - text.size.y) / 2.0);
    let mut items = vec![Item::Rect { rect, radius, fill, stroke: None, shadow: false }];
    items.extend(chip.icon.map(|icon| text_at(at, pen.short(icon, pen::CHIP), chip.ink)));
    items.push(text_at(at + vec2(lead, 0.0), text, chip.ink));
    (size, items)
}

/// The emoji for a mark; none for marks this version does not know.
pub(in crate::scene) fn mark_emoji(mark: &Mark) -> Option<&'static str> {
    match mark {
        Mark::PainPoint => Some("🚩"),
        Mark::MomentOfTruth => Some("⭐"),
        Mark::Competitor => Some("🆚"),
        Mark::Other(_) => None,
    }
}

/// A persona's face on a card.
enum Face {
    Emoji(Arc<Text>),
    Portrait(Picture),
}

/// The signs in a card's lower right corner.
pub(in crate::scene) struct Signs {
    /// Those it concerns, where it is not everybody: colour and face.
    faces: Vec<(Id, Role, Option<Face>)>,
    link: bool,
    evidence: Option<Evidence>,
    face_radius: f32,
}

pub(in crate::scene) fn signs(pen: &mut Pen, card: &Card) -> Signs {
    let project = pen.project;
    let mut faces = Vec::new();
    for (place, persona) in
        card.personas.iter().filter_map(|id| project.persona(id)).take(FACES_MAX)
    {
        let portrait = persona.image.as_ref().and_then(|id| pen.pictures.portrait(id)).cloned();
        let emoji = || {
            let some = !persona.face().is_empty();
            some.then(|| Face::Emoji(pen.short(persona.face(), pen::SMALL_FACE)))
        };
        let face = portrait.map(Face::Portrait).or_else(emoji);
        faces.push((persona.id.clone(), persona_role(place, persona), face));
    }
    let evidence = card.evidence.clone().filter(|known| !matches!(known, Evidence::Other(_)));
    Signs { faces, link: !card.link.is_empty(), evidence, face_radius: pen.grown(7.5) }
}

impl Signs {
    /// How much room they take, with the gap to what stands left of them; 0 without any.
    pub(in crate::scene) fn width(&self) -> f32 {
        let faces = self.faces.len() as f32 * (self.face_radius * 2.0 + 1.0);
        let icons = if self.link { 10.0 + SIGN_GAP } else { 0.0 };
        let dot = if self.evidence.is_some() { DOT * 2.0 + SIGN_GAP } else { 0.0 };
        let gap = if self.faces.is_empty() { 0.0 } else { SIGN_GAP };
        faces + gap + icons + dot
    }

    /// Draws them, ending at `right`, their middles at `y`, and says where they are.
    pub(in crate::scene) fn draw(
        &self,
        right: f32,
        y: f32,
        items: &mut Vec<Item>,
        spots: &mut Vec<SignSpot>,
    ) {
        let mut x = right;
        let mut spot = |middle: Pos2, radius: f32, sign: Sign| {
            let rect = Rect::from_center_size(middle, Vec2::splat(radius * 2.0));
            spots.push(SignSpot { rect, sign });
        };
        if let Some(evidence) = &self.evidence {
            let middle = pos2(x - DOT, y);
            dot(evidence, middle, items);
            spot(middle, DOT + 2.0, Sign::Evidence(evidence.clone()));
            x -= DOT * 2.0 + SIGN_GAP;
        }
        for (id, role, face) in self.faces.iter().rev() {
            let middle = pos2(x - self.face_radius, y);
            spot(middle, self.face_radius, Sign::Persona(id.clone()));
            let (fill, stroke) = match face {
                Some(_) => (role.at(36), Some(solid(1.2, *role))),
                None => ((*role).into(), None),
            };
            let radius = if face.is_some() { self.face_radius } else { DOT };
            items.push(circle(middle, radius, Some(fill), stroke));
            match face {
                None => {}
                Some(Face::Emoji(face)) => {
                    items.push(emoji_at(middle, face.clone(), self.face_radius / 0.75));
                }
                Some(Face::Portrait(picture)) => {
                    let radius = self.face_radius - 0.8;
                    let rect = Rect::from_center_size(middle, Vec2::splat(radius * 2.0));
                    items.push(Item::Image { rect, picture: picture.clone(), radius });
                }
            }
            x -= self.face_radius * 2.0 + 1.0;
        }
        if !self.faces.is_empty() {
            x -= SIGN_GAP;
        }
        if self.link {
            items.push(link(pos2(x - 5.0, y)));
            spot(pos2(x - 5.0, y), 7.0, Sign::Link);
        }
    }
}

/// How well founded: a ring, a ring half filled, a disc.
pub(in crate::scene) fn dot(evidence: &Evidence, middle: Pos2, items: &mut Vec<Item>) {
    let full = *evidence == Evidence::Researched;
    let fill = full.then(|| Role::Muted.into());
    items.push(circle(middle, DOT, fill, Some(solid(1.3, Role::Muted))));
    if *evidence == Evidence::Partly {
        let k = DOT * 0.552_284_8;
        let segments = vec![
            Segment::Move(middle + vec2(0.0, -DOT)),
            Segment::Cubic(middle + vec2(k, -DOT), middle + vec2(DOT, -k), middle + vec2(DOT, 0.0)),
            Segment::Cubic(middle + vec2(DOT, k), middle + vec2(k, DOT), middle + vec2(0.0, DOT)),
            Segment::Close,
        ];
        let path = Arc::new(Path { segments, convex: true });
        items.push(Item::Path { path, fill: Some(Role::Muted.into()), stroke: None });
    }
}

/// An arrow out of the page.
fn link(middle: Pos2) -> Item {
    let segments = vec![
        Segment::Move(middle + vec2(-3.5, 3.5)),
        Segment::Line(middle + vec2(3.5, -3.5)),
        Segment::Move(middle + vec2(-1.5, -3.5)),
        Segment::Line(middle + vec2(3.5, -3.5)),
        Segment::Line(middle + vec2(3.5, 1.5)),
    ];
    let path = Arc::new(Path { segments, convex: false });
    Item::Path { path, fill: None, stroke: Some(solid(1.3, Role::Muted)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Duration, Id, Phase, Step, TimeUnit, Widths};
    use crate::scene::tests::{card, small};
    use crate::scene::{Body, Layout};
    use crate::words::Lang;

    #[test]
    fn no_word_of_a_chip_is_broken_where_columns_are_as_wide_as_they_take_long() {
        let mut project = small();
        let journey = project.journeys.edit(0).unwrap();
        journey.widths = Some(Widths::Scale);
        let phase = |name: &str, minutes: f64| Phase {
            title: name.into(),
            duration: Some(Duration {
                from: Some(minutes),
                unit: Some(TimeUnit::Minutes),
                ..Duration::default()
            }),
            steps: [Step { id: Id::new(name), ..Step::default() }].into_iter().collect(),
            ..Phase::default()
        };
        journey.phases = [phase("a", 1.0), phase("b", 10_000.0)].into_iter().collect();
        let said = |channel: &Channel| Card {
            channel: Some(channel.clone()),
            ownership: Some(Ownership::UserGenerated),
            medium: Some(Medium::Physical),
            tags: vec!["inköpsgruppen två".into()],
            ..card(channel.as_str(), "a")
        };
        let lane = journey.lanes.edit(0).unwrap();
        lane.cards = Channel::ALL.iter().map(said).collect();
        for (lang, scale) in [(Lang::Sv, 1.0), (Lang::En, 1.0), (Lang::Sv, 1.25)] {
            let mut layout = Layout::new();
            let (project, words) = (Arc::new(project.clone()), Words::new(lang));
            let scene = layout.scene(&project, &Id::new("j"), &words, scale).unwrap();
            let Body::Cards(cards) = &scene.lanes[0].body else { panic!("no cards") };
            let texts = cards.cells[0].cards.iter().flat_map(|card| &card.drawing.items);
            let texts: Vec<_> = texts
                .filter_map(|item| match item {
                    Item::Text { text, .. } => Some(text),
                    _ => None,
                })
                .collect();
            assert!(texts.len() > Channel::ALL.len() * 4);
            for text in texts {
                for line in text.lines.iter().rev().skip(1) {
                    let end = &text.source[..line.range.end];
                    assert!(end.ends_with([' ', '-']), "{} at {scale}: {end}", text.source);
                }
            }
        }
    }
}
