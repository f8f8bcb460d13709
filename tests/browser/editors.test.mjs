// Real editors hold the same text, the same markup and the same history with Deksel and without, while it reads along and shows what it finds.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { launch } from "../../tools/browser/launch.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { FEED, feed } from "./feed.mjs";
import { words } from "./seen.mjs";

/** @import { Browser } from "../../tools/browser/launch.mjs" */

const LONG = [
  "Proud of what we did this year, and of everybody who did it.",
  "From May we work for Bakery Example: our new client, after a long talk.",
  "Call me on +31 6 12345678 or write to ada@example.org.",
  "Please pay the deposit to NL91 ABNA 0417 1643 00 before Friday.",
];

/** The markup around each editor, as LinkedIn's composer has it. @type {Record<string, (place: string) => string>} */
const COMPOSERS = {
  quill: (place) => `<div role="dialog" data-test-modal-id="sharebox" class="share-box-v2__modal">
    <button type="button" class="share-unified-settings-entry-button">Post to Anyone</button>${place}
    <button type="button" class="share-actions__primary-action">Post</button></div>`,
  tiptap: (place) => `<dialog data-testid="dialog"><div role="button" tabindex="0"><p>Post to Anyone</p></div>${place}
    <button type="button">Post</button></dialog><script>document.querySelector("dialog").showModal();</script>`,
  prosemirror: (place) => `<div class="comments-comment-box">${place}<button type="button">Post</button></div>`,
};

inEveryBrowser("dist", (stage) => {
  /** @type {Browser} */
  let without;
  let script = "";
  before(async () => {
    without = await launch({ browser: stage.name });
    const entry = fileURLToPath(new URL("editors/page.mjs", import.meta.url));
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: "iife",
      minify: true,
      charset: "ascii",
    });
    script = (outputFiles[0]?.text ?? "").replaceAll("</script", "<\\/script");
  });
  after(() => without?.close());

  /**
   * @param {Browser} browser
   * @param {string} editor
   */
  async function write(browser, editor) {
    const place = `<div id="place" data-editor="${editor}"></div>`;
    const style =
      "<style>#place { width: 420px; margin: 40px; white-space: pre-wrap } .share-box-v2__modal, .comments-comment-box { width: 520px }</style>";
    const html = feed("ember", [])
      .replace("</head>", `${style}</head>`)
      .replace("<main>", () => `<main>${COMPOSERS[editor]?.(place)}`);
    const page = await browser.open(
      FEED,
      html.replace("</body>", () => `<script>${script}</script></body>`),
    );
    await page.evaluate(() => Reflect.get(globalThis, "editing").focus());
    for (const [number, line] of LONG.entries()) {
      if (number > 0) await page.press("Enter");
      await page.type(line);
    }
    return page;
  }

  for (const editor of Object.keys(COMPOSERS)) {
    test(`${editor}: text, markup and history are the same, and what was found stands beside them`, async () => {
      const bare = await write(without, editor);
      const page = await write(stage.browser, editor);
      const notice = await page.untilInside(
        "the notice tells all",
        (/** @type {ShadowRoot} */ root, /** @type {string} */ last) => {
          const text = root.querySelector(".notice")?.textContent;
          return text?.includes(last) && text;
        },
        words.kind_bank_account,
      );
      // Nothing tells who reads a comment that stands under no post.
      const audience = editor === "prosemirror" ? words.notice_unknown : words.notice_public;
      for (const said of [audience, words.kind_client, words.kind_phone, words.kind_email])
        assert.ok(notice.includes(said), said);
      assert.match(await page.find(".line").text(), new RegExp(words.kind_bank_account));
      const marked = await page.inside((/** @type {ShadowRoot} */ root) => root.querySelectorAll(".mark").length);
      assert.ok(marked >= 4, `${marked} lines`);
      const [plain, seen] = await Promise.all(
        [bare, page].map((one) => one.evaluate(() => Reflect.get(globalThis, "editing").past())),
      );
      assert.ok(plain.length > LONG.join("").length / 2, `${plain.length} steps`);
      assert.deepEqual(seen, plain);
      // What else the browser itself asks for while one types for so long is no business of the page's.
      assert.deepEqual([await page.violations(), await page.errors(), page.reports], [[], [], []]);
      await bare.close();
      await page.close();
    });
  }
});
