//! What a map tells: pure functions over the model.

mod agreement;
mod both;
mod channels;
mod columns;
mod compare;
mod counts;
mod funnel;
mod metrics;
mod opportunities;
mod story;
mod time;
mod votes;

pub use agreement::{AGREED, Apart, agreement, furthest};
pub use both::{compared, compared_view};
pub use channels::{ChannelCounts, channel_counts, has_path, is_digital};
pub use compare::{CardDifference, Differences, FeelingGap, How, counterpart, differences};
pub use counts::{Counts, counts, lane_counts};
pub use funnel::{Funnel, Place, Stop, funnel};
pub use metrics::{Standing, improved, standing};
pub use opportunities::{
    card_of_opportunity, is_of_opportunities, leads_to, opportunity_of, with_cards,
};
pub use story::story;
pub use time::{Length, Total, clock, days, fitting, length, lengths, starts, total};
pub use votes::{most_votes_first, voted};
