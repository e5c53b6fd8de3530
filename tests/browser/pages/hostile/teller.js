// Tells the page around a frame what a reader sees in it and where a pointer meets what: nobody else can, where the frame is another
// site's.

/** @type {string[]} */
const faults = [];
for (const type of ["error", "unhandledrejection", "securitypolicyviolation"]) {
  addEventListener(type, (event) => faults.push(`${type} ${/** @type {ErrorEvent} */ (event).message ?? /** @type {PromiseRejectionEvent} */ (event).reason ?? ""}`), true);
}

setInterval(() => {
  const inside = document.querySelector("equity-catalog")?.shadowRoot;
  const find = (/** @type {any} */ root, /** @type {string} */ selector) => /** @type {HTMLElement | null | undefined} */ (root?.querySelector(selector));
  const dialog = find(find(document, "equity-popup")?.shadowRoot, "[role=dialog]");
  const point = (/** @type {Element | null | undefined} */ thing) => {
    const { left = 0, top = 0, width = 0, height = 0 } = thing?.getBoundingClientRect() ?? {};
    return width > 0 ? [Math.floor(left + width / 2), Math.floor(top + height / 2)] : undefined;
  };
  parent.postMessage({
    works: inside?.querySelectorAll("li.listing").length ?? 0,
    title: find(inside, ".results-title")?.textContent ?? "",
    busy: Boolean(find(inside, "[aria-busy]")),
    chips: inside?.querySelectorAll(".chip").length ?? 0,
    open: Boolean(find(inside, "[data-act=open][aria-expanded=true]")),
    popup: find(dialog?.getRootNode(), `#${dialog?.getAttribute("aria-labelledby")}`)?.textContent ?? "",
    address: location.hash,
    points: {
      search: point(find(inside, "input[type=search]")),
      filter: point(find(inside, "input[type=checkbox]")),
      details: point(find(inside, "[data-act=open]")),
      term: point(find(document, ".equity-term")),
    },
    faults,
  }, "*");
}, 50);
