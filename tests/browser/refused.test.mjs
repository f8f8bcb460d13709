// A storage that refuses, at each write there is: what was kept stays, nothing fails, and who did something is told. And the same write
// holds once the storage is there again.

import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { choose, forgetAll, kept, tell } from "../../tools/browser/chosen.mjs";
import { readHistory } from "../../tools/browser/history.mjs";
import { patiently } from "../../tools/browser/patience.mjs";
import { report } from "../../tools/browser/report.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";
import { clickOn, doThere, fillIn, giveFile, says } from "./own.mjs";
import { markers, popupText, words } from "./seen.mjs";

/** @import { Page } from "../../tools/browser/page.mjs" */

const SCRIPTS = ["background.js", "content.js", "pages.js", "popup.js"];

/** Before each script: while something is kept as `refuses`, the storage takes nothing else; what is kept as `employer` is the policy. A worker has no storage. */
const REFUSING = `if (chrome.storage) {
  const { get, set, remove } = Object.fromEntries(["get", "set", "remove"].map((way) => [way, chrome.storage.local[way].bind(chrome.storage.local)]));
  const unlessRefused = (way) => async (given) => {
    if ((await get("refuses")).refuses) throw new Error("QUOTA_BYTES quota exceeded");
    return way(given);
  };
  chrome.storage.local.set = unlessRefused(set);
  chrome.storage.local.remove = unlessRefused(remove);
  chrome.storage.managed.get = async () => (await get({ employer: {} })).employer;
}`;

const FOLDER = "target/refusing";
for (const browser of ["chromium", "firefox"]) {
  cpSync(`dist/${browser}`, `${FOLDER}/${browser}`, { recursive: true });
  for (const file of SCRIPTS)
    writeFileSync(`${FOLDER}/${browser}/${file}`, `${REFUSING}\n${readFileSync(`dist/${browser}/${file}`, "utf8")}`);
}

const DOSSIER = JSON.stringify({
  deksel: "dossier",
  version: 1,
  events: [{ on: "2026-10-01", id: "one", kind: "objection" }],
});
const OPTIONS = JSON.stringify({ deksel: "settings", version: 1, settings: { whose: "everybody" } });
const SETTING = "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement";

/**
 * Something that is done on one of the extension's own pages; of the popup choices.test.mjs tells.
 * @typedef {object} Deed
 * @property {string} page
 * @property {string} what
 * @property {Record<string, unknown>} [before] what is kept before
 * @property {(page: Page) => Promise<any>} act
 */

/** @type {Deed[]} */
const DEEDS = [
  { page: "options.html", what: "a term", act: (page) => addTerm(page) },
  { page: "options.html", what: "a file of options", act: (page) => giveFile(page, "import", OPTIONS) },
  {
    page: "options.html",
    what: "the end of a list",
    before: { "ignored//a": true },
    act: (page) => doThere(page, "ignored:ignored"),
  },
  { page: "options.html", what: "the reset", before: { badge: false }, act: (page) => surely(page, "reset") },
  { page: "settings.html", what: "a tick", act: (page) => doThere(page, "email") },
  { page: "welcome.html", what: "where to warn", act: (page) => doThere(page, "drawing:quiet") },
  { page: "dossier.html", what: "a file of the dossier", act: (page) => giveFile(page, "import", DOSSIER) },
  { page: "dossier.html", what: "the end of all", before: { dossier: DOSSIER }, act: (page) => surely(page, "delete") },
  { page: "rights.html", what: "who writes", act: (page) => keepSender(page) },
  { page: "archive.html", what: "a decision", act: (page) => decide(page) },
];

/**
 * Presses what is asked once more before it is done.
 * @param {Page} page
 * @param {string} deed
 */
async function surely(page, deed) {
  await doThere(page, `${deed}:ask`);
  await doThere(page, `${deed}:yes`);
}

