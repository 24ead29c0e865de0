//! Which icons there are, by name.
//!
//! They stand in `assets/fonts/Icons.ttf`, a subset of Lucide (npm `lucide-static` 1.62.0) with two
//! changes: they have characters of their own (from U+F0000, since Inter uses Lucide's), and
//! they are moved down by 0.136 em, so that their middle is the middle of Inter's capitals.
//! Draw one as text in [`Face::Icons`](crate::scene::Face::Icons); the window's fonts fall back to them.

#![expect(missing_docs, reason = "each is what it is called")]

use crate::model::{Channel, LaneKind};

pub const UNDO: char = '\u{f0000}';
pub const REDO: char = '\u{f0001}';
pub const MINUS: char = '\u{f0002}';
pub const PLUS: char = '\u{f0003}';
pub const PLAY: char = '\u{f0004}';
pub const SEARCH: char = '\u{f0005}';
pub const X: char = '\u{f0006}';
pub const CHECK: char = '\u{f0007}';
pub const CHEVRON_DOWN: char = '\u{f0008}';
pub const CHEVRON_UP: char = '\u{f0009}';
pub const CHEVRON_LEFT: char = '\u{f000a}';
pub const CHEVRON_RIGHT: char = '\u{f000b}';
pub const FILE: char = '\u{f000c}';
pub const FILE_PLUS: char = '\u{f000d}';
pub const FOLDER_OPEN: char = '\u{f000e}';
pub const SAVE: char = '\u{f000f}';
pub const DOWNLOAD: char = '\u{f0010}';
pub const UPLOAD: char = '\u{f0011}';
pub const COPY: char = '\u{f0012}';
pub const CLIPBOARD: char = '\u{f0013}';
pub const SCISSORS: char = '\u{f0014}';
pub const TRASH: char = '\u{f0015}';
pub const PENCIL: char = '\u{f0016}';
pub const SETTINGS: char = '\u{f0017}';
pub const SUN: char = '\u{f0018}';
pub const MOON: char = '\u{f0019}';
pub const MONITOR: char = '\u{f001a}';
pub const PROJECTOR: char = '\u{f001b}';
pub const PRESENTATION: char = '\u{f001c}';
pub const GLOBE: char = '\u{f001d}';
pub const LANGUAGES: char = '\u{f001e}';
pub const FLAG: char = '\u{f001f}';
pub const STAR: char = '\u{f0020}';
pub const LIGHTBULB: char = '\u{f0021}';
pub const CIRCLE: char = '\u{f0022}';
pub const CIRCLE_DOT: char = '\u{f0023}';
pub const EYE: char = '\u{f0024}';
pub const EYE_OFF: char = '\u{f0025}';
pub const MORE_HORIZONTAL: char = '\u{f0026}';
pub const MORE_VERTICAL: char = '\u{f0027}';
pub const GRIP_VERTICAL: char = '\u{f0028}';
pub const USER: char = '\u{f0029}';
pub const USER_PLUS: char = '\u{f002a}';
pub const USERS: char = '\u{f002b}';
pub const LAYOUT_GRID: char = '\u{f002c}';
pub const COLUMNS: char = '\u{f002d}';
pub const ROWS: char = '\u{f002e}';
pub const MAP: char = '\u{f002f}';
pub const ROUTE: char = '\u{f0030}';
pub const IMAGE: char = '\u{f0031}';
pub const LINK: char = '\u{f0032}';
pub const TAG: char = '\u{f0033}';
pub const ARROW_LEFT: char = '\u{f0034}';
pub const ARROW_RIGHT: char = '\u{f0035}';
pub const ARROW_UP: char = '\u{f0036}';
pub const ARROW_DOWN: char = '\u{f0037}';
pub const CORNER_UP_LEFT: char = '\u{f0038}';
pub const LOG_OUT: char = '\u{f0039}';
pub const HELP_CIRCLE: char = '\u{f003a}';
pub const INFO: char = '\u{f003b}';
pub const ALERT_TRIANGLE: char = '\u{f003c}';
pub const ALERT_CIRCLE: char = '\u{f003d}';
pub const CHECK_CIRCLE: char = '\u{f003e}';
pub const KEYBOARD: char = '\u{f003f}';
pub const MAXIMIZE: char = '\u{f0040}';
pub const ZOOM_IN: char = '\u{f0041}';
pub const ZOOM_OUT: char = '\u{f0042}';
pub const PALETTE: char = '\u{f0043}';
pub const CLOCK: char = '\u{f0044}';
pub const PARKING: char = '\u{f0045}';
pub const QUOTE: char = '\u{f0046}';
pub const MESSAGE: char = '\u{f0047}';
pub const HEART: char = '\u{f0048}';
pub const THUMBS_UP: char = '\u{f0049}';
pub const THUMBS_DOWN: char = '\u{f004a}';
pub const SMILE: char = '\u{f004b}';
pub const EXTERNAL_LINK: char = '\u{f004c}';
pub const PANEL_RIGHT: char = '\u{f004d}';
pub const BOOK_OPEN: char = '\u{f004e}';
pub const TARGET: char = '\u{f004f}';
pub const LIST: char = '\u{f0050}';
pub const PRINTER: char = '\u{f0051}';
pub const FILE_TEXT: char = '\u{f0052}';
pub const FILE_IMAGE: char = '\u{f0053}';
pub const EXPAND: char = '\u{f0054}';
pub const LOCK: char = '\u{f0055}';
pub const COMMAND: char = '\u{f0056}';
pub const ROTATE_CCW: char = '\u{f0057}';
pub const REFRESH_CW: char = '\u{f0058}';
pub const HISTORY: char = '\u{f0059}';
pub const CALENDAR: char = '\u{f005a}';
pub const CHART: char = '\u{f005b}';
pub const SPARKLES: char = '\u{f005c}';
pub const BADGE_CHECK: char = '\u{f005d}';
pub const SMARTPHONE: char = '\u{f005e}';
pub const FOOTPRINTS: char = '\u{f005f}';
pub const REPEAT: char = '\u{f0060}';
pub const SKIP_FORWARD: char = '\u{f0061}';
pub const HOURGLASS: char = '\u{f0062}';
pub const MERGE: char = '\u{f0063}';
pub const SPLIT: char = '\u{f0064}';
pub const LAYERS: char = '\u{f0065}';
pub const FILTER: char = '\u{f0066}';
pub const PIN: char = '\u{f0067}';
pub const CHECK_SQUARE: char = '\u{f0068}';
pub const MOVE: char = '\u{f0069}';
pub const KANBAN: char = '\u{f006a}';
pub const BOX_DASHED: char = '\u{f006b}';
pub const SLIDERS: char = '\u{f006c}';
pub const ARROWS_BOTH_WAYS: char = '\u{f006d}';
pub const TABLE: char = '\u{f006e}';

