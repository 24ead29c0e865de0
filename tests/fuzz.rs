//! Whatever is read, merged, laid out or exported: no bytes end the program, and its promises hold.
//!
//! Each test is a target: it tries what is kept of it (the examples, samples and cases, and what was
//! found before in `tests/fuzz/found`), and then as many inputs made of these by chance, the same each
//! time. `KUNDRESA_FUZZ_SECONDS=1200` goes on for so long with others and keeps what it finds:
//!
//! ```text
//! KUNDRESA_FUZZ_SECONDS=1200 cargo test --test fuzz load -- --nocapture
//! ```
//!
//! `KUNDRESA_FUZZ_INPUT=file` tries that file alone. While it goes on, what is being tried stands in
//! `found/<target>/running`: left there it is what ended the process or never came to an end. What
//! stands in `tests/fuzz/open` was found and is not mended yet.
//!
//! The changes are made here and not by a library: `bolero` (some thirty crates more) draws its inputs
//! from nothing where there is no nightly compiler, and never changes a kept one; random bytes are no
//! map. What is worth changing is JSON of a known form, and a change of that is a few lines.

#![allow(clippy::wildcard_enum_match_arm, reason = "a test asks for one case")]
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

#[path = "monkey/dice.rs"]
mod dice;
#[path = "fuzz/exporting.rs"]
mod exporting;
#[path = "fuzz/importing.rs"]
mod importing;
#[path = "fuzz/keeping.rs"]
mod keeping;
#[path = "fuzz/laying_out.rs"]
mod laying_out;
#[path = "fuzz/loading.rs"]
mod loading;
#[path = "fuzz/merging.rs"]
mod merging;
#[path = "fuzz/mutate.rs"]
mod mutate;
#[path = "fuzz/mutate_json.rs"]
mod mutate_json;
#[path = "fuzz/run.rs"]
mod run;
#[path = "fuzz/seeds.rs"]
mod seeds;
#[path = "monkey/texts.rs"]
mod texts;

use kundresa::export::Format;
use run::{Target, run};

#[test]
fn load() {
    run(&Target {
        name: "load",
        promise: loading::promise,
        seeds: seeds::maps,
        change: mutate::map,
        quick: 250,
    });
}

#[test]
fn merge() {
    run(&Target {
        name: "merge",
        promise: merging::promise,
        seeds: seeds::copies,
        change: mutate::copies,
        quick: 100,
    });
}

#[test]
fn layout() {
    run(&Target {
        name: "layout",
        promise: laying_out::promise,
        seeds: seeds::small_maps,
        change: mutate::map,
        quick: 40,
    });
}

#[test]
fn import_picture() {
    run(&Target {
        name: "import_picture",
        promise: importing::picture,
        seeds: seeds::pictures,
        change: mutate::plain,
        quick: 300,
    });
}

#[test]
fn import_text() {
    run(&Target {
        name: "import_text",
        promise: importing::text,
        seeds: seeds::texts,
        change: mutate::text,
        quick: 250,
    });
}

#[test]
fn import_clip() {
    run(&Target {
        name: "import_clip",
        promise: importing::clip,
        seeds: seeds::clips,
        change: mutate::map,
        quick: 300,
    });
}

#[test]
fn import_template() {
    run(&Target {
        name: "import_template",
        promise: importing::template,
        seeds: seeds::templates,
        change: mutate::map,
        quick: 60,
    });
}

#[test]
fn import_settings() {
    run(&Target {
        name: "import_settings",
        promise: keeping::settings,
        seeds: seeds::settings,
        change: mutate::map,
        quick: 150,
    });
}

#[test]
fn import_history() {
    run(&Target {
        name: "import_history",
        promise: keeping::history,
        seeds: seeds::damages,
        change: mutate::plain,
        quick: 60,
    });
}

#[test]
fn import_recovered() {
    run(&Target {
        name: "import_recovered",
        promise: keeping::recovered,
        seeds: seeds::recovered,
        change: mutate::map,
        quick: 60,
    });
}

#[test]
fn import_in_use() {
    run(&Target {
        name: "import_in_use",
        promise: keeping::in_use,
        seeds: seeds::in_use,
        change: mutate::map,
        quick: 200,
    });
}

/// A target of what a map becomes as one format.
fn export_as(name: &'static str, promise: fn(&[u8]), quick: usize) {
    run(&Target { name, promise, seeds: seeds::small_maps, change: mutate::map, quick });
}

#[test]
fn export_svg() {
    export_as("export_svg", |bytes| exporting::promise(bytes, Format::Svg), 30);
}

#[test]
fn export_pdf() {
    export_as("export_pdf", |bytes| exporting::promise(bytes, Format::Pdf), 20);
}

#[test]
fn export_png() {
    export_as("export_png", |bytes| exporting::promise(bytes, Format::Png), 15);
}

#[test]
fn export_pptx() {
    export_as("export_pptx", |bytes| exporting::promise(bytes, Format::Pptx), 15);
}

#[test]
fn export_html() {
    export_as("export_html", |bytes| exporting::promise(bytes, Format::Html), 25);
}

#[test]
fn export_xlsx() {
    export_as("export_xlsx", |bytes| exporting::promise(bytes, Format::Xlsx), 40);
}

#[test]
fn export_csv() {
    export_as("export_csv", |bytes| exporting::promise(bytes, Format::Csv), 60);
}

#[test]
fn export_markdown() {
    export_as("export_markdown", |bytes| exporting::promise(bytes, Format::Markdown), 60);
}
