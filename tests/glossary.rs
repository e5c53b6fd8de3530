//! Finding terms in running text: what is marked, and what had better not be.

use equity_catalog::catalog::{Case, Catalog, Term};
use equity_catalog::glossary::find;
use equity_catalog::index;
use equity_catalog::pack::Pack;

/// A term and its other forms, with a semicolon before each; what follows a `|` are its exceptions, `=` before it makes its case exact, `~` any.
fn term(written: &str) -> Term {
    let (forms, exceptions) = written.split_once('|').unwrap_or((written, ""));
    let list = |texts: &str| texts.split(';').map(|text| text.trim().to_owned()).collect::<Vec<_>>();
    let case = [('=', Case::Exact), ('~', Case::Any)].into_iter().find(|(sign, _)| forms.starts_with(*sign));
    let mut forms = list(forms.trim_start_matches(['=', '~']));
    let term = forms.remove(0);
    let not_in = if exceptions.is_empty() { Vec::new() } else { list(exceptions) };
    Term { id: term.clone(), term, forms, case: case.map(|(_, case)| case), not_in, ..Term::default() }
}

/// Texts in which every match stands in brackets, and with it, where the words could be another term's too, `=` and the term.
fn check(language: &str, terms: &[&str], marked: &[&str]) {
    let catalog =
        Catalog { language: language.into(), terms: terms.iter().map(|written| term(written)).collect(), ..Catalog::default() };
    let pack = Pack::open(index::build(&catalog).unwrap()).unwrap();
    for marked in marked {
        let mut text = String::new();
        let mut is_name = false;
        for c in marked.chars() {
            is_name = (is_name || c == '=') && c != ']';
            if !is_name && !matches!(c, '[' | ']') {
                text.push(c);
            }
        }
        let mut found_so = String::new();
        let mut at = 0;
        for found in find(&pack, &text) {
            let name = ["=", &pack.term(found.term).unwrap().term].concat();
            let name = if marked.contains(&[&text[found.start..found.end], &name, "]"].concat()) { &name } else { "" };
            found_so += &[&text[at..found.start], "[", &text[found.start..found.end], name, "]"].concat();
            at = found.end;
        }
        found_so += &text[at..];
        assert_eq!(found_so, *marked, "{terms:?}");
    }
}

#[test]
fn the_longest_term_is_marked_and_nothing_within_it() {
    check(
        "en",
        &["Racism", "Structural Racism", "Racism of Low Expectations", "Low Expectations"],
        &[
            "[Structural racism] is [racism].",
            "structural, [racism]",
            "structural\n\n[racism]",
            "[structural\n   racism], [structural-racism]",
            "the [structural racism] of [low expectation], the [racism of low expectations] of [low expectations]",
            "[racism] of low",
            "structural",
            "",
        ],
    );
}

#[test]
fn one_and_many_and_whose_it_is() {
    check(
        "en",
        &[
            "Racist Policies",
            "Implicit Bias; hidden bias",
            "Community of Color",
            "Person",
            "Meta-Analysis",
            "Institutional Racism",
        ],
        &[
            "a [racist policy], [racist policies]",
            "that [racist policy’s] effect, [racist policies]' effects, the [racist policy's]",
            "[implicit biases], [hidden biases]",
            "[communities of color], a [community of color’s] voice, communities",
            "[people], a [person], the [people’s], personal",
            "two [meta-analyses], a [meta analysis], [metaanalyses], a meta–analysis",
            // No dictionary: an editor lists what rules don't give.
            "institutionally racist",
        ],
    );
    check("en", &["Wells", "Wills"], &["all is well, it will, [wells] and [wills]"]);
    check("en", &["Institutional Racism; institutionally racist"], &["[institutionally racist]"]);
    check("es", &["Política racista", "Comunidad de color"], &["las [políticas racistas]", "dos [comunidades de color]"]);
    // An ñ is a letter of its own; other marks come and go.
    check(
        "es",
        &["Mono", "Año", "Joven"],
        &["un [mono] sin moño, MOÑOS", "dos [años], UN [AÑO], un [ano] sin tilde, un mon\u{303}o", "los [jóvenes]"],
    );
    check("en", &["Pinata"], &["a [piñata]"]);
    check("pt", &["Ação afirmativa"], &["as [ações afirmativas]"]);
    check("fr", &["Inégalité sociale"], &["les [inégalités sociales]", "d’une [inegalite sociale]"]);
    // In other languages, the forms that are listed.
    check("de", &["Vorurteil; Vorurteile"], &["[Vorurteile], ein [Vorurteil], Vorurteils"]);
}

