//! What the arguments after `kundresa export` ask for.

use super::args::{Request, Usage, UsageError, choose_lang, is_option};
use crate::export::{
    Compare, Format, Options, PageSize, Paper, PngSize, Separator, TableKind, ViewChoice,
};
use crate::insight::How;
use crate::scene::ThemeKind;
use crate::words::{Lang, Words};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Write a map as pictures and documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// The map's file.
    pub file: PathBuf,
    /// What to write; at least one.
    pub outputs: Vec<Output>,
    /// How.
    pub options: Options,
    /// The picture of a logo.
    pub logo: Option<PathBuf>,
    /// Replace files that are there.
    pub force: bool,
}

/// One thing to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// The file; none: the standard output.
    pub path: Option<PathBuf>,
    /// As what.
    pub format: Format,
}

const fn usage(form: &'static str, about: fn(&Words) -> String) -> Usage {
    Usage { form, about, headless: true }
}

/// The options of export, for the help.
pub(super) const OPTIONS: &[Usage] = &[
    usage("-o OUT", |words| words.cli_about_output()),
    usage("--format FORMAT", |words| words.cli_about_format(formats())),
    usage("--journey NAME", |words| words.cli_about_journey()),
    usage("--view NAME", |words| words.cli_about_view()),
    usage("--compare NAME NAME", |words| words.cli_about_compare()),
    usage("--over", |words| words.cli_about_over()),
    usage("--above", |words| words.cli_about_above()),
    usage("--story", |words| words.cli_about_story()),
    usage("--notes", |words| words.cli_about_notes()),
    usage("--theme light|dark|projector", |words| words.cli_about_theme()),
    usage("--scale NUMBER", |words| words.cli_about_scale()),
    usage("--dpi NUMBER", |words| words.cli_about_dpi()),
    usage("--width PIXELS", |words| words.cli_about_width()),
    usage("--table list|grid", |words| words.cli_about_table()),
    usage("--separator SIGN", |words| words.cli_about_separator()),
    usage("--page SIZE", |words| words.cli_about_page(papers())),
    usage("--tile SIZE", |words| words.cli_about_tile()),
    usage("--phases", |words| words.cli_about_phases()),
    usage("--lanes NAME,…", |words| words.cli_about_lanes()),
    usage("--personas NAME,…", |words| words.cli_about_personas()),
    usage("--no-title", |words| words.cli_about_no_title()),
    usage("--no-legend", |words| words.cli_about_no_legend()),
    usage("--prompts", |words| words.cli_about_prompts()),
    usage("--fold-customers", |words| words.cli_about_fold_customers()),
    usage("--date TEXT", |words| words.cli_about_date()),
    usage("--logo FILE", |words| words.cli_about_logo()),
    usage("--transparent", |words| words.cli_about_transparent()),
    usage("--real-text", |words| words.cli_about_real_text()),
    usage("--force", |words| words.cli_about_force()),
];

/// `svg, png`
fn formats() -> String {
    let formats: Vec<&str> = Format::all().map(Format::extension).collect();
    formats.join(", ")
}

/// `fit, a4, a3…`
fn papers() -> String {
    let papers: Vec<&str> = Paper::all().map(|(name, _)| name).collect();
    papers.join(", ")
}

