//! Several things of one kind, edited as one.

use crate::edit::Change;
use crate::model::{Card, CardRef, EmotionPoint, Id, Lane, Persona, Phase, Step, Transition};
use std::sync::Arc;

/// Things of one kind, each with what a change needs to know of its place.
pub(super) struct Batch<'a, P, T> {
    pub things: &'a [(P, Arc<T>)],
    put: fn(Vec<(P, T)>) -> Change,
}

impl<P, T> Clone for Batch<'_, P, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P, T> Copy for Batch<'_, P, T> {}

impl<'a, P: Clone, T: Clone> Batch<'a, P, T> {
    /// What they all have in common there; none where they differ.
    pub(super) fn same<V: PartialEq + ?Sized>(&self, get: impl Fn(&T) -> &V) -> Option<&'a V> {
        let mut values = self.things.iter().map(|(_, thing)| get(thing));
        let first = values.next()?;
        values.all(|value| value == first).then_some(first)
    }

    /// The same for what has to be worked out first.
    pub(super) fn same_of<V: PartialEq>(&self, get: impl Fn(&T) -> V) -> Option<V> {
        let mut values = self.things.iter().map(|(_, thing)| get(thing));
        let first = values.next()?;
        values.all(|value| value == first).then_some(first)
    }

    /// How many of them pass: none, some or all.
    pub(super) fn lit(&self, test: impl Fn(&T) -> bool) -> Lit {
        let mut all = true;
        let mut any = false;
        for (_, thing) in self.things {
            let on = test(thing);
            all &= on;
            any |= on;
            if any && !all {
                return Lit::Some;
            }
        }
        if any { Lit::On } else { Lit::Off }
    }

    pub(super) fn change(&self, set: impl Fn(&mut T)) -> Change {
        let changed = self.things.iter().map(|(place, thing)| {
            let mut thing = T::clone(thing);
            set(&mut thing);
            (place.clone(), thing)
        });
        (self.put)(changed.collect())
    }

    /// The only one; none where there are several.
    pub(super) fn only(&self) -> Option<&'a (P, Arc<T>)> {
        match self.things {
            [one] => Some(one),
            _ => None,
        }
    }
}

/// A chip for several things: off for all, on for all, or on for some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Lit {
    Off,
    Some,
    On,
}

impl From<bool> for Lit {
    fn from(on: bool) -> Self {
        if on { Self::On } else { Self::Off }
    }
}

/// Batches of each kind, and how they are put back.
macro_rules! batches {
    ($($name:ident: $place:ty, $thing:ty => $put:expr;)*) => {$(
        pub(super) fn $name(things: &[($place, Arc<$thing>)]) -> Batch<'_, $place, $thing> {
            Batch { things, put: $put }
        }
    )*};
}

batches! {
    cards: CardRef, Card => Change::PutCards;
    points: Id, EmotionPoint => Change::PutPoints;
    phases: (), Phase => |all| Change::PutPhases(bare(all));
    steps: (), Step => |all| Change::PutSteps(bare(all));
    lanes: (), Lane => |all| Change::PutLanes(bare(all));
    personas: (), Persona => |all| Change::PutPersonas(bare(all));
    transitions: (), Transition => |all| Change::PutTransitions(bare(all));
}

fn bare<T>(things: Vec<((), T)>) -> Vec<T> {
    things.into_iter().map(|((), thing)| thing).collect()
}
