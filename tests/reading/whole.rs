//! A whole small catalog, from text to records.

use equity_catalog::catalog::{Block, Case, Group, Listing, Span, read_texts};

const CATALOG: &str = "# Shared Work\nLanguage: en-GB\nLicence: CC BY 4.0\nSection: now\nSection: then\n\nOf *networks*.\n";
const NOW: &str = "# Networks
Path: PLAN / Change Process
Picture credit: A. Photographer
Also in this section: Planning
Also in this section: Evaluation

First
line.

> A thought.
> — after Margaret Wheatley

After: the current page
After: another

## Case Studies
- Bridges

## Resources
### Networks
- Net Gains

### Partnerships
";
const THEN: &str = "# Coalitions\n\n## Tools\n- Puentes\n- Net Gains\n";
const RESOURCES: &str = "# Bridges
Also titled: Puentes
Author: Preston MIlls
Author: Rachel Rosner
Byline: Preston MIlls, Rachel Rosner, et al.
Organization: Equity Research Institute
Kind: Case study
Topic: Networks
Year: 2011
Language: es
Link: https://example.org/a
Correction: MIlls -> Mills

A plain
paragraph.

# Net Gains
Id: gains
";
const GLOSSARY: &str = "# ERA
Form: Equal Rights Amendment
Related: One / two
Location: PLAN / Issues
Location: ACT
Note: See also one.
Case: Exact
Not in: era of good feelings; the Big ERA
Heading restored: yes

## Sense

One:

1. first
2. second

### Examples

- *An* example.
  - deeper

After: Somebody: A Title, (2010).

## Sense

Two.

Source: Somebody else
";

#[test]
fn text_becomes_records() {
    let files = [
        ("catalog.md", CATALOG),
        ("glossary.md", GLOSSARY),
        ("resources.md", RESOURCES),
        ("sections/now.md", NOW),
        ("sections/then.md", THEN),
    ];
    let (catalog, report, _) = read_texts("", files.map(|(name, text)| (name.into(), text.into())).to_vec());
    let found: Vec<_> = report.diagnostics.iter().map(|found| (found.code, found.path.as_str())).collect();
    assert_eq!(found, [("empty-group", "sections[0].groups[1].groups[1]")]);

    let text = |text: &str| Span::Text(text.into());
    let p = |one: &str| Block::Paragraph { p: vec![text(one)] };
    assert_eq!(
        (catalog.title.as_str(), catalog.language.as_str(), catalog.licence.as_deref()),
        ("Shared Work", "en-GB", Some("CC BY 4.0"))
    );
    assert_eq!(
        catalog.about,
        [Block::Paragraph { p: vec![text("Of "), Span::Emphasis { em: vec![text("networks")] }, text(".")] }]
    );

    let [now, then] = catalog.sections.as_slice() else { panic!("{:?}", catalog.sections) };
    assert_eq!(
        (now.id.as_str(), now.title.as_str(), now.path.as_slice()),
        ("now", "Networks", &["PLAN".into(), "Change Process".into()][..])
    );
    assert_eq!(
        (now.picture_credit.as_deref(), now.also_in_section.as_slice()),
        (Some("A. Photographer"), &["Planning".into(), "Evaluation".into()][..])
    );
    let thought =
        Block::Quote { quote: vec![p("A thought.")], speaker: Some("Margaret Wheatley".into()), source: None, paraphrase: true };
    assert_eq!(now.overview, [p("First line."), thought]);
    assert_eq!(now.sources, ["the current page", "another"]);
    let group = |title: &str, groups: Vec<Group>, listings: Vec<Listing>| Group { title: title.into(), groups, listings };
    let listing = |id: &str, title: Option<&str>| Listing { id: id.into(), title: title.map(Into::into) };
    let networks = group("Networks", vec![], vec![listing("gains", None)]);
    assert_eq!(
        now.groups,
        [
            group("Case Studies", vec![], vec![listing("bridges", None)]),
            group("Resources", vec![networks, group("Partnerships", vec![], vec![])], vec![]),
        ]
    );
    assert_eq!(then.groups, [group("Tools", vec![], vec![listing("bridges", Some("Puentes")), listing("gains", None)])]);

    let [bridges, gains] = catalog.resources.as_slice() else { panic!("{:?}", catalog.resources) };
    assert_eq!(
        (bridges.id.as_str(), bridges.titles.as_slice(), gains.id.as_str()),
        ("bridges", &["Puentes".into()][..], "gains")
    );
    assert_eq!(bridges.authors, ["Preston MIlls", "Rachel Rosner"]);
    assert_eq!(
        (bridges.year, bridges.language.as_deref(), bridges.url.as_deref()),
        (Some(2011), Some("es"), Some("https://example.org/a"))
    );
    assert_eq!((bridges.kind.as_deref(), bridges.description.as_deref()), (Some("Case study"), Some("A plain paragraph.")));
    assert_eq!(
        (bridges.sections.as_slice(), gains.sections.as_slice()),
        (&["now".into(), "then".into()][..], &["now".into(), "then".into()][..])
    );
    assert_eq!((bridges.corrections[0].printed.as_str(), bridges.corrections[0].correct.as_str()), ("MIlls", "Mills"));

    let [era] = catalog.terms.as_slice() else { panic!("{:?}", catalog.terms) };
    assert!(era.case == Some(Case::Exact) && era.restored);
    assert_eq!(era.not_in, ["era of good feelings", "the Big ERA"]);
    assert_eq!((era.id.as_str(), era.forms.as_slice()), ("era", &["Equal Rights Amendment".into()][..]));
    assert_eq!(era.related, ["One / two"]);
    assert_eq!(era.locations, [vec!["PLAN".to_string(), "Issues".to_string()], vec!["ACT".to_string()]]);
    assert_eq!(era.notes, ["See also one."]);
    let [first, second] = era.senses.as_slice() else { panic!("{:?}", era.senses) };
    assert_eq!(first.text, [p("One:"), Block::Numbers { ol: vec![vec![p("first")], vec![p("second")]] }]);
    let example = Block::Paragraph { p: vec![Span::Emphasis { em: vec![text("An")] }, text(" example.")] };
    assert_eq!(first.examples, [Block::Bullets { ul: vec![vec![example, Block::Bullets { ul: vec![vec![p("deeper")]] }]] }]);
    assert_eq!((first.sources.as_slice(), first.adapted), (&["Somebody: A Title, (2010).".into()][..], true));
    assert_eq!((second.sources.as_slice(), second.adapted), (&["Somebody else".into()][..], false));
}
