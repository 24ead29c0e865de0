//! Outlines in Markdown and OPML, in.
//!
//! | question | file |
//! |---|---|
//! | What stands within what? | `node`; in Markdown `markdown`, `inline`; in OPML `opml` |
//! | What is a journey, a phase, a step, a lane? | `plan` |
//! | What does it become? | `build`, `columns`, `rows`, `cards`, `feelings`, `people`, `ideas`, `beside`; what is shared: `making` |
//! | Which field does a label name? What is a figure, a sign? | `labels`; `values`, `signs` |

mod beside;
mod build;
mod cards;
mod columns;
mod feelings;
mod ideas;
mod inline;
mod labels;
mod making;
mod markdown;
mod node;
mod opml;
mod people;
mod plan;
mod read;
mod rows;
mod signs;
#[cfg(test)]
mod tests;
mod values;

pub use read::{read_markdown, read_opml};
