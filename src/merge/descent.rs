//! Does a copy come from a version that was kept? Files say nothing of what they were made from, but
//! what a version had that the one before it had not shows in all that come from it.

use super::table::{ROOT, Register, ThingRow, row};
use crate::model::Project;

/// Does `copy` come from `version`, which came after `before`? True where something that changed from
/// one to the other is in the copy as it became, and nothing is as it was before. Somebody who has
/// taken one of these changes back looks like one who never had it: then the answer is no, and an
/// older version is asked for.
pub fn comes_from(copy: &Project, version: &Project, before: &Project) -> bool {
    let mut register = Register::of(&[before, version, copy]);
    let [before, version, copy] = [before, version, copy].map(|project| register.rows(project));
    let mut shows = false;
    // The project itself says when it was edited: of another day that is another.
    for number in ROOT + 1..register.len() {
        let [was, became, is] = [&before, &version, &copy].map(|rows| row(rows, number));
        if same(was, became) {
            continue;
        }
        if same(is, became) {
            shows = true;
        } else if same(is, was) {
            return false;
        }
    }
    shows
}

fn same(one: Option<&ThingRow>, other: Option<&ThingRow>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.same(other),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::parse;

    #[test]
    fn a_copy_comes_from_what_it_shows() {
        let map = |text: &str| parse(text).0;
        let old = map("A: s t\nL: a / b");
        let version = map("A: s t\nL: a c / b d");
        let rows = [
            // Changed since, elsewhere or here.
            ("A: s t\nL: a c e / b d", true),
            ("A: s t\nL: c / a b d", true),
            ("A: s t\nL: a / c b d", true),
            // Made before it.
            ("A: s t\nL: a e / b", false),
            // Some of it is missing: nobody knows whether it was ever there.
            ("A: s t\nL: a c / b", false),
            ("A: s t\nL: a / b", false),
        ];
        for (copy, expected) in rows {
            assert_eq!(comes_from(&map(copy), &version, &old), expected, "{copy}");
        }
        // Nothing changed: nothing shows it.
        assert!(!comes_from(&version, &old, &old));
    }
}
