// How a term looks in the page's own text: like the text around it, with a dotted line below. A comma behind it stands with it in a
// box without line ends, since a line may always break beside a button.
//
// It stands among the page's own elements, so nothing but weight protects it: the class is doubled, and every word
// important, so that what a page says about its buttons in general doesn't win, by force or not.

export const triggerStyles = `
equity-joint { all: unset !important; white-space: nowrap !important; }
equity-joint::before, equity-joint::after { content: "\\feff" !important; }
button.equity-term.equity-term {
  all: unset !important; cursor: pointer !important; border-radius: 2px !important;
  white-space: normal !important; text-indent: 0 !important;
  text-decoration-line: underline !important; text-decoration-style: dotted !important; text-decoration-color: var(--equity-accent, currentColor) !important;
  text-decoration-thickness: max(1.5px, .09em) !important; text-underline-offset: .22em !important;
}
button.equity-term.equity-term:hover, button.equity-term.equity-term[aria-expanded="true"] { text-decoration-style: solid !important; }
button.equity-term.equity-term:focus-visible { outline: 2px solid var(--equity-accent, currentColor) !important; outline-offset: 2px !important; }
@media print { button.equity-term.equity-term { text-decoration-line: none !important; } }
`;
