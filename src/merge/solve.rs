//! Which conflicts are left in a project, what can be chosen in each, and what comes of a choice?

use super::arrange::project_of;
use super::by_field::key_of;
use super::sharing::share;
use super::table::{Object, ROOT, Register, ThingKey, ThingRows, row};
use super::value_in_words::value_in_words;
use crate::file::read_object;
use crate::model::{CardRef, Conflict, Id, LANE, ORDER, PHASE, PLACE, Project, Side, Thing, WHOLE};
use crate::words::Words;
use serde_json::Value;
use std::sync::Arc;

/// What to keep of a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Keep {
    /// Our value.
    Mine,
    /// Their value.
    Theirs,
    /// Both: one text below the other.
    Both,
}

/// A conflict that is left, as it can be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Contested {
    /// The conflict.
    pub conflict: Arc<Conflict>,
    /// What can be kept. What stands already always can.
    pub keeps: Vec<Keep>,
    /// What the thing is called; may be empty.
    pub name: String,
    /// Our value; null: none.
    pub mine: Value,
    /// Their value; null: none.
    pub theirs: Value,
    /// Our value as a text: of an id what it is the id of.
    pub mine_text: String,
    /// Their value as a text.
    pub theirs_text: String,
    /// The journey it stands in; none: in none of them.
    pub journey: Option<Id>,
    /// What it is on a map; none: it is on none.
    pub thing: Option<Thing>,
}

/// Texts of which one may stand below the other.
const TEXTS: [&str; 21] = [
    "about",
    "answer",
    "circumstances",
    "for_whom",
    "frustrations",
    "goal",
    "goals",
    "hypothesis",
    "interview_guide",
    "needs",
    "note",
    "notes",
    "offer",
    "our_goal",
    "priority",
    "problem",
    "purpose",
    "question",
    "quote",
    "reason",
    "text",
];

impl Conflict {
    /// Does keeping this change what stands? Of a thing that one copy has deleted: is it deleted?
    pub fn changes(&self, keep: Keep) -> bool {
        match (keep, self.side) {
            (Keep::Both, _) => true,
            (Keep::Mine, side) => side == Some(Side::Ours),
            // Where nobody knows whose it is, what stands is called mine.
            (Keep::Theirs, side) => side != Some(Side::Ours),
        }
    }
}

/// The conflicts of a project that are about something that is there, in the order they were found.
pub fn conflicts(project: &Project) -> Vec<Contested> {
    if project.conflicts.is_empty() {
        return Vec::new();
    }
    let open = Open::of(project);
    let left = project.conflicts.iter().filter_map(|conflict| {
        let number = open.number(conflict)?;
        let standing = open.value(number, conflict);
        let other = conflict.other.clone();
        let keeps = [Keep::Mine, Keep::Theirs, Keep::Both].into_iter();
        let keeps = keeps.filter(|keep| open.can(number, conflict, *keep)).collect();
        let (mine, theirs) = match conflict.side {
            Some(Side::Ours) => (other, standing),
            Some(Side::Theirs) | None => (standing, other),
        };
        let [mine_text, theirs_text] = [&mine, &theirs].map(|it| open.text(number, conflict, it));
        let name = open.name(number).to_owned();
        let journey = row(&open.rows, number).and_then(|row| row.journey);
        Some(Contested {
            conflict: conflict.clone(),
            keeps,
            name,
            mine,
            theirs,
            mine_text,
            theirs_text,
            journey: journey.map(|number| Id::new(&open.register.key(number).id)),
            thing: open.thing(number),
        })
    });
    left.collect()
}

/// What stood in `base` where each of these is about, as one reads it: the fields of things that were
/// there then.
pub fn earlier_texts(
    base: &Project,
    contested: &[Contested],
    words: &Words,
) -> Vec<Option<String>> {
    let open = Open::of(base);
    let earlier = |one: &Contested| {
        let conflict = &one.conflict;
        let field = conflict.field.as_str();
        let is_told =
            field != WHOLE && !(conflict.is_of_place() && [ORDER, PLACE].contains(&field));
        let number = open.number(conflict).filter(|_| is_told)?;
        let value = open.value(number, conflict);
        let text = open.text(number, conflict, &value);
        Some(value_in_words(&conflict.list, field, &value, &text, words))
    };
    contested.iter().map(earlier).collect()
}

