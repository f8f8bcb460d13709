// The extension in a language that the browser does not speak.

import { cpSync, readFileSync, writeFileSync } from "node:fs";

/**
 * The extension for a browser in another language, which need not be installed. A worker has no words of its own.
 * @param {string} extension folder of the unpacked extension
 * @param {string} language
 * @returns {string} the folder of its copy
 */
export function speaking(extension, language) {
  const folder = `target/speaking/${language}`;
  cpSync(extension, folder, { recursive: true });
  for (const file of ["content.js", "pages.js", "popup.js"]) {
    const script = readFileSync(`${extension}/${file}`, "utf8");
    writeFileSync(`${folder}/${file}`, `if (chrome.i18n) chrome.i18n.getUILanguage = () => "${language}";\n${script}`);
  }
  return folder;
}
