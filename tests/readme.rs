//! Does the README say what the program does? Its list of keys is the table of commands.

use kundresa::ui::present::keys::rows_as_markdown;
use kundresa::ui::state::keys::keys_as_markdown;
use kundresa::words::{Lang, Words};

const README: &str = include_str!("../README.md");

#[test]
fn the_list_of_keys_is_the_table_of_commands() {
    let start = README.find("<!-- keys -->").expect("the README marks where its keys begin");
    let end = README.find("<!-- /keys -->").expect("the README marks where its keys end");
    let listed = README[start..end].trim_start_matches("<!-- keys -->").trim();
    let table = "| Key | Command | What it does |\n|---|---|---|\n".to_owned()
        + keys_as_markdown(&Words::new(Lang::En)).trim();
    assert_eq!(listed, table, "put this between the marks:\n\n{table}\n");
}

#[test]
fn the_keys_of_a_presentation_are_its_table() {
    let words = Words::new(Lang::En);
    let table = format!("| Key | What it does |\n|---|---|\n{}", rows_as_markdown(&words).trim());
    let start = README.find("<!-- present keys -->").expect("its beginning is marked");
    let end = README.find("<!-- /present keys -->").expect("its end is marked");
    let listed = README[start..end].trim_start_matches("<!-- present keys -->").trim();
    assert_eq!(listed, table, "put this between the marks:\n\n{table}\n");
}

#[test]
fn the_limits_are_those_of_the_program() {
    use kundresa::model::limits::*;
    let words = Words::new(Lang::En);
    let number = |value: f64| words.number(value);
    let rows = [
        ("A file", number(FILE_BYTES_MAX as f64 / 1e6) + " MB"),
        ("Cards in a file, on all its maps", number(CARDS_MAX as f64)),
        (
            "Values in a file (texts, numbers, lists, objects of its JSON)",
            number(VALUES_MAX as f64 / 1e6) + " million",
        ),
        ("A text in a file", number(TEXT_BYTES_MAX as f64 / 1e6) + " MB"),
        ("A transcript that is read", number(TRANSCRIPT_BYTES_MAX as f64 / 1e6) + " MB"),
        ("Levels of brackets in a file", number(DEPTH_MAX as f64)),
        ("A picture, width times height", number(DOTS_MAX as f64 / 1e6) + " million dots"),
    ];
    let rows = rows.map(|(what, most)| format!("| {what} | {most} |"));
    let table = format!("| What | At most |\n|---|---|\n{}", rows.join("\n"));
    let start = README.find("<!-- limits -->").expect("its beginning is marked");
    let end = README.find("<!-- /limits -->").expect("its end is marked");
    let listed = README[start..end].trim_start_matches("<!-- limits -->").trim();
    assert_eq!(listed, table, "put this between the marks:\n\n{table}\n");
}

#[test]
fn what_the_readme_names_is_there() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = README.split(['`', '(', ')', ' ', '\n']);
    let paths = names.filter(|name| name.starts_with("assets/") || name.starts_with("src/"));
    let paths: Vec<_> = paths.filter(|name| !name.contains('*')).collect();
    assert!(paths.len() >= 3, "{paths:?}");
    for path in paths {
        assert!(folder.join(path).exists(), "{path}");
    }
}
