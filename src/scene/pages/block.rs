//! What can stand in a column of a page, and the tile that shows it.

use super::context::PageContext;
use super::kit::{flat, group};
use super::memo::HeightAsked;
use super::plan::{Block, Of};
use super::said;
use super::sizes::TextSize;
use super::text::point_of;
use super::tile::{Tile, TileSign, TileText};
use crate::model::{Card, CardRef, LaneKind, Status, TextOf, Thing};
use crate::scene::map::card::{self, change_role};
use crate::scene::map::chips::mark_emoji;
use crate::scene::map::name::persona_role;
use crate::scene::{Drawing, Item, Role, Tag, lane_icon};
use crate::words::{card_name, initial, lane_name, persona_roles, titled};
use egui::Pos2;
use std::sync::Arc;

/// The name of a lane and a figure with its unit say this much.
pub(crate) const NAME_MAX: usize = 60;

impl From<Of> for Block {
    fn from(of: Of) -> Self {
        Self { of, cut: None }
    }
}

impl Block {
    /// Does it stand over what follows?
    pub(super) fn is_name(&self) -> bool {
        matches!(self.of, Of::Lane(..) | Of::Name(_))
    }

    /// How high it is.
    pub(super) fn height(&self, desk: &mut PageContext<'_>, width: f32, size: TextSize) -> f32 {
        let Some(ask) = self.ask(desk, width, size).filter(|_| self.cut.is_none()) else {
            return self.drawing(desk, width, size).size.y;
        };
        if let Some(known) = desk.memo.height(&ask) {
            return known;
        }
        let drawing = self.drawing(desk, width, size);
        let height = drawing.size.y;
        desk.memo.keep(ask, drawing);
        height
    }

    fn ask(&self, desk: &PageContext<'_>, width: f32, size: TextSize) -> Option<HeightAsked> {
        let lane = |place: &usize| desk.journey.lanes.get(*place).map(|lane| lane.kind.clone());
        let (thing, kind, idea): (Arc<dyn std::any::Any + Send + Sync>, _, _) = match &self.of {
            Of::Card(place, card) => {
                let idea = card.opportunity.as_ref().and_then(|id| desk.memo.idea(id));
                (card.clone(), lane(place), idea.cloned())
            }
            // With its note it is another thing.
            Of::Idea(idea, true) => (idea.clone(), Some(LaneKind::Notes), None),
            Of::Idea(idea, false) => (idea.clone(), None, None),
            Of::Task(task) => (task.clone(), None, None),
            Of::Lane(..)
            | Of::Name(_)
            | Of::Chosen(..)
            | Of::Point(..)
            | Of::Persona(..)
            | Of::Text(..) => return None,
        };
        Some(HeightAsked { thing, width, size, kind, idea })
    }

    /// It drawn, from its own top left corner.
    pub(super) fn drawing(
        &self,
        desk: &mut PageContext<'_>,
        width: f32,
        size: TextSize,
    ) -> Drawing {
        self.tile(desk, size).draw(desk, width, self.cut.as_deref())
    }

    /// Its parts, the first at most as high as the first of `most`, the others as the second.
    pub(super) fn apart(
        &self,
        desk: &mut PageContext<'_>,
        width: f32,
        size: TextSize,
        most: (f32, f32),
    ) -> Vec<Self> {
        let cuts = self.tile(desk, size).apart(desk, width, most, self.cut.as_deref());
        let part = |cut| Self { of: self.of.clone(), cut: Some(Arc::new(cut)) };
        cuts.into_iter().map(part).collect()
    }

