//! Which field is meant by a label or a heading, in Swedish or English?
//!
//! The fields are those that our own outlines have, by the names they have there. One word may name
//! several, of which each place has one: `Mål` is what a figure should be, and what a persona wants.

use crate::words::{Lang, Words};
use std::collections::HashMap;
use std::sync::LazyLock;

/// What things are called in both languages.
pub(super) static WORDS: LazyLock<[Words; 2]> =
    LazyLock::new(|| [Lang::Sv, Lang::En].map(Words::new));

/// Enums of fields, each with what it is called, and with what people call it elsewhere.
macro_rules! fields {
    ($(
        $(#[$doc:meta])*
        $name:ident { $($field:ident = $($string:ident)|+,)* } $([$($word:literal = $other:ident,)*])?
    )*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum $name {
            $($field,)*
        }

        impl $name {
            /// The one that is called so.
            pub(super) fn called(label: &str) -> Option<Self> {
                static KNOWN: LazyLock<HashMap<String, $name>> = LazyLock::new(|| {
                    let mut known = HashMap::new();
                    for words in WORDS.iter() {
                        $($(known.entry(words.$string().to_lowercase()).or_insert($name::$field);)+)*
                    }
                    $($(known.entry($word.to_owned()).or_insert($name::$other);)*)?
                    known
                });
                let label = label.trim().trim_end_matches(':').trim_end().to_lowercase();
                KNOWN.get(&label).copied()
            }
        }
    )*};
}

fields! {
    /// What is said of a journey.
    OfJourney {
        Kind = field_journey_kind,
        Purpose = field_purpose,
        Hypothesis = field_hypothesis,
        InterviewGuide = field_interview_guide,
        OurGoal = field_our_goal,
        Problem = field_problem,
        Offer = field_offer,
        Costs = field_costs,
        Begins = field_begins,
        Ends = field_ends,
        Checklist = field_checklist,
    }

    /// What is said of a phase, and of a step.
    OfPhase {
        Duration = field_duration,
        Start = field_start,
        Goal = field_goal,
        Friction = field_friction,
        Conversion = field_conversion,
        Customers = field_customers,
        SalesPhase = field_sales_phase,
        Checklist = field_checklist,
    }

    /// What is said of a persona.
    OfPersona {
        Goals = field_goals,
        Needs = field_needs,
        Frustrations = field_frustrations,
        Priority = field_priority,
        Quote = field_quote,
        Circumstances = field_circumstances,
    } [
        "goal" = Goals,
        "smärtpunkter" = Frustrations,
        "pain points" = Frustrations,
        "bakgrund" = Circumstances,
        "background" = Circumstances,
    ]

    /// What is said of an opportunity.
    OfIdea {
        CustomerValue = table_customer_value,
        BusinessValue = table_business_value,
        Effort = table_effort,
        Remedy = field_remedy,
        Owner = field_owner,
        Status = table_status,
        Due = table_due,
        Tasks = table_tasks,
    }

    /// What is said of a card.
    OfCard {
        Target = field_target,
        Better = field_better,
        Trend = field_trend,
        Whom = field_whom,
        Sources = field_sources,
        Opportunity = field_opportunity,
        Blocker = field_blocker,
        Subgoal = field_subgoal,
        Next = field_next,
        Owner = field_owner,
        Link = field_link,
        Image = field_image,
    }

    /// What is said of a feeling.
    OfPoint {
        Touchpoint = field_touchpoint,
        Source = field_source,
    }

    /// What a heading beside phases names; the last are figures that follow from a map.
    Beside {
        Personas = field_personas_of,
        Transitions = thing_transitions_of,
        Parking = thing_parking,
        Opportunities = lane_kind_opportunities,
        Tasks = table_tasks,
        Sources = field_sources,
        Reckoned = strip_funnel
            | figures_felt
            | figures_cards
            | figures_feelings
            | figures_of_map
            | inspector_channels
            | page_kind_learned
            | learned_gaps
            | learned_themes
            | learned_changed
            | page_kind_next,
    } [
        "persona" = Personas,
        "user persona" = Personas,
        "user personas" = Personas,
        "målgrupp" = Personas,
        "målgrupper" = Personas,
        "aktörer" = Personas,
        "actors" = Personas,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_one_by_where_it_stands() {
        assert_eq!(OfCard::called("Mål"), Some(OfCard::Target));
        assert_eq!(OfPersona::called("mål:"), Some(OfPersona::Goals));
        assert_eq!(OfPersona::called("Pain points"), Some(OfPersona::Frustrations));
        assert_eq!(OfJourney::called("Börjar"), Some(OfJourney::Begins));
        assert_eq!(OfPhase::called("Börjar"), Some(OfPhase::Start));
        assert_eq!(OfPhase::called("The customer’s goal"), Some(OfPhase::Goal));
        assert_eq!(Beside::called("Personor"), Some(Beside::Personas));
        assert_eq!(Beside::called("Gaps"), Some(Beside::Reckoned));
        assert_eq!(OfCard::called("Syfte"), None);
        assert_eq!(OfCard::called(""), None);
    }
}
