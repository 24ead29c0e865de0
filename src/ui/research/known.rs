//! What the room works out of the project, kept while that is the same.

use crate::insight::{
    Coverage, ResearchThread, Saturation, ThemeTally, coverage, persona_of_source, research_thread,
    saturation, theme_tallies,
};
use crate::model::{Card, CardRef, Id, Journey, LaneKind, Passage, Project, Source};
use crate::scene::{
    CoverageShape, Layout, PERSONA_COLORS, ResearchPicture, Role, SmallMap, coverage_chart, icon,
    saturation_chart, small_map,
};
use crate::ui::{Context, Document};
use crate::words::{Lang, Words, lane_name, titled};
use egui::vec2;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// How wide the map in small is laid out, and the charts below it.
const MAP: f32 = 768.0;
const CHARTS: (f32, f32) = (270.0, 470.0);
/// How high the chart of saturation is.
const SATURATION: f32 = 190.0;

/// What it was worked out for.
#[derive(Clone)]
pub(super) struct ResearchKnownFor {
    project: Arc<Project>,
    journey: Id,
    source: Option<Id>,
    lang: Lang,
    scale: f32,
}

impl ResearchKnownFor {
    /// What is to be known now.
    pub(super) fn now(doc: &Document, cx: &Context<'_>, source: Option<&Id>) -> Self {
        let (project, journey) = (doc.editor.project().clone(), doc.journey.clone());
        let (lang, scale) = (cx.words.lang, cx.theme.text_scale());
        Self { project, journey, source: source.cloned(), lang, scale }
    }
}

/// A card that words can be evidence of, and where it stands.
#[derive(Clone)]
pub(super) struct KnownCard {
    /// The card.
    pub place: CardRef,
    /// What it says.
    pub text: String,
    /// Its step.
    pub step: Id,
    /// The lane it stands in, as it is called.
    pub lane: String,
    /// It is a quote.
    pub is_quote: bool,
}

/// A line of the text that is shown.
pub(super) struct SaidLine {
    /// Where it stands, with its end, in bytes.
    pub range: Range<usize>,
    /// Where its words begin: the time at which they were said stands before them.
    pub said: usize,
    /// It asks something.
    pub is_question: bool,
}

/// A time in the margin.
pub(super) struct SaidTime {
    /// Its line, by characters from the beginning.
    pub chars: usize,
    /// As it is written.
    pub time: String,
}

/// A passage in the text that is shown.
pub(super) struct PassageMark {
    /// It.
    pub passage: Arc<Passage>,
    /// Where its words stand, in bytes.
    pub range: Range<usize>,
    /// The empty line below its paragraph, by characters and by bytes; none: there is none.
    pub below: Option<(usize, usize)>,
    /// Where it went.
    pub label: String,
    /// The card it became or is evidence of.
    pub card: Option<CardRef>,
    is_quote: bool,
    /// The colour of whoever said it.
    pub voice: Role,
}

impl PassageMark {
    /// The icon of where it went.
    pub(super) fn icon(&self) -> char {
        match (&self.card, self.is_quote) {
            (Some(_), true) => icon::QUOTE,
            (Some(_), false) => icon::LINK,
            (None, _) => icon::TAG,
        }
    }
}

/// What is known.
pub(super) struct KnownResearch {
    of: ResearchKnownFor,
    pub thread: ResearchThread,
    pub themes: Vec<ThemeTally>,
    pub saturation: Saturation,
    pub coverage: Coverage,
    pub map: SmallMap,
    pub coverage_chart: ResearchPicture,
    pub saturation_chart: ResearchPicture,
    /// The persona whose role the chosen source has.
    pub whose: Option<Id>,
    /// The cards of the map, in the order of its lanes.
    pub cards: Vec<KnownCard>,
    /// The lines of the text that is shown.
    pub lines: Vec<SaidLine>,
    /// The times at which they were said.
    pub times: Vec<SaidTime>,
    /// The passages of the text that is shown.
    pub marks: Vec<PassageMark>,
}

