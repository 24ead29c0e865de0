//! The files of the program as the rules of the house read them: their tokens, and what they import.

use crate::rust_tokens::{self, Kind, Token, tokens};
use std::path::Path;

/// A file of the program.
pub(crate) struct Source {
    /// From `src`, with `/`: `scene/text.rs`.
    pub name: String,
    /// As it is written.
    pub text: String,
    /// Without comments.
    pub tokens: Vec<Token>,
    /// All of it is compiled for tests only.
    pub is_test: bool,
}

impl Source {
    pub(crate) fn new(name: &str, text: &str) -> Self {
        let tokens = tokens(text);
        Self { name: name.into(), text: text.into(), tokens, is_test: false }
    }

    /// `model` for `model/card.rs` and for `model.rs`.
    pub(crate) fn room(&self) -> &str {
        let first = self.name.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The modules it is in, from the crate's root: `[scene, text]` for `scene/text.rs`.
    pub(crate) fn modules(&self) -> Vec<String> {
        let path = self.name.strip_suffix(".rs").unwrap_or(&self.name);
        let mut modules: Vec<String> = path.split('/').map(str::to_owned).collect();
        if matches!(modules.last().map(String::as_str), Some("mod" | "lib" | "main")) {
            modules.pop();
        }
        modules
    }
}

/// All files of the program, with those marked that are compiled for tests only.
pub(crate) fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    read_folder(&root, &root, &mut sources).expect("src can be read");
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    let tests: Vec<Vec<String>> = sources.iter().flat_map(test_modules).collect();
    for source in &mut sources {
        let modules = source.modules();
        source.is_test = tests.iter().any(|test| modules.starts_with(test));
    }
    sources
}

fn read_folder(root: &Path, folder: &Path, sources: &mut Vec<Source>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            read_folder(root, &path, sources)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(root).unwrap_or(&path);
            let name = name.to_string_lossy().replace('\\', "/");
            sources.push(Source::new(&name, &std::fs::read_to_string(&path)?));
        }
    }
    Ok(())
}

/// Modules in files of their own that are declared below `#[cfg(test)]`.
fn test_modules(source: &Source) -> Vec<Vec<String>> {
    let tokens = &source.tokens;
    let declared = (0..tokens.len()).filter_map(|at| {
        let after = at + rust_tokens::CFG_TEST.len();
        let is_module = rust_tokens::at(tokens, at, &rust_tokens::CFG_TEST)
            && tokens.get(after)?.is("mod")
            && tokens.get(after + 2)?.is(";");
        is_module.then(|| [source.modules(), vec![tokens[after + 1].text.clone()]].concat())
    });
    declared.collect()
}

pub(crate) fn is_test_line(source: &Source, line: usize) -> bool {
    source.tokens.iter().any(|token| token.line == line && token.in_test)
}

/// All paths a file names, with their lines: those of `use` trees spread out, `super` and `self`
/// worked out, so that a path within the crate begins with `crate`.
pub(crate) fn imports(source: &Source) -> Vec<(usize, Vec<String>)> {
    let tokens = &source.tokens;
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let after_path = at > 0 && tokens[at - 1].is("::");
        let begins = tokens[at].kind == Kind::Word
            && !after_path
            && tokens.get(at + 1).is_some_and(|token| token.is("::"));
        if !begins {
            at += 1;
            continue;
        }
        let line = tokens[at].line;
        let home = [source.modules(), tokens[at].modules.clone()].concat();
        let mut paths = Vec::new();
        at = spread(tokens, at, &[], &mut paths);
        found.extend(paths.into_iter().map(|path| (line, from_root(&path, &home))));
    }
    // A bare `use egui as e;` has no `::`.
    for pair in tokens.windows(2) {
        if pair[0].is("use") && pair[1].kind == Kind::Word {
            found.push((pair[1].line, vec![pair[1].text.clone()]));
        }
    }
    found
}

/// Follows the tree of paths that begins at `at`; gives where it ends.
fn spread(tokens: &[Token], mut at: usize, stem: &[String], paths: &mut Vec<Vec<String>>) -> usize {
    let mut path = stem.to_vec();
    while let Some(token) = tokens.get(at) {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        if token.kind == Kind::Word {
            path.push(token.text.clone());
            at += 1;
        } else if token.is("{") && before.is_some_and(|token| token.is("::")) {
            at += 1;
            while tokens.get(at).is_some_and(|token| !token.is("}")) {
                let end = spread(tokens, at, &path, paths);
                // Whatever is no path (a comma, `*`) is stepped over.
                at = end.max(at + 1);
                if tokens.get(at - 1).is_some_and(|token| token.is("}")) && end < at {
                    at -= 1;
                    break;
                }
            }
            return at + 1;
        }
        if !tokens.get(at).is_some_and(|token| token.is("::")) {
            break;
        }
        at += 1;
    }
    if path.len() > stem.len() {
        paths.push(path);
    }
    at
}

/// The path from `crate`, where it is one within the crate.
pub(crate) fn from_root(path: &[String], home: &[String]) -> Vec<String> {
    let ups = path.iter().take_while(|part| *part == "super").count();
    let is_self = path.first().is_some_and(|first| first == "self");
    if ups == 0 && !is_self {
        return path.to_vec();
    }
    let kept = &home[..home.len().saturating_sub(ups)];
    [&["crate".to_owned()], kept, &path[ups.max(usize::from(is_self))..]].concat()
}
