//! From a table to a project: what stands in which list, in which order, and the JSON of all of it.

use super::body::Leaf;
use super::by_field::Clash;
use super::leaves::KeptLeaves;
use super::order::{Ordered, ordered};
use super::table::{Object, ROOT, Register, ThingRow, ThingRows, row};
use super::things::Three;
use crate::model::{IdSource, LANE, ORDER, PHASE, PLACE, Side};
use foldhash::{HashMap, HashSet};
use serde_json::Value;
use smol_str::SmolStr;

impl Three {
    /// Puts all lists in order.
    pub(super) fn arrange(&mut self) {
        for parent in 0..self.merged.len() {
            if row(&self.merged, parent).is_none() {
                continue;
            }
            let sides = [row(&self.ours, parent), row(&self.theirs, parent)];
            let mut names: Vec<SmolStr> = Vec::new();
            for (name, _) in sides.into_iter().flatten().flat_map(|row| &row.lists) {
                if !names.contains(name) {
                    names.push(name.clone());
                }
            }
            names.sort_unstable();
            let mut lists = Vec::with_capacity(names.len());
            for name in names {
                let items = self.in_order(parent, &name);
                if !items.is_empty() {
                    lists.push((name, items));
                }
            }
            if let Some(row) = self.merged.get_mut(parent).and_then(Option::as_mut) {
                row.lists = lists;
            }
        }
    }

    fn in_order(&mut self, parent: usize, name: &str) -> Vec<usize> {
        let stands = |number: &usize| {
            row(&self.merged, *number).is_some_and(|row| row.parent == parent && row.list == name)
        };
        let list = |row: Option<&ThingRow>| -> Vec<usize> {
            let all = row.map_or(&[][..], |row| row.list(name));
            all.iter().copied().filter(stands).collect()
        };
        let base = self.base.as_ref().map(|base| list(row(base, parent)));
        let ours = list(row(&self.ours, parent));
        let theirs = list(row(&self.theirs, parent));
        let found = ordered(base.as_deref(), &ours, &theirs, |number| self.register.key(number));
        let clashes = self.order_clashes(&found, base.as_deref(), &ours, &theirs);
        self.clashes.extend(clashes);
        found.items
    }

    /// What both copies have moved within a list, to different places.
    fn order_clashes(
        &self,
        found: &Ordered,
        base: Option<&[usize]>,
        ours: &[usize],
        theirs: &[usize],
    ) -> Vec<(usize, Clash)> {
        if found.contested.is_empty() {
            return Vec::new();
        }
        let elsewhere = [LANE, PHASE, PLACE, "step"];
        let moved = self.clashes.iter().filter(|(_, it)| elsewhere.contains(&it.field.as_str()));
        let moved: HashSet<usize> = moved.map(|(number, _)| *number).collect();
        let (before_ours, before_theirs) = (self.before(ours), self.before(theirs));
        let before_base = base.map(|base| self.before(base));
        let contested = found.contested.iter().filter(|number| !moved.contains(number));
        let clashes = contested.filter_map(|number| {
            let id = |before: &HashMap<usize, usize>| {
                let before = before.get(number).map(|it| self.register.key(*it).id.as_str());
                before.map(Value::from).unwrap_or_default()
            };
            let (a, b) = (id(&before_ours), id(&before_theirs));
            // It may be its neighbour that was moved.
            let stays = before_base.as_ref().map(id).is_some_and(|it| it == a || it == b);
            if a == b || stays {
                return None;
            }
            let (standing, other, side) = match found.as_ours {
                true => (a, b, Side::Theirs),
                false => (b, a, Side::Ours),
            };
            let field = ORDER.to_owned();
            Some((*number, Clash { field, standing, other, side: Some(side) }))
        });
        clashes.collect()
    }

    /// What stands before each in a list; of cards and feelings before it in its cell.
    fn before(&self, list: &[usize]) -> HashMap<usize, usize> {
        let mut last: HashMap<Option<&str>, usize> = HashMap::default();
        let mut before = HashMap::default();
        for number in list {
            let step = row(&self.merged, *number).and_then(|row| row.text("step"));
            before.extend(last.insert(step, *number).map(|it| (*number, it)));
        }
        before
    }
}

/// The JSON of the project that these rows are, with something in place of leaves. A phase without
/// steps gets one.
pub(super) fn project_of(rows: &mut ThingRows, register: &Register) -> (Object, KeptLeaves) {
    let mut kept = KeptLeaves::among(register.ids());
    match thing(rows, register, ROOT, &mut kept) {
        Some(Err(Value::Object(project))) => (project, kept),
        _ => (Object::new(), kept),
    }
}

/// A thing with all that stands in it, or the leaf that it is.
fn thing(
    rows: &mut ThingRows,
    register: &Register,
    number: usize,
    kept: &mut KeptLeaves,
) -> Option<Result<Leaf, Value>> {
    let row = rows.get_mut(number)?.take()?;
    let mut whole = match row.body.taken() {
        Ok(leaf) if row.lists.is_empty() => return Some(Ok(leaf)),
        // Something stands in it that this version does not know: it is written with that.
        Ok(leaf) => leaf.as_json(),
        Err(json) => json,
    };
    let Value::Object(body) = &mut whole else { return Some(Err(whole)) };
    for (name, numbers) in row.lists {
        let (mut things, mut run) = (Vec::new(), Vec::new());
        for number in numbers {
            match thing(rows, register, number, kept) {
                Some(Ok(leaf)) => run.push(leaf),
                Some(Err(value)) => {
                    things.extend(kept.keep(std::mem::take(&mut run)));
                    things.push(value);
                }
                None => {}
            }
        }
        things.extend(kept.keep(run));
        if things.is_empty() {
            continue;
        }
        match body.get_mut(name.as_str()) {
            // In one copy it held nothing with an id, and was a field.
            Some(Value::Array(there)) => there.extend(things),
            _ => drop(body.insert(name.into(), things.into())),
        }
    }
    let steps = body.get("steps").and_then(Value::as_array);
    if register.known_list(number).is_some_and(|list| list == "phases")
        && !steps.is_some_and(|steps| steps.iter().any(Value::is_object))
    {
        // Both copies have taken steps away, and none is left. Made alike each time.
        let seed = register
            .key(number)
            .id
            .bytes()
            .fold(0, |seed: u64, byte| seed.wrapping_mul(31).wrapping_add(byte.into()));
        let id = IdSource::seeded(seed).next_id();
        let step = Object::from_iter([("id".to_owned(), id.as_str().into())]);
        match body.get_mut("steps") {
            // What cannot be read stays.
            Some(Value::Array(steps)) => steps.push(Value::Object(step)),
            _ => drop(body.insert("steps".into(), vec![Value::Object(step)].into())),
        }
    }
    Some(Err(whole))
}
