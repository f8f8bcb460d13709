// What the content script of the tab in front has to say, asked as the popup asks it.

import { askFront } from "./front.mjs";
import { patiently } from "./patience.mjs";

/**
 * The counts: what the popup shows.
 * @param {import("./launch.mjs").Browser} browser
 * @returns {Promise<{health: {faults: number, stopped: boolean}, page: any}>}
 */
export const report = (browser) => askFront(browser, { ask: "report" });

/**
 * The counts, once all of the page is read.
 * @param {import("./launch.mjs").Browser} browser
 * @returns {Promise<{health: {faults: number, stopped: boolean}, page: any}>}
 */
export const whenRead = (browser) =>
  patiently("Deksel has read the page", async () => {
    const answer = await report(browser);
    return answer.page?.settled && answer;
  });

/**
 * The items on the page with what was found in them, in document order.
 * @param {import("./launch.mjs").Browser} browser
 * @returns {Promise<any[]>}
 */
export const items = async (browser) => (await askFront(browser, { ask: "items" })).page ?? [];
