// From the popup's navigation to its first contents on the screen, opened in a tab: a popup of a browser's own cannot be driven.
// In turns with a page of words alone, because a browser takes its time for that too. The very first opening after the browser's start
// is left out.

import { cpSync, writeFileSync } from "node:fs";
import { launch } from "../browser/launch.mjs";
import { inBrowsers } from "./measuring/in-browsers.mjs";
import { median } from "./measuring/median.mjs";

const OPENINGS = 15;

/** A page with the popup's looks and no script. */
const WORDS = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="pages.css"><link rel="stylesheet" href="popup.css">
  <main><h1>Words</h1></main>`;

/** @type {import("../bench.mjs").Bench} */
export const bench = () =>
  inBrowsers(async (name) => {
    const { popup, words } = await measure(name);
    const range = `${inMs(Math.min(...popup))} to ${inMs(Math.max(...popup))} of ${popup.length} openings`;
    const value = `median ${inMs(median(popup))}, ${range}; words alone ${inMs(median(words))}`;
    const rows = [{ subject: name, value, figure: { amount: median(popup), unit: "ms" } }];
    return { rows, summary: `popup in ${name} after ${inMs(median(popup))}` };
  });

/**
 * @param {import("../browser/find.mjs").BrowserName} name
 * @returns {Promise<{popup: number[], words: number[]}>} milliseconds
 */
async function measure(name) {
  const extension = `target/bench/popup-${name}`;
  cpSync(`dist/${name}`, extension, { recursive: true });
  writeFileSync(`${extension}/words.html`, WORDS);
  const browser = await launch({ browser: name, extension });
  /** @param {string} path */
  const opening = async (path) => {
    const page = await browser.openOwn(path);
    const painted = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
    const time = await page.until("something is painted", painted);
    await page.close();
    return time;
  };
  try {
    await opening("popup.html");
    /** @type {{popup: number[], words: number[]}} */
    const times = { popup: [], words: [] };
    while (times.popup.length < OPENINGS) {
      times.words.push(await opening("words.html"));
      times.popup.push(await opening("popup.html"));
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
