//! Finding glossary terms in running text.
//!
//! ```text
//! The WHO's racist policies …
//! ^   ^     ^      ^            each word is looked up in a table of fingerprints (scan.rs): does any form start so?
//!     ^-----^                   if so, the automaton of the forms is followed as far as the text goes along (walk.rs)
//!                               of what ended on a word, the longest that its rules allow wins; none begins within it
//! ```
//! One pass over the text, leftmost-longest. Most words take a few instructions a letter and one look into the table, so the cost hardly
//! depends on how many terms there are, and only words that start a form are cut as `text` cuts words. The engine takes text and gives
//! offsets; it knows no page.

mod scan;
mod walk;

pub use scan::find;

/// A term in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermMatch {
    /// The term's number.
    pub term: u32,
    /// Bytes of the text.
    pub start: usize,
    /// End of those bytes.
    pub end: usize,
}
