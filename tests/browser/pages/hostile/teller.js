// Tells the page around a frame what a reader sees in it and where a pointer meets what, for nobody else can: the frame may be another
// site's, or a page whose habits no driver of browsers bears. It comes before those habits.

if (parent !== window) {
  // The page may have something by the name of what is asked.
  const page = { querySelector: document.querySelector.bind(document) };
  const find = (/** @type {any} */ root, /** @type {string} */ selector) => /** @type {HTMLElement | null | undefined} */ (root?.querySelector(selector));
  const point = (/** @type {Element | null | undefined} */ thing) => {
    const box = thing?.getBoundingClientRect();
    return box && box.width > 0 ? [Math.floor(box.left + box.width / 2), Math.floor(box.top + box.height / 2)] : undefined;
  };
  const things = () => {
    const [inside, entries] = [find(page, "equity-catalog")?.shadowRoot, find(page, "#list")?.shadowRoot];
    return {
      search: find(inside, "input[type=search]"),
      filter: find(inside, "input[type=checkbox]"),
      details: find(inside, "[data-act=open]"),
      term: find(page, ".equity-term"),
      find: find(entries, "input[type=search]"),
      anchor: find(entries, "article:not([hidden]) .anchor"),
    };
  };
  // A test is about to put the pointer there.
  addEventListener("message", ({ data }) => /** @type {Record<string, HTMLElement | null | undefined>} */ (things())[data]?.scrollIntoView({ block: "center", behavior: "instant" }));
  setInterval(() => {
    const { search, filter, details, term, find: finder, anchor } = things();
    const inside = find(page, "equity-catalog")?.shadowRoot;
    const entries = find(page, "#list")?.shadowRoot;
    const dialog = find(find(page, "equity-popup")?.shadowRoot, "[role=dialog]");
    parent.postMessage({
      works: inside?.querySelectorAll("li.listing").length ?? 0,
      title: find(inside, ".results-title")?.textContent ?? "",
      busy: find(inside, "[aria-busy]") !== null,
      chips: inside?.querySelectorAll(".chip").length ?? 0,
      open: find(inside, "[data-act=open][aria-expanded=true]") !== null,
      popup: find(dialog?.getRootNode(), `#${dialog?.getAttribute("aria-labelledby")}`)?.textContent ?? "",
      terms: entries?.querySelectorAll("article:not([hidden])").length ?? 0,
      address: location.hash,
      points: { search: point(search), filter: point(filter), details: point(details), term: point(term), find: point(finder), anchor: point(anchor) },
      own: [".own", "#list .own", "#text"].map((each) => find(page, each)?.checkVisibility?.() ?? null),
      failures: [inside, entries].map((each) => find(each, ".failure")?.textContent ?? ""),
      faults: /** @type {{ collected?: string[] }} */ (globalThis).collected ?? ["the collector did not run"],
    }, "*");
  }, 50);
}
