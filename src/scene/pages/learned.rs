//! What the map taught us: up to three findings side by side, each a sentence with its proof above it
//! and what it rests on below. What is shortened here stands whole on the page of its phase.

use super::context::PageContext;
use super::fitted::balanced;
use super::kit::{face, heading, spills};
use super::plan::{Block, ColumnShape, Of, PageColumns};
use super::sign::portrait;
use super::sizes::{MARGIN, TextSize, style};
use super::{Page, Planned, SIZE, flow, learned_notes, said};
use crate::insight::{Finding, FindingKind, Sentence, as_written, finding_sentence, rests_said};
use crate::model::{EmotionPoint, Id, PageKind, StoryPage, TextOf, Thing, face_of};
use crate::scene::draw::pen::{Style, text_at};
use crate::scene::map::name::persona_role;
use crate::scene::map::quotes::shortened;
use crate::scene::{Face, Group, Item, Paint, Role, Tag, Text, phase_color};
use crate::words::{Named as _, initial, persona_name};
use egui::{Pos2, Rect, pos2, vec2};
use std::sync::Arc;

/// Between columns, with the line in the middle of it.
const BETWEEN: f32 = 120.0;
/// From the top of the proof to that of the sentence, and how high the proof is.
const PROOF: (f32, f32) = (340.0, 230.0);
/// Where the line is below which it says what a finding rests on.
const RESTS: f32 = 886.0;
/// Where it ends.
const BOTTOM: f32 = 990.0;
/// The sentence, as large as it may be.
const SENTENCES: [(f32, f32); 5] =
    [(50.0, 62.0), (42.0, 53.0), (36.0, 46.0), (30.0, 39.0), (26.0, 34.0)];
/// A quote beside a face, as large as it may be.
const QUOTES: [(f32, f32); 4] = [(46.0, 57.0), (38.0, 48.0), (32.0, 41.0), (27.0, 35.0)];
/// The largest figure, as large as it may be.
const FIGURES: [f32; 4] = [164.0, 128.0, 96.0, 72.0];
const LABEL: Style = style(Face::Regular, 28.0, 37.0);
/// A quote says this much.
const QUOTE_MAX: usize = 150;
/// More faces than this stand nowhere side by side.
const FACES_MAX: usize = 4;

/// What stands on one page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum LearnedPage {
    /// The findings.
    Findings(Vec<Told>),
    /// A heading that is too long to stand over them.
    Heading(PageColumns, ColumnShape),
}

/// A finding in words, with its proof.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    phase: usize,
    thing: Thing,
    sentence: Sentence,
    rests_on: String,
    proof: Proof,
}

#[derive(Clone, Debug, PartialEq)]
enum Proof {
    /// A large figure, what stands beside it, and which part of the whole it is: 0 to 1.
    Figure { large: String, beside: String, share: Option<f32> },
    /// Faces of personas with their means; so many more are not shown.
    Faces(Vec<(Id, f64)>, usize),
    /// A face with its value, and what was said.
    Moment { point: Arc<EmotionPoint>, persona: Option<Id>, quote: Option<String> },
    /// What stands on a card, and what is said of it.
    Card { text: String, large: String, beside: String },
}

/// The pages it takes.
pub(super) fn parts(desk: &mut PageContext<'_>, page: &StoryPage) -> Vec<LearnedPage> {
    let title = super::kit::heading_of(desk, page);
    let mut parts = Vec::new();
    if spills(&title) {
        let (_, top) = heading(desk, "-", &title, Role::Accent);
        let block: Block = Of::Text(title.as_str().into(), Some(TextOf::Heading)).into();
        let shape = ColumnShape::new(3, SIZE.x - 2.0 * MARGIN, TextSize::Medium);
        let pages = flow::pages(desk, vec![block].into(), shape, BOTTOM - top);
        parts.extend(pages.into_iter().map(|columns| LearnedPage::Heading(columns, shape)));
    }
    let journey = desk.journey.clone();
    let project = desk.project.clone();
    let learned = desk.memo.told.learned(&project, &journey);
    let told = learned.findings.iter().map(|one| told(desk, one));
    parts.insert(0, LearnedPage::Findings(told.collect()));
    parts
}

