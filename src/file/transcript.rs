//! What was said in an interview, out of a file that another program wrote: plain text of any of the
//! usual encodings, or a document of a word processor. Of a document the words are read, paragraph by
//! paragraph, and nothing else.

use super::error::{FileError, Why};
use crate::model::limits::{TEXT_BYTES_MAX, TRANSCRIPT_BYTES_MAX};
use crate::model::plain_text;
use encoding_rs::{Encoding, WINDOWS_1252};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, Event};
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::Path;
use zip::ZipArchive;

/// Where a document has its words.
const WORDS: &str = "word/document.xml";
/// With this begins every package.
const PACKED: &[u8] = b"PK\x03\x04";
/// With these begin files that hold words, but in ways that are not read: PDF, RTF.
const OTHERS: [&[u8]; 2] = [b"%PDF", b"{\\rtf"];

/// Reads a transcript: `.txt`, `.md` or `.docx`, told apart by what stands in it. Nothing on disk is
/// touched.
///
/// # Errors
/// Says why it cannot be read, or that it is larger than [`TRANSCRIPT_BYTES_MAX`].
pub fn read_transcript(path: &Path) -> Result<String, FileError> {
    let system = |error| FileError::of_system(&error, path, false);
    let about = std::fs::metadata(path).map_err(system)?;
    let refused = |why| FileError::new(why).at(path);
    if about.is_dir() {
        return Err(refused(Why::IsFolder));
    }
    if !about.is_file() {
        return Err(refused(Why::NotAFile));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(system)?;
    file.take(TRANSCRIPT_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(system)?;
    transcript_of(&bytes).map_err(refused)
}

/// The words of a transcript's file.
///
/// # Errors
/// It is too large, holds no words, or holds them in a way that is not read.
pub fn transcript_of(bytes: &[u8]) -> Result<String, Why> {
    if bytes.len() as u64 > TRANSCRIPT_BYTES_MAX {
        return Err(Why::TranscriptTooLarge);
    }
    let text = match bytes.starts_with(PACKED) {
        true => of_document(bytes)?,
        false => of_text(bytes)?,
    };
    let text = plain_text(&text).trim().to_owned();
    match text.len() {
        0 => Err(Why::Empty),
        // Else the map could not be opened again.
        length if length > TEXT_BYTES_MAX => Err(Why::TextTooLong),
        _ => Ok(text),
    }
}

/// Text with a mark of its encoding, or UTF-8, or else that of older Windows programs.
fn of_text(bytes: &[u8]) -> Result<String, Why> {
    if OTHERS.iter().any(|start| bytes.starts_with(start)) {
        return Err(Why::NoTranscript);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return Ok(encoding.decode_without_bom_handling(rest).0.into_owned());
    }
    // No text has such a character, and most other files do.
    if memchr::memchr(0, bytes).is_some() {
        return Err(Why::NoTranscript);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()),
    }
}

/// The words of a document of a word processor.
fn of_document(bytes: &[u8]) -> Result<String, Why> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Why::NoTranscript)?;
    let part = package.by_name(WORDS).map_err(|_| Why::NoTranscript)?;
    // Packed it may be a thousand times smaller than it is.
    let bounded = BufReader::new(part.take(TRANSCRIPT_BYTES_MAX + 1));
    let mut words = DocumentWords { left: TRANSCRIPT_BYTES_MAX, ..DocumentWords::default() };
    words.read(bounded)?;
    Ok(words.text)
}

/// The words of a document as far as it has been read.
#[derive(Default)]
struct DocumentWords {
    text: String,
    /// Within an element that holds words.
    is_in_words: bool,
    /// How deep within what says the same again for older programs.
    again: usize,
    /// Among the places where tabs stop.
    is_among_stops: bool,
    /// How many bytes may still be read.
    left: u64,
}

