// The shapes that the API takes and gives, as types only: nothing here exists at run time.
// They are the records of src/catalog/records.rs and the results of src/query/mod.rs as JavaScript sees them.

/**
 * A run of text: plain, emphasized, strong, or a link (`http`, `https`, `mailto`).
 * @typedef {string | { em: Span[] } | { strong: Span[] } | { a: Span[], href: string }} Span
 */

/**
 * A block of prose. A quotation with `paraphrase` gives the speaker's thought in the catalog's words.
 * @typedef {{ p: Span[] } | { ul: Block[][] } | { ol: Block[][] }
 *   | { quote: Block[], speaker?: string, source?: string, paraphrase: boolean }} Block
 */

/** @typedef {{ printed: string, correct: string }} Correction  A slip kept as printed, and what it should read. */
/** @typedef {{ id: string, title?: string }} Listing  A work, and the title printed here when it isn't the work's own. */
/** @typedef {{ title: string, groups: Group[], listings: Listing[] }} Group */

/**
 * @typedef {object} Section  One page of the catalog.
 * @property {string} id
 * @property {string} title
 * @property {string[]} path  Where it stands in a larger site, outermost first.
 * @property {Block[]} overview
 * @property {string[]} sources  What the overview follows.
 * @property {string} [pictureCredit]
 * @property {string[]} alsoInSection  Neighbouring pages by name.
 * @property {Group[]} groups
 */

/**
 * @typedef {object} Resource  One work.
 * @property {string} id
 * @property {string} title
 * @property {string[]} titles  Other titles.
 * @property {string[]} authors
 * @property {string} [byline]  The line of authors as printed, when it says more than their names.
 * @property {string[]} organizations
 * @property {string} [kind]
 * @property {string[]} topics
 * @property {string[]} sections  Ids of the sections that list it.
 * @property {number} [year]
 * @property {string} [language]  BCP 47 tag, when it isn't the catalog's.
 * @property {string} [url]
 * @property {string} [description]
 * @property {Correction[]} corrections
 */

/**
 * @typedef {object} Sense
 * @property {Block[]} text
 * @property {Block[]} examples
 * @property {string[]} sources
 * @property {boolean} adapted  Whether the definition is retold from its sources rather than quoted.
 */

/**
 * @typedef {object} Term  One entry of the glossary.
 * @property {string} id
 * @property {string} term
 * @property {string[]} forms
 * @property {Sense[]} senses
 * @property {string[]} related
 * @property {string[][]} locations
 * @property {string[]} notes
 * @property {"exact" | "any"} [case]  Whether capitals count in texts; without it they do for acronyms.
 * @property {string[]} notIn  Phrases within which the term is not meant.
 * @property {boolean} restored  Whether the document that it follows had lost the heading.
 * @property {Correction[]} corrections
 */

/** @typedef {"kind" | "organization" | "author" | "topic" | "section" | "year" | "language" | "path"} FacetName  `path` is the tree of places that list a resource: "PLAN / Change Process / Networks". */
/** @typedef {FacetName | "term"} AnyFacetName  `term` is the id of a glossary term that stands in the work's texts or names it as related. */
/** @typedef {[start: number, end: number]} Range  UTF-16 code units of the original text. */
/** @typedef {[index: number, start: number, end: number]} IndexedRange  The same, after the number of the value in its list. */

/**
 * @typedef {object} Highlights  What matched where; empty lists where nothing did.
 * @property {Range[]} title
 * @property {IndexedRange[]} titles
 * @property {IndexedRange[]} authors
 * @property {Range[]} byline
 * @property {IndexedRange[]} organizations
 * @property {Range[]} kind
 * @property {IndexedRange[]} topics
 * @property {Range[]} description
 */

/**
 * @typedef {object} Snippet  The part of a long description that is worth showing.
 * @property {string} text
 * @property {number} start  Where it starts in the description.
 * @property {number} end  Where it ends there.
 * @property {Range[]} highlights  What matched, in `text`.
 */

/**
 * @typedef {object} Explanation  The parts of a score; together they are the score, but for rounding.
 * @property {{ word: string, idf: number, score: number, found: Occurrence[] }[]} words  What each word of the query adds.
 * @property {number} title  What it adds that the query is the whole title.
 * @property {number} near  What it adds that words of the query stand near each other, or start a title.
 * @property {number} likeness  What it adds to be like the best resources, when the query is a question.
 */

/**
 * @typedef {object} Occurrence  A word of the resource that stands for one of the query.
 * @property {string} word
 * @property {"exact" | "form" | "prefix" | "joined" | "stem" | "slip"} how
 * @property {"title" | "titles" | "authors" | "organizations" | "subjects" | "description" | "synonyms"} field
 * @property {number} times
 */

/** @typedef {{ id: string, resource: Resource, score: number, highlights: Highlights, snippet?: Snippet, explain?: Explanation }} Hit */
/** @typedef {{ text: string, count: number }} Suggestion  `count` resources are found by it. */
/** @typedef {{ value: string, label: string, count: number, selected: boolean }} FacetValue */

/**
 * @typedef {object} SearchOptions
 * @property {Partial<Record<AnyFacetName, string[]>>} [filters]  OR within a facet, AND between facets; an empty value stands for those that have none.
 * @property {"relevance" | "title" | "newest" | "oldest" | "listing"} [sort]  Default: relevance.
 * @property {number} [offset]  Default: 0.
 * @property {number} [limit]  Default: 20.
 * @property {AnyFacetName[]} [facets]  Which facets to count. Default: none.
 * @property {number} [facetLimit]  Default: 20 values of each, and the selected ones.
 * @property {Partial<Record<AnyFacetName, string>>} [facetSearch]  Words that the values to give must have; the last may be unfinished.
 * @property {boolean} [explain]  Whether hits tell the parts of their scores.
 */

/**
 * @typedef {object} Page
 * @property {number} total  How many resources match, on all pages.
 * @property {Hit[]} hits
 * @property {Partial<Record<AnyFacetName, FacetValue[]>>} facets  Most frequent first; each count is what choosing the value gives.
 * @property {string} [correction]  The query as it was likely meant; its results are among the hits.
 * @property {string[]} relaxed  Words that the best hit lacks, because none has them all, and phrases and fields that nothing fulfils.
 */

/**
 * @typedef {object} Info
 * @property {string} title
 * @property {string} language
 * @property {string} [licence]
 * @property {Block[]} about
 * @property {number} resources
 * @property {number} terms
 * @property {number} sections
 * @property {number} bytes  Size of the pack.
 * @property {string} version  Version of the engine.
 */

/** @typedef {{ severity: "error" | "warning", code: string, path: string, message: string, help: string }} Finding */
/** @typedef {{ offset?: number, limit?: number }} Portion  Which ones of a list: how many are left out, and how many are given at most. */
/** @typedef {{ id: string, term: string }} TermName  A term's id and its headword. */
/** @typedef {{ total: number, resources: Resource[] }} WorksOfTerm  How many there are, and those that were asked for. */
/** @typedef {{ term: string, start: number, end: number }} TermMatch  A term's id, and where it stands in the text (UTF-16). */
/** @typedef {string | URL | Response | ArrayBuffer | Uint8Array} PackSource */
/** @typedef {{ integrity?: string, signal?: AbortSignal }} OpenOptions  `integrity` as in HTML: `sha384-…`. */

export {};
