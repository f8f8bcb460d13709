// Quiet mode draws nothing and leaves nothing; a pause reads nothing. What is found is told by the popup alone.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { choose, forgetAll, kept, press, pressToKeep } from "../../tools/browser/chosen.mjs";
import { patiently } from "../../tools/browser/patience.mjs";
import { whenRead } from "../../tools/browser/report.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";
import { assertLeftInPeace, markers, popupText, words } from "./seen.mjs";

const POSTS = ["Call me on +31 6 12345678.", "Write to ada@example.org."];
const FINDINGS = words.page_findings.replace("$1", "2");

/** @param {import("../../tools/browser/page.mjs").Page} page */
const nodes = (page) => page.evaluate(() => [...document.querySelectorAll("*")].map((element) => element.localName));

inEveryBrowser("dist", (stage) => {
  afterEach(() => forgetAll(stage.browser));

  /** @param {import("../../tools/browser/page.mjs").Page} page */
  const drawsNothing = (page) => patiently("nothing is drawn", async () => (await page.text()) === null);

  const seen = async () => (await whenRead(stage.browser)).page;

  test("in quiet mode the page has not one node more, and the popup lists the findings", async () => {
    await choose(stage.browser, { drawing: "quiet" });
    const page = await stage.browser.open(FEED, feed("sdui", POSTS));
    const before = await nodes(page);
    assert.equal((await seen()).findings, 2);
    const said = await popupText(stage.browser);
    for (const word of [FINDINGS, words.kind_phone, "+31 6 12345678", words.kind_email]) assert.ok(said.includes(word));
    assert.equal(await page.text(), null);
    assert.deepEqual(await nodes(page), before);
    await assertLeftInPeace(page);
    await page.close();
  });

  test("quiet mode can be switched on and off while a page is open", async () => {
    const page = await stage.browser.open(FEED, feed("ember", POSTS));
    await markers(page, 2);
    await pressToKeep(stage.browser, "quiet");
    await drawsNothing(page);
    await pressToKeep(stage.browser, "quiet");
    await markers(page, 2);
    await page.close();
  });

  test("the first time, the popup asks where to warn, and draws until it has an answer", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", POSTS));
    await markers(page, 2);
    assert.ok((await popupText(stage.browser)).includes(words.drawing_agreement));
    await pressToKeep(stage.browser, "drawing:quiet");
    await drawsNothing(page);
    assert.ok(!(await popupText(stage.browser)).includes(words.drawing_agreement));
    assert.equal((await kept(stage.browser)).drawing, "quiet");
    await page.close();
  });

  test("paused on a page, Deksel reads nothing there; the next page is read again", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", POSTS));
    await markers(page, 2);
    await press(stage.browser, "here", words.paused_here);
    await drawsNothing(page);
    assert.deepEqual([(await seen()).findings, (await seen()).posts], [0, 0]);
    await press(stage.browser, "resume", FINDINGS);
    await markers(page, 2);
    await press(stage.browser, "here", words.paused_here);
    await drawsNothing(page);
    await page.evaluate(() => {
      history.pushState(null, "", "/feed/update/urn:li:activity:1/");
      document.body.append(document.createElement("p"));
    });
    await markers(page, 2);
    await page.close();
  });

  test("paused for an hour, Deksel reads nothing anywhere until the hour is over or the member goes on", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", POSTS));
    await markers(page, 2);
    const asked = Date.now();
    await press(stage.browser, "hour", words.pause_end);
    await drawsNothing(page);
    const { paused_until: until } = await kept(stage.browser);
    assert.ok(until >= asked + 3_600_000 && until <= Date.now() + 3_600_000);
    await press(stage.browser, "resume", FINDINGS);
    await markers(page, 2);
    await choose(stage.browser, { paused_until: Date.now() + 1_500 });
    await markers(page, 2);
    await choose(stage.browser, { paused_until: Date.now() + 3_600_000 });
    await drawsNothing(page);
    // So it is when the clock is set back by a month.
    await choose(stage.browser, { paused_until: Date.now() + 30 * 86_400_000 });
    await markers(page, 2);
    await page.close();
  });

  test("without a badge the icon shows no number", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", POSTS));
    await markers(page, 2);
    const badge = (/** @type {string} */ wanted) =>
      patiently(`the badge says "${wanted}"`, async () => (await badgeText(stage.browser)) === wanted);
    await badge("2");
    await pressToKeep(stage.browser, "badge");
    await badge("");
    await pressToKeep(stage.browser, "badge");
    await badge("2");
    await page.close();
  });
});

/** @param {import("../../tools/browser/launch.mjs").Browser} browser */
async function badgeText(browser) {
  const popup = await browser.openOwn("popup.html", { background: true });
  try {
    return await popup.evaluate(async () => {
      const [front] = await chrome.tabs.query({ active: true, currentWindow: true });
      return chrome.action.getBadgeText({ tabId: front?.id });
    });
  } finally {
    await popup.close();
  }
}
