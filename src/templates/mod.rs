//! Where a new map begins: the templates that come with the program, and the user's own.
//!
//! A template is a map like any other: a filled example with questions for each cell. What makes
//! it one is that [`make`] takes a copy of it with ids of its own, whole or without what is filled
//! in. The user's own ([`own`]) are files in a folder beside the settings.

mod make;
pub mod own;

pub use make::{emptied, make, make_empty};
pub use own::{Damaged, own_templates};

use crate::file;
use crate::model::Project;
use crate::words::Lang;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// A template.
#[derive(Clone, Debug, PartialEq)]
pub struct Template {
    /// What commands call it: a fixed word for ours, the file's name for the user's own.
    pub name: String,
    /// The filled example, as it stands in the file.
    pub project: Arc<Project>,
    /// The file of the user's own; none: it comes with the program.
    pub path: Option<PathBuf>,
}

impl Template {
    /// What it is called; one without a title goes by its name.
    pub fn title(&self) -> &str {
        let title = self.project.title.trim();
        if title.is_empty() { &self.name } else { title }
    }

    /// When to use it, in a sentence.
    pub fn about(&self) -> &str {
        self.project.about.trim()
    }

    /// Is anything filled in, so that it can also be had as an example?
    pub fn has_example(&self) -> bool {
        let mut lanes = self.project.journeys.iter().flat_map(|journey| &journey.lanes);
        lanes.any(|lane| !lane.cards.is_empty() || !lane.points.is_empty())
    }
}

/// The name and both files of each.
macro_rules! carried {
    ($($name:literal)*) => {
        [$((
            $name,
            include_bytes!(concat!("../../assets/templates/sv/", $name, ".kundresa")).as_slice(),
            include_bytes!(concat!("../../assets/templates/en/", $name, ".kundresa")).as_slice(),
        )),*]
    };
}

/// Those that come with the program, in the order they are offered, with the Swedish and the
/// English file.
const OURS: &[(&str, &[u8], &[u8])] = &carried! {
    "b2b-buying-group"
    "need-to-after-purchase"
    "six-phases"
    "hybrid"
    "site-visit"
    "sales-process"
    "day-in-the-life"
    "before-during-after"
    "service-blueprint"
    "blank"
};

