// How a work in full looks, below its listing, and the reading list's buttons.

export const recordStyles = `
.open[aria-expanded="true"]::after { rotate: 180deg; }
.keep[aria-pressed="true"] { color: var(--accent); font-weight: 600; text-decoration: none; }
.keep[aria-pressed="true"]::before { content: "✓ " / ""; }
.list-button { margin-inline-start: auto; margin-block-end: 1em; font-size: .9375em; }
.above { margin-block: 0 2em; }
.record { margin-block: .6em 1em; padding: .9em 1.1em; border-inline-start: 3px solid var(--accent); background: var(--tint); border-radius: 0 var(--radius) var(--radius) 0; }
.record-facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .2em 1em; align-items: baseline; margin: 0; font-size: .9375em; }
.record > * + * { margin-block-start: .9em; }
.record-facts dt { grid-column: 1; color: var(--soft); }
.record-facts dd { grid-column: 2; margin: 0; }
.record-related > :first-child { font-size: 1em; font-weight: 600; }
.record-related ul { padding-inline-start: 1.2em; margin-block-start: .3em; }
.record-acts a { display: inline-block; min-block-size: 24px; }
.record-related li + li { margin-block-start: .35em; }
.soft { color: var(--soft); font-size: .9375em; }
.record-acts { display: flex; flex-wrap: wrap; align-items: baseline; gap: .6em 1em; font-size: .9375em; }
.listings + .record-acts { margin-block-start: 1.5em; }
.list-acts { margin-block: .8em 1.2em; }
.files { display: contents; }
.citing { flex-basis: 100%; }
.citing summary { cursor: pointer; inline-size: fit-content; min-block-size: 24px; text-decoration: underline; text-underline-offset: .18em; color: var(--accent); }
.reference { margin-block: .5em .7em; padding-inline-start: 1em; border-inline-start: 2px solid var(--line); }
.copying textarea { display: block; inline-size: min(100%, 30em); margin-block-start: .4em; font: inherit; color: inherit; background: var(--paper); }
@container (max-width: 26em) {
  .record-facts { grid-template-columns: minmax(0, 1fr); }
  .record-facts dd { grid-column: 1; }
  .record-facts dt:not(:first-child) { margin-block-start: .3em; }
}
@media print { .record-acts, .record-related { display: none; } }
`;
