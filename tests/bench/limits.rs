//! Ratios of times measured side by side, and what they may be at most.

/// The ratios, with what they may be at most.
#[derive(Default)]
pub(crate) struct Limits(Vec<(String, f64, f64)>);

impl Limits {
    /// Notes a ratio and its limit.
    pub(crate) fn add(&mut self, what: impl Into<String>, ratio: f64, limit: f64) {
        self.0.push((what.into(), ratio, limit));
    }

    /// Prints each, and whether it keeps to its limit.
    pub(crate) fn print(&self) {
        println!();
        for (what, ratio, limit) in &self.0 {
            let holds = if ratio <= limit { "holds" } else { "IS TOO HIGH" };
            println!("{what:<55} {ratio:>6.2}  at most {limit:<4} {holds}");
        }
    }
}
