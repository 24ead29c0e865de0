//! Where the pages stand that show all there is in a phase: one choice for the whole story.

use super::StoryPanel;
use crate::edit::Change;
use crate::model::{DetailsPlace, Journey};
use crate::scene::Role;
use crate::ui::inspector::menu;
use crate::ui::kit::buttons::medium;
use crate::ui::{Context, Document, Message};
use crate::words::Named as _;
use egui::{RichText, Ui};

impl StoryPanel {
    pub(super) fn details_ui(
        &self,
        ui: &mut Ui,
        cx: &Context,
        doc: &Document,
        out: &mut Vec<Message>,
    ) {
        let (words, muted) = (cx.words, cx.theme.color(Role::Muted));
        let Some((_, journey)) = doc.editor.project().journey(&doc.journey) else { return };
        let place = journey.details_place();
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let label = words.story_details();
            ui.label(RichText::new(&label).font(medium(12.5)).color(muted));
            let shown = place.name(words);
            let picked = menu(ui, cx.theme, &shown, &words.labelled(&label, &shown), || {
                let all = DetailsPlace::ALL.iter();
                all.map(|one| (one.name(words), *one == place)).collect()
            });
            let chosen = picked.and_then(|index| DetailsPlace::ALL.get(index));
            if let Some(chosen) = chosen.filter(|chosen| **chosen != place) {
                let journey = Journey { details: Some(chosen.clone()), ..Journey::clone(journey) };
                out.push(Message::Edit(Change::PutJourney(Box::new(journey))));
            }
        });
    }
}
