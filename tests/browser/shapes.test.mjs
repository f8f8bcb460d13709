// Pages of any shape: the invented pages' own cards, changed at random, always in the same way. Nothing fails, the page is left as it
// is, and what can be read is read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { patiently } from "../../tools/browser/patience.mjs";
import { items, whenRead } from "../../tools/browser/report.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed, ownButtonWorks } from "./feed.mjs";
import { expected } from "./fixtures.mjs";
import { assertLeftInPeace } from "./seen.mjs";

/** Cards that are made, in as many turns of the page's. */
const CARDS = 400;
const TURNS = 4;

/** What a post must say that stands behind all of them, in each turn. */
const last = (/** @type {number} */ turn) => `Turn ${turn}: call me on +31 6 12345678.`;

/** Without what the page's policy forbids where the page did not bring it. */
const bare = (/** @type {string} */ html) =>
  html.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>|<link\b[^>]*>| (style|srcset|on\w+)="[^"]*"/gi, "");

inEveryBrowser("dist", (stage) => {
  test("cards of any shape are read or left", async () => {
    const page = await stage.browser.open(FEED, feed("sdui", []).replace(/<meta name="como-t"[^>]*>/, ""));
    const pages = [...expected().map(({ html }) => html), feed("sdui", ["Words."]), feed("ember", ["Words."])];
    await page.evaluate(take, bare(pages.join("")));
    for (let turn = 0; turn < TURNS; turn++) {
      await page.evaluate(misshape, bare(feed("sdui", [last(turn)])), turn, CARDS / TURNS);
      await patiently("the post behind all of them is read", async () => {
        const read = await items(stage.browser);
        return read.some(({ text, findings }) => text === last(turn) && findings.length === 1);
      });
      const { health, page: told } = await whenRead(stage.browser);
      assert.deepEqual(health, { faults: 0, stopped: false });
      // Enough of them are still posts for this to have tried something.
      assert.ok(told.posts > CARDS / TURNS / 4, `${told.posts} posts were read`);
      assert.equal(await page.evaluate(isAsItWas), true);
    }
    assert.equal(await ownButtonWorks(page), true);
    await assertLeftInPeace(page);
    await page.close();
  });
});

/**
 * In the page: keeps the cards of other pages, to make others of.
 * @param {string} markup
 */
function take(markup) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  const policy = trustedTypes.createPolicy("page", { createHTML: (/** @type {string} */ text) => text });
  const parse = (/** @type {string} */ html) => new DOMParser().parseFromString(policy.createHTML(html), "text/html");
  const source = parse(markup);
  for (const frame of source.querySelectorAll("iframe")) frame.remove();
  for (const picture of source.querySelectorAll("[src]")) picture.setAttribute("src", "data:,");
  const seeds = [...source.querySelectorAll("[role=listitem], [role=article], [data-urn], article, section")];
  Object.assign(globalThis, { parse, seeds });
}

/** In the page: whether it is as the page itself left it. */
function isAsItWas() {
  return Reflect.get(globalThis, "left") === document.querySelector("main")?.outerHTML;
}

/**
 * In the page: fills its list with cards made of those that it took, and with what stands in the list of another page.
 * @param {string} behind
 * @param {number} seed
 * @param {number} count
 */
function misshape(behind, seed, count) {
  let state = seed + 1;
  // A generator of random numbers that is the same everywhere (xorshift).
  const random = (/** @type {number} */ below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
  /** @type {<T>(list: ArrayLike<T>) => T} */
  const any = (list) => /** @type {any} */ (list[random(list.length)]);

  /** @type {{parse: (html: string) => Document, seeds: Element[]}} */
  const { parse, seeds } = /** @type {any} */ (globalThis);
  const values = seeds.flatMap((card) =>
    [card, ...card.querySelectorAll("*")].flatMap((element) =>
      [...element.attributes].map(({ name, value }) => ({ name, value })),
    ),
  );

  /** @type {((element: Element, card: Element) => void)[]} */
  const changes = [
    (element) => element.remove(),
    (element) => element.replaceWith(...element.childNodes),
    (element) => element.after(element.cloneNode(true)),
    (element, card) => any(card.querySelectorAll("*"))?.append(element.cloneNode(true)),
    (element) => element.append(any(seeds).cloneNode(true)),
    (element) => any(element.attributes) && element.removeAttribute(any(element.attributes).name),
    (element) => {
      const { name, value } = any(values);
      element.setAttribute(name, value);
    },
    // A name twice, and one of great length.
    (element) => {
      const { name, value } = any(values);
      element.setAttribute(name, value + any([",", " ", ""]) + value);
    },
    (element) => {
      const { name, value } = any(values);
      element.setAttribute(name, value.padEnd(100_000, any(["(", "%", "A", "\u0301", "urn:li:"])));
    },
    (element) => {
      let inner = element;
      for (let depth = 0; depth < 100; depth++) {
        const around = document.createElement(any(["div", "span", "p", "form", "a", "x-y"]));
        around.append(...inner.childNodes);
        inner.append(around);
        inner = around;
      }
    },
    (element) => {
      if (!/^(div|span|p|section|article)$/.test(element.localName)) return;
      element.attachShadow({ mode: any(["open", "closed"]) }).append(...element.childNodes);
    },
    // Names that lead round in a ring.
    (element, card) => {
      card.id = `ring-${random(1_000_000)}`;
      element.id = `${card.id}-too`;
      for (const name of ["aria-labelledby", "aria-owns", "aria-describedby"]) {
        element.setAttribute(name, `${card.id} ${element.id}`);
        card.setAttribute(name, element.id);
      }
    },
    (element) => {
      const display = any(["contents", "none", "flow-root", "inline"]);
      /** @type {Partial<HTMLElement>} */ (element).style?.setProperty("display", display);
    },
    (element) => element.prepend(any(["\0", "\u202e", "\ud83d", " ", "3h • ", "•", "\n", "\u2066Ada"])),
    (element) => element.append(new Comment("•"), document.createElementNS("http://www.w3.org/2000/svg", "p")),
  ];

  const list = document.querySelector("[data-testid=mainFeed]");
  const cards = Array.from({ length: count }, () => {
    const card = /** @type {Element} */ (document.importNode(any(seeds), true));
    for (let change = random(6); change >= 0; change--) any(changes)(any([card, ...card.querySelectorAll("*")]), card);
    return card;
  });
  // The cards of the turn before go; some come back as parts of others, and some change after they have gone.
  const gone = [...(list?.children ?? [])];
  list?.replaceChildren(...cards, ...(parse(behind).querySelector("[data-testid=mainFeed]")?.childNodes ?? []));
  for (const old of gone.filter(() => random(8) === 0)) any(cards).append(old);
  for (const old of gone) old.append("too late");
  Object.assign(globalThis, { left: document.querySelector("main")?.outerHTML });
}
