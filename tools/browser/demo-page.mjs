// The extension's invented pages, as LinkedIn would serve them: each stands for the address that it calls canonical.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { addressOf } from "./saved-page.mjs";

/** @typedef {"sdui" | "ember"} FrontEnd */

/** @type {FrontEnd[]} */
export const FRONT_ENDS = ["sdui", "ember"];

/**
 * An invented page without its extension script, so that only the content script runs on it; its links lead to the others.
 * @param {string} extension folder of the unpacked extension
 * @param {string} name of the page: a front end for its feed, or such as `ember-composer` or `setting`
 * @returns {{url: string, html: string, files: Record<string, import("./site.mjs").Answer>}} what `Browser.open` takes
 */
export function demoPage(extension, name) {
  const world = worldOf(extension);
  const page = world.get(name);
  if (!page) throw new Error(`There is no invented page ${name}: ${[...world.keys()].join(", ")}.`);
  const pages = [...world.values()].map(({ path, html }) => [path, { body: html, type: "text/html" }]);
  return {
    url: `https://www.linkedin.com${page.path}`,
    html: page.html,
    files: {
      ...Object.fromEntries(pages),
      "/demo/demo.css": { body: readFileSync(join(extension, "demo/demo.css")), type: "text/css" },
    },
  };
}

/**
 * All invented pages by name, each with the path that it stands for.
 * @param {string} extension
 */
function worldOf(extension) {
  const folder = join(extension, "demo");
  const names = readdirSync(folder).filter((file) => file.endsWith(".html"));
  const texts = new Map(names.map((file) => [file.replace(".html", ""), readFileSync(join(folder, file), "utf8")]));
  const paths = new Map(
    [...texts].map(([name, text]) => [name, addressOf(text).replace("https://www.linkedin.com", "")]),
  );
  const served = (/** @type {string} */ text) =>
    text
      .replace(/<script src="\/(hush|pages)\.js"[^>]*><\/script>/g, "")
      .replace(/href="\/demo\/([\w-]+)\.html"/g, (_, name) => `href="${paths.get(name)?.replaceAll("&", "&amp;")}"`);
  return new Map([...texts].map(([name, text]) => [name, { path: paths.get(name) ?? "", html: served(text) }]));
}
