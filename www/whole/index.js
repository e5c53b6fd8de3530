// The whole widget as one script, for the one file that `equity-catalog offline` writes: whatever other pages fetch on demand
// is in it.

import "../elements/index.js";
