// LinkedIn renders as one scrolls and walks: late, again, elsewhere. Deksel keeps step, and keeps nothing that is gone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { patiently } from "../../tools/browser/patience.mjs";
import { items, report, whenRead } from "../../tools/browser/report.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";
import { markers } from "./seen.mjs";

const TELLING = "Call me on +31 6 12345678.";
const OTHER = "Write to ada@example.org.";
const HARMLESS = "A walk by the sea.";

/** The list of cards, with what stands in it as HTML. */
const LIST = '[data-testid="mainFeed"]';

/** @import { Page } from "../../tools/browser/page.mjs" */

/**
 * Lets the page render its list anew, as LinkedIn does: from nodes, without Deksel's knowledge.
 * @param {Page} page
 * @param {string[]} posts
 */
function render(page, posts) {
  return page.evaluate(
    (/** @type {string} */ list, /** @type {string} */ html) => {
      const { trustedTypes } = /** @type {any} */ (globalThis);
      const policy = trustedTypes.createPolicy("page", { createHTML: (/** @type {string} */ text) => text });
      const parsed = new DOMParser().parseFromString(policy.createHTML(html), "text/html");
      document.querySelector(list)?.replaceChildren(...(parsed.querySelector(list)?.childNodes ?? []));
    },
    LIST,
    feed("sdui", posts),
  );
}

inEveryBrowser("dist", (stage) => {
  test("posts that come late are read when they come", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", []));
    await render(page, [HARMLESS, TELLING]);
    await markers(page, 1);
    assert.equal((await whenRead(stage.browser)).page.posts, 2);
    await page.close();
  });

  test("posts that are rendered anew are marked once, and posts that go are forgotten", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", [TELLING, OTHER]));
    await markers(page, 2);
    await render(page, [TELLING, OTHER]);
    await markers(page, 2);
    await render(page, [OTHER]);
    await markers(page, 1);
    const [left, ...more] = await items(stage.browser);
    assert.deepEqual([left.text, more], [OTHER, []]);
    await page.close();
  });

  test("a text that is edited is read again", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", [HARMLESS]));
    await patiently("the post is read", async () => (await report(stage.browser)).page.posts === 1);
    await page.evaluate((/** @type {string} */ text) => {
      const words = document.querySelector("[data-testid=expandable-text-box]");
      if (words) words.textContent = text;
    }, TELLING);
    await markers(page, 1);
    await page.close();
  });

  test("inside the app, another address is another place", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", [TELLING]));
    await markers(page, 1);
    await page.evaluate(() => {
      history.pushState(null, "", "/messaging/thread/1/");
      document.body.append(document.createElement("p"));
    });
    await patiently("nothing is marked among messages", async () => (await page.inside(() => true)) === null);
    assert.deepEqual(await items(stage.browser), []);
    await page.evaluate(() => {
      history.pushState(null, "", "/feed/");
      document.body.append(document.createElement("p"));
    });
    await markers(page, 1);
    await page.close();
  });
});
