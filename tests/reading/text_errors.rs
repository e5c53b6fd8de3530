//! Broken text files, and what is found in them: the file's outer form, fields, and Markdown.

use crate::support::check_folders;

#[test]
fn headings_and_comments() {
    check_folders(&[
        (&[("resources.md", "Net Gains\n\n# B\n")], &["resources.md:1:1 error text-before-heading"]),
        (&[("resources.md", "\n\n  x\ny\n# B\n")], &["resources.md:3:3 error text-before-heading"]),
        (&[("resources.md", "#\nAuthor: A\n")], &["resources.md:1:2 error missing-title"]),
        (&[("resources.md", "# A\n\n#B is a number sign.\n")], &["resources.md:3:1 error heading-space"]),
        (&[("resources.md", "# A\n\n\\#B is a number sign.\n")], &[]),
        (&[("resources.md", "# ???\n")], &["resources.md:1:3 error missing-id"]),
        (&[("resources.md", "# A\n<!-- not closed\n# B\n")], &["resources.md:2:1 error comment"]),
        (&[("resources.md", "# A\n<!-- closed --> text\n")], &["resources.md:2:17 error comment"]),
        (&[("resources.md", "<!-- a\n# no work\n-->\n# A\n<!-- b -->\nAuthor: B\n")], &[]),
        (&[("catalog.md", "# A\n\ntext\n\n# B\n")], &["catalog.md:5:3 error second-heading"]),
        (&[("catalog.md", "text\n")], &["catalog.md:1:1 error text-before-heading", "catalog.md:1:1 error no-heading"]),
        (&[("catalog.md", "")], &["catalog.md:1:1 error no-heading"]),
        (&[("catalog.md", "#\n")], &["catalog.md:1:2 error missing-title"]),
    ]);
}

#[test]
fn fields() {
    check_folders(&[
        (&[("resources.md", "# A\nAuthr: B\n")], &["resources.md:2:1 error unknown-field"]),
        (&[("resources.md", "# A\nColour: B\nauthor: C\n")], &["resources.md:2:1 error unknown-field"]),
        (&[("resources.md", "# A\nA work on networks.\n")], &["resources.md:2:1 error not-a-field"]),
        (&[("resources.md", "# A\nKind Tool\n")], &["resources.md:2:1 error not-a-field"]),
        (&[("resources.md", "# A\nIt says, among other things: much.\n")], &["resources.md:2:1 error not-a-field"]),
        (&[("resources.md", "# A\nAuthor:\n")], &["resources.md:2:1 error empty-field"]),
        (&[("resources.md", "# A\nKind: Tool\nKIND: Case study\n")], &["resources.md:3:1 error duplicate-field"]),
        (&[("resources.md", "# A\n\nKind: Tool\n")], &["resources.md:3:1 error misplaced-field"]),
        (&[("resources.md", "# A\nYear: twelve\n")], &["resources.md:2:7 error bad-year"]),
        (&[("resources.md", "# A\nYear: 20122\n")], &["resources.md:2:7 error bad-year"]),
        (&[("resources.md", "# A\nYear: 201\n")], &["resources.md:2:7 warning early-year"]),
        (&[("resources.md", "# A\nLanguage: English\n")], &["resources.md:2:11 warning bad-language"]),
        (&[("resources.md", "# A\nLink: javascript:alert(1)\n")], &["resources.md:2:7 error unsafe-url"]),
        (&[("resources.md", "# A\nLink: ja\tvascript:alert(1)\n")], &["resources.md:2:7 error unsafe-url"]),
        (&[("resources.md", "# A\nLink: //example.org/a:b\n")], &["resources.md:2:7 warning incomplete-url"]),
        (&[("resources.md", "# A\nLink: www.example.org\n")], &["resources.md:2:7 warning incomplete-url"]),
        (&[("resources.md", "# A\nKind: To\u{202e}ol\n")], &["resources.md:2:7 warning unseen-character"]),
        (&[("resources.md", "# A\nId: net gains\n")], &["resources.md:2:5 warning awkward-id"]),
        (&[("resources.md", "# A\nCorrection: B\n")], &["resources.md:2:13 error bad-correction"]),
        (&[("resources.md", "# A\nCorrection: B ->\n")], &["resources.md:2:13 error bad-correction"]),
        (
            &[("resources.md", "# A\nAuthor: MIlls\nCorrection: Mils -> Mills\n")],
            &["resources.md:3:13 warning unused-correction"],
        ),
        (&[("resources.md", "# A\nAuthor: MIlls\nCorrection: MIlls -> Mills\n")], &[]),
        (&[("resources.md", "# A\nAuthor: B C\nAuthor: D\nByline: B C et al.\n")], &["resources.md:4:9 warning byline"]),
        (&[("glossary.md", "# A\nCase sensitive: ja\n\nText.\n\nAfter: B\n")], &["glossary.md:2:17 error yes-or-no"]),
        (&[("glossary.md", "# A\nCase: upper\n\nText.\n\nAfter: B\n")], &["glossary.md:2:7 error unknown-case"]),
        (
            &[(
                "glossary.md",
                "# Race\nNot in: race car; ; raced\nNot in: human races; the races’ end; races\n\nText.\n\nAfter: B\n",
            )],
            &[
                "glossary.md:2:9 error empty-exception",
                "glossary.md:2:21 warning useless-exception",
                "glossary.md:3:38 warning useless-exception",
            ],
        ),
        (&[("glossary.md", "# A\nForm: a\n\nText.\n\nAfter: B\n")], &["glossary.md:2:7 warning needless-form"]),
    ]);
}

