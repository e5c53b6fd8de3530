// A button that copies what stands in a box, and a line that says so. Knows nothing of what is copied.

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} source
 * @param {HTMLElement} status  stands there from the start, so that screen readers hear what is written into it
 */
export function copying(button, source, status) {
  button.addEventListener("click", () => void copy());

  async function copy() {
    try {
      await navigator.clipboard.writeText(source.textContent ?? "");
      status.textContent = "Copied.";
    } catch {
      // Some browsers refuse, for example on a page without encryption: then the text is at least ready to be copied.
      getSelection()?.selectAllChildren(source);
      status.textContent = "Selected. Press Ctrl+C or ⌘C to copy.";
    }
  }
}
