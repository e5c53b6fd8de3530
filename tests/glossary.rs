//! Finding terms in running text: what is marked, and what had better not be.

use equity_catalog::catalog::{Case, Catalog, Term};
use equity_catalog::glossary::find;
use equity_catalog::index;
use equity_catalog::pack::Pack;

fn glossary() -> Pack<Vec<u8>> {
    let term = |term: &str, forms: &[&str], exact: bool| Term {
        id: term.into(),
        term: term.into(),
        forms: forms.iter().map(|form| (*form).to_owned()).collect(),
        case: exact.then_some(Case::Exact),
        ..Term::default()
    };
    let terms = vec![
        term("Racist Policies", &[], false),
        term("Racism", &[], false),
        term("Structural Racism", &[], false),
        term("Implicit Bias", &[], false),
        term("Multiracial", &[], false),
        term("WHO", &["World Health Organization"], true),
        term("Diversity and Inclusion", &[], true),
        term("正義", &[], false),
    ];
    Pack::open(index::build(&Catalog { terms, ..Catalog::default() }).unwrap()).unwrap()
}

#[test]
fn terms_are_found_as_a_reader_would_read_them() {
    let glossary = glossary();
    for marked in [
        // Longest first, and none within another; not across the end of a sentence or paragraph.
        "[Structural racism] is [racism].",
        "structural, [racism]",
        "structural\n\n[racism]",
        "[structural\n   racism], [structural-racism]",
        // One and many, and the possessive.
        "a [racist policy], [racist policies]",
        "that [racist policy’s] effect",
        "[implicit biases]",
        // Case and marks.
        "[RÁCISM] and [ra\u{ad}cism]",
        // The opposite is another thing.
        "anti-racist policies, an anti-racism group",
        "non\u{2011}racist policies",
        // Written as one, or with a hyphen.
        "[multi-racial] and [multiracial]",
        // Not within other words.
        "[racisms], racismo, antiracism",
        // Capitals that count.
        "who asks the [WHO]? Who?",
        "the [World  Health\nOrganization’s], world health organization",
        "[Diversity and\u{a0}Inclusion]; diversity and inclusion",
        // Scripts without spaces.
        "社會[正義]手冊",
        "",
    ] {
        let text = marked.replace(['[', ']'], "");
        let mut found_so = String::new();
        let mut at = 0;
        for found in find(&glossary, &text) {
            found_so += &[&text[at..found.start], "[", &text[found.start..found.end], "]"].concat();
            at = found.end;
        }
        found_so += &text[at..];
        assert_eq!(found_so, marked);
    }
}