/// Reads the arguments that follow `export`.
pub(super) fn parse(
    mut args: impl Iterator<Item = OsString>,
    lang: &mut Option<Lang>,
) -> Result<Request, UsageError> {
    let mut options = Options::default();
    let (mut files, mut outputs): (Vec<PathBuf>, Vec<OsString>) = Default::default();
    let mut logo = None;
    let (mut compare, mut over, mut above) = (None, false, false);
    let (mut format, mut force, mut only_files, mut help) = (None, false, false, false);
    while let Some(arg) = args.next() {
        if only_files || !is_option(&arg) {
            files.push(arg.into());
            continue;
        }
        let text = arg.to_string_lossy().into_owned();
        let (name, given) = match text.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(value.to_owned())),
            _ => (text.as_str(), None),
        };
        let no_value = || UsageError::NoValue(name.into());
        if matches!(name, "-o" | "--output") {
            let next = given.map(OsString::from).or_else(|| args.next());
            outputs.push(next.ok_or_else(no_value)?);
            continue;
        }
        if name == "--logo" {
            let next = given.map(OsString::from).or_else(|| args.next());
            logo = Some(PathBuf::from(next.ok_or_else(no_value)?));
            continue;
        }
        if name == "--compare" {
            let mut next = || args.next().map(|next| next.to_string_lossy().into_owned());
            let a = given.or_else(&mut next).ok_or_else(no_value)?;
            compare = Some((a, next().ok_or_else(no_value)?));
            continue;
        }
        let flag = match name {
            "--over" => Some(&mut over),
            "--above" => Some(&mut above),
            "--story" => Some(&mut options.story),
            "--notes" => Some(&mut options.notes),
            "--no-title" => Some(&mut options.no_title),
            "--phases" => Some(&mut options.phase_pages),
            "--prompts" => Some(&mut options.prompts),
            "--fold-customers" => Some(&mut options.fold_customers),
            "--no-legend" => Some(&mut options.no_legend),
            "--transparent" => Some(&mut options.transparent),
            "--real-text" => Some(&mut options.real_text),
            "--force" => Some(&mut force),
            "--help" | "-h" => Some(&mut help),
            "--" => Some(&mut only_files),
            _ => None,
        };
        if let Some(flag) = flag {
            if given.is_some() {
                return Err(UsageError::UnknownOption(text));
            }
            *flag = true;
            continue;
        }
        let known = [
            "--lang",
            "--format",
            "--journey",
            "--view",
            "--theme",
            "--scale",
            "--dpi",
            "--width",
            "--table",
            "--separator",
            "--page",
            "--tile",
            "--lanes",
            "--personas",
            "--date",
        ];
        if !known.contains(&name) {
            return Err(UsageError::UnknownOption(text));
        }
        let next = || args.next().map(|next| next.to_string_lossy().into_owned());
        let value = given.or_else(next).ok_or_else(no_value)?;
        let bad = || UsageError::BadValue(name.into(), value.clone());
        let number = || value.parse::<f64>().ok().filter(|n| n.is_finite() && *n > 0.0);
        match name {
            "--lang" => *lang = Some(choose_lang(&value)?),
            "--format" => format = Some(Format::of_extension(&value).ok_or_else(bad)?),
            "--journey" => options.journey = Some(value),
            "--view" => options.view = Some(ViewChoice::Named(value)),
            "--theme" => options.theme = theme(&value).ok_or_else(bad)?,
            "--scale" => options.size = Some(PngSize::Scale(number().ok_or_else(bad)?)),
            "--dpi" => options.size = Some(PngSize::Dpi(number().ok_or_else(bad)?)),
            "--width" => {
                let width = value.parse().ok().filter(|width| *width > 0);
                options.size = Some(PngSize::Width(width.ok_or_else(bad)?));
            }
            "--table" => options.table = table(&value).ok_or_else(bad)?,
            "--separator" => options.separator = Some(separator(&value).ok_or_else(bad)?),
            "--page" => options.page = PageSize::of_name(&value).ok_or_else(bad)?,
            "--tile" => {
                let paper = PageSize::of_name(&value).filter(|page| page.paper != Paper::Fit);
                options.tile = Some(paper.ok_or_else(bad)?);
            }
            "--lanes" => options.lanes.extend(list(&value)),
            "--personas" => options.personas.extend(list(&value)),
            _ => options.date = Some(value),
        }
    }
    if help {
        return Ok(Request::Help);
    }
    if let Some(more) = files.get(1) {
        return Err(UsageError::TooManyMaps(more.to_string_lossy().into_owned()));
    }
    let file = files.pop().ok_or_else(|| UsageError::NoFiles("export".into()))?;
    if outputs.is_empty() {
        return Err(UsageError::NoOutput);
    }
    let outputs: Result<Vec<Output>, UsageError> =
        outputs.into_iter().map(|name| output(name, format)).collect();
    let outputs = outputs?;
    options.lang = *lang;
    // What only presentations become is one without being told.
    let tells = options.story || outputs.iter().any(|output| !output.format.shows_maps());
    if options.notes && !tells {
        return Err(UsageError::UnknownOption("--notes".into()));
    }
    let how = if above { How::Above } else { How::Over };
    match compare {
        Some(_) if over && above => return Err(UsageError::UnknownOption("--above".into())),
        Some((a, b)) => options.compare = Some(Compare { a, b, how }),
        None if over => return Err(UsageError::UnknownOption("--over".into())),
        None if above => return Err(UsageError::UnknownOption("--above".into())),
        None => {}
    }
    Ok(Request::Export(Box::new(Export { file, outputs, options, logo, force })))
}

fn output(name: OsString, format: Option<Format>) -> Result<Output, UsageError> {
    let extension = Path::new(&name).extension().map(|end| end.to_string_lossy().into_owned());
    let by_name = || Format::of_extension(&extension?);
    let found = format.or_else(by_name);
    let Some(format) = found else {
        return Err(UsageError::NoFormat(name.to_string_lossy().into_owned(), formats()));
    };
    let path = (name != "-").then(|| name.into());
    Ok(Output { path, format })
}

