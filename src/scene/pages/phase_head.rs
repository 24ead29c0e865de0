//! What stands over the page of a phase: its name and place, the sentence about it, and the line that
//! shows that the sentence is true.

use super::context::PageContext;
use super::fitted::{balanced, in_lines, on_base};
use super::kit::{flat, texts, whose};
use super::said;
use super::sizes::{MARGIN, style};
use super::{Planned, SIZE};
use crate::insight::{PhaseTitle, PhaseTitleKind, TitleMean, phase_titles};
use crate::model::{Id, TextOf, Thing, face_of, words_of};
use crate::scene::draw::pen::{Style, text_at};
use crate::scene::map::chips::mark_emoji;
use crate::scene::map::quotes::shortened;
use crate::scene::{Face, Item, Paint, Role, Tag, Text, TextSpot, phase_color};
use crate::words::{Words, lane_name, persona_name, titled};
use egui::{Pos2, Rect, Vec2, pos2};
use std::sync::Arc;

/// Over the sentence: the phase's name, and what follows it.
pub(super) const KICKER: Style = style(Face::SemiBold, 40.0, 50.0);
pub(super) const BESIDE: Style = style(Face::Regular, 32.0, 42.0);
/// The sentence: how large, where its first line stands, in how many lines, and how much lower all
/// below it is.
const TITLES: [(Style, f32, usize, f32); 3] = [
    (style(Face::SemiBold, 76.0, 88.0), 192.0, 1, 0.0),
    (style(Face::SemiBold, 64.0, 70.4), 182.0, 2, 62.0),
    (style(Face::SemiBold, 52.0, 60.0), 170.0, 3, 86.0),
];
/// Where the kicker and the line of proof stand.
const KICKER_BASE: f32 = 106.0;
const PROOF_BASE: f32 = 254.0;
const PROOF: Style = style(Face::Medium, 32.0, 42.0);
/// What the line of proof takes with the air above it.
const PROOF_LINE: f32 = 62.0;
/// A face in the line of proof, and what follows it.
const FACE: f32 = 38.0;
const BESIDE_FACE: f32 = 50.0;
const APART: f32 = 45.0;
/// More faces than this stand nowhere side by side.
const FACES_MAX: usize = 4;
/// How wide a page is between its margins.
pub(super) const WIDE: f32 = SIZE.x - 2.0 * MARGIN;
/// The name of a phase takes so much of the line over the sentence.
const NAME_WIDE: f32 = 1000.0;
/// What is given by the user within a line says this much.
const SHORT: usize = 80;

/// Is there room for a made title?
fn fits(desk: &mut PageContext<'_>, title: &str) -> bool {
    let (style, _, lines, _) = TITLES[1];
    // The widest letters of a short one take no more than there is.
    let is_short = title.chars().nth(50).is_none();
    is_short
        || title.chars().nth(200).is_none()
            && desk.pen.text(title, style, Some(WIDE)).lines.len() <= lines
}