#[test]
fn hyphens_join_and_part() {
    check(
        "en",
        &["Multiracial", "Anti-Racist", "Racist Policies", "Racism"],
        &[
            "[multi-racial] and [multiracial], multi racial",
            "[anti-racist], [antiracist], [anti racist], [anti\u{2011}racist]",
            // The opposite is another thing.
            "non\u{2011}racist policies, un-racist policies, pro-racism",
            "[racism]-free, – [racism] –, -[racism]-",
            "[racist-policy] makers",
        ],
    );
}

#[test]
fn a_word_is_what_unicode_says() {
    check(
        "en",
        &["Racism", "Equity", "Diversity and Inclusion", "équité", "正義", "справедливость"],
        &[
            "racismo, antiracism, [racisms], [racism]_, x racism1",
            "[RÁCISM], [ra\u{ad}cism], [rac\u{200d}ism], [\u{ff32}acism]",
            "“[Racism]”, ‘[racism]’, ([racism]); [racism]… ¿[racism]?",
            "[diversity\u{a0}and\u{202f}inclusion], [diversity\u{ad} and \u{200b}inclusion], [diversity-and-inclusion]",
            "l’[équité], d'[équité], L\u{2019}[Équité] et l\u{2019}iniquité",
            "社會[正義]手冊, а [справедливость]…",
            "\u{301}[racism\u{301}], \u{ad}[racism]",
        ],
    );
}

#[test]
fn an_acronym_is_no_word() {
    check(
        "en",
        &[
            "WHO; World Health Organization",
            "ERA",
            "COVID-19",
            "U.S.",
            "=Diversity and Inclusion",
            "=Native",
            "Who’s Who",
            "~DEI",
            "WANs",
        ],
        &[
            "who asks the [WHO]? Who? [WHOs], the [WHO’s], THE [WHO'S]",
            "an era, the [ERA], [ERAs], ERAS",
            "[COVID-19], [COVID 19], covid-19",
            "the [U.S.], [US], us",
            "[World Health Organizations], [world health organization]",
            "[Diversity and\u{a0}Inclusion], diversity and inclusion, Diversity And Inclusion, DIVERSITY AND INCLUSION",
            "[Native] and native, [Natives], a [Native’s] land, NATIVE",
            "a [WAN], [WANs], wan, wans",
            "[who’s who], [dei], [DEI], [deis]",
        ],
    );
    // Words and acronyms of one spelling are told apart by their capitals.
    check("en", &["ERA", "Era"], &["the [ERA=ERA], an [era=Era], [Era=Era], [eras=Era], [ERAs=ERA], [ERAS=Era]"]);
    // A glossary in capitals means nothing by them.
    check("en", &["RACISM", "ERA", "RACIST POLICIES"], &["[racism], an [era], a [racist policy]"]);
    check("en", &["WHO", "ERA"], &["who, an era, [WHO]"]);
}

#[test]
fn what_is_excepted_is_not_marked() {
    check(
        "en",
        &["Race | race car; human race; race to the bottom", "Human Rights", "Bottom | race to the bottom", "Car Race"],
        &[
            "[race], a race car, [race] cards, race cars, the race-car’s wheel",
            "the human race, human races, in [human rights] of the human race, humans [race]",
            "a race to the bottom, a [race] to the top, the [bottom]",
            // Whatever else stands in an exception is not touched, and a longer term is none of its business.
            "the human race rights, the human race [car race], a [car race], the race car, [race]",
            "human,\n[race]",
        ],
    );
    // An exception that starts within another term counts.
    check("en", &["Inhuman Human", "Race | human race"], &["[inhuman human] race, [race]"]);
    // And one that is excepted leaves the words to the other term that has them.
    check("en", &["Race | race card", "Race Card"], &["a [race card], [race]"]);
}
