//! Whoever performs what is asked for names each thing that can be asked: a new one is no program
//! until somebody does it.

use crate::rust_tokens::{Kind, Token};
use crate::sources::Source;
use std::collections::HashSet;

/// Where commands, messages and answers are done.
const DISPATCHERS: [&str; 3] = ["ui/shell/", "ui/canvas/perform.rs", "ui/present/act.rs"];

/// The enums of the program.
pub(crate) fn enums(sources: &[Source]) -> HashSet<String> {
    let pairs = sources.iter().flat_map(|source| source.tokens.windows(2));
    pairs.filter(|pair| pair[0].is("enum")).map(|pair| pair[1].text.clone()).collect()
}

/// Arms for whatever else there may be, in a match that names one of our enums.
pub(crate) fn catch_alls(source: &Source, ours: &HashSet<String>) -> Vec<(usize, String)> {
    let dispatches = |name: &str| DISPATCHERS.iter().any(|place| name.starts_with(place));
    if source.is_test || !dispatches(&source.name) {
        return Vec::new();
    }
    let tokens = &source.tokens;
    let matches = (0..tokens.len()).filter(|at| tokens[*at].is("match") && !tokens[*at].in_test);
    let mut faults = Vec::new();
    for at in matches {
        let patterns = patterns(tokens, at + 1);
        let is_ours = |pair: &[Token]| {
            pair[1].is("::") && (pair[0].is("Self") || ours.contains(&pair[0].text))
        };
        let names_ours = patterns.iter().any(|pattern| pattern.windows(2).any(is_ours));
        let all = patterns.iter().filter(|pattern| names_ours && is_catch_all(pattern));
        let text = "names one of our enums and has an arm for all else: name them";
        faults.extend(all.map(|pattern| (pattern[0].line, text.to_owned())));
    }
    faults
}

/// `_` or a name for whatever it is, without a condition.
fn is_catch_all(pattern: &[Token]) -> bool {
    let [only] = pattern else { return false };
    let is_name =
        only.kind == Kind::Word && only.text.starts_with(|c: char| c == '_' || c.is_lowercase());
    is_name && !only.is("true") && !only.is("false")
}

/// The patterns of the match of which `at` is the first token after the keyword, with conditions.
fn patterns(tokens: &[Token], at: usize) -> Vec<&[Token]> {
    let mut patterns = Vec::new();
    let Some(open) = find(tokens, at, |rest| rest[0].is("{")) else { return patterns };
    let mut at = open + 1;
    while tokens.get(at).is_some_and(|token| !token.is("}")) {
        let is_arrow =
            |rest: &[Token]| rest[0].is("=") && rest.get(1).is_some_and(|next| next.is(">"));
        let Some(arrow) = find(tokens, at, is_arrow) else { break };
        patterns.push(&tokens[at..arrow]);
        let body = arrow + 2;
        let is_block = tokens.get(body).is_some_and(|token| token.is("{"));
        let end = match is_block {
            true => end_of_group(tokens, body),
            false => find(tokens, body, |rest| rest[0].is(",") || rest[0].is("}")),
        };
        let Some(end) = end else { break };
        at = end + usize::from(tokens.get(end).is_some_and(|token| token.is(",")));
    }
    patterns
}

/// The first place from `at`, outside all brackets that open after it, where `is` holds.
fn find(tokens: &[Token], mut at: usize, is: impl Fn(&[Token]) -> bool) -> Option<usize> {
    while at < tokens.len() {
        if is(&tokens[at..]) {
            return Some(at);
        }
        at = end_of_group(tokens, at)?;
    }
    None
}

/// What follows the group that begins at `at`, or the one token that does.
fn end_of_group(tokens: &[Token], at: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (index, token) in tokens.iter().enumerate().skip(at) {
        if ["(", "[", "{"].iter().any(|open| token.is(open)) {
            depth += 1;
        } else if [")", "]", "}"].iter().any(|close| token.is(close)) {
            depth = depth.checked_sub(1)?;
        }
        if depth == 0 {
            return Some(index + 1);
        }
    }
    None
}
