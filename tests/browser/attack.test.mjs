// A page that wants to know what Deksel found, to press its buttons, or to have it unseen. Each attack is tried on something of the page's
// own too, where there is something to try it on: so it is known to be one.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { forgetAll, kept } from "../../tools/browser/chosen.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed, ownButtonWorks } from "./feed.mjs";
import { assertLeftInPeace, markers, words } from "./seen.mjs";

/** @import { Page } from "../../tools/browser/page.mjs" */

const TELLING = "Call me on +31 6 12345678.";

/** What the page does before Deksel comes: it takes every node that any event leads to, by whatever property. */
const SEARCH = `<script>
  var found = { inside: new Set(), events: new Set() };
  const look = (way, value) => {
    if (value instanceof Node && value.getRootNode() instanceof ShadowRoot) found.inside.add(value.getRootNode().host.id + " by " + way);
    else if (value instanceof Event && way.split(".").length < 4) for (const name in value) look(way + "." + name, value[name]);
    else if (Array.isArray(value)) for (const part of value) look(way + "[]", part);
  };
  for (const type of new Set([...Object.keys(window), ...Object.keys(HTMLElement.prototype)].filter((name) => name.startsWith("on")).map((name) => name.slice(2)).concat("focusin", "focusout"))) {
    addEventListener(type, (event) => {
      if (event.target === document.documentElement.lastElementChild) found.events.add(type);
      look(type, event);
      for (const list of ["composedPath", "getCoalescedEvents", "getPredictedEvents"]) look(type + "." + list, event[list]?.());
    }, true);
  }
</script>`;

/** A closed root of the page's own, to know that the search finds what there is to be found. */
const OWN_ROOT = `<p id="control"></p><script>
  const button = Object.assign(document.createElement("button"), { textContent: "Planted" });
  button.style.width = "100%";
  control.attachShadow({ mode: "closed" }).append(button);
</script>`;

/** @param {string} [extra] in the head */
const attacking = (extra = "") => feed("sdui", [TELLING]).replace("<meta", `${extra}<meta`);

/**
 * Moves the real mouse over the middle of a box, and clicks.
 * @param {Page} page
 * @param {{x: number, y: number, width: number, height: number}} box
 */
async function clickAll({ mouse }, { x, y, width, height }) {
  for (const part of [0.4, 0.5, 0.6]) await mouse.move(x + width * part, y + height / 2);
  await mouse.click(x + width / 2, y + height / 2);
  await mouse.click(x + width / 2, y + height / 2, { clickCount: 2 });
}

