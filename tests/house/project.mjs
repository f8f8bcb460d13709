// The project's own files, for the tests that read them.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Paths of all files that are in version control, or would be with the next commit.
 * @returns {string[]}
 */
export function projectFiles() {
  const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return list
    .split("\n")
    .filter((path) => path !== "" && existsSync(join(ROOT, path)))
    .sort();
}

/**
 * Paths of all files in a folder and the folders in it.
 * @param {string} folder
 * @returns {string[]}
 */
export function filesIn(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));
}

/**
 * @param {string} path
 * @returns {string}
 */
export function textOf(path) {
  return readFileSync(join(ROOT, path), "utf8");
}

/**
 * @param {string} path
 * @returns {any}
 */
export function dataOf(path) {
  return JSON.parse(textOf(path));
}
