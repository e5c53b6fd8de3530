// The figures as tables that can be read in a terminal and in Markdown alike.

import { cpus, release, totalmem, type } from "node:os";
import { ENGINES } from "./engines/index.mjs";
import { glossaryTable } from "./glossary.mjs";
import { quantile } from "./measure.mjs";

/** @typedef {{ prepare: number, time: number, memory: number }} Load */
/** @typedef {{ loads: Record<string, Load>, times: Record<string, number[]> }} Place */

/**
 * @typedef {object} Speed
 * @property {string} catalog
 * @property {number} resources
 * @property {string[]} keystrokes
 * @property {string[]} absent  why engines are missing, a sentence each
 * @property {Built} built
 * @property {Place | undefined} node
 * @property {Place | undefined} chromium
 */

/**
 * @typedef {object} TrialResult
 * @property {string} name
 * @property {string} explained
 * @property {number} queries
 * @property {Record<string, Record<string, number>>} figures
 * @property {string[]} absent  why engines are missing, a sentence each
 * @property {Record<string, number>} answered  how many queries an engine answered in its time
 */

/** @typedef {Record<string, { time: number, bytes: number, brotli: number }>} Built */
/** @typedef {{ machine: string, command: string[], speed: Speed[], trials: TrialResult[], glossaries: import("./glossary.mjs").Findings[] }} Report */

/** The machine in a line. @param {string | undefined} browser */
export function machine(browser) {
  const [processor] = cpus();
  const parts = [`${cpus().length} × ${processor?.model.trim()}`, `${Math.round(totalmem() / 2 ** 30)} GB`, `${type()} ${release()}`, `Node ${process.versions.node}`];
  return [...parts, ...(browser ? [browser] : [])].join(", ");
}

/** @param {Report} report @returns {string} */
export function tables(report) {
  const parts = [`${report.machine}; ${report.command.join(" ")}`, ...report.speed.flatMap(speedTables), ...report.trials.map(trialTable), settings(report), ...report.glossaries.map(glossaryTable)];
  return parts.filter(Boolean).join("\n\n");
}

/** @param {Speed} speed @returns {string[]} */
function speedTables(speed) {
  return [
    `## ${speed.catalog}: ${speed.resources} resources, ${speed.keystrokes.length} keystrokes`,
    shippedTable(speed),
    ...(speed.node ? [placeTable("Node", speed, speed.node)] : []),
    ...(speed.chromium ? [placeTable("Chromium", speed, speed.chromium)] : []),
    speed.absent.join(" "),
  ];
}

/** @param {Speed} speed */
function shippedTable({ built }) {
  const rows = Object.entries(built).map(([name, { time, bytes, brotli }]) => {
    const records = ENGINES.find((engine) => engine.name === name)?.records;
    return [label(name), kilobytes(bytes), kilobytes(brotli), against(brotli, built.ours?.brotli), records ? "yes" : "no", seconds(time)];
  });
  return table(["what is shipped", "KB", "KB brotli 9", "× ours", "with records", "built in s"], rows);
}

/** @param {string} where @param {Speed} speed @param {Place} place */
function placeTable(where, speed, { loads, times }) {
  const rows = Object.entries(times).map(([name, taken]) => {
    const load = loads[name];
    // A slow engine has answered the first keystrokes only: two are compared on those that both have answered.
    const common = Math.min(taken.length, times.ours?.length ?? 0);
    const ratio = (/** @type {number} */ share) => against(quantile(taken.slice(0, common), share), quantile(times.ours?.slice(0, common) ?? [], share));
    const [median, high, highest] = [0.5, 0.95, 0.99].map((share) => quantile(taken, share));
    return [
      label(name),
      load ? milliseconds(load.time) : "",
      load ? against(load.time, loads.ours?.time) : "",
      load ? megabytes(load.memory) : "",
      ...[median, high, highest].map((time) => microseconds(time)),
      ratio(0.5),
      ratio(0.95),
      taken.length === speed.keystrokes.length ? "all" : String(taken.length),
    ];
  });
  const head = [`in ${where}`, "load ms", "× ours", "memory MB", "median µs", "p95 µs", "p99 µs", "median × ours", "p95 × ours", "keystrokes"];
  const { ours } = loads;
  const note = ours
    ? `\n\nOurs: compiling the engine takes ${milliseconds(ours.prepare)} ms once, before any catalog; memory beyond the pack's own bytes is `
      + `${megabytes(ours.memory - speed.built.ours.bytes)} MB. ${slowest(speed, times)}`
    : "";
  return table(head, rows) + note;
}

/** The keystrokes that the two fastest engines take longest for, as a hint where to look. @param {Speed} speed @param {Place["times"]} times */
function slowest({ keystrokes }, times) {
  return ["ours", "flexsearch"].filter((name) => times[name]).map((name) => {
    const order = times[name].map((time, at) => ({ time, query: keystrokes[at] })).sort((a, b) => b.time - a.time);
    const longest = order.filter(({ query }, place) => order.findIndex((other) => other.query === query) === place).slice(0, 5);
    return `Slowest for ${label(name)}: ${longest.map(({ query, time }) => `"${query}" ${microseconds(time)}`).join(", ")} µs.`;
  }).join(" ");
}

/** @param {TrialResult} trial */
function trialTable({ name, explained, queries, figures, absent, answered }) {
  const columns = Object.keys(Object.values(figures)[0] ?? {});
  const rows = Object.entries(figures).map(([name, figure]) => [
    label(name),
    ...columns.map((column) => (Number.isFinite(figure[column]) ? figure[column].toFixed(columns.length === 1 ? 3 : 2) : "-")),
    answered[name] === queries ? "all" : String(answered[name]),
  ]);
  return [`## ${name}`, explained, table(["", ...columns, "queries"], rows), absent.join(" ")].filter(Boolean).join("\n\n");
}

/** @param {Report} report */
function settings({ speed, trials }) {
  const shown = new Set([...speed.flatMap(({ built }) => Object.keys(built)), ...trials.flatMap(({ figures }) => Object.keys(figures))]);
  return shown.size && `Settings: ${ENGINES.filter(({ name }) => shown.has(name)).map(({ label, settings }) => `${label}: ${settings}`).join("; ")}.`;
}

/** A table in Markdown whose columns stand below each other in plain text too. @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (/** @type {string[]} */ cells) => `| ${cells.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (column ? `${"-".repeat(width - 1)}:` : "-".repeat(width))).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** @param {string} name */
function label(name) {
  const [engine, ...ways] = name.split(", ");
  return [ENGINES.find((candidate) => candidate.name === engine)?.label ?? engine, ...ways].join(", ");
}

/** How many times ours a figure is. @param {number} figure @param {number | undefined} ours */
function against(figure, ours) {
  if (!ours) return "";
  const ratio = figure / ours;
  return ratio >= 100 ? ratio.toFixed(0) : ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(2);
}

const kilobytes = (/** @type {number} */ bytes) => String(Math.round(bytes / 1000));
const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);
const seconds = (/** @type {number} */ time) => (time / 1000).toFixed(1);
const milliseconds = (/** @type {number} */ time) => (time < 10 ? time.toFixed(1) : String(Math.round(time)));
const microseconds = (/** @type {number} */ time) => String(Math.round(time * 1000));
