// What the content script of the tab in front has to say, asked as the popup asks it.

import { patiently } from "./patience.mjs";

/**
 * The counts: what the popup shows.
 * @param {import("./launch.mjs").Browser} browser
 * @returns {Promise<{health: {faults: number, stopped: boolean}, page: any}>}
 */
export const report = (browser) => ask(browser, "report");

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
export const items = async (browser) => (await ask(browser, "items")).page ?? [];

/**
 * @param {import("./launch.mjs").Browser} browser
 * @param {"report" | "items"} question
 */
function ask(browser, question) {
  return browser.asExtension(async (/** @type {string} */ question) => {
    const [front] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.tabs.sendMessage(front?.id ?? chrome.tabs.TAB_ID_NONE, { ask: question });
  }, question);
}
