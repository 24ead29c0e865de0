//! What was wrong in a file that could be opened, where, and what was done about it.

use super::fields::field_name;
use super::place::Place;
use crate::words::Words;

/// A fixed set of faults, each with the name that stands in reports for programs.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$code_doc:meta])* $code:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$code_doc])* $code,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$code),*];

            /// Its name in reports; it never changes.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$code => $word,)*
                }
            }
        }
    };
}
pub(super) use codes;

codes! {
    /// What can be wrong in a file that still opens.
    Code {
        /// The file ends before all that was opened in it is closed.
        CutShort = "cut-short",
        /// The text is not JSON at one place.
        DamagedText = "damaged-text",
        /// Git could not choose between two versions and left both, with its marks.
        BothSides = "both-sides",
        /// Bytes that are not UTF-8.
        BadUtf8 = "bad-utf8",
        /// The file does not say that it is a map of ours.
        NoFormat = "no-format",
        /// A key is one sign away from one that belongs there.
        MisspeltKey = "misspelt-key",
        /// An id is one sign away from one that others name, and nobody names it.
        MisspeltId = "misspelt-id",
        /// The file does not say which version it is.
        NoVersion = "no-version",
        /// A later version of the program wrote it.
        NewerVersion = "newer-version",
        /// An item of a list is no object.
        UnreadItem = "unread-item",
        /// A field holds something of the wrong type.
        UnreadField = "unread-field",
        /// A thing has no id.
        NoId = "no-id",
        /// Two things of one kind have the same id.
        DoubledId = "doubled-id",
        /// A card or point stands in a step that is not there.
        UnknownStep = "unknown-step",
        /// A card spans to a step that is not there, or stands before it.
        BadUntil = "bad-until",
        /// Something names a thing that is not there.
        UnknownReference = "unknown-reference",
        /// A card leads to itself.
        LeadsToItself = "leads-to-itself",
        /// A number is beyond its range.
        OutOfRange = "out-of-range",
        /// A phase has no steps.
        NoSteps = "phase-without-steps",
        /// The project has no journey.
        NoJourneys = "no-journeys",
    }
}

/// What was done about it. Nothing is done to the file itself until it is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// What was open was closed, after the last thing that was whole.
    Closed,
    /// What could not be read was left out.
    LeftOut,
    /// What could not be read was replaced by `�`.
    Replaced,
    /// The first of two sides was read; the other is in the file still.
    FirstSide,
    /// What this version knows was read, the rest kept.
    ReadKnown,
    /// It is not shown, and stays in the file as it is.
    Kept,
    /// It is not used, and stays in the file under `unread`.
    SetAside,
    /// It got this id.
    NewId(String),
    /// The card is in the parking place.
    Parked,
    /// The reference was removed.
    Cleared,
    /// This value was used instead.
    Set(String),
    /// An empty one was added.
    Added,
}

/// One thing that was wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What was wrong.
    pub code: Code,
    /// Where.
    pub place: Place,
    /// What stood there, shortened; empty where nothing did.
    pub given: String,
    /// What was done.
    pub done: Remedy,
}

impl Problem {
    /// What is wrong, in words: `Card “Sees an ad”: there is no step “abc”.`
    pub fn what(&self, words: &Words) -> String {
        let (thing, given) = (self.place.thing(words), self.given.as_str());
        let field = || field_name(self.place.field(), words);
        match self.code {
            Code::CutShort => words.problem_cut_short(),
            Code::DamagedText => words.problem_damaged_text(),
            Code::BothSides => words.problem_both_sides(),
            Code::BadUtf8 => words.problem_bad_utf8(),
            Code::NoFormat => words.problem_no_format(),
            Code::MisspeltKey => words.problem_misspelt_key(&thing, given),
            Code::MisspeltId => words.problem_misspelt_id(&thing, given),
            Code::NoVersion => words.problem_no_version(),
            Code::NewerVersion => words.problem_newer_version(given),
            Code::UnreadItem => words.problem_unread_item(&thing, given),
            Code::UnreadField => words.problem_unread_field(&thing, field(), given),
            Code::NoId => words.problem_no_id(&thing),
            Code::DoubledId => words.problem_doubled_id(&thing, given),
            Code::UnknownStep => words.problem_unknown_step(&thing, given),
            Code::BadUntil => words.problem_bad_until(&thing, given),
            Code::UnknownReference => words.problem_unknown_reference(&thing, field(), given),
            Code::LeadsToItself => words.problem_leads_to_itself(&thing),
            Code::OutOfRange => words.problem_out_of_range(&thing, field(), given),
            Code::NoSteps => words.problem_no_steps(&thing),
            Code::NoJourneys => words.problem_no_journeys(),
        }
    }

    /// What was done about it, in words.
    pub fn done(&self, words: &Words) -> String {
        match &self.done {
            Remedy::Closed => words.problem_done_closed(),
            Remedy::LeftOut => words.problem_done_left_out(),
            Remedy::Replaced => words.problem_done_replaced(),
            Remedy::FirstSide => words.problem_done_first_side(),
            Remedy::ReadKnown => words.problem_done_read_known(),
            Remedy::Kept => words.problem_done_kept(),
            Remedy::SetAside => words.problem_done_set_aside(),
            Remedy::NewId(id) => words.problem_done_new_id(id),
            Remedy::Parked => words.problem_done_parked(),
            Remedy::Cleared => words.problem_done_cleared(),
            Remedy::Set(value) => words.problem_done_set(value),
            Remedy::Added => words.problem_done_added(),
        }
    }
}
