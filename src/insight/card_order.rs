//! Which rows of the table of cards are shown, in which groups, and in which order?

use super::card_table::{CardRow, CardTable};
use crate::model::{Evidence, Id, Met, Reach};
use crate::words::{Named as _, Words, fold, order_key, persona_name};
use std::cmp::Ordering;
use std::ops::Range;

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableColumn {
    /// What the card says.
    Text,
    /// Its lane.
    Lane,
    /// Its step.
    Step,
    /// Whom it concerns.
    Who,
    /// Its channel.
    Channel,
    /// How well founded it is.
    Evidence,
    /// Who sees to it.
    Owner,
    /// The opportunity it leads to.
    Opportunity,
    /// Whether it came about, of an expectation.
    Met,
    /// Whether it happens by itself, of an activity of ours.
    Automatic,
    /// Whether it is for one or for many at a time, of an activity of ours.
    Reach,
}

impl TableColumn {
    /// From left to right, in the order of the enum.
    pub const ALL: [Self; 11] = [
        Self::Text,
        Self::Lane,
        Self::Step,
        Self::Who,
        Self::Channel,
        Self::Evidence,
        Self::Owner,
        Self::Opportunity,
        Self::Met,
        Self::Automatic,
        Self::Reach,
    ];

    /// Is it shown unless somebody hides it? What only few cards say is not: each column takes room
    /// from all the others.
    pub fn is_usual(self) -> bool {
        !matches!(self, Self::Met | Self::Automatic | Self::Reach)
    }
}

/// What rows are put together by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CardGrouping {
    /// The phase they stand in.
    #[default]
    Phase,
    /// The lane they stand in.
    Lane,
    /// They are not.
    Nothing,
}

impl CardGrouping {
    /// All of them, in the order they are offered in.
    pub const ALL: [Self; 3] = [Self::Phase, Self::Lane, Self::Nothing];
}

/// By which column the rows of a group are in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardOrder {
    /// The column.
    pub column: TableColumn,
    /// From its end. What says nothing there comes last all the same.
    pub from_end: bool,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardsAsked {
    /// Words that a row has to say, all of them.
    pub words: String,
    /// The lanes it may stand in; none: any.
    pub lanes: Vec<Id>,
    /// Whom it has to name; none: anybody.
    pub persona: Option<Id>,
    /// The steps it may stand in; none: any.
    pub steps: Vec<Id>,
    /// How well founded it has to be said to be.
    pub evidence: Option<Evidence>,
    /// Who has to see to it; an empty name: nobody.
    pub owner: Option<String>,
    /// It has to lack something.
    pub missing: bool,
    /// It has to happen by itself.
    pub automatic: bool,
    /// For how many at a time it has to be.
    pub reach: Option<Reach>,
    /// What rows are put together by.
    pub grouping: CardGrouping,
    /// Their order.
    pub order: CardOrder,
}

impl Default for CardsAsked {
    fn default() -> Self {
        Self {
            words: String::new(),
            lanes: Vec::new(),
            persona: None,
            steps: Vec::new(),
            evidence: None,
            owner: None,
            missing: false,
            automatic: false,
            reach: None,
            grouping: CardGrouping::default(),
            order: CardOrder { column: TableColumn::Step, from_end: false },
        }
    }
}

impl CardsAsked {
    /// Does it leave rows out?
    pub fn leaves_out(&self) -> bool {
        let all_words = self.words.trim().is_empty();
        !(all_words && self.lanes.is_empty() && self.persona.is_none() && self.steps.is_empty())
            || self.evidence.is_some()
            || self.owner.is_some()
            || self.missing
            || self.automatic
            || self.reach.is_some()
    }

    /// Nothing is left out any more; groups and order stay.
    pub fn clear(&mut self) {
        let (grouping, order) = (self.grouping, self.order);
        *self = Self { grouping, order, ..Self::default() };
    }
}

