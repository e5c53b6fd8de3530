// Says in which language the page or its widget is, as its address asks: ?html=es, ?element=ar, ?strings=words.json.

const asked = new URLSearchParams(location.search);
document.documentElement.lang = asked.get("html") ?? "en";
if (asked.get("html") === "ar") document.documentElement.dir = "rtl";
const widget = /** @type {Element} */ (document.querySelector("equity-catalog"));
for (const [key, name] of [["element", "lang"], ["strings", "strings"]]) {
  const value = asked.get(key ?? "");
  if (value !== null) widget.setAttribute(name ?? "", value);
}
// As a page's own script may do it: when the widget is on its way.
const late = asked.get("late");
if (late !== null) void customElements.whenDefined("equity-catalog").then(() => Promise.resolve()).then(() => widget.setAttribute("lang", late));
