//! `kundresa export`: a map as pictures and documents, each written whole or not at all.

use super::export_args::{Export, Output};
use super::{MENDED, SOUND, UNREADABLE};
use crate::export::{self, ExportError, Report};
use crate::file::{self, folder};
use crate::model::Project;
use crate::scene::Picture;
use crate::words::Words;
use jiff::Zoned;
use std::collections::HashSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Writes what is asked for and says so; gives the exit code.
pub(super) fn run(
    request: &Export,
    words: &Words,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let mut fail = |text: String| {
        // Nobody to tell is no reason to do anything else.
        drop(writeln!(err, "kundresa: {text}"));
        Ok(UNREADABLE)
    };
    let loaded = match file::load(&request.file) {
        Ok(loaded) => loaded,
        Err(error) => return fail(error.text(words)),
    };
    let mut request = request.clone();
    request.options.today = Some(Zoned::now().date());
    if let Some(path) = &request.logo {
        match file::read_other(path).map(|bytes| Picture::read(&bytes)) {
            Err(error) => return fail(error.text(words)),
            Ok(Err(error)) => {
                return fail(words.cli_no_picture(path.display().to_string(), error.text(words)));
            }
            Ok(Ok(logo)) => request.options.logo = Some(logo),
        }
    }
    let project = Arc::new(loaded.project);
    // All is looked at before anything is written.
    let files: Result<Vec<Files>, ExportError> =
        request.outputs.iter().map(|output| files(&project, &request, output)).collect();
    let files = match files {
        Ok(files) => files,
        Err(error) => return fail(error.text(words)),
    };
    if let Err(text) = check(&files, &request, words) {
        return fail(text);
    }
    let tell = request.outputs.iter().all(|output| output.path.is_some());
    for (output, files) in request.outputs.iter().zip(&files) {
        let report = match write(&project, &request, output, out) {
            Ok(report) => report,
            Err(ExportError::Write(error)) if output.path.is_none() => return Err(error),
            Err(error) => return fail(error.text(words)),
        };
        if let Some(small) = &report.small {
            drop(fail(small.text(words)));
        }
        if tell && let (Some(Some(first)), Some(Some(last))) = (files.first(), files.last()) {
            let told = match output.format.is_many(&request.options) {
                true => told_pictures((first, last), files.len(), &report, words),
                false => told(first, &report, words),
            };
            writeln!(out, "{told}")?;
        }
    }
    if loaded.problems.is_empty() {
        return Ok(SOUND);
    }
    drop(fail(words.cli_export_mended(request.file.display().to_string())));
    Ok(MENDED)
}

/// The files of one output; none: the standard output.
type Files = Vec<Option<PathBuf>>;

fn files(project: &Arc<Project>, request: &Export, output: &Output) -> Result<Files, ExportError> {
    match &output.path {
        Some(path) if output.format.is_many(&request.options) => {
            let files = export::page_files(path, project, &request.options)?;
            Ok(files.into_iter().map(Some).collect())
        }
        path => Ok(vec![path.clone()]),
    }
}

/// What stands in the way of writing, if anything does.
fn check(files: &[Files], request: &Export, words: &Words) -> Result<(), String> {
    let inputs = || [Some(&request.file), request.logo.as_ref()].into_iter().flatten();
    let mut seen = HashSet::new();
    for path in files.iter().flatten() {
        let name = || path.as_ref().map_or_else(|| "-".into(), |path| path.display().to_string());
        if !seen.insert(path) {
            return Err(words.cli_file_twice(name()));
        }
        let is_input = |path: &PathBuf| inputs().any(|input| folder::is_same(input, path));
        if path.as_ref().is_some_and(is_input) {
            return Err(words.cli_file_is_input(name()));
        }
        if path.as_ref().is_some_and(|path| path.exists()) && !request.force {
            return Err(words.cli_file_exists(name()));
        }
    }
    Ok(())
}

fn write(
    project: &Arc<Project>,
    request: &Export,
    output: &Output,
    out: &mut dyn Write,
) -> Result<Report, ExportError> {
    let (format, options) = (output.format, &request.options);
    let Some(path) = &output.path else {
        return export::export(project, format, options, out, &mut |_| true);
    };
    export::export_to(path, project, format, options, &mut |_| true)
}

/// What is said of the pictures of pages: the first and the last of so many.
fn told_pictures(
    (first, last): (&Path, &Path),
    count: usize,
    report: &Report,
    words: &Words,
) -> String {
    let (width, height) = report.pixels.unwrap_or_default();
    let [width, height] = [width, height].map(|pixels| words.number(f64::from(pixels)));
    let [first, last] = [first, last].map(|path| path.display().to_string());
    words.cli_exported_page_pictures(count as u32, first, width, height, last)
}

fn told(path: &Path, report: &Report, words: &Words) -> String {
    let path = path.display().to_string();
    let mut told = match (report.pixels, report.pages) {
        (Some((width, height)), _) => {
            let number = |pixels: u32| words.number(f64::from(pixels));
            words.cli_exported_picture(path, number(width), number(height))
        }
        (None, Some(pages)) => words.cli_exported_pages(pages as u32, path),
        (None, None) => words.cli_exported(path),
    };
    if report.shrunk {
        told += ". ";
        told += &words.export_shrunk();
    }
    told
}
