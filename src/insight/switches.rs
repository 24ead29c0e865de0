//! Where does a customer go from a screen out into the world or back, or from one device to another?

use super::channels::{has_path, is_digital};
use crate::model::{Card, Device, Id, Journey, Medium};
use crate::words::{Named, Words, within_sentence};
use std::collections::HashMap;

/// What differs between two touchpoints that follow one another.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Switch {
    /// From the world to a screen.
    ToDigital,
    /// From a screen out into the world.
    ToPhysical,
    /// From one device to another.
    Device(Device, Device),
}

impl Switch {
    /// What is left and what is gone to, within a sentence.
    pub fn ends(&self, words: &Words) -> [String; 2] {
        let medium = |one: Medium| one.name(words).to_lowercase();
        match self {
            Self::ToDigital => [medium(Medium::Physical), medium(Medium::Digital)],
            Self::ToPhysical => [medium(Medium::Digital), medium(Medium::Physical)],
            Self::Device(from, to) => [from, to].map(|one| within_sentence(one.name(words))),
        }
    }
}

/// What is switched between two touchpoints; none where that is not known or nothing is.
pub fn switch_between(from: &Card, to: &Card) -> Option<Switch> {
    match (is_digital(from)?, is_digital(to)?) {
        (false, true) => Some(Switch::ToDigital),
        (true, false) => Some(Switch::ToPhysical),
        (false, false) => None,
        (true, true) => {
            let (from, to) = (from.device.as_ref()?, to.device.as_ref()?);
            (from != to).then(|| Switch::Device(from.clone(), to.clone()))
        }
    }
}

/// How often each switch is made along the path between the channels of `journey`, as it is drawn: step
/// by step, lane by lane. The most made first; those made as often in the order they are met.
pub fn switch_counts(journey: &Journey) -> Vec<(Switch, usize)> {
    let places: HashMap<&Id, usize> =
        journey.steps().enumerate().map(|(place, (_, step))| (&step.id, place)).collect();
    let lanes = journey.lanes.iter().filter(|lane| has_path(&lane.kind) && !lane.hidden);
    let cards = lanes.flat_map(|lane| &lane.cards).filter(|card| card.channel.is_some());
    let mut way: Vec<(usize, &Card)> =
        cards.filter_map(|card| Some((*places.get(&card.step)?, &**card))).collect();
    way.sort_by_key(|(place, _)| *place);
    let mut counts: Vec<(Switch, usize)> = Vec::new();
    for ((_, from), (_, to)) in way.iter().zip(way.iter().skip(1)) {
        let Some(switch) = switch_between(from, to) else { continue };
        match counts.iter_mut().find(|(known, _)| *known == switch) {
            Some((_, count)) => *count += 1,
            None => counts.push((switch, 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Channel, Lane, LaneKind, List, Phase, Step};
    use crate::words::Lang;

    #[test]
    fn switches_are_counted_along_the_path() {
        let step = |name: &str| Step { id: Id::new(name), ..Step::default() };
        let met = |step: &str, channel: Channel, device: Option<Device>| Card {
            id: Id::new(&format!("{step}-{}", channel.as_str())),
            step: Id::new(step),
            channel: Some(channel),
            device,
            ..Card::default()
        };
        let lane = |kind: LaneKind, cards: Vec<Card>| Lane {
            kind,
            cards: List::from_iter(cards),
            ..Lane::default()
        };
        let phone = Some(Device::Phone);
        let lanes = [
            lane(
                LaneKind::Touchpoints,
                vec![
                    // The order of the lane is not that of the way.
                    met("c", Channel::Web, Some(Device::Computer)),
                    met("a", Channel::Search, phone.clone()),
                    met("d", Channel::Shop, None),
                    Card { channel: None, ..met("d", Channel::App, None) },
                ],
            ),
            lane(
                LaneKind::Channels,
                vec![met("b", Channel::Social, phone.clone()), met("e", Channel::Web, phone)],
            ),
            lane(LaneKind::Notes, vec![met("b", Channel::Shop, None)]),
        ];
        let phase = Phase {
            steps: ["a", "b", "c", "d", "e"].map(step).into_iter().collect(),
            ..Phase::default()
        };
        let journey = Journey {
            phases: List::from_iter([phase]),
            lanes: List::from_iter(lanes),
            ..Journey::default()
        };
        let device = Switch::Device(Device::Phone, Device::Computer);
        let expected = [(device.clone(), 1), (Switch::ToPhysical, 1), (Switch::ToDigital, 1)];
        assert_eq!(switch_counts(&journey), expected);
        let words = Words::new(Lang::Sv);
        let rows = [
            (device, ["mobil", "dator"]),
            (Switch::ToPhysical, ["digital", "fysisk"]),
            (Switch::Device(Device::Tv, Device::Tablet), ["TV", "surfplatta"]),
        ];
        for (switch, ends) in rows {
            assert_eq!(switch.ends(&words), ends);
        }
    }
}
