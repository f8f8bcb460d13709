// How many megabytes of posts (10^6 bytes of UTF-8) are scanned in a second, beside a plain pass over the same bytes and beside our peers.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { whyAbsent } from "../browser/find.mjs";
import { launch } from "../browser/launch.mjs";
import { byPeers } from "./detection/peers.mjs";
import { densePosts, posts } from "./detection/posts.mjs";

const HUSH = readFileSync("extension/hush.js", "utf8");

const ENCODINGS = [
  { name: "wasm in Chromium", script: "target/probe/firefox/content.js" },
  { name: "lowered in Chromium", script: "target/probe/chromium/content.js" },
];

/** @type {import("../bench.mjs").Bench} */
export async function bench() {
  const [texts, dense] = [posts(), densePosts()];
  const megabytes = inMegabytes(texts);
  /** @type {import("../bench.mjs").Row[]} */
  const rows = [
    { subject: "posts, of which one in ten discloses something", value: inWords(texts) },
    { subject: "posts, of which nine in ten do", value: inWords(dense) },
    speedRow("native", natively(texts)),
    ...[10, 100].map((times) => speedRow(`native, ${times} posts as one text`, natively(joined(texts, times)))),
    speedRow("native, nine in ten disclose", natively(dense)),
  ];
  const speeds = [];
  const lacks = whyAbsent("chromium");
  if (lacks) rows.push({ subject: "Chromium", value: lacks });
  else {
    for (const { name, seconds, bytes } of await inChromium(texts, dense)) {
      const speed = inSpeed(megabytes / seconds.scan);
      rows.push(speedRow(name, megabytes / seconds.scan));
      rows.push(speedRow(`${name}, nine in ten disclose`, inMegabytes(dense) / seconds.dense));
      rows.push(speedRow(`${name}, texts in and findings out`, megabytes / seconds.crossing));
      rows.push(speedRow(`${name}, plain sum of the bytes`, megabytes / seconds.sum));
      rows.push({
        subject: `${name}, first scan`,
        value: `${(1000 * seconds.first).toFixed(2)} ms after the core is ready`,
      });
      rows.push(effortRow(name, { milliseconds: 1000 * seconds.start, bytes }, seconds.scan, texts));
      speeds.push(`${name} ${speed}`);
    }
  }
  for (const { subject, seconds, ready, lack } of await byPeers(texts)) {
    rows.push(lack ? { subject, value: lack } : speedRow(subject, megabytes / (seconds ?? Number.NaN)));
    if (ready && seconds) rows.push(effortRow(subject, ready, seconds, texts));
  }
  return { rows, summary: speeds.join(", ") || "detection not measured in Chromium" };
}

/** @param {string[]} texts */
function inMegabytes(texts) {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
}

/** @param {string[]} texts */
function inWords(texts) {
  const lengths = texts.map((text) => text.length).sort((one, other) => one - other);
  return `${texts.length}, median ${lengths[lengths.length >> 1]} characters, ${inMegabytes(texts).toFixed(2)} MB`;
}

/**
 * @param {string} subject
 * @param {number} speed in MB/s
 * @returns {import("../bench.mjs").Row}
 */
function speedRow(subject, speed) {
  return { subject, value: inSpeed(speed), figure: { amount: speed, unit: "MB/s" } };
}

/**
 * @param {string} subject
 * @param {{milliseconds: number, bytes: number}} ready from nothing to the first post, and the memory taken with all posts
 * @param {number} seconds for all posts
 * @param {string[]} texts
 * @returns {import("../bench.mjs").Row}
 */
function effortRow(subject, { milliseconds, bytes }, seconds, texts) {
  const each = (1000 * seconds) / texts.length;
  const value = `ready in ${milliseconds.toFixed(0)} ms, ${each.toFixed(3)} ms a post, ${(bytes / 1e6).toFixed(1)} MB of memory`;
  return { subject: `${subject}, what it takes`, value };
}

