// Notes what goes wrong on a page, from its first moment on, for Page.errors(). The server puts it first in every page,
// because WebKit's driver tells nothing of the console; in the other browsers it stands beside what they report.
{
  /** @type {string[]} */
  const collected = [];
  Object.assign(globalThis, { collected });

  /** @param {string} what @param {unknown} detail */
  const note = (what, detail) => collected.push(`error: ${what}: ${detail instanceof Error ? `${detail.message}\n${detail.stack}` : detail}`);

  addEventListener("error", (/** @type {Event} */ event) => {
    if (event instanceof ErrorEvent) note("uncaught", event.error ?? event.message);
    else note("not loaded", event.target instanceof Element ? event.target.outerHTML : "");
  }, true);
  addEventListener("unhandledrejection", (event) => note("unhandled rejection", event.reason));
  document.addEventListener("securitypolicyviolation", (event) => {
    note("content security policy", `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ""}:${event.lineNumber} ${event.sample}`);
  });

  for (const level of /** @type {const} */ (["error", "warn"])) {
    const original = console[level].bind(console);
    console[level] = (...parts) => {
      note(`console.${level}`, parts.map(String).join(" "));
      original(...parts);
    };
  }
}
