// How terms look whose words are only painted, and the list of them.
//
// Not every browser underlines painted words, so they have a ground as well. What the page calls its accent is not known there
// everywhere either: the line is as the text.

/** @param {string} name  under which the browser knows the painted words */
export const paintStyles = (name) => `
::highlight(${name}) { text-decoration: underline dotted; text-decoration-thickness: max(1.5px, .09em); text-underline-offset: .22em; background-color: color-mix(in srgb, CanvasText 8%, transparent); }
@media print { ::highlight(${name}) { text-decoration: none; background-color: transparent; } }
`;

// The box is what it is once the notes have come: else the list would jump then.
export const highlightStyles = `
.body { container-type: inline-size; }
.page-terms { margin-block: 1em; padding: .5em .8em; border: 1px solid var(--line); border-radius: var(--radius); }
.page-terms summary { min-block-size: 24px; cursor: pointer; font-weight: 600; }
.page-terms ul { display: flex; flex-wrap: wrap; gap: .4em 1.4em; padding-block: .6em .3em; }
.page-terms button.equity-term { min-block-size: 24px !important; }
.here { position: absolute; }
.here > button.equity-term.equity-term.equity-term {
  display: block !important; inline-size: 100% !important; block-size: 100% !important; overflow: hidden !important; white-space: nowrap !important;
  color: transparent !important; text-decoration-line: none !important;
}
@media print { .page-terms, .here { display: none; } }
`;
