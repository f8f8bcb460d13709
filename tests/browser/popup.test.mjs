// The popup lists what was found and leads there, can be used by keys alone, and is accessible in light and dark.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { afterEach, test } from "node:test";
import { choose, forgetAll, press } from "../../tools/browser/chosen.mjs";
import { violations } from "./axe.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";
import { markers, popupText, words } from "./seen.mjs";

/** @import { Page } from "../../tools/browser/page.mjs" */

const SCREENSHOTS = "target/screenshots";
mkdirSync(SCREENSHOTS, { recursive: true });

const TELLING = "My account is NL91 ABNA 0417 1643 00, or call +31 6 12345678.";
const LONG = `A walk by the sea.${"<br>And on.".repeat(60)}`;

/** Everything that the popup can show at a time. */
const EVERYTHING = {
  kinds_off: ["union", "health"],
  whose: "colleagues",
  companies: ["Smederij Vonk"],
  masks: true,
  "ignored//x": true,
};

inEveryBrowser("dist", (stage) => {
  afterEach(() => forgetAll(stage.browser));

  /**
   * The popup in front, as if the tab of LinkedIn were the one it belongs to.
   * @returns {Promise<Page>}
   */
  async function popupInFront() {
    const popup = await stage.browser.openOwn("popup.html");
    await popup.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ url: "https://www.linkedin.com/*" });
      if (tab) Reflect.set(chrome.tabs, "query", async () => [tab]);
    });
    await popup.until("the popup knows its tab", async () => {
      if (document.querySelector(".finding")) return true;
      /** @type {HTMLElement | null} */ (document.querySelector("[data-deed=badge]"))?.click();
      await new Promise((done) => setTimeout(done, 300));
      return false;
    });
    return popup;
  }

  test("findings are counted by severity and listed, each with its words", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", [TELLING]));
    await markers(page, 1);
    const said = await popupText(stage.browser);
    for (const word of [
      words.page_findings.replace("$1", "2"),
      `${words.severity_high_count.replace("$1", "1")} · ${words.severity_medium_count.replace("$1", "1")}`,
      words.kind_bank_account,
      "NL91 ABNA 0417 1643 00",
      words.kind_phone,
      words.health_good,
    ]) {
      assert.ok(said.includes(word), word);
    }
    await page.close();
  });

  test("what is kept is shown before the page has answered, and the rest when it does", async () => {
    const popup = await stage.browser.openOwn("popup.html");
    const shown = (/** @type {boolean} */ isBusy) =>
      popup.until(
        `the popup is ${isBusy ? "" : "no longer "}waiting`,
        (/** @type {boolean} */ wanted) => document.querySelector(`main[aria-busy=${wanted}]`)?.textContent,
        isBusy,
      );
    await shown(false);
    await popup.evaluate(() => {
      Reflect.set(chrome.tabs, "sendMessage", () => new Promise((answer) => Reflect.set(globalThis, "answer", answer)));
      // A second copy takes the first one's place, as if the popup were opened now.
      document.head.append(Object.assign(document.createElement("script"), { src: "popup.js" }));
    });
    const before = await shown(true);
    for (const word of [words.setting_unknown, words.page_asked]) assert.ok(before.includes(word), before);
    await popup.evaluate(() =>
      Reflect.get(globalThis, "answer")({ health: { faults: 0, stopped: false }, page: null }),
    );
    const after = await shown(false);
    assert.ok(after.includes(words.health_good) && !after.includes(words.page_asked), after);
    await popup.close();
  });

  test("a click on a finding scrolls to it, and only when it cannot be seen", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", [LONG, LONG, TELLING, LONG]));
    await markers(page, 1);
    const place = () =>
      page.evaluate(() => {
        const found = [...document.querySelectorAll("[data-testid=expandable-text-box]")][2]?.getBoundingClientRect();
        return { scrolled: scrollY, top: found?.top ?? 0, bottom: found?.bottom ?? 0, height: innerHeight };
      });
    assert.equal((await place()).scrolled, 0);
    await press(stage.browser, "go:", words.kind_phone);
    await page.until("the finding is in view", () => {
      const found = [...document.querySelectorAll("[data-testid=expandable-text-box]")][2]?.getBoundingClientRect();
      return found && found.top > 80 && found.bottom < innerHeight - 80;
    });
    const rest = await page.until("the page is at rest", async () => {
      const before = scrollY;
      await new Promise((done) => setTimeout(done, 200));
      return before === scrollY && before;
    });
    await press(stage.browser, "go:", words.kind_phone);
    assert.equal((await place()).scrolled, rest);
    await page.close();
  });

  test("group activity is used too, says the popup on a group's page", async () => {
    const page = await stage.browser.open("https://www.linkedin.com/groups/1234/", feed("sdui", [TELLING]));
    await markers(page, 1);
    assert.ok((await popupText(stage.browser)).includes(words.group_used));
    await page.close();
  });

  test("every control is reached by Tab in the order of reading, and works by Space and arrows", async () => {
    await choose(stage.browser, EVERYTHING);
    const page = await stage.browser.open(FEED, feed("sdui", [TELLING]));
    await markers(page, 1);
    const popup = await popupInFront();
    const wanted = await popup.evaluate(`() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
      document.body.focus();
      return [...document.querySelectorAll("a, button, summary, input")]
        .filter((control) => control.checkVisibility() && (control.type !== "radio" || control.checked))
        .map(${nameOf});
    }`);
    assert.ok(wanted.length > 15, String(wanted.length));
    /** @type {string[]} */
    const reached = [];
    while (reached.length < wanted.length) {
      await popup.press("Tab");
      reached.push(await popup.evaluate(`() => (${nameOf})(document.activeElement)`));
    }
    assert.deepEqual(reached, wanted);

    const deed = () => popup.evaluate(() => document.activeElement?.getAttribute("data-deed"));
    while ((await deed()) !== "whose:colleagues") await popup.press("Shift+Tab");
    await popup.press("ArrowDown");
    await popup.until("everybody is chosen, and the keyboard still there", async () => {
      const { whose } = await chrome.storage.local.get("whose");
      const { dataset } = /** @type {HTMLElement} */ (document.activeElement);
      return whose === "everybody" && dataset.deed === "whose:everybody";
    });
    while ((await deed()) !== "quiet") await popup.press("Shift+Tab");
    await popup.press(" ");
    await popup.until("quiet mode is on, and the keyboard still there", async () => {
      const { drawing } = await chrome.storage.local.get("drawing");
      const { dataset } = /** @type {HTMLElement} */ (document.activeElement);
      return drawing === "quiet" && dataset.deed === "quiet";
    });
    await popup.close();
    await page.close();
  });

  test("axe-core finds nothing wrong, in light and dark, with large text, with all there is to show", async () => {
    await choose(stage.browser, EVERYTHING);
    const page = await stage.browser.open(FEED, feed("sdui", [TELLING]));
    await markers(page, 1);
    const popup = await popupInFront();
    await popup.resize({ width: 400, height: 900 });
    await popup.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await popup.screenshot(`${SCREENSHOTS}/popup-${stage.name}-light.png`);
    assert.deepEqual(await violations(popup), []);
    await popup.evaluate(() => {
      for (const rule of document.styleSheets[0]?.cssRules ?? [])
        if (rule instanceof CSSMediaRule && rule.media.mediaText.includes("dark")) rule.media.mediaText = "all";
      document.documentElement.style.colorScheme = "dark";
    });
    await popup.screenshot(`${SCREENSHOTS}/popup-${stage.name}-dark.png`);
    assert.deepEqual(await violations(popup), []);
    await popup.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await popup.screenshot(`${SCREENSHOTS}/popup-${stage.name}-large.png`);
    assert.deepEqual(await violations(popup), []);
    const { scrollWidth, clientWidth } = await popup.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    assert.ok(scrollWidth <= clientWidth, `${scrollWidth} > ${clientWidth}`);

    await popup.evaluate(() => {
      const planted = document.createElement("button");
      planted.style.color = "#777";
      planted.style.backgroundColor = "#888";
      document.body.append(planted, document.createElement("img"));
    });
    const found = (await violations(popup)).join();
    assert.match(found, /button-name/);
    assert.match(found, /image-alt/);
    await popup.close();
    await page.close();
  });

  test("where the browser withholds linkedin.com, the popup says so, and a click asks for it", async () => {
    const popup = await stage.browser.openOwn("popup.html");
    await popup.until("the popup says something", () => document.querySelector("[data-deed=badge]"));
    await popup.evaluate(() => {
      Reflect.set(chrome.permissions, "contains", async () => false);
      Reflect.set(chrome.permissions, "request", async (/** @type {any} */ wanted) => {
        document.title = wanted.origins.join();
        Reflect.set(chrome.permissions, "contains", async () => true);
        return true;
      });
      /** @type {HTMLElement | null} */ (document.querySelector("[data-deed=badge]"))?.click();
    });
    await popup.until(
      "the popup says so",
      (/** @type {string} */ said) => document.body.textContent?.includes(said),
      words.access_withheld,
    );
    await popup.evaluate(() =>
      /** @type {HTMLElement | null} */ (document.querySelector("[data-deed=access]"))?.click(),
    );
    await popup.until("the line is gone", () => !document.querySelector("[data-deed=access]"));
    assert.equal(await popup.evaluate(() => document.title), "https://www.linkedin.com/*");
    await popup.close();
  });
});

/**
 * In the popup: what a control is known by, also when the popup has been drawn anew.
 * @param {HTMLElement} control
 */
function nameOf(control) {
  const { dataset, textContent } = control;
  return [dataset.deed, control.getAttribute("href"), textContent].filter(Boolean).join(" ");
}
