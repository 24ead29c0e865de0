//! What a screen reader finds in a PDF: headings, lists of cards, quotes and faces, in the order of
//! reading. What is only decoration is marked so.
//!
//! Marked pieces of a page may not lie within each other, and each belongs to exactly one tag; krilla
//! ends the program otherwise. So a group that others lie in is marked in pieces, before them and
//! after, and [`Tags`] alone begins and ends pieces.

use crate::model::plain_text;
use crate::scene::{Group, Tag};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, TagGroup, TagTree,
};
use std::num::NonZeroU16;

/// Tags in the making.
#[derive(Default)]
pub(super) struct Tags {
    tree: TagTree,
    /// The lane that is being drawn.
    lane: Option<TagGroup>,
    /// The cards that came last.
    cards: Option<TagGroup>,
    /// The pieces so far of each group that has begun, from the outermost.
    open: Vec<Vec<Identifier>>,
    piece: Piece,
}

/// The piece of a page that has begun.
#[derive(Default)]
enum Piece {
    #[default]
    None,
    Decoration,
    Thing(Identifier),
}

impl Tags {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "few differ here; what comes new is like the others"
    )]
    pub(super) fn begin(&mut self, surface: &mut Surface<'_>, group: &Group) {
        self.pause(surface);
        match group.tag {
            Tag::Lane => self.lane = Some(TagGroup::new(krilla::tagging::Tag::Section)),
            // The curve is told by its faces, the column of a phase by what stands in it.
            Tag::Curve | Tag::Column => self.decoration(surface),
            _ => {
                self.open.push(Vec::new());
                self.piece = Piece::Thing(surface.start_tagged(ContentTag::Other));
            }
        }
    }

    /// Ends the piece that has begun; what is drawn next begins another.
    fn pause(&mut self, surface: &mut Surface<'_>) {
        if let Some((piece, within)) = self.end_piece(surface).zip(self.open.last_mut()) {
            within.push(piece);
        }
    }

    /// A paragraph that is no part of any group.
    pub(super) fn paragraph(
        &mut self,
        surface: &mut Surface<'_>,
        draw: impl FnOnce(&mut Surface<'_>),
    ) {
        self.pause(surface);
        let piece = surface.start_tagged(ContentTag::Other);
        draw(surface);
        surface.end_tagged();
        let mut tag = TagGroup::new(krilla::tagging::Tag::P);
        tag.push(piece);
        self.tree.push(tag);
    }

    /// Something is about to be drawn.
    pub(super) fn draw(&mut self, surface: &mut Surface<'_>) {
        match self.piece {
            Piece::None if self.open.is_empty() => self.decoration(surface),
            Piece::None => self.piece = Piece::Thing(surface.start_tagged(ContentTag::Other)),
            Piece::Decoration | Piece::Thing(_) => {}
        }
    }

    /// From here on all is decoration, until a group begins or the page ends.
    pub(super) fn decoration(&mut self, surface: &mut Surface<'_>) {
        self.pause(surface);
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)));
        self.piece = Piece::Decoration;
    }

    /// The group that began last ends.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "few differ here; what comes new is like the others"
    )]
    pub(super) fn end(&mut self, surface: &mut Surface<'_>, group: &Group) {
        self.pause(surface);
        match group.tag {
            Tag::Lane => {
                self.end_cards();
                if let Some(lane) = self.lane.take() {
                    self.tree.push(lane);
                }
                return;
            }
            Tag::Curve | Tag::Column => return,
            _ => {}
        }
        let pieces = self.open.pop().unwrap_or_default();
        if pieces.is_empty() {
            return;
        }
        if group.tag == Tag::Card {
            let mut body = TagGroup::new(krilla::tagging::Tag::LBody);
            pieces.into_iter().for_each(|piece| body.push(piece));
            let mut item = TagGroup::new(krilla::tagging::Tag::LI);
            item.push(body);
            let list = || TagGroup::new(krilla::tagging::Tag::L(ListNumbering::None));
            self.cards.get_or_insert_with(list).push(item);
            return;
        }
        self.end_cards();
        let mut tag = tag(group);
        pieces.into_iter().for_each(|piece| tag.push(piece));
        match &mut self.lane {
            Some(lane) => lane.push(tag),
            None => self.tree.push(tag),
        }
    }

    pub(super) fn end_page(&mut self, surface: &mut Surface<'_>) {
        self.pause(surface);
        if self.lane.is_none() {
            self.end_cards();
        }
    }

    /// All that was tagged, said in the language `lang`.
    pub(super) fn finish(self, lang: &str) -> TagTree {
        self.tree.with_lang(Some(lang.to_owned()))
    }

    fn end_piece(&mut self, surface: &mut Surface<'_>) -> Option<Identifier> {
        let piece = std::mem::take(&mut self.piece);
        if !matches!(piece, Piece::None) {
            surface.end_tagged();
        }
        match piece {
            Piece::Thing(id) => Some(id),
            Piece::None | Piece::Decoration => None,
        }
    }

    fn end_cards(&mut self) {
        let Some(cards) = self.cards.take() else { return };
        match &mut self.lane {
            Some(lane) => lane.push(cards),
            None => self.tree.push(cards),
        }
    }
}

fn tag(group: &Group) -> TagGroup {
    use krilla::tagging::Tag as Pdf;
    let heading = |level: u16| {
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        TagGroup::new(Pdf::Hn(level, Some(plain_text(&group.title).into_owned())))
    };
    match group.tag {
        Tag::Title => heading(1),
        Tag::Phase | Tag::LaneTitle | Tag::StripTitle => heading(2),
        Tag::Step => heading(3),
        Tag::Figure => TagGroup::new(Pdf::Figure(Some(plain_text(&group.title).into_owned()))),
        Tag::Point => TagGroup::new(Pdf::Figure(Some(plain_text(&group.title).into_owned()))),
        Tag::Quote => TagGroup::new(Pdf::BlockQuote),
        Tag::Persona
        | Tag::Column
        | Tag::Transition
        | Tag::Lane
        | Tag::Card
        | Tag::Curve
        | Tag::Line
        | Tag::Chain
        | Tag::Gap
        | Tag::Prompt
        | Tag::Footer => TagGroup::new(Pdf::P),
    }
}
