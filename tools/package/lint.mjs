// What Mozilla's linter says of an extension; the add-ons site runs the same one over what is handed in.

import { spawnSync } from "node:child_process";

/**
 * @typedef {object} Remark
 * @property {string} code
 * @property {string} message
 * @property {string} [file]
 */

/**
 * @param {string} folder of the unpacked extension, or its ZIP
 * @returns {string[]} errors, warnings and notices, one line each
 */
export function lint(folder) {
  const options = ["--source-dir", folder, "--no-config-discovery", "--output", "json"];
  const { stdout } = spawnSync("node_modules/.bin/web-ext", ["lint", ...options], {
    encoding: "utf8",
    // It would look for a newer version of itself.
    env: { ...process.env, NO_UPDATE_NOTIFIER: "1" },
  });
  const { errors, warnings, notices } = JSON.parse(stdout);
  return [...errors, ...warnings, ...notices].map(
    (/** @type {Remark} */ { code, message, file }) => `${code} in ${file}: ${message}`,
  );
}
