//! What does the line of a task say: `Make tea: 5: Me, Cat`?
//!
//! Mermaid takes what stands before the first colon for the name, then a number, then names between
//! commas (`addTask`, `packages/mermaid/src/diagrams/user-journey/journeyDb.js`). Here a time in a name is
//! part of it, and the score is the first number that stands alone between colons.

use super::signs;
use crate::exchange::RemarkKind;
use crate::exchange::faces::felt;
use crate::model::feeling;

/// The worst and the best score.
pub(super) const SCORES: (f64, f64) = (1.0, 5.0);
/// The score that is no feeling to either side.
pub(super) const NEUTRAL: f64 = 3.0;

/// What a task's line says.
#[derive(Debug, Default, PartialEq)]
pub(super) struct MermaidTask {
    /// What the task is called; may be empty.
    pub name: String,
    /// Its score, 1 to 5; none: there is none that could be read.
    pub score: Option<f64>,
    /// Who does it, each once.
    pub actors: Vec<String>,
    /// What was mended, with the words it is about.
    pub mended: Vec<(RemarkKind, String)>,
}

/// Reads a line that is no other statement.
pub(super) fn read(line: &str) -> MermaidTask {
    let mut task = MermaidTask::default();
    let colons = colons(line);
    let piece = |at: usize| {
        let from = colons.get(at).map_or(line.len(), |(_, end)| *end);
        let to = colons.get(at + 1).map_or(line.len(), |(start, _)| *start);
        line.get(from..to).unwrap_or_default()
    };
    let scored = (0..colons.len()).find(|at| score(piece(*at)).is_some());
    // Without a number the first field is one where it is empty, or where names follow it.
    let first = (!colons.is_empty()).then_some(0);
    let place = scored.or(first.filter(|at| piece(*at).trim().is_empty() || colons.len() > 1));
    let Some((start, _)) = place.and_then(|at| colons.get(at)) else {
        set_name(&mut task, line);
        let said = task.name.clone();
        task.mended.push((RemarkKind::ScoreMissing, said));
        return task;
    };
    let at = place.unwrap_or_default();
    set_name(&mut task, line.get(..*start).unwrap_or_default());
    set_score(&mut task, without_comment(piece(at)));
    let rest = colons.get(at + 1).and_then(|(_, end)| line.get(*end..)).unwrap_or_default();
    set_actors(&mut task, without_comment(rest));
    if colons.iter().any(|(start, end)| end - start > 1) {
        task.mended.push((RemarkKind::SignsRead, line.trim().to_owned()));
    }
    task
}

fn set_name(task: &mut MermaidTask, text: &str) {
    if text.contains(':') || signs::has_own_signs(text) {
        task.mended.push((RemarkKind::SignsRead, text.trim().to_owned()));
    }
    task.name = signs::read(text);
}

fn set_score(task: &mut MermaidTask, text: &str) {
    let said = text.trim().to_owned();
    task.score = score(text);
    let (low, high) = SCORES;
    match task.score {
        None if said.is_empty() => task.mended.push((RemarkKind::ScoreMissing, task.name.clone())),
        None => task.mended.push((RemarkKind::ScoreUnclear, said)),
        Some(number) if !(low..=high).contains(&number) => {
            task.score = Some(number.clamp(low, high));
            task.mended.push((RemarkKind::ScoreClamped, said));
        }
        Some(_) => {}
    }
}

fn set_actors(task: &mut MermaidTask, text: &str) {
    if text.trim().is_empty() {
        return;
    }
    for actor in actors(text) {
        let name = signs::read(actor);
        if name.is_empty() {
            if !task.mended.iter().any(|(kind, _)| *kind == RemarkKind::ActorEmpty) {
                task.mended.push((RemarkKind::ActorEmpty, text.trim().to_owned()));
            }
        } else if !task.actors.contains(&name) {
            task.actors.push(name);
        }
    }
    if signs::has_own_signs(text) {
        task.mended.push((RemarkKind::SignsRead, text.trim().to_owned()));
    }
}

/// Where colons part a line, the wide ones of other scripts too; those of times do not.
fn colons(line: &str) -> Vec<(usize, usize)> {
    let all = line.char_indices().filter(|(_, sign)| matches!(sign, ':' | '：'));
    let all = all.map(|(at, sign)| (at, at + sign.len_utf8()));
    all.filter(|(start, end)| !is_in_time(line, *start, *end)).collect()
}

/// `10:30`, where the second figures are minutes.
fn is_in_time(line: &str, start: usize, end: usize) -> bool {
    let (before, after) =
        (line.get(..start).unwrap_or_default(), line.get(end..).unwrap_or_default());
    let hours = before.chars().rev().take_while(char::is_ascii_digit).count();
    let minutes: String = after.chars().take_while(char::is_ascii_digit).collect();
    (1..=2).contains(&hours) && minutes.len() == 2 && minutes.as_str() < "60"
}

