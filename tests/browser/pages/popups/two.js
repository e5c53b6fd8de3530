// ?forbidden: a browser that lets the page keep nothing. Each visit begins with nothing kept.

if (location.search.includes("forbidden")) {
  Object.defineProperty(globalThis, "localStorage", {
    get() {
      throw new DOMException("The page may keep nothing.", "SecurityError");
    },
  });
} else {
  localStorage.clear();
}