/// A finding in words, with what shows that it is true.
fn told(desk: &PageContext<'_>, finding: &Finding) -> Told {
    let (words, phase) = (desk.pen.words, finding.phase);
    let of_phase = desk.journey.phases.get(phase).map(|phase| phase.id.clone());
    let thing = Thing::Phase(of_phase.unwrap_or_default());
    let owned = |id: &Id, mean: f64| (id.clone(), mean);
    let (proof, thing) = match &finding.what {
        FindingKind::LargestLoss(loss, _) => {
            let (large, beside) =
                (words.number(loss.people), words.learned_of(words.number(loss.of)));
            let share = Some((loss.people / loss.of) as f32);
            (Proof::Figure { large, beside, share }, thing)
        }
        FindingKind::OnlyUnhappy(means) => {
            let named = means.iter().filter_map(|(id, mean)| Some(owned(id.as_ref()?, *mean)));
            (faces(named.collect()), thing)
        }
        FindingKind::WorstMoment(felt) | FindingKind::BestMoment(felt) => {
            let lane = desk.journey.lanes.get(felt.lane).map(|lane| lane.id.clone());
            let (lane, point) = (lane.unwrap_or_default(), felt.point.id.clone());
            let quote = said::quote(desk, &felt.point);
            let (point_of, persona) = (felt.point.clone(), felt.persona.clone());
            (Proof::Moment { point: point_of, persona, quote }, Thing::Point { lane, point })
        }
        FindingKind::FurthestApart(both) => {
            (faces(both.iter().map(|(id, mean)| owned(id, *mean)).collect()), thing)
        }
        FindingKind::OffTarget(card) => {
            let large = card.metric.as_ref().map(|metric| words.metric_value(metric));
            let large = large.unwrap_or_default();
            (Proof::Figure { large, beside: String::new(), share: None }, thing)
        }
        FindingKind::MostVotes(card) => {
            let votes = f64::from(card.votes);
            let (large, beside) = (words.number(votes), words.learned_votes(votes));
            let text = said::quoted(&card.text, words).unwrap_or_default();
            (Proof::Card { text, large, beside }, thing)
        }
        FindingKind::LargestLoop(one) => {
            let large = words.percent(one.share.unwrap_or_default().clamp(0.0, 100.0));
            let (text, beside) = (one.reason.trim().to_owned(), words.learned_goes_back());
            (Proof::Card { text, large, beside }, Thing::Transition(one.id.clone()))
        }
    };
    let sentence = finding_sentence(desk.project, desk.journey, finding, words);
    let rests_on = rests_said(desk.project, finding, words);
    Told { phase, thing, sentence, rests_on, proof }
}

/// The lowest and the highest of many.
fn faces(mut all: Vec<(Id, f64)>) -> Proof {
    if all.len() <= FACES_MAX {
        return Proof::Faces(all, 0);
    }
    let more = all.len() - 2;
    all.sort_by(|a, b| a.1.total_cmp(&b.1));
    let ends = [all.first().cloned(), all.last().cloned()];
    Proof::Faces(ends.into_iter().flatten().collect(), more)
}

pub(super) fn draw(desk: &mut PageContext<'_>, planned: &Planned, part: &LearnedPage) -> Page {
    let title = planned.title.clone();
    let over = PageKind::Learned.name(desk.pen.words);
    let (mut items, top) = heading(desk, &over, &title, Role::Accent);
    let under = top - 16.0;
    match part {
        LearnedPage::Heading(columns, shape) => {
            items.extend(flow::draw(desk, columns, *shape, pos2(MARGIN, top)));
        }
        LearnedPage::Findings(told) => {
            let count = told.len().max(1) as f32;
            let width = (SIZE.x - 2.0 * MARGIN - BETWEEN * (count - 1.0)) / count;
            let mut top = top.max(300.0);
            let since = learned_notes::since(desk, &planned.page, under);
            let below = since.as_ref().map_or(under, |(_, bottom)| bottom + 6.0);
            let costs = learned_notes::costs(desk, below);
            let below = costs.as_ref().map_or(below, |(_, bottom)| bottom + 6.0);
            let themes = learned_notes::themes(desk, below);
            for (note, bottom) in since.into_iter().chain(costs).chain(themes) {
                items.push(note);
                top = top.max(bottom + 30.0);
            }
            for (place, one) in told.iter().enumerate() {
                let x = MARGIN + (width + BETWEEN) * place as f32;
                if place > 0 {
                    let line = Rect::from_min_max(
                        pos2(x - BETWEEN / 2.0 - 1.0, top),
                        pos2(x - BETWEEN / 2.0 + 1.0, BOTTOM - 16.0),
                    );
                    items.push(rule(line));
                }
                items.push(column(desk, one, pos2(x, top), width));
            }
            items.extend(learned_notes::gaps(desk));
        }
    }
    Page { title, items, map: None }
}