impl KnownResearch {
    /// Works it out. None: the map is not there.
    pub(super) fn of(layout: &mut Layout, of: ResearchKnownFor, words: &Words) -> Option<Self> {
        let project = of.project.clone();
        let (_, journey) = project.journey(&of.journey)?;
        let chosen = of.source.as_ref();
        let place = project.sources.index_where(|source| Some(&source.id) == chosen);
        let source = place.and_then(|place| project.sources.get(place));
        let whose = source.and_then(|source| persona_of_source(&project, journey, source));
        let whose = whose.map(|persona| persona.id.clone());
        let coverage = coverage(&project, journey);
        let saturation = saturation(&project);
        let map = small_map(layout, &project, journey, whose.as_ref(), (MAP, words, of.scale));
        let shape =
            CoverageShape { chosen: place, ..CoverageShape::all(&coverage, journey, CHARTS.1) };
        let (told, look) = ((&coverage, &shape), (words, of.scale));
        let coverage_chart = coverage_chart(layout, &project, journey, told, look);
        let look = (vec2(CHARTS.0, SATURATION), words, of.scale);
        let saturation_chart = saturation_chart(layout, &project, &saturation, look);
        let cards = cards(journey, words);
        let notes = source.map_or("", |source| source.notes.as_str());
        let (lines, times) = lines_of(notes);
        let marks = source.map(|source| {
            let voice = voice(&project, whose.as_ref());
            let steps = map.steps.iter().map(|step| (&step.id, step.name.as_str()));
            marks(&project, source, (&cards[..], &steps.collect()), voice, words)
        });
        Some(Self {
            lines,
            times,
            marks: marks.unwrap_or_default(),
            thread: research_thread(&project, journey),
            themes: theme_tallies(&project),
            cards,
            saturation,
            coverage,
            map,
            coverage_chart,
            saturation_chart,
            whose,
            of,
        })
    }

    /// Is it what is known for this?
    pub(super) fn is_for(&self, wanted: &ResearchKnownFor) -> bool {
        let ResearchKnownFor { project, journey, source, lang, scale } = &self.of;
        Arc::ptr_eq(project, &wanted.project)
            && *journey == wanted.journey
            && *source == wanted.source
            && *lang == wanted.lang
            && *scale == wanted.scale
    }

    /// The journey it is known of.
    pub(super) fn journey(&self) -> &Id {
        &self.of.journey
    }

    /// The project it is known of.
    pub(super) fn project(&self) -> &Arc<Project> {
        &self.of.project
    }

    /// `10 källor · 6 av 10 intervjuer · 4 teman`.
    pub(super) fn counts(&self, words: &Words) -> String {
        let [held, wanted] =
            [self.thread.held, self.thread.wanted].map(|it| words.number(it as f64));
        let sources = self.thread.held + self.thread.read;
        [
            words.research_sources(sources),
            words.research_interviews_of(held, wanted),
            words.research_themes(self.thread.themes),
        ]
        .join(" · ")
    }
}

fn cards(journey: &Journey, words: &Words) -> Vec<KnownCard> {
    let lanes = journey.lanes.iter().filter(|lane| !lane.hidden);
    let of = |lane: &crate::model::Lane, card: &Card| KnownCard {
        place: CardRef { lane: Some(lane.id.clone()), card: card.id.clone() },
        text: card.text.clone(),
        step: card.step.clone(),
        lane: lane_name(lane, words),
        is_quote: lane.kind == LaneKind::Quotes,
    };
    lanes.flat_map(|lane| lane.cards.iter().map(move |card| of(lane, card))).collect()
}

impl KnownResearch {
    /// Where chosen words begin with a question and go on with the answer, the answer: what is asked is
    /// nobody's experience.
    pub(super) fn without_question(&self, range: Range<usize>) -> Range<usize> {
        answer_in(&self.lines, range)
    }
}

fn answer_in(lines: &[SaidLine], range: Range<usize>) -> Range<usize> {
    let mut within =
        lines.iter().filter(|one| one.range.start < range.end && one.range.end > range.start);
    let begins = within.clone().next().is_some_and(|line| line.is_question);
    let answer = within.find(|line| !line.is_question && line.said < line.range.end);
    match answer.filter(|line| begins && line.said < range.end) {
        Some(line) => line.said.max(range.start)..range.end,
        None => range,
    }
}

/// The lines of a text, and the times before them: `00:04 When?`, `[00:04] When?`.
pub(super) fn lines_of(notes: &str) -> (Vec<SaidLine>, Vec<SaidTime>) {
    let (mut lines, mut times) = (Vec::new(), Vec::new());
    let (mut start, mut chars) = (0, 0);
    for line in notes.split_inclusive('\n') {
        let time = time_before(line);
        if let Some((time, _)) = time {
            times.push(SaidTime { chars, time: time.to_owned() });
        }
        let said = start + time.map_or(0, |(_, length)| length);
        let range = start..start + line.len();
        lines.push(SaidLine { range, said, is_question: line.trim_end().ends_with('?') });
        start += line.len();
        chars += line.chars().count();
    }
    (lines, times)
}

