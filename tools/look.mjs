// `node tools/look.mjs`, after `./build.sh build`: pictures of card, list and notice as members may have them, to be looked at.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { demoPage } from "./browser/demo-page.mjs";
import { launch } from "./browser/launch.mjs";

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

/** How each surface comes to be there. @type {Record<string, (page: Page) => Promise<unknown>>} */
const SURFACES = {
  card: (page) => page.find(".marker:not([hidden])").click(),
  panel: (page) => page.find(".handle").click(),
  notice: (page) => page.evaluate(compose),
};

mkdirSync(FOLDER, { recursive: true });
for (const language of ["en", "nl"]) {
  const browser = await launch({ browser: "chromium", extension: speaking(language) });
  for (const [taste, tastes] of Object.entries(TASTES)) {
    // Dutch differs in its words: one look is enough for colours.
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
  await browser.close();
}

/**
 * The extension for a browser in another language, which need not be installed.
 * @param {string} language
 */
function speaking(language) {
  const folder = `${FOLDER}/${language}`;
  cpSync(EXTENSION, folder, { recursive: true });
  const script = readFileSync(`${EXTENSION}/content.js`, "utf8");
  writeFileSync(`${folder}/content.js`, `chrome.i18n.getUILanguage = () => "${language}";\n${script}`);
  return folder;
}

/** In the page: a composer like LinkedIn's newest, in a modal dialog. */
function compose() {
  const dialog = document.createElement("dialog");
  dialog.dataset.testid = "dialog";
  dialog.style.cssText =
    "width: min(744px, 92vw); height: 60vh; border: 0; border-radius: 8px; padding: 16px; box-sizing: border-box";
  const audience = document.createElement("div");
  audience.setAttribute("role", "button");
  audience.append("Post to Anyone");
  const editor = document.createElement("div");
  editor.contentEditable = "true";
  editor.setAttribute("role", "textbox");
  editor.setAttribute("componentkey", "ShareBox_textEditor");
  for (const line of [
    "From May we work for Bakery Example: our new client!",
    "Pay the deposit to NL91 ABNA 0417 1643 00, or call me on +31 6 12345678.",
  ])
    editor.append(Object.assign(document.createElement("p"), { textContent: line }));
  const post = Object.assign(document.createElement("button"), { type: "button", textContent: "Post" });
  post.style.cssText = "position: absolute; inset: auto 16px 16px auto; padding: 6px 16px";
  dialog.append(audience, editor, post);
  document.body.append(dialog);
  dialog.showModal();
}
