//! A task typed in one line: what, who, when. `Ring Leif, Petra, 12 maj`.

use super::due::read_due;
use jiff::civil::Date;

/// What a line says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskLine {
    /// What is to be done.
    pub what: String,
    /// Who does it; empty: nobody is named.
    pub who: String,
    /// By when, as the file keeps it; empty: no date is named.
    pub when: String,
}

/// Reads a line. Its parts stand between commas; what comes last may be who and when, in any order,
/// and all before it is what, commas and all. A name is known if it is one of `people`, or looks like
/// one: one or two words that begin with capitals. Without a year a day is the next one from `today`.
pub fn read_task_line(line: &str, today: Date, people: &[String]) -> TaskLine {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut parts: Vec<&str> = line.split(',').map(str::trim).collect();
    let mut read = TaskLine::default();
    // `May 12, 2027` holds a comma of its own.
    while parts.len() > 1 {
        let Some(last) = parts.last().copied() else { break };
        let pair = parts.get(parts.len().saturating_sub(2)..).map(|two| two.join(" "));
        let of_two = pair.filter(|_| parts.len() > 2).and_then(|two| read_due(&two, today));
        if read.when.is_empty()
            && is_year(last)
            && let Some(when) = of_two
        {
            read.when = when;
            parts.truncate(parts.len() - 2);
        } else if read.when.is_empty()
            && let Some(when) = read_due(last, today)
        {
            read.when = when;
            parts.pop();
        } else if read.who.is_empty()
            && let Some(who) = name(last, people)
        {
            read.who = who;
            parts.pop();
        } else if last.is_empty() {
            parts.pop();
        } else {
            break;
        }
    }
    read.what = parts.join(", ");
    read
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The person that `text` names, as others have written the name.
fn name(text: &str, people: &[String]) -> Option<String> {
    let same = |one: &&String| one.trim().to_lowercase() == text.to_lowercase();
    if let Some(known) = people.iter().find(same) {
        return Some(known.trim().to_owned());
    }
    let mut words = text.split(' ');
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let is_name = !text.is_empty() && words.clone().count() <= 2 && words.all(capital);
    is_name.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_line_says_what_who_and_when() {
        let people = ["Omar".to_owned(), "vårdenhetschefen".to_owned()];
        let rows = [
            ("Ring Leif, Petra, 12 maj", ("Ring Leif", "Petra", "2026-05-12")),
            ("Ring Leif, 12 maj, Petra", ("Ring Leif", "Petra", "2026-05-12")),
            ("Call Leif, Petra, May 12, 2027", ("Call Leif", "Petra", "2027-05-12")),
            ("Ring Leif", ("Ring Leif", "", "")),
            ("Ring Leif, omar", ("Ring Leif", "Omar", "")),
            ("Mät, Vårdenhetschefen, 2026-06", ("Mät", "vårdenhetschefen", "2026-06")),
            ("Köp kaffe, te och bullar, Anna Berg", ("Köp kaffe, te och bullar", "Anna Berg", "")),
            ("Köp kaffe, te, bullar, på fredag", ("Köp kaffe, te, bullar", "", "2026-05-08")),
            ("  Ring   Leif ,, Petra , ", ("Ring Leif", "Petra", "")),
            // What stands alone is what, whatever it looks like.
            ("Petra", ("Petra", "", "")),
            ("12 maj", ("12 maj", "", "")),
            ("Petra, 12 maj", ("Petra", "", "2026-05-12")),
            ("Ring Leif, Petra, Omar", ("Ring Leif, Petra", "Omar", "")),
            ("", ("", "", "")),
        ];
        for (line, (what, who, when)) in rows {
            let read = read_task_line(line, date(2026, 5, 5), &people);
            let expected = TaskLine { what: what.into(), who: who.into(), when: when.into() };
            assert_eq!(read, expected, "{line}");
        }
    }
}
