//! The lists of a project as they stand in the file: what has an id, and a walk that knows its place.

use super::report::RepairReport;
use crate::model::*;
use std::sync::Arc;

/// Ids that are looked up once for each thing of a file.
pub(super) type Ids = foldhash::HashSet<Id>;

/// What has an id, and a name to tell it by.
pub(super) trait Identified: Clone {
    fn id(&mut self) -> &mut Id;
    fn look(&self) -> &Id;
    /// What the user calls it.
    fn name(&self) -> &str;
}

macro_rules! things {
    ($($thing:ident by $name:ident),* $(,)?) => {$(
        impl Identified for $thing {
            fn id(&mut self) -> &mut Id {
                &mut self.id
            }
            fn look(&self) -> &Id {
                &self.id
            }
            fn name(&self) -> &str {
                &self.$name
            }
        }
    )*};
}

things! {
    Persona by name, Source by title, Theme by title, Opportunity by title, Task by title,
    Subgoal by title, Tag by title, Image by title, Journey by title, Phase by title,
    Step by title, Lane by title, Card by text, EmotionPoint by quote, Transition by reason,
    Question by question, Version by name, Passage by text, StoryPage by title,
}

/// Where the item at `index` stands in the file, with the unread ones before it.
pub(super) fn place_in_file<T>(list: &List<T>, index: usize) -> usize {
    index + list.unread.partition_point(|raw| raw.before <= index)
}

/// Looks at each item of a list and changes those that need it; `change` is given each with the report at its
/// place.
pub(super) fn each<T: Clone>(
    list: &mut List<T>,
    key: &'static str,
    report: &mut RepairReport,
    mut change: impl FnMut(&mut Arc<T>, &mut RepairReport),
) {
    for index in 0..list.len() {
        report.enter(key, place_in_file(list, index));
        if let Some(item) = list.get_mut(index) {
            change(item, report);
        }
        report.leave();
    }
}

/// An id that is not taken.
pub(super) fn fresh(taken: &mut Ids, ids: &mut IdSource) -> Id {
    loop {
        let id = ids.next_id();
        if taken.insert(id.clone()) {
            return id;
        }
    }
}
