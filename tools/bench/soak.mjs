// A long feed scrolled through: cards come, are rendered anew and go, as in LinkedIn's own. What the page holds must stay
// flat, and Deksel must never hold it up for long.

import { join } from "node:path";
import { launch } from "../browser/launch.mjs";
import { patiently } from "../browser/patience.mjs";
import { report } from "../browser/report.mjs";
import { inBrowsers } from "./measuring/in-browsers.mjs";

const CARDS = 5_000;
const STEPS = 40;

/** @type {import("../bench.mjs").Bench} */
export const bench = () =>
  inBrowsers(async (name) => {
    const { heaps, longest } = await soak(name);
    const [second, last] = [mean(heaps.slice(STEPS / 4, STEPS / 2)), mean(heaps.slice((3 * STEPS) / 4))];
    const growth = Number.isNaN(second) ? "not told by this browser" : inPercent(last / second - 1);
    const rows = [
      { subject: `${name}, longest stretch of ours`, value: `${longest.toFixed(1)} ms, over ${CARDS} cards` },
      { subject: `${name}, heap, last quarter against second`, value: growth },
    ];
    return { rows, summary: `${name} soak: ${longest.toFixed(0)} ms at most, heap ${growth}` };
  });

/**
 * @param {import("../browser/find.mjs").BrowserName} name
 * @returns {Promise<{heaps: number[], longest: number}>} bytes after each step, milliseconds
 */
async function soak(name) {
  const browser = await launch({ browser: name, extension: join("dist", name) });
  try {
    const page = await browser.open("https://www.linkedin.com/feed/", FEED);
    const heaps = [];
    for (let step = 0; step < STEPS; step++) {
      await page.evaluate(scrollOn, step * (CARDS / STEPS), CARDS / STEPS);
      await patiently("Deksel has read the new cards", async () => (await report(browser)).page?.settled);
      const heap = await page.heap();
      if (heap !== undefined) heaps.push(heap);
    }
    const { page: seen } = await report(browser);
    return { heaps, longest: seen.longestStretch };
  } finally {
    await browser.close();
  }
}

const FEED = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="como-t" content='{"locale":"en_US"}'></head>
  <body><main id="workspace"><div role="list" data-testid="mainFeed"></div></main></body></html>`;

/**
 * In the page: adds cards a few at a time, renders some anew, and drops those far above, as a list does that is scrolled.
 * @param {number} first
 * @param {number} count
 */
async function scrollOn(first, count) {
  const KEPT = 60;
  const list = document.querySelector('[data-testid="mainFeed"]');
  for (let number = first; number < first + count; number++) {
    list?.append(card(number));
    while ((list?.childElementCount ?? 0) > KEPT) list?.firstElementChild?.remove();
    if (number % 5 === 0) {
      const old = list?.children[number % (list?.childElementCount ?? 1)];
      old?.replaceChildren(...card(number).childNodes);
      window.scrollTo(0, document.documentElement.scrollHeight);
      await new Promise(requestAnimationFrame);
    }
  }

  /** @param {number} number */
  function card(number) {
    const text =
      number % 4 === 0
        ? `Call me on +31 6 ${10_000_000 + number}.`
        : `A walk by the sea, number ${number}. `.repeat(12);
    return make("div", { role: "listitem", componentkey: `expandedSOAK${number}` }, [
      make("a", { href: "https://www.linkedin.com/in/ada-example/" }, [make("p", {}, ["Ada Example"])]),
      make("p", {}, ["3h • ", make("svg", { id: "globe-americas-small", role: "img" }, [])]),
      make("button", { type: "button" }, ["…"]),
      make("p", {}, [make("span", { "data-testid": "expandable-text-box" }, [text])]),
      make("button", { type: "button" }, ["Like"]),
    ]);
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} attributes
   * @param {(Node | string)[]} children
   */
  function make(name, attributes, children) {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    element.append(...children);
    return element;
  }
}

/** @param {number[]} figures */
const mean = (figures) => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;

/** @param {number} ratio */
const inPercent = (ratio) => `${ratio >= 0 ? "+" : ""}${(100 * ratio).toFixed(1)}%`;
