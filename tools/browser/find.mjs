// Where the user's own browsers are: nothing is downloaded.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** @typedef {"chromium" | "firefox"} BrowserName */

/** @type {BrowserName[]} */
export const BROWSERS = ["chromium", "firefox"];

// Branded Chrome comes last: since version 137 it ignores --load-extension.
const PROGRAMS = {
  chromium: {
    names: ["chromium", "chromium-browser", "brave-browser", "google-chrome"],
    files: ["/snap/bin/chromium", "/Applications/Chromium.app/Contents/MacOS/Chromium"],
  },
  firefox: {
    names: ["firefox", "firefox-esr"],
    files: ["/snap/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
  },
};

/**
 * The path of an installed browser; the environment variable CHROMIUM or FIREFOX goes before what is found.
 * @param {BrowserName} name
 * @returns {string}
 * @throws {Error} one sentence for the user, when there is none
 */
export function findBrowser(name) {
  const variable = name.toUpperCase();
  const chosen = process.env[variable];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`${variable} names ${chosen}, which does not exist.`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const { names, files } = PROGRAMS[name];
  const found = [...names.flatMap((program) => folders.map((folder) => join(folder, program))), ...files].find(
    existsSync,
  );
  if (found) return found;
  throw new Error(`No ${name} was found: install it, or set ${variable} to the path of its program.`);
}

/**
 * Why a browser cannot be started; undefined when it can.
 * @param {BrowserName} name
 */
export function whyAbsent(name) {
  try {
    findBrowser(name);
    return undefined;
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}
