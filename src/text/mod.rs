//! What a word is. The only place that decides: the index, queries, highlights and the glossary all ask here, so they agree.
//!
//! A word is a run of letters and digits, folded: case, accents, optional marks and the script of digits don't matter. Connectors are read both ways:
//!
//! ```text
//! Self-Assessment  ->  self, assessment   and, spanning both, selfassessment
//! funder's         ->  funders            or funder, at the same place
//! l'avenir         ->  lavenir            or avenir
//! U.S.             ->  us
//! 正義             ->  正, 義             scripts without spaces: a word a character
//! ```

mod capitals;
mod count;
mod fold;
mod inflections;
mod number;
mod tokenize;

pub use capitals::{Capitals, is_acronym};
pub(crate) use count::count_letters;
pub use fold::{fold, is_of_words};
pub use inflections::{inflections, spellings};
pub(crate) use number::other_number;
pub use tokenize::{MAX_WORD, Token, TokenKind, Tokenizer, is_connector, is_letter, is_unspaced, prefix_end, tokenize};
