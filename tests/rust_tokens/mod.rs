//! Splits Rust code into words, texts, numbers and signs, and tells which of them are tests.
//! As much of the language as the rules of the house need.

/// A piece of code.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// What it is.
    pub kind: Kind,
    /// As it is written; a text without its quotes.
    pub text: String,
    /// Counted from 1.
    pub line: usize,
    /// It stands below `#[cfg(test)]` or `#[test]`.
    pub in_test: bool,
    /// The modules within the file it stands in.
    pub modules: Vec<String>,
}

/// What a piece of code is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or a keyword.
    Word,
    /// What stands in quotes.
    Text,
    /// A number.
    Number,
    /// A bracket, an operator: one character, but for `::`.
    Sign,
}

impl Token {
    /// Is it this word or sign?
    pub(crate) fn is(&self, text: &str) -> bool {
        self.text == text && matches!(self.kind, Kind::Word | Kind::Sign)
    }
}

/// `#[cfg(test)]` in pieces.
pub(crate) const CFG_TEST: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
/// `#[test]` in pieces.
const TEST: [&str; 4] = ["#", "[", "test", "]"];

/// Do these pieces stand at `index`?
pub(crate) fn at(tokens: &[Token], index: usize, pieces: &[&str]) -> bool {
    let there = tokens.get(index..index + pieces.len());
    there.is_some_and(|there| there.iter().zip(pieces).all(|(token, piece)| token.is(piece)))
}

/// The code without comments.
pub(crate) fn tokens(code: &str) -> Vec<Token> {
    let mut tokens = split(code);
    mark_tests(&mut tokens);
    mark_modules(&mut tokens);
    tokens
}

fn split(code: &str) -> Vec<Token> {
    let chars: Vec<char> = code.chars().collect();
    let peek = |at: usize| chars.get(at).copied().unwrap_or('\0');
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut tokens = Vec::new();
    let (mut index, mut line) = (0, 1);
    while index < chars.len() {
        let start = index;
        let mut found = None;
        match (peek(index), peek(index + 1)) {
            ('/', '/') => index = end_where(&chars, index, |_, at| peek(at) == '\n'),
            ('/', '*') => index = end_of_comment(&chars, index),
            ('"', _) => {
                index = end_of_text(&chars, index);
                found = Some((Kind::Text, start + 1, index - 1));
            }
            ('r', '"' | '#') if raw_hashes(&chars, index).is_some() => {
                let hashes = raw_hashes(&chars, index).unwrap_or_default();
                let close: Vec<char> = std::iter::once('"').chain(vec!['#'; hashes]).collect();
                let body = index + hashes + 2;
                let end = end_where(&chars, body, |chars, at| chars[at..].starts_with(&close));
                index = (end + close.len()).min(chars.len());
                found = Some((Kind::Text, body, end));
            }
            // A lifetime is no text: 'a, but 'a' is.
            ('\'', next) if is_name(next) && peek(index + 2) != '\'' => {
                index = end_where(&chars, index + 1, |_, at| !is_name(peek(at)));
            }
            ('\'', next) => {
                let body = if next == '\\' { index + 3 } else { index + 2 };
                index = end_where(&chars, body, |_, at| peek(at) == '\'') + 1;
            }
            (':', ':') => {
                index += 2;
                found = Some((Kind::Sign, start, index));
            }
            (c, _) if c.is_ascii_digit() => {
                index = end_where(&chars, index, |_, at| !is_name(peek(at)) && peek(at) != '.');
                found = Some((Kind::Number, start, index));
            }
            (c, _) if is_name(c) => {
                index = end_where(&chars, index, |_, at| !is_name(peek(at)));
                found = Some((Kind::Word, start, index));
            }
            (c, _) => {
                index += 1;
                found = (!c.is_whitespace()).then_some((Kind::Sign, start, index));
            }
        }
        index = index.min(chars.len());
        if let Some((kind, from, to)) = found {
            let text = chars[from..to.clamp(from, chars.len())].iter().collect();
            tokens.push(Token { kind, text, line, in_test: false, modules: Vec::new() });
        }
        line += chars[start..index].iter().filter(|c| **c == '\n').count();
    }
    tokens
}

/// The first place from `index` on where `stop` holds, or the end.
fn end_where(chars: &[char], index: usize, stop: impl Fn(&[char], usize) -> bool) -> usize {
    (index..chars.len()).find(|at| stop(chars, *at)).unwrap_or(chars.len())
}

/// Comments between `/*` and `*/` nest.
fn end_of_comment(chars: &[char], start: usize) -> usize {
    let (mut depth, mut index) = (0, start);
    while index < chars.len() {
        match chars.get(index..index + 2) {
            Some(['/', '*']) => (depth, index) = (depth + 1, index + 2),
            Some(['*', '/']) => (depth, index) = (depth - 1, index + 2),
            _ => index += 1,
        }
        if depth == 0 {
            return index;
        }
    }
    index
}

/// After the closing quote; a backslash takes the next character with it.
fn end_of_text(chars: &[char], start: usize) -> usize {
    let mut index = start + 1;
    while let Some(c) = chars.get(index) {
        match c {
            '"' => return index + 1,
            '\\' => index += 2,
            _ => index += 1,
        }
    }
    chars.len() + 1
}

/// How many `#` stand between the `r` at `index` and its quote; none: it is a name.
fn raw_hashes(chars: &[char], index: usize) -> Option<usize> {
    let quote = end_where(chars, index + 1, |chars, at| chars[at] != '#');
    (chars.get(quote) == Some(&'"')).then(|| quote - index - 1)
}

/// Marks the item below each `#[cfg(test)]` and `#[test]`: to its `;` or its closing bracket.
fn mark_tests(tokens: &mut [Token]) {
    for start in 0..tokens.len() {
        let pieces = [&CFG_TEST[..], &TEST[..]].into_iter().find(|it| at(tokens, start, it));
        let Some(pieces) = pieces else { continue };
        let end = end_of_item(tokens, start + pieces.len());
        tokens[start..end].iter_mut().for_each(|token| token.in_test = true);
    }
}

/// After the item that begins at `start`.
fn end_of_item(tokens: &[Token], start: usize) -> usize {
    let mut depth = 0;
    for (index, token) in tokens.iter().enumerate().skip(start) {
        if ["{", "(", "["].iter().any(|open| token.is(open)) {
            depth += 1;
        } else if ["}", ")", "]"].iter().any(|close| token.is(close)) {
            depth -= 1;
        }
        if depth == 0 && (token.is("}") || token.is(";")) {
            return index + 1;
        }
    }
    tokens.len()
}

/// Marks what stands in `mod name { … }`.
fn mark_modules(tokens: &mut [Token]) {
    // For each open bracket whether it opened a module.
    let mut open: Vec<Option<String>> = Vec::new();
    for index in 0..tokens.len() {
        tokens[index].modules = open.iter().flatten().cloned().collect();
        if tokens[index].is("{") {
            let opens = index >= 2 && tokens[index - 2].is("mod");
            open.push(opens.then(|| tokens[index - 1].text.clone()));
        } else if tokens[index].is("}") {
            open.pop();
        }
    }
}
