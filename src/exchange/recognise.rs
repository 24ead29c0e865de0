//! What is a source, and what does it become? It goes by what it holds, never by what it is called.

use super::table::{self, LeftCell, TableSheet, TextForm, cell_name, text_form, workbook};
use super::{
    ImportError, Imported, Remark, RemarkKind, SeemsToBe, SourcePlace, join, mermaid, outline,
};
use crate::file;
use crate::model::IdSource;
use crate::model::limits::TRANSCRIPT_BYTES_MAX;
use crate::scene::quietly;

/// What a source was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportKind {
    /// A workbook: each of its sheets is a map.
    Workbook,
    /// A table in text.
    Table(TextForm),
    /// Journeys of Mermaid.
    Mermaid,
    /// An outline in Markdown.
    Markdown,
    /// An outline in OPML.
    Opml,
}

/// What begins files that are something else, and what they are.
const OTHERS: [(&[u8], &str); 7] = [
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"PK\x03\x04", "ZIP"),
    (b"<svg", "SVG"),
];

/// Reads a source as what it seems to be. `called` is a name for a map that has none of its own, as its
/// file is called. What comes is as if its file had been saved and opened: sound, and within all limits.
///
/// # Errors
/// It holds nothing that can be a map, or more than a map may.
pub fn import(
    bytes: &[u8],
    called: &str,
    ids: &mut IdSource,
) -> Result<(ImportKind, Imported), ImportError> {
    let (kind, Imported { project, remarks }) = recognised(bytes, called, ids)?;
    let project = file::as_opened(&project).map_err(ImportError::File)?;
    Ok((kind, Imported { project, remarks }))
}

fn recognised(
    bytes: &[u8],
    called: &str,
    ids: &mut IdSource,
) -> Result<(ImportKind, Imported), ImportError> {
    if workbook::is_workbook(bytes) {
        // The library panics where a damaged workbook is not what it says.
        let sheets = quietly(|| workbook::read(bytes));
        let damaged = || Err(ImportError::Damaged(None, String::new()));
        let imported = maps_of(&sheets.unwrap_or_else(damaged)?, called, ids);
        return Ok((ImportKind::Workbook, imported));
    }
    if let Some((_, name)) = OTHERS.iter().find(|(begin, _)| bytes.starts_with(begin)) {
        return Err(ImportError::Other(SeemsToBe::File((*name).to_owned())));
    }
    if bytes.len() as u64 > TRANSCRIPT_BYTES_MAX {
        return Err(ImportError::TooManyBytes(TRANSCRIPT_BYTES_MAX));
    }
    let (text, ..) = text_form::encoding_of(bytes).decode(bytes);
    let text = text.trim();
    if text.is_empty() {
        return Err(ImportError::Empty);
    }
    if text.starts_with(['{', '[']) {
        return Err(ImportError::Other(SeemsToBe::File("JSON".to_owned())));
    }
    if text.starts_with('<') && text.contains("<opml") {
        return Ok((ImportKind::Opml, named(outline::read_opml(text, ids)?, called)));
    }
    match mermaid::read(text, ids) {
        Ok(imported) => return Ok((ImportKind::Mermaid, named(imported, called))),
        // A diagram of another kind is nothing else either.
        Err(error @ ImportError::Other(SeemsToBe::Diagram(_))) if !text.contains("```") => {
            return Err(error);
        }
        Err(error @ (ImportError::TooLarge(..) | ImportError::TooManyBytes(_))) => {
            return Err(error);
        }
        Err(_) => {}
    }
    let (sheet, form) = text_form::read(bytes, None, None)?;
    if is_table(&sheet) && !is_outline(text) {
        return Ok((ImportKind::Table(form), maps_of(&[sheet], called, ids)));
    }
    Ok((ImportKind::Markdown, named(outline::read_markdown(text, ids)?, called)))
}

/// Does a text hold rows of several cells, most of which say something?
fn is_table(sheet: &TableSheet) -> bool {
    sheet.rows.len() > 1
        && sheet.columns() > 1
        && sheet.filled() * 4 > sheet.rows.len() * sheet.columns()
}

