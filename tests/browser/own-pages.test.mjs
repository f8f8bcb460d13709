// The extension's own pages as axe-core sees them: light and dark, with large text, wide and narrow, with everything unfolded.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { afterEach, test } from "node:test";
import { choose, forgetAll } from "../../tools/browser/chosen.mjs";
import { violations } from "./axe.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { says } from "./own.mjs";
import { words } from "./seen.mjs";

const SCREENSHOTS = "target/screenshots";
mkdirSync(SCREENSHOTS, { recursive: true });

/** A dossier in which there is something of everything. */
const DOSSIER = JSON.stringify({
  deksel: "dossier",
  version: 1,
  events: [
    { on: "2026-03-02", id: "one", kind: "objection", note: "By the form.", letter: "Dear Sir or Madam" },
    { on: "2026-03-20", id: "two", kind: "extension", about: "one" },
  ],
});

/** Pages, with something that each of them says. @type {Record<string, string>} */
const PAGES = {
  "rights.html#found=client:3,health:1": words.found_title,
  "rights.html#restriction": words.objected_on,
  "rights.html#marketing": words.marketing_recipient,
  "rights.html#complaint": words.complaint_country,
  "dossier.html": words.request_overdue.split("$1")[0],
  "settings.html": words.check_email,
  "options.html": words.options_find_how,
  "recruiters.html": words.recruiters_lead,
  "stage.html": words.stage_lead,
  "stage.html#en/play/family": words.stage_full,
  "stage.html#en/try": words.try_task_client,
  "stage.html#en/quiz": words.quiz_question,
  "stage.html#en/handout/family": words.handout_talk,
  "stage.html#en/handout/general": words.handout_before,
  "welcome.html": words.welcome_lead,
  "welcome.html#setting": words.welcome_setting,
  "welcome.html#objection": words.welcome_objection,
  "welcome.html#end": words.welcome_end,
};

inEveryBrowser("dist", (stage) => {
  afterEach(() => forgetAll(stage.browser));

  for (const [address, said] of Object.entries(PAGES)) {
    test(`axe finds nothing against ${address}, and it fits 320 pixels with large text`, async () => {
      await choose(stage.browser, { dossier: DOSSIER });
      const page = await stage.browser.openOwn(address);
      await says(page, said);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      assert.deepEqual(await violations(page), []);
      await page.evaluate(() => {
        for (const rule of document.styleSheets[0]?.cssRules ?? [])
          if (rule instanceof CSSMediaRule && rule.media.mediaText.includes("dark")) rule.media.mediaText = "all";
        document.documentElement.style.colorScheme = "dark";
      });
      assert.deepEqual(await violations(page), []);
      await page.screenshot(`${SCREENSHOTS}/own-${address.replace(/\W+/g, "-")}-${stage.name}.png`);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      await page.resize({ width: 320, height: 800 });
      const { scrollWidth, clientWidth } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
      });
      assert.ok(scrollWidth <= clientWidth, `${scrollWidth} > ${clientWidth}`);
      await page.close();
    });
  }

  test("a setting that was dealt with stays ticked", async () => {
    const page = await stage.browser.openOwn("settings.html");
    const tick = () => /** @type {HTMLInputElement | null} */ (document.querySelector("[data-deed=email]"));
    await page.until("there is a tick", tick);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("[data-deed=email]")).click());
    await page.until("it is kept", async () => (await chrome.storage.local.get("checked/email"))["checked/email"]);
    const again = await stage.browser.openOwn("settings.html");
    await again.until(
      "it is ticked again",
      () => /** @type {HTMLInputElement | null} */ (document.querySelector("[data-deed=email]"))?.checked,
    );
    await again.close();
    await page.close();
  });

  test("the introduction goes through three steps, chooses where to warn, and can be skipped", async () => {
    const page = await stage.browser.openOwn("welcome.html");
    await page.until("it asks where to warn", () => document.querySelector("[data-deed='drawing:quiet']"));
    await page.evaluate(() =>
      /** @type {HTMLElement} */ (document.querySelector("[data-deed='drawing:quiet']")).click(),
    );
    await page.until("it is kept", async () => (await chrome.storage.local.get("drawing")).drawing === "quiet");
    for (const said of [words.welcome_setting, words.welcome_objection, words.welcome_end]) {
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".steps .main")).click());
      await says(page, said);
    }
    await page.goto(`${await page.evaluate(() => location.href.split("#")[0])}#warnings`);
    await page.until("there is a way to skip", () => document.querySelector(".steps [href='#end']"));
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".steps [href='#end']")).click());
    await says(page, words.welcome_end);
    await page.close();
  });
});
