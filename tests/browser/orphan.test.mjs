// An extension that is updated or removed while a tab is open leaves nothing of itself at work there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { patiently } from "../../tools/browser/patience.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed, ownButtonWorks } from "./feed.mjs";
import { assertLeftInPeace, markers } from "./seen.mjs";

inEveryBrowser("dist", (stage) => {
  test("once the extension is loaded anew, the old script takes all of its own away", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", ["Call me on +31 6 12345678."]));
    await markers(page, 1);
    // Firefox ends the script without a word, so that its empty element stays.
    const isLapsed = () =>
      page.inside((/** @type {ShadowRoot} */ root) => {
        const layer = root.querySelector(".layer");
        return layer !== null && getComputedStyle(layer).visibility === "hidden";
      });
    assert.equal(await isLapsed(), false);
    const popup = await stage.browser.openOwn("popup.html", { background: true });
    await popup.evaluate(() => setTimeout(() => chrome.runtime.reload()));
    await patiently("nothing of it is to be seen", async () => {
      await page.evaluate(() => document.body.append(document.createElement("p")));
      return (await page.text()) === null || (await isLapsed());
    });
    assert.deepEqual(await page.evaluate(() => document.getAnimations().length), 0);
    assert.equal(await ownButtonWorks(page), true);
    await assertLeftInPeace(page);
    await page.close();
  });
});