/// The project with one of its conflicts solved; none where that cannot be kept, or the conflict is
/// none of this project's.
pub fn solve(project: &Project, conflict: &Conflict, keep: Keep) -> Option<Project> {
    if project.conflicts.iter().all(|one| **one != *conflict) {
        return None;
    }
    if !conflict.changes(keep) {
        let mut solved = project.clone();
        // A file may tell of it twice.
        solved.conflicts.retain(|one| **one != *conflict);
        return Some(solved);
    }
    let mut open = Open::of(project);
    let number = open.number(conflict).filter(|it| open.can(*it, conflict, keep))?;
    open.apply(number, conflict, keep)?;
    let (object, leaves) = project_of(&mut open.rows, &open.register);
    let (mut solved, _) = read_object(object, 0, |project| leaves.put_back(project));
    solved.conflicts.retain(|one| **one != *conflict);
    share(project, &mut solved);
    Some(solved)
}

/// The project with our value standing in one of its conflicts and theirs kept beside it; none where
/// it stands already, or cannot.
pub fn let_mine_stand(project: &Project, conflict: &Conflict) -> Option<Project> {
    if conflict.side != Some(Side::Ours) {
        return None;
    }
    let open = Open::of(project);
    let theirs = open.value(open.number(conflict)?, conflict);
    let mut turned = solve(project, conflict, Keep::Mine)?;
    turned.conflicts.push(Arc::new(Conflict {
        standing: conflict.other.clone(),
        other: theirs,
        side: Some(Side::Theirs),
        ..conflict.clone()
    }));
    Some(turned)
}

/// A project as a table.
struct Open {
    register: Register,
    rows: ThingRows,
}

impl Open {
    fn of(project: &Project) -> Self {
        let mut register = Register::of(&[project]);
        let rows = register.rows(project);
        Self { register, rows }
    }

    /// The thing a conflict is about, if it is there.
    fn number(&self, conflict: &Conflict) -> Option<usize> {
        // Ids that were unique may have come to stand on two maps since.
        let key = ThingKey::new(&conflict.list, &conflict.within, conflict.thing.as_str());
        let number = self.register.find(&key)?;
        // All of a project cannot be deleted.
        let is_part = number != ROOT || conflict.field != WHOLE;
        (is_part && row(&self.rows, number).is_some()).then_some(number)
    }

    /// What stands now.
    fn value(&self, number: usize, conflict: &Conflict) -> Value {
        let Some(one) = row(&self.rows, number) else { return Value::Null };
        let id = |number: usize| Value::from(self.register.key(number).id.as_str());
        match conflict.field.as_str() {
            WHOLE => Value::Null,
            LANE | PHASE if conflict.is_of_place() => id(one.parent),
            ORDER if conflict.is_of_place() => {
                let list = row(&self.rows, one.parent).map_or(&[][..], |row| row.list(&one.list));
                let step = one.text("step");
                let before = list.iter().take_while(|it| **it != number);
                let in_cell =
                    |it: &&usize| row(&self.rows, **it).and_then(|row| row.text("step")) == step;
                before.filter(in_cell).last().map(|it| id(*it)).unwrap_or_default()
            }
            PLACE if conflict.is_of_place() => conflict.standing.clone(),
            field => part(&one.body, field).cloned().unwrap_or_default(),
        }
    }

    /// What a thing is called.
    fn name(&self, number: usize) -> &str {
        let fields = ["title", "text", "name", "question", "quote", "reason"];
        let texts = fields.iter().filter_map(|field| row(&self.rows, number)?.text(field));
        let found = texts.into_iter().find(|text| !text.is_empty());
        found.unwrap_or(&self.register.key(number).id)
    }

    /// What it is on a map.
    fn thing(&self, number: usize) -> Option<Thing> {
        let one = row(&self.rows, number)?;
        self.register.known_list(number)?;
        let id = |number: usize| Id::new(&self.register.key(number).id);
        Some(match one.list.as_str() {
            "cards" => Thing::Card(CardRef { lane: Some(id(one.parent)), card: id(number) }),
            "parked" => Thing::Card(CardRef { lane: None, card: id(number) }),
            "points" => Thing::Point { lane: id(one.parent), point: id(number) },
            "phases" => Thing::Phase(id(number)),
            "steps" => Thing::Step(id(number)),
            "lanes" => Thing::Lane(id(number)),
            "personas" => Thing::Persona(id(number)),
            "transitions" => Thing::Transition(id(number)),
            "journeys" => Thing::Journey(id(number)),
            _ => return None,
        })
    }

