// How large what ships is, raw and gzipped.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

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
  return {
    rows: sizes.map(({ subject, raw, zipped }) => ({ subject, value: `${inKb(raw)}, ${inKb(zipped)} gzipped` })),
    summary: `gzipped ${sizes.map(({ zipped }) => inKb(zipped)).join(", ")}`,
  };
}

/** @param {number} bytes */
function inKb(bytes) {
  return `${(bytes / 1000).toFixed(0)} KB`;
}
