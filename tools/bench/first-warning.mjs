// From the content script's start to the first warning drawn on the demonstration page, as the content script reports it.

import { join } from "node:path";
import { demoPage, FRONT_ENDS } from "../browser/demo-page.mjs";
import { BROWSERS, whyAbsent } from "../browser/find.mjs";
import { launch } from "../browser/launch.mjs";
import { patiently } from "../browser/patience.mjs";
import { report } from "../browser/report.mjs";

const LOADS = 10;

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
    const measured = await measure(browser);
    for (const { frontEnd, times } of measured) {
      rows.push({
        subject: `${browser}, ${frontEnd}`,
        value: `median ${inMs(median(times))}, minimum ${inMs(Math.min(...times))}, of ${times.length} loads`,
      });
    }
    summaries.push(`${browser} ${inMs(median(measured.flatMap(({ times }) => times)))} to the first warning`);
  }
  return { rows, summary: summaries.join(", ") };
}

/**
 * Fresh loads of each front end's page, one tab after the other.
 * @param {import("../browser/find.mjs").BrowserName} name
 * @returns {Promise<{frontEnd: string, times: number[]}[]>} milliseconds
 */
async function measure(name) {
  const extension = join("dist", name);
  const browser = await launch({ browser: name, extension });
  try {
    const measured = [];
    for (const frontEnd of FRONT_ENDS) {
      const { url, html, files } = demoPage(extension, frontEnd);
      const times = [];
      while (times.length < LOADS) {
        const page = await browser.open(url, html, files);
        times.push(await patiently("there is a first warning", async () => (await report(browser)).page?.firstWarning));
        await page.close();
      }
      measured.push({ frontEnd, times });
    }
    return measured;
  } finally {
    await browser.close();
  }
}

/** @param {number[]} times */
function median(times) {
  const sorted = times.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}

/** @param {number} time */
function inMs(time) {
  return `${time.toFixed(1)} ms`;
}
