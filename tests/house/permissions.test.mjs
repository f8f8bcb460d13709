import assert from "node:assert/strict";
import { test } from "node:test";
import { dataOf, textOf } from "./project.mjs";

/**
 * What the README's table of permissions lists: the first column, a name in backticks.
 * @returns {string[]}
 */
function documented() {
  const [, rows = ""] = /^\| permission \|.*\n\|[-|]+\|\n((?:\|.*\n)+)/m.exec(textOf("README.md")) ?? [];
  return [...rows.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name = ""]) => name).sort();
}

/**
 * All that a manifest asks for.
 * @param {any} manifest
 * @returns {string[]}
 */
function asked(manifest) {
  return [
    ...(manifest.permissions ?? []),
    ...(manifest.optional_permissions ?? []),
    ...(manifest.optional_host_permissions ?? []),
    ...new Set([
      ...(manifest.host_permissions ?? []),
      ...(manifest.content_scripts ?? []).flatMap((/** @type {any} */ script) => script.matches),
    ]),
  ].sort();
}

for (const path of ["manifest.json", "dist/chromium/manifest.json", "dist/firefox/manifest.json"]) {
  test(`${path} asks for what the README documents, and no more`, () => {
    assert.deepEqual(asked(dataOf(path)), documented());
  });
}

test("PRIVACY.md has a paragraph for each", () => {
  const explained = [...textOf("PRIVACY.md").matchAll(/^- \*\*`([^`]+)`\*\* \S/gm)].map(([, name = ""]) => name);
  assert.deepEqual(explained.sort(), documented());
});
