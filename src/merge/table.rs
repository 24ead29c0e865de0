//! What things does a project hold, wherever they stand? A project as a table, by id.
//!
//! Works on the JSON of a project: whatever in it is a list of objects with ids is a list of things,
//! all else of an object is a field. So nothing has to be named here to be merged, not even what
//! this version of the program does not know.

use super::body::{Leaf, ThingBody};
use super::leaves::{LaneLeaves, without_leaves};
use crate::model::Project;
use foldhash::{HashMap, HashSet};
use serde_json::{Map, Value};
use smol_str::SmolStr;

pub(super) type Object = Map<String, Value>;

/// The project itself, in every table.
pub(super) const ROOT: usize = 0;

/// Lists whose items have ids or fields that mean nothing outside them.
const CLOSED: [&str; 3] = ["conflicts", "snapshots", "waved_off"];

/// The lists of things that this version knows, by the list that what they stand in stands in. A later
/// one may have others, also of these names in other places.
const KNOWN: [(&str, &[&str]); 5] = [
    (
        "",
        &[
            "personas",
            "sources",
            "themes",
            "opportunities",
            "tasks",
            "subgoals",
            "tags",
            "images",
            "journeys",
            "parked",
            "versions",
        ],
    ),
    ("journeys", &["checklist", "phases", "lanes", "transitions", "views", "story"]),
    ("sources", &["passages"]),
    ("phases", &["steps", "checklist"]),
    ("lanes", &["cards", "points", "prompts"]),
];

/// What a thing is called in all copies of a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct ThingKey {
    /// The list such things stand in; cards that are parked are `cards` too.
    pub list: SmolStr,
    /// What its id is unique in; empty: the project.
    pub within: SmolStr,
    /// Its id; of an item without one what stands in the file.
    pub id: SmolStr,
    /// It has no id of its own: changed, it is another.
    pub is_raw: bool,
}

impl ThingKey {
    pub(super) fn new(list: &str, within: &str, id: &str) -> Self {
        Self { list: list.into(), within: within.into(), id: id.into(), is_raw: false }
    }
}

/// All things of all copies, each with a number.
#[derive(Clone)]
pub(super) struct Register {
    keys: Vec<ThingKey>,
    numbers: HashMap<ThingKey, usize>,
    /// Ids of cards that several maps of one copy have, unique in a journey only, with the numbers of
    /// all these cards.
    doubled: HashMap<SmolStr, Vec<usize>>,
    /// Things in lists that this version does not know: what these say means nothing to it.
    unknown: HashSet<usize>,
}

/// A thing as it stands in one copy.
#[derive(Clone, Debug)]
pub(super) struct ThingRow {
    /// Its fields; of an item without an id all of it. What has come of the copies shares theirs.
    pub body: ThingBody,
    /// What it stands in.
    pub parent: usize,
    /// The list it stands in there.
    pub list: SmolStr,
    /// The journey it stands in; none: in the project.
    pub journey: Option<usize>,
    /// What stands in it, list by list.
    pub lists: Vec<(SmolStr, Vec<usize>)>,
}

/// The things of one copy, by their numbers.
pub(super) type ThingRows = Vec<Option<ThingRow>>;

impl ThingRow {
    /// Is it the same, and in the same place? Where in a list does not matter, nor what is in it.
    pub(super) fn same(&self, other: &Self) -> bool {
        self.parent == other.parent && self.list == other.list && self.body.same(&other.body)
    }

    /// Its fields, to be changed; none where it is no object.
    pub(super) fn fields_mut(&mut self) -> Option<&mut Object> {
        self.body.fields_mut()
    }

    /// The numbers in one of its lists.
    pub(super) fn list(&self, name: &str) -> &[usize] {
        self.lists.iter().find(|(list, _)| list == name).map_or(&[], |(_, items)| items)
    }

    /// A field that is a text or an id.
    pub(super) fn text(&self, field: &str) -> Option<&str> {
        self.body.text(field)
    }
}

/// The row of that number, if this copy has the thing.
pub(super) fn row(rows: &ThingRows, number: usize) -> Option<&ThingRow> {
    rows.get(number)?.as_ref()
}

impl Register {
    /// An empty one for these copies.
    pub(super) fn of(projects: &[&Project]) -> Self {
        let mut doubled = HashMap::default();
        for project in projects {
            let mut seen = HashSet::default();
            let lanes = project.journeys.iter().flat_map(|journey| journey.lanes.iter());
            let cards = lanes.flat_map(|lane| lane.cards.iter()).chain(project.parked.iter());
            let again = cards.filter(|card| !seen.insert(&card.id));
            doubled.extend(again.map(|card| (SmolStr::new(card.id.as_str()), Vec::new())));
        }
        let mut register = Self {
            keys: Vec::new(),
            numbers: HashMap::default(),
            doubled,
            unknown: HashSet::default(),
        };
        register.number(ThingKey::new("", "", ""));
        register
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.keys.len()
    }

