// Each selector finds on its page of ours as many elements as its row says: LinkedIn's names, and our use of them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "smol-toml";
import { inEveryBrowser } from "./every-browser.mjs";

const ROOT = new URL("../../", import.meta.url);

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, ROOT), "utf8");

const ROWS = ["sdui", "ember"].flatMap((name) => {
  const { selector } = /** @type {any} */ (parse(read(`src/linkedin/${name}.toml`)));
  return /** @type {{of: string, fact: string, css: string, fixture: string, count: number}[]} */ (selector).map(
    (row) => ({
      front: name,
      ...row,
    }),
  );
});

const FIXTURES = [...new Set(ROWS.map(({ fixture }) => fixture))].sort();

inEveryBrowser("dist", (stage) => {
  for (const fixture of FIXTURES) {
    test(`on ${fixture} each selector finds what its row says`, async () => {
      const rows = ROWS.filter((row) => row.fixture === fixture);
      const html = read(fixture).replace(/<(script|link)\b[^>]*>(<\/script>)?/g, "");
      const page = await stage.browser.open("https://www.linkedin.com/feed/", html);
      for (const { front, of, fact, css, count } of rows) {
        const found = await page.evaluate((/** @type {string} */ css) => document.querySelectorAll(css).length, css);
        assert.equal(found, count, `${front}: ${of} ${fact} ${css}`);
        assert.ok(count > 0, `${front}: ${of} ${fact} proves nothing`);
      }
      await page.close();
    });
  }
});
