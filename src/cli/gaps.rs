//! `kundresa gaps`: where a map has gaps, phase by phase.

use super::given::{Args, Given};
use super::usage::{Usage, UsageError, choose_lang, usage};
use super::{MENDED, SOUND, UNREADABLE};
use crate::export;
use crate::file;
use crate::insight::{Gap, GapRule, gaps, question_tally};
use crate::model::{GapPlace, Journey, List, Project, Question};
use crate::words::{Lang, Words, titled};
use jiff::Zoned;
use jiff::civil::Date;
use serde::Serialize;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

/// What gaps to say.
#[derive(Clone, Debug, PartialEq)]
pub struct GapsAsked {
    /// The file.
    pub file: PathBuf,
    /// Which map, by its title, its number or its id; none: all.
    pub journey: Option<String>,
    /// As JSON, for programs.
    pub json: bool,
    /// The rules that are tried; none: those that are on in the file.
    pub rules: Option<Vec<GapRule>>,
    /// Of these the ones that are not.
    pub without: Vec<GapRule>,
    /// What dates are compared with; none: the day it is where the program runs.
    pub today: Option<Date>,
}

/// The options of gaps, for the help.
pub(super) const OPTIONS: &[Usage] = &[
    usage("--journey NAME", |words| words.cli_about_gaps_journey()),
    usage("--rules CODE,CODE", |words| words.cli_about_gaps_rules()),
    usage("--without CODE,CODE", |words| words.cli_about_gaps_without()),
    usage("--today DATE", |words| words.cli_about_gaps_today()),
];

/// Reads the arguments that follow `gaps`; none: the help is wanted.
pub(super) fn parse(
    args: &mut Args,
    lang: &mut Option<Lang>,
) -> Result<Option<GapsAsked>, UsageError> {
    let (mut json, mut help, mut file) = (false, false, None::<PathBuf>);
    let (mut journey, mut today) = (None, None);
    let (mut only, mut without) = (None, Vec::new());
    while let Some(given) = args.next()? {
        match given {
            Given::Word(word) if file.is_some() => {
                let more = word.to_string_lossy().into_owned();
                return Err(UsageError::OneFile("gaps".into(), more));
            }
            Given::Word(word) => file = Some(word.into()),
            Given::Option(name) => match name.as_str() {
                "--json" => json = true,
                "--help" | "-h" => help = true,
                "--lang" => *lang = Some(choose_lang(&args.text(&name)?)?),
                "--journey" => journey = Some(args.text(&name)?),
                "--rules" => only.get_or_insert_with(Vec::new).extend(rules(&args.text(&name)?)?),
                "--without" => without.extend(rules(&args.text(&name)?)?),
                "--today" => {
                    let day = args.text(&name)?;
                    let read = day.parse().map_err(|_| UsageError::BadValue(name, day));
                    today = Some(read?);
                }
                _ => return Err(args.unknown(name)),
            },
        }
    }
    if help {
        return Ok(None);
    }
    let file = file.ok_or_else(|| UsageError::NoFiles("gaps".into()))?;
    let sorted = |only: Vec<GapRule>| {
        GapRule::ALL.iter().copied().filter(|rule| only.contains(rule)).collect()
    };
    let rules = only.map(sorted);
    Ok(Some(GapsAsked { file, journey, json, rules, without, today }))
}

/// Rules by their codes, apart by commas.
fn rules(codes: &str) -> Result<Vec<GapRule>, UsageError> {
    let codes = codes.split(',').map(str::trim).filter(|code| !code.is_empty());
    let rule = |code: &str| {
        let known = || GapRule::ALL.iter().map(|rule| rule.code()).collect::<Vec<_>>().join(", ");
        GapRule::of_code(code).ok_or_else(|| UsageError::NoRule(code.into(), known()))
    };
    codes.map(rule).collect()
}