    /// What the thing of that number is called.
    pub(super) fn key(&self, number: usize) -> &ThingKey {
        // A number that nobody gave names the project.
        self.keys.get(number).unwrap_or(&self.keys[ROOT])
    }

    /// The ids of all.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|key| key.id.as_str())
    }

    /// The list of a thing of that number, if this version knows such things.
    pub(super) fn known_list(&self, number: usize) -> Option<&SmolStr> {
        (!self.unknown.contains(&number)).then(|| &self.key(number).list)
    }

    /// The number of a thing, if any copy has it.
    pub(super) fn find(&self, key: &ThingKey) -> Option<usize> {
        self.numbers.get(key).copied()
    }

    /// What the id of a card is unique in.
    pub(super) fn within_of_card(&self, id: &str, journey: &str) -> SmolStr {
        if self.doubled.contains_key(id) { journey.into() } else { SmolStr::default() }
    }

    /// The cards with this id, if several maps of one copy have one.
    pub(super) fn doubled_cards(&self, id: &str) -> &[usize] {
        self.doubled.get(id).map_or(&[], Vec::as_slice)
    }

    fn number(&mut self, key: ThingKey) -> usize {
        let next = self.keys.len();
        let (keys, doubled) = (&mut self.keys, &mut self.doubled);
        *self.numbers.entry(key).or_insert_with_key(|key| {
            keys.push(key.clone());
            let same = doubled.get_mut(&key.id).filter(|_| key.list == "cards");
            same.into_iter().for_each(|cards| cards.push(next));
            next
        })
    }

    /// The things of a copy.
    pub(super) fn rows(&mut self, project: &Project) -> ThingRows {
        let (rest, lanes) = without_leaves(project);
        let mut walk = Walk { register: self, rows: Vec::new() };
        if let Ok(Value::Object(object)) = serde_json::to_value(&rest) {
            walk.thing(ROOT, ROOT, "", object, None);
        }
        for lane in lanes {
            walk.leaves(lane);
        }
        walk.rows
    }
}

struct Walk<'a> {
    register: &'a mut Register,
    rows: ThingRows,
}

