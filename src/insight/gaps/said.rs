//! What is said of a gap, and where is it, in words?

use super::broken_chain::ChainBreak;
use super::{Gap, GapRule, interviews_wanted};
use crate::insight::{as_written, funnel, largest_said};
use crate::model::{
    Card, CardRef, EmotionPoint, FRICTION_MAX, GapPlace, Id, Journey, List, Opportunity, Project,
    Question, Thing, feeling, words_of,
};
use crate::words::{Words, card_name, genitive, lane_name, persona_name, titled};

impl Gap {
    /// What a mark on the card says of a broken chain.
    pub fn chain_mark(&self, words: &Words) -> String {
        match ChainBreak::of(self) {
            ChainBreak::Ends | ChainBreak::Alone => words.gap_mark_chain_ends(),
            ChainBreak::Back => words.gap_mark_chain_back(),
            ChainBreak::Circle => words.gap_mark_chain_circle(),
        }
    }

    /// What can be shown for it: a card, a point, a step, a phase, a persona; none: what is not on
    /// the map, as a purpose that is not there. Of several cards it is their step, of a change from
    /// one to another the second. A cell is its step, too: see [`Gap::cell`].
    pub fn thing(&self) -> Option<Thing> {
        let GapPlace { point, persona, .. } = &self.place;
        let own = match (point, self.about.as_slice()) {
            (Some(point), _) => self.lane.clone().map(|lane| {
                let point = point.clone();
                Thing::Point { lane, point }
            }),
            (None, [one]) => Some(Thing::Card(one.clone())),
            (None, [_, to]) if self.rule == GapRule::DigitalSwitchAtLow => {
                Some(Thing::Card(to.clone()))
            }
            (None, _) => None,
        };
        let step = || self.step.clone().map(Thing::Step);
        let phase = || self.phase.clone().map(Thing::Phase);
        let persona = || persona.clone().map(Thing::Persona);
        own.or_else(step).or_else(phase).or_else(persona)
    }

    /// The empty cell it is about: its lane and step.
    pub fn cell(&self) -> Option<(&Id, &Id)> {
        let cells = matches!(self.rule, GapRule::NoActivity | GapRule::UnknownCustomer);
        self.lane.as_ref().zip(self.step.as_ref()).filter(|_| cells)
    }

    /// Its sentence: "Pain point without an opportunity: Three clicks to the phone number".
    pub fn text(&self, project: &Project, journey: &Journey, words: &Words) -> String {
        let number = |value: usize| words.number(value as f64);
        let card = || {
            self.about.first().map_or_else(String::new, |one| named(project, journey, one, words))
        };
        let idea = || {
            let title = self.opportunity(project).map_or("", |one| &one.title);
            one_line(&titled(title, words))
        };
        match self.rule {
            GapRule::NoPersona => words.gap_no_persona(),
            GapRule::NoPurpose => words.gap_no_purpose(),
            GapRule::NoCards => words.gap_no_cards(),
            GapRule::FewInterviews => {
                let wanted = words.number(interviews_wanted(project) as f64);
                words.gap_few_interviews(self.figure, number(self.figure), wanted)
            }
            GapRule::NothingOfOurs => words.gap_nothing_of_ours(),
            GapRule::PersonaMissing => words.gap_persona_missing(self.who(project, words)),
            GapRule::QuestionNo => words.gap_question_no(self.asked(journey)),
            GapRule::QuestionUnknown => words.gap_question_unknown(self.asked(journey)),
            GapRule::FrictionWithoutActivity if self.figure == 0 => {
                let funnel = funnel(journey);
                let loss = funnel.as_ref().and_then(|it| Some((it, it.largest_loss()?.1)));
                let said = loss.map(|(funnel, loss)| largest_said(funnel, loss, words));
                words.gap_drop_off(said.unwrap_or_else(|| self.rule.name(words)))
            }
            GapRule::FrictionWithoutActivity => {
                let level = self.figure.min(FRICTION_MAX.into());
                words.gap_friction(number(level), number(FRICTION_MAX.into()))
            }
            GapRule::NoActivity if self.figure == 0 => words.gap_no_activity(),
            GapRule::NoActivity => words.gap_no_activity_in_view(),
            GapRule::UnknownCustomer => words.gap_unknown_customer(),
            GapRule::LowWithoutOpportunity => self.low(project, journey, words),
            GapRule::PainWithoutOpportunity => words.gap_pain(card()),
            GapRule::NeedWithoutOpportunity => words.gap_need(card()),
            GapRule::ExpectationNotMet => words.gap_expectation(card()),
            GapRule::TouchpointWithoutOwner => words.gap_no_owner(card()),
            GapRule::TouchpointWithoutFeeling => words.gap_no_feeling(self.figure, card()),
            GapRule::DigitalSwitchAtLow if self.figure == 0 => words.gap_switch_to_physical(),
            GapRule::DigitalSwitchAtLow => words.gap_switch_to_digital(),
            GapRule::OnlyHypotheses if self.about.is_empty() => {
                words.gap_curve_hypothesis(genitive(&self.who(project, words), words.lang))
            }
            GapRule::OnlyHypotheses => words.gap_hypotheses(self.figure, card()),
            GapRule::NoSubgoal => words.gap_no_subgoal(card()),
            GapRule::ChainBroken => match ChainBreak::of(self) {
                ChainBreak::Ends => words.gap_chain_ends(card()),
                ChainBreak::Alone => words.gap_chain_alone(card()),
                ChainBreak::Back => {
                    words.gap_chain_back(card(), self.follower(project, journey, words))
                }
                ChainBreak::Circle => {
                    words.gap_chain_circle(card(), self.follower(project, journey, words))
                }
            },
            GapRule::OpportunityWithoutOwner => words.gap_opportunity_no_owner(idea()),
            GapRule::OpportunityWithoutDate => words.gap_opportunity_no_date(idea()),
            GapRule::OpportunityOverdue => words.gap_opportunity_overdue(self.figure, idea()),
        }
    }

