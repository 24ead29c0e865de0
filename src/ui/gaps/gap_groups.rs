//! Which gaps are listed together, and under which heading: those of a phase, of a kind, or of a weight.

use super::{GapsPanel, SeenGaps};
use crate::insight::{GapRule, GapWeight, QuestionTally, question_tally};
use crate::model::Id;
use crate::scene::{Role, phase_color};
use crate::ui::Context;
use crate::words::titled;
use std::collections::HashMap;

/// So many gaps are listed unfolded at first.
const FEW: usize = 30;

/// By what gaps are listed together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) enum GapOrder {
    /// Phase by phase.
    #[default]
    Phase,
    /// Rule by rule.
    Kind,
    /// What matters most first.
    Weight,
}

impl GapOrder {
    /// All, in the order they are offered.
    pub(super) const ALL: [Self; 3] = [Self::Phase, Self::Kind, Self::Weight];
}

/// What the gaps of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum GroupKey {
    /// They are of the map as a whole.
    Map,
    /// They are of this phase.
    Phase(Id),
    /// This rule has found them.
    Kind(GapRule),
    /// They matter as much.
    Weight(GapWeight),
}

/// Gaps that are listed together.
pub(super) struct GapGroup {
    pub key: GroupKey,
    pub title: String,
    /// The colour of its phase.
    pub role: Option<Role>,
    /// How far the guiding questions of its phase, or of the map, are answered; none: it has none.
    pub tally: Option<QuestionTally>,
    /// Those that are left, by their places among all.
    pub left: Vec<usize>,
    /// Those that are waved off.
    pub waved: Vec<usize>,
    pub is_open: bool,
}

/// The groups in their order: the whole map first, then phase by phase or rule by rule. A phase, or the
/// map, without gaps is there for its questions.
pub(super) fn groups(cx: &Context, seen: &SeenGaps, panel: &mut GapsPanel) -> Vec<GapGroup> {
    let mut groups = match panel.order {
        GapOrder::Phase => of_phases(cx, seen),
        GapOrder::Kind => of_kinds(cx),
        GapOrder::Weight => of_weights(cx),
    };
    let places: HashMap<GroupKey, usize> =
        groups.iter().enumerate().map(|(at, group)| (group.key.clone(), at)).collect();
    let wanted = |rule| panel.only.is_none_or(|only| only == rule);
    let mut all = 0;
    for (at, gap) in seen.gaps.iter().enumerate().filter(|(_, gap)| wanted(gap.rule)) {
        let key = match (panel.order, &gap.phase) {
            (GapOrder::Kind, _) => GroupKey::Kind(gap.rule),
            (GapOrder::Weight, _) => GroupKey::Weight(gap.weight(seen.journey)),
            (GapOrder::Phase, Some(phase)) => GroupKey::Phase(phase.clone()),
            (GapOrder::Phase, None) => GroupKey::Map,
        };
        let Some(group) = places.get(&key).and_then(|place| groups.get_mut(*place)) else {
            continue;
        };
        match gap.waved_off {
            None => group.left.push(at),
            Some(_) => group.waved.push(at),
        }
        all += usize::from(gap.waved_off.is_none());
    }
    groups.retain(|group| {
        let asked = group.tally.is_some() && panel.only.is_none();
        asked || !(group.left.is_empty() && group.waved.is_empty())
    });
    let listed = (seen.journey.id.clone(), panel.order, panel.only);
    let known = panel.opened.take().filter(|known| known.listed == listed && !known.waits);
    let opened = known.unwrap_or_else(|| {
        let first = groups.iter().find(|group| !group.left.is_empty());
        let first = first.map(|group| group.key.clone());
        OpenedGroups { listed, all: all <= FEW, first, waits: seen.waits }
    });
    for group in &mut groups {
        let usual = opened.all || opened.first.as_ref() == Some(&group.key);
        group.is_open = !panel.folded.get(&group.key).copied().unwrap_or(!usual);
    }
    panel.opened = Some(opened);
    groups
}

/// Which groups are open where nobody has folded any: all, or, where gaps are many, the first that has
/// some. It is said once for a list: one that folded while somebody works in it would jump away.
pub(super) struct OpenedGroups {
    /// The map, and how its gaps are listed.
    listed: (Id, GapOrder, Option<GapRule>),
    all: bool,
    first: Option<GroupKey>,
    /// It was said before all were found.
    waits: bool,
}

fn of_phases(cx: &Context, seen: &SeenGaps) -> Vec<GapGroup> {
    let tally = |questions| Some(question_tally(questions)).filter(|tally| tally.all > 0);
    let map = GapGroup {
        tally: tally(&seen.journey.checklist),
        ..plain(GroupKey::Map, cx.words.gaps_map_as_whole())
    };
    let phases = seen.journey.phases.iter().enumerate().map(|(place, phase)| GapGroup {
        key: GroupKey::Phase(phase.id.clone()),
        title: titled(&phase.title, cx.words),
        role: Some(Role::PhaseText(phase_color(place, phase))),
        tally: tally(&phase.checklist),
        left: Vec::new(),
        waved: Vec::new(),
        is_open: false,
    });
    std::iter::once(map).chain(phases).collect()
}

fn of_kinds(cx: &Context) -> Vec<GapGroup> {
    let group = |rule: &GapRule| plain(GroupKey::Kind(*rule), rule.name(cx.words));
    GapRule::ALL.iter().map(group).collect()
}

fn of_weights(cx: &Context) -> Vec<GapGroup> {
    let group = |weight: GapWeight| plain(GroupKey::Weight(weight), weight.name(cx.words));
    GapWeight::ALL.into_iter().map(group).collect()
}

/// A group without a colour or questions of its own.
fn plain(key: GroupKey, title: String) -> GapGroup {
    let (left, waved) = (Vec::new(), Vec::new());
    GapGroup { key, title, role: None, tally: None, left, waved, is_open: false }
}