fn theme(name: &str) -> Option<ThemeKind> {
    match name {
        "light" => Some(ThemeKind::Light),
        "dark" => Some(ThemeKind::Dark),
        "projector" => Some(ThemeKind::Projector),
        _ => None,
    }
}

fn table(name: &str) -> Option<TableKind> {
    match name {
        "list" => Some(TableKind::List),
        "grid" => Some(TableKind::Grid),
        _ => None,
    }
}

/// A sign, or its name: shells take some signs for themselves.
fn separator(name: &str) -> Option<Separator> {
    match name {
        ";" | "semicolon" => Some(Separator::Semicolon),
        "," | "comma" => Some(Separator::Comma),
        "\t" | "tab" => Some(Separator::Tab),
        _ => None,
    }
}

/// Names with commas between them.
fn list(value: &str) -> impl Iterator<Item = String> {
    value.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::parse as parse_all;
    use super::*;

    fn asked(line: &str) -> Result<Request, UsageError> {
        parse_all(line.split_whitespace().map(OsString::from)).1
    }

    fn export(line: &str) -> Export {
        match asked(line) {
            Ok(Request::Export(export)) => *export,
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn arguments_become_an_export() {
        let wanted = export("export map -o a.svg -o - --output=B.SVG --format svg --force");
        assert_eq!(wanted.file, PathBuf::from("map"));
        assert!(wanted.force);
        let paths: Vec<_> = wanted.outputs.iter().map(|output| output.path.clone()).collect();
        assert_eq!(paths.len(), 3);
        let wanted = export(
            "--lang sv export --journey 2 --theme=dark --width 800 --lanes a,b --lanes c,, \
             --personas p --no-title --prompts --date idag --story --notes -o x.pdf -- -map",
        );
        assert_eq!(wanted.file, PathBuf::from("-map"));
        let expected = Options {
            journey: Some("2".into()),
            theme: ThemeKind::Dark,
            lang: Some(Lang::Sv),
            lanes: vec!["a".into(), "b".into(), "c".into()],
            personas: vec!["p".into()],
            no_title: true,
            prompts: true,
            story: true,
            notes: true,
            date: Some("idag".into()),
            size: Some(PngSize::Width(800)),
            ..Options::default()
        };
        assert_eq!(wanted.options, expected);
        let slides = export("export map --notes -o talk.pptx");
        assert!(slides.options.notes && slides.outputs[0].format == Format::Pptx);
        let wanted = export("export map --view Ledningen --compare 1 2 --above -o x.svg").options;
        let (a, b) = ("1".into(), "2".into());
        assert_eq!(wanted.compare, Some(Compare { a, b, how: How::Above }));
        assert_eq!(wanted.view, Some(ViewChoice::Named("Ledningen".into())));
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        let bad = |option: &str, value: &str| UsageError::BadValue(option.into(), value.into());
        let rows = [
            ("export", UsageError::NoFiles("export".into())),
            ("export map", UsageError::NoOutput),
            ("export map -o", UsageError::NoValue("-o".into())),
            ("export map more -o a.svg", UsageError::TooManyMaps("more".into())),
            ("export map -o a.xyz", UsageError::NoFormat("a.xyz".into(), formats())),
            ("export map -o -", UsageError::NoFormat("-".into(), formats())),
            ("export map --scale 0", bad("--scale", "0")),
            ("export map --scale inf", bad("--scale", "inf")),
            ("export map --dpi x", bad("--dpi", "x")),
            ("export map --width 1.5", bad("--width", "1.5")),
            ("export map --table x", bad("--table", "x")),
            ("export map --separator x", bad("--separator", "x")),
            ("export map --page a5", bad("--page", "a5")),
            ("export map --tile fit", bad("--tile", "fit")),
            ("export map --theme pink", bad("--theme", "pink")),
            ("export map --format doc", bad("--format", "doc")),
            ("export map --compare 1", UsageError::NoValue("--compare".into())),
            ("export map --notes -o a.pdf", UsageError::UnknownOption("--notes".into())),
            ("export map --over -o a.svg", UsageError::UnknownOption("--over".into())),
            ("export map --json", UsageError::UnknownOption("--json".into())),
            ("export map --force=1", UsageError::UnknownOption("--force=1".into())),
        ];
        for (line, expected) in rows {
            assert_eq!(asked(line), Err(expected), "{line}");
        }
        assert_eq!(asked("export map --help"), Ok(Request::Help));
    }
}