    /// A value of a conflict about that thing as a text.
    fn text(&self, number: usize, conflict: &Conflict, value: &Value) -> String {
        let journey = row(&self.rows, number).and_then(|row| row.journey);
        let journey = journey.map(|it| self.register.key(it).id.as_str()).unwrap_or_default();
        let named = |list: &str, within: &str, id: &str| {
            self.there(list, within, id).map_or(id.to_owned(), |it| self.name(it).to_owned())
        };
        match value {
            Value::Null => String::new(),
            Value::String(id) => match conflict.field.as_str() {
                LANE if conflict.is_of_place() => named("lanes", journey, id),
                PHASE if conflict.is_of_place() => named("phases", journey, id),
                "step" | "until" => named("steps", journey, id),
                ORDER if conflict.is_of_place() => named(&conflict.list, &conflict.within, id),
                "persona" | "personas" | "curves_off" => named("personas", "", id),
                "source" | "sources" => named("sources", "", id),
                "opportunity" => named("opportunities", "", id),
                "themes" => named("themes", "", id),
                "card" | "cards" | "next" => named("cards", "", id),
                "subgoal" => named("subgoals", "", id),
                _ => id.clone(),
            },
            Value::Object(place) if conflict.field == PLACE => {
                let text = |field: &str| place.get(field).and_then(Value::as_str);
                let within = text("journey").unwrap_or_default();
                let lane = text("lane").map(|id| named("lanes", within, id));
                let step = text("step").map(|id| named("steps", within, id));
                [lane, step].into_iter().flatten().collect::<Vec<_>>().join(", ")
            }
            Value::Array(items) => {
                let texts = items.iter().map(|item| self.text(number, conflict, item));
                texts.collect::<Vec<_>>().join(", ")
            }
            Value::Object(fields) => {
                let texts = fields.values().map(|item| self.text(number, conflict, item));
                texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
            }
            Value::Bool(_) | Value::Number(_) => value.to_string(),
        }
    }

    fn can(&self, number: usize, conflict: &Conflict, keep: Keep) -> bool {
        if keep == Keep::Both {
            let texts = [&self.value(number, conflict), &conflict.other];
            let texts =
                texts.map(Value::as_str).into_iter().all(|it| it.is_some_and(|it| !it.is_empty()));
            return texts && conflict.list != "transitions" && TEXTS.contains(&&*conflict.field)
                || texts && (&*conflict.list, &*conflict.field) == ("transitions", "reason");
        }
        if !conflict.changes(keep) {
            return true;
        }
        let of_place = conflict.is_of_place();
        match conflict.field.as_str() {
            // Else it would be parked, or hidden.
            "step" => {
                match (row(&self.rows, number).and_then(|row| row.journey), &conflict.other) {
                    (Some(journey), Value::String(step)) => {
                        self.there("steps", &self.register.key(journey).id, step).is_some()
                    }
                    _ => false,
                }
            }
            _ if !of_place => true,
            LANE | PHASE => self.new_parent(number, conflict).is_some(),
            PLACE => {
                conflict.other == Value::Object(Object::new()) || self.cell(conflict).is_some()
            }
            _ => true,
        }
    }

    /// The lane or phase that the other value names.
    fn new_parent(&self, number: usize, conflict: &Conflict) -> Option<usize> {
        let list = if conflict.field == PHASE { "phases" } else { "lanes" };
        let journey = row(&self.rows, number)?.journey?;
        let journey = self.register.key(journey).id.clone();
        self.there(list, &journey, conflict.other.as_str()?)
    }

    fn there(&self, list: &str, within: &str, id: &str) -> Option<usize> {
        let number = self.register.find(&ThingKey::new(list, within, id))?;
        row(&self.rows, number).map(|_| number)
    }

    /// The lane that the other place names, if its step is there too.
    fn cell(&self, conflict: &Conflict) -> Option<usize> {
        let text = |field: &str| conflict.other.get(field)?.as_str();
        self.there("steps", text("journey")?, text("step")?)?;
        self.there("lanes", text("journey")?, text("lane")?)
    }

    /// Makes the choice in the table.
    fn apply(&mut self, number: usize, conflict: &Conflict, keep: Keep) -> Option<()> {
        let other = conflict.other.clone();
        match conflict.field.as_str() {
            WHOLE => self.take_out(number),
            LANE | PHASE if conflict.is_of_place() => {
                let parent = self.new_parent(number, conflict)?;
                let list = row(&self.rows, number)?.list.clone();
                self.move_to(number, parent, &list, None)
            }
            ORDER if conflict.is_of_place() => {
                let one = row(&self.rows, number)?;
                let (parent, list) = (one.parent, one.list.clone());
                self.move_to(number, parent, &list, Some(other.as_str().unwrap_or_default()))
            }
            PLACE if conflict.is_of_place() => {
                let lane = self.cell(conflict);
                let body = self.rows.get_mut(number)?.as_mut()?.fields_mut()?;
                for field in ["step", "until"] {
                    body.shift_remove(field);
                    body.extend(other.get(field).map(|it| (field.to_owned(), it.clone())));
                }
                match lane {
                    Some(lane) => self.move_to(number, lane, "cards", None),
                    None => self.move_to(number, ROOT, "parked", None),
                }
            }
            field => {
                let standing = self.value(number, conflict);
                let value = match (keep, conflict.side) {
                    (Keep::Both, Some(Side::Ours)) => joined(&other, &standing)?,
                    (Keep::Both, _) => joined(&standing, &other)?,
                    (Keep::Mine | Keep::Theirs, _) => other,
                };
                put(self.rows.get_mut(number)?.as_mut()?.fields_mut()?, field, value);
                Some(())
            }
        }
    }

