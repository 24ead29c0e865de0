//! What the pages of a PDF say.

use lopdf::content::{Content, Operation};
use lopdf::{Document, Object};
use std::collections::HashMap;

/// Letters and figures alone: lines end elsewhere, and spaces are gaps in a PDF.
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What the pages say, as a program that searches reads it: each code by the table of its font.
/// Letters and figures alone.
pub(crate) fn said(pdf: &Document) -> String {
    letters(&signs(pdf))
}

/// The same with all its signs.
pub(crate) fn signs(pdf: &Document) -> String {
    let mut out = String::new();
    for page in pdf.get_pages().into_values() {
        let fonts = pdf.get_page_fonts(page).unwrap();
        let tables: HashMap<&[u8], HashMap<Vec<u8>, String>> =
            fonts.iter().map(|(name, font)| (name.as_slice(), table(pdf, font))).collect();
        let content = Content::decode(&pdf.get_page_content(page).unwrap()).unwrap();
        let mut font: &[u8] = &[];
        // What a marked piece says instead of its codes, and how deep within such a piece this is.
        let mut spoken: Vec<bool> = Vec::new();
        for Operation { operator, operands } in &content.operations {
            match (operator.as_str(), operands.as_slice()) {
                ("Tf", [Object::Name(name), _]) => {
                    font = tables.get_key_value(name.as_slice()).map_or(&[], |(name, _)| name);
                }
                ("BDC", [_, Object::Dictionary(about)]) if about.has(b"ActualText") => {
                    out += &lopdf::decode_text_string(about.get(b"ActualText").unwrap()).unwrap();
                    spoken.push(true);
                }
                ("BDC" | "BMC", _) => spoken.push(false),
                ("EMC", _) => drop(spoken.pop()),
                ("Tj" | "TJ", [shown]) if !spoken.contains(&true) => {
                    let pieces = match shown {
                        Object::Array(pieces) => pieces.as_slice(),
                        one => std::slice::from_ref(one),
                    };
                    let bytes = pieces.iter().filter_map(|piece| piece.as_str().ok());
                    bytes.for_each(|bytes| read(bytes, &tables[font], &mut out));
                }
                _ => {}
            }
        }
    }
    out
}

/// The characters of these codes.
fn read(bytes: &[u8], table: &HashMap<Vec<u8>, String>, out: &mut String) {
    let length = table.keys().next().map_or(1, Vec::len);
    for code in bytes.chunks(length) {
        out.push_str(table.get(code).map_or("", String::as_str));
    }
}

/// Which characters a font's codes stand for.
fn table(pdf: &Document, font: &lopdf::Dictionary) -> HashMap<Vec<u8>, String> {
    let stream = font.get(b"ToUnicode").and_then(|found| pdf.dereference(found)).unwrap().1;
    let text = stream.as_stream().unwrap().decompressed_content().unwrap();
    let text = String::from_utf8(text).unwrap();
    let bytes = |hex: &str| -> Vec<u8> {
        let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
        let byte =
            |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
        digits.chunks(2).map(byte).collect()
    };
    let characters = |hex: &str| {
        let units: Vec<u16> =
            bytes(hex).chunks(2).map(|pair| u16::from_be_bytes(pair.try_into().unwrap())).collect();
        String::from_utf16(&units).unwrap()
    };
    let mut table = HashMap::new();
    for part in text.split("beginbfchar").skip(1) {
        for line in part.split("endbfchar").next().unwrap().lines() {
            if let Some((code, to)) = line.trim().split_once("> <") {
                table.insert(bytes(code), characters(to));
            }
        }
    }
    assert!(!table.is_empty() && !text.contains("beginbfrange"), "{text}");
    table
}
