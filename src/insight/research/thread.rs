//! How far has the research come: its purpose, the interviews, the analysis, the use?

use crate::insight::interviews_wanted;
use crate::model::{Journey, Project, SourceKind};

/// A step of the thread, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResearchStep {
    /// What one wants to know and believes, and what there is to read.
    Purpose,
    /// Asking those whose journey it is.
    Interviews,
    /// What recurs over sources.
    Analysis,
    /// What follows from it.
    Use,
}

impl ResearchStep {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Purpose, Self::Interviews, Self::Analysis, Self::Use];
}

/// How far a research has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ResearchThread {
    /// It is written what one wants to know.
    pub has_purpose: bool,
    /// Sources that are no interviews: what was read.
    pub read: usize,
    /// Interviews that were held.
    pub held: usize,
    /// Interviews that are wanted.
    pub wanted: usize,
    /// Themes.
    pub themes: usize,
    /// Opportunities.
    pub opportunities: usize,
    /// Tasks, done or not.
    pub tasks: usize,
}

/// How far the research of a map has come.
pub fn research_thread(project: &Project, journey: &Journey) -> ResearchThread {
    let held = interviews_held(project);
    ResearchThread {
        has_purpose: !journey.purpose.trim().is_empty(),
        read: project.sources.len() - held,
        held,
        wanted: usize::try_from(interviews_wanted(project)).unwrap_or(usize::MAX),
        themes: project.themes.len(),
        opportunities: project.opportunities.len(),
        tasks: project.tasks.len(),
    }
}

/// How many of the sources are interviews with those whose journey it is; those within one's own house
/// are of another kind.
pub fn interviews_held(project: &Project) -> usize {
    let is_interview = |kind: Option<&SourceKind>| kind == Some(&SourceKind::Interview);
    project.sources.iter().filter(|source| is_interview(source.kind.as_ref())).count()
}

impl ResearchThread {
    /// The step that is to be done now: the first with anything left to do, or else the last.
    pub fn present(&self) -> ResearchStep {
        let left = [
            (ResearchStep::Purpose, !self.has_purpose),
            (ResearchStep::Interviews, self.held < self.wanted),
            (ResearchStep::Analysis, self.themes == 0),
        ];
        let first = left.into_iter().find(|(_, is_left)| *is_left);
        first.map_or(ResearchStep::Use, |(step, _)| step)
    }

    /// Has the present step left this one behind?
    pub fn is_done(&self, step: ResearchStep) -> bool {
        step < self.present()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, Source, Theme};

    #[test]
    fn the_present_step_is_the_first_with_something_left() {
        use ResearchStep::{Analysis, Interviews, Purpose, Use};
        let rows = [
            ((" ", 0, 0), Purpose),
            // What comes later does not make up for what is left before it.
            (("", 10, 4), Purpose),
            (("Varför", 0, 0), Interviews),
            (("Varför", 9, 4), Interviews),
            (("Varför", 10, 0), Analysis),
            (("Varför", 11, 1), Use),
        ];
        for ((purpose, interviews, themes), present) in rows {
            let journey = Journey { purpose: purpose.into(), ..Journey::default() };
            let source = |kind| Source { kind, ..Source::default() };
            let survey = source(Some(SourceKind::Survey));
            let held = std::iter::repeat_n(source(Some(SourceKind::Interview)), interviews);
            let project = Project {
                sources: held.chain([survey, source(None)]).collect(),
                themes: (0..themes)
                    .map(|at| Theme { id: Id::new(&at.to_string()), ..Theme::default() })
                    .collect(),
                ..Project::default()
            };
            let thread = research_thread(&project, &journey);
            assert_eq!((thread.held, thread.read, thread.wanted), (interviews, 2, 10));
            assert_eq!(thread.present(), present, "{purpose} {interviews} {themes}");
            let done = ResearchStep::ALL.into_iter().filter(|step| thread.is_done(*step));
            assert!(done.eq(ResearchStep::ALL.into_iter().take_while(|step| *step != present)));
        }
    }
}
