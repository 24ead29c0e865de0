//! Which of many texts does somebody mean who has typed some letters?

/// The places of those that `query` may mean, the best first. Each has keys (folded) it is found by,
/// what it is called first.
pub(super) fn ranked<'a>(query: &str, all: impl Iterator<Item = &'a [String]>) -> Vec<usize> {
    let query = fold(query.trim());
    let best = all.enumerate().filter_map(|(place, keys)| {
        // What it is called counts more than what else it is found by.
        let less = |at: usize| if at == 0 { 0 } else { NOT_CALLED_SO };
        let scores = keys.iter().enumerate();
        let best = scores.filter_map(|(at, key)| Some(score(&query, key)? - less(at))).max()?;
        Some((-best, place))
    });
    let mut found: Vec<(i32, usize)> = best.collect();
    // Letters here and there are looked at only where nothing has them together.
    if found.iter().any(|(score, _)| -score >= TOGETHER) {
        found.retain(|(score, _)| -score >= TOGETHER);
    }
    found.sort_unstable();
    found.into_iter().map(|(_, place)| place).collect()
}

/// Lower case without the marks on Swedish and common European letters, so that `a` finds `å`.
pub(super) fn fold(text: &str) -> String {
    let plain = |letter: char| match letter {
        'å' | 'ä' | 'á' | 'à' | 'â' | 'ã' => 'a',
        'ö' | 'ó' | 'ò' | 'ô' | 'õ' | 'ø' => 'o',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'ü' | 'ú' | 'ù' | 'û' => 'u',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ç' => 'c',
        'ñ' => 'n',
        other => other,
    };
    // Nobody types the colon of "Lägg till rad: Tankar".
    let typed = text.chars().filter(|letter| !matches!(letter, ':' | '…'));
    typed.flat_map(char::to_lowercase).map(plain).collect()
}

/// How much less it counts that another word than a name says what was typed.
const NOT_CALLED_SO: i32 = 60;
/// From here on the letters stand together.
const TOGETHER: i32 = 1000;

/// How well `query` matches `text` (both folded); none: not at all. A whole word counts most, then
/// the beginning of one, then the beginnings of several, then letters within one, then letters here
/// and there; a short text counts more than a long one.
fn score(query: &str, text: &str) -> Option<i32> {
    if query.is_empty() {
        return Some(0);
    }
    let less = text.chars().count().min(200) as i32;
    let mut best: Option<i32> = None;
    for (at, _) in text.match_indices(query) {
        let (before, after) = (text.get(..at)?, text.get(at + query.len()..)?);
        let begins = !before.ends_with(char::is_alphanumeric);
        let ends = !after.starts_with(char::is_alphanumeric);
        let worth = match (begins, ends) {
            (true, true) => 2500,
            (true, false) => 2000,
            (false, _) => TOGETHER + 400,
        };
        best = best.max(Some(worth - 2 * at.min(200) as i32 - less));
    }
    if best.is_some() {
        return best;
    }
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut parts = query.split_whitespace();
    if parts.all(|part| words.iter().any(|word| word.starts_with(part))) {
        return Some(TOGETHER + 800 - less);
    }
    let letters: Vec<char> = query.chars().filter(|letter| !letter.is_whitespace()).collect();
    match begin_words(&letters, &words) {
        true => Some(500 - less),
        false => words.iter().any(|word| nearly_begins(&letters, word)).then_some(250 - less),
    }
}

/// Are these letters beginnings of these words, in their order: `ltk` of "lägg till kort"?
fn begin_words(letters: &[char], words: &[&str]) -> bool {
    // How many of the letters may be found by now.
    let mut reached = vec![false; letters.len() + 1];
    reached[0] = true;
    for word in words {
        for from in (0..letters.len()).rev().filter(|from| reached[*from]).collect::<Vec<_>>() {
            let same = word.chars().zip(&letters[from..]).take_while(|(one, other)| one == *other);
            for count in 1..=same.count() {
                reached[from + count] = true;
            }
        }
    }
    reached[letters.len()]
}

/// Does the word begin so, but for a letter or two that are left out: `exprt` of "exportera"?
fn nearly_begins(letters: &[char], word: &str) -> bool {
    if letters.len() < 3 || word.chars().next() != letters.first().copied() {
        return false;
    }
    let mut wanted = letters.iter().peekable();
    for letter in word.chars().take(letters.len() + 2) {
        wanted.next_if(|next| **next == letter);
    }
    wanted.peek().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds<'a>(query: &str, texts: &[&'a str]) -> Vec<&'a str> {
        let keys: Vec<[String; 1]> = texts.iter().map(|text| [fold(text)]).collect();
        let found = ranked(query, keys.iter().map(|keys| &keys[..]));
        found.into_iter().map(|place| texts[place]).collect()
    }

    #[test]
    fn a_kind_of_lane_is_found_without_its_colon() {
        let labels = ["Lägg till rad: Sälj och marknad", "Lägg till rad: Smärtpunkter"];
        assert_eq!(finds("lagg till rad sma", &labels), [labels[1]]);
    }

    #[test]
    fn what_is_called_so_comes_before_what_is_also_found_so() {
        let keys = [["Presentera", "projektor"], ["Tema: projektor", "utseende"]];
        let keys = keys.map(|keys| keys.map(fold));
        assert_eq!(ranked("projektor", keys.iter().map(|keys| &keys[..])), [1, 0]);
    }

    #[test]
    fn whole_words_come_before_beginnings_and_letters_here_and_there_last() {
        let labels = ["Gör om", "Öppna…", "Om Kundresa", "Zooma in", "Lägg till kort", "Ommöblera"];
        let rows: [(&str, &[&str]); 9] = [
            ("om", &["Om Kundresa", "Gör om", "Ommöblera", "Zooma in"]),
            ("oppna", &["Öppna…"]),
            ("ltk", &["Lägg till kort"]),
            ("kort till", &["Lägg till kort"]),
            ("ZI", &["Zooma in"]),
            ("omblera", &["Ommöblera"]),
            ("xyz", &[]),
            // The letters are there, too far apart.
            ("lkt", &[]),
            ("zn", &[]),
        ];
        for (query, expected) in rows {
            assert_eq!(finds(query, &labels), expected, "{query}");
        }
        let texts = ["Kan alla se radio i maj?", "Karim", "Karimsson ringer"];
        assert_eq!(finds("karim", &texts), ["Karim", "Karimsson ringer"]);
    }
}