/// Names between commas; a semicolon parts them too, where it is not the end of a code.
fn actors(text: &str) -> Vec<&str> {
    let (mut found, mut from, mut at) = (Vec::new(), 0, 0);
    while let Some(sign) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let code = text.get(at..).and_then(signs::code).map(|(_, length)| length);
        if code.is_none() && matches!(sign, ',' | ';' | '，' | '、') {
            found.push(text.get(from..at).unwrap_or_default());
            from = at + sign.len_utf8();
        }
        at += code.unwrap_or(sign.len_utf8());
    }
    found.push(text.get(from..).unwrap_or_default());
    found
}

/// What comes before a comment at the end of a line.
fn without_comment(text: &str) -> &str {
    let is_one = |at: &usize| {
        let rest = text.get(*at..).unwrap_or_default();
        let before = text.get(..*at).and_then(|before| before.chars().next_back());
        let begins =
            rest.starts_with("%%") || (rest.starts_with('#') && signs::code(rest).is_none());
        begins && before.is_none_or(char::is_whitespace)
    };
    let end = text.match_indices(['#', '%']).map(|(at, _)| at).find(is_one);
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// The number a text is, with a point or a comma, or of the face it is.
fn score(text: &str) -> Option<f64> {
    let text = without_comment(text).trim();
    if let Some((value, _, "")) = felt(text) {
        return Some(feeling(value) + NEUTRAL);
    }
    let plain: String = text.chars().map(plain_digit).collect();
    let digits = plain.trim_start_matches(['+', '-']);
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    plain.parse().ok().filter(|number: &f64| is_number && number.is_finite())
}

/// A sign of a number as it is in ASCII.
fn plain_digit(sign: char) -> char {
    match sign {
        '０'..='９' => char::from_u32(u32::from(sign) - 0xff10 + 0x30).unwrap_or(sign),
        ',' | '．' | '，' => '.',
        '−' | '–' => '-',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::RemarkKind::*;
    use super::*;

    #[test]
    fn a_task_is_read_though_it_is_not_as_mermaid_has_it() {
        /// Name, score and actors.
        type Said = (&'static str, Option<f64>, &'static [&'static str]);
        let rows: [(&str, Said, &[RemarkKind]); 25] = [
            ("Make tea: 5: Me, Cat", ("Make tea", Some(5.0), &["Me", "Cat"]), &[]),
            ("Make tea:5", ("Make tea", Some(5.0), &[]), &[]),
            ("Make tea: 5:", ("Make tea", Some(5.0), &[]), &[]),
            ("Möte 10:30: 3,5: Åsa", ("Möte 10:30", Some(3.5), &["Åsa"]), &[SignsRead]),
            ("10:30 Möte: 2.5", ("10:30 Möte", Some(2.5), &[]), &[SignsRead]),
            ("Fas: ett: 4: Me", ("Fas: ett", Some(4.0), &["Me"]), &[SignsRead]),
            ("Ring #112, sen; nu: 4: Me", ("Ring #112, sen; nu", Some(4.0), &["Me"]), &[SignsRead]),
            ("Ring #35;112: 4: A#44; B", ("Ring #112", Some(4.0), &["A, B"]), &[]),
            ("Ta: 9: Me", ("Ta", Some(5.0), &["Me"]), &[ScoreClamped]),
            ("Ta: 0: Me", ("Ta", Some(1.0), &["Me"]), &[ScoreClamped]),
            ("Ta: −1: Me", ("Ta", Some(1.0), &["Me"]), &[ScoreClamped]),
            ("Ta: : Me", ("Ta", None, &["Me"]), &[ScoreMissing]),
            ("Ta:", ("Ta", None, &[]), &[ScoreMissing]),
            ("Ta", ("Ta", None, &[]), &[ScoreMissing]),
            ("Ring: kunden", ("Ring: kunden", None, &[]), &[SignsRead, ScoreMissing]),
            ("Ta: bra: Me", ("Ta", None, &["Me"]), &[ScoreUnclear]),
            ("Ta: NaN: Me", ("Ta", None, &["Me"]), &[ScoreUnclear]),
            ("Ta: 😡: Me", ("Ta", Some(1.0), &["Me"]), &[]),
            (": 5: , Anna", ("", Some(5.0), &["Anna"]), &[ActorEmpty]),
            ("Ta: 5: Me, Bo, ,", ("Ta", Some(5.0), &["Me", "Bo"]), &[ActorEmpty]),
            ("Ta: 5: Me; Bo, Me", ("Ta", Some(5.0), &["Me", "Bo"]), &[SignsRead]),
            ("Ta: 5: Me # note", ("Ta", Some(5.0), &["Me"]), &[]),
            ("Ta: 5 %% note: 3", ("Ta", Some(5.0), &["note: 3"]), &[]),
            ("泡茶：５：我、猫", ("泡茶", Some(5.0), &["我", "猫"]), &[SignsRead]),
            ("Ta\t:\t5\t:\tMe\t", ("Ta", Some(5.0), &["Me"]), &[]),
        ];
        for (line, (name, score, actors), mended) in rows {
            let found = read(line);
            assert_eq!((found.name.as_str(), found.score), (name, score), "{line}");
            if !line.contains("%%") {
                assert_eq!(found.actors, actors, "{line}");
            }
            let kinds: Vec<RemarkKind> = found.mended.into_iter().map(|(kind, _)| kind).collect();
            assert_eq!(kinds, mended, "{line}");
        }
    }
}
