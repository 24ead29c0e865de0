//! What are the fields of a map called, in the file and where people read of them?

use crate::words::Words;

/// An enum with the key in the file and the label of each field.
macro_rules! field_names {
    ($($field:ident = $key:literal, $label:expr;)*) => {
        /// A field of something on a map.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum FieldName {
            $(#[doc = concat!("`", $key, "` in the file.")] $field,)*
        }

        impl FieldName {
            const ALL: &'static [Self] = &[$(Self::$field),*];

            /// Its key in the file.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$field => $key,)*
                }
            }

            /// What it is called.
            pub fn label(self, words: &Words) -> String {
                let label: fn(&Words) -> String = match self {
                    $(Self::$field => $label,)*
                };
                label(words)
            }
        }
    };
}

impl FieldName {
    /// The field of that key; of several the first.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.key() == key)
    }
}

field_names! {
    Answer = "answer", |w| w.field_answer();
    At = "at", |w| w.field_at();
    Automatic = "automatic", |w| w.field_automatic();
    Better = "better", |w| w.field_better();
    Blocker = "blocker", |w| w.field_blocker();
    BuyingRole = "buying_role", |w| w.field_buying_role();
    Change = "change", |w| w.field_change();
    Channel = "channel", |w| w.field_medium_channel();
    Checklist = "checklist", |w| w.field_checklist();
    Circumstances = "circumstances", |w| w.field_circumstances();
    Collapsed = "collapsed", |w| w.field_collapsed();
    Color = "color", |w| w.field_color();
    ContentRole = "content_role", |w| w.field_content_role();
    Conversion = "conversion", |w| w.field_conversion();
    Customers = "customers", |w| w.field_customers();
    Costs = "costs", |w| w.field_costs();
    CurvesOff = "curves_off", |w| w.field_curves();
    CustomersIn = "customers_in", |w| format!("{}, {}", w.field_customers(), w.field_customers_in());
    CustomersOut = "customers_out", |w| format!("{}, {}", w.field_customers(), w.field_customers_out());
    Device = "device", |w| w.field_device();
    Duration = "duration", |w| w.field_duration();
    Emoji = "emoji", |w| w.field_emoji();
    Evidence = "evidence", |w| w.field_evidence();
    Face = "face", |w| w.field_face();
    Friction = "friction", |w| w.field_friction();
    From = "from", |w| w.field_from();
    Frustrations = "frustrations", |w| w.field_frustrations();
    GapBetween = "gap_between", |w| w.inspector_gap();
    Goal = "goal", |w| w.field_goal();
    Goals = "goals", |w| w.field_goals();
    Height = "height", |w| w.field_height();
    Hidden = "hidden", |w| w.field_hidden();
    Hypothesis = "hypothesis", |w| w.field_hypothesis();
    Icon = "icon", |w| w.field_icon();
    Image = "image", |w| w.field_image();
    InterviewGuide = "interview_guide", |w| w.field_interview_guide();
    Keep = "keep", |w| w.field_costs_keep();
    Kind = "kind", |w| w.field_journey_kind();
    Language = "language", |w| w.field_language();
    Line = "line", |w| w.field_line_below();
    Link = "link", |w| w.field_link();
    Marks = "marks", |w| w.field_marks();
    Medium = "medium", |w| w.field_medium_channel();
    Met = "met", |w| w.field_met();
    Metric = "metric", |w| w.field_metric();
    Name = "name", |w| w.field_persona_name();
    Needs = "needs", |w| w.field_needs();
    Next = "next", |w| w.field_next();
    Note = "note", |w| w.field_note();
    Offer = "offer", |w| w.field_offer();
    Opportunity = "opportunity", |w| w.field_opportunity();
    OurGoal = "our_goal", |w| w.field_our_goal();
    Owner = "owner", |w| w.field_owner();
    Ownership = "ownership", |w| w.field_ownership();
    Persona = "persona", |w| w.field_persona();
    Personas = "personas", |w| w.field_personas_of();
    Pinned = "pinned", |w| w.field_pinned();
    Priority = "priority", |w| w.field_priority();
    Problem = "problem", |w| w.field_problem();
    Purpose = "purpose", |w| w.field_purpose();
    Question = "question", |w| w.field_question();
    Quote = "quote", |w| w.field_quote();
    Reach = "reach", |w| w.field_reach();
    Reason = "reason", |w| w.field_reason();
    Remedy = "remedy", |w| w.field_remedy();
    Role = "role", |w| w.field_role();
    SalesPhase = "sales_phase", |w| w.field_sales_phase();
    Severity = "severity", |w| w.field_severity();
    Share = "share", |w| w.field_share();
    Source = "source", |w| w.field_source();
    Sources = "sources", |w| w.field_sources();
    Start = "start", |w| w.field_start();
    Step = "step", |w| w.field_step();
    Subgoal = "subgoal", |w| w.field_subgoal();
    Tags = "tags", |w| w.field_tags();
    Target = "target", |w| w.field_target();
    Text = "text", |w| w.field_text();
    Title = "title", |w| w.field_title();
    To = "to", |w| w.field_to();
    Touchpoint = "touchpoint", |w| w.field_touchpoint();
    Trend = "trend", |w| w.field_trend();
    Unit = "unit", |w| w.field_unit();
    Until = "until", |w| w.field_until();
    Value = "value", |w| w.field_value();
    Votes = "votes", |w| w.field_votes();
    Win = "win", |w| w.field_costs_win();
    Width = "width", |w| w.field_width();
    // What a key means in one kind of thing only; after those with the same key, which reports use.
    Whom = "personas", |w| w.field_whom();
    Begins = "from", |w| w.field_begins();
    Ends = "to", |w| w.field_ends();
}
