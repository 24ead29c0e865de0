//! Work that must be done, on a thread where the system has one to give.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread::Builder;

/// As much as threads have on most systems, in bytes.
const STACK: usize = 2 << 20;

/// Does `work` on a thread called `name`; where there is none to be had, here and now.
pub(crate) fn on_a_thread(name: &str, work: impl FnOnce() + Send + 'static) {
    // A map is written by recursion: what the environment says of stacks is not enough for it.
    let builder = Builder::new().name(name.into()).stack_size(STACK);
    on(|work| builder.spawn(work).is_ok(), work);
}

/// The same, on what `spawn` makes; false: it has made none.
fn on<W: FnOnce() + Send + 'static>(spawn: impl FnOnce(Box<dyn FnOnce() + Send>) -> bool, work: W) {
    // A thread that does not come to be takes what it was given with it: it fetches its work itself.
    let left = Arc::new(Mutex::new(Some(work)));
    let take = |left: &Mutex<Option<W>>| left.lock().unwrap_or_else(PoisonError::into_inner).take();
    let there = Arc::clone(&left);
    let run = move || {
        if let Some(work) = take(&there) {
            work();
        }
    };
    if !spawn(Box::new(run))
        && let Some(work) = take(&left)
    {
        work();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;
    use std::thread;

    #[test]
    fn what_must_be_done_is_done_without_a_thread_too() {
        let (done, answers) = channel();
        let sender = done.clone();
        on_a_thread("elsewhere", move || sender.send(thread::current().id()).unwrap());
        assert_ne!(answers.recv().unwrap(), thread::current().id());
        on(|_| false, move || done.send(thread::current().id()).unwrap());
        assert_eq!(answers.recv().unwrap(), thread::current().id());
        assert!(answers.recv().is_err(), "once each");
    }
}
