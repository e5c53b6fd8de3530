// What all parts share: colours, controls, prose.
//
// The widget takes its font and its ink from the page around and derives every other colour from that ink, so that it
// suits a light page, a dark page, and a page that changes from one to the other without a word to us.
//
// A page can set these custom properties on the elements or anywhere above them:
//   --equity-accent        links, focus rings, chosen things         --equity-heading-font  headings
//   --equity-ink           text                                      --equity-measure       longest line of prose, 68ch
//   --equity-paper         background of boxes and popups            --equity-radius        corners, 4px
//   --equity-mark          background of what matched                --equity-gap           space between columns, 2.5em
//   --equity-sticky-top    what a bar of the page's own takes of the window's top, 1.5em
// A fixed theme has colours of its own, for those above it belong to whatever the page looks like: a page that wants
// others sets them on the element itself.
//
// and reach these parts with ::part():
//   catalog search label input button select selects filters facet facet-title drawer chips chip clear main
//   about sections section path section-title overview quote credit group group-title neighbours
//   results results-title empty note listing listing-title byline organizations other-title description facts mark
//   actions record cite list-acts correction pages error
//   glossary letters letter term term-title sense examples term-link see-also related locations works notes endnotes page-terms
//
// The last line is the glossary's, which also has search label input button empty note quote credit correction error. Related works
// are the part `related` too.
//
// Of an open popup: equity-popup::part(popup), ::part(popup-title), and those of an entry.

export const base = `
:host {
  display: block;
  --scheme: initial;
  min-inline-size: 0;
  inline-size: -moz-available;
  inline-size: -webkit-fill-available;
  inline-size: stretch;
  --soft: currentColor;
  --line: GrayText;
  --field: GrayText;
  --accent: var(--equity-accent, currentColor);
  --paper: var(--equity-paper, Canvas);
  --tint: transparent;
  --mark: var(--equity-mark, Mark);
  --radius: var(--equity-radius, 4px);
}
:host([hidden]), [hidden] { display: none !important; }
/* A page's rules for its elements win over :host, and what they set is inherited. So the inside begins with this box:
   it takes the page's type, ink and spacing of letters, which are the page's or the reader's to choose, and nothing else. */
.body, .popup {
  all: initial; display: block; box-sizing: border-box; font: inherit; font-style: normal; font-variant-caps: normal;
  letter-spacing: inherit; word-spacing: inherit; color: var(--equity-ink, inherit);
  color-scheme: var(--scheme, inherit); visibility: inherit; pointer-events: inherit; overflow-wrap: anywhere; -webkit-text-size-adjust: inherit; text-size-adjust: inherit;
}
/* A box whose width is asked about by its content has none of its own: in a flex row, floated or centred it would vanish. */
.body { contain-intrinsic-inline-size: 16em; }
:host(:is([theme="light"], [theme="dark"])) { --scheme: light; --equity-ink: #1e2326; --equity-paper: #fff; --equity-accent: initial; --equity-mark: initial; }
@media screen { :host([theme="dark"]) { --scheme: dark; --equity-ink: #e7e5e1; --equity-paper: #17191b; } }
:host(:is([theme="light"], [theme="dark"])) .body:not(:empty) { padding: 1.25em; background: var(--equity-paper); }
@supports (color: oklch(from currentColor l c h)) {
  :host {
    --soft: color-mix(in oklab, currentColor 80%, oklch(from currentColor calc(1 - l) 0 h));
    --line: oklch(from currentColor l c h / .2);
    --field: oklch(from currentColor l c h / .6);
    --accent: var(--equity-accent, oklch(from currentColor clamp(.43, (l - .5) * 1000, .82) .085 200));
    --paper: var(--equity-paper, oklch(from currentColor clamp(.21, (.5 - l) * 1000, .995) 0 h));
    --tint: oklch(from currentColor l c h / .06);
    --mark: var(--equity-mark, oklch(from currentColor clamp(.36, (.5 - l) * 1000, .92) .08 95));
  }
}
*, ::before, ::after { box-sizing: border-box; }
h1, h2, h3, h4, h5, h6 {
  margin: 0; font: inherit; font-family: var(--equity-heading-font, inherit); font-weight: 650; line-height: 1.25;
}
p, ul, ol, figure, blockquote, fieldset { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
[role="list"] { list-style: none; }
a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: max(1px, .06em); }
mark { color: inherit; background: var(--mark); border-radius: 2px; box-shadow: 0 0 0 .08em var(--mark); }
button, input { font: inherit; color: inherit; letter-spacing: inherit; }
button { cursor: pointer; min-block-size: 1.75em; min-inline-size: 24px; border-radius: var(--radius); }
input[type="checkbox"] { accent-color: var(--accent); inline-size: 1.1em; block-size: 1.1em; min-inline-size: 16px; min-block-size: 16px; margin: 0; flex: none; }
input[type="search"] {
  inline-size: 100%; min-inline-size: 0; padding: .5em .7em; font-size: max(1em, 16px); border: 1px solid var(--field); border-radius: var(--radius); background: var(--paper);
}
.button, .chip {
  padding: .3em .8em; border: 1px solid var(--field); background: transparent; text-align: start;
}
.button:hover, .chip:hover { background: var(--tint); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.more, .clear, .letters a, .sections button, .actions button {
  padding: .15em 0; border: 0; background: none; color: var(--accent); text-decoration: underline; text-underline-offset: .18em;
  text-decoration-thickness: max(1px, .06em); text-align: start;
}
a:hover, .more:hover, .clear:hover { text-decoration-thickness: 2px; }
.spoken { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.prose { max-inline-size: var(--equity-measure, 68ch); line-height: 1.6; }
.prose > * + *, .prose li > * + * { margin-block-start: .8em; }
.prose ul, .prose ol { padding-inline-start: 1.4em; }
.prose li + li { margin-block-start: .35em; }
.quote { margin-block: 1.4em; padding-inline-start: 1.1em; border-inline-start: 2px solid var(--accent); }
.quote figcaption { margin-block-start: .4em; color: var(--soft); font-size: .9em; }
.path { display: flex; flex-wrap: wrap; gap: .1em .5em; color: var(--soft); font-size: .85em; }
.path li + li::before { content: "/"; margin-inline-end: .5em; }
.credit { max-inline-size: var(--equity-measure, 68ch); margin-block-start: .7em; color: var(--soft); font-size: .875em; }
.correction { color: var(--soft); font-size: .875em; font-weight: normal; font-style: italic; }
.failure { display: flex; flex-wrap: wrap; align-items: center; gap: .8em 1.2em; margin-block-end: 1em; padding: .8em 1em; border: 1px solid var(--field); border-inline-start: 4px solid var(--accent); border-radius: var(--radius); }
.failure p { flex: 1 1 20ch; }
@supports not (color: oklch(from currentColor l c h)) { .popup, input { color: var(--equity-ink, CanvasText); } }
@media print { mark { all: unset; } }
@media (forced-colors: active) { mark { color: MarkText; background: Mark; } }
`;
