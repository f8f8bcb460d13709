// `./build.sh demo [--browser chromium|firefox]`: shows Deksel warning on an invented page, answered as LinkedIn's feed.
// The page itself has the links to the other front end; its posts are in Dutch and English.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { demoPage } from "./browser/demo-page.mjs";
import { BROWSERS, findBrowser } from "./browser/find.mjs";
import { launch } from "./browser/launch.mjs";

/** @import { BrowserName } from "./browser/find.mjs" */

try {
  const browser = chosen();
  await (hasDisplay() ? show(browser) : picture(browser));
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}

/**
 * The browser asked for, else the first that is installed.
 * @returns {BrowserName}
 */
function chosen() {
  const { values } = parseArgs({ options: { browser: { type: "string" } } });
  const named = BROWSERS.find((name) => name === values.browser);
  if (named) return named;
  if (values.browser !== undefined) throw new Error(`--browser takes ${BROWSERS.join(" or ")}, not ${values.browser}.`);
  const installed = BROWSERS.find((name) => {
    try {
      return findBrowser(name);
    } catch {
      return false;
    }
  });
  if (!installed)
    throw new Error("No browser was found: install Chromium or Firefox, or set CHROMIUM or FIREFOX to its path.");
  return installed;
}

function hasDisplay() {
  return process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * @param {BrowserName} name
 * @param {{headless: boolean}} options
 */
async function open(name, { headless }) {
  const extension = join("dist", name);
  const browser = await launch({ browser: name, extension, headless });
  const { url, html, files } = demoPage(extension, "sdui");
  return { browser, url, page: await browser.open(url, html, files) };
}

/** @param {BrowserName} name */
async function show(name) {
  const { browser, url } = await open(name, { headless: false });
  console.error(
    `Deksel runs in the ${name} window on ${url}, answered by this machine: close the window or press Ctrl-C to stop.`,
  );
  await browser.closed();
  await browser.close();
}

/** @param {BrowserName} name */
async function picture(name) {
  const { browser, page } = await open(name, { headless: true });
  try {
    await page.find(".marker").click();
    await page.find(".card").text();
    mkdirSync("target/demo", { recursive: true });
    const path = `target/demo/${name}.png`;
    await page.screenshot(path);
    console.error("There is no display to open a window on, so here is a picture of Deksel warning:");
    console.log(path);
  } finally {
    await browser.close();
  }
}
