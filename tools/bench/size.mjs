// How large what ships is, raw and gzipped, and as a whole.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";

const PARTS = [
  { subject: "content script, lowered (Chromium)", path: "dist/chromium/content.js" },
  { subject: "content script, wasm (Firefox)", path: "dist/firefox/content.js" },
  { subject: "popup, wasm", path: "dist/chromium/popup.js" },
  { subject: "other extension pages, wasm", path: "dist/chromium/pages.js" },
];

/** @type {import("../bench.mjs").Bench} */
export async function bench() {
  const sizes = PARTS.map(({ subject, path }) => {
    const bytes = readFileSync(path);
    return { subject, raw: bytes.length, zipped: gzipSync(bytes, { level: 9 }).length };
  });
  const parts = sizes.map(({ subject, raw, zipped }) => ({ subject, value: `${inKb(raw)}, ${inKb(zipped)} gzipped` }));
  return {
    rows: [...parts, ...["chromium", "firefox"].map(packageRow)],
    summary: `gzipped ${sizes.map(({ zipped }) => inKb(zipped)).join(", ")}`,
  };
}

/** @param {string} browser */
function packageRow(browser) {
  const folder = join("dist", browser);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map(({ parentPath, name }) => join(parentPath, name));
  const zip = zipSync(Object.fromEntries(files.map((file) => [file, readFileSync(file)])), { level: 9 });
  return { subject: `all of it for ${browser}, as a ZIP`, value: inKb(zip.length) };
}

/** @param {number} bytes */
function inKb(bytes) {
  return `${(bytes / 1000).toFixed(0)} KB`;
}
