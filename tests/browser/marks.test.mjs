// Lines stand under words as far as the words can be seen, wherever the page moves them, and above what the page lays over itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";
import { assertLeftInPeace, markers, words } from "./seen.mjs";

/** @import { Page } from "../../tools/browser/page.mjs" */

const NUMBER = "+31 6 12345678";
const TELLING = `Call me on <b id="number">${NUMBER}</b>.`;
const LONG = "<p>A walk by the sea, and back through the dunes.</p>".repeat(40);
const SOME = "<p>A walk by the sea, and back through the dunes.</p>".repeat(6);

/**
 * Waits until there is exactly one line, and it stands under the number; or none, where `none` is asked.
 * @param {Page} page
 * @param {string} when
 */
async function underlined(page, when) {
  await page.untilInside(`the line stands under the number ${when}`, (/** @type {ShadowRoot} */ root) => {
    const [mark, ...more] = [...root.querySelectorAll(".mark")].map((mark) => mark.getBoundingClientRect());
    const number =
      document.getElementById("number") ??
      document.querySelector("#interop-outlet")?.shadowRoot?.getElementById("number");
    const box = number?.getBoundingClientRect();
    return (
      mark && box && more.length === 0 && Math.abs(mark.left - box.left) < 1.5 && Math.abs(mark.bottom - box.bottom) < 4
    );
  });
}

/**
 * @param {Page} page
 * @param {string} when
 */
const notUnderlined = (page, when) =>
  page.untilInside(
    `there is no line ${when}`,
    (/** @type {ShadowRoot} */ root) => root.querySelectorAll(".mark").length === 0,
  );

/**
 * A page with a style sheet: the page's policy allows no style on an element.
 * @param {string} html
 * @param {string} rules
 */
const styled = (html, rules) => html.replace("</head>", `<style>${rules}</style></head>`);

inEveryBrowser("dist", (stage) => {
  test("in a page whose main part scrolls, at every step, and not under a header that stays", async () => {
    const style = `<style>html, body, #root { height: 100%; margin: 0 } #root { display: flex; flex-direction: column }
      #workspace { flex: 1; overflow: auto } nav { position: sticky; top: 0; height: 60px; background: #eee; z-index: 5 }</style>`;
    const html = feed("sdui", [LONG, TELLING, LONG])
      .replace("</head>", `${style}</head>`)
      .replace('<main id="workspace">', '<main id="workspace"><nav>Home</nav>');
    const page = await stage.browser.open(FEED, html);
    await markers(page, 1);
    await page.evaluate(() => document.getElementById("number")?.scrollIntoView({ block: "center" }));
    await underlined(page, "in the middle");
    for (const by of [40, -130, 200]) {
      await page.evaluate((/** @type {number} */ by) => document.getElementById("workspace")?.scrollBy(0, by), by);
      await underlined(page, `after ${by} pixels`);
    }
    await page.evaluate(() => {
      const top = document.getElementById("number")?.getBoundingClientRect().top ?? 0;
      document.getElementById("workspace")?.scrollBy(0, top - 20);
    });
    await notUnderlined(page, "under the header");
    await page.evaluate(() => document.getElementById("workspace")?.scrollBy(0, -60));
    await underlined(page, "below the header again");
    await page.close();
  });

  test("in the same frame as the page", async () => {
    const page = await stage.browser.open(FEED, feed("ember", [LONG, TELLING, LONG]));
    await markers(page, 1);
    await page.evaluate(() => document.getElementById("number")?.scrollIntoView({ block: "center" }));
    await underlined(page, "in the middle");
    const drift = await page.inside(async (/** @type {ShadowRoot} */ root) => {
      let most = 0;
      for (let step = 0; step < 20; step++) {
        scrollBy(0, step % 2 ? 17 : -11);
        // The frame in which the page is scrolled, after everything that is done in it.
        await new Promise((done) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = done;
            port2.postMessage(0);
          }),
        );
        const [mark] = root.querySelectorAll(".mark");
        const [at, under] = [
          mark?.getBoundingClientRect().bottom ?? 0,
          document.getElementById("number")?.getBoundingClientRect().bottom ?? 0,
        ];
        most = Math.max(most, Math.abs(at - under));
      }
      return most;
    });
    assert.ok(drift < 4, `${drift} pixels apart`);
    await page.close();
  });

  test("where a text is cut off, when it is unfolded, and when the window gets another size", async () => {
    const cut = `<div id="cut">${SOME}${TELLING}</div>`;
    const page = await stage.browser.open(
      FEED,
      styled(feed("ember", [cut]), "main { width: 60% } #cut { max-height: 60px; overflow: hidden }"),
    );
    await markers(page, 1);
    await notUnderlined(page, "while the words are folded away");
    await page.evaluate(() => {
      const cut = document.getElementById("cut");
      if (cut) cut.style.maxHeight = "none";
      document.getElementById("number")?.scrollIntoView({ block: "center" });
    });
    await underlined(page, "unfolded");
    await page.resize({ width: 640, height: 700 });
    await underlined(page, "in a smaller window");
    await page.resize({ width: 1280, height: 900 });
    await underlined(page, "in the window as it was");
    await page.close();
  });

  test("a card without a box of its own is marked too", async () => {
    const html = feed("sdui", [TELLING]).replace(
      '<div role="listitem"',
      '<div style="display: contents" role="listitem"',
    );
    const page = await stage.browser.open(FEED, html);
    await markers(page, 1);
    await underlined(page, "in it");
    assert.ok((await page.find(".marker").box()).width > 0);
    await page.close();
  });

  const EDITOR = `<div componentkey="ShareBox_textEditor" contenteditable="true" role="textbox"><p>${TELLING}</p></div>`;
  const COMPOSERS = [
    {
      name: "in a modal dialog",
      html: feed("sdui", []).replace(
        "</body>",
        `<dialog data-testid="dialog"><div role="button" tabindex="0"><p>Post to Anyone</p></div>${EDITOR}<button type="button">Post</button></dialog>
        <script>document.querySelector("dialog").showModal();</script></body>`,
      ),
    },
    {
      name: "in the shadow root of classic dialogs",
      html: feed("sdui", []).replace(
        "</body>",
        `<div id="interop-outlet" data-testid="interop-shadowdom"><template shadowrootmode="open"><style>[role=dialog] { position: fixed; top: 80px; left: 200px; width: 400px }</style><div id="artdeco-modal-outlet">
        <div role="dialog" data-test-modal-id="sharebox">
        <button type="button" class="share-unified-settings-entry-button">Post to Anyone</button>
        <div class="ql-editor" contenteditable="true" role="textbox"><p>${TELLING}</p></div>
        <button type="button" class="share-actions__primary-action">Post</button></div></div></template></div></body>`,
      ),
    },
  ];
  for (const { name, html } of COMPOSERS) {
    test(`what is being written ${name} is marked and listed, above the dialog, with who will read it`, async () => {
      const page = await stage.browser.open(FEED, html);
      const notice = await page.find(".notice").text();
      assert.match(notice, new RegExp(words.kind_phone));
      assert.match(notice, new RegExp(words.notice_public));
      await underlined(page, "in the editor");
      assert.equal(
        await page.inside((/** @type {ShadowRoot} */ root) => root.querySelector(".layer")?.matches(":popover-open")),
        true,
      );
      await page.find(".notice .close").click();
      await page.untilInside("the notice is folded", (/** @type {ShadowRoot} */ root) =>
        root.querySelector(".notice.folded"),
      );
      assert.notEqual(await page.evaluate(() => document.querySelector("dialog")?.open), false);
      await assertLeftInPeace(page);
      await page.close();
    });
  }
});
