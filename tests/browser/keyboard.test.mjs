// The whole of it by real keys alone, and what the browser's shortcuts ask for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { demoPage } from "../../tools/browser/demo-page.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";
import { assertLeftInPeace, keyboardAt, markers, words } from "./seen.mjs";

/** @import { Page } from "../../tools/browser/page.mjs" */

const TELLING = "Call me on +31 6 12345678 or write to ada@example.org.";

/**
 * Where the keyboard is inside the closed root, as a class.
 * @param {Page} page
 * @returns {Promise<string>}
 */
const keyboard = (page) =>
  page.inside((/** @type {ShadowRoot} */ root) => {
    const { activeElement: active } = root;
    return active ? active.className || active.localName : "";
  });

/** @param {Page} page */
const scrolled = (page) => page.evaluate(() => [scrollX, scrollY, document.getElementById("workspace")?.scrollTop]);

inEveryBrowser("dist", (stage) => {
  /** Has the background's own listener hear a shortcut, because no browser lets a test press one. @param {string} command */
  async function shortcut(command) {
    const popup = await stage.browser.openOwn("popup.html", { background: true });
    await popup.evaluate(async (/** @type {string} */ command) => {
      const [front] = await chrome.tabs.query({ active: true, currentWindow: true });
      /** @type {((command: string, tab?: chrome.tabs.Tab) => void)[]} */
      const listeners = [];
      const onCommand = { addListener: (/** @type {(typeof listeners)[0]} */ listener) => listeners.push(listener) };
      Object.defineProperty(chrome.commands, "onCommand", { value: onCommand, configurable: true });
      const script = document.createElement("script");
      const ran = new Promise((done, fail) => Object.assign(script, { onload: done, onerror: fail }));
      script.src = "background.js";
      document.head.append(script);
      await ran;
      if (listeners.length !== 1) throw new Error(`${listeners.length} listen to shortcuts`);
      for (const listener of listeners) listener(command, front);
    }, command);
    await popup.close();
  }

  test("from the page to the list, a finding, the next one, the reason, and back", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", [TELLING]));
    await markers(page, 1);
    await page.evaluate(() => document.getElementById("own")?.focus());
    const before = await scrolled(page);
    await page.press("Tab");
    await keyboardAt(page, ".handle");
    await page.press("Enter");
    await keyboardAt(page, ".panel");
    assert.match(await page.find(".panel").text(), new RegExp(words.panel_recognised));
    await page.press("Tab");
    await keyboardAt(page, ".panel .close");
    for (const way of [".panel a.way", ".panel button.way", ".panel .entry"]) {
      await page.press("Tab");
      await keyboardAt(page, way);
    }
    await page.press("Enter");
    await keyboardAt(page, ".card");
    assert.match(await page.find(".card").text(), new RegExp(words.kind_phone));
    assert.match(await page.find(".card .foot").text(), /1 of 2/);
    await page.press("ArrowRight");
    await page.untilInside("the next finding is shown", (/** @type {ShadowRoot} */ root) =>
      root.querySelector(".card .foot")?.textContent?.includes("2 of 2"),
    );
    assert.match(await page.find(".card h2").text(), new RegExp(words.kind_email));
    for (let steps = 0; (await keyboard(page)) !== "summary" && steps < 20; steps++) await page.press("Shift+Tab");
    await page.press("Enter");
    await page.untilInside("the reason is shown", (/** @type {ShadowRoot} */ root) =>
      root.querySelector(".card details[open]"),
    );
    assert.match(await page.find(".card details").text(), /“email”/);
    await page.press("Escape");
    await page.untilInside("the card is closed", (/** @type {ShadowRoot} */ root) => !root.querySelector(".card"));
    await keyboardAt(page, ".handle");
    await page.press("Shift+Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "own");
    assert.deepEqual(await scrolled(page), before);
    await assertLeftInPeace(page);
    await page.close();
  });

  test("shortcuts: the next finding round and round, the list, and a rest", async () => {
    const { url, html, files } = demoPage(stage.extension, "ember");
    const page = await stage.browser.open(url, html, files);
    await markers(page, 2);
    await shortcut("next-finding");
    const first = await page.find(".card").text();
    await shortcut("next-finding");
    await page.untilInside(
      "another finding is shown",
      (/** @type {ShadowRoot} */ root, /** @type {string} */ first) => {
        const card = root.querySelector(".card");
        return card && card.textContent !== first;
      },
      first,
    );
    await shortcut("open-panel");
    await keyboardAt(page, ".panel");
    assert.equal(await page.inside((/** @type {ShadowRoot} */ root) => root.querySelectorAll("dialog").length), 1);
    await shortcut("open-panel");
    await page.untilInside("the list is closed", (/** @type {ShadowRoot} */ root) => !root.querySelector(".panel"));
    assert.equal(await page.evaluate(() => document.activeElement?.nodeName), "BODY");
    await shortcut("pause");
    await page.until("nothing is drawn", () => document.documentElement.lastElementChild === document.body);
    await shortcut("pause");
    await markers(page, 2);
    await assertLeftInPeace(page);
    await page.close();
  });

  test("a finding far down is gone to when the member asks, and only then", async () => {
    const page = await stage.browser.open(
      FEED,
      feed("ember", [...Array(60).fill("<p>A walk by the sea.</p>".repeat(3)), TELLING]),
    );
    await markers(page, 1);
    assert.equal(await page.evaluate(() => scrollY), 0);
    await page.find(".handle").click();
    await page.find(".entry").click();
    await page.until("the page has gone there", () => {
      const box = [...document.querySelectorAll(".update-components-update-v2__commentary")]
        .at(-1)
        ?.getBoundingClientRect();
      return box && box.top > 0 && box.bottom < innerHeight;
    });
    await keyboardAt(page, ".card");
    await page.close();
  });
});