/// The time with which a line begins, and how many bytes it takes with what parts it from the words.
fn time_before(line: &str) -> Option<(&str, usize)> {
    let inner = line.strip_prefix('[').unwrap_or(line);
    let length = inner.find(|sign: char| !(sign.is_ascii_digit() || sign == ':'))?;
    let time = inner.get(..length)?;
    let parts: Vec<&str> = time.split(':').collect();
    let is_time =
        (2..=3).contains(&parts.len()) && parts.iter().all(|part| (1..=2).contains(&part.len()));
    let rest = inner.get(length..)?;
    let rest = if inner.len() < line.len() { rest.strip_prefix(']')? } else { rest };
    let words = rest.trim_start_matches([' ', '\t']);
    // A figure in the midst of words is none.
    let is_apart = words.len() < rest.len() && !words.trim().is_empty();
    (is_time && is_apart).then_some((time, line.len() - words.len()))
}

fn voice(project: &Project, whose: Option<&Id>) -> Role {
    let persona = whose.and_then(|id| project.persona(id));
    persona.map_or(Role::Accent, |(place, persona)| {
        Role::Persona(persona.color.unwrap_or((place % PERSONA_COLORS) as u8))
    })
}

/// The passages of a source whose words are there, in the order they stand.
fn marks(
    project: &Project,
    source: &Source,
    (cards, steps): (&[KnownCard], &HashMap<&Id, &str>),
    voice: Role,
    words: &Words,
) -> Vec<PassageMark> {
    let notes = source.notes.as_str();
    let chars = |at: usize| notes.get(..at).map_or(0, |before| before.chars().count());
    let mut marks = Vec::new();
    for passage in &source.passages {
        let Some(range) = source.place_of(passage) else { continue };
        let card = passage.card.as_ref();
        let card = card.and_then(|id| cards.iter().find(|card| card.place.card == *id));
        let label = match card {
            Some(card) => {
                let step = steps.get(&card.step).copied().unwrap_or_default();
                [card.lane.as_str(), step].join(", ")
            }
            None => {
                let of = |id: &Id| project.themes.iter().find(|theme| theme.id == *id);
                let themes = passage.themes.iter().filter_map(of);
                themes.map(|theme| titled(&theme.title, words)).collect::<Vec<_>>().join(", ")
            }
        };
        let rest = notes.get(range.end..).unwrap_or_default();
        let end = rest.find('\n').filter(|end| {
            let after = rest.get(end + 1..).unwrap_or_default();
            after.is_empty() || after.starts_with('\n')
        });
        let below = end.map(|end| range.end + end + 1).filter(|_| !label.is_empty());
        let below = below.map(|line| (chars(line), line));
        marks.push(PassageMark {
            passage: passage.clone(),
            below,
            label,
            card: card.map(|card| card.place.clone()),
            is_quote: card.is_some_and(|card| card.is_quote),
            voice,
            range,
        });
    }
    marks.sort_by_key(|mark| mark.range.start);
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_stands_before_the_words() {
        let rows = [
            ("00:04 När?", Some(("00:04", 6))),
            ("[1:02:33]  Då.", Some(("1:02:33", 11))),
            ("12:30", None),
            ("00:04När?", None),
            ("[00:04 När?", None),
            ("40 sidor", None),
            ("Klockan 10:00 kom", None),
            ("2026:04 var", None),
            ("", None),
        ];
        for (line, expected) in rows {
            assert_eq!(time_before(line), expected, "{line}");
        }
        let (lines, times) = lines_of("00:04 När?\n\nÅ då.");
        assert_eq!(
            lines.iter().map(|it| it.range.clone()).collect::<Vec<_>>(),
            [0..12, 12..13, 13..20]
        );
        assert_eq!((lines[0].said, lines[0].is_question, lines[2].is_question), (6, true, false));
        assert_eq!((times.len(), times[0].chars), (1, 0));
        // What is asked is left out where it is answered, and is there where it is all that was chosen.
        let rows = [(6..20, 12..20), (0..15, 12..15), (6..10, 6..10), (14..20, 14..20)];
        for (chosen, answer) in rows {
            assert_eq!(answer_in(&lines, chosen.clone()), answer, "{chosen:?}");
        }
    }
}
