// How glossary entries look, in the A to Z list and in popups, and how the list is laid out.
//
// No rule looks at the entry before one: where entries are put in at the front of hundreds, browsers would compute them all
// anew.

export const glossaryStyles = `
.body { container-type: inline-size; }
.glossary { line-height: 1.55; }
.search { max-inline-size: 28em; }
.search-label { display: block; margin-block-end: .35em; font-weight: 600; }
.letters ul { display: flex; flex-wrap: wrap; gap: .3em; margin-block: 1.1em 0; margin-inline-start: -.5em; }
.letters a { display: grid; place-items: center; min-inline-size: 2em; min-block-size: 2em; font-weight: 600; text-decoration: none; border-radius: var(--radius); }
.letters [aria-current] { background: var(--tint); text-decoration: underline 2px; }
.letter > .button { justify-self: start; margin-block-start: 2em; }
.letters a:hover { background: var(--tint); text-decoration: underline; }
.found { margin-block-start: 1.1em; }
.also { margin-block: -.4em .5em; color: var(--soft); font-size: .9375em; }
.letter { margin-block-start: 2em; padding-block-start: 1.5em; border-block-start: 1px solid var(--line); display: grid; grid-template-columns: minmax(0, 1fr); gap: .75em 2em; }
.letter-title { font-size: 1.5em; line-height: 1.2; color: var(--soft); }
.term:not(:first-child) { margin-block-start: 2.5em; }
.term { max-inline-size: var(--equity-measure, 68ch); }
.term-head { display: flex; align-items: baseline; gap: .35em; margin-block-end: .5em; }
.term-title { font-size: 1.35em; scroll-margin-block-start: var(--equity-sticky-top, 1.5em); }
.anchor { min-inline-size: 24px; min-block-size: 24px; text-align: center; text-decoration: none; color: var(--soft); }
.anchor:hover { color: var(--accent); text-decoration: underline; }
.senses { padding-inline-start: 1.5em; }
.senses > li::marker { font-weight: 600; color: var(--soft); }
.sense + .sense { margin-block-start: 1.4em; }
.examples { margin-block-start: .9em; padding-inline-start: 1em; border-inline-start: 2px solid var(--line); }
.label, dt { font-size: .875em; font-weight: 600; }
.examples .prose { margin-block-start: .15em; font-size: .9688em; }
dl { margin: .9em 0 0; font-size: .9375em; }
dl + dl { margin-block-start: .25em; }
dt, dd { display: inline; margin: 0; font-size: 1em; }
dt { margin-inline-end: .4em; }
dt::after { content: ":"; }
dd:not(:last-child)::after { content: "\\a0· "; }
.cross { all: unset; cursor: pointer; border-radius: 2px; text-decoration: underline dotted max(1px, .06em) var(--accent); text-underline-offset: .22em; }
.cross:hover { text-decoration-style: solid; }
.cross:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.works { margin-block-start: .9em; font-size: .9375em; }
.works li, .all-works { margin-block-start: .25em; }
.aside { margin-block-start: .5em; font-size: .9375em; }
.restored { color: var(--soft); font-style: italic; font-size: .875em; }
@container (min-width: 46em) {
  .letter:not(.all) { grid-template-columns: 3em minmax(0, 1fr); }
}
@media print {
  :host { color-scheme: light; }
  .search, .letters, .anchor, .found, .letter > .button, .all-works, .noted .credit { display: none; }
  .letter { display: block; margin-block-start: 1.2em; padding-block-start: .8em; }
  .term:not(:first-child) { margin-block-start: 1.4em; }
  .term { max-inline-size: none; }
  .cross, .works a { color: inherit; text-decoration: none; }
  .number { font-size: .75em; line-height: 1; margin-inline-start: .2em; }
  .notes { margin-block-start: 2em; font-size: .9em; }
  .notes ol { margin-block-start: .6em; padding-inline-start: 2em; }
  .letter-title, .term-head { break-after: avoid; }
}
`;
