//! The program from the outside, without a window.
#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn kundresa(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kundresa"));
    command.args(["--lang", "en"]).args(args).output().unwrap()
}

fn sample() -> String {
    format!("{}/tests/samples/v1.kundresa", env!("CARGO_MANIFEST_DIR"))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A folder with one sound file, one to be mended and one that is no map.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let sample = std::fs::read_to_string(sample()).unwrap();
    // What no version has known.
    let sound =
        sample.replace("              17,\n", "").replace("[\n          1\n        ]", "[]");
    std::fs::write(folder.path().join("sound"), &sound).unwrap();
    let bad = sound.replace("\"step\": \"step0002\"", "\"step\": \"gone\"");
    std::fs::write(folder.path().join("bad"), bad).unwrap();
    std::fs::write(folder.path().join("none"), "{").unwrap();
    folder
}

fn in_folder(folder: &Path, names: &[&str]) -> Vec<String> {
    names.iter().map(|name| folder.join(name).to_string_lossy().into_owned()).collect()
}

#[test]
fn check_exits_with_the_worst_of_all_files() {
    let folder = folder();
    let rows: [(&[&str], i32); 6] = [
        (&["sound"], 0),
        (&["bad"], 1),
        (&["none"], 2),
        (&["missing"], 2),
        (&["bad", "sound"], 1),
        (&["none", "sound", "bad"], 2),
    ];
    for (names, code) in rows {
        let before = names.iter().map(|name| std::fs::read(folder.path().join(name)).ok());
        let before: Vec<_> = before.collect();
        let files = in_folder(folder.path(), names);
        for json in [false, true] {
            let mut args: Vec<&str> = vec!["check"];
            args.extend(files.iter().map(String::as_str));
            args.extend(json.then_some("--json"));
            let output = kundresa(&args);
            assert_eq!(output.status.code(), Some(code), "{args:?}");
            assert_eq!(text(&output.stderr), "");
        }
        let after = names.iter().map(|name| std::fs::read(folder.path().join(name)).ok());
        assert_eq!(after.collect::<Vec<_>>(), before, "nothing on disk is touched");
    }
}

#[test]
fn check_does_not_let_through_what_is_not_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, title: &str| {
        let map = serde_json::json!({"format": "kundresa", "version": 1, "project": {
            "journeys": [{"id": "j1", "title": title}]}});
        std::fs::write(folder.path().join(name), map.to_string()).unwrap();
    };
    for (name, title) in [("base", "A"), ("ours", "B"), ("theirs", "C")] {
        write(name, title);
    }
    let names = in_folder(folder.path(), &["base", "ours", "theirs", "merged"]);
    let [base, ours, theirs, merged] = &names[..] else { panic!("four") };
    let output = kundresa(&["merge", base, ours, theirs, "-o", merged]);
    assert_eq!(output.status.code(), Some(1));
    let output = kundresa(&["check", merged]);
    assert_eq!(output.status.code(), Some(1), "a hook that asks must not commit it");
    let said = text(&output.stdout);
    assert!(said.contains("sound, but not all is chosen"), "{said}");
    let told: Value =
        serde_json::from_slice(&kundresa(&["check", "--json", merged]).stdout).unwrap();
    let one = &told[0]["contested"][0];
    assert_eq!((&one["thing"], &one["field"]), (&"j1".into(), &"title".into()));
    let words = one["text"].as_str().unwrap();
    assert!(words.contains("“B”") && words.contains("“C”"), "{words}");
    assert!(said.contains(words), "{said}");
}

