//! What a form of a term stands for: most forms for one term, whatever their capitals; the others have rules.

use super::bytes::{u32_at, u64_from};
use crate::text::Capitals;

/// One reading of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FormRule {
    /// The term's number.
    pub term: u32,
    /// Whether the term is not meant where the form stands.
    pub is_exception: bool,
    /// How the form has to be spelt; no letters when that doesn't matter.
    pub capitals: Capitals,
}

/// Bytes of a rule.
const RULE: usize = 16;
/// A form has no more rules than this; a row of them that is longer is damage.
const MOST_RULES: usize = 16;

/// Calls `each` with the rules of a form.
pub(super) fn each_rule(section: &[u8], forms: u32, form: u32, each: &mut dyn FnMut(FormRule)) {
    let Some(target) = u32_at(section, form as usize) else { return };
    if target & 1 == 0 {
        return each(FormRule { term: target >> 1, is_exception: false, capitals: Capitals::default() });
    }
    let first = (target >> 1) as usize;
    for number in first..first + MOST_RULES {
        let start = (forms as usize).saturating_mul(4).saturating_add(number.saturating_mul(RULE));
        let rule = section.get(start..).unwrap_or_default();
        let (Some(term), Some(flags), Some(mask)) = (u32_at(rule, 0), u32_at(rule, 1), u64_from(rule, 8)) else { return };
        each(FormRule { term, is_exception: flags & 2 > 0, capitals: Capitals { letters: flags >> 2, mask } });
        if flags & 1 == 0 {
            return;
        }
    }
}

/// The section for the rules of each form in order.
pub fn encode_targets<'r>(forms: impl Iterator<Item = &'r [FormRule]>) -> Vec<u8> {
    let (mut targets, mut rows) = (Vec::new(), Vec::new());
    for rules in forms {
        if let [FormRule { term, is_exception: false, capitals: Capitals { letters: 0, .. } }] = rules {
            targets.extend_from_slice(&(term * 2).to_le_bytes());
            continue;
        }
        let first = (rows.len() / RULE) as u32;
        targets.extend_from_slice(&(first * 2 + 1).to_le_bytes());
        let rules = rules.get(..MOST_RULES).unwrap_or(rules);
        for (left, rule) in (0..rules.len()).rev().zip(rules) {
            let Capitals { letters, mask } = rule.capitals;
            rows.extend_from_slice(&rule.term.to_le_bytes());
            rows.extend_from_slice(&(letters << 2 | u32::from(rule.is_exception) << 1 | u32::from(left > 0)).to_le_bytes());
            rows.extend_from_slice(&mask.to_le_bytes());
        }
    }
    targets.extend(rows);
    targets
}
