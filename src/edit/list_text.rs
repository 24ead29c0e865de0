//! Lists that were copied from a text: each item is what it says, without the sign before it.
//!
//! Word writes an item as a bullet, a tab and the text, and one further in with tabs before; mails
//! have a bullet and a space. A spreadsheet has tabs as well, so a sign that could be a value there
//! counts only where a list would have it.

/// Bullets that are nothing else, with those of the fonts Symbol and Wingdings.
const BULLETS: [char; 14] =
    ['•', '·', '◦', '▪', '▫', '●', '○', '■', '□', '‣', '⁃', '➢', '\u{f0b7}', '\u{f0a7}'];
/// Bullets that may be a letter or a dash: `o` and the letters that Wingdings draws as signs.
const MAYBE_BULLETS: [char; 9] = ['o', '-', '–', '—', '*', '§', 'Ø', 'ü', '✓'];

/// The rows with their cells (column and text), without the signs before the items of a list; what
/// stands after the sign moves to the first column.
pub(super) fn listed(rows: Vec<Vec<(usize, String)>>) -> Vec<Vec<(usize, String)>> {
    let filled = || rows.iter().filter(|row| !row.is_empty());
    let several = filled().count() > 1;
    // A dash or a number before a single line, or some lines, is what somebody wrote.
    let all_marked =
        several && filled().all(|row| row.len() == 1 && after_sign(row, true).is_some());
    rows.into_iter()
        .map(|row| {
            let of_table = row.len() > 2;
            match row.as_slice() {
                [(_, sign), (column, _), ..] if is_sign(sign, of_table) => {
                    let first = *column;
                    row.into_iter().skip(1).map(|(at, text)| (at - first, text)).collect()
                }
                _ => match after_sign(&row, all_marked) {
                    Some(text) => vec![(0, text)],
                    None => row,
                },
            }
        })
        .collect()
}

/// Is this all of a cell before an item? In a row of a table only what is no value.
fn is_sign(cell: &str, of_table: bool) -> bool {
    let mut chars = cell.chars();
    match (chars.next(), chars.next()) {
        (Some(one), None) if BULLETS.contains(&one) => true,
        (Some(one), None) if MAYBE_BULLETS.contains(&one) => !of_table,
        _ => !of_table && is_number(cell),
    }
}

/// `1.`, `12)`, `a.`, `iv)`, `1.2.`: how items are numbered.
fn is_number(cell: &str) -> bool {
    let Some(inner) = cell.strip_suffix(['.', ')']) else { return false };
    let roman = || inner.len() <= 5 && inner.chars().all(|c| "ivxIVX".contains(c));
    let letter = || inner.len() == 1 && inner.chars().all(|c| c.is_ascii_alphabetic());
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let numbers = || inner.len() <= 8 && inner.split('.').all(digits);
    !inner.is_empty() && (numbers() || letter() || roman())
}

/// What a row of one cell says after a bullet and a space; after a dash or a number only where each
/// row has one.
fn after_sign(row: &[(usize, String)], all_marked: bool) -> Option<String> {
    let [(_, cell)] = row else { return None };
    let (sign, text) = cell.split_once([' ', '\u{a0}'])?;
    let mut chars = sign.chars();
    let bullet = match (chars.next(), chars.next()) {
        (Some(one), None) => BULLETS.contains(&one) || (all_marked && "-–—*✓".contains(one)),
        _ => all_marked && is_number(sign),
    };
    let text = text.trim();
    (bullet && !text.is_empty()).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::text_cells;

    #[test]
    fn each_item_of_a_list_is_what_it_says() {
        let rows: [(&str, &[(usize, &str)]); 14] = [
            // As Word writes them.
            (
                "•\tBoka tid\r\n•\tBetala\r\n1.\tHämta\r\n",
                &[(0, "Boka tid"), (0, "Betala"), (0, "Hämta")],
            ),
            ("•\tA\n\to\tB\n\t\t§\tC", &[(0, "A"), (0, "B"), (0, "C")]),
            (
                "o\tA\n–\tB\n-\tC\n·\tD\na)\tE\niv.\tF",
                &[(0, "A"), (0, "B"), (0, "C"), (0, "D"), (0, "E"), (0, "F")],
            ),
            ("\u{f0b7}\tA", &[(0, "A")]),
            // As mails and notes have them.
            ("• A\n• B", &[(0, "A"), (0, "B")]),
            ("- A\n- B", &[(0, "A"), (0, "B")]),
            ("1. A\n2. B\n10. C", &[(0, "A"), (0, "B"), (0, "C")]),
            // Not each line is an item, or there is only one.
            ("Inköp\n- A", &[(0, "Inköp"), (0, "- A")]),
            ("– Så dyrt!", &[(0, "– Så dyrt!")]),
            ("3. kvartalet", &[(0, "3. kvartalet")]),
            // A table keeps its cells.
            ("o\tA\tB", &[(0, "o"), (1, "A"), (2, "B")]),
            ("1.\tA\tB\n2.\tC\tD", &[(0, "1."), (1, "A"), (2, "B"), (0, "2."), (1, "C"), (2, "D")]),
            ("•\tA\tB", &[(0, "A"), (1, "B")]),
            ("12\tA\n-\t", &[(0, "12"), (1, "A"), (0, "-")]),
        ];
        for (text, expected) in rows {
            let found = text_cells(text);
            let found: Vec<_> = found.iter().map(|(column, cell)| (*column, &cell[..])).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