/// Rows that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardGroup {
    /// The place of their phase or lane; none: they are parked, or there are no groups.
    pub of: Option<usize>,
    /// Which of the shown rows they are.
    pub rows: Range<usize>,
    /// How many of them lack something.
    pub missing: usize,
}

/// The rows that are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArrangedCards {
    /// Places of rows in the table, group by group.
    pub rows: Vec<usize>,
    /// The groups that have a row.
    pub groups: Vec<CardGroup>,
    /// How many rows lack something, whether only those are asked for or not.
    pub missing: usize,
}

/// Chooses, groups and orders the rows of a table. Reads each row once.
pub fn arrange_cards(table: &CardTable, asked: &CardsAsked, words: &Words) -> ArrangedCards {
    let query = fold(&asked.words, words.lang);
    let said: Vec<&str> = query.split_whitespace().collect();
    let texts = if said.is_empty() { &[] } else { table.texts(words) };
    let lanes: Vec<usize> =
        asked.lanes.iter().filter_map(|id| table.journey.lane(id)).map(|(at, _)| at).collect();
    let mut missing = 0;
    let mut rows: Vec<(usize, OrderKey, usize)> = Vec::new();
    for (place, row) in table.rows.iter().enumerate() {
        let says = || said.iter().all(|word| texts[place].contains(word));
        let in_lane = || asked.lanes.is_empty() || row.lane.is_some_and(|at| lanes.contains(&at));
        let names = || asked.persona.as_ref().is_none_or(|id| concerns(table, row, id));
        let by_itself = !asked.automatic || row.card.automatic;
        let in_step = || {
            asked.steps.is_empty()
                || table.step(row).is_some_and(|step| asked.steps.contains(&step.id))
        };
        let evidence = asked.evidence.as_ref();
        let is_founded = evidence.is_none_or(|one| row.card.evidence.as_ref() == Some(one));
        let owner = asked.owner.as_ref();
        let is_theirs =
            owner.is_none_or(|one| fold(one, words.lang) == fold(&row.owner, words.lang));
        let reach = asked.reach.as_ref();
        let reaches = reach.is_none_or(|one| row.card.reach.as_ref() == Some(one));
        let is_asked_for = by_itself && is_founded && is_theirs && reaches;
        if !(is_asked_for && in_lane() && in_step() && names() && says()) {
            continue;
        }
        missing += usize::from(row.missing.any());
        if asked.missing && !row.missing.any() {
            continue;
        }
        let group = group_of(row, asked.grouping).unwrap_or(usize::MAX);
        rows.push((group, key_of(table, row, asked.order.column, words), place));
    }
    // Of two that are alike there the one that is read first stays first.
    rows.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.against(&b.1, asked.order.from_end)));
    let mut groups: Vec<CardGroup> = Vec::new();
    for (shown, (_, _, place)) in rows.iter().enumerate() {
        let row = &table.rows[*place];
        let of = group_of(row, asked.grouping);
        if groups.last().is_none_or(|group| group.of != of) {
            groups.push(CardGroup { of, rows: shown..shown, missing: 0 });
        }
        if let Some(group) = groups.last_mut() {
            group.rows.end = shown + 1;
            group.missing += usize::from(row.missing.any());
        }
    }
    ArrangedCards { rows: rows.into_iter().map(|(_, _, place)| place).collect(), groups, missing }
}

/// Does a row name this persona, itself or by its lane?
fn concerns(table: &CardTable, row: &CardRow, persona: &Id) -> bool {
    let of_lane = table.lane(row).and_then(|lane| lane.persona.as_ref());
    row.card.personas.contains(persona) || of_lane == Some(persona)
}

fn group_of(row: &CardRow, grouping: CardGrouping) -> Option<usize> {
    match grouping {
        CardGrouping::Phase => row.phase,
        CardGrouping::Lane => row.lane,
        CardGrouping::Nothing => None,
    }
}

/// By what a row stands among others.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum OrderKey {
    Place(usize),
    Text(String),
    Nothing,
}

