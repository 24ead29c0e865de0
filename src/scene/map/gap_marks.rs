//! How do gaps show on a map? A dashed cell where nothing stands, a dashed border with a tag around
//! what lacks something, a ring in the header of a phase that has guiding questions.
//!
//! They are drawn over a map that is laid out already and move nothing of it: a cell stands where
//! there is room in its column, and a gap that finds none has no mark.

use super::gap_drawings::{CellSays, CellTexts, border, drawn_cell, drawn_tag};
use super::question_rings::{QuestionRing, rings};
use crate::insight::{Gap, GapRule};
use crate::model::{CardRef, Id, LaneKind, Thing};
use crate::scene::draw::pen::Pen;
use crate::scene::map::cards::{GAP, MARGIN_X, MARGIN_Y};
use crate::scene::{Body, Drawing, LaneBox, PhaseColumn, Scene, Sign};
use crate::words::persona_name;
use egui::{Pos2, Rect, pos2};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// A mark of one or several gaps.
#[derive(Clone, Debug, PartialEq)]
pub struct GapMark {
    /// The cell, or what it is around, in document units.
    pub rect: Rect,
    /// The lane it is in.
    pub lane: Id,
    /// The step it is in; none: what is marked says so itself.
    pub step: Option<Id>,
    /// What it is around; none: nothing stands there.
    pub around: Option<Thing>,
    /// What it says, for those who do not see it.
    pub title: String,
    /// Where its drawing begins, and the drawing.
    pub at: Pos2,
    /// What is drawn.
    pub drawing: Arc<Drawing>,
}

/// All marks of a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GapMarks {
    /// Cells and borders.
    pub marks: Vec<GapMark>,
    /// For each gap the place of its mark; none where it has none.
    pub of_gap: Vec<Option<usize>>,
    /// From left to right.
    pub rings: Vec<QuestionRing>,
}

impl GapMarks {
    /// The mark of the gap at this place of the list.
    pub fn of(&self, gap: usize) -> Option<&GapMark> {
        self.marks.get((*self.of_gap.get(gap)?)?)
    }
}

/// What is said in a tag, and of which gaps.
type Tags = (Vec<String>, Vec<usize>);

