//! How much is kept of the past, and which versions go when it is too much?
//!
//! The last minutes are kept save by save, and the further back, the sparser: of each stretch of
//! time the last version stays, as that is what somebody left it at. Where that is still too much,
//! the oldest go. The newest always stays: it is what the next save is compared with.

use std::collections::HashMap;
use std::time::Duration;

/// So many versions of one file are kept at most.
pub(super) const VERSIONS_MAX: usize = 400;
/// So many bytes the versions of one file may take on disk: 128 MiB.
pub(super) const FILE_BYTES_MAX: u64 = 128 << 20;
/// So many bytes all files' versions may take on disk: 512 MiB.
pub(super) const ALL_BYTES_MAX: u64 = 512 << 20;
/// A larger file is kept no version of, as that would take too long while it is saved: 256 MiB.
pub(super) const VERSION_BYTES_MAX: usize = 256 << 20;
/// A text of base 64 in a file that is at least so many bytes long is kept as a picture, once.
pub(super) const PICTURE_MIN: usize = 2 << 10;
/// So long is waited for another program that is keeping a version of the same file.
pub(super) const WAIT_MAX: Duration = Duration::from_millis(500);

/// A text or picture that nothing needs stays for so long: another program may just be keeping a
/// version that needs it, and could not wait for the lock.
pub(super) const SWEPT_AFTER: Duration = Duration::from_mins(10);

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// Up to which age, and how long the stretches are of which the last version stays; milliseconds. In
/// stretches of nothing each version stays, also of those kept at the same moment.
const STRETCHES: [(u64, u64); 6] = [
    (10 * MINUTE, 0),
    (HOUR, MINUTE),
    (DAY, 10 * MINUTE),
    (7 * DAY, HOUR),
    (60 * DAY, DAY),
    (u64::MAX, 7 * DAY),
];

/// A version, by what it costs to keep it.
#[derive(Clone, Debug)]
pub(super) struct Cost<'a> {
    /// When it was kept, in milliseconds since 1970.
    pub when: u64,
    /// What it is put together of, and the bytes each takes on disk.
    pub parts: Vec<(&'a str, u64)>,
}

/// Which versions go, by their places in `versions`, which are given oldest first.
pub(super) fn too_many(versions: &[Cost<'_>], now: u64) -> Vec<usize> {
    too_many_for(versions, now, VERSIONS_MAX, FILE_BYTES_MAX)
}

fn too_many_for(versions: &[Cost<'_>], now: u64, most: usize, bytes_max: u64) -> Vec<usize> {
    let (mut gone, mut kept) = (Vec::new(), Vec::new());
    for (index, one) in versions.iter().enumerate() {
        let next = versions.get(index + 1);
        let own = stretch(one.when, now);
        match own.is_some() && next.is_some_and(|next| stretch(next.when, now) == own) {
            true => gone.push(index),
            false => kept.push(index),
        }
    }
    let mut used: HashMap<&str, usize> = HashMap::new();
    let mut bytes = 0_u64;
    for (hash, size) in kept.iter().filter_map(|at| versions.get(*at)).flat_map(|it| &it.parts) {
        let count = used.entry(hash).or_default();
        *count += 1;
        bytes = bytes.saturating_add(if *count == 1 { *size } else { 0 });
    }
    let mut left = kept.len();
    for index in kept {
        if left <= 1 || (left <= most && bytes <= bytes_max) {
            break;
        }
        left -= 1;
        gone.push(index);
        for (hash, size) in versions.get(index).iter().flat_map(|one| &one.parts) {
            let count = used.entry(hash).or_default();
            *count = count.saturating_sub(1);
            bytes = bytes.saturating_sub(if *count == 0 { *size } else { 0 });
        }
    }
    gone.sort_unstable();
    gone
}

/// Which stretch of time it is in: how long those are, and the number of it since 1970. Counted from
/// 1970 and not from now, so that the same version stays at each look. None: each stays.
fn stretch(when: u64, now: u64) -> Option<(u64, u64)> {
    let age = now.saturating_sub(when);
    let (_, length) = STRETCHES.iter().find(|(up_to, _)| age < *up_to)?;
    Some((*length, when.checked_div(*length)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten o'clock on a day in 2026.
    const NOW: u64 = 1_790_000_000_000 / DAY * DAY + 10 * HOUR;

    fn costs(ages: &[u64]) -> Vec<Cost<'static>> {
        ages.iter().map(|age| Cost { when: NOW - age, parts: Vec::new() }).collect()
    }

    #[test]
    fn the_further_back_the_sparser() {
        let rows: [(&[u64], &[usize]); 7] = [
            // The last ten minutes stay save by save.
            (&[9 * MINUTE, 8 * MINUTE + 2, 8 * MINUTE + 1, 1, 1, 0], &[]),
            // Then one each minute: the last of it.
            (&[20 * MINUTE - 1, 20 * MINUTE - 2, 19 * MINUTE - 1, 0], &[0]),
            // Today one each ten minutes: 7:00, 7:09 and 7:10.
            (&[3 * HOUR, 3 * HOUR - 9 * MINUTE, 3 * HOUR - 10 * MINUTE, 0], &[0]),
            // This week one each hour: two days ago at 8:00, 8:59 and 9:00.
            (&[2 * DAY + 2 * HOUR, 2 * DAY + HOUR + MINUTE, 2 * DAY + HOUR, 0], &[0]),
            // Then one each day.
            (&[30 * DAY + 5 * HOUR, 30 * DAY, 29 * DAY, 0], &[0]),
            // The newest stays, however old it is.
            (&[300 * DAY + 1, 300 * DAY], &[0]),
            (&[300 * DAY], &[]),
        ];
        for (ages, gone) in rows {
            assert_eq!(too_many(&costs(ages), NOW), gone, "{ages:?}");
        }
    }

    #[test]
    fn where_it_is_still_too_much_the_oldest_go_and_what_is_shared_counts_once() {
        let part = |hash, bytes| (hash, bytes);
        let version = |age, parts| Cost { when: NOW - age, parts };
        let all = [
            version(4, vec![part("a", 10), part("picture", 100)]),
            version(3, vec![part("b", 10), part("picture", 100)]),
            version(2, vec![part("c", 10)]),
            version(1, vec![part("d", 10), part("picture", 100)]),
        ];
        // 140 bytes are kept: four texts and one picture.
        assert_eq!(too_many_for(&all, NOW, 9, 140), [] as [usize; 0]);
        assert_eq!(too_many_for(&all, NOW, 9, 139), [0]);
        assert_eq!(too_many_for(&all, NOW, 9, 120), [0, 1]);
        assert_eq!(too_many_for(&all, NOW, 9, 5), [0, 1, 2]);
        assert_eq!(too_many_for(&all, NOW, 3, 999), [0]);
    }
}
