//! The one place that writes HTML.
//!
//! Everything else hands over names of elements, attributes and texts, and never markup: a text can only become an
//! [`Inline`] by being escaped, and nothing but an [`Inline`] can become content. So no text of a catalog can ever turn
//! into an element, whatever it holds. It knows nothing of catalogs.

use std::borrow::Cow;
use std::fmt::Write;

use crate::catalog::seen;

/// An attribute's name and value; one with an empty value is left out.
pub(super) type Attribute<'a> = (&'static str, &'a str);

/// Content of one line: text and elements within it.
#[derive(Default)]
pub(super) struct Inline(String);

impl Inline {
    pub(super) fn text(text: &str) -> Self {
        let mut inline = Self::default();
        inline.push_text(text);
        inline
    }

    pub(super) fn push_text(&mut self, text: &str) {
        self.0.push_str(&escaped(&seen(text)));
    }

    pub(super) fn push(&mut self, inner: &Inline) {
        self.0.push_str(&inner.0);
    }

    /// Adds an element with this content.
    pub(super) fn push_element(&mut self, name: &'static str, attributes: &[Attribute<'_>], content: &Inline) {
        start_tag(&mut self.0, name, attributes);
        self.0.push_str(&content.0);
        end_tag(&mut self.0, name);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A fragment as it grows: every block on lines of its own, indented by its depth.
#[derive(Default)]
pub(super) struct Markup {
    out: String,
    depth: usize,
}

/// A text that a script or a style sheet may not hold inside a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Breaks(pub(super) &'static str);

impl Markup {
    /// Begins a page of its own.
    pub(super) fn page() -> Self {
        Self { out: "<!doctype html>\n".into(), depth: 0 }
    }

    /// Adds an element that never has content.
    pub(super) fn void(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.indent();
        start_tag(&mut self.out, name, attributes);
        self.out.push('\n');
    }

    /// Adds a script, a style sheet or a block of data, whose text must stand as it is, to the letter: a policy knows it by its digest.
    ///
    /// # Errors
    /// When the text holds what would end the element early, or what a browser's parser would change.
    pub(super) fn verbatim(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) -> Result<(), Breaks> {
        for (at, _) in text.match_indices(['<', '\r', '\0']) {
            let rest = &text.as_bytes()[at..];
            let begins = |with: &&str| rest.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()));
            if let Some(breaks) = ["</script", "<script", "<!--", "</style", "\r", "\0"].into_iter().find(begins) {
                return Err(Breaks(breaks));
            }
        }
        self.indent();
        start_tag(&mut self.out, name, attributes);
        self.out.push_str(text);
        end_tag(&mut self.out, name);
        self.out.push('\n');
        Ok(())
    }

    /// Adds an element whose content is blocks.
    pub(super) fn block(&mut self, name: &'static str, attributes: &[Attribute<'_>], content: impl FnOnce(&mut Self)) {
        self.indent();
        start_tag(&mut self.out, name, attributes);
        self.out.push('\n');
        self.depth += 1;
        content(self);
        self.depth -= 1;
        self.indent();
        end_tag(&mut self.out, name);
        self.out.push('\n');
    }

    /// Adds an element whose content is one line.
    pub(super) fn line(&mut self, name: &'static str, attributes: &[Attribute<'_>], content: &Inline) {
        self.indent();
        start_tag(&mut self.out, name, attributes);
        self.out.push_str(&content.0);
        end_tag(&mut self.out, name);
        self.out.push('\n');
    }

    /// Adds a heading of this level. HTML has no seventh level: deeper ones stay at six.
    pub(super) fn heading(&mut self, level: u8, attributes: &[Attribute<'_>], content: &Inline) {
        const NAMES: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        self.line(NAMES[usize::from(level.clamp(1, 6)) - 1], attributes, content);
    }

    /// Adds a comment. It ends at the first `>` behind hyphens, so it holds none.
    pub(super) fn comment(&mut self, text: &str) {
        self.indent();
        let text = plain(text).replace(['<', '>'], " ");
        self.out.extend(["<!-- ", text.trim(), " -->\n"]);
    }

    /// Adds data for machines as JSON in a script element, which browsers don't run. The only text that could end the element
    /// early has `<` in it, and that and its like are written as JSON escapes; outside of strings, JSON has none of them.
    pub(super) fn json(&mut self, kind: &str, json: &str) {
        self.indent();
        start_tag(&mut self.out, "script", &[("type", kind)]);
        self.out.push('\n');
        self.depth += 1;
        for line in json.lines() {
            self.indent();
            for c in line.chars() {
                if matches!(c, '<' | '>' | '&' | '\u{2028}' | '\u{2029}') || c.is_control() {
                    // All of these are in the Basic Multilingual Plane, so one escape each does; writing to a string can't fail.
                    let _ = write!(self.out, "\\u{:04x}", u32::from(c));
                } else {
                    self.out.push(c);
                }
            }
            self.out.push('\n');
        }
        self.depth -= 1;
        self.indent();
        end_tag(&mut self.out, "script");
        self.out.push('\n');
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    fn indent(&mut self) {
        (0..self.depth).for_each(|_| self.out.push_str("  "));
    }
}

fn start_tag(out: &mut String, name: &str, attributes: &[Attribute<'_>]) {
    out.extend(["<", name]);
    for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
        out.extend([" ", name, "=\"", &escaped(value), "\""]);
    }
    out.push('>');
}

fn end_tag(out: &mut String, name: &str) {
    out.extend(["</", name, ">"]);
}

/// Text as HTML, the same for content and for a value between double quotes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

/// HTML has no way to write most control characters, and line breaks would break the indentation: a space takes their place.
fn plain(text: &str) -> Cow<'_, str> {
    if text.contains(char::is_control) { Cow::Owned(text.replace(char::is_control, " ")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        for (text, written) in [
            ("Net Gains", "Net Gains"),
            ("R&D <b>\"now\"</b> 'so'", "R&amp;D &lt;b&gt;&quot;now&quot;&lt;/b&gt; 'so'"),
            ("&amp;", "&amp;amp;"),
            ("a\r\nb\u{0}c\u{85}", "a  b c "),
            ("正 🦀 \u{2028}", "正 🦀 \u{2028}"),
            ("\u{202e}<b>\u{ad}", "&lt;b&gt;"),
        ] {
            assert_eq!(Inline::text(text).0, written, "{text:?}");
        }
    }

    #[test]
    fn a_comment_ends_where_it_ends() {
        let mut markup = Markup::default();
        markup.comment("> --> --!> <!-- a");
        assert_eq!(markup.finish(), "<!-- --  --!   !-- a -->\n");
    }

    #[test]
    fn a_script_stands_to_the_letter_or_not_at_all() {
        for text in ["", "let a = \"<b>\" && 1 < 2;\n", "<\\/script>", "a<!b--"] {
            let mut markup = Markup::default();
            assert_eq!(markup.verbatim("script", &[], text), Ok(()));
            assert_eq!(markup.finish(), format!("<script>{text}</script>\n"));
        }
        for text in ["a</SCRIPT>", "</script", "</style>", "a<!--b", "<Script ", "a\r\nb", "a\0"] {
            let mut markup = Markup::default();
            assert!(markup.verbatim("script", &[], text).is_err(), "{text:?}");
            assert_eq!(markup.finish(), "");
        }
    }

    #[test]
    fn json_cannot_end_its_script() {
        let mut markup = Markup::default();
        markup.json("application/ld+json", "{\"a\":\"</script><!--&\u{2028}\u{9b}\"}");
        let lines: Vec<String> = markup.finish().lines().map(str::to_string).collect();
        assert_eq!(lines[1], "  {\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u009b\"}");
        assert_eq!((lines.len(), lines[2].as_str()), (3, "</script>"));
    }
}