/// Marks the gaps that nobody waves off on `scene`.
pub(in crate::scene) fn gap_marks(pen: &mut Pen, scene: &Scene, gaps: &[Gap]) -> GapMarks {
    let mut made = Made {
        scene,
        marks: GapMarks { of_gap: vec![None; gaps.len()], ..GapMarks::default() },
        filled: HashMap::new(),
        texts: HashMap::new(),
    };
    let mut tags: Vec<(CardRef, Tags)> = Vec::new();
    let mut tagged: HashMap<CardRef, usize> = HashMap::new();
    let mut unanswered: Vec<(Option<&Id>, [usize; 2], Vec<usize>)> = Vec::new();
    for (place, gap) in gaps.iter().enumerate().filter(|(_, gap)| gap.waved_off.is_none()) {
        match gap.rule {
            GapRule::NoActivity | GapRule::FrictionWithoutActivity => {
                let says = pen.words.gap_mark_nothing();
                made.empty_cells(pen, gap, place, &says);
            }
            GapRule::UnknownCustomer => {
                let says = pen.words.gap_mark_unknown();
                made.empty_cells(pen, gap, place, &says);
            }
            GapRule::PersonaMissing => made.persona(pen, gap, place),
            GapRule::PainWithoutOpportunity | GapRule::LowWithoutOpportunity => {
                let pain = usize::from(gap.rule == GapRule::PainWithoutOpportunity);
                let step = gap.step.as_ref();
                let at = unanswered.iter().position(|(known, ..)| *known == step);
                let at = at.unwrap_or_else(|| {
                    unanswered.push((step, [0; 2], Vec::new()));
                    unanswered.len() - 1
                });
                if let Some((_, counts, of)) = unanswered.get_mut(at) {
                    counts[pain] += 1;
                    of.push(place);
                }
            }
            GapRule::TouchpointWithoutOwner
            | GapRule::TouchpointWithoutFeeling
            | GapRule::DigitalSwitchAtLow
            | GapRule::OnlyHypotheses
            | GapRule::NoSubgoal
            | GapRule::NeedWithoutOpportunity
            | GapRule::ExpectationNotMet
            | GapRule::ChainBroken
            | GapRule::OpportunityWithoutOwner
            | GapRule::OpportunityWithoutDate
            | GapRule::OpportunityOverdue => {
                let only_last = gap.rule == GapRule::DigitalSwitchAtLow;
                let skip = if only_last { gap.about.len().saturating_sub(1) } else { 0 };
                for card in gap.about.iter().skip(skip) {
                    tag(&mut tags, &mut tagged, card, says(gap, pen), place);
                }
            }
            GapRule::NoPersona
            | GapRule::NoPurpose
            | GapRule::NoCards
            | GapRule::FewInterviews
            | GapRule::NothingOfOurs
            | GapRule::QuestionNo
            | GapRule::QuestionUnknown => {}
        }
    }
    for (step, [lows, pains], of) in unanswered {
        if made.unanswered(pen, step, [lows, pains], &of) {
            continue;
        }
        // There is no lane for the answer: what hurts says it.
        for place in of {
            let Some(gap) = gaps.get(place) else { continue };
            if let (GapRule::PainWithoutOpportunity, [card]) = (gap.rule, gap.about.as_slice()) {
                tag(&mut tags, &mut tagged, card, says(gap, pen), place);
            }
        }
    }
    for (card, said) in tags {
        made.tagged(pen, &card, said);
    }
    made.marks.rings = rings(pen, scene);
    made.marks
}

fn tag(
    tags: &mut Vec<(CardRef, Tags)>,
    tagged: &mut HashMap<CardRef, usize>,
    card: &CardRef,
    says: String,
    gap: usize,
) {
    let at = *tagged.entry(card.clone()).or_insert_with(|| {
        tags.push((card.clone(), Tags::default()));
        tags.len() - 1
    });
    if let Some((_, (said, of))) = tags.get_mut(at) {
        said.push(says);
        of.push(gap);
    }
}

/// What a tag says that something lacks.
fn says(gap: &Gap, pen: &Pen) -> String {
    let words = pen.words;
    match gap.rule {
        GapRule::TouchpointWithoutOwner | GapRule::OpportunityWithoutOwner => {
            words.gap_mark_no_owner()
        }
        GapRule::TouchpointWithoutFeeling => words.gap_mark_no_feeling(),
        GapRule::DigitalSwitchAtLow => words.gap_mark_switch(),
        GapRule::OnlyHypotheses => words.gap_mark_hypothesis(),
        GapRule::NoSubgoal => words.gap_mark_no_subgoal(),
        GapRule::ChainBroken => gap.chain_mark(words),
        GapRule::OpportunityWithoutDate => words.gap_mark_no_date(),
        GapRule::OpportunityOverdue => words.gap_mark_overdue(),
        GapRule::PainWithoutOpportunity
        | GapRule::NeedWithoutOpportunity
        | GapRule::ExpectationNotMet => words.gap_mark_no_opportunity(),
        GapRule::NoPersona
        | GapRule::NoPurpose
        | GapRule::NoCards
        | GapRule::FewInterviews
        | GapRule::NothingOfOurs
        | GapRule::PersonaMissing
        | GapRule::QuestionNo
        | GapRule::QuestionUnknown
        | GapRule::FrictionWithoutActivity
        | GapRule::NoActivity
        | GapRule::UnknownCustomer
        | GapRule::LowWithoutOpportunity => gap.rule.name(words),
    }
}