#[test]
fn check_tells_programs_what_a_file_holds() {
    let folder = folder();
    let files = in_folder(folder.path(), &["bad", "none"]);
    let output = kundresa(&["check", "--json", &files[0], &files[1]]);
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let keys = |value: &Value| {
        let keys: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
        keys.join(" ")
    };
    let all = "file exit journeys phases steps lanes cards emotions personas conflicts problems \
        contested";
    assert_eq!(keys(&told[0]), all);
    assert_eq!(keys(&told[1]), all);
    let counts = ["exit", "journeys", "phases", "steps", "lanes", "cards", "emotions", "personas"];
    let counts: Vec<_> = counts.iter().map(|key| told[0][key].as_u64().unwrap()).collect();
    assert_eq!(counts, [1, 1, 2, 3, 3, 3, 2, 2]);
    let problem = &told[0]["problems"][0];
    assert_eq!(keys(problem), "code place what done");
    assert_eq!(problem["code"], "unknown-step");
    assert_eq!(problem["place"], "journeys[0].lanes[0].cards[1].step");
    assert_eq!(problem["what"], "Card: there is no step “gone”.");
    assert_eq!(problem["done"], "The card is in the parking place.");
    assert_eq!(told[1]["problems"][0]["code"], "not-json");
    assert_eq!(told[1]["problems"][0]["place"], "1:1");
}

#[test]
fn check_tells_people_in_their_language() {
    let rows = [
        ("sv", "1 kundresekarta, 2 faser, 3 steg, 3 rader, 3 kort, 2 känslopunkter, 2 personor"),
        ("en", "1 journey map, 2 phases, 3 steps, 3 lanes, 3 cards, 2 emotion points, 2 personas"),
    ];
    for (lang, expected) in rows {
        let output = kundresa(&["--lang", lang, "check", &sample()]);
        assert!(text(&output.stdout).contains(expected), "{}", text(&output.stdout));
    }
}

