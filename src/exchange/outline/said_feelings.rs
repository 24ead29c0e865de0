//! What is felt, as outlines say it: `😀 +1,2 Maya: ”Tolv veckor”`.

use super::labels::OfPoint;
use super::making::{Making, Waiting, said};
use super::node::{Node, below};
use super::values::felt;
use crate::model::{EmotionPoint, Id, face_of, unquoted};

/// The feeling that an item says; none where it says none.
pub(super) fn point(making: &mut Making, step: &Id, item: &Node) -> Option<EmotionPoint> {
    let title = item.title();
    let felt = felt(&title)?;
    let mut point = EmotionPoint {
        id: making.ids.next_id(),
        step: step.clone(),
        value: felt.value,
        ..EmotionPoint::default()
    };
    if let Some(face) = felt.face.filter(|face| *face != face_of(felt.value)) {
        point.face = face.to_owned();
    }
    let (who, quote) = felt.rest.split_once(':').unwrap_or((felt.rest, ""));
    let who = making.personas.get(who.trim()).cloned();
    let quote = if who.is_some() { quote } else { felt.rest };
    point.persona = who;
    let mut said_more = vec![unquoted(quote.trim_start_matches([':', ' '])).to_owned()];
    for child in &item.children {
        match OfPoint::called(&child.label) {
            Some(OfPoint::Touchpoint) => {
                making.waiting.push(Waiting::Touchpoint(point.id.clone(), said(child), child.line));
            }
            Some(OfPoint::Source) => point.source = Some(making.source(&said(child))),
            None => below(&[child], 0, &mut said_more),
        }
    }
    said_more.extend(item.more.iter().cloned());
    said_more.retain(|text| !text.is_empty());
    point.quote = said_more.join("\n");
    Some(point)
}
