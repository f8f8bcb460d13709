// The table that all browser tests run from: the same stories in each browser, with one start of it for a file.

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { BROWSERS } from "../../tools/browser/find.mjs";
import { launch } from "../../tools/browser/launch.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The browsers that stories run in; the environment variable BROWSERS picks one of them. */
export const chosen = BROWSERS.filter((name) => (process.env.BROWSERS ?? BROWSERS.join()).split(",").includes(name));

/**
 * What a story gets: the started browser, and the folder of the extension in it.
 * @typedef {object} Stage
 * @property {import("../../tools/browser/launch.mjs").Browser} browser
 * @property {string} extension
 * @property {import("../../tools/browser/find.mjs").BrowserName} name
 */

/**
 * Closes the browser and starts it again with what it keeps.
 * @typedef {() => Promise<void>} Restart
 */

/**
 * Runs stories in every browser, and sees afterwards that in all of them nobody but LinkedIn was asked for anything.
 * @param {string} build where each browser's unpacked extension is
 * @param {(stage: Stage) => void} stories defines the tests; `browser` is there when they run
 * @param {string[]} planted what the stories' own pages ask of others
 */
export function inEveryBrowser(build, stories, planted = []) {
  for (const name of chosen) tell(name, build, stories, {}, planted);
}

/**
 * Runs stories in every browser, in which it is closed and started again.
 * @param {(stage: Stage, restart: Restart) => void} stories
 */
export function inEveryBrowserAgain(stories) {
  const folder = mkdtempSync(join(tmpdir(), "deksel-"));
  for (const name of chosen) {
    const options = { profile: join(folder, name) };
    const again = async (/** @type {Stage} */ stage) => {
      await stage.browser.close();
      stage.browser = await launch({ browser: name, extension: stage.extension, ...options });
    };
    tell(name, "dist", (stage) => stories(stage, () => again(stage)), options);
  }
  after(() => rmSync(folder, { recursive: true, force: true }));
}

/**
 * Runs stories in private windows. Only Firefox lets an extension in there without a hand that ticks a box.
 * @param {(stage: Stage) => void} stories
 */
export function inPrivateWindows(stories) {
  if (chosen.includes("firefox")) tell("firefox", "dist", stories, { isPrivate: true });
}

/**
 * @param {import("../../tools/browser/find.mjs").BrowserName} name
 * @param {string} build
 * @param {(stage: Stage) => void} stories
 * @param {{isPrivate?: boolean, profile?: string}} options
 * @param {string[]} planted
 */
function tell(name, build, stories, options, planted = []) {
  describe(name, () => {
    const extension = join(ROOT, build, name);
    const stage = /** @type {Stage} */ ({ extension, name });
    before(async () => {
      if (!existsSync(extension)) throw new Error(`${build}/${name} is missing: run ./build.sh test, which builds it.`);
      stage.browser = await launch({ browser: name, extension, ...options });
    });
    after(() => stage.browser?.close());
    stories(stage);
    test("nobody but LinkedIn was asked for anything", () => {
      assert.deepEqual([...new Set(stage.browser.refused)], planted);
    });
  });
}
