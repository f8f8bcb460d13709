// `./build.sh docs --pictures`: the pictures that stores ask for, of Deksel on invented pages, and its icons in every size, from the one
// drawing that there is.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { compose, LINES } from "./browser/compose.mjs";
import { demoPage } from "./browser/demo-page.mjs";
import { readHistory } from "./browser/history.mjs";
import { launch } from "./browser/launch.mjs";
import { speaking } from "./browser/speaking.mjs";

/** @import { Browser } from "./browser/launch.mjs" */
/** @import { Page } from "./browser/page.mjs" */

const EXTENSION = "dist/chromium";
const STORE = "docs/store";

/** What all three stores take. */
const SIZE = { width: 1280, height: 800 };

/**
 * Pictures of the extension's own pages: the address, and what is done there first.
 * @type {Record<string, [string, (page: Page) => Promise<unknown>]>}
 */
const OWN_PAGES = {
  "3-letter": ["rights.html", writeLetter],
  "4-history": ["archive.html", showHistory],
};

/** Icons by the edge of the square, in CSS pixels: those of the manifest, and the logo that Edge's store asks for. */
const ICONS = [
  ...[16, 32, 48, 96, 128].map((edge) => ({ edge, path: `extension/icons/${edge}.png` })),
  { edge: 300, path: `${STORE}/logo-300.png` },
];

/** What stands on the tile that Chrome's store shows in its lists. */
const TILE = { width: 440, height: 280, path: `${STORE}/tile-440x280.png` };

/** What stands in the letter, by the control that takes it. */
const LETTER = { name: "Ada Voorbeeld", profile: "https://www.linkedin.com/in/ada-voorbeeld/" };

for (const language of ["en", "nl"]) {
  const browser = await launch({ browser: "chromium", extension: speaking(EXTENSION, language) });
  mkdirSync(`${STORE}/${language}`, { recursive: true });
  await pictureWarning(browser, `${STORE}/${language}/1-warning.png`);
  await pictureNotice(browser, LINES[language], `${STORE}/${language}/2-notice.png`);
  for (const [name, [address, make]] of Object.entries(OWN_PAGES)) {
    const page = await browser.openOwn(address);
    await page.resize(SIZE);
    await make(page);
    await save(page, `${STORE}/${language}/${name}.png`);
  }
  await browser.close();
}
await drawIcons();

/** @param {Browser} browser */
async function openFeed(browser) {
  const { url, html, files } = demoPage(EXTENSION, "sdui");
  // The machine that makes the pictures need not have the font.
  const plain = html.replaceAll(/\p{Extended_Pictographic} ?/gu, "");
  const page = await browser.open(url, plain, files);
  await page.resize(SIZE);
  await page.find(".marker").text();
  return page;
}

/**
 * @param {Browser} browser
 * @param {string} path
 */
async function pictureWarning(browser, path) {
  const page = await openFeed(browser);
  await page.find(".marker:not([hidden])").click();
  await page.find(".card").text();
  await save(page, path);
}

/**
 * @param {Browser} browser
 * @param {string[] | undefined} lines
 * @param {string} path
 */
async function pictureNotice(browser, lines, path) {
  const page = await openFeed(browser);
  await page.evaluate(compose, lines);
  await page.find(".notice").text();
  await save(page, path);
}

/** @param {Page} page */
async function writeLetter(page) {
  await page.until("there are grounds to tick", () => document.querySelector("[data-deed='ground:0']"));
  await page.evaluate((/** @type {Record<string, string>} */ letter) => {
    for (const ground of ["ground:0", "ground:1"]) {
      document.querySelector(`[data-deed='${ground}']`)?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
    }
    for (const [deed, text] of Object.entries(letter)) {
      const field = /** @type {HTMLInputElement} */ (document.querySelector(`[data-deed='${deed}']`));
      field.value = text;
      for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
    }
  }, LETTER);
  await page.until("the letter has its name", () =>
    document.querySelector("#letter-en")?.textContent?.startsWith("Ada Voorbeeld"),
  );
}

/** @param {Page} page */
async function showHistory(page) {
  await readHistory(page);
  await page.evaluate(() => document.querySelector("#picture")?.scrollIntoView());
}

async function drawIcons() {
  const drawing = readFileSync("extension/icons/deksel.svg");
  const source = `data:image/svg+xml;base64,${drawing.toString("base64")}`;
  const browser = await launch({ browser: "chromium" });
  const page = await browser.open("https://www.linkedin.com/blank/", "<!doctype html><title>Blank</title>");
  for (const { edge, path } of ICONS) {
    await draw(page, { source, width: edge, height: edge, edge, ground: null }, path);
  }
  await draw(page, { source, ...TILE, edge: 180, ground: "#eef4f5" }, TILE.path);
  await browser.close();
}

/**
 * Draws the icon into the middle of a picture.
 * @param {Page} page
 * @param {{source: string, width: number, height: number, edge: number, ground: string | null}} order
 * @param {string} path
 */
async function draw(page, order, path) {
  const base64 = await page.evaluate(async (/** @type {typeof order} */ { source, width, height, edge, ground }) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    if (ground !== null) {
      pen.fillStyle = ground;
      pen.fillRect(0, 0, width, height);
    }
    pen.drawImage(image, (width - edge) / 2, (height - edge) / 2, edge, edge);
    return canvas.toDataURL("image/png").split(",")[1];
  }, order);
  writeFileSync(path, Buffer.from(base64, "base64"));
  console.log(path);
}

/**
 * @param {Page} page
 * @param {string} path
 */
async function save(page, path) {
  await page.screenshot(path);
  console.log(path);
  await page.close();
}
