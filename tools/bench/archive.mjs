// A history of 100,000 posts read on the archive page: how long it takes, how much memory, and how long the page is kept waiting
// at most; and then how long a filter takes.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bring, give, openArchive, zip } from "../browser/history.mjs";
import { launch } from "../browser/launch.mjs";
import { posts } from "./detection/posts.mjs";
import { inBrowsers } from "./measuring/in-browsers.mjs";

const POSTS = 100_000;

/** One post in so many is made of sentences that disclose something; the others are everyday ones. */
const TELLING = 5;

/** @type {import("../bench.mjs").Bench} */
export async function bench() {
  const bytes = history();
  return inBrowsers(async (name) => {
    const { read, filtered, waits, grown, told } = await measure(name, bytes);
    const rows = [
      { subject: `${name}, ${POSTS} posts read and scanned`, value: `${(read / 1000).toFixed(1)} s (${told})` },
      { subject: `${name}, the page kept waiting meanwhile`, value: `${waits.toFixed(0)} ms at most` },
      { subject: `${name}, a filter by words, to the list drawn`, value: `${filtered.toFixed(0)} ms` },
      { subject: `${name}, memory, the process that grew most`, value: `${(grown / 1e6).toFixed(0)} MB more` },
    ];
    return { rows, summary: `${name} archive ${(read / 1000).toFixed(1)} s, ${waits.toFixed(0)} ms at most` };
  });
}

/** A ZIP like LinkedIn's, with posts of the lengths that posts have. */
function history() {
  const everyday = ["en", "nl"].flatMap((language) =>
    readFileSync(`tests/cases/everyday-${language}.txt`, "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#")),
  );
  const telling = posts();
  let shares = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n";
  for (let number = 0; number < POSTS; number++) {
    const text =
      number % TELLING === 0
        ? telling[(number / TELLING) % telling.length]
        : Array.from({ length: 5 }, (_, line) => everyday[(number * 7 + line * 31) % everyday.length]).join("\n");
    const day = `${2005 + (number % 21)}-0${1 + (number % 9)}-1${number % 10} 09:00:00`;
    const link = `https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A${7456000000000000000n + BigInt(number)}`;
    shares += `${day},${link},"${text?.replaceAll('"', '""').replaceAll("\n", '""\n""')}",,,MEMBER_NETWORK\n`;
  }
  return zip({ "Shares.csv": shares });
}

/**
 * @param {import("../browser/find.mjs").BrowserName} name
 * @param {Uint8Array} bytes
 */
async function measure(name, bytes) {
  const browser = await launch({ browser: name, extension: join("dist", name) });
  try {
    const page = await openArchive(browser);
    // The worker compiles first, as it does while a member looks for the file.
    await page.evaluate(() => {
      const field = /** @type {HTMLTextAreaElement} */ (document.querySelector("[data-deed=check]"));
      field.value = "Mail ada@smederij.example";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await page.until("the worker answers", () => document.querySelector("#checked mark"));
    await bring(page, [{ name: "Complete.zip", bytes }]);
    // What bringing the file took is not the page's: the browser collects it first, where it lets a test ask.
    await page.heap();
    const before = memory();
    await page.evaluate(watchWaits);
    await give(page);
    await page.until("the list is there", () => document.querySelector("#list .text"));
    await page.until("the page rests", () => new Promise((done) => setTimeout(() => done(true), 500)));
    const { begun, ended, waits, told } = await page.evaluate(() => ({
      ...Reflect.get(globalThis, "seen"),
      told: document.querySelector("#state .notice")?.textContent,
    }));
    const after = memory();
    const grown = Math.max(...[...after].map(([id, size]) => size - (before.get(id) ?? 0)));
    const filtered = await page.evaluate(filter);
    return { read: ended - begun, filtered, waits, grown, told };
  } finally {
    await browser.close();
  }
}

/** In the page: notes when files are chosen and the list has come, and how long the page waits for its turn meanwhile. */
function watchWaits() {
  const seen = { begun: 0, ended: 0, waits: 0 };
  Reflect.set(globalThis, "seen", seen);
  const { port1, port2 } = new MessageChannel();
  let last = 0;
  port1.onmessage = () => {
    const now = performance.now();
    if (last > 0) seen.waits = Math.max(seen.waits, now - last);
    last = now;
    // Now and then, so that the watching itself costs no processor.
    setTimeout(() => {
      last = performance.now();
      port2.postMessage(0);
    }, 4);
  };
  // In the capturing phase, before the page takes the files.
  addEventListener(
    "change",
    () => {
      seen.begun = performance.now();
      port2.postMessage(0);
    },
    true,
  );
  new MutationObserver(() => {
    if (seen.ended === 0 && document.querySelector("#list .text")) seen.ended = performance.now();
  }).observe(document.body, { childList: true, subtree: true });
}

/** In the page: how long it takes from the last key to the list, without the pause for the next key. */
async function filter() {
  // How long the page waits for the next key: `PAUSE` in src/pages/archive/mod.rs.
  const pause = 250;
  const field = /** @type {HTMLInputElement} */ (document.querySelector("[data-deed=words]"));
  const list = /** @type {HTMLElement} */ (document.getElementById("list"));
  const drawn = new Promise((done) => new MutationObserver(done).observe(list, { childList: true }));
  field.value = "smederij";
  const begun = performance.now();
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await drawn;
  return performance.now() - begun - pause;
}

/** Bytes of memory held by each process that this one started, by its number. Only Linux tells. @returns {Map<string, number>} */
function memory() {
  const sizes = new Map();
  const family = new Set([String(process.pid)]);
  const numbers = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  for (const id of numbers.sort((one, other) => Number(one) - Number(other))) {
    const status = statusOf(id);
    const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1];
    if (parent === undefined || !family.has(parent)) continue;
    family.add(id);
    sizes.set(id, 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0));
  }
  return sizes;
}

/** @param {string} id */
function statusOf(id) {
  try {
    return readFileSync(`/proc/${id}/status`, "utf8");
  } catch {
    // It has ended in the meantime.
    return "";
  }
}
