//! The user's own templates: files in a folder beside the settings.

use super::Template;
use crate::edit::{Change, Edit, apply, forget_missing};
use crate::file::{self, FileError, Problem, folder};
use crate::model::{Card, CardRef, Id, List, Project, Thing};
use crate::words::Words;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file among the user's templates that cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub struct Damaged {
    /// The file's name without its ending.
    pub name: String,
    /// The file.
    pub path: PathBuf,
    why: Why,
}

#[derive(Clone, Debug, PartialEq)]
enum Why {
    Unreadable(FileError),
    /// Something of it would be lost.
    Problems(Vec<Problem>),
}

impl Damaged {
    /// What is wrong with it, in words.
    pub fn text(&self, words: &Words) -> String {
        match &self.why {
            Why::Unreadable(error) => error.reason(words),
            Why::Problems(problems) => match problems.split_first() {
                Some((first, [])) => first.what(words),
                Some((first, more)) => {
                    words.templates_and_more(more.len() as u32, first.what(words))
                }
                None => String::new(),
            },
        }
    }
}

/// The user's own templates by name, and the files among them that cannot be used.
pub fn own_templates() -> (Vec<Template>, Vec<Damaged>) {
    file::templates_folder().map(|folder| templates_in(&folder)).unwrap_or_default()
}

fn templates_in(folder: &Path) -> (Vec<Template>, Vec<Damaged>) {
    let (mut whole, mut damaged) = (Vec::new(), Vec::new());
    for entry in folder::entries(folder, &["kundresa"]).unwrap_or_default() {
        let path = entry.path;
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let why = match file::load(&path) {
            Ok(loaded) if !loaded.mended => {
                let project = loaded.project.into();
                whole.push(Template { name, project, path: Some(path) });
                continue;
            }
            Ok(loaded) => Why::Problems(loaded.problems),
            Err(error) => Why::Unreadable(error),
        };
        damaged.push(Damaged { name, path, why });
    }
    (whole, damaged)
}

/// Where a template called `title` is kept; none where the title has nothing a file can be called
/// by, or there is no place for such files.
pub fn place_of(title: &str) -> Option<PathBuf> {
    let stem = file_stem(title);
    let folder = file::templates_folder().filter(|_| !stem.is_empty())?;
    Some(folder.join(format!("{stem}.kundresa")))
}

/// A title without what a file's name cannot hold. None of ours is called so.
fn file_stem(title: &str) -> String {
    let plain = |c: char| if "/\\:*?\"<>|".contains(c) || c.is_control() { ' ' } else { c };
    let name: String = title.chars().take(80).map(plain).collect();
    let name = name.trim().trim_matches('.').trim();
    match super::OURS.iter().any(|(ours, ..)| *ours == name) {
        true => format!("{name} 2"),
        false => name.to_owned(),
    }
}

/// A template called `title` of one of a project's maps: with what is filled in, or only its form.
pub fn template_of(
    project: &Project,
    journey: &Id,
    title: &str,
    about: &str,
    filled: bool,
) -> Project {
    let others = project.journeys.iter().filter(|other| other.id != *journey);
    let mut others: Vec<Thing> = others.map(|other| Thing::Journey(other.id.clone())).collect();
    if let Some((_, map)) = project.journey(journey) {
        let absent = project.personas.iter().filter(|one| !map.personas.contains(&one.id));
        others.extend(absent.map(|persona| Thing::Persona(persona.id.clone())));
    }
    let parked = project.parked.iter();
    let of = |card: &Arc<Card>| Thing::Card(CardRef { lane: None, card: card.id.clone() });
    others.extend(parked.map(of));
    let change = Change::Remove(others);
    // Removing lets go of what named them; a map that is not there leaves all as it was.
    let alone = apply(project, &Edit { journey: journey.clone(), change });
    let mut template = alone.unwrap_or_else(|_| project.clone());
    template.parked = List::default();
    template.snapshots.clear();
    template.versions = List::default();
    template.conflicts = List::default();
    template.tasks.clear();
    template.edited = None;
    if let Some(journey) = template.journeys.edit(0) {
        journey.origin = None;
        journey.waved_off.clear();
    }
    if filled {
        drop_unused(&mut template);
    } else {
        template = super::emptied(&template, None);
    }
    template.title = title.trim().to_owned();
    template.about = about.trim().to_owned();
    template
}

