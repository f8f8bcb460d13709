// `./build.sh bench [NAME…]`: measures what is in tools/bench/, one file a bench, and prints a table. The same goes to
// target/bench/measurements.json, and what is told in MB/s to target/bench/speed.svg.

import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { plot } from "./bench/plot/plot.mjs";

/**
 * A measured figure.
 * @typedef {object} Row
 * @property {string} subject what was measured
 * @property {string} value figure and unit, or why there is none
 * @property {{ amount: number, unit: string }} [figure] the same for machines
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
  const measured = [];
  for (const name of wanted.length > 0 ? wanted : known) {
    console.error(`${name} …`);
    /** @type {{bench: Bench}} */
    const { bench } = await import(new URL(`${name}.mjs`, folder).href);
    const { rows, summary } = await bench();
    for (const { subject, value } of rows) console.log(`${name.padEnd(16)}${subject.padEnd(52)}${value}`);
    summaries.push(summary);
    measured.push({ bench: name, rows });
  }
  const [processor] = cpus();
  const machine = `${cpus().length} × ${processor?.model}, ${(totalmem() / 1e9).toFixed(0)} GB, Node.js ${process.version}`;
  const command = ["./build.sh bench", ...wanted].join(" ");
  const about = { date: new Date().toISOString(), machine, command };
  mkdirSync("target/bench", { recursive: true });
  writeFileSync("target/bench/measurements.json", `${JSON.stringify({ ...about, measured }, null, 2)}\n`);
  const speeds = measured.flatMap(({ rows }) => rows).filter(({ figure }) => figure?.unit === "MB/s");
  if (speeds.length > 0) writeFileSync("target/bench/speed.svg", plot(speeds, about));
  console.log(`summary: ${summaries.join("; ")}`);
}
