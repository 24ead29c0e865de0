//! Tasks for other programs: a calendar, a table, a list.

use super::tables::{Separator, task_list, task_table};
use super::{ExportError, calendar, shown};
use crate::insight::{self, OpenTask};
use crate::model::{Id, Project};
use crate::words::Words;
use jiff::Zoned;
use std::io::Write;

/// What tasks can become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskFormat {
    /// A calendar, RFC 5545: for Outlook, Google Calendar, Apple.
    Ics,
    /// A table for any program.
    Csv,
    /// A list to tick off.
    Markdown,
}

impl TaskFormat {
    /// All of them, in the order they are offered in.
    pub const ALL: [Self; 3] = [Self::Ics, Self::Csv, Self::Markdown];

    /// How files of it end: `ics`.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Ics => "ics",
            Self::Csv => "csv",
            Self::Markdown => "md",
        }
    }

    /// The format of files that end in `extension` (`ics`, `ICS`).
    pub fn of_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.extension().eq_ignore_ascii_case(extension))
    }
}

/// Which tasks are written, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskExport {
    /// What they become.
    pub format: TaskFormat,
    /// In a calendar: as to-dos, which only some calendars know, and not as events.
    pub as_todos: bool,
    /// Those that are done as well.
    pub with_done: bool,
    /// Only what this person does; the case of letters does not matter.
    pub person: Option<String>,
    /// Only those of a map, by its title, number or id.
    pub journey: Option<String>,
    /// In a table: what stands between cells; none: as Excel in the language expects.
    pub separator: Option<Separator>,
}

impl TaskExport {
    /// All tasks that are left.
    pub fn new(format: TaskFormat) -> Self {
        let (person, journey, separator) = (None, None, None);
        Self { format, as_todos: false, with_done: false, person, journey, separator }
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskReport {
    /// How many tasks were written.
    pub written: usize,
    /// How many were left out, since an event needs a day.
    pub without_day: usize,
}

/// Writes the tasks of `project` to `out`. `now` says what is late, and when the calendar was written:
/// a later one replaces an earlier one's entries.
///
/// # Errors
/// There is no such map, or `out` fails.
pub fn export_tasks(
    project: &Project,
    wanted: &TaskExport,
    now: &Zoned,
    words: &Words,
    out: &mut dyn Write,
) -> Result<TaskReport, ExportError> {
    let tasks = tasks(project, wanted, now)?;
    let bytes = match wanted.format {
        TaskFormat::Ics => {
            let (bytes, without_day) =
                calendar::calendar(&tasks, wanted.as_todos, now.timestamp(), words);
            out.write_all(&bytes)?;
            return Ok(TaskReport { written: tasks.len() - without_day, without_day });
        }
        TaskFormat::Csv => task_table(&tasks, (wanted.separator, wanted.with_done), words)?,
        TaskFormat::Markdown => task_list(&tasks, words).into_bytes(),
    };
    out.write_all(&bytes)?;
    Ok(TaskReport { written: tasks.len(), without_day: 0 })
}

/// Those that are wanted: what is left by date, then what is done as it stands in the list.
fn tasks(
    project: &Project,
    wanted: &TaskExport,
    now: &Zoned,
) -> Result<Vec<OpenTask>, ExportError> {
    let of_map = match &wanted.journey {
        None => None,
        Some(name) => {
            let journey = shown::journey(project, name)?;
            Some(insight::is_told_here(project, &insight::ideas_of(project, journey)))
        }
    };
    let is_here = |of: Option<&Id>| of_map.as_ref().is_none_or(|is_here| is_here(of));
    let mut tasks = insight::open_tasks(project, now.date(), is_here);
    if wanted.with_done {
        let done = project.tasks.iter().filter(|task| task.done);
        let done = done.filter(|task| is_here(task.opportunity.as_ref()));
        tasks.extend(done.map(|task| {
            let of = task.opportunity.as_ref();
            let of = of.and_then(|id| project.opportunities.iter().find(|one| one.id == *id));
            let (day, task) = (insight::last_day(&task.due), task.clone());
            OpenTask { opportunity: of.cloned(), day, late: None, task }
        }));
    }
    if let Some(person) = &wanted.person {
        let person = person.trim().to_lowercase();
        tasks.retain(|one| one.task.owner.trim().to_lowercase() == person);
    }
    Ok(tasks)
}
