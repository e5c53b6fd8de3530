//! Counting characters, small: the standard library's way is fast for long texts and takes 500 bytes in every browser.

/// How many characters a text has.
pub(crate) fn count_letters(text: &str) -> usize {
    // All but the first byte of a character start with the bits 10.
    text.bytes().filter(|byte| byte & 0xc0 != 0x80).count()
}