    /// Where it is within its phase: "Searches · Pain points", "the whole phase".
    pub fn place_text(&self, project: &Project, journey: &Journey, words: &Words) -> String {
        if let (GapRule::DigitalSwitchAtLow, [from, to]) = (self.rule, self.about.as_slice()) {
            let [from, to] = [from, to].map(|one| named(project, journey, one, words));
            return words.thing_transition_name(from, to);
        }
        if let Some(question) = &self.place.question {
            let asked = self.questions(journey).into_iter().flatten();
            let asked: Vec<&Id> =
                asked.filter(|one| !one.question.trim().is_empty()).map(|one| &one.id).collect();
            let at = asked.iter().position(|id| *id == question).map_or(0, |at| at + 1);
            let number = words.gap_question_number(at.to_string(), asked.len().to_string());
            return match self.phase {
                Some(_) => number,
                None => words.thing_step_name(words.gap_whole_map(), number),
            };
        }
        let step = self.step.as_ref().and_then(|id| step_name(journey, id, words));
        let lane = self.lane.as_ref().and_then(|id| journey.lane(id));
        let lane = lane.map(|(_, lane)| one_line(&lane_name(lane, words)));
        match (step, lane) {
            (Some(step), Some(lane)) => words.thing_step_name(step, lane),
            (Some(step), None) => step,
            (None, lane) if self.phase.is_some() => {
                let whole = words.gap_whole_phase();
                lane.map_or(whole.clone(), |lane| words.thing_step_name(lane, whole))
            }
            (None, _) if self.place.opportunity.is_some() => words.gap_in_the_list(),
            (None, _) => words.gap_whole_map(),
        }
    }

