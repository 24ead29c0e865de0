//! How do the named views of a journey change, and what do they forget?

use super::story;
use crate::model::{Id, Journey, PageKind, StoryPage, View};
use std::collections::HashSet;
use std::sync::Arc;

/// [`Change::PutViews`](super::Change::PutViews).
pub(super) fn put(journey: &mut Journey, puts: &[View]) {
    let old = &journey.views;
    let new = puts.iter().map(|put| {
        let same = old.iter().find(|view| ***view == *put);
        same.map_or_else(|| Arc::new(put.clone()), Arc::clone)
    });
    let new = new.collect();
    *journey.views = new;
    // A page that shows a view goes with it.
    let there: HashSet<&Id> = puts.iter().map(|view| &view.id).collect();
    let gone = |page: &StoryPage| {
        let about = page.about.as_ref().filter(|_| page.kind == PageKind::View);
        about.is_some_and(|view| !there.contains(view))
    };
    story::forget(journey, gone, &HashSet::new());
}

/// Takes lanes or personas that are gone out of the views.
pub(super) fn forget(journey: &mut Journey, gone: impl Fn(&Id) -> bool) {
    for index in 0..journey.views.len() {
        let view = &journey.views[index];
        if named(view).any(&gone)
            && let Some(view) = journey.views.edit(index)
        {
            view.keep(|id| !gone(id));
        }
    }
}

/// The lanes and personas a view names.
fn named(view: &View) -> impl Iterator<Item = &Id> {
    let lists = [&view.hidden, &view.collapsed, &view.pinned, &view.personas];
    lists.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::super::notation::{id, parse};
    use super::super::{Change, Edit, apply};
    use super::*;
    use crate::model::{Project, Thing};

    fn made(project: &Project, change: Change) -> Project {
        apply(project, &Edit { journey: id("map"), change }).unwrap()
    }

    #[test]
    fn views_are_put_and_forget_what_is_gone() {
        let (project, _) = parse("A: a\nL: x\nM: y\nwho: pia ola");
        let view = |name: &str, lane: &str, persona: &str| View {
            id: id(name),
            title: name.into(),
            hidden: vec![id(lane)],
            personas: vec![id(persona)],
            ..View::default()
        };
        let both = vec![view("one", "L", "pia"), view("two", "M", "ola")];
        let with = made(&project, Change::PutViews(both.clone()));
        let renamed = View { title: "Other".into(), ..both[0].clone() };
        let again = made(&with, Change::PutViews(vec![both[1].clone(), renamed]));
        let views = |project: &Project| project.journeys[0].views.clone();
        assert_eq!(views(&again)[1].title, "Other");
        assert!(Arc::ptr_eq(&views(&again)[0], &views(&with)[1]));

        let mut journey = Journey::clone(&with.journeys[0]);
        *journey.views = Vec::new();
        let kept = made(&with, Change::PutJourney(Box::new(journey)));
        assert_eq!(views(&kept).len(), 2, "other fields of a journey do not touch its views");

        let less = made(&with, Change::Remove(vec![Thing::Lane(id("L"))]));
        assert!(views(&less)[0].hidden.is_empty() && views(&less)[1].hidden == [id("M")]);
        assert!(Arc::ptr_eq(&views(&less)[1], &views(&with)[1]));
        let less = made(&with, Change::Remove(vec![Thing::Persona(id("ola"))]));
        assert!(views(&less)[1].personas.is_empty() && views(&less)[0].personas == [id("pia")]);
    }
}
