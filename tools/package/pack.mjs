// A folder as a ZIP that is the same byte for byte wherever and whenever it is made: entries in order, one time, one way to compress,
// and nothing of the machine.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { zipSync } from "fflate";

/** The first moment that a ZIP can tell. Local, because a ZIP's times are. */
const TIME = new Date(1980, 0, 1);

/**
 * @param {string} folder
 * @returns {Uint8Array}
 */
export function pack(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(folder, path).replaceAll(sep, "/"), path }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return zipSync(Object.fromEntries(files.map(({ name, path }) => [name, readFileSync(path)])), {
    level: 9,
    mtime: TIME,
  });
}