#[test]
fn help_version_and_errors() {
    let rows: [(&[&str], i32, &str); 5] = [
        (&["--help"], 0, "kundresa check FILE…"),
        (&["--version"], 0, concat!("kundresa ", env!("CARGO_PKG_VERSION"))),
        (&["check"], 2, "needs at least one file"),
        (&["--nonsense"], 2, "--nonsense"),
        (&["check", "x", "--nonsense"], 2, "--nonsense"),
    ];
    for (args, code, expected) in rows {
        let output = kundresa(args);
        assert_eq!(output.status.code(), Some(code), "{args:?}");
        let (said, silent) = match code {
            0 => (output.stdout, output.stderr),
            _ => (output.stderr, output.stdout),
        };
        assert!(text(&said).contains(expected), "{args:?}: {}", text(&said));
        assert!(silent.is_empty());
    }
}

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn export_writes_whole_files_or_none() {
    let folder = folder();
    let dir = folder.path();
    let path = |name: &str| dir.join(name).to_string_lossy().into_owned();
    std::fs::create_dir(dir.join("folder.svg")).unwrap();
    std::fs::write(dir.join("there.svg"), "mine").unwrap();
    std::fs::write(dir.join("there-02.png"), "mine").unwrap();
    let before = names(dir);
    // The file, the arguments after it, and what is said.
    let rows: [(&str, &[&str], &str); 14] = [
        ("none", &["-o", "OUT/a.svg"], "cannot be opened"),
        ("missing", &["-o", "OUT/a.svg"], "cannot be opened"),
        ("sound", &["-o", "OUT/no/a.svg"], "no/a.svg"),
        ("sound", &["-o", "OUT/there.svg"], "--force"),
        ("sound", &["-o", "OUT/folder.svg", "--force"], "folder.svg"),
        ("sound", &["-o", "OUT/a.svg", "-o", "OUT/a.svg"], "twice"),
        ("sound", &["-o", "OUT/a.png", "--width", "4000000000"], "million pixels"),
        ("sound", &["-o", "OUT/a.csv", "--story"], "pdf, png, pptx"),
        ("sound", &["-o", "OUT/there.png", "--story"], "there-02.png"),
        ("sound", &["-o", "-", "--format", "png", "--story"], "pictures"),
        ("sound", &["-o", "OUT/a.svg", "--lanes", "Nothing"], "There are:"),
        ("sound", &["-o", "OUT/a.svg", "--journey", "9"], "There are:"),
        ("sound", &["-o", "OUT/a.svg", "--logo", "OUT/there.svg"], "is not a picture"),
        ("sound", &["-o", "OUT/a.svg", "--logo", "OUT/none.png"], "cannot be opened"),
    ];
    for (file, rest, expected) in rows {
        let file = path(file);
        let rest: Vec<String> = rest.iter().map(|arg| arg.replace("OUT", &path(""))).collect();
        let mut args = vec!["export", &file];
        args.extend(rest.iter().map(String::as_str));
        let output = kundresa(&args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let said = text(&output.stderr);
        assert!(said.contains(expected), "{args:?}: {said}");
        assert_eq!(text(&output.stdout), "", "{args:?}");
        assert_eq!(names(dir), before, "{args:?}");
        assert_eq!(std::fs::read(dir.join("there.svg")).unwrap(), b"mine");
    }
    let (sound, svg, png) = (path("sound"), path("there.svg"), path("b.png"));
    let args = ["export", &sound, "-o", &svg, "-o", &png, "--force", "--width", "300"];
    let output = kundresa(&args);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("300 ×"), "{}", text(&output.stdout));
    assert!(std::fs::read(&svg).unwrap().starts_with(b"<?xml"));
    assert!(std::fs::read(&png).unwrap().starts_with(b"\x89PNG"));
    // What had to be mended is exported, and said.
    let output = kundresa(&["export", &path("bad"), "-o", "-", "--format", "svg"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.starts_with(b"<?xml"));
    assert!(text(&output.stderr).contains("kundresa check"));
}

#[test]
fn text_that_is_too_small_on_paper_is_told() {
    let folder = folder();
    let dir = folder.path();
    let map = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/examples/shoes.kundresa");
    let out = dir.join("a.pdf").to_string_lossy().into_owned();
    for (page, warned) in [("a4", true), ("fit", false)] {
        let output = kundresa(&["export", map, "-o", &out, "--page", page, "--force"]);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let said = text(&output.stderr);
        assert_eq!(said.contains("The smallest text would be"), warned, "{page}: {said}");
    }
}

#[test]
fn an_output_that_is_an_input_is_refused() {
    let folder = folder();
    let dir = folder.path();
    let path = |name: &str| dir.join(name).to_string_lossy().into_owned();
    let (map, logo) = (dir.join("map.svg"), dir.join("logo.png"));
    std::fs::copy(dir.join("sound"), &map).unwrap();
    let output = kundresa(&["export", &path("map.svg"), "-o", &path("logo.png"), "--width", "90"]);
    assert_eq!(output.status.code(), Some(0));
    let page = dir.join("page-01.png");
    std::fs::copy(&logo, &page).unwrap();
    std::fs::hard_link(&map, dir.join("hard.svg")).unwrap();
    std::fs::create_dir(dir.join("deep")).unwrap();
    let mut rows: Vec<(String, &[&str])> = vec![
        (path("map.svg"), &[]),
        (path("./deep/../map.svg"), &[]),
        (path("hard.svg"), &[]),
        (path("logo.png"), &["--logo", "LOGO"]),
        (path("page.png"), &["--logo", "PAGE", "--story"]),
    ];
    if cfg!(unix) {
        #[cfg(unix)]
        std::os::unix::fs::symlink(&map, dir.join("soft.svg")).unwrap();
        rows.push((path("soft.svg"), &[]));
    }
    let before = || [&map, &logo, &page].map(|path| std::fs::read(path).unwrap());
    let kept = before();
    for (out, more) in rows {
        for (lang, said) in [("en", "is also what is read"), ("sv", "är också det som läses")] {
            let file = path("map.svg");
            let mut args = vec!["--lang", lang, "export", &file, "-o", &out, "--force"];
            let (logo, page) = (path("logo.png"), path("page-01.png"));
            args.extend(more.iter().map(|arg| match *arg {
                "LOGO" => logo.as_str(),
                "PAGE" => page.as_str(),
                other => other,
            }));
            let output = kundresa(&args);
            assert_eq!(output.status.code(), Some(2), "{args:?}");
            assert!(text(&output.stderr).contains(said), "{args:?}: {}", text(&output.stderr));
            assert!(before() == kept, "{args:?}");
        }
    }
    // A template of one's own is read too.
    let own = dir.join("templates");
    std::fs::create_dir(&own).unwrap();
    let mine = own.join("mine.kundresa");
    std::fs::copy(dir.join("sound"), &mine).unwrap();
    let out = mine.to_string_lossy();
    let output = kundresa_in(dir, &["new", "--template", "mine", "-o", &out, "--force"]);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stdout));
    assert_eq!(std::fs::read(&mine).unwrap(), std::fs::read(dir.join("sound")).unwrap());
}

