//! Why is there nothing to show in a chart? It is said in words, so that nobody gets an empty page.

use super::ranking::RankedIdea;
use super::research::{Coverage, Saturation};
use crate::model::Status;
use crate::words::Words;

/// So many sources, or interviews, tell something beside each other.
const TOLD_MIN: usize = 2;

/// Why there is nothing to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoChart {
    /// Coverage is shown from the second source on; so many there are.
    FewSources(usize),
    /// Coverage is shown by phases, and the map has none.
    NoPhases,
    /// No source is named by anything on the map.
    NothingTold,
    /// Saturation is shown from the second interview in which a theme is marked; so many there are.
    FewInterviews(usize),
    /// No theme is heard in any interview.
    NoThemes,
    /// There is no opportunity that would be in it.
    NoIdeas,
    /// No opportunity has both values and effort.
    NoFigures,
}

impl NoChart {
    /// Why there is no chart of `coverage`; none where there is one.
    pub fn of_coverage(coverage: &Coverage) -> Option<Self> {
        let phases = coverage.rows.first().map_or(0, |row| row.counts.len());
        match (coverage.rows.len(), phases, coverage.most) {
            (sources, ..) if sources < TOLD_MIN => Some(Self::FewSources(sources)),
            (_, 0, _) => Some(Self::NoPhases),
            (_, _, 0) => Some(Self::NothingTold),
            (..) => None,
        }
    }

    /// Why there is no chart of `saturation`; none where there is one.
    pub fn of_saturation(saturation: &Saturation) -> Option<Self> {
        match saturation.so_far.len() {
            0 if saturation.held >= TOLD_MIN => Some(Self::NoThemes),
            told if told < TOLD_MIN => Some(Self::FewInterviews(told)),
            _ => None,
        }
    }

    /// Why there is no matrix of `ideas`; none where there is one. What was dropped is not in it.
    pub fn of_matrix(ideas: &[RankedIdea]) -> Option<Self> {
        let is_there = |idea: &RankedIdea| idea.opportunity.status != Some(Status::Dropped);
        (!ideas.iter().any(is_there)).then_some(Self::NoIdeas)
    }

    /// Why there is no board of `ideas`; none where there is one.
    pub fn of_board(ideas: &[RankedIdea]) -> Option<Self> {
        ideas.is_empty().then_some(Self::NoIdeas)
    }

    /// What is to be said of it.
    pub fn text(self, words: &Words) -> String {
        match self {
            Self::FewSources(count) => words.no_chart_sources(count),
            Self::NoPhases => words.no_chart_phases(),
            Self::NothingTold => words.no_chart_told(),
            Self::FewInterviews(count) => words.no_chart_interviews(count),
            Self::NoThemes => words.no_chart_themes(),
            Self::NoIdeas => words.no_chart_ideas(),
            Self::NoFigures => words.no_chart_figures(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::research::CoverageRow;
    use super::*;
    use crate::model::Source;

    #[test]
    fn charts_begin_with_the_second_that_tells_something() {
        let row = |counts: &[usize]| CoverageRow {
            source: Source::default().into(),
            counts: counts.to_vec(),
        };
        let coverage = |rows: &[&[usize]]| Coverage {
            rows: rows.iter().map(|counts| row(counts)).collect(),
            holes: Vec::new(),
            most: rows.iter().flat_map(|row| row.iter().copied()).max().unwrap_or_default(),
        };
        let rows: [(&[&[usize]], Option<NoChart>); 5] = [
            (&[], Some(NoChart::FewSources(0))),
            (&[&[3]], Some(NoChart::FewSources(1))),
            (&[&[], &[]], Some(NoChart::NoPhases)),
            (&[&[0, 0], &[0, 0]], Some(NoChart::NothingTold)),
            (&[&[0, 0], &[0, 1]], None),
        ];
        for (counts, expected) in rows {
            assert_eq!(NoChart::of_coverage(&coverage(counts)), expected, "{counts:?}");
        }
        let rows: [(&[usize], usize, Option<NoChart>); 5] = [
            (&[], 0, Some(NoChart::FewInterviews(0))),
            (&[], 1, Some(NoChart::FewInterviews(0))),
            (&[4], 2, Some(NoChart::FewInterviews(1))),
            (&[], 2, Some(NoChart::NoThemes)),
            (&[1, 1], 2, None),
        ];
        for (so_far, held, expected) in rows {
            let so_far = so_far.to_vec();
            let saturation = Saturation { so_far, held, wanted: 10, ..Saturation::default() };
            assert_eq!(NoChart::of_saturation(&saturation), expected, "{saturation:?}");
        }
    }
}
