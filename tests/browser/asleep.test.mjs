// What a browser puts to sleep: the extension's background, at any moment, and tabs that nobody looks at.

import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import { choose, forgetAll } from "../../tools/browser/chosen.mjs";
import { patiently } from "../../tools/browser/patience.mjs";
import { report } from "../../tools/browser/report.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";
import { fillIn } from "./own.mjs";
import { assertLeftInPeace, markers, popupText } from "./seen.mjs";

const POSTS = ["Call me on +31 6 12345678.", "Write to ada@example.org."];
const FORM = "https://www.linkedin.com/help/linkedin/ask/TS-DPRO";
const NAME = "Ada Example";

const DEAFENED = `{
  const { local, onChanged } = chrome.storage;
  const get = local.get.bind(local);
  let reads = 0;
  local.get = (names) => {
    reads += 1;
    document.documentElement.dataset.reads = reads;
    return get(names);
  };
  onChanged.addListener = () => {};
}`;

/** The extension, with a content script that hears of no change, and tells the page how often it reads what is kept. */
const DEAF = "target/deaf";
for (const browser of ["chromium", "firefox"]) {
  cpSync(`dist/${browser}`, `${DEAF}/${browser}`, { recursive: true });
  const script = readFileSync(`dist/${browser}/content.js`, "utf8");
  writeFileSync(`${DEAF}/${browser}/content.js`, `${DEAFENED}\n${script}`);
}

inEveryBrowser(DEAF, (stage) => {
  afterEach(() => forgetAll(stage.browser));

  test("a background that is ended between any two messages is missed by nobody", async () => {
    const { browser } = stage;
    const badge = (/** @type {string} */ wanted) =>
      patiently(
        `the badge says "${wanted}"`,
        async () =>
          wanted ===
          (await browser.asExtension(async () => {
            const [tab] = await chrome.tabs.query({ url: "https://www.linkedin.com/*" });
            return chrome.action.getBadgeText({ tabId: tab?.id ?? chrome.tabs.TAB_ID_NONE });
          })),
      );
    const page = await browser.open(FEED, feed("ember", POSTS));
    await markers(page, 2);
    await badge("2");

    await browser.endBackground();
    await page.evaluate(() => document.querySelector(".feed-shared-update-v2")?.remove());
    await markers(page, 1);
    await badge("1");

    const [seen] = await Promise.all([report(browser), browser.endBackground()]);
    assert.equal(seen.page.findings, 1);
    await page.find(".handle").click();
    await page.find(".panel [data-deed=object]").click();
    const letter = await browser.opened("/rights.html");
    await fillIn(letter, "name", NAME);

    await browser.endBackground();
    await page.close();
    const form = await browser.open(FORM, "<!doctype html><title>Objection</title>");
    await form.untilInside(
      "the letter is offered",
      (/** @type {ShadowRoot} */ root, /** @type {string} */ name) => root.textContent?.includes(name),
      NAME,
    );
    await browser.endBackground();
    assert.ok((await popupText(browser)).includes(NAME));
    await letter.close();

    // A shortcut's way from the background is by this message.
    await browser.endBackground();
    await browser.asExtension(() => chrome.storage.local.set({ remind_of_answer: "2026-01-01" }));
    await badge("!");
    await assertLeftInPeace(form);
    await form.close();
  });

  test("a tab that slept heard of no change: it reads again when it is looked at, and not when it is left", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", POSTS));
    await markers(page, 2);
    const reads = () => page.evaluate(() => Number(document.documentElement.dataset.reads));
    const before = await reads();
    await choose(stage.browser, { kinds_off: ["email"] });
    // Playwright has every tab of Chromium's believe that it is seen: there the event comes without its cause.
    if (stage.name === "firefox") {
      const other = await stage.browser.open("https://www.linkedin.com/help/", "<!doctype html><title>Help</title>");
      await page.until("it is hidden", () => document.hidden);
      assert.equal(await reads(), before);
      await other.close();
    } else {
      await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    }
    await markers(page, 1);
    assert.equal(await reads(), before + 1);
    await assertLeftInPeace(page);
    await page.close();
  });
});
