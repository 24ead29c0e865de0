//! What does a line of Markdown say, without its marks?
//!
//! After CommonMark 0.31 (<https://spec.commonmark.org/0.31.2/#inlines>), without reference links.

use quick_xml::escape::resolve_predefined_entity;

/// A link or a tag is looked for within so many bytes.
const SPAN_MAX: usize = 2_000;

/// A text without its marks; `<br>` is a line break.
pub(super) fn plain(text: &str) -> String {
    let parts = emphasised(parts(text));
    parts.into_iter().map(|part| part.text).collect()
}

/// A text without tags of HTML; `<br>` is a line break.
pub(super) fn without_tags(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        out.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let (said, length) = tag(rest).unwrap_or_else(|| ("<".to_owned(), 1));
        out.push_str(&said);
        rest = rest.get(length..).unwrap_or_default();
    }
    out + rest
}

/// What stands in bold before a text, and the text: `**Label:** text`, `**Label**: text`,
/// `**Label** – text`, `**Label**`.
pub(super) fn labelled(text: &str) -> (String, String) {
    let none = || (String::new(), plain(text));
    let Some((inner, rest)) = bold(text) else { return none() };
    let after = rest.trim_start();
    let dash = ["– ", "— ", "- "].into_iter().find_map(|dash| after.strip_prefix(dash));
    let rest = match (inner.strip_suffix([':', '：']), after.strip_prefix([':', '：'])) {
        (Some(inner), _) => return (plain(inner).trim().to_owned(), plain(after)),
        (None, Some(rest)) => rest.trim_start(),
        (None, None) if after.is_empty() => after,
        (None, None) if inner.ends_with('.') && !inner.ends_with("\\.") => after,
        (None, None) => match dash {
            Some(rest) => rest,
            None => return none(),
        },
    };
    (plain(inner).trim().to_owned(), plain(rest))
}

/// What is bold at the beginning, and what comes after it.
fn bold(text: &str) -> Option<(&str, &str)> {
    let mark = ["**", "__"].into_iter().find(|mark| text.starts_with(mark))?;
    let inner = text.get(mark.len()..)?;
    if inner.starts_with(char::is_whitespace) || inner.starts_with('*') {
        return None;
    }
    let ends = |at: &usize| {
        let before = inner.get(..*at).unwrap_or_default();
        let slashes = before.len() - before.trim_end_matches('\\').len();
        slashes % 2 == 0 && !before.is_empty() && !before.ends_with(char::is_whitespace)
    };
    let end = inner.match_indices(mark).map(|(at, _)| at).find(ends)?;
    Some((inner.get(..end)?, inner.get(end + mark.len()..)?))
}

/// A part of a line.
struct OutlinePart {
    text: String,
    /// Marks of emphasis, if it is such, and whether they may open or close one.
    marks: Option<(bool, bool)>,
}

