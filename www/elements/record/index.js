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
  }
}
