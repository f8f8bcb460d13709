// An extension that is updated or removed while a tab is open leaves nothing of itself at work there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { patiently } from "../../tools/browser/patience.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed, ownButtonWorks } from "./feed.mjs";
import { assertLeftInPeace, markers } from "./seen.mjs";

inEveryBrowser("dist", (stage) => {
  test("once the extension is loaded anew, the old script takes all of its own away, and a reload brings the new one", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", ["Call me on +31 6 12345678."]));
    await markers(page, 1);
    const popup = await stage.browser.openOwn("popup.html", { background: true });
    await popup.evaluate(() => setTimeout(() => chrome.runtime.reload()));
    await patiently("nothing is drawn", async () => {
      await page.evaluate(() => document.body.append(document.createElement("p")));
      return (await page.text()) === null;
    });
    assert.equal(await page.evaluate(() => document.documentElement.children.length), 2);
    assert.equal(await ownButtonWorks(page), true);
    await assertLeftInPeace(page);
    await patiently("the new script warns", async () => {
      await page.goto(FEED);
      return page.inside((/** @type {ShadowRoot} */ root) => root.querySelector(".marker") !== null);
    });
    await page.close();
  });
});