impl Walk<'_> {
    /// Takes in a thing with all that stands in it.
    fn thing(
        &mut self,
        me: usize,
        parent: usize,
        list: &str,
        mut object: Object,
        journey: Option<usize>,
    ) {
        let is_journey = parent == ROOT && list == "journeys";
        let inner = if is_journey { Some(me) } else { journey };
        let names = object.iter().filter(|(name, value)| holds_things(list, name, value));
        let names: Vec<String> = names.map(|(name, _)| name.clone()).collect();
        // Taken before its contents, so that a thing within itself is none.
        self.put(
            me,
            ThingRow {
                body: ThingBody::default(),
                parent,
                list: list.into(),
                journey,
                lists: Vec::new(),
            },
        );
        let mut lists = Vec::with_capacity(names.len());
        for name in names {
            let Some(Value::Array(items)) = object.shift_remove(&name) else { continue };
            let numbers = items.into_iter().map(|item| self.item(me, list, &name, item, inner));
            let numbers = numbers.collect();
            lists.push((SmolStr::new(name), numbers));
        }
        if let Some(row) = self.rows.get_mut(me).and_then(Option::as_mut) {
            row.body = Value::Object(object).into();
            row.lists = lists;
        }
    }

    /// Takes in an item of the list `name` of `parent`, which stands in the list `above` itself.
    fn item(
        &mut self,
        parent: usize,
        above: &str,
        name: &str,
        item: Value,
        journey: Option<usize>,
    ) -> usize {
        let id = id_of(above, name, &item).map(SmolStr::new);
        let me = id.map(|id| {
            let (key, is_known) = self.key(parent, above, name, &id, journey);
            let me = self.register.number(key);
            if !is_known {
                self.register.unknown.insert(me);
            }
            me
        });
        // A second thing of one name in one copy is none.
        let me = me.filter(|me| row(&self.rows, *me).is_none());
        let item = match (me, item) {
            (Some(me), Value::Object(object)) => {
                self.thing(me, parent, name, object, journey);
                return me;
            }
            (_, item) => item,
        };
        self.raw(parent, above, name, item, journey)
    }

    /// Takes in the cards and feelings of a lane that stay as they are.
    fn leaves(&mut self, leaves: LaneLeaves) {
        let key = ThingKey::new("journeys", "", leaves.journey.as_str());
        let journey = self.register.find(&key);
        let key = ThingKey::new("lanes", leaves.journey.as_str(), leaves.lane.as_str());
        let Some((journey, parent)) = journey.zip(self.register.find(&key)) else { return };
        for (name, items) in [("cards", leaves.cards), ("points", leaves.points)] {
            if items.is_empty() {
                continue;
            }
            let numbers = items.into_iter().map(|item| self.leaf(parent, name, item, journey));
            let numbers = numbers.collect();
            if let Some(row) = self.rows.get_mut(parent).and_then(Option::as_mut) {
                row.lists.push((name.into(), numbers));
            }
        }
    }

    fn leaf(&mut self, parent: usize, name: &str, item: Leaf, journey: usize) -> usize {
        let (key, _) = self.key(parent, "lanes", name, item.id().as_str(), Some(journey));
        let me = self.register.number(key);
        if row(&self.rows, me).is_some() {
            return self.raw(parent, "lanes", name, item.as_json(), Some(journey));
        }
        let (body, list) = (ThingBody::of_leaf(item), name.into());
        self.put(me, ThingRow { body, parent, list, journey: Some(journey), lists: Vec::new() });
        me
    }

    /// What an item is called, and does this version know such things?
    fn key(
        &self,
        parent: usize,
        above: &str,
        name: &str,
        id: &str,
        journey: Option<usize>,
    ) -> (ThingKey, bool) {
        let map = journey.map(|number| self.register.key(number).id.clone()).unwrap_or_default();
        // Lists of later versions may be called as ours are, and what stands in them as ours is.
        let is_ours = match above {
            "" => parent == ROOT,
            "journeys" => journey == Some(parent),
            "lanes" | "phases" => {
                journey.is_some() && row(&self.rows, parent).map(|row| row.parent) == journey
            }
            "sources" => {
                journey.is_none() && row(&self.rows, parent).is_some_and(|row| row.parent == ROOT)
            }
            _ => false,
        };
        let known = |of: &str| {
            let mut lists = KNOWN.iter().filter(|(above, _)| *above == of);
            lists.any(|(_, lists)| lists.contains(&name))
        };
        let is_known = is_ours && known(above);
        // One of another place would be called as what stands in its own.
        let is_misplaced = !is_known && KNOWN.iter().any(|(of, _)| known(of));
        let key = match (above, name) {
            ("lanes", "cards") | ("", "parked") if is_ours => {
                ThingKey::new("cards", &self.register.within_of_card(id, &map), id)
            }
            ("lanes", "points") | ("phases", "steps") if is_ours => ThingKey::new(name, &map, id),
            ("journeys", _) if is_ours && !is_misplaced => ThingKey::new(name, &map, id),
            ("", _) if is_ours && !is_misplaced => ThingKey::new(name, "", id),
            _ => {
                let above = self.register.key(parent);
                // What a later version put there may have the id of something of ours.
                let later = self.register.unknown.contains(&parent);
                let list = if later { format!("{}/", above.list) } else { String::new() };
                ThingKey::new(name, &format!("{list}{}/{}", above.within, above.id), id)
            }
        };
        (key, is_known)
    }

    /// Takes in an item without an id of its own. Of several that are alike each is one.
    fn raw(
        &mut self,
        parent: usize,
        above: &str,
        name: &str,
        item: Value,
        journey: Option<usize>,
    ) -> usize {
        let (_, is_known) = self.key(parent, above, name, "", journey);
        let above = self.register.key(parent);
        let within = SmolStr::new(format!("{}/{}/{}", above.list, above.within, above.id));
        let text = item.to_string();
        let mut again = 0;
        loop {
            let id = if again == 0 { text.clone() } else { format!("{text}#{again}") };
            let key = ThingKey { is_raw: true, ..ThingKey::new(name, &within, &id) };
            let me = self.register.number(key);
            if row(&self.rows, me).is_none() {
                if !is_known {
                    self.register.unknown.insert(me);
                }
                let list = name.into();
                let body = item.into();
                self.put(me, ThingRow { body, parent, list, journey, lists: Vec::new() });
                return me;
            }
            again += 1;
        }
    }

    fn put(&mut self, number: usize, row: ThingRow) {
        if self.rows.len() <= number {
            self.rows.resize_with(number + 1, || None);
        }
        if let Some(place) = self.rows.get_mut(number) {
            *place = Some(row);
        }
    }
}

/// Is this field of a thing, which stands in the list `above` itself, a list of things?
fn holds_things(above: &str, name: &str, value: &Value) -> bool {
    let Value::Array(items) = value else { return false };
    !CLOSED.contains(&name) && items.iter().any(|item| id_of(above, name, item).is_some())
}