/// Takes text, links, code and marks apart.
fn parts(text: &str) -> Vec<OutlinePart> {
    let mut parts: Vec<OutlinePart> = Vec::new();
    let mut rest = text;
    let mut before = ' ';
    while let Some(sign) = rest.chars().next() {
        let (said, length) = match sign {
            '\\' => escaped(rest),
            '`' => code(rest),
            '[' | '!' => link(rest),
            '<' => tag(rest),
            '&' => entity(rest),
            '*' | '_' | '~' => {
                let length = rest.len() - rest.trim_start_matches(sign).len();
                let after = rest.get(length..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
                let marks = flanks(sign, length, before, after);
                parts.push(OutlinePart { text: sign.to_string().repeat(length), marks });
                rest = rest.get(length..).unwrap_or_default();
                before = sign;
                continue;
            }
            _ => None,
        }
        .unwrap_or_else(|| (sign.to_string(), sign.len_utf8()));
        before = said.chars().next_back().unwrap_or(before);
        match parts.last_mut().filter(|part| part.marks.is_none()) {
            Some(part) => part.text.push_str(&said),
            None => parts.push(OutlinePart { text: said, marks: None }),
        }
        rest = rest.get(length..).unwrap_or_default();
    }
    parts
}

/// May marks open or close an emphasis, by what stands around them? Those within a word do not, of `_`.
fn flanks(mark: char, length: usize, before: char, after: char) -> Option<(bool, bool)> {
    let is_word = |c: char| c.is_alphanumeric();
    let within = mark == '_' && is_word(before) && is_word(after);
    if within || length > 3 || (mark == '~' && length != 2) {
        return None;
    }
    let (opens, closes) = (!after.is_whitespace(), !before.is_whitespace());
    (opens || closes).then_some((opens, closes))
}

/// Leaves out the marks that open an emphasis which is closed by the same.
fn emphasised(mut parts: Vec<OutlinePart>) -> Vec<OutlinePart> {
    let mut open: Vec<usize> = Vec::new();
    let mut pairs = Vec::new();
    for at in 0..parts.len() {
        let Some(part) = parts.get(at) else { break };
        let Some((opens, closes)) = part.marks else { continue };
        let same = |place: &usize| parts.get(*place).is_some_and(|one| one.text == part.text);
        // Few are open at a time where a text is meant so.
        let opener = open.iter().rev().take(16).position(same).filter(|_| closes);
        if let Some(back) = opener {
            let place = open.len() - 1 - back;
            pairs.extend([at, open.get(place).copied().unwrap_or(at)]);
            open.truncate(place);
        } else if opens {
            open.push(at);
        }
    }
    for at in pairs {
        if let Some(part) = parts.get_mut(at) {
            part.text.clear();
        }
    }
    parts
}

/// What a text begins with, as it is said, and how many bytes that is.
type Said = Option<(String, usize)>;

fn escaped(text: &str) -> Said {
    let sign = text.chars().nth(1).filter(char::is_ascii_punctuation)?;
    Some((sign.to_string(), 1 + sign.len_utf8()))
}

fn code(text: &str) -> Said {
    let length = text.len() - text.trim_start_matches('`').len();
    let mark = text.get(..length)?;
    let inner = text.get(length..)?;
    let end = within(inner).find(mark);
    let Some(end) = end else { return Some((mark.to_owned(), length)) };
    let said = inner.get(..end)?;
    let bare = said.strip_prefix(' ').and_then(|said| said.strip_suffix(' ')).unwrap_or(said);
    Some((bare.to_owned(), length * 2 + end))
}

/// `[text](address)` and `![text](address)`; the address is told where it says something else.
fn link(text: &str) -> Said {
    let is_image = text.starts_with('!');
    let inner = text.strip_prefix('!').unwrap_or(text).strip_prefix('[')?;
    let close = within(inner).find("](")?;
    let said = inner.get(..close)?;
    if said.contains('[') {
        return None;
    }
    let rest = inner.get(close + 2..)?;
    let (address, end) = match rest.strip_prefix('<') {
        Some(address) => {
            let end = within(address).find('>')?;
            (address.get(..end)?, address.get(end..)?.find(')')? + end + 1)
        }
        None => {
            let end = within(rest).find(')')?;
            (rest.get(..end)?.split_whitespace().next().unwrap_or_default(), end)
        }
    };
    let length = usize::from(is_image) + 1 + close + 2 + end + 1;
    let (said, address) = (plain_of_link(said), plain_of_link(address));
    let text = match said.is_empty() || said == address {
        true => address,
        false if is_image || address.is_empty() => said,
        false => format!("{said} ({address})"),
    };
    Some((text, length))
}

/// Within a link only signs with a backslash are told apart.
fn plain_of_link(text: &str) -> String {
    let mut out = String::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let next = signs.peek().copied().filter(|next| sign == '\\' && next.is_ascii_punctuation());
        if next.is_none() && !matches!(sign, '*' | '`') {
            out.push(sign);
        }
        out.extend(next.and_then(|_| signs.next()));
    }
    out
}

