//! Where do personas feel alike, and where are they furthest apart?

/// Personas whose feelings are no further apart than this agree.
pub const AGREED: f64 = 0.5;

/// How far apart personas are in one phase.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Apart {
    /// Who feels worst: a place in the list of personas.
    pub low: usize,
    /// Who feels best.
    pub high: usize,
    /// Between them, in units of feeling: 0 to 4.
    pub gap: f64,
}

/// For each phase how far apart personas are. `means` holds for each persona what they feel in each
/// phase on average; none where their curve does not reach. A phase that fewer than two reach has
/// no answer.
pub fn agreement(means: &[Vec<Option<f64>>]) -> Vec<Option<Apart>> {
    let phases = means.iter().map(Vec::len).max().unwrap_or(0);
    let apart = |phase: usize| {
        let felt = means.iter().enumerate().filter_map(|(who, means)| {
            Some((who, (*means.get(phase)?).filter(|mean| mean.is_finite())?))
        });
        let felt: Vec<(usize, f64)> = felt.collect();
        let low = felt.iter().min_by(|a, b| a.1.total_cmp(&b.1))?;
        let high = felt.iter().rev().max_by(|a, b| a.1.total_cmp(&b.1))?;
        (felt.len() > 1).then_some(Apart { low: low.0, high: high.0, gap: high.1 - low.1 })
    };
    (0..phases).map(apart).collect()
}

/// The phase in which they are furthest apart; none where they agree everywhere.
pub fn furthest(all: &[Option<Apart>]) -> Option<usize> {
    let apart = all.iter().enumerate().filter_map(|(phase, apart)| Some((phase, (*apart)?.gap)));
    let apart = apart.filter(|(_, gap)| *gap > AGREED);
    // Of phases alike the first.
    apart.rev().max_by(|a, b| a.1.total_cmp(&b.1)).map(|(phase, _)| phase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_and_the_worst_count_and_the_furthest_is_one() {
        let means = [
            vec![Some(1.2), Some(-1.0), None, Some(0.0)],
            vec![Some(1.0), Some(1.5), Some(2.0), Some(f64::NAN)],
            vec![Some(1.1), Some(0.0), None, Some(2.0)],
        ];
        let found = agreement(&means);
        let rows = [Some((1, 0, 0.2)), Some((0, 1, 2.5)), None, Some((0, 2, 2.0))];
        for (phase, row) in rows.into_iter().enumerate() {
            let got = found[phase].map(|apart| (apart.low, apart.high, apart.gap));
            match (got, row) {
                (Some(got), Some(row)) => {
                    assert_eq!((got.0, got.1), (row.0, row.1), "{phase}");
                    assert!((got.2 - row.2).abs() < 1e-9, "{phase}");
                }
                (got, row) => assert_eq!(got, row, "{phase}"),
            }
        }
        assert_eq!(furthest(&found), Some(1));
        assert_eq!(furthest(&found[..1]), None);
        assert!(agreement(&[]).is_empty());
    }
}
