// An employer's policy for the extension, as a real one reaches a browser on Linux: a file that only the administrator writes.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { chromiumId } from "./chromium.mjs";

/** @typedef {import("./find.mjs").BrowserName} BrowserName */

const FILES = {
  chromium: "/etc/chromium/policies/managed/deksel-test.json",
  firefox: "/etc/firefox/policies/policies.json",
};

/**
 * Sets a policy; to be called before the browser starts.
 * @param {BrowserName} browser
 * @param {string} extension folder of the unpacked extension
 * @param {Record<string, unknown>} policy
 * @returns {() => void} puts everything back as it was
 */
export function setPolicy(browser, extension, policy) {
  const file = FILES[browser];
  const before = existsSync(file) ? readFileSync(file) : undefined;
  const made = mkdirSync(dirname(file), { recursive: true });
  // What the machine's own administrator set stays set meanwhile.
  const own = before ? JSON.parse(before.toString()) : {};
  writeFileSync(file, JSON.stringify(joined(own, wrapped(browser, extension, policy)), null, 2));
  return () => {
    if (before) writeFileSync(file, before);
    else rmSync(file);
    if (made) rmSync(made, { recursive: true });
  };
}

/**
 * A policy as the browser wants it.
 * @param {BrowserName} browser
 * @param {string} extension
 * @param {Record<string, unknown>} policy
 */
function wrapped(browser, extension, policy) {
  if (browser === "chromium") return { "3rdparty": { extensions: { [chromiumId(extension)]: policy } } };
  const { browser_specific_settings } = JSON.parse(readFileSync(join(extension, "manifest.json"), "utf8"));
  return { policies: { "3rdparty": { Extensions: { [browser_specific_settings.gecko.id]: policy } } } };
}

/**
 * @param {any} one
 * @param {any} other goes before `one`
 * @returns {any}
 */
function joined(one, other) {
  const isPlain = (/** @type {unknown} */ value) =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isPlain(one) || !isPlain(other)) return other;
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(names.map((name) => [name, name in other ? joined(one[name], other[name]) : one[name]]));
}
