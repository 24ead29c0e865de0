//! A map as tables for those who count: CSV, an Excel workbook, and an outline in Markdown.

mod csv;
mod figures;
mod grid;
mod list;
mod markdown;
mod outline;
mod reckoned;
pub(super) mod refs;
mod sheets;
mod table;
mod task_rows;
#[cfg(test)]
mod tests;
mod told;
mod xlsx;

pub use csv::Separator;
pub use table::TableError;
pub(super) use task_rows::{task_list, task_table};

use super::{ExportError, Job, Report, TableKind, Watch};
use std::io::Write;
use table::TableScope;

/// Writes the named journey, or the first, as CSV.
pub(super) fn write_csv(
    job: &Job<'_>,
    out: &mut dyn Write,
    _: &mut Watch<'_>,
) -> Result<Report, ExportError> {
    let journeys = job.journeys()?;
    let journey = journeys.first().ok_or(ExportError::NoJourneys)?;
    let words = &job.words;
    let table = match job.options.table {
        TableKind::Grid => {
            let mut table = table::grid(job.project, journey, words);
            reckoned::add_to_grid(&mut table, job, journey);
            table
        }
        TableKind::List => {
            let mut table = table::list(job.project, TableScope::Journey(journey), words);
            reckoned::add_to_list(&mut table, job, journey);
            table
        }
    };
    let separator = job.options.separator.unwrap_or(Separator::of(words.lang));
    out.write_all(&csv::csv(&table, separator, words.lang)?)?;
    Ok(Report::default())
}

/// Writes all journeys that are meant as an Excel workbook.
pub(super) fn write_xlsx(
    job: &Job<'_>,
    out: &mut dyn Write,
    _: &mut Watch<'_>,
) -> Result<Report, ExportError> {
    let journeys = job.journeys()?;
    let (scope, figures) = (scope(job, &journeys), figures::figures(job, &journeys));
    out.write_all(&xlsx::xlsx(job.project, scope, figures, &job.words, &job.theme)?)?;
    Ok(Report::default())
}

/// Writes all journeys that are meant as an outline.
pub(super) fn write_markdown(
    job: &Job<'_>,
    out: &mut dyn Write,
    _: &mut Watch<'_>,
) -> Result<Report, ExportError> {
    let journeys = job.journeys()?;
    let (scope, figures) = (scope(job, &journeys), figures::figures(job, &journeys));
    let outline = markdown::markdown(job.project, scope, &figures, &job.words);
    out.write_all(outline.as_bytes())?;
    Ok(Report::default())
}

/// The one journey that was named, or all.
fn scope<'a>(
    job: &Job<'_>,
    journeys: &'a [std::sync::Arc<crate::model::Journey>],
) -> TableScope<'a> {
    match (&job.options.journey, journeys) {
        (Some(_), [one, ..]) => TableScope::Journey(one),
        _ => TableScope::Project,
    }
}
