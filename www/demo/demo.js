// "Put it on your site": writes the two lines that a partner pastes, and copies them.

const select = (/** @type {string} */ id) => /** @type {HTMLSelectElement} */ (document.getElementById(id));
const snippet = /** @type {HTMLElement} */ (document.getElementById("snippet"));
const copied = /** @type {HTMLElement} */ (document.getElementById("copied"));

/** The address of the package as a page of another site would write it. */
const script = new URL("/pkg/elements.js", location.href).href;

function write() {
  const theme = select("theme").value;
  const attributes = theme === "auto" ? "" : ` theme="${theme}"`;
  const what = select("what").value;
  const tag = what === "catalog" ? "equity-catalog" : "equity-glossary";
  const annotate = what === "annotate" ? ' annotate="article"' : "";
  snippet.textContent = `<script type="module" src="${script}"></script>\n<${tag}${annotate}${attributes}></${tag}>`;
  copied.textContent = "";
}

async function copy() {
  try {
    await navigator.clipboard.writeText(snippet.textContent ?? "");
    copied.textContent = "Copied.";
  } catch {
    // Some browsers refuse, for example on a page without encryption: then the text is at least ready to be copied.
    getSelection()?.selectAllChildren(snippet);
    copied.textContent = "Selected. Press Ctrl+C or ⌘C to copy.";
  }
}

document.getElementById("builder")?.addEventListener("change", write);
document.getElementById("copy")?.addEventListener("click", () => void copy());
write();