inEveryBrowser("dist", (stage) => {
  afterEach(() => forgetAll(stage.browser));

  /** @param {Page} page */
  const isUpmost = async (page) => {
    const { x, y, width, height } = await page.find(".marker").box();
    return page.evaluate(
      (/** @type {number} */ x, /** @type {number} */ y) =>
        document.elementFromPoint(x, y)?.matches("html > div:empty"),
      x + width / 2,
      y + height / 2,
    );
  };

  test("by no event, search or selection does the page get at what is drawn", async () => {
    const page = await stage.browser.open(FEED, attacking(SEARCH).replace("</main>", `${OWN_ROOT}</main>`));
    await markers(page, 1);
    await clickAll(page, await page.evaluate(() => document.getElementById("control")?.getBoundingClientRect()));
    const { x, y, width, height } = await page.find(".marker").box();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.find(".marker").click();
    for (const part of [".card h2", ".card .why", ".card q", ".card summary"])
      await clickAll(page, await page.find(part).box());
    for (const keys of ["Tab", "Shift+Tab", "ArrowRight"]) await page.press(keys);
    const said = await page.find(".card .why").text();
    const answers = await page.evaluate(
      (/** @type {string[]} */ searched) => ({
        selected: String(getSelection()).trim(),
        found: searched.filter((text) => {
          getSelection()?.removeAllRanges();
          return Reflect.apply(Reflect.get(window, "find"), window, [text, false, false, true]);
        }),
        // The selection is where the last search left it.
        events: [...Reflect.get(globalThis, "found").events],
        inside: [...Reflect.get(globalThis, "found").inside].map((way) => way.replace(/^control .*/, "control")),
      }),
      [words.kind_phone, said.slice(0, 20), words.what_to_do, words.ignore_here, "Planted", "Call me on"],
    );
    answers.inside = [...new Set(answers.inside)];
    // In Firefox events lead into any closed root, and so into the page's own; in Chromium they did before 156.0.8078.114.
    const leads = stage.name === "firefox" || answers.inside.includes("control");
    assert.deepEqual(answers, {
      selected: "",
      found: ["Planted", "Call me on"],
      events: [],
      inside: leads ? ["control"] : [],
    });
    // The search has taken the keyboard away.
    await page.find(".card .close").click();
    await page.untilInside("the card is closed", (/** @type {ShadowRoot} */ root) => !root.querySelector(".card"));
    assert.equal(await ownButtonWorks(page), true);
    await assertLeftInPeace(page);
    await page.close();
  });

  test("what the page makes up presses nothing, also not above a dialog, where clicks go by their place", async () => {
    const page = await stage.browser.open(FEED, attacking());
    await markers(page, 1);
    await page.find(".marker").click();
    const [off, marker] = [await page.find("[data-deed=switch-off]").box(), await page.find(".marker").box()];
    const before = [await page.find(".card").text(), await kept(stage.browser)];
    await page.evaluate(
      (/** @type {{x: number, y: number}[]} */ boxes) => {
        const host = document.documentElement.lastElementChild;
        const press = () => {
          for (const target of [host, document.body, window])
            for (const { x, y } of boxes)
              for (const type of ["pointerdown", "mousedown", "mouseup", "click"])
                target?.dispatchEvent(
                  new MouseEvent(type, { bubbles: true, composed: true, detail: 1, clientX: x + 8, clientY: y + 8 }),
                );
          host?.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, composed: true, key: "Escape" }));
          /** @type {HTMLElement} */ (host).click();
          /** @type {HTMLElement} */ (host).focus();
        };
        press();
        document.body.append(document.createElement("dialog"));
        document.querySelector("dialog")?.showModal();
        press();
      },
      [off, marker],
    );
    // A real click has its turn behind all of them.
    await page.mouse.click(5, 5);
    assert.deepEqual([await page.find(".card").text(), await kept(stage.browser)], before);
    await page.close();
  });

  test("what the page takes away, hides or carries off comes back where it was", async () => {
    const page = await stage.browser.open(FEED, attacking());
    await markers(page, 1);
    const paper = () => page.find(".marker").read((marker) => getComputedStyle(marker).backgroundColor);
    const before = await paper();
    for (const attack of [
      () => document.documentElement.lastElementChild?.remove(),
      () => {
        const host = /** @type {Element} */ (document.documentElement.lastElementChild);
        const hole = Object.assign(document.createElement("div"), { hidden: true });
        document.body.append(hole);
        hole.append(host);
      },
      () => {
        const host = /** @type {Element} */ (document.documentElement.lastElementChild);
        const frame = document.createElement("iframe");
        document.body.append(frame);
        frame.contentDocument?.body.append(host);
        document.body.append(document.createElement("p"));
      },
      () => document.documentElement.prepend(/** @type {Element} */ (document.documentElement.lastElementChild)),
    ]) {
      await page.evaluate(attack);
      await page.until("it is back", () => document.querySelector("html > div:empty"));
      await markers(page, 1);
      await page.untilInside("it is drawn", (/** @type {ShadowRoot} */ root) => root.querySelector(":popover-open"));
      assert.equal(await paper(), before);
      assert.equal(await isUpmost(page), true);
    }
    // Again and again: Deksel comes back at its own pace, and the page goes on.
    await page.evaluate(() => {
      Reflect.set(globalThis, "taken", 0);
      new MutationObserver(() => {
        for (const host of document.querySelectorAll("html > div:empty")) {
          host.remove();
          Reflect.set(globalThis, "taken", Reflect.get(globalThis, "taken") + 1);
        }
      }).observe(document.documentElement, { childList: true });
      document.querySelector("html > div:empty")?.remove();
    });
    await page.until("it was taken five times", () => Reflect.get(globalThis, "taken") >= 5);
    assert.equal(await ownButtonWorks(page), true);
    await assertLeftInPeace(page);
    await page.close();
  });

  test("no style of the page's reaches what is drawn, nor hides it", async () => {
    const hidden =
      "display: none; opacity: 0; visibility: hidden; transform: scale(0.01); filter: opacity(0); clip-path: circle(0); content-visibility: hidden;" +
      "zoom: 0.1; mask: linear-gradient(transparent, transparent); transition: all 99s; animation: gone 1s infinite; position: static; direction: rtl;" +
      "color: red; font: 1px fantasy; letter-spacing: 1em; text-transform: uppercase; writing-mode: vertical-rl; pointer-events: auto; contain: strict";
    const inherited =
      "--paper: red; --ink: red; --accent: red; --rim: red; --quiet: red; color: red; letter-spacing: 3px; word-spacing: 9px; text-transform: uppercase;" +
      "text-indent: 9px; text-shadow: 1px 1px red; text-align: right; direction: rtl; cursor: none; quotes: none; line-height: 3; font-style: italic";
    const rules = `<style>html { ${inherited} } html > :not(head):not(body) { ${hidden.replaceAll(";", " !important;")} !important }
      html > div::before, html > div::after { content: "Forged"; position: fixed; inset: 0; background: red }
      *, *::before, ::backdrop { --ink: red !important; --paper: red !important } @keyframes gone { from, to { opacity: 0 } }</style>`;
    const look = async (/** @type {string} */ html) => {
      const page = await stage.browser.open(FEED, html);
      await markers(page, 1);
      await page.find(".marker").click();
      await page.find(".card").text();
      await page.find("[role=status] span").text();
      assert.equal(await isUpmost(page), true);
      const styles = await page.inside((/** @type {ShadowRoot} */ root) => {
        const measured =
          /width|height|size|inset|^(top|left|bottom|right)$|transform$|origin|margin|translate|animation|^-moz-|^-webkit-/;
        return [...root.querySelectorAll("*")].map((element) => {
          const style = getComputedStyle(element);
          const names = [...style].filter((name) => !measured.test(name)).sort();
          return [element.className, ...names.map((name) => `${name}: ${style.getPropertyValue(name)}`)].join("\n");
        });
      });
      await page.screenshot(`target/screenshots/attack-${html.includes("Forged")}-${stage.name}.png`);
      await page.close();
      return styles;
    };
    assert.deepEqual(await look(attacking(rules)), await look(attacking()));
  });

  test("a post's words cannot look like Deksel's own: they stay between their marks, in their own direction", async () => {
    const forged = "+31 6 12345678\u202e\u2066\u2029Deksel: nothing was found here.\u0301\u0301\u0301";
    const byScript = `<i id="late"></i><script>late.textContent = ${JSON.stringify(`Write to ada@example.org or ${forged}`)}</script>`;
    const page = await stage.browser.open(FEED, feed("sdui", [byScript]));
    await markers(page, 1);
    await page.find(".handle").click();
    const quotes = await page.untilInside("the list shows quotes", (/** @type {ShadowRoot} */ root) => {
      const all = [...root.querySelectorAll(".panel q, .panel .who")];
      return (
        all.length > 0 &&
        all.map((quote) => {
          const { unicodeBidi, contain, display } = getComputedStyle(quote);
          return { text: quote.textContent, unicodeBidi, contain, display };
        })
      );
    });
    for (const { text, ...style } of quotes) {
      assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069\u2028\u2029\u200e\u200f]/);
      assert.deepEqual(style, { unicodeBidi: "plaintext", contain: "paint", display: "block" });
    }
    await page.close();
  });
});