/// The head of the page of the phase at `place`, and how much lower than usual all below it is.
pub(super) fn head(
    desk: &mut PageContext<'_>,
    planned: &Planned,
    place: usize,
    title: &PhaseTitle,
) -> (Vec<Item>, f32) {
    let journey = desk.journey.clone();
    let Some(phase) = journey.phases.get(place) else { return (Vec::new(), 0.0) };
    let color = Role::PhaseText(phase_color(place, phase));
    let mut parts: Vec<(Pos2, Arc<Text>, Paint)> = Vec::new();
    let mut spots = Vec::new();
    let is_name = planned.name.is_empty();
    let over = over(desk, place, is_name);
    let over = in_lines(desk, &over, KICKER, NAME_WIDE, 1);
    let at = on_base(MARGIN, KICKER_BASE, &over);
    let of = (!is_name).then(|| TextOf::Thing(Thing::Phase(phase.id.clone())));
    spots.push(TextSpot::new(at, &over, of));
    let beside = beside(desk, place, title, is_name);
    if !beside.is_empty() {
        let x = MARGIN + over.size.x + 22.0;
        let beside = in_lines(desk, &beside, BESIDE, SIZE.x - MARGIN - x, 1);
        parts.push((on_base(x, KICKER_BASE, &beside), beside, Role::Muted.into()));
    }
    parts.insert(0, (at, over, color.into()));
    let (text, base, down) = laid(desk, &planned.title);
    let text = match planned.page.title.trim().is_empty() {
        true => Arc::new(text.inked(inks(desk, title))),
        false => text,
    };
    let at = on_base(MARGIN, base, &text);
    let of = match is_name && planned.page.title.trim().is_empty() {
        true => TextOf::Thing(Thing::Phase(phase.id.clone())),
        false => TextOf::Heading,
    };
    spots.push(TextSpot::new(at, &text, Some(of)));
    parts.push((at, text, Role::Ink.into()));
    let called = planned.called(desk.pen.words);
    let thing = Some(Thing::Phase(phase.id.clone()));
    let mut items = vec![whose(texts(Tag::Title, thing, &called, parts), spots)];
    let proof = proof(desk, place, title, PROOF_BASE + down);
    // Without a line of proof its room is the sentence's.
    let down = if proof.is_some() { down } else { (down - PROOF_LINE).max(0.0) };
    items.extend(proof);
    (items, down)
}

/// A heading as large as it may be: it, where its first line stands, and how much lower all below it is.
fn laid(desk: &mut PageContext<'_>, title: &str) -> (Arc<Text>, f32, f32) {
    let title = words_of(title).take(200).collect::<Vec<_>>().join(" ");
    for (style, base, lines, down) in TITLES {
        let text = balanced(desk, &title, style, WIDE);
        if text.lines.len() <= lines {
            // A smaller one that is on one line takes no more than a large one.
            return (text.clone(), base, if text.lines.len() > 1 { down } else { 0.0 });
        }
    }
    let (style, base, lines, down) = TITLES[2];
    (in_lines(desk, &title, style, WIDE, lines), base, down)
}

/// Is a heading too long to stand over its page as a whole?
pub(super) fn is_shortened(desk: &mut PageContext<'_>, title: &str) -> bool {
    let (style, _, lines, _) = TITLES[2];
    title.lines().count() > 1
        || title.chars().nth(400).is_some()
        || title.chars().nth(40).is_some()
            && desk.pen.text(title, style, Some(WIDE)).lines.len() > lines
}

/// The colours of phases that a sentence names.
fn inks(desk: &PageContext<'_>, title: &PhaseTitle) -> Vec<(std::ops::Range<usize>, Paint)> {
    let ink = |(range, place): &(std::ops::Range<usize>, usize)| {
        let color = desk.journey.phases.get(*place).map_or(0, |phase| phase_color(*place, phase));
        (range.clone(), Paint::from(Role::PhaseText(color)))
    };
    title.sentence.phases.iter().map(ink).collect()
}

/// The phase's name; where that is the sentence, its place.
fn over(desk: &PageContext<'_>, place: usize, is_name: bool) -> String {
    let words = desk.pen.words;
    let (at, of) = ((place + 1).to_string(), desk.journey.phases.len().to_string());
    match desk.journey.phases.get(place).filter(|_| !is_name) {
        Some(phase) => titled(&phase.title, words),
        None => words.phase_page_place_alone(at, of),
    }
}

/// What follows it: which of the phases it is, when and how long, and how sure the sentence is.
fn beside(desk: &PageContext<'_>, place: usize, title: &PhaseTitle, is_name: bool) -> String {
    let words = desk.pen.words;
    let Some(phase) = desk.journey.phases.get(place) else { return String::new() };
    let (at, of) = ((place + 1).to_string(), desk.journey.phases.len().to_string());
    let mut parts = Vec::new();
    if !is_name {
        parts.push(words.phase_page_place(at, of));
    }
    parts.push(flat(&phase.start, 40));
    parts.extend(phase.takes().map(|duration| words.duration(&duration)));
    if matches!(title.kind, PhaseTitleKind::Goal(_)) {
        parts.push(words.phase_page_goal());
    }
    if title.is_hypothesis {
        parts.push(words.phase_page_hypothesis());
    }
    said::joined(parts)
}

