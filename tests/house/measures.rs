//! The house in figures: how long, how tangled, how large, and which names collide.

use crate::circles::circles;
use crate::rust_tokens::{Kind, Token};
use crate::sources::Source;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A function longer than this is counted as long.
const LONG: usize = 100;
/// A function that takes more than this is counted as wide.
const WIDE: usize = 7;

/// A function as it is written.
struct Function {
    name: String,
    lines: usize,
    parameters: usize,
}

/// What stands in the house, one line each.
pub(crate) fn measures(sources: &[Source]) -> String {
    let ours: Vec<&Source> = sources.iter().filter(|source| !source.is_test).collect();
    let lines = |source: &Source| source.text.lines().count();
    let mut text = String::new();
    let all: usize = ours.iter().map(|source| lines(source)).sum();
    let longest = ours.iter().max_by_key(|source| lines(source));
    let _ = writeln!(text, "lines of code                {all}");
    let _ = writeln!(text, "files                        {}", ours.len());
    if let Some(longest) = longest {
        let _ = writeln!(text, "longest file                 {} {}", lines(longest), longest.name);
    }
    let circles = circles(sources);
    let _ = writeln!(text, "circles of files             {}", circles.len());
    for circle in &circles {
        let _ =
            writeln!(text, "  {:>3} in {:<24} {}", circle.len(), common(circle), circle.join(" "));
    }
    let mut structs: Vec<(usize, String)> =
        ours.iter().flat_map(|source| structs(source)).collect();
    structs.sort_by(|a, b| b.cmp(a));
    for (fields, name) in structs.iter().take(3) {
        let _ = writeln!(text, "fields of                    {fields} {name}");
    }
    let functions: Vec<Function> = ours.iter().flat_map(|source| functions(source)).collect();
    let long: Vec<&Function> = functions.iter().filter(|it| it.lines > LONG).collect();
    let wide: Vec<&Function> = functions.iter().filter(|it| it.parameters > WIDE).collect();
    let _ = writeln!(text, "functions over {LONG} lines     {}", long.len());
    for it in &long {
        let _ = writeln!(text, "  {:>3} {}", it.lines, it.name);
    }
    let _ = writeln!(text, "functions that take over {WIDE}   {}", wide.len());
    for it in &wide {
        let _ = writeln!(text, "  {:>3} {}", it.parameters, it.name);
    }
    let types = shared_types(sources);
    let _ = writeln!(text, "types that share a name      {}", types.len());
    for (name, files) in &types {
        let _ = writeln!(text, "  {name}: {}", files.join(" "));
    }
    let files = shared_files(sources);
    let _ = writeln!(text, "file names more than thrice  {}", files.len());
    for (name, files) in &files {
        let _ = writeln!(text, "  {name}: {}", files.join(" "));
    }
    text
}

/// The folder that all files of a circle are in.
fn common(circle: &[&str]) -> String {
    let first: Vec<&str> = circle[0].split('/').collect();
    let shared = (0..first.len()).rev().find(|length| {
        let stem = first[..*length].join("/");
        circle.iter().all(|file| file.starts_with(&stem))
    });
    first[..shared.unwrap_or(0)].join("/")
}

/// Types that more than one file lets others name, with those files.
pub(crate) fn shared_types(sources: &[Source]) -> BTreeMap<String, Vec<&str>> {
    const TYPES: [&str; 4] = ["struct", "enum", "trait", "type"];
    let mut files: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for source in sources.iter().filter(|source| !source.is_test) {
        for (at, token) in source.tokens.iter().enumerate() {
            let is_type = TYPES.iter().any(|word| token.is(word)) && !token.in_test;
            let before = at.checked_sub(1).and_then(|before| source.tokens.get(before));
            // `pub struct`, `pub(crate) struct`.
            let is_shared = before.is_some_and(|token| token.is("pub") || token.is(")"));
            let name = source.tokens.get(at + 1).filter(|name| name.kind == Kind::Word);
            if let Some(name) = name.filter(|_| is_type && is_shared) {
                files.entry(name.text.clone()).or_default().push(&source.name);
            }
        }
    }
    files.retain(|_, files| files.len() > 1);
    files
}

