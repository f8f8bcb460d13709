// The pages of tests/pages, each with what must be read on it.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const FOLDER = fileURLToPath(new URL("../pages/", import.meta.url));

/**
 * @typedef {object} Item
 * @property {string} kind
 * @property {string | null} id
 * @property {{name: string, slug: string | null, kind: string}} author
 * @property {boolean | "unknown"} own
 * @property {string} audience
 * @property {boolean} promoted
 * @property {string} text
 * @property {{id: string | null, author: object, text: string} | null} quoted
 */

/**
 * @typedef {object} Expected
 * @property {string} url
 * @property {string} about
 * @property {Item[]} items
 * @property {string | null} setting
 * @property {{text: string, audience: string} | null} composer
 * @property {string} recognised
 */

/** The inside of a settings frame, by the path that its page asks for it with. */
const FRAME = "setting-page-frame-inner.html";

/**
 * @returns {{name: string, html: string, want: Expected, files: Record<string, {body: string, type: string}>}[]}
 */
export function expected() {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
  const files = { [`/mypreferences/d/settings/${FRAME}`]: { body: read(FRAME), type: "text/html" } };
  return names.sort().map((file) => {
    const name = file.replace(".json", "");
    return { name, html: read(`${name}.html`), want: JSON.parse(read(file)), files };
  });
}

/** @param {string} name */
const read = (name) => readFileSync(FOLDER + name, "utf8");

/**
 * What the JSON beside a page says of an item, and no more.
 * @param {any} item
 * @returns {Item}
 */
export const told = ({ kind, id, author, own, audience, promoted, text, quoted }) => ({
  kind,
  id,
  author,
  own,
  audience,
  promoted,
  text,
  quoted,
});
