//! What the small signs of a map stand for, in words: for those who point at one, and for those who
//! do not see them.
//!
//! A drawing says where its signs are ([`SignSpot`]), so each sign that is drawn has its words. They
//! say the state it is in, and what is missing there.

use super::{Body, Hit, PhaseColumn, PointBox, Scene};
use crate::insight::{blocker_said, leads_to, met_said, opportunity_of};
use crate::model::{
    Card, CardRef, ChangeKind, ContentRole, EmotionPoint, Evidence, FRICTION_MAX, Id, Mark, Met,
    Ownership, Phase, Project, Reach, Severity, Thing, Transition, unquoted,
};
use crate::scene::draw::sign::{Sign, SignSpot};
use crate::scene::map::columns::PHASE_SIGN_AIR;
use crate::scene::map::quotes;
use crate::words::{Named, Words, persona_name, titled};
use egui::{Pos2, Rect, Vec2, vec2};
use jiff::civil::Date;
use std::borrow::Cow;

/// A sign under the pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct SignAt {
    /// Where it is, in document units.
    pub rect: Rect,
    /// What it explains: words about it never lie on that.
    pub of: Rect,
    /// What it says.
    pub said: Said,
}

/// Words about a sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Its state.
    pub state: String,
    /// What is missing, or more about it; may be empty.
    pub more: String,
}

impl Said {
    fn new(state: impl Into<String>, more: impl Into<String>) -> Self {
        Self { state: state.into(), more: more.into() }
    }

    /// Both in one line.
    pub fn line(&self) -> String {
        match self.more.is_empty() {
            true => self.state.clone(),
            false => format!("{}. {}", self.state, self.more),
        }
    }
}

impl Sign {
    /// What it says on `card`.
    pub fn on_card(&self, card: &Card, project: &Project, words: &Words) -> Said {
        match self {
            Self::Evidence(evidence) => {
                let state = match evidence {
                    Evidence::Hypothesis => words.sign_hypothesis(),
                    Evidence::Partly => words.sign_partly(),
                    Evidence::Researched => words.sign_researched(),
                    Evidence::Other(_) => evidence.name(words),
                };
                Said::new(state, sources(&card.sources, project, words))
            }
            Self::Persona(id) => {
                let persona = project.persona(id).map(|(_, persona)| persona);
                let name = persona.map(|persona| persona_name(persona, words));
                let role = persona.map_or("", |persona| persona.role.trim());
                let more = match role {
                    "" => words.sign_no_role(),
                    role => role.to_owned(),
                };
                Said::new(words.sign_concerns(name.unwrap_or_else(|| words.scene_untitled())), more)
            }
            Self::Link => Said::new(words.field_link(), card.link.trim()),
            Self::Votes(count) => Said::new(words.scene_votes(*count), words.sign_votes()),
            Self::Mark(mark) => {
                let more = match mark {
                    Mark::PainPoint => leads(card, project, words),
                    Mark::MomentOfTruth => words.sign_moment(),
                    Mark::Competitor => words.sign_competitor(),
                    Mark::Other(_) => words.sign_later(),
                };
                Said::new(mark.name(words), more)
            }
            Self::Change(change) => {
                let more = match change {
                    ChangeKind::New => words.sign_new(),
                    ChangeKind::Changed => words.sign_changed(),
                    ChangeKind::Removed => words.sign_removed(),
                    ChangeKind::Other(_) => words.sign_later(),
                };
                Said::new(change.name(words), more)
            }
            Self::Medium(medium) => {
                let more = match &card.channel {
                    Some(channel) => words.sign_channel(channel.name(words)),
                    None => words.sign_no_channel(),
                };
                Said::new(words.sign_medium(medium.name(words)), more)
            }
            Self::Channel(channel) => {
                let more = match &card.medium {
                    Some(medium) => words.sign_medium(medium.name(words)),
                    None => words.sign_no_medium(),
                };
                Said::new(words.sign_channel(channel.name(words)), more)
            }
            Self::Ownership(ownership) => {
                let more = match ownership {
                    Ownership::Owned => words.sign_owned(),
                    Ownership::Paid => words.sign_paid(),
                    Ownership::Earned => words.sign_earned(),
                    Ownership::UserGenerated => words.sign_user_generated(),
                    Ownership::Other(_) => words.sign_later(),
                };
                Said::new(words.sign_ownership(ownership.name(words)), more)
            }
            Self::ContentRole(role) => {
                let more = match role {
                    ContentRole::Hero => words.sign_hero(),
                    ContentRole::Help => words.sign_help(),
                    ContentRole::Hub => words.sign_hub(),
                    ContentRole::Other(_) => words.sign_later(),
                };
                Said::new(words.sign_content_role(role.name(words)), more)
            }
            Self::Reach(reach) => {
                let more = match reach {
                    Reach::OneToOne => words.sign_one_to_one(),
                    Reach::OneToMany => words.sign_one_to_many(),
                    Reach::Other(_) => words.sign_later(),
                };
                Said::new(words.labelled(words.field_reach(), reach.name(words)), more)
            }
            Self::Blocker(blocker) => {
                let more = match &blocker.severity {
                    Some(Severity::Blocking) => words.sign_blocking(),
                    Some(Severity::Annoying) => words.sign_annoying(),
                    Some(Severity::Other(_)) => words.sign_later(),
                    None => words.sign_no_severity(),
                };
                Said::new(words.sign_blocker(blocker_said(blocker, words)), more)
            }
            Self::Met(met) => {
                let more = match met {
                    Met::Yes => words.sign_met_about(),
                    Met::Partly | Met::No => leads(card, project, words),
                    Met::Other(_) => words.sign_later(),
                };
                Said::new(words.sign_expectation(met_said(met, words)), more)
            }
            Self::Automatic => Said::new(words.field_automatic(), words.sign_automatic_about()),
            Self::Device(device) => {
                let more = match &card.channel {
                    Some(channel) => words.sign_channel(channel.name(words)),
                    None => words.sign_no_channel(),
                };
                Said::new(words.sign_device(device.name(words)), more)
            }
            Self::Owner(owner) => Said::new(words.sign_owner(owner), due(card, project, words)),
            Self::Status(status) => {
                Said::new(words.sign_status(status.name(words)), due(card, project, words))
            }
            Self::Metric(value) => {
                let metric = card.metric.as_ref();
                let target = metric.and_then(|metric| {
                    let value = Some(metric.target?);
                    let unit = metric.unit.clone();
                    let target = crate::model::Metric { value, unit, ..Default::default() };
                    Some(words.scene_target(words.metric_value(&target)))
                });
                Said::new(value, target.unwrap_or_else(|| words.sign_no_target()))
            }
            Self::Tag(tag) => Said::new(words.sign_tag(tag), String::new()),
            // Headers have these.
            Self::Friction(_) | Self::Duration(_) => Said::default(),
        }
    }

