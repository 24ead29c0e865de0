//! The box that slides come in: parts of XML and pictures in a ZIP file, what each of them is, and
//! which belong together (ECMA-376, part 2). The same parts give the same bytes.

use crate::export::ExportError;
use crate::export::escape::escape;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// What every part of XML begins with.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Kinds of relation, after their common beginning.
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
/// The kind of relation of the document's title and author, which has another beginning.
const CORE: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// How much care is taken to pack XML, of 9: 11.4 MB of slides of a large map become 1.59 MB. The usual 6
/// makes 1.44 MB of them and takes between one and a half and twice as long; 1 makes 2.25 MB.
const LEVEL: i64 = 3;

/// A document in the making.
pub(super) struct Package {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    /// What each part is: its name and its kind.
    kinds: Vec<(String, &'static str)>,
}

/// A part that is packed already, wherever that was done. It is a ZIP file of its own.
pub(super) struct Packed(Vec<u8>);

impl Packed {
    /// Packs a part of XML.
    pub(super) fn new(xml: &[u8]) -> Result<Self, ExportError> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(xml.len() / 4)));
        zip.start_file("part", options()).map_err(failed)?;
        zip.write_all(xml)?;
        Ok(Self(zip.finish().map_err(failed)?.into_inner()))
    }
}

/// What a part has to do with another.
pub(super) struct Relation {
    /// What it is called within the part.
    pub id: String,
    /// `slideLayout`, `image`…
    pub kind: &'static str,
    /// Where the other is, seen from this part.
    pub target: String,
}

impl Relation {
    /// A relation of the name `rId` and a number.
    pub(super) fn new(number: usize, kind: &'static str, target: impl Into<String>) -> Self {
        Self { id: format!("rId{number}"), kind, target: target.into() }
    }
}

impl Package {
    /// A box with nothing in it.
    pub(super) fn new() -> Self {
        Self { zip: ZipWriter::new(Cursor::new(Vec::new())), kinds: Vec::new() }
    }

    /// Adds a part of XML, `ppt/slides/slide1.xml`, of this kind, with its relations.
    pub(super) fn part(
        &mut self,
        name: &str,
        kind: &'static str,
        xml: &[u8],
        relations: &[Relation],
    ) -> Result<(), ExportError> {
        self.packed(name, kind, Packed::new(xml)?, relations)
    }

    /// Adds a part that was packed before: the same as if its XML had been added.
    pub(super) fn packed(
        &mut self,
        name: &str,
        kind: &'static str,
        Packed(packed): Packed,
        relations: &[Relation],
    ) -> Result<(), ExportError> {
        self.kinds.push((format!("/{name}"), kind));
        let mut packed = ZipArchive::new(Cursor::new(packed)).map_err(failed)?;
        let file = packed.by_index_raw(0).map_err(failed)?;
        self.zip.raw_copy_file_rename(file, name).map_err(failed)?;
        if relations.is_empty() {
            return Ok(());
        }
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        self.relations(&format!("{folder}/_rels/{file}.rels"), relations)
    }

    /// Adds a picture, `ppt/media/image1.png`.
    pub(super) fn picture(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        // It is packed already.
        let options =
            options().compression_method(CompressionMethod::Stored).compression_level(None);
        self.zip.start_file(name, options).map_err(failed)?;
        Ok(self.zip.write_all(bytes)?)
    }

    /// The whole of it; `relations` are those of the document itself.
    pub(super) fn finish(mut self, relations: &[Relation]) -> Result<Vec<u8>, ExportError> {
        self.relations("_rels/.rels", relations)?;
        let mut out = HEAD.as_bytes().to_vec();
        out.extend(
            b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
            <Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>\
            <Default Extension=\"png\" ContentType=\"image/png\"/>\
            <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
            <Default Extension=\"xml\" ContentType=\"application/xml\"/>",
        );
        for (name, kind) in &self.kinds {
            out.extend(
                format!("<Override PartName=\"{name}\" ContentType=\"{kind}\"/>").as_bytes(),
            );
        }
        out.extend(b"</Types>");
        self.file("[Content_Types].xml", &out)?;
        Ok(self.zip.finish().map_err(failed)?.into_inner())
    }

    fn relations(&mut self, name: &str, relations: &[Relation]) -> Result<(), ExportError> {
        let mut out = HEAD.as_bytes().to_vec();
        out.extend(
            b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
        );
        for Relation { id, kind, target } in relations {
            let kind = match *kind {
                "core-properties" => CORE.to_owned(),
                kind => format!("{RELATIONS}{kind}"),
            };
            out.extend(format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"").as_bytes());
            escape(target, &mut out);
            out.extend(b"\"/>");
        }
        out.extend(b"</Relationships>");
        self.file(name, &out)
    }

    fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        self.zip.start_file(name, options()).map_err(failed)?;
        Ok(self.zip.write_all(bytes)?)
    }
}

/// Of a time that says nothing: the first a ZIP file can tell.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
}

fn failed(error: zip::result::ZipError) -> ExportError {
    ExportError::Unexpected(error.to_string())
}