/// All of them, for those who look through them.
pub fn all() -> impl Iterator<Item = char> {
    UNDO..=TABLE
}

/// The emoji before the titles of lanes of this kind.
pub fn lane_icon(kind: &LaneKind) -> &'static str {
    match kind {
        LaneKind::Actions => "🎯",
        LaneKind::Touchpoints => "📍",
        LaneKind::Channels => "📡",
        LaneKind::Emotions => "🙂",
        LaneKind::Thoughts => "💭",
        LaneKind::Questions => "❓",
        LaneKind::Needs => "🧩",
        LaneKind::Drivers => "🧲",
        LaneKind::Expectations => "🔭",
        LaneKind::Problems => "🧱",
        LaneKind::Quotes => "💬",
        LaneKind::Images => "🖼️",
        LaneKind::PainPoints => "⚡",
        LaneKind::Insights => "🔍",
        LaneKind::Opportunities => "💡",
        LaneKind::SalesMarketing => "🤝",
        LaneKind::Backstage => "🎭",
        LaneKind::Systems => "⚙️",
        LaneKind::Metrics => "📊",
        LaneKind::Notes => "📝",
        LaneKind::Other(_) => "📌",
    }
}

/// The emoji of a channel; one of the user's own has a common one.
pub fn channel_icon(channel: &Channel) -> &'static str {
    match channel {
        Channel::Web => "🌐",
        Channel::Search => "🔎",
        Channel::Social => "👥",
        Channel::Email => "✉️",
        Channel::Phone => "☎️",
        Channel::Chat => "💬",
        Channel::App => "📱",
        Channel::Shop => "🏬",
        Channel::Meeting => "🤝",
        Channel::Fair => "🎪",
        Channel::WordOfMouth => "🗣️",
        Channel::Print => "📰",
        Channel::Broadcast => "📺",
        Channel::Post => "📮",
        Channel::Forum => "🗨️",
        Channel::Other(_) => "🔖",
    }
}