/// An address between angles, a line break, or a tag of HTML, which says nothing.
fn tag(text: &str) -> Said {
    let inner = text.strip_prefix('<')?;
    let end = within(inner).find('>')?;
    let said = inner.get(..end)?;
    let name = said.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next()?;
    let is_address =
        !said.contains(char::is_whitespace) && (said.contains("://") || said.contains('@'));
    let text = match name.to_ascii_lowercase().as_str() {
        _ if is_address => said.trim_start_matches("mailto:").replace("&amp;", "&"),
        "br" => "\n".to_owned(),
        "a" | "b" | "code" | "del" | "em" | "font" | "i" | "kbd" | "mark" | "p" | "s" | "small"
        | "span" | "strong" | "sub" | "sup" | "u" => String::new(),
        _ => return None,
    };
    Some((text, end + 2))
}

fn entity(text: &str) -> Said {
    let inner = text.strip_prefix('&')?;
    let end = inner.get(..inner.floor_char_boundary(12))?.find(';')?;
    let name = inner.get(..end)?;
    let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    let sign = number.and_then(char::from_u32).filter(|sign| !sign.is_control()).map(String::from);
    let known = || match name {
        "nbsp" => Some("\u{a0}".to_owned()),
        _ => resolve_predefined_entity(name).map(str::to_owned),
    };
    Some((sign.or_else(known)?, end + 2))
}

fn within(text: &str) -> &str {
    text.get(..text.floor_char_boundary(SPAN_MAX)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_not_said() {
        let rows = [
            ("**a** *b* _c_ __d__ ~~e~~ ***f***", "a b c d e f"),
            ("5 * 3 * 2, 2*3, a_b_c, snake_case_", "5 * 3 * 2, 2*3, a_b_c, snake_case_"),
            ("\\# \\*a\\* \\_ \\\\ 1\\. a", "# *a* _ \\ 1. a"),
            ("`a *b*` ``c`d``  `", "a *b* c`d  `"),
            ("[a](https://a.se) ![bild](b.png) [c](c)", "a (https://a.se) bild c"),
            ("[a b\\_](<https://a.se/a b_>)", "a b_ (https://a.se/a b_)"),
            ("<https://a.se/_x_> a<br>b <b>c</b> <x>", "https://a.se/_x_ a\nb c <x>"),
            ("a &amp; b &lt; &#229; &#xE4; &nope; AT&T;", "a & b < å ä &nope; AT&T;"),
            ("[ ] [x", "[ ] [x"),
            ("åäö 👩🏾‍⚕️", "åäö 👩🏾‍⚕️"),
        ];
        for (text, expected) in rows {
            assert_eq!(plain(text), expected, "{text}");
        }
    }

    #[test]
    fn labels_stand_in_bold_before_a_text() {
        let rows = [
            ("**Syfte:** se *hur*", ("Syfte", "se hur")),
            ("**Syfte**: se", ("Syfte", "se")),
            ("__Tankar__", ("Tankar", "")),
            ("**Anna** – 35 år", ("Anna", "35 år")),
            ("**En mening.** Och en till", ("En mening.", "Och en till")),
            ("**La\\*bel \\#:** f", ("La*bel #", "f")),
            ("**Fet** text", ("", "Fet text")),
            ("**inte klar", ("", "**inte klar")),
            ("ingen **fet:** här", ("", "ingen fet: här")),
        ];
        for (text, (label, said)) in rows {
            assert_eq!(labelled(text), (label.into(), said.into()), "{text}");
        }
    }

    #[test]
    fn hostile_lines_take_no_time() {
        for text in
            ["[".repeat(200_000), "*a ".repeat(100_000), "`a".repeat(100_000), "<".repeat(200_000)]
        {
            assert!(plain(&text).len() <= text.len());
        }
    }
}
