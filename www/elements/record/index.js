// What a reader asks for now and then: a work in full, the reading list. Fetched when somebody first does.

import { Shelf } from "../reading-list/shelf.js";
import { enRecord } from "../strings/en-record.js";
import { adopt } from "../styles/adopt.js";
import { recordStyles } from "../styles/record.js";
import { OpenWork } from "./open-work.js";

/** @import { Reading } from "../reading.js" */

export class Extras {
  /** @param {Reading} reading */
  constructor(reading) {
    reading.words.learn(enRecord);
    adopt(/** @type {ShadowRoot} */ (reading.host.shadowRoot), recordStyles);
    this.work = new OpenWork(reading);
    this.shelf = new Shelf(reading);
    const { acts, state } = reading;
    acts["related"] = ({ dataset }, event) => {
      const { metaKey, ctrlKey, shiftKey } = /** @type {MouseEvent} */ (event);
      // A new tab or window is the browser's to open.
      if (metaKey || ctrlKey || shiftKey) return;
      event.preventDefault();
      state.open = dataset["value"] ?? "";
      reading.write(true);
      this.work.follow(true);
    };
    acts["list"] = () => this.shelf.turnTo("");
    acts["unlist"] = () => this.shelf.turnTo(undefined);
  }
}
