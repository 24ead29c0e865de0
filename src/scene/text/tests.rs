use super::*;

const STYLE: TextStyle =
    TextStyle { face: Face::Medium, size: 13.0, line_height: 17.0, align: Align::Start };

fn lay(text: &str, width: Option<f32>) -> Arc<Text> {
    let text = TextEngine::new().layout(text, &STYLE, width);
    check(&text);
    text
}

fn lines(text: &Text) -> Vec<&str> {
    text.lines.iter().map(|line| &text.source[line.range.clone()]).collect()
}

/// What holds for every text.
fn check(text: &Text) {
    let mut at = 0;
    for line in &text.lines {
        assert_eq!(line.range.start, at, "lines follow on each other: {:?}", text.source);
        at = line.range.end;
        assert!(line.width.is_finite() && line.width <= text.size.x);
        let mut right = f32::MIN;
        for run in &line.runs {
            assert!(run.x >= right - 0.01, "runs overlap: {:?}", text.source);
            right = run.x + run.width;
            assert!(line.range.start <= run.range.start && run.range.end <= line.range.end);
            let said = &text.source[run.range.clone()];
            assert!(!said.contains(['\n', '\r']), "a run is of one line: {said:?}");
            for glyph in &run.glyphs {
                assert!(run.range.contains(&(glyph.at as usize)), "{:?}", text.source);
            }
        }
        let mut ranges: Vec<_> = line.runs.iter().map(|run| run.range.clone()).collect();
        ranges.sort_by_key(|range| range.start);
        assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start), "{:?}", text.source);
    }
    assert_eq!(at, text.source.len(), "every byte is in a line: {:?}", text.source);
    assert_eq!(text.size.y, text.lines.len() as f32 * 17.0);
}

#[test]
fn wraps() {
    #[rustfmt::skip]
    let table: &[(&str, f32, &[&str])] = &[
        ("", 100.0, &[""]),
        ("Skriver avtal", 200.0, &["Skriver avtal"]),
        ("Linjen står still igen, tredje veckan", 130.0, &["Linjen står still igen, ", "tredje veckan"]),
        ("förpackningsmaskinsleverantör", 110.0, &["förpackningsmas", "kinsleverantör"]),
        ("en förpackningsmaskinsleverantör", 120.0, &["en ", "förpackningsmaski", "nsleverantör"]),
        ("a\nb\r\nc\rd\u{2028}e", 100.0, &["a\n", "b\r\n", "c\r", "d\u{2028}", "e"]),
        ("\n\n", 100.0, &["\n", "\n", ""]),
        ("   ", 100.0, &["   "]),
        ("   ", 2.0, &["   "]),
        ("ord     ord", 26.0, &["ord     ", "ord"]),
        ("från 5\u{a0}000\u{a0}kr", 52.0, &["från ", "5\u{a0}000\u{a0}kr"]),
        ("😀😀😀", 30.0, &["😀😀", "😀"]),
        ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 1.0, &["👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"]),
        ("🇸🇪☝🏽1️⃣", 1.0, &["🇸🇪", "☝🏽", "1️⃣"]),
        ("e\u{301}a\u{308}", 1.0, &["e\u{301}", "a\u{308}"]),
        ("abc", 0.0, &["a", "b", "c"]),
        ("abc", -5.0, &["a", "b", "c"]),
        ("abc", f32::NAN, &["abc"]),
        ("abc", f32::INFINITY, &["abc"]),
        ("ab\u{200b}cd", 20.0, &["ab\u{200b}", "cd"]),
        ("a\u{200d}\u{2060}\u{feff}b", 100.0, &["a\u{200d}\u{2060}\u{feff}b"]),
        ("شبكة ווב", 100.0, &["شبكة ווב"]),
    ];
    let mut wrong = Vec::new();
    for (text, width, expected) in table {
        let laid = lay(text, Some(*width));
        if lines(&laid) != *expected {
            wrong.push(format!("{text:?} in {width}: {:?}", lines(&laid)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
