// How an article's terms look on paper: a number at each, and the notes behind.

/** For the page's own text, in which our buttons stand. */
export const numberStyles = `
@media print {
  button.equity-term.equity-term[data-note]::after {
    content: attr(data-note) !important; display: inline !important; vertical-align: super !important; padding-inline-start: .1em !important;
    font-size: .7em !important; line-height: 0 !important; text-decoration: none !important;
  }
}
`;

export const endnoteStyles = `
.endnotes { display: none; }
/* What isn't seen has no frame, and paper needs none. */
.body.body:has(> .endnotes:only-child) { padding: 0 !important; background: none !important; }
@media print {
  .body:has(.endnotes) { color: CanvasText; color-scheme: light; }
  .endnotes { display: block; line-height: 1.45; }
  .endnotes h1, .endnotes h2, .endnotes h3, .endnotes h4, .endnotes h5, .endnotes h6 { margin-block: 1.5em .6em; font-size: 1.15em; break-after: avoid; }
  .endnotes > ol { list-style: none; font-size: .9em; }
  .endnotes > ol > li { display: flex; gap: .6em; margin-block-start: .8em; }
  .note-number { flex: none; min-inline-size: 1.4em; font-size: .8em; text-align: end; }
  .endnotes div { min-inline-size: 0; }
  .note-term { font-weight: 650; break-after: avoid; }
  .endnotes .prose, .endnotes .credit { max-inline-size: none; line-height: inherit; }
  .endnotes .credit { margin-block-start: .25em; }
  .endnotes .sense + .sense { margin-block-start: .6em; }
  .endnotes .examples, .endnotes .facts, .endnotes .aside { display: none; }
  .endnotes a[href^="http"]::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
}
`;
