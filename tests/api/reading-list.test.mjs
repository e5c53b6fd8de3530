// The reading list as its readers rely on it, with a storage that can be watched, filled, broken or taken away.

import assert from "node:assert/strict";
import { test } from "node:test";

import { LIMIT, ReadingList, readingList, shareText, sharedIds } from "../../www/elements/reading-list/store.js";

const KEY = "equity-catalog:reading-list:ours";

/**
 * A storage of a browser, as far as it matters; `calls` tells what was done to it.
 * @param {Record<string, string>} [filled]
 */
function storage(filled = {}) {
  const entries = new Map(Object.entries(filled));
  /** @type {string[]} */
  const calls = [];
  return {
    entries,
    calls,
    /** How many characters fit. */
    room: Infinity,
    /** @param {string} key */
    getItem(key) {
      calls.push("get");
      return entries.get(key) ?? null;
    },
    /** @param {string} key @param {string} value */
    setItem(key, value) {
      calls.push("set");
      if (value.length > this.room) throw new DOMException("no room", "QuotaExceededError");
      entries.set(key, value);
    },
    /** @param {string} key */
    removeItem(key) {
      calls.push("remove");
      entries.delete(key);
    },
  };
}

/** @returns {never} */
const refuse = () => {
  throw new DOMException("The document is sandboxed", "SecurityError");
};

test("nothing is written before something is chosen", () => {
  const place = storage();
  const list = new ReadingList("ours", () => place);
  assert.deepEqual([list.ids, list.has("a"), list.full, list.share, list.kept], [[], false, false, "", true]);
  list.remove("a");
  list.move("a", 0);
  list.clear();
  assert.deepEqual(new Set(place.calls), new Set(["get"]));
  list.toggle("a");
  assert.deepEqual([...place.entries], [[KEY, '["a"]']]);
});

test("what is kept is the same on pages where lists have a toJSON of their own, as by Prototype.js 1.6", () => {
  const place = storage();
  Object.assign(Array.prototype, { toJSON: () => "[old]" });
  try {
    new ReadingList("ours", () => place).add("a", 'b"');
  } finally {
    Reflect.deleteProperty(Array.prototype, "toJSON");
  }
  assert.deepEqual([...place.entries], [[KEY, '["a","b\\""]']]);
});

test("what is chosen stands in the reader's order, once, and is there next time", () => {
  const place = storage();
  const list = new ReadingList("ours", () => place);
  /** @type {[() => void, string[]][]} */
  const steps = [
    [() => list.add("a"), ["a"]],
    [() => list.add("b", "c", "a"), ["a", "b", "c"]],
    [() => list.toggle("d"), ["a", "b", "c", "d"]],
    [() => list.toggle("b"), ["a", "c", "d"]],
    [() => list.move("d", 0), ["d", "a", "c"]],
    [() => list.move("d", 1), ["a", "d", "c"]],
    [() => list.move("a", 9), ["d", "c", "a"]],
    [() => list.remove("c"), ["d", "a"]],
    [() => list.add("x,y", ""), ["d", "a", "x,y"]],
  ];
  for (const [step, ids] of steps) {
    step();
    assert.deepEqual(list.ids, ids, `${step}`);
    assert.deepEqual(new ReadingList("ours", () => place).ids, ids, "the same list, a page later");
  }
  assert.deepEqual(new ReadingList("theirs", () => place).ids, [], "a list of another name is another list");
});

test("nothing stays when the last one is taken out", () => {
  for (const empty of [(/** @type {ReadingList} */ list) => list.remove("a"), (/** @type {ReadingList} */ list) => list.toggle("a"), (/** @type {ReadingList} */ list) => list.clear()]) {
    const place = storage({ [KEY]: '["a"]', other: "kept" });
    const list = new ReadingList("ours", () => place);
    empty(list);
    assert.deepEqual([...place.entries], [["other", "kept"]], `${empty}`);
    assert.equal(list.kept, true);
  }
});

test("without a storage the list lasts as long as the page, and says so", () => {
  const broken = { getItem: refuse, setItem: refuse, removeItem: refuse };
  for (const place of [() => undefined, () => null, refuse, () => broken]) {
    const list = new ReadingList("ours", place);
    assert.equal(list.kept, false, `${place}`);
    list.add("a", "b");
    list.remove("a");
    assert.deepEqual([list.ids, list.share, list.kept], [["b"], "b", false], `${place}`);
    list.clear();
    assert.deepEqual(list.ids, []);
  }
});

test("what somebody else stored under the name stays theirs", () => {
  for (const garbage of ["", "{", "null", "7", '"a"', '{"0":"a"}', "[1]", '["a", null]', "[[]]", "\u{0}"]) {
    const place = storage({ [KEY]: garbage });
    const list = new ReadingList("ours", () => place);
    list.add("a");
    list.add("b");
    assert.deepEqual([list.ids, list.kept], [["a", "b"], false], garbage);
    list.clear();
    assert.equal(place.entries.get(KEY), garbage);
    place.entries.delete(KEY);
    list.add("c");
    assert.deepEqual([list.kept, place.entries.get(KEY)], [true, '["c"]'], "once it is gone, there is room for the list");
  }
});