    /// What it says in the header of `phase`.
    pub fn on_phase(&self, phase: &Phase, words: &Words) -> Said {
        match self {
            Self::Friction(level) => {
                let level = (*level).min(FRICTION_MAX).to_string();
                Said::new(words.sign_friction(level), words.sign_friction_scale())
            }
            Self::Duration(said) => {
                let more = match phase.takes() {
                    Some(duration) if duration.ongoing => words.sign_ongoing(),
                    Some(Cow::Borrowed(_)) => words.sign_duration_of(titled(&phase.title, words)),
                    Some(Cow::Owned(_)) => words.sign_duration_of_steps(),
                    None => words.sign_no_duration(),
                };
                Said::new(words.sign_duration(said), more)
            }
            // Cards have these.
            Self::Evidence(_)
            | Self::Persona(_)
            | Self::Link
            | Self::Votes(_)
            | Self::Mark(_)
            | Self::Change(_)
            | Self::Medium(_)
            | Self::Channel(_)
            | Self::Ownership(_)
            | Self::ContentRole(_)
            | Self::Reach(_)
            | Self::Blocker(_)
            | Self::Met(_)
            | Self::Automatic
            | Self::Device(_)
            | Self::Owner(_)
            | Self::Status(_)
            | Self::Metric(_)
            | Self::Tag(_) => Said::default(),
        }
    }
}

/// The sources by name, or that there are none.
fn sources(ids: &[Id], project: &Project, words: &Words) -> String {
    let titles = ids.iter().filter_map(|id| project.sources.iter().find(|one| one.id == *id));
    let titles: Vec<String> = titles.map(|source| titled(&source.title, words)).collect();
    match titles.as_slice() {
        [] => words.sign_no_source(),
        [one] => words.sign_source(one),
        [first, second] => words.sign_sources(format!("{first}, {second}")),
        [first, second, others @ ..] => {
            words.sign_sources_more(format!("{first}, {second}"), others.len())
        }
    }
}

/// The opportunity a card leads to, or that there is none.
fn leads(card: &Card, project: &Project, words: &Words) -> String {
    match leads_to(project, card) {
        Some(opportunity) => words.sign_leads(titled(&opportunity.title, words)),
        None => words.sign_leads_nowhere(),
    }
}

