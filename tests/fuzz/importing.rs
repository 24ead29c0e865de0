//! What is promised of what comes from other programs: pictures, pasted texts and tables, what was
//! copied, templates?

use crate::dice::Dice;
use crate::loading::comes_back;
use crate::run::number_of;
use crate::seeds;
use kundresa::edit::{Change, Clip, Edit, Spot, apply, is_too_long, paste, paste_text, text_cells};
use kundresa::file::{self, Loaded};
use kundresa::model::{Id, IdSource, Project, TEXT_MAX};
use kundresa::scene::{PICTURE_MAX, Picture};
use kundresa::templates::own::template_of;
use kundresa::templates::{Template, make};
use kundresa::words::{Lang, Words};
use std::sync::{Arc, LazyLock};

/// A picture is read or refused with a reason; what is kept of it is small, and reads as the same.
pub(crate) fn picture(bytes: &[u8]) {
    let words = Words::new(Lang::Sv);
    let read = match Picture::read(bytes) {
        Ok(read) => read,
        Err(error) => {
            assert!(!error.text(&words).is_empty());
            assert!(Picture::keep(bytes).is_err(), "what cannot be read is kept");
            return;
        }
    };
    let (width, height) = read.size();
    assert!((1..=PICTURE_MAX).contains(&width) && (1..=PICTURE_MAX).contains(&height));
    assert_eq!(read.rgba().len(), width as usize * height as usize * 4);
    let kept = Picture::keep(bytes).unwrap();
    let again = Picture::read(&kept.bytes).unwrap();
    assert_eq!(again.size(), (width, height));
    assert!(kept.media != "image/png" || again == read, "what is kept shows something else");
    let twice = Picture::keep(&kept.bytes).unwrap();
    assert!(twice == kept, "what was kept is kept as something else");
    assert!(Picture::read(read.png()).unwrap() == read, "as PNG it shows something else");
    let mut dice = Dice::new(number_of(bytes));
    let side = 1 + dice.roll(300) as u32;
    let (wide, high) = (side, 1 + dice.roll(300) as u32);
    assert_eq!(read.scaled(wide, high).len(), wide as usize * high as usize * 4);
    let (a, b) = read.square(side).size();
    assert!(a == b && a <= side && a >= 1, "a square of {a} × {b}");
}

/// The map that things are put into.
static MAP: LazyLock<Project> = LazyLock::new(|| file::read(&seeds::full()).unwrap().project);

/// A cell of the map, the parking place, or a cell that is not there.
fn spot(dice: &mut Dice) -> Spot {
    let journey = &MAP.journeys[0];
    let steps: Vec<Id> = journey.steps().map(|(_, step)| step.id.clone()).collect();
    match dice.roll(6) {
        0 => Spot::Parked { index: dice.roll(4) },
        1 => Spot::Cell { lane: Id::new("no"), step: Id::new("no"), index: usize::MAX },
        _ => {
            let lane = dice.one(&journey.lanes).id.clone();
            Spot::Cell { lane, step: dice.one(&steps).clone(), index: dice.roll(4) }
        }
    }
}

/// What was put in is there and the map is sound; gives back how many cards it has more.
fn put_in(change: Change) -> Option<usize> {
    let edit = Edit { journey: MAP.journeys[0].id.clone(), change };
    // A cell that is not there takes nothing.
    let after = apply(&MAP, &edit).ok()?;
    comes_back(&after);
    Some(cards(&after) - cards(&MAP))
}

fn cards(project: &Project) -> usize {
    let lanes = project.journeys.iter().flat_map(|journey| &journey.lanes);
    lanes.map(|lane| lane.cards.len()).sum::<usize>() + project.parked.len()
}

/// Pasted text becomes cards, none too long and none empty; each of them comes onto the map.
pub(crate) fn text(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = is_too_long(&text);
    let cells = text_cells(&text);
    for (_, cell) in &cells {
        assert!(!cell.is_empty() && cell.chars().count() <= TEXT_MAX, "a cell of {}", cell.len());
        let control = cell.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t'));
        assert!(control.is_none(), "{control:?} in a cell");
    }
    let mut dice = Dice::new(number_of(bytes));
    let change = paste_text(&text, &MAP.journeys[0], &spot(&mut dice), &mut IdSource::seeded(7));
    let more = put_in(change);
    assert!(more.is_none_or(|more| more == cells.len()), "{more:?} cards of {}", cells.len());
}

/// What was copied, by whatever window, is put in, or is nothing.
pub(crate) fn clip(bytes: &[u8]) {
    let Some(clip) = Clip::from_json(&String::from_utf8_lossy(bytes)) else { return };
    let _ = clip.to_text();
    let again = Clip::from_json(&clip.to_json());
    assert!(again.as_ref() == Some(&clip), "it comes back as another");
    let mut dice = Dice::new(number_of(bytes));
    let change = paste(&clip, &MAP, &MAP.journeys[0], &spot(&mut dice), &mut IdSource::seeded(7));
    let more = put_in(change);
    assert!(more.is_none_or(|more| more == clip.cards.len()), "{more:?} of {}", clip.cards.len());
}

/// A map made a template, and a template made a map, with what is filled in or without, is sound, and
/// shares no id with what it was made of.
pub(crate) fn template(bytes: &[u8]) {
    let Ok(Loaded { project, .. }) = file::read(bytes) else { return };
    let project = Arc::new(project);
    let journey = project.journeys.last().map(|journey| journey.id.clone()).unwrap_or_default();
    for filled in [true, false] {
        let mut made_here = template_of(&project, &journey, "Mall", "", filled);
        comes_back(&made_here);
        let path = Some("own.kundresa".into());
        made_here.title.clear();
        let own = Template { name: "own".into(), project: Arc::new(made_here), path };
        let ours = Template { name: "ours".into(), project: project.clone(), path: None };
        for template in [own, ours] {
            let _ = (template.title(), template.about(), template.has_example());
            let new = make(&template, filled, &mut IdSource::seeded(number_of(bytes)));
            comes_back(&new);
            let journeys = new.journeys.iter().zip(&template.project.journeys);
            for (new, old) in journeys {
                assert!(new.id != old.id, "a journey has its old id");
                assert_eq!(new.steps().count(), old.steps().count());
            }
        }
    }
}
