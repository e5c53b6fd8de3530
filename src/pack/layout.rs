//! Names and numbers of the format, shared by the writer and the reader.

use std::fmt;

/// First bytes of every pack.
pub(super) const MAGIC: &[u8; 8] = b"EQCPACK\n";
/// Raised whenever an older reader could misread a newer pack.
pub(super) const VERSION: u32 = 3;
/// Bytes before the table.
pub(super) const HEADER: usize = 24;
/// Bytes of one row of the table.
pub(super) const ROW: usize = 24;
/// More sections than any version has; a larger count is damage.
pub(super) const MAX_SECTIONS: usize = 64;

/// CRC-32 as zip and PNG use it.
pub(super) fn checksum(bytes: &[u8]) -> u32 {
    const CRC: crc::Crc<u32> = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);
    CRC.checksum(bytes)
}

macro_rules! tags {
    ($($(#[$doc:meta])* $name:ident = $tag:literal,)*) => {
        /// The sections of a pack, in the order of the file: numbers, texts, automata. What is alike stands together, which is shorter once it is compressed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(usize)]
        pub enum Tag { $($(#[$doc])* $name,)* }

        impl Tag {
            /// Every section.
            pub const ALL: &'static [Tag] = &[$(Tag::$name,)*];

            /// Its name in the file.
            pub fn bytes(self) -> [u8; 4] {
                match self { $(Tag::$name => *$tag,)* }
            }
        }
    };
}

tags! {
    /// Rank by title and year of each resource: u32 and i32.
    Sort = b"SORT",
    /// Every title, sorted as it is folded: resource u32, and u32: 0 for its own title, 1 and so on for the other titles.
    Titles = b"TITL",
    /// The resources, sorted by id: u32.
    Ids = b"IDEN",
    /// The terms, sorted by id: u32.
    TermIds = b"TRMI",
    /// What each form stands for: u32 a form, a term's number * 2, or the number of its first rule * 2 + 1; then the rules, 16 bytes each: term,
    /// letters * 4 + whether it is an exception * 2 + whether the next rule is of the same form, and which letters are capitals, a bit each.
    FormTargets = b"FRMT",
    /// What forms start with, as fingerprints: see `starts.rs`.
    FormStarts = b"FRMS",
    /// How far on the next word with the same stem is, by word: u32, wrapping. Words with one stem make a ring; one alone has 0.
    Stems = b"STEM",
    /// How many bytes the postings of each word are, in LEB128.
    PostingLengths = b"PSTL",
    /// How many bytes the words of each resource are, in LEB128.
    PlaceLengths = b"PLAL",
    /// How many bytes each resource's record is, in LEB128.
    StoredLengths = b"STOL",
    /// How many bytes each term's record is, in LEB128.
    TermLengths = b"TRML",
    /// Postings of every word.
    Postings = b"POST",
    /// The words of each resource, in order.
    Places = b"PLAC",
    /// Title, language, licence, counts.
    Meta = b"META",
    /// Records of the glossary's terms, sorted by headword, and behind each the numbers of its works in LEB128: first those that it names as
    /// related, then those whose texts have it, both in listing order.
    Terms = b"TERM",
    /// The catalog's sections.
    Sections = b"SECT",
    /// Records of the resources.
    Stored = b"STOR",
    /// Facet columns.
    Facets = b"FACT",
    /// Forms of the terms, as an automaton from a form to its number.
    Forms = b"FORM",
    /// Words, as an automaton from a word to its number.
    Dictionary = b"DICT",
}

/// The searched fields of a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(usize)]
pub enum Field {
    /// The title.
    Title,
    /// Other titles.
    Titles,
    /// Authors, and the corrections of slips in any field.
    Authors,
    /// Organizations.
    Organizations,
    /// Kind, topics and year.
    Subjects,
    /// Description.
    Description,
    /// What the resource says in short or at length elsewhere in the catalog: the acronym of a name, the name behind an acronym.
    Synonyms,
}

impl Field {
    /// Every field, in the order of the pack.
    pub const ALL: &'static [Field] =
        &[Self::Title, Self::Titles, Self::Authors, Self::Organizations, Self::Subjects, Self::Description, Self::Synonyms];
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();
}

/// What resources can be filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Facet {
    /// Kind of work.
    Kind,
    /// Organization.
    Organization,
    /// Author.
    Author,
    /// Topic.
    Topic,
    /// Section that lists it, by id.
    Section,
    /// Year of publication.
    Year,
    /// Language, as a BCP 47 tag.
    Language,
    /// Where it is listed, and every place above: `PLAN / Change Process / Networks / Concepts`. A tree: a value without its last step, which is
    /// its label, is the value above it.
    Path,
    /// Glossary term that stands in one of its texts or names it as related, by id.
    Term,
}

/// Every facet and its name in the API, in the order of the file.
pub const FACETS: &[(Facet, &str)] = &[
    (Facet::Kind, "kind"),
    (Facet::Organization, "organization"),
    (Facet::Author, "author"),
    (Facet::Topic, "topic"),
    (Facet::Section, "section"),
    (Facet::Year, "year"),
    (Facet::Language, "language"),
    (Facet::Path, "path"),
    (Facet::Term, "term"),
];

/// One row of the table, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionInfo {
    /// Four letters.
    pub tag: String,
    /// Bytes.
    pub length: u64,
    /// Whether its checksum holds.
    pub intact: bool,
}

/// Why bytes could not be opened as a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The first bytes are not a pack's.
    NotAPack,
    /// Written by a version that this one can't read.
    Version(u32),
    /// The file ends early.
    Truncated {
        /// Bytes that the file says it has.
        expected: u64,
        /// Bytes that are there.
        found: u64,
    },
    /// A part contradicts the rest.
    Damaged(&'static str),
}

impl PackError {
    /// A stable name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAPack => "not-a-pack",
            Self::Version(_) => "pack-version",
            Self::Truncated { .. } => "pack-truncated",
            Self::Damaged(_) => "pack-damaged",
        }
    }
}

impl PackError {
    /// What is wrong and how to mend it. Put together from strings: the browser's engine carries no formatting.
    pub fn message(&self) -> String {
        match self {
            Self::NotAPack => "this is not a pack; give the file that `equity-catalog build` wrote".into(),
            Self::Version(found) => [
                "this pack has format version ",
                &found.to_string(),
                ", and this engine reads version ",
                &VERSION.to_string(),
                "; build the pack again with the matching equity-catalog",
            ]
            .concat(),
            Self::Truncated { expected, found } => {
                let (found, expected) = (found.to_string(), expected.to_string());
                ["the pack is cut short: ", &found, " of ", &expected, " bytes; download or copy it again"].concat()
            }
            Self::Damaged(part) => ["the pack is damaged (", part, "); build or download it again"].concat(),
        }
    }
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl std::error::Error for PackError {}
