//! One persona's curve of a journey over the width of a page: where phases and faces stand on it.

use super::SIZE;
use super::sizes::MARGIN;
use crate::model::{EmotionPoint, Id, Journey, LaneKind, Project, View};
use crate::scene::draw::spline::Spline;
use crate::scene::map::strands::{UNIT, strands};
use crate::scene::{Columns, Role, StepColumn};
use egui::{Pos2, Rangef, pos2};
use std::sync::Arc;

/// Who speaks: the place of the lane, and the persona; none: nobody in particular.
pub(crate) type LaneSpeaker = (usize, Option<Id>);

/// How far one unit of feeling is.
const RISE: f32 = 60.0;
/// The zero line, where there is a curve.
pub(crate) const ZERO: f32 = 824.0;
/// The base of the names.
pub(crate) const NAMES: f32 = 1002.0;
/// The face of where we are, with its halo.
pub(crate) const HERE: (f32, f32) = (64.0, 39.0);

/// One persona's curve of a journey over the width of a page.
pub(crate) struct ProgressCurve {
    /// The journey and project it was made from.
    pub of: (Arc<Journey>, Arc<Project>),
    /// For whom it was asked; none: for nobody, so that it is the main curve.
    pub speaker: Option<LaneSpeaker>,
    /// From where to where each phase reaches.
    pub(crate) phases: Vec<Rangef>,
    /// The faces from left to right: the middle of each, the lane, the point.
    pub(crate) spots: Vec<(Pos2, usize, Arc<EmotionPoint>)>,
    pub(crate) curve: Spline,
    pub(crate) role: Role,
    pub(crate) name: String,
    /// Whose curve it is.
    pub(crate) whose: Option<Id>,
}

impl ProgressCurve {
    /// Works out where phases and faces stand.
    pub(super) fn new(
        project: &Arc<Project>,
        journey: &Arc<Journey>,
        speaker: Option<LaneSpeaker>,
    ) -> Self {
        let count: usize = journey.phases.iter().map(|phase| phase.steps.len().max(1)).sum();
        let width = (SIZE.x - 2.0 * MARGIN) / count.max(1) as f32;
        let mut columns = Columns::default();
        let (mut phases, mut x) = (Vec::new(), MARGIN);
        for (place, phase) in journey.phases.iter().enumerate() {
            for (at, step) in phase.steps.iter().enumerate() {
                columns.index.insert(step.id.clone(), columns.steps.len());
                let x = x + at as f32 * width;
                let id = step.id.clone();
                columns.steps.push(StepColumn { id, phase: place, x, width, title: None });
            }
            let end = x + width * phase.steps.len().max(1) as f32;
            phases.push(Rangef::new(x, end));
            x = end;
        }
        let view = View::default();
        let mut road = Self {
            of: (journey.clone(), project.clone()),
            speaker,
            phases,
            spots: Vec::new(),
            curve: Spline::default(),
            role: Role::Accent,
            name: String::new(),
            whose: None,
        };
        let lanes = journey.lanes.iter().enumerate();
        let lanes = lanes.filter(|(_, lane)| lane.kind == LaneKind::Emotions && !lane.collapsed);
        for (place, lane) in lanes.filter(|(_, lane)| view.shows_lane(lane)) {
            let strands = strands(lane, project, journey, &view, &columns, 1.0);
            let main = match &road.speaker {
                None => strands.last(),
                Some((of, _)) if *of != place => continue,
                Some((_, whose)) => strands.iter().find(|one| one.persona == whose.as_ref()),
            };
            let Some(main) = main else { continue };
            let at = |at: Pos2| pos2(at.x, ZERO + at.y / UNIT * RISE);
            road.spots =
                main.spots.iter().map(|spot| (at(spot.at), place, spot.point.clone())).collect();
            road.curve = Spline::new(road.spots.iter().map(|(at, ..)| *at).collect());
            (road.role, road.name) = (main.role, main.name.to_owned());
            road.whose = main.persona.cloned();
            break;
        }
        road
    }
}