/// Does a text begin as an outline does? One has no cells, whatever commas stand in it.
fn is_outline(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let marks = ["# ", "## ", "- ", "* ", "+ ", "1. ", "---"];
    marks.iter().any(|mark| first.trim_start().starts_with(mark))
}

/// A project of the maps that tables become.
fn maps_of(sheets: &[TableSheet], called: &str, ids: &mut IdSource) -> Imported {
    let mut imported = Imported::default();
    for sheet in sheets {
        let roles = table::guess(sheet);
        let mut made = table::map_of(sheet, &roles, ids);
        let name = if sheets.len() > 1 { sheet.name.as_str() } else { "" };
        for (at, _, what) in &made.left {
            let (row, column) = if roles.flipped { (at.1, at.0) } else { *at };
            let kind = match what {
                LeftCell::Park => RemarkKind::Parked,
                LeftCell::Title | LeftCell::Leave => continue,
            };
            let said = sheet.text(row, column).to_owned();
            let at = SourcePlace::Cell(name.to_owned(), cell_name(row, column));
            imported.remarks.push(Remark { at, kind, said });
        }
        join::share_personas(&imported.project, &mut made.project);
        join::join(&mut imported.project, made.project, ids);
    }
    if sheets.len() > 1 {
        imported.project.title.clear();
    }
    named(imported, called)
}

/// With a name for what has none.
fn named(mut imported: Imported, called: &str) -> Imported {
    let project = &mut imported.project;
    if project.title.trim().is_empty() {
        called.clone_into(&mut project.title);
    }
    if let Some(journey) = project.journeys.edit(0).filter(|one| one.title.trim().is_empty()) {
        called.clone_into(&mut journey.title);
    }
    imported
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(ImportKind, Imported), ImportError> {
        import(text.as_bytes(), "Karta", &mut IdSource::seeded(1))
    }

    #[test]
    fn a_source_is_known_by_what_it_holds() {
        let table = "Fas;Köp;Efter\nTankar;Dyrt;Bra\nKänsla;-1;2\n";
        let outline =
            "# Köpa skor\n## Söka\n- Googlar, länge\n- Frågar; ofta\n## Köpa\n- Betalar\n";
        let mermaid = "journey\n title Köpa skor\n section Söka\n Googlar: 2: Anna\n";
        let opml = "<opml version=\"2.0\"><body><outline text=\"Söka\"><outline text=\"Googlar\"/></outline></body></opml>";
        let (kind, found) = read(table).unwrap();
        assert!(matches!(kind, ImportKind::Table(form) if form.separator == ';'), "{kind:?}");
        assert_eq!(
            (found.project.title.as_str(), found.project.journeys[0].lanes.len()),
            ("Karta", 2)
        );
        for (text, expected) in [
            (outline, ImportKind::Markdown),
            (mermaid, ImportKind::Mermaid),
            (opml, ImportKind::Opml),
        ] {
            let (kind, found) = read(text).unwrap();
            assert_eq!(kind, expected);
            assert_eq!(found.project.journeys[0].phases[0].title, "Söka", "{text}");
        }
        assert_eq!(read(" \n").err(), Some(ImportError::Empty));
        let others = [
            ("flowchart LR\n A --> B", SeemsToBe::Diagram("flowchart".into())),
            ("%PDF-1.7", SeemsToBe::File("PDF".into())),
            ("Bara en text, utan något annat.", SeemsToBe::Unknown),
        ];
        for (text, expected) in others {
            assert_eq!(read(text).err(), Some(ImportError::Other(expected)), "{text}");
        }
    }

    #[test]
    fn what_found_no_place_is_told_with_its_cell() {
        let (_, found) =
            read("Fas;Köp;Efter;Sen\nKänsla;-1;vet inte;2\nTankar;Dyrt;Bra;Jo").unwrap();
        let told = Remark {
            at: SourcePlace::Cell(String::new(), "C2".into()),
            kind: RemarkKind::Parked,
            said: "vet inte".into(),
        };
        assert_eq!(found.remarks, [told]);
        assert_eq!(found.project.parked[0].text, "vet inte");
    }
}
