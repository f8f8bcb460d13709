// `node tools/look.mjs`, after `./build.sh build`: pictures of card, list and notice as members may have them, to be looked at;
// `node tools/look.mjs rights.html popup.html` of pages of the extension's own, from top to bottom, and as they are printed.

import { mkdirSync } from "node:fs";
import { compose, LINES } from "./browser/compose.mjs";
import { demoPage } from "./browser/demo-page.mjs";
import { readHistory } from "./browser/history.mjs";
import { launch } from "./browser/launch.mjs";
import { speaking } from "./browser/speaking.mjs";

/** @import { Browser } from "./browser/launch.mjs" */
/** @import { Page } from "./browser/page.mjs" */

const FOLDER = "target/look";
const EXTENSION = "dist/chromium";

const WIDTHS = [320, 768, 1280, 1920];

/** @type {Record<string, import("./browser/launch.mjs").Tastes>} */
const TASTES = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "large-text": { colorScheme: "light", textSize: 32 },
  forced: { colorScheme: "dark", forcedColors: "active" },
};

/** @type {typeof TASTES} */
const OF_PAGES = { ...TASTES, print: { colorScheme: "light", media: "print" } };

/** How each surface comes to be there. @type {Record<string, (page: Page) => Promise<unknown>>} */
const SURFACES = {
  card: (page) => page.find(".marker:not([hidden])").click(),
  panel: (page) => page.find(".handle").click(),
  notice: (page) => page.evaluate(compose, LINES.en),
};

mkdirSync(FOLDER, { recursive: true });
const pages = process.argv.slice(2);
for (const language of ["en", "nl", "de", "fr"]) {
  const browser = await launch({ browser: "chromium", extension: speaking(EXTENSION, language) });
  for (const path of pages) await pictureOf(browser, path, language);
  if (pages.length === 0) await pictureSurfaces(browser, language);
  await browser.close();
}

/**
 * @param {Browser} browser
 * @param {string} language
 */
async function pictureSurfaces(browser, language) {
  for (const [taste, tastes] of Object.entries(TASTES)) {
    // Languages differ in their words: one look is enough for colours.
    for (const width of language === "en" || taste === "light" ? WIDTHS : []) {
      for (const [name, make] of Object.entries(SURFACES)) {
        const { url, html, files } = demoPage(EXTENSION, "sdui");
        const page = await browser.open(url, html, files);
        await page.resize({ width, height: 800 });
        await page.prefer(tastes);
        await page.find(".marker").text();
        await make(page);
        await page.find(`.${name}`).text();
        const path = `${FOLDER}/${name}-${language}-${taste}-${width}.png`;
        await page.screenshot(path);
        console.log(path);
        await page.close();
      }
    }
  }
}

/**
 * @param {Browser} browser
 * @param {string} address of a page of the extension's own, with what stands behind its `#`
 * @param {string} language
 */
async function pictureOf(browser, address, language) {
  for (const [taste, tastes] of Object.entries(OF_PAGES)) {
    for (const width of language === "en" || taste === "light" ? WIDTHS : []) {
      const page = await browser.openOwn(address);
      await page.prefer(tastes);
      await page.resize({ width, height: 800 });
      await page.until(
        "the page says something",
        () => document.querySelector("main:not([aria-busy=true])")?.textContent,
      );
      if (address.startsWith("archive.html")) await readHistory(page);
      const { height, overflows } = await page.evaluate(() => {
        const { scrollHeight, scrollWidth, clientWidth } = document.documentElement;
        return { height: scrollHeight, overflows: scrollWidth > clientWidth };
      });
      await page.resize({ width, height: Math.max(height, 200) });
      const path = `${FOLDER}/${address.replace(/\W+/g, "-")}-${language}-${taste}-${width}.png`;
      await page.screenshot(path);
      console.log(overflows ? `${path} is wider than its window` : path);
      await page.close();
    }
  }
}
