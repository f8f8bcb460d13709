// What is done at the same moment, in one document or in two: the storage knows no order of its own, and nothing is lost.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { choose, forgetAll, kept } from "../../tools/browser/chosen.mjs";
import { patiently } from "../../tools/browser/patience.mjs";
import { whenRead } from "../../tools/browser/report.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";
import { markers } from "./seen.mjs";

/** @import { Page } from "../../tools/browser/page.mjs" */

const POSTS = ["Call me on +31 6 12345678.", "Write to ada@example.org."];
const DOSSIER = { deksel: "dossier", version: 1, events: [{ on: "2026-10-01", id: "one", kind: "objection" }] };

/**
 * Presses controls of a page in one turn.
 * @param {Page} page
 * @param {string[]} deeds
 */
async function pressAtOnce(page, deeds) {
  await page.until(
    "there are the controls",
    (/** @type {string[]} */ deeds) => deeds.every((deed) => document.querySelector(`[data-deed="${deed}"]`)),
    deeds,
  );
  await page.evaluate((/** @type {string[]} */ deeds) => {
    for (const deed of deeds) /** @type {HTMLElement} */ (document.querySelector(`[data-deed="${deed}"]`)).click();
  }, deeds);
}

inEveryBrowser("dist", (stage) => {
  afterEach(() => forgetAll(stage.browser));

  /** @param {string} list */
  const entries = async (list) => Object.keys(await kept(stage.browser)).filter((name) => name.startsWith(`${list}/`));

  test("acts in one tab and in two are all kept", async () => {
    const tabs = [
      await stage.browser.open(FEED, feed("sdui", POSTS)),
      await stage.browser.open(FEED, feed("sdui", POSTS)),
    ];
    for (const tab of tabs) await markers(tab, 2);
    const { list } = (await whenRead(stage.browser)).page;
    const ignored = list.map((/** @type {any} */ { item, place }) => ({
      ignore: { item, finding: place, scope: "everywhere" },
    }));
    const words = ["Merel", "Specht", "Kraanvogel"];
    await stage.browser.asExtension(
      async (/** @type {any[][]} */ acts) => {
        const tabs = await chrome.tabs.query({ url: "https://www.linkedin.com/*" });
        const told = tabs.flatMap(({ id = 0 }, number) =>
          acts[number]?.map((act) => chrome.tabs.sendMessage(id, { ask: "act", act })),
        );
        await Promise.all(told);
      },
      [[ignored[0], ...words.map((addterm) => ({ addterm }))], [ignored[1]]],
    );
    for (const tab of tabs) await patiently("nothing is warned about", async () => (await tab.text()) === null);
    await patiently("both are ignored", async () => (await entries("ignored")).length === 2);
    const { terms } = await kept(stage.browser);
    assert.deepEqual(
      terms.map((/** @type {any} */ { text }) => text),
      words,
    );
    for (const tab of tabs) await tab.close();
  });

  test("what is pressed in one turn on the extension's own pages is all kept", async () => {
    const options = await stage.browser.openOwn("options.html");
    const kinds = ["email", "phone", "health"];
    await pressAtOnce(
      options,
      kinds.map((kind) => `kind:${kind}`),
    );
    await patiently(
      "all are switched off",
      async () => JSON.stringify((await kept(stage.browser)).kinds_off) === JSON.stringify(kinds),
    );
    await options.close();

    const checklists = [await stage.browser.openOwn("settings.html"), await stage.browser.openOwn("settings.html")];
    const ticks = [["email", "phone"], ["partners"]];
    await Promise.all(checklists.map((page, number) => pressAtOnce(page, ticks[number] ?? [])));
    await patiently("all are ticked", async () => (await entries("checked")).length === 3);
    for (const page of checklists) await page.close();

    await choose(stage.browser, { dossier: JSON.stringify(DOSSIER) });
    const dossier = await stage.browser.openOwn("dossier.html");
    await pressAtOnce(dossier, ["reply:one", "extension:one"]);
    await patiently(
      "both answers are noted",
      async () => JSON.parse((await kept(stage.browser)).dossier).events.length === 3,
    );
    await dossier.close();
  });
});
