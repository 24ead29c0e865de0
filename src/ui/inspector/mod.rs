//! The panel that shows and edits whatever is selected, several things at once where that makes
//! sense, and the map itself where nothing is.
//!
//! It keeps no copy of what it edits: a field shows what the project says and asks for a change,
//! so undo, another selection or another window are seen at once. What is kept is text that is
//! not a value yet: a number half written, a tag not yet added.

mod batch;
mod card;
mod card_links;
mod card_more;
mod card_themes;
mod cell_questions;
mod channels;
pub(crate) mod checklist;
mod choices;
mod customer_costs;
mod duration;
mod feeling;
mod fields;
mod form;
mod idea;
mod idea_scale;
mod idea_tasks;
mod journey;
mod lane;
mod named_lines;
mod next_card;
mod numbers;
mod opportunity;
mod persona;
mod phase;
mod picked;
mod picture;
mod point;
mod step;
mod subgoals;
mod tags;
#[cfg(test)]
mod tests;
mod transition;
mod widgets;

pub(super) use batch::Lit;
pub(super) use feeling::{FIVE, FeelingForm};
pub(super) use picked::{find_cards, points_where};
pub(super) use widgets::{chip, face, menu, plain_chip, swatch, wrapped};

use super::kit::window_keys::{WindowPart, entrance};
use super::{Context, Document, EmojiPicker, Message};
use crate::edit::Change;
use crate::insight::{ChannelCounts, RankedIdea};
use crate::model::{Id, IdSource, Journey};
use form::{FieldDraft, Form};
use jiff::civil::Date;
use picked::Picked;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// What the panel remembers from frame to frame.
#[derive(Default)]
pub struct Inspector {
    /// What is selected, looked up.
    picked: Option<Arc<Picked>>,
    /// What was selected in the last frame.
    before: Option<egui::Id>,
    /// Text that is not a value yet, of the field it is in.
    draft: Option<FieldDraft>,
    /// The field whose change is shown but not made.
    open: Option<egui::Id>,
    shown: Option<Change>,
    /// That field was on the panel and in use this frame.
    alive: bool,
    /// A drag that was called off: it changes nothing until it is let go.
    called_off: Option<egui::Id>,
    /// The less used fields of cards are shown.
    more: bool,
    /// All channels are shown, not only the most common.
    all_channels: bool,
    /// Words used before are offered below the field for a new tag.
    offering: bool,
    /// The field that is to have the keyboard as soon as it is there.
    pub(super) wanted: Option<&'static str>,
    /// Where ids of what is added come from.
    ids: Option<IdSource>,
    /// The task whose person and day are being written, and whether that has only been asked for.
    open_task: Option<(Id, bool)>,
    /// The picker of emoji: what it remembers is worth keeping in the settings.
    pub emoji: EmojiPicker,
    /// The picture of what is selected.
    thumb: Option<picture::Thumb>,
    /// How often the map goes through each channel, as long as the map is the same.
    channels: Option<(Arc<Journey>, Arc<ChannelCounts>)>,
    /// How many cards serve each sub-goal, as long as the map is the same.
    served: Option<(Arc<Journey>, Arc<subgoals::Served>)>,
    /// Words used as tags, gathered while one is typed.
    tags: Option<tags::TagWords>,
    /// The list of activities that may follow.
    next: next_card::NextPicker,
}

/// Shows what is selected in `doc` and pushes what the user does with it to `out`.
///
/// Works from 260 points of width; scrolls when it is higher than its room.
pub fn inspector_ui(
    ui: &mut egui::Ui,
    cx: &Context<'_>,
    doc: &Document,
    state: &mut Inspector,
    out: &mut Vec<Message>,
) {
    let Some(picked) = state.look_up(doc) else { return };
    panel_ui(ui, cx, doc, state, &picked, picked.key, out, |ui, form| {
        sections(ui, form, &picked);
    });
}