/// The templates that come with the program, in a language, in the order they are offered.
pub fn ours(lang: Lang) -> &'static [Template] {
    static SWEDISH: OnceLock<Vec<Template>> = OnceLock::new();
    static ENGLISH: OnceLock<Vec<Template>> = OnceLock::new();
    let read = |bytes: &[u8], name: &str| {
        let project = file::read(bytes).ok()?.project.into();
        Some(Template { name: name.into(), project, path: None })
    };
    match lang {
        Lang::Sv => {
            SWEDISH.get_or_init(|| OURS.iter().filter_map(|(name, sv, _)| read(sv, name)).collect())
        }
        Lang::En => {
            ENGLISH.get_or_init(|| OURS.iter().filter_map(|(name, _, en)| read(en, name)).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::GapRule::NoActivity;
    use crate::insight::gaps;
    use crate::model::{IdSource, Journey, QuestionSide};
    use jiff::civil::date;
    use std::collections::HashSet;

    const BOTH: [Lang; 2] = [Lang::Sv, Lang::En];

    #[test]
    fn every_file_is_offered() {
        for lang in ["sv", "en"] {
            let folder = format!("{}/assets/templates/{lang}", env!("CARGO_MANIFEST_DIR"));
            let files = std::fs::read_dir(folder).unwrap().flatten();
            let names: HashSet<_> =
                files.map(|file| file.path().file_stem().unwrap().to_owned()).collect();
            let ours: HashSet<_> = OURS.iter().map(|(name, ..)| (*name).into()).collect();
            assert_eq!(names, ours, "{lang}");
        }
    }

    #[test]
    fn each_is_sound_with_a_title_and_when_to_use_it() {
        for (name, sv, en) in OURS {
            for (bytes, lang) in [(sv, "sv"), (en, "en")] {
                let loaded = file::read(bytes).unwrap();
                assert_eq!(loaded.problems, [], "{name} in {lang}");
                let project = loaded.project;
                assert_eq!(project.language.as_deref(), Some(lang), "{name}");
                assert!(!project.title.is_empty() && !project.about.is_empty(), "{name}");
            }
        }
        assert_eq!(ours(Lang::Sv).len(), OURS.len());
        assert_eq!(ours(Lang::En).len(), OURS.len());
    }

    #[test]
    fn each_is_made_filled_and_empty_and_reads_back_as_it_was() {
        for template in BOTH.iter().flat_map(|lang| ours(*lang)) {
            for filled in [true, false] {
                let made = make(template, filled, &mut IdSource::seeded(3));
                let loaded = file::read(&file::to_json(&made)).unwrap();
                assert_eq!(loaded.problems, [], "{}", template.name);
                assert_eq!(loaded.project, made, "{}", template.name);
                assert!(made.title.is_empty() && made.about.is_empty());
            }
        }
    }

    /// What must be alike in both languages.
    fn shape(journey: &Journey) -> String {
        let columns: Vec<_> = journey.phases.iter().map(|phase| phase.steps.len()).collect();
        let rows = journey.lanes.iter().map(|lane| {
            let prompts: Vec<_> = lane.prompts.iter().map(|prompt| prompt.step.as_str()).collect();
            (lane.kind.as_str(), lane.cards.len(), lane.points.len(), prompts)
        });
        let rows: Vec<_> = rows.collect();
        let questions = journey
            .phases
            .iter()
            .map(|phase| phase.checklist.iter().map(|one| one.side.clone()).collect::<Vec<_>>());
        let questions: Vec<_> = questions.collect();
        format!("{:?} {:?} {columns:?} {rows:?} {questions:?}", journey.kind, journey.widths)
    }

    #[test]
    fn both_languages_have_the_same_shape() {
        for (sv, en) in ours(Lang::Sv).iter().zip(ours(Lang::En)) {
            for filled in [true, false] {
                let made = |one| make(one, filled, &mut IdSource::seeded(1));
                let (sv, en) = (made(sv), made(en));
                assert_eq!(sv.journeys.len(), en.journeys.len());
                for (a, b) in sv.journeys.iter().zip(&en.journeys) {
                    assert_eq!(shape(a), shape(b), "{}", a.title);
                }
            }
        }
    }

    #[test]
    fn an_empty_one_asks_in_every_lane_and_never_the_same_twice() {
        for template in BOTH.iter().flat_map(|lang| ours(*lang)) {
            // Across its kinds as well: a future asks what a map of today does not.
            let mut asked = HashSet::new();
            for journey in &template.project.journeys {
                let kind = journey.kind.as_ref();
                let made = make_empty(template, kind, &mut IdSource::seeded(1));
                let journey = &made.journeys[0];
                assert_eq!(journey.kind.as_ref(), kind, "{}", template.name);
                for lane in &journey.lanes {
                    assert!(!lane.prompts.is_empty(), "{}: {:?}", template.name, lane.kind);
                    assert!(lane.cards.is_empty() && lane.points.is_empty(), "{}", template.name);
                    for prompt in &lane.prompts {
                        assert!(journey.steps().any(|(_, step)| step.id == prompt.step));
                        assert!(asked.insert(prompt.text.clone()), "{}", prompt.text);
                    }
                }
                for question in journey.phases.iter().flat_map(|phase| &phase.checklist) {
                    assert!(asked.insert(question.question.clone()), "{}", question.question);
                    assert!(question.side.is_some(), "{}", question.question);
                }
            }
        }
    }

    /// What the templates lead to: both sides are asked about in each phase, what we do has a row,
    /// and the filled example shows where we do nothing.
    #[test]
    fn ours_ask_of_both_sides_in_each_phase() {
        // How many questions a phase has at least; a blank page has none.
        let least = |name: &str| match name {
            "blank" => 0,
            "day-in-the-life" => 2,
            _ => 4,
        };
        for template in BOTH.iter().flat_map(|lang| ours(*lang)) {
            let journey = &template.project.journeys[0];
            for phase in &journey.phases {
                let least = least(&template.name);
                let of = |side: &QuestionSide| {
                    phase.checklist.iter().filter(|one| one.side.as_ref() == Some(side)).count()
                };
                let both = [of(&QuestionSide::Customer), of(&QuestionSide::Ours)];
                assert_eq!(both[0] + both[1], phase.checklist.len(), "{}", template.name);
                let enough = phase.checklist.len() >= least && (least == 0 || !both.contains(&0));
                assert!(enough, "{}: {} {both:?}", template.name, phase.title);
            }
        }
        for name in ["six-phases", "hybrid", "need-to-after-purchase"] {
            for template in BOTH.iter().flat_map(|lang| ours(*lang)) {
                if template.name != name {
                    continue;
                }
                let journey = &template.project.journeys[0];
                let found = gaps(&template.project, journey, date(2026, 5, 5), &[NoActivity]);
                assert_eq!(found.len(), 2, "{name}");
            }
        }
    }
}
