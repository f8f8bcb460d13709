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
  const texts = [...script.matchAll(/fromBase64\("([^"]+)"\)/g)].map(([, text = ""]) => Buffer.from(text, "base64"));
  const [packed, ...inflater] = texts.reverse();
  const carried = inflateRawSync(packed ?? "");
  assert.ok(carried.length > 100_000);
  return [script, carried.toString("latin1"), ...inflater.map((bytes) => bytes.toString("latin1"))].join("");
}