    fn opportunity<'a>(&self, project: &'a Project) -> Option<&'a Opportunity> {
        let id = self.place.opportunity.as_ref()?;
        project.opportunities.iter().find(|one| one.id == *id).map(AsRef::as_ref)
    }

    /// What the card of a chain that follows this one is called.
    fn follower(&self, project: &Project, journey: &Journey, words: &Words) -> String {
        let card = self.about.first().and_then(|one| project.card(journey, one));
        let next = card.and_then(|(_, card)| card.next.clone());
        let next = next.map(|card| CardRef { lane: None, card });
        next.map_or_else(String::new, |next| named(project, journey, &next, words))
    }

    fn who(&self, project: &Project, words: &Words) -> String {
        let persona = self.place.persona.as_ref().and_then(|id| project.persona(id));
        persona.map_or_else(|| words.thing_untitled(), |(_, one)| persona_name(one, words))
    }

    /// The questions that its question is one of: of its phase, or of the map as a whole.
    fn questions<'a>(&self, journey: &'a Journey) -> Option<&'a List<Question>> {
        let Some(id) = &self.phase else { return Some(&journey.checklist) };
        journey.phases.iter().find(|phase| phase.id == *id).map(|phase| &phase.checklist)
    }

    fn asked(&self, journey: &Journey) -> String {
        let mut all = self.questions(journey).into_iter().flatten();
        let question = all.find(|one| Some(&one.id) == self.place.question.as_ref());
        question.map_or_else(String::new, |one| one_line(&one.question))
    }

    fn low(&self, project: &Project, journey: &Journey, words: &Words) -> String {
        let lane = self.lane.as_ref().and_then(|id| journey.lane(id)).map(|(_, lane)| lane);
        let is_it = |one: &&EmotionPoint| Some(&one.id) == self.place.point.as_ref();
        let point = lane.and_then(|lane| lane.points.iter().map(AsRef::as_ref).find(is_it));
        let value = point.map_or(0.0, |point| as_written(feeling(point.value)));
        let value = words.felt(value);
        let whose = point.and_then(|point| point.persona.as_ref());
        let whose = whose.or_else(|| lane.and_then(|lane| lane.persona.as_ref()));
        match whose.and_then(|id| project.persona(id)) {
            Some((_, persona)) => {
                let name = persona_name(persona, words);
                words.gap_low_whose(genitive(&name, words.lang), value)
            }
            None => words.gap_low(value),
        }
    }
}

/// What a card is called, on one line: what it says, and only where it says nothing what its picture
/// shows. A sentence that has both reads as if the card said both.
fn named(project: &Project, journey: &Journey, card: &CardRef, words: &Words) -> String {
    let here = project.card(journey, card).map(|(_, card)| card);
    // An opportunity may be told of with a card of another map.
    let card: Option<&Card> = here.map(AsRef::as_ref);
    let name = card.map_or("".into(), |card| match card.text.trim().is_empty() {
        true => card_name(card, project),
        false => card.text.as_str().into(),
    });
    one_line(&titled(name.trim(), words))
}

/// A step's own title, or its phase's with its number where that has several.
fn step_name(journey: &Journey, id: &Id, words: &Words) -> Option<String> {
    let (phase, at) = journey
        .phases
        .iter()
        .find_map(|phase| Some((phase, phase.steps.index_where(|step| step.id == *id)?)))?;
    let own = one_line(&phase.steps.get(at)?.title);
    let title = one_line(&titled(&phase.title, words));
    Some(match phase.steps.len() {
        _ if !own.is_empty() => own,
        1 => title,
        _ => words.thing_step_name(title, words.thing_step_number((at + 1).to_string())),
    })
}

fn one_line(text: &str) -> String {
    words_of(text).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Image, Lane, LaneKind};
    use crate::words::Lang;

    #[test]
    fn a_sentence_names_a_card_by_what_it_says_and_not_by_its_picture() {
        let said = |text: &str| {
            let id = Id::new("card");
            let (text, image) = (text.to_owned(), Some(Id::new("picture")));
            let card = Card { id: id.clone(), text, image, ..Card::default() };
            let kind = LaneKind::PainPoints;
            let lane = Lane { kind, cards: [card].into_iter().collect(), ..Lane::default() };
            let journey = Journey { lanes: [lane].into_iter().collect(), ..Journey::default() };
            let title = "A box against a gate".to_owned();
            let image = Image { id: Id::new("picture"), title, ..Image::default() };
            let project = Project { images: [image].into_iter().collect(), ..Project::default() };
            let card = CardRef { lane: None, card: id };
            named(&project, &journey, &card, &Words::new(Lang::En))
        };
        assert_eq!(said("The box is too\nhigh"), "The box is too high");
        assert_eq!(said(" "), "A box against a gate");
    }
}
