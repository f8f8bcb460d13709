// The options page: what is chosen there holds at once in tabs that are open, travels in files, and comes back.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import { choose, forgetAll, kept } from "../../tools/browser/chosen.mjs";
import { patiently } from "../../tools/browser/patience.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";
import { clickOn, doThere, fillIn, giveFile, saved, says } from "./own.mjs";
import { markers, words } from "./seen.mjs";

/** @import { Page } from "../../tools/browser/page.mjs" */

/** @type {Record<string, {message: string}>} */
const DUTCH = JSON.parse(readFileSync(new URL("../../extension/_locales/nl/messages.json", import.meta.url), "utf8"));

const TELLING = "Call me on +31 6 12345678 about the kraanvogels.";

inEveryBrowser("dist", (stage) => {
  afterEach(() => forgetAll(stage.browser));

  test("what is chosen holds at once in an open tab: a kind, a severity, a word, a language, quiet", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", [TELLING]));
    assert.match(String(await markers(page, 1)), new RegExp(words.kind_phone));
    const options = await stage.browser.openOwn("options.html");
    await unfold(options);

    await fillIn(options, "severity:phone", "high");
    await page.untilInside("the phone number weighs more", (/** @type {ShadowRoot} */ root) =>
      root.querySelector(".mark.high"),
    );
    await doThere(options, "kind:phone");
    await drawsNothing(page);
    await says(
      options,
      words.options_group_count.replace("$1: $2 of $3", `${words.options_group_identifiers}: 11 of 12`),
    );

    await fillIn(options, "term", "kraanvogel");
    await doThere(options, "term-inflected");
    await doThere(options, "term-add");
    await says(options, words.options_terms_count.replace("$1", "1"));
    await markers(page, 1);

    await fillIn(options, "language", "nl");
    await says(options, DUTCH.options_lead?.message ?? "");
    assert.equal(await options.evaluate(() => document.documentElement.lang), "nl");
    await page.untilInside(
      "the marker speaks Dutch",
      (/** @type {ShadowRoot} */ root, /** @type {string} */ name) =>
        root.querySelector(".marker")?.textContent?.includes(name),
      DUTCH.kind_confidential?.message,
    );

    await doThere(options, "drawing:quiet");
    await drawsNothing(page);
    const { kinds_off, severities, drawing, language, terms } = await kept(stage.browser);
    assert.deepEqual([kinds_off, severities, drawing, language], [["phone"], { phone: "high" }, "quiet", "nl"]);
    assert.deepEqual(terms, [{ text: "kraanvogel", kind: "confidential", same_case: false, inflected: true }]);
    await options.close();
    await page.close();
  });

  test("words and options go into files and come back; a file with a mistake is told line by line and changes nothing", async () => {
    await choose(stage.browser, { terms: [{ text: "Merel", kind: "launch" }], whose: "everybody", patience: 30 });
    const options = await stage.browser.openOwn("options.html");
    const table = await saved(options, "terms-export");
    assert.equal(table, "text,kind,same_case,inflected\nMerel,launch,false,false\n");
    await giveFile(options, "terms-import", `${table}Vonk,gossip,,\n,client,,\n`);
    await says(
      options,
      words.line_wrong.replace("$1", "3").replace("$2", words.term_kind_unknown.replace("$1", "gossip")),
    );
    await says(options, words.line_wrong.replace("$1", "4").replace("$2", words.term_none));
    await giveFile(options, "terms-import", 'Vonk\n"IJs"\n');
    await says(options, words.options_terms_imported.replace("$1", "2"));
    await says(options, words.options_terms_count.replace("$1", "3"));

    const file = await saved(options, "export");
    assert.deepEqual(Object.keys(JSON.parse(file).settings).sort(), ["patience", "terms", "whose"]);
    await doThere(options, "reset:ask");
    await doThere(options, "reset:yes");
    await says(options, words.options_was_reset);
    await says(options, words.options_terms_none);
    await giveFile(options, "import", file.replace('"everybody"', '"nobody"'));
    await says(options, 'whose: "nobody"');
    assert.equal((await kept(stage.browser)).patience, undefined);
    await giveFile(options, "import", file);
    await says(options, words.options_imported);
    const { patience, terms, whose } = await kept(stage.browser);
    assert.deepEqual([patience, terms.length, whose], [30, 3, "everybody"]);
    await options.close();
  });

  test("what is ignored is counted, and cleared list by list", async () => {
    await choose(stage.browser, {
      "ignored//a": true,
      "ignored/ada/b": true,
      "ignored/ada/c": true,
      "done/ada/d": true,
      dossier: "kept",
    });
    const options = await stage.browser.openOwn("options.html");
    await says(options, words.ignored_count.replace("$1", "3"));
    await clickOn(options, '[data-deed="ignored:ignored"]');
    await says(options, words.options_cleared);
    await says(options, words.options_ignored_done.replace("$1", "1"));
    const left = Object.keys(await kept(stage.browser));
    assert.deepEqual(
      left.filter((name) => name.startsWith("ignored") || name === "done/ada/d" || name === "dossier").sort(),
      ["done/ada/d", "dossier"],
    );
    await options.close();
  });
});

/** @param {Page} page */
const drawsNothing = (page) => patiently("nothing is drawn", async () => (await page.text()) === null);

/** @param {Page} page */
const unfold = (page) =>
  page.until("there are kinds", () => {
    const folds = document.querySelectorAll("details");
    for (const fold of folds) fold.open = true;
    return folds.length;
  });
