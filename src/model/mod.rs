//! What a journey map is: plain data, as it stands in the file.
//!
//! Everything that is shared or repeated hangs on an [`Arc`](std::sync::Arc), so that a copy of the
//! project costs a few pointers and an edit clones only the path it touches.
//! Field order is the order in the file.

mod card;
mod conflict;
mod costs;
mod duration;
mod emotion;
mod id;
mod journey;
mod kinds;
pub mod limits;
mod list;
mod passage;
mod persona;
mod plain_text;
mod project;
mod story_page;
mod text_of;
mod thing;
mod tidy;
mod version;
mod view;
mod waved_off;

pub use card::{Blocker, Card, Metric};
pub use conflict::{Conflict, LANE, ORDER, PHASE, PLACE, Side, WHOLE};
pub use costs::Costs;
pub use duration::{Duration, days, fitting};
pub use emotion::{EmotionPoint, FEELING_MAX, FEELING_MIN, as_written, face_of, feeling};
pub use id::{Id, IdSource};
pub use journey::{
    Conversion, FRICTION_MAX, Journey, LANE_HEIGHT_RANGE, Lane, Phase, Prompt, Question,
    STEP_WIDTH, STEP_WIDTH_RANGE, Step, Transition,
};
pub use kinds::{
    Aim, Better, BlockerKind, BuyingRole, ChangeKind, Channel, ContentRole, DetailsPlace, Device,
    Evidence, JourneyKind, LaneKind, Line, Mark, Medium, Met, Ownership, PageKind, Part,
    QuestionAnswer, QuestionSide, Reach, RemedyKind, Severity, SourceKind, Status, TimeUnit,
    TransitionKind, Widths,
};
pub use list::{List, Unread, same_things};
pub use passage::Passage;
pub use persona::Persona;
pub use plain_text::{is_no_break, is_other_break, on_one_line, plain_text, unquoted, words_of};
pub use project::{Image, Opportunity, Project, Source, Subgoal, Tag, Task, Theme};
pub use story_page::StoryPage;
pub use text_of::{About, TextOf};
pub use thing::{CardRef, Thing};
pub use version::{VERSIONS_BYTES_MAX, VERSIONS_MAX, Version};
pub use view::View;
pub use waved_off::{GapPlace, WavedOff};

/// Keys this version does not know, kept in their order and written back.
pub type Extra = serde_json::Map<String, serde_json::Value>;

/// A text typed by hand holds at most this many characters; a longer one from a file is kept whole.
pub const TEXT_MAX: usize = 20_000;

/// The first [`TEXT_MAX`] characters of a text typed by hand, and whether that is less than all.
pub fn within_text_max(text: &str) -> (&str, bool) {
    match text.char_indices().nth(TEXT_MAX) {
        Some((end, _)) => (&text[..end], true),
        None => (text, false),
    }
}

/// True for a value that the file leaves out.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
