// A fault in the archive's worker: a fresh core reads the same files and passes over the text in which the first one died; when that one
// dies too, the page says so.
//
// The extension is the one that ships, but for the browser's clock in the worker, which the core trusts never to throw.

import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { choose, EXPORT, openArchive, readHistory } from "../../tools/browser/history.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { words } from "./seen.mjs";

/**
 * The extension with something before its worker's script.
 * @param {string} name
 * @param {string} first
 */
function withWorker(name, first) {
  const folder = `target/broken-worker/${name}`;
  for (const browser of ["chromium", "firefox"]) {
    cpSync(`dist/${browser}`, `${folder}/${browser}`, { recursive: true });
    const script = readFileSync(`dist/${browser}/worker.js`, "utf8");
    writeFileSync(`${folder}/${browser}/worker.js`, `${first}\n${script}`);
  }
  return folder;
}

/** @param {string} when a condition over `calls`, how often the clock was read */
const brokenClock = (when) => `let calls = 0; const { now } = Date;
  Date.now = () => { calls += 1; if (${when}) throw new Error("provoked"); return now.call(Date); };`;

inEveryBrowser(withWorker("once", brokenClock("calls === 1")), (stage) => {
  test("after one fault the same files are read again, but for one text", async () => {
    const page = await openArchive(stage.browser);
    await readHistory(page);
    const state = await page.evaluate(() => document.getElementById("state")?.textContent);
    assert.ok(state.includes(words.report_texts.replace("$1", "12")), state);
    assert.ok(state.includes(words.archive_passed_over.replace("$1", "1")), state);
    assert.ok(state.includes(words.report_partial), state);
    await page.close();
  });
});

inEveryBrowser(withWorker("always", brokenClock("calls > 0")), (stage) => {
  test("after two faults the page says that it stopped", async () => {
    const page = await openArchive(stage.browser);
    await choose(page, [EXPORT]);
    await page.until(
      "the page says so",
      (/** @type {string} */ said) => document.getElementById("state")?.textContent?.includes(said),
      words.archive_stopped,
    );
    await page.close();
  });
});

inEveryBrowser(withWorker("never", 'throw new Error("provoked");'), (stage) => {
  test("where the browser does not run the worker, the page says that it stopped", async () => {
    const page = await openArchive(stage.browser);
    await page.until(
      "the page says so",
      (/** @type {string} */ said) => document.getElementById("state")?.textContent?.includes(said),
      words.archive_stopped,
    );
    await page.close();
  });
});
