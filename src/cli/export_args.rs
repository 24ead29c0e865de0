//! What the arguments after `kundresa export` ask for.

use super::args::Request;
use super::given::{Args, Given};
use super::usage::{Usage, UsageError, choose_lang, usage};
use crate::export::{
    Compare, Format, Options, PageSize, Paper, PngSize, Separator, TableKind, ViewChoice,
};
use crate::insight::How;
use crate::words::Lang;
use serde::de::{self, DeserializeOwned, IntoDeserializer};
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

/// The options of export, for the help.
pub(super) const OPTIONS: &[Usage] = &[
    usage("-o OUT", |words| words.cli_about_output()),
    usage("--format FORMAT", |words| words.cli_about_format(formats())),
    usage("--journey NAME", |words| words.cli_about_journey()),
    usage("--what map|matrix|board|coverage|saturation", |words| words.cli_about_what()),
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
    usage("--table KIND", |words| words.cli_about_table(tables())),
    usage("--separator SIGN", |words| words.cli_about_separator()),
    usage("--page SIZE", |words| words.cli_about_page(papers())),
    usage("--tile SIZE", |words| words.cli_about_tile()),
    usage("--phases", |words| words.cli_about_phases()),
    usage("--lanes NAME,…", |words| words.cli_about_lanes()),
    usage("--personas NAME,…", |words| words.cli_about_personas()),
    usage("--no-title", |words| words.cli_about_no_title()),
    usage("--no-legend", |words| words.cli_about_no_legend()),
    usage("--prompts", |words| words.cli_about_prompts()),
    usage("--gaps", |words| words.cli_about_gaps_shown()),
    usage("--chain", |words| words.cli_about_chain()),
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

/// `list, grid, phases…`
fn tables() -> String {
    let name = |table: TableKind| match serde_json::to_value(table) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(_) | Err(_) => String::new(),
    };
    TableKind::ALL.map(name).join(", ")
}

/// What has been read so far.
#[derive(Default)]
struct Reading {
    options: Options,
    files: Vec<PathBuf>,
    outputs: Vec<OsString>,
    format: Option<Format>,
    logo: Option<PathBuf>,
    compare: Option<(String, String)>,
    over: bool,
    above: bool,
    force: bool,
    help: bool,
}

/// Reads the arguments that follow `export`.
pub(super) fn parse(args: &mut Args, lang: &mut Option<Lang>) -> Result<Request, UsageError> {
    let mut reading = Reading::default();
    while let Some(given) = args.next()? {
        match given {
            Given::Word(file) => reading.files.push(file.into()),
            Given::Option(name) => reading.take(name, args, lang)?,
        }
    }
    reading.finish(*lang)
}

impl Reading {
    /// Takes the option called `name`, and its value where it has one.
    fn take(
        &mut self,
        name: String,
        args: &mut Args,
        lang: &mut Option<Lang>,
    ) -> Result<(), UsageError> {
        let options = &mut self.options;
        match name.as_str() {
            "--over" => self.over = true,
            "--above" => self.above = true,
            "--story" => options.story = true,
            "--notes" => options.notes = true,
            "--no-title" => options.no_title = true,
            "--phases" => options.phase_pages = true,
            "--prompts" => options.prompts = true,
            "--gaps" => options.gaps = true,
            "--chain" => options.chain = true,
            "--fold-customers" => options.fold_customers = true,
            "--no-legend" => options.no_legend = true,
            "--transparent" => options.transparent = true,
            "--real-text" => options.real_text = true,
            "--force" => self.force = true,
            "--help" | "-h" => self.help = true,
            "-o" | "--output" => self.outputs.push(args.value(&name)?),
            "--logo" => self.logo = Some(args.value(&name)?.into()),
            "--compare" => self.compare = Some((args.text(&name)?, args.text(&name)?)),
            "--lang" => *lang = Some(choose_lang(&args.text(&name)?)?),
            "--format" => self.format = Some(read(&name, args, format_named)?),
            "--journey" => options.journey = Some(args.text(&name)?),
            "--what" => options.what = read(&name, args, named)?,
            "--view" => options.view = Some(ViewChoice::Named(args.text(&name)?)),
            "--theme" => options.theme = read(&name, args, named)?,
            "--scale" => options.size = Some(PngSize::Scale(read(&name, args, number)?)),
            "--dpi" => options.size = Some(PngSize::Dpi(read(&name, args, number)?)),
            "--width" => {
                let above_zero = |value: &str| value.parse().ok().filter(|width| *width > 0);
                options.size = Some(PngSize::Width(read(&name, args, above_zero)?));
            }
            "--table" => options.table = read(&name, args, named)?,
            "--separator" => options.separator = Some(read(&name, args, separator)?),
            "--page" => options.page = read(&name, args, PageSize::of_name)?,
            "--tile" => {
                let paper = |value: &str| PageSize::of_name(value).filter(is_paper);
                options.tile = Some(read(&name, args, paper)?);
            }
            "--lanes" => options.lanes.extend(list(&args.text(&name)?)),
            "--personas" => options.personas.extend(list(&args.text(&name)?)),
            "--date" => options.date = Some(args.text(&name)?),
            _ => return Err(args.unknown(name)),
        }
        Ok(())
    }

