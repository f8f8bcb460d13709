// From the popup's navigation to its name on the screen, and to what is kept, opened in a tab: a popup of a browser's own cannot be driven.
// In turns with a page of words alone, because a browser takes its time for that too. The very first opening after the browser's start
// is left out.

import { cpSync, writeFileSync } from "node:fs";
import { launch } from "../browser/launch.mjs";
import { inBrowsers } from "./measuring/in-browsers.mjs";
import { median } from "./measuring/median.mjs";

const OPENINGS = 15;

/** A page with the popup's looks and no script. */
const WORDS = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="pages.css"><link rel="stylesheet" href="popup.css">
  <main><p>Words</p></main>`;

/** @type {import("../bench.mjs").Bench} */
export const bench = () =>
  inBrowsers(async (name) => {
    const { opened, told, words } = await measure(name);
    const rows = [
      rowOf(`${name}, opened`, opened),
      rowOf(`${name}, what is kept is told`, told),
      rowOf(`${name}, words alone`, words),
    ];
    return { rows, summary: `popup in ${name} after ${inMs(median(opened))}, told ${inMs(median(told))}` };
  });

/**
 * @param {string} subject
 * @param {number[]} times in milliseconds
 * @returns {import("../bench.mjs").Row}
 */
function rowOf(subject, times) {
  const value = `median ${inMs(median(times))}, ${inMs(Math.min(...times))} to ${inMs(Math.max(...times))} of ${times.length}`;
  return { subject, value, figure: { amount: median(times), unit: "ms" } };
}

/** In the page: when something larger than its name was painted; nothing as long as it was not. */
async function largerPainted() {
  // The name takes less than half of that, in square pixels.
  const LARGER = 2000;
  const paints = new Promise((done) =>
    new PerformanceObserver((list) => done(list.getEntries())).observe({
      type: "largest-contentful-paint",
      buffered: true,
    }),
  );
  return (await paints).find((/** @type {any} */ { size }) => size > LARGER)?.startTime;
}

/**
 * @param {import("../browser/find.mjs").BrowserName} name
 * @returns {Promise<{opened: number[], told: number[], words: number[]}>} milliseconds
 */
async function measure(name) {
  const extension = `target/bench/popup-${name}`;
  cpSync(`dist/${name}`, extension, { recursive: true });
  writeFileSync(`${extension}/words.html`, WORDS);
  const browser = await launch({ browser: name, extension });
  const firstPainted = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  /** @param {string} path @param {(() => any)[]} moments */
  const opening = async (path, ...moments) => {
    const page = await browser.openOwn(path);
    const times = [];
    for (const moment of moments) times.push(await page.until("something is painted", moment));
    await page.close();
    return times;
  };
  try {
    await opening("popup.html", firstPainted);
    /** @type {{opened: number[], told: number[], words: number[]}} */
    const times = { opened: [], told: [], words: [] };
    while (times.opened.length < OPENINGS) {
      times.words.push(...(await opening("words.html", firstPainted)));
      const [opened, told] = await opening("popup.html", firstPainted, largerPainted);
      times.opened.push(opened);
      times.told.push(told);
    }
    return times;
  } finally {
    await browser.close();
  }
}

/** @param {number} time */
function inMs(time) {
  return `${time.toFixed(0)} ms`;
}
