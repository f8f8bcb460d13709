// What Deksel costs a page: script time for 100 posts scrolled by, how much longer a key takes in the composer, and script time for
// each key; with and without the extension in one run, in turns. And how soon after the last key the notice stands.
//
// A key is timed until the page and we have handled it, its letter is there and all that watches has been told. What comes after that
// is no measure of anybody's work: a browser lets a frame and the keys that wait go before any other task, so tasks come when the screen
// wants a frame, 16 ms sooner or later by chance.

import { join } from "node:path";
import { launch } from "../browser/launch.mjs";
import { inBrowsers } from "./measuring/in-browsers.mjs";
import { median } from "./measuring/median.mjs";

/** @import { Browser } from "../browser/launch.mjs" */

const ROUNDS = 5;
const POSTS = 100;

const TEXT =
  "Proud of this year. From May we work for Bakery Example: our new client. Call me on +31 6 12345678, please.";

/** @type {import("../bench.mjs").Bench} */
export const bench = () =>
  inBrowsers(async (name) => {
    const [bare, ours] = await Promise.all([
      launch({ browser: name }),
      launch({ browser: name, extension: join("dist", name) }),
    ]);
    try {
      /** @type {Record<"bare" | "ours", {script: number[], keys: number[], scriptOfKey: number[]}>} */
      const seen = {
        bare: { script: [], keys: [], scriptOfKey: [] },
        ours: { script: [], keys: [], scriptOfKey: [] },
      };
      const notices = [];
      for (let round = 0; round < ROUNDS; round++) {
        for (const [side, browser] of /** @type {["bare" | "ours", Browser][]} */ ([
          ["bare", bare],
          ["ours", ours],
        ])) {
          const script = await scroll(browser);
          if (script !== undefined) seen[side].script.push(script);
          const { keys, scriptOfKey, notice } = await write(browser, side === "ours");
          seen[side].keys.push(...keys);
          if (scriptOfKey !== undefined) seen[side].scriptOfKey.push(scriptOfKey);
          if (notice !== undefined) notices.push(notice);
        }
      }
      const [without, withUs] = [median(seen.bare.script), median(seen.ours.script)];
      const [plain, added] = [percentile95(seen.bare.keys), percentile95(seen.ours.keys)];
      const [alone, together] = [median(seen.bare.scriptOfKey), median(seen.ours.scriptOfKey)];
      const rows = [
        {
          subject: `${name}, script time of ${POSTS} posts`,
          value: Number.isNaN(without)
            ? "not told by this browser"
            : `${inMs(without)} without, ${inMs(withUs)} with: ${(withUs / without).toFixed(2)} times`,
        },
        {
          subject: `${name}, a key in the composer, 95th percentile`,
          value: `${inMs(plain)} without, ${inMs(added)} with: ${inMs(added - plain)} added`,
        },
        {
          subject: `${name}, script time per key`,
          value: Number.isNaN(alone) ? "not told by this browser" : `${inMs(alone)} without, ${inMs(together)} with`,
        },
        {
          subject: `${name}, from the last key to the notice`,
          value: `median ${inMs(median(notices))}, longest ${inMs(Math.max(...notices))}`,
        },
      ];
      return { rows, summary: `${name} ${inMs(added - plain)} a key, notice after ${inMs(median(notices))}` };
    } finally {
      await Promise.all([bare.close(), ours.close()]);
    }
  });

/**
 * Scrolls through a feed, a card a frame.
 * @param {Browser} browser
 */
async function scroll(browser) {
  const card = (
    /** @type {number} */ number,
  ) => `<div class="feed-shared-update-v2" role="article" data-urn="urn:li:activity:${7455000000000001000n + BigInt(number)}">
    <a class="update-components-actor__meta-link" href="/in/ada-example"><span class="update-components-actor__title"><span aria-hidden="true">Ada Example</span></span></a>
    <span class="update-components-actor__sub-description">3h • <li-icon type="globe-americas"></li-icon></span>
    <div class="update-components-update-v2__commentary"><span>${`${TEXT.slice(0, number % 5 ? 20 : undefined)}<br>`.repeat(6)}</span></div></div>`;
  const cards = Array.from({ length: POSTS }, (_, number) => card(number)).join("");
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="service" content="voyager-web"></head>
    <body class="ember-application"><main>${cards}</main></body></html>`;
  const page = await browser.open("https://www.linkedin.com/feed/", html);
  try {
    await page.evaluate(async () => {
      for (let step = 0; step < 120; step++) {
        scrollTo(0, (step * document.documentElement.scrollHeight) / 120);
        await new Promise(requestAnimationFrame);
      }
    });
    return await page.scriptTime();
  } finally {
    await page.close();
  }
}

/**
 * Types into a composer.
 * @param {Browser} browser
 * @param {boolean} isWatched whether a notice will come
 */
async function write(browser, isWatched) {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="service" content="voyager-web"></head>
    <body class="ember-application"><main><div class="comments-comment-box"><div class="ql-editor" contenteditable="true" role="textbox"></div></div></main></body></html>`;
  const page = await browser.open("https://www.linkedin.com/feed/", html);
  try {
    await page.evaluate(() => {
      const keys = /** @type {number[]} */ ([]);
      Reflect.set(globalThis, "keys", keys);
      let pressed = 0;
      // When the key itself came, which may have had to wait.
      addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), true);
      // Observers of the page were told of the letter before this.
      addEventListener("input", () => queueMicrotask(() => keys.push(performance.now() - pressed)));
      /** @type {HTMLElement} */ (document.querySelector(".ql-editor")).focus();
    });
    const before = await page.scriptTime();
    await page.type(TEXT);
    const after = await page.scriptTime();
    const scriptOfKey = before === undefined || after === undefined ? undefined : (after - before) / TEXT.length;
    if (isWatched) await page.find(".notice").text();
    // The first finding stands before the last key; so a text that is finished is put in at once, for the pause after it.
    const keys = await page.evaluate(() => Reflect.get(globalThis, "keys"));
    if (!isWatched) return { keys, scriptOfKey, notice: undefined };
    await page.evaluate(() => {
      /** @type {HTMLElement} */ (document.querySelector(".ql-editor")).textContent = "";
    });
    await page.until("the notice is gone", () => document.documentElement.lastElementChild === document.body);
    const notice = await page.evaluate(async (/** @type {string} */ text) => {
      const begun = performance.now();
      const came = new Promise((done) =>
        new MutationObserver(() => done(performance.now() - begun)).observe(document.documentElement, {
          childList: true,
        }),
      );
      /** @type {HTMLElement} */ (document.querySelector(".ql-editor")).textContent = text;
      return came;
    }, TEXT);
    return { keys, scriptOfKey, notice };
  } finally {
    await page.close();
  }
}

/** @param {number[]} figures */
function percentile95(figures) {
  return figures.toSorted((one, other) => one - other)[Math.floor(0.95 * (figures.length - 1))] ?? Number.NaN;
}

/** @param {number} time */
const inMs = (time) => `${time.toFixed(1)} ms`;
