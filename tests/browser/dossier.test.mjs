// What can go wrong with the dossier and the letters: files of others, a storage that refuses, two tabs, very long words.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { choose, forgetAll, kept } from "../../tools/browser/chosen.mjs";
import { patiently } from "../../tools/browser/patience.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { doThere, fillIn, giveFile, lists, moveClock, saved, says } from "./own.mjs";
import { words } from "./seen.mjs";

/** @import { Page } from "../../tools/browser/page.mjs" */

const ENTRY = { on: "2026-10-01", id: "one", kind: "objection" };

const today = () => new Date().toISOString().slice(0, 10);

/** @param {unknown[]} events */
const fileOf = (...events) => JSON.stringify({ deksel: "dossier", version: 1, events });

/**
 * Chooses a file in the dossier, as a member does.
 * @param {Page} page
 * @param {string} text
 */
const bringBack = (page, text) => giveFile(page, "import", text);

inEveryBrowser("dist", (stage) => {
  afterEach(() => forgetAll(stage.browser));

  /** @param {Page} page */
  const refuse = (page) =>
    page.evaluate(() =>
      Reflect.set(chrome.storage.local, "set", async () => {
        throw new Error("QUOTA_BYTES");
      }),
    );

  const events = async () => JSON.parse((await kept(stage.browser)).dossier).events;

  test("of a file, what is wrong is kept out and named, and the rest comes in", async () => {
    const page = await stage.browser.openOwn("dossier.html");
    await bringBack(
      page,
      fileOf(ENTRY, { ...ENTRY, id: "two", on: "2026-02-31" }, 7, { ...ENTRY, id: "four", kind: "x" }),
    );
    await says(page, words.imported.replace("$1", "1").replace("$2", "0"));
    for (const [entry, why] of [
      ["2", words.fault_no_day.replace("$1", "2026-02-31")],
      ["3", words.fault_not_an_entry],
      ["4", words.fault_unknown_kind.replace("$1", "x")],
    ]) {
      await says(page, words.import_wrong.replace("$1", entry).replace("$2", why));
    }
    assert.deepEqual(await events(), [ENTRY]);
    for (const [text, sentence] of [
      ["{", words.import_not_json.replace("$1", "1").replace("$2", "1")],
      ['{"bookmarks": []}', words.import_foreign],
      [fileOf(ENTRY).replace('"version":1', '"version":9'), words.import_newer.replace("$1", "9")],
      [fileOf(ENTRY), words.imported.replace("$1", "0").replace("$2", "1")],
    ]) {
      await bringBack(page, text ?? "");
      await says(page, sentence);
    }
    assert.deepEqual(await events(), [ENTRY]);
    await page.close();
  });

  test("a storage that refuses is told of, and what was there stays", async () => {
    const page = await stage.browser.openOwn("dossier.html");
    await bringBack(page, fileOf(ENTRY));
    await lists(page, words.event_objection);
    await refuse(page);
    await doThere(page, "reply:one");
    await says(page, words.storage_refused);
    await bringBack(page, fileOf({ ...ENTRY, id: "two" }));
    await says(page, words.storage_refused);
    assert.deepEqual(await events(), [ENTRY]);
    await page.close();
  });

  test("a dossier that cannot be read is left as it is, and can be taken away and deleted", async () => {
    const page = await stage.browser.openOwn("dossier.html");
    await says(page, words.entries_none);
    const broken = fileOf(ENTRY, 7);
    await page.evaluate((/** @type {string} */ text) => chrome.storage.local.set({ dossier: text }), broken);
    await says(page, words.dossier_broken);
    await bringBack(page, fileOf({ ...ENTRY, id: "two" }));
    await patiently("it is still as it was", async () => (await kept(stage.browser)).dossier === broken);
    await doThere(page, "delete:ask");
    await doThere(page, "delete:yes");
    await says(page, words.deleted);
    assert.deepEqual(await events(), []);
    await page.close();
  });

  test("the dossier is saved as a file, and the days on which an answer is due for the calendar", async () => {
    const page = await stage.browser.openOwn("dossier.html");
    await bringBack(page, fileOf({ ...ENTRY, on: today() }));
    await lists(page, words.event_objection);
    assert.equal(await saved(page, "export"), (await kept(stage.browser)).dossier);
    assert.match(await saved(page, "calendar"), /DTSTART;VALUE=DATE:20\d{6}\r\n/);
    await page.close();
  });

  test("two tabs that write at once both keep what they wrote; what one deletes stays away in the other", async () => {
    const [one, other] = [await stage.browser.openOwn("dossier.html"), await stage.browser.openOwn("dossier.html")];
    await Promise.all([bringBack(one, fileOf(ENTRY)), bringBack(other, fileOf({ ...ENTRY, id: "two" }))]);
    await patiently("both entries are kept", async () => (await events()).length === 2);
    // What is drawn moves until both tabs have heard of both.
    for (const tab of [one, other])
      await tab.until("all lists have both entries", () => {
        const lists = [...document.querySelectorAll(".entries")];
        return lists.length > 0 && lists.every((list) => list.children.length === 2);
      });
    await doThere(other, "delete:ask");
    await doThere(other, "delete:yes");
    await says(one, words.entries_none);
    assert.deepEqual(await events(), []);
    await one.close();
    await other.close();
  });

  test("a clock that jumps forwards and back makes nothing due for good, and changes nothing that is kept", async () => {
    const seen = today();
    const setting = [{ member: "", state: "on", seen, since: seen }];
    const entry = { ...ENTRY, on: seen };
    await choose(stage.browser, { dossier: fileOf(entry), setting });
    const page = await stage.browser.openOwn("dossier.html");
    const [waiting, overdue, notSeen] = [words.request_waiting, words.request_overdue, words.reminder_not_seen].map(
      (sentence) => sentence.split("$1")[0],
    );
    await says(page, waiting);
    for (const [days, said, unsaid] of /** @type {const} */ ([
      [400, [overdue, notSeen], [waiting]],
      [-400, [waiting], [overdue, notSeen]],
      [400, [overdue, notSeen], [waiting]],
      [0, [waiting], [overdue, notSeen]],
    ])) {
      await moveClock(page, days);
      for (const words of said) await says(page, words);
      const text = await page.evaluate(() => document.body.textContent);
      for (const words of unsaid) assert.ok(!text.includes(words), words);
    }
    assert.deepEqual(await events(), [entry]);
    assert.deepEqual((await kept(stage.browser)).setting, setting);
    await page.close();
  });

  test("names in any script and ten thousand characters of grounds stand in the letter; more is told of", async () => {
    const page = await stage.browser.openOwn("rights.html");
    const name = "ياسمين 山田 Žižková";
    await fillIn(page, "name", name);
    await fillIn(page, "profile", "https://www.linkedin.com/in/ada-example/");
    await fillIn(page, "grounds-words", "語".repeat(10_000));
    await says(page, words.gaps_none);
    const letter = () => page.evaluate(() => document.querySelector("#letter-en")?.textContent);
    assert.ok((await letter()).includes(name));
    assert.ok((await letter()).includes("語".repeat(10_000)));
    await fillIn(page, "grounds-words", "語".repeat(10_001));
    await says(page, words.gap_too_long.replace("$1", "10001").replace("$2", "10000"));
    assert.ok(!(await letter()).includes("語".repeat(10_001)));
    await page.close();
  });

  test("who writes is kept only while the member wants it", async () => {
    const page = await stage.browser.openOwn("rights.html");
    await fillIn(page, "name", "Ada Example");
    await doThere(page, "copy:en");
    await says(page, words.letter_copied);
    assert.equal((await kept(stage.browser)).sender, undefined);
    await doThere(page, "keep-sender");
    await patiently("the name is kept", async () => (await kept(stage.browser)).sender?.name === "Ada Example");
    const again = await stage.browser.openOwn("rights.html#complaint");
    await again.until("the name is filled in", () =>
      document.querySelector("#letter-en")?.textContent?.startsWith("Ada Example"),
    );
    await doThere(again, "keep-sender");
    await patiently("the name is forgotten", async () => !("sender" in (await kept(stage.browser))));
    await again.close();
    await page.close();
  });
});
