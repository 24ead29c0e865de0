//! A list of shared things that also keeps the items it could not read.

use serde::de::{SeqAccess, Visitor};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// Things in order. What could not be read stays as raw JSON at its place and is written back.
#[derive(Clone, Debug)]
pub struct List<T> {
    items: Vec<Arc<T>>,
    /// What could not be read, in file order.
    pub unread: Vec<Unread>,
}

/// One item that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Unread {
    /// How many readable items stand before it; more than there are: it stands at the end.
    pub before: usize,
    /// The item as it stands in the file.
    pub value: Value,
}

impl<T> List<T> {
    /// A list of these things.
    pub fn new(items: Vec<Arc<T>>) -> Self {
        Self { items, unread: Vec::new() }
    }

    /// Nothing in it, readable or not.
    pub fn is_void(&self) -> bool {
        self.items.is_empty() && self.unread.is_empty()
    }

    /// Where the first item is for which `test` holds.
    pub fn index_where(&self, test: impl Fn(&T) -> bool) -> Option<usize> {
        self.items.iter().position(|item| test(item))
    }
}

impl<T: Clone> List<T> {
    /// The item at `index` to change; it is cloned if it is shared.
    pub fn edit(&mut self, index: usize) -> Option<&mut T> {
        self.items.get_mut(index).map(Arc::make_mut)
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { items: Vec::new(), unread: Vec::new() }
    }
}

impl<T> Deref for List<T> {
    type Target = Vec<Arc<T>>;
    fn deref(&self) -> &Self::Target {
        &self.items
    }
}

impl<T> DerefMut for List<T> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.items
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::new(items.into_iter().map(Arc::new).collect())
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a Arc<T>;
    type IntoIter = std::slice::Iter<'a, Arc<T>>;
    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

/// Lists are the same that are written the same.
impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        let place = |raw: &Unread| raw.before.min(self.items.len());
        let same = |(a, b): (&Unread, &Unread)| place(a) == place(b) && a.value == b.value;
        self.items == other.items
            && self.unread.len() == other.unread.len()
            && self.unread.iter().zip(&other.unread).all(same)
    }
}

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seq = serializer.serialize_seq(Some(self.items.len() + self.unread.len()))?;
        let mut unread = self.unread.iter().peekable();
        for (index, item) in self.items.iter().enumerate() {
            while let Some(raw) = unread.next_if(|raw| raw.before <= index) {
                seq.serialize_element(&raw.value)?;
            }
            seq.serialize_element(item)?;
        }
        for raw in unread {
            seq.serialize_element(&raw.value)?;
        }
        seq.end()
    }
}

/// A list reads where each of its items does. What keeps those that do not is reading a file.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Items(PhantomData))
    }
}

/// Reads items one by one, each straight into its shared pointer.
struct Items<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Items<T> {
    type Value = List<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<List<T>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(Arc::new(item));
        }
        Ok(List::new(items))
    }
}

/// Are the very same things in both, in the same order? Goes by pointers.
pub fn same_things<T>(a: &[Arc<T>], b: &[Arc<T>]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers as they are, anything else unread.
    fn list(values: &[Value]) -> List<i64> {
        let mut list = List::default();
        for value in values {
            match value.as_i64() {
                Some(number) => list.push(Arc::new(number)),
                None => list.unread.push(Unread { before: list.len(), value: value.clone() }),
            }
        }
        list
    }

    #[test]
    fn what_cannot_be_read_is_written_back_at_its_place() {
        let list = list(&[1.into(), "two".into(), 3.into(), vec![4].into()]);
        assert_eq!(list.len(), 2);
        assert_eq!(serde_json::to_string(&list).unwrap(), r#"[1,"two",3,[4]]"#);
    }

    #[test]
    fn what_stands_after_the_last_stands_at_the_end() {
        let whole = list(&[1.into(), 2.into(), "three".into()]);
        let mut one = whole.clone();
        one.pop();
        let text = serde_json::to_string(&one).unwrap();
        assert_eq!(text, r#"[1,"three"]"#);
        assert_eq!(one, list(&[1.into(), "three".into()]));
        assert_ne!(one, whole);
        assert_ne!(one, list(&["three".into(), 1.into()]));
    }
}
