//! What each key, click and button does to a presentation. All of it goes through here, whichever
//! window it was asked in.

use super::Present;
use super::edit::Editing;
use super::keys::{Act, PresentKey};
use super::shot::{AudienceAsks, Curtain, Light};
use crate::edit::Change;
use crate::model::{Id, PageKind, StoryPage, TextOf};
use crate::ui::{Document, Message};
use crate::words::Words;

impl Present {
    /// Does what was asked for. `now` is seconds since the window was opened.
    pub(crate) fn act(
        &mut self,
        ask: AudienceAsks,
        doc: &Document,
        words: &Words,
        now: f64,
        out: &mut Vec<Message>,
    ) {
        match ask {
            AudienceAsks::Pressed(PresentKey::Digit(digit)) => {
                // No story has ten thousand pages.
                if self.digits.len() < 4 && (digit > 0 || !self.digits.is_empty()) {
                    self.digits.push(char::from(b'0' + digit));
                }
            }
            AudienceAsks::Pressed(PresentKey::Act(act)) => self.pressed(act, doc, words, now, out),
            AudienceAsks::Turn(by) => self.turn_by(by, doc, out),
            AudienceAsks::Phase(phase) => self.go_to_phase(&phase, doc, out),
            AudienceAsks::Show(thing) => self.card = Some(thing),
            AudienceAsks::Close => self.card = None,
            AudienceAsks::Edit(text) => {
                let editing = text.and_then(|text| self.editing_of(text, doc));
                self.edit(editing, doc, words, out);
            }
            AudienceAsks::Point(at) => self.points = at,
            AudienceAsks::Closed => {
                self.notes.leave(doc, out);
                self.audience_is_gone();
            }
            AudienceAsks::End => self.end(doc, now, out),
        }
    }

    fn pressed(
        &mut self,
        act: Act,
        doc: &Document,
        words: &Words,
        now: f64,
        out: &mut Vec<Message>,
    ) {
        match act {
            Act::Next if !self.digits.is_empty() => {
                let number = self.digits.parse::<usize>().unwrap_or(1);
                self.go_to(number.saturating_sub(1), doc, out);
            }
            Act::Back if !self.digits.is_empty() => _ = self.digits.pop(),
            Act::Next => self.turn_by(1, doc, out),
            Act::Back => self.turn_by(-1, doc, out),
            Act::First => self.go_to(0, doc, out),
            Act::Last => self.go_to(usize::MAX, doc, out),
            Act::Black => self.draw_curtain(Curtain::Black),
            Act::White => self.draw_curtain(Curtain::White),
            Act::Dot => self.switch_light(Light::Dot),
            Act::Spot => self.switch_light(Light::Spot),
            Act::Zoom => {
                self.zoomed = !self.zoomed;
                self.points = None;
            }
            Act::Help => self.help = !self.help,
            Act::Presenter => self.presenter = !self.presenter,
            Act::Edit => self.edit_first(doc, words, out),
            Act::End => self.step_out(doc, now, out),
        }
    }

    /// Esc: what is in front goes first, and the presentation last.
    fn step_out(&mut self, doc: &Document, now: f64, out: &mut Vec<Message>) {
        if !self.digits.is_empty() {
            self.digits.clear();
        } else if self.help {
            self.help = false;
        } else if self.card.is_some() {
            self.card = None;
        } else if self.curtain.is_some() {
            self.curtain = None;
        } else if self.zoomed {
            self.zoomed = false;
        } else if self.light.take().is_none() {
            self.end(doc, now, out);
        }
    }

    /// Ends it; what is being written becomes part of the map.
    fn end(&mut self, doc: &Document, now: f64, out: &mut Vec<Message>) {
        self.close_editing(doc, out);
        self.notes.leave(doc, out);
        self.ended = Some(now);
    }

    /// What is being written: a text of a page, and the notes.
    pub(in crate::ui) fn typed(&self) -> [&str; 2] {
        let editing = self.editing.as_ref().map_or("", |editing| editing.typed());
        [editing, self.notes.text()]
    }

    /// The changes that would make it part of the map; none where it is.
    pub(in crate::ui) fn typed_changes(&self, doc: &Document) -> Vec<Change> {
        let editing = self.editing.as_ref().and_then(|editing| editing.change(doc));
        editing.into_iter().chain(self.notes.change(doc)).collect()
    }

    /// What has been written so far becomes part of the map, and may be written on.
    pub(in crate::ui) fn keep_typed(&mut self, doc: &Document, out: &mut Vec<Message>) {
        let change = self.editing.as_mut().and_then(|editing| editing.keep(doc));
        out.extend(change.map(Message::Edit));
        self.notes.leave(doc, out);
    }

