//! How is Markdown written, so that no text can break it?

use super::table::clean;
use std::ops::Range;

/// An outline in the making: headings and nested lists.
#[derive(Default)]
pub(super) struct Outline {
    pub text: String,
}

impl Outline {
    /// A heading; a seventh level is drawn as the sixth.
    pub(super) fn heading(&mut self, level: usize, text: &str) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        self.text.push_str(&"#".repeat(level.clamp(1, 6)));
        self.text.push_str(&format!(" {}\n\n", self.inline(text)));
    }

    /// An item of a list with Markdown in it.
    pub(super) fn item(&mut self, depth: usize, markdown: &str) {
        self.text.push_str(&format!("{}- {markdown}\n", "  ".repeat(depth)));
    }

    /// An item of a list with a text in it.
    pub(super) fn text_item(&mut self, depth: usize, text: &str) {
        self.item(depth, &block(text, depth));
    }

    /// `- **label:** text`; nothing where the text is empty.
    pub(super) fn field(&mut self, depth: usize, label: &str, text: &str) {
        let text = block(text, depth);
        if text.is_empty() {
            return;
        }
        match label {
            "" => self.item(depth, &text),
            label => self.item(depth, &format!("**{}:** {text}", self.inline(label))),
        }
    }

    /// A field that is an address.
    pub(super) fn link(&mut self, depth: usize, label: &str, link: &str) {
        let link = clean(link);
        let link = link.split_whitespace().collect::<Vec<_>>().join(" ");
        match is_web(&link) {
            true if link.contains([' ', '<', '>']) => {
                let mut to = link.replace('\\', "\\\\");
                to = to.replace('<', "\\<").replace('>', "\\>");
                let link = format!("[{}](<{to}>)", plain(&link, false));
                self.item(depth, &format!("**{}:** {link}", self.inline(label)));
            }
            true => {
                let link = autolink(&link);
                self.item(depth, &format!("**{}:** {link}", self.inline(label)));
            }
            false => self.field(depth, label, &link),
        }
    }

    /// `- **name:** text`, or the name alone where the text is empty.
    pub(super) fn field_or_name(&mut self, depth: usize, name: &str, text: &str) {
        let (name, text) = (self.inline(name), block(text, depth));
        match (name.is_empty(), text.is_empty()) {
            (true, _) => self.item(depth, &text),
            (false, true) => self.item(depth, &format!("**{name}**")),
            // A sentence has its end already.
            (false, false) if name.ends_with('.') => {
                self.item(depth, &format!("**{name}** {text}"));
            }
            (false, false) => self.item(depth, &format!("**{name}:** {text}")),
        }
    }

    /// A paragraph more for the item above.
    pub(super) fn more(&mut self, depth: usize, text: &str) {
        let text = block(text, depth);
        if !text.is_empty() {
            self.text.push_str(&format!("\n{}{text}\n", "  ".repeat(depth + 1)));
        }
    }

    /// A text in one line.
    pub(super) fn inline(&self, text: &str) -> String {
        let text = clean(text);
        escaped(&text.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// A text within an item: its lines stay lines, its paragraphs paragraphs.
fn block(text: &str, depth: usize) -> String {
    let indent = "  ".repeat(depth + 1);
    let mut out = String::with_capacity(text.len());
    let mut is_apart = false;
    for line in clean(text).lines().map(str::trim) {
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

/// A line that Markdown reads as it stands here; in it addresses of the web are links.
fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut from = 0;
    for address in addresses(line) {
        out.push_str(&plain(line.get(from..address.start).unwrap_or_default(), from == 0));
        from = address.end;
        out.push_str(&autolink(line.get(address).unwrap_or_default()));
    }
    out.push_str(&plain(line.get(from..).unwrap_or_default(), from == 0));
    out
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit()
}

/// Part of a line without what Markdown would read into it. `begins`: the line begins with it.
fn plain(line: &str, begins: bool) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in line.char_indices() {
        let anywhere = "\\`*_[]<>#|~&$".contains(c);
        // A plus begins a list only before a space: `+0.5` is a feeling.
        let listed = c != '+' || line.get(1..).is_none_or(|rest| !rest.starts_with(is_of_number));
        let at_start = begins && at == 0 && "+-=:".contains(c) && listed;
        // `1.` and `1)` begin a list.
        let after_digits = begins && at == digits && digits > 0 && matches!(c, '.' | ')');
        if anywhere || at_start || after_digits {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Is it an address of the web?
fn is_web(link: &str) -> bool {
    let starts =
        |with: &str| link.get(..with.len()).is_some_and(|is| is.eq_ignore_ascii_case(with));
    starts("https://") || starts("http://")
}

/// Where addresses of the web stand in a line, without the punctuation after them.
fn addresses(line: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in line.match_indices("://") {
        let before = line.get(..at).unwrap_or_default();
        let scheme = before.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
        let rest = line.get(scheme..).unwrap_or_default();
        if !is_web(rest) || found.last().is_some_and(|last| scheme < last.end) {
            continue;
        }
        let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”' | '»');
        let mut said = rest.split(ends).next().unwrap_or_default();
        loop {
            let before = said.len();
            said = said.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '*']);
            // A bracket belongs to the address that opens it.
            if said.matches(')').count() > said.matches('(').count() {
                said = said.strip_suffix(')').unwrap_or(said);
            }
            if said.len() == before {
                break;
            }
        }
        if said.len() > at + 3 - scheme {
            found.push(scheme..scheme + said.len());
        }
    }
    found
}

/// An address that has no space as a link that says it. Nothing in it is read as Markdown but what
/// looks like a character by its name.
fn autolink(address: &str) -> String {
    let mut out = String::from("<");
    for (at, c) in address.char_indices() {
        out.push(c);
        let rest = address.get(at + c.len_utf8()..).unwrap_or_default();
        let name = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
        if c == '&' && name.is_some_and(|end| end > 0 && rest[end..].starts_with(';')) {
            out.push_str("amp;");
        }
    }
    out.push('>');
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
    fn addresses_are_links_as_they_are() {
        let rows = [
            (
                "https://www.exempel.se/host_26?utm_source=brev&x=1#a_b",
                "<https://www.exempel.se/host_26?utm_source=brev&x=1#a_b>",
            ),
            ("Se http://a.se/*b*_[c](d), *nu*", "Se <http://a.se/*b*_[c](d)>, \\*nu\\*"),
            ("(se https://a.se/b_(c)).", "(se <https://a.se/b_(c)>)."),
            ("HTTPS://A.se och http://b.se/", "<HTTPS://A.se> och <http://b.se/>"),
            ("https://a.se/?a&copy;b", "<https://a.se/?a&amp;copy;b>"),
            ("ftp://a_b http:// x", "ftp://a\\_b http:// x"),
            ("\"https://a.se/_\"", "\"<https://a.se/_>\""),
        ];
        for (given, expected) in rows {
            assert_eq!(escaped(given), expected);
        }
        let mut out = Outline::default();
        out.link(0, "Link", " https://a.se/en_sida ");
        out.link(0, "Link", "https://a.se/en sida_(2) [x]");
        out.link(0, "Link", "mapp_1/bild.png");
        out.link(0, "Link", " ");
        let expected = "- **Link:** <https://a.se/en_sida>\n\
            - **Link:** [https://a.se/en sida\\_(2) \\[x\\]](<https://a.se/en sida_(2) [x]>)\n\
            - **Link:** mapp\\_1/bild.png\n";
        assert_eq!(out.text, expected);
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
