//! A map as tables for those who count: CSV, an Excel workbook, and an outline in Markdown.

mod csv;
mod figures;
mod grid;
mod journey_rows;
mod list;
mod markdown;
mod outline;
mod project_rows;
mod reckoned;
pub(super) mod refs;
mod row_heights;
#[cfg(test)]
mod sheet_tests;
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
    let whole = || figures::whole(job, std::slice::from_ref(journey));
    let is_compared = job.compared.is_some();
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
        TableKind::Phases => journey_rows::phases(&whole(), is_compared, job.project, words),
        TableKind::Transitions => journey_rows::transitions(&whole(), job.project, words),
        TableKind::Personas => project_rows::personas(job.project, words),
        TableKind::Opportunities => project_rows::opportunities(job.project, words),
        TableKind::Tasks => project_rows::tasks(job.project, words),
        TableKind::Sources => project_rows::sources(job.project, words),
        TableKind::Passages => project_rows::passages(job.project, words),
        TableKind::Themes => project_rows::themes(job.project, words),
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
    let (project, words) = (job.project, &job.words);
    let whole = figures::whole(job, &journeys);
    // Those that say nothing have no sheet.
    let things = [
        journey_rows::phases(&whole, job.compared.is_some(), project, words),
        journey_rows::transitions(&whole, project, words),
        project_rows::personas(project, words),
        project_rows::opportunities(project, words),
        project_rows::tasks(project, words),
        project_rows::sources(project, words),
        project_rows::passages(project, words),
        project_rows::themes(project, words),
    ];
    let figures = figures::figures(job, &journeys).into_iter().map(|figures| figures.table);
    let lists = things.into_iter().filter(|table| !table.is_bare()).chain(figures).collect();
    out.write_all(&xlsx::xlsx(project, scope(job, &journeys), lists, words, &job.theme)?)?;
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
