//! Credit lines: `After: …` for what is retold, `Source: …` for what is quoted. They close the text that they credit.

use crate::catalog::path::Path;

use super::lines::Spot;
use super::notes::Notes;

/// The credit lines of a text, and the lines before them.
pub(super) struct Credits<'t> {
    pub(super) before: Vec<Spot<'t>>,
    after: Vec<Spot<'t>>,
    source: Vec<Spot<'t>>,
}

impl<'t> Credits<'t> {
    /// Takes the credit lines out of a text; one that isn't at its end is reported.
    pub(super) fn of(lines: &[Spot<'t>], notes: &mut Notes) -> Self {
        let mut credits = Self { before: Vec::new(), after: Vec::new(), source: Vec::new() };
        let last_text = lines.iter().rposition(|line| !line.is_blank() && credit(*line).is_none());
        for (at, &line) in lines.iter().enumerate() {
            let Some((adapted, credit)) = credit(line) else {
                credits.before.push(line);
                continue;
            };
            if last_text.is_some_and(|last| at < last) {
                let help = "move it below the last paragraph and example; a credit stays on one line, however long";
                notes.error("credit-not-last", line, "text follows this credit", help);
            }
            if credit.is_blank() {
                notes.error("empty-field", line, "the credit names nothing", "write the source behind the colon");
            } else if adapted {
                credits.after.push(credit);
            } else {
                credits.source.push(credit);
            }
        }
        credits
    }

    /// Joins the credits of a definition with those below its examples.
    pub(super) fn and(mut self, examples: &mut Self, notes: &mut Notes) -> Self {
        if examples.before.iter().any(|line| !line.is_blank())
            && let Some(early) = self.after.first().or(self.source.first())
        {
            notes.error("credit-not-last", *early, "examples follow this credit", "move it below the examples");
        }
        self.after.append(&mut examples.after);
        self.source.append(&mut examples.source);
        self
    }

    /// Whether the text is retold; reports a text that claims to be both.
    pub(super) fn adapted(&self, notes: &mut Notes) -> bool {
        if let (Some(_), Some(quoted)) = (self.after.first(), self.source.first()) {
            let help = "write all credits of one sense as `After: …` (retold) or all as `Source: …` (quoted)";
            notes.error("mixed-credits", *quoted, "this text is credited as retold and as quoted", help);
        }
        !self.after.is_empty()
    }

    /// A page's prose is the catalog's own.
    pub(super) fn refuse_quoted(&self, notes: &mut Notes) {
        if let Some(quoted) = self.source.first() {
            let help = "write `After: …`; words that are quoted stand in a `>` block with their speaker";
            notes.error("quoted-page", *quoted, "a page's introduction is never quoted whole", help);
        }
    }

    pub(super) fn texts(&self, path: Path<'_>, notes: &mut Notes) -> Vec<String> {
        let all: Vec<&Spot<'_>> = self.after.iter().chain(&self.source).collect();
        for (at, spot) in all.iter().enumerate() {
            notes.mark(path.item(at), **spot);
        }
        all.into_iter().map(|spot| spot.text.to_string()).collect()
    }
}

/// What a credit line says, and whether it says "after".
fn credit(line: Spot<'_>) -> Option<(bool, Spot<'_>)> {
    let (key, _) = line.text.split_once(':')?;
    let adapted = key.eq_ignore_ascii_case("after");
    (adapted || key.eq_ignore_ascii_case("source")).then(|| (adapted, line.rest(key.len() + 1)))
}
