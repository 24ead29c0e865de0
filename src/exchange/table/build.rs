//! The map that a table becomes, once it is said what its rows are.

use super::felt_cells::{FeltInCell, felt_in, whose};
use super::guess::{is_head, is_known};
use super::pieces::{names_in, pieces};
use super::roles::{FeelingScale, LeftCell, RowRole, TableRoles};
use super::sheet::TableSheet;
use crate::model::{
    Card, CardRef, Channel, EmotionPoint, Id, IdSource, Journey, Lane, LaneKind, Persona, Phase,
    Project, Step, Thing, on_one_line,
};
use crate::words::is_called;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a table becomes.
#[derive(Clone, Debug, Default)]
pub struct TableMap {
    /// A project of one journey.
    pub project: Project,
    /// What the cells became, by row and column of the table as it is read (flipped where that is said):
    /// more than one thing where one holds several.
    pub placed: Vec<((usize, usize), Thing)>,
    /// The cells that found no place, by row and column, why, and what is done with them.
    pub left: Vec<((usize, usize), NoPlace, LeftCell)>,
}

/// Why a cell has no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPlace {
    /// Nothing is said of its row.
    Row,
    /// It stands alone above the table, as a heading does.
    Heading,
    /// It stands in a row of feelings, and is neither a figure nor a face.
    NoFeeling,
    /// There is no card above that it could be about.
    NoCard,
    /// It stands where a name would, and names nobody.
    NoName,
    /// What it says of a card, another cell has said otherwise.
    Taken,
    /// It stands before the first step.
    Before,
}

/// A map of a table, read as `roles` say.
pub fn map_of(sheet: &TableSheet, roles: &TableRoles, ids: &mut IdSource) -> TableMap {
    let flipped = roles.flipped.then(|| sheet.flipped());
    let sheet = flipped.as_ref().unwrap_or(sheet);
    let mut making = Making {
        sheet,
        roles,
        ids,
        journey: Journey::default(),
        made: TableMap::default(),
        steps: Vec::new(),
    };
    making.journey.id = making.ids.next_id();
    making.columns();
    for row in 0..sheet.rows.len() {
        making.row(row);
    }
    making.finish()
}

struct Making<'a> {
    sheet: &'a TableSheet,
    roles: &'a TableRoles,
    ids: &'a mut IdSource,
    journey: Journey,
    made: TableMap,
    /// The step of each column, from the first that has one.
    steps: Vec<Id>,
}