/// By when the opportunity is to be done, or that nobody has said.
fn due(card: &Card, project: &Project, words: &Words) -> String {
    let opportunity = opportunity_of(project, card);
    match opportunity.map_or("", |one| one.due.trim()) {
        "" => words.sign_no_due(),
        due => words.deck_due(words.due_short(due, Date::ZERO)),
    }
}

/// What an arc says: its title, with what nobody has said of it.
fn of_transition(title: &str, transition: &Transition, words: &Words) -> Said {
    let more = match (transition.share.is_some(), transition.reason.trim().is_empty()) {
        (true, false) => String::new(),
        (false, false) => words.sign_no_share(),
        (true, true) => words.sign_no_reason(),
        (false, true) => words.sign_no_share_or_reason(),
    };
    Said::new(title, more)
}

/// What a face says: whose feeling it is, and the quote where that is not beside it.
fn of_point(scene: &Scene, point: &EmotionPoint, shows_quote: bool, words: &Words) -> Said {
    let persona = point.persona.as_ref().and_then(|id| scene.project.persona(id));
    let name = persona.map_or_else(|| words.sign_nobody(), |(_, one)| persona_name(one, words));
    let value = words.felt(crate::model::feeling(point.value));
    let quote = unquoted(&point.quote);
    let more = match quote {
        "" => words.sign_no_quote(),
        _ if shows_quote => {
            let source: Vec<Id> = point.source.iter().cloned().collect();
            sources(&source, &scene.project, words)
        }
        quote => {
            let quote = quotes::shortened(quote, 2000);
            format!("{}{quote}{}", words.curve_quote_open(), words.curve_quote_close())
        }
    };
    Said::new(format!("{name}: {value}"), more)
}

impl Scene {
    /// The sign at this place of the map, where `hit` is what is there. Headers are where they are
    /// when nothing is scrolled.
    pub fn sign_at(&self, hit: &Hit, at: Pos2, words: &Words) -> Option<SignAt> {
        match hit {
            Hit::Card { card, .. } => {
                let of = self.thing_rect(&Thing::Card(card.clone()))?;
                let found = self.card_box(card)?;
                let spot = spot_at(&found.drawing.signs, at - of.min, 2.0)?;
                let said = spot.sign.on_card(&found.card, &self.project, words);
                // Votes hang over the edge of what they are of.
                let rect = spot.rect.translate(of.min.to_vec2());
                Some(SignAt { rect, of: of.union(rect), said })
            }
            Hit::Phase { phase, .. } => {
                let of = self.thing_rect(&Thing::Phase(phase.clone()))?;
                let column = self.columns.phases.iter().find(|one| one.id == *phase)?;
                let model = self.journey.phases.iter().find(|one| one.id == *phase)?;
                let corner = Pos2::new(column.x, self.header_y);
                let spot = spot_at(&column.header.signs, at - corner, PHASE_SIGN_AIR)?;
                let said = spot.sign.on_phase(model, words);
                Some(SignAt { rect: spot.rect.translate(corner.to_vec2()), of, said })
            }
            Hit::Point { lane, point, quote } => {
                let row = self.lanes.iter().find(|row| row.id == *lane)?;
                let Body::Curve(curve) = &row.body else { return None };
                let shown = curve.points.iter().find(|shown| shown.point.id == *point)?;
                let down = vec2(0.0, row.y);
                let face = Rect::from_center_size(shown.at, Vec2::splat(shown.radius * 2.0));
                let (rect, of) = match (quote, &shown.quote) {
                    // A folded quote is a sign at its face; a whole one says itself what it says.
                    (true, Some((sign, _))) if shown.is_folded => (*sign, sign.union(face)),
                    (true, _) => return None,
                    // Beside its quote, which says what it says.
                    (false, Some((quote, _))) => (face, face.union(*quote)),
                    (false, None) => (face, face),
                };
                let is_said = shown.quote.is_some() && !shown.is_folded;
                let said = of_point(self, &shown.point, is_said, words);
                Some(SignAt { rect: rect.translate(down), of: of.translate(down), said })
            }
            Hit::Head(Thing::Transition(id)) if at.y < self.header_y => {
                let arc =
                    self.head.iter().find(|one| one.thing == Thing::Transition(id.clone()))?;
                let model = self.journey.transitions.iter().find(|one| one.id == *id)?;
                let labels = arc.drawing.items.iter().filter_map(|item| match item {
                    super::Item::Rect { rect, .. } => Some(rect.translate(arc.at.to_vec2())),
                    super::Item::Path { .. }
                    | super::Item::Band { .. }
                    | super::Item::Text { .. }
                    | super::Item::Image { .. }
                    | super::Item::Drawn { .. }
                    | super::Item::Group(_) => None,
                });
                let mut on = labels.filter(|rect| rect.contains(at));
                let rect = on.next()?;
                Some(SignAt { rect, of: rect, said: of_transition(&arc.title, model, words) })
            }
            Hit::Head(_) => {
                let (strip, piece) = self.figure_at(at)?;
                let rect = strip.place(piece);
                // What it is about first, and what is said of it below.
                let (about, said) = match piece.title.split_once(": ") {
                    Some((about, said)) => (about, said),
                    None => (piece.title.as_str(), strip.name.as_str()),
                };
                Some(SignAt { rect, of: rect, said: Said::new(about, said) })
            }
            Hit::Curve { lane, .. } => {
                let row = self.lanes.iter().find(|row| row.id == *lane)?;
                let Body::Curve(curve) = &row.body else { return None };
                let mut figures = curve.gap.iter().flat_map(|gap| &gap.figures).flatten();
                let rect = |figure: &super::Placed| {
                    let at = figure.at + vec2(0.0, row.y);
                    Rect::from_min_size(at, figure.drawing.size)
                };
                let figure = figures.find(|figure| rect(figure).contains(at))?;
                let rect = rect(figure);
                Some(SignAt { rect, of: rect, said: Said::new(&figure.title, words.sign_gap()) })
            }
            Hit::Customers => {
                let rect = Rect::from_x_y_ranges(0.0..=self.body_x, self.customers()?);
                let said = Said::new(words.command_fold_customers(), words.hint_fold_customers());
                Some(SignAt { rect, of: rect, said })
            }
            Hit::Step { .. }
            | Hit::Lane(_)
            | Hit::LaneEdge(_)
            | Hit::Cell { .. }
            | Hit::Parking { .. }
            | Hit::Outside => None,
        }
    }