    /// It in its place on a page.
    pub(super) fn item(
        &self,
        desk: &mut PageContext<'_>,
        at: Pos2,
        width: f32,
        size: TextSize,
    ) -> Item {
        // Where it has been drawn to be measured, that is it.
        let ask = self.ask(desk, width, size).filter(|_| self.cut.is_none());
        let drawn = ask.and_then(|ask| desk.memo.take_drawing(&ask));
        let drawing = drawn.unwrap_or_else(|| self.drawing(desk, width, size));
        let journey = desk.journey.clone();
        let lane = |place: &usize| journey.lanes.get(*place);
        let named = |place: &usize, what: &str| match lane(place) {
            Some(lane) => format!("{}: {what}", lane_name(lane, desk.pen.words)),
            None => what.to_owned(),
        };
        let (tag, thing, title) = match &self.of {
            Of::Lane(place, _) => {
                let thing = lane(place).map(|lane| Thing::Lane(lane.id.clone()));
                let name = lane(place).map(|lane| lane_name(lane, desk.pen.words));
                (Tag::LaneTitle, thing, name.unwrap_or_default())
            }
            Of::Name(name) => (Tag::StripTitle, None, name.clone()),
            Of::Card(place, card) | Of::Chosen(place, _, card) => {
                let lane = lane(place).map(|lane| lane.id.clone());
                let found = CardRef { lane, card: card.id.clone() };
                let title = named(place, &card_name(card, desk.project));
                (Tag::Card, Some(Thing::Card(found)), title)
            }
            Of::Point(place, point) => {
                let lane = lane(place).map(|lane| lane.id.clone()).unwrap_or_default();
                let thing = Thing::Point { lane, point: point.id.clone() };
                (Tag::Quote, Some(thing), point.quote.clone())
            }
            Of::Idea(idea, _) => (Tag::Figure, None, titled(&idea.title, desk.pen.words)),
            Of::Task(task) => {
                let done = if task.done { desk.pen.words.status_done() } else { String::new() };
                let title = titled(&task.title, desk.pen.words);
                (Tag::Figure, None, said::joined([title, done]))
            }
            Of::Persona(_, persona) => {
                let title = titled(&persona.name, desk.pen.words);
                (Tag::Persona, Some(Thing::Persona(persona.id.clone())), title)
            }
            Of::Text(text, _) => (Tag::Title, None, text.to_string()),
        };
        group(tag, thing, &title, at, drawing)
    }

