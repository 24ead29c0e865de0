//! Through which channels does a journey go, and how much of it is digital?

use super::switches::{Switch, switch_counts};
use crate::model::{
    Card, Channel, ContentRole, Device, Journey, LaneKind, Medium, Ownership, Reach,
};

/// How often a journey meets each channel, kind of ownership, role of content and device, the most met
/// first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChannelCounts {
    /// Touchpoints by channel.
    pub channels: Vec<(Channel, usize)>,
    /// Touchpoints by whose words they are.
    pub ownerships: Vec<(Ownership, usize)>,
    /// Cards by what their content is there for, in all lanes: what we do for customers has such a role
    /// as well as what they meet.
    pub roles: Vec<(ContentRole, usize)>,
    /// Cards by how many they are for at a time, in all lanes.
    pub reaches: Vec<(Reach, usize)>,
    /// Touchpoints by the device they are met on.
    pub devices: Vec<(Device, usize)>,
    /// Touchpoints that are digital.
    pub digital: usize,
    /// Touchpoints that are in the world.
    pub physical: usize,
    /// Switches between screen and world, and between devices, along the path.
    pub switches: Vec<(Switch, usize)>,
}

/// Do cards of this kind of lane make the path between channels?
pub fn has_path(kind: &LaneKind) -> bool {
    matches!(kind, LaneKind::Touchpoints | LaneKind::Channels)
}

/// Is a card's touchpoint on a screen? By what the card says, or else by what its channel mostly is.
pub fn is_digital(card: &Card) -> Option<bool> {
    match &card.medium {
        Some(Medium::Digital) => return Some(true),
        Some(Medium::Physical) => return Some(false),
        Some(Medium::Other(_)) | None => {}
    }
    match card.channel.as_ref()? {
        Channel::Web | Channel::Search | Channel::Social | Channel::Email => Some(true),
        Channel::Chat | Channel::App | Channel::Forum => Some(true),
        Channel::Other(_) => None,
        Channel::Phone
        | Channel::Shop
        | Channel::Meeting
        | Channel::Fair
        | Channel::WordOfMouth
        | Channel::Print
        | Channel::Broadcast
        | Channel::Post => Some(false),
    }
}

/// Counts the touchpoints of `journey` in lanes that are not hidden.
pub fn channel_counts(journey: &Journey) -> ChannelCounts {
    let mut counts = ChannelCounts::default();
    let lanes = journey.lanes.iter().filter(|lane| has_path(&lane.kind) && !lane.hidden);
    for card in lanes.flat_map(|lane| &lane.cards) {
        if let Some(channel) = &card.channel {
            add(&mut counts.channels, channel);
        }
        if let Some(ownership) = &card.ownership {
            add(&mut counts.ownerships, ownership);
        }
        if let Some(device) = &card.device {
            add(&mut counts.devices, device);
        }
        match is_digital(card) {
            Some(true) => counts.digital += 1,
            Some(false) => counts.physical += 1,
            None => {}
        }
    }
    let lanes = journey.lanes.iter().filter(|lane| !lane.hidden);
    for role in lanes.flat_map(|lane| &lane.cards).filter_map(|card| card.content_role.as_ref()) {
        add(&mut counts.roles, role);
    }
    let lanes = journey.lanes.iter().filter(|lane| !lane.hidden);
    for reach in lanes.flat_map(|lane| &lane.cards).filter_map(|card| card.reach.as_ref()) {
        add(&mut counts.reaches, reach);
    }
    // Stable: of those met as often the one met first.
    counts.channels.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.ownerships.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.roles.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.reaches.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.devices.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.switches = switch_counts(journey);
    counts
}

fn add<T: Clone + PartialEq>(counts: &mut Vec<(T, usize)>, one: &T) {
    match counts.iter_mut().find(|(known, _)| known == one) {
        Some((_, count)) => *count += 1,
        None => counts.push((one.clone(), 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Lane, List};

    #[test]
    fn touchpoints_count_by_channel_and_ownership() {
        let card = |channel: Channel, medium: Option<Medium>, ownership: Option<Ownership>| Card {
            channel: Some(channel),
            medium,
            ownership,
            ..Card::default()
        };
        let own = Channel::Other("Kundträff".into());
        let met = vec![
            card(Channel::Phone, None, Some(Ownership::Owned)),
            card(Channel::Web, None, Some(Ownership::Paid)),
            Card { device: Some(Device::Phone), ..card(own.clone(), None, None) },
            card(Channel::Web, Some(Medium::Physical), Some(Ownership::Paid)),
            // What is said of no channel is digital or not all the same.
            Card { medium: Some(Medium::Digital), ..Card::default() },
            Card::default(),
        ];
        let lane = |kind, cards: &[Card], hidden| Lane {
            kind,
            hidden,
            cards: List::from_iter(cards.to_vec()),
            ..Lane::default()
        };
        let lanes = [
            lane(LaneKind::Touchpoints, &met, false),
            lane(LaneKind::Touchpoints, &met, true),
            lane(LaneKind::Notes, &met, false),
            lane(
                LaneKind::SalesMarketing,
                &[Card {
                    content_role: Some(ContentRole::Help),
                    reach: Some(Reach::OneToMany),
                    ..Card::default()
                }],
                false,
            ),
        ];
        let journey = Journey { lanes: List::from_iter(lanes), ..Journey::default() };
        let expected = ChannelCounts {
            channels: vec![(Channel::Web, 2), (Channel::Phone, 1), (own, 1)],
            ownerships: vec![(Ownership::Paid, 2), (Ownership::Owned, 1)],
            roles: vec![(ContentRole::Help, 1)],
            reaches: vec![(Reach::OneToMany, 1)],
            devices: vec![(Device::Phone, 1)],
            digital: 2,
            physical: 2,
            switches: Vec::new(),
        };
        assert_eq!(channel_counts(&journey), expected);
    }
}
