//! Which headings and items are journeys, phases, steps and lanes?

use super::labels::{Beside, OfJourney};
use super::node::Node;
use crate::exchange::lane_names::lane_kind_of;

/// What the parts of an outline are.
#[derive(Debug, Default)]
pub(super) struct OutlinePlan<'a> {
    /// What all of it is called.
    pub title: String,
    /// Its journeys.
    pub journeys: Vec<OutlinePart<'a>>,
    /// Headings beside journeys: sources, the parking place.
    pub beside: Vec<(Beside, &'a Node)>,
    /// What stands beside all of them.
    pub loose: Vec<&'a Node>,
}

/// A journey.
#[derive(Debug, Default)]
pub(super) struct OutlinePart<'a> {
    /// What it is called; may be empty.
    pub title: String,
    /// What is said of it before its phases.
    pub about: Vec<&'a Node>,
    /// Its phases.
    pub phases: Vec<&'a Node>,
    /// Headings beside phases: personas, transitions.
    pub beside: Vec<(Beside, &'a Node)>,
}

/// Finds out what is what. `title`: what the whole is called outside of it.
pub(super) fn plan<'a>(title: Option<String>, roots: &'a [Node]) -> OutlinePlan<'a> {
    let mut plan = OutlinePlan { title: title.unwrap_or_default(), ..OutlinePlan::default() };
    let headings: Vec<&Node> = roots.iter().filter(|node| node.is_heading()).collect();
    let items: Vec<&Node> = roots.iter().filter(|node| !node.is_heading()).collect();
    match headings.as_slice() {
        [] => plan.journeys.push(of_items(&plan.title, items)),
        [only] => {
            plan.loose = items;
            let inner: Vec<&Node> = only.headings().collect();
            if is_project(only, &inner) {
                plan.title.clone_from(&only.text);
                plan.loose.extend(only.items());
                plan.journeys(&inner);
            } else {
                plan.journeys.push(of_heading(only));
            }
        }
        several
            if several.iter().any(|one| is_journey(one))
                || several.iter().any(|one| has_steps(one)) =>
        {
            plan.loose = items;
            plan.journeys(several);
        }
        several => {
            let mut part =
                OutlinePart { title: plan.title.clone(), about: items, ..OutlinePart::default() };
            part.headings(several, false);
            plan.journeys.push(part);
        }
    }
    plan
}

impl<'a> OutlinePlan<'a> {
    fn journeys(&mut self, headings: &[&'a Node]) {
        for one in headings {
            match Beside::called(&one.text) {
                Some(what) => self.beside.push((what, one)),
                None => self.journeys.push(of_heading(one)),
            }
        }
    }
}

impl<'a> OutlinePart<'a> {
    /// `ours`: figures that follow from the map may stand beside its phases.
    fn headings(&mut self, headings: &[&'a Node], ours: bool) {
        for one in headings {
            match Beside::called(&one.text).filter(|what| ours || *what != Beside::Reckoned) {
                Some(what) => self.beside.push((what, one)),
                None => self.phases.push(one),
            }
        }
    }
}

/// Does a heading hold journeys, as our outlines of several do?
fn is_project(node: &Node, inner: &[&Node]) -> bool {
    let own: Vec<&&Node> = inner.iter().filter(|one| Beside::called(&one.text).is_none()).collect();
    let is_one =
        matches!(own.as_slice(), [only] if has_phases(only)) && node.items().next().is_none();
    inner.iter().any(|one| is_journey(one)) || (is_one && !is_journey(node))
}

/// Is something said of it that is said of journeys?
fn is_journey(node: &Node) -> bool {
    // Phases have the same beginning and the same questions.
    let of_all = [OfJourney::Begins, OfJourney::Checklist];
    let said =
        |item: &Node| OfJourney::called(&item.label).is_some_and(|what| !of_all.contains(&what));
    let of_journeys = [Beside::Personas, Beside::Transitions];
    let beside =
        |inner: &Node| Beside::called(&inner.text).is_some_and(|what| of_journeys.contains(&what));
    node.items().any(said) || node.headings().any(beside)
}

/// Does a heading hold others that are no lanes?
fn has_phases(node: &Node) -> bool {
    node.headings().next().is_some() && !are_lanes(node)
}

/// Does a heading hold others, and these others again, that are no lanes?
fn has_steps(node: &Node) -> bool {
    node.headings().any(has_phases)
}

/// Are all headings in it called as lanes are?
pub(super) fn are_lanes(node: &Node) -> bool {
    let mut names = node.headings().map(|inner| lane_kind_of(&inner.text)).peekable();
    names.peek().is_some() && names.all(|kind| kind.is_some())
}

fn of_heading(node: &Node) -> OutlinePart<'_> {
    let headings: Vec<&Node> = node.headings().collect();
    let mut part = OutlinePart { title: node.text.clone(), ..OutlinePart::default() };
    part.headings(&headings, is_journey(node));
    let (said, other): (Vec<&Node>, Vec<&Node>) = node
        .items()
        .partition(|item| item.is_paragraph || OfJourney::called(&item.label).is_some());
    part.about = said;
    if part.phases.is_empty() {
        part.phases = other;
    } else {
        part.about.extend(other);
    }
    part
}

/// A journey of a list alone: a list with one item that holds all the others is called by that.
fn of_items<'a>(title: &str, items: Vec<&'a Node>) -> OutlinePart<'a> {
    let (about, phases): (Vec<&Node>, Vec<&Node>) =
        items.into_iter().partition(|node| node.is_paragraph);
    match phases.as_slice() {
        [only] if only.children.iter().any(|child| !child.children.is_empty()) => OutlinePart {
            title: only.title(),
            about,
            phases: only.children.iter().collect(),
            ..OutlinePart::default()
        },
        _ => OutlinePart { title: title.to_owned(), about, phases, ..OutlinePart::default() },
    }
}

/// The lane that an item of a phase or a step is, and what is said of it right there: an item with
/// others in it that is bold or ends with a colon, or is called as lanes are.
pub(super) fn lane(item: &Node) -> Option<(String, String)> {
    if item.is_paragraph {
        return None;
    }
    let has_more = !item.children.is_empty();
    let is_short = |name: &str| (1..=4).contains(&name.split_whitespace().count());
    if !item.label.is_empty() {
        let is_lane = match item.text.is_empty() {
            true => has_more,
            false => is_short(&item.label) && lane_kind_of(&item.label).is_some(),
        };
        return is_lane.then(|| (item.label.clone(), item.text.clone()));
    }
    if let Some(name) = item.text.strip_suffix(':').filter(|_| has_more) {
        return Some((name.trim().to_owned(), String::new()));
    }
    if has_more && is_short(&item.text) && lane_kind_of(&item.text).is_some() {
        return Some((item.text.clone(), String::new()));
    }
    let (name, said) = item.text.split_once(": ")?;
    (is_short(name) && lane_kind_of(name).is_some())
        .then(|| (name.trim().to_owned(), said.trim().to_owned()))
}