/// Shows one opportunity of the map in front, whatever is selected; `today` says what is late.
pub(super) fn idea_panel_ui(
    ui: &mut egui::Ui,
    cx: &Context<'_>,
    doc: &Document,
    state: &mut Inspector,
    (idea, today): (&RankedIdea, Date),
    out: &mut Vec<Message>,
) {
    let Some(picked) = state.look_up(doc) else { return };
    let key = egui::Id::unique(("opportunity panel", &idea.opportunity.id));
    panel_ui(ui, cx, doc, state, &picked, key, out, |ui, form| {
        idea::idea_ui(ui, form, idea, today);
    });
}

/// The panel around what it shows, which `key` stands for.
#[expect(clippy::too_many_arguments, reason = "what every panel is given, and what is in it")]
fn panel_ui(
    ui: &mut egui::Ui,
    cx: &Context<'_>,
    doc: &Document,
    state: &mut Inspector,
    picked: &Picked,
    key: egui::Id,
    out: &mut Vec<Message>,
    contents: impl FnOnce(&mut egui::Ui, &mut Form<'_>),
) {
    entrance(ui, WindowPart::Inspector);
    state.alive = false;
    let mut scroll = egui::ScrollArea::vertical().id_salt("inspector").auto_shrink(false);
    // What is selected is read from its top: what it says first is what it is.
    if state.before.replace(key) != Some(key) {
        scroll = scroll.vertical_scroll_offset(0.0);
    }
    scroll.show(ui, |ui| {
        let margin = egui::Margin { left: 20, right: 20, top: 16, bottom: 32 };
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            let panel = egui::UiBuilder::new()
                .id_salt(key)
                .accessibility_role(egui::Role::Group)
                .accessibility_label(cx.words.inspector_name());
            ui.scope_builder(panel, |ui| {
                let mut form = Form { cx, picked, state, out };
                form.dress(ui);
                contents(ui, &mut form);
            });
        });
    });
    // What has no such field gives it to none that comes later.
    state.wanted = None;
    // The field that was being changed has been left, or is not here any more.
    if state.open.is_some() && !state.alive {
        state.open = None;
        let shown = state.shown.take();
        // Not when the canvas has begun something since: that has made it.
        if doc.editor.pending().map(|edit| &edit.change) == shown.as_ref() {
            out.push(Message::Commit);
        }
    }
}

/// Shows and edits the things of one kind.
type Block = fn(&mut egui::Ui, &mut Form<'_>, &Picked);

/// One block for each kind of thing that is selected.
fn sections(ui: &mut egui::Ui, form: &mut Form<'_>, picked: &Picked) {
    let mut any = false;
    let blocks: [Block; 7] = [
        card::cards_ui,
        point::points_ui,
        phase::phases_ui,
        step::steps_ui,
        lane::lanes_ui,
        persona::personas_ui,
        transition::transitions_ui,
    ];
    for (index, (there, block)) in picked.kinds().into_iter().zip(blocks).enumerate() {
        if there {
            if any {
                form.divider(ui);
            }
            any = true;
            ui.push_id(index, |ui| block(ui, form, picked));
        }
    }
    if !any {
        journey::journey_ui(ui, form, picked);
    }
}

impl Inspector {
    /// What is selected, looked up anew only when the project or the selection is another.
    fn look_up(&mut self, doc: &Document) -> Option<Arc<Picked>> {
        if !self.picked.as_ref().is_some_and(|picked| picked.is_of(doc)) {
            if self.picked.as_ref().is_none_or(|picked| picked.differs(doc)) {
                self.draft = None;
            }
            self.picked = Picked::of(doc).map(Arc::new);
            self.ids.get_or_insert_with(|| {
                // The document's source cannot be drawn from here; its next id seeds another.
                let mut hasher = DefaultHasher::new();
                doc.editor.ids.clone().next_id().hash(&mut hasher);
                "inspector".hash(&mut hasher);
                IdSource::seeded(hasher.finish())
            });
        }
        self.picked.clone()
    }

    /// A fresh id for something that is added.
    fn next_id(&mut self) -> crate::model::Id {
        self.ids.get_or_insert_with(|| IdSource::seeded(1)).next_id()
    }
}
