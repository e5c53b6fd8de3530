// Other ways to lay out results than a list in numbered pages, fetched where a page or a reader asks for one.

export { enLayouts } from "./strings/en-layouts.js";
export { groupsOf, groupViews } from "./groups.js";
export { MOST_SHOWN, moreButton, showFurther } from "./further.js";