    fn tile(&self, desk: &PageContext<'_>, size: TextSize) -> Tile {
        let plain = |text: String, style, paint: Role, above| TileText {
            text,
            style,
            paint: paint.into(),
            above,
            of: None,
        };
        let words = desk.pen.words;
        let mut tile = match &self.of {
            Of::Lane(place, again) => {
                let Some(lane) = desk.journey.lanes.get(*place) else { return Tile::default() };
                let icon = if lane.icon.is_empty() { lane_icon(&lane.kind) } else { &lane.icon };
                let name = lane_name(lane, words);
                let name = flat(&name, NAME_MAX);
                let name = if *again { words.deck_again(&name) } else { name };
                let of = TextOf::Thing(Thing::Lane(lane.id.clone()));
                let says = vec![plain(name, size.name(), Role::Muted, 0.0).of(of)];
                Tile { sign: Some(TileSign::Emoji(icon.to_owned())), says, ..Tile::default() }
            }
            Of::Name(name) => {
                let says = vec![plain(name.clone(), size.name(), Role::Muted, 0.0)];
                Tile { says, ..Tile::default() }
            }
            Of::Card(place, card) => self.card(desk, *place, card, None, size),
            Of::Chosen(place, phase, card) => self.card(desk, *place, card, Some(*phase), size),
            Of::Point(place, point) => {
                let mut says = Vec::new();
                if let Some(quote) = said::quote(desk, point) {
                    let of = said::by(desk, *place, point);
                    says.push(plain(quote, size.spoken(), Role::Ink, 0.0).of(of));
                }
                let who = said::who(desk, *place, point);
                if !who.is_empty() {
                    says.push(plain(who, size.small(), Role::Muted, 6.0));
                }
                let sign = Some(TileSign::Emoji(point.shown_face().to_owned()));
                Tile { fill: Some(Role::Chip), sign, says, ..Tile::default() }
            }
            Of::Idea(idea, note) => {
                let id = &idea.id;
                let title = plain(titled(&idea.title, words), size.text(), Role::Ink, 0.0);
                let mut says = vec![title.of(TextOf::Idea(id.clone()))];
                if *note && !idea.note.trim().is_empty() {
                    let note = plain(idea.note.clone(), size.small(), Role::Ink, 4.0);
                    says.push(note.of(TextOf::IdeaNote(id.clone())));
                }
                let status = idea.status.as_ref();
                let status =
                    status.map_or_else(String::new, |one| crate::words::Named::name(one, words));
                let is_over = matches!(idea.status, Some(Status::Done | Status::Dropped));
                let late_by = desk.today.filter(|_| !is_over);
                let about = said::joined([
                    idea.owner.clone(),
                    said::due(&idea.due, late_by, words),
                    status,
                ]);
                if !about.is_empty() {
                    let about = plain(about, size.small(), Role::Muted, 4.0);
                    says.push(about.beginning(&idea.owner, TextOf::IdeaOwner(id.clone())));
                }
                let sign = Some(TileSign::Emoji("💡".into()));
                let ratings = said::ratings(idea, words);
                Tile { fill: Some(Role::IdeaFill), sign, says, ratings, ..Tile::default() }
            }
            Of::Task(task) => {
                let ink = if task.done { Role::Muted } else { Role::Ink };
                let title = plain(titled(&task.title, words), size.text(), ink, 0.0);
                let mut says = vec![title.of(TextOf::Task(task.id.clone()))];
                let due =
                    if task.done { String::new() } else { said::due(&task.due, desk.today, words) };
                let done = if task.done { words.status_done() } else { String::new() };
                let about = said::joined([task.owner.clone(), due, done]);
                if !about.is_empty() {
                    let about = plain(about, size.small(), Role::Muted, 2.0);
                    says.push(about.beginning(&task.owner, TextOf::TaskOwner(task.id.clone())));
                }
                let sign = Some(TileSign::Tick(task.done));
                Tile { fill: Some(Role::Card), edge: true, sign, says, ..Tile::default() }
            }
            Of::Persona(place, persona) => {
                let name = titled(&persona.name, words);
                let id = &persona.id;
                let of = TextOf::Thing(Thing::Persona(id.clone()));
                let mut says = vec![plain(name, size.text(), Role::Ink, 0.0).of(of)];
                let does = persona_roles(persona, words);
                if !does.is_empty() {
                    let does = plain(does, size.small(), Role::Muted, 2.0);
                    says.push(does.beginning(&persona.role, TextOf::Role(id.clone())));
                }
                // Each of a buying group has something else in mind.
                let priority = persona.priority.trim();
                if !priority.is_empty() {
                    let said = words.labelled(words.field_priority(), priority);
                    says.push(plain(said, size.small(), Role::Ink, 6.0));
                }
                if let Some(quote) = said::quoted(&persona.quote, words) {
                    let quote = plain(quote, size.spoken(), Role::Ink, 10.0);
                    says.push(quote.of(TextOf::Quote(id.clone())));
                }
                let shown = match persona.face() {
                    "" => initial(&persona.name),
                    emoji => emoji.to_owned(),
                };
                let role = persona_role(*place, persona);
                let sign = TileSign::Portrait { image: persona.image.clone(), shown, role };
                Tile { sign: Some(sign), says, ..Tile::default() }
            }
            Of::Text(text, of) => {
                let body = match size {
                    TextSize::Giant => crate::scene::pages::sizes::ALOUD,
                    TextSize::Huge => crate::scene::pages::sizes::SAID,
                    TextSize::Large | TextSize::Medium => crate::scene::pages::sizes::BODY,
                    TextSize::Detail => size.text(),
                };
                let style =
                    crate::scene::draw::pen::Style { face: crate::scene::Face::Regular, ..body };
                let point = point_of(text);
                let says = plain(point.unwrap_or(text).to_owned(), style, Role::Ink, 0.0);
                let says = match of {
                    Some(of) => says.of(of.clone()),
                    None => says,
                };
                let sign = point.map(|_| TileSign::Dot);
                Tile { says: vec![says], sign, ..Tile::default() }
            }
        };
        tile.size = Some(size);
        tile
    }

