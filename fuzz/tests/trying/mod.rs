//! Trying many cases on all cores, and telling which one failed or never came to an end.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// A case takes a millisecond. One that is still the same after so many seconds hangs, on however busy a machine.
const PATIENCE: usize = 120;

/// Tries the cases from 0; `name` says for people what a case is.
///
/// # Panics
/// When cases failed, with their names. When one hangs, the whole test program ends, since a thread can't be ended: it says which.
pub fn try_all(cases: usize, name: impl Fn(usize) -> String + Sync, try_one: impl Fn(usize) + Sync) {
    let workers = thread::available_parallelism().map_or(1, Into::into);
    let next = AtomicUsize::new(0);
    let at_hand: Vec<AtomicUsize> = (0..workers).map(|_| AtomicUsize::new(usize::MAX)).collect();
    let failed: Mutex<Vec<String>> = Mutex::default();
    let (sender, done) = mpsc::channel::<()>();
    thread::scope(|scope| {
        for mine in &at_hand {
            let (sender, next, failed, name, try_one) = (sender.clone(), &next, &failed, &name, &try_one);
            scope.spawn(move || {
                loop {
                    let case = next.fetch_add(1, Ordering::Relaxed);
                    mine.store(case, Ordering::Relaxed);
                    if case >= cases {
                        break;
                    }
                    if catch_unwind(AssertUnwindSafe(|| try_one(case))).is_err() {
                        failed.lock().expect("nobody fails here").push(name(case));
                    }
                }
                drop(sender);
            });
        }
        drop(sender);
        let mut same = vec![(usize::MAX, 0); workers];
        while done.recv_timeout(Duration::from_secs(1)) == Err(RecvTimeoutError::Timeout) {
            for (now, (before, seconds)) in at_hand.iter().zip(&mut same) {
                let now = now.load(Ordering::Relaxed);
                *seconds = if now == *before { *seconds + 1 } else { 0 };
                *before = now;
                if now < cases && *seconds > PATIENCE {
                    eprintln!("hangs for {PATIENCE} s: {}", name(now));
                    std::process::exit(1);
                }
            }
        }
    });
    let failed = failed.into_inner().expect("nobody fails there");
    let first: Vec<&str> = failed.iter().take(20).map(String::as_str).collect();
    assert!(failed.is_empty(), "{} of {cases} failed, first:\n{}", failed.len(), first.join("\n"));
}
