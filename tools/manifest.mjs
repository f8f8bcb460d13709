// `node tools/manifest.mjs chromium|firefox`: manifest.json as one browser understands it, without what is there for the others and
// would only be warned of.

import { readFileSync } from "node:fs";

/** What a browser does not know, by browser: paths into the manifest. @type {Record<string, string[][]>} */
const FOREIGN = {
  chromium: [["browser_specific_settings"], ["background", "scripts"]],
  firefox: [["minimum_chrome_version"], ["background", "service_worker"]],
};

const manifest = JSON.parse(readFileSync("manifest.json", "utf8"));
for (const path of FOREIGN[process.argv[2] ?? ""] ?? []) remove(manifest, path);
console.log(JSON.stringify(manifest, null, 2));

/**
 * @param {any} object
 * @param {string[]} path
 */
function remove(object, [name = "", ...rest]) {
  if (rest.length === 0) delete object[name];
  else if (name in object) remove(object[name], rest);
}
