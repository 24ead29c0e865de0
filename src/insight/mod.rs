//! What a map tells: pure functions over the model.

mod agreement;
mod asked;
mod both;
mod card_order;
mod card_table;
mod chain;
mod changed;
mod channels;
mod columns;
mod compare;
mod compare_figures;
mod compare_title;
mod costs;
mod counts;
mod due;
mod facts;
mod feelings;
#[cfg(test)]
mod felt_map;
mod funnel;
mod gaps;
mod kept;
mod learned;
mod map_title;
mod metrics;
mod moments;
mod next;
mod no_chart;
mod opportunities;
mod personas;
mod phase_titles;
mod ranking;
mod research;
mod story;
mod switches;
mod task_lists;
mod time;
mod told;
mod votes;
mod ways;

pub use agreement::{Agreement, AgreementRow, agreement, agreement_title};
pub use asked::{ASKED_MAX, Ask, AskedKind, AskedThing, AskedWhat, asked, asked_title};
pub use both::{compared, compared_view};
pub use card_order::{
    ArrangedCards, CardGroup, CardGrouping, CardOrder, CardsAsked, TableColumn, arrange_cards,
};
pub use card_table::{CardRow, CardTable, MissingOnCard};
pub use chain::{activities, chain_links, is_of_activities, whole_chains};
pub use changed::{
    ChangeTally, ChangedKind, ChangedSince, CurveName, HowDiffers, MapDifference, WhatChanged,
    changed_beside, changed_card_texts, changed_since, map_differences, what_changed,
};
pub use channels::{ChannelCounts, channel_counts, has_path, is_digital};
pub use compare::{CardDifference, Differences, FeelingGap, How, counterpart, differences};
pub use compare_figures::{FigureDifference, MapFigure};
pub use compare_title::compare_title;
pub use costs::costs_compared;
pub use counts::{Counts, counts, lane_counts};
pub use due::{days_late, last_day, last_edited};
pub use facts::{
    CardFact, FieldName, LaneFact, PhaseFact, PointFact, StepFact, blocker_said, card_facts,
    journey_facts, lane_facts, met_said, persona_facts, phase_facts, point_facts, step_facts,
};
#[cfg(test)]
pub(crate) use facts::{
    cards_without_a_field, fields_of_places, full_card, full_lane, full_persona, full_phase,
    full_point, full_step, left_out, left_out_of, map_with,
};
pub use feelings::{
    AGREED, Apart, Feelings, Felt, FeltPoint, HAPPY, as_written, is_happy, is_unhappy,
};
pub use funnel::{Funnel, Loss, Stop, funnel, shown_percent};
pub use gaps::{
    Gap, GapRule, GapTally, GapWeight, INTERVIEWS_WANTED, INTERVIEWS_WANTED_KEY, QuestionTally,
    gap_tally, gaps, interviews_wanted, question_answer, question_tally,
};
pub use kept::{KeptInsights, same_feelings};
pub use learned::{
    FINDINGS_MAX, Finding, FindingKind, Founded, Learned, Sentence, finding_said, finding_sentence,
    learned, learned_title, map_rests_on, rests_said,
};
pub use map_title::{curve_title, map_title, movement_title, ways_title};
use metrics::reads_on;
pub use metrics::{Standing, improved, standing};
pub use moments::{Moment, MomentKind, moments};
pub use next::{next_opportunities, next_tasks};
pub use no_chart::NoChart;
pub use opportunities::{
    card_of_opportunity, is_of_opportunities, leads_to, open_pains, opportunity_of, with_cards,
};
pub use personas::{
    PersonaEnds, PersonaHeading, Presented, persona_ends, persona_heading, persona_title,
    presented_personas,
};
pub use phase_titles::{
    PhaseFigure, PhaseSpeaker, PhaseTitle, PhaseTitleKind, TitleMean, phase_titles,
};
pub use ranking::{IdeaFigures, RankRule, RankedIdea, ideas_of, rank_ideas};
pub use research::{
    Coverage, CoverageRow, ResearchStep, ResearchThread, RoleHole, Saturation, ThemeTally,
    coverage, evidence_of_sources, interviews_held, persona_of_source, recurring_themes,
    research_thread, saturation, theme_tallies, themes_said, told_by,
};
pub use story::story;
pub use switches::{Switch, switch_between, switch_counts};
pub use task_lists::{OpenTask, TaskTally, is_told_here, open_tasks, task_tally, tasks_by_person};
pub use time::{Length, Total, clock, length, lengths, starts, total};
pub use told::{
    conversion_name, conversion_said, largest_loss_told, largest_said, loss_said, lost, phase_said,
    share_said, stop_said, total_said, ways_said,
};
pub use votes::{most_votes_first, voted};
pub use ways::{Ways, too_many, ways};
