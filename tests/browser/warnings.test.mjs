// The main job: on a feed of either front end, a post that says too much is warned about, and the page notices nothing.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import { demoPage, FRONT_ENDS } from "../../tools/browser/demo-page.mjs";
import { patiently } from "../../tools/browser/patience.mjs";
import { whenRead } from "../../tools/browser/report.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { assertLeftInPeace, keyboardAt, markers, popupText, words } from "./seen.mjs";

const SCREENSHOTS = "target/screenshots";
mkdirSync(SCREENSHOTS, { recursive: true });

// Of the six posts on the demonstration page, two are the member's own, and both say too much; one is promoted, which is not
// counted. Of the three by others, two say too much.
const WARNED = 2;

inEveryBrowser("dist", (stage) => {
  for (const frontEnd of FRONT_ENDS) {
    const open = () => {
      const { url, html, files } = demoPage(stage.extension, frontEnd);
      return stage.browser.open(url, html, files);
    };

    test(`${frontEnd}: the member's own posts are marked`, async () => {
      const page = await open();
      const names = await markers(page, WARNED);
      assert.match(names.join("\n"), new RegExp(words.kind_bank_account));
      const { page: seen } = await whenRead(stage.browser);
      assert.deepEqual({ recognised: seen.recognised, posts: seen.posts }, { recognised: "yes", posts: 5 });
      assert.match(await popupText(stage.browser), new RegExp(words.page_posts.replace("$1", "5")));
      await assertLeftInPeace(page);
      await page.close();
    });

    test(`${frontEnd}: the words themselves are underlined where they stand`, async () => {
      const page = await open();
      await markers(page, WARNED);
      await patiently("the number is underlined", async () => {
        const number = await page.evaluate(boxOf, "NL91 ABNA 0417 1643 00");
        const lines = await page.inside((/** @type {ShadowRoot} */ root) =>
          [...root.querySelectorAll(".mark")].map((mark) => mark.getBoundingClientRect()),
        );
        const under = lines.filter(
          (/** @type {DOMRect} */ line) =>
            Math.abs(line.left - number.left) < 1.5 &&
            Math.abs(line.right - number.right) < 1.5 &&
            Math.abs(line.bottom - number.bottom) < 4,
        );
        return under.length === 1;
      });
      await page.close();
    });

    test(`${frontEnd}: a click on the marker explains, Escape leads back, and keys alone do the same`, async () => {
      const page = await open();
      await markers(page, WARNED);
      await page.find(".marker").click();
      const card = await page.find(".card").text();
      assert.match(card, new RegExp(words.kind_client));
      assert.match(card, new RegExp(words.why_client));
      assert.match(card, /Korenaar/);
      assert.equal(await page.find(".card").read((card) => card.localName), "dialog");
      assert.match(String(await page.find(".way", 0).attribute("href")), /\/data-for-ai-improvement$/);
      assert.equal(await page.find(".way", 1).attribute("data-deed"), "object");
      await page.screenshot(`${SCREENSHOTS}/${stage.name}-${frontEnd}.png`);
      await page.press("Escape");
      await page.untilInside("the card is closed", (/** @type {ShadowRoot} */ root) => !root.querySelector(".card"));
      await keyboardAt(page, ".marker");
      await page.press("Enter");
      await keyboardAt(page, ".card");
      await page.press("Tab");
      await keyboardAt(page, ".close");
      await page.press("Shift+Tab");
      await keyboardAt(page, ".marker");
      await assertLeftInPeace(page);
      await page.close();
    });

    test(`${frontEnd}: the same page warns alike as a page of the extension, without any server`, async () => {
      const page = await stage.browser.openOwn(`demo/${frontEnd}.html`);
      const names = await markers(page, WARNED);
      assert.match(names.join("\n"), new RegExp(words.kind_bank_account));
      assert.deepEqual(page.requests, []);
      await page.close();
    });
  }
});

/**
 * In the page: where a text stands, once it is in view.
 * @param {string} text
 */
function boxOf(text) {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node.nodeValue?.indexOf(text) ?? -1;
    if (start < 0) continue;
    node.parentElement?.scrollIntoView({ block: "center" });
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, start + text.length);
    return range.getBoundingClientRect();
  }
  return null;
}
