// `./build.sh bench [NAME…]`: measures what is in tools/bench/, one file a bench, and prints a table.

import { readdirSync } from "node:fs";

/**
 * A measured figure.
 * @typedef {object} Row
 * @property {string} subject what was measured
 * @property {string} value figure and unit, or why there is none
 */

/**
 * A file in tools/bench/: `summary` is its word in the last line.
 * @typedef {() => Promise<{rows: Row[], summary: string}>} Bench
 */

const folder = new URL("bench/", import.meta.url);
const known = readdirSync(folder)
  .filter((file) => file.endsWith(".mjs"))
  .map((file) => file.slice(0, -".mjs".length))
  .sort();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));

if (unknown.length > 0) {
  console.error(`There is no bench named ${unknown.join(", ")}; there are: ${known.join(", ")}.`);
  process.exitCode = 1;
} else {
  const summaries = [];
  for (const name of wanted.length > 0 ? wanted : known) {
    console.error(`${name} …`);
    /** @type {{bench: Bench}} */
    const { bench } = await import(new URL(`${name}.mjs`, folder).href);
    const { rows, summary } = await bench();
    for (const { subject, value } of rows) console.log(`${name.padEnd(16)}${subject.padEnd(44)}${value}`);
    summaries.push(summary);
  }
  console.log(`summary: ${summaries.join("; ")}`);
}
