//! What is new, changed or gone in a map against the one it was made from.

use super::super::{Document, Message};
use super::chosen::cards;
use crate::edit::Change;
use crate::model::{Card, CardRef, ChangeKind, JourneyKind};
use crate::scene::Scene;

/// Marks the selected cards, or takes the mark away where all of them have it.
pub(super) fn mark(doc: &Document, scene: &Scene, kind: &ChangeKind, out: &mut Vec<Message>) {
    let find = |at: &CardRef| -> Option<Card> {
        let found = match &at.lane {
            Some(lane) => scene.journey.lane(lane)?.1.card(&at.card)?.1,
            None => scene.project.parked.iter().find(|card| card.id == at.card)?,
        };
        Some(found.clone())
    };
    let found = cards(doc).into_iter().filter_map(|at| find(&at).map(|card| (at, card)));
    let found: Vec<(CardRef, Card)> = found.collect();
    let all = found.iter().all(|(_, card)| card.change.as_ref() == Some(kind));
    let change = (!all).then(|| kind.clone());
    let put = found.into_iter().map(|(at, card)| (at, Card { change: change.clone(), ..card }));
    let put: Vec<(CardRef, Card)> = put.collect();
    if !put.is_empty() {
        out.push(Message::Edit(Change::PutCards(put)));
    }
}

/// Is the map worked out from its end to its beginning?
pub(super) fn goes_backwards(scene: &Scene) -> bool {
    scene.journey.kind == Some(JourneyKind::Future)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::notation::parse;
    use crate::edit::{Edit, apply};
    use crate::scene::{Theme, ThemeKind};
    use crate::ui::Selection;
    use crate::words::{Lang, Words};

    /// The marks of all cards after those of `text` that are selected were marked.
    fn marked(doc: &mut Document, kind: &ChangeKind) -> Vec<Option<ChangeKind>> {
        let (words, theme) = (Words::new(Lang::Sv), Theme::new(ThemeKind::Light));
        doc.refresh(&words, &theme);
        let scene = doc.scene.clone().unwrap();
        let mut out = Vec::new();
        mark(doc, &scene, kind, &mut out);
        for message in out {
            let Message::Edit(change) = message else { panic!("{message:?}") };
            let journey = doc.journey.clone();
            assert!(
                apply(
                    doc.editor.project(),
                    &Edit { journey: journey.clone(), change: change.clone() }
                )
                .is_ok()
            );
            doc.editor.edit(Edit { journey, change }).unwrap();
        }
        let journey = doc.shown_journey().unwrap();
        let all = journey.lanes.iter().flat_map(|lane| &lane.cards);
        all.chain(&doc.editor.project().parked).map(|card| card.change.clone()).collect()
    }

    #[test]
    fn selected_cards_are_marked_and_unmarked() {
        let (project, things) = parse("A: a b\nL: [x] / y\nparked: [z]");
        let mut doc = Document::new(project, None, false);
        doc.selection = Selection { things, cell: None };
        let new = Some(ChangeKind::New);
        assert_eq!(marked(&mut doc, &ChangeKind::New), [new.clone(), None, new]);
        let gone = Some(ChangeKind::Removed);
        assert_eq!(marked(&mut doc, &ChangeKind::Removed), [gone.clone(), None, gone]);
        assert_eq!(marked(&mut doc, &ChangeKind::Removed), [None, None, None]);
    }
}
