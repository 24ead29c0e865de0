//! Which files lean on each other in a circle? Counted from the paths that files name, each followed
//! through re-exports to the file that defines it.

use crate::rust_tokens::{Kind, Token};
use crate::sources::{Source, from_root, imports, is_test_line};
use std::collections::{BTreeSet, HashMap};

/// A module's path from the crate's root.
type Module = Vec<String>;

/// What every module of the crate holds.
struct Modules {
    /// The file of each module, by its index.
    files: HashMap<Module, usize>,
    /// Under which name a module knows a path that it imports.
    brought: HashMap<(Module, String), Vec<Vec<String>>>,
    /// Paths whose every name a module imports (`use path::*`).
    globs: HashMap<Module, Vec<Vec<String>>>,
    /// The names that a module defines itself.
    defined: BTreeSet<(Module, String)>,
}

/// Files in which each leans on each other, directly or by others; those of one file are left out.
/// The largest first.
pub(crate) fn circles(sources: &[Source]) -> Vec<Vec<&str>> {
    let arrows = arrows(sources);
    let reached: Vec<Vec<bool>> = (0..sources.len()).map(|from| reach(&arrows, from)).collect();
    let mut done = vec![false; sources.len()];
    let mut found = Vec::new();
    for from in 0..sources.len() {
        if done[from] {
            continue;
        }
        let circle: Vec<usize> =
            (0..sources.len()).filter(|to| reached[from][*to] && reached[*to][from]).collect();
        circle.iter().for_each(|file| done[*file] = true);
        if circle.len() > 1 {
            found.push(circle.iter().map(|file| sources[*file].name.as_str()).collect());
        }
    }
    found.sort_by_key(|circle: &Vec<&str>| std::cmp::Reverse(circle.len()));
    found
}

/// The arrows from file to file, without those that tests draw.
pub(crate) fn arrows(sources: &[Source]) -> Vec<BTreeSet<usize>> {
    let modules = Modules::new(sources);
    let of = |(file, source): (usize, &Source)| {
        if source.is_test {
            return BTreeSet::new();
        }
        let paths = imports(source).into_iter().filter(|(line, _)| !is_test_line(source, *line));
        let leans = paths.filter_map(|(_, path)| modules.file_of(&source.modules(), &path, 0));
        let folder = source.name.strip_suffix("mod.rs");
        let is_inside = |to: &usize| folder.is_some_and(|it| sources[*to].name.starts_with(it));
        leans.filter(|to| *to != file && !is_inside(to)).collect()
    };
    sources.iter().enumerate().map(of).collect()
}

fn reach(arrows: &[BTreeSet<usize>], from: usize) -> Vec<bool> {
    let mut seen = vec![false; arrows.len()];
    let mut open = vec![from];
    while let Some(file) = open.pop() {
        for to in &arrows[file] {
            if !std::mem::replace(&mut seen[*to], true) {
                open.push(*to);
            }
        }
    }
    seen
}

impl Modules {
    fn new(sources: &[Source]) -> Self {
        let mut modules = Self {
            files: HashMap::new(),
            brought: HashMap::new(),
            globs: HashMap::new(),
            defined: BTreeSet::new(),
        };
        for (file, source) in sources.iter().enumerate() {
            if !source.is_test {
                modules.read(file, source);
            }
        }
        modules
    }

    fn read(&mut self, file: usize, source: &Source) {
        const ITEMS: [&str; 8] =
            ["struct", "enum", "fn", "const", "static", "trait", "type", "macro_rules"];
        self.files.insert(source.modules(), file);
        let tokens = &source.tokens;
        for (at, token) in tokens.iter().enumerate() {
            let home = [source.modules(), token.modules.clone()].concat();
            if token.is("use") {
                let mut found = Vec::new();
                tree(tokens, at + 1, &[], &mut found);
                for (name, path) in found {
                    let path = from_root(&path, &home);
                    match name {
                        Some(name) => {
                            self.brought.entry((home.clone(), name)).or_default().push(path);
                        }
                        None => self.globs.entry(home.clone()).or_default().push(path),
                    }
                }
            } else if token.kind == Kind::Word && ITEMS.contains(&token.text.as_str()) {
                let skip = if tokens.get(at + 1).is_some_and(|next| next.is("!")) { 2 } else { 1 };
                if let Some(name) = tokens.get(at + skip) {
                    self.defined.insert((home, name.text.clone()));
                }
            }
        }
    }

