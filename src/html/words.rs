//! Every word that the fragment says itself; another language is another table of this shape.
//!
//! They are those of the widget (`www/elements/strings/en.js`), so that nothing changes before a reader's eyes when it takes
//! over; a test holds the two together.

/// The words of one language. Those with a name in the middle are given as what stands before and behind it.
pub(super) struct Words {
    pub(super) after: &'static str,
    pub(super) source: &'static str,
    pub(super) spoken_by: &'static str,
    pub(super) correct: [&'static str; 2],
    pub(super) picture_credit: &'static str,
    pub(super) also_in_section: &'static str,
    pub(super) also_titled: &'static str,
    pub(super) list_separator: &'static str,
    pub(super) about: &'static str,
    pub(super) licence: [&'static str; 2],
    /// For one and for several.
    pub(super) examples: [&'static str; 2],
    pub(super) related: &'static str,
    pub(super) see_also: &'static str,
    /// The label of a term's works.
    pub(super) works: &'static str,
    /// The name of the way to each letter.
    pub(super) letters: &'static str,
    /// For one and for several.
    pub(super) locations: [&'static str; 2],
    pub(super) restored: &'static str,
    /// The heading above works that no section lists.
    pub(super) more_works: &'static str,
    /// The heading of a catalog without sections.
    pub(super) all_works: &'static str,
    /// The heading above the terms.
    pub(super) glossary: &'static str,
}

pub(super) static ENGLISH: Words = Words {
    after: "After: ",
    source: "Source: ",
    spoken_by: "— ",
    correct: ["[correct: ", "]"],
    picture_credit: "Picture: ",
    also_in_section: "Also in this section",
    also_titled: "Also titled: ",
    list_separator: "; ",
    about: "About this catalog",
    licence: ["License: ", "."],
    examples: ["Example", "Examples"],
    related: "Related resources",
    see_also: "See also",
    works: "Works",
    letters: "Letters",
    locations: ["Location", "Locations"],
    restored: "This heading is restored: the document that the entry follows had lost it.",
    more_works: "More works",
    all_works: "All works",
    glossary: "Glossary",
};

/// What a page that is whole in itself says around the widget, which has its own words.
pub(super) struct PageWords {
    /// The heading above the glossary, and the way to it.
    pub(super) glossary: &'static str,
    pub(super) whole: &'static str,
    pub(super) licences: &'static str,
}

/// Those of the language that the widget would take, and which one it is.
pub(super) fn page_words(language: &str) -> (&'static str, &'static PageWords) {
    let first = language.split('-').next().unwrap_or_default();
    let known = PAGES.iter().find(|(known, _)| known.eq_ignore_ascii_case(first));
    let (known, words) = known.unwrap_or(&PAGES[0]);
    (known, words)
}

static PAGES: [(&str, PageWords); 3] = [
    (
        "en",
        PageWords {
            glossary: "Glossary",
            whole: "This page is one file. It needs no connection, and sends nothing of what you type or read to anybody.",
            licences: "Licenses of the software",
        },
    ),
    (
        "es",
        PageWords {
            glossary: "Glosario",
            whole: "Esta página es un solo archivo. No necesita conexión ni envía a nadie nada de lo que usted escribe o lee.",
            licences: "Licencias del software",
        },
    ),
    (
        "ar",
        PageWords {
            glossary: "مسرد المصطلحات",
            whole: "هذه الصفحة ملف واحد. لا تحتاج إلى اتصال، ولا ترسل إلى أحد شيئًا مما تكتبه أو تقرؤه.",
            licences: "تراخيص البرمجيات",
        },
    ),
];

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    /// What the widget says in English, with `{}` in place of each name that is filled in.
    fn widget() -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/elements/strings");
        let files = fs::read_dir(folder).expect("the folder is there").flatten().map(|entry| entry.path());
        let english = files.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("en")));
        let text: String = english.map(|path| fs::read_to_string(path).expect("the file can be read")).collect();
        let mut out = String::new();
        for (number, part) in text.replace("${", "{").replace('`', "\"").split('{').enumerate() {
            let filled = part.split_once('}').filter(|(name, _)| number > 0 && name.chars().all(char::is_alphanumeric));
            out.extend(filled.map_or([if number > 0 { "{" } else { "" }, part], |(_, behind)| ["{}", behind]));
        }
        out
    }

    #[test]
    fn the_words_are_the_widgets() {
        let widget = widget();
        let Words { after, source, spoken_by, picture_credit, .. } = ENGLISH;
        let before_a_name = [after, source, spoken_by, picture_credit].map(|before| [before, "{}"].concat());
        let around_a_name = [ENGLISH.correct, ENGLISH.licence].map(|around| around.join("{}"));
        let [example, examples] = ENGLISH.examples;
        let [location, locations] = ENGLISH.locations;
        let alone = [
            ENGLISH.also_in_section,
            ENGLISH.also_titled.trim_end(),
            ENGLISH.about,
            example,
            examples,
            ENGLISH.related,
            ENGLISH.letters,
            location,
            locations,
            ENGLISH.restored,
        ];
        for words in before_a_name.into_iter().chain(around_a_name).chain(alone.map(String::from)) {
            assert!(widget.contains(&["\"", &words].concat()), "{words}");
        }
    }
}