#[test]
fn a_presentation_is_written_as_pages() {
    let folder = folder();
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let (png, pdf, pptx) = (path("talk.png"), path("talk.pdf"), path("talk.pptx"));
    let sound = path("sound");
    let args = ["export", &sound, "--story", "--notes", "-o", &png, "-o", &pdf, "-o", &pptx];
    let output = kundresa(&args);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let said = text(&output.stdout);
    let pages = names(folder.path()).iter().filter(|name| name.starts_with("talk-")).count();
    assert!(pages > 1, "{said}");
    let expected = format!("talk-{pages:02}.png: {pages} pictures, 1,920 × 1,080 pixels each");
    assert!(said.contains(&expected), "{said}");
    assert!(said.contains(&format!("talk.pptx: {pages} pages")), "{said}");
    assert!(!Path::new(&png).exists());
    assert!(std::fs::read(path("talk-01.png")).unwrap().starts_with(b"\x89PNG"));
    assert!(std::fs::read(&pptx).unwrap().starts_with(b"PK"));
    // Slides tell a story without being told.
    let output = kundresa(&["export", &path("sound"), "-o", "-", "--format", "pptx"]);
    assert!(output.stdout.starts_with(b"PK"), "{}", text(&output.stderr));
}

#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kundresa"));
    command.arg("check").args(vec![sample(); 500]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(text(&output.stderr), "");
    assert!(output.status.code().is_some_and(|code| code <= 1), "{:?}", output.status);
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_told() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_kundresa"));
    let output = command.args(["check", &sample()]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(!output.stderr.is_empty());
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_kundresa"));
    let args = ["export", &sample(), "-o", "-", "--format", "png"];
    let output = command.args(args).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(!output.stderr.is_empty());
}

#[cfg(target_os = "linux")]
#[test]
fn where_the_system_has_no_fonts_a_map_is_exported_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let cache = format!("<fontconfig><cachedir>{}</cachedir></fontconfig>", at("cache"));
    std::fs::write(at("fonts.conf"), cache).unwrap();
    let example = format!("{}/assets/examples/shoes.kundresa", env!("CARGO_MANIFEST_DIR"));
    let map = std::fs::read_to_string(example).unwrap();
    // What none of our own fonts has.
    std::fs::write(at("map"), map.replace("Buying running shoes", "買鞋 ไทย")).unwrap();
    for format in ["svg", "pptx"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kundresa"));
        command.env("FONTCONFIG_FILE", at("fonts.conf"));
        command.args(["export", &at("map"), "-o", "-", "--format", format]);
        let output = command.output().unwrap();
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
        assert!(!output.stdout.is_empty());
    }
}

/// The program with a folder of its own for what the user keeps.
fn kundresa_in(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kundresa"));
    command.env("KUNDRESA_CONFIG_DIR", folder).args(args).output().unwrap()
}

#[test]
fn each_template_is_made_in_both_languages_filled_and_empty() {
    let folder = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| kundresa_in(folder.path(), args);
    let listed = run(&["templates", "--json"]);
    let listed: Value = serde_json::from_slice(&listed.stdout).unwrap();
    let all = listed.as_array().unwrap();
    let names: Vec<_> = all.iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(&names[..2], ["b2b-buying-group"; 2]);
    let people = text(&run(&["--lang", "sv", "templates"]).stdout);
    assert!(
        all.iter().all(|one| {
            one["language"] == "en" || people.contains(one["title"].as_str().unwrap())
        })
    );
    let mut files = Vec::new();
    for one in all {
        let (name, lang) = (one["name"].as_str().unwrap(), one["language"].as_str().unwrap());
        for example in [true, false] {
            let file = folder.path().join(format!("{name}-{lang}-{example}"));
            let file = file.to_string_lossy().into_owned();
            let mut args = vec!["new", "--template", name, "--lang", lang, "-o", &file];
            args.extend(example.then_some("--example"));
            assert_eq!(run(&args).status.code(), Some(0), "{args:?}");
            files.push(file);
        }
    }
    let mut args = vec!["check"];
    args.extend(files.iter().map(String::as_str));
    let checked = run(&args);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
}