/** @param {Page} page */
async function decide(page) {
  await readHistory(page);
  await clickOn(page, "#list [data-deed^='done:']");
}

/** @param {Page} page */
async function addTerm(page) {
  await fillIn(page, "term", "Project Merel");
  await doThere(page, "term-add");
}

/** @param {Page} page */
async function keepSender(page) {
  await fillIn(page, "name", "Ada Example");
  await doThere(page, "keep-sender");
}

inEveryBrowser(FOLDER, (stage) => {
  const refuse = () => choose(stage.browser, { refuses: true });
  const allow = () => stage.browser.asExtension(() => chrome.storage.local.remove("refuses"));

  /** All that is kept but for the refusal itself. */
  const all = async () => {
    const { refuses, ...others } = await kept(stage.browser);
    return others;
  };

  test("on the extension's pages every refused write is told of and changes nothing, and holds when it is done again", async () => {
    for (const { page: address, what, before: first = {}, act } of DEEDS) {
      await choose(stage.browser, first);
      const before = await all();
      await refuse();
      const page = await stage.browser.openOwn(address);
      await act(page);
      await says(page, words.storage_refused);
      assert.deepEqual(await all(), before, what);
      await allow();
      await page.close();
      const again = await stage.browser.openOwn(address);
      await act(again);
      await patiently(`${what} is kept`, async () => JSON.stringify(await all()) !== JSON.stringify(before));
      await again.close();
      await forgetAll(stage.browser);
    }
  });

  test("in a tab of LinkedIn's everything holds where it was done, and the popup tells", async () => {
    await refuse();
    const before = await all();
    const page = await stage.browser.open(FEED, feed("sdui", ["Call me on +31 6 12345678.", "Project Merel, today."]));
    await markers(page, 1);
    for (const [act, count] of /** @type {const} */ ([
      [{ addterm: "Project Merel" }, 2],
      [{ switchoff: "phone" }, 1],
      [{ removeterm: "Project Merel" }, 0],
    ])) {
      await tell(stage.browser, { ask: "act", act });
      await patiently(
        `${JSON.stringify(act)} holds`,
        async () => (await report(stage.browser)).page?.findings === count,
      );
    }
    assert.ok((await popupText(stage.browser)).includes(words.storage_refused));
    assert.deepEqual((await report(stage.browser)).health, { faults: 0, stopped: false });
    await page.close();
    const setting = await stage.browser.open(SETTING, readFileSync("tests/pages/setting-native.html", "utf8"));
    await patiently("the setting is read", async () => (await report(stage.browser)).page?.setting === "on");
    assert.deepEqual((await report(stage.browser)).health, { faults: 0, stopped: false });
    await setting.close();
    assert.deepEqual(await all(), before);
    await allow();
  });

  test("what the background could not keep, the key and the policy's copy, it keeps at its next start", async () => {
    await stage.browser.asExtension(() => chrome.storage.local.remove("key"));
    await choose(stage.browser, { employer: { whose: "everybody" } });
    await stage.browser.asExtension(() => chrome.storage.local.set({ refuses: true }));
    await stage.browser.endBackground();
    const page = await stage.browser.open(FEED, feed("sdui", ["Call me on +31 6 12345678."]));
    await markers(page, 1);
    await page.close();
    const { key, policy } = await kept(stage.browser);
    assert.deepEqual([key, policy], [undefined, undefined]);
    await allow();
    await stage.browser.endBackground();
    const next = await stage.browser.open(FEED, feed("sdui", ["Call me on +31 6 12345678."]));
    await patiently("there is a key", async () => {
      if (/^[\w-]{43}$/.test((await kept(stage.browser)).key)) return true;
      // What the page said may have reached a background that was just ending: said again, it starts another.
      await next.goto(FEED);
      return false;
    });
    await patiently("there is the policy", async () => (await kept(stage.browser)).policy?.whose === "everybody");
    await next.close();
  });
});