impl Making<'_> {
    fn role(&self, row: usize) -> &RowRole {
        self.roles.rows.get(row).unwrap_or(&RowRole::Nothing)
    }

    /// The first row of this role.
    fn row_of(&self, role: &RowRole) -> Option<usize> {
        (0..self.sheet.rows.len()).find(|row| self.role(*row) == role)
    }

    /// Makes a step of each column, and a phase of those that one name reaches over.
    fn columns(&mut self) {
        let (phases, steps) = (self.row_of(&RowRole::Phases), self.row_of(&RowRole::Steps));
        for column in self.roles.first..self.sheet.columns() {
            let phase = phases.map_or("", |row| self.sheet.text(row, column));
            if !phase.is_empty() || self.journey.phases.is_empty() {
                let id = self.ids.next_id();
                if let Some(row) = phases.filter(|_| !phase.is_empty()) {
                    self.made.placed.push(((row, column), Thing::Phase(id.clone())));
                }
                let title = on_one_line(phase);
                self.journey.phases.push(Arc::new(Phase { id, title, ..Phase::default() }));
            }
            let title = on_one_line(steps.map_or("", |row| self.sheet.text(row, column)));
            let id = self.ids.next_id();
            if let Some(row) = steps.filter(|_| !title.is_empty()) {
                self.made.placed.push(((row, column), Thing::Step(id.clone())));
            }
            self.steps.push(id.clone());
            let last = self.journey.phases.len().saturating_sub(1);
            if let Some(phase) = self.journey.phases.edit(last) {
                phase.steps.push(Arc::new(Step { id, title, ..Step::default() }));
            }
        }
        // A map has a place for what comes, even if nothing does.
        if self.journey.phases.is_empty() {
            let step = Step { id: self.ids.next_id(), ..Step::default() };
            let id = self.ids.next_id();
            let steps = [step].into_iter().collect();
            self.journey.phases.push(Arc::new(Phase { id, steps, ..Phase::default() }));
        }
    }

    /// What the columns before the first step say of a row: its name, with what stands beside it.
    fn name(&self, row: usize) -> String {
        let texts = (0..self.roles.first).map(|column| self.sheet.text(row, column));
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).map(on_one_line).collect();
        texts.join(" · ").trim_end_matches(':').trim_end().to_owned()
    }

    fn row(&mut self, row: usize) {
        match self.role(row).clone() {
            RowRole::Nothing => self.nothing(row),
            // The first of each has been read with the columns.
            RowRole::Phases | RowRole::Steps => {
                if self.row_of(self.role(row)) != Some(row) {
                    self.nothing(row);
                }
            }
            RowRole::Cards(kind) => {
                let title = self.name(row);
                let title = if is_called(&kind, &title) { String::new() } else { title };
                let lane = Lane { id: self.ids.next_id(), kind, title, ..Lane::default() };
                let thing = Thing::Lane(lane.id.clone());
                self.made.placed.extend(self.roles.names.map(|column| ((row, column), thing)));
                self.journey.lanes.push(Arc::new(lane));
                self.cards(row);
            }
            RowRole::More => self.cards(row),
            RowRole::Feelings(scale) => self.feelings(row, scale),
            RowRole::Personas => self.about(row, &mut |making, card, text| {
                let names = names_in(text);
                if names.is_empty() {
                    return Err(NoPlace::NoName);
                }
                let ids: Vec<Id> = names.iter().map(|name| making.persona(name)).collect();
                making.card(card, |card| {
                    let new = ids.into_iter().filter(|id| !card.personas.contains(id));
                    card.personas =
                        card.personas.iter().cloned().chain(new.collect::<Vec<_>>()).collect();
                });
                Ok(())
            }),
            RowRole::Channels => self.about(row, &mut |making, card, text| {
                let channel = channel_of(text);
                let mut free = false;
                making.card(card, |card| {
                    free = card.channel.is_none();
                    card.channel.get_or_insert(channel);
                });
                if free { Ok(()) } else { Err(NoPlace::Taken) }
            }),
            RowRole::Owners => self.about(row, &mut |making, card, text| {
                let owner = on_one_line(text);
                if !owner.chars().any(char::is_alphanumeric) {
                    return Err(NoPlace::NoName);
                }
                making.card(card, |card| match card.owner.is_empty() {
                    true => card.owner = owner,
                    false => card.owner = format!("{}, {owner}", card.owner),
                });
                Ok(())
            }),
        }
    }

    /// The cells of a row from the first step on that say something.
    fn cells(&self, row: usize) -> Vec<(usize, String)> {
        let columns = self.roles.first..self.sheet.columns();
        let texts = columns.map(|column| (column, self.sheet.text(row, column).to_owned()));
        texts.filter(|(_, text)| !text.is_empty()).collect()
    }

    fn leave(&mut self, row: usize, column: usize, why: NoPlace) {
        let said = self.roles.left.iter().find(|(at, _)| *at == (row, column));
        let usual = if why == NoPlace::Heading { LeftCell::Title } else { LeftCell::Park };
        let what = said.map_or(usual, |(_, what)| *what);
        self.made.left.push(((row, column), why, what));
    }

    /// Nothing is said of a row: a text alone above the others is a heading.
    fn nothing(&mut self, row: usize) {
        let cells: Vec<usize> = (0..self.sheet.columns())
            .filter(|column| !self.sheet.text(row, *column).is_empty())
            .collect();
        let headed = cells.len() == 1
            && (0..row).all(|above| {
                self.sheet
                    .rows
                    .get(above)
                    .is_none_or(|row| row.iter().all(|cell| cell.text.is_empty()))
            });
        let why = if headed { NoPlace::Heading } else { NoPlace::Row };
        cells.into_iter().for_each(|column| self.leave(row, column, why));
    }

    /// Adds cards to the last lane.
    fn cards(&mut self, row: usize) {
        for (column, text) in self.cells(row) {
            let Some(step) = self.steps.get(column - self.roles.first).cloned() else { continue };
            let wide = self
                .sheet
                .rows
                .get(row)
                .and_then(|row| row.get(column))
                .map_or(0, |cell| cell.more.0);
            let until =
                self.steps.get(column - self.roles.first + wide).filter(|_| wide > 0).cloned();
            let last = self.journey.lanes.iter().rposition(|lane| lane.kind != LaneKind::Emotions);
            let Some(lane) = last.and_then(|last| self.journey.lanes.edit(last)) else {
                self.leave(row, column, NoPlace::Row);
                continue;
            };
            for text in pieces(&text) {
                let (step, until) = (step.clone(), until.clone());
                let card = Card { id: self.ids.next_id(), step, until, text, ..Card::default() };
                let found = CardRef { lane: Some(lane.id.clone()), card: card.id.clone() };
                self.made.placed.push(((row, column), Thing::Card(found)));
                lane.cards.push(Arc::new(card));
            }
        }
    }

    /// Tells what a row says of the cards of the lane above, column by column.
    fn about(
        &mut self,
        row: usize,
        tell: &mut dyn FnMut(&mut Self, usize, &str) -> Result<(), NoPlace>,
    ) {
        for (column, text) in self.cells(row) {
            let step = self.steps.get(column - self.roles.first).cloned().unwrap_or_default();
            let lane = self.journey.lanes.iter().rev().find(|lane| lane.kind != LaneKind::Emotions);
            let cards = lane.into_iter().flat_map(|lane| lane.cards.iter().enumerate());
            let places: Vec<usize> =
                cards.filter(|(_, card)| card.step == step).map(|(place, _)| place).collect();
            let mut told = if places.is_empty() { Err(NoPlace::NoCard) } else { Ok(()) };
            for place in places {
                told = told.and_then(|()| tell(self, place, &text));
            }
            if let Err(why) = told {
                self.leave(row, column, why);
            }
        }
    }

    /// Changes the card at `place` of the last lane of cards.
    fn card(&mut self, place: usize, change: impl FnOnce(&mut Card)) {
        let lane = self.journey.lanes.iter().rposition(|lane| lane.kind != LaneKind::Emotions);
        let lane = lane.and_then(|lane| self.journey.lanes.edit(lane));
        if let Some(card) = lane.and_then(|lane| lane.cards.edit(place)) {
            change(card);
        }
    }

    /// The persona of this name, who is made where there is none.
    fn persona(&mut self, name: &str) -> Id {
        let same = |one: &Arc<Persona>| one.name.to_lowercase() == name.to_lowercase();
        if let Some(known) = self.made.project.personas.iter().find(|one| same(one)) {
            return known.id.clone();
        }
        let id = self.ids.next_id();
        let persona = Persona { id: id.clone(), name: name.to_owned(), ..Persona::default() };
        self.made.project.personas.push(Arc::new(persona));
        self.journey.personas.push(id.clone());
        id
    }

    /// Adds points to the lane of feelings, which is made where there is none.
    fn feelings(&mut self, row: usize, scale: FeelingScale) {
        let name = self.roles.names.map_or("", |column| self.sheet.text(row, column)).to_owned();
        let persona = whose(&name).map(|name| self.persona(&name));
        let is_felt = |lane: &Arc<Lane>| lane.kind == LaneKind::Emotions;
        let place = self.journey.lanes.iter().position(is_felt).unwrap_or_else(|| {
            let lane = Lane { id: self.ids.next_id(), kind: LaneKind::Emotions, ..Lane::default() };
            self.journey.lanes.push(Arc::new(lane));
            self.journey.lanes.len() - 1
        });
        for (column, text) in self.cells(row) {
            let step = self.steps.get(column - self.roles.first).cloned().unwrap_or_default();
            let found = felt_in(&text, scale);
            if found.is_empty() {
                self.leave(row, column, NoPlace::NoFeeling);
            }
            let Some(lane) = self.journey.lanes.edit(place) else { continue };
            for FeltInCell { value, face, quote } in found {
                let (id, persona, step) = (self.ids.next_id(), persona.clone(), step.clone());
                let thing = Thing::Point { lane: lane.id.clone(), point: id.clone() };
                self.made.placed.push(((row, column), thing));
                let point = EmotionPoint {
                    id,
                    persona,
                    step,
                    value,
                    face,
                    quote,
                    ..EmotionPoint::default()
                };
                lane.points.push(Arc::new(point));
            }
        }
    }

    /// Puts what is left where it is to go, and the journey into its project.
    fn finish(mut self) -> TableMap {
        // What stands before the first step, where no lane is called so and it is not what the row is.
        for row in 0..self.sheet.rows.len() {
            for column in 0..self.roles.first {
                let is_name = self.roles.names == Some(column);
                let text = self.sheet.text(row, column);
                let is_used = match self.role(row) {
                    RowRole::Nothing | RowRole::Cards(_) => true,
                    RowRole::More => false,
                    RowRole::Feelings(_) => is_name && (whose(text).is_some() || is_known(text)),
                    RowRole::Phases | RowRole::Steps => is_name && is_head(text),
                    RowRole::Personas | RowRole::Channels | RowRole::Owners => {
                        is_name && is_known(text)
                    }
                };
                if !is_used && !text.is_empty() {
                    self.leave(row, column, NoPlace::Before);
                }
            }
        }
        let mut left: BTreeMap<(usize, usize), LeftCell> = BTreeMap::new();
        left.extend(self.made.left.iter().map(|(at, _, what)| (*at, *what)));
        for ((row, column), what) in left {
            let text = self.sheet.text(row, column);
            match what {
                LeftCell::Leave => {}
                LeftCell::Title if self.journey.title.is_empty() => {
                    self.journey.title = on_one_line(text);
                }
                LeftCell::Title | LeftCell::Park => {
                    let card =
                        Card { id: self.ids.next_id(), text: text.to_owned(), ..Card::default() };
                    self.made.project.parked.push(Arc::new(card));
                }
            }
        }
        if self.journey.title.is_empty() {
            self.journey.title.clone_from(&self.sheet.name);
        }
        self.made.project.title.clone_from(&self.journey.title);
        self.made.project.journeys.push(Arc::new(self.journey));
        self.made
    }
}

/// The channel that a text names; one of its own where it names none of ours.
fn channel_of(text: &str) -> Channel {
    let text = on_one_line(text);
    let known = Channel::ALL.iter().find(|channel| is_called(*channel, &text));
    known.cloned().unwrap_or_else(|| Channel::Other(text.into()))
}
