//! How a project changes: every change is an [`Edit`], applied by [`apply`], kept by [`Editor`].
//!
//! The project is made of shared pointers. An edit clones the path it touches, so all else stays
//! pointer-equal: history costs little, and layout sees from the pointers what has changed.

mod apply;
mod bring_back;
mod cards;
mod chain;
mod change;
mod clean;
mod clip;
mod clip_text;
mod copies;
mod difference;
mod editor;
mod emotion;
mod find;
mod fresh;
mod ideas;
mod images;
mod labels;
mod list_text;
mod opportunity;
mod paste;
mod personas;
mod place;
mod project;
mod remove;
mod research;
mod research_refs;
mod same;
mod shown;
mod steps;
pub mod story;
mod structure;
mod subgoals;
mod theme_insight;
mod versions;
mod views;
mod work;

#[cfg(test)]
mod gaps_found;
#[cfg(test)]
pub(crate) mod notation;
#[cfg(test)]
mod random;
#[cfg(test)]
mod rows;
#[cfg(test)]
mod what_changed;

pub use apply::apply;
pub use bring_back::{Returning, bring_back};
pub use change::{Change, Edit, EditError, Label, Replaced, Spot};
pub use clip::{Clip, ClipCard, ClipPoint};
pub use clip_text::{is_too_long, paste_text, text_cells};
pub use copies::duplicate;
pub use difference::things_touched;
pub use editor::{Editor, Shown};
pub use find::{Finder, Found, FoundIn};
pub use fresh::{copy_cards, fresh_copy, new_card, new_lane, new_phase, new_step};
pub use ideas::{change_idea, idea_of_card, new_idea, with_new_idea};
pub use images::add_image;
pub use opportunity::{
    add_with, opportunity_or_new, own_copy, set_opportunities, tie, tie_to_card, tie_to_new,
};
pub use paste::paste;
pub use personas::{can_copy_curve, copy_curve, off_map, onto_map};
#[cfg(test)]
pub(crate) use random::{Dice, random_change};
pub use research::{
    add_evidence, let_passage_go, put_in_theme, set_sources, take_quote, take_theme, with_notes,
};
pub use research_refs::forget_missing;
pub use shown::meant;
pub use theme_insight::{insight_card, insight_of_theme};
