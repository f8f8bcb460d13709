// `./build.sh package [--twice]`: what the stores take, from the extensions in dist/, and a ZIP of the sources that they were built
// from. With --twice, builds them again from that ZIP in another folder, and compares.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { billOfMaterials } from "./package/bom.mjs";
import { lint } from "./package/lint.mjs";
import { pack } from "./package/pack.mjs";

/** Which of the extensions each store gets. */
const STORES = { chrome: "chromium", edge: "chromium", firefox: "firefox" };

const { version } = JSON.parse(readFileSync("manifest.json", "utf8"));

/** @param {string} what @returns {string} the path of a file of this version */
const named = (what) => join("dist", `deksel-${version}-${what}`);
const SOURCE = named("source.zip");

try {
  const made = makePackages();
  if (process.argv.includes("--twice")) compareWithSecondBuild();
  for (const path of made) console.log(`${sha256(readFileSync(path))}  ${path}  ${sizeOf(path)}`);
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}

/** @returns {string[]} paths of what was made */
function makePackages() {
  const remarks = lint("dist/firefox");
  if (remarks.length > 0) throw new Error(`Mozilla's linter has remarks:\n${remarks.join("\n")}`);
  const files = [SOURCE, named("bom.cdx.json")];
  // A ZIP tells local times, and git writes the commit's.
  execFileSync("git", ["archive", "--format=zip", `--output=${SOURCE}`, "HEAD"], {
    env: { ...process.env, TZ: "UTC" },
  });
  writeFileSync(named("bom.cdx.json"), billOfMaterials(version, { rustc: said("rustc"), node: process.version }));
  for (const [store, browser] of Object.entries(STORES)) {
    const path = named(`${store}.zip`);
    writeFileSync(path, pack(join("dist", browser)));
    files.push(path);
  }
  return files.sort();
}

/** @param {string} program @returns {string} its version */
function said(program) {
  return execFileSync(program, ["--version"], { encoding: "utf8" }).trim().replace(/^\S+ /, "");
}

function compareWithSecondBuild() {
  const folder = mkdtempSync(join(tmpdir(), "deksel-second-build-"));
  try {
    console.error(`Building again, from ${SOURCE}, in ${folder} ...`);
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(SOURCE)))) {
      if (name.endsWith("/")) continue;
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    const { CARGO_TARGET_DIR: _, ...environment } = process.env;
    execFileSync("bash", ["build.sh", "build"], {
      cwd: folder,
      env: environment,
      stdio: ["ignore", "ignore", "inherit"],
    });
    for (const [store, browser] of Object.entries(STORES)) {
      const first = sha256(readFileSync(named(`${store}.zip`)));
      const second = sha256(pack(join(folder, "dist", browser)));
      if (first !== second)
        throw new Error(`The second build's package for ${store} differs: ${second}, not ${first}.`);
    }
    console.error("The second build made the same packages, byte for byte.");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {Uint8Array} bytes */
function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

/** @param {string} path */
function sizeOf(path) {
  return `${(readFileSync(path).length / 1000).toFixed(0)} kB`;
}