test("when room runs out the choice is not lost, and is stored as soon as it fits", () => {
  const place = storage();
  const list = new ReadingList("ours", () => place);
  list.add("a");
  place.room = 8;
  list.add("bcdef");
  assert.deepEqual([list.ids, list.kept, place.entries.get(KEY)], [["a", "bcdef"], false, '["a"]']);
  list.remove("bcdef");
  assert.deepEqual([list.ids, list.kept, place.entries.get(KEY)], [["a"], true, '["a"]']);
});

test("a list has room for 500", () => {
  const list = new ReadingList("ours", () => undefined);
  const ids = Array.from({ length: 600 }, (_, at) => `id-${at}`);
  list.add(...ids);
  assert.deepEqual([list.ids.length, list.full, list.has("id-499"), list.has("id-500")], [LIMIT, true, true, false]);
  list.remove("id-0");
  list.add("id-500");
  assert.equal(list.ids.at(-1), "id-500");
  const stored = storage({ [KEY]: JSON.stringify(ids) });
  assert.equal(new ReadingList("ours", () => stored).ids.length, LIMIT);
});

test("all who watch hear of changes, until they stop", () => {
  const place = storage();
  const page = new EventTarget();
  const list = new ReadingList("ours", () => place);
  /** @type {string[]} */
  const heard = [];
  const [first, second] = [new AbortController(), new AbortController()];
  list.watch(() => heard.push(`first: ${list.ids}`), first.signal, page);
  list.watch(() => heard.push(`second: ${list.ids}`), second.signal, page);
  const since = () => heard.splice(0);

  list.add("a");
  assert.deepEqual(since(), ["first: a", "second: a"]);
  list.add("a");
  list.remove("b");
  assert.deepEqual(since(), [], "what changes nothing is no change");

  const elsewhere = (/** @type {string | null} */ key) => page.dispatchEvent(Object.assign(new Event("storage"), { key }));
  place.entries.set(KEY, '["b","a"]');
  elsewhere(KEY);
  assert.deepEqual(since(), ["first: b,a", "second: b,a"]);
  elsewhere("another key");
  assert.deepEqual(since(), []);
  first.abort();
  place.entries.clear();
  elsewhere(null);
  assert.deepEqual(since(), ["second: "], "another tab cleared everything");
  second.abort();
  list.add("c");
  elsewhere(KEY);
  assert.deepEqual(since(), []);
});

test("a choice made here keeps what another tab chose meanwhile", () => {
  const place = storage();
  const [here, there] = [new ReadingList("ours", () => place), new ReadingList("ours", () => place)];
  here.add("a");
  there.add("b");
  here.add("c");
  there.remove("a");
  assert.deepEqual([here.ids, there.ids], [["b", "c"], ["b", "c"]]);
});

test("all elements of a page share the list of a name", () => {
  assert.equal(readingList("ours"), readingList("ours"));
  assert.notEqual(readingList("ours"), readingList("theirs"));
});

test("a list travels in an address and comes back the same", () => {
  for (const [ids, text] of /** @type {[string[], string][]} */ ([
    [[], ""],
    [["net-gains"], "net-gains"],
    [["net-gains", "lean-weaving", "20-ways"], "net-gains.lean-weaving.20-ways"],
    [["Net_Gains"], "Net_5f_Gains"],
    [["a.b", "a,b", "a b", "a/b?c&d=e#f%20+"], "a_2e_b.a_2c_b.a_20_b.a_2f_b_3f_c_26_d_3d_e_23_f_25_20_2b_"],
    [["é", "نص", "🌍", "\u{d800}"], "_e9_._646__635_._1f30d_._d800_"],
    [["__proto__", "_5f_"], "_5f__5f_proto_5f__5f_._5f_5f_5f_"],
  ])) {
    assert.equal(shareText(ids), text);
    assert.deepEqual(sharedIds(text), ids);
    assert.equal(encodeURIComponent(text), text, "safe in a part of an address");
    assert.equal(`${new URLSearchParams({ list: text })}`, `list=${text}`, "safe in a query");
  }
});

test("any text is some list, bounded, and never an error", () => {
  for (const [text, ids] of /** @type {[unknown, string[]][]} */ ([
    [undefined, []], [null, []], [7, []], [{}, []], [Symbol("a"), []], [["a"], []],
    ["...", []], ["a..b.a", ["a", "b"]], ["a.\r\n b", ["a", "b"]], ["_ffffff_", ["_ffffff_"]], ["_110000_", ["_110000_"]], ["_", ["_"]], ["a_zz_", ["a_zz_"]],
    ["unknown.مرحبا.<b>", ["unknown", "مرحبا", "<b>"]],
  ])) {
    assert.deepEqual(sharedIds(text), ids, String(text));
  }
  assert.equal(sharedIds(Array.from({ length: 10_000 }, (_, at) => at).join(".")).length, LIMIT);
  assert.equal(shareText(Array.from({ length: 10_000 }, (_, at) => `${at}`)).split(".").length, LIMIT);
  sharedIds("a".repeat(10_000_000));
  sharedIds("_".repeat(1_000_000));
});
