// What the sources themselves say of what is found: kinds, detectors and rules, read from the files in which they are kept.

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "smol-toml";

const DETECT = "src/detect";

/**
 * @typedef {object} Kind
 * @property {string} variant its name in Rust
 * @property {string} name
 * @property {string} severity
 * @property {string} meaning
 * @property {string} why it matters, as a card says it
 */

/** @returns {Kind[]} in the order of the source */
export function kinds() {
  const messages = JSON.parse(readFileSync("extension/_locales/en/messages.json", "utf8"));
  const rows = readFileSync(join(DETECT, "detectors/finding.rs"), "utf8").matchAll(
    /^ {4}(\w+) "(\w+)" (\w+) "(.+)";$/gm,
  );
  return [...rows].map(([, variant = "", name = "", severity = "", meaning = ""]) => ({
    variant,
    name,
    severity: severity.toLowerCase(),
    meaning,
    why: messages[`why_${name}`].message,
  }));
}

/**
 * @typedef {object} Detector
 * @property {string} variant of its kind
 * @property {string} file
 * @property {string} words what its file says of it: what it knows and how, with sources, and what it cannot know
 * @property {string[]} hits texts in which it finds something
 */

/** @returns {Detector[]} */
export function detectors() {
  const folder = join(DETECT, "detectors");
  return rustFiles(folder)
    .map((file) => ({ file, source: readFileSync(file, "utf8") }))
    .filter(({ source }) => source.includes("const DETECTOR: Detector"))
    .map(({ file, source }) => ({
      variant: /kind: Kind::(\w+)/.exec(source)?.[1] ?? "",
      file,
      words: wordsOf(source),
      hits: hitsOf(source),
    }));
}

/** @param {string} folder */
const rustFiles = (folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".rs"))
    .sort()
    .map((file) => join(folder, file));

/**
 * The file's own comment without its first line, which the kind's meaning says already.
 * @param {string} source
 */
function wordsOf(source) {
  const lines = source.split("\n");
  const end = lines.findIndex((line) => !line.startsWith("//!"));
  const [, , ...rest] = lines.slice(0, end).map((line) => line.slice("//! ".length));
  return rest.join(" ");
}

/** @param {string} source */
function hitsOf(source) {
  const [, table = ""] = /hits: &\[\n([\s\S]*?)\n {4}\],/.exec(source) ?? [];
  return [...table.matchAll(/^ {8}\("((?:[^"\\]|\\.)+)", "/gm)].map(([, text = ""]) => text.replaceAll('\\"', '"'));
}

/**
 * @typedef {object} Rule
 * @property {string} language
 * @property {string} name
 * @property {string} kind
 * @property {number} confidence
 * @property {string[]} hits
 */

/** @returns {Rule[]} of all languages, in the order of their files */
export function rules() {
  const folder = join(DETECT, "lexicon");
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".toml"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((path) => {
      const [language = ""] = path.slice(folder.length + 1).split("/");
      const { rule = [] } = /** @type {{rule?: any[]}} */ (parse(readFileSync(path, "utf8")));
      return rule.map(({ name, kind, confidence, hits }) => ({
        language: basename(language, ".toml"),
        name,
        kind,
        confidence,
        hits,
      }));
    });
}