impl OrderKey {
    fn against(&self, other: &Self, from_end: bool) -> Ordering {
        match (self, other) {
            (Self::Nothing, _) | (_, Self::Nothing) => self.cmp(other),
            (_, _) if from_end => other.cmp(self),
            (_, _) => self.cmp(other),
        }
    }
}

fn key_of(table: &CardTable, row: &CardRow, column: TableColumn, words: &Words) -> OrderKey {
    let place = |place: Option<usize>| place.map_or(OrderKey::Nothing, OrderKey::Place);
    let text = |text: Option<String>| match text.filter(|text| !text.trim().is_empty()) {
        Some(text) => OrderKey::Text(order_key(&text, words.lang)),
        None => OrderKey::Nothing,
    };
    let card = &*row.card;
    match column {
        TableColumn::Text => text(Some(card.text.clone())),
        TableColumn::Lane => place(row.lane),
        TableColumn::Step => place(row.step),
        TableColumn::Who => {
            let first = table.personas(row).next();
            text(first.map(|(_, persona)| persona_name(persona, words)))
        }
        TableColumn::Channel => text(card.channel.as_ref().map(|channel| channel.name(words))),
        TableColumn::Evidence => {
            place(card.evidence.as_ref().map(|one| place_among(Evidence::ALL, one)))
        }
        TableColumn::Met => place(card.met.as_ref().map(|one| place_among(Met::ALL, one))),
        TableColumn::Automatic => place(card.automatic.then_some(0)),
        TableColumn::Reach => place(card.reach.as_ref().map(|one| place_among(Reach::ALL, one))),
        TableColumn::Owner => text(Some(row.owner.clone())),
        TableColumn::Opportunity => text(row.opportunity.as_ref().map(|one| one.title.clone())),
    }
}

/// Where a choice stands among those that are known; others come after them.
fn place_among<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|known| known == one).unwrap_or(all.len())
}

#[cfg(test)]
mod tests {
    use super::super::card_table::tests::{card, table, two_lanes, with_idea};
    use super::*;
    use crate::model::{Card, Lane, LaneKind};
    use crate::words::Lang;

    fn shown(table: &CardTable, asked: &CardsAsked) -> String {
        let arranged = arrange_cards(table, asked, &Words::new(Lang::Sv));
        let names = |group: &CardGroup| -> String {
            let rows = arranged.rows[group.rows.clone()].iter();
            let names: Vec<&str> = rows.map(|row| table.rows[*row].card.text.as_str()).collect();
            format!("{} {}", names.join(" "), group.missing)
        };
        let groups: Vec<String> = arranged.groups.iter().map(names).collect();
        format!("{} | {}", groups.join(" / "), arranged.missing)
    }

    #[test]
    fn rows_are_chosen_grouped_and_put_in_order() {
        let table = table(two_lanes(), with_idea);
        let by = |column, from_end| CardsAsked {
            grouping: CardGrouping::Nothing,
            order: CardOrder { column, from_end },
            ..CardsAsked::default()
        };
        let lanes = vec![Id::new("P")];
        let of_lane = CardGrouping::Lane;
        let rows: [(CardsAsked, &str); 15] = [
            (CardsAsked::default(), "felt sore hurt 2 / seen 0 / kept 0 | 2"),
            (
                CardsAsked { grouping: of_lane, ..CardsAsked::default() },
                "felt seen 1 / sore hurt 1 / kept 0 | 2",
            ),
            (by(TableColumn::Text, false), "felt hurt kept seen sore 2 | 2"),
            (by(TableColumn::Text, true), "sore seen kept hurt felt 2 | 2"),
            (by(TableColumn::Step, true), "seen hurt felt sore kept 2 | 2"),
            (by(TableColumn::Owner, false), "hurt seen felt sore kept 2 | 2"),
            (by(TableColumn::Owner, true), "seen hurt felt sore kept 2 | 2"),
            (by(TableColumn::Lane, false), "felt seen sore hurt kept 2 | 2"),
            (CardsAsked { lanes, ..CardsAsked::default() }, "sore hurt 1 | 1"),
            (CardsAsked { missing: true, ..CardsAsked::default() }, "felt sore 2 | 2"),
            (CardsAsked { words: " åsa SE ".into(), ..CardsAsked::default() }, "seen 0 | 0"),
            (CardsAsked { automatic: true, ..CardsAsked::default() }, "seen 0 | 0"),
            (by(TableColumn::Automatic, false), "seen felt sore hurt kept 2 | 2"),
            (by(TableColumn::Met, true), "hurt felt sore seen kept 2 | 2"),
            (CardsAsked { words: "asa".into(), ..CardsAsked::default() }, " | 0"),
        ];
        for (asked, expected) in rows {
            assert_eq!(shown(&table, &asked), expected, "{asked:?}");
        }
    }

