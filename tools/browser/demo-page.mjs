// The extension's demonstration pages, as LinkedIn would serve them.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {"sdui" | "ember"} FrontEnd */

/** @type {FrontEnd[]} */
export const FRONT_ENDS = ["sdui", "ember"];

/**
 * Where each page stands on the local LinkedIn: both are the feed.
 * @type {Record<FrontEnd, string>}
 */
const ADDRESSES = { sdui: "/feed/", ember: "/feed/?front-end=ember" };

/**
 * A demonstration page without its extension script, so that only the content script runs on it.
 * @param {string} extension folder of the unpacked extension
 * @param {FrontEnd} frontEnd
 * @returns {{url: string, html: string, files: Record<string, import("./site.mjs").Answer>}} what `Browser.open` takes
 */
export function demoPage(extension, frontEnd) {
  const pages = FRONT_ENDS.map((name) => ({ path: ADDRESSES[name], html: pageOf(extension, name) }));
  return {
    url: `https://www.linkedin.com${ADDRESSES[frontEnd]}`,
    html: pageOf(extension, frontEnd),
    files: {
      ...Object.fromEntries(pages.map(({ path, html }) => [path, { body: html, type: "text/html" }])),
      "/demo/demo.css": { body: readFileSync(join(extension, "demo/demo.css")), type: "text/css" },
    },
  };
}

/**
 * @param {string} extension
 * @param {FrontEnd} frontEnd
 * @returns {string}
 */
function pageOf(extension, frontEnd) {
  return readFileSync(join(extension, `demo/${frontEnd}.html`), "utf8")
    .replace(/<script src="\/pages\.js"[^>]*><\/script>/, "")
    .replace(/href="\/demo\/(sdui|ember)\.html"/g, (_, name) => `href="${ADDRESSES[/** @type {FrontEnd} */ (name)]}"`);
}
