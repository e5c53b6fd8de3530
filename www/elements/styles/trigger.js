// How a term looks in the page's own text: like the text around it, with a dotted line below.
//
// The class is doubled so that what a page says about its buttons in general doesn't win.

export const triggerStyles = `
button.equity-term.equity-term {
  all: unset; cursor: pointer; -webkit-user-select: text; user-select: text; border-radius: 2px;
  text-decoration-line: underline; text-decoration-style: dotted; text-decoration-color: var(--equity-accent, currentColor);
  text-decoration-thickness: max(1.5px, .09em); text-underline-offset: .22em;
}
button.equity-term.equity-term:hover, button.equity-term.equity-term[aria-expanded="true"] { text-decoration-style: solid; }
button.equity-term.equity-term:focus-visible { outline: 2px solid var(--equity-accent, currentColor); outline-offset: 2px; }
@media print { button.equity-term.equity-term { text-decoration-line: none; } }
`;