    #[test]
    fn a_persona_is_named_by_a_card_or_by_its_lane() {
        let who = Id::new("who");
        let named = Card { personas: vec![who.clone()], ..card("named", "a") };
        let own = Lane {
            persona: Some(who.clone()),
            cards: std::iter::once(card("own", "b")).collect(),
            ..Lane::default()
        };
        let others = Lane {
            kind: LaneKind::Notes,
            cards: [named, card("all", "a")].into_iter().collect(),
            ..Lane::default()
        };
        let table = table(vec![own, others], |_| {});
        let mut asked = CardsAsked { persona: Some(who), ..CardsAsked::default() };
        assert!(asked.leaves_out());
        assert_eq!(shown(&table, &asked), "named own 0 | 0");
        asked.clear();
        assert!(!asked.leaves_out());
        assert_eq!(shown(&table, &asked), "named all own 0 | 0");
    }

    #[test]
    fn rows_are_asked_for_by_step_evidence_and_owner() {
        let guess = Card { evidence: Some(Evidence::Hypothesis), ..card("guess", "a") };
        let many = Some(Reach::OneToMany);
        let seen = Card { owner: "Åsa".into(), reach: many.clone(), ..card("seen", "b") };
        let known = Card {
            evidence: Some(Evidence::Researched),
            owner: "åsa".into(),
            ..card("known", "c")
        };
        let cards = [guess, seen, known].into_iter().collect();
        let lane = Lane { id: Id::new("N"), kind: LaneKind::Needs, cards, ..Lane::default() };
        let table = table(vec![lane], |_| {});
        let asked = |change: &dyn Fn(&mut CardsAsked)| {
            let mut asked = CardsAsked { grouping: CardGrouping::Nothing, ..CardsAsked::default() };
            change(&mut asked);
            assert!(asked.leaves_out());
            let arranged = arrange_cards(&table, &asked, &Words::new(Lang::Sv));
            let rows = arranged.rows.iter().map(|row| table.rows[*row].card.text.clone());
            rows.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(asked(&|it| it.steps = vec![Id::new("a"), Id::new("c")]), "guess known");
        assert_eq!(asked(&|it| it.evidence = Some(Evidence::Hypothesis)), "guess");
        assert_eq!(asked(&|it| it.owner = Some("Åsa".into())), "seen known");
        assert_eq!(asked(&|it| it.owner = Some(String::new())), "guess");
        assert_eq!(asked(&|it| it.reach = many.clone()), "seen");
        assert_eq!(asked(&|it| it.reach = Some(Reach::OneToOne)), "");
        let by_reach = |it: &mut CardsAsked| {
            (it.order.column, it.steps) =
                (TableColumn::Reach, ["a", "b", "c"].map(Id::new).to_vec());
        };
        assert_eq!(asked(&by_reach), "seen guess known", "what says nothing comes last");
        let both = |it: &mut CardsAsked| {
            (it.owner, it.evidence) = (Some("Åsa".into()), Some(Evidence::Researched));
        };
        assert_eq!(asked(&both), "known");
    }
}
