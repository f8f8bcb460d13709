// `./build.sh dev`: Firefox with Deksel as it is being written, built in haste and loaded anew whenever a file has changed. Not Chromium: lowering
// its content script takes longer than anybody waits.

import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { findBrowser } from "./browser/find.mjs";

const SOURCES = ["build", "extension", "src", "tools/packer", "manifest.json"];

/** Editors write a file in several steps: so long after the last one, in milliseconds. */
const QUIET = 300;

/** Where the browser begins. */
const START = "https://www.linkedin.com/feed/";

if (!(await build())) process.exit(1);

const options = ["--source-dir", "target/dev/firefox", "--firefox", findBrowser("firefox"), "--no-config-discovery"];
// It would look for a newer version of itself.
const browser = run("node_modules/.bin/web-ext", ["run", ...options, "--start-url", START], {
  NO_UPDATE_NOTIFIER: "1",
});
browser.once("close", (code) => process.exit(code ?? 1));

let isBuilding = false;
let hasChanged = false;
/** @type {NodeJS.Timeout | undefined} */
let pause;
for (const source of SOURCES) watch(source, { recursive: true }, changed);

function changed() {
  clearTimeout(pause);
  pause = setTimeout(buildAnew, QUIET);
}

async function buildAnew() {
  if (isBuilding) {
    hasChanged = true;
    return;
  }
  isBuilding = true;
  console.log((await build()) ? "Built." : "It does not build yet: see above. What ran before goes on.");
  isBuilding = false;
  if (hasChanged) {
    hasChanged = false;
    changed();
  }
}

/** @returns {Promise<boolean>} whether it succeeded */
function build() {
  return new Promise((done) => run("./build.sh", ["haste"]).once("close", (code) => done(code === 0)));
}

/**
 * @param {string} command
 * @param {string[]} given
 * @param {Record<string, string>} [environment] on top of ours
 */
function run(command, given, environment) {
  return spawn(command, given, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...environment } });
}
