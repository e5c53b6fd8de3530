//! Which words forms of terms start with, as a table of fingerprints: what lets a matcher pass over nearly every word of a text at a glance.
//!
//! ```text
//! slots    u16 each, open addressing, most of them empty: fingerprint * 4 + flags; 0 is an empty slot
//! ```
//! There is a slot for the first word of each form, and one for its first two words with a space between. A word that starts no form is taken for
//! one about once in eight thousand: the automaton of the forms, which is asked next, knows better.

/// The word is a form.
pub const IS_FORM: u16 = 1;
/// Longer forms start with the word.
pub const GOES_ON: u16 = 2;

/// So many forms are few.
const FEW_FORMS: usize = 100;

/// So many slots are looked at.
const MOST_PROBES: usize = 64;

/// The hash of nothing yet.
pub const NO_LETTERS: u32 = 0;

/// The hash of a text that is one folded character longer.
#[inline(always)]
pub fn with_letter(hash: u32, letter: u32) -> u32 {
    // Letters differ in five bits. What it lacks in mixing is made up for in `place`, once a word.
    hash.rotate_left(5) ^ letter
}

/// The hash of a text.
pub fn hash_of(text: &str, hash: u32) -> u32 {
    text.chars().fold(hash, |hash, letter| with_letter(hash, letter.into()))
}

/// Where a hash's search begins, and its fingerprint.
#[inline(always)]
fn place(hash: u32, slots: usize) -> (usize, u16) {
    let mixed = hash.wrapping_mul(0x9e37_79b1);
    let mixed = (mixed ^ mixed >> 15).wrapping_mul(0x85eb_ca6b);
    (((u64::from(mixed) * slots as u64) >> 32) as usize, (mixed as u16) & !3)
}

/// What is known of a text: [`IS_FORM`], [`GOES_ON`], both or neither.
pub fn flags_of(slots: &[[u8; 2]], hash: u32) -> u16 {
    let (mut at, fingerprint) = place(hash, slots.len());
    for _ in 0..MOST_PROBES {
        let slot = slots.get(at).map_or(0, |slot| u16::from_le_bytes(*slot));
        if slot == 0 {
            break;
        }
        if slot & !3 == fingerprint {
            return slot & 3;
        }
        at = if at + 1 < slots.len() { at + 1 } else { 0 };
    }
    0
}

/// The table for some forms. Few forms have few starts, and second words are left out: they would take more bytes than they save time.
pub fn encode_starts(forms: &[&str]) -> Vec<u8> {
    let mut starts: Vec<(u32, u16)> = Vec::new();
    for form in forms {
        let mut words = form.splitn(3, ' ');
        let hash = hash_of(words.next().unwrap_or_default(), NO_LETTERS);
        let Some(second) = words.next().filter(|_| forms.len() > FEW_FORMS) else {
            starts.push((hash, IS_FORM));
            continue;
        };
        starts.push((hash, GOES_ON));
        starts.push((hash_of(second, with_letter(hash, ' '.into())), IS_FORM));
    }
    starts.sort_unstable();
    starts.dedup_by(|next, kept| {
        kept.1 |= if next.0 == kept.0 { next.1 } else { 0 };
        next.0 == kept.0
    });
    let mut slots = starts.len() * if forms.len() > FEW_FORMS { 3 } else { 2 };
    loop {
        match encoded(&starts, slots) {
            Some(table) => return table.into_iter().flat_map(u16::to_le_bytes).collect(),
            None => slots += slots / 2,
        }
    }
}

/// The table in so many slots, unless some text would be found too late in it.
fn encoded(starts: &[(u32, u16)], slots: usize) -> Option<Vec<u16>> {
    let mut table = vec![0; slots];
    for (hash, flags) in starts {
        let (at, fingerprint) = place(*hash, slots);
        let fits = |slot: u16| slot == 0 || slot & !3 == fingerprint;
        let probe = (0..MOST_PROBES.min(slots)).map(|step| (at + step) % slots).find(|at| fits(table[*at]))?;
        table[probe] |= fingerprint | flags;
    }
    Some(table)
}

#[cfg(test)]
mod tests {
    use super::{GOES_ON, IS_FORM, NO_LETTERS, encode_starts, flags_of, hash_of};

    #[test]
    fn starts_are_known_and_little_else() {
        let forms: Vec<String> = (0..10_000).flat_map(|n| [format!("a{n}"), format!("a{n} b{n} c"), format!("d{n} e")]).collect();
        let table = encode_starts(&forms.iter().map(String::as_str).collect::<Vec<_>>());
        let (slots, _) = table.as_chunks::<2>();
        let flags = |text: &str| flags_of(slots, hash_of(text, NO_LETTERS));
        for n in 0..10_000 {
            assert_eq!(flags(&format!("a{n}")) & 3, IS_FORM | GOES_ON);
            assert_eq!(flags(&format!("a{n} b{n}")) & IS_FORM, IS_FORM);
            assert_eq!(flags(&format!("d{n}")) & GOES_ON, GOES_ON);
        }
        let mistaken = (0..100_000).filter(|n| flags(&format!("x{n}")) != 0).count();
        assert!(mistaken < 50, "{mistaken} of 100,000 words that start nothing");
        assert!(encode_starts(&[]).is_empty());
        assert_eq!(flags_of(&[], hash_of("a", NO_LETTERS)), 0);
        // A table without an empty slot ends a search too.
        assert_eq!(flags_of(&[[4, 0]; 100], hash_of("a", NO_LETTERS)), 0);
    }
}
