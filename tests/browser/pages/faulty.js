// Faults of every kind that the tests promise to notice, so that a test can say that they do.

const root = /** @type {Element} */ (document.getElementById("host")).attachShadow({ mode: "open" });
const sheet = new CSSStyleSheet();
sheet.replaceSync("p { color: #bbb; background: #fff }");
root.adoptedStyleSheets.push(sheet);
const faint = document.createElement("p");
faint.textContent = "Too faint to read";
const nameless = document.createElement("input");
nameless.placeholder = "Only a placeholder";
const press = document.createElement("button");
press.textContent = "Press";
root.append(faint, nameless, press);

console.error("an error in the console");
setTimeout(() => {
  throw new Error("an uncaught error");
});
void Promise.reject(new Error("an unhandled rejection"));
fetch("https://example.org/").catch(() => {});
try {
  faint.innerHTML = "<b>markup</b>";
} catch (error) {
  faint.title = String(error);
}
