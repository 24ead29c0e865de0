//! Which gaps are listed together, and under which heading: those of a phase, or those of a kind.

use super::{GapsPanel, SeenGaps};
use crate::insight::{GapRule, QuestionTally, question_tally};
use crate::model::Id;
use crate::scene::{Role, phase_color};
use crate::ui::Context;
use crate::words::titled;
use std::collections::HashMap;

/// So many gaps are listed unfolded at first.
const FEW: usize = 30;

/// What the gaps of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum GroupKey {
    /// They are of the map as a whole.
    Map,
    /// They are of this phase.
    Phase(Id),
    /// This rule has found them.
    Kind(GapRule),
}

/// Gaps that are listed together.
pub(super) struct GapGroup {
    pub key: GroupKey,
    pub title: String,
    /// The colour of its phase.
    pub role: Option<Role>,
    /// How far the guiding questions of its phase are answered; none: it has none.
    pub tally: Option<QuestionTally>,
    /// Those that are left, by their places among all.
    pub left: Vec<usize>,
    /// Those that are waved off.
    pub waved: Vec<usize>,
    pub is_open: bool,
}

/// The groups in their order: the whole map first, then phase by phase or rule by rule. A phase
/// without gaps is there for its questions.
pub(super) fn groups(cx: &Context, seen: &SeenGaps, panel: &GapsPanel) -> Vec<GapGroup> {
    let mut groups = match panel.by_kind {
        true => of_kinds(cx),
        false => of_phases(cx, seen),
    };
    let places: HashMap<GroupKey, usize> =
        groups.iter().enumerate().map(|(at, group)| (group.key.clone(), at)).collect();
    let wanted = |rule| panel.only.is_none_or(|only| only == rule);
    let mut all = 0;
    for (at, gap) in seen.gaps.iter().enumerate().filter(|(_, gap)| wanted(gap.rule)) {
        let key = match (panel.by_kind, &gap.phase) {
            (true, _) => GroupKey::Kind(gap.rule),
            (false, Some(phase)) => GroupKey::Phase(phase.clone()),
            (false, None) => GroupKey::Map,
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
    // Where they are many the first group that has some is open.
    let first = groups.iter().position(|group| !group.left.is_empty());
    for (at, group) in groups.iter_mut().enumerate() {
        let usual = all <= FEW || Some(at) == first;
        group.is_open = !panel.folded.get(&group.key).copied().unwrap_or(!usual);
    }
    groups
}

fn of_phases(cx: &Context, seen: &SeenGaps) -> Vec<GapGroup> {
    let map = GapGroup {
        key: GroupKey::Map,
        title: cx.words.gap_whole_map(),
        role: None,
        tally: None,
        left: Vec::new(),
        waved: Vec::new(),
        is_open: false,
    };
    let phases = seen.journey.phases.iter().enumerate().map(|(place, phase)| GapGroup {
        key: GroupKey::Phase(phase.id.clone()),
        title: titled(&phase.title, cx.words),
        role: Some(Role::PhaseText(phase_color(place, phase))),
        tally: Some(question_tally(phase)).filter(|tally| tally.all > 0),
        left: Vec::new(),
        waved: Vec::new(),
        is_open: false,
    });
    std::iter::once(map).chain(phases).collect()
}

fn of_kinds(cx: &Context) -> Vec<GapGroup> {
    let group = |rule: &GapRule| GapGroup {
        key: GroupKey::Kind(*rule),
        title: rule.name(cx.words),
        role: None,
        tally: None,
        left: Vec::new(),
        waved: Vec::new(),
        is_open: false,
    };
    GapRule::ALL.iter().map(group).collect()
}
