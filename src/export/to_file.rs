//! A map to a file that is swapped in when all is written: there is never half of one.

use super::story::{page_file, pictures};
use super::{ExportError, Format, Options, Report, Watch, export};
use crate::file::{self, FileError};
use crate::model::Project;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::Arc;

/// Writes `project` as `format` to the file `path`, whatever stood there before. After an error
/// the file is as it was. Pictures of a presentation are files with numbers in their names, one for
/// each page; those that were written before an error stay.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few differ here; what comes new is like the others"
)]
pub fn export_to(
    path: &Path,
    project: &Arc<Project>,
    format: Format,
    options: &Options,
    watch: &mut Watch<'_>,
) -> Result<Report, ExportError> {
    if format.is_many(options) {
        let mut take = |number: usize, count: usize, bytes: Vec<u8>| {
            file::write(&page_file(path, number, count), &bytes).map_err(ExportError::File)
        };
        return pictures(project, options, &mut take, watch);
    }
    file::write_with(path, |file| {
        let mut file = BufWriter::with_capacity(1 << 16, file);
        let report = export(project, format, options, &mut file, watch)
            .and_then(|report| file.flush().map(|()| report).map_err(Into::into));
        // The system's errors are told with the file's name.
        report.map_err(|error| match error {
            ExportError::Write(error) => {
                ExportError::File(FileError::of_system(&error, path, true))
            }
            other => other,
        })
    })
}
