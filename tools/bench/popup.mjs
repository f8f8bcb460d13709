// From the popup's navigation to its first contents on the screen, opened in a tab: a popup of a browser's own cannot be driven.
// The very first opening after the browser's start is told by itself.

import { BROWSERS, whyAbsent } from "../browser/find.mjs";
import { launch } from "../browser/launch.mjs";

const OPENINGS = 11;

/** @type {import("../bench.mjs").Bench} */
export async function bench() {
  const rows = [];
  const summaries = [];
  for (const browser of BROWSERS) {
    const lacks = whyAbsent(browser);
    if (lacks) {
      rows.push({ subject: browser, value: lacks });
      summaries.push(`${browser} not measured`);
      continue;
    }
    const [first = 0, ...times] = await measure(browser);
    const median = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
    const range = `${inMs(Math.min(...times))} to ${inMs(Math.max(...times))} of ${times.length} openings`;
    rows.push({ subject: browser, value: `median ${inMs(median)}, ${range}; the very first ${inMs(first)}` });
    summaries.push(`popup in ${browser} after ${inMs(median)}`);
  }
  return { rows, summary: summaries.join(", ") };
}

/**
 * @param {import("../browser/find.mjs").BrowserName} name
 * @returns {Promise<number[]>} milliseconds
 */
async function measure(name) {
  const browser = await launch({ browser: name, extension: `dist/${name}` });
  try {
    const times = [];
    while (times.length < OPENINGS) {
      const popup = await browser.openOwn("popup.html");
      const painted = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
      times.push(await popup.until("something is painted", painted));
      await popup.close();
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