    /// Takes a thing out of the list it stands in, with all that stands in it.
    fn take_out(&mut self, number: usize) -> Option<()> {
        let one = row(&self.rows, number)?;
        let (parent, list) = (one.parent, one.list.clone());
        let lists = &mut self.rows.get_mut(parent)?.as_mut()?.lists;
        let (_, items) = lists.iter_mut().find(|(name, _)| *name == list)?;
        items.retain(|it| *it != number);
        Some(())
    }

    /// Moves a thing to a list: after the thing called `after`, empty: to its beginning; none: to its
    /// end.
    fn move_to(
        &mut self,
        number: usize,
        parent: usize,
        list: &str,
        after: Option<&str>,
    ) -> Option<()> {
        self.take_out(number)?;
        let register = &self.register;
        let above = self.rows.get_mut(parent)?.as_mut()?;
        if !above.lists.iter().any(|(name, _)| name == list) {
            above.lists.push((list.into(), Vec::new()));
        }
        let (_, items) = above.lists.iter_mut().find(|(name, _)| name == list)?;
        let place = match after {
            None => items.len(),
            Some("") => 0,
            Some(id) => {
                let found = items.iter().position(|it| register.key(*it).id == id);
                found.map_or(items.len(), |at| at + 1)
            }
        };
        items.insert(place.min(items.len()), number);
        let one = self.rows.get_mut(number)?.as_mut()?;
        (one.parent, one.list) = (parent, list.into());
        Some(())
    }
}

impl Conflict {
    /// Is it about where something stands, in a list that knows such places? Other things may have a
    /// field of that name. Solving such a conflict may do away with others.
    pub fn is_of_place(&self) -> bool {
        match self.field.as_str() {
            LANE => ["cards", "points"].contains(&&*self.list),
            PHASE => self.list == "steps",
            PLACE => self.list == "cards",
            field => field == ORDER || field == WHOLE,
        }
    }
}

/// A field, or a part of one.
fn part<'a>(body: &'a Value, field: &str) -> Option<&'a Value> {
    let body = body.as_object()?;
    let field = key_of(body, field);
    match (body.get(field), field.split_once('.')) {
        (None, Some((first, rest))) => part(body.get(key_of(body, first))?, rest),
        (found, _) => found,
    }
}

/// Sets a field, or a part of one; null takes it away.
fn put(body: &mut Object, field: &str, value: Value) {
    let field = key_of(body, field);
    if let (false, Some((first, rest))) = (body.contains_key(field), field.split_once('.')) {
        let first = key_of(body, first);
        let inner = body.entry(first).or_insert_with(|| Object::new().into());
        if let Value::Object(inner) = inner {
            put(inner, rest, value);
            return;
        }
    }
    if value.is_null() {
        body.shift_remove(field);
    } else {
        body.insert(field.to_owned(), value);
    }
}

fn joined(mine: &Value, theirs: &Value) -> Option<Value> {
    Some(format!("{}\n{}", mine.as_str()?, theirs.as_str()?).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::List;
    use serde_json::json;

    #[test]
    fn a_conflict_that_is_told_of_twice_is_solved_once() {
        let conflict = Conflict { field: "title".into(), other: "b".into(), ..Conflict::default() };
        let conflicts = List::from_iter([conflict.clone(), conflict.clone()]);
        let project = Project { title: "a".into(), conflicts, ..Project::default() };
        for (keep, title) in [(Keep::Mine, "a"), (Keep::Theirs, "b")] {
            let solved = solve(&project, &conflict, keep).unwrap();
            assert_eq!((solved.title.as_str(), solved.conflicts.len()), (title, 0), "{keep:?}");
        }
    }

    #[test]
    fn a_field_may_be_called_as_a_place_is_and_have_no_name() {
        for (field, expected) in [
            (r#""""#, json!({"": 7})),
            (r#""order""#, json!({"order": 7})),
            (r#""".x"#, json!({"": {"x": 7}})),
            (r#""place".x."#, json!({"place": {"x": {"": 7}}})),
        ] {
            let mut body = Object::new();
            put(&mut body, field, 7.into());
            let body = Value::Object(body);
            assert_eq!((&body, part(&body, field)), (&expected, Some(&7.into())), "{field}");
        }
    }
}
