//! Cards to and from the system's clipboard.
use super::super::{Document, Message};
use crate::edit::Spot;
use crate::words::Words;
/// Puts the selected cards on the clipboard.
pub fn copy(_doc: &Document, _cut: bool, _out: &mut Vec<Message>) {}
/// Puts in what was on the clipboard.
pub fn paste(_text: &str, _spot: Option<Spot>, _doc: &mut Document, _words: &Words, _out: &mut Vec<Message>) {}
