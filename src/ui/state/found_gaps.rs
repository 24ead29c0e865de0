//! Which gaps does the map in front have? Worked out anew only when the map is another.

use crate::insight::{Gap, GapRule, gaps};
use crate::model::{Id, Project};
use jiff::civil::Date;
use std::sync::Arc;

/// The gaps of a map, and what they were found in.
#[derive(Default)]
pub(crate) struct FoundGaps {
    of: Option<(Arc<Project>, Id, Date)>,
    gaps: Arc<Vec<Gap>>,
}

impl FoundGaps {
    /// Those of the journey, also those waved off, in the order of [`gaps`]. `project` is to be the
    /// map as it is made: what is dragged or typed changes no gap until it is let go.
    pub(crate) fn of(
        &mut self,
        project: &Arc<Project>,
        journey: &Id,
        today: Date,
    ) -> &Arc<Vec<Gap>> {
        let same = |(of, shown, day): &(Arc<Project>, Id, Date)| {
            Arc::ptr_eq(of, project) && shown == journey && *day == today
        };
        if !self.of.as_ref().is_some_and(same) {
            let rules = GapRule::usual();
            let found = project.journey(journey);
            let found = found.map(|(_, one)| gaps(project, one, today, &rules));
            self.gaps = Arc::new(found.unwrap_or_default());
            self.of = Some((Arc::clone(project), journey.clone(), today));
        }
        &self.gaps
    }
}
