//! Would Mermaid itself take a text? Its lexer and grammar of journeys, rule by rule, for tests.
//!
//! After `preprocess.ts`, `utils.ts` (`encodeEntities`), `user-journey/parser/journey.jison` and
//! `user-journey/journeyDb.js` of mermaid 11, which differ from this nowhere that a text of ours reaches.

/// What Mermaid makes of a text, with codes as they are.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Parsed {
    pub title: String,
    pub description: String,
    pub sections: Vec<String>,
    /// The section, the name, the score as it stands and the actors of each task.
    pub tasks: Vec<(String, String, String, Vec<String>)>,
}

#[derive(Debug, PartialEq)]
enum Token {
    Newline,
    Journey,
    Title(String),
    AccTitle,
    AccDescr(String),
    Section(String),
    TaskName(String),
    TaskData(String),
}

/// What Mermaid makes of a text; why it does not take it.
pub(super) fn parse(text: &str) -> Result<Parsed, String> {
    let text = encoded(&without_comments(text)) + "\n";
    if ["C4Container", "C4Component", "C4Dynamic", "C4Deployment"]
        .iter()
        .any(|c4| text.contains(c4))
    {
        return Err("it is taken for C4".into());
    }
    let mut tokens = tokens(&text)?.into_iter();
    if tokens.next() != Some(Token::Journey) {
        return Err("it does not begin with journey".into());
    }
    let mut parsed = Parsed::default();
    while let Some(token) = tokens.next() {
        match token {
            Token::Newline | Token::AccTitle => {}
            Token::Title(title) => parsed.title = title,
            Token::AccDescr(text) => parsed.description = text,
            Token::Section(name) => parsed.sections.push(name),
            Token::TaskName(name) => {
                let Some(Token::TaskData(data)) = tokens.next() else {
                    return Err(format!("no data after {name}"));
                };
                let mut pieces = data[1..].split(':');
                let score = pieces.next().unwrap_or_default().trim().to_owned();
                let people =
                    pieces.next().map(|all| all.split(',').map(|one| one.trim().to_owned()));
                if pieces.next().is_some() {
                    return Err(format!("more than actors: {data}"));
                }
                let section = parsed.sections.last().cloned().unwrap_or_default();
                parsed.tasks.push((section, name, score, people.into_iter().flatten().collect()));
            }
            Token::Journey | Token::TaskData(_) => return Err(format!("not here: {token:?}")),
        }
    }
    Ok(parsed)
}

/// `cleanupComments`, and what would be read as a directive is refused: ours has none.
fn without_comments(text: &str) -> String {
    assert!(!text.contains("%%{") && !text.starts_with("---") && !text.contains('\r'));
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("%%"));
    lines.collect::<Vec<_>>().join("\n")
}

/// `encodeEntities`: codes are put aside; of lines with `style` and a code right after a colon the last
/// semicolon is lost, as there.
fn encoded(text: &str) -> String {
    for line in text.lines().filter(|line| line.contains("style") || line.contains("classDef")) {
        let after = line.match_indices(':').filter_map(|(at, _)| line.get(at + 1..));
        for after in after {
            let word =
                after.split_whitespace().next().filter(|_| !after.starts_with(char::is_whitespace));
            assert!(!word.is_some_and(|word| word.contains('#')), "it loses a sign: {line}");
        }
    }
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('#') {
        out.push_str(&rest[..at]);
        let name =
            rest[at + 1..].split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap();
        if !name.is_empty() && rest[at + 1 + name.len()..].starts_with(';') {
            out.push_str(&format!("ﬂ°{name}¶ß"));
            rest = &rest[at + name.len() + 2..];
        } else {
            out.push('#');
            rest = &rest[at + 1..];
        }
    }
    out + rest
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let line_end = rest.find('\n').unwrap_or(rest.len());
        let is =
            |word: &str| rest.get(..word.len()).is_some_and(|is| is.eq_ignore_ascii_case(word));
        let after = |word: &str| rest.get(word.len()..).unwrap_or_default();
        let until =
            |from: usize, ends: &[char]| rest[from..].find(ends).map_or(rest.len(), |at| from + at);
        // `word`, one white sign, and at least one more that is none of `ends`.
        let said = |word: &str, ends: &[char]| -> Option<usize> {
            let white = after(word).chars().next().filter(|c| is(word) && c.is_whitespace())?;
            let from = word.len() + white.len_utf8();
            Some(until(from, ends)).filter(|to| *to > from)
        };
        let spoken = |word: &str| {
            let rest = after(word).trim_start().strip_prefix(':').filter(|_| is(word))?;
            Some(rest.trim_start())
        };
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let is_comment = first == '%' && !rest.starts_with("%{");
        if is_comment || rest[first.len_utf8()..].starts_with("%%") {
            rest = &rest[line_end..];
        } else if first == '\n' {
            tokens.push(Token::Newline);
            rest = rest.trim_start_matches('\n');
        } else if first.is_whitespace() {
            rest = rest.trim_start();
            tokens.push(Token::Newline);
        } else if first == '#' {
            rest = &rest[line_end..];
        } else if is("journey") && !after("journey").starts_with(is_word) {
            tokens.push(Token::Journey);
            rest = after("journey");
        } else if let Some(to) = said("title", &['#', '\n', ';']) {
            tokens.push(Token::Title(rest[6..to].trim().into()));
            rest = &rest[to..];
        } else if let Some(value) = spoken("accTitle") {
            tokens.push(Token::AccTitle);
            rest = &value[value.find('\n').unwrap_or(value.len())..];
        } else if let Some(value) = spoken("accDescr") {
            let end = value.find('\n').unwrap_or(value.len());
            tokens.push(Token::AccDescr(value[..end].into()));
            rest = &value[end..];
        } else if let Some(to) = said("section", &['#', ':', '\n', ';']) {
            tokens.push(Token::Section(rest[8..to].into()));
            rest = &rest[to..];
        } else if !"#:\n;".contains(first) {
            let to = until(0, &['#', ':', '\n', ';']);
            tokens.push(Token::TaskName(rest[..to].trim().into()));
            rest = &rest[to..];
        } else if first == ':' && until(1, &['#', '\n', ';']) > 1 {
            let to = until(1, &['#', '\n', ';']);
            tokens.push(Token::TaskData(rest[..to].into()));
            rest = &rest[to..];
        } else {
            return Err(format!("invalid: {}", &rest[..line_end]));
        }
    }
    Ok(tokens)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_mermaid_takes_and_what_not() {
        // Each of these was given to mermaid 11.17.2.
        let taken = [
            "journey\n    title A\n    section B\n      C: 3: D, E\n      F: 5\n",
            "journey\n  section B\n  F: 5: A # note\n",
            "journey\n  A#58; B: 5\n",
            "journey\n%% c\n",
        ];
        let refused = [
            "journey\n  section Hej: du\n  A: 3\n",
            "journey\n  A#1: 3\n",
            "journey\n  A; B: 3\n",
            "journey\n  A\n",
            "journey\n  : 3\n",
            "journey\n  Journey: 3\n",
            "journey\n  title x: 3; b\n",
            "A: 3\n",
        ];
        for text in taken {
            assert!(parse(text).is_ok(), "{text}");
        }
        for text in refused {
            assert!(parse(text).is_err(), "{text}");
        }
    }
}