    /// The file that defines what a path names; none where it is outside the crate.
    /// `depth`: the re-exports followed so far.
    fn file_of(&self, home: &[String], path: &[String], depth: usize) -> Option<usize> {
        // Two modules may import all of each other.
        const DEPTH_MAX: usize = 8;
        if depth > DEPTH_MAX {
            return None;
        }
        let (mut module, rest) = match path.first()?.as_str() {
            "crate" | "kundresa" => (Vec::new(), &path[1..]),
            _ => (home.to_vec(), path),
        };
        for (step, name) in rest.iter().enumerate() {
            let inner = [module.clone(), vec![name.clone()]].concat();
            if self.files.contains_key(&inner) {
                module = inner;
                continue;
            }
            let key = (module.clone(), name.clone());
            if self.defined.contains(&key) {
                return self.file(&module);
            }
            let known = self.brought.get(&key).into_iter().flatten().cloned();
            let globs = self.globs.get(&module).into_iter().flatten();
            let known =
                known.chain(globs.map(|glob| [&glob[..], std::slice::from_ref(name)].concat()));
            // What follows belongs to what the name stands for.
            let mut known = known.map(|path| [&path[..], &rest[step + 1..]].concat());
            return known.find_map(|path| self.file_of(&module, &path, depth + 1));
        }
        // A module alone: what is used of it is named elsewhere.
        None
    }

    /// The file of a module, or of the module it is written in.
    fn file(&self, module: &[String]) -> Option<usize> {
        let outer = (0..=module.len()).rev().map(|length| &module[..length]);
        outer.into_iter().find_map(|module| self.files.get(module).copied())
    }
}

/// Follows the tree of a `use` that begins at `at`: names and their paths, no name for `*`.
/// Gives where it ends.
fn tree(
    tokens: &[Token],
    mut at: usize,
    stem: &[String],
    found: &mut Vec<(Option<String>, Vec<String>)>,
) -> usize {
    let mut path = stem.to_vec();
    while let Some(token) = tokens.get(at) {
        at += 1;
        if token.is("{") {
            while tokens.get(at).is_some_and(|token| !token.is("}")) {
                at = tree(tokens, at, &path, found);
                if tokens.get(at).is_some_and(|token| token.is(",")) {
                    at += 1;
                }
            }
            return at + 1;
        }
        if token.is("*") {
            found.push((None, path));
            return at;
        }
        let is_self = token.is("self") && !stem.is_empty() && path.len() == stem.len();
        if !is_self {
            path.push(token.text.clone());
        }
        if tokens.get(at).is_some_and(|token| token.is("::")) {
            at += 1;
            continue;
        }
        let mut name = path.last().cloned();
        if tokens.get(at).is_some_and(|token| token.is("as")) {
            name = tokens.get(at + 1).map(|token| token.text.clone());
            at += 2;
        }
        if name.is_some() {
            found.push((name, path));
        }
        return at;
    }
    at
}

#[test]
fn circles_are_found_through_names_handed_on() {
    let file = |name, text| Source::new(name, text);
    let sources = [
        file("lib.rs", "pub mod a; pub mod b;"),
        file(
            "a/mod.rs",
            "mod tool; mod camera; pub use tool::Tool; pub(crate) use camera::{self as c, *};",
        ),
        file("a/tool.rs", "use super::Camera; pub struct Tool;"),
        file("a/camera.rs", "use crate::a::Tool; pub struct Camera;"),
        // Leans on a name that another file hands on, not on that file.
        file("b.rs", "use crate::a::Tool; fn f() { let a = crate::a::c::Camera; }"),
    ];
    assert_eq!(circles(&sources), [vec!["a/tool.rs", "a/camera.rs"]]);
    let arrows = arrows(&sources);
    assert_eq!(arrows[4], BTreeSet::from([2, 3]));
}
