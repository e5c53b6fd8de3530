// How what stands around results looks: orders, groups and pages to choose from, what to try when there are none, and what is under the pointer.

export const layoutsStyles = `
.facet label:hover span { text-decoration: underline; }
.sections button:hover { color: inherit; border-block-end-color: var(--line); }
.actions button:hover { color: var(--accent); text-decoration-color: currentColor; }
.find label { display: block; font-size: .9em; color: var(--soft); }
.find { margin-block: .2em .4em; }
.find input { padding: .25em .5em; }
.selects { display: flex; flex-wrap: wrap; gap: .5em 1.2em; font-size: .9375em; }
.selects:not(:empty) { margin-block-end: .8em; }
.selects label { display: inline-flex; align-items: center; gap: .5em; }
.selects label span { color: var(--soft); }
select { font: inherit; color: inherit; padding: .25em .4em; min-block-size: 28px; max-inline-size: 100%; border: 1px solid var(--field); border-radius: var(--radius); background: var(--paper); }
option { color: CanvasText; background: Canvas; }
.results-title + .group { margin-block-start: 1.5em; }
.empty ul { margin-block: .8em 1.2em; padding-inline-start: 1.4em; max-inline-size: var(--equity-measure, 68ch); }
.pages { margin-block-start: 2em; }
.pages ul { display: flex; flex-wrap: wrap; align-items: center; gap: .35em; }
.pages li button { min-inline-size: 2.2em; padding: .25em .6em; border: 1px solid transparent; background: none; color: var(--accent); }
.pages li button:hover { border-color: var(--field); }
.pages [aria-current] { color: inherit; border-color: currentColor; font-weight: 600; }
@container (min-width: 38em) {
  .selects { float: inline-end; margin-inline-start: 1.5em; }
}
@media (forced-colors: active) {
  .pages button { border-color: Canvas; }
  .pages [aria-current] { border-color: Highlight; }
}
@media print {
  .selects, .pages { display: none; }
}
`;
