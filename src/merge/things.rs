//! Which things are there in the merged project, with which fields, and where do they stand?
//!
//! A thing is looked at by itself, whatever list it stands in: its lane is a field of a card as its
//! text is. What one copy has deleted and the other left alone is gone; what the other has changed
//! or needs is kept, with a conflict about the whole of it.

use super::by_field::{Clash, merged_fields, ours_stands};
use super::table::{Object, ROOT, Register, ThingRow, ThingRows, row};
use crate::model::{LANE, PHASE, PLACE, Side, WHOLE};
use foldhash::HashSet;
use serde_json::{Value, json};

/// The three copies as tables, what has come of them so far, and what could not be decided.
#[derive(Clone)]
pub(super) struct Three {
    pub register: Register,
    /// The copy that both began with; none: it is not known.
    pub base: Option<ThingRows>,
    pub ours: ThingRows,
    pub theirs: ThingRows,
    /// What stands in the merged project; the lists of its rows are empty until they are ordered.
    pub merged: ThingRows,
    /// Fields that both have changed, with the number of their thing.
    pub clashes: Vec<(usize, Clash)>,
    /// Which things ours, and theirs, has as the base has them.
    pub unchanged: Vec<[bool; 2]>,
}

impl Three {
    pub(super) fn base_row(&self, number: usize) -> Option<&ThingRow> {
        self.base.as_ref().and_then(|base| row(base, number))
    }

    pub(super) fn rows(&self, side: Side) -> &ThingRows {
        match side {
            Side::Ours => &self.ours,
            Side::Theirs => &self.theirs,
        }
    }

    /// Decides about each thing by itself.
    pub(super) fn decide(&mut self) {
        self.compare();
        let restored = self.restored_journeys();
        for number in 0..self.register.len() {
            let merged = self.decided(number, &restored);
            self.merged.push(merged);
        }
    }

    /// Compares each copy with the base, once: it is asked for often.
    fn compare(&mut self) {
        let sides = [&self.ours, &self.theirs];
        let of = |number: usize| {
            let base = self.base_row(number);
            sides.map(|side| base.zip(row(side, number)).is_some_and(|(base, it)| base.same(it)))
        };
        self.unchanged = (0..self.register.len()).map(of).collect();
    }

    /// Has ours, and has theirs, the thing as the base has it?
    pub(super) fn unchanged(&self, number: usize) -> [bool; 2] {
        self.unchanged.get(number).copied().unwrap_or_default()
    }

    fn decided(&mut self, number: usize, restored: &HashSet<usize>) -> Option<ThingRow> {
        let (base, ours, theirs) =
            (self.base_row(number), row(&self.ours, number), row(&self.theirs, number));
        let (one, deleted_by) = match (ours, theirs) {
            (None, None) => return None,
            (Some(ours), Some(theirs)) => {
                let mut clashes = Vec::new();
                let merged = self.of_both(number, base, ours, theirs, &mut clashes);
                self.clashes.extend(clashes.into_iter().map(|clash| (number, clash)));
                return Some(merged);
            }
            (Some(ours), None) => (ours, Side::Theirs),
            (None, Some(theirs)) => (theirs, Side::Ours),
        };
        let kept = bare(one);
        if base.is_none() {
            return Some(kept);
        }
        // Of a journey that is kept all is.
        if one.journey.is_some_and(|journey| restored.contains(&journey)) {
            return Some(kept);
        }
        let same = match deleted_by {
            Side::Theirs => self.unchanged(number)[0],
            Side::Ours => self.unchanged(number)[1],
        };
        if same && !restored.contains(&number) {
            return None;
        }
        self.clashes.push((number, whole(deleted_by)));
        Some(kept)
    }

    /// A thing that both have.
    fn of_both(
        &self,
        number: usize,
        base: Option<&ThingRow>,
        ours: &ThingRow,
        theirs: &ThingRow,
        clashes: &mut Vec<Clash>,
    ) -> ThingRow {
        let [as_ours, as_theirs] = self.unchanged(number);
        if as_theirs || (!as_ours && ours.same(theirs)) {
            return bare(ours);
        }
        if as_ours {
            return bare(theirs);
        }
        let (Value::Object(a), Value::Object(b)) = (&*ours.body, &*theirs.body) else {
            return bare(ours);
        };
        let before = base.and_then(|base| base.body.as_object());
        let list = self.register.known_list(number).cloned().unwrap_or_default();
        let parts: &[&str] = &["step", "until"];
        let skip = if list == "cards" && is_far(base, ours, theirs) { parts } else { &[] };
        let place = self.place_of_both(&list, !skip.is_empty(), [base, Some(ours), Some(theirs)]);
        let (place, clash) = (if place.0 { ours } else { theirs }, place.1);
        clashes.extend(clash);
        let mut body = merged_fields(before, a, b, skip, clashes);
        for part in skip {
            body.extend(place.body.get(*part).map(|value| ((*part).to_owned(), value.clone())));
        }
        ThingRow { body: Value::Object(body).into(), ..bare(place) }
    }

