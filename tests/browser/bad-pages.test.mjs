// Pages that nobody would make on purpose: Deksel neither breaks them nor hangs, and still warns where it can.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FRONT_ENDS } from "../../tools/browser/demo-page.mjs";
import { patiently } from "../../tools/browser/patience.mjs";
import { report, whenRead } from "../../tools/browser/report.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed, ownButtonWorks } from "./feed.mjs";
import { assertLeftInPeace, markers } from "./seen.mjs";

const TELLING = "Call me on +31 6 12345678.";
const MEGABYTE = "Nothing to see here, go on. ".repeat(37_500);
const NESTED = `${"<span>".repeat(100)}${TELLING}${"</span>".repeat(100)}`;

/**
 * What no HTML file can hold, put in by the page's own script.
 * @param {string} text
 */
const byScript = (text) => `<i id="late"></i><script>late.textContent = ${JSON.stringify(text)}</script>`;

const PAGES = [
  { name: "no posts", posts: [], read: 0, warned: 0 },
  { name: "a post without a text", posts: ["", TELLING], warned: 1 },
  { name: "a hundred nested elements", posts: [NESTED], read: 1, warned: 1 },
  { name: "a text of a megabyte", posts: [MEGABYTE + TELLING], read: 1, warned: 1 },
  { name: "a word of a megabyte", posts: ["x".repeat(1_000_000)], read: 1, warned: 0 },
  { name: "lone surrogates", posts: [byScript(`\ud83d \udc4d ${TELLING} \ud800`)], read: 1, warned: 1 },
  { name: "NUL", posts: [byScript(`\0 ${TELLING}\0`)], read: 1, warned: 1 },
  { name: "marks that turn the direction", posts: [byScript(`\u202e\u2067 ${TELLING} \u200f`)], read: 1, warned: 1 },
];

inEveryBrowser("dist", (stage) => {
  for (const frontEnd of FRONT_ENDS) {
    for (const { name, posts, read, warned } of PAGES) {
      test(`${frontEnd}: ${name}`, async () => {
        const page = await stage.browser.open(FEED, feed(frontEnd, posts));
        if (warned > 0) await markers(page, warned);
        const { health, page: seen } = await whenRead(stage.browser);
        assert.deepEqual(health, { faults: 0, stopped: false });
        if (read !== undefined) assert.equal(seen.posts, read);
        assert.equal(seen.findings > 0, warned > 0);
        assert.equal(await ownButtonWorks(page), true);
        await assertLeftInPeace(page);
        await page.close();
      });
    }

    test(`${frontEnd}: half a post`, async () => {
      const whole = feed(frontEnd, [TELLING]);
      const page = await stage.browser.open(FEED, whole.slice(0, whole.indexOf(TELLING) + 10));
      const { health } = await patiently("Deksel answers", () => report(stage.browser));
      assert.deepEqual(health, { faults: 0, stopped: false });
      await assertLeftInPeace(page);
      await page.close();
    });
  }
});
