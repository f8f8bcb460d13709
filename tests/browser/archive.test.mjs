// The archive page: a member's own export is read here, shows what it tells as a whole, and is gone through text by text.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { afterEach, test } from "node:test";
import { forgetAll, kept } from "../../tools/browser/chosen.mjs";
import { choose, EXPORT, FILES, openArchive, readHistory } from "../../tools/browser/history.mjs";
import { violations } from "./axe.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { doThere, fillIn } from "./own.mjs";
import { words } from "./seen.mjs";

/** @import { Page } from "../../tools/browser/page.mjs" */

const SCREENSHOTS = "target/screenshots";
mkdirSync(SCREENSHOTS, { recursive: true });

/** @param {string} id @param {Page} page */
const textOf = (page, id) =>
  page.evaluate((/** @type {string} */ id) => document.getElementById(id)?.textContent ?? "", id);

/** @param {Page} page @param {string} part @param {string} said */
const until = (page, part, said) =>
  page.until(
    `${part} says ${said}`,
    (/** @type {string} */ part, /** @type {string} */ said) =>
      document.querySelector(part)?.textContent?.includes(said),
    part,
    said,
  );

/** Waits until the list has so many texts, and gives what is marked in each. @param {Page} page @param {number} count */
const marked = (page, count) =>
  page.until(
    `${count} texts are listed`,
    (/** @type {number} */ count) => {
      const listed = [...document.querySelectorAll("#list .text")];
      return (
        listed.length === count &&
        listed.map((text) => [...text.querySelectorAll("mark")].map((mark) => mark.textContent).join("|"))
      );
    },
    count,
  );

/** @param {string} text @param {number} value */
const said = (text, value) => text.replace("$1", String(value));

/** @param {string} name @param {string} text */
const file = (name, text) => ({ name, bytes: Buffer.from(text) });