    /// What was asked for in all, if it makes sense together.
    fn finish(self, lang: Option<Lang>) -> Result<Request, UsageError> {
        let Self { mut options, mut files, format, logo, compare, over, above, force, .. } = self;
        if self.help {
            return Ok(Request::Help);
        }
        if let Some(more) = files.get(1) {
            return Err(UsageError::TooManyMaps(more.to_string_lossy().into_owned()));
        }
        let file = files.pop().ok_or_else(|| UsageError::NoFiles("export".into()))?;
        if self.outputs.is_empty() {
            return Err(UsageError::NoOutput);
        }
        let outputs: Result<Vec<Output>, UsageError> =
            self.outputs.into_iter().map(|name| output(name, format)).collect();
        let outputs = outputs?;
        options.lang = lang;
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
}

/// The value of the option called `name`, as `meaning` understands it.
fn read<T>(
    name: &str,
    args: &mut Args,
    meaning: impl FnOnce(&str) -> Option<T>,
) -> Result<T, UsageError> {
    let value = args.text(name)?;
    meaning(&value).ok_or_else(|| UsageError::BadValue(name.into(), value))
}

/// One of several, by the name that settings have for it too.
fn named<T: DeserializeOwned>(value: &str) -> Option<T> {
    T::deserialize(IntoDeserializer::<de::value::Error>::into_deserializer(value)).ok()
}

/// A format by how its files end, or by what people call it: `md`, `markdown`.
fn format_named(value: &str) -> Option<Format> {
    let called = || Format::all().find(|format| format.name().eq_ignore_ascii_case(value));
    Format::of_extension(value).or_else(called)
}

fn number(value: &str) -> Option<f64> {
    value.parse::<f64>().ok().filter(|number| number.is_finite() && *number > 0.0)
}

fn is_paper(page: &PageSize) -> bool {
    page.paper != Paper::Fit
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

/// A sign, or its name: shells take some signs for themselves.
fn separator(value: &str) -> Option<Separator> {
    match value {
        ";" => Some(Separator::Semicolon),
        "," => Some(Separator::Comma),
        "\t" => Some(Separator::Tab),
        _ => named(value),
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
    use crate::export::SheetKind;
    use crate::scene::ThemeKind;

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
             --personas p --no-title --prompts --gaps --chain --date idag --story --notes -o x.pdf -- -map",
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
            gaps: true,
            chain: true,
            story: true,
            notes: true,
            date: Some("idag".into()),
            size: Some(PngSize::Width(800)),
            ..Options::default()
        };
        assert_eq!(wanted.options, expected);
        let slides = export("export map --notes -o talk.pptx");
        assert!(slides.options.notes && slides.outputs[0].format == Format::Pptx);
        let wanted = export("export map --what matrix -o x.pdf").options;
        assert_eq!(wanted.what, SheetKind::Matrix);
        for name in ["md", "markdown", "Markdown"] {
            let wanted = export(&format!("export map --format {name} -o -"));
            assert_eq!(wanted.outputs[0].format, Format::Markdown, "{name}");
        }
        for (what, expected) in
            [("coverage", SheetKind::Coverage), ("saturation", SheetKind::Saturation)]
        {
            let wanted = export(&format!("export map --what {what} -o x.svg")).options;
            assert_eq!(wanted.what, expected);
        }
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
            ("export -map -o a.svg", UsageError::UnknownOption("-map".into())),
            ("export map -oa.svg", UsageError::UnknownOption("-oa.svg".into())),
            ("export map -o=a.svg", UsageError::UnknownOption("-o=a.svg".into())),
            ("export map --json=1", UsageError::UnknownOption("--json=1".into())),
            ("export map --compare=1", UsageError::NoValue("--compare".into())),
            ("export map --force=1", UsageError::UnknownOption("--force=1".into())),
        ];
        for (line, expected) in rows {
            assert_eq!(asked(line), Err(expected), "{line}");
        }
        assert_eq!(asked("export map --help"), Ok(Request::Help));
    }
}