/// The marks made so far.
struct Made<'a> {
    scene: &'a Scene,
    marks: GapMarks,
    /// How far down cells of gaps reach already, by lane and step.
    filled: HashMap<(usize, usize), f32>,
    /// Sentences of cells, which are few: by what they say and how wide they are.
    texts: CellTexts,
}

impl Made<'_> {
    /// The cells of a lane that are empty in the step, or the phase, of the gap.
    fn empty_cells(&mut self, pen: &mut Pen, gap: &Gap, place: usize, says: &str) {
        let Some(lane) = gap.lane.as_ref().and_then(|id| self.lane(id)) else { return };
        let steps = match (&gap.step, &gap.phase) {
            (Some(step), _) => self.scene.columns.index.get(step).map(|at| *at..at + 1),
            (None, Some(phase)) => self.phase(phase).map(|phase| phase.steps.clone()),
            (None, None) => None,
        };
        for step in steps.unwrap_or_default() {
            let says = CellSays { says, face: None };
            self.cell(pen, (lane, step), &says, &[place]);
        }
    }

    /// A cell in the phase of the gap that says whom no card is about: among what customers do, or
    /// else in another lane that is about them.
    fn persona(&mut self, pen: &mut Pen, gap: &Gap, place: usize) {
        let persona = gap.place.persona.as_ref().and_then(|id| self.scene.project.persona(id));
        let phase = gap.phase.as_ref().and_then(|id| self.phase(id));
        let (Some((_, persona)), Some(phase)) = (persona, phase) else { return };
        let steps = phase.steps.clone();
        let says = pen.words.gap_mark_persona(persona_name(persona, pen.words));
        let says = CellSays { says: &says, face: Some(persona.face()) };
        let about_customers = |kind: &LaneKind| {
            use LaneKind::{Actions, Needs, PainPoints, Questions, Thoughts, Touchpoints};
            matches!(kind, Actions | Touchpoints | Thoughts | Questions | Needs | PainPoints)
        };
        let lanes = self.scene.lanes.iter().enumerate();
        let mut lanes: Vec<(usize, &LaneKind)> = lanes
            .map(|(at, lane)| (at, &lane.kind))
            .filter(|(_, kind)| about_customers(kind))
            .collect();
        lanes.sort_by_key(|(_, kind)| **kind != LaneKind::Actions);
        for (lane, _) in lanes {
            for step in steps.clone() {
                if self.cell(pen, (lane, step), &says, &[place]) {
                    return;
                }
            }
        }
    }

    /// The cell where an opportunity could stand for so many low points and pain points; false where
    /// there is none.
    fn unanswered(
        &mut self,
        pen: &mut Pen,
        step: Option<&Id>,
        [lows, pains]: [usize; 2],
        of: &[usize],
    ) -> bool {
        let mut lanes = self.scene.lanes.iter();
        let lane = lanes.position(|lane| lane.kind == LaneKind::Opportunities);
        let step = step.and_then(|id| self.scene.columns.index.get(id));
        let (Some(lane), Some(step)) = (lane, step) else { return false };
        let says = match (lows, pains) {
            (lows, 0) => pen.words.gap_mark_lows(lows),
            (_, pains) => pen.words.gap_mark_pains(pains),
        };
        self.cell(pen, (lane, *step), &CellSays { says: &says, face: None }, of)
    }

    fn lane(&self, id: &Id) -> Option<usize> {
        self.scene.lanes.iter().position(|lane| lane.id == *id)
    }

    fn phase(&self, id: &Id) -> Option<&PhaseColumn> {
        self.scene.columns.phases.iter().find(|phase| phase.id == *id)
    }

    /// Puts a cell below what stands in its column, if there is room for its words; else false.
    fn cell(
        &mut self,
        pen: &mut Pen,
        (lane, step): (usize, usize),
        says: &CellSays,
        of: &[usize],
    ) -> bool {
        let (Some(shown), Some(column)) =
            (self.scene.lanes.get(lane), self.scene.columns.steps.get(step))
        else {
            return false;
        };
        let Some(room) = self.room(shown, (lane, step)) else { return false };
        let drawn = drawn_cell(pen, &mut self.texts, says, column.width - MARGIN_X * 2.0, room);
        let Some(drawing) = drawn else { return false };
        let top = match self.filled.get(&(lane, step)) {
            Some(bottom) => *bottom,
            None => self.top(shown, step).unwrap_or_default(),
        };
        // A question that stands there is asked of the same cell.
        let rect = Rect::from_min_size(pos2(column.x + MARGIN_X, shown.y + top), drawing.size);
        let id = column.id.clone();
        if self.scene.prompt_rect(&shown.id, &id).is_some_and(|asked| asked.intersects(rect)) {
            return self.around_prompt(&shown.id, &id, says.says, of);
        }
        self.filled.insert((lane, step), top + drawing.size.y + GAP);
        let title = format!("{}: {}", pen.words.gap_mark(), says.says);
        let (lane, step) = (shown.id.clone(), Some(id));
        let mark = GapMark {
            rect,
            lane,
            step,
            around: None,
            title,
            at: rect.min,
            drawing: Arc::new(drawing),
        };
        self.put(mark, of);
        true
    }

    /// A dashed border around the question of an empty cell, which says already what is missing.
    fn around_prompt(&mut self, lane: &Id, step: &Id, says: &str, of: &[usize]) -> bool {
        let Some(rect) = self.scene.prompt_rect(lane, step) else { return false };
        let drawing = Drawing {
            size: rect.size(),
            items: vec![border(Rect::from_min_size(Pos2::ZERO, rect.size()), None)],
            ..Drawing::default()
        };
        let mark = GapMark {
            rect,
            lane: lane.clone(),
            step: Some(step.clone()),
            around: None,
            title: says.to_owned(),
            at: rect.min,
            drawing: Arc::new(drawing),
        };
        self.put(mark, of);
        true
    }

    /// Where a cell begins below what stands in its column, from its lane's top.
    fn top(&self, lane: &LaneBox, step: usize) -> Option<f32> {
        let Body::Cards(cards) = &lane.body else { return None };
        let bottom = cards.cells.get(step)?.bottom;
        Some(if bottom > 0.0 { bottom + GAP } else { cards.top + MARGIN_Y })
    }

    /// How high a cell there can be.
    fn room(&self, lane: &LaneBox, (at, step): (usize, usize)) -> Option<f32> {
        let top = self.filled.get(&(at, step)).copied().or_else(|| self.top(lane, step))?;
        Some(lane.height - MARGIN_Y - top)
    }

    /// A dashed border around a card, with what it lacks at its lower edge.
    fn tagged(&mut self, pen: &mut Pen, card: &CardRef, (said, of): Tags) {
        let thing = Thing::Card(card.clone());
        let Some(rect) = self.scene.thing_rect(&thing) else { return };
        let Some(lane) = card.lane.clone() else { return };
        let mut seen = HashSet::new();
        let said: Vec<String> = said.into_iter().filter(|one| seen.insert(one.clone())).collect();
        let drawn = self.scene.card_box(card).map(|card| &card.drawing);
        let votes = drawn.and_then(|drawn| {
            let mut spots = drawn.signs.iter();
            spots.find(|spot| matches!(spot.sign, Sign::Votes(_))).map(|spot| spot.rect)
        });
        let drawing = Arc::new(drawn_tag(pen, rect.size(), &said, votes));
        let title = said.join(" · ");
        let around = Some(thing);
        self.put(GapMark { rect, lane, step: None, around, title, at: rect.min, drawing }, &of);
    }

    fn put(&mut self, mark: GapMark, of: &[usize]) {
        for gap in of {
            if let Some(place) = self.marks.of_gap.get_mut(*gap) {
                // Of several cells the first is shown for it.
                place.get_or_insert(self.marks.marks.len());
            }
        }
        self.marks.marks.push(mark);
    }
}
