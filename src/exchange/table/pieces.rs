//! What one cell says, apart: the things of a list in it, and the names.

use crate::model::words_of;

/// What stands before the things of a list.
const BULLETS: [char; 9] = ['•', '·', '▪', '●', '○', '◦', '‣', '-', '–'];
/// Things that `;` or `•` part on one line say at most so many characters each: what is longer are
/// sentences.
const SHORT: usize = 40;
/// A line of a list says at most so many characters.
const LINE: usize = 120;
/// So many names stand in a cell at most; more is a text.
const NAMES_MAX: usize = 12;
/// A name has at most so many words, and so many characters.
const NAME: (usize, usize) = (4, 40);

/// The things that a cell says, each to be a card. A text of several lines is one thing, unless each line
/// is marked, or begins as a new thing does.
pub(super) fn pieces(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let marked = |line: &&str| after_bullet(line).is_some();
    let begins = |line: &&str| {
        let first = line.chars().next();
        first.is_some_and(|c| !c.is_lowercase() && !",.)".contains(c))
            && line.chars().nth(LINE).is_none()
    };
    match lines.as_slice() {
        [] => Vec::new(),
        [one] => on_one_line(one),
        all if all.iter().all(marked) => {
            all.iter().filter_map(|line| after_bullet(line)).map(str::to_owned).collect()
        }
        all if all.iter().all(begins) && !all.iter().any(marked) => {
            all.iter().map(|line| (*line).to_owned()).collect()
        }
        // A list after its heading: the marked lines are its things, the others begin or go on with one.
        all if all.iter().filter(|line| marked(line)).count() > 1 => {
            let mut found: Vec<String> = Vec::new();
            let mut listed = false;
            for line in all {
                match (after_bullet(line), found.last_mut()) {
                    (Some(said), _) => {
                        found.push(said.to_owned());
                        listed = true;
                    }
                    (None, Some(last)) if listed || !begins(line) => {
                        last.push('\n');
                        last.push_str(line);
                    }
                    (None, _) => found.push((*line).to_owned()),
                }
            }
            found
        }
        _ => vec![text.trim().to_owned()],
    }
}

/// The things on one line, apart by `;` or bullets.
fn on_one_line(line: &str) -> Vec<String> {
    let line = after_bullet(line).unwrap_or(line);
    let apart = |c: char| c == ';' || c == '•' || c == '●' || c == '▪';
    let parts: Vec<&str> =
        line.split(apart).map(str::trim).filter(|part| !part.is_empty()).collect();
    let short = parts.iter().all(|part| part.chars().nth(SHORT).is_none());
    match parts.len() > 1 && short {
        true => parts.into_iter().map(str::to_owned).collect(),
        false => vec![line.to_owned()],
    }
}

/// What stands behind a bullet and a space, or behind one that is nothing else.
fn after_bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(BULLETS)?;
    let is_sign = rest.starts_with(char::is_whitespace) || !line.starts_with(['-', '–', '·']);
    let rest = rest.trim_start();
    (is_sign && !rest.is_empty()).then_some(rest)
}

/// The names in a cell: `Anna, Karim och Eva`; none where it says something else.
pub(super) fn names_in(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let parts = text.split([',', ';', '/', '\n', '&', '+']);
    for part in parts {
        for name in part.split(" och ").flat_map(|part| part.split(" and ")) {
            let name =
                words_of(after_bullet(name.trim()).unwrap_or(name)).collect::<Vec<_>>().join(" ");
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let is_name = |name: &String| {
        name.split(' ').count() <= NAME.0
            && name.chars().nth(NAME.1).is_none()
            && name.chars().any(char::is_alphanumeric)
    };
    if names.len() > NAMES_MAX || !names.iter().all(is_name) { Vec::new() } else { names }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_taken_apart_where_it_is_a_list() {
        let rows: [(&str, &[&str]); 12] = [
            ("Kollega på mässan", &["Kollega på mässan"]),
            ("Annons; Sidan Maskiner", &["Annons", "Sidan Maskiner"]),
            ("• Ringer\n• Mejlar igen", &["Ringer", "Mejlar igen"]),
            ("- Ringer\n- Mejlar", &["Ringer", "Mejlar"]),
            ("Ringer\nMejlar", &["Ringer", "Mejlar"]),
            ("Ringer och får\nsvar direkt", &["Ringer och får\nsvar direkt"]),
            ("Gör så här:\n- ringer\n- mejlar\nigen", &["Gör så här:", "ringer", "mejlar\nigen"]),
            ("-2", &["-2"]),
            ("- ", &["-"]),
            ("  \n ", &[]),
            ("a;b;", &["a", "b"]),
            (
                "Det här är en lång mening som någon har skrivit; den går vidare efter ett semikolon",
                &[
                    "Det här är en lång mening som någon har skrivit; den går vidare efter ett semikolon",
                ],
            ),
        ];
        for (text, expected) in rows {
            assert_eq!(pieces(text), expected, "{text:?}");
        }
    }

    #[test]
    fn names_are_names() {
        let rows: [(&str, &[&str]); 6] = [
            ("Anna, Karim och Eva", &["Anna", "Karim", "Eva"]),
            ("Anna & Karim/Anna", &["Anna", "Karim"]),
            ("Lisa", &["Lisa"]),
            ("?", &[]),
            ("Hon som brukar svara när man ringer dit", &[]),
            ("", &[]),
        ];
        for (text, expected) in rows {
            assert_eq!(names_in(text), expected, "{text:?}");
        }
    }
}