/// The id of an item in the list `name` of a thing that stands in the list `above`.
fn id_of<'a>(above: &str, name: &str, item: &'a Value) -> Option<&'a str> {
    // A question of a cell is that of its step.
    let field = if (above, name) == ("lanes", "prompts") { "step" } else { "id" };
    item.as_object()?.get(field)?.as_str().filter(|id| !id.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Unread;
    use serde_json::json;

    fn project(value: Value) -> Project {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn things_are_known_by_their_ids_wherever_they_stand() {
        let mut one = project(json!({
            "journeys": [{"id": "j", "phases": [{"id": "p", "steps": [{"id": "s"}]}],
                "lanes": [{"id": "l", "kind": "notes", "cards": [{"id": "c", "step": "s"}]}]}],
            "later": [{"id": "x", "parts": [{"id": "y"}]}],
        }));
        let lane = one.journeys.edit(0).and_then(|journey| journey.lanes.edit(0)).unwrap();
        lane.cards.unread = vec![Unread { before: 1, value: 7.into() }; 2];
        let two = project(json!({"journeys": [{"id": "j"}], "parked": [{"id": "c"}]}));
        let mut register = Register::of(&[&one, &two]);
        let (first, second) = (register.rows(&one), register.rows(&two));
        let card = register.find(&ThingKey::new("cards", "", "c")).unwrap();
        let lane = register.find(&ThingKey::new("lanes", "j", "l")).unwrap();
        assert_eq!(row(&first, card).unwrap().parent, lane);
        assert_eq!(row(&second, card).unwrap().parent, ROOT);
        assert_eq!(row(&first, lane).unwrap().list("cards").len(), 3, "two are raw");
        assert!(register.find(&ThingKey::new("steps", "j", "s")).is_some());
        assert!(register.find(&ThingKey::new("parts", "later//x", "y")).is_some());
        assert_eq!(*row(&first, lane).unwrap().body, json!({"id": "l", "kind": "notes"}));
    }

    #[test]
    fn lists_of_later_versions_are_not_taken_for_ours() {
        let map =
            json!({"id": "j", "lanes": [{"id": "l", "kind": "notes", "cards": [{"id": "c"}]}]});
        let one = project(json!({
            "journeys": [map, {"id": "k", "phases": [{"id": "p", "journeys": [map]}]}],
            "kept": [{"id": "j", "lanes": [{"id": "l"}]}],
        }));
        let mut register = Register::of(&[&one]);
        let rows = register.rows(&one);
        let parent = |list: &str, within: &str, id: &str| {
            let number = register.find(&ThingKey::new(list, within, id)).unwrap();
            let parent = register.key(row(&rows, number).unwrap().parent);
            (parent.list.to_string(), parent.within.to_string())
        };
        let at = |list: &str, within: &str| (list.to_owned(), within.to_owned());
        assert_eq!(parent("lanes", "j", "l"), at("journeys", ""));
        assert_eq!(parent("lanes", "journeys/k/p/j", "l"), at("journeys", "k/p"));
        assert_eq!(parent("lanes", "kept//j", "l"), at("kept", ""));
        assert_eq!(parent("cards", "", "c"), at("lanes", "j"));
    }

    #[test]
    fn known_things_are_those_in_their_own_lists() {
        let one = project(json!({
            "journeys": [{"id": "j", "phases": [{"id": "p", "steps": [{"id": "s"}], "cards": [{"id": "a"}]}],
                "lanes": [{"id": "l", "kind": "notes", "cards": [{"id": "c"}], "later": [{"id": "x"}]}],
                "steps": [{"id": "s"}], "tasks": [{"id": "t"}]}],
            "cards": [{"id": "c"}], "parked": [{"id": "k"}],
        }));
        let mut register = Register::of(&[&one]);
        let rows = register.rows(&one);
        let mut known = Vec::new();
        let mut unknown = Vec::new();
        for number in (1..register.len()).filter(|it| row(&rows, *it).is_some()) {
            let key = register.key(number);
            let list =
                if register.known_list(number).is_some() { &mut known } else { &mut unknown };
            list.push(format!("{} {} {}", key.list, key.within, key.id));
        }
        known.sort();
        unknown.sort();
        let ours = ["cards  c", "cards  k", "journeys  j", "lanes j l", "phases j p", "steps j s"];
        assert_eq!(known, ours);
        let later = ["cards / c", "cards j/p a", "later j/l x", "steps /j s", "tasks /j t"];
        assert_eq!(unknown, later);
    }

    #[test]
    fn a_card_that_two_maps_have_is_one_in_each() {
        let map = |id: &str| json!({"id": id, "lanes": [{"id": "l", "kind": "notes", "cards": [{"id": "c"}]}]});
        let copied = project(json!({"journeys": [map("a"), map("b")]}));
        let before = project(json!({"journeys": [map("a")]}));
        let mut register = Register::of(&[&before, &copied]);
        let rows = register.rows(&before);
        assert!(register.find(&ThingKey::new("cards", "", "c")).is_none());
        let card = register.find(&ThingKey::new("cards", "a", "c")).unwrap();
        assert!(row(&rows, card).is_some());
    }
}
