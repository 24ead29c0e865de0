//! How do signs stand in a Mermaid text that Mermaid would read as its own?
//!
//! `#58;` and `#amp;` are a sign by its number and by its name in HTML; Mermaid puts them aside before
//! it reads a diagram and back when it is drawn (`encodeEntities`, `packages/mermaid/src/utils.ts`).
//! What must be written so follows from the lexer of journeys
//! (`packages/mermaid/src/diagrams/user-journey/parser/journey.jison`).

use crate::model::on_one_line;

/// Where a text stands, which says what must not stand in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SignPlace {
    /// After `title` and `accDescr`.
    Title,
    /// After `section`.
    Section,
    /// What a task is called.
    Task,
    /// One of those after a task's score.
    Actor,
}

/// Signs that are known by name, beside those by number.
const NAMES: &[(&str, char)] = &[
    ("amp", '&'),
    ("apos", '\''),
    ("colon", ':'),
    ("comma", ','),
    ("equals", '='),
    ("excl", '!'),
    ("gt", '>'),
    ("lbrace", '{'),
    ("lpar", '('),
    ("lsqb", '['),
    ("lt", '<'),
    ("nbsp", '\u{a0}'),
    ("num", '#'),
    ("percnt", '%'),
    ("period", '.'),
    ("quest", '?'),
    ("quot", '"'),
    ("rbrace", '}'),
    ("rpar", ')'),
    ("rsqb", ']'),
    ("semi", ';'),
    ("sol", '/'),
    ("aring", 'å'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("Aring", 'Å'),
    ("Auml", 'Ä'),
    ("Ouml", 'Ö'),
    ("eacute", 'é'),
    ("uuml", 'ü'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("euro", '€'),
    ("rarr", '→'),
    ("hearts", '♥'),
];

/// Words that a task must not begin with: they begin something else.
const KEYWORDS: [&str; 5] = ["title", "section", "journey", "accTitle", "accDescr"];

/// Words that make Mermaid take a text for a diagram of another kind, wherever they stand
/// (`packages/mermaid/src/diagrams/c4/c4Detector.ts`).
const OTHER_KINDS: [&str; 4] = ["C4Container", "C4Component", "C4Dynamic", "C4Deployment"];

/// A text on one line, as it may stand there.
pub(super) fn written(text: &str, place: SignPlace) -> String {
    let text = on_one_line(text);
    let has_codes = text.contains(['#', ';', '<', '&']) || text.contains("%%");
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = None;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let is_written_so = match sign {
            '#' | ';' | '<' => true,
            // In a title it may stand, but of `style:a#35;` Mermaid takes the last sign away.
            ':' => place != SignPlace::Title || has_codes || before.is_none(),
            // Wide ones are read as the others are.
            '：' => place != SignPlace::Title,
            ',' | '，' | '、' => place == SignPlace::Actor,
            // Titles are cleaned as HTML, which writes it as `&amp;` once more than is read.
            '&' => place == SignPlace::Title,
            // Two of them, or one at the beginning, begin a comment.
            '%' => matches!(before, None | Some('%')) || signs.peek() == Some(&'%'),
            _ => false,
        };
        match sign {
            '&' if is_written_so => out.push_str("#amp;"),
            '<' => out.push_str("#lt;"),
            _ if is_written_so => push_code(&mut out, sign),
            _ => out.push(sign),
        }
        before = Some(sign);
    }
    if place == SignPlace::Task && KEYWORDS.iter().any(|word| begins_with(&out, word)) {
        out = first_as_code(&out);
    }
    OTHER_KINDS.iter().fold(out, |out, word| out.replace(word, &first_as_code(word)))
}

fn push_code(out: &mut String, sign: char) {
    out.push_str(&format!("#{};", u32::from(sign)));
}

fn first_as_code(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 6);
    let mut signs = text.chars();
    if let Some(first) = signs.next() {
        push_code(&mut out, first);
    }
    out.push_str(signs.as_str());
    out
}

