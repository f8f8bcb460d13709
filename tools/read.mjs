// `./build.sh read PAGE.html [--url URL] [--browser chromium|firefox]`, or `--each FOLDER`: reads saved pages in the real
// browser as if they came from LinkedIn, and prints what Deksel sees as JSON lines. The pages' own scripts do not run.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { choose } from "./browser/chosen.mjs";
import { BROWSERS } from "./browser/find.mjs";
import { launch } from "./browser/launch.mjs";
import { readSaved } from "./browser/saved-page.mjs";

/** @import { BrowserName } from "./browser/find.mjs" */

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      url: { type: "string" },
      browser: { type: "string", default: "chromium" },
      each: { type: "string" },
    },
  });
  const name = BROWSERS.find((known) => known === values.browser);
  if (!name) throw new Error(`--browser takes ${BROWSERS.join(" or ")}, not ${values.browser}.`);
  const folder = values.each;
  const pages = folder ? htmlIn(folder) : positionals;
  if (pages.length === 0) throw new Error("Name a saved page, or a folder of them with --each.");
  if (values.url && pages.length > 1) throw new Error("--url goes with one page.");
  await read(name, pages, values.url, folder !== undefined);
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}

/** @param {string} folder */
function htmlIn(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith(".html"));
  return names.sort().map((name) => join(folder, name));
}

/**
 * @param {BrowserName} name
 * @param {string[]} pages
 * @param {string | undefined} url
 * @param {boolean} named whether each line says which page it is of
 */
async function read(name, pages, url, named) {
  const sources = pages.map((page) => ({ page, html: readFileSync(page, "utf8") }));
  const browser = await launch({ browser: name, extension: join("dist", name) });
  try {
    // A saved page seldom tells whose it is, and all that is on it is to be measured.
    await choose(browser, { whose: "everybody" });
    for (const { page, html } of sources) {
      const read = await readSaved(browser, html, url ? { url } : {});
      const lines = [
        ...read.items.map((item) => ({ type: "item", ...item })),
        { type: "setting", ...read.setting },
        { type: "page", ...read.page },
      ];
      for (const line of lines) console.log(JSON.stringify(named ? { file: page, ...line } : line));
    }
  } finally {
    await browser.close();
  }
}
