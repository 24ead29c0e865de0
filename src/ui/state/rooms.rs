//! Which rooms does a map have, and what are they called?
//!
//! They stand at the right end of the row of tabs: a room shows the journey in front in a way of its
//! own. A variant that is added asks for all it needs: its name, its icon, its key in the table of
//! commands, and in the shell what is shown of it.

use crate::scene::icon;
use crate::words::Words;

/// A room of the map that is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Room {
    /// The map with what is known of what is selected.
    #[default]
    Map,
    /// The map with its gaps.
    Gaps,
    /// What we want to know, what was said, and what it says of the map.
    Research,
    /// What could be done, what is done next, and by whom.
    Opportunities,
    /// All cards in a table.
    Table,
}

impl Room {
    /// From left to right, in the order of the enum.
    pub const ALL: [Self; 5] =
        [Self::Map, Self::Gaps, Self::Research, Self::Opportunities, Self::Table];

    /// Its place in the row.
    pub fn place(self) -> usize {
        self as usize
    }

    /// What it is called.
    pub fn label(self, words: &Words) -> String {
        match self {
            Self::Map => words.room_map(),
            Self::Gaps => words.room_gaps(),
            Self::Research => words.room_research(),
            Self::Opportunities => words.room_opportunities(),
            Self::Table => words.room_table(),
        }
    }

    /// What one does there, in a sentence without a full stop.
    pub fn hint(self, words: &Words) -> String {
        match self {
            Self::Map => words.room_map_hint(),
            Self::Gaps => words.room_gaps_hint(),
            Self::Research => words.room_research_hint(),
            Self::Opportunities => words.room_opportunities_hint(),
            Self::Table => words.room_table_hint(),
        }
    }

    /// Its icon, a character of the icon font.
    pub fn icon(self) -> char {
        match self {
            Self::Map => icon::KANBAN,
            Self::Gaps => icon::BOX_DASHED,
            Self::Research => icon::QUOTE,
            Self::Opportunities => icon::LIGHTBULB,
            Self::Table => icon::TABLE,
        }
    }

    /// Is the map itself there, so that one can zoom?
    pub fn has_canvas(self) -> bool {
        match self {
            Self::Map | Self::Gaps => true,
            Self::Research | Self::Opportunities | Self::Table => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::state::command::Command;

    #[test]
    fn each_room_stands_in_the_row_once_and_has_a_key() {
        for (place, room) in Room::ALL.into_iter().enumerate() {
            assert_eq!(room.place(), place);
            assert_eq!(Command::Room(room).keys().len(), 1, "{room:?}");
        }
        let keys = Command::Room(Room::Map).row().keys;
        assert_eq!(keys.len(), Room::ALL.len(), "no key is left over");
    }
}
