//! The fixed choices of the vocabulary. A choice this version does not know is kept as it is.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use smol_str::SmolStr;

/// An enum with a word in the file for each choice, and `Other` for words of later versions.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident { $($(#[$choice_doc:meta])* $choice:ident = $word:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $($(#[$choice_doc])* #[doc = concat!("`", $word, "` in the file.")] $choice,)*
            /// A word this version does not know, or one of the user's own.
            Other(SmolStr),
        }

        impl $name {
            /// The known choices, in the order they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$choice),*];

            /// The word in the file.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$choice => $word,)*
                    Self::Other(word) => word,
                }
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                match word {
                    $($word => Self::$choice,)*
                    other => Self::Other(SmolStr::new(other)),
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Ok(Self::from(SmolStr::deserialize(deserializer)?.as_str()))
            }
        }
    )*};
}

kinds! {
    /// What a journey shows.
    JourneyKind {
        /// A picture of today.
        Current = "current_state",
        /// The ideal, worked backwards from its end.
        Future = "future_state",
        /// A day or a term, with times as phases.
        DayInTheLife = "day_in_the_life",
    }

    /// What a map is to bring about.
    Aim {
        /// A picture of how it is.
        Snapshot = "snapshot",
        /// A change we want.
        Change = "change",
    }

    /// How wide the columns of a map are.
    Widths {
        /// Every step alike.
        Equal = "equal",
        /// Each step as wide as it was drawn.
        Free = "free",
        /// By how long each phase takes.
        Scale = "scale",
        /// By how long each phase takes, on a logarithmic scale: minutes beside months.
        Log = "log",
    }

    /// Where the pages of a story stand that show all there is in a phase.
    DetailsPlace {
        /// Right after the page of their phase.
        AfterPhase = "after_phase",
        /// Behind all other pages.
        Last = "last",
        /// Nowhere.
        Hidden = "hidden",
    }

    /// A part of a map that is made from figures and can be left out of sight.
    Part {
        Transitions = "transitions",
        Funnel = "funnel",
        Friction = "friction",
        Times = "times",
        Agreement = "agreement",
        ChannelPath = "channel_path",
        SalesPhases = "sales_phases",
        Quotes = "quotes",
        Chips = "chips",
        Prompts = "prompts",
    }

    /// What a page of a presentation shows.
    #[derive(Default)]
    PageKind {
        /// Title and purpose, with the personas.
        Title = "title",
        /// The whole map.
        Map = "map",
        /// The curve with its high and low points.
        Curve = "curve",
        /// One of those whose journey it is.
        Persona = "persona",
        /// A phase.
        Phase = "phase",
        /// How far apart personas feel, phase by phase.
        Agreement = "agreement",
        /// Transitions and the funnel.
        Movement = "movement",
        /// Another journey beside this one.
        Compare = "compare",
        /// What the map taught us.
        Learned = "learned",
        /// What is asked of those who decide.
        Ask = "ask",
        /// What is done next.
        Next = "next",
        /// All there is in each phase.
        Details = "details",
        /// Opportunities by value and effort.
        Matrix = "matrix",
        /// Opportunities by status.
        Board = "board",
        /// What each source has told of each phase.
        Coverage = "coverage",
        /// Whether interviews still bring anything new.
        Saturation = "saturation",
        /// The map as a view shows it.
        View = "view",
        /// Chosen cards.
        Cards = "cards",
        /// A text.
        #[default]
        Text = "text",
    }

    /// What a lane holds, which gives its cards their meaning.
    #[derive(Default)]
    LaneKind {
        Actions = "customer_actions",
        Touchpoints = "touchpoints",
        Channels = "channels",
        Emotions = "emotions",
        Thoughts = "thoughts",
        Questions = "questions",
        Needs = "needs",
        Drivers = "drivers",
        Expectations = "expectations",
        Problems = "problems",
        Quotes = "quotes",
        Images = "images",
        PainPoints = "pain_points",
        Insights = "insights",
        Opportunities = "opportunities",
        SalesMarketing = "sales_marketing",
        Backstage = "backstage",
        Systems = "systems",
        Metrics = "metrics",
        #[default]
        Notes = "notes",
    }

    /// Where the customer meets the company. Users add their own as `Other`.
    Channel {
        Web = "web",
        Search = "search",
        Social = "social",
        Email = "email",
        Phone = "phone",
        Chat = "chat",
        App = "app",
        Shop = "shop",
        Meeting = "meeting",
        Fair = "fair",
        WordOfMouth = "word_of_mouth",
        Print = "print",
        Broadcast = "broadcast",
        Post = "post",
        Forum = "forum",
    }

    /// Whether a touchpoint is on a screen or in the world.
    Medium {
        Digital = "digital",
        Physical = "physical",
    }

    /// What the customer holds in the hand.
    Device {
        Phone = "phone",
        Tablet = "tablet",
        Computer = "computer",
        Tv = "tv",
        Kiosk = "kiosk",
        Watch = "watch",
    }

    /// Whose words the customer meets.
    Ownership {
        Owned = "owned",
        Paid = "paid",
        Earned = "earned",
        UserGenerated = "user_generated",
    }

    /// What a piece of content is for.
    ContentRole {
        /// Eye-catching.
        Hero = "hero",
        /// There to help.
        Help = "help",
        /// Worth coming back to.
        Hub = "hub",
    }

    /// How many an activity of ours is meant for at a time.
    Reach {
        /// One customer at a time: a visit, a call.
        OneToOne = "one_to_one",
        /// Many at once: an advert, a fair, a newsletter.
        OneToMany = "one_to_many",
    }

    /// A sign on a card.
    Mark {
        PainPoint = "pain_point",
        MomentOfTruth = "moment_of_truth",
        /// The customer meets a competitor here.
        Competitor = "competitor",
    }

    /// How well founded a card is.
    Evidence {
        Hypothesis = "hypothesis",
        Partly = "partly",
        Researched = "researched",
    }

    /// Whether what a customer counted on came about.
    Met {
        Yes = "yes",
        Partly = "partly",
        No = "no",
    }

    /// What became of a card against the journey its own was made from.
    ChangeKind {
        New = "new",
        Changed = "changed",
        Removed = "removed",
    }

    /// Which way a figure is good.
    Better {
        Higher = "higher",
        Lower = "lower",
    }

    /// What that which stands in the way lies in.
    BlockerKind {
        System = "system",
        Data = "data",
        Process = "process",
        Capacity = "capacity",
    }

    /// How bad that which stands in the way is.
    Severity {
        /// Nobody comes past it.
        Blocking = "blocking",
        /// One comes past it, with trouble.
        Annoying = "annoying",
    }

    /// What somebody is to the purchase.
    BuyingRole {
        Initiator = "initiator",
        User = "user",
        Influencer = "influencer",
        Decider = "decider",
        Buyer = "buyer",
        Gatekeeper = "gatekeeper",
    }

    /// Movement that is not to what comes next.
    TransitionKind {
        LoopBack = "loop_back",
        Skip = "skip",
        Leave = "leave",
    }

    /// A line drawn below a lane, as in a service blueprint.
    Line {
        Interaction = "interaction",
        Visibility = "visibility",
    }

    /// The unit of a duration.
    TimeUnit {
        Seconds = "seconds",
        Minutes = "minutes",
        Hours = "hours",
        Days = "days",
        Weeks = "weeks",
        Months = "months",
        Years = "years",
    }

    /// What a source is.
    SourceKind {
        /// Somebody whose journey it is was asked.
        Interview = "interview",
        /// Somebody of our own house was asked: what they tell is not what customers say.
        Internal = "internal",
        Survey = "survey",
        Statistics = "statistics",
        Observation = "observation",
        Workshop = "workshop",
        Document = "document",
    }

    /// What is answered to a guiding question. A file holds the user's own words.
    QuestionAnswer {
        Yes = "yes",
        Partly = "partly",
        No = "no",
        /// Nobody knows.
        Unknown = "unknown",
    }

    /// From whose side a guiding question is asked.
    QuestionSide {
        /// What the customer does, thinks and meets.
        Customer = "customer",
        /// What we do.
        Ours = "ours",
    }

    /// What an opportunity calls for.
    RemedyKind {
        /// Something to do: a mailing, a call.
        Activity = "activity",
        /// Another way of working, again and again.
        Habit = "habit",
        /// A tool, or a change of one.
        System = "system",
        /// Something to find out first.
        Insight = "insight",
    }

    /// How far an opportunity has come.
    Status {
        Idea = "idea",
        Planned = "planned",
        Ongoing = "ongoing",
        Done = "done",
        Dropped = "dropped",
    }
}
