//! What is there to know of a feeling and of a lane, in the order it is told?

use super::{FieldName, said, some};
use crate::model::{EmotionPoint, Id, Lane, LaneKind, Line};

/// Something known of a feeling.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PointFact<'a> {
    /// How it feels, −2.0 to +2.0, with the face that was chosen for it; empty: the value's own.
    Feeling(f64, &'a str),
    /// What was said.
    Quote(&'a str),
    /// Whose it is.
    Persona(&'a Id),
    /// Where it stands; always told.
    Step(&'a Id),
    /// Where within the step, 0 to 1.
    At(f64),
    /// The card it belongs to.
    Touchpoint(&'a Id),
    /// Who said so.
    Source(&'a Id),
}

/// All that is known of a feeling, in the order it is told; what is empty is left out.
pub fn point_facts(point: &EmotionPoint) -> impl Iterator<Item = PointFact<'_>> {
    let EmotionPoint { id: _, persona, step, at, value, face, quote, source, touchpoint, extra: _ } =
        point;
    [
        Some(PointFact::Feeling(*value, face)),
        said(quote).map(PointFact::Quote),
        persona.as_ref().map(PointFact::Persona),
        Some(PointFact::Step(step)),
        at.map(PointFact::At),
        touchpoint.as_ref().map(PointFact::Touchpoint),
        source.as_ref().map(PointFact::Source),
    ]
    .into_iter()
    .flatten()
}

impl PointFact<'_> {
    /// What it is called.
    pub fn field(self) -> FieldName {
        match self {
            Self::Feeling(..) => FieldName::Value,
            Self::Quote(_) => FieldName::Quote,
            Self::Persona(_) => FieldName::Persona,
            Self::Step(_) => FieldName::Step,
            Self::At(_) => FieldName::At,
            Self::Touchpoint(_) => FieldName::Touchpoint,
            Self::Source(_) => FieldName::Source,
        }
    }
}

/// Something known of a lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LaneFact<'a> {
    /// What it holds; always told.
    Kind(&'a LaneKind),
    /// What it is called.
    Title(&'a str),
    /// An emoji before its title.
    Icon(&'a str),
    /// Whom it is about.
    Persona(&'a Id),
    /// Only its title is shown.
    Collapsed,
    /// It is not shown at all.
    Hidden,
    /// It stays in view while the map is scrolled.
    Pinned,
    /// How high it is at least, in document units.
    Height(f64),
    /// A line below it.
    Line(&'a Line),
    /// Personas whose curves are switched off in it.
    CurvesOff(&'a [Id]),
    /// Two personas whose distance is filled.
    GapBetween(&'a [Id]),
    /// The lane it was made from.
    Origin(&'a Id),
}

/// All that is known of a lane but what stands in it, in the order it is told; what is empty is left
/// out.
pub fn lane_facts(lane: &Lane) -> impl Iterator<Item = LaneFact<'_>> {
    let Lane {
        id: _,
        kind,
        title,
        icon,
        collapsed,
        hidden,
        pinned,
        height,
        persona,
        line,
        curves_off,
        gap_between,
        origin,
        prompts: _,
        cards: _,
        points: _,
        extra: _,
    } = lane;
    [
        Some(LaneFact::Kind(kind)),
        said(title).map(LaneFact::Title),
        said(icon).map(LaneFact::Icon),
        persona.as_ref().map(LaneFact::Persona),
        collapsed.then_some(LaneFact::Collapsed),
        hidden.then_some(LaneFact::Hidden),
        pinned.then_some(LaneFact::Pinned),
        height.map(LaneFact::Height),
        line.as_ref().map(LaneFact::Line),
        some(curves_off).map(LaneFact::CurvesOff),
        some(gap_between).map(LaneFact::GapBetween),
        origin.as_ref().map(LaneFact::Origin),
    ]
    .into_iter()
    .flatten()
}
