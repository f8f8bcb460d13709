// What can be read from the scripts that ship: no compile is ever tried where a page's policy could refuse and report it,
// and nothing that asks for a file or makes code of text is left in the glue.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

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

/** The script with the bytes that it carries in the clear. @param {string} script */
function decoded(script) {
  const [, order = "", text = ""] = /fromHex\("([0-9a-f]{512})"\),\w+="((?:[^"\\]|\\.)*)"/.exec(script) ?? [];
  assert.ok(text.length > 100_000);
  const written = { x00: "\0", n: "\n", r: "\r" };
  const plain = text.replace(/\\(x00|.)/g, (_, sign) => written[/** @type {keyof typeof written} */ (sign)] ?? sign);
  const bytes = Buffer.from(order, "hex");
  const carried = Buffer.from(plain, "latin1").map((code) => bytes[code] ?? 0);
  return script + Buffer.from(carried).toString("latin1");
}
