// The Rust crates whose code ships, with what their authors ask to be told.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * @typedef {object} Crate
 * @property {string} name
 * @property {string} version
 * @property {string} licence as an SPDX expression
 * @property {string} repository
 * @property {string} checksum SHA-256 of the package, from Cargo.lock
 * @property {string[]} texts of the licence chosen: where there is a choice, MIT's, which is the shortest
 * @property {string[]} needs names and versions of the crates that it needs
 */

/**
 * All crates that the extension's pages are linked from, which are those of the content script and more. What runs while
 * building (macros, build scripts) ships in neither.
 * @returns {Crate[]} in order of their names
 */
export function shippedCrates() {
  const options = ["--locked", "--filter-platform", "wasm32-unknown-unknown", "--features", "pages"];
  const { packages, resolve } = JSON.parse(
    execFileSync("cargo", ["metadata", "--format-version", "1", ...options], { encoding: "utf8", maxBuffer: 1 << 28 }),
  );
  const checksums = lockedChecksums();
  /** @type {Map<string, any>} */
  const byId = new Map(packages.map((/** @type {any} */ crate) => [crate.id, crate]));
  /** @type {Map<string, any>} */
  const nodes = new Map(resolve.nodes.map((/** @type {any} */ node) => [node.id, node]));
  const runs = (/** @type {string} */ id) =>
    !byId.get(id).targets.some((/** @type {any} */ target) => target.kind.includes("proc-macro"));
  const needs = (/** @type {string} */ id) =>
    nodes
      .get(id)
      .deps.filter((/** @type {any} */ { dep_kinds }) => dep_kinds.some((/** @type {any} */ { kind }) => kind === null))
      .map((/** @type {any} */ { pkg }) => pkg)
      .filter(runs);

  const shipped = new Set(needs(resolve.root));
  for (const id of shipped) for (const other of needs(id)) shipped.add(other);
  // Without our own, which come from no registry.
  const crates = [...shipped].map((id) => byId.get(id)).filter(({ source }) => source !== null);
  const nameOf = (/** @type {any} */ { name, version }) => `${name}@${version}`;
  return crates
    .map((crate) => ({
      name: crate.name,
      version: crate.version,
      licence: crate.license.replaceAll("/", " OR "),
      repository: crate.repository ?? "",
      checksum: checksums.get(nameOf(crate)) ?? "",
      texts: textsOf(crate, crates),
      needs: needs(crate.id).map((/** @type {string} */ id) => nameOf(byId.get(id))),
    }))
    .sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

/** @returns {Map<string, string>} by name and version */
function lockedChecksums() {
  const entries = readFileSync("Cargo.lock", "utf8").matchAll(
    /^name = "(.+)"\nversion = "(.+)"\nsource = .+\nchecksum = "(.+)"$/gm,
  );
  return new Map([...entries].map(([, name, version, checksum = ""]) => [`${name}@${version}`, checksum]));
}

/**
 * @param {any} crate
 * @param {any[]} crates in which a crate without texts of its own finds the one whose repository it comes from
 * @returns {string[]}
 */
function textsOf(crate, crates) {
  const texts = licencesIn(dirname(crate.manifest_path));
  const home = crates.find((other) => other !== crate && crate.repository?.startsWith(`${other.repository}/`));
  if (texts.length === 0 && home) return textsOf(home, crates);
  if (texts.length === 0)
    throw new Error(`${crate.name} brings no licence: look at its repository, and at tools/package.`);
  return texts;
}

/** @param {string} folder */
function licencesIn(folder) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|copyright|notice|unlicense)/i.test(file));
  const chosen = files.includes("LICENSE-MIT") ? files.filter((file) => !/APACHE|UNLICENSE|COPYING/.test(file)) : files;
  return chosen.sort().map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
}
