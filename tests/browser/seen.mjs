// What tests look at, in words: the marks and markers of the overlay, the popup, and the page left in peace.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** @import { Browser } from "../../tools/browser/launch.mjs" */
/** @import { Page } from "../../tools/browser/page.mjs" */

/** The sentences of the interface, in the language of the test browsers. */
export const words = JSON.parse(
  readFileSync(new URL("../../extension/_locales/en/messages.json", import.meta.url), "utf8"),
  (_, value) => value?.message ?? value,
);

/**
 * Waits until as many posts are warned about, and gives the markers' texts in the order of the page.
 * @param {Page} page
 * @param {number} count
 * @returns {Promise<string[]>}
 */
export function markers(page, count) {
  return page.untilInside(
    `there are ${count} markers`,
    (/** @type {ShadowRoot} */ root, /** @type {number} */ wanted) => {
      const found = [...root.querySelectorAll(".marker")];
      return found.length === wanted && found.map((marker) => marker.textContent);
    },
    count,
  );
}

/**
 * Waits until the keyboard is somewhere inside the closed root.
 * @param {Page} page
 * @param {string} wanted a selector
 */
export const keyboardAt = (page, wanted) =>
  page.untilInside(
    `the keyboard is at ${wanted}`,
    (/** @type {ShadowRoot} */ root, /** @type {string} */ selector) => root.activeElement?.matches(selector),
    wanted,
  );

/**
 * What the popup says about the tab in front.
 * @param {Browser} browser
 * @returns {Promise<string>}
 */
export async function popupText(browser) {
  const popup = await browser.openOwn("popup.html", { background: true });
  try {
    return await popup.until(
      "the popup has heard from its tab",
      () => document.querySelector("[aria-busy=false]")?.textContent,
    );
  } finally {
    await popup.close();
  }
}

/**
 * The page was told of no violation, met no error, and asked for nothing beyond its own.
 * @param {Page} page
 */
export async function assertLeftInPeace(page) {
  assert.deepEqual(await page.violations(), []);
  assert.deepEqual(await page.errors(), []);
  assert.deepEqual(page.reports, []);
  assert.deepEqual(page.strayRequests, []);
}