/// Does a text begin with a word as Mermaid knows them: in letters of any case, and no letter of ASCII
/// after it?
fn begins_with(text: &str, word: &str) -> bool {
    let start = text.get(..word.len());
    let after = text.get(word.len()..).and_then(|rest| rest.chars().next());
    start.is_some_and(|start| start.eq_ignore_ascii_case(word))
        && after.is_none_or(|sign| !sign.is_ascii_alphanumeric() && sign != '_')
}

/// The sign that a text begins with the code of, and how many bytes that is.
pub(super) fn code(text: &str) -> Option<(char, usize)> {
    let rest = text.strip_prefix('#')?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '+')?;
    let name = rest.get(..end)?;
    if !rest.get(end..)?.starts_with(';') {
        return None;
    }
    let digits = name.strip_prefix('+').unwrap_or(name);
    let sign = match digits.parse::<u32>() {
        Ok(number) => char::from_u32(number).filter(|sign| !sign.is_control()),
        Err(_) => NAMES.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign),
    };
    Some((sign?, end + 2))
}

/// What a text says: signs for their codes, a space for `<br>`, and one space between words.
pub(super) fn read(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let (sign, length) = match sign {
            '#' => code(rest).unwrap_or((sign, 1)),
            '<' => line_break(rest).map_or((sign, 1), |length| (' ', length)),
            _ => (sign, sign.len_utf8()),
        };
        out.push(sign);
        rest = rest.get(length..).unwrap_or_default();
    }
    on_one_line(&out)
}

/// How long the `<br>` is that a text begins with.
fn line_break(text: &str) -> Option<usize> {
    let inner = text.get(..3).filter(|start| start.eq_ignore_ascii_case("<br"))?;
    let rest = text.get(inner.len()..)?;
    let end = rest.find('>')?;
    matches!(rest.get(..end)?.trim(), "" | "/").then_some(inner.len() + end + 1)
}

/// Does it hold a sign that Mermaid does not take for a part of a text?
pub(super) fn has_own_signs(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(['#', ';']) {
        rest = rest.get(at..).unwrap_or_default();
        match code(rest) {
            Some((_, length)) => rest = rest.get(length..).unwrap_or_default(),
            None => return true,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_mermaid_would_read_as_its_own_is_written_by_its_number() {
        let rows = [
            ("Ringer kl 10:30; sen #1", SignPlace::Task, "Ringer kl 10#58;30#59; sen #35;1"),
            ("Dag 1: ute", SignPlace::Title, "Dag 1: ute"),
            ("Livsstyle:a#b & c", SignPlace::Title, "Livsstyle#58;a#35;b #amp; c"),
            ("Sälj & marknad", SignPlace::Section, "Sälj & marknad"),
            ("Anna, köpare", SignPlace::Actor, "Anna#44; köpare"),
            ("Anna, köpare", SignPlace::Task, "Anna, köpare"),
            ("% av 20 % av 5%% %{", SignPlace::Task, "#37; av 20 % av 5#37;#37; %{"),
            ("%%{init}%%", SignPlace::Task, "#37;#37;{init}#37;#37;"),
            ("Title saknas", SignPlace::Task, "#84;itle saknas"),
            ("journeyman", SignPlace::Task, "journeyman"),
            ("Journey", SignPlace::Task, "#74;ourney"),
            ("Title saknas", SignPlace::Section, "Title saknas"),
            ("<b>C4Container", SignPlace::Task, "#lt;b>#67;4Container"),
            (" a\n\tb\u{2028}c ", SignPlace::Section, "a b c"),
            ("", SignPlace::Task, ""),
        ];
        for (text, place, expected) in rows {
            let found = written(text, place);
            assert_eq!(found, expected, "{text}");
            assert_eq!(read(&found), on_one_line(text), "it is read as it was");
        }
    }

    #[test]
    fn codes_are_read() {
        let rows = [
            ("I #9829; you#colon; #auml;r", "I ♥ you: är"),
            ("a<br/>b<BR >c<br", "a b c<br"),
            ("#nosuch; #0; #99999999; #35 #", "#nosuch; #0; #99999999; #35 #"),
        ];
        for (text, expected) in rows {
            assert_eq!(read(text), expected);
        }
        assert!(!has_own_signs("a #35; b #colon;"));
        assert!(has_own_signs("a #35; #b") && has_own_signs("a;") && has_own_signs("#nosuch;"));
    }
}
