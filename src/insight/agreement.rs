//! How far apart do personas feel from phase to phase, where are they closest and where furthest apart,
//! and which sentence says so?

use super::feelings::{AGREED, Feelings, as_written};
use super::learned::sentence::short;
use crate::model::{Id, Journey, View};
use crate::words::{Words, titled};

/// How far apart the personas of a map feel.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement<'a> {
    /// Those who have points, in the map's order.
    pub personas: Vec<&'a Id>,
    /// One for each phase.
    pub rows: Vec<AgreementRow>,
    /// The one phase in which they are closest, by its place.
    pub closest: Option<usize>,
    /// The one in which they are furthest apart; none where they agree everywhere.
    pub furthest: Option<usize>,
}

/// A phase.
#[derive(Clone, Debug, PartialEq)]
pub struct AgreementRow {
    /// Who has a mean there, by the place among the personas, and the mean: the lowest first.
    pub means: Vec<(usize, f64)>,
    /// From the lowest to the highest, 0 to 4; none of fewer than two.
    pub gap: Option<f64>,
}

/// How far apart they feel; none where fewer than two phases have points of two personas.
pub fn agreement(journey: &Journey) -> Option<Agreement<'_>> {
    let feelings = Feelings::of(journey, &View::default());
    let with_points = |who: &usize| feelings.over_map(*who).is_some();
    let places: Vec<usize> = (0..feelings.personas.len()).filter(with_points).collect();
    let named: Vec<(usize, &Id)> =
        places.into_iter().filter_map(|who| Some((who, (*feelings.personas.get(who)?)?))).collect();
    let row = |phase: usize| {
        let means = named.iter().enumerate();
        let means = means.filter_map(|(at, (who, _))| Some((at, feelings.in_phase(*who, phase)?)));
        let mut means: Vec<(usize, f64)> = means.collect();
        means.sort_by(|a, b| a.1.total_cmp(&b.1));
        AgreementRow { means, gap: feelings.apart(phase).map(|apart| apart.gap) }
    };
    let rows: Vec<AgreementRow> = (0..journey.phases.len()).map(row).collect();
    let told = || rows.iter().enumerate().filter_map(|(at, row)| Some((at, as_written(row.gap?))));
    if told().count() < 2 {
        return None;
    }
    let least = told().map(|(_, gap)| gap).min_by(f64::total_cmp)?;
    let mut closest = told().filter(|(_, gap)| *gap == least).map(|(at, _)| at);
    let closest = closest.next().filter(|_| closest.next().is_none());
    let furthest = feelings.furthest();
    let personas = named.iter().map(|(_, id)| *id).collect();
    Some(Agreement { personas, rows, closest, furthest })
}

impl Agreement<'_> {
    /// Do they agree in every phase?
    pub fn is_everywhere(&self) -> bool {
        self.rows.iter().all(|row| row.gap.is_some_and(|gap| as_written(gap) <= AGREED))
    }

    /// The phases for which there is room, by their places, in order: all where these are at most
    /// `most`, else the closest three and the furthest five.
    pub fn shown(&self, most: usize) -> Vec<usize> {
        if self.rows.len() <= most {
            return (0..self.rows.len()).collect();
        }
        let told = self.rows.iter().enumerate().filter_map(|(at, row)| Some((at, row.gap?)));
        let mut told: Vec<(usize, f64)> = told.collect();
        told.sort_by(|a, b| a.1.total_cmp(&b.1));
        let far = told.len().saturating_sub(FURTHEST).max(CLOSEST);
        let ends = told.iter().take(CLOSEST).chain(told.get(far..).unwrap_or_default());
        let mut shown: Vec<usize> = ends.map(|(at, _)| *at).collect();
        shown.sort_unstable();
        shown
    }
}

/// Where there are too many phases so many are shown.
const CLOSEST: usize = 3;
const FURTHEST: usize = 5;

/// What the page of it is called; none where there is no such page.
pub fn agreement_title(journey: &Journey, words: &Words) -> Option<String> {
    let found = agreement(journey)?;
    let name = |place: usize| {
        let phase = journey.phases.get(place);
        short(&phase.map_or_else(String::new, |phase| titled(&phase.title, words)))
    };
    if found.is_everywhere() {
        return Some(words.page_agreement_alike());
    }
    let (Some(close), Some(far)) = (found.closest, found.furthest) else {
        return Some(words.page_agreement_differ());
    };
    let gap = found.rows.get(close).and_then(|row| row.gap).unwrap_or_default();
    Some(match as_written(gap) <= AGREED {
        true => words.page_agreement_agreed(name(close), name(far)),
        false => words.page_agreement_closest(name(close), name(far)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insight::felt_map::felt_map;
    use crate::words::Lang;

    fn title(rows: &[&[f64]]) -> Option<String> {
        agreement_title(&felt_map(rows), &Words::new(Lang::Sv))
    }

    #[test]
    fn the_title_says_where_they_agree_and_where_they_are_furthest_apart() {
        let nan = f64::NAN;
        let rows: [(&[&[f64]], Option<&str>); 8] = [
            (&[&[0.0, 0.5], &[-1.0, 1.0]], Some("Överens i P0, längst isär i P1")),
            (&[&[0.0, 0.6], &[-1.0, 1.0]], Some("Närmast varandra i P0, längst isär i P1")),
            (&[&[0.0, 0.5], &[1.0, 1.0]], Some("De känner lika hela vägen")),
            // A phase nobody has told of is not known to be alike.
            (&[&[0.0, 0.5], &[1.0, 1.0], &[nan, nan]], Some("Så olika känner de")),
            (&[&[0.0, 2.0], &[-1.0, 1.0], &[0.0, 0.0]], Some("Så olika känner de")),
            (&[&[0.0, 1.0], &[1.0, 0.0], &[-2.0, 1.0]], Some("Så olika känner de")),
            (&[&[0.0, 1.0], &[nan, 1.0]], None),
            (&[&[0.0], &[1.0]], None),
        ];
        for (given, said) in rows {
            assert_eq!(title(given).as_deref(), said, "{given:?}");
        }
    }

    #[test]
    fn of_many_phases_the_closest_and_the_furthest_are_shown() {
        let gaps: Vec<Vec<f64>> = (0..12).map(|at| vec![0.0, 0.1 * f64::from(at)]).collect();
        let gaps: Vec<&[f64]> = gaps.iter().map(Vec::as_slice).collect();
        let map = felt_map(&gaps);
        let found = agreement(&map).unwrap();
        assert_eq!(found.shown(9), [0, 1, 2, 7, 8, 9, 10, 11]);
        assert_eq!(found.shown(12).len(), 12);
        let few = felt_map(&gaps[..4]);
        assert_eq!(agreement(&few).unwrap().shown(3), [0, 1, 2, 3], "none is told twice");
    }
}
