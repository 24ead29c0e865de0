//! Outlines in Markdown and OPML, in.
//!
//! | question | file |
//! |---|---|
//! | What stands within what? | `node`; in Markdown `markdown`, `inline`; in OPML `opml` |
//! | What is a journey, a phase, a step, a lane? | `plan` |
//! | What does it become? | `build`, `phase_columns`, `lane_rows`, `card_items`, `said_feelings`, `people`, `idea_items`, `beside`; what is shared: `making` |
//! | Which field does a label name? What is a figure, a sign? | `labels`; `values`, `signs` |

mod beside;
mod build;
mod card_items;
mod idea_items;
mod inline;
mod labels;
mod lane_rows;
mod making;
mod markdown;
mod node;
mod opml;
mod people;
mod phase_columns;
mod plan;
mod read;
mod said_feelings;
mod signs;
#[cfg(test)]
mod tests;
mod values;

pub use read::{read_markdown, read_opml};
