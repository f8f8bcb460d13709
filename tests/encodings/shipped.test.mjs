// What can be read from the scripts that ship: no compile is ever tried where a page's policy could refuse and report it,
// and nothing that asks for a file or makes code of text is left in the glue.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";

const SCRIPTS = ["chromium", "firefox"].flatMap((browser) =>
  ["content.js", "pages.js", "popup.js"].map((file) => `dist/${browser}/${file}`),
);

const FORBIDDEN = [
  /\bcurrentScript\b/,
  /\beval\s*\(/,
  /\bnew Function\b/,
  /\brequire\s*\(/,
  /\bimport\s*\(/,
  /\basync\b/,
];

for (const path of SCRIPTS) {
  test(`${path} holds no loader, and makes no code of text`, () => {
    const script = readFileSync(path, "utf8");
    assert.ok(script.length > 0);
    assert.deepEqual(
      FORBIDDEN.filter((word) => word.test(script)),
      [],
    );
  });

  test(`${path} names no folder of the machine that built it`, () => {
    const text = decoded(readFileSync(path, "utf8"));
    assert.doesNotMatch(text, /\/(home|root|Users)\/|\.cargo|registry\/src/);
  });
}

test("the content script for Chromium does not even name WebAssembly: its stand-in is a local name", () => {
  assert.doesNotMatch(readFileSync("dist/chromium/content.js", "utf8"), /WebAssembly/);
  assert.match(readFileSync("dist/firefox/content.js", "utf8"), /new WebAssembly\.Module\(/);
});

/** The script with the bytes that it carries in the clear: see tools/packer/src/carried.rs. @param {string} script */
function decoded(script) {
  const carried = script.includes('"deflate-raw"') ? inflated(script) : spelled(script);
  assert.ok(carried.length > 100_000);
  return script + carried.toString("latin1");
}

/** @param {string} script */
function inflated(script) {
  const [, packed = ""] = /fromBase64\("([^"]+)"\)/.exec(script) ?? [];
  return inflateRawSync(Buffer.from(packed, "base64"));
}

/** @param {string} script */
function spelled(script) {
  const [, order = "", text = ""] = /fromBase64\("([^"]{512})"\),\w+="([^"]*)"/.exec(script) ?? [];
  const [bytes, codes] = [Buffer.from(order, "base64"), Buffer.from(text, "latin1")];
  const carried = [];
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    carried.push(bytes[code < 3 ? code * 128 + (codes[++at] ?? 0) : code] ?? 0);
  }
  return Buffer.from(carried);
}
