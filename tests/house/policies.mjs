// The samples of docs/admin, read as browsers and their management read them.

import { dataOf, textOf } from "./project.mjs";

const FOLDER = "docs/admin";

/** The policy that all samples hold. @returns {Record<string, any>} */
export const samplePolicy = () => dataOf(`${FOLDER}/policy.json`);

/** The id that stands in the samples for the extension's in Chrome and Edge. */
export const SAMPLE_ID = "abcdefghijklmnopabcdefghijklmnop";

/** @type {Record<string, string>} */
const ESCAPED = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** @param {string} text */
const unescaped = (text) => text.replace(/&(\w+);/g, (_, name) => ESCAPED[name] ?? "");

/**
 * A registry file: lists and objects are JSON in a string.
 * @param {string} file
 * @param {string} key
 */
export function ofRegistry(file, key) {
  const text = textOf(`${FOLDER}/${file}`);
  const [head, section, rest = ""] = text.split(/^\[(.*)\]$/m);
  if (!head?.startsWith("Windows Registry Editor Version 5.00") || section !== key) throw new Error(`${section}`);
  const values = [...rest.matchAll(/^"(\w+)"=(?:dword:([0-9a-f]{8})|"(.*)")$/gm)];
  return Object.fromEntries(
    values.map(([, name, number, said = ""]) => [
      name,
      number === undefined ? parsed(said.replace(/\\(["\\])/g, "$1")) : Number.parseInt(number, 16),
    ]),
  );
}

/**
 * A property list of macOS.
 * @param {string} file
 */
export function ofPropertyList(file) {
  const tokens = [...textOf(`${FOLDER}/${file}`).matchAll(/<(\/?\w+)(\/?)>([^<]*)/g)]
    .map(([, tag = "", empty, said = ""]) => ({ tag: tag + empty, said: unescaped(said) }))
    .filter(({ tag }) => !["plist", "/plist", "/key", "/string", "/integer"].includes(tag));
  /** @returns {any} */
  const next = () => {
    const { tag, said } = tokens.shift() ?? { tag: "", said: "" };
    if (tag === "string") return said;
    if (tag === "integer") return Number(said);
    if (tag === "true/" || tag === "false/") return tag === "true/";
    if (tag === "array") return [...untilEnd("/array")];
    if (tag === "dict") {
      const all = [...untilEnd("/dict")];
      return Object.fromEntries(all.flatMap((name, at) => (at % 2 === 0 ? [[name, all[at + 1]]] : [])));
    }
    if (tag === "key") return said;
    throw new Error(`<${tag}>`);
  };
  /** @param {string} end */
  function* untilEnd(end) {
    while (tokens[0]?.tag !== end) yield next();
    tokens.shift();
  }
  return next();
}

/**
 * What Intune sets for an ADMX policy: one value a setting.
 * @param {string} file
 */
export function ofIntune(file) {
  const values = [...textOf(`${FOLDER}/${file}`).matchAll(/<data id="(\w+)" value="([^"]*)"\/>/g)];
  return Object.fromEntries(values.map(([, name = "", said = ""]) => [name, parsed(unescaped(said))]));
}

/** Lists, objects and numbers are JSON; everything else is text. @param {string} said */
function parsed(said) {
  return /^[[{\d]/.test(said) ? JSON.parse(said) : said;
}
