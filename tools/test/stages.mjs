// What `./build.sh test` runs, in order: the quick first.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { cargoTests, nodeTests } from "./count.mjs";

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string[]} command
 * @property {Record<string, string>} [environment] on top of ours
 * @property {(output: string) => import("./count.mjs").Count} [read] counts the tests; without it, the exit code is one test
 */

/** @param {string[]} rest */
const clippy = (...rest) => ["cargo", "clippy", "--locked", ...rest, "--", "--deny", "warnings"];

/** @param {string[]} rest */
const clippyForBrowsers = (...rest) => clippy("--package", "deksel", "--target", "wasm32-unknown-unknown", ...rest);

/**
 * @param {string} folder in tests/
 * @returns {string[]}
 */
function nodeTest(folder) {
  const path = join("tests", folder);
  const files = readdirSync(path).filter((file) => file.endsWith(".test.mjs"));
  // One file at a time: browsers that compete for two cores are no faster, and less steady.
  const options = ["--test-reporter=spec", "--test-concurrency=1"];
  return ["node", "--test", ...options, ...files.sort().map((file) => join(path, file))];
}

/**
 * @param {object} options
 * @param {boolean} options.policy also those that set a policy of the machine's, for which the administrator has to run them
 * @returns {Stage[]}
 */
export function stages({ policy }) {
  return [
    { name: "Rust format", command: ["cargo", "fmt", "--all", "--check"] },
    { name: "JavaScript format and lint", command: ["node_modules/.bin/biome", "ci", "--colors=off"] },
    { name: "JavaScript types", command: ["node_modules/.bin/tsc"] },
    { name: "rules of the house", command: nodeTest("house"), read: nodeTests },
    { name: "clippy, host", command: clippy("--workspace", "--all-targets") },
    { name: "clippy, content script", command: clippyForBrowsers("--features", "content,probe") },
    { name: "clippy, extension pages", command: clippyForBrowsers("--features", "pages,probe") },
    { name: "clippy, popup", command: clippyForBrowsers("--features", "popup") },
    {
      name: "host tests",
      command: ["cargo", "test", "--workspace", "--locked", "--no-fail-fast"],
      read: cargoTests,
    },
    { name: "both encodings", command: nodeTest("encodings"), read: nodeTests },
    ...["chromium", "firefox"].map((browser) => ({
      name: `browser tests, ${browser}`,
      command: nodeTest("browser"),
      environment: { BROWSERS: browser },
      read: nodeTests,
    })),
    ...(policy ? [{ name: "employer's policy", command: nodeTest("policy"), read: nodeTests }] : []),
  ];
}