/// One thing in the line of proof: a sign before it, and what it says.
type Shown = (Option<String>, String);

/// The line that shows that the sentence is true.
fn proof(desk: &mut PageContext<'_>, place: usize, title: &PhaseTitle, base: f32) -> Option<Item> {
    let shown = shown(desk, place, title);
    let mut items = Vec::new();
    let mut x = MARGIN;
    let mut said: Vec<String> = Vec::new();
    for (sign, text) in shown {
        let left = if sign.is_some() { x + BESIDE_FACE } else { x };
        let room = SIZE.x - MARGIN - left;
        if room < 120.0 {
            break;
        }
        let text_laid = in_lines(desk, &text, PROOF, room, 1);
        if let Some(sign) = sign {
            let middle = pos2(x + FACE / 2.0, base - 11.0);
            items.extend(super::kit::face(desk, &sign, FACE, 0.0, middle));
        }
        let wide = text_laid.size.x;
        items.push(text_at(on_base(left, base, &text_laid), text_laid, Role::Muted));
        said.push(text);
        x = left + wide + APART;
    }
    if said.is_empty() {
        return None;
    }
    let bounds = Rect::from_min_max(pos2(MARGIN, base - 32.0), pos2(x, base + 12.0));
    let title = said.join(", ");
    let group = crate::scene::Group { tag: Tag::Figure, thing: None, title, bounds, items };
    Some(Item::Group(group))
}

fn name_of(desk: &PageContext<'_>, id: &Id) -> String {
    let words = desk.pen.words;
    let persona = desk.project.persona(id).map(|(_, persona)| persona_name(persona, words));
    shortened(&persona.unwrap_or_else(|| words.scene_untitled()), 24).into_owned()
}

/// Faces of personas with their means; of many the lowest and the highest.
fn faces(desk: &PageContext<'_>, means: &[TitleMean]) -> Vec<Shown> {
    let words = desk.pen.words;
    let one = |one: &TitleMean| {
        let said = format!("{} {}", name_of(desk, &one.persona), words.felt(one.mean));
        (Some(face_of(one.mean).to_owned()), said)
    };
    if means.len() <= FACES_MAX {
        return means.iter().map(one).collect();
    }
    let mut sorted: Vec<&TitleMean> = means.iter().collect();
    sorted.sort_by(|a, b| a.mean.total_cmp(&b.mean));
    let ends = [sorted.first(), sorted.last()].into_iter().flatten().map(|mean| one(mean));
    let more = words.phase_page_more(words.number((means.len() - 2) as f64));
    ends.chain([(None, more)]).collect()
}

