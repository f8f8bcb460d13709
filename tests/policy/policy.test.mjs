// What an employer sets by a real policy file: it reaches open tabs, popup and options, what is locked stays locked, and nothing goes back.
// It writes into /etc, and puts back what was there: so it runs with `./build.sh test --policy` only.

import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { after, before, suite, test } from "node:test";
import { fileURLToPath } from "node:url";
import { kept } from "../../tools/browser/chosen.mjs";
import { setPolicy } from "../../tools/browser/employer.mjs";
import { launch } from "../../tools/browser/launch.mjs";
import { violations } from "../browser/axe.mjs";
import { FEED, feed } from "../browser/feed.mjs";
import { doThere, says } from "../browser/own.mjs";
import { assertLeftInPeace, words } from "../browser/seen.mjs";
import { samplePolicy } from "../house/policies.mjs";

/** @import { Browser } from "../../tools/browser/launch.mjs" */

const POSTS = ["The kraanvogels of project Merel land in May.", "Call me on +31 6 12345678."];
const SCREENSHOTS = "target/screenshots";
mkdirSync(SCREENSHOTS, { recursive: true });

const names = /** @type {const} */ (["chromium", "firefox"]);
for (const name of names.filter((name) => (process.env.BROWSERS ?? names.join()).split(",").includes(name))) {
  suite(name, () => {
    const extension = fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));
    const { notice, guidelines } = samplePolicy();
    const policy = {
      notice,
      guidelines,
      drawing: "inline",
      kinds_off: ["phone"],
      locked: ["kinds_off", "drawing"],
      terms: [{ text: "Project Merel", kind: "launch" }],
      whose: "everybody",
    };
    let restore = () => {};
    /** @type {Browser} */
    let browser;
    before(async () => {
      if (!existsSync(extension)) throw new Error(`dist/${name} is missing: run ./build.sh test --policy.`);
      restore = setPolicy(name, extension, policy);
      browser = await launch({ browser: name, extension });
    });
    after(async () => {
      await browser?.close();
      restore();
    });

    test("a policy is read, shown, joined with what the member chooses, and never answered", async () => {
      const page = await browser.open(FEED, feed("sdui", POSTS));
      // The browser may take seconds to look the policy up; the tab follows by itself.
      await page.untilInside(
        "the phone number is left alone, and the employer's words are found",
        (/** @type {ShadowRoot} */ root, /** @type {string} */ name) =>
          [...root.querySelectorAll(".marker")].map((marker) => marker.textContent).join() === name,
        words.kind_launch,
      );
      await page.find(".marker").click();
      await page.untilInside(
        "the card says whose words these are, and offers to switch no kind off",
        (/** @type {ShadowRoot} */ root, /** @type {string} */ said) =>
          root.querySelector(".card")?.textContent?.includes(said) &&
          !root.querySelector("[data-deed=switch-off], [data-deed=remove-term]"),
        words.why_seen_employer,
      );

      const options = await browser.openOwn("options.html");
      await says(options, policy.notice);
      await says(options, words.employer_learns_nothing);
      await says(options, words.options_kinds_locked);
      const { locked, link, terms } = await options.evaluate(() => ({
        locked: [...document.querySelectorAll("fieldset:disabled [data-deed]")].map((control) =>
          control.getAttribute("data-deed"),
        ),
        link: document.querySelector(".employer a")?.getAttribute("href"),
        terms: document.querySelector("[data-fold=employers-terms]")?.textContent,
      }));
      assert.ok(locked.includes("drawing:quiet") && locked.includes("kind:phone"), locked.join());
      assert.ok(!locked.includes("whose:own") && !locked.includes("severity:phone"), locked.join());
      assert.equal(link, policy.guidelines);
      assert.match(terms, /Project Merel/);
      assert.deepEqual(await violations(options), []);
      await options.screenshot(`${SCREENSHOTS}/policy-${name}.png`);

      // The member's own choice goes before what is not locked, and the member's words stand beside the employer's.
      await options.evaluate(() => chrome.storage.local.set({ terms: [{ text: "kraanvogels" }] }));
      await page.untilInside(
        "both are found",
        (/** @type {ShadowRoot} */ root) => [...root.querySelectorAll(".mark")].length >= 2,
      );
      await doThere(options, "whose:own");
      await options.until("it is kept", async () => (await chrome.storage.local.get("whose")).whose === "own");
      await options.close();

      const popup = await browser.openOwn("popup.html");
      await says(popup, policy.notice);
      await says(popup, words.locked);
      assert.deepEqual(await violations(popup), []);
      await popup.close();

      const all = await kept(browser);
      assert.deepEqual(all.policy, policy);
      assert.deepEqual(all.terms, [{ text: "kraanvogels" }]);
      assert.equal(all.kinds_off, undefined);
      await assertLeftInPeace(page);
      assert.deepEqual(browser.refused, []);
      await page.close();
    });
  });
}
