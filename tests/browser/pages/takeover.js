// The widget's script comes when the test says so, as on a slow connection: until then readers have the page's own list.

addEventListener("now", () => void import("/pkg/elements.js"));
