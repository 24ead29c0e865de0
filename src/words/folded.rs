//! How is a text looked for, and where does it stand among others?

use super::Lang;
use crate::model::is_other_break;
use std::ops::Range;

/// In lower case, without the marks that a reader passes over: `é` is `e`. In Swedish å, ä and ö
/// are letters of their own; in English they are found by `a` and `o`.
pub(crate) fn fold(text: &str, lang: Lang) -> String {
    let swedish = lang == Lang::Sv;
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'a'..='z' | '0'..='9' | ' ' => letter,
            'å' | 'ä' | 'ö' if swedish => letter,
            'æ' if swedish => 'ä',
            'ø' if swedish => 'ö',
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'æ' | 'ā' | 'ą' => 'a',
            'ç' | 'ć' | 'č' => 'c',
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => 'e',
            'ì' | 'í' | 'î' | 'ï' | 'ī' => 'i',
            'ñ' | 'ń' | 'ň' => 'n',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
            'š' | 'ś' => 's',
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
            'ý' | 'ÿ' => 'y',
            'ž' | 'ź' | 'ż' => 'z',
            '’' | '‘' => '\'',
            '”' | '“' => '"',
            '\u{a0}' | '\n' | '\t' => ' ',
            letter if is_other_break(letter) => ' ',
            // A mark after its letter, as some systems write names of files.
            '\u{300}'..='\u{36f}' => {
                let own = match (letter, folded.chars().next_back()) {
                    ('\u{30a}', Some('a')) => Some('å'),
                    ('\u{308}', Some('a')) => Some('ä'),
                    ('\u{308}', Some('o')) => Some('ö'),
                    _ => None,
                };
                if let Some(own) = own.filter(|_| swedish) {
                    folded.pop();
                    folded.push(own);
                }
                continue;
            }
            // A soft hyphen is not there until a line breaks at it.
            '\u{ad}' => continue,
            other => other,
        };
        folded.push(plain);
    }
    folded
}

/// Where a text says `query`, in bytes, from the first to the last; none overlaps another. A letter is
/// found with the marks that belong to it. Nothing where nothing is looked for.
pub(crate) fn find_places(text: &str, query: &str, lang: Lang) -> Vec<Range<usize>> {
    let query = fold(query, lang);
    let query = query.trim();
    if query.is_empty() {
        return Vec::new();
    }
    let mut folded = String::with_capacity(text.len());
    // For each byte of what is searched the letter it comes from.
    let mut letters: Vec<Range<usize>> = Vec::with_capacity(text.len());
    let mut signs = text.char_indices().peekable();
    while let Some((start, sign)) = signs.next() {
        let mut end = start + sign.len_utf8();
        while let Some((at, mark)) =
            signs.next_if(|(_, sign)| matches!(sign, '\u{300}'..='\u{36f}' | '\u{ad}'))
        {
            end = at + mark.len_utf8();
        }
        folded.push_str(&fold(text.get(start..end).unwrap_or_default(), lang));
        letters.resize(folded.len(), start..end);
    }
    let place = |(at, said): (usize, &str)| {
        let first = letters.get(at)?;
        let last = letters.get((at + said.len()).checked_sub(1)?)?;
        Some(first.start..last.end)
    };
    folded.match_indices(query).filter_map(place).collect()
}

/// By what a text is put in order among others: as it is looked for, and å, ä and ö stand after z in
/// Swedish. What is quoted stands where its first letter does.
pub(crate) fn order_key(text: &str, lang: Lang) -> String {
    let folded = fold(text, lang);
    let said = folded.trim_start_matches(|sign: char| !sign.is_alphanumeric());
    let said = if said.is_empty() { folded.trim() } else { said.trim_end() };
    match lang {
        Lang::En => said.to_owned(),
        // The three signs after z in the order of characters.
        Lang::Sv => said.replace('å', "{").replace('ä', "|").replace('ö', "}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_they_stand_in_the_text() {
        let rows: [(Lang, &str, &str, &[&str]); 7] = [
            (Lang::Sv, "Åka, åka och aka", "åka", &["Åka", "åka"]),
            (Lang::En, "Åka, åka och aka", "AKA", &["Åka", "åka", "aka"]),
            (Lang::Sv, "Ett kafé till, ett cafe", "kafe ", &["kafé"]),
            (Lang::Sv, "a\u{30a}ka sa\u{ad}ga", "åka saga", &["a\u{30a}ka sa\u{ad}ga"]),
            (Lang::Sv, "på\nrad", "på rad", &["på\nrad"]),
            (Lang::Sv, "nananana", "nana", &["nana", "nana"]),
            (Lang::Sv, "vad som helst", " ", &[]),
        ];
        for (lang, text, query, expected) in rows {
            let found = find_places(text, query, lang);
            let said: Vec<&str> = found.iter().map(|place| &text[place.clone()]).collect();
            assert_eq!(said, expected, "{text} {query}");
            assert!(found.windows(2).all(|two| two[0].end <= two[1].start));
        }
    }

    #[test]
    fn texts_stand_in_the_order_of_the_language() {
        let rows: [(Lang, &[&str]); 2] = [
            (Lang::Sv, &["anbud", "Énkät", "”Frukost”", "zon", "Åka", "ägg", "Öppna"]),
            (Lang::En, &["ägg", "Åka", "anbud", "Énkät", "”Frukost”", "Öppna", "zon"]),
        ];
        for (lang, expected) in rows {
            let mut texts: Vec<&str> = expected.iter().copied().rev().collect();
            texts.sort_by_key(|text| order_key(text, lang));
            assert_eq!(texts, expected, "{lang:?}");
        }
        assert_eq!(order_key("…", Lang::Sv), "…");
    }
}
