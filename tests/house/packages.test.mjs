// What the stores take: the same bytes wherever it is packed, whole, and without a remark of Mozilla's linter.

import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { strFromU8, unzipSync } from "fflate";
import { shippedCrates } from "../../tools/package/crates.mjs";
import { lint } from "../../tools/package/lint.mjs";
import { pack } from "../../tools/package/pack.mjs";
import { dataOf, filesIn, textOf } from "./project.mjs";

const crates = shippedCrates();

const FILES = [
  ["manifest.json", "{}"],
  ["icons/16.png", "not a picture"],
  ["_locales/nl/messages.json", "Één zin, een paar keer. ".repeat(100)],
  ["a.js", ""],
];

/**
 * Packs the files after writing them into a new folder in the order given.
 * @param {string[][]} files
 * @param {Date} time
 * @param {number} mode
 */
function packed(files, time, mode) {
  const folder = mkdtempSync(join(tmpdir(), "deksel-packed-"));
  try {
    for (const [name = "", text = ""] of files) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      chmodSync(path, mode);
      utimesSync(path, time, time);
    }
    return pack(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the same files make the same package, in whatever folder, order, time and mode they lie", () => {
  const one = packed(FILES, new Date("2026-01-01"), 0o644);
  assert.deepEqual(one, packed(FILES.toReversed(), new Date("2031-07-09T12:34:56Z"), 0o600));
  assert.notDeepEqual(one, packed([...FILES, ["b.js", ""]], new Date("2026-01-01"), 0o644));
});

test("a package holds every file as it was, in the order of their names", () => {
  const held = Object.entries(unzipSync(packed(FILES, new Date(), 0o644)));
  assert.deepEqual(
    held.map(([name, bytes]) => [name, strFromU8(bytes)]),
    FILES.toSorted(([one = ""], [other = ""]) => (one < other ? -1 : 1)),
  );
});

test("Mozilla's linter has no remark", () => {
  assert.deepEqual(lint("dist/firefox"), []);
});

test("the linter would have one if there were a reason", () => {
  assert.notDeepEqual(lint("tests/house/badly-declared"), []);
});

for (const browser of ["chromium", "firefox"]) {
  test(`dist/${browser} declares nothing that only other browsers understand`, () => {
    const { background, browser_specific_settings, minimum_chrome_version } = dataOf(`dist/${browser}/manifest.json`);
    const declared = [...Object.keys(background), browser_specific_settings, minimum_chrome_version];
    const gecko = dataOf("manifest.json").browser_specific_settings;
    const expected = { chromium: ["service_worker", undefined, "140"], firefox: ["scripts", gecko, undefined] };
    assert.deepEqual(declared, expected[/** @type {keyof typeof expected} */ (browser)]);
  });

  test(`dist/${browser} brings the licences of all that others wrote`, () => {
    const files = filesIn(`dist/${browser}`).map((path) => path.slice(`dist/${browser}/`.length));
    for (const file of ["LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY.txt"]) assert.ok(files.includes(file), file);
    const notices = textOf(`dist/${browser}/THIRD-PARTY.txt`);
    assert.ok(crates.length > 0);
    assert.deepEqual(
      crates.filter(({ name, version, licence }) => !notices.includes(`${name} ${version} (${licence})`)),
      [],
    );
  });
}

for (const [language, heading] of [
  ["en", "Summary"],
  ["nl", "Samenvatting"],
]) {
  test(`the store's summary in ${language} fits, and every picture has the stores' size`, () => {
    const [, summary = ""] =
      new RegExp(`^## ${heading}\n\n(.+)$`, "m").exec(textOf(`docs/store/${language}/listing.md`)) ?? [];
    assert.ok(summary.length > 0 && summary.length <= 132, `${summary.length} characters`);
    const pictures = filesIn(`docs/store/${language}`).filter((path) => path.endsWith(".png"));
    assert.ok(pictures.length > 0);
    assert.deepEqual(pictures.map(sizeOf), Array(pictures.length).fill("1280x800"));
  });
}

/**
 * Width and height as a PNG's header tells them.
 * @param {string} path
 */
function sizeOf(path) {
  const header = readFileSync(path).subarray(16, 24);
  return `${header.readUInt32BE(0)}x${header.readUInt32BE(4)}`;
}
