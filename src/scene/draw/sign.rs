//! Which small signs there are, and where in a drawing one stands.

use crate::model::{
    Blocker, ChangeKind, Channel, ContentRole, Device, Evidence, Id, Mark, Medium, Met, Ownership,
    Reach, Status,
};
use egui::Rect;

/// A small sign on a card or in a header.
#[derive(Clone, Debug, PartialEq)]
pub enum Sign {
    /// How well founded a card is: a disc, half a disc, a ring.
    Evidence(Evidence),
    /// The portrait of one whom the card concerns.
    Persona(Id),
    /// It has an address to follow.
    Link,
    /// Votes.
    Votes(u32),
    /// A flag, a star, or a mark of a later version.
    Mark(Mark),
    /// What it is against the map this one was made from.
    Change(ChangeKind),
    /// Digital or physical.
    Medium(Medium),
    /// The channel.
    Channel(Channel),
    /// Whose words they are.
    Ownership(Ownership),
    /// Hero, Help or Hub.
    ContentRole(ContentRole),
    /// For one or for many at a time.
    Reach(Reach),
    /// What stands in the way.
    Blocker(Blocker),
    /// Whether an expectation came about.
    Met(Met),
    /// It happens by itself.
    Automatic,
    /// The device.
    Device(Device),
    /// Who sees to it.
    Owner(String),
    /// How far the opportunity has come.
    Status(Status),
    /// A figure.
    Metric(String),
    /// A free word.
    Tag(String),
    /// How hard a phase is.
    Friction(u8),
    /// How long a phase takes.
    Duration(String),
}

/// Where a sign is in a drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct SignSpot {
    /// Its bounds, relative to the drawing.
    pub rect: Rect,
    /// What it is.
    pub sign: Sign,
}
