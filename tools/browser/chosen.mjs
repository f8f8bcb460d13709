// What the member chose, set and read by way of a page of the extension, as the popup does.

import { askFront } from "./front.mjs";
import { patiently } from "./patience.mjs";

/** @import { Browser } from "./launch.mjs" */

/**
 * Keeps choices by their names.
 * @param {Browser} browser
 * @param {Record<string, unknown>} choices
 */
export function choose(browser, choices) {
  return browser.asExtension((/** @type {any} */ values) => chrome.storage.local.set(values), choices);
}

/**
 * All that is kept.
 * @param {Browser} browser
 * @returns {Promise<Record<string, any>>}
 */
export function kept(browser) {
  return browser.asExtension(() => chrome.storage.local.get(null));
}

/**
 * Forgets every choice and everything ignored, but for the browser's key.
 * @param {Browser} browser
 */
export function forgetAll(browser) {
  return browser.asExtension(async () => {
    const { key, ...others } = await chrome.storage.local.get(null);
    await chrome.storage.local.remove(Object.keys(others));
  });
}

/**
 * Tells the content script of the tab in front something, as the popup does, once it is there.
 * @param {Browser} browser
 * @param {Record<string, unknown>} message
 */
export function tell(browser, message) {
  return patiently("the page hears", async () => {
    await askFront(browser, message);
    return true;
  });
}

/**
 * Presses a control of the popup, and waits until the popup says something.
 * @param {Browser} browser
 * @param {string} deed what the control does: see src/pages/popup/deeds.rs
 * @param {string} said what the popup's text then holds
 */
export function press(browser, deed, said) {
  return pressed(browser, deed, (popup) =>
    popup.until(
      `the popup says ${said}`,
      (/** @type {string} */ words) => document.body.textContent?.includes(words),
      said,
    ),
  );
}

/**
 * Presses a control of the popup that changes a choice, and waits until that is kept: a popup may be closed sooner.
 * @param {Browser} browser
 * @param {string} deed
 */
export async function pressToKeep(browser, deed) {
  const before = JSON.stringify(await kept(browser));
  await pressed(browser, deed, () =>
    patiently(`${deed} is kept`, async () => JSON.stringify(await kept(browser)) !== before),
  );
}

/**
 * @param {Browser} browser
 * @param {string} deed
 * @param {(popup: import("./page.mjs").Page) => Promise<unknown>} done waits until the popup may be closed
 */
async function pressed(browser, deed, done) {
  const popup = await browser.openOwn("popup.html", { background: true });
  try {
    await popup.until(`the popup offers ${deed}`, click, deed);
    await done(popup);
  } finally {
    await popup.close();
  }
}

/**
 * In the popup: clicks a control, where there is one.
 * @param {string} deed
 */
function click(deed) {
  const control = /** @type {HTMLElement | null} */ (document.querySelector(`[data-deed^="${deed}"]`));
  control?.click();
  return control !== null;
}
