// Loads the elements where `<script type="module">` can't be, or from where the page's address says.

const from = new URLSearchParams(location.search).get("from") ?? "/";
addEventListener("DOMContentLoaded", () => {
  if (from !== "/") for (const each of document.querySelectorAll("equity-catalog, equity-glossary")) each.setAttribute("src", `${from}partner.pack`);
});
import(`${from}pkg/elements.js`).catch(console.error);
