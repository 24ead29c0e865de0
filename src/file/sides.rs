//! The two sides of a file in which Git left both where it could not choose.

/// The marks of Git: where ours begins, where what both came from begins, where theirs begins, and
/// where it ends.
const MARKS: [&[u8]; 4] = [b"<<<<<<<", b"|||||||", b"=======", b">>>>>>>"];

/// Where a line stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Both,
    Ours,
    Before,
    Theirs,
}

/// The bytes of both sides, ours and theirs, where Git left its conflict marks; none where there are
/// no marks, or where they do not go together. What both sides share stands in both; what they came
/// from, which Git writes where it is asked to, in none.
pub fn sides(bytes: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    first_mark(bytes)?;
    let (mut ours, mut theirs) = (Vec::with_capacity(bytes.len()), Vec::with_capacity(bytes.len()));
    let mut part = Part::Both;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        part = match (mark_of(line), part) {
            (None, _) => {
                if matches!(part, Part::Both | Part::Ours) {
                    ours.extend_from_slice(line);
                }
                if matches!(part, Part::Both | Part::Theirs) {
                    theirs.extend_from_slice(line);
                }
                part
            }
            (Some(0), Part::Both) => Part::Ours,
            (Some(1), Part::Ours) => Part::Before,
            (Some(2), Part::Ours | Part::Before) => Part::Theirs,
            (Some(3), Part::Theirs) => Part::Both,
            (Some(_), _) => return None,
        };
    }
    (part == Part::Both).then_some((ours, theirs))
}

/// Where the first mark stands; none where there is none. JSON has no line that begins so.
pub(super) fn first_mark(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if mark_of(line) == Some(0) {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// Which mark a line is: seven signs alone, or a space and a name after them.
fn mark_of(line: &[u8]) -> Option<usize> {
    MARKS.iter().position(|mark| {
        let rest = line.strip_prefix(*mark);
        rest.is_some_and(|rest| matches!(rest.first(), None | Some(b' ' | b'\r' | b'\n')))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_are_given_back_and_what_does_not_go_together_is_not() {
        let rows: [(&str, Option<(&str, &str)>); 8] = [
            ("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\nd", Some(("a\nb\nd", "a\nc\nd"))),
            ("<<<<<<< HEAD\r\nb\r\n=======\r\n>>>>>>> x\r\n", Some(("b\r\n", ""))),
            ("<<<<<<< a\n1\n||||||| b\n0\n=======\n2\n>>>>>>> c\n", Some(("1\n", "2\n"))),
            (
                "<<<<<<< a\n1\n=======\n2\n>>>>>>> c\n-\n<<<<<<< a\n3\n=======\n4\n>>>>>>> c",
                Some(("1\n-\n3\n", "2\n-\n4\n")),
            ),
            ("a\n", None),
            ("<<<<<<<< eight\n=======\n>>>>>>> x", None),
            ("<<<<<<< a\n1\n>>>>>>> c\n", None),
            ("<<<<<<< a\n1\n=======\n2\n", None),
        ];
        for (text, expected) in rows {
            let expected = expected.map(|(a, b)| (a.as_bytes().to_vec(), b.as_bytes().to_vec()));
            assert_eq!(sides(text.as_bytes()), expected, "{text}");
        }
    }
}
