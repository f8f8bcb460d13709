// The invented pages of the demonstration, in the structures of both front ends: the code of LinkedIn's tabs works on all of them, as pages
// of the extension and as LinkedIn would serve them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { demoPage, FRONT_ENDS } from "../../tools/browser/demo-page.mjs";
import { violations } from "./axe.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { clickOn } from "./own.mjs";
import { assertLeftInPeace, markers, words } from "./seen.mjs";

/** @import { Page } from "../../tools/browser/page.mjs" */

/**
 * Waits until something is drawn on the page that says this.
 * @param {Page} page
 * @param {string} said
 */
const saysAbove = (page, said) =>
  page.untilInside(
    `"${said}" is said`,
    (/** @type {ShadowRoot} */ root, /** @type {string} */ said) => root.textContent?.includes(said),
    said,
  );

inEveryBrowser(process.env.BUILD ?? "dist", (stage) => {
  for (const frontEnd of FRONT_ENDS) {
    test(`${frontEnd}: one's own activity and the composer warn, as pages of the extension`, async () => {
      const page = await stage.browser.openOwn(`demo/${frontEnd}-activity.html`);
      const found = (await markers(page, 2)).join("\n");
      assert.match(found, new RegExp(words.kind_client));
      assert.match(found, new RegExp(words.kind_health));
      assert.deepEqual(await violations(page), []);
      await clickOn(page, `[href="/demo/${frontEnd}-composer.html"]`);
      await saysAbove(page, words.notice_title);
      await saysAbove(page, words.kind_phone);
      assert.deepEqual(await violations(page), []);
      await page.close();
    });
  }

  test("the switch and the form explain themselves, and nothing of it is remembered", async () => {
    const page = await stage.browser.openOwn("demo/setting.html");
    await saysAbove(page, words.switch_is_on);
    await clickOn(page, "[role=switch]");
    await saysAbove(page, words.switch_is_off);
    assert.deepEqual(await violations(page), []);
    await clickOn(page, "[href='/demo/form.html']");
    await saysAbove(page, words.form_no_letter);
    assert.deepEqual(await violations(page), []);
    const kept = await page.evaluate(async () => Object.keys(await chrome.storage.local.get()));
    assert.deepEqual(kept, ["key"]);
    assert.deepEqual(page.requests, []);
    await page.close();
  });

  test("served as LinkedIn's, one invented page leads to the next", async () => {
    const { url, html, files } = demoPage(stage.extension, "ember");
    const page = await stage.browser.open(url, html, files);
    await page.find(".marker").text();
    await clickOn(page, "[href='/in/noor-visser/recent-activity/all/?front-end=ember']");
    await markers(page, 2);
    await clickOn(page, "[href='/mypreferences/d/settings/data-for-ai-improvement']");
    await saysAbove(page, words.switch_is_on);
    await assertLeftInPeace(page);
    await page.close();
  });
});