inEveryBrowser("dist", (stage) => {
  afterEach(() => forgetAll(stage.browser));

  test("a ZIP is read here: what it tells, what was not opened, and nothing asked of the network", async () => {
    const page = await openArchive(stage.browser);
    await readHistory(page);
    const state = await textOf(page, "state");
    assert.ok(state.includes(said(words.report_texts, 12)), state);
    assert.ok(!state.includes(words.report_partial), state);
    for (const [heading, names] of [
      [words.archive_files_private, ["messages.csv", "Connections.csv"]],
      [words.archive_files_other, ["Ad_Targeting.csv"]],
    ]) {
      assert.ok(state.includes(heading), heading);
      for (const name of names) assert.ok(state.includes(name), name);
    }
    const all = await page.evaluate(() => document.body.textContent);
    assert.ok(!all.includes("Geheim"), "messages stay closed");
    for (const told of [words.picture_years, words.picture_course, words.picture_names, words.picture_identifiers])
      assert.ok(all.includes(told), told);
    const course = await textOf(page, "course");
    assert.ok(course.indexOf("Hekwerk Oost") < course.indexOf("Bakkerij Van Elk, onze nieuwe klant"), course);
    assert.ok((await textOf(page, "lists")).includes("Bakkerij Van Elk"));
    assert.ok((await textOf(page, "lists")).includes("jobs@smederij.example"));
    assert.deepEqual(page.strayRequests, []);
    assert.deepEqual(Object.keys(await kept(stage.browser)), ["key"]);
    await page.close();
  });

  test("files are dropped, too, and each is read for what it is", async () => {
    const page = await openArchive(stage.browser);
    const files = Object.entries(FILES).map(([name, text]) => file(name, text));
    await choose(page, files, "drop");
    await until(page, "#state", said(words.report_texts, 12));
    assert.ok((await textOf(page, "state")).includes("messages.csv"));
    await page.close();
  });

  test("a number of the picture leads to its texts, with the words marked and the way to LinkedIn", async () => {
    const page = await openArchive(stage.browser);
    await readHistory(page);
    await doThere(page, "year:2024");
    await until(page, "#list", said(words.archive_shown, 0).replace("0", "1–2 / 2"));
    const found = await marked(page, 2);
    assert.ok(found.join().includes("NL91 ABNA 0417 1643 00"), found.join());
    const { link, why, focused } = await page.evaluate(() => ({
      link: document.querySelector("#list .text a")?.getAttribute("href"),
      why: document.querySelector("#list .why")?.textContent,
      focused: document.activeElement?.tagName,
    }));
    assert.match(link, /^https:\/\/www\.linkedin\.com\/feed\/update\/urn:li:share:/);
    assert.equal(why, words.why_bank_account);
    assert.equal(focused, "H2");

    await doThere(page, "identifier:0");
    await until(page, "#filters", "+31 6 12345678");
    await marked(page, 3);
    await doThere(page, "all-again");
    await page.until("all are back", () => document.querySelectorAll("#list .text").length > 5);
    await page.close();
  });

  test("the list is filtered by kind, harm, year, audience and own words, and sorted", async () => {
    const page = await openArchive(stage.browser);
    await readHistory(page);
    await fillIn(page, "of-kind", "email");
    await marked(page, 2);
    await fillIn(page, "of-year", "2019");
    await marked(page, 1);
    await fillIn(page, "of-kind", "");
    await fillIn(page, "of-year", "");
    await fillIn(page, "of-audience", "limited");
    assert.match((await marked(page, 1)).join(), /NL91/);
    await fillIn(page, "of-audience", "");
    await fillIn(page, "words", "HEKWERK oost");
    await marked(page, 1);
    await fillIn(page, "words", "nowhere");
    await until(page, "#list", words.archive_none);
    await fillIn(page, "words", "");
    await fillIn(page, "order", "oldest");
    await page.until("the oldest comes first", () =>
      document.querySelector("#list .text h3")?.textContent?.includes("2019-01-15"),
    );
    await page.close();
  });

  test("what the member decides is kept as codes, known again, and taken back", async () => {
    const page = await openArchive(stage.browser);
    await readHistory(page);
    await doThere(page, "year:2024");
    await marked(page, 2);
    const deed = await page.evaluate(() =>
      document.querySelector("#list [data-deed^=done]")?.getAttribute("data-deed"),
    );
    await doThere(page, deed);
    await until(page, "#list", words.archive_undo_done);
    const focused = await page.evaluate(() => document.activeElement?.getAttribute("data-deed") ?? "");
    assert.equal(focused, deed);
    const ignoring = await page.evaluate((/** @type {string} */ phone) => {
      const found = [...document.querySelectorAll("#list .findings li")].find((found) =>
        found.textContent?.includes(phone),
      );
      /** @type {HTMLDetailsElement} */ (found?.querySelector("details")).open = true;
      return found?.querySelector("[data-deed^=ignore-everywhere]")?.getAttribute("data-deed");
    }, words.kind_phone);
    await doThere(page, ignoring);
    await page.until("both are kept", async () => {
      const names = Object.keys(await chrome.storage.local.get(null));
      return (
        names.some((name) => name.startsWith("done//")) &&
        names.filter((name) => name.startsWith("ignored//")).length === 1
      );
    });
    assert.doesNotMatch(JSON.stringify(await kept(stage.browser)), /NL91|12345678|share|bank/);
    await page.close();

    const again = await openArchive(stage.browser);
    await readHistory(again);
    assert.ok(!(await textOf(again, "lists")).includes("+31 6 12345678"), "what is ignored is not in the picture");
    await fillIn(again, "of-state", "done");
    assert.match((await marked(again, 1)).join(), /NL91/);
    await doThere(again, deed);
    await again.until("it is open again", async () => {
      const names = Object.keys(await chrome.storage.local.get(null));
      return !names.some((name) => name.startsWith("done/"));
    });
    await fillIn(again, "of-state", "ignored");
    await marked(again, 3);
    await again.close();
  });

  test("a text is checked while it is typed", async () => {
    const page = await openArchive(stage.browser);
    await fillIn(page, "check", "Mail mij: ada@smederij.example");
    await until(page, "#checked", said(words.archive_check_found, 1));
    assert.equal(
      await page.evaluate(() => document.querySelector("#checked mark")?.textContent),
      "ada@smederij.example",
    );
    await fillIn(page, "check", "Een wandeling langs de zee.");
    await until(page, "#checked", words.archive_check_none);
    await fillIn(page, "check", "");
    await page.until("nothing is said of nothing", () => document.getElementById("checked")?.textContent === "");
    await page.close();
  });

  for (const [what, files, sentence] of /** @type {[string, {name: string, bytes: Uint8Array}[], string][]} */ ([
    ["what is no ZIP", [file("export.zip", "no zip at all")], "export.zip: this is not a ZIP file"],
    [
      "a ZIP that breaks off",
      [{ ...EXPORT, bytes: EXPORT.bytes.subarray(0, EXPORT.bytes.length - 100) }],
      "breaks off",
    ],
    ["a file of nobody's", [file("notes.csv", "a,b\n1,2\n")], "none of the files of LinkedIn's export"],
    [
      "a column that is missing",
      [file("Comments.csv", "Date,Link\n2024-01-01 10:00:00,x\n")],
      "there is no column message",
    ],
  ])) {
    test(`${what} is told in a sentence, as a part`, async () => {
      const page = await openArchive(stage.browser);
      await choose(page, files);
      await until(page, "#state", sentence);
      assert.ok((await textOf(page, "state")).includes(words.report_partial));
      await page.close();
    });
  }

  test("a reading can be cancelled, and another begun", async () => {
    const page = await openArchive(stage.browser);
    const row = '2024-01-01 10:00:00,,"Bel +31 6 12345678 of mail ada@smederij.example over de nieuwe klant",,,\n';
    await choose(page, [
      file("Shares.csv", `Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n${row.repeat(60_000)}`),
    ]);
    // Without a hand's delay: a quick machine would be done.
    await page.until("the reading is cancelled", () => {
      const cancel = /** @type {HTMLElement | null} */ (document.querySelector("[data-deed=cancel]"));
      cancel?.click();
      return cancel !== null;
    });
    await until(page, "#state", words.archive_cancelled);
    await readHistory(page);
    assert.ok((await textOf(page, "state")).includes(said(words.report_texts, 12)));
    await page.close();
  });

  test("a report is saved with the words or without; a letter gets counts and nothing else", async () => {
    const page = await openArchive(stage.browser);
    await readHistory(page);
    await page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => {
        /** @type {Blob} */ (blob).text().then((text) => Reflect.set(globalThis, "saved", text));
        return make(blob);
      };
    });
    /** @param {string} format */
    const saved = async (format) => {
      await page.evaluate(() => Reflect.deleteProperty(globalThis, "saved"));
      await doThere(page, `report:${format}`);
      return page.until(`${format} is saved`, () => Reflect.get(globalThis, "saved"));
    };
    const without = JSON.parse(await saved("json"));
    assert.equal(without.texts, 12);
    assert.ok(without.findings.length > 8);
    assert.doesNotMatch(JSON.stringify(without), /NL91|smederij|urn:li/);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector("[data-deed=with-words]")).click());
    assert.match(await saved("csv"), /NL91 ABNA 0417 1643 00/);
    assert.match(await saved("html"), /<bdi>NL91 ABNA 0417 1643 00<\/bdi>/);
    const letter = await page.evaluate(() => document.querySelector("#report a")?.getAttribute("href"));
    assert.match(letter, /^rights\.html#found=([a-z_]+:\d+,)*[a-z_]+:\d+$/);
    assert.match(letter, /bank_account:1/);
    await page.close();
  });

  test("axe-core finds nothing wrong, in light and dark, narrow and with large text", async () => {
    const page = await openArchive(stage.browser);
    await readHistory(page);
    await fillIn(page, "check", "Mail mij: ada@smederij.example");
    await until(page, "#checked", said(words.archive_check_found, 1));
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await page.screenshot(`${SCREENSHOTS}/archive-${stage.name}-light.png`);
    assert.deepEqual(await violations(page), []);
    await page.evaluate(() => {
      for (const sheet of document.styleSheets)
        for (const rule of sheet.cssRules)
          if (rule instanceof CSSMediaRule && rule.media.mediaText.includes("dark")) rule.media.mediaText = "all";
      document.documentElement.style.colorScheme = "dark";
    });
    assert.deepEqual(await violations(page), []);
    await page.resize({ width: 320, height: 900 });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(await wide(), 0);
    assert.deepEqual(await violations(page), []);
    await page.resize({ width: 1280, height: 900 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    assert.equal(await wide(), 0);
    assert.deepEqual(await violations(page), []);
    await page.evaluate(() => document.querySelector("main")?.append(document.createElement("img")));
    assert.match((await violations(page)).join(), /image-alt/);
    await page.close();
  });
});
