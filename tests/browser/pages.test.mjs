// Every page of tests/pages is read as the JSON beside it says: both front ends, all kinds of pages, many languages.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { readSaved } from "../../tools/browser/saved-page.mjs";
import { inEveryBrowser } from "./every-browser.mjs";
import { expected, FOLDER, told } from "./fixtures.mjs";

const PAGES = expected();

inEveryBrowser("dist", (stage) => {
  for (const { name, html, want, files } of PAGES) {
    test(`${name}: ${want.about}`, async () => {
      const { items, setting, page } = await readSaved(stage.browser, html, { url: want.url, files });
      assert.deepEqual(items.map(told), want.items);
      assert.equal(setting.state, want.setting ?? "unknown");
      assert.equal(page.recognised, want.recognised);
      assert.deepEqual(page.composer, want.composer);
    });
  }
});

test("every page says what must be read on it, but the inside of a frame and the two that another test changes", () => {
  const known = new Set(PAGES.map(({ name }) => `${name}.html`));
  const left = readdirSync(FOLDER).filter((name) => name.endsWith(".html") && !known.has(name));
  assert.deepEqual(left, ["setting-aria.html", "setting-native.html", "setting-page-frame-inner.html"]);
});
