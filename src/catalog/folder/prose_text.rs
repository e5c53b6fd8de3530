//! The lines of a prose as one text for the Markdown parser, and the way back from its bytes to those of the file.

use std::ops::Range;

use crate::catalog::report::Place;

use super::lines::Spot;

/// Lines joined by line feeds. Comments and carriage returns are gone, so places have to be looked up.
pub(super) struct ProseText {
    pub(super) text: String,
    file: usize,
    /// For each line, in order: its first byte in the text and in the file.
    starts: Vec<(usize, usize)>,
}

impl ProseText {
    pub(super) fn of(lines: &[Spot<'_>]) -> Self {
        let mut joined = Self { text: String::new(), file: lines.first().map_or(0, |line| line.file), starts: Vec::new() };
        for line in lines {
            joined.starts.push((joined.text.len(), line.start));
            joined.text.push_str(line.text);
            joined.text.push('\n');
        }
        joined
    }

    /// Where in the file a range of the text stands, white space at its end left out.
    pub(super) fn place(&self, range: &Range<usize>) -> Place {
        let length = self.text.get(range.clone()).map_or(0, |text| text.trim_end().len());
        let (start, end) = (self.in_file(range.start), self.in_file(range.start + length));
        Place { file: self.file, range: start..end.max(start) }
    }

    fn in_file(&self, at: usize) -> usize {
        let after = self.starts.partition_point(|(start, _)| *start <= at);
        let (in_text, in_file) = after.checked_sub(1).map_or((0, 0), |line| self.starts[line]);
        in_file + at - in_text
    }
}
