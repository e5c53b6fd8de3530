//! The line that closes a quotation and names its speaker.
//!
//! ```text
//! > Words of somebody.                   > Their thought in our words.
//! > — Speaker, Source                    > — after Speaker
//! ```

use crate::catalog::records::{Block, Span};

/// Who is quoted, where, and whether in our words.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Attribution {
    pub(super) speaker: Option<String>,
    pub(super) source: Option<String>,
    pub(super) paraphrase: bool,
}

/// Takes the closing line out of a quotation's blocks, in which lines are still apart. There may be none.
pub(super) fn take_attribution(quote: &mut Vec<Block>) -> Result<Attribution, &'static str> {
    let Some(Block::Paragraph { p }) = quote.last_mut() else { return Ok(Attribution::default()) };
    let single = p.len() == 1;
    let Some(Span::Text(last)) = p.last_mut() else { return dashed(p) };
    let (start, line) = match last.rsplit_once('\n') {
        Some((before, line)) => (before.len(), line),
        None if single => (0, last.as_str()),
        None => return dashed(p),
    };
    let Some(named) = after_dash(line) else { return dashed(p) };
    let attribution = parse(named);
    last.truncate(start);
    if last.is_empty() {
        p.pop();
    }
    if p.is_empty() {
        quote.pop();
    }
    match attribution {
        Attribution { speaker: None, .. } => Err("the line that closes this quotation names nobody"),
        _ if quote.is_empty() => Err("this quotation names a speaker but holds no words"),
        attribution => Ok(attribution),
    }
}

fn after_dash(line: &str) -> Option<&str> {
    ["—", "–", "--"].iter().find_map(|dash| line.trim_start().strip_prefix(dash))
}

/// A closing line with markup in it ends in another span; then a dash still begins some line's text.
fn dashed(p: &[Span]) -> Result<Attribution, &'static str> {
    let begins = |at: usize, span: &Span| match span {
        Span::Text(text) => text
            .rsplit_once('\n')
            .map_or((at == 0).then_some(text.as_str()), |(_, line)| Some(line))
            .and_then(after_dash)
            .is_some(),
        _ => false,
    };
    let lines_end = p.iter().rposition(|span| matches!(span, Span::Text(text) if text.contains('\n'))).unwrap_or(0);
    match p.get(lines_end) {
        Some(span) if p.len() > lines_end + 1 && begins(lines_end, span) => Err("the speaker's line holds emphasis or a link"),
        _ => Ok(Attribution::default()),
    }
}

fn parse(named: &str) -> Attribution {
    let named = named.trim();
    let (paraphrase, named) = match named.split_once(char::is_whitespace) {
        Some((after, rest)) if after.eq_ignore_ascii_case("after") => (true, rest.trim_start()),
        _ => (false, named),
    };
    // "King, Jr., Strength to Love": the comma before Jr. doesn't end the name.
    let comma = named.match_indices(", ").map(|(at, _)| at).find(|at| {
        let next = &named[at + 2..];
        !["Jr.", "Sr."].iter().any(|suffix| next.starts_with(suffix))
    });
    let (speaker, source) = match comma {
        Some(at) => (&named[..at], named[at + 2..].trim()),
        None => (named, ""),
    };
    let some = |text: &str| (!text.is_empty()).then(|| text.to_string());
    Attribution { speaker: some(speaker), source: some(source), paraphrase }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines() {
        for (line, speaker, source, paraphrase) in [
            ("Margaret Wheatley", "Margaret Wheatley", None, false),
            (" after Margaret Wheatley", "Margaret Wheatley", None, true),
            ("Alicia Garza, The Purpose of Power, 2020", "Alicia Garza", Some("The Purpose of Power, 2020"), false),
            ("Martin Luther King, Jr., Strength to Love", "Martin Luther King, Jr.", Some("Strength to Love"), false),
            ("Martin Luther King, Jr.", "Martin Luther King, Jr.", None, false),
        ] {
            let expected = Attribution { speaker: Some(speaker.into()), source: source.map(str::to_string), paraphrase };
            assert_eq!(parse(line), expected, "{line}");
        }
    }
}
