import { runIn } from "./run.mjs";

runIn("chromium");