fn rule(rect: Rect) -> Item {
    let fill = Some(Role::Hairline.into());
    Item::Rect { rect, radius: 0.0, fill, stroke: None, shadow: false }
}

/// A finding in its column, from `at` down.
fn column(desk: &mut PageContext<'_>, one: &Told, at: Pos2, width: f32) -> Item {
    let mut items = Vec::new();
    proof(desk, &one.proof, at, width, &mut items);
    let y = at.y + PROOF.0;
    let said = &one.sentence;
    let sentence =
        fitting(desk, &said.text, Face::SemiBold, &SENTENCES, vec2(width, RESTS - 16.0 - y));
    // Names of phases have their colour.
    let inks = said.phases.iter().map(|(range, place)| {
        let color = desk.journey.phases.get(*place).map_or(0, |phase| phase_color(*place, phase));
        (range.clone(), Paint::from(Role::PhaseText(color)))
    });
    let sentence = Arc::new(sentence.inked(inks.collect()));
    items.push(text_at(pos2(at.x, y), sentence, Role::Ink));
    items.push(rule(Rect::from_min_size(pos2(at.x, RESTS), vec2(width, 2.0))));
    let rests_on = balanced(desk, &one.rests_on, LABEL, width);
    items.push(text_at(pos2(at.x, RESTS + 18.0), rests_on, Role::Muted));
    let bounds = Rect::from_min_max(at, pos2(at.x + width, BOTTOM));
    let title = format!("{} {}", one.sentence.text, one.rests_on);
    Item::Group(Group { tag: Tag::Figure, thing: Some(one.thing.clone()), title, bounds, items })
}

/// A text as large as it may be in `room`; the smallest where none fits.
fn fitting(
    desk: &mut PageContext<'_>,
    text: &str,
    face: Face,
    sizes: &[(f32, f32)],
    room: egui::Vec2,
) -> Arc<Text> {
    let mut found = None;
    for (size, line_height) in sizes {
        let laid = balanced(desk, text, style(face, *size, *line_height), room.x);
        let fits = laid.size.y <= room.y;
        found = Some(laid);
        if fits {
            break;
        }
    }
    found.unwrap_or_else(|| desk.pen.text(text, LABEL, Some(room.x)))
}

