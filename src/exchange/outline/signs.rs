//! What do the signs below a card say: `Webbplats · Digital · Egen · 5 röster · #pris`?

use super::labels::WORDS;
use super::values::leading_number;
use crate::model::*;
use crate::words::Named;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A sign that has a word.
#[derive(Clone, Debug, PartialEq)]
enum Sign {
    Mark(Mark),
    Channel(Channel),
    Medium(Medium),
    Device(Device),
    Ownership(Ownership),
    Role(ContentRole),
    Reach(Reach),
    Evidence(Evidence),
    Met(Met),
    Automatic,
    Change(ChangeKind),
}

impl Sign {
    /// Its place in the line: one word may stand for two, as `Phone` does for a channel and a device.
    fn place(&self) -> usize {
        match self {
            Self::Mark(_) => 0,
            Self::Channel(_) => 1,
            Self::Medium(_) => 2,
            Self::Device(_) => 3,
            Self::Ownership(_) => 4,
            Self::Role(_) => 5,
            Self::Reach(_) => 6,
            Self::Evidence(_) => 7,
            Self::Met(_) => 8,
            Self::Automatic => 9,
            Self::Change(_) => 10,
        }
    }

    fn put(self, card: &mut Card) {
        match self {
            Self::Mark(mark) if !card.marks.contains(&mark) => card.marks.push(mark),
            Self::Mark(_) => {}
            Self::Channel(one) => card.channel = Some(one),
            Self::Medium(one) => card.medium = Some(one),
            Self::Device(one) => card.device = Some(one),
            Self::Ownership(one) => card.ownership = Some(one),
            Self::Role(one) => card.content_role = Some(one),
            Self::Reach(one) => card.reach = Some(one),
            Self::Evidence(one) => card.evidence = Some(one),
            Self::Met(one) => card.met = Some(one),
            Self::Automatic => card.automatic = true,
            Self::Change(one) => card.change = Some(one),
        }
    }
}

static KNOWN: LazyLock<HashMap<String, Vec<Sign>>> = LazyLock::new(|| {
    let mut known: HashMap<String, Vec<Sign>> = HashMap::new();
    for words in WORDS.iter() {
        let mut add =
            |name: String, sign: Sign| known.entry(name.to_lowercase()).or_default().push(sign);
        Mark::ALL.iter().for_each(|one| add(one.name(words), Sign::Mark(one.clone())));
        Channel::ALL.iter().for_each(|one| add(one.name(words), Sign::Channel(one.clone())));
        Medium::ALL.iter().for_each(|one| add(one.name(words), Sign::Medium(one.clone())));
        Device::ALL.iter().for_each(|one| add(one.name(words), Sign::Device(one.clone())));
        Ownership::ALL.iter().for_each(|one| add(one.name(words), Sign::Ownership(one.clone())));
        ContentRole::ALL.iter().for_each(|one| add(one.name(words), Sign::Role(one.clone())));
        Reach::ALL.iter().for_each(|one| add(one.name(words), Sign::Reach(one.clone())));
        Evidence::ALL.iter().for_each(|one| add(one.name(words), Sign::Evidence(one.clone())));
        add(words.sign_met(), Sign::Met(Met::Yes));
        add(words.sign_met_partly(), Sign::Met(Met::Partly));
        add(words.sign_met_not(), Sign::Met(Met::No));
        add(words.sign_automatic(), Sign::Automatic);
        ChangeKind::ALL.iter().for_each(|one| add(one.name(words), Sign::Change(one.clone())));
    }
    known
});

/// Puts the signs of a line on a card. Says whether it is such a line; else nothing is put.
pub(super) fn put(line: &str, card: &mut Card) -> bool {
    let mut read = card.clone();
    let mut place = 0;
    let mut known = 0;
    for part in line.split(" · ").map(str::trim) {
        let named = KNOWN.get(&part.to_lowercase()).into_iter().flatten();
        let next = named.filter(|sign| sign.place() >= place).min_by_key(|sign| sign.place());
        if let Some(sign) = next {
            place = sign.place() + usize::from(!matches!(sign, Sign::Mark(_)));
            sign.clone().put(&mut read);
            known += 1;
        } else if let Some(tag) = part.strip_prefix('#').filter(|tag| !tag.is_empty()) {
            read.tags.push(tag.to_owned());
            known += 1;
        } else if let Some(count) = votes(part) {
            read.votes = count;
            known += 1;
        } else if place <= 1 && read.channel.is_none() && !part.is_empty() {
            // A channel of the user's own.
            read.channel = Some(Channel::from(part));
            place = 2;
        } else {
            return false;
        }
    }
    if known > 0 {
        *card = read;
    }
    known > 0
}

fn votes(part: &str) -> Option<u32> {
    let (count, rest) = leading_number(part)?;
    let is_one = ["röst", "röster", "vote", "votes"].contains(&rest.trim().to_lowercase().as_str());
    (is_one && count >= 0.0 && count.fract() == 0.0)
        .then_some(count.min(f64::from(u32::MAX)) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_put_on_a_card() {
        let mut card = Card::default();
        assert!(put(
            "Smärtpunkt · Leverans · Digital · Mobil · Egen · Delvis · 1\u{a0}200 röster · #pris",
            &mut card
        ));
        let expected = Card {
            marks: vec![Mark::PainPoint],
            channel: Some(Channel::Other("Leverans".into())),
            medium: Some(Medium::Digital),
            device: Some(Device::Phone),
            ownership: Some(Ownership::Owned),
            evidence: Some(Evidence::Partly),
            votes: 1200,
            tags: vec!["pris".into()],
            ..Card::default()
        };
        assert_eq!(card, expected);
        let mut card = Card::default();
        assert!(put("Phone · Physical · Phone", &mut card));
        assert_eq!((card.channel, card.device), (Some(Channel::Phone), Some(Device::Phone)));
        for line in ["Leverans", "Något helt annat", "Egen · och så", ""] {
            let mut card = Card::default();
            assert!(!put(line, &mut card) && card == Card::default(), "{line}");
        }
    }
}
