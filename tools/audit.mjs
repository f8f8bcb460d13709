// `./build.sh audit [--online]`: licences and sources of all crates, which needs no network, and known holes in crates and npm packages,
// which does. What cannot be asked without a network is told, and with --online fails.

import { spawnSync } from "node:child_process";

const insists = process.argv.includes("--online");
let failed = false;

/** @type {[string, () => boolean | undefined][]} what is checked, and whether it holds; undefined where nobody can be asked */
const CHECKS = [
  ["licences, versions and sources of crates", () => deny(["--offline"], ["licenses", "bans", "sources"])],
  ["known holes in crates", () => deny([], ["advisories"])],
  ["known holes in npm packages", advisoriesOfNpm],
];

for (const [name, check] of CHECKS) {
  const holds = check();
  const isFailure = holds === false || (holds === undefined && insists);
  failed ||= isFailure;
  console.log(`${name}: ${holds === undefined ? "out of reach" : holds ? "nothing found" : "see above"}`);
}
process.exitCode = failed ? 1 : 0;

/**
 * Asks cargo-deny.
 * @param {string[]} options
 * @param {string[]} checks
 */
function deny(options, checks) {
  const told = ["check", "--hide-inclusion-graph", "--allow", "duplicate", ...checks];
  const { status, stderr } = spawnSync("cargo", ["deny", "--workspace", ...options, ...told], { encoding: "utf8" });
  const holds = status === 0;
  if (!holds && stderr.includes("failed to fetch advisory database")) return undefined;
  if (!holds) process.stderr.write(stderr);
  return holds;
}

/** These packages build and test, and none of them ships; so what matters is what can do harm while building. */
function advisoriesOfNpm() {
  const { stdout } = spawnSync("npm", ["audit", "--json"], { encoding: "utf8" });
  const { metadata, vulnerabilities } = JSON.parse(stdout);
  if (!metadata) return undefined;
  const { high, critical } = metadata.vulnerabilities;
  if (high + critical > 0) console.error(JSON.stringify(vulnerabilities, null, 2));
  return high + critical === 0;
}
