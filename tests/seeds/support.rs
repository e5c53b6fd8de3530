//! What the tests of the catalog share: reading it once, its fixtures, a list of problems, and what counts as a copied word.

use std::fmt::Debug;
use std::path::Path;
use std::sync::LazyLock;

use equity_catalog::catalog::{Block, Catalog, Group, Report, Resource, Section, Sources, Term, plain_text, read_folder};

static READ: LazyLock<(Catalog, Report, Sources)> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog");
    read_folder(&folder).unwrap_or_else(|error| panic!("catalog/ must be readable: {error}"))
});

pub fn read() -> &'static (Catalog, Report, Sources) {
    &READ
}

/// What is wrong, all of it, so that an editor mends everything in one go.
#[derive(Default)]
pub struct Problems(Vec<String>);

impl Problems {
    pub fn add(&mut self, record: &str, problem: &str) {
        self.0.push(format!("{record}: {problem}"));
    }

    pub fn same<T: PartialEq + Debug>(&mut self, record: &str, what: &str, wanted: &T, found: &T) {
        if wanted != found {
            self.add(record, &format!("{what}: the document has {wanted:?}, the catalog {found:?}; mend the catalog"));
        }
    }

    /// Names and examples that the prose must keep, and how many points its lists must have.
    pub fn prose(&mut self, record: &str, rows: &[Row], key: &str, prose: &[&Vec<Block>]) {
        let text = prose.iter().map(|blocks| plain_text(blocks)).collect::<Vec<_>>().join("\n");
        for name in values(rows, key, "mention").iter().filter(|name| !text.contains(name.as_str())) {
            self.add(record, &format!("its prose no longer mentions {name}, one of the document's facts; bring it back"));
        }
        for wanted in values(rows, key, "items") {
            let found = prose.iter().map(|blocks| items(blocks)).sum::<usize>();
            self.same(record, "points in its lists", &wanted, &found.to_string());
        }
    }

    pub fn assert_none(self) {
        assert!(self.0.is_empty(), "\n{}\n", self.0.join("\n"));
    }
}

/// One line of a page, with the headings above it joined by " / ".
pub struct Line {
    pub group: String,
    pub printed: String,
    pub work: &'static Resource,
}

pub fn catalog() -> &'static Catalog {
    &READ.0
}

pub fn section(id: &str) -> &'static Section {
    catalog().sections.iter().find(|section| section.id == id).unwrap_or_else(|| panic!("catalog.md must name the section {id}"))
}

pub fn listed(section: &'static Section) -> Vec<Line> {
    fn walk(groups: &'static [Group], above: &str, lines: &mut Vec<Line>) {
        for group in groups {
            let path = if above.is_empty() { group.title.clone() } else { format!("{above} / {}", group.title) };
            for listing in &group.listings {
                let work = catalog().resources.iter().find(|work| work.id == listing.id);
                let work = work.unwrap_or_else(|| panic!("resources.md must hold the listed work {}", listing.id));
                lines.push(Line { group: path.clone(), printed: listing.title.as_ref().unwrap_or(&work.title).clone(), work });
            }
            walk(&group.groups, &path, lines);
        }
    }
    let mut lines = Vec::new();
    walk(&section.groups, "", &mut lines);
    lines
}

/// The rows of a page's fixture, each with the line of the page that prints its title. (Another test reports titles that are missing.)
pub fn paired(file: &str, id: &str) -> Vec<(Row, Line)> {
    let mut lines = listed(section(id));
    let mut take = |title: &str| lines.iter().position(|line| line.printed == title).map(|nth| lines.remove(nth));
    facts(file).into_iter().filter_map(|row| take(&row[1]).map(|line| (row, line))).collect()
}

/// How a page prints a work's authors: its byline, else the names as "A", "A and B", "A, B, and C".
pub fn byline(work: &Resource) -> String {
    if let Some(printed) = &work.byline {
        return printed.clone();
    }
    match work.authors.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, [first])) => format!("{first} and {last}"),
        Some((last, names)) => format!("{}, and {last}", names.join(", ")),
    }
}

pub fn prose_of(term: &Term) -> Vec<&Vec<Block>> {
    term.senses.iter().flat_map(|sense| [&sense.text, &sense.examples]).collect()
}

pub fn items(blocks: &[Block]) -> usize {
    let points = |block: &Block| match block {
        Block::Bullets { ul: items } | Block::Numbers { ol: items } => items.len(),
        Block::Paragraph { .. } | Block::Quote { .. } => 0,
    };
    blocks.iter().map(points).sum()
}

/// A row of a fixture; columns that a file lacks are empty.
pub type Row = [String; 4];

pub fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/seeds").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub fn facts(name: &str) -> Vec<Row> {
    let cut = |line: &str| {
        let mut columns = line.split('\t').map(str::to_owned);
        std::array::from_fn(|_| columns.next().unwrap_or_default())
    };
    fixture(name).lines().skip(1).map(cut).collect()
}

pub fn values(rows: &[Row], key: &str, fact: &str) -> Vec<String> {
    rows.iter().filter(|row| row[0] == key && row[1] == fact).map(|row| row[2].clone()).collect()
}

/// The words of a text as the fixture's hashes know them: lower case, without apostrophes, split at all other punctuation.
pub fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace(['\'', '’'], "");
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The 64-bit FNV-1a hash, by the constants of its reference description.
pub fn fnv1a(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
