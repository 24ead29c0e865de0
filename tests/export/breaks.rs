//! Line breaks of every kind are one kind, and what cannot be shown is left out, in all formats.

use super::{bytes, hard};
use kundresa::export::{Format, Options};
use kundresa::model::plain_text;
use std::sync::Arc;

const TEXT: &str = "Boka tid\u{b}på nätet\u{7}\u{c}idag\u{85}eller\u{2028}i morgon\u{2029}klockan\r\n\
                    tio\u{ffff}\u{fdd0}";

#[test]
fn each_kind_of_line_break_looks_alike_in_all_formats() {
    use Format::{Csv, Html, Markdown, Pdf, Png, Pptx, Svg, Xlsx};
    // The same text in each part of a map.
    let (given, meant) = (Arc::new(hard::map(&[TEXT])), Arc::new(hard::map(&[&plain_text(TEXT)])));
    assert_ne!(given, meant);
    let map = [Pdf, Png, Svg, Html, Xlsx, Csv, Markdown].map(|format| (format, false));
    for (format, story) in map.into_iter().chain([(Pptx, true), (Pdf, true)]) {
        let options = Options { story, notes: true, real_text: true, ..Options::default() };
        let write = |project| bytes(project, format, &options).unwrap();
        assert!(write(&given) == write(&meant), "{format:?}, pages: {story}");
    }
}
