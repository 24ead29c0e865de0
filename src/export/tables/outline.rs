//! How is Markdown written, so that no text can break it?

use crate::model::plain_text;

/// An outline in the making: headings and nested lists.
#[derive(Default)]
pub(super) struct Outline {
    pub text: String,
}

impl Outline {
    /// A heading; a seventh level is drawn as the sixth.
    pub fn heading(&mut self, level: usize, text: &str) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        self.text.push_str(&"#".repeat(level.clamp(1, 6)));
        self.text.push_str(&format!(" {}\n\n", self.inline(text)));
    }

    /// An item of a list with Markdown in it.
    pub fn item(&mut self, depth: usize, markdown: &str) {
        self.text.push_str(&format!("{}- {markdown}\n", "  ".repeat(depth)));
    }

    /// An item of a list with a text in it.
    pub fn text_item(&mut self, depth: usize, text: &str) {
        self.item(depth, &block(text, depth));
    }

    /// `- **label:** text`; nothing where the text is empty.
    pub fn field(&mut self, depth: usize, label: &str, text: &str) {
        let text = block(text, depth);
        if text.is_empty() {
            return;
        }
        match label {
            "" => self.item(depth, &text),
            label => self.item(depth, &format!("**{}:** {text}", self.inline(label))),
        }
    }

    /// `- **name:** text`, or the name alone where the text is empty.
    pub fn field_or_name(&mut self, depth: usize, name: &str, text: &str) {
        let (name, text) = (self.inline(name), block(text, depth));
        match (name.is_empty(), text.is_empty()) {
            (true, _) => self.item(depth, &text),
            (false, true) => self.item(depth, &format!("**{name}**")),
            (false, false) => self.item(depth, &format!("**{name}:** {text}")),
        }
    }

    /// A paragraph more for the item above.
    pub fn more(&mut self, depth: usize, text: &str) {
        let text = block(text, depth);
        if !text.is_empty() {
            self.text.push_str(&format!("\n{}{text}\n", "  ".repeat(depth + 1)));
        }
    }

    /// A text in one line.
    pub fn inline(&self, text: &str) -> String {
        let text = plain_text(text);
        escaped(&text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// A text within an item: its lines stay lines, its paragraphs paragraphs.
fn block(text: &str, depth: usize) -> String {
    let indent = "  ".repeat(depth + 1);
    let mut out = String::with_capacity(text.len());
    let mut is_apart = false;
    for line in plain_text(text).lines().map(str::trim) {
        if line.is_empty() {
            is_apart = !out.is_empty();
            continue;
        }
        if is_apart {
            out.push_str("\n\n");
            out.push_str(&indent);
        } else if !out.is_empty() {
            out.push_str("\\\n");
            out.push_str(&indent);
        }
        is_apart = false;
        out.push_str(&escaped(line));
    }
    out
}

/// A line that Markdown reads as it stands here.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in line.char_indices() {
        let anywhere = "\\`*_[]<>#|~&$".contains(c);
        let at_start = at == 0 && "+-=:".contains(c);
        // `1.` and `1)` begin a list.
        let after_digits = at == digits && digits > 0 && matches!(c, '.' | ')');
        if anywhere || at_start || after_digits {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_stay_texts() {
        let rows = [
            ("# no heading #", "\\# no heading \\#"),
            ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
            ("a | b", "a \\| b"),
            ("<b>&amp;[x](y)", "\\<b\\>\\&amp;\\[x\\](y)"),
            ("- a - b", "\\- a - b"),
            ("---", "\\---"),
            ("1. a", "1\\. a"),
            ("12) a 3) b", "12\\) a 3) b"),
            ("1 200 kr.", "1 200 kr."),
            ("~~a~~ $x$", "\\~\\~a\\~\\~ \\$x\\$"),
            ("back\\slash", "back\\\\slash"),
            ("שלום 👩🏾‍⚕️", "שלום 👩🏾‍⚕️"),
        ];
        for (given, expected) in rows {
            assert_eq!(escaped(given), expected);
        }
    }

    #[test]
    fn lines_stay_within_their_item() {
        let mut out = Outline::default();
        out.text_item(1, "a\n# b\n\n    - c\r\n\n\n");
        out.more(1, "d\ne");
        out.field(2, "Label", " \n ");
        out.field(2, "La*bel\n#", "f");
        out.heading(9, "g\n# h");
        let expected = "  - a\\\n    \\# b\n\n    \\- c\n\n    d\\\n    e\n    - **La\\*bel \\#:** f\n\n###### g \\# h\n\n";
        assert_eq!(out.text, expected);
    }
}