fn proof(desk: &mut PageContext<'_>, proof: &Proof, at: Pos2, width: f32, items: &mut Vec<Item>) {
    match proof {
        Proof::Figure { large, beside, share } => {
            figure(desk, large, beside, at, width, items);
            if let Some(share) = share {
                let bar = Rect::from_min_size(at + vec2(0.0, 196.0), vec2(width, 24.0));
                let part = Rect::from_min_size(bar.min, vec2(width * share.clamp(0.0, 1.0), 24.0));
                for (rect, role) in [(bar, Role::Chip), (part, Role::Bad)] {
                    let fill = Some(role.into());
                    items.push(Item::Rect {
                        rect,
                        radius: 12.0,
                        fill,
                        stroke: None,
                        shadow: false,
                    });
                }
            }
        }
        Proof::Card { text, large, beside } => {
            figure(desk, large, beside, at, width, items);
            let text = shortened(text, QUOTE_MAX);
            let room = vec2(width, PROOF.1 - 150.0);
            let text = fitting(desk, &text, Face::Italic, &QUOTES[2..], room);
            items.push(text_at(at + vec2(0.0, 150.0), text, Role::Ink));
        }
        Proof::Faces(all, more) => {
            let each = (width / all.len().max(1) as f32).min(172.0);
            for (place, (id, mean)) in all.iter().enumerate() {
                let middle = at + vec2(each * place as f32 + 66.0, 66.0);
                let shown = face_of(*mean).to_owned();
                whose_face(desk, &shown, Some(id), *mean, middle, each, items);
            }
            if *more > 0 {
                let said = desk.pen.words.ask_more(more.to_string());
                let said = desk.pen.text(&said, LABEL, Some(width));
                items.push(text_at(
                    at + vec2(each * all.len() as f32 + 20.0, 46.0),
                    said,
                    Role::Muted,
                ));
            }
        }
        Proof::Moment { point, persona, quote } => {
            let shown = point.shown_face().to_owned();
            let middle = at + vec2(66.0, 66.0);
            let value = as_written(crate::model::feeling(point.value));
            whose_face(desk, &shown, persona.as_ref(), value, middle, 172.0, items);
            if let Some(quote) = quote {
                let quote = shortened(quote, QUOTE_MAX);
                let room = vec2(width - 192.0, PROOF.1);
                let text = fitting(desk, &quote, Face::Italic, &QUOTES, room);
                items.push(text_at(at + vec2(192.0, 0.0), text, Role::Ink));
            }
        }
    }
}

/// A figure, as large as there is room for, with what stands beside it on its base.
fn figure(
    desk: &mut PageContext<'_>,
    large: &str,
    beside: &str,
    at: Pos2,
    width: f32,
    items: &mut Vec<Item>,
) {
    let small = desk.pen.text(beside, style(Face::Regular, 46.0, 58.0), Some(width));
    let taken = if beside.is_empty() { 0.0 } else { small.size.x + 32.0 };
    let mut text = desk.pen.text(large, style(Face::SemiBold, FIGURES[0], FIGURES[0]), None);
    for size in &FIGURES[1..] {
        if text.size.x + taken <= width {
            break;
        }
        let narrow = (*size == FIGURES[FIGURES.len() - 1]).then_some(width);
        text = desk.pen.text(large, style(Face::SemiBold, *size, *size), narrow);
    }
    let base = text.lines.last().map_or(0.0, |line| line.baseline);
    let own = small.lines.first().map_or(0.0, |line| line.baseline);
    // Room below the figure where it has none beside it.
    let fits = text.size.x + taken <= width;
    let place = match fits {
        true => at + vec2(text.size.x + 32.0, base - own),
        false => at + vec2(0.0, text.size.y),
    };
    items.push(text_at(at, text, Role::Ink));
    if !beside.is_empty() {
        items.push(text_at(place, small, Role::Muted));
    }
}

/// A large face, whose it is in its corner, and name and value below it.
fn whose_face(
    desk: &mut PageContext<'_>,
    shown: &str,
    persona: Option<&Id>,
    value: f64,
    middle: Pos2,
    room: f32,
    items: &mut Vec<Item>,
) {
    let words = desk.pen.words;
    let size = room.min(172.0) * 0.78;
    items.extend(face(desk, shown, size, 0.0, middle));
    let project = desk.project.clone();
    let known = persona.and_then(|id| project.persona(id));
    let mut label = words.felt(value);
    if let Some((place, persona)) = known {
        let shown = match persona.face() {
            "" => initial(&persona.name),
            emoji => emoji.to_owned(),
        };
        let corner = middle + vec2(size * 0.4, size * 0.42);
        let role = persona_role(place, persona);
        let paper = Some(Paint::from(Role::Paper));
        items.push(crate::scene::draw::pen::circle(corner, 36.0, paper, None));
        portrait(desk, persona.image.as_ref(), &shown, role, corner, 34.0, items);
        label = format!("{} {label}", shortened(&persona_name(persona, words), 14));
    }
    let label = desk.pen.text(&label, LABEL, Some(room - 8.0));
    let at = pos2(middle.x - label.size.x.min(room - 8.0) / 2.0, middle.y + size / 2.0 + 34.0);
    items.push(text_at(at, label, Role::Muted));
}
