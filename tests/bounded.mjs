// A WebAssembly file whose memory may not grow beyond a bound, so that tests can run out of it without a machine that does.

/**
 * @param {Uint8Array} bytes  of a file that says nothing about how far its memory may grow
 * @param {number} more  pages of 64 KB that it may grow by
 */
export function bounded(bytes, more) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const start = at;
    const section = bytes[at++];
    const length = number();
    if (section !== 5) {
      at += length;
      continue;
    }
    // How many memories, whether there is a bound, how many pages at first.
    const [memories, flags, pages] = [number(), number(), number()];
    if (memories !== 1 || flags !== 0) throw new Error("the engine's memory is not what it was: look at this helper");
    const limits = [1, 1, ...written(pages), ...written(pages + more)];
    return Uint8Array.from([...bytes.subarray(0, start), 5, limits.length, ...limits, ...bytes.subarray(at)]);
  }
  throw new Error("the file has no memory");
}

/** @param {number} value @returns {number[]} */
function written(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...written(value >>> 7)];
}
