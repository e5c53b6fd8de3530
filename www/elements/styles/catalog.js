// How <equity-catalog> is laid out: search and filters beside the reading on wide places, above it on narrow ones. Its
// own width decides, not the window's, since a page may give it any column. No `text-wrap: pretty`: with it WebKitGTK ends
// the page when results with long rows of names come.

export const catalogStyles = `
.body { container-type: inline-size; }
.catalog { display: grid; gap: 1.5em var(--equity-gap, 2.5em); line-height: 1.5; }
.main { container-type: inline-size; scroll-margin-block-start: var(--equity-sticky-top, 0px); }
.search-label { display: block; margin-block-end: .35em; font-weight: 600; }
.filters-button { margin-block-start: .75em; }
.filters-button::after { content: "▸" / ""; margin-inline-start: .5em; }
.filters { display: none; gap: 1.1em; margin-block-start: 1.25em; }
legend { padding: 0; inline-size: 100%; }
legend button { display: flex; justify-content: space-between; inline-size: 100%; padding: .15em 0; border: 0; background: none; font-weight: 600; text-align: start; }
legend button::after { content: ""; inline-size: .45em; block-size: .45em; margin: auto .5em; border: solid; border-width: 0 1.5px 1.5px 0; rotate: 45deg; translate: 0 -.1em; }
legend button[aria-expanded="true"]::after { rotate: 225deg; translate: 0 .1em; }
.facet ul ul { padding-inline-start: 1.3em; }
.facet li { position: relative; }
.unfold { position: absolute; inset-inline-start: -2em; inset-block-start: 0; inline-size: 24px; min-block-size: 24px; padding: 0; border: 0; background: none; }
.unfold::after { content: "▸" / ""; }
.unfold:dir(rtl)::after { content: "◂" / ""; }
.unfold[aria-expanded="true"]::after { content: "▾" / ""; }
.facet ul:has(> li > .unfold) { padding-inline-start: 2em; }
.facet label { display: flex; align-items: baseline; gap: .6em; padding-block: .16em; line-height: 1.4; min-block-size: 24px; cursor: pointer; }
.facet input { translate: 0 .15em; }
.facet { font-size: .9375em; }
.chips ul { display: flex; flex-wrap: wrap; align-items: center; gap: .5em; margin-block-end: 1.25em; }
.chip { display: inline-flex; align-items: center; gap: .5em; border-radius: 2em; padding-block: .15em; font-size: .9em; }
.chip .cross { font-size: 1.2em; line-height: 1; }
.clear { font-size: .9em; }
.sections ul { display: flex; flex-wrap: wrap; gap: .25em 1.5em; margin-block-end: 1.75em; padding-block-end: 0; border-block-end: 1px solid var(--line); }
.sections button { padding: .35em 0 .5em; color: var(--soft); text-decoration: none; border-radius: 0; border-block-end: 3px solid transparent; margin-block-end: -1px; }
.sections [aria-current] { color: inherit; font-weight: 600; border-block-end-color: var(--accent); }
.section-title { font-size: clamp(1.6em, 1.2em + 2cqi, 2.25em); line-height: 1.15; margin-block: .25em .7em; }
.group, .picture { margin-block-start: 3em; }
.group-title { font-size: 1.45em; padding-block-end: .35em; border-block-end: 2px solid var(--line); }
.group .group { margin-block-start: 1.5em; }
.group .group + .group { margin-block-start: 2.5em; }
.group .group .group-title { font-size: 1.2em; color: var(--accent); border: 0; padding: 0; }
.listings { margin-block-start: 1em; display: grid; gap: 1.25em; }
.listing { min-inline-size: 0; max-inline-size: var(--equity-measure, 68ch); }
.listing .title { scroll-margin-block-start: var(--equity-sticky-top, 1.5em); font-size: 1.03em; font-weight: 600; line-height: 1.35; }
.byline, .organizations, .other-title, .facts, .description { margin-block-start: .15em; font-size: .9375em; color: var(--soft); }
.byline, .description { color: inherit; }
.actions { display: flex; flex-wrap: wrap; gap: 0 1.1em; margin-block-start: .15em; font-size: .875em; }
.actions button { min-block-size: 24px; padding: 0; color: var(--soft); text-decoration-color: var(--line); }
.open::after { content: "▾" / ""; display: inline-block; margin-inline-start: .3em; }
.top { display: flex; flex-wrap: wrap; align-items: start; justify-content: space-between; gap: 0 1.5em; }
.count { color: var(--soft); font-weight: normal; white-space: nowrap; }
.facts { display: flex; flex-wrap: wrap; gap: 0 .6em; }
.facts > :not(:last-child)::after { content: "·"; margin-inline-start: .6em; }
.neighbours { margin-block-start: 1.5em; padding-block-start: 1.1em; border-block-start: 1px solid var(--line); }
.neighbours ul { display: flex; flex-wrap: wrap; gap: .2em 1.5em; margin-block-start: .4em; color: var(--soft); }
.about { margin-block-start: 2.75em; font-size: .9375em; }
.about summary { cursor: pointer; padding-block: .2em; color: var(--soft); }
.results-title { scroll-margin-block-start: var(--equity-sticky-top, 1.5em); font-size: 1.35em; }
.results > .note { margin-block-start: .5em; color: var(--soft); }
@container (min-width: 38em) {
  .chips { flex: 1; }
}
@container (min-width: 46em) {
  .catalog { grid-template-columns: minmax(13em, 16.5em) minmax(0, 1fr); align-items: start; }
  .filters-button { display: none; }
  .filters { display: grid; }
  .search { position: sticky; inset-block-start: var(--equity-sticky-top, 1.5em); max-block-size: calc(100vh - 3em); overflow-y: auto; margin: -3px; padding: 3px; padding-inline-end: .8em; }
}
@media (forced-colors: active) {
  .sections button { border-color: Canvas; }
  .sections [aria-current] { border-color: Highlight; }
}
@media print {
  :host { color-scheme: light; }
  .search, .chips, .sections, .list-button, .about, .actions, .list-acts, .note { display: none; }
  a { color: inherit; text-decoration: none; }
  .title a::after { content: attr(href); display: inline-block; inline-size: 100%; font-size: .875em; font-weight: 400; }
  .catalog { display: block; }
  .listing { break-inside: avoid; }
  .group-title, .neighbours > :first-child { break-after: avoid; }
}
`;
