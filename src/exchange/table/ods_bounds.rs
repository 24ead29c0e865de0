//! How far the sheets of an ODS file claim to reach: a cell may say that it is repeated a million times,
//! in a row that is, too.

use super::sheet::CELLS_MAX;
use crate::exchange::ImportError;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::{BufReader, Cursor};
use zip::ZipArchive;

/// Refuses a file whose sheets claim to hold more cells than can be read.
#[expect(clippy::wildcard_enum_match_arm, reason = "the enum is not ours: of all events few count")]
pub(super) fn within(bytes: &[u8]) -> Result<(), ImportError> {
    let broken = |why: String| ImportError::Damaged(None, why);
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(error.to_string()))?;
    let part = zip.by_name("content.xml").map_err(|error| broken(error.to_string()))?;
    let mut reader = Reader::from_reader(BufReader::new(part));
    let (mut buffer, mut all) = (Vec::new(), 0_usize);
    // Of the row that is read: how often it is there, how wide it is, and how wide up to its last text.
    let (mut times, mut wide, mut filled) = (1_usize, 0_usize, 0_usize);
    loop {
        let event =
            reader.read_event_into(&mut buffer).map_err(|error| broken(error.to_string()))?;
        match event {
            Event::Eof => return Ok(()),
            Event::Start(tag) if is_cell(&tag) => {
                wide = wide.saturating_add(repeated(&tag, b"table:number-columns-repeated"));
                filled = wide;
            }
            Event::Empty(tag) if is_cell(&tag) => {
                wide = wide.saturating_add(repeated(&tag, b"table:number-columns-repeated"));
            }
            Event::Start(tag) if tag.name().as_ref() == b"table:table-row" => {
                (times, wide, filled) = (repeated(&tag, b"table:number-rows-repeated"), 0, 0);
            }
            Event::End(tag) if tag.name().as_ref() == b"table:table-row" => {
                all = all.saturating_add(times.saturating_mul(filled));
                if all > CELLS_MAX {
                    return Err(ImportError::TooLarge(all, CELLS_MAX));
                }
            }
            _ => {}
        }
        buffer.clear();
    }
}

fn is_cell(tag: &BytesStart<'_>) -> bool {
    matches!(tag.name().as_ref(), b"table:table-cell" | b"table:covered-table-cell")
}

fn repeated(tag: &BytesStart<'_>, name: &[u8]) -> usize {
    let said = tag.attributes().flatten().find(|one| one.key.as_ref() == name);
    let said = said.and_then(|one| std::str::from_utf8(&one.value).ok()?.parse().ok());
    said.unwrap_or(1)
}
