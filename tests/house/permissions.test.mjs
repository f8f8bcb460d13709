import assert from "node:assert/strict";
import { test } from "node:test";
import { dataOf, textOf } from "./project.mjs";

/**
 * What the table under README's heading "Permissions" lists: the first column of each row, a name in backticks.
 * @returns {string[]}
 */
function documented() {
  const [, section = ""] = /^#+ Permissions$(.*?)(?=^#|$(?![\s\S]))/ms.exec(textOf("README.md")) ?? [];
  return [...section.matchAll(/^\| *`([^`]+)` *\|/gm)].map(([, name = ""]) => name).sort();
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
