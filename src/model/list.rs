//! A list of shared things that also keeps the items it could not read.

use serde::de::DeserializeOwned;
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
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

impl<'de, T: DeserializeOwned> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut list = Self::default();
        for value in Vec::<Value>::deserialize(deserializer)? {
            match T::deserialize(&value) {
                Ok(item) => list.items.push(Arc::new(item)),
                Err(_) => list.unread.push(Unread { before: list.items.len(), value }),
            }
        }
        Ok(list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_is_written_back_at_its_place() {
        let text = r#"[1,"two",3,[4]]"#;
        let list: List<i32> = serde_json::from_str(text).unwrap();
        assert_eq!(list.len(), 2);
        assert_eq!(serde_json::to_string(&list).unwrap(), text);
    }

    #[test]
    fn what_stands_after_the_last_stands_at_the_end() {
        let mut list: List<i32> = serde_json::from_str(r#"[1,2,"three"]"#).unwrap();
        let whole = list.clone();
        list.pop();
        let text = serde_json::to_string(&list).unwrap();
        assert_eq!(text, r#"[1,"three"]"#);
        assert_eq!(list, serde_json::from_str(&text).unwrap());
        assert_ne!(list, whole);
        assert_ne!(list, serde_json::from_str(r#"["three",1]"#).unwrap());
    }
}
