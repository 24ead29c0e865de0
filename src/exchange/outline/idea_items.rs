//! What is known of an opportunity, and its tasks.

use super::labels::{OfIdea, WORDS};
use super::making::{Making, said};
use super::node::Node;
use super::values::{is_date, number};
use crate::model::*;
use crate::words::is_called;
use std::sync::Arc;

/// Takes a field of an opportunity. Says whether it could be read.
pub(super) fn value(
    making: &mut Making,
    idea: &mut Opportunity,
    what: OfIdea,
    node: &Node,
) -> bool {
    let text = said(node);
    let of_five = || number(&text).filter(|value| (1.0..=5.0).contains(value));
    match what {
        OfIdea::CustomerValue => set(&mut idea.customer_value, of_five()),
        OfIdea::BusinessValue => set(&mut idea.business_value, of_five()),
        OfIdea::Effort => set(&mut idea.effort, of_five()),
        OfIdea::Remedy => set(
            &mut idea.remedy,
            RemedyKind::ALL.iter().find(|one| is_called(*one, &text)).cloned(),
        ),
        OfIdea::Status => {
            set(&mut idea.status, Status::ALL.iter().find(|one| is_called(*one, &text)).cloned())
        }
        OfIdea::Owner => set_text(&mut idea.owner, text),
        OfIdea::Due => set_text(&mut idea.due, text),
        OfIdea::Tasks => {
            for one in &node.children {
                let task =
                    Task { opportunity: Some(idea.id.clone()), ..task(making, &one.title()) };
                making.imported.project.tasks.push(Arc::new(task));
            }
            node.text.is_empty() || node.label.is_empty()
        }
    }
}

/// Sets a field that is read, and says whether it was.
pub(super) fn set<T>(field: &mut Option<T>, read: Option<T>) -> bool {
    let is_read = read.is_some();
    if is_read {
        *field = read;
    }
    is_read
}

/// Sets a text that is not set yet, and says whether it was not.
pub(super) fn set_text(field: &mut String, said: String) -> bool {
    let is_free = field.is_empty();
    if is_free {
        *field = said;
    }
    is_free
}

/// `Ring Leif, Petra, 2026-05-12 (klar)`.
pub(super) fn task(making: &mut Making, said: &str) -> Task {
    let mut done = WORDS.iter().map(|words| words.table_task_done(""));
    let done = done.find_map(|mark| said.strip_suffix(mark.as_str()));
    let checked = said.strip_prefix("☑ ");
    let text = done.or(checked).unwrap_or(said).trim();
    let mut parts: Vec<&str> = text.split(", ").collect();
    let mut task = Task { id: making.ids.next_id(), ..Task::default() };
    task.done = done.or(checked).is_some();
    if let Some(due) = parts.last().copied().filter(|last| parts.len() > 1 && is_date(last)) {
        task.due = due.to_owned();
        parts.pop();
    }
    let is_name = |text: &&str| {
        text.split_whitespace().count() <= 2 && text.chars().next().is_some_and(char::is_uppercase)
    };
    if let Some(owner) = parts.last().copied().filter(|last| parts.len() > 1 && is_name(last)) {
        task.owner = owner.to_owned();
        parts.pop();
    }
    task.title = parts.join(", ");
    task
}
