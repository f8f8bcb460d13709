// A fault of ours stays ours. The extension here is built to fail on certain words, which a package never is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { patiently } from "../../tools/browser/patience.mjs";
import { report } from "../../tools/browser/report.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed, ownButtonWorks } from "./feed.mjs";
import { assertLeftInPeace, markers, popupText, words } from "./seen.mjs";

const FAULTS = ["panic", "stack", "memory"];
const TELLING = ["Call me on +31 6 12345678.", "Or write to ada@example.org, please."];

/** @param {string} fault */
const provoking = (fault) => `My number is +31 6 87654321, deksel-probe-${fault}.`;

inEveryBrowser("target/probe", (stage) => {
  for (const fault of FAULTS) {
    test(`after a provoked ${fault} Deksel starts again, without the post that caused it`, async () => {
      const [first = "", last = ""] = TELLING;
      const page = await stage.browser.open(FEED, feed("sdui", [first, provoking(fault), last]));
      await markers(page, 2);
      const { health, page: seen } = await report(stage.browser);
      assert.deepEqual(health, { faults: 1, stopped: false });
      assert.deepEqual({ posts: seen.posts, findings: seen.findings }, { posts: 3, findings: 2 });
      assert.match(await popupText(stage.browser), new RegExp(words.health_restarted));
      assert.equal(await ownButtonWorks(page), true);
      await assertLeftInPeace(page);
      await page.close();
    });
  }

  test("a second fault ends Deksel in that tab, and nothing of it stays on the page", async () => {
    const [first = ""] = TELLING;
    const page = await stage.browser.open(FEED, feed("sdui", [first, provoking("panic"), provoking("stack")]));
    await patiently("Deksel has stopped", async () => (await report(stage.browser)).health.stopped);
    assert.deepEqual(await report(stage.browser), { health: { faults: 2, stopped: true }, page: null });
    assert.match(await popupText(stage.browser), new RegExp(words.health_stopped));
    assert.equal(await page.text(), null);
    assert.equal(await ownButtonWorks(page), true);
    await assertLeftInPeace(page);
    await page.close();
  });

  test("a fault while the page is in use takes the warnings away only to draw them again", async () => {
    const [first = "", last = ""] = TELLING;
    const page = await stage.browser.open(FEED, feed("ember", [first, last]));
    await markers(page, 2);
    await page.evaluate((/** @type {string} */ text) => {
      const [box] = document.querySelectorAll(".update-components-update-v2__commentary span");
      if (box) box.textContent = text;
    }, provoking("panic"));
    await markers(page, 1);
    assert.deepEqual((await report(stage.browser)).health, { faults: 1, stopped: false });
    assert.equal(await ownButtonWorks(page), true);
    await page.close();
  });
});