impl DocumentWords {
    fn read(&mut self, from: impl BufRead) -> Result<(), Why> {
        let mut reader = Reader::from_reader(from);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            let event = reader.read_event_into(&mut buffer);
            if reader.buffer_position() > self.left {
                return Err(Why::TranscriptTooLarge);
            }
            let event = event.map_err(|_| Why::NoTranscript)?;
            if event == Event::Eof {
                return Ok(());
            }
            self.take(&event)?;
            if self.text.len() > TEXT_BYTES_MAX {
                return Err(Why::TextTooLong);
            }
        }
    }

    fn take(&mut self, event: &Event<'_>) -> Result<(), Why> {
        let broken = |_| Why::NoTranscript;
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                b"Fallback" => self.again += 1,
                b"t" => self.is_in_words = true,
                b"tabs" => self.is_among_stops = true,
                name => self.put_break(name),
            },
            Event::Empty(element) => match element.local_name().as_ref() {
                b"p" => self.text.push('\n'),
                name => self.put_break(name),
            },
            Event::End(element) => match element.local_name().as_ref() {
                b"Fallback" => self.again = self.again.saturating_sub(1),
                b"t" => self.is_in_words = false,
                b"tabs" => self.is_among_stops = false,
                b"p" if self.again == 0 => self.text.push('\n'),
                _ => {}
            },
            Event::Text(text) if self.is_said() => {
                self.text.push_str(&text.decode().map_err(|_| Why::NoTranscript)?);
            }
            Event::CData(text) if self.is_said() => {
                self.text.push_str(&text.decode().map_err(|_| Why::NoTranscript)?);
            }
            Event::GeneralRef(sign) if self.is_said() => self.put_sign(sign).map_err(broken)?,
            Event::Text(_)
            | Event::CData(_)
            | Event::GeneralRef(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::Eof => {}
        }
        Ok(())
    }

    fn is_said(&self) -> bool {
        self.is_in_words && self.again == 0
    }

    /// What stands for a sign between words.
    fn put_break(&mut self, name: &[u8]) {
        let sign = match name {
            b"br" | b"cr" => '\n',
            b"tab" => '\t',
            b"noBreakHyphen" => '-',
            _ => return,
        };
        if self.again == 0 && !self.is_among_stops {
            self.text.push(sign);
        }
    }

    /// A sign that is written as `&amp;` or `&#229;`. Others there are none of in documents.
    fn put_sign(&mut self, sign: &BytesRef<'_>) -> Result<(), quick_xml::Error> {
        match sign.resolve_char_ref()? {
            Some(sign) => self.text.push(sign),
            None => {
                let named = sign.decode()?;
                self.text.push_str(resolve_predefined_entity(&named).unwrap_or_default());
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Lang, Words};
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn package(name: &str, bytes: &[u8]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
        zip.finish().unwrap().into_inner()
    }

    fn document(body: &str) -> Vec<u8> {
        let names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
        let xml = format!("{head}<w:document {names}><w:body>{body}</w:body></w:document>");
        package(WORDS, xml.as_bytes())
    }

    #[test]
    fn text_is_read_in_the_usual_encodings() {
        let wide = |text: &str, little: bool| {
            let mark = if little { [0xff, 0xfe] } else { [0xfe, 0xff] };
            let units = text.encode_utf16();
            let bytes =
                units.flat_map(|it| if little { it.to_le_bytes() } else { it.to_be_bytes() });
            mark.into_iter().chain(bytes).collect::<Vec<u8>>()
        };
        let rows: [(Vec<u8>, &str); 7] = [
            ("Två år – och 3 €".into(), "Två år – och 3 €"),
            ("\u{feff}Två år".into(), "Två år"),
            (wide("Två år 🙂", true), "Två år 🙂"),
            (wide("Två år 🙂", false), "Två år 🙂"),
            (b"Tv\xe5 \xe5r \x96 3 \x80".to_vec(), "Två år – 3 €"),
            ("\n# Samtal\r\n\r\n– Ja\u{2028}– Nej \n".into(), "# Samtal\n\n– Ja\n– Nej"),
            ("PK: a\u{1}b".into(), "PK: ab"),
        ];
        for (bytes, expected) in rows {
            assert_eq!(transcript_of(&bytes).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn of_a_document_the_words_are_read() {
        let rows = [
            (
                "<w:p><w:r><w:t>När?</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Då.</w:t></w:r></w:p>",
                "När?\n\nDå.",
            ),
            (
                "<w:p><w:r><w:t>A</w:t></w:r><w:r><w:t xml:space=\"preserve\"> b</w:t></w:r></w:p>",
                "A b",
            ),
            (
                "<w:p><w:r><w:t>A</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>",
                "A\nb\tc",
            ),
            (
                "<w:p><w:pPr><w:tabs><w:tab w:pos=\"9\"/></w:tabs></w:pPr><w:r><w:t>A</w:t></w:r></w:p>",
                "A",
            ),
            ("<w:p><w:r><w:t>A &amp; b &lt;&#229;&#x1f642;</w:t></w:r></w:p>", "A & b <å🙂"),
            // What was struck out, fields and pictures are no words.
            (
                "<w:p><w:del><w:r><w:delText>Nej</w:delText></w:r></w:del><w:r><w:t>Ja</w:t></w:r></w:p>",
                "Ja",
            ),
            ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>1</w:t></w:r></w:p>", "1"),
            // What is said again for older programs is said once.
            (
                "<w:p><mc:Choice><w:t>A</w:t></mc:Choice><mc:Fallback><w:p><w:t>A</w:t></w:p></mc:Fallback></w:p>",
                "A",
            ),
        ];
        for (body, expected) in rows {
            assert_eq!(transcript_of(&document(body)).as_deref(), Ok(expected), "{body}");
        }
    }

    #[test]
    fn what_is_no_transcript_is_refused_with_a_reason() {
        let limit = usize::try_from(TRANSCRIPT_BYTES_MAX).unwrap();
        // Packed, these are some ten thousand bytes.
        let spaces = " ".repeat(limit + 10);
        let bomb = document(&format!("<w:p><w:r><w:t>A</w:t></w:r></w:p>{spaces}"));
        let long = document(&format!("<w:t>{}</w:t>", "a".repeat(TEXT_BYTES_MAX + 1)));
        assert!(bomb.len() < 200_000 && long.len() < 200_000);
        let rows: [(Vec<u8>, Why); 11] = [
            (Vec::new(), Why::Empty),
            (b" \n".to_vec(), Why::Empty),
            (document("<w:p/>"), Why::Empty),
            (b"PK\x03\x04 and no more".to_vec(), Why::NoTranscript),
            (package("word/other.xml", b"<a/>"), Why::NoTranscript),
            (package(WORDS, b"<w:p><w:t>A</w:p>"), Why::NoTranscript),
            (b"%PDF-1.7 A".to_vec(), Why::NoTranscript),
            (b"\xd0\xcf\x11\xe0\0\0".to_vec(), Why::NoTranscript),
            (bomb, Why::TranscriptTooLarge),
            (long, Why::TextTooLong),
            ("a".repeat(TEXT_BYTES_MAX + 1).into(), Why::TextTooLong),
        ];
        for (bytes, why) in rows {
            let start = String::from_utf8_lossy(&bytes[..bytes.len().min(30)]).into_owned();
            assert_eq!(transcript_of(&bytes), Err(why), "{start}");
        }
        assert_eq!(transcript_of(&vec![b'a'; limit + 1]), Err(Why::TranscriptTooLarge));
    }

    #[test]
    fn a_file_that_cannot_be_read_is_told_of_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("Intervju 4.docx");
        let words = Words::new(Lang::Sv);
        let said = || read_transcript(&file).map_err(|error| error.text(&words));
        assert!(said().unwrap_err().contains("Intervju 4.docx"));
        std::fs::write(&file, b"PK\x03\x04, sa hon").unwrap();
        assert!(said().unwrap_err().contains(".docx, .txt"), "{:?}", said());
        std::fs::write(&file, document("<w:p><w:r><w:t>Ja.</w:t></w:r></w:p>")).unwrap();
        assert_eq!(said(), Ok("Ja.".into()));
        let in_it = read_transcript(folder.path()).unwrap_err();
        assert_eq!(in_it.why, Why::IsFolder);
    }
}
