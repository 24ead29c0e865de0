//! What the room works out of the project, kept while that is the same.

use crate::insight::{
    OpenTask, RankRule, RankedIdea, TaskTally, ideas_of, is_told_here, open_pains, open_tasks,
    rank_ideas, task_tally,
};
use crate::model::{Card, CardRef, Id, Project, Status};
use crate::scene::{IdeaPicture, Layout, Matrix, MatrixShape, asks_for_date, board, matrix_shaped};
use crate::ui::{Context, Document};
use crate::words::{Lang, Words};
use egui::Rect;
use jiff::civil::Date;
use std::sync::Arc;

/// How a number of things is said.
type SaidCount = fn(&Words, usize) -> String;

/// What it was worked out for.
#[derive(Clone)]
pub(super) struct KnownFor {
    pub project: Arc<Project>,
    journey: Id,
    rule: RankRule,
    lang: Lang,
    scale: f32,
    pub today: Date,
    /// Where the plot of the matrix stays while a card of it is in the hand.
    plot_top: f32,
}

impl KnownFor {
    /// What is to be known now.
    pub(super) fn now(
        doc: &Document,
        cx: &Context<'_>,
        rule: RankRule,
        today: Date,
        plot_top: f32,
    ) -> Self {
        let (project, journey) = (doc.editor.project().clone(), doc.journey.clone());
        let (lang, scale) = (cx.words.lang, cx.theme.text_scale());
        Self { project, journey, rule, lang, scale, today, plot_top }
    }
}

/// What is known.
pub(super) struct KnownIdeas {
    pub of: KnownFor,
    /// The opportunities of the map, ranked.
    pub ideas: Vec<RankedIdea>,
    pub matrix: Matrix,
    pub board: (IdeaPicture, Vec<(Status, Rect)>),
    /// The tasks that are left, by date.
    pub tasks: Vec<OpenTask>,
    pub tally: TaskTally,
    /// The pain points that nothing answers, most votes first.
    pub pains: Vec<(CardRef, Arc<Card>)>,
}

impl KnownIdeas {
    /// Works it out. None: the map is not there.
    pub(super) fn of(layout: &mut Layout, of: KnownFor, words: &Words) -> Option<Self> {
        let (project, today) = (&of.project, of.today);
        let (_, journey) = project.journey(&of.journey)?;
        let mut ideas = ideas_of(project, journey);
        let is_here = is_told_here(project, &ideas);
        let tasks = open_tasks(project, today, &is_here);
        let tally = task_tally(project, &is_here);
        rank_ideas(&mut ideas, of.rule);
        let shape = MatrixShape { tray: of.plot_top, ..MatrixShape::ROOM };
        let matrix = matrix_shaped(layout, project, &ideas, today, (words, of.scale), shape);
        let board = board(layout, project, &ideas, today, words, of.scale);
        let pains = open_pains(project, journey);
        Some(Self { ideas, matrix, board, tasks, tally, pains, of })
    }

    /// Is it what is known for this?
    pub(super) fn is_for(&self, wanted: &KnownFor) -> bool {
        let KnownFor { project, journey, rule, lang, scale, today, plot_top } = &self.of;
        Arc::ptr_eq(project, &wanted.project)
            && *journey == wanted.journey
            && *rule == wanted.rule
            && *lang == wanted.lang
            && *scale == wanted.scale
            && *today == wanted.today
            && *plot_top == wanted.plot_top
    }

    /// The opportunity called `id`.
    pub(super) fn idea(&self, id: &Id) -> Option<&RankedIdea> {
        self.ideas.iter().find(|idea| idea.opportunity.id == *id)
    }

    fn with_status(&self, statuses: &[Option<Status>]) -> usize {
        self.ideas.iter().filter(|idea| statuses.contains(&idea.opportunity.status)).count()
    }

    /// `7 möjligheter · 3 pågår · 3 planerade · 1 idé`.
    pub(super) fn summary(&self, words: &Words) -> String {
        let counts: [(usize, SaidCount); 4] = [
            (self.with_status(&[Some(Status::Ongoing)]), |w, n| w.ideas_count_ongoing(n)),
            (self.with_status(&[Some(Status::Planned)]), |w, n| w.ideas_count_planned(n)),
            (self.with_status(&[None, Some(Status::Idea)]), |w, n| w.ideas_count_idea(n)),
            (self.with_status(&[Some(Status::Done)]), |w, n| w.ideas_count_done(n)),
        ];
        let mut parts = vec![words.ideas_count(self.ideas.len())];
        let there = counts.into_iter().filter(|(count, _)| *count > 0);
        parts.extend(there.map(|(count, said)| said(words, count)));
        parts.join(" · ")
    }

    /// `7 möjligheter · 1 utan datum · 1 åtgärd försenad`.
    pub(super) fn counts(&self, words: &Words) -> String {
        let left = || self.ideas.iter().filter(|idea| !idea.is_over());
        let has_dates = left().any(|idea| !idea.opportunity.due.trim().is_empty());
        let undated = left().filter(|idea| asks_for_date(&idea.opportunity, has_dates)).count();
        let late = self.tasks.iter().filter(|task| task.late.is_some()).count();
        let mut parts = vec![words.ideas_count(self.ideas.len())];
        if undated > 0 {
            parts.push(words.ideas_count_undated(undated));
        }
        if late > 0 {
            parts.push(words.ideas_count_late(late));
        }
        parts.join(" · ")
    }
}