    /// A card as its lane shows it; `chosen`: with the place of its phase.
    fn card(
        &self,
        desk: &PageContext<'_>,
        place: usize,
        card: &Card,
        chosen: Option<Option<usize>>,
        size: TextSize,
    ) -> Tile {
        let words = desk.pen.words;
        let lane = desk.journey.lanes.get(place);
        let kind = lane.map(|lane| &lane.kind);
        let spoken =
            matches!(kind, Some(LaneKind::Thoughts | LaneKind::Questions | LaneKind::Quotes));
        let idea = kind == Some(&LaneKind::Opportunities);
        let pain = kind == Some(&LaneKind::PainPoints);
        let mut tile = Tile {
            fill: Some(match () {
                () if idea => Role::IdeaFill,
                () if pain => Role::GapFill,
                () if spoken => Role::Chip,
                () => Role::Card,
            }),
            edge: !(idea || spoken),
            stripe: kind.filter(|_| !idea).and_then(card::stripe),
            marks: card.marks.iter().filter_map(mark_emoji).collect(),
            picture: card.image.clone(),
            ..Tile::default()
        };
        if let Some(color) = card.color {
            tile.fill = Some(Role::CardTint(color));
            tile.stripe = Some(Role::PhaseText(color));
        }
        if let Some(kind) = kind.filter(|_| idea || pain) {
            tile.sign = Some(TileSign::Emoji(lane_icon(kind).to_owned()));
        }
        let lane_id = lane.map(|lane| lane.id.clone());
        let found = CardRef { lane: lane_id, card: card.id.clone() };
        let goes_by = TextOf::Thing(Thing::Card(found.clone()));
        let mut say = |text: String, style, paint: Role, above, of: Option<TextOf>| {
            if !text.trim().is_empty() {
                let said = TileText { text, style, paint: paint.into(), above, of: None };
                tile.says.push(match of {
                    Some(of) => said.of(of),
                    None => said,
                });
            }
        };
        if let Some(phase) = chosen {
            let lane = lane.map_or_else(String::new, |lane| lane_name(lane, words));
            let phase = phase.and_then(|place| desk.journey.phases.get(place));
            let phase = phase.map_or_else(String::new, |phase| titled(&phase.title, words));
            say(said::joined([lane, phase]), size.small(), Role::Muted, 0.0, None);
        }
        let style = if spoken { size.spoken() } else { size.text() };
        say(card.text.clone(), style, Role::Ink, 6.0, Some(goes_by.clone()));
        say(card.note.clone(), size.small(), Role::Ink, 4.0, Some(TextOf::Note(found)));
        if let Some(metric) = &card.metric {
            let target = card::target(&desk.pen, metric).unwrap_or_default();
            say(target, size.small(), Role::Muted, 4.0, None);
        }
        say(said::about(desk, card, kind), size.small(), Role::Muted, 4.0, None);
        if tile.says.is_empty() && tile.picture.is_none() && card.metric.is_none() {
            let text = words.scene_untitled();
            let said = TileText { text, style, paint: Role::Muted.into(), above: 0.0, of: None };
            tile.says.push(said.of(goes_by));
        }
        if let Some(metric) = &card.metric {
            let value = flat(&words.metric_value(metric), NAME_MAX);
            let change = words.metric_change(metric);
            let change = (!change.is_empty()).then(|| (change, change_role(metric)));
            tile.figure = (!value.is_empty()).then_some((value, change));
        }
        tile
    }
}
