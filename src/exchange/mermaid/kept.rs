//! How does the whole map go along in comments that Mermaid skips, and come back?
//!
//! `%% kundresa: 1 BYTES CHECK`, then lines of `%% kundresa: ` with base 64 of deflated JSON. The bytes are
//! those of the JSON, the check is its CRC-32 in hex. Mermaid takes comments out before it measures how
//! long a text is (`preprocessDiagram` in `packages/mermaid/src/preprocess.ts`, `maxTextSize`).

use super::blocks::NumberedLine;
use crate::model::{Id, Project};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::read::{DeflateDecoder, DeflateEncoder};
use serde::{Deserialize, Serialize};
use std::io::Read;

/// What our comments begin with, after `%%`.
const MARK: &str = "kundresa:";
/// The form that this version writes and reads.
const FORM: &str = "1";
/// How many signs of base 64 stand on a line: with what stands before them it is under 100.
const PIECE: usize = 84;
/// The JSON has at most so many bytes.
const JSON_BYTES_MAX: u64 = 64_000_000;

/// What goes along.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Kept {
    /// The text as it was written, without comments: what differs from it was changed since.
    pub visible: String,
    /// The names in it, and whose they are.
    pub actors: Vec<(String, Id)>,
    /// The map, with all that it refers to.
    pub project: Project,
}

/// Is a comment, without its `%%`, one of ours?
pub(super) fn is_ours(comment: &str) -> bool {
    comment.trim_start().starts_with(MARK)
}

/// The comment lines; one that says so where it is too much to be read again.
pub(super) fn written(kept: &Kept) -> String {
    let json = serde_json::to_vec(kept).unwrap_or_default();
    if json.is_empty() || json.len() as u64 > JSON_BYTES_MAX {
        return format!("%% {MARK} 0\n");
    }
    let mut packed = Vec::new();
    // Reading from memory does not fail.
    drop(DeflateEncoder::new(json.as_slice(), Compression::best()).read_to_end(&mut packed));
    let mut out = format!("%% {MARK} {FORM} {} {:08x}\n", json.len(), check(&json));
    let packed = STANDARD.encode(packed);
    let mut rest = packed.as_str();
    while !rest.is_empty() {
        let (piece, more) = rest.split_at_checked(PIECE).unwrap_or((rest, ""));
        out.push_str(&format!("%% {MARK} {piece}\n"));
        rest = more;
    }
    out
}

/// What came along in these comments; none: nothing did.
///
/// # Errors
/// The line from which on it is not whole.
pub(super) fn read(lines: &[NumberedLine]) -> Result<Option<Kept>, usize> {
    let Some((first, head)) = lines.first() else { return Ok(None) };
    let said =
        |comment: &str| comment.trim().strip_prefix(MARK).unwrap_or_default().trim().to_owned();
    let head = said(head);
    let mut parts = head.split_whitespace();
    let form = parts.next();
    let bytes: Option<u64> = parts.next().and_then(|bytes| bytes.parse().ok());
    let sum = parts.next().and_then(|sum| u32::from_str_radix(sum, 16).ok());
    let (Some(bytes), Some(sum)) = (bytes.filter(|bytes| *bytes <= JSON_BYTES_MAX), sum) else {
        return Err(*first);
    };
    if form != Some(FORM) {
        return Err(*first);
    }
    let packed: String = lines.iter().skip(1).map(|(_, comment)| said(comment)).collect();
    let packed = STANDARD.decode(packed).map_err(|_| *first)?;
    let mut json = Vec::new();
    let mut inflated = DeflateDecoder::new(packed.as_slice()).take(bytes + 1);
    inflated.read_to_end(&mut json).map_err(|_| *first)?;
    if json.len() as u64 != bytes || check(&json) != sum {
        return Err(*first);
    }
    serde_json::from_slice(&json).map(Some).map_err(|_| *first)
}

fn check(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<NumberedLine<'_>> {
        text.lines().enumerate().map(|(at, line)| (at + 1, line.trim_start_matches('%'))).collect()
    }

    /// The check in a header.
    fn sum(text: &str) -> u32 {
        let said = text.lines().next().and_then(|line| line.split(' ').next_back());
        u32::from_str_radix(said.unwrap(), 16).unwrap()
    }

    #[test]
    fn what_goes_along_comes_back_or_is_found_damaged() {
        let project = Project { title: "Åka & äta".into(), ..Project::default() };
        let kept = Kept { visible: "journey\n".repeat(99), project, ..Kept::default() };
        let text = written(&kept);
        assert!(text.lines().all(|line| line.len() <= 100 && line.starts_with("%% kundresa: ")));
        let back = read(&lines(&text)).unwrap().unwrap();
        assert_eq!((back.project, back.visible), (kept.project, kept.visible));
        assert!(read(&[]).unwrap().is_none());

        let damaged = [
            text.replacen("kundresa: 1", "kundresa: 2", 1),
            text.lines().take(2).collect(),
            text.lines().skip(1).collect::<Vec<_>>().join("\n"),
            text.replacen("\n%% kundresa: ", "\n%% kundresa: A", 1),
            text.replacen("\n%% kundresa: ", "\n%% kundresa: åäö", 1),
            // All is there, but not what was written.
            text.replacen(&format!("{:08x}", sum(&text)), "00000000", 1),
            "%% kundresa: 0\n".into(),
            "%% kundresa: 1 99999999999 00000000\n".into(),
            format!("{text}{text}"),
        ];
        for text in damaged {
            assert_eq!(read(&lines(&text)).unwrap_err(), 1, "{text}");
        }
    }

    #[test]
    fn no_more_is_unpacked_than_was_said() {
        let mut packed = Vec::new();
        let zeros = vec![b' '; 5_000_000];
        DeflateEncoder::new(zeros.as_slice(), Compression::best())
            .read_to_end(&mut packed)
            .unwrap();
        let packed = STANDARD.encode(packed);
        let text = format!("%% kundresa: 1 20 00000000\n%% kundresa: {packed}\n");
        assert!(read(&lines(&text)).is_err());
    }
}
