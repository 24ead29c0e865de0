//! What the fixed choices are called.

use super::{Lang, Words};
use crate::model::*;
use std::sync::LazyLock;

/// A choice that has a name in each language.
pub trait Named {
    /// Its name; a word of the user's own or of a later version is its own name.
    fn name(&self, words: &Words) -> String;
}

/// Is `text` what `choice` is called in some language, whatever its letters' case?
pub fn is_called(choice: &impl Named, text: &str) -> bool {
    static ALL: LazyLock<[Words; 2]> = LazyLock::new(|| [Lang::Sv, Lang::En].map(Words::new));
    let text = text.trim().to_lowercase();
    ALL.iter().any(|words| choice.name(words).to_lowercase() == text)
}

macro_rules! named {
    ($($kind:ident { $($choice:ident = $string:ident),* $(,)? })*) => {$(
        impl Named for $kind {
            fn name(&self, words: &Words) -> String {
                match self {
                    $(Self::$choice => words.$string(),)*
                    Self::Other(word) => word.to_string(),
                }
            }
        }
    )*};
}

named! {
    JourneyKind { Current = journey_kind_current, Future = journey_kind_future, DayInTheLife = journey_kind_day_in_the_life }
    Aim { Snapshot = aim_snapshot, Change = aim_change }
    Widths { Equal = widths_equal, Free = widths_free, Scale = widths_scale, Log = widths_log }
    DetailsPlace { AfterPhase = details_place_after_phase, Last = details_place_last, Hidden = details_place_hidden }
    Part { Transitions = part_transitions, Funnel = part_funnel, Friction = part_friction, Times = part_times, Agreement = part_agreement, ChannelPath = part_channel_path, SalesPhases = part_sales_phases, Quotes = part_quotes, Chips = part_chips, Prompts = part_prompts }
    PageKind { Title = page_kind_title, Map = page_kind_map, Curve = page_kind_curve, Persona = page_kind_persona, Phase = page_kind_phase, Agreement = page_kind_agreement, Movement = page_kind_movement, Compare = page_kind_compare, Learned = page_kind_learned, Ask = page_kind_ask, Next = page_kind_next, Details = page_kind_details, Matrix = page_kind_matrix, Board = page_kind_board, Coverage = page_kind_coverage, Saturation = page_kind_saturation, View = page_kind_view, Cards = page_kind_cards, Text = page_kind_text }
    LaneKind { Actions = lane_kind_actions, Touchpoints = lane_kind_touchpoints, Channels = lane_kind_channels, Emotions = lane_kind_emotions, Thoughts = lane_kind_thoughts, Questions = lane_kind_questions, Needs = lane_kind_needs, Drivers = lane_kind_drivers, Expectations = lane_kind_expectations, Problems = lane_kind_problems, Quotes = lane_kind_quotes, Images = lane_kind_images, PainPoints = lane_kind_pain_points, Insights = lane_kind_insights, Opportunities = lane_kind_opportunities, SalesMarketing = lane_kind_sales_marketing, Backstage = lane_kind_backstage, Systems = lane_kind_systems, Metrics = lane_kind_metrics, Notes = lane_kind_notes }
    Channel { Web = channel_web, Search = channel_search, Social = channel_social, Email = channel_email, Phone = channel_phone, Chat = channel_chat, App = channel_app, Shop = channel_shop, Meeting = channel_meeting, Fair = channel_fair, WordOfMouth = channel_word_of_mouth, Print = channel_print, Broadcast = channel_broadcast, Post = channel_post, Forum = channel_forum }
    Medium { Digital = medium_digital, Physical = medium_physical }
    Device { Phone = device_phone, Tablet = device_tablet, Computer = device_computer, Tv = device_tv, Kiosk = device_kiosk, Watch = device_watch }
    Ownership { Owned = ownership_owned, Paid = ownership_paid, Earned = ownership_earned, UserGenerated = ownership_user_generated }
    ContentRole { Hero = content_role_hero, Help = content_role_help, Hub = content_role_hub }
    Reach { OneToOne = reach_one_to_one, OneToMany = reach_one_to_many }
    Mark {
        PainPoint = mark_pain_point, MomentOfTruth = mark_moment_of_truth,
        Competitor = mark_competitor
    }
    Evidence { Hypothesis = evidence_hypothesis, Partly = evidence_partly, Researched = evidence_researched }
    Met { Yes = answer_yes, Partly = answer_partly, No = answer_no }
    ChangeKind { New = change_kind_new, Changed = change_kind_changed, Removed = change_kind_removed }
    Better { Higher = better_higher, Lower = better_lower }
    BlockerKind { System = blocker_kind_system, Data = blocker_kind_data, Process = blocker_kind_process, Capacity = blocker_kind_capacity }
    Severity { Blocking = severity_blocking, Annoying = severity_annoying }
    BuyingRole { Initiator = buying_role_initiator, User = buying_role_user, Influencer = buying_role_influencer, Decider = buying_role_decider, Buyer = buying_role_buyer, Gatekeeper = buying_role_gatekeeper }
    TransitionKind { LoopBack = transition_kind_loop_back, Skip = transition_kind_skip, Leave = transition_kind_leave }
    Line { Interaction = line_interaction, Visibility = line_visibility }
    TimeUnit { Seconds = time_unit_seconds, Minutes = time_unit_minutes, Hours = time_unit_hours, Days = time_unit_days, Weeks = time_unit_weeks, Months = time_unit_months, Years = time_unit_years }
    SourceKind { Interview = source_kind_interview, Internal = source_kind_internal, Survey = source_kind_survey, Statistics = source_kind_statistics, Observation = source_kind_observation, Workshop = source_kind_workshop, Document = source_kind_document }
    RemedyKind { Activity = remedy_kind_activity, Habit = remedy_kind_habit, System = remedy_kind_system, Insight = remedy_kind_insight }
    QuestionAnswer { Yes = answer_yes, Partly = answer_partly, No = answer_no, Unknown = answer_unknown }
    QuestionSide { Customer = question_side_customer, Ours = question_side_ours }
    Status { Idea = status_idea, Planned = status_planned, Ongoing = status_ongoing, Done = status_done, Dropped = status_dropped }
}