#[test]
fn markdown_that_is_not_closed() {
    check_folders(&[
        (&[("catalog.md", "# C\n\nAn *open star.\n")], &["catalog.md:3:4 error unclosed-markup"]),
        (&[("catalog.md", "# C\n\nAn **open pair*.\n")], &["catalog.md:3:4 error unclosed-markup"]),
        (&[("catalog.md", "# C\n\nÀn é _open.\n")], &["catalog.md:3:6 error unclosed-markup"]),
        (&[("catalog.md", "# C\n\nOne\ntwo [three\n")], &["catalog.md:4:5 error unclosed-markup"]),
        (&[("catalog.md", "# C\n\nA [link] (https://a.b)\n")], &["catalog.md:3:3 error unclosed-markup"]),
        (&[("catalog.md", "# C\n\nA ` quote\n")], &["catalog.md:3:3 error unclosed-markup"]),
        (&[("catalog.md", "# C\n\nA \\*, \\_, \\[ and \\` and a_b and \\\\ and &#42;.\n")], &[]),
        (&[("catalog.md", "# C\n\nA \\\\*\n")], &["catalog.md:3:5 error unclosed-markup"]),
        (&[("catalog.md", "# C\n\n- item\n- *item\n")], &["catalog.md:4:3 error unclosed-markup"]),
        (&[("catalog.md", "# C\n\nSee\n<!-- here -->\nan *open star.\n")], &["catalog.md:5:4 error unclosed-markup"]),
    ]);
}

#[test]
fn markdown_that_is_not_part_of_the_format() {
    check_folders(&[
        (&[("catalog.md", "# C\n\nA <b>word</b>.\n")], &["catalog.md:3:3 error html", "catalog.md:3:10 error html"]),
        (&[("catalog.md", "# C\n\n<div>\nText\n</div>\n")], &["catalog.md:3:1 error html"]),
        (&[("catalog.md", "# C\n\nText <!-- and comment -->\n")], &["catalog.md:3:6 error html"]),
        (&[("catalog.md", "# C\n\n## Heading\n")], &["catalog.md:3:1 error unsupported-markdown"]),
        (&[("catalog.md", "# C\n\nHeading\n-------\n")], &["catalog.md:3:1 error unsupported-markdown"]),
        (&[("catalog.md", "# C\n\nText `code`.\n")], &["catalog.md:3:6 error unsupported-markdown"]),
        (&[("catalog.md", "# C\n\n```\ncode\n```\n")], &["catalog.md:3:1 error unsupported-markdown"]),
        (&[("catalog.md", "# C\n\n    code\n")], &["catalog.md:3:5 error unsupported-markdown"]),
        (&[("catalog.md", "# C\n\n![alt](https://a.b/c.png)\n")], &["catalog.md:3:1 error unsupported-markdown"]),
        (&[("catalog.md", "# C\n\n| a | b |\n|---|---|\n| c | d |\n")], &["catalog.md:3:1 error unsupported-markdown"]),
        (&[("catalog.md", "# C\n\nText ~~struck~~.\n")], &["catalog.md:3:6 error unsupported-markdown"]),
        (&[("catalog.md", "# C\n\nText\n\n***\n")], &["catalog.md:5:1 error unsupported-markdown"]),
        (&[("catalog.md", "# C\n\nLine\\\nbroken\n")], &["catalog.md:3:5 error unsupported-markdown"]),
        (&[("catalog.md", "# C\n\n<https://example.org>\n")], &["catalog.md:3:1 error unsupported-markdown"]),
        (
            &[("catalog.md", "# C\n\n[text][a]\n\n[a]: https://a.b\n")],
            &["catalog.md:3:1 error unsupported-markdown", "catalog.md:5:1 error unsupported-markdown"],
        ),
        (&[("catalog.md", "# C\n\n[text](https://a.b \"title\")\n")], &["catalog.md:3:1 error unsupported-markdown"]),
        (&[("catalog.md", "# C\n\n[text](ftp://a.b)\n")], &["catalog.md:3:1 error unsafe-url"]),
        (&[("catalog.md", "# C\n\n- one\n\n  *see [text](data:x)*\n")], &["catalog.md:5:8 error unsafe-url"]),
        (&[("catalog.md", "# C\n\n* item\n")], &["catalog.md:3:1 error unsupported-markdown"]),
        (&[("catalog.md", "# C\n\n1984. It was.\n")], &["catalog.md:3:1 error unsupported-markdown"]),
        (&[("catalog.md", "# C\n\n> Words.\n> —\n")], &["catalog.md:3:1 error bad-quotation"]),
        (&[("catalog.md", "# C\n\n> — Speaker\n")], &["catalog.md:3:1 error bad-quotation"]),
        (&[("catalog.md", "# C\n\n> Words.\n> — *Speaker*\n")], &["catalog.md:3:1 error bad-quotation"]),
        (&[("catalog.md", "# C\n\n> > > > > > > > > > > > > > > > x\n")], &["catalog.md:3:31 error too-deep"]),
        (&[("resources.md", "# A\n\nA *stressed* word.\n")], &["resources.md:3:1 error plain-text"]),
        (&[("resources.md", "# A\n\nOne.\n\nTwo.\n")], &["resources.md:3:1 error plain-text"]),
        (&[("resources.md", "# A\n\n- item\n")], &["resources.md:3:1 error plain-text"]),
    ]);
}
