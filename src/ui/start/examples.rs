//! The example maps, carried in the program.

/// An example map.
pub(crate) struct Example {
    /// What it shows, beside its name on the start page.
    pub emoji: &'static str,
    /// The file.
    pub bytes: &'static [u8],
}

macro_rules! example {
    ($emoji:literal, $file:literal) => {
        Example {
            emoji: $emoji,
            bytes: include_bytes!(concat!("../../../assets/examples/", $file, ".kundresa")),
        }
    };
}

/// The examples in the order they are offered.
pub(crate) const EXAMPLES: [Example; 3] = [
    example!("🏭", "forpackningsmaskin"),
    example!("👟", "shoes"),
    example!("🏥", "dag-pa-akuten"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_are_sound_and_have_something_to_show() {
        for example in &EXAMPLES {
            let loaded = crate::file::read(example.bytes).unwrap();
            assert!(!loaded.mended && !loaded.project.journeys.is_empty(), "{}", example.emoji);
        }
    }
}
