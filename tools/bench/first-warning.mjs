// From the content script's start to the first warning drawn on the demonstration page, as the content script reports it.

import { join } from "node:path";
import { demoPage, FRONT_ENDS } from "../browser/demo-page.mjs";
import { launch } from "../browser/launch.mjs";
import { patiently } from "../browser/patience.mjs";
import { report } from "../browser/report.mjs";
import { inBrowsers } from "./measuring/in-browsers.mjs";
import { median } from "./measuring/median.mjs";

const LOADS = 10;

/** @type {import("../bench.mjs").Bench} */
export const bench = () =>
  inBrowsers(async (name) => {
    const measured = await measure(name);
    const rows = measured.map(({ frontEnd, times }) => ({
      subject: `${name}, ${frontEnd}`,
      value: `median ${inMs(median(times))}, minimum ${inMs(Math.min(...times))}, of ${times.length} loads`,
    }));
    const all = measured.flatMap(({ times }) => times);
    return { rows, summary: `${name} ${inMs(median(all))} to the first warning` };
  });

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

/** @param {number} time */
function inMs(time) {
  return `${time.toFixed(1)} ms`;
}