    /// What each sign of a card, a phase or a face says; nothing for what has none.
    pub fn signs_of(&self, thing: &Thing, words: &Words) -> Vec<Said> {
        match thing {
            Thing::Card(card) => {
                let Some(found) = self.card_box(card) else { return Vec::new() };
                let said = |spot: &SignSpot| spot.sign.on_card(&found.card, &self.project, words);
                found.drawing.signs.iter().map(said).collect()
            }
            Thing::Phase(id) => {
                let column = self.columns.phases.iter().find(|one| one.id == *id);
                let model = self.journey.phases.iter().find(|one| one.id == *id);
                let Some((column, model)) = column.zip(model) else { return Vec::new() };
                column.header.signs.iter().map(|spot| spot.sign.on_phase(model, words)).collect()
            }
            Thing::Point { lane, point } => {
                let row = self.lanes.iter().find(|row| row.id == *lane);
                let Some(Body::Curve(curve)) = row.map(|row| &row.body) else { return Vec::new() };
                let shown = curve.points.iter().find(|shown| shown.point.id == *point);
                let said = |shown: &super::PointBox| {
                    let is_said = shown.quote.is_some() && !shown.is_folded;
                    of_point(self, &shown.point, is_said, words)
                };
                shown.map(said).into_iter().collect()
            }
            Thing::Step(_)
            | Thing::Lane(_)
            | Thing::Persona(_)
            | Thing::Transition(_)
            | Thing::Journey(_) => Vec::new(),
        }
    }

    /// What all signs on a card say, in one line: for those who do not see them.
    pub fn signs_of_card(&self, card: &CardRef, words: &Words) -> String {
        let Some(found) = self.card_box(card) else { return String::new() };
        let said = found.drawing.signs.iter();
        let said = said.map(|spot| spot.sign.on_card(&found.card, &self.project, words).line());
        said.collect::<Vec<_>>().join("; ")
    }

    /// The same for the signs in the header of a phase.
    pub fn signs_of_phase(&self, phase: &Phase, column: &PhaseColumn, words: &Words) -> String {
        let said = column.header.signs.iter();
        said.map(|spot| spot.sign.on_phase(phase, words).line()).collect::<Vec<_>>().join("; ")
    }

    /// What a face says beside its name.
    pub fn sign_of_point(&self, point: &PointBox, words: &Words) -> Said {
        of_point(self, &point.point, point.quote.is_some(), words)
    }
}

/// The sign at this place of a drawing; `air` around it counts.
fn spot_at(spots: &[SignSpot], at: Vec2, air: f32) -> Option<&SignSpot> {
    spots.iter().find(|spot| spot.rect.expand(air).contains(at.to_pos2()))
}

#[cfg(test)]
mod tests;