/// What programs are told of a gap, in the order of the JSON.
#[derive(Serialize)]
struct Told<'a> {
    rule: &'static str,
    /// How much it matters: high, middle, low.
    weight: &'static str,
    text: String,
    place: String,
    journey: &'a str,
    phase: Option<&'a str>,
    step: Option<&'a str>,
    lane: Option<&'a str>,
    cards: Vec<&'a str>,
    /// What names it in `waved_off` of the map.
    key: &'a GapPlace,
    /// Why it is no gap; none: nobody said so.
    waved_off: Option<&'a str>,
}

/// Prints the gaps of a file's maps; gives the exit code.
pub(super) fn print(
    asked: &GapsAsked,
    words: &Words,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<u8> {
    let loaded = match file::load(&asked.file) {
        Ok(loaded) => loaded,
        Err(error) => return fail(err, &error.text(words)),
    };
    let project = &loaded.project;
    let journeys: Vec<Arc<Journey>> = match &asked.journey {
        None => project.journeys.to_vec(),
        Some(name) => match export::journey_named(project, name) {
            Ok(journey) => vec![journey.clone()],
            Err(error) => return fail(err, &error.text(words)),
        },
    };
    if !loaded.problems.is_empty() {
        let name = asked.file.display().to_string();
        // Nobody to tell is no reason to do anything else.
        drop(writeln!(err, "kundresa: {}", words.cli_export_mended(name)));
    }
    let today = asked.today.unwrap_or_else(|| Zoned::now().date());
    let mut rules = asked.rules.clone().unwrap_or_else(|| GapRule::chosen(project));
    rules.retain(|rule| !asked.without.contains(rule));
    let found: Vec<(&Journey, Vec<Gap>)> = (journeys.iter())
        .map(|journey| (&**journey, gaps(project, journey, today, &rules)))
        .collect();
    if asked.json {
        let told = found
            .iter()
            .flat_map(|(journey, gaps)| gaps.iter().map(|gap| told(project, journey, gap, words)));
        serde_json::to_writer_pretty(&mut *out, &told.collect::<Vec<_>>())?;
        writeln!(out)?;
    } else {
        for (place, (journey, gaps)) in found.iter().enumerate() {
            if place > 0 {
                writeln!(out)?;
            }
            print_map(project, journey, gaps, words, out)?;
        }
    }
    let mut left = found.iter().flat_map(|(_, gaps)| gaps);
    Ok(if left.any(|gap| gap.waved_off.is_none()) { MENDED } else { SOUND })
}

fn told<'a>(project: &Project, journey: &'a Journey, gap: &'a Gap, words: &Words) -> Told<'a> {
    Told {
        rule: gap.rule.code(),
        weight: gap.weight(journey).code(),
        text: gap.text(project, journey, words),
        place: gap.place_text(project, journey, words),
        journey: journey.id.as_str(),
        phase: gap.phase.as_ref().map(|id| id.as_str()),
        step: gap.step.as_ref().map(|id| id.as_str()),
        lane: gap.lane.as_ref().map(|id| id.as_str()),
        cards: gap.about.iter().map(|one| one.card.as_str()).collect(),
        key: &gap.place,
        waved_off: gap.waved_off.as_deref(),
    }
}

/// A map's title with how many gaps it has, then phase by phase a line each.
fn print_map(
    project: &Project,
    journey: &Journey,
    gaps: &[Gap],
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let waved_off = gaps.iter().filter(|gap| gap.waved_off.is_some()).count();
    let mut counts = vec![words.cli_gap_count(gaps.len() - waved_off)];
    if waved_off > 0 {
        counts.push(words.cli_gaps_waved_off(waved_off));
    }
    let title = titled(&journey.title, words);
    writeln!(out, "{}", words.labelled(title, counts.join(", ")))?;
    let width = gaps.iter().map(|gap| gap.rule.code().len()).max().unwrap_or(0);
    let mut heading = None;
    for gap in gaps {
        if heading != Some(&gap.phase) {
            heading = Some(&gap.phase);
            let phase = gap.phase.as_ref();
            let phase = journey.phases.iter().find(|one| Some(&one.id) == phase);
            let told = match phase {
                None => questions_line(words.gap_whole_map(), &journey.checklist, words),
                Some(phase) => questions_line(titled(&phase.title, words), &phase.checklist, words),
            };
            writeln!(out, "\n{told}")?;
        }
        let (text, place) =
            (gap.text(project, journey, words), gap.place_text(project, journey, words));
        writeln!(out, "  {:<width$}  {text}  ({place})", gap.rule.code())?;
        if let Some(reason) = &gap.waved_off {
            let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
            let said = words.cli_gap_waved_off(reason);
            writeln!(out, "  {:<width$}  {}", "", said.trim_end())?;
        }
    }
    Ok(())
}

/// `Discovery: 2 of 2 guiding questions answered, 1 partly`; without questions the title alone.
fn questions_line(title: String, questions: &List<Question>, words: &Words) -> String {
    let tally = question_tally(questions);
    if tally.all == 0 {
        return title;
    }
    let number = |count: usize| words.number(count as f64);
    let mut said = words.cli_questions_answered(number(tally.answered), number(tally.all));
    if tally.partly > 0 {
        said = format!("{said}, {}", words.cli_questions_partly(tally.partly));
    }
    words.labelled(title, said)
}

fn fail(err: &mut dyn Write, text: &str) -> io::Result<u8> {
    // Nobody to tell is no reason to do anything else.
    drop(writeln!(err, "kundresa: {text}"));
    Ok(UNREADABLE)
}

#[cfg(test)]
mod tests {
    use super::super::{Request, parse};
    use super::*;
    use jiff::civil::date;
    use std::ffi::OsString;

    #[test]
    fn arguments_become_requests() {
        let asked = |change: &dyn Fn(&mut GapsAsked)| {
            let (journey, today) = (None, None);
            let (rules, without) = (None, Vec::new());
            let mut asked =
                GapsAsked { file: "a".into(), journey, json: false, rules, without, today };
            change(&mut asked);
            Ok(Request::Gaps(Box::new(asked)))
        };
        let known: Vec<&str> = GapRule::ALL.iter().map(|rule| rule.code()).collect();
        let no_rule = |code: &str| Err(UsageError::NoRule(code.into(), known.join(", ")));
        let owner = GapRule::TouchpointWithoutOwner;
        let rows = [
            ("gaps a", asked(&|_| {})),
            ("gaps --json a", asked(&|it| it.json = true)),
            ("gaps a --journey 2", asked(&|it| it.journey = Some("2".into()))),
            (
                "gaps a --rules touchpoint_without_owner,no_purpose",
                asked(&|it| it.rules = Some(vec![GapRule::NoPurpose, owner])),
            ),
            (
                "gaps a --rules=no_purpose, --rules no_cards --without no_purpose",
                asked(&|it| {
                    it.rules = Some(vec![GapRule::NoPurpose, GapRule::NoCards]);
                    it.without = vec![GapRule::NoPurpose];
                }),
            ),
            ("gaps a --without question_no", asked(&|it| it.without = vec![GapRule::QuestionNo])),
            ("gaps a --today 2026-05-05", asked(&|it| it.today = Some(date(2026, 5, 5)))),
            ("gaps a --rules no_goal", no_rule("no_goal")),
            ("gaps a --without x", no_rule("x")),
            ("gaps a --today soon", Err(UsageError::BadValue("--today".into(), "soon".into()))),
            ("gaps", Err(UsageError::NoFiles("gaps".into()))),
            ("gaps a b", Err(UsageError::OneFile("gaps".into(), "b".into()))),
            ("gaps a --force", Err(UsageError::UnknownOption("--force".into()))),
            ("gaps a --rules", Err(UsageError::NoValue("--rules".into()))),
            ("gaps -h", Ok(Request::Help)),
        ];
        for (line, expected) in rows {
            let asked = parse(line.split_whitespace().map(OsString::from));
            assert_eq!(asked.1, expected, "{line}");
        }
    }
}