/**
 * As many texts made one at a time: what grows faster than its text shows here.
 * @param {string[]} texts
 * @param {number} times
 */
function joined(texts, times) {
  const count = Math.ceil(texts.length / times);
  return Array.from({ length: count }, (_, place) => texts.slice(place * times, (place + 1) * times).join("\n\n"));
}

/**
 * @param {string[]} texts
 * @returns {number} in MB/s
 */
function natively(texts) {
  const folder = mkdtempSync(join(tmpdir(), "deksel-"));
  try {
    const file = join(folder, "posts.json");
    writeFileSync(file, JSON.stringify(texts));
    const options = ["bench", "--locked", "--quiet", "--package", "deksel", "--bench", "scan", "--", file];
    return Number(execFileSync("cargo", options, { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @typedef {{ start: number, first: number, scan: number, dense: number, crossing: number, sum: number }} Seconds */

/**
 * In a page of the extension, whose policy allows wasm.
 * @param {string[]} texts
 * @param {string[]} dense
 * @returns {Promise<{name: string, seconds: Seconds, bytes: number}[]>}
 */
async function inChromium(texts, dense) {
  const browser = await launch({ browser: "chromium", extension: "target/probe/chromium" });
  try {
    const measured = [];
    for (const { name, script } of ENCODINGS) {
      const page = await browser.openOwn("popup.html");
      // As in a tab, the script that hears for the core runs before it.
      const run = `() => { (${untilReady})(); ${HUSH} ${readFileSync(script, "utf8")} }`;
      await page.evaluate(run);
      const start = (await page.evaluate("() => globalThis.ready")) / 1000;
      const { bytes, ...seconds } = await page.evaluate(measure, texts, dense);
      measured.push({ name, seconds: { start, ...seconds }, bytes });
      await page.close();
    }
    return measured;
  } finally {
    await browser.close();
  }
}

/** In the page: `ready` promises how many milliseconds from now it takes until a core starts. */
function untilReady() {
  const begun = performance.now();
  const ready = new Promise((done) => {
    globalThis.dekselLives = new Proxy([], {
      set(lives, place, life) {
        done(performance.now() - begun);
        return Reflect.set(lives, place, life);
      },
    });
  });
  Reflect.set(globalThis, "ready", ready);
}

/**
 * In the page: seconds for all posts once, the median of several rounds when the engine has warmed up, and the core's memory after that.
 * @param {string[]} texts
 * @param {string[]} denseTexts
 * @returns {Omit<Seconds, "start"> & {bytes: number}}
 */
function measure(texts, denseTexts) {
  // An engine warms up in some seconds: the first of them do not count.
  const [WARMING, ROUNDS] = [20, 25];
  const core = dekselLives[dekselLives.length - 1]?.core;
  if (!core) throw new Error("no core was started");
  const begun = performance.now();
  core.scan_text(texts[0] ?? "");
  const first = (performance.now() - begun) / 1000;
  /** @param {() => void} way */
  const median = (way) => {
    const times = [];
    for (let round = 0; round < WARMING + ROUNDS; round++) {
      const begun = performance.now();
      way();
      if (round >= WARMING) times.push(performance.now() - begun);
    }
    return (times.sort((one, other) => one - other)[ROUNDS >> 1] ?? Number.NaN) / 1000;
  };
  core.hold(denseTexts);
  const dense = median(() => core.scan_held());
  core.hold(texts);
  const scan = median(() => core.scan_held());
  const crossing = median(() => {
    for (const text of texts) core.scan_text(text);
  });
  const MANY = 20;
  const sum = median(() => {
    for (let time = 0; time < MANY; time++) core.sum_held();
  });
  const PAGE = 65_536;
  return { first, scan, dense, crossing, sum: sum / MANY, bytes: PAGE * core.grow(0) };
}

/** @param {number} speed in MB/s */
function inSpeed(speed) {
  return `${speed.toFixed(speed < 10 ? 3 : 0)} MB/s`;
}
