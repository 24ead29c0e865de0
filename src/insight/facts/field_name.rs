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
    Answer = "answer", |w| w.inspector_answer();
    At = "at", |w| w.inspector_at();
    Better = "better", |w| w.inspector_better();
    Blocker = "blocker", |w| w.field_blocker();
    BuyingRole = "buying_role", |w| w.inspector_buying_role();
    Change = "change", |w| w.inspector_change();
    Channel = "channel", |w| w.inspector_medium_channel();
    Checklist = "checklist", |w| w.inspector_checklist();
    Collapsed = "collapsed", |w| w.inspector_collapsed();
    Color = "color", |w| w.inspector_color();
    ContentRole = "content_role", |w| w.inspector_content_role();
    Conversion = "conversion", |w| w.inspector_conversion();
    CurvesOff = "curves_off", |w| w.inspector_curves();
    CustomersIn = "customers_in", |w| format!("{}, {}", w.inspector_customers(), w.inspector_customers_in());
    CustomersOut = "customers_out", |w| format!("{}, {}", w.inspector_customers(), w.inspector_customers_out());
    Device = "device", |w| w.inspector_device();
    Duration = "duration", |w| w.inspector_duration();
    Emoji = "emoji", |w| w.inspector_emoji();
    Evidence = "evidence", |w| w.inspector_evidence();
    Face = "face", |w| w.inspector_face();
    Friction = "friction", |w| w.inspector_friction();
    From = "from", |w| w.inspector_from();
    Frustrations = "frustrations", |w| w.inspector_frustrations();
    Goal = "goal", |w| w.inspector_goal();
    Goals = "goals", |w| w.inspector_goals();
    Height = "height", |w| w.inspector_height();
    Hidden = "hidden", |w| w.inspector_hidden();
    Icon = "icon", |w| w.inspector_icon();
    Image = "image", |w| w.inspector_image();
    Kind = "kind", |w| w.inspector_journey_kind();
    Language = "language", |w| w.inspector_language();
    Line = "line", |w| w.inspector_line_below();
    Link = "link", |w| w.inspector_link();
    Marks = "marks", |w| w.inspector_marks();
    Medium = "medium", |w| w.inspector_medium_channel();
    Metric = "metric", |w| w.inspector_metric();
    Name = "name", |w| w.inspector_persona_name();
    Needs = "needs", |w| w.inspector_needs();
    Note = "note", |w| w.inspector_note();
    Offer = "offer", |w| w.inspector_offer();
    Opportunity = "opportunity", |w| w.inspector_opportunity();
    Owner = "owner", |w| w.inspector_owner();
    Ownership = "ownership", |w| w.inspector_ownership();
    Persona = "persona", |w| w.inspector_persona();
    Personas = "personas", |w| w.inspector_personas_of();
    Priority = "priority", |w| w.inspector_priority();
    Problem = "problem", |w| w.inspector_problem();
    Purpose = "purpose", |w| w.inspector_purpose();
    Question = "question", |w| w.inspector_question();
    Quote = "quote", |w| w.inspector_quote();
    Reason = "reason", |w| w.inspector_reason();
    Role = "role", |w| w.inspector_role();
    SalesPhase = "sales_phase", |w| w.inspector_sales_phase();
    Severity = "severity", |w| w.field_severity();
    Share = "share", |w| w.inspector_share();
    Source = "source", |w| w.inspector_source();
    Sources = "sources", |w| w.inspector_sources();
    Start = "start", |w| w.inspector_start();
    Step = "step", |w| w.inspector_step();
    Subgoal = "subgoal", |w| w.inspector_subgoal();
    Tags = "tags", |w| w.inspector_tags();
    Target = "target", |w| w.inspector_target();
    Text = "text", |w| w.inspector_text();
    Title = "title", |w| w.inspector_title();
    To = "to", |w| w.inspector_to();
    Touchpoint = "touchpoint", |w| w.inspector_touchpoint();
    Trend = "trend", |w| w.inspector_trend();
    Unit = "unit", |w| w.inspector_unit();
    Until = "until", |w| w.inspector_until();
    Value = "value", |w| w.inspector_value();
    Votes = "votes", |w| w.inspector_votes();
    Width = "width", |w| w.inspector_width();
    // What a key means in one kind of thing only; after those with the same key, which reports use.
    Whom = "personas", |w| w.inspector_whom();
    Begins = "from", |w| w.inspector_begins();
    Ends = "to", |w| w.inspector_ends();
}
