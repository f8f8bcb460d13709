// The other tests find nothing amiss; here it is shown that they would.

import assert from "node:assert/strict";
import { test } from "node:test";
import { patiently } from "../../tools/browser/patience.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";

/** @param {string} extra */
const pageWith = (extra) => feed("sdui", []).replace("</body>", `${extra}</body>`);

inEveryBrowser(
  "dist",
  (stage) => {
    test("a breach of the policy is seen by the page, and its report is counted", async () => {
      const page = await stage.browser.open(FEED, pageWith(`<p style="color: red">Planted</p>`));
      const [violation, ...others] = await page.violations();
      assert.match(violation ?? "", /^style-src-attr inline/);
      assert.deepEqual(others, []);
      await patiently("the report has arrived", async () => page.reports.length === 1);
      await page.close();
    });

    test("text made into code is a breach of the policy", async () => {
      const page = await stage.browser.open(FEED, pageWith(""));
      await page.evaluate(() => {
        try {
          document.body.insertAdjacentHTML("beforeend", "<i></i>");
        } catch {
          // The page is told by an event too.
        }
      });
      assert.match((await page.violations()).join(), /require-trusted-types-for/);
      await page.close();
    });

    test("a request to LinkedIn that is not the page's own is seen", async () => {
      const page = await stage.browser.open(FEED, pageWith(""));
      await page.evaluate(() => fetch("/feed/").then((answer) => answer.status));
      assert.deepEqual(page.strayRequests, [`GET ${FEED} (empty)`]);
      await page.close();
    });

    test("a request to any other host is refused and seen", async () => {
      const page = await stage.browser.open(FEED, pageWith(`<img alt="" src="https://media.licdn.com/planted.png">`));
      await patiently("the request is refused", async () => page.strayRequests.length > 0);
      assert.match(page.strayRequests.join(), /CONNECT media\.licdn\.com:443/);
      await page.close();
    });

    test("an error of the page is seen", async () => {
      const page = await stage.browser.open(FEED, pageWith("<script>planted();</script>"));
      assert.match((await page.errors()).join(), /planted/);
      await page.close();
    });

    test("a page without warnings holds no closed shadow root", async () => {
      const page = await stage.browser.open(FEED, pageWith(""));
      assert.equal(await page.text(), null);
      await page.close();
    });
  },
  ["CONNECT media.licdn.com:443"],
);
