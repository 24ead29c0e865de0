//! What does it cost to win a customer, beside what it costs to keep one?

use crate::model::{Costs, Journey};
use crate::words::Words;

/// Closer than this to a figure as it is said, a factor is that figure.
const EXACT: f64 = 0.005;
/// Factors from here on are said without decimals.
const LARGE: f64 = 10.0;

impl Costs {
    /// An amount with its unit.
    fn said(&self, amount: f64, words: &Words) -> String {
        words.amount(amount, self.unit.trim())
    }

    /// Both, where they can be set side by side.
    fn both(&self) -> Option<(f64, f64)> {
        let known = |amount: Option<f64>| amount.filter(|it| it.is_finite() && *it >= 0.0);
        Some((known(self.win)?, known(self.keep).filter(|keep| *keep > 0.0)?))
    }
}

/// "Winning a customer costs four times as much as keeping one: 2,400 kr against 600 kr."; none where
/// one of them is not known, or where keeping one costs nothing.
pub fn costs_compared(journey: &Journey, words: &Words) -> Option<String> {
    let costs = journey.costs.as_ref()?;
    let (win, keep) = costs.both()?;
    let (win_said, keep_said) = (costs.said(win, words), costs.said(keep, words));
    if win == 0.0 {
        return Some(words.costs_win_nothing(keep_said));
    }
    if win_said == keep_said {
        return Some(words.costs_alike(win_said));
    }
    let (more, less) = if win > keep { (win, keep) } else { (keep, win) };
    Some(match times(more / less, words) {
        None => words.costs_about_alike(win_said, keep_said),
        Some(much) if win > keep => words.costs_win_more(much, win_said, keep_said),
        Some(much) => words.costs_keep_more(much, keep_said, win_said),
    })
}

/// All that is known of what a customer costs, in a sentence; empty where nothing is.
pub(super) fn costs_said(journey: &Journey, words: &Words) -> String {
    let Some(costs) = &journey.costs else { return String::new() };
    let known = |amount: Option<f64>| amount.map(|amount| costs.said(amount, words));
    match (known(costs.win), known(costs.keep)) {
        (Some(win), Some(keep)) => {
            costs_compared(journey, words).unwrap_or_else(|| words.costs_both(win, keep))
        }
        (Some(win), None) => words.costs_win_only(win),
        (None, Some(keep)) => words.costs_keep_only(keep),
        (None, None) => String::new(),
    }
}

/// "four times as much"; none where it is hardly more.
fn times(factor: f64, words: &Words) -> Option<String> {
    let step = if factor < LARGE { 10.0 } else { 1.0 };
    let said = (factor * step).round() / step;
    if said <= 1.0 {
        return None;
    }
    let whole = said.fract() == 0.0;
    let much = match said {
        2.0 => words.costs_twice(),
        said if whole && said <= 12.0 => words.costs_times(words.count_word(said as usize)),
        said => words.costs_times(words.number(said)),
    };
    let is_exact = (factor - said).abs() < EXACT;
    Some(if is_exact { much } else { words.costs_about(much) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    fn journey(win: Option<f64>, keep: Option<f64>, unit: &str) -> Journey {
        let costs = Costs { win, keep, unit: unit.into(), ..Costs::default() };
        Journey { costs: Some(costs), ..Journey::default() }
    }

    #[test]
    fn winning_and_keeping_are_set_side_by_side() {
        let rows = [
            (
                (2400.0, 600.0),
                "Att vinna en kund kostar fyra gånger så mycket som att behålla en: 2 400 kr mot 600 kr.",
                "Winning a customer costs four times as much as keeping one: 2,400 kr against 600 kr.",
            ),
            (
                (1200.0, 600.0),
                "Att vinna en kund kostar dubbelt så mycket som att behålla en: 1 200 kr mot 600 kr.",
                "Winning a customer costs twice as much as keeping one: 1,200 kr against 600 kr.",
            ),
            (
                (600.0, 1500.5),
                "Att behålla en kund kostar 2,5 gånger så mycket som att vinna en: 1 500,5 kr mot 600 kr.",
                "Keeping a customer costs 2.5 times as much as winning one: 1,500.5 kr against 600 kr.",
            ),
            (
                (700.0, 300.0),
                "Att vinna en kund kostar ungefär 2,3 gånger så mycket som att behålla en: 700 kr mot 300 kr.",
                "Winning a customer costs about 2.3 times as much as keeping one: 700 kr against 300 kr.",
            ),
            (
                (25_000.0, 1010.0),
                "Att vinna en kund kostar ungefär 25 gånger så mycket som att behålla en: 25 000 kr mot 1 010 kr.",
                "Winning a customer costs about 25 times as much as keeping one: 25,000 kr against 1,010 kr.",
            ),
            (
                (600.0, 600.0),
                "Att vinna en kund kostar lika mycket som att behålla en: 600 kr.",
                "Winning a customer costs as much as keeping one: 600 kr.",
            ),
            (
                (610.0, 600.0),
                "Att vinna en kund kostar ungefär lika mycket som att behålla en: 610 kr mot 600 kr.",
                "Winning a customer costs about as much as keeping one: 610 kr against 600 kr.",
            ),
            (
                (0.0, 600.0),
                "Att vinna en kund kostar ingenting, att behålla en kostar 600 kr.",
                "Winning a customer costs nothing, keeping one costs 600 kr.",
            ),
        ];
        let (sv, en) = (Words::new(Lang::Sv), Words::new(Lang::En));
        for ((win, keep), swedish, english) in rows {
            let journey = journey(Some(win), Some(keep), " kr");
            let said =
                |words: &Words| costs_compared(&journey, words).unwrap().replace('\u{a0}', " ");
            assert_eq!(said(&sv), swedish);
            assert_eq!(said(&en), english);
            // The sentence is all that there is to say.
            assert_eq!(costs_said(&journey, &sv), costs_compared(&journey, &sv).unwrap());
        }
    }

    #[test]
    fn one_alone_is_told_and_not_compared() {
        let rows = [
            (
                Some(2400.0),
                None,
                "Att vinna en kund kostar 2 400 kr.",
                "Winning a customer costs 2,400 kr.",
            ),
            (
                None,
                Some(600.0),
                "Att behålla en kund kostar 600 kr.",
                "Keeping a customer costs 600 kr.",
            ),
            (
                Some(600.0),
                Some(0.0),
                "Att vinna en kund kostar 600 kr, att behålla en kostar 0 kr.",
                "Winning a customer costs 600 kr, keeping one costs 0 kr.",
            ),
            (
                Some(-1.0),
                Some(5.0),
                "Att vinna en kund kostar −1 kr, att behålla en kostar 5 kr.",
                "Winning a customer costs −1 kr, keeping one costs 5 kr.",
            ),
            (None, None, "", ""),
        ];
        for (win, keep, swedish, english) in rows {
            let journey = journey(win, keep, "kr");
            for (lang, expected) in [(Lang::Sv, swedish), (Lang::En, english)] {
                let words = Words::new(lang);
                assert_eq!(costs_compared(&journey, &words), None);
                assert_eq!(costs_said(&journey, &words).replace('\u{a0}', " "), expected);
            }
        }
        assert_eq!(costs_said(&Journey::default(), &Words::new(Lang::Sv)), "");
    }
}
