//! Journeys of Mermaid, in and out: <https://mermaid.js.org/syntax/userJourney.html>.
//!
//! A section is a phase and a task a step; its score, 1 to 5, is what those who do it feel, −2 to 2.
//! What we write has the whole map in comments that Mermaid skips: when it comes back, the map is taken
//! from these, and what was changed in the text since is changed on it.
//!
//! | question | file |
//! |---|---|
//! | Where are journeys in a text? | `blocks` |
//! | What does a journey say? A line of it? Which signs stand for others? | `parse`; `task`; `signs` |
//! | How does it become a map? | `build` |
//! | How is a map written? What goes along in comments? | `write`; `kept` |
//! | What was changed in the text since, and how does that change the map? | `pairs`; `changes` with `changed_steps` and `changed_feelings` |
//! | Is what came along sound? | `sound` |
//! | Would Mermaid take it? | `grammar`, for tests |

mod blocks;
mod build;
mod changed_feelings;
mod changed_steps;
mod changes;
#[cfg(test)]
mod grammar;
mod kept;
mod pairs;
mod parse;
mod read;
mod signs;
mod sound;
mod task;
#[cfg(test)]
mod tests;
mod write;

pub use read::read;
pub use write::write;
