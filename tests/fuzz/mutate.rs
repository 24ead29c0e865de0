//! How is an input changed by chance: bytes, texts, maps, copies of a map?

use crate::dice::Dice;
use crate::mutate_json;
use crate::texts;

/// Between the copies of a map in one input.
pub(crate) const BETWEEN: u8 = 0;

/// Bytes that no form is known of.
pub(crate) fn plain(input: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..=dice.roll(4) {
        bytes = bytes_changed(bytes, other, dice);
    }
    bytes
}

/// A text as people paste it.
pub(crate) fn text(input: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..=dice.roll(3) {
        bytes = match dice.roll(3) {
            0 => bytes_changed(bytes, other, dice),
            1 => {
                let at = dice.roll(bytes.len() + 1);
                let pasted = texts::pasted(dice);
                bytes.splice(at..at, pasted.into_bytes());
                bytes
            }
            _ => {
                let at = dice.roll(bytes.len() + 1);
                let sign =
                    *dice.one(&["\t", "\n", "\"", "\"\"", "\r", "• ", "1. ", "\u{a0}", "- "]);
                bytes.splice(at..at, sign.bytes());
                bytes
            }
        };
    }
    bytes
}

/// A map, or other JSON: most often its values, sometimes its text.
pub(crate) fn map(input: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = input.to_vec();
    if !dice.once_in(4) {
        bytes = mutate_json::changed(&bytes, other, dice).unwrap_or(bytes);
    }
    if dice.once_in(3) {
        bytes = bytes_changed(bytes, other, dice);
    }
    bytes
}

/// Copies of a map: some of them changed, and now and then the one they come from first, so that all
/// begin with the same.
pub(crate) fn copies(input: &[u8], other: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut parts: Vec<Vec<u8>> =
        input.split(|byte| *byte == BETWEEN).map(<[u8]>::to_vec).collect();
    let others: Vec<&[u8]> = other.split(|byte| *byte == BETWEEN).collect();
    if dice.once_in(4) {
        let first = map(&parts[0], others[0], dice);
        parts.fill(first);
    }
    for part in &mut parts {
        for _ in 0..dice.roll(3) {
            let other = *dice.one(&others);
            *part = mutate_json::changed(part, other, dice).unwrap_or_default();
        }
        part.retain(|byte| *byte != BETWEEN);
    }
    parts.join(&BETWEEN)
}

/// Bytes flipped, cut, doubled, exchanged, or put in from another input.
fn bytes_changed(mut bytes: Vec<u8>, other: &[u8], dice: &mut Dice) -> Vec<u8> {
    const SIGNS: &[u8] = b"{}[]\",:\\ \n\t!x0-9.eE\x00\x7f\x80\xc3\xed\xf0\xff";
    if bytes.is_empty() {
        return other.to_vec();
    }
    let at = dice.roll(bytes.len());
    let most = if dice.once_in(3) { bytes.len() - at } else { (bytes.len() - at).min(64) };
    let end = at + dice.roll(most + 1);
    match dice.roll(9) {
        0 => bytes[at] ^= 1 << dice.roll(8),
        1 => bytes[at] = *dice.one(SIGNS),
        2 => bytes[at] = dice.roll(256) as u8,
        3 => bytes.truncate(at),
        4 => drop(bytes.drain(at..end)),
        5 => {
            let part = bytes[at..end].to_vec();
            bytes.splice(end..end, part);
        }
        6 => {
            let from = dice.roll(other.len() + 1);
            let to = from + dice.roll((other.len() - from).min(2_000) + 1);
            bytes.splice(at..end, other[from..to].iter().copied());
        }
        7 => {
            let text = texts::typed(dice);
            bytes.splice(at..at, text.into_bytes());
        }
        _ => {
            // A line is left out, moved or doubled: in a file that is printed it is one value.
            let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
            let from = dice.roll(lines.len());
            let line = lines[from];
            match dice.roll(3) {
                0 => drop(lines.remove(from)),
                1 => lines.insert(dice.roll(lines.len()), line),
                _ => {
                    let to = dice.roll(lines.len());
                    lines.swap(from, to);
                }
            }
            bytes = lines.concat();
        }
    }
    bytes
}
