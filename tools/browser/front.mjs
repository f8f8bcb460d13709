// The tab in front, spoken to as the popup does.

/** @import { Browser } from "./launch.mjs" */

/**
 * Sends the content script of the tab in front a message, and gives its answer.
 * @param {Browser} browser
 * @param {Record<string, unknown>} message
 * @returns {Promise<any>}
 * @throws {Error} where no content script hears it
 */
export function askFront(browser, message) {
  return browser.asExtension(async (/** @type {any} */ given) => {
    const [front] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.tabs.sendMessage(front?.id ?? chrome.tabs.TAB_ID_NONE, given);
  }, message);
}
