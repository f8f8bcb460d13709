// The invented pages of the demonstration, in the structures of both front ends: the code of LinkedIn's tabs works on all of them, as pages
// of the extension and as LinkedIn would serve them.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import { choose, forgetAll } from "../../tools/browser/chosen.mjs";
import { demoPage, FRONT_ENDS } from "../../tools/browser/demo-page.mjs";
import { violations } from "./axe.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { clickOn } from "./own.mjs";
import { assertLeftInPeace, markers, popupText, words } from "./seen.mjs";

/** @import { Page } from "../../tools/browser/page.mjs" */

const SCREENSHOTS = "target/screenshots";
mkdirSync(SCREENSHOTS, { recursive: true });

/** The member's own posts on the invented feed. */
const OWN_POSTS = 2;

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

inEveryBrowser("dist", (stage) => {
  /** The addresses of the page of letters to which the popup leads: behind a `#` they would tell what was found. */
  async function waysToLetters() {
    const popup = await stage.browser.openOwn("popup.html", { background: true });
    try {
      return await popup.until("the popup has heard from its tab", () => {
        const ways = document.querySelectorAll("[aria-busy=false] a[href^='rights.html']");
        return ways.length > 0 && [...ways].map((way) => way.getAttribute("href"));
      });
    } finally {
      await popup.close();
    }
  }

  for (const frontEnd of FRONT_ENDS) {
    test(`${frontEnd}: one's own activity and the composer warn, as pages of the extension`, async () => {
      const page = await stage.browser.openOwn(`demo/${frontEnd}-activity.html`);
      const found = (await markers(page, 2)).join("\n");
      assert.match(found, new RegExp(words.kind_client));
      assert.match(found, new RegExp(words.kind_health));
      assert.deepEqual(await violations(page), []);
      assert.deepEqual(await waysToLetters(), ["rights.html"]);
      await clickOn(page, `[href="/demo/${frontEnd}-composer.html"]`);
      await saysAbove(page, words.notice_title);
      await saysAbove(page, words.kind_phone);
      assert.deepEqual(await violations(page), []);
      await page.close();
    });
  }

  test("the switch and the form explain themselves; nothing of it is remembered, or told of the member", async () => {
    const page = await stage.browser.openOwn("demo/setting.html");
    await saysAbove(page, words.switch_is_on);
    await clickOn(page, "[role=switch]");
    await saysAbove(page, words.switch_is_off);
    assert.deepEqual(await violations(page), []);
    const atSwitch = await popupText(stage.browser);
    for (const said of [words.page_invented, words.setting_unknown]) assert.ok(atSwitch.includes(said), atSwitch);
    await clickOn(page, "[href='/demo/form.html']");
    await saysAbove(page, words.form_no_letter);
    assert.deepEqual(await violations(page), []);
    const atForm = await popupText(stage.browser);
    for (const said of [words.form_here, words.form_no_letter]) assert.ok(atForm.includes(said), atForm);
    const kept = await page.evaluate(async () => Object.keys(await chrome.storage.local.get()));
    assert.deepEqual(kept, ["key"]);
    assert.deepEqual(page.requests, []);
    await page.close();
  });

  test("for a room, all is covered but one's own words", async () => {
    await choose(stage.browser, { masks: true });
    const page = await stage.browser.openOwn("demo/sdui.html");
    await page.resize({ width: 1280, height: 2000 });
    await markers(page, OWN_POSTS);
    const outline = await page.untilInside(
      "all is covered",
      (/** @type {ShadowRoot} */ root, /** @type {number} */ own) => {
        const veil = /** @type {HTMLElement | null} */ (root.querySelector(".veil:not([hidden])"));
        return veil?.style.clipPath.split("M").length === own + 2 && veil.style.clipPath;
      },
      OWN_POSTS,
    );
    // The first box of the outline is the window; each of the others is a hole in the veil.
    const [window, ...holes] = [...outline.matchAll(/M ?([\d.-]+) ([\d.-]+) ?H ?([\d.-]+) ?V ?([\d.-]+)/g)].map((box) =>
      box.slice(1).map(Number),
    );
    assert.deepEqual(window, await page.evaluate(() => [0, 0, document.documentElement.clientWidth, innerHeight]));
    const texts = await page.evaluate(() =>
      [...document.querySelectorAll("[data-testid=expandable-text-box]")].map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return { words: text.textContent, x: (left + right) / 2, y: (top + bottom) / 2 };
      }),
    );
    const seen = texts.filter((/** @type {any} */ { x, y }) =>
      holes.some(([left, top, right, bottom]) => x > left && x < right && y > top && y < bottom),
    );
    assert.equal(seen.length, holes.length);
    for (const { words } of seen) assert.match(words, /onze nieuwe klant|buurtbarbecue/);
    await page.screenshot(`${SCREENSHOTS}/masked-${stage.name}.png`);
    await forgetAll(stage.browser);
    await page.untilInside("nothing is covered any more", (/** @type {ShadowRoot} */ root) =>
      root.querySelector(".veil[hidden]"),
    );
    await page.close();
  });

  test("served as LinkedIn's, one invented page leads to the next", async () => {
    const { url, html, files } = demoPage(stage.extension, "ember");
    const page = await stage.browser.open(url, html, files);
    await page.find(".marker").text();
    await clickOn(page, "[href='/in/noor-visser/recent-activity/all/?front-end=ember']");
    await markers(page, 2);
    await choose(stage.browser, { masks: true });
    await page.untilInside("all is covered", (/** @type {ShadowRoot} */ root) =>
      root.querySelector(".veil:not([hidden])"),
    );
    await clickOn(page, "[href='/mypreferences/d/settings/data-for-ai-improvement']");
    await saysAbove(page, words.switch_is_on);
    await page.untilInside("the setting is not", (/** @type {ShadowRoot} */ root) =>
      root.querySelector(".veil[hidden]"),
    );
    await assertLeftInPeace(page);
    await forgetAll(stage.browser);
    await page.close();
  });
});