/// File names that stand more than three times, with where.
pub(crate) fn shared_files(sources: &[Source]) -> BTreeMap<&str, Vec<&str>> {
    let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for source in sources {
        let name = source.name.rsplit('/').next().unwrap_or_default();
        files.entry(name).or_default().push(&source.name);
    }
    files.retain(|name, files| files.len() > 3 && !["mod.rs", "tests.rs"].contains(name));
    files
}

/// The structs of a file with the number of their fields.
fn structs(source: &Source) -> Vec<(usize, String)> {
    let tokens = &source.tokens;
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if !token.is("struct") || token.in_test {
            continue;
        }
        let Some(name) = tokens.get(at + 1) else { continue };
        let Some(open) =
            (at..tokens.len()).find(|at| ["{", ";", "("].iter().any(|it| tokens[*at].is(it)))
        else {
            continue;
        };
        if !tokens[open].is("{") {
            continue;
        }
        // A field is a word before a single colon at the struct's own depth.
        let fields = inside(tokens, open).filter(|(at, depth)| {
            *depth == 1 && tokens[*at].is(":") && tokens[at - 1].kind == Kind::Word
        });
        found.push((fields.count(), format!("{} in {}", name.text, source.name)));
    }
    found
}

/// The functions of a file, without those of its tests.
fn functions(source: &Source) -> Vec<Function> {
    let tokens = &source.tokens;
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if !token.is("fn") || token.in_test {
            continue;
        }
        // `fn(…)` is a type.
        let Some(name) = tokens.get(at + 1).filter(|token| token.kind == Kind::Word) else {
            continue;
        };
        let brackets = after_generics(tokens, at + 2);
        if !tokens.get(brackets).is_some_and(|token| token.is("(")) {
            continue;
        }
        let mut angle = 0;
        let mut parameters = 0;
        let mut end = brackets;
        for (at, depth) in inside(tokens, brackets) {
            end = at;
            let before = &tokens[at - 1];
            angle += i32::from(tokens[at].is("<"));
            angle -= i32::from(tokens[at].is(">") && !before.is("-"));
            let is_first = at == brackets + 1;
            let follows = before.is(",") && depth == 1 && angle == 0;
            parameters += usize::from(is_first || follows);
        }
        let Some(body) =
            (end + 1..tokens.len()).find(|at| tokens[*at].is("{") || tokens[*at].is(";"))
        else {
            continue;
        };
        let close = inside(tokens, body).last().map_or(body, |(at, _)| at + 1);
        let last = tokens.get(close).unwrap_or(&tokens[body]);
        found.push(Function {
            name: format!("{} in {}", name.text, source.name),
            lines: last.line + 1 - token.line,
            parameters,
        });
    }
    found
}

/// Past `<…>`, if that stands at `at`.
fn after_generics(tokens: &[Token], at: usize) -> usize {
    let mut depth = 0;
    for (index, token) in tokens.iter().enumerate().skip(at) {
        depth += i32::from(token.is("<"));
        depth -= i32::from(token.is(">") && !tokens[index - 1].is("-"));
        if depth == 0 {
            return if token.is(">") { index + 1 } else { index };
        }
    }
    tokens.len()
}

/// The tokens between the bracket at `open` and its closing one, each with its depth from 1.
fn inside(tokens: &[Token], open: usize) -> impl Iterator<Item = (usize, i32)> {
    let mut depth = 0;
    let is = |at: usize, signs: [&str; 3]| signs.iter().any(|sign| tokens[at].is(sign));
    let steps = (open..tokens.len()).scan((), move |(), at| {
        depth += i32::from(is(at, ["{", "(", "["]));
        depth -= i32::from(is(at, ["}", ")", "]"]));
        (depth > 0).then_some((at, depth))
    });
    steps.skip(1)
}

#[test]
fn functions_and_structs_are_measured() {
    let code = "struct A { a: Vec<(u8, u8)>, pub b: [u8; 2] }\nstruct B(u8);\n\
        fn f<T: Fn(u8, u8) -> u8>(a: (u8, u8), b: Map<u8, u8>, c: &dyn Fn(u8, u8) -> u8,) -> u8 {\n0\n}\n\
        fn g() {}";
    let source = Source::new("model/a.rs", code);
    assert_eq!(structs(&source), [(2, "A in model/a.rs".to_owned())]);
    let found: Vec<_> = functions(&source).iter().map(|it| (it.lines, it.parameters)).collect();
    assert_eq!(found, [(3, 3), (1, 0)]);
}