/// Takes away what no card, point or persona speaks of: it belongs to other maps of the project.
fn drop_unused(project: &mut Project) {
    let lanes = || project.journeys.iter().flat_map(|journey| &journey.lanes);
    let mut used: HashSet<Id> = HashSet::new();
    for card in lanes().flat_map(|lane| &lane.cards) {
        used.extend(card.sources.iter().cloned());
        used.extend(card.image.iter().chain(&card.opportunity).chain(&card.subgoal).cloned());
    }
    used.extend(lanes().flat_map(|lane| &lane.points).filter_map(|point| point.source.clone()));
    used.extend(project.personas.iter().filter_map(|persona| persona.image.clone()));
    project.sources.retain(|one| used.contains(&one.id));
    forget_missing(project);
    project.images.retain(|one| used.contains(&one.id));
    project.subgoals.retain(|one| used.contains(&one.id));
    project.opportunities.retain(|one| used.contains(&one.id) || !one.cards.is_empty());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{IdSource, Opportunity, Source};
    use crate::templates::{make, ours};
    use crate::words::Lang;

    #[test]
    fn own_templates_are_kept_listed_and_used() {
        let made = make(&ours(Lang::Sv)[1], true, &mut IdSource::seeded(1));
        assert!(made.journeys.len() > 1);
        let second = made.journeys[1].id.clone();
        for (title, filled) in [("Vår / resa", true), ("Tom", false)] {
            let template = template_of(&made, &second, title, " När? ", filled);
            let path = place_of(title).unwrap();
            file::write_own(&path, &file::to_json(&template)).unwrap();
        }
        let (own, damaged) = own_templates();
        assert_eq!(damaged, []);
        let names: Vec<_> = own.iter().map(|one| (one.name.as_str(), one.title())).collect();
        assert_eq!(names, [("Tom", "Tom"), ("Vår   resa", "Vår / resa")]);
        assert_eq!(own[1].about(), "När?");
        assert_eq!((own[0].has_example(), own[1].has_example()), (false, true));
        for template in &own {
            let again = make(template, true, &mut IdSource::seeded(2));
            assert_eq!(file::read(&file::to_json(&again)).unwrap().problems, []);
            assert_eq!(again.journeys.len(), 1);
            assert_eq!(again.journeys[0].phases.len(), made.journeys[1].phases.len());
        }
    }

    #[test]
    fn what_belongs_to_other_maps_stays_there() {
        let (mut project, _) = crate::edit::notation::parse("A: a\nL: x\nwho: pia ola");
        let source = |id: &str| Source { id: Id::new(id), ..Source::default() };
        project.sources = ["used", "other"].map(source).into_iter().collect();
        let id = project.journeys[0].id.clone();
        let journey = project.journeys.edit(0).unwrap();
        journey.personas.truncate(1);
        let card = journey.lanes.edit(0).unwrap().cards.edit(0).unwrap();
        card.sources = vec![Id::new("used")];
        let template = template_of(&project, &id, "T", "", true);
        let names = |ids: Vec<&Id>| ids.iter().map(|id| id.to_string()).collect::<Vec<_>>();
        assert_eq!(names(template.sources.iter().map(|one| &one.id).collect()), ["used"]);
        assert_eq!(names(template.personas.iter().map(|one| &one.id).collect()), ["pia"]);
        assert_eq!(template.journeys[0].lanes[0].cards.len(), 1);
    }

    #[test]
    fn an_opportunity_lets_go_of_a_card_that_is_parked() {
        let (mut project, _) = crate::edit::notation::parse("A: a\nL: x\nparked: p");
        let opportunity = |id: &str, cards: &[&str]| Opportunity {
            id: Id::new(id),
            cards: cards.iter().map(|card| Id::new(card)).collect(),
            ..Opportunity::default()
        };
        let opportunities = [opportunity("both", &["x", "p"]), opportunity("parked", &["p"])];
        project.opportunities = opportunities.into_iter().collect();
        let template = template_of(&project, &project.journeys[0].id, "T", "", true);
        let loaded = file::read(&file::to_json(&template)).unwrap();
        assert_eq!((loaded.problems, loaded.mended), (Vec::new(), false));
        let left: Vec<_> = template.opportunities.iter().map(|one| one.cards.clone()).collect();
        assert_eq!(left, [[Id::new("x")]]);
    }

    #[test]
    fn a_damaged_one_is_told_of_and_not_offered() {
        let folder = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        put("a.kundresa", "{\"format\":\"kundresa\",\"version\":1,\"project\":{\"title\":\"A\",");
        put("b.kundresa", "hej");
        put("c.txt", "hej");
        let (own, damaged) = templates_in(folder.path());
        assert_eq!(own, []);
        let words = Words::new(Lang::Sv);
        let told: Vec<_> =
            damaged.iter().map(|one| (one.name.as_str(), one.text(&words))).collect();
        assert_eq!(told.len(), 2);
        assert!(told.iter().all(|(_, text)| !text.is_empty()), "{told:?}");
    }

    #[test]
    fn a_title_becomes_a_name_for_a_file() {
        let rows = [("Vår resa", "Vår resa"), ("a/b: c?", "a b  c"), ("..", ""), (" ", "")];
        for (title, stem) in rows {
            assert_eq!(file_stem(title), stem);
        }
        assert_eq!(file_stem("six-phases"), "six-phases 2");
    }
}