    /// Somebody else has changed the map: what is being written goes on from what both have made.
    pub(in crate::ui) fn type_on(&mut self, doc: &Document) {
        if let Some(editing) = &mut self.editing {
            editing.type_on(doc);
        }
    }

    fn draw_curtain(&mut self, curtain: Curtain) {
        self.curtain = (self.curtain != Some(curtain)).then_some(curtain);
    }

    fn switch_light(&mut self, light: Light) {
        self.light = (self.light != Some(light)).then_some(light);
        self.points = None;
    }

    fn turn_by(&mut self, by: isize, doc: &Document, out: &mut Vec<Message>) {
        self.catch_up();
        self.go_to(self.place.saturating_add_signed(by), doc, out);
    }

    fn go_to_phase(&mut self, phase: &Id, doc: &Document, out: &mut Vec<Message>) {
        self.catch_up();
        let page = page_of_phase(phase);
        if self.deck.place_of(&page).is_none() {
            self.deck.finish();
        }
        if let Some(place) = self.deck.place_of(&page) {
            // On one of several pages of the phase there is nowhere to go.
            if self.at.as_ref().and_then(|(page, _)| page.about.as_ref()) != Some(phase) {
                self.go_to(place, doc, out);
            }
        }
    }

    /// Plans all pages anew where the map has changed: nobody is shown another one as it was before.
    fn catch_up(&mut self) {
        if self.deck.is_behind() {
            self.deck.finish();
            self.find_page();
        }
    }

    /// Goes to the page at `place`, or the last one.
    pub(crate) fn go_to(&mut self, place: usize, doc: &Document, out: &mut Vec<Message>) {
        self.digits.clear();
        self.catch_up();
        if place >= self.deck.shown().len() {
            self.deck.finish();
        }
        let last = self.deck.shown().len().saturating_sub(1);
        let place = place.min(last);
        self.close_editing(doc, out);
        self.notes.leave(doc, out);
        (self.card, self.curtain, self.zoomed) = (None, None, false);
        if place == self.place {
            return;
        }
        self.place = place;
        self.turn += 1;
        self.remember_page();
    }

    /// Notes which page is shown, so that it can be found again when the story has changed.
    pub(crate) fn remember_page(&mut self) {
        let planned = self.deck.shown().nth(self.place);
        self.at = planned.map(|planned| (planned.page.clone(), planned.part));
    }

    /// The place of the page that was shown, in the story as it is now; true if it is another page.
    pub(super) fn find_page(&mut self) -> bool {
        let count = self.deck.shown().len();
        let Some((page, part)) = self.at.clone() else {
            self.place = self.place.min(count.saturating_sub(1));
            self.remember_page();
            return true;
        };
        let same = self.deck.shown().enumerate().filter(|(_, one)| one.page.same_place(&page));
        // A phase that has become shorter has fewer pages: its last one.
        let found = same.filter(|(_, one)| one.part <= part).last().map(|(place, _)| place);
        self.place = found.unwrap_or(self.place.min(count.saturating_sub(1)));
        self.remember_page();
        found.is_none()
    }

    /// Begins to edit the first text on the page that can be edited.
    fn edit_first(&mut self, doc: &Document, words: &Words, out: &mut Vec<Message>) {
        let shown = self.card.take().map(TextOf::Thing);
        let first = shown.and_then(|text| self.editing_of(text, doc));
        let first = first.or_else(|| self.editable(doc).into_iter().next());
        self.edit(first, doc, words, out);
    }

    fn edit(
        &mut self,
        editing: Option<Editing>,
        doc: &Document,
        words: &Words,
        out: &mut Vec<Message>,
    ) {
        self.close_editing(doc, out);
        match editing {
            Some(editing) => {
                (self.card, self.curtain, self.zoomed, self.help) = (None, None, false, false);
                self.editing = Some(editing);
            }
            None => out.push(Message::Notice(words.present_nothing_to_edit())),
        }
    }

    /// Makes the text that is being edited, if one is.
    pub(crate) fn close_editing(&mut self, doc: &Document, out: &mut Vec<Message>) {
        if let Some(editing) = self.editing.take() {
            out.extend(editing.change(doc).map(Message::Edit));
        }
    }
}

/// The page of a phase, as the story names it.
pub(crate) fn page_of_phase(phase: &Id) -> StoryPage {
    let about = Some(phase.clone());
    StoryPage { kind: PageKind::Phase, about, ..StoryPage::default() }
}