fn shown(desk: &PageContext<'_>, place: usize, title: &PhaseTitle) -> Vec<Shown> {
    let words = desk.pen.words;
    match &title.kind {
        PhaseTitleKind::OnlyUnhappy(all)
        | PhaseTitleKind::AllHappy(all)
        | PhaseTitleKind::AllUnhappy(all) => faces(desk, all),
        PhaseTitleKind::FurthestApart(two) | PhaseTitleKind::StepApart(_, two) => faces(desk, two),
        PhaseTitleKind::Happiest(one) | PhaseTitleKind::LeastHappy(one) => {
            faces(desk, std::slice::from_ref(one))
        }
        PhaseTitleKind::WorstMoment(point, _) | PhaseTitleKind::BestMoment(point, _) => {
            let name = point.persona.as_ref().map(|id| name_of(desk, id)).unwrap_or_default();
            let said = format!("{name} {}", words.felt(point.point.value));
            vec![(Some(point.point.shown_face().to_owned()), said.trim().to_owned())]
        }
        PhaseTitleKind::FallsMost([before, here]) | PhaseTitleKind::TurnsUp([before, here]) => {
            let name = |place: usize| {
                let phase = desk.journey.phases.get(place);
                let name = phase.map_or_else(String::new, |phase| titled(&phase.title, words));
                flat(&name, 40)
            };
            let said = |place: usize, mean: f64| {
                (Some(face_of(mean).to_owned()), format!("{} {}", name(place), words.felt(mean)))
            };
            vec![said(place.saturating_sub(1), *before), said(place, *here)]
        }
        PhaseTitleKind::LargestLoop(one, _) => {
            vec![(None, words.phase_page_reason(flat(&one.reason, SHORT)))]
        }
        PhaseTitleKind::OffTarget(card) => off_target(card, words),
        PhaseTitleKind::MostVotes(card) => {
            let votes = words.scene_votes(card.votes);
            vec![(Some("🚩".to_owned()), votes)]
        }
        PhaseTitleKind::MomentOfTruth(card) => {
            let mark = mark_emoji(&crate::model::Mark::MomentOfTruth).map(str::to_owned);
            let note = flat(&card.note, SHORT);
            let note = if note.is_empty() { flat(&card.text, SHORT) } else { note };
            vec![(mark, note)]
        }
        PhaseTitleKind::NoTouchpoint(lane) => {
            let lane = desk.journey.lanes.get(*lane).map(|lane| lane_name(lane, words));
            let lane = flat(&lane.unwrap_or_default(), 60);
            vec![(None, words.phase_page_empty_lane(lane))]
        }
        // The figure stands beside it, the quote is the sentence, the time is over it.
        PhaseTitleKind::LargestLoss(..)
        | PhaseTitleKind::Loss(_)
        | PhaseTitleKind::Longest(_)
        | PhaseTitleKind::Quote(_)
        | PhaseTitleKind::Goal(_)
        | PhaseTitleKind::Name => Vec::new(),
    }
}

/// The figure with how it has come there.
fn off_target(card: &crate::model::Card, words: &Words) -> Vec<Shown> {
    let Some(metric) = &card.metric else { return Vec::new() };
    let trend = metric.trend.iter().copied().chain(metric.value).map(|value| words.number(value));
    let trend: Vec<String> = trend.collect();
    let trend = trend.get(trend.len().saturating_sub(5)..).unwrap_or_default().join(" → ");
    let change = words.metric_change(metric);
    let said = if change.is_empty() { trend } else { format!("{trend} ({change})") };
    vec![(None, flat(&said, SHORT))]
}

/// Where what stands beside the kicker of a page of details begins: on its base.
pub(super) fn kicker(
    desk: &mut PageContext<'_>,
    over: &str,
    beside: &str,
    color: Role,
) -> Vec<(Pos2, Arc<Text>, Paint)> {
    let over = in_lines(desk, over, KICKER, NAME_WIDE, 1);
    let at = on_base(MARGIN, KICKER_BASE, &over);
    let mut parts = vec![(at, over.clone(), Paint::from(color))];
    if !beside.is_empty() {
        let x = at.x + over.size.x + 22.0;
        let beside = in_lines(desk, beside, BESIDE, SIZE.x - MARGIN - x, 1);
        let at = on_base(x, KICKER_BASE, &beside);
        parts.push((at, beside, Role::Muted.into()));
    }
    parts
}

/// The bar at the left of all that is a phase's.
pub(super) fn bar(role: Role) -> Item {
    Item::Rect {
        rect: Rect::from_min_size(Pos2::ZERO, Vec2::new(18.0, SIZE.y)),
        radius: 0.0,
        fill: Some(role.into()),
        stroke: None,
        shadow: false,
    }
}

/// Makes the titles of all phases.
pub(super) fn make_titles(desk: &mut PageContext<'_>) {
    let (project, journey, words) = (desk.project.clone(), desk.journey.clone(), desk.pen.words);
    let mut fits = |title: &str| fits(desk, title);
    let titles = phase_titles(&project, &journey, words, &mut fits);
    desk.memo.titles = Some(titles.into_iter().map(Arc::new).collect());
}