#[test]
fn new_replaces_nothing_unasked_and_says_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let templates = folder.path().join("templates");
    std::fs::create_dir(&templates).unwrap();
    let own = templates.join("Vår.kundresa").to_string_lossy().into_owned();
    let made = kundresa_in(folder.path(), &["new", "--template", "hybrid", "-o", &own]);
    assert_eq!(made.status.code(), Some(0));
    std::fs::write(templates.join("trasig.kundresa"), "hej").unwrap();
    let file = folder.path().join("ny.kundresa").to_string_lossy().into_owned();
    let rows: [(&[&str], i32, &str); 6] = [
        (&["new", "--template", "six-phases", "--title", "Resan", "-o", &file], 0, "ny.kundresa"),
        (&["new", "--template", "six-phases", "-o", &file], 2, "--force"),
        (&["new", "--template", "Vår", "-o", &file, "--force"], 0, "ny.kundresa"),
        (&["new", "--template", "trasig", "-o", &file, "--force"], 2, "trasig: kan inte användas"),
        (&["new", "--template", "nope", "-o", &file, "--force"], 2, "”nope”"),
        (&["new"], 2, "-o FIL"),
    ];
    for (args, code, expected) in rows {
        let args = [&["--lang", "sv"], args].concat();
        let output = kundresa_in(folder.path(), &args);
        let said = text(&output.stdout) + &text(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
        assert!(said.contains(expected), "{args:?}: {said}");
        if code == 0 && !args.contains(&"--force") {
            let made: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
            assert_eq!(made["project"]["journeys"][0]["title"], "Resan");
            assert_eq!(made["project"]["language"], "sv");
        }
    }
    let said = text(&kundresa_in(folder.path(), &["--lang", "sv", "templates"]).stdout);
    assert!(said.contains("Vår") && said.contains("trasig"), "{said}");
}

#[test]
fn a_picture_of_too_many_dots_is_told_with_its_size_and_the_limit() {
    // The header of a PNG of 30,000 × 30,000 dots and the beginning of its data.
    let png = "iVBORw0KGgoAAAANSUhEUgAAdTAAAHUwAQAAAABOXMUXAAAACUlEQVR4nGMAAAABAAFe/335";
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("m.kundresa").to_string_lossy().into_owned();
    let map = format!(
        r#"{{"format": "kundresa", "version": 1, "project": {{
            "images": [{{"id": "i1", "title": "Wall", "data": "{png}"}}], "journeys": [{{"id": "j1",
            "phases": [{{"id": "f1", "steps": [{{"id": "s1"}}]}}], "lanes": [{{"id": "l1",
            "kind": "notes", "cards": [{{"id": "c1", "step": "s1", "image": "i1"}}]}}]}}]}}}}"#
    );
    std::fs::write(&path, map).unwrap();
    let rows = [
        ("en", "Picture “Wall” is too large: it has 30,000 × 30,000 dots; at most 64 million"),
        ("sv", "Bilden ”Wall” är för stor: den har 30 000 × 30 000 punkter; högst 64 miljoner"),
    ];
    for (lang, expected) in rows {
        let output = kundresa(&["--lang", lang, "check", &path]);
        let said = text(&output.stdout).replace('\u{a0}', " ");
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("[picture-too-large] images[0]: "), "{said}");
        assert!(said.contains(expected), "{said}");
    }
    // The map is exported without it.
    let output = kundresa(&["export", &path, "-o", "-", "--format", "svg"]);
    assert_eq!(output.status.code(), Some(0));
}
