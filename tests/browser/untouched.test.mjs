// On every page of tests/pages: no node or attribute of LinkedIn's is changed, and nothing of it moves.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch } from "../../tools/browser/launch.mjs";
import { whenRead } from "../../tools/browser/report.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { expected } from "./fixtures.mjs";

const WATCH = `<script>
  var witnessed = { records: [], shift: 0 };
  const observer = new MutationObserver((all) => {
      if (!witnessed.isParsed) return;
    for (const { type, target, addedNodes, removedNodes, attributeName } of all) {
      witnessed.records.push([type, target.nodeName, [...addedNodes, ...removedNodes].map((node) => node.nodeName).join(), attributeName ?? ""].join(" ").trim());
    }
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  // What the parser still has to tell is no change.
  addEventListener("DOMContentLoaded", () => { observer.takeRecords(); witnessed.isParsed = true; });
  // From two frames after loading: the page's own first drawing may shift by itself, and Deksel comes later.
  addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(() => {
    try { new PerformanceObserver((list) => { for (const { value } of list.getEntries()) witnessed.shift += value; }).observe({ type: "layout-shift" }); } catch {}
  })));
</script>`;

inEveryBrowser("dist", (stage) => {
  /** @type {import("../../tools/browser/launch.mjs").Browser} */
  let without;
  before(async () => {
    without = await launch({ browser: stage.name });
  });
  after(() => without?.close());

  for (const { name, html, want, files } of expected()) {
    test(name, async () => {
      const watched = html.replace(/<script\b[\s\S]*?<\/script\s*>/gi, "").replace("<meta", `${WATCH}<meta`);
      const bare = await without.open(want.url, watched, files);
      const plain = await bare.evaluate(look);
      await bare.close();
      const page = await stage.browser.open(want.url, watched, files);
      await whenRead(stage.browser);
      const seen = await page.evaluate(look);
      assert.deepEqual(seen.boxes, plain.boxes);
      assert.equal(seen.markup, plain.markup);
      assert.equal(seen.shift, 0);
      const ours = seen.records.filter((/** @type {string} */ record) => !plain.records.includes(record));
      assert.deepEqual(
        [...new Set(ours)].filter((record) => record !== "childList HTML DIV"),
        [],
      );
      await page.close();
    });
  }
});

/** In the page: where everything of the page's own is, and what was done to it. */
function look() {
  const { records, shift } = Reflect.get(globalThis, "witnessed");
  const own = [...document.querySelectorAll("*")].filter(
    (element) =>
      element === document.documentElement ||
      element.parentElement !== document.documentElement ||
      element === document.head ||
      element === document.body,
  );
  const boxes = own.map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return `${element.localName} ${x} ${y} ${width} ${height}`;
  });
  return {
    records,
    shift,
    boxes,
    markup: `${document.head.outerHTML}${document.body.outerHTML}`.replace(/nonce="[^"]*"/g, ""),
  };
}