    /// Does ours stand where this thing is to stand, and what is the conflict about it? `far`: as one
    /// whole, with the step.
    fn place_of_both(
        &self,
        list: &str,
        far: bool,
        [base, ours, theirs]: [Option<&ThingRow>; 3],
    ) -> (bool, Option<Clash>) {
        let place = |row: &ThingRow| match far {
            true => self.place(row),
            false => self.register.key(row.parent).id.as_str().into(),
        };
        let [before, a, b] = [base, ours, theirs].map(|row| row.map(place));
        // What they stand in is called the same, and is not: on another map, or in a list that is not
        // known.
        if let (Some(one), Some(other)) = (ours, theirs)
            && a == b
            && one.parent != other.parent
        {
            let moved = |row: &ThingRow| base.is_some_and(|base| base.parent != row.parent);
            let [a, b] = [one, other].map(|row| {
                let key = self.register.key(row.parent);
                let known = self.register.known_list(row.parent).is_some();
                (moved(row), known, key.list.clone(), key.within.clone())
            });
            return (a >= b, None);
        }
        if a == b || (before.is_some() && before == b) {
            return (true, None);
        }
        if before.is_some() && before == a {
            return (false, None);
        }
        let none = json!({});
        // On the map before beside it.
        let as_ours = match (a.as_ref() == Some(&none), b.as_ref() == Some(&none)) {
            (true, false) => false,
            (false, true) => true,
            _ => ours_stands(a.as_ref(), b.as_ref()),
        };
        let (standing, other) = if as_ours { (a, b) } else { (b, a) };
        let field = match list {
            "cards" if far => PLACE,
            "steps" => PHASE,
            _ => LANE,
        };
        let clash = Clash {
            field: field.to_owned(),
            standing: standing.unwrap_or_default(),
            other: other.unwrap_or_default(),
            side: Some(if as_ours { Side::Theirs } else { Side::Ours }),
        };
        (as_ours, Some(clash))
    }

    /// Where a card is, as one value; parked: nothing.
    fn place(&self, row: &ThingRow) -> Value {
        let mut place = Object::new();
        if row.parent != ROOT {
            let lane = self.register.key(row.parent);
            place.insert("journey".into(), lane.within.as_str().into());
            place.insert("lane".into(), lane.id.as_str().into());
            for part in ["step", "until"] {
                place.extend(row.body.get(part).map(|value| (part.to_owned(), value.clone())));
            }
        }
        place.into()
    }

    /// The journeys that one copy has deleted while the other has changed anything in them: they
    /// come back whole. So do all, where else none would be left.
    fn restored_journeys(&self) -> HashSet<usize> {
        let mut restored = HashSet::default();
        let mut deleted = HashSet::default();
        let mut left = false;
        for number in 0..self.register.len() {
            let key = self.register.key(number);
            if key.list != "journeys" || !key.within.is_empty() {
                continue;
            }
            let there = (row(&self.ours, number).is_some(), row(&self.theirs, number).is_some());
            match (self.base_row(number).is_some(), there) {
                (true, (true, false) | (false, true)) => drop(deleted.insert(number)),
                (_, (false, false)) => {}
                _ => left = true,
            }
        }
        if deleted.is_empty() {
            return restored;
        }
        for number in 0..self.register.len() {
            let base = self.base_row(number);
            let journey_of = |row: Option<&ThingRow>| {
                let journey = if row.is_some_and(|row| row.parent == ROOT) {
                    Some(number)
                } else {
                    row.and_then(|row| row.journey)
                };
                journey.filter(|journey| deleted.contains(journey))
            };
            for side in [Side::Ours, Side::Theirs] {
                let there = row(self.rows(side), number);
                let changed = match (base, there) {
                    (Some(_), Some(_)) => match side {
                        Side::Ours => !self.unchanged(number)[0],
                        Side::Theirs => !self.unchanged(number)[1],
                    },
                    (None, None) => false,
                    _ => true,
                };
                let journeys = [journey_of(base), journey_of(there)];
                let touched = journeys.into_iter().flatten().filter(|_| changed);
                // Only what the copy that still has the journey did to it counts.
                restored.extend(touched.filter(|it| row(self.rows(side), *it).is_some()));
            }
        }
        if left || !restored.is_empty() { restored } else { deleted }
    }
}

/// A conflict about a thing that one copy has deleted.
pub(super) fn whole(deleted_by: Side) -> Clash {
    Clash {
        field: WHOLE.to_owned(),
        standing: Value::Null,
        other: Value::Null,
        side: Some(deleted_by),
    }
}

/// The row without what stands in it.
pub(super) fn bare(row: &ThingRow) -> ThingRow {
    ThingRow {
        body: row.body.clone(),
        parent: row.parent,
        list: row.list.clone(),
        journey: row.journey,
        lists: Vec::new(),
    }
}

/// Is a card parked in a copy, or on another map? Then its step goes with its lane.
fn is_far(base: Option<&ThingRow>, ours: &ThingRow, theirs: &ThingRow) -> bool {
    let maps = [base, Some(ours), Some(theirs)].into_iter().flatten().map(|row| row.journey);
    let maps: HashSet<Option<usize>> = maps.collect();
    maps.len() > 1
}
