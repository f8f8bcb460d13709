// An extension that is updated or removed while a tab is open leaves nothing of itself at work there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { patiently } from "../../tools/browser/patience.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed, ownButtonWorks } from "./feed.mjs";
import { assertLeftInPeace, markers } from "./seen.mjs";

/** @import { Page } from "../../tools/browser/page.mjs" */

const SHORT = feed("sdui", ["Call me on +31 6 12345678."]);
/** As many posts as take a while to be read. */
const LONG = feed("sdui", Array(1_000).fill("Call me on +31 6 12345678, or write to ada@example.org."));

inEveryBrowser("dist", (stage) => {
  test("once the extension is loaded anew, the old script takes all of its own away, also in the middle of a scan", async () => {
    const page = await stage.browser.open(FEED, SHORT);
    await markers(page, 1);
    assert.equal(await hasLapsed(page), false);
    const popup = await stage.browser.openOwn("popup.html", { background: true });
    const [busy] = await Promise.all([stage.browser.open(FEED, LONG), reloadHalfway(popup)]);
    for (const left of [busy, page]) await nothingIsLeft(left);
  });
});

/**
 * Loads the extension anew in the middle of a scan. (Chromium then leaves it switched off.)
 * @param {Page} popup
 */
async function reloadHalfway(popup) {
  await popup.until("a page is half read", async () => {
    const tabs = await chrome.tabs.query({ url: "https://www.linkedin.com/*" });
    const answers = tabs.map(({ id = 0 }) => chrome.tabs.sendMessage(id, { ask: "report" }).catch(() => null));
    return (await Promise.all(answers)).some((answer) => answer?.page?.posts > 1 && !answer.page.settled);
  });
  await popup.evaluate(() => setTimeout(() => chrome.runtime.reload()));
}

/**
 * Firefox ends the script without a word, so that its empty element stays, and lapses.
 * @param {Page} page
 */
const hasLapsed = (page) =>
  page.inside((/** @type {ShadowRoot} */ root) => {
    const layer = root.querySelector(".layer");
    return layer !== null && getComputedStyle(layer).visibility === "hidden";
  });

/** @param {Page} page */
async function nothingIsLeft(page) {
  await patiently("nothing of it is to be seen", async () => {
    await page.evaluate(() => document.body.append(document.createElement("p")));
    return (await page.text()) === null || (await hasLapsed(page));
  });
  assert.deepEqual(await page.evaluate(() => document.getAnimations().length), 0);
  assert.equal(await ownButtonWorks(page), true);
  await assertLeftInPeace(page);
  await page.close();
}
